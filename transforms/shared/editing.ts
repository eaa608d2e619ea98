import {
  childrenOf,
  commandsIn,
  commandText,
  parseScript,
  tokensOf,
  type Change,
  type Command,
  type Comment,
  type Document,
  type Edit,
  type Finding,
  type Instruction,
  type Node,
  type Script,
  type Sequence,
} from '../../src/kit.ts';
import { joinerBehind, shapeOf } from './joining.ts';
import { joinLines, styleOf } from './layout.ts';
import { memo } from './memo.ts';

/** A change of the commands of a RUN: the edits, and what the RUN then runs. */
export interface Rewrite {
  readonly edits: readonly Edit[];
  readonly tokens: readonly string[];
}

/** Up to here a command is put behind another one on the same line. */
const LINE_WIDTH = 100;

/** Why a command cannot be put behind another one. */
export type AppendObstacle = 'heredoc' | 'background' | 'ends' | 'errexit' | 'nested';

/** Where a command goes, and how it is joined to what stands before it. */
export interface Slot {
  /** The part of the script that it stands behind. */
  readonly node: Node;
  readonly operator: '&&' | ';';
}

/**
 * The slot directly behind `anchor`. Where that is inside a condition, a loop or behind `||`, the
 * end of the script serves a command that cannot fail (`harmless`), and nothing another one.
 */
export function slotBehind(
  run: Instruction,
  script: Script,
  anchor: Command,
  harmless: boolean,
): Slot | AppendObstacle {
  if (run.heredocs.length > 0 && run.run.form !== 'script') return 'heredoc';
  if (hasHeredoc(script.body)) return 'heredoc';
  if (anchor.assignments.some(({ name }) => name === 'PATH' || name === 'HOME')) {
    return 'nested';
  }
  if (script.body.statements.some((statement) => statement.background)) return 'background';
  const place = neighboursOf(script, anchor);
  const direct = place && place.operatorBefore !== '||' && place.operatorAfter !== '||';
  if (direct && !isNegated(place.item)) return slotAt(script, place);
  return harmless ? slotAtEnd(script) : 'nested';
}

const hasHeredoc = (sequence: Sequence): boolean =>
  [...commandsIn(sequence)].some((command) =>
    command.redirects.some((redirect) => redirect.body !== undefined),
  );

const isNegated = (node: Node): boolean => node.kind === 'pipeline' && node.negated;

function slotAt(script: Script, place: Neighbours): Slot | AppendObstacle {
  const errexit = script.dialect.errexit || shapeOf(script).setsErrexit;
  const inList = place.operatorBefore === '&&' || place.operatorAfter === '&&';
  if (!errexit) return { node: place.item, operator: '&&' };
  if (!inList) return { node: place.item, operator: ';' };
  // In `a && b; c` a failure of b ends the shell; it would not with something more in that list.
  return place.operatorAfter === ';' ? 'errexit' : { node: place.item, operator: '&&' };
}

function slotAtEnd(script: Script): Slot | AppendObstacle {
  if (leavesShell(script.body)) return 'ends';
  const operator = joinerBehind(script);
  const { node } = script.body.statements.at(-1)!;
  return operator === undefined ? 'errexit' : { node, operator };
}

/** Does the shell end, or become another program, before its text does? */
function leavesShell(sequence: Sequence): boolean {
  const leaves = (node: Node): boolean => {
    if (node.kind === 'command') {
      const [name, argument] = node.words.map((word) => word.value);
      if (name === 'exec') return node.words.length > 1;
      return name === 'exit' && (argument === undefined || Number(argument) === 0);
    }
    if (node.kind === 'subshell' || (node.kind === 'pipeline' && node.items.length > 1)) {
      return false;
    }
    return childrenOf(node).some(leaves);
  };
  return sequence.statements.some(({ node }) => leaves(node));
}

/** Puts a command into a slot, in the style of the RUN or of its file. */
export function insertCommand(
  doc: Document,
  run: Instruction,
  script: Script,
  slot: Slot,
  text: string,
): Rewrite {
  const command = slot.operator === ';' ? text.replaceAll(' && ', '; ') : text;
  const parsed = parseScript(command, script.dialect);
  const added = parsed.known ? parsed.value.tokens : [command];
  const last = lastCommand(slot.node);
  const mark = '\u0000';
  const marked = tokensOf(script.body, (other) =>
    other === last ? commandText(other) + mark : commandText(other),
  );
  const end = run.run.source.toDocEnd(slot.node.end);
  return {
    edits: insertEdits(doc, run, end, slot.operator, command),
    tokens: last
      ? marked.flatMap((token) =>
          token.endsWith(mark) ? [token.slice(0, -1), slot.operator, ...added] : [token],
        )
      : [...script.tokens, slot.operator, ...added],
  };
}

