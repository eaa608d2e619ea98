import type { Instruction } from '../../../src/kit.ts';
import type { Conversion } from './types.ts';

/** The new arguments of ENTRYPOINT or CMD; undefined where they stay. */
export function startText(
  { start, subject }: Conversion,
  instruction: Instruction,
): string | undefined {
  const words = instruction === subject.start.entrypoint ? start?.entrypoint : start?.cmd;
  return words && jsonText(words);
}

export const jsonText = (words: readonly string[]): string =>
  `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
