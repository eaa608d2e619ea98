import {
  commandsIn,
  parseScript,
  PLAIN_SHELL,
  type Command,
  type Node,
  type Sequence,
} from '../../../../src/kit.ts';
import { normal } from '../../copied.ts';
import { baseName, programIndex } from '../../prefix.ts';
import { pathFrom } from '../steps.ts';
import type { Step } from '../types.ts';
import { readCall, type Call, type Manager } from './node-calls.ts';
import type { Manifest } from './package-json.ts';

type Words = readonly (string | undefined)[];

/** A command that runs in the end, behind the scripts of package.json and what wraps it. */
export interface Task {
  /** Without its directory. */
  readonly program: string;
  readonly words: Words;
  /** Variables set for it alone; `undefined`: not known. */
  readonly env: ReadonlyMap<string, string | undefined>;
  readonly directory: string | undefined;
  readonly certain: boolean;
  /** A package manager's command that is not followed any further. */
  readonly call: Call | undefined;
  /** Found in node_modules/.bin: called by a script of package.json, npx and the like. */
  readonly local: boolean;
  /** The package managers whose scripts lead to it. */
  readonly through: readonly Manager[];
  /** Files that its output goes to; `undefined` in it: one that is not known. */
  readonly writes: Words;
  /** The command of the file that it belongs to. */
  readonly step: Step | undefined;
}

/** Commands, and what of them is not understood. */
export interface Expansion {
  readonly tasks: readonly Task[];
  readonly opaque: readonly string[];
}

interface Place {
  readonly env: ReadonlyMap<string, string | undefined>;
  readonly directory: string | undefined;
  readonly certain: boolean;
  readonly local: boolean;
  readonly through: readonly Manager[];
  readonly step: Step | undefined;
}

const MAX_DEPTH = 8;

/** Reads a file of the image. */
export type ReadFile = (path: string) => string | undefined;

/** Follows commands through package managers, scripts and wrappers. */
export class TaskReader {
  private readonly manifests: ReadonlyMap<string, Manifest>;
  private readonly read: ReadFile;
  private tasks: Task[] = [];
  private opaque: string[] = [];
  private depth = 0;

  constructor(manifests: ReadonlyMap<string, Manifest>, read: ReadFile) {
    this.manifests = manifests;
    this.read = read;
  }

  /** What a step of the build runs. */
  ofStep(step: Step): Expansion {
    const env = new Map(
      (step.command?.assignments ?? []).map(({ name, text }) => [name, valueIn(text)] as const),
    );
    const { directory, certain } = step;
    return this.collect(() =>
      this.words(
        step.words.map((word, i) => word ?? (i > 0 ? pattern(step.args[i - 1]!) : undefined)),
        { env, directory, certain, local: false, through: [], step },
        step.writes,
      ),
    );
  }

  /** What words in exec form run. */
  ofWords(words: Words, directory: string | undefined): Expansion {
    return this.collect(() => this.words(words, start(directory), []));
  }

  /** What a text of the shell runs. */
  ofText(text: string, directory: string | undefined): Expansion {
    return this.collect(() => this.text(text, start(directory)));
  }

  private collect(run: () => void): Expansion {
    this.tasks = [];
    this.opaque = [];
    run();
    return { tasks: this.tasks, opaque: this.opaque };
  }

  private text(text: string, place: Place): void {
    const script = parseScript(text, { ...PLAIN_SHELL, name: 'bash' });
    if (!script.known) this.opaque.push(text);
    else this.sequence(script.value.body, place);
  }

  private sequence(body: Sequence, place: Place): string | undefined {
    let { directory } = place;
    for (const { node } of body.statements) directory = this.node(node, { ...place, directory });
    return directory;
  }

  /** The directory in which what stands behind it runs. */
  private node(node: Node, place: Place): string | undefined {
    switch (node.kind) {
      case 'command':
        return this.command(node, place);
      case 'and-or': {
        let { directory } = place;
        node.items.forEach((item, i) => {
          const optional = i > 0 && node.operators[i - 1] === '||';
          directory = this.node(item, { ...place, directory, certain: place.certain && !optional });
        });
        return directory;
      }
      case 'pipeline':
        for (const item of node.items) this.node(item, place);
        return place.directory;
      case 'subshell':
        this.sequence(node.body, place);
        return place.directory;
      case 'braces':
        return this.sequence(node.body, place);
      default: {
        const bodies = node.kind === 'function' ? [node.body] : node.bodies;
        for (const body of bodies) {
          for (const command of commandsIn(body))
            this.command(command, { ...place, certain: false });
        }
        return place.directory;
      }
    }
  }

