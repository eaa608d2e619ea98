import type { ContextFile } from '../brought.ts';
import { effectsOf } from '../effects.ts';
import { isInPlace } from '../started.ts';
import { pathFrom } from '../steps.ts';
import type { Shipment, Step, Subject } from '../types.ts';
import type { CMakeInstall, CMakeProject } from './cmake.ts';
import { CMakeTrees, placed, type CMakeTree } from './cmake-trees.ts';
import { isCompiler, linkedBy } from './compilers.ts';
import { isMake, withMake, type MakeRun } from './make-steps.ts';

/** A program or a shared library, and where a step puts it. */
export interface CMade {
  readonly path: string;
  readonly step: Step;
  readonly isShared: boolean;
}

/** Everything that the steps of a file build with the tools of C. */
export class CBuild {
  /** With the commands of make behind it. */
  readonly steps: readonly Step[];
  readonly made: CMade[] = [];
  /** Files that are installed besides programs. */
  readonly installed: Shipment[] = [];
  /** Names of libraries that are linked to; `undefined`: not told. */
  readonly libraries: (string | undefined)[] = [];
  /** Libraries that the build itself makes. */
  readonly own = new Set<string>();
  readonly flags: string[] = [];
  readonly accounted = new Set<Step>();
  isCpp = false;
  isStatic = true;
  /** CMake names what it links to by names of its own. */
  usesCMake = false;
  /** Where something is built that the context does not tell: its directory, and the prefix of `make install`. */
  readonly untold: {
    readonly step: Step;
    readonly kind?: 'recipe';
    readonly directory: string;
    readonly why: string;
    readonly prefix: string | undefined;
  }[] = [];
  private readonly subject: Subject;
  readonly runs: readonly MakeRun[];
  private readonly trees: CMakeTrees;
  private readonly configured = new Map<string, string>();

  constructor(subject: Subject, files: readonly ContextFile[] | undefined) {
    this.subject = subject;
    const { steps, runs } = withMake(subject, files);
    this.steps = steps;
    this.runs = runs;
    this.trees = new CMakeTrees(subject, files);
    for (const step of steps) this.step(step);
    if (this.made.length === 0) this.isStatic = false;
  }

  /** The directories whose CMakeLists.txt are built. */
  get sourceTrees(): readonly string[] {
    return this.trees.all.map(({ source }) => source);
  }

  private step(step: Step): void {
    const { program } = step;
    const ofMake = !this.subject.steps.includes(step);
    if (isCompiler(step)) this.compile(step);
    else if (isMake(step) || program === 'ninja' || program === 'samu') this.make(step);
    else if (program === 'cmake') this.cmake(step);
    else if (program === 'configure' || program === 'config') this.configure(step);
    else if (BUILDS.has(program)) this.accounted.add(step);
    else if (program === 'ar') this.archive(step);
    else if (isInPlace(step)) this.accounted.add(step);
    else if (/^(?:pkg-config|\w+[-_]config)$/.test(program)) this.accounted.add(step);
    else if (program === 'update-alternatives' && step.args.some((arg) => COMPILERS.test(arg))) {
      this.accounted.add(step);
    } else if (ofMake) this.recipe(step);
  }

