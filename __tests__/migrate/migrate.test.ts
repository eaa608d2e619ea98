/** `dockopt migrate` over a generated monorepo, with real git. */
import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { commitAll, gitIn } from '../../src/dev/monorepo.ts';
import { tree } from '../cli/helpers.ts';
import { applyAll, dockoptIn, migrate, monorepo, snapshot, statesIn, unitsIn } from './helpers.ts';

jest.setTimeout(300_000);

const OUT = 'dockopt-migration';

/** What `dockopt fix --write` makes of a copy of a tree. */
function fixedCopy(root: string): Map<string, string> {
  const copy = path.join(tree(), 'copy');
  cpSync(root, copy, { recursive: true, verbatimSymlinks: true });
  expect(dockoptIn(copy, ['fix', '--write']).err).toContain('would change'.replace('would ', ''));
  return snapshot(copy);
}

describe('patches', () => {
  test.each([
    ['directory', ['--by', 'directory', '--depth', '1']],
    ['directory, in parts', ['--by', 'directory', '--max-files', '4', '--jobs', '2']],
    ['package', ['--by', 'package']],
    ['owner', ['--by', 'owner']],
    ['transform', ['--by', 'transform']],
    ['transform, in parts', ['--by', 'transform', '--max-files', '7']],
  ])('by %s make the tree of fix --write', (_, args) => {
    const root = monorepo(30);
    const expected = fixedCopy(root);
    const { status, out, err } = migrate(root, args);
    // Two files cannot be done, and say so.
    expect(err).toContain('odd/broken/Dockerfile');
    expect(err).toContain('odd/binary/Dockerfile');
    expect(status).toBe(2);
    expect(out).not.toContain('failed');
    expect(gitIn(root)('status', '--porcelain')).toBe('');
    applyAll(root, path.join(root, OUT));
    expect(snapshot(root)).toEqual(expected);
  });

  test('more files than one thread takes alone', () => {
    const root = monorepo(260);
    const alone = migrate(root, ['--jobs', '1', '--out', 'dockopt-alone']);
    const together = migrate(root, ['--jobs', '3', '--out', 'dockopt-together']);
    expect(together.out).toBe(alone.out);
    expect(snapshot(path.join(root, 'dockopt-together/units'))).toEqual(
      snapshot(path.join(root, 'dockopt-alone/units')),
    );
  });
});

