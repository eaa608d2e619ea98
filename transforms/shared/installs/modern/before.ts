import {
  childrenOf,
  commandText,
  tokensOf,
  type Command,
  type Edit,
  type Finding,
  type Node,
  type Script,
} from '../../../../src/kit.ts';
import { shapeOf } from '../../joining.ts';
import { joinLines, styleOf } from '../../layout.ts';
import { baseName } from '../../prefix.ts';
import { runs, type Visit } from '../../visit.ts';
import type { Found } from '../found.ts';

/** Up to here a command is put before another one on the same line. */
const LINE_WIDTH = 100;

/** Run the command behind them as somebody else, and can do so twice. */
const TWICE = /^(?:sudo|gosu|su-exec)$/;

/**
 * Puts commands of the same program before a command that becomes `text` by `others`; undefined
 * where they would not run exactly when it does.
 */
export function putBefore(
  { visit, command, program }: Found,
  before: readonly string[],
  text: string,
  others: readonly Edit[],
): Pick<Finding, 'edits' | 'changes'> | undefined {
  const { script, run } = visit;
  const operator = operatorAt(script, command);
  const prefix = prefixOf(visit, command, program.start);
  if (operator === undefined || prefix === undefined || command.redirects.length > 0)
    return undefined;
  const called = prefix + program.text;
  const commands = before.map((args) => `${called} ${args}`);
  const at = run.run.source.toDoc(command.start);
  const edit = { start: at, end: at, text: textOf(visit, at, commands, operator, others) };
  const mark = '\u0000';
  const tokens = tokensOf(script.body, (other) =>
    other === command ? mark : commandText(other),
  ).flatMap((token) =>
    token === mark ? [...commands.flatMap((one) => [one, operator]), text] : [token],
  );
  return { edits: [edit, ...others], changes: [runs(visit, tokens)] };
}

function textOf(
  visit: Visit,
  at: number,
  commands: readonly string[],
  operator: '&&' | ';',
  others: readonly Edit[],
): string {
  const { doc, run } = visit;
  const start = doc.text.lastIndexOf('\n', at - 1) + 1;
  const glue = operator === '&&' ? ' && ' : '; ';
  const plain = commands.map((command) => command + glue).join('');
  if (run.run.form === 'script') {
    const indent = /^[ \t]*/.exec(doc.text.slice(start, at))![0];
    const lines = commands.map(
      (command) => `${command}${operator === '&&' ? ' &&' : ''}${doc.eol}${indent}`,
    );
    return lines.join('');
  }
  const [line = ''] = doc.text.slice(start).split(/\r?\n/, 1);
  const isOneLine = run.joined.pieces.length === 1;
  const gone = others.reduce((sum, edit) => sum + edit.end - edit.start - edit.text.length, 0);
  if (isOneLine && line.length + plain.length - gone <= LINE_WIDTH) return plain;
  const joint = jointAt(visit, at, doc.text.slice(start, at), operator);
  return commands.map((command) => command + joint).join('');
}

/** As the line of the command begins, where it is the first on it; else as the file does it. */
function jointAt({ doc, run }: Visit, at: number, front: string, operator: '&&' | ';'): string {
  const { eol, escape } = doc;
  const [, indent, and] = /^([ \t]*)(&&[ \t]+)?$/.exec(front) ?? [];
  if (indent === undefined) {
    const style = styleOf(doc, [run]);
    const edits = joinLines(doc, at, at, { operator, close: '', open: '' }, style);
    return edits.map(({ text }) => text).join('');
  }
  if (and !== undefined) return ` ${escape}${eol}${indent}${and}`;
  return `${operator === '&&' ? ' &&' : ';'} ${escape}${eol}${indent}`;
}

/** What joins a command to one before it; undefined where there is no place for one. */
function operatorAt(script: Script, command: Command): '&&' | ';' | undefined {
  const errexit = script.dialect.errexit || shapeOf(script).setsErrexit;
  for (const node of nodesOf(script)) {
    if (node.kind === 'pipeline' && node.items.includes(command)) return undefined;
    if (node.kind !== 'and-or') continue;
    const at = node.items.indexOf(command);
    if (at < 0) continue;
    return at > 0 && node.operators[at - 1] === '||' ? undefined : '&&';
  }
  return errexit ? ';' : '&&';
}

function nodesOf(script: Script): Node[] {
  const found: Node[] = [];
  const pending: Node[] = script.body.statements.map(({ node }) => node);
  for (let node = pending.pop(); node; node = pending.pop()) {
    found.push(node);
    pending.push(...childrenOf(node));
  }
  return found;
}

/** What stands before the program, with its blank. */
function prefixOf({ script }: Visit, command: Command, end: number): string | undefined {
  const first = command.words[0]!;
  if (first.start === end) return command.assignments.length > 0 ? undefined : '';
  if (command.assignments.length > 0 || !TWICE.test(baseName(first.value ?? ''))) return undefined;
  const text = script.text.slice(first.start, end);
  return text.includes('\n') ? undefined : text.replace(/\s+/g, ' ');
}
