/** What a row of the table says, and whether it may. */
import type { Variant } from './settings.ts';

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
  /** Must dockopt leave it alone? Then there is no expert to hold it against. */
  readonly refused: boolean;
  /** The number of the user that the processes run as, before and after. */
  readonly users?: readonly [number, number | undefined];
  /** Seconds of a build after a change, before and after; undefined: none was asked for. */
  readonly rebuilt?: readonly [number, number];
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
  if (after > before + allowance(outcome))
    faults.push(`${after - before} bytes larger than before`);
  if (expert !== undefined && after > expert * TOLERANCE) {
    faults.push(`${(after / expert).toFixed(2)} times the expert's image`);
  }
  return faults;
}

/** What the files of /etc take that name a new user: as much as they hold, with their backups. */
const ACCOUNT = 50_000;

const allowance = ({ users, converted }: Outcome): number =>
  converted && users !== undefined && users[0] === 0 && users[1] !== 0 ? ACCOUNT : 0;

export const passes = (outcome: Outcome): boolean => faultsOf(outcome).length === 0;

/** Whom the image runs as, where the settings say something of it. */
export function userFault(
  { transform, refused, nothing, uid }: Variant,
  before: number,
  after: number,
): string[] {
  if (uid !== undefined && after !== uid) return [`it runs as user ${after}, and not as ${uid}`];
  if (transform !== 'non-root-user') return [];
  const stays = refused !== undefined || nothing === true;
  if (stays && after !== before) return [`it runs as user ${after}, and ran as ${before}`];
  return !stays && after === 0 ? ['it runs as root'] : [];
}
