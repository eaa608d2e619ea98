/** What reports say of findings, and how. */
import { createHash } from 'node:crypto';
import type { ReportedFinding } from '../../engine/fix.ts';
import type { FileReport } from '../report.ts';
import { visible } from '../terminal.ts';

/** The message with the reason why it was not applied. */
export function sentence({ message, applied, refused, reason = '' }: ReportedFinding): string {
  if (applied) return visible(message);
  return visible(`${message}; ${refused ? 'refused' : 'held back'}: ${reason}`);
}

/** A file that could not be done, or a transform that failed in it. */
export interface Trouble {
  readonly line: number;
  readonly message: string;
}

export function troublesOf({
  status,
  reason = 'failed',
  line = 1,
  bugs = [],
}: FileReport): Trouble[] {
  return [
    ...(status === 'failed' ? [{ line, message: visible(reason) }] : []),
    ...bugs.map((bug) => ({
      line: bug.line,
      message: visible(`a bug in the transform ${bug.transform}: ${bug.problem}; please report it`),
    })),
  ];
}

export const savedBy = (findings: readonly ReportedFinding[]): number =>
  findings.reduce((sum, { applied, saves }) => sum + (applied ? (saves?.bytes ?? 0) : 0), 0);

/** Tells findings apart, and stays when lines above them come and go. */
export class Fingerprints {
  private readonly seen = new Map<string, number>();

  of(file: string, finding: ReportedFinding): string {
    const key = JSON.stringify([file, finding.transform, finding.message]);
    const number = this.seen.get(key) ?? 0;
    this.seen.set(key, number + 1);
    return createHash('sha256').update(`${key}${number}`).digest('hex').slice(0, 32);
  }

  /** Of another file nothing is the same. */
  clear(): void {
    this.seen.clear();
  }
}
