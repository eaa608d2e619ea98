import type { FinalImage } from '../../../../src/kit.ts';
import type { Candidate, Subject } from '../types.ts';

/**
 * For a base without a shell that has an entry point of its own: what the file starts by CMD comes
 * without it. Undefined where nothing has to change, or where a shell reads the command.
 */
export function startWithout({ start }: Subject, base: FinalImage): Candidate['start'] {
  if (base.shell !== 'none' || base.entrypoint.length === 0 || start.entrypoint) return undefined;
  const { line, main, cmd } = start;
  const isPlain = line?.length === main.length && line.every((word, i) => word === main[i]);
  if (!isPlain || !cmd) return undefined;
  return { entrypoint: [], ...(cmd.json ? {} : { cmd: line }) };
}
