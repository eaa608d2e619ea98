import { valueOf } from '../../../../src/kit.ts';
import { baseName } from '../../prefix.ts';
import { assetsOf, configurationOf, type Reading } from '../assets.ts';
import { followOutputs, type Output } from '../outputs.ts';
import { fewestPaths, filesOf, literalsOf, mentionsIn, textsOf } from '../sources.ts';
import { directoryOf, isInPlace, isStarted, namedByStart, programShipment } from '../started.ts';
import { pathFrom } from '../steps.ts';
import type { Candidate, Ecosystem, NoPlan, Plan, Shipment, Step, Subject } from '../types.ts';
import { linksOf } from './cargo-links.ts';
import { CargoProject, type CargoBuild } from './cargo-project.ts';
import { profileFolder, readArgs } from './cargo.ts';
import { stripped } from './rust-strip.ts';
import { RustBases, type Common } from './rust-bases.ts';
import { assumedOf, DEBUG_READING, executedBy, RUST_READING } from './rust-sources.ts';

/** Programs built by cargo, or by a direct call of rustc. */
export const rust: Ecosystem = {
  id: 'rust',
  builds: (stage) =>
    stage.instructions.some(
      ({ keyword, args }) =>
        keyword === 'RUN' && /\bcargo\s+(?:\+\S+\s+)?(?:build|b|install|rustc)\b/.test(args.text),
    ),
  applies: (subject) =>
    /^rust(?:lang\/rust)?$/.test(subject.base.repository) || subject.steps.some(isBuild),
  plan: (subject) => new Planner(subject).plan(),
};

const isBuild = ({ program, args }: Step): boolean =>
  program === 'cargo' && /^(?:build|install|rustc)$/.test(readArgs(args).command);

/** Build again and restart when a source changes. */
const WATCHERS = /^(?:watch|leptos|shuttle|tauri|make|dev|expand|test|bench|nextest)$/;

/** Commands of cargo that leave nothing that runs, beside what `CargoProject` reads off them. */
const OWN_COMMANDS = new Set(
  (
    'add audit bench build check chef clean clippy doc fetch fix fmt generate-lockfile init install ' +
    'locate-project metadata new nextest pkgid remove rustc search test tree uninstall update vendor ' +
    'verify-project version'
  ).split(' '),
);

class Planner {
  private readonly subject: Subject;
  private readonly project: CargoProject;
  private readonly code: ReadonlyMap<string, string> | undefined;
  private readonly home: string;

  constructor(subject: Subject) {
    this.subject = subject;
    const files = valueOf(filesOf(subject));
    this.project = new CargoProject(subject, files);
    this.code = files && textsOf(subject.context, files, (path) => path.endsWith('.rs'));
    this.home = `${subject.base.env['CARGO_HOME'] ?? '/root/.cargo'}/bin`;
  }

  plan(): Plan | NoPlan {
    const { start, steps } = this.subject;
    const [main] = start.main;
    const builds = steps.filter(isBuild).flatMap((step) => this.project.build(step) ?? []);
    const compiled = steps.filter(({ program }) => program === 'rustc').flatMap(compiledBy);
    if (builds.length === 0 && compiled.length === 0) {
      if (main !== undefined && baseName(main) === 'cargo') return this.atStart();
      return { reason: 'no-build', detail: 'no cargo build or cargo install' };
    }
    if (start.trouble !== undefined) return { reason: 'start', detail: start.trouble };
    if (main === undefined) return { reason: 'start', detail: 'there is no ENTRYPOINT or CMD' };
    const runs = baseName(main) === 'cargo' ? this.cargoRun(builds) : undefined;
    if (runs && 'reason' in runs) return runs;
    const accounted = new Set(steps.filter((step, i) => isOwn(step, steps[i - 1], steps[i + 1])));
    const made = [...builds.flatMap((build) => this.madeBy(build)), ...compiled];
    const outputs = followOutputs(this.subject, made, accounted);
    const started = runs
      ? outputs.find(({ path }) => path === runs.path)
      : outputs.find(({ path }) => isStarted(this.subject, path, main, [this.home]));
    if (!started) return this.notFound(main, builds);
    const build = builds.find(({ step }) => step === started.step);
    return this.planFor(accounted, outputs, started, build, runs);
  }

