import type { Command, Node, Script, Sequence, Source, Word } from '../../src/kit.ts';
import { childrenOf } from '../../src/kit.ts';
import { baseName, programIndex } from './prefix.ts';

/** A package manager that asks before it acts, and takes the end of its input for no. */
interface Prompt {
  readonly programs: readonly string[];
  /** Sub-commands that ask. */
  readonly verbs: RegExp;
  /** The option that answers, and where it goes. */
  readonly flag: string;
  readonly place: 'verb' | 'program';
  /** Options that answer, or keep it from asking. */
  readonly answers: RegExp;
  /** Options in front of the sub-command that take a value. */
  readonly values: RegExp;
  readonly source: Source;
}

const read = (title: string, url: string): Source => ({ title, url, date: '2026-11-25' });

/**
 * Left out, since they do not stop: apk asks only with -i; microdnf always assumes yes
 * (https://github.com/rpm-software-management/microdnf/blob/main/dnf/dnf-main.c); conda reads an
 * empty line at the end of its input, which is its default, yes
 * (https://github.com/conda/conda/blob/main/conda/cli/common.py); add-apt-repository asks only at a
 * terminal. All read 2026-11-25.
 */
export const PROMPTS: readonly Prompt[] = [
  {
    programs: ['apt-get', 'apt'],
    verbs:
      /^(?:install|reinstall|remove|purge|upgrade|dist-upgrade|full-upgrade|autoremove|autopurge|build-dep|satisfy)$/,
    flag: '-y',
    place: 'verb',
    // From quiet level 2 on it does not ask.
    answers:
      /^(?:-\w*(?:y|q\w*q)\w*|-q=[2-9]|--(?:yes|assume-yes|assume-no|force-yes|trivial-only|simulate|dry-run|just-print|no-act|recon|print-uris|download-only|help)|-\w*[sd]\w*)(?:=.*)?$/,
    values:
      /^(?:-[otcaP]|--(?:option|target-release|default-release|config-file|host-architecture|build-profiles))$/,
    source: read(
      'apt-get(8): --assume-yes and -qq',
      'https://manpages.debian.org/bookworm/apt/apt-get.8.en.html',
    ),
  },
  {
    programs: ['yum', 'dnf', 'dnf5', 'tdnf'],
    verbs:
      /^(?:install|localinstall|in|update|upgrade|up|upgrade-minimal|update-minimal|reinstall|groupinstall|remove|erase|rm|autoremove|groupremove|distro-sync|swap|builddep|downgrade)$/,
    flag: '-y',
    place: 'verb',
    answers:
      /^(?:-\w*y\w*|--assumeyes|--assumeno|--downloadonly|--help|--setopt=(?:\*\.)?assumeyes=.*)$/,
    values:
      /^(?:-[cdeRx]|--(?:config|exclude|enablerepo|disablerepo|installroot|releasever|setopt|repo|repoid|repofrompath|forcearch|enable-repo|disable-repo|setvar|comment|color))$/,
    source: read(
      'dnf: --assumeyes',
      'https://dnf.readthedocs.io/en/latest/command_ref.html#options-label',
    ),
  },
  {
    programs: ['zypper'],
    verbs: /^(?:install|in|remove|rm|update|up|dist-upgrade|dup|patch|install-new-recommends|inr)$/,
    flag: '-n',
    place: 'program',
    answers: /^(?:-\w*n\w*|-y|--(?:non-interactive|no-confirm|dry-run|download-only|help)|-D|-d)$/,
    values:
      /^(?:-[cDCpR]|--(?:config|userdata|reposd-dir|cache-dir|plus-repo|releasever|root|installroot))$/,
    source: read('zypper(8)', 'https://en.opensuse.org/SDB:Zypper_manual'),
  },
  {
    programs: ['pacman'],
    // -Ss, -Si, -Sl, -Sg and -Sp only look; -Sy alone fetches lists.
    verbs: /^-(?:S(?!\w*[silgp])\w*|R\w*|U\w*)$/,
    flag: '--noconfirm',
    place: 'verb',
    answers: /^(?:--noconfirm|--print|-p|--help|-h)$/,
    values: /^(?:-[bro]|--(?:dbpath|root|config|cachedir|gpgdir|logfile|arch|color))$/,
    source: read('pacman(8)', 'https://man.archlinux.org/man/pacman.8'),
  },
];

