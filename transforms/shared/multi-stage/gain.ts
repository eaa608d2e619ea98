import { purgedAgain } from './purged.ts';
import type { Conversion, NoPlan } from './types.ts';
import { isWorth, weightOf } from './weights.ts';

/** Below this many MB, and below this share, another base is not worth a stage. */
const MIN_MB = 20;
const MIN_SHARE = 0.1;

/** What is gained, as the message says it; a reason to refuse where it is little. */
export function gainOf({ subject, plan, candidate, left, boundary }: Conversion): string | NoPlan {
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
  const less = saved !== undefined && saved > 0 ? Math.round(saved) : weight;
  const size = less >= MIN_MB ? `, about ${less} MB less (estimated)` : '';
  return `${leaves.length > 0 ? `, without ${listOf(leaves)}` : ''}${size}`;
}

const listOf = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), names.at(-1)].filter((part) => part !== '').join(' and ');
