import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { configSchema } from '../../src/cli/config/schema.ts';
import { smokeFor } from '../../src/verify/smoke.ts';
import { checkConfig } from '../../src/cli/config/check.ts';
import { ROOT } from '../../src/dev/fixtures.ts';
import { add, dockopt, MERGED, NAIVE, tree, type Outcome } from './helpers.ts';

const LABELS = `export default {
  id: 'add-label', summary: 'Add a label', why: '', safety: '', since: '0.1.0',
  emits: ['suggested'], options: {}, reasons: {}, sources: [], ignoredBy: {},
  *run({ doc }) {
    for (const at of doc.only('MAINTAINER')) {
      const text = 'LABEL a=b';
      yield {
        at, message: 'label it', applicability: 'suggested',
        edits: [{ start: at.start, end: at.end, text }],
        changes: [{ kind: 'replaced', instruction: at, by: text }],
      };
    }
  },
};
`;

const json = (value: unknown): string => JSON.stringify(value);

interface Printed {
  readonly config: string | null;
  readonly ignored: boolean;
  readonly level: string;
  readonly context: string;
  readonly transforms: readonly string[];
  readonly options: Record<string, Record<string, unknown>>;
}

function printed(root: string, file: string, ...args: string[]): Printed {
  const { out, err } = dockopt(root, ['fix', '--print-config', file, ...args]);
  if (err !== '') throw new Error(err);
  return JSON.parse(out) as Printed;
}

describe('where a configuration is found', () => {
  const only = { only: ['merge-runs'], level: 'safe' };
  test.each([
    ['dockopt.config.json', json(only)],
    ['dockopt.config.yaml', 'only: [merge-runs]\nlevel: safe\n'],
    ['dockopt.config.yml', 'only:\n  - merge-runs\nlevel: safe\n'],
    ['dockopt.config.mjs', `export default ${json(only)};`],
    ['dockopt.config.js', `module.exports = ${json(only)};`],
    ['package.json', json({ name: 'x', dockopt: only })],
  ])('%s', (name, text) => {
    const root = tree({ [name]: text, 'a/Dockerfile': NAIVE });
    const { config, level, transforms } = printed(root, 'a/Dockerfile');
    // Outside of a repository the search ends at the current directory.
    expect({ config, level, transforms }).toEqual({
      config: name,
      level: 'safe',
      transforms: ['merge-runs'],
    });
  });

  test('TypeScript, by Node or by the tsx of the user', () => {
    const root = tree({ 'package.json': '{"type":"module"}', 'a/Dockerfile': NAIVE });
    const text = `const level: 'safe' | 'unsafe' = 'safe';\nexport default { level };\n`;
    add(root, { 'dockopt.config.ts': text });
    if (!('typescript' in process.features) || !process.features.typescript) {
      expect(dockopt(root, ['fix']).err).toMatch(/does not read TypeScript; use Node 22\.18/);
    }
    const inside = path.join(ROOT, 'node_modules', 'tsx', 'dist', 'esm', 'api', 'index.mjs');
    const exports = {
      './esm/api': { import: { default: './api.mjs' } },
      './package.json': './package.json',
    };
    add(root, {
      'node_modules/tsx/package.json': json({ name: 'tsx', exports }),
      'node_modules/tsx/api.mjs': `export * from ${json(inside)};`,
    });
    expect(printed(root, 'a/Dockerfile').level).toBe('safe');
  });

  test('the nearest holds alone; --config is for all, --no-config for none', () => {
    const root = tree({
      'dockopt.config.json': json({ level: 'unsafe', skip: ['merge-runs'] }),
      'a/dockopt.config.yaml': 'level: safe\n',
      'a/Dockerfile': NAIVE,
      'b/Dockerfile': NAIVE,
      'c.json': json({ level: 'safe', only: ['prefer-copy'] }),
    });
    expect(printed(root, 'a/Dockerfile')).toMatchObject({ level: 'safe' });
    expect(printed(root, 'a/Dockerfile').transforms).toContain('merge-runs');
    expect(printed(root, 'b/Dockerfile')).toMatchObject({ level: 'unsafe' });
    expect(printed(root, 'a/Dockerfile', '--config', 'c.json').transforms).toEqual(['prefer-copy']);
    expect(printed(root, 'a/Dockerfile', '--no-config')).toMatchObject({
      config: null,
      level: 'suggested',
    });
    expect(dockopt(root, ['fix', '--config', 'c.json', '--no-config']).status).toBe(2);
  });

  test('--no-config runs no code', () => {
    const root = tree({ 'dockopt.config.mjs': 'process.exit(7);', Dockerfile: MERGED });
    expect(dockopt(root, ['fix', '--no-config', '--only', 'merge-runs']).status).toBe(0);
    expect(dockopt(root, ['fix']).status).toBe(7);
  });

  test('two in one directory', () => {
    const root = tree({
      'dockopt.config.json': '{}',
      'dockopt.config.yaml': '',
      Dockerfile: NAIVE,
    });
    expect(dockopt(root, ['fix'])).toMatchObject({ status: 2, out: '' });
    expect(dockopt(root, ['fix']).err).toMatch(/two configurations in .*; keep one\n$/);
  });
});

