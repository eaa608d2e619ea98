import { valueOf, type Instruction, type Stage } from '../../../src/kit.ts';

/**
 * The directories that ENV puts in front of the PATH of the image, as an instruction sees them;
 * at the end of the stage where there is none.
 */
export function pathDirectories(stage: Stage, at?: Instruction): string[] {
  let found: string[] = [];
  for (const env of stage.instructions) {
    if (env.keyword !== 'ENV' || (at && env.index >= at.index)) continue;
    for (const { name, value = '' } of env.pairs) {
      if (name !== 'PATH') continue;
      const parts = value.replace(/^["']|["']$/g, '').split(':');
      const before = found;
      found = parts.flatMap((part) => {
        if (/^\$(?:PATH|\{PATH\})$/.test(part)) return before;
        return valueOf(env.expand(part))?.replace(/\/$/, '') ?? [];
      });
    }
  }
  return found;
}

/** Does an ENV replace the PATH of the image rather than adding to it? */
export const replacesPath = (instructions: readonly Instruction[]): boolean =>
  instructions.some(
    (instruction) =>
      instruction.keyword === 'ENV' &&
      instruction.pairs.some(
        ({ name, value = '' }) => name === 'PATH' && !/\$(?:PATH|\{PATH\})/.test(value),
      ),
  );
