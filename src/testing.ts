/**
 * `dockopt/testing`: fixtures of a transform as test cases, for any test runner.
 *
 *     import { test } from 'node:test';
 *     import { fixtureCases } from 'dockopt/testing';
 *     import transform from './my-transform.ts';
 *
 *     for (const { name, run } of fixtureCases(transform, './__fixtures__/my-transform')) {
 *       test(name, run);
 *     }
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  fix,
  memoryContext,
  noContext,
  type AnyTransform,
  type Applicability,
  type Context,
  type FixResult,
  type Service,
} from './index.ts';

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
  /** How containers of the image are run. */
  readonly services?: readonly Service[];
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
  'services',
  'gitIgnored',
  'except',
]);

/** A case that can be run. */
export interface TestCase {
  /** The name of its folder. */
  readonly name: string;
  /** Throws an error that says all that is wrong. */
  readonly run: () => void;
}

/**
 * The cases in a folder, or in a `file:` URL. With DOCKOPT_ACCEPT=1 in the environment a case writes
 * what comes out as its `expected.Dockerfile`, if nothing else is wrong.
 */
export function fixtureCases(
  transform: AnyTransform,
  folder: string | { readonly href: string },
): TestCase[] {
  const directory = typeof folder === 'string' ? folder : fileURLToPath(folder.href);
  const names = folders(directory);
  if (names.length === 0) throw new Error(`there are no cases in ${directory}`);
  return names.map((name) => ({
    name,
    run: () => check(readCase(transform.id, path.join(directory, name)), transform),
  }));
}

function check(fixture: FixtureCase, transform: AnyTransform): void {
  const options = {
    transforms: [transform],
    level: fixture.level ?? ('suggested' as const),
    options: { [transform.id]: fixture.options ?? {} },
    context: fixture.context,
  };
  const result = fix(fixture.input, options);
  const problems = [
    ...result.bugs.map(({ line, problem }) => `line ${line}: ${problem}`),
    ...wrongClaims(fixture, transform, result),
  ];
  const again = fix(result.output, options);
  if (again.output !== result.output) problems.push(`a second run changes it: ${again.output}`);
  if (!fixture.except?.includes('crlf')) {
    const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');
    const windows = fix(crlf(fixture.input), options).output;
    if (windows !== crlf(result.output)) problems.push(`with CRLF it differs:\n${windows}`);
  }
  if (process.env['DOCKOPT_ACCEPT'] === '1' && problems.length === 0) accept(fixture, result);
  else if (result.output !== fixture.expected) {
    problems.push(`expected:\n${fixture.expected}\nis:\n${result.output}`);
  }
  if (problems.length > 0) throw new Error(`${fixture.folder}: ${problems.join('\n\n')}`);
}

/** What `case.json` claims, and what a case in which nothing happens must claim. */
function wrongClaims(
  fixture: FixtureCase,
  transform: AnyTransform,
  { status, findings, reason = '' }: FixResult,
): string[] {
  if (status === 'failed') return [`the input does not parse: ${reason}`];
  const refused = [
    ...new Set(
      findings
        .filter((finding) => finding.refused)
        .map((finding) => keyOf(transform, finding.reason)),
    ),
  ].toSorted();
  const heldBack = findings.filter((finding) => !finding.applied && !finding.refused).length;
  const { quiet, refused: wanted, heldBack: held } = fixture;
  const is = `"refused": ${JSON.stringify(refused)}, "heldBack": ${heldBack}`;
  const wrong =
    (wanted !== undefined && JSON.stringify(wanted.toSorted()) !== JSON.stringify(refused)) ||
    (held !== undefined && held !== heldBack) ||
    (quiet === true && (heldBack > 0 || refused.length > 0));
  if (wrong) return [`case.json claims otherwise: it is ${is}`];
  const claims = quiet === true || wanted !== undefined || held !== undefined;
  if (status !== 'unchanged' || claims) return [];
  return [`nothing happens, so case.json must say why: ${is}, or "quiet": true`];
}

/** The key of a reason, found by its text. */
function keyOf({ reasons }: AnyTransform, reason = ''): string {
  const [longest] = Object.entries(reasons)
    .filter(([, text]) => reason === text || reason.startsWith(`${text}: `))
    .toSorted(([, a], [, b]) => b.length - a.length);
  return longest?.[0] ?? `none of its reasons: ${reason}`;
}

function accept({ folder, input }: FixtureCase, { output }: FixResult): void {
  const file = path.join(folder, 'expected.Dockerfile');
  if (output === input) rmSync(file, { force: true });
  else writeFileSync(file, output);
}

/** Reads one case. */
export function readCase(id: string, folder: string): FixtureCase {
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
    context: files ? memoryContext(files, settings.services) : noContext,
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

/** The directories in a directory, by name. */
export function folders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}
