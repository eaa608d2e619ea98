/** `--staged` and `--changed`, in repositories of git. */
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { dockopt, fix, git, json, MAIN, MERGED, NAIVE, tree } from './helpers.ts';

// Each runs several programs.
jest.setTimeout(120_000);

const OTHER = 'FROM debian:12\nRUN mkdir -p /c\nRUN touch /c/d\n';

function must(root: string, ...args: string[]): string {
  const { status, out, err } = git(root, ...args);
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${err}`);
  return out;
}

/** A repository with one commit, unless there are no files. */
function repository(files: Readonly<Record<string, string>> = {}, root = tree()): string {
  must(root, 'init', '-q', '-b', 'main');
  for (const [key, value] of [
    ['user.name', 'A'],
    ['user.email', 'a@example.org'],
    ['commit.gpgsign', 'false'],
    ['core.hooksPath', '/dev/null'],
    ['protocol.file.allow', 'always'],
  ] as const) {
    must(root, 'config', key, value);
  }
  for (const [name, text] of Object.entries(files)) put(root, name, text);
  if (Object.keys(files).length > 0) commit(root);
  return root;
}

function put(root: string, name: string, text: string): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function commit(root: string): void {
  must(root, 'add', '-A');
  must(root, 'commit', '-q', '-m', 'x');
}

function stage(root: string, name: string, text: string): void {
  put(root, name, text);
  must(root, 'add', '--', name);
}

const read = (root: string, name: string): string => readFileSync(path.join(root, name), 'utf8');
const staged = (root: string, name: string): string => must(root, 'show', `:${name}`);
const names = (root: string, args: readonly string[]): string[] =>
  json(root, args).files.map(({ path: name }) => name);

describe('--staged', () => {
  test('only what is staged, and it is staged again when it is written', () => {
    const root = repository({ 'a/Dockerfile': NAIVE, 'b/Dockerfile': NAIVE });
    stage(root, 'a/Dockerfile', OTHER);
    put(root, 'c/Dockerfile', NAIVE);
    expect(names(root, ['--staged'])).toEqual(['a/Dockerfile']);
    const { status, err } = fix(root, ['--staged', '--write']);
    expect(status).toBe(0);
    expect(err).toContain('wrote a/Dockerfile');
    expect(read(root, 'a/Dockerfile')).toContain('&& \\');
    expect(staged(root, 'a/Dockerfile')).toBe(read(root, 'a/Dockerfile'));
    expect(read(root, 'b/Dockerfile')).toBe(NAIVE);
    expect(must(root, 'status', '--porcelain')).toBe('M  a/Dockerfile\n?? c/\n');
  });

  test('before the first commit; with nothing staged there is nothing to do', () => {
    const root = repository();
    const nothing = { status: 0, out: '', err: 'dockopt: no Dockerfile is staged\n' };
    expect(fix(root, ['--staged', '--check'])).toMatchObject(nothing);
    stage(root, 'Dockerfile', NAIVE);
    expect(fix(root, ['--staged', '--check']).status).toBe(1);
    expect(names(root, ['--staged'])).toEqual(['Dockerfile']);
  });

  test('a file that is staged in part is never written', () => {
    const root = repository({ Dockerfile: NAIVE });
    stage(root, 'Dockerfile', OTHER);
    put(root, 'Dockerfile', `${OTHER}# not yet\n`);
    const before = must(root, 'status', '--porcelain');
    const { status, err } = fix(root, ['--staged', '--write']);
    expect(status).toBe(2);
    expect(err).toContain('Dockerfile: a part of it is not staged, and dockopt would stage that');
    expect(read(root, 'Dockerfile')).toBe(`${OTHER}# not yet\n`);
    expect(staged(root, 'Dockerfile')).toBe(OTHER);
    expect(must(root, 'status', '--porcelain')).toBe(before);
  });

  test('without --write what is staged of it is read; the diff applies to the index', () => {
    const root = repository({ Dockerfile: MERGED });
    stage(root, 'Dockerfile', NAIVE);
    put(root, 'Dockerfile', MERGED);
    const { status, stdout } = fix(root, ['--staged', '--check', '--format', 'diff']);
    expect(status).toBe(1);
    writeFileSync(path.join(root, 'patch'), stdout);
    must(root, 'apply', '--cached', 'patch');
    expect(staged(root, 'Dockerfile')).toBe(MERGED);
    // Staged in part, and nothing to write: nothing to refuse either.
    put(root, 'Dockerfile', NAIVE);
    stage(root, 'Dockerfile', `${MERGED}# one\n`);
    put(root, 'Dockerfile', NAIVE);
    expect(fix(root, ['--staged', '--write']).status).toBe(0);
    expect(read(root, 'Dockerfile')).toBe(NAIVE);
  });

  test('a file that is staged and gone', () => {
    const root = repository();
    stage(root, 'a/Dockerfile', NAIVE);
    rmSync(path.join(root, 'a/Dockerfile'));
    expect(fix(root, ['--staged', '--check', 'a/Dockerfile']).status).toBe(1);
    expect(fix(root, ['--staged', '--write'])).toMatchObject({ status: 2 });
    expect(staged(root, 'a/Dockerfile')).toBe(NAIVE);
  });

  test('deleted, linked, ignored and conflicting files, and those of packages', () => {
    const root = repository({ Dockerfile: NAIVE, 'x/Dockerfile': NAIVE });
    must(root, 'rm', '-q', 'x/Dockerfile');
    symlinkSync('Dockerfile', path.join(root, 'Dockerfile.link'));
    must(root, 'add', 'Dockerfile.link');
    stage(root, 'node_modules/m/Dockerfile', NAIVE);
    expect(names(root, ['--staged'])).toEqual([]);
    commit(root);
    must(root, 'checkout', '-q', '-b', 'other');
    put(root, 'Dockerfile', MERGED);
    commit(root);
    must(root, 'checkout', '-q', 'main');
    put(root, 'Dockerfile', OTHER);
    commit(root);
    expect(git(root, 'merge', 'other').status).not.toBe(0);
    const { status, err } = fix(root, ['--staged', '--write']);
    expect(status).toBe(2);
    expect(err).toContain('Dockerfile: it is in conflict; resolve it first');
  });

  test('directories, files and patterns', () => {
    const root = repository();
    for (const name of ['a/Dockerfile', 'b/Dockerfile', 'b/build.txt']) stage(root, name, NAIVE);
    put(root, 'b/Dockerfile.new', NAIVE);
    expect(names(root, ['--staged', 'b'])).toEqual(['b/Dockerfile']);
    expect(names(root, ['--staged', 'b/build.txt', 'b/Dockerfile.new'])).toEqual(['b/build.txt']);
    expect(names(root, ['--staged', '*/Dockerfile*'])).toEqual(['a/Dockerfile', 'b/Dockerfile']);
    expect(names(path.join(root, 'b'), ['--staged'])).toEqual(['Dockerfile']);
    expect(names(path.join(root, 'b'), ['--staged', '..'])).toEqual([
      '../a/Dockerfile',
      '../b/Dockerfile',
    ]);
    expect(fix(root, ['--staged', 'nope']).err).toContain('nope: it does not exist');
  });

  test('names with spaces, quotes, newlines and other bytes', () => {
    const root = repository();
    const odd = [
      'a b/Dockerfile',
      '"q"/Dockerfile',
      'n\nl/Dockerfile',
      'é/Dockerfile',
      ':(top)x/Dockerfile',
    ];
    for (const name of odd) {
      put(root, name, NAIVE);
    }
    must(root, 'add', '-A');
    expect(names(root, ['--staged']).toSorted()).toEqual(odd.toSorted());
    expect(fix(root, ['--staged', '--write']).status).toBe(0);
    for (const name of odd) expect(read(root, name)).toBe(MERGED);
    expect(must(root, 'diff', '--name-only')).toBe('');
    const bytes = Buffer.concat([
      Buffer.from(`${root}/`),
      Buffer.from([0xff]),
      Buffer.from('-Dockerfile'),
    ]);
    writeFileSync(bytes, NAIVE);
    must(root, 'add', '-A');
    const { status, err } = fix(root, ['--staged', '--check']);
    expect(status).toBe(2);
    expect(err).toContain('-Dockerfile: its name is not UTF-8; rename it');
  });

  test('line endings that git converts stay those of the file', () => {
    const root = repository({ '.gitattributes': '* text eol=crlf\n' });
    stage(root, 'Dockerfile', NAIVE.replaceAll('\n', '\r\n'));
    expect(staged(root, 'Dockerfile')).toBe(NAIVE);
    expect(fix(root, ['--staged', '--write']).status).toBe(0);
    expect(read(root, 'Dockerfile')).toBe(MERGED.replaceAll('\n', '\r\n'));
    expect(staged(root, 'Dockerfile')).toBe(MERGED);
    expect(must(root, 'diff', '--name-only')).toBe('');
  });

  test('ignore files: staged with the Dockerfile, unless a part of them is not staged', () => {
    const files = {
      'package.json': '{}\n',
      'node_modules/a.js': `${'x'.repeat(4000)}\n`,
      '.env': 'A=1\n',
    };
    const dockerfile = 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "index.js"]\n';
    const only = ['fix', '--only', 'complete-dockerignore', '--staged', '--write'];
    const root = repository(files);
    stage(root, 'Dockerfile', dockerfile);
    expect(dockopt(root, only).err).toContain('wrote .dockerignore');
    expect(must(root, 'status', '--porcelain')).toBe('A  .dockerignore\nA  Dockerfile\n');
    commit(root);
    stage(root, '.dockerignore', '# empty\n');
    stage(root, 'Dockerfile', `${dockerfile}# x\n`);
    put(root, '.dockerignore', '# mine\n');
    const { status, err } = dockopt(root, only);
    expect(err).toContain('the ignore file has changes that are not staged');
    expect(status).toBe(0);
    expect(read(root, '.dockerignore')).toBe('# mine\n');
    expect(staged(root, '.dockerignore')).toBe('# empty\n');
  });

  test('in a hook of git commit: the commit has what dockopt writes', () => {
    const root = repository({ Dockerfile: MERGED });
    const hook = `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" fix --only merge-runs --staged --write\n`;
    put(root, '.git/hooks/pre-commit', hook);
    must(root, 'config', 'core.hooksPath', '.git/hooks');
    chmodSync(path.join(root, '.git/hooks/pre-commit'), 0o755);
    put(root, 'Dockerfile', NAIVE);
    must(root, 'commit', '-q', '-a', '-m', 'all');
    expect(must(root, 'show', 'HEAD:Dockerfile')).toBe(MERGED);
    expect(must(root, 'status', '--porcelain')).toBe('');
    // In a working tree of its own the hook has GIT_DIR in its environment.
    const other = path.join(root, 'other tree');
    must(root, 'worktree', 'add', '-q', '-b', 'side', other);
    stage(other, 'sub/Dockerfile', NAIVE);
    must(other, 'config', 'core.hooksPath', path.join(root, '.git/hooks'));
    must(other, 'commit', '-q', '-m', 'side');
    expect(must(other, 'show', 'HEAD:sub/Dockerfile')).toBe(MERGED);
  });

  test('what is in the way of staging is said', () => {
    const root = repository();
    stage(root, 'Dockerfile', NAIVE);
    put(root, '.git/index.lock', '');
    const { status, err } = fix(root, ['--staged', '--write']);
    expect(status).toBe(2);
    expect(err).toMatch(
      /^dockopt: the files are written, and not staged: git update-index: .*lock/m,
    );
  });
});

