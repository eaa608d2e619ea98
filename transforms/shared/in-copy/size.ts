import { valueOf, type Context, type Saving } from '../../../src/kit.ts';
import { filesBelow } from '../multi-stage/brought.ts';
import type { Coverage } from './plan.ts';

/** The bytes of what is not stored a second time, where the build context tells them. */
export function sizeOf({ covered }: Coverage, context: Context): Saving | undefined {
  const sources = new Set(covered.flatMap(({ brought }) => brought.map(({ source }) => source)));
  const files = new Set<string>();
  for (const source of sources) {
    const below = source === undefined ? undefined : valueOf(filesBelow(context, source));
    if (!below) return undefined;
    for (const file of below) files.add(file);
  }
  let bytes = 0;
  for (const file of files) {
    const size = valueOf(context.sizeOf(file));
    if (size === undefined) return undefined;
    bytes += size;
  }
  return bytes > 0 ? { bytes, from: 'the sizes of the files in the build context' } : undefined;
}