/** Set for all calls, in a file that the build writes or by a variable. */
export const CONFIGURED = /Assume-Yes|(?<!-)assumeyes|ALWAYS_YES/;

/** A call that asks. */
export interface Ask {
  readonly command: Command;
  readonly program: string;
  /** The word that the option goes behind. */
  readonly behind: Word;
  readonly flag: string;
}

/** A call of which nobody can tell. */
export interface Unclear {
  readonly program: string;
  readonly option: string;
}

/** The calls of a script that ask and get no answer, those in substitutions left out. */
export function asksIn(script: Script): { asks: readonly Ask[]; unclear: readonly Unclear[] } {
  const asks: Ask[] = [];
  const unclear: Unclear[] = [];
  for (const command of unpiped(script.body)) {
    const found = askOf(command);
    if (found && 'command' in found) asks.push(found);
    else if (found) unclear.push(found);
  }
  return { asks, unclear };
}

/** The commands that get their input from nobody: `yes | apt-get install x` is answered. */
function unpiped(sequence: Sequence): Command[] {
  const visit = (node: Node): Command[] => {
    if (node.kind === 'command') return node.redirects.some(feeds) ? [] : [node];
    if (node.kind === 'pipeline') return node.items.slice(0, 1).flatMap(visit);
    if ('redirects' in node && node.redirects.some(feeds)) return [];
    return childrenOf(node).flatMap(visit);
  };
  return sequence.statements.flatMap(({ node }) => visit(node));
}

const feeds = ({ operator }: { readonly operator: string }): boolean => operator.startsWith('<');

function askOf(command: Command): Ask | Unclear | undefined {
  const { words } = command;
  const at = programIndex(words.map((word) => word.value ?? word.text));
  const name = baseName(words[at]?.value ?? '');
  const prompt = PROMPTS.find(({ programs }) => programs.includes(name));
  if (!prompt) return undefined;
  const args = words.slice(at + 1);
  const verb = verbIn(prompt, args);
  if (!verb?.value || !prompt.verbs.test(verb.value)) return undefined;
  if (args.some((word) => prompt.answers.test(word.value ?? word.text))) return undefined;
  if (isPlainRefresh(prompt, verb, args) || isVeryQuiet(prompt, args)) return undefined;
  // `apt-get install $OPTIONS curl`; what stands behind the first package is a list of them.
  const doubt = args.slice(0, args.indexOf(verb) + 2).find((word) => isOption(word, args.length));
  if (doubt) return { program: name, option: doubt.text };
  return {
    command,
    program: name,
    behind: prompt.place === 'verb' ? verb : words[at]!,
    flag: prompt.flag,
  };
}

function verbIn({ values, programs }: Prompt, args: readonly Word[]): Word | undefined {
  const pacman = programs.includes('pacman');
  for (let i = 0; i < args.length; i++) {
    const text = args[i]!.value ?? args[i]!.text;
    if (values.test(text)) i++;
    else if (pacman ? /^-[A-Z]/.test(text) : !/^[-$"]/.test(text)) return args[i];
  }
  return undefined;
}

const isPlainRefresh = ({ programs }: Prompt, verb: Word, args: readonly Word[]): boolean =>
  programs.includes('pacman') && /^-Sy+$/.test(verb.value!) && args.length === 1;

/** `-q -q` is `-qq`. */
const isVeryQuiet = ({ programs }: Prompt, args: readonly Word[]): boolean =>
  programs.includes('apt') &&
  args.filter(({ value }) => /^(?:-q|--quiet)$/.test(value ?? '')).length > 1;

/** Is it a variable that is named like options? */
const isOption = ({ text, value }: Word, count: number): boolean =>
  value === undefined && count > 1 && /^"?\$\{?\w*(?:OPT|FLAG|ARG|YES|INSTALL)\w*\b/i.test(text);
