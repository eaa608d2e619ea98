import type { Change, Document, Edit, Instruction } from '../../../src/kit.ts';

/** Declares that an instruction says what it says with these edits, and nothing else of it changes. */
export function byEdits(doc: Document, instruction: Instruction, edits: readonly Edit[]): Change {
  let by = '';
  let at = instruction.start;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    by += doc.text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { kind: 'replaced', instruction, by: by + doc.text.slice(at, instruction.end) };
}
