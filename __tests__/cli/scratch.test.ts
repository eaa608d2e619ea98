/** Texts that are kept on the disk. */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Scratch } from '../../src/cli/scratch.ts';
import { tree } from './helpers.ts';

const leftIn = (directory: string): string[] =>
  readdirSync(directory).filter((name) => name.startsWith('dockopt-run-'));

test('every text comes back as it was, in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      const scratch = new Scratch();
      const kept = texts.map((text) => scratch.keep(text));
      for (const [i, one] of [...kept.entries()].toReversed()) {
        expect(scratch.read(one)).toBe(texts[i]);
      }
      scratch.close();
    }),
  );
  const scratch = new Scratch();
  // Half of a pair.
  expect(scratch.read(scratch.keep('a\uD800b'))).toBe('a\uD800b');
  scratch.close();
});

test('nothing is left behind', () => {
  const before = leftIn(tmpdir());
  const scratch = new Scratch();
  expect(typeof scratch.keep('text')).toBe('object');
  scratch.close();
  expect(leftIn(tmpdir())).toEqual(before);
  // It can be used again.
  expect(scratch.read(scratch.keep('more'))).toBe('more');
  scratch.close();
});

test('without a directory for temporary files they stay in memory', () => {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = `${tree()}/gone`;
  try {
    const scratch = new Scratch();
    expect(scratch.read(scratch.keep('text'))).toBe('text');
    expect(scratch.read(scratch.keep('more'))).toBe('more');
    scratch.close();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
});