describe('branches', () => {
  test('have one commit each, and leave the checkout alone', () => {
    const root = monorepo(30);
    const expected = fixedCopy(root);
    const before = snapshot(root);
    const git = gitIn(root);
    const [head, index] = [git('rev-parse', 'HEAD'), readFileSync(path.join(root, '.git/index'))];
    const { out } = migrate(root, ['--by', 'owner', '--branches', '--title-prefix', 'chore: ']);
    expect(out).not.toContain('failed');
    expect(snapshot(root)).toEqual(before);
    expect(git('rev-parse', 'HEAD')).toBe(head);
    expect(git('status', '--porcelain')).toBe('');
    expect(readFileSync(path.join(root, '.git/index')).equals(index)).toBe(true);

    const branches = git('branch', '--list', 'dockopt/*', '--format=%(refname:short)').trim();
    for (const branch of branches.split('\n')) {
      expect(git('log', '--format=%s', `main..${branch}`)).toMatch(
        /^chore: (?:\d+ (?:Dockerfile|file)s? of .*: .*|.* of .*\))\n$/,
      );
      git('merge', '--quiet', '--no-edit', branch);
    }
    const sub = gitIn(path.join(root, 'vendor/sub'));
    const [own] = sub('branch', '--list', 'dockopt/*', '--format=%(refname:short)').split('\n');
    sub('merge', '--quiet', own!);
    expect(snapshot(root)).toEqual(expected);
  });

  test('of transforms build on each other', () => {
    const root = monorepo(20);
    const expected = fixedCopy(root);
    const { out } = migrate(root, ['--by', 'transform', '--branches', 'services', 'odd']);
    expect(out).not.toContain('failed');
    const git = gitIn(root);
    const units = unitsIn(path.join(root, OUT));
    const last = units.at(-1)!.id;
    expect(git('rev-list', '--count', `main..dockopt/${last}`).trim()).toBe(String(units.length));
    git('merge', '--quiet', `dockopt/${last}`);
    const merged = snapshot(root);
    // The submodule was not asked for.
    for (const at of merged.keys()) if (at.startsWith('vendor')) merged.set(at, expected.get(at)!);
    expect(merged).toEqual(expected);
  });

  test.each([
    ['core.autocrlf', ['config', 'core.autocrlf', 'true'], ''],
    ['the attribute eol', ['config', 'core.autocrlf', 'false'], '*ockerfile text eol=crlf\n'],
  ])('of files whose line endings %s converts', (_, config, attributes) => {
    const root = tree({
      'a/Dockerfile': 'FROM debian:12\r\nRUN mkdir /b\r\nRUN mkdir /a\r\n',
      'a/unix.Dockerfile': 'FROM debian:12\nRUN mkdir /b\nRUN mkdir /a\n',
      'a/mixed.Dockerfile': 'FROM debian:12\nRUN mkdir /b\r\nRUN mkdir /a\r\n',
      '.gitattributes': attributes,
    });
    commitAll(root);
    const git = gitIn(root);
    git(...config);
    git('add', '--renormalize', '.');
    git('commit', '--quiet', '--allow-empty', '--message=Converted');
    expect(git('status', '--porcelain')).toBe('');
    const before = snapshot(root);
    for (const by of ['directory', 'transform']) {
      const { out } = migrate(root, [
        '--by',
        by,
        '--branches',
        '--branch-prefix',
        `${by}/`,
        '--out',
        `dockopt-${by}`,
      ]);
      expect(out).not.toContain('failed');
      expect(snapshot(root)).toEqual(before);
      const [branch] = git('branch', '--list', `${by}/*`, '--format=%(refname:short)').split('\n');
      for (const name of ['Dockerfile', 'unix.Dockerfile', 'mixed.Dockerfile']) {
        expect(git('show', `${branch}:a/${name}`)).toBe(
          'FROM debian:12\nRUN mkdir /b && \\\n    mkdir /a\n',
        );
      }
    }
  });

  test('a tree with changes is refused, and said', () => {
    const root = monorepo(6);
    appendFileSync(path.join(root, 'services/group-0000/service-0/Dockerfile'), 'RUN true\n');
    const { status, err } = migrate(root, ['--branches']);
    expect(status).toBe(2);
    expect(err).toMatch(
      /^dockopt: .* has changes that are not committed, such as services\/group-0000\/service-0\/Dockerfile; commit or stash them, or take --allow-dirty\n$/,
    );
    expect(gitIn(root)('branch', '--list', 'dockopt/*')).toBe('');
  });

  test('with --allow-dirty only the units of changed files fail', () => {
    const root = monorepo(6);
    writeFileSync(
      path.join(root, 'odd/named/Dockerfile'),
      'FROM debian:12\nRUN mkdir /b\nRUN mkdir /a\n',
    );
    const { out } = migrate(root, ['--branches', '--allow-dirty', 'services', 'odd']);
    expect(out).toContain('done services--group-0000: ');
    expect(out).toMatch(
      /^failed odd--named: odd\/named\/Dockerfile has changes that are not committed/m,
    );
  });

  test('a branch with commits of others is left alone', () => {
    const root = monorepo(6);
    migrate(root, ['--branches', 'services']);
    const git = gitIn(root);
    git('checkout', '--quiet', 'dockopt/services--group-0000');
    git('commit', '--quiet', '--allow-empty', '--message=Mine');
    const mine = git('rev-parse', 'HEAD');
    git('checkout', '--quiet', 'main');
    appendFileSync(path.join(root, 'services/group-0000/service-0/Dockerfile'), '# later\n');
    git('commit', '--quiet', '--all', '--message=Later');
    const { out } = migrate(root, ['--branches', 'services']);
    expect(out).toContain(
      'failed services--group-0000: the branch dockopt/services--group-0000 has commits of others',
    );
    expect(git('rev-parse', 'dockopt/services--group-0000')).toBe(mine);
  });

  test('a moved unit moves its branch, except when it is checked out', () => {
    const root = monorepo(6);
    migrate(root, ['--branches', 'services']);
    const git = gitIn(root);
    const branch = 'dockopt/services--group-0000';
    const old = git('rev-parse', branch);
    appendFileSync(path.join(root, 'services/group-0000/service-0/Dockerfile'), '# later\n');
    git('commit', '--quiet', '--all', '--message=Later');
    git('branch', '--quiet', 'kept');
    git('worktree', 'add', '--quiet', path.join(tree(), 'other'), branch);
    expect(migrate(root, ['--branches', 'services']).out).toContain('is checked out');
    expect(git('rev-parse', branch)).toBe(old);
    git(
      'worktree',
      'remove',
      '--force',
      git('worktree', 'list', '--porcelain').match(/^worktree (.*other)$/m)![1]!,
    );
    expect(migrate(root, ['--branches', 'services']).out).toContain('done services--group-0000');
    expect(git('rev-parse', `${branch}^`)).toBe(git('rev-parse', 'main'));
  });
});

