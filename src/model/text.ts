/** A half-open range of UTF-16 offsets into the text of the file. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** Touching counts: an insertion at the edge of a replacement is a conflict too. */
export const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/**
 * White space as Go's `unicode.IsSpace` sees it, which is what BuildKit trims with.
 * It differs from JavaScript's `\s` in U+0085 (white space only in Go) and U+FEFF (only in
 * JavaScript). Source: https://pkg.go.dev/unicode#IsSpace, read 2026-11-23.
 */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x85) return false;
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** The first offset at or after `from` that is not white space (or `to`). */
export function skipSpaces(text: string, from: number, to = text.length): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The end of `text[from, to)` without its trailing white space. */
export function trimEndSpaces(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The length of a text in UTF-8 bytes. A lone surrogate stands for one undecodable byte. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    if (code < 0x800) bytes += 1;
    else if (code < 0xd800 || code > 0xdfff) bytes += 2;
    else if (code < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      // A pair: two code units, four bytes.
      bytes += 2;
      i++;
    }
  }
  return bytes;
}

/** A piece of assembled text: `length` units at `at`, which stand at `doc` in the file. */
export interface Piece {
  readonly at: number;
  readonly doc: number;
  readonly length: number;
}

/**
 * Text that Docker assembles from several places of the file (continuation lines without their
 * backslashes and comments; a command line and its heredocs), with the way back to the file.
 */
export class MappedText {
  readonly text: string;
  readonly pieces: readonly Piece[];

  constructor(text: string, pieces: readonly Piece[]) {
    this.text = text;
    this.pieces = pieces;
  }

  private pieceAt(offset: number): Piece | undefined {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.pieces[middle]!.at <= offset) low = middle;
      else high = middle - 1;
    }
    return this.pieces[low];
  }

  /** Where in the file the character at `offset` stands. */
  toDoc(offset: number): number {
    const piece = this.pieceAt(offset);
    return piece ? piece.doc + (offset - piece.at) : 0;
  }

  /**
   * Where in the file a range that ends at `offset` ends: directly behind its last character,
   * hence before the backslash, comments and line breaks that may follow it.
   */
  toDocEnd(offset: number): number {
    return offset > 0 ? this.toDoc(offset - 1) + 1 : this.toDoc(0);
  }

  /** The range of the file that `[start, end)` came from, continuations inside included. */
  toDocSpan(start: number, end: number): Span {
    const from = this.toDoc(start);
    return { start: from, end: end > start ? this.toDocEnd(end) : from };
  }

  /** Is `[start, end)` written in the file in one piece, with nothing in between? */
  contiguous(start: number, end: number): boolean {
    return end <= start || this.toDocEnd(end) - this.toDoc(start) === end - start;
  }

  /** The offset in this text of the character at `doc` in the file, if it is part of this text. */
  toText(doc: number): number | undefined {
    // Pieces are in file order too: Docker never moves text, it only leaves text out.
    let low = 0;
    let high = this.pieces.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const piece = this.pieces[middle]!;
      if (doc < piece.doc) high = middle - 1;
      else if (doc >= piece.doc + piece.length) low = middle + 1;
      else return piece.at + (doc - piece.doc);
    }
    return undefined;
  }

  /** The part `[start, end)` as a text of its own. */
  slice(start: number, end = this.text.length): MappedText {
    const pieces: Piece[] = [];
    for (const piece of this.pieces) {
      const from = Math.max(piece.at, start);
      const to = Math.min(piece.at + piece.length, end);
      if (from < to) {
        pieces.push({ at: from - start, doc: piece.doc + (from - piece.at), length: to - from });
      }
    }
    if (pieces.length === 0) pieces.push({ at: 0, doc: this.toDoc(start), length: 0 });
    return new MappedText(this.text.slice(start, end), pieces);
  }

  /** This text with another behind it. */
  concat(other: MappedText): MappedText {
    const shift = this.text.length;
    return new MappedText(this.text + other.text, [
      ...this.pieces.filter((piece) => piece.length > 0),
      ...other.pieces.map((piece) => ({ ...piece, at: piece.at + shift })),
    ]);
  }
}

/** Line numbers of offsets. */
export class LineIndex {
  private readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      starts.push(at + 1);
    }
    this.starts = starts;
  }

  /** The line of `offset`, counted from 1. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** The offset at which line `line` (from 1) begins. */
  startOf(line: number): number {
    return this.starts[line - 1] ?? this.starts.at(-1)!;
  }
}
