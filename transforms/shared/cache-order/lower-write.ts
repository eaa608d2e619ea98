import type { Change, Comment, Document, Edit, Finding, Instruction } from '../../../src/kit.ts';
import { attachedComments } from '../editing.ts';
import { holdsWord } from './changing.ts';
import type { Lowering } from './lower.ts';

/** The edits and changes that take instructions down. */
export function writeLowering(
  doc: Document,
  lowering: Lowering,
): Pick<Finding, 'edits' | 'changes'> {
  const { moved, place, side } = lowering;
  const blocks = moved.map((instruction) => blockOf(doc, instruction, lowering));
  const before = side === 'before' ? place : doc.instructions[place.index + 1];
  const comments = [
    ...blocks.flatMap((block) => block.comments),
    ...moved.flatMap((m) => m.comments),
  ];
  return {
    edits: [...removals(doc, blocks), insertion(doc, lowering, blocks)],
    changes: [
      ...moved.map((instruction): Change => ({ kind: 'removed', instruction })),
      ...comments.map((comment): Change => ({ kind: 'uncommented', comment })),
      { kind: 'inserted', before, texts: moved.map((one) => doc.text.slice(one.start, one.end)) },
    ],
  };
}

interface Block {
  readonly instruction: Instruction;
  readonly comments: readonly Comment[];
  readonly start: number;
  readonly end: number;
}

/** An instruction with the comments above it that speak of nothing else. */
function blockOf(doc: Document, instruction: Instruction, { moved, names }: Lowering): Block {
  const { start, end } = instruction;
  const attached = attachedComments(doc, lineStart(doc, start));
  const next = doc.instructions[instruction.index + 1];
  const isAlone = !next || moved.includes(next) || isBlankBetween(doc, instruction, next);
  const speaks = (text: string): boolean =>
    names.some((name) => holdsWord(text, name)) ||
    /\b(?:build|version|commit|revision|label|metadata|argument|arg|ignore|changes?)/i.test(text);
  const goes = isAlone || attached.some(({ text }) => speaks(text));
  const comments = goes ? attached : [];
  return { instruction, comments, start: comments[0]?.start ?? start, end };
}

/** Blocks that stand together are taken out together, with one of the blank lines around them. */
function removals(doc: Document, blocks: readonly Block[]): Edit[] {
  const edits: Edit[] = [];
  for (let i = 0; i < blocks.length;) {
    let last = i;
    while (blocks[last + 1] && isTogether(doc, blocks[last]!, blocks[last + 1]!)) last++;
    const start = lineStart(doc, blocks[i]!.start);
    let end = lineEnd(doc, blocks[last]!.end);
    const isBlankAbove = /\n\r?\n$/.test(doc.text.slice(Math.max(0, start - 4), start));
    if (isBlankAbove && doc.text.startsWith(doc.eol, end)) end += doc.eol.length;
    edits.push({ start, end, text: '' });
    i = last + 1;
  }
  return edits;
}

const isTogether = (doc: Document, one: Block, other: Block): boolean =>
  doc.text.slice(one.end, other.start).trim() === '';

function insertion(doc: Document, { place, side }: Lowering, blocks: readonly Block[]): Edit {
  const { text, eol } = doc;
  const lines = blocks
    .map(({ start, end }, i) => {
      const before = blocks[i - 1];
      const isSpaced = before && /\n[ \t]*\r?\n[ \t]*$/.test(text.slice(before.end, start));
      const gap = isSpaced && isTogether(doc, before, blocks[i]!) ? eol : '';
      return gap + text.slice(start, end);
    })
    .join(eol);
  if (side === 'behind') {
    const next = doc.instructions[place.index + 1];
    const gap = next && isBlankBetween(doc, place, next) ? eol + eol : eol;
    return { start: place.end, end: place.end, text: gap + lines };
  }
  const first = lineStart(doc, place.start);
  const at = lineStart(doc, attachedComments(doc, first)[0]?.start ?? place.start);
  const isApart = blocks.at(-1)!.instruction.keyword === 'LABEL' && place.keyword !== 'LABEL';
  return { start: at, end: at, text: lines + eol + (isApart ? eol : '') };
}

const isBlankBetween = (doc: Document, one: Instruction, other: Instruction): boolean =>
  /\n[ \t]*\r?\n/.test(doc.text.slice(one.end, other.start));

const lineStart = (doc: Document, at: number): number => doc.text.lastIndexOf('\n', at - 1) + 1;

function lineEnd(doc: Document, at: number): number {
  const found = doc.text.indexOf('\n', at);
  return found < 0 ? doc.text.length : found + 1;
}