describe('--changed', () => {
  test('what differs from the merge base, with what is not committed and not tracked', () => {
    const root = repository({
      'a/Dockerfile': NAIVE,
      'b/Dockerfile': NAIVE,
      'c/Dockerfile': NAIVE,
    });
    must(root, 'checkout', '-q', '-b', 'topic');
    put(root, 'a/Dockerfile', OTHER);
    commit(root);
    // What main has gained since is not of this branch.
    must(root, 'checkout', '-q', 'main');
    put(root, 'c/Dockerfile', OTHER);
    commit(root);
    must(root, 'checkout', '-q', 'topic');
    put(root, '.gitignore', 'out/\n');
    put(root, 'out/Dockerfile', NAIVE);
    put(root, 'new/Dockerfile', NAIVE);
    put(root, 'b/Dockerfile', OTHER);
    const expected = ['a/Dockerfile', 'b/Dockerfile', 'new/Dockerfile'];
    for (const ref of ['main', 'HEAD~1']) {
      expect(names(root, ['--changed', ref])).toEqual(expected);
      expect(names(root, [`--changed=${ref}`, '.'])).toEqual(expected);
    }
    // Without a remote: what is not committed.
    expect(names(root, ['--changed'])).toEqual(['b/Dockerfile', 'new/Dockerfile']);
    expect(names(root, ['--changed', 'b'])).toEqual(['b/Dockerfile']);
    expect(names(root, ['--changed', 'main', 'a', 'new'])).toEqual([
      'a/Dockerfile',
      'new/Dockerfile',
    ]);
    expect(fix(root, ['--changed', '--write', 'b']).status).toBe(0);
    expect(must(root, 'diff', '--cached', '--name-only')).toBe('');
  });

  test('the default branch of the remote', () => {
    const origin = repository({ 'a/Dockerfile': NAIVE, 'b/Dockerfile': NAIVE });
    must(origin, 'branch', '-m', 'trunk');
    const root = path.join(tree(), 'clone');
    must(origin, 'clone', '-q', origin, root);
    repository({}, root);
    must(root, 'checkout', '-q', '-b', 'topic');
    put(root, 'b/Dockerfile', OTHER);
    commit(root);
    expect(names(root, ['--changed'])).toEqual(['b/Dockerfile']);
    must(root, 'checkout', '-q', 'trunk');
    expect(fix(root, ['--changed', '--check'])).toMatchObject({
      status: 0,
      err: 'dockopt: no Dockerfile differs from origin/trunk\n',
    });
  });

  test('a shallow clone without the merge base', () => {
    const origin = repository({ Dockerfile: NAIVE });
    put(origin, 'Dockerfile', OTHER);
    commit(origin);
    must(origin, 'checkout', '-q', '-b', 'topic', 'HEAD~1');
    put(origin, 'x', 'y');
    commit(origin);
    const root = path.join(tree(), 'clone');
    must(origin, 'clone', '-q', '--depth=1', '--no-single-branch', `file://${origin}`, root);
    const { status, err } = fix(root, ['--changed', 'origin/main']);
    expect(status).toBe(2);
    expect(err).toBe(
      'dockopt: --changed: HEAD and origin/main have no commit in common in this shallow clone; ' +
        'fetch more of the history (git fetch --unshallow, or fetch-depth: 0)\n',
    );
    must(root, 'fetch', '-q', '--unshallow');
    expect(names(root, ['--changed', 'origin/main'])).toEqual([]);
  });

  test('before the first commit', () => {
    const root = repository();
    put(root, 'Dockerfile', NAIVE);
    stage(root, 'b/Dockerfile', NAIVE);
    expect(names(root, ['--changed'])).toEqual(['Dockerfile', 'b/Dockerfile']);
  });

  test('submodules have a history of their own', () => {
    const inner = repository({ Dockerfile: NAIVE });
    const root = repository({ 'a/Dockerfile': NAIVE });
    must(root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'sub');
    commit(root);
    put(root, 'sub/Dockerfile', OTHER);
    put(root, 'a/Dockerfile', OTHER);
    expect(names(root, ['--changed'])).toEqual(['a/Dockerfile']);
    expect(names(path.join(root, 'sub'), ['--changed', 'HEAD'])).toEqual(['Dockerfile']);
    const { status, err } = fix(root, ['--changed', 'HEAD', 'sub']);
    expect({ status, lines: err.split('\n').length }).toEqual({ status: 2, lines: 2 });
    expect(err).toContain('dockopt: sub is not in');
  });

  test('verify takes it too', () => {
    const root = repository({ Dockerfile: NAIVE });
    const { status, err } = dockopt(root, ['verify', '--changed', '--builder', 'docker']);
    if (err.includes('no Dockerfile differs')) expect(status).toBe(0);
    else expect(err).toContain('docker');
  });
});

