import {
  parseScript,
  PLAIN_SHELL,
  valueOf,
  type Command,
  type Context,
  type Instruction,
  type Sequence,
} from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { baseName, programIndex } from '../prefix.ts';
import { isCopied, textAt } from './file-texts.ts';
import { pathDirectories } from './search-path.ts';
import { isPassive, NOTHING, ScriptWalk, type Outcome, type Words } from './start-script.ts';

/** A script of the shell whose text is known, and its path in the image as it is written. */
export interface ReadScript {
  readonly path: string;
  readonly text: string;
  /** Only the HEALTHCHECK runs it. */
  readonly health?: true;
}

/** Wait for their child and forward signals to it. */
const INITS = new Set(['tini', 'tini-static', 'dumb-init', 'catatonit']);

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash']);

const MAX_DEPTH = 10;

/** More commands than the scripts of an image run. */
const MAX_COMMANDS = 5000;

const PATH = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** Follows command lines through inits, shells, scripts and functions to what runs in the end. */
export class StartReader {
  /** Every program that is run, as it is written. */
  readonly programs: string[] = [];
  readonly scripts: ReadScript[] = [];
  /** Files that a script reads with `.` and whose text is not known; `$`: in a variable. */
  readonly unread: string[] = [];
  shell = false;
  bash = false;
  trouble: string | undefined;
  private readonly last: Instruction;
  private readonly context: Context;
  private readonly functions = new Map<string, Sequence>();
  /** Functions and files that are being followed. */
  private readonly active = new Set<string>();
  private commands = 0;

  /** `last`: the instruction that sees the image as it ships. */
  constructor(last: Instruction, context: Context) {
    this.last = last;
    this.context = context;
  }

  /** A text that a shell reads. */
  text(text: string, depth = 0, rest?: Words): Outcome {
    this.shell = true;
    const script = parseScript(text, { ...PLAIN_SHELL, name: 'bash' });
    if (!script.known) return this.give(`${JSON.stringify(text)}: ${script.because}`);
    return this.walk(depth, '', rest).script(script.value);
  }

  follow(line: Words, depth = 0, from = ''): Outcome {
    if (depth > MAX_DEPTH || ++this.commands > MAX_COMMANDS) {
      return this.give('its scripts call each other too deeply');
    }
    const written = line.map((word) => word ?? '$');
    const at = programIndex(written);
    const words = line.slice(at);
    const [first] = words;
    if (words.length === 0) return NOTHING;
    if (first === undefined) return this.give('the program that it starts is in a variable');
    for (const wrapper of written.slice(0, at)) {
      if (/^[a-z]/.test(wrapper) && !wrapper.includes('=')) this.programs.push(wrapper);
    }
    const called = this.functions.get(first);
    if (called && at === 0) return this.function(first, called, words.slice(1), depth, from);
    this.programs.push(first);
    const name = baseName(first);
    if (INITS.has(name)) {
      const next = words.findIndex((word, i) => i > 0 && !word?.startsWith('-'));
      return next < 0 ? NOTHING : this.follow(words.slice(next), depth + 1, from);
    }
    if (SHELLS.has(name)) return this.throughShell(name, words, depth);
    const path = first.includes('/') ? first : this.onPath(first);
    return path === undefined ? plain(words) : this.file(path, [path, ...words.slice(1)], depth);
  }

  /** `from`: the script that the commands stand in. */
  private walk(depth: number, from: string, rest: Words | undefined): ScriptWalk {
    return new ScriptWalk(
      {
        follow: (words, command) => this.step(words, command, depth + 1, from),
        define: (name, body) => this.functions.set(name, body),
      },
      rest,
    );
  }

  private step(words: Words, command: Command, depth: number, from: string): Outcome {
    const [first] = words;
    const outcome =
      first === '.' || first === 'source'
        ? this.sourced(words, command, depth, from)
        : this.follow(words, depth, from);
    return { ...outcome, command: outcome.command ?? command };
  }

  private function(
    name: string,
    body: Sequence,
    args: Words,
    depth: number,
    from: string,
  ): Outcome {
    const key = `${name}()`;
    if (this.active.has(key)) return NOTHING;
    this.active.add(key);
    const outcome = this.walk(depth, from, args).sequence(body);
    this.active.delete(key);
    return outcome;
  }

