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
  /** An ignore file that does not exist yet: `output` is what it would hold, null for none. */
  readonly isNew?: boolean;
  /** Of an ignore file that changes: the build context, in bytes, as far as they could be counted. */
  readonly context?: {
    readonly path: string;
    readonly before: number | undefined;
    readonly after: number | undefined;
  };
}

/** Why an ignore file is left alone before the transform sees it. */
export const TROUBLES = {
  'other-context': 'the build context is another directory; name it with --context',
  'failed-file': 'a Dockerfile that shares the build context could not be done',
  'ignore-file': 'the ignore file could not be read',
} as const;

/** A file that could be read. */
export interface Read {
  /** The text as it was. */
  readonly text: string;
  /** The absolute path of the file itself; undefined for standard input. */
  readonly real: string | undefined;
  /** There is no such file yet. */
  readonly isNew?: boolean;
  /** What the same run makes of another text; undefined for an ignore file. */
  readonly again?: (text: string) => FixResult;
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
  /** What the applied findings save in final images, in bytes: an estimate. */
  readonly saved: number;
}
