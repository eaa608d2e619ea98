/** CPU time of programs, in milliseconds: it says more than the clock where others work too. */
import { spawnSync } from 'node:child_process';

/** CPU time of this process for some work. */
export function ownCpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Many runs in one shell: what `times` of a shell tells has steps of 10 ms. */
const SCRIPT =
  'n=$1; shift; while [ "$n" -gt 0 ]; do "$@" >/dev/null 2>&1; n=$((n-1)); done; times';

/** CPU time of one run of a program, children included. */
export function childCpu(argv: readonly string[], runs = 1): number {
  const { stdout, error } = spawnSync('sh', ['-c', SCRIPT, 'sh', String(runs), ...argv], {
    encoding: 'utf8',
  });
  if (error) throw error;
  // The second line is that of the children: `0m1.230s 0m0.120s`.
  const times = [...(stdout.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  if (times.length !== 2) throw new Error(`sh does not tell times: ${stdout}`);
  const seconds = times.reduce(
    (sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest),
    0,
  );
  return (seconds * 1000) / runs;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
