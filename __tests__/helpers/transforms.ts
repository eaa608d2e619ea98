import type { AnyTransform, Finding, Input, Result } from '../../src/engine/finding.ts';
import type { OptionSpecs } from '../../src/engine/options.ts';
import { fix, type Document, type Edit, type FixOptions, type FixResult } from '../../src/index.ts';

/** A transform made for one test. */
export function make(
  id: string,
  run: (input: Input<OptionSpecs>) => Iterable<Result>,
  extra: Partial<AnyTransform> = {},
): AnyTransform {
  return {
    id,
    summary: 'Test the engine',
    why: 'It is made for a test.',
    safety: 'None.',
    since: '0.0.0',
    emits: ['safe', 'suggested', 'unsafe'],
    options: {},
    reasons: {},
    sources: [],
    ignoredBy: {},
    run,
    ...extra,
  };
}

/** A finding that puts `text` in the place of the first `needle`. */
export function replacing(
  doc: Document,
  needle: string,
  text: string,
  more: Partial<Finding> = {},
): Finding {
  return finding(doc, [edit(doc, needle, text)], more);
}

export function finding(
  doc: Document,
  edits: readonly Edit[],
  more: Partial<Finding> = {},
): Finding {
  const [first] = edits;
  return {
    at: first ? { start: first.start, end: first.end } : doc.instructions.at(-1)!,
    message: 'change it',
    applicability: 'suggested',
    edits,
    changes: [],
    ...more,
  };
}

export function edit(doc: Document, needle: string, text: string): Edit {
  const start = doc.text.indexOf(needle);
  return { start, end: start + needle.length, text };
}

/** Declares that the instruction `index` now says what `by` says. */
export const replaced = (doc: Document, index: number, by: string): Pick<Finding, 'changes'> => ({
  changes: [{ kind: 'replaced', instruction: doc.instructions[index]!, by }],
});

/** A transform that renames an image, and tells the truth about it. */
export const renames = (id: string, from: string, to: string): AnyTransform =>
  make(id, function* ({ doc }) {
    for (const [index, instruction] of doc.instructions.entries()) {
      if (instruction.keyword !== 'FROM' || instruction.args.text !== from) continue;
      const { start, end } = instruction.argsSpan;
      yield finding(doc, [{ start, end, text: to }], replaced(doc, index, `FROM ${to}`));
    }
  });

export const run = (
  text: string,
  transforms: readonly AnyTransform[],
  more: Partial<FixOptions> = {},
): FixResult => fix(text, { transforms, ...more });
