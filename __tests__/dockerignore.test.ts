import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DockerIgnore } from '../src/model/dockerignore.ts';

/** Which of the paths are left out. */
const out = (text: string, paths: readonly string[]): string[] => {
  const ignore = new DockerIgnore(text);
  return paths.filter((path) => ignore.excludes(path));
};

describe('.dockerignore', () => {
  test.each([
    // From the table in Docker's documentation.
    ['# comment\n*/temp*', ['a/temp', 'a/temporary.txt'], ['temp', 'a/b/temp', 'comment']],
    ['*/*/temp*', ['a/b/temporary'], ['a/temporary', 'a/b/c/temporary']],
    ['temp?', ['tempa', 'tempa/x'], ['temp', 'tempab', 'a/tempa', 'temp/']],
    ['**/*.go', ['a.go', 'a/b/c.go'], ['a.gox']],
    ['*.md\n!README.md', ['a.md'], ['README.md', 'a/b.md']],
    ['*.md\n!README*.md\nREADME-secret.md', ['a.md', 'README-secret.md'], ['README-2.md']],
    ['*.md\nREADME-secret.md\n!README*.md', ['a.md'], ['README-secret.md']],
    // Unlike .gitignore: from the root only, and a file in a directory that is out can be in.
    ['node_modules', ['node_modules', 'node_modules/a/b'], ['a/node_modules']],
    ['a\n!a/b', ['a', 'a/c'], ['a/b', 'a/b/c']],
    ['*\n!src', ['x', 'x/y'], ['src', 'src/a/b']],
    ['**\n!src/**', ['src', 'x/src/y'], ['src/a', 'src/a/b']],
    // Cleaned as paths are.
    ['/a/./b/\n', ['a/b', 'a/b/c'], ['b']],
    ['  a  \r\n! a/b \r\n', ['a'], ['a/b']],
    ['\ufeffa', ['a'], []],
    // Parts of Go's patterns.
    ['[a-c]x\n[^a-c]y', ['ax', 'dy'], ['dx', 'ay']],
    ['[!a]', ['a', '!'], ['b']],
    ['a\\*b', ['a*b'], ['axb']],
    ['a.b', ['a.b'], ['axb']],
    ['**foo', ['foo', 'xfoo', 'a/xfoo'], ['foox']],
    ['a/**', ['a/b', 'a/b/c'], ['a', 'ab']],
    ['a**b', ['ab', 'ax/b'], ['axb']],
    ['a/**/b', ['a/b', 'a/x/y/b'], ['a/xb']],
    ['**/a/*', ['a/b', 'x/a/b'], ['a', 'xa/b']],
    ['***', ['a', 'a/b'], []],
  ])('%j', (text, excluded, included) => {
    expect(out(text, [...excluded, ...included])).toEqual(excluded);
  });

  test.each(['!', '! ', 'a\n[', '[]', 'a\\', '[a-'])('Docker refuses %j', (text) => {
    expect(() => new DockerIgnore(text)).toThrow(SyntaxError);
  });

  test('what may be taken in again below a directory', () => {
    const ignore = new DockerIgnore('*\n!a/b/c\n!x/**/y');
    expect(ignore.mayTakeInBelow('a')).toBe(true);
    expect(ignore.mayTakeInBelow('a/b')).toBe(true);
    expect(ignore.mayTakeInBelow('a/b/c')).toBe(false);
    expect(ignore.mayTakeInBelow('a/c')).toBe(false);
    expect(ignore.mayTakeInBelow('x/z')).toBe(true);
    expect(ignore.mayTakeInBelow('y')).toBe(false);
  });

  test('patterns that make regular expressions try everything take no time', () => {
    const path = `${'a'.repeat(200)}/${'a/'.repeat(200)}c`;
    const started = Date.now();
    expect(out(`${'*a'.repeat(40)}b\n${'**/a/'.repeat(40)}b\n${'?*'.repeat(90)}b`, [path])).toEqual(
      [],
    );
    expect(Date.now() - started).toBeLessThan(2000);
  });

  test('no text makes it throw anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab/*?[]^!-\\.#\n ') }), (text) => {
        try {
          new DockerIgnore(text).excludes('a/b/a');
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
        }
      }),
    );
  });
});
