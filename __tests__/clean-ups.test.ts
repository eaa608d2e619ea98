/**
 * Runs installs as they are written and with the clean-up that `clean-package-caches` puts behind
 * them, with programs that only pretend: all but the caches must come out the same.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fix, parseDockerfile, transforms } from '../src/index.ts';
import { INSTALLS } from './shells/clean-ups.ts';
import { isInstalled, runAll, SETUPS, type Outcome, type Setup } from './shells/lab.ts';

const clean = transforms.filter((transform) => transform.id === 'clean-package-caches');
const programs = mkdtempSync(path.join(tmpdir(), 'dockopt-programs-'));
afterAll(() => rmSync(programs, { recursive: true }));

/** Says what it is asked for; an update fills the cache, an install of `fail` fails. */
const APT = `#!/bin/sh
case "$1" in
  update) mkdir -p cache && touch cache/list ;;
  install) echo "$@" >>installed ;;
esac
case "$*" in *fail*) exit 1 ;; esac
echo "$1"
`;

beforeAll(() => {
  writeFileSync(path.join(programs, 'apt-get'), APT);
  chmodSync(path.join(programs, 'apt-get'), 0o755);
});

const file = (form: string, shell: readonly string[]): string =>
  `FROM debian:12\nSHELL ${JSON.stringify(shell)}\nRUN ${form
    .replaceAll('U', 'apt-get update')
    .replaceAll('I', 'apt-get install -y --no-install-recommends')}\n`;

interface Job {
  readonly form: string;
  readonly before: string;
  readonly after: string;
}

function jobsFor({ declared }: Setup): Job[] {
  return INSTALLS.flatMap((form) => {
    const text = file(form, declared);
    const { status, output, bugs } = fix(text, { transforms: clean, level: 'safe' });
    if (bugs.length > 0) throw new Error(`${text}\n${JSON.stringify(bugs)}`);
    return status === 'changed' ? [{ form, before: command(text), after: command(output) }] : [];
  });
}

/** The RUN as its shell gets it, with our programs, and our cache in the place of the real one. */
const command = (text: string): string =>
  `export PATH=${programs}:$PATH; ` +
  parseDockerfile(text).only('RUN')[0]!.run.text.replaceAll('/var/lib/apt/lists', './cache');

const setups = SETUPS.filter(({ argv }) => isInstalled(argv[0]!));

test.each(setups.map((setup) => [setup.name, setup] as const))(
  '%s',
  (_name, setup) => {
    const jobs = jobsFor(setup);
    const before = runAll(
      setup.argv,
      jobs.map((job) => [job.before]),
    );
    const after = runAll(
      setup.argv,
      jobs.map((job) => [job.after]),
    );
    const problems = jobs.flatMap((job, index) => problemOf(job, before[index]!, after[index]!));
    expect(problems.join('\n\n')).toBe('');
    expect(jobs.length).toBeGreaterThan(INSTALLS.length / 4);
  },
  120_000,
);

function problemOf({ form, after: text }: Job, before: Outcome, after: Outcome): string[] {
  // What a RUN that fails leaves is nobody's.
  if (!before.success && !after.success) return [];
  const kept = ({ success, stdout, tree }: Outcome): string =>
    JSON.stringify([success, stdout, tree.split('\n').filter((line) => !line.startsWith('cache'))]);
  const problems = kept(before) === kept(after) ? [] : [`${kept(before)}, then ${kept(after)}`];
  // Where an install failed and the build goes on, the cache may stay.
  const cleans = !form.includes('fail');
  if (cleans && after.tree.includes('cache/list')) problems.push('the cache is not cleaned');
  return problems.map((problem) => `${form}\n  became ${text}\n  ${problem}`);
}
