import {
  APK,
  APT,
  APT_RELEASES,
  BUILD,
  CONVENIENCE,
  DNF,
  PATTERNS,
  RUNTIME,
  TOOL_PATTERNS,
  TOOLS,
} from './runtime-packages-table.ts';

/** What a package of the distribution is installed for. */
export type PackageRole =
  /** Compilers, build systems, headers: nothing of it is used once the build is done. */
  | { readonly role: 'build' }
  /** A `-dev` package: what is linked against it needs these. Empty: it has no shared library. */
  | { readonly role: 'library'; readonly runtime: readonly string[] }
  /** Editors, pagers, debuggers: for people who look into the container. */
  | { readonly role: 'convenience' }
  /** Programs that an application may start. */
  | { readonly role: 'tool'; readonly programs: readonly string[] }
  /** Certainly for run time: shared libraries, certificates, fonts, an init. */
  | { readonly role: 'runtime' }
  | { readonly role: 'unknown' };

export type Manager = 'apt' | 'apk' | 'dnf' | 'yum';

const UNKNOWN: PackageRole = { role: 'unknown' };

/** `release` is a code name (`bookworm`), for Alpine its version (`3.19`). */
export function packageRole(
  manager: Manager,
  name: string,
  release: string | undefined,
): PackageRole {
  const plain = name.replace(VERSION, '');
  const row = rows(manager).get(plain);
  if (row !== undefined) return library(row(release));
  return names().get(plain) ?? byPattern(manager, plain);
}

/** What follows the name: a version, an architecture, a release, a repository. */
const VERSION = /(?!^)[=:/<>~@].*$/;

const library = (runtime: string | undefined): PackageRole =>
  runtime === undefined ? UNKNOWN : { role: 'library', runtime: wordsOf(runtime) };

function byPattern(manager: Manager, name: string): PackageRole {
  for (const [pattern, programs] of TOOL_PATTERNS) {
    const found = pattern.exec(name);
    if (found) return tool(programs.replaceAll('$1', found[1] ?? ''));
  }
  const patterns = PATTERNS[manager === 'apt' || manager === 'apk' ? manager : 'rpm'];
  const role = patterns.find(([pattern]) => pattern.test(name))?.[1];
  // What only a build wants, and no row knows, may stand for any library.
  if (role === undefined || (role === 'runtime' && /-dev(?:el)?$/.test(name))) return UNKNOWN;
  return { role };
}

const tool = (programs: string): PackageRole => ({
  role: 'tool',
  programs: [...new Set(wordsOf(programs))],
});

let byName: Map<string, PackageRole> | undefined;

function names(): ReadonlyMap<string, PackageRole> {
  if (byName) return byName;
  byName = new Map();
  for (const name of wordsOf(BUILD)) byName.set(name, { role: 'build' });
  for (const name of wordsOf(CONVENIENCE)) byName.set(name, { role: 'convenience' });
  for (const name of wordsOf(RUNTIME)) byName.set(name, { role: 'runtime' });
  for (const [name, programs] of linesOf(TOOLS)) {
    byName.set(name, tool(programs === '=' ? name : programs));
  }
  return byName;
}

/** The run-time packages in a release; undefined where they are not known. */
type Row = (release: string | undefined) => string | undefined;

const read: { [manager in 'apt' | 'apk' | 'rpm']?: ReadonlyMap<string, Row> } = {};

function rows(manager: Manager): ReadonlyMap<string, Row> {
  if (manager === 'apt') return (read.apt ??= readAll(APT, aptRow));
  if (manager === 'apk') return (read.apk ??= readAll(APK, apkRow));
  return (read.rpm ??= readAll(DNF, (value) => () => value));
}

const readAll = (table: string, row: (columns: string) => Row): ReadonlyMap<string, Row> =>
  new Map(linesOf(table).map(([name, columns]) => [name, row(columns)]));

function aptRow(columns: string): Row {
  const values = columns.split('; ').flatMap((part) => {
    const each = part.split(' | ');
    return each.length > 1 ? each : [part, part, part];
  });
  // What has no library in any of them has none in others either.
  if (values.every((value) => value === NONE)) return () => NONE;
  return (release) => {
    const value = values[APT_RELEASES.indexOf(release ?? '')];
    return value === '?' ? undefined : value;
  };
}

function apkRow(columns: string): Row {
  const parts = columns.split('; ').map((part) => part.split(' from '));
  return (release) => parts.find(([, from]) => from === undefined || isAtLeast(release, from))?.[0];
}

function isAtLeast(release: string | undefined, from: string): boolean {
  if (release === 'edge') return true;
  const [major, minor] = numbers(release ?? '0');
  const [fromMajor, fromMinor] = numbers(from);
  return major! > fromMajor! || (major === fromMajor && minor! >= fromMinor!);
}

const numbers = (release: string): number[] => {
  const found = /^v?(\d+)\.(\d+)/.exec(release);
  return found ? [Number(found[1]), Number(found[2])] : [0, 0];
};

const linesOf = (table: string): (readonly [name: string, value: string])[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [name, value] = line.trim().split(': ');
      return [name!, value!];
    });

/** An empty list. */
const NONE = '-';

const wordsOf = (list: string): string[] =>
  list.split(/\s+/).filter((word) => word !== '' && word !== NONE);
