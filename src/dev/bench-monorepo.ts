/** Time and memory of `dockopt fix` and `dockopt migrate` over generated monorepos. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeMonorepo } from './monorepo.ts';

/**
 * Writes down at the end what a process has used, its threads included, and what its main thread
 * still holds.
 */
const RECORDER =
  'import { writeFileSync } from "node:fs"; import { isMainThread } from "node:worker_threads";' +
  'if (isMainThread) process.on("exit", () => { gc(); ' +
  'const { maxRSS } = process.resourceUsage(); const { heapUsed } = process.memoryUsage();' +
  'writeFileSync(process.env.DOCKOPT_USAGE, JSON.stringify({ maxRSS, heapUsed })); });';

/**
 * Old space of the heap, and half of the new one, in MB: without limits the collector lets them grow
 * before it cleans up, and the peak says little of what is needed.
 */
const HEAP = 96;
const SEMI_SPACE = 8;

export function monorepos(cli: string, sizes: readonly number[]): void {
  console.log(`monorepos, with ${HEAP} MB for the heap of each thread:`);
  for (const size of sizes) {
    const root = mkdtempSync(path.join(tmpdir(), 'dockopt-monorepo-'));
    try {
      writeMonorepo(root, size);
      measured(`${size} fix`, root, [cli, 'fix', '.']);
      for (const jobs of ['1', '2']) {
        const out = path.join(root, `dockopt-${jobs}`);
        const args = [cli, 'migrate', '--jobs', jobs, '--out', out];
        measured(`${size} migrate --jobs ${jobs}`, root, args);
      }
    } finally {
      chmodSync(path.join(root, 'odd/unreadable'), 0o755);
      rmSync(root, { recursive: true });
    }
  }
}

function measured(name: string, cwd: string, args: readonly string[]): void {
  const usage = path.join(cwd, 'usage.json');
  const flags = [
    '--expose-gc',
    `--max-old-space-size=${HEAP}`,
    `--max-semi-space-size=${SEMI_SPACE}`,
    `--import=data:text/javascript,${encodeURIComponent(RECORDER)}`,
  ];
  const started = performance.now();
  const { status, error } = spawnSync(process.execPath, [...flags, ...args], {
    cwd,
    stdio: 'ignore',
    env: { ...process.env, DOCKOPT_USAGE: usage },
  });
  const seconds = (performance.now() - started) / 1000;
  // Some files of the monorepo cannot be done.
  if (error ?? status !== 2) throw new Error(`${name}: ${error?.message ?? `status ${status}`}`);
  const used = JSON.parse(readFileSync(usage, 'utf8')) as { maxRSS: number; heapUsed: number };
  const files = Number(name.split(' ')[0]);
  console.log(
    `${name.padEnd(28)}${seconds.toFixed(0).padStart(5)} s, ` +
      `${(files / seconds).toFixed(0)} files a second, ${(used.maxRSS / 1024).toFixed(0)} MB at most, ` +
      `${(used.heapUsed / 1024 ** 2).toFixed(1)} MB held at the end`,
  );
}
