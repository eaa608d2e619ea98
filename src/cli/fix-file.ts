import path from 'node:path';
import type { FixOptions, FixResult } from '../engine/fix.ts';
import { fix } from '../index.ts';
import type { Settings } from './config/settings.ts';
import { DiskContext } from './disk-context.ts';

/** What the transforms of its settings do to a text; `file` is its path, where it has one. */
export function fixFile(
  text: string,
  file: string | undefined,
  { transforms, known, level, options, context, compose, services }: Settings,
  leaveOut?: FixOptions['leaveOut'],
): FixResult {
  const isKnown = file !== undefined && compose?.several !== true;
  const directory = context ?? (isKnown ? path.dirname(file) : undefined);
  return fix(text, {
    transforms,
    known: known.map(({ id }) => id),
    level,
    options,
    ...(directory === undefined ? {} : { context: new DiskContext(directory, file, services) }),
    ...(leaveOut && { leaveOut }),
  });
}
