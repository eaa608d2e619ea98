/** Build contexts that compose files name. */
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { add, dockopt, git, NAIVE, tree } from './helpers.ts';

describe('build contexts of compose files', () => {
  const compose = (...builds: string[]): string =>
    `services:\n${builds.map((build, i) => `  s${i}:\n    build: ${build}\n`).join('')}`;
  const own = '{ context: svc/a }';
  const top = '{ context: ., dockerfile: svc/a/Dockerfile }';
  const lib = '{ context: lib, dockerfile: ../svc/a/Dockerfile }';
  const context = (files: Record<string, string>, ...args: string[]): unknown => {
    const root = tree({ 'svc/a/Dockerfile': NAIVE, 'lib/x': '', ...files });
    git(root, 'init', '--quiet');
    if (files['compose.yaml']?.includes('NAME')) {
      const text = files['compose.yaml'].replace('NAME', path.basename(root));
      add(root, { 'compose.yaml': text });
    }
    const { out } = dockopt(root, ['fix', '--print-config', 'svc/a/Dockerfile', ...args]);
    const { context: found, contextFrom: from } = JSON.parse(out) as Record<string, unknown>;
    return [found, from];
  };

  test.each([
    ['one', { 'compose.yaml': compose(top) }, '.', 'compose.yaml'],
    ['below', { 'svc/compose.yml': compose('a') }, 'svc/a', 'svc/compose.yml'],
    ['twice the same', { 'compose.yaml': compose(top, top) }, '.', 'compose.yaml'],
    ['several', { 'compose.yaml': compose(top, lib) }, null, 'compose.yaml'],
    ['its own too', { 'compose.yaml': compose(top, own) }, 'svc/a', 'compose.yaml'],
    ['other files', { 'compose.yaml': compose('.') }, 'svc/a', undefined],
    ['no directory', { 'compose.yaml': compose(top.replace('.', './gone')) }, 'svc/a', undefined],
    [
      'outside',
      { 'compose.yaml': compose('{ context: .., dockerfile: NAME/svc/a/Dockerfile }') },
      'svc/a',
      undefined,
    ],
    [
      'a configuration counts first',
      { 'compose.yaml': compose(top), 'dockopt.config.json': '{ "context": "lib" }' },
      'lib',
      undefined,
    ],
  ])('%s', (_, files, expected, from) => {
    expect(context(files as unknown as Record<string, string>)).toEqual([expected, from]);
  });

  test('the command line counts first', () => {
    expect(context({ 'compose.yaml': compose(top) }, '--context', 'lib')).toEqual([
      'lib',
      undefined,
    ]);
  });

  test('what is copied is looked up there', () => {
    const root = tree({
      'compose.yaml': compose(top),
      'svc/a/Dockerfile': 'FROM debian:12\nADD settings.tar /etc/app/\nADD lib /lib/app/\n',
      'settings.tar': '',
      'lib/x': '',
    });
    expect(dockopt(root, ['fix', '--only', 'prefer-copy']).out).toContain('+COPY lib /lib/app/');
    add(root, { 'compose.yaml': '' });
    expect(dockopt(root, ['fix', '--only', 'prefer-copy']).out).not.toContain('+COPY lib');
  });
});
