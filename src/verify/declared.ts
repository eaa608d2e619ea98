/** What the findings declare to change, as the two files themselves show it. */
import type { Applicability } from '../engine/finding.ts';
import { summaryOf } from '../engine/summary.ts';
import { Document } from '../model/document.ts';
import type { Instruction } from '../model/instruction.ts';

/** The engine has made sure that the files differ by nothing that no finding declares. */
export interface Declared {
  /** Keywords of instructions that came, went or changed. */
  readonly keywords: ReadonlySet<string>;
  /** The final image rests on another one, or on other stages. */
  readonly base: boolean;
  /** Names and texts that the file before says itself: no base image took them away. */
  readonly own: ReadonlySet<string>;
  /** The file before says itself what is started, and leaves the entry point to its base image. */
  readonly wrapped: boolean;
  /** Nothing was applied but what leaves the image as it is, less caches. */
  readonly onlySafe: boolean;
}

export function declared(
  before: string,
  after: string,
  applied: readonly Applicability[],
): Declared {
  const [old, next] = [before, after].map((text) => new Document(text).instructions);
  const keywords = new Set<string>();
  for (const [one, other] of [
    [old!, next!],
    [next!, old!],
  ] as const) {
    const left = new Map<string, number>();
    for (const item of other) {
      left.set(summaryOf(item), (left.get(summaryOf(item)) ?? 0) + 1);
    }
    for (const item of one) {
      const count = left.get(summaryOf(item)) ?? 0;
      if (count === 0) keywords.add(keywordOf(item));
      else left.set(summaryOf(item), count - 1);
    }
  }
  const own = new Set(
    old!.flatMap(({ pairs, keyword }) =>
      keyword === 'ENV' || keyword === 'LABEL' ? pairs.map(({ name }) => name) : [],
    ),
  );
  return {
    keywords,
    base: keywords.has('FROM'),
    own,
    wrapped: isWrapped(before),
    onlySafe: applied.every((risk) => risk === 'safe'),
  };
}

function isWrapped(text: string): boolean {
  const { instructions, shipped } = new Document(text);
  const says = (wanted: string): boolean =>
    instructions.some(({ keyword, stage }) => keyword === wanted && stage && shipped.has(stage));
  return says('CMD') && !says('ENTRYPOINT');
}

const keywordOf = ({ trigger, keyword }: Instruction): string => trigger?.keyword ?? keyword;
