import {
  parseScript,
  type Change,
  type Document,
  type Edit,
  type Script,
  type Word,
} from '../../../src/kit.ts';
import { neighboursOf, plainCommandsIn, removeCommand, removeInstruction } from '../editing.ts';
import type { Attribute } from './attributes.ts';

/** What becomes of a command whose work the COPY does. */
export interface Rest {
  /** Words that are left out, each with what takes its place; empty: nothing does. */
  readonly replaced: ReadonlyMap<Word, string>;
  /** Loses its `-R`. */
  readonly flat: boolean;
  /** Put behind it as a command of its own, such as `chown app /app`. */
  readonly behind: string | undefined;
}

export interface Shrunk {
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
}

/** A comment that speaks of nothing but owners and modes. */
const ABOUT =
  /\b(?:ch(?:own|mod|grp)|own\w*|permissions?|perms?|rights?|executable|exec|modes?|access|writ\w+|users?|gives?|belongs?|secur\w+)\b/i;

/** Takes the command out; `undefined` where something around it stands in the way. */
export function dropAttribute(doc: Document, attribute: Attribute): Shrunk | undefined {
  const { run, command, step } = attribute;
  const script = step.script!;
  if (plainCommandsIn(script.body).length === 1 && run.heredocs.length === 0) {
    return run.mounts.length > 0 ? undefined : removeInstruction(doc, run, ABOUT);
  }
  const rewrite = removeCommand(doc, run, script, command);
  return (
    rewrite && {
      edits: rewrite.edits,
      changes: [{ kind: 'run', instruction: run, tokens: rewrite.tokens }],
    }
  );
}

/** Changes the words of the command. */
export function shrinkAttribute(
  doc: Document,
  attribute: Attribute,
  rest: Rest,
): Shrunk | undefined {
  const { command, step, options } = attribute;
  const script = step.script!;
  const inPlace = (word: Word, text: string): Edit =>
    text === ''
      ? { start: command.words[command.words.indexOf(word) - 1]!.end, end: word.end, text }
      : { start: word.start, end: word.end, text };
  const edits = [...rest.replaced].map(([word, text]) => inPlace(word, text));
  for (const word of rest.flat ? options : []) {
    if (!/^(?:-\w*R|--recursive$)/.test(word.text)) continue;
    const left = word.text.startsWith('--') ? '' : word.text.replace('R', '').replace(/^-$/, '');
    edits.push(inPlace(word, left));
  }
  if (rest.behind !== undefined) {
    const place = neighboursOf(script, command);
    if (place?.operatorBefore === '||' || place?.operatorAfter === '||') return undefined;
    edits.push({ start: command.end, end: command.end, text: ` && ${rest.behind}` });
  }
  return rewriteScript(attribute, script, edits);
}

/** Edits in the text of the script, as edits of the file and as what the RUN then runs. */
function rewriteScript(
  { run }: Attribute,
  script: Script,
  edits: readonly Edit[],
): Shrunk | undefined {
  let text = script.text;
  for (const { start, end, text: by } of edits.toSorted((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + by + text.slice(end);
  }
  const parsed = parseScript(text, script.dialect);
  if (!parsed.known) return undefined;
  const { source } = run.run;
  const inFile = edits.map(({ start, end, text: by }) =>
    start === end
      ? { start: source.toDocEnd(end), end: source.toDocEnd(end), text: by }
      : by === ''
        ? { start: source.toDocEnd(start), end: source.toDocEnd(end), text: by }
        : { ...source.toDocSpan(start, end), text: by },
  );
  const loses = run.comments.some((comment) =>
    inFile.some((edit) => comment.start < edit.end && edit.start < comment.end),
  );
  if (loses) return undefined;
  return {
    edits: inFile,
    changes: [{ kind: 'run', instruction: run, tokens: parsed.value.tokens }],
  };
}