  private compile(step: Step): void {
    this.accounted.add(step);
    const linked = linkedBy(step);
    if (!linked) return;
    const { path, isShared, libraries, isCpp, isStatic, flags } = linked;
    this.made.push({ path, step, isShared });
    this.isCpp ||= isCpp;
    this.isStatic &&= isStatic || isShared;
    this.flags.push(...flags);
    if (isShared) this.own.add(libraryName(path));
    const said = step.command?.words.map(({ text }) => text).join(' ') ?? step.args.join(' ');
    const named = [...said.matchAll(PKG_CONFIG)].flatMap(([, names]) => names!.split(/\s+/));
    const told = named.length > 0 || /\$\(\s*\w+-config\b|`\w+-config\b/.test(said);
    const configs = [...said.matchAll(/[(`]\s*(\w+)-config\b/g)].flatMap(([, name]) => name ?? []);
    this.libraries.push(
      ...libraries.filter((name) => name !== undefined || !told),
      ...named.filter((name) => /^\w/.test(name)),
      ...configs.filter((name) => name !== 'pkg').map((name) => (name === 'pg' ? 'pq' : name)),
    );
  }

  private archive(step: Step): void {
    this.accounted.add(step);
    const archive = step.args.find((arg) => arg.endsWith('.a'));
    if (archive !== undefined) this.own.add(libraryName(archive));
  }

  /** `make`, `ninja`: of a Makefile, or of a build tree of CMake. */
  private make(step: Step): void {
    this.accounted.add(step);
    const run = this.runs.find((one) => one.step === step);
    const directory = run?.directory ?? directoryOf(step);
    const tree = this.trees.at(directory);
    const goals = step.args.filter((arg) => /^[a-z][\w-]*$/.test(arg));
    if (tree) {
      this.built(
        step,
        tree,
        goals.some((goal) => goal.startsWith('install')),
      );
      return;
    }
    if (!run || run.trouble === undefined) {
      if (run) {
        this.textLibraries(run.texts);
        return;
      }
    }
    const why = run?.trouble ?? 'the build files of ninja are not known';
    const prefix = goals.some((goal) => goal.startsWith('install'))
      ? (this.configured.get(directory ?? '') ?? '/usr/local')
      : undefined;
    this.untold.push({ step, directory: directory ?? '/', why, prefix });
  }

  /** Names that a Makefile gets from pkg-config. */
  private textLibraries(texts: readonly string[]): void {
    for (const [, names = ''] of texts.join('\n').matchAll(PKG_CONFIG)) {
      this.libraries.push(...names.split(/\s+/).filter((name) => /^\w/.test(name)));
    }
  }

  private configure(step: Step): void {
    this.accounted.add(step);
    const prefix = step.args.map((arg) => /^--prefix=(.+)$/.exec(arg)?.[1]).find(Boolean);
    if (step.directory !== undefined) this.configured.set(step.directory, prefix ?? '/usr/local');
  }

  private cmake(step: Step): void {
    this.accounted.add(step);
    const { args } = step;
    const at = (name: string): string | undefined => {
      const i = args.indexOf(name);
      return i < 0 ? undefined : pathFrom(step.directory, args[i + 1]);
    };
    if (args[0] === '-E' || args[0] === '-P') return;
    const building = at('--build') ?? at('--install');
    if (building === undefined) {
      this.trees.configure(step, at('-S'), at('-B'));
      return;
    }
    const tree = this.trees.at(building);
    if (!tree) {
      this.untold.push({
        step,
        directory: building,
        why: 'its CMakeLists.txt is not known',
        prefix: undefined,
      });
      return;
    }
    const target = args[args.findIndex((arg) => /^(?:-t|--target)$/.test(arg)) + 1];
    this.built(step, tree, args.includes('--install') || target === 'install');
  }

  private built(step: Step, tree: CMakeTree, installs: boolean): void {
    const { build, project } = tree;
    this.usesCMake = true;
    if (project.trouble !== undefined) {
      const prefix = installs ? tree.prefix : undefined;
      this.untold.push({ step, directory: build, why: project.trouble, prefix });
      return;
    }
    if (installs) this.installTree(step, tree);
    for (const target of project.targets) {
      this.own.add(target.name);
      this.isCpp ||= target.isCpp;
      if (target.output === undefined) continue;
      const path = placed(target.output, tree);
      if (target.kind !== 'static')
        this.made.push({ path, step, isShared: target.kind === 'shared' });
    }
    const flags = project.flags.flatMap((flag) => flag.split(/\s+/));
    this.flags.push(...flags);
    this.isStatic &&= flags.includes('-static');
    this.libraries.push(
      ...project.links.filter((name) => !LINK_KEYWORDS.test(name)).map(libraryFlag),
    );
    this.libraries.push(...project.packages.filter((name) => !LINK_KEYWORDS.test(name)));
  }

  private installTree(step: Step, { build, prefix, project }: CMakeTree): void {
    for (const install of project.installs) {
      const into =
        install.destination === undefined ? undefined : pathFrom(prefix, install.destination);
      if (into === undefined) {
        this.untold.push({
          step,
          directory: build,
          why: 'where CMake installs to is not known',
          prefix,
        });
        continue;
      }
      this.installOne(step, install, into, project);
    }
  }

  private installOne(step: Step, install: CMakeInstall, into: string, project: CMakeProject): void {
    const target = project.targets.find(({ name }) => name === install.target);
    if (target?.output !== undefined && target.kind !== 'static') {
      const name = target.output.slice(target.output.lastIndexOf('/') + 1);
      this.made.push({ path: `${into}/${name}`, step, isShared: target.kind === 'shared' });
    }
    for (const path of install.paths) {
      if (/\.(?:h|hpp|hh|cmake|pc|md)$/.test(path) || into.endsWith('/include')) continue;
      const name = path.endsWith('/') ? '' : path.slice(path.lastIndexOf('/') + 1);
      this.installed.push({
        from: name === '' ? into : `${into}/${name}`,
        made: true,
        file: !install.isDirectory,
      });
    }
  }

  /** Another command of a Makefile: it installs something, changes the build tree, or nothing. */
  private recipe(step: Step): void {
    const effects = effectsOf(step);
    if (['install', 'cp', 'mv', 'ln'].includes(step.program)) return;
    const run = this.runs.find(({ commands }) => commands.includes(step));
    const goals = run?.goals ?? [];
    if (goals.length > 0 && goals.every((goal) => CHECKS.test(goal))) return;
    const own = pathFrom(step.directory, step.words[0]);
    if (this.made.some(({ path }) => path === own)) return;
    if (effects.some(({ kind }) => kind === 'unknown')) {
      const why = `its Makefile runs ${step.program === '' ? 'a command' : step.program}`;
      if (!GENERATORS.test(step.program))
        this.untold.push({
          step,
          kind: 'recipe',
          directory: step.directory ?? '/',
          why,
          prefix: undefined,
        });
    }
  }
}

