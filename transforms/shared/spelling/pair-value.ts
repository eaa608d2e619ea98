import type { Edit, Instruction, MappedText } from '../../../src/kit.ts';

/** The old form of ENV and LABEL, `ENV name value`, by place in the arguments. */
export interface OldPair {
  readonly nameEnd: number;
  readonly valueStart: number;
}

/**
 * Reads the old form: no `=` in the first word, and the value is all that stands behind the blanks.
 * https://github.com/moby/buildkit/blob/73ed682/frontend/dockerfile/parser/line_parsers.go
 * (parseNameVal), read 2026-11-25
 */
export function oldPairOf({ keyword, args, pairs }: Instruction): OldPair | undefined {
  if (keyword !== 'ENV' && keyword !== 'LABEL') return undefined;
  const gap = /[\t\v\f\r ]+/.exec(args.text);
  if (!gap || args.text.slice(0, gap.index).includes('=')) return undefined;
  // A name in quotes is cut at its first blank, and no build gets past it.
  if (pairs.length !== 1 || /["'\\`$]/.test(args.text.slice(0, gap.index))) return undefined;
  return { nameEnd: gap.index, valueStart: gap.index + gap[0].length };
}

/** Why it stays: its quotes would end elsewhere, or a comment stands where the `=` goes. */
export type PairObstacle = 'quotes' | 'comment';

/**
 * The edits that write the old form as `name=value` with the value that it has now. The new form
 * splits at blanks outside of quotes and is lexed the same, so a value without such blanks stays as
 * it is; any other is put in double quotes, in which variables are expanded as they were. Quotes in
 * `${ … }` would end at another place there. `undefined` for a value that no build gets past.
 */
export function pairEdits(
  instruction: Instruction,
  pair: OldPair,
): readonly Edit[] | PairObstacle | undefined {
  const { args, comments, escape } = instruction;
  const gap = args.toDocSpan(pair.nameEnd, pair.valueStart);
  const valueAt = args.toDoc(pair.valueStart);
  const value = args.text.slice(pair.valueStart);
  const read = scan(value, escape);
  if (!read) return undefined;
  const blank = hasOpenBlank(value, escape);
  if (blank && read.substitutions.some((text) => /["']/.test(text) || text.includes(escape))) {
    return 'quotes';
  }
  if (comments.some(({ start }) => start > gap.start && start < valueAt)) return 'comment';
  const equals = { start: gap.start, end: valueAt, text: '=' };
  if (!blank) return [equals];
  const file = instruction.stage!.document.text;
  const quoted = quoteEdits(args, pair.valueStart, read.changes);
  return joined([equals, ...quoted]).filter(
    (edit) => file.slice(edit.start, edit.end) !== edit.text,
  );
}

/** Would the new form split it? */
function hasOpenBlank(value: string, escape: string): boolean {
  let quote = '';
  for (let at = 0; at < value.length; at++) {
    const char = value[at]!;
    if (char === escape && quote !== "'") at++;
    else if (char === quote) quote = '';
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (quote === '' && BLANK.test(char)) return true;
  }
  return false;
}

/** What Go takes for white space. */
const BLANK = /[\s\u0085]/;

/** What would become of one character in double quotes: another text for it. */
interface Change {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

interface Scan {
  /** The texts of `${ … }`. */
  readonly substitutions: readonly string[];
  /** What is to be written otherwise inside of double quotes. */
  readonly changes: readonly Change[];
}

/** Reads a value as Docker's lexer does; `undefined` where its quotes are not closed. */
function scan(value: string, escape: string): Scan | undefined {
  const changes: Change[] = [];
  const substitutions: string[] = [];
  let quote = '';
  for (let at = 0; at < value.length; at++) {
    const char = value[at]!;
    if (char === '$' && value[at + 1] === '{' && quote !== "'") {
      const end = endOfBraces(value, at);
      if (end === undefined) return undefined;
      substitutions.push(value.slice(at, end));
      at = end - 1;
    } else if (char === quote || (quote === '' && /["']/.test(char))) {
      quote = quote === '' ? char : '';
      changes.push({ at, length: 1, text: '' });
    } else if (char === escape && quote !== "'") {
      const next = value[at + 1];
      if (next === undefined) return undefined;
      const kept = next === '"' || next === '$' || next === escape;
      // In double quotes an escape before any other character is a character itself.
      if (quote === '' && !kept) changes.push({ at, length: 1, text: '' });
      if (quote === '' || kept) at++;
    } else if (quote === "'" && (char === '"' || char === '$' || char === escape)) {
      changes.push({ at, length: 0, text: escape });
    }
  }
  return quote === '' ? { substitutions, changes } : undefined;
}

function endOfBraces(value: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from + 1; at < value.length; at++) {
    if (value[at] === '{') depth++;
    else if (value[at] === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

function quoteEdits(args: MappedText, start: number, changes: readonly Change[]): Edit[] {
  const last = args.text.length - start;
  const all = [{ at: 0, length: 0, text: '"' }, ...changes, { at: last, length: 0, text: '"' }];
  return all.map(({ at, length, text }) => {
    const from = at === last ? args.toDocEnd(start + at) : args.toDoc(start + at);
    return { start: from, end: from + length, text };
  });
}

/** Edits that touch as one: a quote that goes where another comes stays as it is. */
function joined(edits: readonly Edit[]): Edit[] {
  const result: Edit[] = [];
  for (const edit of edits) {
    const before = result.at(-1);
    if (before?.end === edit.start) {
      result[result.length - 1] = {
        start: before.start,
        end: edit.end,
        text: before.text + edit.text,
      };
    } else result.push(edit);
  }
  return result;
}
