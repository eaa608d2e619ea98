import type { Bug, FixResult, ReportedFinding } from '../engine/fix.ts';

/** What became of one file. */
export interface FileReport {
  /** As the user knows it. */
  readonly path: string;
  readonly status: FixResult['status'];
  readonly findings: readonly ReportedFinding[];
  /** The whole text after; null when the file could not be read. */
  readonly output: string | null;
  /** Why it was skipped or failed, and what to do. */
  readonly reason?: string;
  readonly line?: number;
  /** A configuration ignores it. */
  readonly ignored?: boolean;
  readonly bugs?: readonly Bug[];
  readonly warnings?: FixResult['warnings'];
}

/** A file that could be read. */
export interface Read {
  /** The text as it was. */
  readonly text: string;
  /** The absolute path of the file itself; undefined for standard input. */
  readonly real: string | undefined;
  /** What the same run makes of another text. */
  readonly again: (text: string) => FixResult;
}

/** Shows on standard output what became of the files. */
export interface Reporter {
  begin(): Promise<void>;
  file(report: FileReport, read: Read | undefined): Promise<void>;
  end(totals: Totals): Promise<void>;
}

export interface Totals {
  readonly files: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly failed: number;
  readonly applied: number;
  readonly heldBack: number;
  readonly refused: number;
  readonly bugs: number;
}