  private planFor(
    accounted: ReadonlySet<Step>,
    outputs: readonly Output[],
    started: Output,
    build: CargoBuild | undefined,
    runs: CargoRun | undefined,
  ): Plan {
    const programs = this.shipped(outputs, started);
    const links = linksOf(this.subject, this.project, build);
    const word = runs ? undefined : this.subject.start.main[0];
    const ships = programs.map((path) => programShipment(this.subject, path, word));
    const assumptions = this.assets(ships, build);
    const provides = [
      ...programs,
      ...programs.map(baseName),
      ...(word === undefined ? [] : [word]),
    ];
    const common: Common = {
      ships,
      provides: runs ? [...provides, 'cargo'] : provides,
      assumptions: [...assumptions, ...links.assumptions, ...assumedOf(this.code)],
      ...(runs ? { start: runs.start } : {}),
    };
    const bases = new RustBases(this.subject, this.project, this.code, { common, links, build });
    return {
      what: 'Rust program',
      candidates: bases
        .candidates(baseName(started.made))
        .map((one) => (one.rewrites ? one : { ...one, buildLines: stripped(this.subject, build) })),
      accounted,
      runs: executedBy(this.code).programs,
      mentions: mentionsIn(literalsOf(this.code)),
      buildVariables: ['USER'],
      leaves: ['the Rust toolchain'],
    };
  }

  /** It builds when the container starts. */
  private atStart(): NoPlan {
    const words = this.subject.start.main.map((word) => word ?? '…').join(' ');
    return { reason: 'development', detail: `${words} builds it when the container starts` };
  }

