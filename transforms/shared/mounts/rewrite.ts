import {
  commandText,
  parseScript,
  tokensOf,
  type Change,
  type Command,
  type Comment,
  type Document,
  type Edit,
  type Instruction,
  type Node,
  type Script,
  type Word,
} from '../../../src/kit.ts';
import { shapeOf } from '../joining.ts';
import { styleOf } from '../layout.ts';
import type { Visit } from '../visit.ts';

/** What is to become of a RUN. */
export interface Wishes {
  /** Put behind the flags that are there. */
  readonly flags: readonly string[];
  /** Commands that go. */
  readonly gone: ReadonlySet<Command>;
  /** Words that go (`''`), or become another. */
  readonly words: ReadonlyMap<Word, string>;
  /** Commands that are run before all others. */
  readonly first: readonly string[];
}

export interface Rewritten {
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
}

/** `undefined` where a command cannot be taken out, or something put before the first. */
export function rewrite(visit: Visit, wishes: Wishes): Rewritten | undefined {
  const { run, script, doc, outer } = visit;
  const removals = removalsOf(visit, wishes.gone);
  const start = wishes.first.length > 0 ? startOf(script) : undefined;
  if (!removals || start === null || isGone(start?.node, wishes)) return undefined;
  const tokens = tokensAfter(script, wishes, removals, start);
  const words = wordEdits(run, wishes);
  const lost = words.some((edit) =>
    run.comments.some((comment) => comment.start < edit.end && edit.start < comment.end),
  );
  if (lost) return undefined;
  return {
    edits: [
      ...joined([
        ...flagEdits(doc, run, wishes),
        ...(start ? [firstEdit(visit, wishes, start)] : []),
        ...removals.map(({ edit }) => edit),
      ]),
      ...words,
    ],
    changes: [
      {
        kind: 'run',
        instruction: outer,
        tokens,
        flags: [...run.flagTexts, ...wishes.flags],
      },
      ...removals.flatMap(({ comments }) =>
        comments.map((comment): Change => ({ kind: 'uncommented', comment })),
      ),
    ],
  };
}

/** Edits that touch, as one: what stands first in the list is put first. */
function joined(edits: readonly Edit[]): Edit[] {
  const done: Edit[] = [];
  for (const edit of edits) {
    const same = done.findIndex(({ end }) => end === edit.start);
    if (same < 0) done.push(edit);
    else done[same] = { ...edit, start: done[same]!.start, text: done[same]!.text + edit.text };
  }
  return done;
}

const isGone = (node: Node | undefined, { gone }: Wishes): boolean =>
  node?.kind === 'command' && gone.has(node);

/** The parts of a script, each with what joins it to the one before. */
interface Item {
  readonly node: Node;
  readonly operator: '&&' | '||' | ';' | undefined;
}

function itemsOf(script: Script): Item[] {
  return script.body.statements.flatMap(({ node }, index) =>
    (node.kind === 'and-or' ? node.items : [node]).map((part, at): Item => ({
      node: part,
      operator:
        node.kind === 'and-or' && at > 0 ? node.operators[at - 1]! : index > 0 ? ';' : undefined,
    })),
  );
}

interface Removal {
  readonly edit: Edit;
  readonly commands: readonly Command[];
  readonly comments: readonly Comment[];
  /** Is nothing behind it? */
  readonly last: boolean;
}

/** Neighbouring commands go as one. */
function removalsOf(visit: Visit, gone: ReadonlySet<Command>): Removal[] | undefined {
  const items = itemsOf(visit.script);
  const removals: Removal[] = [];
  let found = 0;
  for (let from = 0; from < items.length; from++) {
    let to = from;
    while (to < items.length && gone.has(items[to]!.node as Command)) to++;
    if (to === from) continue;
    const removal = removalOf(visit, items, from, to);
    if (!removal) return undefined;
    removals.push(removal);
    found += to - from;
    from = to;
  }
  // What stands inside a condition, a pipe or parentheses is no item.
  return found === gone.size ? removals : undefined;
}

function removalOf(
  { run, script, doc }: Visit,
  items: readonly Item[],
  from: number,
  to: number,
): Removal | undefined {
  const before = items[from - 1];
  const after = items[to];
  const operators = items.slice(Math.max(from, 1), to + 1).map(({ operator }) => operator);
  if (operators.includes('||') || (!before && !after)) return undefined;
  const lead = from > 0 ? items[from]!.operator : undefined;
  // `a && x; b` would become `a && b`.
  if (lead === '&&' && after?.operator === ';') return undefined;
  // The last of a sequence gives its status; what stands before may have failed.
  const errexit = script.dialect.errexit || shapeOf(script).setsErrexit;
  if (!after && lead === ';' && !errexit) return undefined;
  if (script.body.statements.some(({ background }) => background)) return undefined;
  const { source } = run.run;
  const edit = after
    ? {
        start: source.toDoc(items[from]!.node.start),
        end: source.toDoc(after.node.start),
        text: '',
      }
    : {
        start: source.toDocEnd(before!.node.end),
        end: source.toDocEnd(items[to - 1]!.node.end),
        text: '',
      };
  const comments = run.comments.filter(({ start, end }) => start < edit.end && edit.start < end);
  // What stands above the next command may speak of it.
  if (comments.length > 0 && (after || comments.some(({ text }) => !ABOUT_CLEANING.test(text)))) {
    return undefined;
  }
  if (run.run.form === 'script' && doc.text.slice(edit.start, edit.end).includes('#'))
    return undefined;
  return {
    edit,
    commands: items.slice(from, to).map(({ node }) => node as Command),
    comments,
    last: !after,
  };
}

