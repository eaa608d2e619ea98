/** Makes the planned units: their files, and their branches. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { explainError, FileError } from '../cli/errors.ts';
import type { MigrateRequest } from '../cli/migrate-request.ts';
import { byteText, count, visible } from '../cli/terminal.ts';
import type { AnyTransform } from '../engine/finding.ts';
import { Branches } from './branch.ts';
import { finishUnit, PATCH, putInPlace, RECORDS, UNIT, type UnitFile } from './finish.ts';
import { gitAt, type Git } from './git.ts';
import type { Journal, UnitState } from './journal.ts';
import { hash, type PlannedUnit, type Spool } from './spool.ts';
import type { UnitOutcome } from './summary.ts';
import { commitMessage } from './unit-text.ts';
import type { ChangeRecord } from './change.ts';

export const UNITS = 'units';
/** Emptied at the start and at the end of a run. */
export const WORK = 'work';

export class UnitMaker {
  private readonly request: MigrateRequest;
  private readonly journal: Journal;
  private readonly spool: Spool;
  private readonly branches: Branches | undefined;
  private readonly gits = new Map<string, Git | undefined>();
  private made = 0;

  constructor(request: MigrateRequest, journal: Journal, spool: Spool) {
    this.request = request;
    this.journal = journal;
    this.spool = spool;
    const { branches, branchPrefix, allowDirty, out } = request;
    if (branches) this.branches = new Branches(branchPrefix, allowDirty, path.resolve(out, WORK));
  }

  /** Throws a `FileError` where a repository cannot get branches. */
  check(repository: string): void {
    this.branches?.check(repository);
  }

  /** Never throws for what is wrong with one unit. `planned`: all units, in their order. */
  async make(
    unit: PlannedUnit,
    planned: readonly PlannedUnit[],
    known: readonly AnyTransform[],
  ): Promise<UnitOutcome> {
    const before = this.journal.units.get(unit.id);
    const previous = this.previousOf(unit, planned);
    const fingerprint = hash(`${unit.fingerprint}\0${previous?.fingerprint ?? ''}`);
    unit.fingerprint = fingerprint;
    if (before?.status === 'rejected' || before?.status === 'skipped') {
      return this.outcome(before);
    }
    if (before?.status === 'done' && before.fingerprint === fingerprint && this.isThere(unit)) {
      return this.outcome(before);
    }
    if (this.made >= this.request.limit)
      return this.set({ id: unit.id, status: 'pending', ...branchOf(before) });
    this.made++;
    try {
      return await this.finish(unit, previous, planned, known);
    } catch (error) {
      if (!(error instanceof FileError) && !isSystemError(error)) throw error;
      const reason = explainError(error);
      return this.set({ id: unit.id, status: 'failed', fingerprint, reason, ...branchOf(before) });
    }
  }

  private async finish(
    unit: PlannedUnit,
    previous: PlannedUnit | undefined,
    planned: readonly PlannedUnit[],
    known: readonly AnyTransform[],
  ): Promise<UnitOutcome> {
    const { by, titlePrefix, out, verify } = this.request;
    const parent = previous && this.parentOf(previous);
    const stage = path.join(out, WORK, 'unit');
    const stacked = by === 'transform';
    const options = { by, titlePrefix, verified: verify, known, stacked };
    const file = await finishUnit(
      unit,
      afterOf(unit, previous, planned),
      this.spool,
      stage,
      options,
    );
    if (!stacked && !this.branches) {
      this.gitOf(unit.repository)?.assertApplies(readFileSync(path.join(stage, PATCH)));
    }
    const branch = this.branches?.make(
      {
        id: unit.id,
        repository: unit.repository,
        parent,
        places: placesIn(stage),
        message: commitMessage(file.title, {
          ...file,
          known,
        }),
      },
      stage,
      this.journal.units.get(unit.id),
    );
    putInPlace(stage, this.directoryOf(unit.id));
    const { id, fingerprint } = unit;
    return this.set({ id, status: 'done', fingerprint, ...branch }, file);
  }

