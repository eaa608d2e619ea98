/** Killed at any moment, a migration loses nothing and breaks nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { gitIn } from '../../src/dev/monorepo.ts';
import { MAIN } from '../cli/helpers.ts';
import { applyAll, migrate, monorepo, snapshot, statesIn, unitsIn } from './helpers.ts';

jest.setTimeout(300_000);

/** Starts a migration, and kills it with no chance to tidy up when something is the case. */
async function killed(root: string, args: readonly string[], when: () => boolean): Promise<void> {
  const child = spawn(process.execPath, [MAIN, 'migrate', ...args], { cwd: root, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const timer = setInterval(() => {
    if (when()) child.kill('SIGKILL');
  }, 1);
  await ended;
  clearInterval(timer);
  expect(child.signalCode).toBe('SIGKILL');
}

test('after the first units it goes on with the others', async () => {
  const root = monorepo(100);
  const args = ['--by', 'package', '--branches', 'services'];
  const units = path.join(root, 'dockopt-migration/units');
  const made = (): string[] => (existsSync(units) ? readdirSync(units) : []);
  await killed(root, args, () => made().length >= 5);
  const first = made();
  const times = first.map((id) => readFileSync(path.join(units, id, 'unit.json'), 'utf8'));
  expect(first.length).toBeLessThan(80);
  expect(gitIn(root)('status', '--porcelain')).toBe('');

  const { status, out } = migrate(root, args);
  expect([status, /^(?!done )/m.test(out.trimEnd())]).toEqual([0, false]);
  expect(made()).toHaveLength(80);
  expect(first.map((id) => readFileSync(path.join(units, id, 'unit.json'), 'utf8'))).toEqual(times);
  for (const { id } of unitsIn(path.join(root, 'dockopt-migration'))) {
    expect(gitIn(root)('rev-list', '--count', `main..dockopt/${id}`)).toBe('1\n');
  }
});

test('at moments of all kinds the end is the same', async () => {
  const root = monorepo(40);
  const args = ['--by', 'package', '--out', 'dockopt-killed'];
  const out = path.join(root, 'dockopt-killed');
  const until = (part: string) => () => existsSync(path.join(out, part));
  for (const part of ['lock', 'state.jsonl', 'work', 'work/spool', 'work/unit', 'units', 'units']) {
    await killed(root, args, until(part));
  }
  migrate(root, args);
  migrate(root, ['--by', 'package', '--out', 'dockopt-whole']);
  const files = (name: string): Map<string, string> => snapshot(path.join(root, name, 'units'));
  expect(files('dockopt-killed')).toEqual(files('dockopt-whole'));
  expect(statesIn(out)).toEqual(statesIn(path.join(root, 'dockopt-whole')));
  expect(existsSync(path.join(out, 'work'))).toBe(false);
  expect(existsSync(path.join(out, 'lock'))).toBe(false);
  applyAll(root, out);
});

test('a line of the state that was cut off does not count', () => {
  const root = monorepo(30);
  migrate(root, ['services']);
  const state = path.join(root, 'dockopt-migration/state.jsonl');
  const text = readFileSync(state, 'utf8');
  writeFileSync(state, text.slice(0, -20));
  const { status, out } = migrate(root, ['services']);
  expect([status, out.match(/^done /gm)!.length]).toEqual([0, 2]);
  expect(Object.values(statesIn(path.join(root, 'dockopt-migration')))).toEqual(['done', 'done']);
});

test('two runs do not share a directory', () => {
  const root = monorepo(6);
  migrate(root, ['services']);
  // This process is running.
  writeFileSync(path.join(root, 'dockopt-migration/lock'), String(process.pid));
  const { status, err } = migrate(root, ['services']);
  expect([status, err]).toEqual([
    2,
    `dockopt: dockopt-migration is in use by process ${process.pid}; wait for it, or name another --out\n`,
  ]);
});
