/**
 * Runs RUNs as Docker does, each in a shell of its own, and as `merge-runs` writes them, in one
 * shell, and compares what comes of it: success, standard output, files, their contents and modes.
 */
import { describe, expect, test } from '@jest/globals';
import * as forms from './shells/forms.ts';
import { isInstalled, runAll, SETUPS, type Outcome, type Setup } from './shells/lab.ts';
import { mergeTexts, type Texts } from './shells/merged.ts';
import { randomRuns } from './shells/random.ts';
import * as state from './shells/state.ts';
import * as status from './shells/status.ts';

const SUBJECTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  ...state,
  ...status,
  ...forms,
  // The first runs of every seed; DOCKOPT_SHELL_RUNS asks for more.
  random: randomRuns(Number(process.env['DOCKOPT_SHELL_RUNS'] ?? 40)),
};
const CASES = Object.entries(SUBJECTS).flatMap(([subject, cases]) =>
  cases.map((bodies) => ({ subject, bodies })),
);

const missing = ['dash', 'bash', 'busybox'].filter((shell) => !isInstalled(shell));
const required = process.env['CI'] === 'true';
const usable = SETUPS.filter(({ argv }) => !missing.includes(argv[0]!));

interface Job {
  readonly subject: string;
  readonly bodies: readonly string[];
  readonly texts: Texts;
}

describe('merged RUNs do what they did apart', () => {
  test('all shells are there', () => {
    if (required) expect(missing).toEqual([]);
    else if (missing.length > 0)
      console.warn(`not installed, so not tested: ${missing.join(', ')}`);
  });

  test.each(usable.map((setup) => [setup.name, setup] as const))(
    '%s',
    (_name, setup) => {
      const jobs = jobsFor(setup);
      const differences = compare(setup, jobs);
      expect(differences.join('\n\n')).toBe('');
      // Refusing everything would be right, and no use.
      expect(jobs.length).toBeGreaterThan(CASES.length / 5);
    },
    300_000,
  );

  test('every subject but those that are always refused has merged cases', () => {
    const jobs = usable.flatMap(jobsFor);
    const subjects = new Set(jobs.map(({ subject }) => subject));
    const never = Object.keys(SUBJECTS).filter((subject) => !subjects.has(subject));
    expect(never).toEqual(['heredocs']);
  });
});

const jobsByShell = new Map<string, Job[]>();

function jobsFor({ declared }: Setup): Job[] {
  const key = declared.join(' ');
  let jobs = jobsByShell.get(key);
  if (!jobs) {
    jobs = CASES.flatMap(({ subject, bodies }) => {
      const texts = mergeTexts(bodies, declared);
      return texts ? [{ subject, bodies, texts }] : [];
    });
    jobsByShell.set(key, jobs);
  }
  return jobs;
}

function compare({ argv }: Setup, jobs: readonly Job[]): string[] {
  const apart = runAll(
    argv,
    jobs.map(({ texts }) => texts.apart),
  );
  const merged = runAll(
    argv,
    jobs.map(({ texts }) => texts.merged),
  );
  return jobs.flatMap(({ subject, bodies, texts }, index) => {
    const [before, after] = [apart[index]!, merged[index]!];
    const kinds = (['success', 'stdout', 'tree'] as const).filter(
      (kind) => before[kind] !== after[kind],
    );
    // A build that fails leaves no layer: its files and its output do not matter.
    if (kinds.length === 0 || (!before.success && !after.success)) return [];
    const show = (outcome: Outcome): string =>
      kinds.map((kind) => `${kind} ${JSON.stringify(outcome[kind])}`).join(', ');
    return [
      `${subject}: ${JSON.stringify(bodies)}\n  became ${JSON.stringify(texts.merged)}\n` +
        `  apart:  ${show(before)}\n  merged: ${show(after)}`,
    ];
  });
}
