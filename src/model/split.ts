import { LexError, lex } from './lex.ts';
import { isJsonForm } from './json-form.ts';
import { readHead, type Head } from './head.ts';
import {
  byteLength,
  isSpace,
  MappedText,
  skipSpaces,
  trimEndSpaces,
  type Piece,
  type Span,
} from './text.ts';

/**
 * Splits a Dockerfile into logical lines exactly as BuildKit does.
 *
 * Behaviour: https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go,
 * read 2026-11-23, and checked against that parser on real repositories.
 */

/** What keeps a file from being read as a Dockerfile. */
export class DockerfileError extends Error {
  /** The line, counted from 1. */
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

export interface Directive extends Span {
  readonly name: string;
  readonly value: string;
}

export interface Comment extends Span {
  /** The text behind the `#`, trimmed. */
  readonly text: string;
  readonly line: number;
}

export interface Heredoc {
  readonly name: string;
  /** Variables are expanded in it (its delimiter is not quoted). */
  readonly expand: boolean;
  /** Written `<<-`: leading tabs are dropped. */
  readonly chomp: boolean;
  /** The body, from the line after the operator to before the line of the terminator. */
  readonly body: Span;
  /** The terminator, without its line break. */
  readonly terminator: Span;
}

/** One instruction as the builder sees it: joined, with what was left out noted. */
export interface LogicalLine extends Span {
  /** Where the command line ends and heredoc bodies may begin. */
  readonly headEnd: number;
  readonly startLine: number;
  readonly endLine: number;
  readonly joined: MappedText;
  readonly head: Head;
  readonly heredocs: readonly Heredoc[];
  /** Comments between its continuation lines. */
  readonly comments: readonly Comment[];
  /** Blank lines between its continuation lines. */
  readonly blankLines: readonly Span[];
}

export interface SplitFile {
  readonly bom: boolean;
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly lines: readonly LogicalLine[];
}

/** The builder's scanner takes physical lines up to this many bytes. */
export const MAX_LINE_BYTES = 65_535;

const DIRECTIVE = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*(.+?)[\t\n\f\r ]*$/;
const DIRECTIVES = new Set(['syntax', 'escape', 'check']);
const HEREDOC_WORD = /^(\d*)<<(-?)[\t\n\f\r ]*([^<]*)$/;
const HEREDOC_KEYWORDS = new Set(['ADD', 'COPY', 'RUN']);

export function split(text: string): SplitFile {
  return new Splitter(text).run();
}

interface PhysicalLine {
  /** The first character of the line. */
  readonly start: number;
  /** Behind its last character, line break excluded. */
  readonly end: number;
  readonly number: number;
}

class Splitter {
  private readonly text: string;
  private readonly directives: Directive[] = [];
  private readonly comments: Comment[] = [];
  private readonly lines: LogicalLine[] = [];
  private escape: '\\' | '`' = '\\';
  private mayBeDirective = true;
  private next: number;
  private line = 0;