describe('refused', () => {
  test.each([
    [['--staged', '--changed'], 'dockopt: --staged and --changed exclude each other'],
    [['--staged', '-'], 'dockopt: --staged and --changed take files, not "-"'],
    [['--changed=nope'], 'dockopt: --changed: no commit is called "nope"; fetch it first'],
    [['--changed=--all'], 'dockopt: --changed: no commit is called "--all"'],
    [['--changed', 'main'], 'dockopt: main is a commit and a path; write --changed=main'],
    [['--changed=lonely'], 'dockopt: --changed: HEAD and lonely have no commit in common at all'],
  ])('%j is one clear line', (args, message) => {
    const root = repository({ main: 'x', Dockerfile: NAIVE });
    must(root, 'checkout', '-q', '--orphan', 'lonely');
    must(root, 'commit', '-q', '-m', 'y');
    must(root, 'checkout', '-q', 'main', '--');
    const { status, out, err } = fix(root, args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
    expect(err.split('\n')).toHaveLength(2);
  });

  test('outside of a repository, and in a bare one', () => {
    const outside = tree({ Dockerfile: NAIVE });
    const bare = tree();
    must(bare, 'init', '-q', '--bare');
    for (const [root, args] of [
      [outside, ['--staged']],
      [outside, ['--changed', 'main']],
      [bare, ['--staged']],
    ] as const) {
      const { status, out, err } = fix(root, args);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toMatch(/^dockopt: --(?:staged|changed) needs a git working tree: .*\n$/);
    }
  });
});