  private command(command: Command, place: Place): string | undefined {
    const words = command.words.map(({ value, text }) => value ?? pattern(text));
    const env = new Map(place.env);
    for (const { name, text } of command.assignments) env.set(name, valueIn(text));
    const [program] = words;
    if (program === 'cd') return pathFrom(place.directory, words[1]) ?? undefined;
    const writes = command.redirects
      .filter(({ operator, target }) => target && /^(?:>|>>|>\||&>)$/.test(operator))
      .filter(({ target }) => target!.value !== '/dev/null')
      .map(({ target }) => pathFrom(place.directory, target!.value));
    if (words.length > 0) this.words(words, { ...place, env }, writes);
    return place.directory;
  }

  /** One command: through wrappers and package managers to what runs. */
  private words(given: Words, place: Place, writes: Words): void {
    if (++this.depth > MAX_DEPTH) this.opaque.push(given.map((word) => word ?? '$').join(' '));
    else this.unwrap(given, place, writes);
    this.depth--;
  }

  private unwrap(given: Words, place: Place, writes: Words): void {
    const at = programIndex(given.map((word) => word ?? '$'));
    const env = new Map(place.env);
    takeAssignments(given.slice(0, at), env);
    const words = given.slice(at);
    const inner = { ...place, env };
    const name = baseName(words[0] ?? '$');
    const isBin = /(?:^|\/)node_modules\/\.bin\/[^/]+$/.test(words[0] ?? '');
    const local = inner.local || isBin;
    if (words.length === 0) return;
    if (/^(?:cross-env|cross-env-shell)$/.test(name)) {
      const next = takeAssignments(words.slice(1), env) + 1;
      this.push(words, { ...inner, local }, []);
      if (next < words.length) this.words(words.slice(next), inner, writes);
      return;
    }
    if (WRAPPERS.has(name)) {
      this.push(words, { ...inner, local }, []);
      const next = wrapped(name, words);
      if (next) this.words(next, inner, writes);
      return;
    }
    if (PARALLEL.has(name)) {
      this.push(words, { ...inner, local }, []);
      this.parallel(name, words, inner);
      return;
    }
    if (SHELLS.has(name)) this.shell(words, inner);
    else this.call(words, { ...inner, local }, writes);
  }

  private shell(words: Words, place: Place): void {
    const at = words.findIndex((word) => /^-\w*c$/.test(word ?? ''));
    const path = words.find((word, i) => i > 0 && !(word ?? '$').startsWith('-'));
    const file = pathFrom(place.directory, path);
    const text = at > 0 ? words[at + 1] : file && this.read(file);
    if (text === undefined) this.opaque.push(words.map((word) => word ?? '$').join(' '));
    else this.text(text, place);
  }

  private call(words: Words, place: Place, writes: Words): void {
    const call = readCall(words);
    if (!call) {
      const file = (words[0] ?? '').endsWith('.sh')
        ? pathFrom(place.directory, words[0])
        : undefined;
      const text = file === undefined ? undefined : this.read(file);
      if (text === undefined) this.push(words, place, writes);
      else this.text(text, place);
      return;
    }
    const directory =
      call.directory === undefined ? place.directory : pathFrom(place.directory, call.directory);
    const inside = { ...place, directory, through: [...place.through, call.manager] };
    if (call.kind === 'exec') {
      if (call.words.length === 0) this.push(words, inside, writes, { ...call, kind: 'unknown' });
      else this.words(call.words, { ...inside, local: true }, writes);
    } else if (call.kind === 'run') this.script(call, words, inside, writes);
    else {
      this.push(words, inside, writes, call);
      if (call.kind === 'install' && !call.quiet) this.lifecycle(inside);
    }
  }

  /** A script of package.json with those that npm and Yarn run before and behind it. */
  private script(call: Call & { kind: 'run' }, words: Words, place: Place, writes: Words): void {
    const manifest =
      place.directory === undefined ? undefined : this.manifests.get(place.directory);
    const scripts = manifest?.scripts ?? {};
    const text = scripts[call.script] ?? (call.script === 'start' ? 'node server.js' : undefined);
    if (!manifest || text === undefined) {
      if (manifest && call.orBin) {
        this.words([call.script, ...call.rest], { ...place, local: true }, writes);
      } else this.push(words, place, writes, { ...call, kind: 'unknown' });
      return;
    }
    if (++this.depth > MAX_DEPTH) {
      this.opaque.push(text);
    } else {
      const inside = { ...place, local: true };
      const before = scripts[`pre${call.script}`];
      const behind = scripts[`post${call.script}`];
      if (before !== undefined) this.text(before, inside);
      const rest = call.rest.map((word) => (word === undefined ? '"$X"' : quote(word)));
      this.text([text, ...rest].join(' '), inside);
      if (behind !== undefined) this.text(behind, inside);
    }
    this.depth--;
  }