  /** What `cargo run` as the start command comes to, once the same build is done. */
  private cargoRun(builds: readonly CargoBuild[]): CargoRun | NoPlan {
    const { start, workdir } = this.subject;
    const words = start.main.map((word) => word ?? '$').slice(1);
    const args = readArgs(words);
    const like = builds.find(
      ({ args: built, step }) =>
        built.command === 'build' &&
        step.directory === valueOf(workdir) &&
        profileFolder(built) === profileFolder(args) &&
        [
          '--features',
          '--no-default-features',
          '--all-features',
          '--target',
          '--manifest-path',
        ].every((name) => String(built.options.get(name)) === String(args.options.get(name))),
    );
    if (args.command !== 'run' || WATCHERS.test(args.command) || !like) return this.atStart();
    const program = this.project.runs({ ...like.step, args: words });
    const direct = start.line?.[0] !== undefined && baseName(start.line[0]) === 'cargo';
    const reads = [...(this.code ?? [])].some(([, text]) =>
      /env::var(?:_os)?\(\s*"CARGO/.test(text),
    );
    if (program === undefined || !direct || reads || words.includes('$')) return this.atStart();
    const path = `${like.directory}/${program}`;
    const inEntrypoint = start.entrypoint !== undefined;
    const own = [path, ...args.operands, ...args.rest];
    if (!inEntrypoint) return { path, start: { cmd: own } };
    // What CMD and `docker run` add is passed on to the program.
    if (start.cmd && !start.entrypoint.json) return this.atStart();
    const added = (start.cmd?.json ?? []).length;
    return { path, start: { entrypoint: own.slice(0, own.length - added) } };
  }

  private notFound(main: string, builds: readonly CargoBuild[]): NoPlan {
    const names = [...new Set(builds.flatMap(({ programs }) => programs ?? []))];
    const known = names.length > 0 ? `; it makes ${names.slice(0, 4).join(', ')}` : '';
    return { reason: 'output', detail: `no cargo command is seen to make ${main}${known}` };
  }

  /** Where the programs of a build lie. */
  private madeBy(build: CargoBuild): { path: string; step: Step }[] {
    const { directory, step } = build;
    const names = new Set(build.programs ?? this.namedIn(build));
    return [...names].map((name) => ({ path: `${directory}/${name}`, step }));
  }

  /** Without a manifest: the file itself names what lies in the directory of the build. */
  private namedIn({ directory, step, args }: CargoBuild): string[] {
    const { steps, start, workdir } = this.subject;
    const given =
      args.command === 'install' ? args.operands.map((one) => one.replace(/@.*$/, '')) : [];
    const words = steps
      .slice(steps.indexOf(step))
      .flatMap((one) => one.words.map((word) => pathFrom(one.directory, word)));
    const main = start.main[0];
    if (main !== undefined)
      words.push(pathFrom(valueOf(workdir), main.includes('/') ? main : `${this.home}/${main}`));
    const inside = words.filter((path) => path !== undefined && directoryOf(path) === directory);
    return [...given, ...inside.map((path) => baseName(path!))].filter((name) =>
      /^[\w.-]+$/.test(name),
    );
  }

  /** The program that starts, those that it or a script calls, and those that were put somewhere. */
  private shipped(outputs: readonly Output[], started: Output): string[] {
    const { programs } = executedBy(this.code);
    const called = new Set([...this.subject.start.programs, ...programs].map(baseName));
    const others = outputs.filter(
      ({ path, made }) =>
        path !== started.path &&
        (path !== made ||
          (called.has(baseName(path)) && baseName(path) !== baseName(started.path))),
    );
    return [...new Set([started.path, ...others.map(({ path }) => path)])];
  }

  /** Adds the files that it reads; what is assumed where the sources are not known. */
  private assets(ships: Shipment[], build: CargoBuild | undefined): string[] {
    const files = filesOf(this.subject);
    if (!files.known || !this.code || this.code.size === 0) {
      if (!files.known) ships.push(...namedByStart(this.subject));
      return ['it reads no other file of its source when it runs'];
    }
    const isDebug = build !== undefined && profileFolder(build.args) === 'debug';
    const own = isDebug ? DEBUG_READING : RUST_READING;
    const reading: Reading = { ...own, always: this.conventional(ships[0]!.from) };
    const found = assetsOf(this.subject, files.value, this.code, reading);
    for (const { path, file } of fewestPaths(found, files.value)) {
      ships.push({ from: path, made: false, file });
    }
    return [];
  }

  /** Files that crates read without being told their names. */
  private conventional(program: string): RegExp {
    const crates = new Set([
      ...this.project.dependencies(undefined).map(({ name }) => name),
      ...(this.project.lock() ?? []).map(({ name }) => name),
    ]);
    const parts: string[] = [];
    if (crates.has('dotenv') || crates.has('dotenvy')) parts.push(String.raw`\.env(?:\.\w+)?$`);
    if (crates.has('rocket')) parts.push(String.raw`Rocket\.toml$`);
    if (crates.has('rocket_dyn_templates') || crates.has('rocket_contrib'))
      parts.push('templates/');
    if (crates.has('log4rs')) parts.push(String.raw`log4rs\.ya?ml$`);
    const own = configurationOf(program).source;
    return parts.length === 0
      ? new RegExp(own)
      : new RegExp(`${own}|(?:^|/)(?:${parts.join('|')})`);
  }
}

interface CargoRun {
  readonly path: string;
  readonly start: NonNullable<Candidate['start']>;
}

/** What a direct call of rustc makes. */
function compiledBy(step: Step): { path: string; step: Step }[] {
  const at = step.args.indexOf('-o');
  const source = step.args.find((arg) => arg.endsWith('.rs'));
  const name = at < 0 ? source && baseName(source).replace(/\.rs$/, '') : step.args[at + 1];
  const path = pathFrom(step.directory, name);
  return path === undefined ? [] : [{ path, step }];
}

/** Does a command leave nothing that runs, beside the outputs that are followed? */
function isOwn(step: Step, before: Step | undefined, behind: Step | undefined): boolean {
  const { program, args } = step;
  if (program === 'cargo') return OWN_COMMANDS.has(readArgs(args).command);
  if (/^(?:rustup|rustup-init|rustc|rustfmt)$/.test(program)) return true;
  const fetchesRustup = ({ args: words }: Step): boolean =>
    words.some((word) => word.includes('rustup.rs'));
  if (/^(?:curl|wget)$/.test(program))
    return fetchesRustup(step) && step.piped && behind !== undefined;
  if (/^(?:sh|bash)$/.test(program) && before?.piped === true) return fetchesRustup(before);
  return isInPlace(step) && args.some((arg) => arg.includes('/'));
}