  /** Units that are known, and have nothing left to change. */
  settle(planned: readonly PlannedUnit[]): void {
    const ids = new Set(planned.map(({ id }) => id));
    const others = Array.from(this.journal.units.values()).filter(({ id }) => !ids.has(id));
    for (const { id, status } of others) {
      if (status === 'rejected' || status === 'settled') continue;
      rmSync(this.directoryOf(id), { recursive: true, force: true });
      this.journal.set({ id, status: 'settled' });
    }
  }

  /** `done  services--api: 3 files, 9 changes, about 120.0 MB less`. */
  lineOf({ state, unit }: UnitOutcome): string {
    const { id, status, reason } = state;
    const branch = status === 'done' ? state.branch : undefined;
    const parts = [
      ...(unit ? [count(unit.totals.files, 'file'), count(unit.totals.changes, 'change')] : []),
      ...(unit && unit.totals.saved >= 1e6 ? [`about ${byteText(unit.totals.saved)} less`] : []),
      ...(branch === undefined ? [] : [`branch ${branch}`]),
      ...(reason === undefined ? [] : [visible(reason)]),
    ];
    return `${status} ${id}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}\n`;
  }

  private set(state: UnitState, unit?: UnitFile): UnitOutcome {
    this.journal.set(state);
    return unit ? { state, unit } : { state };
  }

  private outcome(state: UnitState): UnitOutcome {
    const unit = readUnit(this.directoryOf(state.id));
    return unit ? { state, unit } : { state };
  }

  private directoryOf(id: string): string {
    return path.join(this.request.out, UNITS, id);
  }

  private isThere({ id, repository }: PlannedUnit): boolean {
    if (!existsSync(path.join(this.directoryOf(id), UNIT))) return false;
    const state = this.journal.units.get(id)!;
    return this.branches === undefined || this.branches.isThere(repository, state);
  }

  /** By transform, each unit builds on the one before it. */
  private previousOf(unit: PlannedUnit, planned: readonly PlannedUnit[]): PlannedUnit | undefined {
    if (this.request.by !== 'transform') return undefined;
    const previous = planned[planned.indexOf(unit) - 1];
    return previous?.repository === unit.repository ? previous : undefined;
  }

  /** The commit of a unit that another builds on. */
  private parentOf({ id }: PlannedUnit): string | undefined {
    const state = this.journal.units.get(id);
    if (state?.status !== 'done') {
      throw new FileError(
        `it builds on ${id}, which is ${state?.status ?? 'missing'}; leave that transform out with --skip, or make it first`,
      );
    }
    return state.commit;
  }

  private gitOf(repository: string): Git | undefined {
    if (!this.gits.has(repository)) this.gits.set(repository, gitAt(repository));
    return this.gits.get(repository);
  }
}

/** A branch stays known, so that it is moved and not taken for another's. */
const branchOf = (state: UnitState | undefined): Pick<UnitState, 'branch' | 'commit'> => ({
  ...(state?.branch !== undefined && { branch: state.branch }),
  ...(state?.commit !== undefined && { commit: state.commit }),
});

function afterOf(
  unit: PlannedUnit,
  previous: PlannedUnit | undefined,
  planned: readonly PlannedUnit[],
): string[] {
  if (previous) return [previous.id];
  if (unit.after.size === 0) return [];
  return planned
    .filter((other) => other !== unit && unit.after.has(other.base))
    .map(({ id }) => id);
}

export function readUnit(directory: string): UnitFile | undefined {
  try {
    return JSON.parse(readFileSync(path.join(directory, UNIT), 'utf8')) as UnitFile;
  } catch {
    return undefined;
  }
}

export function* recordsIn(directory: string): Generator<ChangeRecord> {
  for (const line of readFileSync(path.join(directory, RECORDS), 'utf8').split('\n')) {
    if (line !== '') yield JSON.parse(line) as ChangeRecord;
  }
}

export const placesIn = (directory: string): string[] =>
  Array.from(recordsIn(directory), ({ place }) => place);

const isSystemError = (error: unknown): boolean =>
  typeof (error as NodeJS.ErrnoException).code === 'string';
