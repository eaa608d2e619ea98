import { applyEdits } from '../../src/engine/apply.ts';
import { isRefusal, type AnyTransform, type Finding } from '../../src/engine/finding.ts';
import { Ignores } from '../../src/engine/ignore.ts';
import { resolveOptions } from '../../src/engine/options.ts';
import { faultOf } from '../../src/engine/plan.ts';
import { verify } from '../../src/engine/verify.ts';
import { fix, parseDockerfile, type Applicability, type FixOptions } from '../../src/index.ts';
import { ignoreInputOf, type FixtureCase, type Variant } from '../../src/dev/fixtures.ts';
import { secondOpinion } from '../../src/dev/second-opinion.ts';
import type { ReportedFinding } from '../../src/engine/fix.ts';
import { fixIgnoreFile, type FixedIgnoreFile } from '../../src/engine/ignore-file.ts';
import { brief, readableDiff } from './compare.ts';

const LEVELS: readonly Applicability[] = ['safe', 'suggested', 'unsafe'];

/** How a case is run: with its transform alone. */
export function optionsOf(fixture: FixtureCase, transform: AnyTransform): FixOptions {
  return {
    transforms: [transform],
    level: fixture.level ?? 'suggested',
    options: { [transform.id]: fixture.options ?? {} },
    context: fixture.context,
  };
}

/** The key of the reason of a refusal, found by its text. */
export function reasonKey(transform: AnyTransform, reason: string): string {
  const keys = Object.entries(transform.reasons)
    .filter(([, text]) => reason === text || reason.startsWith(`${text}: `))
    .toSorted(([, a], [, b]) => b.length - a.length);
  return keys[0]?.[0] ?? `none of its reasons: ${reason}`;
}

/** What the transform says in this case, of the Dockerfile or of the ignore file. */
export const findingsOf = (
  fixture: FixtureCase,
  transform: AnyTransform,
): readonly ReportedFinding[] =>
  transform.ignoreFile
    ? fixedIgnoreFile(fixture, transform).findings
    : fix(fixture.input, optionsOf(fixture, transform)).findings;

export const fixedIgnoreFile = (
  fixture: FixtureCase,
  transform: AnyTransform,
  text?: string,
  level = fixture.level ?? 'suggested',
): FixedIgnoreFile =>
  fixIgnoreFile(transform, ignoreInputOf(fixture, text), {
    level,
    options: fixture.options ?? {},
  });

/** What must hold of an ignore file: line endings stay, and a second run finds nothing to do. */
export function brokenIgnoreFile(
  fixture: FixtureCase,
  transform: AnyTransform,
  expected: string,
): string[] {
  const problems = LEVELS.flatMap((level) => {
    const first = fixedIgnoreFile(fixture, transform, undefined, level);
    if (first.problem !== undefined) return [`level ${level}: ${first.problem}`];
    if (first.status === 'unchanged') return [];
    const second = fixedIgnoreFile(fixture, transform, first.output, level);
    return second.status === 'unchanged' ? [] : [`level ${level}: changed again\n${second.output}`];
  });
  const text = fixture.files?.['.dockerignore'];
  if (text === undefined) return problems;
  for (const variant of ['crlf', 'bom', 'no-final-newline'] as const) {
    const convert = VARIANTS[variant];
    const { output } = fixedIgnoreFile(fixture, transform, convert(text));
    if (output !== convert(expected)) {
      problems.push(`as ${variant}\n${readableDiff(convert(expected), output)}`);
    }
  }
  return problems;
}

/** The keys of the reasons for which the transform refuses in this case. */
export function refusedKeys(fixture: FixtureCase, transform: AnyTransform): string[] {
  const keys = findingsOf(fixture, transform)
    .filter((finding) => finding.refused)
    .map((finding) => reasonKey(transform, finding.reason ?? ''));
  return [...new Set(keys)].toSorted();
}

/** Everything that must hold for a case whatever its author wrote; an entry for each that fails. */
export function brokenInvariants(
  fixture: FixtureCase,
  transform: AnyTransform,
  expected: string,
): string[] {
  return [
    ...singleFindings(fixture, transform),
    ...variants(fixture, transform, expected),
    ...LEVELS.flatMap((level) =>
      settles(fixture.input, { ...optionsOf(fixture, transform), level }),
    ),
    ...LEVELS.flatMap((level) => settles(fixture.input, { level, context: fixture.context })),
  ];
}

/** A run without bugs, and a final stage that can start, after which a second one finds nothing to do. */
function settles(input: string, options: Partial<FixOptions>): string[] {
  const ids = options.transforms ? 'alone' : 'with all transforms';
  const what = `${ids}, level ${options.level}`;
  const first = fix(input, options);
  if (first.bugs.length > 0) return [`${what}: bugs\n  ${brief(first).join('\n  ')}`];
  if (first.status === 'failed' || first.status === 'skipped') return [];
  const needy = secondOpinion(input, first.output);
  if (needy !== undefined) return [`${what}: ${needy}`];
  const second = fix(first.output, options);
  if (second.status === 'unchanged' && second.bugs.length === 0) return [];
  return [
    `${what}: a second run still changes something\n  ${brief(second).join('\n  ')}\n` +
      readableDiff(first.output, second.output),
  ];
}

/** Each finding of the first pass, applied without the others. */
function singleFindings(fixture: FixtureCase, transform: AnyTransform): string[] {
  const doc = parseDockerfile(fixture.input);
  const ignores = new Ignores(doc);
  const results = [
    ...transform.run({
      doc,
      context: fixture.context,
      options: resolveOptions(transform.id, transform.options, fixture.options),
      allows: (instruction) => ignores.reason(transform, instruction) === undefined,
      lineOf: (instruction) => instruction.line,
    }),
  ];
  const findings = results.filter((result): result is Finding => !isRefusal(result));
  return findings.flatMap((finding) => {
    const place = `the finding in line ${doc.lineOf(finding.at.start)}, alone`;
    const fault = faultOf({ transform, finding }, doc.text);
    if (fault !== undefined) return [`${place}: ${fault}`];
    const verdict = verify(doc, applyEdits(doc.text, finding.edits).text, [finding]);
    return verdict.ok ? [] : [`${place}: ${verdict.problem}`];
  });
}

const VARIANTS: Readonly<Record<Variant, (text: string) => string>> = {
  crlf: (text) => text.replace(/\r?\n/g, '\r\n'),
  bom: (text) => (text.startsWith('\uFEFF') ? text : `\uFEFF${text}`),
  'no-final-newline': (text) => text.replace(/\r?\n$/, ''),
};

/** The same edits must come out where lines end otherwise, and with or without BOM. */
function variants(fixture: FixtureCase, transform: AnyTransform, expected: string): string[] {
  const kinds = (Object.keys(VARIANTS) as Variant[]).filter(
    (variant) => !fixture.except?.includes(variant),
  );
  return kinds.flatMap((variant) => {
    const convert = VARIANTS[variant];
    const result = fix(convert(fixture.input), optionsOf(fixture, transform));
    const wanted = convert(expected);
    if (result.output === wanted && result.bugs.length === 0) return [];
    return [
      `as ${variant}\n  ${brief(result).join('\n  ')}\n${readableDiff(wanted, result.output)}`,
    ];
  });
}
