import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { discover, type Target } from '../../src/cli/discover.ts';
import { isDockerfileName, looksLikeTemplate } from '../../src/cli/names.ts';
import { fix, git, NAIVE, tree } from './helpers.ts';

/** What is found, with paths from the root. */
async function found(root: string, paths: readonly string[] = ['']): Promise<Target[]> {
  const targets: Target[] = [];
  for await (const target of discover(paths.map((name) => path.join(root, name)))) {
    targets.push({ ...target, path: path.relative(root, target.path) });
  }
  return targets;
}

const names = async (root: string, paths?: readonly string[]): Promise<string[]> =>
  (await found(root, paths)).map((target) =>
    target.kind === 'file' ? target.path : `${target.kind}: ${target.path}`,
  );

const files = (...list: string[]) => tree(Object.fromEntries(list.map((name) => [name, NAIVE])));

describe('names', () => {
  test.each([
    'Dockerfile',
    'dockerfile',
    'Containerfile',
    'DOCKERFILE',
    'Dockerfile.prod',
    'Dockerfile-alpine',
    'Dockerfile_test',
    'web.Dockerfile',
    'api.dockerfile',
    'prod-Dockerfile',
    'x.Containerfile',
    'Containerfile.ubi9',
    'Dockerfile.node.20',
    'Dockerfile.j2',
    'Dockerfile.template',
    'Dockerfile.d',
  ])('%s is one', (name) => {
    expect(isDockerfileName(name)).toBe(true);
  });

  test.each([
    'Dockerfile.dockerignore',
    '.dockerignore',
    'Dockerfile.md',
    'dockerfile.go',
    'Dockerfile~',
    'Dockerfile.sh',
    'dockerfile_test.py',
    'Dockerfile.swp',
    'Dockerfile.orig',
    'Dockerfile.yml',
    'dockerfiles',
    'Dockerfile2',
    'my',
    'mydockerfile',
    'Dockerfile.',
  ])('%s is none', (name) => {
    expect(isDockerfileName(name)).toBe(false);
  });

  test('templates', () => {
    expect(looksLikeTemplate('Dockerfile.j2', '')).toBe(true);
    expect(looksLikeTemplate('Dockerfile', 'FROM {{ image }}')).toBe(true);
    expect(looksLikeTemplate('Dockerfile', '<% if x %>')).toBe(true);
    expect(looksLikeTemplate('Dockerfile', 'FROM @BASE_IMAGE@')).toBe(true);
    expect(looksLikeTemplate('Dockerfile', 'RUN curl a@B.com}} {{')).toBe(false);
  });
});

