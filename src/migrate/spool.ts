/** The changes of each unit while a migration is planned: on the disk, so that memory stays flat. */
import { createHash } from 'node:crypto';
import { appendFileSync, createReadStream, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { FileChange, UnitKey } from './change.ts';

/** A unit as far as it is planned. */
export interface PlannedUnit extends UnitKey {
  /** The id that all parts of a large unit share. */
  readonly base: string;
  /** Which part of a large unit it is, from 1. */
  readonly part: number;
  files: number;
  /** Of all files, before and after. */
  fingerprint: string;
  /** The `base` of units whose changes must be there first. */
  readonly after: Set<string>;
}

/** A number of lines is written at once: opening a file costs more than writing it. */
const MAX_HELD = 256 * 1024;

export class Spool {
  private readonly directory: string;
  private readonly maxFiles: number;
  private readonly units = new Map<string, PlannedUnit>();
  /** The part of each unit that is being filled. */
  private readonly parts = new Map<string, PlannedUnit>();
  private held = new Map<string, string[]>();
  private length = 0;

  /** `directory`: emptied, and gone at the end. */
  constructor(directory: string, maxFiles: number) {
    this.directory = directory;
    this.maxFiles = maxFiles;
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
  }

  /** Takes in a change; gives the unit that it went to. */
  add(key: UnitKey, change: FileChange, after: Iterable<string> = []): PlannedUnit {
    const unit = this.partOf(key);
    const line = JSON.stringify(change);
    unit.files++;
    unit.fingerprint = hash(`${unit.fingerprint}\0${fingerprintOf(change)}`);
    for (const base of after) if (base !== unit.base || unit.part > 1) unit.after.add(base);
    const lines = this.held.get(unit.id);
    if (lines) lines.push(line);
    else this.held.set(unit.id, [line]);
    this.length += line.length;
    if (this.length > MAX_HELD) this.flush();
    return unit;
  }

  /** All units, in the order in which they are to be applied where that matters. */
  planned(): PlannedUnit[] {
    this.flush();
    return [...this.units.values()].toSorted(
      (a, b) => compare(a.repository, b.repository) || compare(a.base, b.base) || a.part - b.part,
    );
  }

  async *changesOf({ id }: PlannedUnit): AsyncGenerator<FileChange> {
    this.flush();
    const lines = createInterface({
      input: createReadStream(this.fileOf(id)),
      crlfDelay: Infinity,
    });
    for await (const line of lines) yield JSON.parse(line) as FileChange;
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  private partOf(key: UnitKey): PlannedUnit {
    const open = this.parts.get(key.id);
    if (open && open.files < this.maxFiles) return open;
    const part = (open?.part ?? 0) + 1;
    const unit: PlannedUnit = {
      ...key,
      base: key.id,
      id: part === 1 ? key.id : `${key.id}+${part}`,
      name: part === 1 ? key.name : `${key.name} (${part})`,
      part,
      files: 0,
      fingerprint: '',
      after: new Set(),
    };
    this.parts.set(key.id, unit);
    this.units.set(unit.id, unit);
    return unit;
  }

  private flush(): void {
    for (const [id, lines] of this.held) appendFileSync(this.fileOf(id), `${lines.join('\n')}\n`);
    this.held = new Map();
    this.length = 0;
  }

  private fileOf(id: string): string {
    return path.join(this.directory, `${id}.jsonl`);
  }
}

export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const fingerprintOf = ({ place, before, after }: FileChange): string =>
  `${place}\0${hash(before)}\0${hash(after)}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
