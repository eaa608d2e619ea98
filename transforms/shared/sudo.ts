import { commandsIn, valueOf, type Command, type Result, type Word } from '../../src/kit.ts';
import { plainCommandsIn } from './editing.ts';
import { baseName } from './prefix.ts';
import { reword } from './rewording.ts';
import type { Visit } from './visit.ts';

/** `sudo` with options that say nothing to root. */
interface Call {
  readonly command: Command;
  /** `sudo` and its options. */
  readonly prefix: readonly Word[];
  /** The first word behind them. */
  readonly program: Word;
  /** -E: the environment stays. */
  readonly keepsEnvironment: boolean;
}

/** Takes `sudo` out where root calls it to be root. */
export function* dropSudo(visit: Visit): Generator<Result> {
  const calls = plainCommandsIn(visit.script.body).flatMap(
    (command) => callOf(visit, command) ?? [],
  );
  const message = 'without sudo: the build runs as root already';
  const elsewhere = calls.find((call) => mayBeAnother(visit, call));
  if (elsewhere) {
    yield { at: visit.outer, message, reason: 'path', detail: elsewhere.program.text };
    return;
  }
  if (calls.length === 0) return;
  const rewrite = reword(
    visit,
    calls.map(({ command, prefix }) => ({
      command,
      texts: new Map(prefix.map((word) => [word, ''])),
    })),
  );
  if (!rewrite) return;
  const variables = calls.some((call) => !call.keepsEnvironment && !isSystem(call.program))
    ? variablesAt(visit)
    : [];
  yield {
    at: visit.outer,
    message:
      variables.length === 0
        ? message
        : `${message}; not established: that nothing changes with ${listOf(variables)}, which sudo drops`,
    applicability: variables.length === 0 ? 'suggested' : 'unsafe',
    ...rewrite,
  };
}

/** Belong to the shell: sudo looks for a program of that name. */
const OF_THE_SHELL =
  /^(?:cd|export|source|\.|set|unset|exec|exit|eval|trap|umask|ulimit|alias|read|return|shift|wait|local|command|builtin)$/;

function callOf({ script }: Visit, command: Command): Call | undefined {
  const [sudo, ...rest] = command.words;
  if (!/^(?:\/usr\/bin\/)?sudo$/.test(sudo?.text ?? '')) return undefined;
  const options = optionsOf(rest);
  const behind = rest.slice(options.length);
  // `sudo A=b program`: the variable is for the program.
  const program = behind.find((word) => !/^\w+=/.test(word.text));
  if (!program || OF_THE_SHELL.test(program.text)) return undefined;
  if (behind[0]!.text.startsWith('-') || script.text.includes(`${program.text}()`))
    return undefined;
  return {
    command,
    prefix: [sudo!, ...options],
    program,
    keepsEnvironment: options.some(({ text }) => /^-\w*E|^--preserve-env$/.test(text)),
  };
}

/** The options in front that change nothing for root, up to one that does. */
function optionsOf(words: readonly Word[]): readonly Word[] {
  let at = 0;
  for (; at < words.length; at++) {
    const { text } = words[at]!;
    if (text === '--') return words.slice(0, at + 1);
    if (/^(?:-u|--user)$/.test(text) && words[at + 1]?.value === 'root') at++;
    else if (!MEANINGLESS.test(text)) break;
  }
  return words.slice(0, at);
}

const MEANINGLESS = /^(?:-[EHn]+|--(?:preserve-env|set-home|non-interactive|user=root))$/;

/**
 * Tools of the system, which lie where every PATH finds them first or alone, and do not look at
 * what ENV sets for the application.
 */
const SYSTEM = new Set(
  (
    'add-apt-repository adduser addgroup apt apt-get apt-key apt-mark aptitude apk basename cat chgrp ' +
    'chmod chown chpasswd chsh cp curl dd debconf-set-selections dnf dpkg dpkg-reconfigure echo ' +
    'gpasswd gpg groupadd groupmod gunzip gzip install ldconfig ln locale-gen ls mkdir mount mv ' +
    'passwd rm rmdir rpm sed service sort systemctl tar tee touch update-alternatives ' +
    'update-ca-certificates update-locale update-rc.d useradd usermod unzip userdel visudo wget yum zypper'
  ).split(' '),
);

const isSystem = ({ text }: Word): boolean =>
  SYSTEM.has(/^\/(?:usr\/)?s?bin\//.test(text) ? baseName(text) : text);

/** Could the PATH of the file find another program than that of sudo? */
function mayBeAnother({ run, script }: Visit, { program }: Call): boolean {
  if (program.text.includes('/') || isSystem(program)) return false;
  const setsPath = [...commandsIn(script.body)].some((command) =>
    [...command.assignments, ...command.words].some(({ text }) => text.startsWith('PATH=')),
  );
  return (
    setsPath ||
    run.stage!.scope.at(run.index, 'PATH') !== undefined ||
    hasOwnPath(valueOf(run.stage!.baseFacts)?.repository)
  );
}

/** Images of distributions search the directories that sudo does. */
const hasOwnPath = (repository: string | undefined): boolean =>
  !/^(?:debian|ubuntu|fedora|centos|rockylinux|almalinux|amazonlinux|alpine|python|ruby|buildpack-deps|node)$/.test(
    (repository ?? '').replace(/^library\//, ''),
  );

/** Variables that the file sets, and that a command behind sudo does not see. */
function variablesAt({ run, script }: Visit): string[] {
  const before = run.stage!.lineage.flatMap((stage) => stage.instructions);
  const declared = before
    .filter(({ keyword, index }) => (keyword === 'ENV' || keyword === 'ARG') && index < run.index)
    .flatMap(({ pairs }) => pairs.map(({ name }) => name));
  const commands = [...commandsIn(script.body)];
  const exported = commands.flatMap(({ assignments, words }) => {
    if (words[0]?.value === 'sudo') return assignments.map(({ name }) => name);
    return words[0]?.value === 'export'
      ? words.slice(1).map(({ text }) => text.replace(/=.*/s, ''))
      : [];
  });
  return [...new Set([...declared, ...exported])].filter((name) => !OF_THE_SYSTEM.test(name));
}

/** Say how programs talk, and not what they do. */
const OF_THE_SYSTEM = /^(?:DEBIAN_FRONTEND|LANG|LANGUAGE|LC_\w+|TERM|TZ)$/;

const listOf = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} and others` : names.join(', ');
