/** The cases in `__fixtures__/<transform>/<case>/`, as the tests and the documentation read them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { IgnoreFileInput } from '../engine/ignore-file.ts';
import {
  memoryContext,
  noContext,
  parseDockerfile,
  type Applicability,
  type Context,
} from '../index.ts';
import { DockerIgnore } from '../model/dockerignore.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');
export const FIXTURES = path.join(ROOT, '__fixtures__');

/** A variant of a case that the runner makes of it. */
export type Variant = 'crlf' | 'bom' | 'no-final-newline';

/** `case.json`; all of it is optional. */
export interface CaseSettings {
  /** Option values of the transform. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** The riskiest findings to apply; the default is `suggested`, as on the command line. */
  readonly level?: Applicability;
  /** The keys of the reasons for which it must refuse: these and no others. */
  readonly refused?: readonly string[];
  /** How many findings must be held back: by the level, or by a comment in the file. */
  readonly heldBack?: number;
  /** There is nothing to find, nor to refuse. */
  readonly quiet?: boolean;
  /** Shown under this caption on the transform's page. */
  readonly doc?: string;
  /** Files of the build context that a repository cannot hold, such as `.git/HEAD`: their bytes. */
  readonly adds?: Readonly<Record<string, number>>;
  /** Names that git ignores in the build context. */
  readonly gitIgnored?: readonly string[];
  /** Variants in which the outcome rightly differs; a comment in the input says why. */
  readonly except?: readonly Variant[];
}

export interface FixtureCase extends CaseSettings {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly input: string;
  /** The input itself where there is no `expected.Dockerfile`. */
  readonly expected: string;
  readonly hasExpected: boolean;
  readonly context: Context;
  /** The texts of the build context by their paths; undefined: there is none. */
  readonly files: Readonly<Record<string, string>> | undefined;
  /** What becomes of the ignore file; undefined: nothing. */
  readonly expectedIgnoreFile: string | undefined;
}

const SETTINGS: ReadonlySet<string> = new Set([
  'options',
  'level',
  'refused',
  'heldBack',
  'quiet',
  'doc',
  'adds',
  'gitIgnored',
  'except',
]);

/** The ids of the transforms that have fixtures. */
export function fixtureIds(folder = FIXTURES): string[] {
  return folders(folder).filter((name) =>
    folders(path.join(folder, name)).some((inner) =>
      existsSync(path.join(folder, name, inner, 'input.Dockerfile')),
    ),
  );
}

/** The cases of one transform, by name. */
export function casesOf(id: string, folder = FIXTURES): FixtureCase[] {
  return folders(path.join(folder, id)).map((name) => readCase(id, path.join(folder, id, name)));
}

function readCase(id: string, folder: string): FixtureCase {
  const input = readFileSync(path.join(folder, 'input.Dockerfile'), 'utf8');
  const expected = path.join(folder, 'expected.Dockerfile');
  const ignoreFile = path.join(folder, 'expected.dockerignore');
  const hasIgnoreFile = existsSync(ignoreFile);
  const settings = readSettings(path.join(folder, 'case.json'));
  const files = readContext(path.join(folder, 'context'), settings.adds);
  const hasExpected = existsSync(expected);
  return {
    ...settings,
    id,
    name: path.basename(folder),
    folder,
    input,
    expected: hasExpected ? readFileSync(expected, 'utf8') : input,
    hasExpected: hasExpected || hasIgnoreFile,
    context: files ? memoryContext(files) : noContext,
    files,
    expectedIgnoreFile: hasIgnoreFile ? readFileSync(ignoreFile, 'utf8') : undefined,
  };
}

function readSettings(file: string): CaseSettings {
  if (!existsSync(file)) return {};
  const settings = JSON.parse(readFileSync(file, 'utf8')) as CaseSettings;
  const wrong = Object.keys(settings).find((key) => !SETTINGS.has(key));
  if (wrong !== undefined) throw new Error(`${file}: there is no setting ${JSON.stringify(wrong)}`);
  return settings;
}

function readContext(
  folder: string,
  adds: Readonly<Record<string, number>> = {},
): Record<string, string> | undefined {
  const files: Record<string, string> = Object.fromEntries(
    Object.entries(adds).map(([name, bytes]) => [name, ' '.repeat(bytes)]),
  );
  if (!existsSync(folder)) return Object.keys(adds).length > 0 ? files : undefined;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name);
    if (!statSync(file).isFile()) continue;
    files[name.split(path.sep).join('/')] = readFileSync(file, 'utf8');
  }
  return files;
}

function folders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

/** A case of a transform of ignore files, as the engine takes it: `.dockerignore` at the top. */
export function ignoreInputOf(
  { input, files, gitIgnored = [] }: FixtureCase,
  text = files?.['.dockerignore'],
): Omit<IgnoreFileInput, 'options'> {
  const ignore = new DockerIgnore(text ?? '');
  const kept = Object.entries(files ?? {}).filter(([name]) => !ignore.excludes(name));
  const all = Object.fromEntries(text === undefined ? kept : [...kept, ['.dockerignore', text]]);
  const others = Object.keys(files ?? {}).filter((name) => /^Dockerfile\.\w+$/.test(name));
  return {
    sharers: [
      { path: 'Dockerfile', doc: parseDockerfile(input), certain: true },
      ...others.map((name) => ({
        path: name,
        doc: parseDockerfile(files![name]!),
        certain: true,
      })),
    ],
    context: files ? memoryContext(all) : noContext,
    text,
    gitIgnores: (name) => gitIgnored.includes(name.slice(name.lastIndexOf('/') + 1)),
  };
}