  /** A file that the shell reads in its own place: its functions are there from then on. */
  private sourced(words: Words, command: Command, depth: number, from: string): Outcome {
    const path = words[1] ?? besideScript(command.words[1]?.text ?? '', from);
    if (path === undefined || depth > MAX_DEPTH) {
      this.unread.push('$');
      return NOTHING;
    }
    const found = path.includes('/') ? path : (this.onPath(path) ?? path);
    const text = valueOf(textAt(this.last, found, this.context));
    const script =
      text === undefined ? undefined : parseScript(text, { ...PLAIN_SHELL, name: 'bash' });
    if (text !== undefined) this.keep(found, text);
    if (script?.known !== true) {
      // A file of comments alone holds no command.
      if (text === undefined || !/^(?:\s*#.*\n?|\s)*$/.test(text)) this.unread.push(found);
      return NOTHING;
    }
    if (this.active.has(found)) return NOTHING;
    this.active.add(found);
    const outcome = this.walk(depth, from, undefined).script(script.value);
    this.active.delete(found);
    return outcome;
  }

  /** Where the file itself put a program that is found on the PATH. */
  private onPath(name: string): string | undefined {
    const own = this.last.stage ? pathDirectories(this.last.stage) : [];
    return [...own, ...PATH]
      .map((directory) => `${directory}/${name}`)
      .find((path) => isCopied(this.last, path, this.context));
  }

  private throughShell(name: string, words: Words, depth: number): Outcome {
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
    if (next < 0) return plain(words);
    const path = words[next];
    if (path === undefined) return this.give('the script that it starts is in a variable');
    return this.file(path, words.slice(next), depth, true);
  }

  /** A file of the image: a script is read, anything else is what runs. */
  private file(path: string, words: Words, depth: number, isScript = false): Outcome {
    const text = textAt(this.last, path, this.context);
    if (!text.known) {
      if (isScript) this.programs.push(path);
      return isScript || path.endsWith('.sh')
        ? this.give(`the script ${path} cannot be read: ${text.because}`)
        : plain(words);
    }
    const shebang = /^#!\s*(\S+)(?:[ \t]+(\S+))?/.exec(text.value);
    const interpreter = baseName(
      (shebang?.[1]?.endsWith('/env') === true ? shebang?.[2] : shebang?.[1]) ??
        (isScript ? 'sh' : ''),
    );
    if (!SHELLS.has(interpreter)) {
      if (/^\w/.test(interpreter)) this.programs.push(interpreter);
      return plain(interpreter === '' ? words : [interpreter, ...words]);
    }
    this.shell = true;
    if (interpreter === 'bash') this.bash = true;
    this.keep(path, text.value);
    const script = parseScript(text.value, { ...PLAIN_SHELL, name: 'bash' });
    if (!script.known) return this.give(`the script ${path} is not understood: ${script.because}`);
    return this.walk(depth, path, words.slice(1)).script(script.value);
  }

  private keep(path: string, text: string): void {
    if (!this.scripts.some((script) => script.path === path)) this.scripts.push({ path, text });
  }

  private give(trouble: string): Outcome {
    this.trouble ??= trouble;
    return { words: [], command: undefined, passive: false };
  }
}

const plain = (words: Words): Outcome => ({
  words,
  command: undefined,
  passive: isPassive(words[0] ?? ''),
});

/** `$(dirname "$0")/lib.sh`: a file beside the script. */
function besideScript(text: string, script: string): string | undefined {
  const self = String.raw`"?\$(?:0|\{0\}|BASH_SOURCE|\{BASH_SOURCE(?:\[0\])?\})"?`;
  const match = new RegExp(
    String.raw`^"?(?:\$\(dirname (?:-- )?${self}\)|\$\{(?:0|BASH_SOURCE(?:\[0\])?)%/\*\})"?/([\w./-]+)"?$`,
  ).exec(text);
  if (!match || !script.includes('/')) return undefined;
  const directory = script.slice(0, script.lastIndexOf('/'));
  return script.startsWith('/') ? normal(`${directory}/${match[1]}`) : `${directory}/${match[1]}`;
}
