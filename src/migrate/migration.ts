/** A migration: what changes is planned over the whole tree, and made unit by unit. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SettingsOf } from '../cli/config/settings.ts';
import { builtIgnoreFile, FileFixer, listenerOf, type Verifier } from '../cli/file-fixer.ts';
import type { Log } from '../cli/log.ts';
import type { MigrateRequest } from '../cli/migrate-request.ts';
import type { Output } from '../cli/output.ts';
import type { FileReport } from '../cli/report.ts';
import { Summary } from '../cli/summary.ts';
import { tell } from '../cli/tell.ts';
import { count, visible } from '../cli/terminal.ts';
import type { AnyTransform } from '../engine/finding.ts';
import { transforms } from '../index.ts';
import { RememberedBuilds } from './builds.ts';
import { analyser } from './analyser.ts';
import { Grouper } from './grouping.ts';
import { Journal, type Header } from './journal.ts';
import { lock } from './lock.ts';
import { Planner } from './plan.ts';
import { Spool } from './spool.ts';
import { MAX_TROUBLES, sentenceOf, writeSummaries, type Trouble } from './summary.ts';
import { UnitMaker, WORK } from './units.ts';

/** Gives the exit status. */
export async function migrate(
  request: MigrateRequest,
  out: Output,
  log: Log,
  verifier?: Verifier,
): Promise<number> {
  const unlock = prepare(request.out);
  try {
    const journal = Journal.open(request.out, headerOf(request));
    try {
      return await new Migration(request, journal, out, log, verifier).run();
    } finally {
      journal.close();
    }
  } finally {
    unlock();
  }
}

/** A directory that git does not see, and no other run uses. */
export function prepare(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(path.join(directory, '.gitignore'), '*\n');
  const unlock = lock(directory);
  rmSync(path.join(directory, WORK), { recursive: true, force: true });
  return unlock;
}

const headerOf = ({ by, depth, maxFiles, fix, shard }: MigrateRequest): Header => ({
  version: 1,
  by,
  depth,
  maxFiles,
  paths: fix.paths,
  shard: shard ? `${shard.index}/${shard.of}` : '',
});

class Migration {
  private readonly request: MigrateRequest;
  private readonly journal: Journal;
  private readonly out: Output;
  private readonly log: Log;
  private readonly builds: RememberedBuilds | undefined;
  private readonly settings: SettingsOf;
  private readonly grouper: Grouper;
  private readonly spool: Spool;
  private readonly summary = new Summary();
  private readonly troubles: Trouble[] = [];
  private known: readonly AnyTransform[] = transforms;

  constructor(
    request: MigrateRequest,
    journal: Journal,
    out: Output,
    log: Log,
    verifier: Verifier | undefined,
  ) {
    this.request = request;
    this.journal = journal;
    this.out = out;
    this.log = log;
    this.builds = verifier && new RememberedBuilds(verifier, journal);
    this.settings = new SettingsOf(request.fix, request.fix.configs);
    this.grouper = new Grouper(request.by, request.depth);
    this.spool = new Spool(path.join(request.out, WORK, 'spool'), request.maxFiles);
  }

  async run(): Promise<number> {
    const { request } = this;
    const maker = new UnitMaker(request, this.journal, this.spool);
    // Before anything is planned: a repository where no branch can be made.
    for (const given of request.fix.paths) {
      maker.check(this.grouper.homeOf(path.resolve(given, 'Dockerfile')).repository);
    }
    this.known = (await this.settings.of('Dockerfile')).known;
    await this.plan();
    if (this.stopped) return 2;
    const planned = this.spool.planned();
    const units = [];
    for (const [i, unit] of planned.entries()) {
      this.log.status(`${i + 1} of ${count(planned.length, 'unit')}: ${unit.id}`);
      const outcome = await maker.make(unit, planned, this.known);
      units.push(outcome);
      this.log.clear();
      await this.out.write(maker.lineOf(outcome));
    }
    maker.settle(planned);
    const { by, shard } = headerOf(request);
    const totals = this.summary.result;
    const summary = { version: 1, by, shard, totals, units, troubles: this.troubles } as const;
    writeSummaries(request.out, summary);
    rmSync(path.join(request.out, WORK), { recursive: true, force: true });
    await this.out.flush();
    this.log.line(`${sentenceOf(summary)}; see ${visible(path.join(request.out, 'summary.md'))}`);
    const isFailed = units.some(({ state }) => state.status === 'failed');
    return totals.failed > 0 || isFailed || totals.files === 0 ? 2 : 0;
  }

  private get stopped(): boolean {
    return this.builds?.stopped === true;
  }

  private async plan(): Promise<void> {
    const { request, builds } = this;
    const byTransform = request.by === 'transform';
    const planner = new Planner(
      { paths: request.fix.paths, byTransform, shard: request.shard },
      this.settings,
      this.grouper,
      this.spool,
      {
        file: (report) => this.take(report),
        ignoreFile: (ignore) => builtIgnoreFile(ignore, builds),
      },
    );
    const listener = listenerOf(request.fix, this.log);
    const fixer = new FileFixer(this.settings, builds, listener);
    // Builds are made one at a time, here.
    const threads = builds ? 1 : request.jobs;
    await planner.run(
      analyser(fixer, request, threads, (message) => listener.warn(message)),
      () => this.stopped,
    );
  }

  private take(report: FileReport): void {
    this.summary.add(report);
    this.log.tick(this.summary.result.files, report.path);
    tell(report, this.request.fix, this.log);
    if (report.status !== 'failed' || this.troubles.length >= MAX_TROUBLES) return;
    const { path: file, line, reason = 'failed' } = report;
    this.troubles.push({ path: file, reason, ...(line === undefined ? {} : { line }) });
  }
}