  /** Scripts of the application itself that an installation runs. */
  private lifecycle(place: Place): void {
    const manifest =
      place.directory === undefined ? undefined : this.manifests.get(place.directory);
    for (const name of ['preinstall', 'install', 'postinstall', 'prepublish', 'prepare']) {
      const text = manifest?.scripts[name];
      if (text !== undefined) this.text(text, { ...place, local: true });
    }
  }

  /** `run-s clean build:*`, `concurrently "npm:x" "node y"`. */
  private parallel(name: string, words: Words, place: Place): void {
    const manifest =
      place.directory === undefined ? undefined : this.manifests.get(place.directory);
    for (const word of words.slice(1)) {
      if (word === undefined || word.startsWith('-')) continue;
      const script = name === 'concurrently' ? /^(?:npm|yarn|pnpm):(.+)$/.exec(word)?.[1] : word;
      if (script === undefined) this.text(word, place);
      else {
        for (const found of matching(script, Object.keys(manifest?.scripts ?? {}))) {
          this.words(['npm', 'run', found], place, []);
        }
      }
    }
  }

  private push(words: Words, place: Place, writes: Words, call?: Call): void {
    const { env, directory, certain, local, through, step } = place;
    const program = baseName(words[0] ?? '$');
    this.tasks.push({
      program,
      words,
      env,
      directory,
      certain,
      call,
      local,
      through,
      writes,
      step,
    });
  }
}

const start = (directory: string | undefined): Place => ({
  env: new Map(),
  directory,
  certain: true,
  local: false,
  through: [],
  step: undefined,
});

/** Programs of packages that run the command behind them. */
const WRAPPERS = new Set(['dotenv', 'env-cmd', 'dotenvx', 'doppler', 'infisical', 'wait-on']);

const PARALLEL = new Set(['concurrently', 'npm-run-all', 'npm-run-all2', 'run-s', 'run-p']);

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash']);

/** The words behind a wrapper's own. */
function wrapped(name: string, words: Words): Words | undefined {
  const dashes = words.indexOf('--');
  if (dashes > 0) return words.slice(dashes + 1);
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) return undefined;
    if (/^(?:-e|-f|-c|-p|-v|--file|--environments|--env-file)$/.test(word)) at++;
    else if (!word.startsWith('-') && !(name === 'dotenvx' && word === 'run'))
      return words.slice(at);
  }
  return undefined;
}

/** Takes `A=b` in front into `env`; returns how many. */
function takeAssignments(words: Words, env: Map<string, string | undefined>): number {
  let at = 0;
  for (; at < words.length; at++) {
    const match = /^([A-Za-z_]\w*)=(.*)$/s.exec(words[at] ?? '');
    if (match) env.set(match[1]!, match[2]);
    else if (!/^(?:env|exec|-\w*)$/.test(words[at] ?? '$')) break;
  }
  return at;
}

/** A pattern for files stands for itself; everything else that is not static is not known. */
const pattern = (text: string): string | undefined =>
  /^[\w./*?{},@-]+$/.test(text) ? text : undefined;

/** The value of `NAME=value`, where no expansion is in it. */
function valueIn(assignment: string): string | undefined {
  const text = assignment.slice(assignment.indexOf('=') + 1);
  const bare = /^(?:"([^"$`\\]*)"|'([^']*)'|([^"'$`\\]*))$/.exec(text);
  return bare ? (bare[1] ?? bare[2] ?? bare[3]) : undefined;
}

const quote = (word: string): string =>
  /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

function matching(name: string, names: readonly string[]): string[] {
  if (!name.includes('*')) return [name];
  const expression = name
    .split('*')
    .map((part) => part.replace(/\W/g, '\\$&'))
    .join('.*');
  return names.filter((one) => new RegExp(`^${expression}$`).test(one));
}

/** Where node looks for the file that it is given. */
export const pathOf = (task: Task, file: string): string | undefined =>
  file.startsWith('/') ? normal(file) : pathFrom(task.directory, file);
