import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  linkSync,
  lstatSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readSource } from '../../src/cli/file.ts';
import { replaceFile } from '../../src/cli/write.ts';
import { fix, leftovers, MAIN, MERGED, NAIVE, tree } from './helpers.ts';

const read = (...parts: string[]): string => readFileSync(path.join(...parts), 'utf8');

describe('--write', () => {
  test('keeps mode and links', () => {
    const root = tree({ 'real/file': NAIVE, Dockerfile: NAIVE });
    chmodSync(path.join(root, 'Dockerfile'), 0o640);
    chmodSync(path.join(root, 'real/file'), 0o4755);
    symlinkSync('real/file', path.join(root, 'link'));
    const { status, out, err } = fix(root, ['--write', 'Dockerfile', 'link']);
    expect({ status, out }).toEqual({ status: 0, out: '' });
    expect(err).toContain('wrote Dockerfile\nwrote link\n');
    expect(err).toMatch(/\n2 files: 2 changed, 0 unchanged\n$/);
    expect(statSync(path.join(root, 'Dockerfile')).mode & 0o7777).toBe(0o640);
    expect(statSync(path.join(root, 'real/file')).mode & 0o7777).toBe(0o4755);
    expect(lstatSync(path.join(root, 'link')).isSymbolicLink()).toBe(true);
    expect(read(root, 'real/file')).toBe(MERGED);
    expect(leftovers(root)).toEqual([]);
  });

  test('does not touch what does not change', () => {
    const root = tree({ Dockerfile: MERGED });
    const before = statSync(path.join(root, 'Dockerfile'), { bigint: true });
    expect(fix(root, ['--write']).status).toBe(0);
    const after = statSync(path.join(root, 'Dockerfile'), { bigint: true });
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
  });

  test('shows the diff too when told to', () => {
    const root = tree({ Dockerfile: NAIVE });
    expect(fix(root, ['--write', '--format', 'diff']).out).toContain('diff --git a/Dockerfile');
    expect(read(root, 'Dockerfile')).toBe(MERGED);
  });

  test('refuses a file that changed since it was read, even to the same size', () => {
    const root = tree({ Dockerfile: NAIVE });
    const file = path.join(root, 'Dockerfile');
    const source = readSource(file);
    const other = NAIVE.replace('/a/b', '/a/c');
    const { atime, mtime } = statSync(file);
    writeFileSync(file, other);
    // Not even its time tells.
    expect({ atime, mtime }).toBeTruthy();
    expect(() => replaceFile(source, Buffer.from(MERGED))).toThrow('it changed since it was read');
    expect(read(file)).toBe(other);
    expect(leftovers(root)).toEqual([]);
  });

  test('refuses a file with a second name', () => {
    const root = tree({ Dockerfile: NAIVE });
    linkSync(path.join(root, 'Dockerfile'), path.join(root, 'other'));
    const { status, err } = fix(root, ['--write']);
    expect(status).toBe(2);
    expect(err).toContain('Dockerfile: it has more than one name (hard links)');
    expect(read(root, 'other')).toBe(NAIVE);
    expect(leftovers(root)).toEqual([]);
  });

  test('a signal ends the batch between two files', async () => {
    const names = Array.from({ length: 200 }, (_, i) => `${i}/Dockerfile`);
    const root = tree(Object.fromEntries(names.map((name) => [name, NAIVE])));
    const child = spawn(process.execPath, [MAIN, 'fix', '--only', 'merge-runs', '--write'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.once('data', () => child.kill('SIGINT'));
    child.stderr.resume();
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGINT');
    expect(leftovers(root)).toEqual([]);
    const texts = new Set(names.map((name) => read(root, name)));
    expect([...texts].toSorted()).toEqual([MERGED, NAIVE].toSorted());
  });
});
