import { valueOf, type Instruction } from '../../../../src/kit.ts';
import { isInside } from '../aftermath.ts';
import { effectsOf } from '../effects.ts';
import { pathFrom } from '../steps.ts';
import type { NoPlan, Step, Subject } from '../types.ts';
import type { Install, Manager } from './node-calls.ts';
import type { Task, TaskReader } from './node-tasks.ts';
import { argsOf, makes, type Compiled } from './node-tools.ts';
import type { Manifest } from './package-json.ts';

/** A directory with a package.json whose packages are installed. */
export interface Root {
  readonly directory: string;
  readonly manager: Manager;
  readonly manifest: Manifest;
  /** What installed last. */
  readonly install: Task;
  /** Packages for development are there when the build is over. */
  readonly dev: boolean;
  /** They were there at some time, so that a layer holds them. */
  readonly hadDev: boolean;
  /** Options of its installations. */
  readonly flags: readonly string[];
  /** Packages that the command lines add. */
  readonly named: readonly string[];
  /** Packages are there at all. */
  readonly filled: boolean;
}

/** What the RUNs of the file build, followed through package.json. */
export interface NodeBuild {
  readonly roots: ReadonlyMap<string, Root>;
  readonly accounted: Set<Step>;
  /** Absolute paths that builds make, and the steps that do. */
  readonly outputs: readonly { readonly path: string; readonly step: Step }[];
  /** Directories in which something is made that is not told. */
  readonly whole: ReadonlySet<string>;
  readonly assumptions: readonly string[];
  /** Packages installed for everybody. */
  readonly globals: readonly string[];
  /** The last RUN with a command of these. */
  readonly last: Instruction | undefined;
  readonly tasks: readonly Task[];
}

/** Programs that are taken to belong to a build of Node.js wherever they stand. */
const PROGRAMS =
  /^(?:node|nodejs|tsc|lb-tsc|webpack|rollup|esbuild|gulp|grunt|bower|ng|nest|next|vite|prisma|sequelize|knex|node-gyp|vue|gatsby|hexo|ncc|pkg|react-scripts|babel|rimraf)$/;

export function readBuild(
  subject: Subject,
  manifests: ReadonlyMap<string, Manifest>,
  reader: TaskReader,
  compiled: Compiled,
): NodeBuild | NoPlan {
  return new BuildReader(subject, manifests, reader, compiled).build();
}

export const isBuild = (result: NodeBuild | NoPlan): result is NodeBuild => 'roots' in result;

class BuildReader {
  private readonly subject: Subject;
  private readonly manifests: ReadonlyMap<string, Manifest>;
  private readonly reader: TaskReader;
  private readonly compiled: Compiled;
  private readonly roots = new Map<string, Root>();
  private readonly accounted = new Set<Step>();
  private outputs: { path: string; step: Step }[] = [];
  private readonly whole = new Set<string>();
  private readonly assumptions = new Set<string>();
  private readonly globals: string[] = [];
  private readonly tasks: Task[] = [];
  private trouble: NoPlan | undefined;

  constructor(
    subject: Subject,
    manifests: ReadonlyMap<string, Manifest>,
    reader: TaskReader,
    compiled: Compiled,
  ) {
    this.subject = subject;
    this.manifests = manifests;
    this.reader = reader;
    this.compiled = compiled;
  }

  build(): NodeBuild | NoPlan {
    let last: Instruction | undefined;
    for (const step of this.subject.steps) {
      const { tasks, opaque } = this.reader.ofStep(step);
      if (!this.isOwn(step, tasks, opaque)) {
        this.files(step);
        continue;
      }
      this.accounted.add(step);
      last = step.run;
      this.tasks.push(...tasks);
      for (const text of opaque) this.somewhere(text, step.directory);
      for (const task of tasks) this.task(task, step);
    }
    if (this.trouble) return this.trouble;
    const { roots, accounted, outputs, whole, globals, tasks } = this;
    return {
      roots,
      accounted,
      outputs,
      whole,
      assumptions: [...this.assumptions],
      globals,
      last,
      tasks,
    };
  }

  private isOwn(step: Step, tasks: readonly Task[], opaque: readonly string[]): boolean {
    if (step.program === 'corepack') return true;
    const own = tasks.some(
      (task) =>
        task.call !== undefined ||
        task.local ||
        PROGRAMS.test(task.program) ||
        this.isGlobal(task.program),
    );
    return own || (opaque.length > 0 && /^(?:npm|yarn|pnpm|npx)$/.test(step.program));
  }

  /** A program of a package that is installed for everybody. */
  private isGlobal(program: string): boolean {
    return this.globals.some((name) => name === program || name.endsWith(`/${program}`));
  }

  private task(task: Task, step: Step): void {
    const { call } = task;
    if (!call) this.program(task, step);
    else if (call.kind === 'install') this.install(task, call);
    else if (call.kind === 'global') this.globals.push(...call.packages.map(bareName));
    else if (call.kind === 'prune')
      this.update(task.directory, (root) => ({ ...root, dev: false }));
    else if (call.kind === 'unknown') {
      const text = textOf(task);
      this.trouble ??= { reason: 'unaccounted', detail: `${text} (line ${step.run.given.line})` };
    }
  }

  private update(directory: string | undefined, change: (root: Root) => Root): void {
    const root = directory === undefined ? undefined : this.roots.get(directory);
    if (root) this.roots.set(root.directory, change(root));
  }

