/**
 * What a migration has done so far: a line for every step, appended and flushed to the disk before
 * the next one begins. Killed at any moment it lacks at most its last line.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { FileError } from '../cli/errors.ts';

export const JOURNAL = 'state.jsonl';

/**
 * - `done`: its patch, and its branch, are there.
 * - `pending`: planned; a later run makes it.
 * - `skipped`: left for later by `--postpone`.
 * - `rejected`: never again, by `--reject`.
 * - `failed`: it could not be made; the next run tries again.
 * - `settled`: nothing is left to change; it was merged, or its files went.
 */
export type UnitStatus = 'done' | 'pending' | 'skipped' | 'rejected' | 'failed' | 'settled';

/** What is known of a unit. */
export interface UnitState {
  readonly id: string;
  readonly status: UnitStatus;
  /** Of the files before and after: another one when something has moved. */
  readonly fingerprint?: string;
  readonly reason?: string;
  readonly branch?: string;
  readonly commit?: string;
}

/** What the builds of one Dockerfile said: findings to leave out, with the reason. */
export interface BuildState {
  readonly key: string;
  readonly dropped: readonly {
    readonly transform: string;
    readonly line: number;
    readonly because: string;
  }[];
}

/** What the directory is for: another migration needs another one. */
export interface Header {
  readonly version: 1;
  readonly by: string;
  readonly depth: number;
  readonly maxFiles: number;
  readonly paths: readonly string[];
  readonly shard: string;
}

type Line =
  { readonly header: Header } | { readonly unit: UnitState } | { readonly build: BuildState };

export class Journal {
  readonly units = new Map<string, UnitState>();
  readonly builds = new Map<string, BuildState>();
  private readonly fd: number;

  private constructor(fd: number) {
    this.fd = fd;
  }

  /**
   * Begins a journal, or goes on with it; without a header, with any. Throws a `FileError` for one
   * of another migration.
   */
  static open(directory: string, header?: Header): Journal {
    const file = path.join(directory, JOURNAL);
    const before = existsSync(file) ? readJournal(file) : [];
    const old = before.find((line) => 'header' in line)?.header;
    if (old && header && JSON.stringify(old) !== JSON.stringify(header)) {
      throw new FileError(
        `${directory} holds another migration (${described(old)}); name another --out, or delete it`,
      );
    }
    const journal = new Journal(openSync(file, 'a'));
    for (const line of before) journal.take(line);
    // A line that was cut off must not run into the next one.
    if (before.length > 0) writeSync(journal.fd, '\n');
    if (!old && header) journal.append({ header });
    return journal;
  }

  set(unit: UnitState): void {
    this.append({ unit });
  }

  built(build: BuildState): void {
    this.append({ build });
  }

  close(): void {
    closeSync(this.fd);
  }

  private append(line: Line): void {
    writeSync(this.fd, `${JSON.stringify(line)}\n`);
    fsyncSync(this.fd);
    this.take(line);
  }

  private take(line: Line): void {
    if ('unit' in line) this.units.set(line.unit.id, line.unit);
    if ('build' in line) this.builds.set(line.build.key, line.build);
  }
}

/** The lines of a journal; one that is cut off is passed over. */
export function readJournal(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => {
      try {
        const line: unknown = JSON.parse(text);
        return typeof line === 'object' && line !== null ? [line as Line] : [];
      } catch {
        return [];
      }
    });
}

const described = ({ by, depth, maxFiles, paths, shard }: Header): string =>
  [
    `--by ${by}`,
    ...(by === 'directory' ? [`--depth ${depth}`] : []),
    `--max-files ${maxFiles}`,
    ...(shard === '' ? [] : [`--shard ${shard}`]),
    ...paths,
  ].join(' ');
