import { parse } from 'smol-toml';
import { normal } from '../../copied.ts';

/** One `Cargo.toml`. https://doc.rust-lang.org/cargo/reference/manifest.html, read 2026-11-25. */
export interface Manifest {
  /** Of its package; undefined for a workspace alone. */
  readonly name: string | undefined;
  /** The names of its programs. */
  readonly binaries: readonly string[];
  readonly defaultRun: string | undefined;
  /** It is the root of a workspace. */
  readonly workspace:
    { readonly members: readonly string[]; readonly byDefault: readonly string[] } | undefined;
  readonly dependencies: readonly Dependency[];
  /** Its own features and what each turns on: another one, `dep:NAME`, `NAME/FEATURE`. */
  readonly features: ReadonlyMap<string, readonly string[]>;
}

export interface Dependency {
  readonly name: string;
  readonly features: readonly string[];
  readonly defaultFeatures: boolean;
  /** What it is called in the manifest. */
  readonly key: string;
  readonly optional: boolean;
  /** In the same source tree. */
  readonly local: boolean;
}

/** A crate that `Cargo.lock` names. */
export interface Locked {
  readonly name: string;
  readonly version: string;
  readonly dependencies: readonly string[];
}

type Table = Record<string, unknown>;

const table = (value: unknown): Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function parsed(source: string): Table | undefined {
  try {
    return parse(source);
  } catch {
    return undefined;
  }
}

/** `files`: the paths of the files below its directory, relative to it. Undefined: not understood. */
export function readManifest(source: string, files: readonly string[]): Manifest | undefined {
  const root = parsed(source);
  if (!root) return undefined;
  const own = root['package'] ?? root['project'];
  const name = text(table(own)['name']);
  const workspace = root['workspace'] === undefined ? undefined : table(root['workspace']);
  return {
    name,
    binaries: name === undefined ? [] : binariesOf(name, table(own), root['bin'], files),
    defaultRun: text(table(own)['default-run']),
    workspace: workspace && {
      members: texts(workspace['members']),
      byDefault: texts(workspace['default-members']),
    },
    dependencies: dependenciesOf(root),
    features: new Map(
      Object.entries(table(root['features'])).map(([feature, value]) => [feature, texts(value)]),
    ),
  };
}

