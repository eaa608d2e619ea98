import {
  commandsIn,
  parseScript,
  substitutionsOf,
  valueOf,
  type Command,
  type Context,
  type Dialect,
  type Instruction,
  type Script,
  type Stage,
} from '../../../src/kit.ts';
import { copiedFrom } from '../copied.ts';
import { baseName, programIndex } from '../prefix.ts';
import { pathDirectories } from './search-path.ts';

/** What the container runs when it starts, as far as the file and its context tell. */
export interface Start {
  /** The last of each in the stage. */
  readonly entrypoint: Instruction | undefined;
  readonly cmd: Instruction | undefined;
  /** The whole command line, where no shell needs to read it. */
  readonly line: readonly string[] | undefined;
  /** ENTRYPOINT or CMD is in shell form, or starts a shell or a script of the shell. */
  readonly shell: boolean;
  /** A script that it starts is written for bash. */
  readonly bash: boolean;
  /** Words of what runs in the end, through inits, shells and scripts; `undefined`: not static. */
  readonly main: readonly (string | undefined)[];
  /** The command that `main` are the last words of, where a shell reads one. */
  readonly command: Command | undefined;
  /** Every program that is run on the way there, as it is written. */
  readonly programs: readonly string[];
  /** The texts of the scripts that were read, and their paths in the image. */
  readonly scripts: readonly { readonly path: string; readonly text: string }[];
  /** Why it cannot be read to its end. */
  readonly trouble: string | undefined;
}

/** Wait for their child and forward signals to it. */
const INITS = new Set(['tini', 'tini-static', 'dumb-init', 'catatonit']);

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash']);

const PLAIN: Dialect = {
  name: 'sh',
  errexit: false,
  nounset: false,
  pipefail: false,
  login: false,
  assumed: undefined,
};

const MAX_DEPTH = 6;

const PATH = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** Reads ENTRYPOINT and CMD of the stage that ships. */
export function startOf(stage: Stage, context: Context): Start {
  const all = stage.instructions;
  const entrypoint = all.findLast(({ keyword }) => keyword === 'ENTRYPOINT');
  const cmd = all.findLast(({ keyword }) => keyword === 'CMD');
  return new Reader(entrypoint, cmd, all.at(-1) ?? stage.from, context).read();
}

class Reader {
  private readonly entrypoint: Instruction | undefined;
  private readonly cmd: Instruction | undefined;
  private readonly last: Instruction;
  private readonly context: Context;
  private readonly programs: string[] = [];
  private readonly scripts: { path: string; text: string }[] = [];
  private shell = false;
  private bash = false;
  private trouble: string | undefined;
  private command: Command | undefined;

  constructor(
    entrypoint: Instruction | undefined,
    cmd: Instruction | undefined,
    last: Instruction,
    context: Context,
  ) {
    this.entrypoint = entrypoint;
    this.cmd = cmd;
    this.last = last;
    this.context = context;
  }

  read(): Start {
    const line = this.line();
    const main = line ? this.follow(line, 0) : this.shellForm();
    return {
      entrypoint: this.entrypoint,
      cmd: this.cmd,
      line,
      shell: this.shell,
      bash: this.bash,
      main,
      command: this.command,
      programs: this.programs,
      scripts: this.scripts,
      trouble: this.trouble,
    };
  }

  /** The command line where it is in exec form, or in a shell form that needs no shell. */
  private line(): readonly string[] | undefined {
    const { entrypoint, cmd } = this;
    const first = entrypoint && wordsOf(entrypoint);
    const rest = cmd && wordsOf(cmd);
    if (entrypoint && !first) return undefined;
    // An ENTRYPOINT in shell form takes no arguments from CMD.
    if (entrypoint && !entrypoint.json) return first;
    if (cmd && !rest) return undefined;
    if (entrypoint && cmd && !cmd.json) return undefined;
    return [...(first ?? []), ...(rest ?? [])];
  }

  /** The text that a shell reads. */
  private shellForm(): readonly (string | undefined)[] {
    this.shell = true;
    const text = (this.entrypoint && !this.entrypoint.json ? this.entrypoint : this.cmd)!;
    if (this.entrypoint?.json && this.cmd) {
      this.trouble = 'an ENTRYPOINT in exec form gets a CMD in shell form as its arguments';
      return [];
    }
    return this.text(text.args.text, 0);
  }

  private text(text: string, depth: number): readonly (string | undefined)[] {
    const script = parseScript(text, { ...PLAIN, name: 'bash' });
    if (!script.known) return this.give(`${JSON.stringify(text)}: ${script.because}`);
    return this.script(script.value, depth, undefined);
  }

  /** Runs through the commands of a script; the last is what stays. */
  private script(
    script: Script,
    depth: number,
    rest: readonly (string | undefined)[] | undefined,
  ): readonly (string | undefined)[] {
    let main: readonly (string | undefined)[] = [];
    const all = [...commandsIn(script.body)];
    const inner = new Set(
      all.flatMap((one) => substitutionsOf(one).flatMap((body) => [...commandsIn(body)])),
    );
    for (const command of all) {
      const words = staticWords(command);
      if (words.length === 0) continue;
      const forwards = words.findIndex((_, i) =>
        /^"?\$[@*]"?$/.test(command.words.at(i)?.text ?? ''),
      );
      const given = forwards >= 0 && rest ? [...words.slice(0, forwards), ...rest] : words;
      // What a substitution runs is over before the command starts.
      const before = this.command;
      this.command = command;
      const followed = this.follow(given, depth + 1);
      if (inner.has(command)) this.command = before;
      else main = followed;
    }
    return main;
  }

