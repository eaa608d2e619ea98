/** What is known of an image that gets no updates any more. */
import type { DistributionRelease } from './base-images.ts';

/** The day as of which something is past its end, or not. */
export const RETIRED_AS_OF = '2026-11-25';

export interface Retirement {
  /** What has ended: `Node.js 14`, `Debian 10 (buster)`. */
  readonly what: string;
  /** Since when: a day, or a month. */
  readonly ended: string;
  /** The whole reference that takes its place, or a name for it where none is right as it is. */
  readonly successor?: string;
  /** The same where the stage installs packages of rpm. */
  readonly rpmSuccessor?: string;
  /** Another tag will do, with the changes that `breaks` names. Else somebody has to choose. */
  readonly mechanical: boolean;
  /** What may break with the successor, or keeps it from being one. */
  readonly breaks?: string;
  /** What no longer works today. */
  readonly broken?: string;
  readonly source: string;
}

export const isPast = (day: string): boolean => day <= RETIRED_AS_OF;

/** A year from the day of the table: what a successor should last at least. */
const A_YEAR = '2027-11-25';

/** The oldest that gets updates for another year: with it the least changes. Else the newest. */
export function successorIn<T extends { readonly endOfLife: string; readonly extended?: string }>(
  releases: readonly T[],
): T {
  return releases.find((release) => lastDay(release) >= A_YEAR) ?? releases.at(-1)!;
}

/** Up to when updates come without a subscription: Debian LTS is free, Ubuntu Pro is not. */
export const lastDay = (release: Pick<DistributionRelease, 'endOfLife' | 'extended'>): string =>
  release.extended ?? release.endOfLife;
