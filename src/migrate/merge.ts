/** Brings together what the shards of a migration made on several machines. */
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { explainError, FileError, UsageError } from '../cli/errors.ts';
import type { Log } from '../cli/log.ts';
import type { MigrateRequest } from '../cli/migrate-request.ts';
import type { Output } from '../cli/output.ts';
import type { Totals } from '../cli/report.ts';
import { visible } from '../cli/terminal.ts';
import { transforms } from '../index.ts';
import { Branches } from './branch.ts';
import type { ChangeRecord } from './change.ts';
import {
  MAX_RECORDS,
  PAGE,
  PATCH,
  putInPlace,
  RECORDS,
  writeTexts,
  type UnitFile,
} from './finish.ts';
import { Journal, type UnitState } from './journal.ts';
import { prepare } from './migration.ts';
import { hash } from './spool.ts';
import {
  MAX_TROUBLES,
  sentenceOf,
  SUMMARY,
  writeSummaries,
  type MigrationSummary,
  type UnitOutcome,
} from './summary.ts';
import { commitMessage, UnitTally } from './unit-text.ts';
import { placesIn, readUnit, recordsIn, UNITS, WORK } from './units.ts';

/** `+10` comes behind `+2`. */
const inOrder = new Intl.Collator('en', { numeric: true });

/** Gives the exit status. */
export async function merge(request: MigrateRequest, out: Output, log: Log): Promise<number> {
  const shards = request.merge.map((directory) => ({ directory, summary: summaryIn(directory) }));
  assertComplete(shards.map(({ summary }) => summary));
  if (existsSync(path.join(request.out, UNITS))) {
    throw new UsageError(`${visible(request.out)} holds units already; name another --out`);
  }
  const unlock = prepare(request.out);
  try {
    const { by } = shards[0]!.summary;
    const journal = Journal.open(request.out, {
      version: 1,
      by,
      depth: request.depth,
      maxFiles: request.maxFiles,
      paths: request.merge,
      shard: '',
    });
    const merger = new Merger(request, journal);
    for (const shard of shards) merger.takeShard(shard.directory, shard.summary);
    const units = merger.finish();
    journal.close();
    const summary: MigrationSummary = {
      version: 1,
      by,
      shard: '',
      totals: added(shards.map((shard) => shard.summary.totals)),
      units,
      troubles: shards.flatMap((shard) => shard.summary.troubles).slice(0, MAX_TROUBLES),
    };
    writeSummaries(request.out, summary);
    rmSync(path.join(request.out, WORK), { recursive: true, force: true });
    await out.write(units.map(({ state }) => `${state.status} ${state.id}\n`).join(''));
    await out.flush();
    log.line(`${sentenceOf(summary)}; see ${visible(path.join(request.out, 'summary.md'))}`);
    const isFailed = units.some(({ state }) => state.status === 'failed');
    return summary.totals.failed > 0 || isFailed ? 2 : 0;
  } finally {
    unlock();
  }
}

function summaryIn(directory: string): MigrationSummary {
  try {
    return JSON.parse(readFileSync(path.join(directory, SUMMARY), 'utf8')) as MigrationSummary;
  } catch (error) {
    const reason =
      error instanceof SyntaxError ? 'its summary.json is broken' : explainError(error);
    throw new UsageError(`${visible(directory)} is not what a shard made: ${reason}`);
  }
}

/** Every shard once, of one and the same migration. */
function assertComplete(summaries: readonly MigrationSummary[]): void {
  const [first] = summaries;
  const total = /\/(\d+)$/.exec(first!.shard)?.[1];
  if (total === undefined)
    throw new UsageError('these are no shards: they were made without --shard');
  const given = summaries.map(({ shard }) => shard);
  if (summaries.some(({ shard, by }) => by !== first!.by || !shard.endsWith(`/${total}`))) {
    throw new UsageError(`these are shards of different migrations: ${given.join(', ')}`);
  }
  const twice = given.find((shard, i) => given.indexOf(shard) !== i);
  if (twice !== undefined) throw new UsageError(`the shard ${twice} is there twice`);
  for (let i = 1; i <= Number(total); i++) {
    if (!given.includes(`${i}/${total}`))
      throw new UsageError(`the shard ${i}/${total} is missing`);
  }
}