/** https://doc.rust-lang.org/cargo/guide/project-layout.html and cargo-targets.html, read 2026-11-25. */
function binariesOf(
  name: string,
  own: Table,
  bin: unknown,
  files: readonly string[],
): readonly string[] {
  const said = (Array.isArray(bin) ? bin : []).map(table);
  const names = said.flatMap((entry) => text(entry['name']) ?? []);
  if (own['autobins'] === false) return names;
  const taken = new Set(said.flatMap((entry) => text(entry['path'])?.replace(/^\.\//, '') ?? []));
  const found = new Set(names);
  for (const file of files) {
    if (taken.has(file)) continue;
    const single = /^src\/bin\/(?:([^/]+)\.rs|([^/]+)\/main\.rs)$/.exec(file);
    if (file === 'src/main.rs') found.add(name);
    else if (single) found.add((single[1] ?? single[2])!);
  }
  return [...found];
}

function dependenciesOf(root: Table): Dependency[] {
  const shared = table(table(root['workspace'])['dependencies']);
  const targets = Object.values(table(root['target'])).map(table);
  return [root, ...targets].flatMap((place) =>
    Object.entries(table(place['dependencies'])).map(([key, value]) => {
      const entry = table(value);
      const base = entry['workspace'] === true ? shared[key] : undefined;
      return dependency(key, typeof base === 'string' ? entry : { ...table(base), ...entry });
    }),
  );
}

const dependency = (key: string, entry: Table): Dependency => ({
  name: text(entry['package']) ?? key,
  key,
  optional: entry['optional'] === true,
  features: texts(entry['features']),
  defaultFeatures: entry['default-features'] !== false && entry['default_features'] !== false,
  local: text(entry['path']) !== undefined,
});

/**
 * The dependencies that a build with these features has, each with the features that it is asked
 * for. https://doc.rust-lang.org/cargo/reference/features.html, read 2026-11-25.
 */
export function activeDependencies(manifest: Manifest, { options }: CargoArgs): Dependency[] {
  const { features, dependencies } = manifest;
  const pending = (options.get('--features') ?? []).flatMap((value) => value.split(/[\s,]+/));
  if (!options.has('--no-default-features')) pending.push('default');
  if (options.has('--all-features')) {
    pending.push(...features.keys(), ...dependencies.map(({ key }) => key));
  }
  const active = new Set<string>();
  const asked = new Map<string, string[]>();
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    const [, key, weak, feature] = /^([^/?]+)(\?)?\/(.+)$/.exec(one) ?? [];
    if (key !== undefined) {
      asked.set(key, [...(asked.get(key) ?? []), feature!]);
      if (weak !== undefined) continue;
    }
    const plain = key ?? one.replace(/^dep:/, '');
    if (active.has(plain)) continue;
    active.add(plain);
    pending.push(...(features.get(plain) ?? []));
  }
  return dependencies
    .filter(({ key, optional }) => !optional || active.has(key))
    .map((one) => ({ ...one, features: [...one.features, ...(asked.get(one.key) ?? [])] }));
}

/** The crates that can be reached from these in `Cargo.lock`. */
export function reachable(lock: readonly Locked[], from: readonly string[]): Locked[] {
  const byName = new Map<string, Locked[]>();
  for (const one of lock) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  const found = new Set<Locked>();
  const pending = [...from];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    for (const one of byName.get(name) ?? []) {
      if (found.has(one)) continue;
      found.add(one);
      pending.push(...one.dependencies);
    }
  }
  return [...found];
}

/** The crates of a `Cargo.lock`; undefined: not understood. */
export function readLock(source: string): Locked[] | undefined {
  const packages = parsed(source)?.['package'];
  if (!Array.isArray(packages)) return undefined;
  return packages.map(table).map((entry) => ({
    name: text(entry['name']) ?? '',
    version: text(entry['version']) ?? '',
    dependencies: texts(entry['dependencies']).map((one) => one.replace(/ .*$/, '')),
  }));
}

/** What `.cargo/config.toml` sets of where the result lies, and of how it is linked. */
export interface CargoConfig {
  readonly target: string | undefined;
  readonly targetDir: string | undefined;
  readonly flags: string;
}

export function readConfig(source: string): CargoConfig {
  const root = parsed(source) ?? {};
  const build = table(root['build']);
  const flags = [build, ...Object.values(table(root['target'])).map(table)].map((place) => {
    const value = place['rustflags'];
    return text(value) ?? texts(value).join(' ');
  });
  return {
    target: text(build['target']),
    targetDir: text(build['target-dir']),
    flags: flags.join(' '),
  };
}

/** Does a pattern of `members` (`crates/*`) cover a directory, relative to the workspace? */
export function coversMember(pattern: string, directory: string): boolean {
  const plain = pattern.replace(/^\.\//, '').replace(/\/$/, '');
  const expression = plain
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('**', '\0')
    .replaceAll('*', '[^/]*')
    .replaceAll('\0', '.*')
    .replaceAll('?', '[^/]');
  return new RegExp(`^${expression}$`).test(directory);
}

/** A command line of cargo. */
export interface CargoArgs {
  /** `build`, `install`, `run`, …; the toolchain (`+nightly`) left out. */
  readonly command: string;
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
  /** What stands behind `--`. */
  readonly rest: readonly string[];
}

/** Options with a value. https://doc.rust-lang.org/cargo/commands/, read 2026-11-25. */
const WITH_VALUE = new Set(
  (
    '--bin --example --test --bench -p --package --exclude --features -F --target --target-dir ' +
    '--artifact-dir --out-dir --profile -j --jobs --manifest-path --lockfile-path --config -Z ' +
    '--message-format --color --path --root --git --branch --tag --rev --version --vers --registry ' +
    '--index -C --recipe-path --name --edition --vcs'
  ).split(' '),
);

const SHORT: Readonly<Record<string, string>> = {
  '-p': '--package',
  '-r': '--release',
  '-F': '--features',
  '-j': '--jobs',
  '--all': '--workspace',
};

const COMMANDS: Readonly<Record<string, string>> = { b: 'build', r: 'run', c: 'check', t: 'test' };

export function readArgs(args: readonly string[]): CargoArgs {
  const words = args.filter((arg, i) => !(i < 2 && arg.startsWith('+')));
  const options = new Map<string, string[]>();
  const operands: string[] = [];
  const end = words.indexOf('--');
  const own = end < 0 ? words : words.slice(0, end);
  for (let i = 0; i < own.length; i++) {
    const word = own[i]!;
    if (!word.startsWith('-')) {
      operands.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const glued = /^(-[jpF])(.+)$/.exec(word);
    const given =
      equals > 0 ? word.slice(0, equals) : word.startsWith('--') ? word : (glued?.[1] ?? word);
    const name = SHORT[given] ?? given;
    const value =
      equals > 0
        ? word.slice(equals + 1)
        : glued && !word.startsWith('--')
          ? glued[2]!
          : WITH_VALUE.has(given)
            ? (own[++i] ?? '')
            : '';
    options.set(name, [...(options.get(name) ?? []), value]);
  }
  const [command = '', ...others] = operands;
  return {
    command: COMMANDS[command] ?? command,
    options,
    operands: others,
    rest: end < 0 ? [] : words.slice(end + 1),
  };
}

/** The folder below `target/` of what a build makes: `release`, `debug`, or that of a profile. */
export function profileFolder({ command, options }: CargoArgs): string {
  const profile = options.get('--profile')?.[0];
  if (profile !== undefined) return profile === 'dev' || profile === 'test' ? 'debug' : profile;
  return options.has('--release') || command === 'install' ? 'release' : 'debug';
}

/** Directories from this one up to the root. */
export function upwards(directory: string): string[] {
  const found = [normal(directory)];
  while (found.at(-1) !== '/') {
    const last = found.at(-1)!;
    found.push(last.slice(0, last.lastIndexOf('/')) || '/');
  }
  return found;
}

/** Is this the name of a triple without shared libraries of its own by default? */
export const isMuslTarget = (target: string): boolean => /-musl(?:eabi(?:hf)?)?$/.test(target);