/** Which version of the compiler its short names stand for. */
const COMPILERS = /^(?:gcc|g\+\+|cc|c\+\+|cpp|clang|clang\+\+|ld|gcov|gcc-\w+)$/;

/** Goals that leave nothing that runs. */
const CHECKS = /^(?:test|tests|check|lint|clean|distclean|format|valgrind)$/;

const PKG_CONFIG = /pkg-config\s+(?:--\S+\s+)*([\w.+\- ]+)/g;

/** Write files of the build tree. */
const GENERATORS =
  /^(?:bison|yacc|flex|lex|xxd|ld|ranlib|objcopy|nm|as|nasm|yasm|m4|autoreconf|autoconf|automake|touch|pkg-config|windres|protoc|gperf|strip|clang-format|gdb)$/;

/** Steps of a build that only write below the directory where they stand. */
const BUILDS = new Set(
  'autoreconf autoconf automake aclocal autoheader libtoolize autogen.sh bootstrap autogen bootstrap.sh buildconf ld ranlib ldconfig ccache meson'.split(
    ' ',
  ),
);

const LINK_KEYWORDS =
  /^(?:PUBLIC|PRIVATE|INTERFACE|LINK_PUBLIC|LINK_PRIVATE|general|debug|optimized|REQUIRED|IMPORTED_TARGET|QUIET|GTest|gtest|gtest_main|Doxygen|Git|PkgConfig|Threads|Python3?)$|^GTest::|^-W|[<>=]/;

const libraryFlag = (name: string): string => name.replace(/^-l/, '');

const libraryName = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/^lib/, '')
    .replace(/\.(?:a|so(?:\.[\d.]+)?)$/, '');

const directoryOf = ({ args, directory }: Step): string | undefined => {
  const i = args.indexOf('-C');
  return i < 0 ? directory : pathFrom(directory, args[i + 1]);
};
