/** The parts of a migration, each alone. */
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FileError } from '../../src/cli/errors.ts';
import type { Settings } from '../../src/cli/config/settings.ts';
import type { Verifier } from '../../src/cli/file-fixer.ts';
import { fixFile } from '../../src/cli/fix-file.ts';
import { transforms } from '../../src/index.ts';
import { RememberedBuilds } from '../../src/migrate/builds.ts';
import { CodeOwners } from '../../src/migrate/codeowners.ts';
import { finishUnit } from '../../src/migrate/finish.ts';
import { Journal } from '../../src/migrate/journal.ts';
import { isIn, readShard } from '../../src/migrate/shard.ts';
import { Spool } from '../../src/migrate/spool.ts';
import { ownerId, unitId } from '../../src/migrate/unit-id.ts';
import { MERGED, NAIVE, tree } from '../cli/helpers.ts';

describe('owners', () => {
  const owners = (text: string, file: string): string =>
    new CodeOwners(text).ownersOf(file).join(' ');

  test.each([
    ['* @all\n', 'a/Dockerfile', '@all'],
    ['* @all\n/a/ @a @b\n', 'a/b/Dockerfile', '@a @b'],
    ['/a/ @a\n* @all\n', 'a/Dockerfile', '@all'],
    ['a/* @a\n', 'a/Dockerfile', '@a'],
    ['a/* @a\n', 'a/b/Dockerfile', ''],
    ['a/** @a\n', 'a/b/Dockerfile', '@a'],
    ['Dockerfile @a\n', 'x/y/Dockerfile', '@a'],
    ['*.dev @a\n', 'x/Dockerfile.dev', '@a'],
    ['apps/ @a\n', 'x/apps/Dockerfile', '@a'],
    ['/apps/ @a\n', 'x/apps/Dockerfile', ''],
    ['/with\\ blank/ @a # why\n', 'with blank/Dockerfile', '@a'],
    ['# * @a\n\n', 'Dockerfile', ''],
    // Someone may take a file out of the care of others.
    ['* @all\n/a/\n', 'a/Dockerfile', ''],
    ['* @all\n!/a/ @a\n', 'a/Dockerfile', '@all'],
    ['[Web] @web\n/a/\n^[Docs][2] @docs\n*.md\n', 'a/Dockerfile', '@web'],
    ['* @all\n[Docker]\nDockerfile @docker\n', 'a/Dockerfile', '@all @docker'],
  ])('%j of %s: %s', (text, file, expected) => {
    expect(owners(text, file)).toBe(expected);
  });
});

describe('the id of a unit', () => {
  test.each([
    ['services/api', 'services--api'],
    ['a_b/c.d', 'a_b--c.d'],
  ])('%s: %s', (name, id) => {
    expect(unitId(name)).toBe(id);
  });

  test.each([
    ['@platform', 'platform'],
    ['@Shop/Team-A', 'shop--team-a'],
  ])('of the owner %s: %s', (name, id) => {
    expect(ownerId(name)).toBe(id);
  });

  test('of several owners, and of an address, is theirs alone', () => {
    const names = ['@a @b', '@a--b', 'ops@shop.example', '@ops', '@a'];
    expect(new Set(names.map(ownerId)).size).toBe(names.length);
  });

  test('is one, and what git takes for a branch', () => {
    const part = fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...'aB-._/ @é') });
    fc.assert(
      fc.property(part, part, (one, other) => {
        const id = unitId(one);
        expect(id).toMatch(/^[a-z0-9_]+(?:[._-]+[a-z0-9_]+)*$/);
        expect(id).not.toMatch(/\.\.|\.lock$/);
        expect(unitId(other) === id).toBe(one === other);
      }),
    );
  });
});

test('every name falls to one shard', () => {
  const shards = ['1/3', '2/3', '3/3'].map((text) => readShard(text)!);
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(shards.filter((shard) => isIn(shard, name))).toHaveLength(1);
    }),
  );
  for (const wrong of ['0/3', '4/3', '1', 'a/b', '1/3/4']) expect(readShard(wrong)).toBeUndefined();
});

test('a file that changes while dockopt is at work is not patched', async () => {
  const root = tree({ 'a/Dockerfile': NAIVE });
  const spool = new Spool(path.join(root, 'spool'), 10);
  const change = {
    path: 'a/Dockerfile',
    place: 'a/Dockerfile',
    isNew: false,
    before: NAIVE,
    after: MERGED,
    findings: [],
  };
  const unit = spool.add({ repository: root, name: 'a', id: 'a' }, change);
  const options = {
    by: 'directory',
    titlePrefix: '',
    verified: false,
    known: transforms,
    stacked: false,
  } as const;
  const make = () => finishUnit(unit, [], spool, path.join(root, 'unit'), options);
  expect((await make()).totals.files).toBe(1);
  appendFileSync(path.join(root, 'a/Dockerfile'), '# more\n');
  await expect(make()).rejects.toThrow(
    new FileError('a/Dockerfile changed since it was read; run dockopt migrate again'),
  );
});

describe('builds', () => {
  const TEXT = `${NAIVE}WORKDIR /a\nRUN mkdir c\nRUN mkdir d\n`;
  const settings: Settings = {
    config: undefined,
    ignored: false,
    level: 'suggested',
    options: {},
    context: undefined,
    verify: undefined,
    transforms: transforms.filter(({ id }) => id === 'merge-runs'),
    known: transforms,
  };

  /** A builder for which the first finding does not hold. */
  function builder(): Verifier & { count: number } {
    return {
      count: 0,
      stopped: false,
      verified(file, text, given) {
        this.count++;
        const result = fixFile(text, file, given, ({ line }) =>
          line < 4 ? 'it failed' : undefined,
        );
        return Promise.resolve(result);
      },
      failsWith() {
        this.count++;
        return Promise.resolve('a/Dockerfile: it failed');
      },
    };
  }

  test('are made once for a file, whatever runs follow', async () => {
    const root = tree();
    mkdirSync(path.join(root, 'out'));
    const inner = builder();
    const results = [];
    for (let run = 0; run < 2; run++) {
      const journal = Journal.open(path.join(root, 'out'));
      const builds = new RememberedBuilds(inner, journal);
      results.push(await builds.verified('a/Dockerfile', TEXT, settings));
      results.push(await builds.failsWith('x\n', [{ path: 'a/Dockerfile', text: TEXT, settings }]));
      journal.close();
    }
    expect(inner.count).toBe(2);
    expect(results[2]).toEqual(results[0]);
    expect(results[3]).toBe(results[1]);
    const [first] = results as Awaited<ReturnType<Verifier['verified']>>[];
    expect(first!.findings.map(({ applied, reason }) => [applied, reason])).toEqual([
      [false, 'it failed'],
      [true, undefined],
    ]);
  });
});
