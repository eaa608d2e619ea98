import type { Document, Edit, Instruction } from '../../src/kit.ts';

/** How a file continues a command over several lines. */
export interface Style {
  /** `&&` at the start of a line, or at the end of the one before. */
  readonly operator: 'leading' | 'trailing';
  /** What continuation lines begin with. */
  readonly indent: string;
  /** What a line begins with that is a `;` and nothing else, where the RUN has such lines. */
  readonly semicolon?: string | undefined;
}

interface Tally {
  leading: number;
  trailing: number;
  readonly indents: Map<string, number>;
  /** Of lists of arguments. */
  readonly others: Map<string, number>;
  readonly semicolons: Map<string, number>;
}

/**
 * The style of the first of `instructions` that shows one, else of the file, else `&&` at the end,
 * and a tab where lists of arguments have it, four blanks where they have not.
 */
export function styleOf(doc: Document, instructions: readonly Instruction[]): Style {
  const own = tally(instructions);
  const all = own.leading + own.trailing > 0 && own.indents.size > 0 ? own : fileTally(doc);
  const votes = own.leading + own.trailing > 0 ? own : all;
  const indents = own.indents.size > 0 ? own.indents : all.indents;
  return {
    operator: votes.leading > votes.trailing ? 'leading' : 'trailing',
    indent:
      mostFrequent(indents) ??
      (mostFrequent(all.others)?.startsWith('\t') === true ? '\t' : '    '),
    semicolon: mostFrequent(own.semicolons),
  };
}

const fileTallies = new WeakMap<Document, Tally>();

function fileTally(doc: Document): Tally {
  let found = fileTallies.get(doc);
  if (!found) {
    found = tally(doc.only('RUN'));
    fileTallies.set(doc, found);
  }
  return found;
}

function tally(instructions: readonly Instruction[]): Tally {
  const votes: Tally = {
    leading: 0,
    trailing: 0,
    indents: new Map(),
    others: new Map(),
    semicolons: new Map(),
  };
  for (const instruction of instructions) {
    const { pieces, text } = instruction.joined;
    const indents: string[] = [];
    pieces.forEach((piece, i) => {
      const line = text.slice(piece.at, piece.at + piece.length);
      const last = i === pieces.length - 1;
      const ends = /&&\s*$/.test(line);
      const starts = /^\s*&&/.test(line);
      const alone = /^([ \t]*);[ \t]*$/.exec(line)?.[1];
      if (alone !== undefined) add(votes.semicolons, alone);
      if (i > 0 && starts) votes.leading++;
      if (!last && ends) votes.trailing++;
      // Only lines that begin a command tell its indent, not lists of arguments.
      const before = i > 0 ? text.slice(pieces[i - 1]!.at, piece.at) : '';
      if (i === 0) return;
      const indent = /^[ \t]*/.exec(line)![0];
      if (starts || /(?:&&|;)\s*$/.test(before)) indents.push(indent);
      else add(votes.others, indent);
    });
    // What stands deeper belongs to a condition or a loop.
    const least = Math.min(...indents.map((indent) => indent.length));
    for (const indent of indents) if (indent.length === least) add(votes.indents, indent);
  }
  return votes;
}

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  for (const [value, count] of counts) {
    if (best === undefined || count > counts.get(best)!) best = value;
  }
  return best;
}

/** How two commands of one RUN are joined in the file. */
export interface Joint {
  readonly operator: '&&' | ';';
  /** Put behind the first command, such as a closing parenthesis. */
  readonly close: string;
  /** Put before the second command, such as an opening parenthesis. */
  readonly open: string;
}

/**
 * The edits that turn what stands in `[start, end)` of the file, between two commands, into an
 * operator and a line break. Comments in between keep their lines; blank lines go, since Docker
 * warns of them inside an instruction.
 */
export function joinLines(
  doc: Document,
  start: number,
  end: number,
  joint: Joint,
  style: Style,
): Edit[] {
  const { eol, escape, text } = doc;
  // Where the file writes `\` directly behind a command, a command put between them does so too.
  const glued = start === end && text.startsWith(escape + eol, end);
  const semicolon =
    style.semicolon === undefined ? '; ' : `${glued ? '' : ' '}${escape}${eol}${style.semicolon}; `;
  const before =
    joint.operator === ';'
      ? `${joint.close}${semicolon}${escape}`
      : style.operator === 'trailing'
        ? `${joint.close} && ${escape}`
        : `${joint.close}${glued ? '' : ' '}${escape}`;
  const after =
    style.indent +
    (joint.operator === '&&' && style.operator === 'leading' ? '&& ' : '') +
    joint.open;

  const edits: Edit[] = [];
  let at = start;
  let lead = before;
  for (const comment of commentsIn(doc, start, end)) {
    const line = text.lastIndexOf('\n', comment.start) + 1;
    edits.push({ start: at, end: line, text: lead + eol });
    at = comment.end;
    lead = '';
  }
  edits.push({ start: at, end, text: lead + eol + after });
  return edits.filter((edit) => text.slice(edit.start, edit.end) !== edit.text);
}

function commentsIn(doc: Document, start: number, end: number): { start: number; end: number }[] {
  const inside = doc
    .touched({ start, end })
    .flatMap((instruction) => instruction.comments)
    .filter((comment) => comment.start >= start && comment.end <= end);
  return [...doc.commentsBetween(start, end), ...inside].toSorted((a, b) => a.start - b.start);
}
