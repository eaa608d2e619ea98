import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decode, encode } from '../../src/cli/bytes.ts';
import { quoteName, unifiedDiff } from '../../src/cli/diff.ts';
import { add, dockopt, fix, git, MERGED, NAIVE, start, tree } from './helpers.ts';

const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

const CONTENTS: Readonly<Record<string, Uint8Array>> = {
  plain: Buffer.from(NAIVE),
  crlf: Buffer.from(crlf(NAIVE)),
  bom: Buffer.from(`\ufeff${NAIVE}`),
  'no final newline': Buffer.from(NAIVE.trimEnd()),
  'crlf, no final newline': Buffer.from(crlf(NAIVE).trimEnd()),
  'not UTF-8': Buffer.concat([
    Buffer.from('FROM debian:12\n# caf'),
    Uint8Array.of(0xe9, 0xff),
    Buffer.from('\nRUN mkdir -p /a/'),
    Uint8Array.of(0xc3, 0xa9, 0xe9),
    Buffer.from('\nRUN touch /a/b\n# \x1b[31m\x85\u2028\ud83d\ude00'),
  ]),
  'a form feed and a lone CR': Buffer.from(`# a\fb\rc\n${NAIVE}`),
  'like a patch': Buffer.from(
    `# x\n${NAIVE}# y\n-- a\n`.replace('-- a', '#-- a\n#++ b\n#@@ -1 +1 @@'),
  ),
};

const NAMES = [
  'Dockerfile',
  'with space/Dockerfile',
  'quote"back\\slash/Dockerfile',
  "it's $(touch pwned) `x` ;&|/Dockerfile",
  'tab\tnewline\nescape\x1b[31m/Dockerfile',
  'é😀/Dockerfile',
  'Dockerfile.-x',
  'a/b/Dockerfile',
];

describe('the diff', () => {
  test.each(Object.keys(CONTENTS))('applies and says what --write does: %s', (kind) => {
    const bytes = CONTENTS[kind]!;
    const shown = tree({ Dockerfile: bytes });
    const written = tree({ Dockerfile: bytes });
    const diff = fix(shown, ['Dockerfile']);
    expect(diff.status).toBe(0);
    expect(readFileSync(path.join(shown, 'Dockerfile')).equals(bytes)).toBe(true);

    expect(fix(written, ['--write', 'Dockerfile']).status).toBe(0);
    const after = readFileSync(path.join(written, 'Dockerfile'));
    expect(after.equals(bytes)).toBe(false);

    add(shown, { patch: diff.stdout });
    expect(git(shown, 'apply', 'patch').status).toBe(0);
    expect(readFileSync(path.join(shown, 'Dockerfile')).equals(after)).toBe(true);
  });

  test('names of every kind, in one diff', () => {
    const root = tree(Object.fromEntries(NAMES.map((name) => [name, NAIVE])));
    const diff = fix(root, []);
    expect(diff.err).toMatch(/\n8 files: 8 would change, 0 unchanged\n$/);
    add(root, { patch: diff.stdout });
    expect(git(root, 'apply', 'patch').status).toBe(0);
    for (const name of NAMES) expect(readFileSync(path.join(root, name), 'utf8')).toBe(MERGED);
  });

  test('applies in a directory of a repository too, and at its top', () => {
    // With the same names all the way: git must not take one for another.
    const files = { 'x/x/Dockerfile': NAIVE, 'x/Dockerfile': NAIVE, Dockerfile: NAIVE };
    for (const place of ['x', '.']) {
      const root = tree(files);
      git(root, 'init', '-q');
      const cwd = path.join(root, 'x');
      add(root, { patch: fix(cwd, ['x']).stdout });
      expect(git(path.join(root, place), 'apply', path.join(root, 'patch')).status).toBe(0);
      expect(readFileSync(path.join(root, 'x/x/Dockerfile'), 'utf8')).toBe(MERGED);
      expect(readFileSync(path.join(root, 'x/Dockerfile'), 'utf8')).toBe(NAIVE);
    }
  });

  test('the diff of a link is that of its file', () => {
    const root = tree({ 'docker/base.txt': NAIVE });
    start('ln', ['-s', 'docker/base.txt', 'Dockerfile'], root);
    add(root, { patch: fix(root, ['.']).stdout });
    expect(git(root, 'apply', 'patch').status).toBe(0);
    expect(readFileSync(path.join(root, 'docker/base.txt'), 'utf8')).toBe(MERGED);
  });

  test('any two texts', () => {
    const line = fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', '-- x\n', '\\\n', '\udcff\n', 'é\n');
    const text = fc
      .tuple(fc.array(line, { minLength: 1, maxLength: 12 }), fc.constantFrom('', 'end', ' '))
      .map(([lines, end]) => lines.join('') + end);
    const root = tree();
    git(root, 'init', '-q');
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        add(root, {
          f: encode(before),
          patch: encode(`${unifiedDiff('f', before, after).join('\n')}\n`),
        });
        expect(git(root, 'apply', 'patch').status).toBe(0);
        expect(decode(readFileSync(path.join(root, 'f')))).toBe(after);
      }),
      { numRuns: 40 },
    );
  });

  test('texts that have too little in common are shown whole', () => {
    const lines = (word: string): string =>
      Array.from({ length: 12_000 }, (_, i) => `${word}${i * 7}`).join('\n');
    const root = tree({ f: lines('a') });
    add(root, { patch: `${unifiedDiff('f', lines('a'), lines('b')).join('\n')}\n` });
    expect(git(root, 'apply', 'patch').status).toBe(0);
    expect(readFileSync(path.join(root, 'f'), 'utf8')).toBe(lines('b'));
  });

  test('names as git quotes them', () => {
    expect(quoteName('a/b c.d')).toBe('a/b c.d');
    expect(quoteName('a"b\\c\té')).toBe('"a\\"b\\\\c\\t\\303\\251"');
  });
});

