import { valueOf } from '../../../../src/kit.ts';
import { baseName } from '../../prefix.ts';
import { isInside } from '../aftermath.ts';
import type { ContextFile } from '../brought.ts';
import { followOutputs, type Output } from '../outputs.ts';
import { textsOf } from '../sources.ts';
import type { Subject } from '../types.ts';
import type { NodeBuild, Root } from './node-build.ts';
import { lockOf, type Lock } from './node-locks.ts';
import {
  importsOf,
  isCode,
  isTest,
  isToolConfig,
  packageIn,
  readSources,
  type NodeSources,
} from './node-sources.ts';
import type { NodeStart } from './node-start.ts';
import { packageOf } from './node-tools.ts';
import { productionOf, type Manifest } from './package-json.ts';

/** Where the packages of a root are installed. */
export const modulesOf = ({ directory }: Root): string =>
  directory === '/' ? '/node_modules' : `${directory}/node_modules`;

/** An application as the file builds and starts it: what several questions need to know. */
export class NodeApp {
  readonly subject: Subject;
  readonly files: readonly ContextFile[];
  readonly manifests: ReadonlyMap<string, Manifest>;
  readonly start: NodeStart;
  readonly build: NodeBuild;
  /** Sources that may run, by their path in the context. */
  readonly code: ReadonlyMap<string, string>;
  readonly sources: NodeSources;
  /** What builds and installations make, where it lies in the end. */
  readonly outputs: readonly Output[];
  /** The directory with the package.json of what starts. */
  readonly home: string;
  /** Why the packages for development are needed at run time. */
  readonly keep: string | undefined;
  private readonly locks = new Map<Root, Lock | undefined>();

  constructor(
    subject: Subject,
    files: readonly ContextFile[],
    manifests: ReadonlyMap<string, Manifest>,
    start: NodeStart,
    build: NodeBuild,
  ) {
    this.subject = subject;
    this.files = files;
    this.manifests = manifests;
    this.start = start;
    this.build = build;
    this.code = textsOf(
      subject.context,
      files.filter(({ path }) => !path.includes('/node_modules/')),
      (source) => isText(source) && !isTest(source) && !isToolConfig(source),
    );
    this.sources = readSources(this.code);
    const modules = this.roots.flatMap((root) => {
      const { step } = root.install;
      return root.filled && step ? [{ path: modulesOf(root), step }] : [];
    });
    this.outputs = followOutputs(subject, [...build.outputs, ...modules], build.accounted);
    const workdir = valueOf(subject.workdir) ?? '/';
    this.home = this.rootOf(start.file ?? workdir) ?? workdir;
    this.keep = this.keepsDevelopment();
  }

  get roots(): Root[] {
    return [...this.build.roots.values()];
  }

  lockOf(root: Root): Lock | undefined {
    if (!this.locks.has(root)) {
      this.locks.set(root, lockOf(root.manifest, this.subject.context));
    }
    return this.locks.get(root);
  }

  /** The text of a file of the image that came from the context. */
  textAt(path: string): string | undefined {
    const file = this.files.find((one) => one.path === path.replace('//', '/'));
    return file && valueOf(this.subject.context.readText(file.source));
  }

  /** The directory of the nearest package.json above a path. */
  private rootOf(path: string): string | undefined {
    return [...this.manifests.keys()]
      .filter((directory) => isInside(path, directory))
      .toSorted((a, b) => b.length - a.length)[0];
  }

  /** The file that node runs, with `main` of a package.json where it is a directory. */
  get entry(): string | undefined {
    const { file } = this.start;
    const main = file === undefined ? undefined : this.manifests.get(file)?.main;
    return main === undefined ? file : `${file}/${main.replace(/^\.\//, '')}`;
  }

  /** Is the entry in the context? */
  get isEntryThere(): boolean {
    const { entry } = this;
    if (entry === undefined) return true;
    const ends = ['', '.js', '.mjs', '.cjs', '.json', '.ts', '.node', '/index.js', '/index.mjs'];
    return this.files.some(({ path }) => ends.some((end) => path === entry + end));
  }

  /** Does a step make it, as far as the file tells? */
  isMade(path: string): boolean {
    if (path.includes('/node_modules/')) return true;
    if (this.outputs.some((output) => isInside(path, output.path))) return true;
    return [...this.build.whole].some((directory) => isInside(path, directory));
  }

