/** Makes the files of a unit: its patch, its texts, its page. */
import {
  appendFileSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { encode } from '../cli/bytes.ts';
import { unifiedDiff } from '../cli/diff.ts';
import { FileError } from '../cli/errors.ts';
import { readSource } from '../cli/file.ts';
import { Output } from '../cli/output.ts';
import type { FileReport } from '../cli/report.ts';
import { HtmlReporter } from '../cli/reports/html.ts';
import { Summary } from '../cli/summary.ts';
import type { AnyTransform } from '../engine/finding.ts';
import { recordOf, type ChangeRecord, type FileChange } from './change.ts';
import type { Grouping } from './grouping.ts';
import type { PlannedUnit, Spool } from './spool.ts';
import { bodyOf, titleOf, UnitTally, type UnitFacts, type UnitTotals } from './unit-text.ts';

/** What is kept of a unit, as JSON. */
export interface UnitFile {
  readonly version: 1;
  readonly id: string;
  /** The id that all parts of a large unit share. */
  readonly base: string;
  readonly name: string;
  readonly by: Grouping;
  readonly title: string;
  /** Of the repository, from the directory of the run. */
  readonly repository: string;
  readonly fingerprint: string;
  readonly after: readonly string[];
  readonly totals: UnitTotals;
  readonly verified: boolean;
}

export const PATCH = 'changes.patch';
export const BODY = 'body.md';
export const TITLE = 'title.txt';
export const UNIT = 'unit.json';
export const RECORDS = 'files.jsonl';
export const PAGE = 'changes.html';

/** Files whose records are held for the body: more have no room in it. */
export const MAX_RECORDS = 500;

export interface FinishOptions {
  readonly by: Grouping;
  readonly titlePrefix: string;
  readonly verified: boolean;
  readonly known: readonly AnyTransform[];
  /** Patches are against the files as they are on the disk: else one that changed is refused. */
  readonly stacked: boolean;
}

/**
 * Writes the files of a unit into a new directory. Throws a `FileError` where a file is no longer
 * as it was when the unit was planned.
 */
export async function finishUnit(
  unit: PlannedUnit,
  after: readonly string[],
  spool: Spool,
  directory: string,
  options: FinishOptions,
): Promise<UnitFile> {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const tally = new UnitTally();
  const records: ChangeRecord[] = [];
  const page = new Page(path.join(directory, PAGE));
  await page.begin();
  for await (const change of spool.changesOf(unit)) {
    if (!options.stacked) assertAsRead(change, unit.repository);
    const { place, before, after: now, isNew } = change;
    const patch = `${unifiedDiff(place, before, now, isNew).join('\n')}\n`;
    appendFileSync(path.join(directory, PATCH), encode(patch));
    const record = recordOf(change);
    appendFileSync(path.join(directory, RECORDS), `${JSON.stringify(record)}\n`);
    if (records.length < MAX_RECORDS) records.push(record);
    tally.add(record);
    await page.add(change);
  }
  await page.end();
  return writeTexts(directory, unit, { ...options, after, totals: tally.totals }, records);
}

/** The texts of a unit whose patch is there. */
export function writeTexts(
  directory: string,
  unit: Pick<PlannedUnit, 'id' | 'base' | 'name' | 'repository' | 'fingerprint'>,
  given: Omit<UnitFacts, 'name'> & { readonly titlePrefix: string },
  records: readonly ChangeRecord[],
): UnitFile {
  const { id, base, name, fingerprint } = unit;
  const { by, totals, after, verified, titlePrefix } = given;
  const facts: UnitFacts = { ...given, name };
  const title = titleOf(facts, titlePrefix);
  const repository = path.relative(process.cwd(), unit.repository) || '.';
  const file: UnitFile = {
    version: 1,
    id,
    base,
    name,
    by,
    title,
    repository,
    fingerprint,
    after,
    totals,
    verified,
  };
  writeFileSync(path.join(directory, TITLE), `${title}\n`);
  writeFileSync(path.join(directory, BODY), bodyOf(facts, records));
  writeFileSync(path.join(directory, UNIT), `${JSON.stringify(file, null, 2)}\n`);
  return file;
}

/** Puts a finished directory in the place of an older one. */
export function putInPlace(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true });
  if (existsSync(to)) {
    const old = `${from}.old`;
    rmSync(old, { recursive: true, force: true });
    renameSync(to, old);
    renameSync(from, to);
    rmSync(old, { recursive: true, force: true });
  } else renameSync(from, to);
}

function assertAsRead({ path: shown, place, isNew, before }: FileChange, repository: string): void {
  const file = path.join(repository, place);
  let same: boolean;
  try {
    same = isNew ? !existsSync(file) : readSource(file).text === before;
  } catch {
    same = false;
  }
  if (!same) throw new FileError(`${shown} changed since it was read; run dockopt migrate again`);
}

/** The changes of a unit, both texts beside each other. */
class Page {
  private readonly out: Output;
  private readonly reporter: HtmlReporter;
  private readonly summary = new Summary();

  constructor(file: string) {
    const stream = createWriteStream(file, { fd: openSync(file, 'w') });
    this.out = new Output(stream as unknown as NodeJS.WriteStream);
    this.reporter = new HtmlReporter(this.out);
  }

  begin(): Promise<void> {
    return this.reporter.begin();
  }

  async add({ path: shown, findings, before, after, isNew, context }: FileChange): Promise<void> {
    const report: FileReport = {
      path: shown,
      status: 'changed',
      findings,
      output: after,
      isNew,
      ...(context && { context }),
    };
    this.summary.add(report);
    await this.reporter.file(report, { text: before, real: undefined, isNew });
  }

  async end(): Promise<void> {
    await this.reporter.end(this.summary.result);
    await this.out.close();
  }
}
