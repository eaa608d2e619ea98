import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { add, fix, NAIVE, start, tree } from './helpers.ts';

describe('bad and hostile input', () => {
  const BAD: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['empty', '', /^x\.Dockerfile:1: no instructions; .*leave it out$/],
    ['blank', '\n\n', /^x\.Dockerfile:\d: no instructions; .*leave it out$/],
    ['no FROM', 'RUN a\n', /^x\.Dockerfile:1: .*leave it out$/],
    ['binary', 'FROM a\n\0\x01', /^x\.Dockerfile:2: a NUL byte: .*leave it out$/],
    [
      'UTF-16',
      Buffer.from('\ufeffFROM a\n', 'utf16le'),
      /^x\.Dockerfile:1: it is UTF-16.*save it as/,
    ],
    [
      'huge',
      Buffer.alloc(16 * 1024 * 1024 + 1, '#'),
      /^x\.Dockerfile: it is larger than 16 MiB; leave/,
    ],
    ['one long line', `FROM a\nRUN ${'x'.repeat(70_000)}\n`, /^x\.Dockerfile:2: .*leave it out$/],
    [
      'jinja',
      'FROM {{ base }}\n{% if x %}\n',
      /^x\.Dockerfile:\d: .*; it looks like a template: run/,
    ],
    ['erb', 'FROM a\n<% if x %>\n', /^x\.Dockerfile:2: .*; it looks like a template: run/],
    ['autoconf', 'FROM a\n@EXTRA@\n', /^x\.Dockerfile:2: .*; it looks like a template: run/],
    [
      'no end of a heredoc',
      'FROM a\nRUN <<EOF\nx\n',
      /^x\.Dockerfile:2: .*; Docker refuses it too/,
    ],
  ];

  test.each(BAD)('%s: one line, and the others are done', (_, contents, line) => {
    const root = tree({ 'x.Dockerfile': contents, 'a.Dockerfile': NAIVE, 'z.Dockerfile': NAIVE });
    const { status, err } = fix(root, ['--check']);
    const [first, ...rest] = err.split('\n');
    expect(first).toMatch(line);
    expect(rest).toEqual([
      'merge-runs: would change 2 places in 2 files',
      '3 files: 2 would change, 0 unchanged, 1 failed',
      '',
    ]);
    expect(status).toBe(2);
  });

  test('what is no file, all in one batch', () => {
    const root = tree({ 'z/Dockerfile': NAIVE, 'a/Dockerfile/x': '' });
    for (const name of ['b', 'c', 'd']) mkdirSync(path.join(root, name));
    execFileSync('mkfifo', [path.join(root, 'b/Dockerfile')]);
    symlinkSync('Dockerfile', path.join(root, 'c/Dockerfile'));
    symlinkSync('/dev/zero', path.join(root, 'd/Dockerfile'));
    const { status, err } = fix(root, []);
    expect(status).toBe(2);
    expect(err.split('\n').slice(0, 4)).toEqual([
      'a/Dockerfile: skipped: a directory; what is in it is done',
      'b/Dockerfile: it is a FIFO, not a file; leave it out',
      'c/Dockerfile: its links lead in a circle; mend or delete the link',
      'd/Dockerfile: skipped: a link that leads out of the directory; name it to do what it leads to',
    ]);
    expect(err).toContain('5 files: 1 would change, 0 unchanged, 2 skipped, 2 failed');
    const named = fix(root, ['b/Dockerfile', 'c/Dockerfile', 'd/Dockerfile', '/dev/null']);
    expect(named.err).toContain(
      'b/Dockerfile: it is a FIFO, not a file; hand its contents over with -',
    );
    expect(named.err).toContain('d/Dockerfile: it is a device, not a file;');
    expect(named.err).toContain('4 failed');
  });

  test('nothing from a file or a name reaches a shell', () => {
    const root = tree({
      '$(touch pwned)/Dockerfile': 'FROM $(touch pwned)\nRUN touch pwned\nRUN `touch pwned`\n',
    });
    add(root, { '`touch pwned`.Dockerfile': NAIVE });
    fix(root, ['--write', '.', '*; touch pwned']);
    expect(start('find', ['.', '-name', 'pwned'], root).out).toBe('');
  });

  test('files that may not be read', () => {
    // Root may read everything.
    if (process.getuid?.() === 0) return;
    const root = tree({ 'a/Dockerfile': NAIVE, 'b/Dockerfile': NAIVE, 'c/Dockerfile': NAIVE });
    chmodSync(path.join(root, 'a/Dockerfile'), 0);
    chmodSync(path.join(root, 'b'), 0);
    const { status, err } = fix(root, []);
    chmodSync(path.join(root, 'b'), 0o755);
    expect(status).toBe(2);
    expect(err).toContain('a/Dockerfile: permission denied;');
    expect(err).toContain('b: permission denied;');
    expect(err).toContain('1 would change');
  });
});
