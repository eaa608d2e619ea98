import type { Saving } from '../../../src/kit.ts';
import { purgedAgain } from './purged.ts';
import type { Conversion, NoPlan } from './types.ts';
import { isWorth, weightOf } from './weights.ts';

/** Below this many MB, and below this share, another base is not worth a stage. */
const MIN_MB = 20;
const MIN_SHARE = 0.1;

const BASES = 'the sizes of both base images in the table';
const PACKAGES = 'the sizes of the packages in the table';

/** What is gained, and as the message says it. */
export interface Gain {
  readonly text: string;
  readonly saves?: Saving;
}

/** What is gained; a reason to refuse where it is little. */
export function gainOf({ subject, plan, candidate, left, boundary }: Conversion): Gain | NoPlan {
  const before = subject.base.sizeMB;
  const after = candidate.base.sizeMB;
  const saved = before === undefined ? undefined : before - after;
  const leaves = [
    ...plan.leaves,
    ...(boundary && left.length > 0 ? [left.slice(0, 5).join(', ')] : []),
  ];
  // Somebody has chosen a small base already, and there is nothing of the build in it.
  const isSmall = /(?:^|-)(?:slim|alpine)/.test(subject.ref.tag ?? '');
  const asked = subject.options.finalBase !== 'auto' || !isSmall;
  const worth = asked && saved !== undefined && saved >= MIN_MB && saved >= MIN_SHARE * before!;
  const gone = purgedAgain(subject);
  const weight = weightOf(boundary ? left.filter((name) => !gone.has(name)) : [], subject.base);
  if (!worth && plan.leaves.length === 0 && !isWorth(weight, subject.base)) {
    return {
      reason: 'no-gain',
      detail: isSmall
        ? `${subject.ref.text} is small already, and nothing in it is for the build alone`
        : `${subject.ref.text} is about as small as ${candidate.base.ref}`,
    };
  }
  const ofBase = saved !== undefined && saved > 0;
  const less = ofBase ? Math.round(saved) : weight;
  const size = less >= MIN_MB ? `, about ${less} MB less (estimated)` : '';
  const text = `${leaves.length > 0 ? `, without ${listOf(leaves)}` : ''}${size}`;
  if (less < MIN_MB) return { text };
  return { text, saves: { bytes: less * 1e6, from: ofBase ? BASES : PACKAGES } };
}

const listOf = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), names.at(-1)].filter((part) => part !== '').join(' and ');
