/**
 * Builds the sample applications of `image-tests/apps` with Docker: as they are, as `dockopt fix`
 * makes them, and as an expert would. Runs the images, compares what they do, and their sizes.
 *
 *   npm run test:images -- [NAME…]   these applications, instead of all
 *     --apps DIR         applications of another folder too (again for more)
 *     --only-apps DIR    applications of another folder, instead of ours
 *     --experts-only     tries the applications without dockopt
 *     --network NET      the network of the builds, as in `docker build --network`
 *     --no-frontend      without `# syntax` lines: BuildKit's own frontend, where no registry is
 *     --stand-ins FILE   images to take instead of others that are not there, two names a line
 *     --jobs N           how many applications at once; the default is 1
 *     --build-seconds N, --run-seconds N    time limits: 900, and 60
 *     --json FILE        writes the outcomes there too
 *     --keep             keeps the images
 *
 * Any Docker does, as the docker command finds it. Exits with 1 unless every image built by
 * dockopt's file does the same as before, is not larger, and within 1.10 times of the expert's.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { APPS, readApps, type App } from './apps.ts';
import type { Check } from '../../verify/checks.ts';
import { Docker } from '../../verify/docker.ts';
import { isRootHere, networkOf } from '../../verify/network.ts';
import { takeStandIns } from './stand-ins.ts';
import { faults, table, totals } from './table.ts';
import { trial, type Bench } from './trial.ts';
import { faultsOf, passes, type Outcome } from './verdict.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    apps: { type: 'string', multiple: true, default: [] },
    'only-apps': { type: 'string', multiple: true },
    'experts-only': { type: 'boolean', default: false },
    network: { type: 'string' },
    'no-frontend': { type: 'boolean', default: false },
    'stand-ins': { type: 'string' },
    jobs: { type: 'string', default: '1' },
    'build-seconds': { type: 'string', default: '900' },
    'run-seconds': { type: 'string', default: '60' },
    json: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const folders = [...(values['only-apps'] ?? [APPS]), ...values.apps];
  const apps = possible(readApps(folders, positionals));
  const interrupt = interruption();
  const docker = new Docker({
    buildSeconds: Number(values['build-seconds']),
    runSeconds: Number(values['run-seconds']),
    signal: interrupt,
  });
  await docker.check();
  if (values['stand-ins'] !== undefined) await takeStandIns(values['stand-ins'], docker);
  const folder = mkdtempSync(path.join(tmpdir(), 'dockopt-images-'));
  try {
    const bench: Bench = {
      docker,
      network: networkOf(docker),
      buildFlags: values.network === undefined ? [] : ['--network', values.network],
      copies: { folder, noFrontend: values['no-frontend'] },
      expertsOnly: values['experts-only'],
    };
    const outcomes = await all(apps, bench, interrupt);
    if (!interrupt.aborted) report(outcomes);
  } finally {
    rmSync(folder, { recursive: true });
    await docker.cleanUp(values.keep);
  }
}

/** Only root can give directories of this machine to other users. */
function possible(apps: readonly App[]): readonly App[] {
  if (isRootHere()) return apps;
  console.error('checks with `host` are left out: they need root, and the daemon on this machine');
  const isPossible = ({ mounts }: Check): boolean => !mounts.some(({ kind }) => kind === 'host');
  return apps.map((app) => ({ ...app, checks: app.checks.filter(isPossible) }));
}

/** Ctrl-C ends what runs, and then everything is cleaned up. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      process.exitCode = 130;
      controller.abort();
    });
  }
  return controller.signal;
}

/** The outcomes in the order of the applications, several being tried at once. */
async function all(apps: readonly App[], bench: Bench, interrupt: AbortSignal) {
  const outcomes: Outcome[][] = apps.map(() => []);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < apps.length && !interrupt.aborted) {
      const at = next++;
      const started = performance.now();
      outcomes[at] = await trial(apps[at]!, bench);
      if (!interrupt.aborted) progress(outcomes[at], (performance.now() - started) / 1000);
    }
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, worker));
  return outcomes.flat();
}

function progress(outcomes: readonly Outcome[], seconds: number): void {
  for (const outcome of outcomes) {
    const verdict = passes(outcome) ? 'ok' : `FAILED: ${faultsOf(outcome).join('; ')}`;
    console.error(`${outcome.name} (${seconds.toFixed(0)} s): ${verdict}`);
  }
}

function report(outcomes: readonly Outcome[]): void {
  if (values.json !== undefined) {
    const rows = outcomes.map((outcome) => ({ ...outcome, faults: faultsOf(outcome) }));
    writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
  }
  console.log(`${table(outcomes)}\n${faults(outcomes)}\n${totals(outcomes)}`);
  if (outcomes.length === 0 || !outcomes.every(passes)) process.exitCode = 1;
}

await main();
