/** What a row of the table says, and whether it may. */

/** How much larger than the expert's image ours may be. */
export const TOLERANCE = 1.1;

/** What was found out of one run of dockopt on one application. */
export interface Outcome {
  readonly name: string;
  /** Bytes; undefined: there is no image. */
  readonly before?: number;
  readonly after?: number;
  readonly expert?: number;
  /** Did the rewritten image do the same? Undefined: it could not be asked. */
  readonly same?: boolean;
  readonly converted: boolean;
  /** Must dockopt refuse it? Then there is no expert to hold it against. */
  readonly refused: boolean;
  /** Everything else that is wrong. */
  readonly problems: readonly string[];
  /** Why it was not converted. */
  readonly because: string;
}

/** Everything that is wrong; nothing if it passes. */
export function faultsOf(outcome: Outcome): string[] {
  const { before, after, expert, converted, refused, problems, because } = outcome;
  const faults = [...problems];
  if (!converted && !refused) faults.push(`not converted${because && `: ${because}`}`);
  if (before === undefined || after === undefined) return faults;
  if (after > before) faults.push(`${after - before} bytes larger than before`);
  if (expert !== undefined && after > expert * TOLERANCE) {
    faults.push(`${(after / expert).toFixed(2)} times the expert's image`);
  }
  return faults;
}

export const passes = (outcome: Outcome): boolean => faultsOf(outcome).length === 0;
