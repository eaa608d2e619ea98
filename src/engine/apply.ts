import MagicString from 'magic-string';
import type { Edit } from './finding.ts';

/** A text with edits applied, and the way back. */
export interface Applied {
  readonly text: string;
  /** Where in the text before an offset in the text after came from. */
  readonly toBefore: (offset: number) => Came;
}

/** An offset in the text before, and whether an edit has put there what stands at it now. */
export interface Came {
  readonly from: number;
  readonly isNew: boolean;
}

/** Applies edits that do not overlap. Insertions at one place keep the order of the list. */
export function applyEdits(text: string, edits: readonly Edit[]): Applied {
  const result = new MagicString(text);
  for (const { start, end, text: replacement } of edits) {
    if (start === end) result.appendLeft(start, replacement);
    else if (replacement === '') result.remove(start, end);
    else result.update(start, end, replacement);
  }
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return { text: result.toString(), toBefore: (offset) => backThrough(sorted, offset) };
}

function backThrough(sorted: readonly Edit[], offset: number): Came {
  // `shift` is how much further text behind the edits seen so far stands in the new text.
  let shift = 0;
  for (const edit of sorted) {
    const start = edit.start + shift;
    if (offset < start) break;
    if (offset < start + edit.text.length) return { from: edit.start, isNew: true };
    shift += edit.text.length - (edit.end - edit.start);
  }
  return { from: offset - shift, isNew: false };
}