describe('terminal escapes', () => {
  test('are escaped in messages, and left in a diff that goes to a file', () => {
    const root = tree({ 'a\x1b[2Jb/Dockerfile': 'FROM a\nB\x1b[31mAD x\n' });
    const { err, status } = fix(root, []);
    expect(status).toBe(2);
    expect(err).not.toContain('\x1b');
    expect(err).toContain('a\\x1b[2Jb/Dockerfile:2: ');
    expect(fix(root, ['no\x1b[2Jpe']).err).not.toContain('\x1b');
    expect(dockopt(root, ['\x1b[2J']).err).not.toContain('\x1b');
    expect(fix(root, ['--set', '\x1b=x']).err).not.toContain('\x1b');
  });

  test('are escaped in a diff on a terminal', () => {
    const text = 'FROM debian:12\n# \x1b[2J\x9b1m\u202e\r\nRUN mkdir /a\nRUN touch /a/b\n';
    const root = tree({ Dockerfile: text });
    const output = onTerminal(root, {});
    expect(output).toContain('\\x1b[2J\\x9b1m\\u202e');
    expect(output).not.toContain('\x1b[2J');
    expect(output).toContain('\x1b[32m+');
    // A slow machine shows progress, and clears it: no colour.
    const plain = onTerminal(root, { NO_COLOR: '1' }).replaceAll('\x1b[K', '');
    expect(plain).not.toContain('\x1b');
  });
});

/** What `script`, which gives a program a terminal, shows of a run. */
function onTerminal(root: string, env: Readonly<Record<string, string>>): string {
  const settings = Object.entries({ TERM: 'xterm', ...env }).map(
    ([name, value]) => `${name}=${value}`,
  );
  const main = path.resolve(import.meta.dirname, '../../dist/src/cli/main.js');
  const command = `env ${settings.join(' ')} '${process.execPath}' '${main}' fix --only merge-runs`;
  return start('script', ['-qec', command, '/dev/null'], root).out;
}