describe('what it says', () => {
  test('the command line wins', () => {
    const config = {
      level: 'unsafe',
      skip: ['merge-runs'],
      caching: 'mounts',
      options: { 'merge-runs': { stages: 'all' } },
      context: 'b',
    };
    const root = tree({ 'dockopt.config.json': json(config), Dockerfile: NAIVE, 'b/x': '' });
    const plain = printed(root, 'Dockerfile');
    expect(plain).toMatchObject({ level: 'unsafe', context: 'b' });
    expect(plain.transforms).not.toContain('merge-runs');
    expect(plain.options['clean-package-caches']).toMatchObject({ caching: 'mounts' });
    const given = printed(
      root,
      'Dockerfile',
      '--level=suggested',
      '--also=merge-runs',
      '--caching=cleanup',
      '--context=.',
      '--set=merge-runs.stages=shipped',
    );
    expect(given).toMatchObject({ level: 'suggested', context: '.' });
    expect(given.options['merge-runs']).toMatchObject({ stages: 'shipped' });
    expect(given.options['clean-package-caches']).toMatchObject({ caching: 'cleanup' });
    expect(printed(root, 'Dockerfile', '--only=merge-runs').transforms).toEqual(['merge-runs']);
  });

  test('overrides: the later wins, option by option', () => {
    const root = tree({
      'dockopt.config.json': json({
        options: { 'merge-runs': { stages: 'all' } },
        overrides: [
          { files: 'svc/', level: 'safe', context: '.' },
          { files: ['*.prod', '!keep.prod'], level: 'unsafe' },
        ],
      }),
      'svc/a/Dockerfile': NAIVE,
      'svc/Dockerfile.prod': NAIVE,
    });
    const { level, context, options } = printed(root, 'svc/a/Dockerfile');
    expect({ level, context }).toEqual({ level: 'safe', context: '.' });
    expect(options['merge-runs']).toMatchObject({ stages: 'all' });
    expect(printed(root, 'svc/Dockerfile.prod')).toMatchObject({ level: 'unsafe', context: '.' });
    expect(printed(root, 'Dockerfile')).toMatchObject({ level: 'suggested', context: '.' });
  });

  test('ignored files are skipped, quietly unless they are named', () => {
    const root = tree({
      'dockopt.config.json': json({ only: ['merge-runs'], ignore: ['vendor/'] }),
      'vendor/Dockerfile': NAIVE,
      Dockerfile: NAIVE,
    });
    const { out, err } = dockopt(root, ['fix']);
    expect(out).not.toContain('vendor');
    expect(err).not.toContain('vendor');
    expect(err).toContain('1 skipped');
    const named = dockopt(root, ['fix', '--check', 'vendor/Dockerfile']);
    expect(named.status).toBe(0);
    expect(named.err).toContain('skipped: the configuration dockopt.config.json ignores it');
  });

  test('transforms of its own', () => {
    const root = tree({
      'dockopt.config.json': json({ transforms: ['./label.mjs'], only: ['add-label'] }),
      'label.mjs': LABELS,
      'a/Dockerfile': 'FROM a\nMAINTAINER b\n# dockopt ignore=add-label\nMAINTAINER c\n',
    });
    const { out, err } = dockopt(root, ['fix']);
    expect(out).toContain('-MAINTAINER b\n+LABEL a=b');
    expect(err).not.toContain('warning');
    expect(dockopt(root, ['fix', '--only', 'add-label', 'a']).out).toBe(out);
    expect(dockopt(root, ['fix', '--no-config', '--only', 'add-label']).status).toBe(2);
  });

  test.each([
    ['export default 1', /it exports no transform by default/],
    [LABELS.replace("'add-label'", "'merge-runs'"), /there is a transform merge-runs already/],
    [LABELS.replace('reasons: {}', 'reasons: 1'), /its transform needs reasons, an object/],
    ['throw new Error("x")', /it cannot be loaded: Error: x/],
  ])('a wrong transform: %#', (text, message) => {
    const root = tree({ 'dockopt.config.json': json({ transforms: ['a.mjs'] }), 'a.mjs': text });
    const { status, err } = dockopt(root, ['fix']);
    expect(status).toBe(2);
    expect(err).toMatch(message);
  });
});

