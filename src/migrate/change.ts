/** What migration holds of the files that change. */
import type { ReportedFinding } from '../engine/fix.ts';
import type { FileReport } from '../cli/report.ts';

/** One file, as one unit changes it. */
export interface FileChange {
  /** As the user knows it. */
  readonly path: string;
  /** From the top of its repository, with slashes. */
  readonly place: string;
  /** There is no such file yet. */
  readonly isNew: boolean;
  readonly before: string;
  readonly after: string;
  readonly findings: readonly ReportedFinding[];
  readonly context?: FileReport['context'];
}

/** The same without its texts: what is kept of it beside the patch. */
export type ChangeRecord = Omit<FileChange, 'before' | 'after'>;

export function recordOf(change: FileChange): ChangeRecord {
  const { path, place, isNew, findings, context } = change;
  return { path, place, isNew, findings, ...(context && { context }) };
}

/** Where the files of a unit lie, and what it is called. */
export interface UnitKey {
  /** The top of the repository, absolute. */
  readonly repository: string;
  /** What reviewers read: a directory, a package, owners or a transform. */
  readonly name: string;
  /** What the file system and git take: it tells units apart. */
  readonly id: string;
}
