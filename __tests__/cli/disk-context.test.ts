import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DiskContext } from '../../src/cli/disk-context.ts';
import { add, tree } from './helpers.ts';

const known = (value: unknown) => ({ known: true, value });
const unknown = (because: unknown = expect.any(String)) => ({ known: false, because });

describe('the build context on a disk', () => {
  test('files, directories and what is missing', () => {
    const root = tree({ 'a/b.txt': 'text', 'c.bin': 'x\0y', 'd.txt': Uint8Array.of(0xff) });
    const context = new DiskContext(root);
    expect(context.kindOf('a')).toEqual(known('directory'));
    expect(context.kindOf('/a/b.txt')).toEqual(known('file'));
    expect(context.kindOf('./a/../a/b.txt/')).toEqual(known('file'));
    expect(context.kindOf('a/b.txt/c')).toEqual(known('missing'));
    expect(context.kindOf('nope/x')).toEqual(known('missing'));
    expect(context.kindOf('.')).toEqual(known('directory'));
    expect(context.list('')).toEqual(known(['a', 'c.bin', 'd.txt']));
    expect(context.list('c.bin')).toEqual(unknown());
    expect(context.readText('a/b.txt')).toEqual(known('text'));
    expect(context.readText('a')).toEqual(unknown());
    expect(context.readText('c.bin')).toEqual(unknown('c.bin is binary'));
    expect(context.readText('d.txt')).toEqual(unknown());
    expect(context.kindOf('a\0b')).toEqual(unknown());
  });

  test('nothing outside, neither by .. nor by links', () => {
    const root = tree({ 'in/a.txt': 'a', 'out/secret.txt': 'secret' });
    const inside = path.join(root, 'in');
    const links = {
      file: '../out/secret.txt',
      directory: '../out',
      dangling: '../nope',
      absolute: path.join(root, 'in/a.txt'),
      back: '../in/a.txt',
      fine: './a.txt',
      loop: 'loop',
    };
    for (const [name, target] of Object.entries(links))
      symlinkSync(target, path.join(inside, name));
    const context = new DiskContext(inside);
    for (const name of ['file', 'directory/secret.txt', 'dangling', 'absolute', 'back', 'loop']) {
      expect(context.kindOf(name)).toEqual(unknown());
      expect(context.readText(name)).toEqual(unknown());
    }
    expect(context.list('directory')).toEqual(unknown());
    for (const name of ['..', '../out/secret.txt', 'a/../../out', '../in/a.txt']) {
      expect(context.kindOf(name)).toEqual(unknown());
    }
    expect(context.readText('fine')).toEqual(known('a'));
  });

  test('what .dockerignore leaves out is missing', () => {
    const root = tree({
      '.dockerignore': '*\n!src\n!docs/keep.md\n',
      'src/a.c': '',
      'docs/keep.md': '',
      'docs/other.md': '',
      'tmp/x': '',
    });
    symlinkSync('../tmp/x', path.join(root, 'src/link'));
    const context = new DiskContext(root);
    expect(context.list('.')).toEqual(known(['docs', 'src']));
    expect(context.list('docs')).toEqual(known(['keep.md']));
    expect(context.kindOf('docs')).toEqual(known('directory'));
    expect(context.kindOf('docs/other.md')).toEqual(known('missing'));
    expect(context.kindOf('tmp')).toEqual(known('missing'));
    expect(context.kindOf('src/link')).toEqual(known('missing'));
    expect(context.readText('tmp/x')).toEqual(unknown());
  });

  test('the .dockerignore of the Dockerfile goes before that of the directory', () => {
    const root = tree({ '.dockerignore': 'a', 'x/D.dockerignore': 'b', 'x/D': '', a: '', b: '' });
    const context = new DiskContext(root, path.join(root, 'x/D'));
    expect(context.list('')).toEqual(known(['.dockerignore', 'a', 'x']));
  });

  test('nothing is known with a .dockerignore that Docker refuses', () => {
    const root = tree({ '.dockerignore': '[', a: '' });
    expect(new DiskContext(root).kindOf('a')).toEqual(unknown(expect.stringContaining('"["')));
  });

  test('no FIFO makes it wait, and large files stay closed', () => {
    const root = tree({ large: Buffer.alloc(1024 * 1024 + 1, 'a') });
    execFileSync('mkfifo', [path.join(root, 'fifo'), path.join(root, '.dockerignore')]);
    expect(new DiskContext(root).kindOf('large')).toEqual(unknown());
    add(root, { 'sub/x': '' });
    const context = new DiskContext(path.join(root, 'sub'));
    expect(context.kindOf('x')).toEqual(known('file'));
    execFileSync('rm', [path.join(root, '.dockerignore')]);
    expect(new DiskContext(root).readText('fifo')).toEqual(unknown());
    expect(new DiskContext(root).kindOf('fifo')).toEqual(unknown());
    expect(new DiskContext(root).readText('large')).toEqual(unknown());
  });

  test('a directory that is not there', () => {
    const root = tree();
    const gone = path.join(root, 'gone');
    expect(new DiskContext(gone).kindOf('a')).toEqual(unknown());
    mkdirSync(gone);
    expect(new DiskContext(gone).kindOf('a')).toEqual(known('missing'));
  });
});
