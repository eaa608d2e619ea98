import type { Change, Document, Edit, Instruction } from '../../../src/kit.ts';

/** Gives a COPY or ADD a flag, or another value of it; `undefined` where it has it already. */
export function setFlag(instruction: Instruction, name: string, value: string): Edit | undefined {
  const flag = instruction.flag(name);
  const text = `--${name}=${value}`;
  if (flag) {
    return flag.value === value ? undefined : { start: flag.start, end: flag.end, text };
  }
  const at = instruction.flags.at(-1)?.end ?? instruction.keywordSpan.end;
  return { start: at, end: at, text: ` ${text}` };
}

/** The declaration that an instruction reads as these edits make it. */
export const replaced = (
  doc: Document,
  instruction: Instruction,
  edits: readonly Edit[],
): Change => ({ kind: 'replaced', instruction, by: textAfter(doc, instruction, edits) });

/** The text of an instruction, as edits inside of it make it. */
export function textAfter(
  doc: Document,
  { start, end }: Pick<Instruction, 'start' | 'end'>,
  edits: readonly Edit[],
): string {
  let text = doc.text.slice(start, end);
  for (const edit of edits.toSorted((a, b) => b.start - a.start)) {
    text = text.slice(0, edit.start - start) + edit.text + text.slice(edit.end - start);
  }
  return text;
}
