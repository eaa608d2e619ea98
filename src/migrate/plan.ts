/** Works out what changes, and to which unit each change belongs. */
import path from 'node:path';
import { transforms } from '../index.ts';
import type { SettingsOf } from '../cli/config/settings.ts';
import { discover, type Target } from '../cli/discover.ts';
import { ignoreFileOf, IgnoreFiles, type IgnoreReport } from '../cli/ignore-files.ts';
import type { FileReport } from '../cli/report.ts';
import type { Analysis } from './analysis.ts';
import type { FileChange, UnitKey } from './change.ts';
import type { Grouper, Home } from './grouping.ts';
import type { Analysed } from './pool.ts';
import { isIn, type Shard } from './shard.ts';
import type { Spool } from './spool.ts';

export interface PlanOptions {
  readonly paths: readonly string[];
  readonly byTransform: boolean;
  readonly shard: Shard | undefined;
}

/** Who analyses files: this thread, or several. */
export type Analyser = (targets: AsyncIterable<Target>) => AsyncIterable<Analysed>;

/** Hears of every file, changed or not. */
export interface PlanListener {
  file(report: FileReport): void;
  /** What becomes of an ignore file that is to change; a builder may have a say. */
  ignoreFile(ignore: IgnoreReport): Promise<FileReport>;
}

export class Planner {
  private readonly options: PlanOptions;
  private readonly settings: SettingsOf;
  private readonly grouper: Grouper;
  private readonly spool: Spool;
  private readonly listener: PlanListener;
  private readonly ignoreFiles: IgnoreFiles;

  constructor(
    options: PlanOptions,
    settings: SettingsOf,
    grouper: Grouper,
    spool: Spool,
    listener: PlanListener,
  ) {
    this.options = options;
    this.settings = settings;
    this.grouper = grouper;
    this.spool = spool;
    this.listener = listener;
    this.ignoreFiles = new IgnoreFiles(false, settings);
  }

  /** Fills the spool. `stopped`: nothing more is to be begun. */
  async run(analyser: Analyser, stopped: () => boolean): Promise<void> {
    for await (const { target, analysis } of analyser(this.targets())) {
      await this.take(target, analysis);
      if (stopped()) return;
    }
    for await (const ignore of this.ignoreFiles.reports()) {
      if (stopped()) return;
      await this.takeIgnoreFile(ignore);
    }
  }

  /** The files of the shard, and those that share an ignore file with them. */
  private async *targets(): AsyncGenerator<Target> {
    for await (const target of discover(this.options.paths)) {
      if (await this.concerns(target)) yield target;
    }
  }

  private async concerns(target: Target): Promise<boolean> {
    const { shard } = this.options;
    if (!shard) return true;
    const real = target.kind === 'file' ? target.real : path.resolve(target.path);
    if (this.isOurs(this.grouper.homeOf(real))) return true;
    if (target.kind !== 'file') return false;
    try {
      const { context } = await this.settings.of(target.path);
      const { file } = ignoreFileOf(target.path, context);
      return this.isOurs(this.grouper.homeOf(path.resolve(file)));
    } catch {
      // Its own shard tells of it.
      return false;
    }
  }

  private isOurs(home: Home): boolean {
    const { shard, byTransform } = this.options;
    if (!shard) return true;
    return isIn(shard, byTransform ? home.place : this.grouper.keyOf(home).id);
  }

  private async take(target: Target, { report, text, steps }: Analysis): Promise<void> {
    const real = target.kind === 'file' ? target.real : path.resolve(target.path);
    const home = this.grouper.homeOf(real);
    await this.takeReader(report);
    if (!this.isOurs(home)) return;
    this.listener.file(report);
    const { status, output, findings } = report;
    if (status !== 'changed' || output === null || text === undefined) return;
    const change = { path: report.path, place: home.place, isNew: false };
    if (!this.options.byTransform) {
      const unit = this.grouper.keyOf(home);
      this.spool.add(unit, { ...change, before: text, after: output, findings });
      return;
    }
    for (const { transform, number, ...step } of steps) {
      this.spool.add(this.keyOfTransform(home, transform, number), { ...change, ...step });
    }
  }

  private async takeReader(report: FileReport): Promise<void> {
    if (report.ignored === true) return;
    try {
      this.ignoreFiles.add(report.path, report, await this.settings.of(report.path));
    } catch {
      // The report of the file tells what is wrong with its configuration.
    }
  }

  private async takeIgnoreFile(ignore: IgnoreReport): Promise<void> {
    const home = this.grouper.homeOf(ignore.real);
    if (!this.isOurs(home)) return;
    const report = await this.listener.ignoreFile(ignore);
    this.listener.file(report);
    const { status, output, findings, context } = report;
    if (status !== 'changed' || output === null) return;
    const change: FileChange = {
      path: report.path,
      place: home.place,
      isNew: ignore.source === undefined,
      before: ignore.source?.text ?? '',
      after: output,
      findings,
      ...(context && { context }),
    };
    const id = findings[0]?.transform ?? '';
    const number = 1 + transforms.findIndex((transform) => transform.id === id);
    const key = this.options.byTransform
      ? this.keyOfTransform(home, id, number)
      : this.grouper.keyOf(home);
    this.spool.add(key, change, this.readersOf(ignore));
  }

  /** The ignore file was worked out for its Dockerfiles as they will be: their units go first. */
  private readersOf({ readers }: IgnoreReport): string[] {
    if (this.options.byTransform) return [];
    return readers
      .filter(({ text }) => text !== undefined)
      .map((reader) => this.grouper.keyOf(this.grouper.homeOf(path.resolve(reader.path))).id);
  }

  private keyOfTransform({ repository }: Home, id: string, number: number): UnitKey {
    return this.grouper.keyOfTransform(repository, id, number);
  }
}
