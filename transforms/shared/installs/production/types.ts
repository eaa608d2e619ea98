import type { Change, Edit, Instruction, Span } from '../../../../src/kit.ts';

/** What becomes of an installation in the stage that ships. */
export interface Verdict {
  readonly run: Instruction;
  /** The command without the packages for development, for the message. */
  readonly command: string;
  readonly outcome: Obstacle | Rewrite;
  /** What it rests on. */
  readonly basis: readonly Span[];
}

export interface Rewrite {
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
  /** What could not be established. */
  readonly doubts: readonly string[];
}

export type Reason =
  'stage' | 'context' | 'start' | 'script' | 'later' | 'code' | 'workspace' | 'berry';

/** Why it stays: a key of the reasons of the transform, and what completes it. */
export interface Obstacle {
  readonly reason: Reason;
  readonly detail?: string;
}