describe('a second run', () => {
  test('makes only what has moved, and settles what is merged', () => {
    const root = monorepo(60);
    migrate(root, ['services']);
    const unitFile = path.join(root, OUT, 'units/services--group-0001/unit.json');
    const before = readFileSync(unitFile, 'utf8');
    const moved = path.join(root, 'services/group-0000/service-0/Dockerfile');
    appendFileSync(moved, '# later\n');
    // The changes of the third group are merged.
    dockoptIn(root, ['fix', '--write', 'services/group-0002']);
    rmSync(path.join(root, OUT, 'units/services--group-0001/changes.html'));
    const { out } = migrate(root, ['services']);
    expect(out).toContain('done services--group-0000: ');
    expect(readFileSync(unitFile, 'utf8')).toBe(before);
    expect(
      readFileSync(path.join(root, OUT, 'units/services--group-0000/changes.patch'), 'utf8'),
    ).toContain('# later');
    // Untouched: its page would be there again.
    expect(existsSync(path.join(root, OUT, 'units/services--group-0001/changes.html'))).toBe(false);
    expect(statesIn(path.join(root, OUT))['services--group-0002']).toBe('settled');
    expect(existsSync(path.join(root, OUT, 'units/services--group-0002/unit.json'))).toBe(false);
  });

  test('heeds what was rejected, postponed and reopened', () => {
    const root = monorepo(60);
    migrate(root, ['services']);
    const marked = migrate(root, [
      '--reject',
      'services--group-0000',
      '--postpone',
      'services--group-0001',
    ]);
    expect(marked.out).toBe('rejected services--group-0000\nskipped services--group-0001\n');
    const second = migrate(root, ['services']);
    expect(second.out).toMatch(
      /^rejected services--group-0000.*\nskipped services--group-0001.*\ndone services--group-0002/,
    );
    migrate(root, ['--reopen', 'services--group-0000']);
    expect(migrate(root, ['services']).out).toMatch(/^done services--group-0000/);
  });

  test('goes on where --limit stopped', () => {
    const root = monorepo(60);
    expect(migrate(root, ['--limit', '1', 'services']).out).toMatch(
      /^done .*\npending .*\npending .*\n$/,
    );
    expect(migrate(root, ['--limit', '1', 'services']).out).toMatch(
      /^done .*\ndone .*\npending .*\n$/,
    );
    expect(migrate(root, ['services']).out).toMatch(/^(?:done .*\n){3}$/);
  });

  test('of another migration is refused', () => {
    const root = monorepo(6);
    migrate(root, ['services']);
    const { status, err } = migrate(root, ['--by', 'owner', 'services']);
    expect(status).toBe(2);
    expect(err).toBe(
      'dockopt: dockopt-migration holds another migration (--by directory --depth 2 --max-files 50 services); name another --out, or delete it\n',
    );
  });
});