  /** Follows inits, shells and scripts to what runs in the end. */
  private follow(
    line: readonly (string | undefined)[],
    depth: number,
  ): readonly (string | undefined)[] {
    if (depth > MAX_DEPTH) return this.give('its scripts call each other too deeply');
    const written = line.map((word) => word ?? '$');
    const at = programIndex(written);
    const words = line.slice(at);
    const [first] = words;
    if (words.length === 0) return [];
    if (first === undefined) return this.give('the program that it starts is in a variable');
    for (const wrapper of written.slice(0, at)) {
      if (/^[a-z]/.test(wrapper) && !wrapper.includes('=')) this.programs.push(wrapper);
    }
    this.programs.push(first);
    const name = baseName(first);
    if (INITS.has(name)) {
      const next = words.findIndex((word, i) => i > 0 && !word?.startsWith('-'));
      return next < 0 ? [] : this.follow(words.slice(next), depth + 1);
    }
    if (SHELLS.has(name)) return this.throughShell(name, words, depth);
    const path = first.includes('/') ? first : this.onPath(first);
    return path === undefined ? words : this.file(path, [path, ...words.slice(1)], depth);
  }

  /** Where the file itself put a program that is found on the PATH. */
  private onPath(name: string): string | undefined {
    const own = this.last.stage ? pathDirectories(this.last.stage) : [];
    return [...own, ...PATH].map((directory) => `${directory}/${name}`).find(
      (path) => copiedFrom(this.last, path, this.context).known,
    );
  }

  private throughShell(
    name: string,
    words: readonly (string | undefined)[],
    depth: number,
  ): readonly (string | undefined)[] {
    this.shell = true;
    if (name === 'bash') this.bash = true;
    const command = words.findIndex((word, i) => i > 0 && /^-\w*c$/.test(word ?? ''));
    if (command > 0) {
      const text = words[command + 1];
      return text === undefined
        ? this.give('the command that its shell reads is in a variable')
        : this.text(text, depth + 1);
    }
    const next = words.findIndex((word, i) => i > 0 && !/^[-+]/.test(word ?? ''));
    if (next < 0) return words;
    const path = words[next];
    if (path === undefined) return this.give('the script that it starts is in a variable');
    return this.file(path, words.slice(next), depth, true) ?? words;
  }

  /** A file of the context: a script is read, anything else is what runs. */
  private file(
    path: string,
    words: readonly (string | undefined)[],
    depth: number,
    isScript = false,
  ): readonly (string | undefined)[] {
    const source = copiedFrom(this.last, path, this.context);
    if (!source.known) {
      return isScript || path.endsWith('.sh')
        ? this.give(`the script ${path} cannot be read: ${source.because}`)
        : words;
    }
    const text = valueOf(this.context.readText(source.value));
    if (text === undefined) {
      return isScript || path.endsWith('.sh')
        ? this.give(`the script ${path} cannot be read`)
        : words;
    }
    const shebang = /^#!\s*(\S+)(?:[ \t]+(\S+))?/.exec(text);
    const interpreter = baseName(
      (shebang?.[1]?.endsWith('/env') === true ? shebang?.[2] : shebang?.[1]) ??
        (isScript ? 'sh' : ''),
    );
    if (!SHELLS.has(interpreter)) return interpreter === '' ? words : [interpreter, ...words];
    this.shell = true;
    if (interpreter === 'bash') this.bash = true;
    this.scripts.push({ path, text });
    const script = parseScript(text, { ...PLAIN, name: 'bash' });
    if (!script.known) return this.give(`the script ${path} is not understood: ${script.because}`);
    return this.script(script.value, depth, words.slice(1));
  }

  private give(trouble: string): readonly [] {
    this.trouble ??= trouble;
    return [];
  }
}

/** The words of exec form, or of a shell form that is one plain command. */
function wordsOf(instruction: Instruction): readonly string[] | undefined {
  if (instruction.json) return instruction.json;
  const script = parseScript(instruction.args.text, PLAIN);
  if (!script.known || script.value.hasComment) return undefined;
  const { statements } = script.value.body;
  const [only] = statements;
  if (statements.length !== 1 || only!.background || only!.node.kind !== 'command')
    return undefined;
  const { assignments, redirects, words } = only!.node;
  if (assignments.length > 0 || redirects.length > 0) return undefined;
  const values = words.map((word) => (/^~|=~/.test(word.text) ? undefined : word.value));
  if (values.includes(undefined)) return undefined;
  const [first, ...rest] = values as string[];
  if (first === 'exec') return rest;
  return BUILTINS.has(first ?? '') ? undefined : (values as string[]);
}

/** Commands of the shell itself that are no programs. */
const BUILTINS = new Set([
  'cd',
  '.',
  'source',
  'export',
  'set',
  'eval',
  ':',
  'trap',
  'ulimit',
  'umask',
  'exit',
]);

/** The words of a command as far as they are static. */
export const staticWords = (command: Command): (string | undefined)[] =>
  command.words.map((word) => word.value);

/** The commands of a text of `package.json`, of a Procfile and the like; undefined: not understood. */
export function commandsOfText(
  text: string,
): readonly (readonly (string | undefined)[])[] | undefined {
  const script = parseScript(text, { ...PLAIN, name: 'bash' });
  if (!script.known) return undefined;
  return [...commandsIn(script.value.body)].map(staticWords);
}