  private keepsDevelopment(): string | undefined {
    const root = this.roots.findLast(({ directory }) => isInside(this.home, directory));
    if (!root) return undefined;
    const { manifest } = root;
    // Each of them has dependencies of its own, which are installed together.
    if (this.isWorkspace(root)) return 'its workspace';
    const production = productionOf(manifest);
    const dev = Object.keys(manifest.devDependencies).filter(
      (name) => !production.includes(name) && !name.startsWith('@types/'),
    );
    // It reads types as well, wherever they are listed.
    const { interpreter, tasks, loads, file } = this.start;
    if (interpreter !== undefined && Object.keys(manifest.devDependencies).length > 0) {
      return interpreter;
    }
    const called = tasks.flatMap((task) => (task.local ? [packageOf(task.program)] : []));
    const inModules = /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file ?? '')?.[1] ?? '';
    const loaded = loads.flatMap((name) => packageIn(name) ?? []);
    const needed = [...loaded, ...called, inModules].find((name) => dev.includes(name));
    return needed ?? importsOf(this.running(), dev)[0];
  }

  /** Are other packages of the repository installed with it? */
  isWorkspace({ manifest, directory }: Root): boolean {
    if (manifest.workspaces || this.textAt(`${directory}/lerna.json`) !== undefined) return true;
    return this.textAt(`${directory}/pnpm-workspace.yaml`)?.includes('packages:') === true;
  }

  /** Sources of what starts: those that run, and those that are compiled into it. */
  private running(): ReadonlyMap<string, string> {
    const others = this.roots
      .map(({ directory }) => directory)
      .filter((directory) => directory !== this.home && isInside(directory, this.home));
    const here = new Set(
      this.files
        .filter(({ path }) => isInside(path, this.home))
        .filter(({ path }) => !others.some((other) => isInside(path, other)))
        .map(({ source }) => source),
    );
    return new Map([...this.code].filter(([source]) => here.has(source)));
  }

  /**
   * What Next.js and Nuxt make to be copied alone:
   * https://nextjs.org/docs/app/api-reference/config/next-config-js/output#automatically-copying-traced-files,
   * https://nuxt.com/docs/getting-started/deployment#entry-point, read 2026-11-25.
   */
  get standalone(): string | undefined {
    const file = this.start.file ?? '';
    const match = /^(.*\/(?:\.next\/standalone|\.output(?=\/server\/)))\//.exec(file);
    return match && this.isMade(file) ? match[1] : undefined;
  }

  /**
   * How node starts it without a shell and npm: as the file does, or the script of a package that
   * package.json names, which the lock file of npm leads to.
   */
  get direct(): NodeStart['direct'] {
    const { direct, tasks } = this.start;
    const [task] = tasks;
    if (direct || tasks.length !== 1 || !task || !SERVERS.has(task.program)) return direct;
    const root = this.build.roots.get(this.home);
    const words = task.words.slice(1);
    const plain = task.local && task.env.size === 0 && task.directory === this.home;
    if (!root || root.manager === 'pnpm' || !plain || words.includes(undefined)) return undefined;
    const name = packageOf(task.program);
    const locked = this.lockOf(root)?.packages.find((one) => one.top && one.name === name);
    const bin = locked?.bin[task.program];
    if (bin === undefined || this.start.trouble !== undefined) return undefined;
    const script = `node_modules/${name}/${bin.replace(/^\.\//, '')}`;
    return { args: [script, ...(words as string[])], nodeEnv: undefined };
  }

  /** Is something in node_modules of this directory needed at run time? */
  shipsModules(root: Root): boolean {
    if (!root.filled || this.standalone !== undefined) return false;
    const { manifest, named, dev } = root;
    const has = productionOf(manifest).length > 0 || named.length > 0 || this.isWorkspace(root);
    if (!has && !(dev && this.keep !== undefined)) return false;
    return root.directory === this.home || !this.isOnlyBuilt(root);
  }

  /** Another package of the repository, of which only what it builds is served. */
  isOnlyBuilt({ directory }: Root): boolean {
    if (isInside(this.home, directory) || this.build.whole.has(directory)) return false;
    const built = this.outputs.filter(
      ({ path }) => isInside(path, directory) && !path.includes('/node_modules'),
    );
    if (built.length === 0) return false;
    const text = [...this.running().values()].join('\n');
    const name = baseName(directory).replace(/\W/g, '\\$&');
    const named = [...text.matchAll(new RegExp(`["'\`/]${name}(?=["'\`/])(.{0,24})`, 'g'))];
    return named.every(([, rest]) => {
      const next = rest!.replace(/^["'`/,\s]+/, '');
      return built.some(({ path }) => next.startsWith(baseName(path)));
    });
  }

  /** Packages for development that an earlier layer has and the final stage has not. */
  get leavesDevelopment(): boolean {
    if (this.keep !== undefined) return false;
    return this.roots.some(
      ({ hadDev, manifest }) => hadDev && Object.keys(manifest.devDependencies).length > 0,
    );
  }
}

/** Programs of packages that are plain scripts of node, and start nothing else than node. */
const SERVERS = new Set(['next', 'remix-serve', 'react-router-serve', 'functions-framework']);

const isText = (source: string): boolean => isCode(source) || /\.(?:sh|html|sql)$/.test(source);