/** The command at whose token a node ends; `undefined` for a compound one, which ends a script. */
function lastCommand(node: Node): Command | undefined {
  if (node.kind === 'command') return node;
  if (node.kind !== 'pipeline' && node.kind !== 'and-or') return undefined;
  return lastCommand(node.items.at(-1)!);
}

function insertEdits(
  doc: Document,
  run: Instruction,
  end: number,
  operator: '&&' | ';',
  command: string,
): Edit[] {
  const lineStart = doc.text.lastIndexOf('\n', end - 1) + 1;
  const glue = operator === '&&' ? ' && ' : '; ';
  if (run.run.form === 'script') {
    // A heredoc is a script with lines of its own; `&&` keeps the status of what stands before.
    const indent = /^[ \t]*/.exec(doc.text.slice(lineStart, end))![0];
    const text = operator === ';' ? `${doc.eol}${indent}${command}` : glue + command;
    return [{ start: end, end, text }];
  }
  const [line] = doc.text.slice(lineStart).split(/\r?\n/, 1);
  const oneLine = run.joined.pieces.length === 1;
  if (oneLine && line!.length + glue.length + command.length <= LINE_WIDTH) {
    return [{ start: end, end, text: glue + command }];
  }
  const style = styleOf(doc, [run]);
  const edits = joinLines(doc, end, end, { operator, close: '', open: '' }, style);
  return [{ start: end, end, text: edits.map((edit) => edit.text).join('') + command }];
}

/** The simple commands that a RUN runs itself, those inside `$( … )` left out. */
export const plainCommandsIn = memo((sequence: Sequence): readonly Command[] => {
  const found: Command[] = [];
  const visit = (node: Node): void => {
    if (node.kind === 'command') found.push(node);
    else childrenOf(node).forEach(visit);
  };
  for (const { node } of sequence.statements) visit(node);
  return found;
});

/** A list of `&&` or `;` around a command. */
export interface Neighbours {
  /** The item or statement that holds the command. */
  readonly item: Node;
  readonly before: Node | undefined;
  readonly after: Node | undefined;
  /** What joins it to the one before, and to the one behind. */
  readonly operatorBefore: '&&' | '||' | ';' | undefined;
  readonly operatorAfter: '&&' | '||' | ';' | undefined;
}

/** The place of a command in the lists of a script; `undefined` inside of anything else. */
export function neighboursOf(script: Script, command: Command): Neighbours | undefined {
  const items: { node: Node; operator: '&&' | '||' | ';' | undefined }[] = [];
  for (const [index, { node }] of script.body.statements.entries()) {
    const parts = node.kind === 'and-or' ? node.items : [node];
    parts.forEach((part, at) => {
      const inner = node.kind === 'and-or' && at > 0 ? node.operators[at - 1] : undefined;
      items.push({ node: part, operator: inner ?? (index > 0 && at === 0 ? ';' : undefined) });
    });
  }
  const at = items.findIndex(({ node }) => holds(node, command));
  if (at < 0) return undefined;
  return {
    item: items[at]!.node,
    before: items[at - 1]?.node,
    after: items[at + 1]?.node,
    operatorBefore: items[at]!.operator,
    operatorAfter: items[at + 1]?.operator,
  };
}

const holds = (node: Node, command: Command): boolean =>
  node === command || (node.kind === 'pipeline' && node.items.includes(command));

