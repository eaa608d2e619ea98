/** A change is shown, and the user says what becomes of it. */
import { unifiedDiff } from '../diff.ts';
import { takesColour, visible, visibleLine } from '../terminal.ts';
import type { Talk } from './terminal.ts';

/** The keys, as `git add -p` has them. */
const KEYS = {
  y: 'take it',
  n: 'skip it',
  N: 'skip this transform everywhere',
  i: 'write a comment that makes dockopt ignore it here',
  e: 'edit what it writes, and take that',
  q: 'stop here; you are asked what becomes of what you took',
  '?': 'this help',
} as const;

export type Answer = 'y' | 'n' | 'N' | 'i' | 'e' | 'q';

export interface Question {
  /** Where, and which transform. */
  readonly head: string;
  /** The reasons, a line each. */
  readonly reasons: readonly string[];
  readonly before: string;
  readonly after: string;
  /** Keys that are of no use here. */
  readonly without?: readonly Answer[];
}

export async function answerTo(
  { head, reasons, before, after, without = [] }: Question,
  talk: Talk,
): Promise<Answer> {
  talk.say(`\n${visible(head)}`);
  for (const reason of reasons) talk.say(`  ${visible(reason)}`);
  for (const line of await coloured(changedLines(before, after))) talk.say(line);
  const keys = (Object.keys(KEYS) as (keyof typeof KEYS)[]).filter(
    (key) => key === '?' || !without.includes(key),
  );
  for (;;) {
    const given = await talk.ask(`Take it [${keys.join(',')}]?`);
    const key = keys.find((one) => one === given);
    if (key !== undefined && key !== '?') return key;
    for (const one of keys) talk.say(`${one}  ${KEYS[one]}`);
  }
}

/** The hunks alone: which file it is was said. */
const changedLines = (before: string, after: string): string[] => {
  const lines = unifiedDiff('f', before, after);
  return lines.slice(lines.findIndex((line) => line.startsWith('@@'))).map(visibleLine);
};

async function coloured(lines: readonly string[]): Promise<readonly string[]> {
  if (!takesColour(process.stdout)) return lines;
  const { default: picocolors } = await import('picocolors');
  const { cyan, green, red } = picocolors.createColors(true);
  const colours = new Map([
    ['@', cyan],
    ['-', red],
    ['+', green],
  ]);
  return lines.map((line) => colours.get(line[0] ?? '')?.(line) ?? line);
}
