/** Every transform has what belongs to it, and nothing reaches where it should not. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { builtinModules } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { casesOf, fixtureIds, ROOT, type FixtureCase } from '../src/dev/fixtures.ts';
import type { AnyTransform } from '../src/engine/finding.ts';
import { transforms } from '../src/index.ts';
import { findingsOf, refusedKeys } from './helpers/invariants.ts';

/** Pure functions from text to data: they read manifests of the build context. */
const FORMAT_PARSERS = new Set(['smol-toml', '@rgrove/parse-xml', 'yaml']);
const NOT_TRANSFORMS = new Set(['index.ts']);
const files = readdirSync(path.join(ROOT, 'transforms'))
  .filter((name) => name.endsWith('.ts') && !NOT_TRANSFORMS.has(name))
  .map((name) => name.replace(/\.ts$/, ''))
  .toSorted();
const ids = transforms.map(({ id }) => id);

test('the list holds every file, and each once', () => {
  expect(ids.toSorted()).toEqual(files);
});

test('fixtures belong to transforms', () => {
  expect(fixtureIds().filter((id) => !ids.includes(id))).toEqual([]);
});

test('pages belong to transforms', () => {
  const pages = readdirSync(path.join(ROOT, 'docs/transforms'))
    .map((name) => name.replace(/\.md$/, ''))
    .filter((name) => name !== 'README');
  expect(pages.toSorted()).toEqual(ids.toSorted());
});

describe.each(transforms.map((transform) => [transform.id, transform] as const))(
  '%s',
  (id, transform) => {
    const cases = casesOf(id);
    const outcomes = cases.map((fixture) => outcomeOf(fixture, transform));

    test('has metadata', () => {
      expect(metadataProblems(transform)).toEqual([]);
    });

    test('is the default export of the file of its name', async () => {
      const module = (await import(`../transforms/${id}.ts`)) as { default: AnyTransform };
      expect(module.default).toBe(transform);
    });

    test('has fixtures in which it acts, and in which it does not', () => {
      expect(cases.some((fixture) => fixture.hasExpected)).toBe(true);
      expect(cases.some((fixture) => !fixture.hasExpected)).toBe(true);
    });

    test('has a fixture for every reason to refuse', () => {
      const shown = new Set(outcomes.flatMap(({ refused }) => refused));
      expect(Object.keys(transform.reasons).filter((key) => !shown.has(key))).toEqual([]);
    });

    test('has a fixture for every applicability', () => {
      const shown = new Set(outcomes.flatMap(({ applicabilities }) => applicabilities));
      expect(transform.emits.filter((applicability) => !shown.has(applicability))).toEqual([]);
    });

    test('shows an example on its page', () => {
      expect(cases.some((fixture) => fixture.doc !== undefined)).toBe(true);
      expect(existsSync(path.join(ROOT, `docs/transforms/${id}.md`))).toBe(true);
    });
  },
);

interface Outcome {
  readonly refused: readonly string[];
  readonly applicabilities: readonly string[];
}

function outcomeOf(fixture: FixtureCase, transform: AnyTransform): Outcome {
  const own = findingsOf(fixture, transform).filter((finding) => !finding.refused);
  return {
    refused: refusedKeys(fixture, transform),
    applicabilities: own.map(({ applicability }) => applicability),
  };
}

function metadataProblems(transform: AnyTransform): string[] {
  const { id, summary, why, safety, since, emits, options, reasons, sources } = transform;
  const problems: [string, boolean][] = [
    ['the id is kebab-case', /^[a-z]+(?:-[a-z0-9]+)*$/.test(id)],
    ['the summary is a phrase without a full stop', /^[A-Z].*[^.]$/.test(summary)],
    ['why is a paragraph', /^\S.*\.$/s.test(why)],
    ['safety is a paragraph', /^\S.*\.$/s.test(safety)],
    ['since is a version', /^\d+\.\d+\.\d+$/.test(since)],
    ['it emits something', emits.length > 0 && new Set(emits).size === emits.length],
    ['it has sources', sources.length > 0],
    ...sources.map(({ title, url, date }): [string, boolean] => [
      `the source ${title} has an https address and a date`,
      url.startsWith('https://') && /^20\d\d-(?:0\d|1[0-2])-[0-3]\d$/.test(date),
    ]),
    ...Object.entries(options).map(([name, option]): [string, boolean] => [
      `the option ${name} is described`,
      /^[a-z][a-zA-Z]*$/.test(name) && option.describe.length > 10,
    ]),
    ...Object.entries(reasons).map(([key, text]): [string, boolean] => [
      `the reason ${key} completes a sentence`,
      /^[a-z][a-z-]*$/i.test(key) && /^[^.]+[^.]$/.test(text),
    ]),
  ];
  return problems.flatMap(([what, holds]) => (holds ? [] : [`not so: ${what}`]));
}

describe('imports', () => {
  const sources = ['src', 'transforms'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.split(path.sep).join('/')}`),
  );
  /** The imports of files below `folder` that `allowed` does not take. */
  const forbidden = (
    inFolder: (file: string) => boolean,
    allowed: (target: string, file: string) => boolean,
  ): string[] =>
    sources.filter(inFolder).flatMap((file) =>
      importsOf(file)
        .filter((target) => !allowed(target, file))
        .map((target) => `${file} imports ${target}`),
    );

  test('a transform knows the kit and shared knowledge only', () => {
    const allowed = new Set(['src/kit.ts', 'dockopt']);
    const found = forbidden(
      (file) => /^transforms\/[^/]+$/.test(file) && file !== 'transforms/index.ts',
      (target) => allowed.has(target) || target.startsWith('transforms/shared/'),
    );
    expect(found).toEqual([]);
  });

  test('shared knowledge knows the kit and shared knowledge only', () => {
    const found = forbidden(
      (file) => file.startsWith('transforms/shared/'),
      (target) =>
        target === 'src/kit.ts' ||
        target.startsWith('transforms/shared/') ||
        FORMAT_PARSERS.has(target),
    );
    expect(found).toEqual([]);
  });

  test('the core needs nothing of Node', () => {
    const builtin = new Set(builtinModules);
    const found = forbidden(
      (file) =>
        // The fixtures of transforms are read from the disk.
        file !== 'src/testing.ts' &&
        /^(?:src\/(?:model|shell|engine|facts)\/|src\/[^/]+$|transforms\/)/.test(file),
      (target) => !target.startsWith('node:') && !builtin.has(target),
    );
    expect(found).toEqual([]);
  });

  /** The command, with the language server and migrations, and the scripts. */
  const COMMAND = /^src\/(?:cli|dev|lsp|migrate|verify)\//;

  test('the core knows neither the command nor the developers’ scripts', () => {
    const found = forbidden(
      (file) => !COMMAND.test(file),
      (target) => !COMMAND.test(target),
    );
    expect(found).toEqual([]);
  });
});

/** What a file imports: paths from the root of the package, or the names of packages. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const statement =
    /^(?:import|export)\b[^;]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm;
  return [...text.matchAll(statement)].map(([, a, b, c]) => {
    const target = (a ?? b ?? c)!;
    return target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target;
  });
}
