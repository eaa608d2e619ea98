import path from 'node:path';
import type { FixOptions, FixResult } from '../engine/fix.ts';
import { fix, transforms } from '../index.ts';
import { DiskContext } from './disk-context.ts';
import type { Request } from './request.ts';

/** What the transforms of a request do to a text; `file` is its path, where it has one. */
export function fixFile(
  text: string,
  file: string | undefined,
  request: Request,
  leaveOut?: FixOptions['leaveOut'],
): FixResult {
  const directory = request.context ?? (file === undefined ? undefined : path.dirname(file));
  return fix(text, {
    transforms: request.transforms,
    known: transforms.map(({ id }) => id),
    level: request.level,
    options: request.options,
    ...(directory === undefined ? {} : { context: new DiskContext(directory, file) }),
    ...(leaveOut && { leaveOut }),
  });
}
