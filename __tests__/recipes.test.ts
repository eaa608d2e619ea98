/**
 * The recipes of docs/migrate.md, with stand-ins that run commands as the engines do: multi-gitter
 * (cmd/command.go) and git-xargs (repository/repo-operations.go) without a shell, batch changes
 * (src-cli, internal/batches/executor/run_steps.go) as a file for `sh`. All of them make nothing of a
 * repository whose command fails, or changes nothing. Their sources read 2026-11-27.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { parse } from 'yaml';
import { commitAll, gitIn } from '../src/dev/monorepo.ts';
import { MAIN, MERGED, NAIVE, tree } from './cli/helpers.ts';

// Each runs several programs.
jest.setTimeout(120_000);

const PAGE = readFileSync(path.resolve(import.meta.dirname, '../docs/migrate.md'), 'utf8');

/** The block of a language that begins with a text. */
function block(language: string, start: string): string {
  const blocks = [...PAGE.matchAll(/^```(\w+)\n([^]*?)^```$/gm)];
  const found = blocks.filter(([, is, text]) => is === language && text!.startsWith(start));
  expect(found).toHaveLength(1);
  return found[0]![2]!;
}

const CLEAN = 'FROM scratch\nLABEL a="b"\n';

/** What each repository has, and what a pull request makes of its Dockerfile. */
const REPOSITORIES = {
  clean: { files: { Dockerfile: CLEAN }, after: undefined },
  naive: { files: { Dockerfile: NAIVE }, after: MERGED },
  // One file cannot be done: the others are.
  partly: { files: { Dockerfile: NAIVE, 'b/Dockerfile': 'FROM\n' }, after: MERGED },
} as const;

/** Programs in the PATH, instead of those that are not here. */
function programs(scripts: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const bin = tree();
  const all = {
    npx: `[ "$1 $2" = '--yes dockopt' ] || exit 99\nshift 2\nexec '${process.execPath}' '${MAIN}' "$@"`,
    ...scripts,
  };
  for (const [name, script] of Object.entries(all)) {
    const file = path.join(bin, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }
  return { ...process.env, PATH: `${bin}:${process.env['PATH']}` };
}

/** A command without a shell around it: the program, and its arguments. */
type Command = readonly [string, ...string[]];

/** The Dockerfiles of the pull requests that an engine would make with a command. */
function pullRequests({ command, env }: { command: Command; env: NodeJS.ProcessEnv }): unknown {
  const made = Object.entries(REPOSITORIES).map(([name, { files }]) => {
    const origin = tree(files);
    commitAll(origin);
    const clone = path.join(tree(), 'clone');
    gitIn(origin)('clone', '--quiet', origin, clone);
    const [program, ...args] = command;
    const { status } = spawnSync(program, args, { cwd: clone, env });
    const changes = gitIn(clone)('status', '--porcelain');
    if (status !== 0 || changes === '') return [name, undefined];
    expect(changes).toBe(' M Dockerfile\n');
    return [name, readFileSync(path.join(clone, 'Dockerfile'), 'utf8')];
  });
  return Object.fromEntries(made);
}

const EXPECTED = Object.fromEntries(
  Object.entries(REPOSITORIES).map(([name, { after }]) => [name, after]),
);

/** The arguments that a line for a shell gives to a program. */
function argumentsOf(program: string, line: string): string[] {
  const env = programs({ [program]: `printf '%s\\0' "$@"` });
  const { stdout } = spawnSync('sh', ['-euc', line], { env });
  return stdout.toString().split('\0').slice(0, -1);
}

/** Options with a value each, up to the first argument that is none. */
function takeOptions(args: string[], flags: readonly string[] = []): Record<string, string> {
  const options: Record<string, string> = {};
  while (args[0]?.startsWith('--')) {
    const name = args.shift()!;
    options[name] = flags.includes(name) ? '' : args.shift()!;
  }
  return options;
}

describe('many repositories', () => {
  test('multi-gitter', () => {
    const [run, script = '', ...rest] = argumentsOf('multi-gitter', block('sh', 'multi-gitter '));
    expect(run).toBe('run');
    expect(takeOptions(rest)).toEqual({
      '--org': 'example',
      '--branch': 'dockopt',
      '--commit-message': 'Improve Dockerfiles',
    });
    expect(rest).toEqual([]);
    // It splits at blanks, with one kind of quotes around the other, and knows no escapes in them.
    const words = [...script.matchAll(/"([^"]*)"|'([^']*)'|([^\s"'\\]+)/g)];
    const [program, ...args] = words.map(([, double, single, plain]) => double ?? single ?? plain!);
    expect(pullRequests({ command: [program!, ...args], env: programs({}) })).toEqual(EXPECTED);
  });

  test('git-xargs', () => {
    const args = argumentsOf('git-xargs', block('sh', 'git-xargs '));
    expect(takeOptions(args, ['--no-skip-ci'])).toEqual({
      '--github-org': 'example',
      '--branch-name': 'dockopt',
      '--no-skip-ci': '',
      '--commit-message': 'Improve Dockerfiles',
      '--pull-request-title': 'Improve Dockerfiles',
    });
    const [program, ...rest] = args;
    expect(pullRequests({ command: [program!, ...rest], env: programs({}) })).toEqual(EXPECTED);
  });

  test('batch changes', () => {
    const spec = parse(block('yaml', 'name: dockopt')) as {
      readonly name: string;
      readonly on: unknown;
      readonly steps: readonly Record<string, string>[];
      readonly changesetTemplate: Record<string, unknown>;
    };
    const { name, on, steps, changesetTemplate, ...others } = spec;
    // What schema/batch_spec.schema.json of src-cli requires.
    expect(name).toMatch(/^[\w.-]+$/);
    expect(on).toEqual([{ repositoriesMatchingQuery: expect.any(String) }]);
    expect(Object.keys(others)).toEqual(['description']);
    expect(Object.keys(changesetTemplate)).toEqual(['title', 'body', 'branch', 'commit']);
    expect(changesetTemplate['commit']).toEqual({ message: expect.any(String) });
    const [{ run, container } = {}, ...further] = steps;
    expect(further).toEqual([]);
    expect(container).toMatch(/^node:/);
    const file = path.join(tree(), 'script');
    writeFileSync(file, run!);
    expect(pullRequests({ command: ['sh', file], env: programs({}) })).toEqual(EXPECTED);
  });
});

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | boolean>>;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly needs?: string;
  readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } };
  readonly steps: readonly Step[];
}

