import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from '@jest/globals';

/** The command as it is built; `npm test` builds it when it is stale. */
export const MAIN = path.resolve(import.meta.dirname, '../../dist/src/cli/main.js');

/** Two RUNs that merge-runs merges, and what it makes of them. */
export const NAIVE = 'FROM debian:12\nRUN mkdir -p /a\nRUN touch /a/b\n';
export const MERGED = 'FROM debian:12\nRUN mkdir -p /a && \\\n    touch /a/b\n';

const made: string[] = [];

afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

type Contents = string | Uint8Array;

/** A new directory with files, which goes away after the test. */
export function tree(files: Readonly<Record<string, Contents>> = {}): string {
  const root = mkdtempSync(path.join(tmpdir(), 'dockopt-test-'));
  made.push(root);
  add(root, files);
  return root;
}

export function add(root: string, files: Readonly<Record<string, Contents>>): void {
  for (const [name, contents] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
}

export interface Outcome {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly out: string;
  readonly err: string;
}

/** Runs `dockopt` with merge-runs alone, which these tests know the output of. */
export function fix(cwd: string, args: readonly string[], input: Contents = ''): Outcome {
  return dockopt(cwd, ['fix', '--only', 'merge-runs', ...args], input);
}

export function dockopt(cwd: string, args: readonly string[], input: Contents = ''): Outcome {
  return start(process.execPath, [MAIN, ...args], cwd, input);
}

export function start(
  program: string,
  args: readonly string[],
  cwd: string,
  input: Contents = '',
): Outcome {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, input, timeout: 30_000 });
  return { status, stdout, out: stdout.toString(), err: stderr.toString() };
}

export function git(cwd: string, ...args: string[]): Outcome {
  return start('git', args, cwd);
}

/** Names of temporary files that were left behind. */
export const leftovers = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) =>
    path.basename(name).startsWith('.dockopt-'),
  );

export interface Json {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly status: string;
    readonly output: string | null;
    readonly reason?: string;
    readonly line?: number;
    readonly findings: readonly Record<string, unknown>[];
  }[];
  readonly summary: Record<string, number>;
}

/** What `--format json` says. */
export const json = (cwd: string, args: readonly string[], input?: string): Json =>
  JSON.parse(fix(cwd, ['--format', 'json', ...args], input).out) as Json;