const WRONG: readonly (readonly [unknown, string])[] = [
  [{ levle: 'safe' }, 'no key is called "levle"; did you mean level?'],
  [{ zzz: 1 }, 'no key is called "zzz"; the keys are $schema, level, only'],
  [{ level: 'saf' }, 'level takes safe or suggested or unsafe, not "saf"'],
  [{ only: 'merge-runs' }, 'only takes a list of ids of transforms, not "merge-runs"'],
  [{ ignore: [1] }, 'ignore takes a list of patterns, not [1]'],
  [{ context: '' }, 'context takes a text, not ""'],
  [{ overrides: [{ level: 'safe' }] }, 'overrides[0].files is missing'],
  [{ overrides: [{ files: 'a', ignore: 'x' }] }, 'no key is called "overrides[0].ignore"'],
  [{ overrides: { files: 'a' } }, 'overrides takes a list of'],
  [{ caching: 'both' }, 'caching takes cleanup or mounts, not "both"'],
  [{ finalBase: 'tiny' }, 'finalBase takes auto or scratch or distroless or alpine or slim'],
  [[], 'it must be an object'],
  [{ options: { 'merge-runs': 1 } }, 'options takes { "ID": { "OPTION": VALUE } }'],
  [{ transforms: './a.ts' }, 'transforms takes a list of paths of modules'],
  [{ verify: ['/'] }, 'verify must be an object'],
  [{ verify: { http: 8080 } }, 'verify.http takes a list of texts, not 8080'],
  [{ verify: { health: 'yes' } }, 'verify.health takes true or false, not "yes"'],
  [{ verify: { heatlh: true } }, 'no key is called "verify.heatlh"; did you mean health?'],
];

/** Right in form; the names, or what stands in a text, are wrong. */
const WRONG_NAMES: readonly (readonly [unknown, string])[] = [
  [{ verify: { http: '8080' } }, 'verify.http takes [PORT]/PATH…, not "8080"'],
  [{ verify: { env: ['A'] } }, 'verify.env takes NAME=VALUE, not "A"'],
  [{ verify: { run: 'a"b' } }, 'verify.run "a\\"b": a quote in the middle of a word'],
  [{ only: ['merge-run'] }, 'only: no transform is called "merge-run"; did you mean merge-runs?'],
  [{ options: { 'merge-runs': { stage: 'all' } } }, 'merge-runs has no option "stage"'],
  [
    { overrides: [{ files: 'a', options: { 'merge-runs': { stages: 'x' } } }] },
    'merge-runs.stages takes shipped or all, not "x"',
  ],
];

describe('what is wrong is one line with the file, the key and what it takes', () => {
  test.each([...WRONG, ...WRONG_NAMES])('%j', (config, message) => {
    const root = tree({ 'dockopt.config.json': json(config), Dockerfile: NAIVE });
    const { status, out, err } = dockopt(root, ['fix']);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(`dockopt: the configuration dockopt.config.json: ${message}`);
    expect(err.split('\n')).toHaveLength(2);
  });

  test.each([
    ['dockopt.config.json', '{'],
    ['dockopt.config.yaml', 'a: [\n'],
    ['dockopt.config.mjs', 'export const a = 1;'],
  ])('%s: %j', (name, text) => {
    const { status, err } = dockopt(tree({ [name]: text }), ['fix']);
    expect(status).toBe(2);
    expect(err).toContain(name);
    expect(err.split('\n')).toHaveLength(2);
  });

  test('one in a directory below fails its files, and no others', () => {
    const root = tree({
      'a/dockopt.config.json': '{"levle":1}',
      'a/Dockerfile': NAIVE,
      'b/Dockerfile': NAIVE,
    });
    const { status, out, err } = dockopt(root, ['fix', '--only', 'merge-runs']);
    expect(status).toBe(2);
    expect(err).toContain(
      'a/Dockerfile: the configuration a/dockopt.config.json: no key is called',
    );
    expect(out).toContain('b/Dockerfile');
  });
});