class Merger {
  private readonly request: MigrateRequest;
  private readonly journal: Journal;
  private readonly branches: Branches | undefined;
  private readonly states = new Map<string, UnitState>();
  /** By transform: the unit that came last in each repository. */
  private readonly last = new Map<string, UnitState>();

  constructor(request: MigrateRequest, journal: Journal) {
    this.request = request;
    this.journal = journal;
    const { branches, branchPrefix, allowDirty, out } = request;
    if (branches) this.branches = new Branches(branchPrefix, allowDirty, path.resolve(out, WORK));
  }

  /** By transform, the shards have parts of the same units: files that others do not have. */
  takeShard(directory: string, { units }: MigrationSummary): void {
    for (const { state } of units) {
      const before = this.states.get(state.id);
      this.states.set(state.id, before ? joined(before, state) : state);
      const from = path.join(directory, UNITS, state.id);
      if (state.status !== 'done' || !existsSync(from)) continue;
      const to = this.stageOf(state.id);
      if (before?.status === 'done' && existsSync(to)) this.append(from, to);
      else cpSync(from, to, { recursive: true });
    }
  }

  finish(): UnitOutcome[] {
    const states = [...this.states.values()].toSorted((a, b) => inOrder.compare(a.id, b.id));
    return states.map((state) => {
      const outcome = this.finishUnit(state);
      this.journal.set(outcome.state);
      return outcome;
    });
  }

  private finishUnit(state: UnitState): UnitOutcome {
    const stage = this.stageOf(state.id);
    const made = state.status === 'done' ? readUnit(stage) : undefined;
    if (!made) return { state };
    // By transform, each unit builds on the one before it, which another shard may have.
    const previous = made.by === 'transform' ? this.last.get(made.repository) : undefined;
    const unit = this.retold(stage, made, previous);
    try {
      const branch = this.branches?.make(
        {
          id: state.id,
          repository: path.resolve(unit.repository),
          parent: previous?.commit,
          places: placesIn(stage),
          message: commitMessage(unit.title, {
            ...unit,
            known: transforms,
          }),
        },
        stage,
        undefined,
      );
      putInPlace(stage, path.join(this.request.out, UNITS, state.id));
      const finished = { ...state, ...branch };
      this.last.set(unit.repository, finished);
      return { state: finished, unit };
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      return { state: { ...state, status: 'failed', reason: error.message } };
    }
  }

  /** The texts of a unit that came together from several shards. */
  private retold(stage: string, unit: UnitFile, previous: UnitState | undefined): UnitFile {
    const tally = new UnitTally();
    const records: ChangeRecord[] = [];
    for (const record of recordsIn(stage)) {
      tally.add(record);
      if (records.length < MAX_RECORDS) records.push(record);
    }
    const { by, verified } = unit;
    const after = by === 'transform' ? (previous ? [previous.id] : []) : unit.after;
    return writeTexts(
      stage,
      { ...unit, repository: path.resolve(unit.repository) },
      {
        by,
        after,
        verified,
        totals: tally.totals,
        known: transforms,
        titlePrefix: this.request.titlePrefix,
      },
      records,
    );
  }

  private append(from: string, to: string): void {
    for (const name of [PATCH, RECORDS]) {
      appendFileSync(path.join(to, name), readFileSync(path.join(from, name)));
    }
    const pages = readdirSync(to).filter((name) => name.endsWith('.html')).length;
    cpSync(path.join(from, PAGE), path.join(to, PAGE.replace('.', `-${pages + 1}.`)));
  }

  private stageOf(id: string): string {
    return path.join(this.request.out, WORK, 'merge', id);
  }
}

/** What is wrong in one shard is wrong with the whole unit. */
function joined(one: UnitState, other: UnitState): UnitState {
  const fingerprint = hash(`${one.fingerprint}\0${other.fingerprint}`);
  const bad = [one, other].find(({ status }) => status !== 'done');
  return { ...(bad ?? one), fingerprint };
}

function added(all: readonly Totals[]): Totals {
  const sum: Record<string, number> = {};
  for (const totals of all) {
    for (const [name, number] of Object.entries(totals))
      sum[name] = (sum[name] ?? 0) + Number(number);
  }
  return sum as unknown as Totals;
}
