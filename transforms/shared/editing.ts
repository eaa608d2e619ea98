import {
  childrenOf,
  commandText,
  parseScript,
  tokensOf,
  type Command,
  type Comment,
  type Document,
  type Edit,
  type Instruction,
  type Node,
  type Script,
  type Sequence,
} from '../../src/kit.ts';
import { joinerBehind } from './joining.ts';
import { joinLines, styleOf } from './layout.ts';
import { memo } from './memo.ts';

/** A change of the commands of a RUN: the edits, and what the RUN then runs. */
export interface Rewrite {
  readonly edits: readonly Edit[];
  readonly tokens: readonly string[];
}

/** Up to here a command is put behind another one on the same line. */
const LINE_WIDTH = 100;

/** Why nothing can be put behind the commands of a RUN. */
export type AppendObstacle = 'heredoc' | 'comment' | 'background' | 'ends' | 'errexit';

export function appendObstacle(run: Instruction, script: Script): AppendObstacle | undefined {
  if (run.heredocs.length > 0 && run.run.form !== 'script') return 'heredoc';
  if (script.hasComment) return 'comment';
  if (script.body.statements.some((statement) => statement.background)) return 'background';
  if (leavesShell(script.body)) return 'ends';
  return joinerBehind(script) === undefined ? 'errexit' : undefined;
}

/** Does the shell end, or become another program, before what is put behind? */
function leavesShell(sequence: Sequence): boolean {
  const leaves = (node: Node): boolean => {
    if (node.kind === 'command') {
      const [name, argument] = node.words.map((word) => word.value);
      if (name === 'exec') return node.words.length > 1;
      return name === 'exit' && (argument === undefined || Number(argument) === 0);
    }
    if (node.kind === 'subshell' || (node.kind === 'pipeline' && node.items.length > 1))
      return false;
    return childrenOf(node).some(leaves);
  };
  return sequence.statements.some(({ node }) => leaves(node));
}

/** Puts a command behind those of a RUN, in the style of the RUN or of its file. */
export function appendCommand(
  doc: Document,
  run: Instruction,
  script: Script,
  command: string,
): Rewrite {
  const operator = joinerBehind(script)!;
  const { source } = run.run;
  const end = source.toDocEnd(script.body.statements.at(-1)!.node.end);
  const parsed = parseScript(command, script.dialect);
  const added = parsed.known ? parsed.value.tokens : [command];
  const tokens = [...script.tokens, operator, ...added];
  return { edits: appendEdits(doc, run, end, operator, command), tokens };
}

function appendEdits(
  doc: Document,
  run: Instruction,
  end: number,
  operator: '&&' | ';',
  command: string,
): Edit[] {
  if (run.run.form === 'script') {
    // A heredoc is a script with lines of its own; `&&` keeps the status of what stands before.
    const indent = /[ \t]*$/.exec(
      doc.text.slice(doc.text.lastIndexOf('\n', end - 1) + 1, end).replace(/\S.*$/s, ''),
    )![0];
    const text = operator === ';' ? `${doc.eol}${indent}${command}` : ` && ${command}`;
    return [{ start: end, end, text }];
  }
  const lineStart = doc.text.lastIndexOf('\n', end - 1) + 1;
  const oneLine = run.joined.pieces.length === 1;
  const glue = operator === '&&' ? ' && ' : '; ';
  if (oneLine && end - lineStart + glue.length + command.length <= LINE_WIDTH) {
    return [{ start: end, end, text: glue + command }];
  }
  const style = styleOf(doc, [run]);
  const joint = { operator, close: '', open: '' };
  const edits = joinLines(doc, end, end, joint, style);
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
  run: Instruction,
  script: Script,
  command: Command,
): Rewrite | undefined {
  const place = neighboursOf(script, command);
  if (!place || place.item !== command || (!place.before && !place.after)) return undefined;
  const { before, after, operatorBefore, operatorAfter } = place;
  if (operatorBefore === '||' || operatorAfter === '||') return undefined;
  // `a && x; b` leaves `a; b`, so there the operator in front goes.
  const front = !after || (operatorBefore === '&&' && operatorAfter === ';');
  const { source } = run.run;
  const edit = front
    ? { start: source.toDocEnd(before!.end), end: source.toDocEnd(command.end), text: '' }
    : { start: source.toDoc(command.start), end: source.toDoc(after.start), text: '' };
  if (run.comments.some((comment) => comment.start < edit.end && edit.start < comment.end)) {
    return undefined;
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
 * Takes an instruction out with its lines, and a comment that speaks of nothing else; `undefined`
 * where a comment above it may speak of more.
 */
export function removeInstruction(doc: Document, instruction: Instruction): Edit | undefined {
  const { text, eol } = doc;
  let start = text.lastIndexOf('\n', instruction.start - 1) + 1;
  const lines = attachedComments(doc, start);
  if (lines.length > 1 || lines.some((comment) => !ABOUT_CLEANING.test(comment.text))) {
    return undefined;
  }
  if (lines[0]) start = text.lastIndexOf('\n', lines[0].start - 1) + 1;
  let end = text.indexOf('\n', instruction.end) + 1;
  if (end === 0) {
    // The last line of a file without a final line break: the break before it goes instead.
    start = Math.max(0, start - eol.length);
    end = text.length;
  } else if (isBlankLine(text, start) && text.startsWith(eol, end)) end += eol.length;
  return { start, end, text: '' };
}

/** Does a blank line stand before the line that begins at `start`? */
const isBlankLine = (text: string, start: number): boolean =>
  /(?:^|\n)\r?\n$/.test(text.slice(Math.max(0, start - 4), start));

function attachedComments(doc: Document, lineStart: number): Comment[] {
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
