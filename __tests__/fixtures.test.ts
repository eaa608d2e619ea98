/**
 * Runs every case of `__fixtures__`. With DOCKOPT_ACCEPT=1 the outputs become what is expected, in
 * cases for which everything else holds.
 */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { casesOf, fixtureIds, type FixtureCase } from '../src/dev/fixtures.ts';
import type { AnyTransform } from '../src/engine/finding.ts';
import { fix, transforms, type FixResult } from '../src/index.ts';
import { brief, readableDiff } from './helpers/compare.ts';
import {
  brokenIgnoreFile,
  brokenInvariants,
  fixedIgnoreFile,
  optionsOf,
  refusedKeys,
} from './helpers/invariants.ts';

const accept = process.env['DOCKOPT_ACCEPT'] === '1';

describe.each(fixtureIds())('%s', (id) => {
  const transform = transforms.find((candidate) => candidate.id === id);
  const cases = casesOf(id);

  test.each(cases.map((fixture) => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
    if (!transform) throw new Error(`${fixture.folder}: no transform is called ${id}`);
    if (transform.ignoreFile) return checkIgnoreFile(fixture, transform);
    const result = fix(fixture.input, optionsOf(fixture, transform));
    const problems = [
      ...wrongSettings(fixture, transform, result),
      ...brokenInvariants(fixture, transform, accept ? result.output : fixture.expected),
    ];
    if (accept && problems.length === 0) write(fixture, result.output);
    else problems.unshift(...wrongOutput(fixture, result));
    if (problems.length > 0) throw new Error(problems.join('\n\n'));
  });
});

test('a reader of fixtures finds some', () => {
  expect(fixtureIds().length).toBeGreaterThan(0);
});

function wrongOutput(fixture: FixtureCase, result: FixResult): string[] {
  if (result.output === fixture.expected) return [];
  return [`${brief(result).join('\n')}\n${readableDiff(fixture.expected, result.output)}`];
}

function checkIgnoreFile(fixture: FixtureCase, transform: AnyTransform): void {
  const result = fixedIgnoreFile(fixture, transform);
  const expected = fixture.expectedIgnoreFile ?? fixture.files?.['.dockerignore'] ?? '';
  const problems = [
    ...wrongSettings(fixture, transform, result),
    ...brokenIgnoreFile(fixture, transform, accept ? result.output : expected),
  ];
  if (accept && problems.length === 0) {
    const file = path.join(fixture.folder, 'expected.dockerignore');
    if (result.status === 'unchanged') rmSync(file, { force: true });
    else writeFileSync(file, result.output);
  } else if (result.output !== expected) {
    problems.unshift(readableDiff(expected, result.output));
  }
  if (problems.length > 0) throw new Error(problems.join('\n\n'));
}

/** What `case.json` claims, and what a case without an `expected.Dockerfile` must claim. */
function wrongSettings(
  fixture: FixtureCase,
  transform: AnyTransform,
  result: Pick<FixResult, 'status' | 'findings' | 'reason'>,
): string[] {
  const problems: string[] = [];
  const claim = (what: string, actual: unknown, wanted: unknown): void => {
    const [is, should] = [JSON.stringify(actual), JSON.stringify(wanted)];
    if (is !== should) problems.push(`case.json: ${what} is ${is}, not ${should}`);
  };
  const heldBack = result.findings.filter(({ applied, refused }) => !applied && !refused).length;
  const keys = refusedKeys(fixture, transform);
  if (fixture.refused) claim('refused', keys, fixture.refused.toSorted());
  if (fixture.heldBack !== undefined) claim('heldBack', heldBack, fixture.heldBack);
  if (fixture.quiet) claim('quiet', [heldBack, ...keys], [0]);

  const says = fixture.refused ?? fixture.heldBack ?? fixture.quiet;
  if (result.status === 'unchanged' && says === undefined) {
    problems.push(
      'nothing happens here, so case.json must say why: "refused": ' +
        `${JSON.stringify(keys)}, "heldBack": ${heldBack}, or "quiet": true`,
    );
  }
  if (result.status === 'failed') problems.push(`the input does not parse: ${result.reason}`);
  return problems;
}

function write(fixture: FixtureCase, output: string): void {
  const file = path.join(fixture.folder, 'expected.Dockerfile');
  if (output === fixture.input) rmSync(file, { force: true });
  else writeFileSync(file, output);
}