/** What GitHub does for the steps of a job: https://docs.github.com/en/actions, read 2026-11-27. */
class Runner {
  private readonly artifacts = tree();
  private readonly env: NodeJS.ProcessEnv;
  private readonly origin: string;

  constructor(origin: string, env: NodeJS.ProcessEnv) {
    this.origin = origin;
    this.env = env;
  }

  run(job: Job, shard?: number): void {
    const workspace = path.join(tree(), 'workspace');
    mkdirSync(workspace);
    for (const step of job.steps) {
      const text = JSON.stringify(step)
        .replaceAll('${{ matrix.shard }}', String(shard))
        .replaceAll('${{ github.token }}', 'a token');
      expect(text).not.toContain('${{');
      this.step(JSON.parse(text) as Step, workspace);
    }
  }

  private step({ uses = '', with: given = {}, run, env }: Step, workspace: string): void {
    if (run !== undefined) {
      const { status, stderr } = spawnSync('bash', ['-ec', run], {
        cwd: workspace,
        env: { ...this.env, ...env },
      });
      expect([run, status, stderr.toString()]).toEqual([run, 0, expect.any(String)]);
      return;
    }
    const [action] = uses.split('@');
    if (action === 'actions/checkout') {
      gitIn(workspace)('clone', '--quiet', '--depth=1', `file://${this.origin}`, '.');
    } else if (action === 'actions/upload-artifact') {
      const { name, path: from, 'include-hidden-files': hidden = false } = given;
      const filter = (file: string): boolean => hidden === true || !/\/\.[^/]+$/.test(file);
      cpSync(path.join(workspace, String(from)), path.join(this.artifacts, String(name)), {
        recursive: true,
        filter,
      });
    } else {
      expect([action, given]).toEqual(['actions/download-artifact', { pattern: 'shard-*' }]);
      cpSync(this.artifacts, workspace, { recursive: true });
    }
  }
}

describe('several machines', () => {
  const workflow = parse(block('yaml', '# .github/workflows/dockopt.yml')) as {
    readonly jobs: Readonly<Record<'plan' | 'merge', Job>>;
  };

  /** A repository, and what was asked of `gh` for it. */
  function runWorkflow(): { origin: string; asked: string[] } {
    const origin = tree({
      'services/web/Dockerfile': NAIVE,
      'services/.hidden/Dockerfile': NAIVE,
      'lib/Dockerfile': NAIVE,
      'broken/Dockerfile': 'FROM\n',
      'clean/Dockerfile': CLEAN,
    });
    commitAll(origin);
    const log = path.join(tree(), 'log');
    const home = tree();
    const gh = `printf '%s\\n' "$*" >> '${log}'; [ "$GH_TOKEN" = 'a token' ] || exit 1
case $2$4 in createdockopt/lib) exit 1;; esac`;
    const runner = new Runner(origin, {
      ...programs({ gh }),
      HOME: home,
      XDG_CONFIG_HOME: home,
      GIT_CONFIG_NOSYSTEM: '1',
    });
    const { plan, merge } = workflow.jobs;
    for (const shard of plan.strategy!.matrix.shard) runner.run(plan, shard);
    expect(merge.needs).toBe('plan');
    runner.run(merge);
    return { origin, asked: readFileSync(log, 'utf8').trim().split('\n') };
  }

  test('the matrix makes a pull request of each unit, or brings it up to date', () => {
    const { origin, asked } = runWorkflow();
    const git = gitIn(origin);
    const branches = git('branch', '--list', 'dockopt/*', '--format=%(refname:short)').trim();
    expect(branches.split('\n')).toEqual([
      'dockopt/lib',
      expect.stringMatching(/^dockopt\/services--hidden-[0-9a-f]{8}$/),
      'dockopt/services--web',
    ]);
    for (const [branch, file] of [
      ['dockopt/lib', 'lib/Dockerfile'],
      ['dockopt/services--web', 'services/web/Dockerfile'],
    ]) {
      expect(git('show', `${branch}:${file}`)).toBe(MERGED);
      expect(git('diff', '--name-only', `main...${branch!}`)).toBe(`${file}\n`);
    }
    expect(asked.map((line) => line.split(' ').slice(0, 5).join(' '))).toEqual([
      'pr create --head dockopt/lib --title',
      // There is one already.
      'pr edit dockopt/lib --title 1',
      expect.stringMatching(/^pr create --head dockopt\/services--hidden/),
      'pr create --head dockopt/services--web --title',
    ]);
  });
});
