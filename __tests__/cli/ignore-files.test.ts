import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { add, dockopt, git, leftovers, tree, type Json, type Outcome } from './helpers.ts';

const APP = {
  Dockerfile: 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["node", "server.js"]\n',
  'package.json': '{ "name": "shop" }\n',
  'server.js': 'console.log("on");\n',
  'node_modules/left-pad/index.js': 'x'.repeat(5000),
  '.vscode/settings.json': '{}\n',
};

const NEW =
  '# Dependencies, which the build installs itself\nnode_modules\n\n' +
  '# Editors and operating systems\n.vscode\n\n' +
  '# Docker and continuous integration\nDockerfile\n.dockerignore\n';

const run = (cwd: string, ...args: string[]): Outcome =>
  dockopt(cwd, ['fix', '--only', 'complete-dockerignore', ...args]);

const reported = (cwd: string, ...args: string[]): Json =>
  JSON.parse(run(cwd, '--format', 'json', ...args).out) as Json;

const read = (...parts: string[]): string => readFileSync(path.join(...parts), 'utf8');

describe('a new ignore file', () => {
  test('appears in the diff, with the size of the context, and git takes the diff', () => {
    const root = tree(APP);
    const { status, out, err } = run(root);
    expect(status).toBe(0);
    expect(out).toContain('new file mode 100644\n--- /dev/null\n+++ b/.dockerignore\n@@ -0,0 +1,');
    expect(err).toMatch(/build context of \.\/: 5\.\d kB -> \d+ B\n/);
    expect(existsSync(path.join(root, '.dockerignore'))).toBe(false);
    add(root, { patch: out });
    git(root, 'init', '-q');
    expect(git(root, 'apply', 'patch')).toMatchObject({ status: 0, err: '' });
    expect(read(root, '.dockerignore')).toBe(NEW);
  });

  test('is written with --write, and a second run has nothing to do', () => {
    const root = tree(APP);
    const { status, err } = run(root, '--write');
    expect(status).toBe(0);
    expect(err).toContain('wrote .dockerignore\n');
    expect(read(root, '.dockerignore')).toBe(NEW);
    expect(leftovers(root)).toEqual([]);
    const again = run(root, '--check');
    expect({ status: again.status, out: again.out }).toEqual({ status: 0, out: '' });
  });

  test('counts for --check', () => {
    const root = tree(APP);
    expect(run(root, '--check').status).toBe(1);
    expect(existsSync(path.join(root, '.dockerignore'))).toBe(false);
  });

  test('is a file of its own in the JSON', () => {
    const { files, summary } = reported(tree(APP));
    expect(files.map(({ path: name, status }) => [name, status])).toEqual([
      ['Dockerfile', 'unchanged'],
      ['.dockerignore', 'changed'],
    ]);
    expect(files[1]).toMatchObject({
      output: NEW,
      isNew: true,
      context: { path: '.', before: expect.any(Number), after: expect.any(Number) },
    });
    expect(summary).toMatchObject({ files: 2, changed: 1 });
  });

  test('is none where nothing is known of the context', () => {
    const { status, out } = dockopt(
      tree(APP),
      ['fix', '--only', 'complete-dockerignore', '-'],
      APP.Dockerfile,
    );
    expect({ status, out }).toEqual({ status: 0, out: APP.Dockerfile });
  });
});

describe('an ignore file that exists', () => {
  test('is completed at its end; line endings and the missing last one stay', () => {
    const root = tree({ ...APP, '.dockerignore': '*.md\r\n!README.md' });
    expect(run(root, '--write').status).toBe(0);
    expect(read(root, '.dockerignore')).toBe('*.md\r\n!README.md\r\nnode_modules\r\n.vscode');
  });

  test('of a Dockerfile of its own is the one that is completed', () => {
    const root = tree({ ...APP, 'Dockerfile.dockerignore': '*.md\n', '.dockerignore': '*.md\n' });
    expect(run(root, '--write').status).toBe(0);
    expect(read(root, 'Dockerfile.dockerignore')).toBe('*.md\nnode_modules\n.vscode\n');
    expect(read(root, '.dockerignore')).toBe('*.md\n');
  });

  test.each([
    ['leads out of the context', '../shared', 'leads out of the build context'],
    ['leads to nothing', 'missing', 'it is a link to nothing'],
  ])('that is a link that %s is left alone', (_name, target, reason) => {
    const root = tree({ shared: '*.md\n' });
    add(path.join(root, 'app'), APP);
    symlinkSync(target, path.join(root, 'app/.dockerignore'));
    const { status, err } = run(path.join(root, 'app'), '--write', '--verbose');
    expect(status).toBe(0);
    expect(err).toContain(reason);
    expect(read(root, 'shared')).toBe('*.md\n');
    expect(lstatSync(path.join(root, 'app/.dockerignore')).isSymbolicLink()).toBe(true);
    expect(existsSync(path.join(root, 'app/missing'))).toBe(false);
  });

  test('that cannot be read or understood does not stop the others', () => {
    const root = tree();
    add(path.join(root, 'a'), APP);
    mkdirSync(path.join(root, 'a/.dockerignore'));
    add(path.join(root, 'b'), { ...APP, '.dockerignore': '[\n' });
    add(path.join(root, 'c'), { ...APP, '.dockerignore': Buffer.from([0xff, 0xfe, 0, 1]) });
    add(path.join(root, 'd'), APP);
    const { status, err } = run(root, '--write', '--verbose');
    expect(status).toBe(0);
    expect(err).toContain('a/.dockerignore:1: complete-dockerignore');
    expect(err).toContain('b/.dockerignore:1: complete-dockerignore');
    expect(read(root, 'b/.dockerignore')).toBe('[\n');
    expect(read(root, 'd/.dockerignore')).toBe(NEW);
  });
});

describe('Dockerfiles that share a context', () => {
  test('all keep what they name, whichever of them the run is asked for', () => {
    const root = tree({
      ...APP,
      'deploy/Dockerfile.site': 'FROM nginx:1.29\nCOPY node_modules/left-pad /srv/\n',
      'compose.yaml':
        'services:\n  site:\n    build:\n      context: .\n      dockerfile: deploy/Dockerfile.site\n',
    });
    expect(run(root, 'Dockerfile').out).not.toContain('+node_modules');
  });

  test('one that cannot be read keeps the ignore file from being touched', () => {
    const root = tree({ ...APP, 'Dockerfile.broken': 'FROM debian\nCOPPY . .\n' });
    const { out, err } = run(root, 'Dockerfile', '--verbose');
    expect(out).toBe('');
    expect(err).toContain('a Dockerfile that shares the build context could not be done');
  });

  test('a compose file that builds it elsewhere is respected', () => {
    const root = tree({
      'compose.yaml':
        'services:\n  app:\n    build:\n      context: .\n      dockerfile: app/Dockerfile\n',
    });
    add(path.join(root, 'app'), APP);
    const { out } = run(root, '--verbose');
    expect(out).toContain('+++ b/.dockerignore\n');
    expect(out).not.toContain('b/app/.dockerignore');
    expect(out).toContain('+app/.vscode\n');
  });

  test('where compose files name several contexts, none is taken', () => {
    const root = tree({
      'compose.yaml':
        'services:\n  a:\n    build: { context: ., dockerfile: app/Dockerfile }\n' +
        '  b:\n    build: { context: lib, dockerfile: ../app/Dockerfile }\n',
      'lib/x': '',
    });
    git(root, 'init', '--quiet');
    add(path.join(root, 'app'), APP);
    const { out, err } = run(root, '--verbose');
    expect(out).toBe('');
    expect(err).toContain('name it with --context');
  });
});
