import { valueOf, type Context } from '../../../../src/kit.ts';
import { isObject, parseObject, productionOf, stringsOf, type Manifest } from './package-json.ts';

/** A package that the lock file names. */
export interface LockedPackage {
  readonly name: string;
  /** False: only development needs it. */
  readonly production: boolean;
  /** It runs a script when it is installed. */
  readonly script: boolean | undefined;
  /** It is for one platform only. */
  readonly platform: boolean;
  /** Its programs and their files. */
  readonly bin: Readonly<Record<string, string>>;
  /** By its place in node_modules of the project. */
  readonly top: boolean;
}

export interface Lock {
  readonly kind: 'npm' | 'yarn' | 'berry' | 'pnpm';
  readonly packages: readonly LockedPackage[];
}

/** The lock file beside a package.json; undefined where there is none, or none that is read. */
export function lockOf(manifest: Manifest, context: Context): Lock | undefined {
  const read = (name: string): string | undefined =>
    valueOf(context.readText(manifest.source === '' ? name : `${manifest.source}/${name}`));
  const npm = read('npm-shrinkwrap.json') ?? read('package-lock.json');
  if (npm !== undefined) return npmLock(npm);
  const pnpm = read('pnpm-lock.yaml');
  if (pnpm !== undefined) return { kind: 'pnpm', packages: pnpmPackages(pnpm) };
  const yarn = read('yarn.lock');
  if (yarn === undefined) return undefined;
  if (yarn.includes('__metadata:'))
    return { kind: 'berry', packages: yarnPackages(yarn, manifest) };
  return { kind: 'yarn', packages: yarnPackages(yarn, manifest) };
}

/** https://docs.npmjs.com/cli/v10/configuring-npm/package-lock-json, read 2026-11-25. */
function npmLock(text: string): Lock | undefined {
  const json = parseObject(text);
  if (!json) return undefined;
  if (isObject(json['packages'])) {
    const packages = Object.entries(json['packages']).flatMap(([path, entry]): LockedPackage[] => {
      const at = path.lastIndexOf('node_modules/');
      if (at < 0 || !isObject(entry) || isForeign(entry['os'])) return [];
      return [
        {
          name: path.slice(at + 'node_modules/'.length),
          production: entry['dev'] !== true,
          script: entry['hasInstallScript'] === true,
          platform: ['os', 'cpu', 'libc'].some((key) => entry[key] !== undefined),
          bin: stringsOf(entry['bin']),
          top: at === 0,
        },
      ];
    });
    return { kind: 'npm', packages };
  }
  const packages: LockedPackage[] = [];
  const visit = (dependencies: unknown, top: boolean): void => {
    if (!isObject(dependencies)) return;
    for (const [name, entry] of Object.entries(dependencies)) {
      if (!isObject(entry)) continue;
      packages.push({
        name,
        production: entry['dev'] !== true,
        script: undefined,
        platform: false,
        bin: {},
        top,
      });
      visit(entry['dependencies'], false);
    }
  };
  visit(json['dependencies'], true);
  return { kind: 'npm', packages };
}

/** Never installed on Linux. */
const isForeign = (os: unknown): boolean =>
  Array.isArray(os) && !os.some((name) => name === 'linux' || String(name).startsWith('!'));

const plain = (name: string, production: boolean): LockedPackage => ({
  name,
  production,
  script: undefined,
  platform: false,
  bin: {},
  top: false,
});

/** Names are all that it is asked for: `/name@1.0.0:`, `'@scope/name@1.0.0(peer@2)':`. */
function pnpmPackages(text: string): LockedPackage[] {
  const names = new Set<string>();
  for (const [, key] of text.matchAll(
    /^ {2}'?\/?((?:@[\w.-]+\/)?[\w.-]+)[@/]\d[^\n]*:\s*(?:\{.*\})?$/gm,
  )) {
    names.add(key!);
  }
  return [...names].map((name) => plain(name, true));
}

/**
 * Both formats of yarn.lock as blocks: keys at the start of a line, then indented what they need.
 * What production needs is followed from package.json.
 */
function yarnPackages(text: string, manifest: Manifest): LockedPackage[] {
  const blocks = new Map<string, { readonly name: string; readonly needs: readonly string[] }>();
  for (const block of text.split(/\n(?=\S)/)) {
    const [head = '', ...lines] = block.split('\n');
    if (head.startsWith('#') || !head.endsWith(':')) continue;
    const keys = head.slice(0, -1).replaceAll('"', '').split(/,\s*/);
    const name = /^(@?[^@]+)@/.exec(keys[0]!)?.[1];
    if (name === undefined) continue;
    const needs = needsIn(lines);
    for (const key of keys) blocks.set(key.replace('@npm:', '@'), { name, needs });
  }
  const byName = new Map<string, string[]>();
  for (const [key, { name }] of blocks) byName.set(name, [...(byName.get(name) ?? []), key]);
  const reached = new Set<string>();
  const pending = [...productionOf(manifest)];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    for (const key of byName.get(name) ?? []) pending.push(...blocks.get(key)!.needs);
  }
  return [...byName.keys()].map((name) => plain(name, reached.has(name)));
}

/** The names below `dependencies:` and `optionalDependencies:`. */
function needsIn(lines: readonly string[]): string[] {
  const names: string[] = [];
  let inside = false;
  for (const line of lines) {
    if (/^ {2}\S/.test(line)) inside = /^ {2}(?:optionalD|d)ependencies:/.test(line);
    else if (inside) {
      const name = /^ {4,}"?((?:@[\w.-]+\/)?[\w.-]+)"?[: ]/.exec(line)?.[1];
      if (name !== undefined) names.push(name);
    }
  }
  return names;
}
