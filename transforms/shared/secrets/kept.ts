import {
  commandsIn,
  type Command,
  type Instruction,
  type Script,
  type Word,
} from '../../../src/kit.ts';
import { plainCommandsIn } from '../editing.ts';
import { baseName, programIndex } from '../prefix.ts';

/** Does a text that a shell expands read the variable? */
export const mentions = (text: string, name: string): boolean =>
  new RegExp(`\\$(?:\\{[#!]?${name}\\b|${name}\\b)`).test(text.replace(/'[^']*'/g, quotesInside));

/** What stands in single quotes is not expanded, unless those stand in double ones. */
const quotesInside = (quoted: string, at: number, all: string): string =>
  (all.slice(0, at).match(/"/g)?.length ?? 0) % 2 === 1 ? quoted : '';

/** What a command leaves behind that holds the value. */
export type Kept =
  | { readonly kind: 'clone'; readonly command: Command; readonly git: Word; readonly url: Word }
  | { readonly kind: 'npm'; readonly command: Command; readonly key: string }
  | { readonly kind: 'file'; readonly text: string };

/** Commands that write their arguments to a file of their own, and what takes that away again. */
const WRITERS: readonly {
  readonly call: RegExp;
  readonly undone: RegExp;
  readonly text: string;
}[] = [
  {
    call: /^(?:npm|yarn|pnpm) (?:config )?set /,
    undone: /\brm\b[^;&|]*\.(?:npm|yarn)rc\b|\b(?:npm|yarn|pnpm) config (?:delete|rm|unset) /,
    text: '.npmrc',
  },
  {
    call: /^pip\d? config /,
    undone: /\brm\b[^;&|]*pip\.conf|pip\d? config unset /,
    text: 'pip.conf',
  },
  {
    call: /^git config /,
    undone: /\brm\b[^;&|]*\.gitconfig\b|git config [^;&|]*--(?:unset|remove-section)/,
    text: '.gitconfig',
  },
  { call: /^git (?:remote|submodule) /, undone: /\brm\b[^;&|]*\.git\b/, text: '.git/config' },
  { call: /^composer config /, undone: /\brm\b[^;&|]*auth\.json/, text: 'auth.json' },
  {
    call: /^bundle config /,
    undone: /bundle config (?:--delete|unset)|\brm\b[^;&|]*\.bundle/,
    text: '.bundle/config',
  },
  {
    call: /^poetry config /,
    undone: /poetry config [^;&|]*--unset|\brm\b[^;&|]*pypoetry/,
    text: 'auth.toml',
  },
  {
    call: /^(?:dotnet|nuget) nuget (?:add|update) source /,
    undone: /nuget remove source/,
    text: 'NuGet.Config',
  },
  { call: /^aws configure /, undone: /\brm\b[^;&|]*\.aws/, text: '.aws/credentials' },
  {
    call: /^(?:docker|helm|az|gcloud|gh|huggingface-cli|hf) .*(?:login|auth) /,
    undone: /\blogout\b|\brm\b/,
    text: 'the configuration',
  },
  { call: /^sed .*-i/, undone: /^$^/, text: 'the file that it edits' },
];

/** What a RUN leaves in its layer of a variable that only it gets; the first that it is. */
export function keptIn(run: Instruction, script: Script, name: string): readonly Kept[] {
  const found: Kept[] = [];
  const { text } = script;
  const redirected = [...commandsIn(script.body)].some((command) => holds(command, name));
  for (const command of plainCommandsIn(script.body)) {
    const line = lineOf(command);
    const told = holds(command, name);
    const clone = told ? cloneOf(command, name) : undefined;
    if (clone === 'recursive') found.push({ kind: 'file', text: '.git/config of its submodules' });
    else if (clone && !removesClone(text, command))
      found.push({ kind: 'clone', command, ...clone });
    const writer = told ? WRITERS.find(({ call }) => call.test(line)) : undefined;
    if (writer && !writer.undone.test(text.slice(command.end))) {
      const key =
        /^npm (?:config )?set (?:-g )?["']?(\/\/[\w.:/@-]+:_(?:authToken|auth|password))["']?[= ]/.exec(
          line,
        )?.[1];
      found.push(
        key === undefined ? { kind: 'file', text: writer.text } : { kind: 'npm', command, key },
      );
    }
    // What is written may come through a pipe, so that any file counts.
    if (redirected) found.push(...filesOf(command, text));
  }
  return found;
}

const holds = (command: Command, name: string): boolean =>
  [...command.words, ...command.assignments].some((word) => mentions(word.text, name)) ||
  command.redirects.some(({ body, target }) =>
    mentions(`${body ?? ''} ${target?.text ?? ''}`, name),
  );

function lineOf(command: Command): string {
  const words = command.words.map((word) => word.text);
  const at = programIndex(words);
  return [baseName(words[at] ?? ''), ...words.slice(at + 1)].join(' ') + ' ';
}

/** Files that it writes and the RUN does not remove again. */
function filesOf(command: Command, text: string): Kept[] {
  const targets = command.redirects
    .filter(({ operator }) => /^(?:>|>>|>\||&>|&>>)$/.test(operator))
    .map(({ target }) => target!.text);
  const [program, ...args] = lineOf(command).trim().split(/\s+/);
  if (program === 'tee') targets.push(...args.filter((arg) => !arg.startsWith('-')));
  return targets
    .filter(
      (target) =>
        !/^["']?(?:\/dev\/|&)/.test(target) && !isRemoved(target, text.slice(command.end)),
    )
    .map((target) => ({ kind: 'file', text: target.replace(/^(["'])(.*)\1$/, '$2') }));
}

function isRemoved(target: string, behind: string): boolean {
  const bare = target.replaceAll(/["']/g, '');
  const base = baseName(bare);
  return [...behind.matchAll(/\b(?:rm|shred|unlink)\b([^;&|\n]*)/g)].some(([, args]) =>
    args!
      .replaceAll(/["']/g, '')
      .split(/\s+/)
      .some(
        (arg) =>
          arg === bare ||
          baseName(arg) === base ||
          (arg !== '' && bare.startsWith(`${arg.replace(/\/$/, '')}/`)),
      ),
  );
}

/** `git clone https://$TOKEN@host/…`, whose address goes to .git/config. */
function cloneOf(
  command: Command,
  name: string,
): { git: Word; url: Word } | 'recursive' | undefined {
  const [git, verb] = command.words;
  if (git?.text !== 'git' || verb?.text !== 'clone') return undefined;
  const url = command.words.find((word) => mentions(word.text, name));
  if (!url || addressOf(url) === undefined) return undefined;
  const recursive = command.words.some(({ text }) => text.startsWith('--recurs'));
  return recursive ? 'recursive' : { git, url };
}

/** The parts of an address with a credential in front of its host. */
export function addressOf(
  url: Word,
): { readonly secret: string; readonly plain: string; readonly path: string } | undefined {
  const match = /^(["']?)(https:\/\/)([\w${}:.-]+@)([\w.-]+(?::\d+)?\/)([\w./~-]+)\1$/.exec(
    url.text,
  );
  if (!match || match[1] === "'") return undefined;
  const [, , scheme, user, host, path] = match;
  return { secret: `${scheme}${user}${host}`, plain: `${scheme}${host}`, path: path! };
}

/** Is the clone, or what git keeps in it, removed by the same RUN? */
function removesClone(text: string, command: Command): boolean {
  const last = command.words.at(-1)!.text.replaceAll(/["']/g, '');
  const directory = baseName(last).replace(/\.git$/, '');
  const behind = text.slice(command.end);
  return [...behind.matchAll(/\brm\b([^;&|\n]*)/g)].some(([, args]) =>
    args!
      .split(/\s+/)
      .some(
        (arg) =>
          baseName(arg.replace(/\/$/, '')) === '.git' ||
          baseName(arg.replace(/\/$/, '')) === directory,
      ),
  );
}