  private install(task: Task, call: Install & { readonly manager: Manager }): void {
    const { directory } = task;
    const manifest =
      directory === undefined
        ? undefined
        : (this.manifests.get(directory) ?? this.bare(directory, call.named));
    if (directory === undefined || !manifest) {
      const where = directory ?? 'an unknown directory';
      this.trouble ??= { reason: 'context', detail: `no package.json is known in ${where}` };
      return;
    }
    const before = this.roots.get(directory);
    const production = call.production ?? this.isProduction(task);
    this.roots.set(directory, {
      directory,
      manager: call.manager,
      manifest,
      install: task,
      dev: !production,
      hadDev: !production || before?.hadDev === true,
      flags: [...(before?.flags ?? []), ...call.flags],
      named: [...(before?.named ?? []), ...call.named.map(bareName)],
      filled: true,
    });
  }

  /** `npm install express` where no package.json was copied. */
  private bare(directory: string, named: readonly string[]): Manifest | undefined {
    if (named.length === 0 || [...this.manifests.keys()].some((one) => isInside(directory, one))) {
      return undefined;
    }
    return {
      directory,
      source: '',
      scripts: {},
      dependencies: Object.fromEntries(named.map((name) => [bareName(name), '*'])),
      devDependencies: {},
      optionalDependencies: {},
      main: undefined,
      packageManager: undefined,
      workspaces: false,
    };
  }

  /** NODE_ENV, as npm, Yarn 1 and pnpm read it. */
  private isProduction({ env, step }: Task): boolean {
    const set = env.has('NODE_ENV')
      ? env.get('NODE_ENV')
      : step && valueOf(step.run.variable('NODE_ENV'));
    return set === 'production';
  }

  private program(task: Task, step: Step): void {
    const { directory } = task;
    if (task.program === 'corepack') return;
    if (isLook(task)) return;
    const made = makes(task, this.compiled);
    switch (made.kind) {
      case 'nothing':
        return;
      case 'paths':
        for (const path of made.paths) this.outputs.push({ path, step });
        return;
      case 'inside':
        this.whole.add(directory!);
        return;
      case 'removes':
        for (const path of made.paths) this.remove(path, task.certain);
        return;
      default:
        this.somewhere(textOf(task), directory);
    }
  }

  private somewhere(text: string, directory: string | undefined): void {
    const script = /^node(?:js)? (\S+\.[cm]?js)\b/.exec(text)?.[1];
    const path = script === undefined ? undefined : pathFrom(directory, script);
    const source = path === undefined ? undefined : this.compiled.read(path);
    if (directory !== undefined) this.whole.add(directory);
    if (source !== undefined && staysBelow(source)) return;
    const where = directory === undefined || directory === '/' ? 'the application' : directory;
    this.assumptions.add(`${brief(text)} writes only below ${where}`);
  }

  private remove(path: string, certain: boolean): void {
    if (!certain) return;
    this.outputs = this.outputs.filter((output) => !isInside(output.path, path));
    for (const root of this.roots.values()) {
      if (isInside(`${root.directory}/node_modules`.replace('//', '/'), path)) {
        this.roots.set(root.directory, { ...root, dev: false, filled: false });
      }
    }
  }

  /** Commands of the shell that move or remove what was made. */
  private files(step: Step): void {
    for (const effect of effectsOf(step)) {
      if (effect.kind === 'removes')
        for (const path of effect.paths) this.remove(path, step.certain);
    }
    if (step.program === 'rm' && step.words.some((word) => word === undefined)) {
      const root = this.rootAt(step.directory);
      if (root !== undefined) this.whole.add(root);
    }
    if (step.program !== 'cp' && step.program !== 'mv') return;
    const target = pathFrom(step.directory, step.words.at(-1)?.replace(/\/\.?$/, ''));
    if (target !== undefined && this.outputs.some(({ path }) => isInside(target, path))) {
      this.accounted.add(step);
      return;
    }
    const root = this.rootAt(target);
    if (root === undefined || root === '/') return;
    // What arrives in the directory of the application ships with it.
    this.whole.add(root);
    this.accounted.add(step);
  }

  /** The directory of a package.json that a path lies in. */
  private rootAt(path: string | undefined): string | undefined {
    if (path === undefined) return undefined;
    return [...this.manifests.keys()]
      .filter((directory) => isInside(path, directory))
      .toSorted((a, b) => b.length - a.length)[0];
  }
}

/** Print something: `node --version`, `node -e "console.log(…)"`. */
const isLook = (task: Task): boolean =>
  argsOf(task).length > 0 && argsOf(task).every((arg) => /^(?:-v|--version|-h|--help)$/.test(arg));

const textOf = (task: Task): string => task.words.map((word) => word ?? '$').join(' ');

const brief = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** `typescript@5`, `@nestjs/cli@latest` without their versions. */
const bareName = (name: string): string => name.replace(/(?!^)@.*$/, '');

/** Does a script name no place above its directory, and no absolute one? */
const staysBelow = (source: string): boolean =>
  !/['"`](?:\.\.\/)+|['"`]\.\.['"`]|['"`]\/(?:usr|etc|var|opt|home|root|srv|app|data)\b|homedir\(|tmpdir\(|child_process|execa|shelljs/.test(
    source,
  );
