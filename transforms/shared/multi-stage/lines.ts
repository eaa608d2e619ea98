import type { Comment, Document, Instruction } from '../../../src/kit.ts';

const lineStart = (doc: Document, at: number): number => doc.text.lastIndexOf('\n', at - 1) + 1;

/** The start of the line behind the one that holds `at`, or the end of the text. */
export function nextLine(doc: Document, at: number): number {
  const end = doc.text.indexOf('\n', Math.max(at, 0));
  // An instruction with heredocs ends with the line break of its last terminator.
  if (doc.text[at - 1] === '\n') return at;
  return end < 0 ? doc.text.length : end + 1;
}

/** The comments directly above an instruction, and where their first line begins. */
export function commentsAbove(
  doc: Document,
  instruction: Instruction,
): { readonly start: number; readonly comments: readonly Comment[] } {
  let start = lineStart(doc, instruction.start);
  const comments: Comment[] = [];
  while (start > 0) {
    const above = lineStart(doc, start - 1);
    const [comment] = doc.commentsBetween(above, start);
    if (!comment) break;
    comments.unshift(comment);
    start = above;
  }
  return { start, comments };
}
