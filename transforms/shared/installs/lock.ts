import { valueOf, type Context, type Instruction } from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { broughtBy, contextFiles, type ContextFile } from '../multi-stage/brought.ts';
import { isObject, parseObject, stringsOf } from '../multi-stage/ecosystems/package-json.ts';
import { satisfies } from './ranges.ts';

/** What COPY and ADD brought before an instruction; undefined where the context does not tell. */
export function filesBefore(at: Instruction, context: Context): readonly ContextFile[] | undefined {
  const brought = (at.stage?.lineage ?? [])
    .flatMap((stage) => broughtBy(stage, context))
    .filter(({ copy }) => copy.index < at.index);
  return valueOf(contextFiles(brought, context));
}

/** The file of the context at a path of the image. */
export const fileAt = (
  files: readonly ContextFile[],
  directory: string,
  name: string,
): ContextFile | undefined => {
  const path = normal(`${directory}/${name}`);
  return files.find((file) => file.path === path);
};

/** Does a lock file say what its package.json says? */
export type Agreement =
  | { readonly kind: 'same' }
  | { readonly kind: 'open'; readonly what: string }
  | { readonly kind: 'differs'; readonly what: string };

const SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/**
 * Compares package.json with package-lock.json or npm-shrinkwrap.json, of which npm ci wants that
 * they agree. https://docs.npmjs.com/cli/v11/commands/npm-ci#description and
 * https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json#file-format, read 2026-11-26.
 */
export function npmAgreement(
  manifest: string,
  lock: string,
  readBeside: (path: string) => string | undefined,
): Agreement {
  const own = parseObject(manifest);
  const locked = parseObject(lock);
  if (!own || !locked) return { kind: 'differs', what: 'one of them is no JSON' };
  if (isObject(locked['packages'])) return byPackages(own, locked['packages'], readBeside);
  return isObject(locked['dependencies']) ? byVersions(own, locked['dependencies']) : empty(own);
}

const empty = (own: Record<string, unknown>): Agreement =>
  SECTIONS.every((section) => Object.keys(stringsOf(own[section])).length === 0)
    ? { kind: 'same' }
    : { kind: 'differs', what: 'the lock file is empty' };

/** Versions 2 and 3 repeat the ranges of package.json, and of the packages of its workspaces. */
function byPackages(
  own: Record<string, unknown>,
  packages: Record<string, unknown>,
  readBeside: (path: string) => string | undefined,
): Agreement {
  for (const [path, entry] of Object.entries(packages)) {
    if (/(?:^|\/)node_modules\//.test(path) || !isObject(entry)) continue;
    const text = path === '' ? undefined : readBeside(`${path}/package.json`);
    const manifest = path === '' ? own : text === undefined ? undefined : parseObject(text);
    if (!manifest) return { kind: 'differs', what: `${path}/package.json is not there` };
    const what = rangesDiffer(manifest, entry);
    if (what !== undefined) return { kind: 'differs', what };
  }
  if (!isObject(packages[''])) return { kind: 'differs', what: 'it does not name its project' };
  if (own['overrides'] !== undefined)
    return { kind: 'open', what: 'that the lock file has the overrides of package.json' };
  return { kind: 'same' };
}

/** What is optional stands among the dependencies as well in some package.json. */
function rangesDiffer(
  manifest: Record<string, unknown>,
  entry: Record<string, unknown>,
): string | undefined {
  const optional = stringsOf(manifest['optionalDependencies']);
  for (const section of [...SECTIONS, 'peerDependencies'] as const) {
    const skip = (name: string): boolean => section === 'dependencies' && name in optional;
    const mine = stringsOf(manifest[section]);
    const theirs = stringsOf(entry[section]);
    for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      if (!skip(name) && mine[name] !== theirs[name]) return name;
    }
  }
  return undefined;
}

/** Version 1 has only the versions that were installed. */
function byVersions(own: Record<string, unknown>, locked: Record<string, unknown>): Agreement {
  let open: string | undefined;
  for (const section of SECTIONS) {
    for (const [name, range] of Object.entries(stringsOf(own[section]))) {
      const entry = locked[name];
      const version = isObject(entry) ? entry['version'] : undefined;
      if (typeof version !== 'string') {
        if (section === 'optionalDependencies') continue;
        return { kind: 'differs', what: name };
      }
      const fits = satisfies(version, range);
      if (fits === false) return { kind: 'differs', what: name };
      if (fits === undefined) open ??= name;
    }
  }
  return open === undefined
    ? { kind: 'same' }
    : { kind: 'open', what: `that the locked version of ${open} is one that package.json allows` };
}

/** Every dependency of package.json has an entry in yarn.lock under its range. */
export function yarnAgreement(manifest: string, lock: string): Agreement {
  const own = parseObject(manifest);
  if (!own) return { kind: 'differs', what: 'package.json is no JSON' };
  if (own['workspaces'] !== undefined)
    return { kind: 'open', what: 'that the lock file has the packages of all workspaces' };
  const resolutions = Object.keys(stringsOf(own['resolutions']));
  const keys = new Set(
    lock
      .split(/\r?\n/)
      .filter((line) => /^["@\w]/.test(line) && line.endsWith(':'))
      .flatMap((line) => line.slice(0, -1).split(/,\s*/))
      .map((key) => key.replaceAll('"', '').replace('@npm:', '@')),
  );
  for (const section of SECTIONS) {
    for (const [name, range] of Object.entries(stringsOf(own[section]))) {
      if (/^(?:link|portal|workspace|file):/.test(range)) continue;
      if (resolutions.some((key) => key.endsWith(name))) continue;
      if (!keys.has(`${name}@${range}`) && !keys.has(`${name}@${range.trim()}`))
        return { kind: 'differs', what: name };
    }
  }
  return { kind: 'same' };
}

/** `specifier:` lines of pnpm-lock.yaml repeat the ranges; the older format `specifiers:` too. */
export function pnpmAgreement(manifest: string, lock: string): Agreement {
  const own = parseObject(manifest);
  if (!own) return { kind: 'differs', what: 'package.json is no JSON' };
  const found = new Map<string, string>();
  const put = (name: string, range: string): void => {
    found.set(name.replace(/^(['"])(.*)\1$/, '$2'), range.trim().replace(/^(['"])(.*)\1$/, '$2'));
  };
  for (const [, name, range] of lock.matchAll(/^ {2,6}(\S+):\r?\n {4,8}specifier: (.*)$/gm))
    put(name!, range!);
  const block = /^specifiers:\r?\n((?: {2}.*\r?\n)+)/m.exec(lock)?.[1] ?? '';
  for (const [, name, range] of block.matchAll(/^ {2}(\S+): (.*)$/gm)) put(name!, range!);
  for (const section of SECTIONS) {
    for (const [name, range] of Object.entries(stringsOf(own[section]))) {
      if (found.get(name) !== range) return { kind: 'differs', what: name };
    }
  }
  return /^ {2}[^.\s][^\n]*:\r?$/m.test(/^importers:\r?\n([\s\S]*?)^\S/m.exec(lock)?.[1] ?? '')
    ? { kind: 'open', what: 'that the lock file has the packages of all workspaces' }
    : { kind: 'same' };
}