const ABOUT_CLEANING =
  /clean|cache|remov|tidy|purg|delet|unneeded|unnecessary|\blists?\b|size|slim/i;

/** Where something can be put before the rest: behind a `set -e` at the start. */
interface Start {
  readonly node: Node;
  readonly second: boolean;
  /** What joins it to what is put before it. */
  readonly operator: '&&' | ';';
}

function startOf(script: Script): Start | null {
  const items = itemsOf(script);
  const { statements } = script.body;
  const [first, second] = items;
  if (statements.some(({ background }) => background)) return null;
  const sets = first?.node.kind === 'command' && first.node.words[0]?.value === 'set';
  const node = sets ? second?.node : first?.node;
  if (!node || node.kind === 'function' || (sets && second!.operator === '||')) return null;
  return { node, second: sets, operator: sets && second!.operator === ';' ? ';' : '&&' };
}

function tokensAfter(
  script: Script,
  wishes: Wishes,
  removals: readonly Removal[],
  start: Start | undefined,
): string[] {
  const mark = '\u0000';
  const tokens = tokensOf(script.body, (command) =>
    wishes.gone.has(command) ? mark : commandText(command, newWords(command, wishes)),
  );
  for (const { commands, last } of removals) {
    for (let count = commands.length; count > 0; count--) {
      if (last) tokens.splice(tokens.lastIndexOf(mark) - 1, 2);
      else tokens.splice(tokens.indexOf(mark), 2);
    }
  }
  if (start) {
    const first = wishes.first.flatMap((text) => [...parsed(text, script), start.operator]);
    tokens.splice(start.second ? 2 : 0, 0, ...first);
  }
  return tokens;
}

function parsed(text: string, { dialect }: Script): readonly string[] {
  const script = parseScript(text, dialect);
  return script.known ? script.value.tokens : [text];
}

const newWords = (command: Command, { words }: Wishes): string[] =>
  command.words.flatMap((word) => {
    const text = words.get(word);
    if (text === undefined) return [word.text];
    return text === '' ? [] : text.split(' ');
  });

function wordEdits(run: Instruction, { words, gone }: Wishes): Edit[] {
  const { source } = run.run;
  const removed = new Set([...gone].flatMap((command) => command.words));
  return [...words].flatMap(([word, text]): Edit[] => {
    if (removed.has(word)) return [];
    const at = source.toDocSpan(word.start, word.end);
    if (text !== '') return [{ ...at, text }];
    // The blanks before it go too; a line of its own goes with its continuation.
    let start = word.start;
    while (start > 0 && /[ \t]/.test(source.text[start - 1]!)) start--;
    return [{ start: source.toDocEnd(start), end: at.end, text: '' }];
  });
}

/** Up to here a flag stands on one line with the command. */
const LINE_WIDTH = 100;

/** That of the lines of the RUN itself, where it has more than one. */
function indentOf(doc: Document, run: Instruction): string {
  const second = run.joined.pieces[1];
  const own =
    second && /^[ \t]+(?=\S)/.exec(run.joined.text.slice(second.at, second.at + second.length));
  return own?.[0] ?? styleOf(doc, [run]).indent;
}

function flagEdits(doc: Document, run: Instruction, { flags, first }: Wishes): Edit[] {
  if (flags.length === 0) return [];
  const at = run.argsSpan.start;
  const line = run.joined.pieces.length === 1 && first.length === 0 && flags.length === 1;
  if (line && run.joined.text.length + flags[0]!.length < LINE_WIDTH) {
    return [{ start: at, end: at, text: `${flags[0]!} ` }];
  }
  return [flagLines(doc, run, flags)];
}

/** New flags, each on a line of its own, behind those that are there. */
export function flagLines(doc: Document, run: Instruction, flags: readonly string[]): Edit {
  const at = run.argsSpan.start;
  if (run.heredocs.length > 0) return { start: at, end: at, text: `${flags.join(' ')} ` };
  const glue = ` ${doc.escape}${doc.eol}${indentOf(doc, run)}`;
  const last = run.flags.at(-1)?.end ?? at;
  // Flags that stand on one line with the command part from it.
  const between = doc.text.slice(last, at);
  return last < at && between.trim() === '' && !between.includes('\n')
    ? { start: last, end: at, text: flags.map((flag) => glue + flag).join('') + glue }
    : { start: at, end: at, text: flags.map((flag) => flag + glue).join('') };
}

function firstEdit({ doc, run }: Visit, { first }: Wishes, { node, operator }: Start): Edit {
  const { eol, escape } = doc;
  const at = run.run.source.toDoc(node.start);
  if (run.run.form === 'script') {
    const lineStart = doc.text.lastIndexOf('\n', at - 1) + 1;
    const indent = /^[ \t]*/.exec(doc.text.slice(lineStart, at))![0];
    const glue = operator === ';' ? `${eol}${indent}` : ' && ';
    return { start: at, end: at, text: first.map((text) => text + glue).join('') };
  }
  const indent = indentOf(doc, run);
  const leading = styleOf(doc, [run]).operator === 'leading';
  const glue =
    operator === ';'
      ? `; ${escape}${eol}${indent}`
      : leading
        ? ` ${escape}${eol}${indent}&& `
        : ` && ${escape}${eol}${indent}`;
  return { start: at, end: at, text: first.map((text) => text + glue).join('') };
}
