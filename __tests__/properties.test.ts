/**
 * What must hold for any Dockerfile. The runs are the same every time:
 *
 *   DOCKOPT_RUNS=N            asks for more of them (the default is 300 for each property)
 *   DOCKOPT_SEED=N            for others
 *   DOCKOPT_BUILDKIT=COMMAND  holds outputs against another parser (see src/dev/reference.ts)
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accepts, ask, whyNot } from '../src/dev/reference.ts';
import { summaryOf } from '../src/engine/summary.ts';
import {
  fix,
  parseDockerfile,
  valueOf,
  workdirAfter,
  type Applicability,
  type FixResult,
} from '../src/index.ts';
import { brief, readableDiff } from './helpers/compare.ts';
import { dockerfile, mutant } from './generators/dockerfile.ts';

const numRuns = Number(process.env['DOCKOPT_RUNS'] ?? 300);
const seed = Number(process.env['DOCKOPT_SEED'] ?? 20261123);
const settings = { numRuns, seed };
const LEVELS: readonly Applicability[] = ['safe', 'suggested', 'unsafe'];
const level = fc.constantFrom(...LEVELS);

const check = <T>(property: fc.IProperty<T>): void => fc.assert(property, settings);

describe('any Dockerfile', () => {
  test('is fixed without bugs, and a second run finds nothing', () => {
    check(
      fc.property(dockerfile, level, (text, chosen) => {
        const first = fix(text, { level: chosen });
        expect(first.bugs).toEqual([]);
        if (first.status !== 'changed') expect(first.output).toBe(text);
        if (first.status === 'failed' || first.status === 'skipped') return;
        parseDockerfile(first.output);
        const second = fix(first.output, { level: chosen });
        if (second.status !== 'unchanged' || second.bugs.length > 0) {
          throw new Error(
            `${brief(second).join('\n')}\n${readableDiff(first.output, second.output)}`,
          );
        }
      }),
    );
  }, 3_600_000);

  test('keeps what no finding speaks of', () => {
    check(
      fc.property(dockerfile, (text) => {
        const result = fix(text);
        if (result.status === 'changed') expectKept(text, result);
      }),
    );
  }, 3_600_000);

  test('gets more findings at a riskier level, and none less', () => {
    check(
      fc.property(dockerfile, (text) => {
        const applied = LEVELS.map((chosen) =>
          fix(text, { level: chosen }).findings.filter((finding) => finding.applied),
        );
        for (const [index, chosen] of LEVELS.entries()) {
          const allowed = new Set(LEVELS.slice(0, index + 1));
          expect(applied[index]!.every((finding) => allowed.has(finding.applicability))).toBe(true);
          // What changes at one level changes at the next.
          if (index > 0 && applied[index - 1]!.length > 0) {
            expect([chosen, applied[index]!.length > 0]).toEqual([chosen, true]);
          }
        }
      }),
    );
  }, 3_600_000);

  test('gives the same again, whatever was fixed in between', () => {
    check(
      fc.property(dockerfile, dockerfile, (one, two) => {
        const before = fix(one);
        fix(two);
        expect(fix(one)).toEqual(before);
      }),
    );
  }, 3_600_000);
});

describe('any text', () => {
  test('is fixed or refused, a mutant', () => {
    check(fc.property(mutant, level, survives));
  }, 3_600_000);

  test('is fixed or refused, whatever it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ maxLength: 200 }),
    );
    check(fc.property(text, level, survives));
    const headed = text.map((rest) => `FROM a\nRUN ${rest}`);
    check(fc.property(headed, level, survives));
  }, 3_600_000);
});

const buildkit = process.env['DOCKOPT_BUILDKIT'];
(buildkit === undefined ? test.skip : test)(
  'BuildKit accepts every output',
  () => {
    const inputs = [
      ...fc.sample(dockerfile, { numRuns: Math.max(numRuns, 2_000), seed }),
      ...fc.sample(mutant, { numRuns: Math.max(numRuns, 2_000), seed }),
    ].filter((text) => !/\p{Surrogate}/u.test(text));
    const outputs = inputs.map((text) => fix(text, { level: 'unsafe' }).output);
    const folder = mkdtempSync(path.join(tmpdir(), 'dockopt-properties-'));
    try {
      const write = (texts: readonly string[], kind: string): string[] =>
        texts.map((text, index) => {
          const file = path.join(folder, `${kind}${index}`);
          writeFileSync(file, text);
          return file;
        });
      const before = ask(buildkit!, write(inputs, 'in'));
      const after = ask(buildkit!, write(outputs, 'out'));
      expect(before.filter(accepts).length).toBeGreaterThan(1_000);
      const broken = after.flatMap((answer, index) =>
        accepts(before[index]!) && !accepts(answer) ? [`${outputs[index]}\n${whyNot(answer)}`] : [],
      );
      expect(broken).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  3_600_000,
);

function survives(text: string, chosen: Applicability): void {
  const result = fix(text, { level: chosen });
  expect(result.bugs).toEqual([]);
  if (result.status === 'failed') {
    expect(result.line).toBeGreaterThan(0);
    expect(result.output).toBe(text);
  }
}

/** Comments in their order, and every instruction that does not fill the image with files. */
function expectKept(text: string, { output, findings }: FixResult): void {
  const [before, after] = [parseDockerfile(text), parseDockerfile(output)];
  const comments = (doc: typeof before): string[] =>
    [...doc.comments, ...doc.instructions.flatMap((instruction) => instruction.comments)]
      .toSorted((a, b) => a.start - b.start)
      .map((comment) => comment.text);
  const drops = findings.some((one) => one.applied && one.transform === 'drop-shadowed-commands');
  // A comment for tools goes with the command that it is tied to.
  if (drops) expect(comments(before)).toEqual(expect.arrayContaining(comments(after)));
  else expect(comments(after)).toEqual(comments(before));
  const spoken = new Set(
    findings.flatMap(({ applied, transform }) => (applied && SPOKEN[transform]) || []),
  );
  const rest = (doc: typeof before): string[] =>
    doc.instructions
      .filter(({ trigger, keyword }) => !spoken.has(trigger?.keyword ?? keyword))
      .filter(({ trigger, keyword }) => !/^(?:RUN|COPY|ADD)$/.test(trigger?.keyword ?? keyword))
      .filter((instruction) => instruction.keyword !== 'ENV')
      // A WORKDIR may be written in full: what counts is the directory that it sets.
      .map((instruction) =>
        instruction.keyword === 'WORKDIR' && workdirAfter(instruction).known
          ? `WORKDIR ${valueOf(workdirAfter(instruction))}`
          : textInOneCase(doc.text, instruction),
      );
  expect(rest(after)).toEqual(rest(before));
  const meaning = (doc: typeof before): string[] =>
    doc.instructions.filter((item) => item.keyword === 'ENV').map(summaryOf);
  for (const summary of meaning(before)) expect(meaning(after)).toContain(summary);
}

/** The instructions that a transform changes on purpose, and says so. */
const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  'use-exec-form': ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'],
  'drop-shadowed-commands': ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'],
  'label-maintainer': ['MAINTAINER', 'LABEL'],
  'move-changing-lines-down': ['ARG', 'LABEL'],
  'use-workdir': ['WORKDIR'],
  'use-smaller-base': ['FROM'],
  'check-arguments': ['ARG'],
  'check-healthcheck': ['HEALTHCHECK'],
};

/** Keywords and names of stages may get another case: Docker reads them without regard to it. */
function textInOneCase(
  text: string,
  { keyword, keywordSpan, start, end }: ReturnType<typeof parseDockerfile>['instructions'][number],
): string {
  const rest = text.slice(keywordSpan.end, end);
  const head = text.slice(start, keywordSpan.start) + keyword;
  if (keyword === 'ONBUILD') return head + rest.replace(/\w+/, (name) => name.toUpperCase());
  if (keyword !== 'FROM') return head + rest;
  return head + rest.replace(/\s+as\s+\S+\s*$/i, (name) => name.toLowerCase());
}