describe('shards', () => {
  test.each(['directory', 'owner', 'transform'])('by %s come together again', (by) => {
    const root = monorepo(60);
    const expected = fixedCopy(root);
    for (const shard of ['1/3', '2/3', '3/3']) {
      const { out } = migrate(root, ['--by', by, '--shard', shard, '--out', `dockopt-${shard[0]}`]);
      expect(out).not.toContain('failed');
    }
    const merged = migrate(root, ['--merge', 'dockopt-3', 'dockopt-1', 'dockopt-2']);
    expect(merged.out).not.toContain('failed');
    const whole = migrate(root, ['--by', by, '--out', 'dockopt-whole']);
    const ids = (text: string): string[] =>
      text
        .split('\n')
        .map((line) => line.replace(/:.*/, ''))
        .toSorted();
    expect(ids(merged.out)).toEqual(ids(whole.out));
    const totals = (out: string): unknown =>
      (
        JSON.parse(readFileSync(path.join(root, out, 'summary.json'), 'utf8')) as {
          totals: unknown;
        }
      ).totals;
    expect(totals(OUT)).toEqual(totals('dockopt-whole'));
    applyAll(root, path.join(root, OUT));
    expect(snapshot(root)).toEqual(expected);
  });

  test('that do not belong together are refused', () => {
    const root = monorepo(6);
    for (const shard of ['1/2', '2/2'])
      migrate(root, ['--shard', shard, '--out', `dockopt-${shard[0]}`]);
    const refused = (...args: string[]): string => migrate(root, ['--merge', ...args]).err;
    expect(refused('dockopt-1')).toBe('dockopt: the shard 2/2 is missing\n');
    expect(refused('dockopt-1', 'dockopt-1')).toBe('dockopt: the shard 1/2 is there twice\n');
    expect(refused('services')).toContain('is not what a shard made');
  });

  test('make branches where they come together', () => {
    const root = monorepo(30);
    for (const shard of ['1/2', '2/2'])
      migrate(root, ['--by', 'transform', '--shard', shard, '--out', `dockopt-${shard[0]}`]);
    const { out } = migrate(root, ['--merge', 'dockopt-1', 'dockopt-2', '--branches']);
    expect(out).not.toContain('failed');
    const git = gitIn(root);
    const last = unitsIn(path.join(root, OUT)).findLast(({ repository }) => repository === '.')!;
    expect(git('log', '--format=%s', `main..dockopt/${last.id}`).trim().split('\n').length).toBe(
      unitsIn(path.join(root, OUT)).filter(({ repository }) => repository === '.').length,
    );
  });
});

test.each([
  [['--by', 'team'], '--by takes directory or package or owner or transform, not "team"'],
  [['--depth', '0'], '--depth takes a number from 1, not "0"'],
  [['--shard', '3/2'], '--shard takes a part of all, such as 2/8, not "3/2"'],
  [['--branches', '--shard', '1/2'], '--branches goes without --shard: make them with --merge'],
  [['--merge'], '--merge needs the directories that the shards made'],
  [['--reject', 'x'], 'dockopt-migration holds no migration; run dockopt migrate first'],
  [['-'], 'migrate takes files, not "-"'],
])('%j is refused in one line', (args, message) => {
  const { status, err } = migrate(tree({ Dockerfile: 'FROM debian:12\n' }), args);
  expect([status, err]).toEqual([2, `dockopt: ${message}\n`]);
});