describe('discovery', () => {
  test('walks in the order of the names, past .git and node_modules', async () => {
    const root = files(
      'b/Dockerfile',
      'a/x.Dockerfile',
      'Dockerfile',
      'a/Containerfile',
      'a/other.txt',
      '.git/Dockerfile',
      'a/node_modules/m/Dockerfile',
      '.hidden/Dockerfile',
    );
    expect(await names(root)).toEqual([
      '.hidden/Dockerfile',
      'Dockerfile',
      'a/Containerfile',
      'a/x.Dockerfile',
      'b/Dockerfile',
    ]);
  });

  test('takes any file that is named, once', async () => {
    const root = files('Dockerfile', 'base.txt', 'node_modules/x/Dockerfile');
    symlinkSync('base.txt', path.join(root, 'link'));
    expect(await names(root, ['base.txt', 'link', './base.txt', 'Dockerfile', ''])).toEqual([
      'base.txt',
      'Dockerfile',
    ]);
    expect(await names(root, ['node_modules/x/Dockerfile'])).toHaveLength(1);
  });

  test('honours .gitignore as git does', async () => {
    const list = [
      'Dockerfile',
      'build/Dockerfile',
      'sub/Dockerfile.local',
      'sub/Dockerfile',
      'sub/gen/Dockerfile',
      'sub/deep/gen/Dockerfile',
      'keep/build/Dockerfile',
      'Build/Dockerfile',
      'sub/in/a.Dockerfile',
    ];
    const root = files(...list);
    git(root, 'init', '-q');
    const write = (name: string, text: string) =>
      execFileSync('tee', [path.join(root, name)], {
        input: text,
        stdio: ['pipe', 'ignore', 'inherit'],
      });
    write('.gitignore', 'build/\n*.local\n/sub/gen\n');
    write('sub/.gitignore', '!Dockerfile.local\nin/*\n');
    write('keep/.gitignore', '!build/\n');
    const ignored = git(root, 'check-ignore', ...list)
      .out.trim()
      .split('\n');
    const expected = list.filter((name) => !ignored.includes(name)).toSorted();
    expect((await names(root)).toSorted()).toEqual(expected);
    expect(expected).toContain('keep/build/Dockerfile');
    // Those of the parents hold in a directory below, unless it is ignored itself.
    expect(await names(root, ['sub'])).toEqual(expected.filter((name) => name.startsWith('sub/')));
    expect(await names(root, ['build'])).toEqual(['build/Dockerfile']);
    expect(await names(root, ['**/Dockerfile'])).not.toContain('build/Dockerfile');
  });

  test('a repository in another goes by its own .gitignore', async () => {
    const root = files('.git/HEAD', 'inner/.git/HEAD', 'inner/Dockerfile');
    execFileSync('sh', ['-c', 'echo Dockerfile > .gitignore'], { cwd: root });
    expect(await names(root)).toEqual(['inner/Dockerfile']);
  });

  test('links: inside once, outside not, loops never', async () => {
    const root = files('in/a/Dockerfile', 'in/base.txt', 'out/Dockerfile');
    const inside = path.join(root, 'in');
    mkdirSync(path.join(inside, 'z'));
    const links = {
      '0.Dockerfile': 'a/Dockerfile',
      'b.Dockerfile': 'base.txt',
      'c.Dockerfile': '../out/Dockerfile',
      'd.Dockerfile': 'd.Dockerfile',
      'e.Dockerfile': 'nope',
      'f.Dockerfile': 'a',
      'a/loop': '..',
      'z/outside': '../../out',
    };
    for (const [name, target] of Object.entries(links))
      symlinkSync(target, path.join(inside, name));
    expect(await names(root, ['in'])).toEqual([
      'in/a/Dockerfile',
      'in/b.Dockerfile',
      'skipped: in/c.Dockerfile',
      'failed: in/d.Dockerfile',
      'failed: in/e.Dockerfile',
      'skipped: in/f.Dockerfile',
    ]);
  });

  test('a directory, a FIFO and a socket that are called Dockerfile', async () => {
    const root = files('a/Dockerfile/Dockerfile.x');
    mkdirSync(path.join(root, 'b'));
    execFileSync('mkfifo', [path.join(root, 'b/Dockerfile')]);
    expect(await names(root)).toEqual([
      'skipped: a/Dockerfile',
      'a/Dockerfile/Dockerfile.x',
      'failed: b/Dockerfile',
    ]);
    expect(await names(root, ['b/Dockerfile', '/dev/null'.slice(1)])).toHaveLength(2);
  });

  test('patterns', async () => {
    const root = files(
      'a/Dockerfile',
      'b/x.txt',
      'b/Dockerfile',
      'b/Dockerfile.md',
      'node_modules/Dockerfile',
    );
    expect(await names(root, ['*/Dockerfile'])).toEqual(['a/Dockerfile', 'b/Dockerfile']);
    expect(await names(root, ['b/*.txt'])).toEqual(['b/x.txt']);
    expect(await names(root, ['**/*'])).toEqual(['a/Dockerfile', 'b/Dockerfile']);
    expect(await names(root, ['c/*'])).toEqual(['failed: c/*']);
  });

  test('very deep directories', async () => {
    const deep = `${'d/'.repeat(1500)}Dockerfile`;
    expect(await names(files(deep, 'Dockerfile'))).toEqual(['Dockerfile', deep]);
  });

  test('nothing found is trouble', () => {
    const { status, err } = fix(tree({ 'a.txt': '' }), []);
    expect(status).toBe(2);
    expect(err).toBe('dockopt: no Dockerfile in .; name the file if it is called otherwise\n');
  });
});