  constructor(text: string) {
    this.text = text;
    this.next = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  run(): SplitFile {
    for (let line = this.read(); line; line = this.read()) {
      const start = skipSpaces(this.text, line.start, line.end);
      if (this.text[start] === '#' && start < line.end) this.comment(start, line);
      else {
        // A blank line, too, ends the directives: it is no directive.
        this.mayBeDirective = false;
        if (start < line.end) this.instruction(start, line);
      }
    }
    if (this.lines.length === 0) throw new DockerfileError('no instructions', this.line || 1);
    return {
      bom: this.text.charCodeAt(0) === 0xfeff,
      escape: this.escape,
      directives: this.directives,
      comments: this.comments,
      lines: this.lines,
    };
  }

  private read(): PhysicalLine | undefined {
    if (this.next >= this.text.length) return undefined;
    const start = this.next;
    const lineBreak = this.text.indexOf('\n', start);
    const stop = lineBreak < 0 ? this.text.length : lineBreak;
    this.next = lineBreak < 0 ? stop : stop + 1;
    this.line++;
    // A UTF-16 unit takes at most three bytes.
    if (
      (stop - start) * 3 > MAX_LINE_BYTES &&
      byteLength(this.text.slice(start, stop)) > MAX_LINE_BYTES
    ) {
      throw new DockerfileError(
        `a line is longer than the ${MAX_LINE_BYTES} bytes Docker reads`,
        this.line,
      );
    }
    let end = stop;
    while (end > start && this.text[end - 1] === '\r') end--;
    return { start, end, number: this.line };
  }

  private comment(start: number, line: PhysicalLine): void {
    const comment = this.asComment(start, line);
    if (!this.directive(comment)) this.comments.push(comment);
  }

  private asComment(start: number, line: PhysicalLine): Comment {
    const from = skipSpaces(this.text, start + 1, line.end);
    const to = trimEndSpaces(this.text, from, line.end);
    return { start, end: line.end, text: this.text.slice(from, to), line: line.number };
  }

  private directive(comment: Comment): boolean {
    if (!this.mayBeDirective) return false;
    const match = DIRECTIVE.exec(this.text.slice(comment.start + 1, comment.end).trimStart());
    const name = match?.[1]!.toLowerCase();
    if (!match || name === undefined || !DIRECTIVES.has(name)) {
      this.mayBeDirective = false;
      return false;
    }
    if (this.directives.some((directive) => directive.name === name)) {
      throw new DockerfileError(`the directive "${name}" is given twice`, comment.line);
    }
    const value = match[2]!;
    if (name === 'escape') {
      if (value !== '\\' && value !== '`') {
        throw new DockerfileError('the escape directive takes \\ or ` only', comment.line);
      }
      this.escape = value;
    }
    this.directives.push({ start: comment.start, end: comment.end, name, value });
    return true;
  }

  /** The end of `[start, end)` without its continuation character, or -1 when it has none. */
  private continuation(start: number, end: number): number {
    let at = end;
    while (at > start && (this.text[at - 1] === ' ' || this.text[at - 1] === '\t')) at--;
    if (at <= start || this.text[at - 1] !== this.escape) return -1;
    // Two escape characters are one escaped, not a continuation.
    if (at - 1 > start && this.text[at - 2] === this.escape) return -1;
    return at - 1;
  }

  private instruction(start: number, first: PhysicalLine): void {
    const pieces: Piece[] = [];
    const comments: Comment[] = [];
    const blankLines: Span[] = [];
    let joined = '';
    let end = first.end;
    let contentEnd = first.end;

    const append = (from: number, to: number): void => {
      if (to > from || pieces.length === 0) {
        pieces.push({ at: joined.length, doc: from, length: to - from });
      }
      joined += this.text.slice(from, to);
    };

    let cut = this.continuation(start, first.end);
    append(start, cut < 0 ? first.end : cut);
    while (cut >= 0) {
      const line = this.read();
      if (!line) break;
      end = line.end;
      const content = skipSpaces(this.text, line.start, line.end);
      if (content >= line.end) {
        blankLines.push({ start: line.start, end: line.end });
        continue;
      }
      if (this.text[content] === '#') {
        comments.push(this.asComment(content, line));
        continue;
      }
      contentEnd = line.end;
      cut = this.continuation(line.start, line.end);
      append(line.start, cut < 0 ? line.end : cut);
    }

    const head = readHead(joined, this.escape);
    const headEnd = contentEnd;
    const heredocs = this.heredocs(joined, head, first.number);
    const last = heredocs.at(-1);
    // What a dangling continuation swallowed at the end of the file is not part of the text.
    if (last) contentEnd = last.terminator.end;
    else if (end > contentEnd) this.releaseTail(contentEnd, comments, blankLines);

    this.lines.push({
      start,
      end: contentEnd,
      headEnd,
      startLine: first.number,
      endLine: this.line,
      joined: new MappedText(joined, pieces),
      head,
      heredocs,
      comments,
      blankLines,
    });
  }

  /** Hands comments behind the last piece of an instruction back to the file. */
  private releaseTail(contentEnd: number, comments: Comment[], blankLines: Span[]): void {
    while (comments.length > 0 && comments.at(-1)!.start > contentEnd) {
      this.comments.push(comments.pop()!);
    }
    while (blankLines.length > 0 && blankLines.at(-1)!.start > contentEnd) blankLines.pop();
    this.comments.sort((a, b) => a.start - b.start);
  }

  private heredocs(joined: string, head: Head, line: number): Heredoc[] {
    if (!joined.includes('<<') || !canContainHeredoc(joined, head, this.escape)) return [];
    return heredocWords(joined, line).map((word) => {
      const bodyStart = this.next;
      for (;;) {
        const before = this.next;
        const read = this.read();
        if (!read) throw new DockerfileError(`the heredoc "${word.name}" does not end`, line);
        let at = read.start;
        if (word.chomp) while (this.text[at] === '\t') at++;
        if (read.end - at === word.name.length && this.text.startsWith(word.name, at)) {
          return {
            ...word,
            body: { start: bodyStart, end: before },
            terminator: { start: read.start, end: read.end },
          };
        }
      }
    });
  }
}

/** Only RUN, COPY and ADD (also behind ONBUILD), and only outside their JSON form. */
function canContainHeredoc(joined: string, head: Head, escape: string): boolean {
  if (head.keyword === 'ONBUILD') {
    const inner = readHead(joined.slice(head.argsStart), escape);
    const args = joined.slice(head.argsStart).slice(inner.argsStart);
    return HEREDOC_KEYWORDS.has(inner.keyword) && !isJsonForm(args);
  }
  return HEREDOC_KEYWORDS.has(head.keyword) && !isJsonForm(joined.slice(head.argsStart));
}

type HeredocWord = Pick<Heredoc, 'name' | 'expand' | 'chomp'>;

const NONE = (): undefined => undefined;

function heredocWords(joined: string, line: number): HeredocWord[] {
  let words: readonly string[];
  try {
    // The builder always takes the backslash here, whatever the escape directive says.
    words = lex(joined, NONE, {
      escape: '\\',
      rawQuotes: true,
      rawEscapes: true,
      keepUnset: true,
    }).words;
  } catch (error) {
    // A line that its lexer rejects has no heredocs for the builder: the body is then read as
    // instructions, and the build fails at the first of them.
    if (error instanceof LexError) return [];
    throw error;
  }
  try {
    return words.flatMap((word) => heredocOf(word) ?? []);
  } catch (error) {
    if (error instanceof LexError) throw new DockerfileError(error.message, line);
    throw error;
  }
}

/** Reads `<<EOF`, `<<-"EOF"`, `3<<EOF`; `undefined` when the word is none. */
export function heredocOf(word: string): HeredocWord | undefined {
  const match = HEREDOC_WORD.exec(word);
  const rest = match?.[3];
  if (!match || !rest) return undefined;
  const plain = lex(rest, NONE, { escape: '\\', keepUnset: true }).words;
  if (plain.length !== 1) return undefined;
  const raw = lex(rest, NONE, { escape: '\\', keepUnset: true, rawQuotes: true }).words;
  const quotes = (text: string | undefined): number => (text?.match(/['"]/g) ?? []).length;
  return {
    name: plain[0]!,
    expand: quotes(plain[0]) === quotes(raw[0]),
    chomp: match[2] === '-',
  };
}

/** Is there anything but white space in `[from, to)`? */
export function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