/** `undefined` where taking it out would change the rest, or take a comment with it. */
export function removeCommand(
  doc: Document,
  run: Instruction,
  script: Script,
  command: Command,
): Rewrite | undefined {
  const place = neighboursOf(script, command);
  if (!place || place.item !== command || (!place.before && !place.after)) return undefined;
  const { before, after, operatorBefore, operatorAfter } = place;
  if (operatorBefore === '||' || operatorAfter === '||') return undefined;
  // `a && x; b` would become `a; b`, in which a failure of `a` ends a shell under -e.
  if (operatorBefore === '&&' && operatorAfter === ';') return undefined;
  // The last of a sequence gives its status; what stands before may have failed.
  const errexit = script.dialect.errexit || shapeOf(script).setsErrexit;
  if (!after && operatorBefore === ';' && !errexit) return undefined;
  const front = !after;
  const { source } = run.run;
  const edit: { start: number; end: number; text: string } = front
    ? { start: source.toDocEnd(before!.end), end: source.toDocEnd(command.end), text: '' }
    : { start: source.toDoc(command.start), end: source.toDoc(after.start), text: '' };
  const comments = run.comments.filter(
    (comment) => comment.start < edit.end && edit.start < comment.end,
  );
  if (comments.length > 0) {
    // `RUN x && \\` before a comment becomes `RUN \\`; elsewhere it would leave an empty line.
    if (before || !after) return undefined;
    const operator = script.text.indexOf(operatorAfter!, command.end);
    edit.end = source.toDocEnd(operator + operatorAfter!.length);
    while (/[ \t]/.test(doc.text[edit.end]!)) edit.end++;
    // The operator may stand behind the comment.
    if (comments.some((comment) => comment.start < edit.end)) return undefined;
  }
  const mark = '\u0000';
  const tokens = tokensOf(script.body, (other) => (other === command ? mark : commandText(other)));
  const at = tokens.indexOf(mark);
  tokens.splice(front ? at - 1 : at, 2);
  return { edits: [edit], tokens };
}

/** Comments that would stand alone, or say something else, without the instruction below them. */
const ABOUT_CLEANING =
  /clean|cache|remov|tidy|purg|delet|updat|upgrad|\blists?\b|\bapt\b|\bapk\b|index|unneeded|space|size/i;

/**
 * Takes an instruction out with its lines, and a comment that speaks of nothing else (`about`);
 * `undefined` where a comment above it may speak of more.
 */
export function removeInstruction(
  doc: Document,
  instruction: Instruction,
  about: RegExp = ABOUT_CLEANING,
): Pick<Finding, 'edits' | 'changes'> | undefined {
  const { text, eol } = doc;
  if (instruction.comments.length > 0) return undefined;
  let start = text.lastIndexOf('\n', instruction.start - 1) + 1;
  const lines = attachedComments(doc, start);
  if (lines.length > 1 || lines.some((comment) => !about.test(comment.text))) {
    return undefined;
  }
  if (lines[0]) start = text.lastIndexOf('\n', lines[0].start - 1) + 1;
  let end = text.indexOf('\n', instruction.end) + 1;
  if (end === 0) {
    // The last line of a file without a final line break: the break before it goes instead.
    while (text.startsWith(eol, start - eol.length)) start -= eol.length;
    end = text.length;
  } else if (isBlankLine(text, start) && text.startsWith(eol, end)) end += eol.length;
  const changes: Change[] = lines.map((comment) => ({ kind: 'uncommented', comment }));
  return {
    edits: [{ start, end, text: '' }],
    changes: [{ kind: 'removed', instruction }, ...changes],
  };
}

/** Does a blank line stand before the line that begins at `start`? */
const isBlankLine = (text: string, start: number): boolean =>
  /(?:^|\n)\r?\n$/.test(text.slice(Math.max(0, start - 4), start));

/**
 * Where an instruction ends the file with a continuation, behind which are comments at most, so that
 * a line behind it would join it. Undefined: it does not.
 */
export function danglingAt(doc: Document, instruction: Instruction): number | undefined {
  const { start, heredocs } = instruction;
  const tail = doc.escape === '`' ? DANGLING_BACKTICK : DANGLING;
  const found = tail.exec(doc.text.slice(start));
  if (!found || heredocs.length > 0) return undefined;
  const at = start + found.index;
  const isComment = /\n[ \t]*#[^\n]*$/.test(doc.text.slice(start, at));
  return isComment ? undefined : at;
}

const DANGLING = /\\[ \t]*(?:\r?\n[ \t]*(?:#[^\n]*)?)*$/;
const DANGLING_BACKTICK = /`[ \t]*(?:\r?\n[ \t]*(?:#[^\n]*)?)*$/;

export const isDangling = (doc: Document, instruction: Instruction): boolean =>
  danglingAt(doc, instruction) !== undefined;

/** The comments in the lines directly above the line that begins at `lineStart`. */
export function attachedComments(doc: Document, lineStart: number): Comment[] {
  const found: Comment[] = [];
  for (let at = lineStart; at > 0;) {
    const line = doc.text.lastIndexOf('\n', at - 2) + 1;
    const [comment] = doc.commentsBetween(line, at);
    if (!comment) break;
    found.unshift(comment);
    at = line;
  }
  return found;
}
