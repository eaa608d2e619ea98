import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, readlinkSync, lstatSync } from 'node:fs';
import path from 'node:path';
import { afterEach } from '@jest/globals';
import { commitAll, gitIn, writeMonorepo, writeSubmodule } from '../../src/dev/monorepo.ts';
import { MAIN, tree, type Outcome } from '../cli/helpers.ts';

const locked: string[] = [];

// Else they could not be removed.
afterEach(() => {
  for (const directory of locked.splice(0)) {
    if (existsSync(directory)) chmodSync(directory, 0o755);
  }
});

/** A monorepo under git. */
export function monorepo(services: number): string {
  const root = tree();
  locked.push(path.join(root, 'odd/unreadable'));
  writeMonorepo(root, services);
  commitAll(root);
  writeSubmodule(root, 'vendor/sub');
  const git = gitIn(root);
  // Git takes a repository below another one for a submodule.
  git('-c', 'advice.addEmbeddedRepo=false', 'add', '--all');
  git('commit', '--quiet', '--message=Submodule');
  return root;
}

export function migrate(cwd: string, args: readonly string[] = []): Outcome {
  return dockoptIn(cwd, ['migrate', ...args]);
}

export function dockoptIn(cwd: string, args: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd,
    timeout: 120_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, out: stdout.toString(), err: stderr.toString() };
}

/** What a directory holds, byte by byte, without what git and migrations keep. */
export function snapshot(root: string): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (relative: string): void => {
    for (const name of readdirSync(path.join(root, relative))) {
      if (name === '.git' || name.startsWith('dockopt-')) continue;
      const at = path.join(relative, name);
      const file = path.join(root, at);
      const stats = lstatSync(file);
      if (stats.isSymbolicLink()) found.set(at, `-> ${readlinkSync(file)}`);
      else if (!stats.isDirectory()) found.set(at, readFileSync(file, 'latin1'));
      else if (name !== 'unreadable') visit(at);
    }
  };
  visit('');
  return found;
}

export interface Unit {
  readonly id: string;
  readonly repository: string;
  readonly after: readonly string[];
}

/** The units of a migration, each behind those that it wants to come after. */
export function unitsIn(out: string): Unit[] {
  const directory = path.join(out, 'units');
  if (!existsSync(directory)) return [];
  const units = readdirSync(directory).map(
    (id) => JSON.parse(readFileSync(path.join(directory, id, 'unit.json'), 'utf8')) as Unit,
  );
  const sorted: Unit[] = [];
  const visit = (unit: Unit): void => {
    if (sorted.includes(unit)) return;
    for (const before of unit.after) visit(units.find(({ id }) => id === before)!);
    sorted.push(unit);
  };
  for (const unit of units) visit(unit);
  return sorted;
}

/** Applies the patches of all units with `git apply`, each in its repository. */
export function applyAll(root: string, out: string): void {
  for (const { id, repository } of unitsIn(out)) {
    const patch = path.resolve(out, 'units', id, 'changes.patch');
    gitIn(path.join(root, repository))('apply', '--whitespace=nowarn', patch);
  }
}

/** The states of the units, by id. */
export function statesIn(out: string): Record<string, string> {
  const states: Record<string, string> = {};
  for (const line of readFileSync(path.join(out, 'state.jsonl'), 'utf8').split('\n')) {
    // One that was cut off has no end.
    if (!line.startsWith('{"unit"') || !line.endsWith('}}')) continue;
    const { unit } = JSON.parse(line) as { unit: { id: string; status: string } };
    states[unit.id] = unit.status;
  }
  return states;
}
