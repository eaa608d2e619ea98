import { parseScript, type Edit, type Instruction, type Node } from '../../../src/kit.ts';
import type { Step } from '../multi-stage/types.ts';

/** A RUN without some of its commands; `nothing` where none is left. */
export interface Without {
  readonly edits: readonly Edit[];
  readonly tokens: readonly string[];
}

/**
 * Takes commands out of a chain of `&&`, and words out of them. `undefined` where the RUN is no such
 * chain, or where a comment would go too.
 */
export function without(
  run: Instruction,
  gone: readonly Step[],
  words: readonly { readonly step: Step; readonly arg: string }[],
): Without | 'nothing' | undefined {
  const script = gone[0]?.script ?? words[0]?.step.script;
  const [statement, more] = script?.body.statements ?? [];
  if (!script || !statement || more || statement.background) return undefined;
  const { node } = statement;
  const items: readonly Node[] = node.kind === 'and-or' ? node.items : [node];
  if (node.kind === 'and-or' && node.operators.includes('||')) return undefined;
  const commands = new Set<unknown>(gone.map(({ command }) => command));
  if (gone.some(({ command }) => !items.includes(command!))) return undefined;
  if (items.every((item) => commands.has(item))) return 'nothing';
  const edits: Edit[] = [];
  items.forEach((item, i) => {
    if (!commands.has(item)) return;
    const isFirst = items.slice(0, i).every((other) => commands.has(other));
    edits.push(
      isFirst
        ? { start: item.start, end: items[i + 1]!.start, text: '' }
        : { start: items[i - 1]!.end, end: item.end, text: '' },
    );
  });
  for (const { step, arg } of words) {
    const at = step.command!.words.findIndex((word) => (word.value ?? word.text) === arg);
    if (at < 1) return undefined;
    edits.push({
      start: step.command!.words[at - 1]!.end,
      end: step.command!.words[at]!.end,
      text: '',
    });
  }
  return inFile(run, script.text, edits, (text) => parseScript(text, script.dialect));
}

function inFile(
  run: Instruction,
  before: string,
  edits: readonly Edit[],
  parse: (text: string) => ReturnType<typeof parseScript>,
): Without | undefined {
  let text = before;
  for (const { start, end } of edits.toSorted((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + text.slice(end);
  }
  const parsed = parse(text);
  if (!parsed.known) return undefined;
  const { source } = run.run;
  const found = edits.map(({ start, end }) => {
    // Before a command that stays, up to it; behind one that stays, from its end.
    const isFront =
      /\S/.test(before[start] ?? '') && (start === 0 || /\s/.test(before[start - 1]!));
    return isFront
      ? { start: source.toDoc(start), end: source.toDoc(end), text: '' }
      : { start: source.toDocEnd(start), end: source.toDocEnd(end), text: '' };
  });
  const loses = run.comments.some((comment) =>
    found.some((edit) => comment.start < edit.end && edit.start < comment.end),
  );
  return loses ? undefined : { edits: found, tokens: parsed.value.tokens };
}
