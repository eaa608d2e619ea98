/** `npm run new` gives a transform that passes its tests, in a copy of the repository. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ROOT } from '../src/dev/fixtures.ts';

const copy = mkdtempSync(path.join(tmpdir(), 'dockopt-new-'));
const inCopy = (name: string): string => path.join(copy, name);
const tool = (name: string): string => path.join(ROOT, 'node_modules', name);

beforeAll(() => {
  for (const name of ['src', 'transforms', '__tests__', '__fixtures__', 'docs', 'package.json']) {
    cpSync(path.join(ROOT, name), inCopy(name), { recursive: true });
  }
  for (const name of ['tsconfig.json', '.oxlintrc.json', '.prettierignore']) {
    cpSync(path.join(ROOT, name), inCopy(name));
  }
  symlinkSync(path.join(ROOT, 'node_modules'), inCopy('node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

const run = (script: string, args: readonly string[], flags: readonly string[] = []): string =>
  execFileSync(process.execPath, [...flags, tool(script), ...args], {
    cwd: copy,
    encoding: 'utf8',
    stdio: 'pipe',
  });

test('an id must be one', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [tool('tsx/dist/cli.mjs'), 'src/dev/new.ts', 'Bad'],
    {
      cwd: copy,
      encoding: 'utf8',
    },
  );
  expect(status).toBe(1);
  expect(stderr).toContain('kebab-case');
});

test('source, list line and fixtures pass', () => {
  const said = run('tsx/dist/cli.mjs', ['src/dev/new.ts', 'drop-maintainer']);
  expect(said).toContain('Next:');
  expect(readFileSync(inCopy('transforms/index.ts'), 'utf8')).toContain('dropMaintainer');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      tool('jest/bin/jest.js'),
      '__tests__/fixtures.test.ts',
      '-t',
      'drop-maintainer',
      '--reporters=default',
    ],
    { cwd: copy, encoding: 'utf8' },
  );
  expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
  expect(stderr).toMatch(/Tests:.* 2 passed/);
  run('prettier/bin/prettier.cjs', ['--check', 'transforms']);
}, 120_000);