describe('smoke tests', () => {
  const config = {
    verify: { http: '8080/ /health', env: 'A=b' },
    overrides: [{ files: 'cli/', verify: { run: ['--version', '["a b"]'] } }],
  };
  const given = { run: [], http: [], health: false, env: [] };

  test('those of the file; a later override replaces them', () => {
    const root = tree({ 'dockopt.config.json': json(config) });
    expect(printed(root, 'web/Dockerfile')).toMatchObject({ verify: config.verify });
    expect(printed(root, 'cli/Dockerfile')).toMatchObject({ verify: config.overrides[0]!.verify });
    expect(printed(tree(), 'Dockerfile')).not.toHaveProperty('verify');
  });

  test('the command line replaces them, and adds variables', () => {
    const own = { run: [], http: ['8080/ /health'], health: false };
    expect(smokeFor(given, config.verify)).toEqual({ ...own, env: ['A=b'] });
    expect(smokeFor({ ...given, env: ['A=c'] }, config.verify)).toEqual({
      ...own,
      env: ['A=b', 'A=c'],
    });
    expect(smokeFor({ ...given, health: true }, config.verify)).toEqual({
      ...given,
      health: true,
      env: ['A=b'],
    });
    expect(smokeFor(given)).toEqual(given);
  });
});

describe('the schema for editors', () => {
  const validate = new Ajv({ strict: false }).compile(configSchema());

  test('is up to date: npm run docs', () => {
    const file = path.join(ROOT, 'config.schema.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(configSchema());
  });

  test('refuses what the check refuses', () => {
    for (const [config] of WRONG) {
      expect([config, validate(config)]).toEqual([config, false]);
      expect(() => checkConfig(config, 'x')).toThrow('the configuration x: ');
    }
  });

  test.each<[unknown]>([
    [{}],
    [{ $schema: './x', level: 'safe', only: ['merge-runs', 'my-own'] }],
    [{ options: { 'merge-runs': { stages: 'all' }, 'my-own': { a: 'b' } } }],
    [{ overrides: [{ files: ['a/'], caching: 'mounts', context: '.' }], ignore: ['b'] }],
    [{ verify: { run: '--version', http: ['/a /b', '80/'], health: true, env: ['A=b'] } }],
    [{ overrides: [{ files: 'a', verify: {} }] }],
  ])('takes %j', (config) => {
    expect([validate(config), checkConfig(config, 'x')]).toEqual([true, config]);
  });
});

describe('dockopt init', () => {
  const files = {
    Dockerfile: 'FROM a\nRUN --mount=type=cache,target=/x make\n',
    'svc/a/Dockerfile': NAIVE,
    'vendor/b/Dockerfile': NAIVE,
    'compose.yaml':
      'services:\n  a:\n    build: { context: ., dockerfile: svc/a/Dockerfile }\n  b: { image: x }\n',
  };

  test.each(['json', 'yaml', 'mjs'])('%s', (format) => {
    const root = tree(files);
    const made: Outcome = dockopt(root, ['init', '--format', format]);
    expect(made).toMatchObject({ status: 0, err: '' });
    expect(made.out).toContain(`wrote dockopt.config.${format}\n2 Dockerfiles`);
    expect(printed(root, 'svc/a/Dockerfile').context).toBe('.');
    expect(printed(root, 'vendor/b/Dockerfile').ignored).toBe(true);
    expect(printed(root, 'Dockerfile').options['use-cache-mounts']).toMatchObject({
      caching: 'mounts',
    });
    expect(dockopt(root, ['init'])).toMatchObject({ status: 2, out: '' });
  });
});
