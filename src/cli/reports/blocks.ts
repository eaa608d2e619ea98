/** The changes of a file as blocks of lines, each of which can be taken or left on its own. */
import { diffLines } from 'diff';
import type { FileReport, Read } from '../report.ts';
import type { ReportedFinding } from '../../engine/fix.ts';

/** Some lines are replaced by others. */
export interface Block {
  /** The first line that goes, from 1; the line before which is inserted where none goes. */
  readonly line: number;
  /** Lines that go. */
  readonly count: number;
  /** With their line endings. */
  readonly removed: string;
  readonly inserted: string;
}

/** A block, with the findings that it mends. */
export interface Suggestion {
  readonly block: Block;
  readonly findings: readonly ReportedFinding[];
}

/** A diff that takes longer is one block. */
const TIMEOUT_MS = 5000;
/** With more of them, to try each alone takes too long. */
const MAX_TRIED = 20;

export function blocksOf(before: string, after: string): Block[] {
  const parts = diffLines(before, after, { timeout: TIMEOUT_MS });
  if (!parts) return [whole(before, after)];
  const blocks: Block[] = [];
  let line = 1;
  let open: { line: number; count: number; removed: string; inserted: string } | undefined;
  for (const { added, removed, value, count = 0 } of parts) {
    if (!added && !removed) {
      if (open) blocks.push(open);
      open = undefined;
      line += count;
      continue;
    }
    open ??= { line, count: 0, removed: '', inserted: '' };
    if (added) open.inserted += value;
    else {
      open.removed += value;
      open.count += count;
      line += count;
    }
  }
  if (open) blocks.push(open);
  return blocks;
}

const whole = (before: string, after: string): Block => ({
  line: 1,
  count: linesOf(before).length,
  removed: before,
  inserted: after,
});

/** The lines of a text with their endings. */
export const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/**
 * The changes of a file in blocks that can be applied one by one. A block stands on its own where
 * the same run, after this block alone, comes to the same end; the others are one block.
 */
export function suggestionsOf({ output, findings }: FileReport, read: Read): Suggestion[] {
  // A file that does not exist yet has no lines to replace.
  if (output === null || output === read.text || read.isNew === true) return [];
  const blocks = blocksOf(read.text, output);
  const alone =
    blocks.length > MAX_TRIED ? [] : blocks.filter((block) => standsAlone(block, output, read));
  const rest = blocks.filter((block) => !alone.includes(block));
  const joined = rest.length > 0 ? [join(rest[0]!, rest.at(-1)!, blocks, read.text)] : [];
  const outside = alone.filter(({ line }) => joined.every((block) => !within(line, block)));
  const all = [...outside, ...joined].toSorted((a, b) => a.line - b.line);
  const applied = findings.filter((finding) => finding.applied);
  return all.map((block) => ({
    block,
    findings: applied.filter((finding) => nearest(all, finding.line) === block),
  }));
}

function standsAlone(block: Block, output: string, read: Read): boolean {
  if (!read.again) return false;
  try {
    const { status, output: again } = read.again(applyBlock(read.text, block));
    return status !== 'failed' && again === output;
  } catch {
    return false;
  }
}

export function applyBlock(text: string, { line, count, inserted }: Block): string {
  const lines = linesOf(text);
  lines.splice(line - 1, count, inserted);
  return lines.join('');
}

/** One block from the first to the last of several, with what stays between them. */
function join(first: Block, last: Block, blocks: readonly Block[], text: string): Block {
  if (first === last) return first;
  const end = last.line + last.count;
  const inner = blocks.filter(({ line }) => line >= first.line && line <= last.line);
  const lines = linesOf(text);
  let inserted = '';
  let at = first.line;
  for (const block of inner) {
    inserted += lines.slice(at - 1, block.line - 1).join('') + block.inserted;
    at = block.line + block.count;
  }
  const removed = lines.slice(first.line - 1, end - 1).join('');
  return { line: first.line, count: end - first.line, removed, inserted };
}

const within = (line: number, block: Block): boolean =>
  line >= block.line && line < block.line + Math.max(block.count, 1);

function nearest(blocks: readonly Block[], line: number): Block | undefined {
  const distance = (block: Block): number =>
    Math.max(block.line - line, line - (block.line + Math.max(block.count, 1) - 1), 0);
  return blocks.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** The block with a line beside it, where it only inserts or only removes: for replacing lines. */
export function anchored(block: Block, text: string): Block {
  if (block.count > 0 && block.inserted !== '') return block;
  const lines = linesOf(text);
  const before = lines[block.line - 2];
  if (before !== undefined && before.endsWith('\n')) {
    return {
      line: block.line - 1,
      count: block.count + 1,
      removed: before + block.removed,
      inserted: before + block.inserted,
    };
  }
  const next = lines[block.line - 1 + block.count];
  if (next === undefined) return block;
  return {
    line: block.line,
    count: block.count + 1,
    removed: block.removed + next,
    inserted: block.inserted + next,
  };
}

/** Bytes that are not UTF-8 cannot be said in these formats. */
export const isSayable = (text: string): boolean => !/\p{Surrogate}/u.test(text);
