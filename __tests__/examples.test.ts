/** The example transforms, and what begins one: each as its user runs it. */
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { AnyTransform } from '../src/index.ts';
import { ROOT } from '../src/dev/fixtures.ts';
import { fixtureCases, readCase } from '../src/testing.ts';
import { add, dockopt, start, tree } from './cli/helpers.ts';

const IDS = readdirSync(path.join(ROOT, 'examples'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3));

const fixtures = (id: string): string => path.join(ROOT, '__tests__/examples', id);
const example = (id: string): string => path.join(ROOT, 'examples', `${id}.ts`);

const transforms = new Map<string, AnyTransform>();
for (const id of IDS) {
  const module = (await import(pathToFileURL(example(id)).href)) as { default: AnyTransform };
  transforms.set(id, module.default);
}

describe.each(IDS)('%s', (id) => {
  const transform = transforms.get(id)!;

  test.each(fixtureCases(transform, fixtures(id)).map(({ name, run }) => [name, run] as const))(
    '%s',
    (_name, run) => {
      expect(run).not.toThrow();
    },
  );

  test('has its name, and a case for each reason', () => {
    expect(transform.id).toBe(id);
    const refused = readdirSync(fixtures(id)).flatMap(
      (name) => readCase(id, path.join(fixtures(id), name)).refused ?? [],
    );
    expect([...new Set(refused)].toSorted()).toEqual(Object.keys(transform.reasons).toSorted());
  });
});

describe('dockopt run', () => {
  const set = example('set-base-image');
  const files = { 'a/Dockerfile': 'FROM node:16\n', 'b/Dockerfile': 'FROM node:20\n' };

  test('options of the transform are options of the command', () => {
    const root = tree(files);
    const args = ['run', set, '--from', 'node:16*', '--to=node:22-slim'];
    const { status, out } = dockopt(root, [...args, '--check']);
    expect(status).toBe(1);
    expect(out).toContain('-FROM node:16\n+FROM node:22-slim\n');
    expect(dockopt(root, [...args, 'b', '--check'])).toMatchObject({ status: 0, out: '' });
    expect(dockopt(root, [...args, '--write']).status).toBe(0);
    expect(readFileSync(path.join(root, 'a/Dockerfile'), 'utf8')).toBe('FROM node:22-slim\n');
    expect(dockopt(root, ['run', set, '--help']).out).toMatch(/--from +The image as written/);
  });

  test.each([
    [['run'], 'run needs a transform first'],
    [['run', '--write'], 'run needs a transform first'],
    [['run', './nope.mjs'], 'nope.mjs: it does not exist'],
    [['run', 'merge-run'], 'did you mean merge-runs?'],
    [['run', set, '--from', 'a'], 'set-base-image needs its option to: The new image'],
    [['run', set, '--form', 'a'], 'no option is called "--form"; did you mean --from?'],
  ])('%j', (args, message) => {
    const { status, out, err } = dockopt(tree(files), args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
    expect(err.split('\n')).toHaveLength(2);
  });

  test('a built-in transform alone', () => {
    const root = tree({
      Dockerfile: 'FROM debian:12 AS b\nRUN mkdir a\nRUN touch b\nFROM scratch\n',
    });
    expect(dockopt(root, ['run', 'merge-runs', '--stages=all']).out).toContain('+RUN mkdir a');
  });
});

describe('dockopt new-transform', () => {
  test('its cases pass under node --test', () => {
    const root = tree();
    expect(dockopt(root, ['new-transform', 'label-author', '--js']).status).toBe(0);
    add(root, { 'node_modules/.keep': '' });
    symlinkSync(ROOT, path.join(root, 'node_modules/dockopt'));
    const { status, out } = start(process.execPath, ['--test'], root);
    expect(out).toMatch(/# pass 2\n/);
    expect(status).toBe(0);
    const ran = dockopt(root, ['run', './label-author.mjs', '__fixtures__/label-author/acts']);
    expect(ran.out).toContain('+LABEL org.opencontainers.image.authors');
    expect(dockopt(root, ['new-transform', 'label-author', '--js']).status).toBe(2);
  });

  test('TypeScript that compiles', () => {
    const root = tree({ 'package.json': '{"type":"module"}' });
    expect(dockopt(root, ['new-transform', 'label-author'])).toMatchObject({ status: 0, err: '' });
    expect(existsSync(path.join(root, 'label-author.test.ts'))).toBe(true);
    add(root, { 'node_modules/.keep': '' });
    symlinkSync(ROOT, path.join(root, 'node_modules/dockopt'));
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    const flags = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--types',
      '',
      'label-author.ts',
    ];
    expect(start(process.execPath, [tsc, ...flags], root)).toMatchObject({ status: 0, out: '' });
  });

  test.each([
    [['Bad'], 'an id is a verb phrase'],
    [['merge-runs'], 'there is a transform merge-runs already'],
    [[], 'new-transform needs one ID'],
  ])('%j', (args, message) => {
    const { status, err } = dockopt(tree(), ['new-transform', ...args]);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });
});
