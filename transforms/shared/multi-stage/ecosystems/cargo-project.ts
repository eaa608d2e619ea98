import { valueOf } from '../../../../src/kit.ts';
import type { ContextFile } from '../brought.ts';
import { pathFrom } from '../steps.ts';
import type { Step, Subject } from '../types.ts';
import {
  activeDependencies,
  coversMember,
  profileFolder,
  readArgs,
  readConfig,
  readLock,
  readManifest,
  upwards,
  type CargoArgs,
  type CargoConfig,
  type Dependency,
  type Locked,
  type Manifest,
} from './cargo.ts';

/** A package of the build context, where it lies in the image. */
interface Crate {
  readonly directory: string;
  readonly manifest: Manifest;
}

/** Programs that one command of cargo makes. */
export interface CargoBuild {
  readonly step: Step;
  readonly args: CargoArgs;
  /** Where it puts them. */
  readonly directory: string;
  /** Their names; undefined where no manifest tells. */
  readonly programs: readonly string[] | undefined;
  readonly target: string | undefined;
}

/** What a variable is for a command: set in front of it, or by ENV. */
export function variableOf(step: Step, name: string): string | undefined {
  const own = step.command?.assignments.find((assignment) => assignment.name === name);
  if (own) return own.text.slice(name.length + 1).replace(/^["']|["']$/g, '');
  return step.environment?.[name] ?? valueOf(step.run.variable(name));
}

/** The packages of cargo that lie in the image. */
export class CargoProject {
  private readonly subject: Subject;
  private readonly files: readonly ContextFile[] | undefined;
  private readonly crates: readonly Crate[];

  constructor(subject: Subject, files: readonly ContextFile[] | undefined) {
    this.subject = subject;
    this.files = files;
    this.crates = (files ?? []).flatMap((file) => {
      if (!file.path.endsWith('/Cargo.toml')) return [];
      const directory = file.path.slice(0, -'/Cargo.toml'.length) || '/';
      const text = valueOf(subject.context.readText(file.source));
      const manifest = text === undefined ? undefined : readManifest(text, this.below(directory));
      return manifest ? [{ directory, manifest }] : [];
    });
  }

  private below(directory: string): string[] {
    const prefix = directory === '/' ? '/' : `${directory}/`;
    return (this.files ?? []).flatMap(({ path }) =>
      path.startsWith(prefix) ? [path.slice(prefix.length)] : [],
    );
  }

  /** The manifests are known. */
  get isKnown(): boolean {
    return this.crates.length > 0;
  }

  /** What the packages that a build selects depend on, with its features. */
  dependencies(build: CargoBuild | undefined): readonly Dependency[] {
    const at = build && this.manifestDirectory(build.step, build.args);
    const crate = at === undefined ? undefined : this.crateAt(at);
    if (!build || !crate) return this.crates.flatMap(({ manifest }) => manifest.dependencies);
    const selected = this.selected(build.args, crate);
    // What one package of the tree depends on is built for those that depend on it.
    const others = this.crates.filter((one) => !selected.includes(one) && selected.length > 0);
    const needed = this.crates.length > selected.length && this.hasLocal(selected) ? others : [];
    return [
      ...selected.flatMap(({ manifest }) => activeDependencies(manifest, build.args)),
      ...needed.flatMap(({ manifest }) => manifest.dependencies),
    ];
  }

  private hasLocal(crates: readonly Crate[]): boolean {
    return crates.some(({ manifest }) => manifest.dependencies.some(({ local }) => local));
  }

  /** The names of its own packages. */
  get names(): readonly string[] {
    return this.crates.flatMap(({ manifest }) => manifest.name ?? []);
  }

  /** The crates of `Cargo.lock`, which may lie beside a manifest without being copied. */
  lock(): readonly Locked[] | undefined {
    for (const { path, source } of this.files ?? []) {
      if (!path.endsWith('/Cargo.toml') && !path.endsWith('/Cargo.lock')) continue;
      const beside = source.replace(/Cargo\.(?:toml|lock)$/, 'Cargo.lock');
      const text = valueOf(this.subject.context.readText(beside));
      const locked = text === undefined ? undefined : readLock(text);
      if (locked) return locked;
    }
    return undefined;
  }

  /** What a `cargo build`, `cargo rustc`, `cargo run` or `cargo install` makes, and where. */
  build(step: Step): CargoBuild | undefined {
    const args = readArgs(step.args);
    const directory = this.manifestDirectory(step, args);
    if (directory === undefined || step.directory === undefined) return undefined;
    const config = this.config(step.directory);
    const target =
      args.options.get('--target')?.at(-1) ??
      variableOf(step, 'CARGO_BUILD_TARGET') ??
      config?.target;
    const common = { step, args, target, programs: this.programs(args, directory) };
    if (args.command === 'install') {
      const into = this.installDirectory(step, args);
      return into === undefined ? undefined : { ...common, directory: into };
    }
    const out = this.targetDirectory(step, args, directory, config);
    if (out === undefined) return undefined;
    const parts = [
      out,
      target,
      profileFolder(args),
      args.options.has('--example') ? 'examples' : '',
    ];
    return {
      ...common,
      directory: parts.filter((part) => part !== undefined && part !== '').join('/'),
    };
  }

  private manifestDirectory(step: Step, args: CargoArgs): string | undefined {
    const manifestPath = args.options.get('--manifest-path')?.[0];
    const path = args.command === 'install' ? args.options.get('--path')?.[0] : undefined;
    const at = manifestPath?.replace(/\/?Cargo\.toml$/, '') ?? path ?? '.';
    return pathFrom(step.directory, at === '' ? '.' : at);
  }

  /** The configuration of cargo in or above a directory. */
  config(directory: string): CargoConfig | undefined {
    for (const at of upwards(directory)) {
      const file = this.files?.find(
        ({ path }) =>
          /^\/\.cargo\/config(?:\.toml)?$/.test(path.slice(at === '/' ? 0 : at.length)) &&
          path.startsWith(at),
      );
      const text = file && valueOf(this.subject.context.readText(file.source));
      if (text !== undefined) return readConfig(text);
    }
    return undefined;
  }

  /** https://doc.rust-lang.org/cargo/commands/cargo-install.html, read 2026-11-25. */
  private installDirectory(step: Step, { options }: CargoArgs): string | undefined {
    const root = options.get('--root')?.[0] ?? variableOf(step, 'CARGO_INSTALL_ROOT');
    const home =
      variableOf(step, 'CARGO_HOME') ?? this.subject.base.env['CARGO_HOME'] ?? '/root/.cargo';
    const from = pathFrom(step.directory, root ?? home);
    return from === undefined ? undefined : `${from}/bin`;
  }

  private targetDirectory(
    step: Step,
    { options }: CargoArgs,
    directory: string,
    config: CargoConfig | undefined,
  ): string | undefined {
    const said =
      options.get('--target-dir')?.[0] ??
      variableOf(step, 'CARGO_TARGET_DIR') ??
      variableOf(step, 'CARGO_BUILD_TARGET_DIR');
    if (said !== undefined && said !== '') return pathFrom(step.directory, said);
    // Relative to the directory that holds `.cargo`: the one of the workspace, as a rule.
    if (config?.targetDir !== undefined) return pathFrom(this.root(directory), config.targetDir);
    return pathFrom(this.root(directory), 'target');
  }

  /** The root of the workspace that a directory belongs to, else of its package. */
  private root(directory: string): string {
    const own = this.crateAt(directory);
    if (!own) return directory;
    if (own.manifest.workspace) return own.directory;
    const outer = upwards(own.directory)
      .slice(1)
      .map((at) => this.crates.find((crate) => crate.directory === at))
      .find((crate) => crate?.manifest.workspace);
    return outer?.directory ?? own.directory;
  }

  private crateAt(directory: string): Crate | undefined {
    for (const at of upwards(directory)) {
      const crate = this.crates.find((one) => one.directory === at);
      if (crate) return crate;
    }
    return undefined;
  }

  /** The programs that a command selects: https://doc.rust-lang.org/cargo/commands/cargo-build.html */
  private programs(args: CargoArgs, directory: string): readonly string[] | undefined {
    const { options } = args;
    const named = [...(options.get('--bin') ?? []), ...(options.get('--example') ?? [])];
    if (named.length > 0) return named;
    const crate = this.crateAt(directory);
    if (!crate) return undefined;
    return this.selected(args, crate).flatMap(({ manifest }) => manifest.binaries);
  }

  private selected({ options }: CargoArgs, crate: Crate): readonly Crate[] {
    const packages = options.get('--package');
    if (packages) {
      return this.crates.filter(({ manifest }) => packages.includes(manifest.name ?? ''));
    }
    const { workspace, name } = crate.manifest;
    const alone = name !== undefined && workspace?.byDefault.length === 0;
    if (!workspace || (!options.has('--workspace') && alone)) {
      return [crate];
    }
    const { members, byDefault } = workspace;
    const patterns = byDefault.length > 0 && !options.has('--workspace') ? byDefault : members;
    const inner = this.crates.filter(({ directory }) => {
      const prefix = crate.directory === '/' ? '/' : `${crate.directory}/`;
      if (!directory.startsWith(prefix)) return false;
      return patterns.some((pattern) => coversMember(pattern, directory.slice(prefix.length)));
    });
    return name === undefined ? inner : [crate, ...inner];
  }

  /** The program that `cargo run` starts. */
  runs(step: Step): string | undefined {
    const build = this.build(step);
    const said = build?.args.options.get('--bin')?.[0] ?? build?.args.options.get('--example')?.[0];
    if (!build || said !== undefined) return said;
    const at = this.manifestDirectory(step, build.args);
    const crate = at === undefined ? undefined : this.crateAt(at);
    const chosen = crate ? this.selected(build.args, crate) : [];
    const preferred = chosen.flatMap(({ manifest }) => manifest.defaultRun ?? []);
    const all = chosen.flatMap(({ manifest }) => manifest.binaries);
    const names = preferred.length > 0 ? preferred : all;
    return names.length === 1 ? names[0] : undefined;
  }
}
