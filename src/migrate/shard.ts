import { createHash } from 'node:crypto';

/** One machine's part of a migration. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/** `2/8`; undefined for anything else. */
export function readShard(text: string): Shard | undefined {
  const [, index = '', of = ''] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  return shard.index >= 1 && shard.index <= shard.of ? shard : undefined;
}

/** Does a name fall to the shard? Every name falls to exactly one, on any machine. */
export function isIn(shard: Shard | undefined, name: string): boolean {
  if (!shard) return true;
  const number = createHash('sha256').update(name).digest().readUInt32BE(0);
  return number % shard.of === shard.index - 1;
}
