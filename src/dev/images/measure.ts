/**
 * Measures the sample applications as they are, as `dockopt fix` makes them, and as an expert would:
 * size, compressed size, layers, a cold build, and a build after a change of one source file.
 *
 *   npm run measure:images -- [NAME…]    with --apps, --network, --no-frontend and --stand-ins as
 *                                        `npm run test:images` has them
 *
 * Prints a Markdown table: each cell before → dockopt → expert. Times are of one build each.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readSource } from '../../cli/file.ts';
import { Docker } from '../../verify/docker.ts';
import { networkOf } from '../../verify/network.ts';
import { differences } from '../../verify/observation.ts';
import { rebuild } from '../../verify/rebuild.ts';
import { Trials, type Subject, type Tried } from '../../verify/trial.ts';
import { APPS, readApps, type App, type Run } from './apps.ts';
import { rewrite } from './rewrite.ts';
import { takeStandIns } from './stand-ins.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    apps: { type: 'string', multiple: true, default: [] },
    network: { type: 'string' },
    'no-frontend': { type: 'boolean', default: false },
    'stand-ins': { type: 'string' },
  },
});

type Built = Extract<Tried, { readonly kind: 'built' }>;

interface Measured {
  readonly built: Built;
  readonly rebuilt: number | undefined;
}

const HEAD = [
  'application',
  'MB',
  'compressed MB',
  'layers',
  'cold build, s',
  'rebuild, s',
  'user',
  'same',
];

async function measured(text: string, subject: Subject, trials: Trials): Promise<Measured> {
  const tried = await trials.try(text, subject);
  if (tried.kind === 'failed') throw new Error(tried.because);
  const again = await rebuild(text, undefined, { ...subject, noCache: false }, trials);
  return { built: tried, rebuilt: typeof again === 'string' ? undefined : again.seconds };
}

async function rowOf(app: App, run: Run, trials: Trials): Promise<string[] | undefined> {
  const file = path.join(app.folder, 'Dockerfile');
  const { text, converted } = rewrite(app, run);
  if (!converted) return undefined;
  const subject: Subject = {
    file,
    context: app.folder,
    flags: values.network === undefined ? [] : ['--network', values.network],
    noCache: true,
    noFrontend: values['no-frontend'],
    // What is mounted must belong to the image's user: `npm run test:images` sees to that.
    checks: app.checks.filter(({ mounts }) => mounts.length === 0),
  };
  const texts = [readSource(file).text, text, readSource(run.expertFile).text];
  const all: Measured[] = [];
  for (const one of texts) all.push(await measured(one, subject, trials));
  const cell = (of: (one: Measured) => string): string => all.map(of).join(' → ');
  const [before, after] = all as [Measured, Measured];
  const same = differences(before.built.observations, after.built.observations).length === 0;
  return [
    run.name,
    cell(({ built }) => (built.image.size / 1e6).toFixed(1)),
    cell(({ built }) => (built.image.compressed / 1e6).toFixed(1)),
    cell(({ built }) => String(built.image.archive.layers.length)),
    cell(({ built }) => built.image.built.seconds.toFixed(1)),
    cell(({ rebuilt }) => rebuilt?.toFixed(1) ?? '–'),
    cell(({ built }) => built.image.configuration.User || 'root'),
    same ? 'yes' : 'NO',
  ];
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

async function main(): Promise<void> {
  const limits = { buildSeconds: 900, runSeconds: 60, signal: new AbortController().signal };
  const docker = new Docker(limits);
  await docker.check();
  if (values['stand-ins'] !== undefined) await takeStandIns(values['stand-ins'], docker);
  console.log(line(HEAD));
  console.log(line(HEAD.map((_, at) => (at === 0 || at > 5 ? '---' : '--:'))));
  for (const app of readApps([APPS, ...values.apps], positionals)) {
    const folder = mkdtempSync(path.join(tmpdir(), 'dockopt-measure-'));
    try {
      const trials = new Trials(docker, '', networkOf(docker), folder);
      for (const run of app.runs) {
        const row = await rowOf(app, run, trials);
        if (row) console.log(line(row));
      }
    } catch (error) {
      console.error(`${app.name}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    } finally {
      rmSync(folder, { recursive: true, force: true });
      await docker.cleanUp(false);
    }
  }
}

await main();
