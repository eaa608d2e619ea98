import { isSpace, skipSpaces, trimEndSpaces, type Span } from './text.ts';

/** A `--name=value` between the keyword and the arguments, in offsets of the joined line. */
export interface HeadFlag extends Span {
  /** As the builder reads it: quotes and escapes removed. */
  readonly text: string;
}

/** The keyword, the flags and where the arguments stand in a joined line. */
export interface Head {
  /** In upper case. */
  readonly keyword: string;
  readonly keywordEnd: number;
  readonly flags: readonly HeadFlag[];
  readonly argsStart: number;
  readonly argsEnd: number;
}

/** What separates the keyword from the rest: ASCII blanks only. */
const isBlankByte = (char: string | undefined): boolean =>
  char === ' ' || char === '\t' || char === '\v' || char === '\f' || char === '\r';

/**
 * Behaviour: https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/split_command.go,
 * read 2026-11-23.
 */
export function readHead(joined: string, escape: string): Head {
  const start = skipSpaces(joined, 0);
  const end = trimEndSpaces(joined, start, joined.length);
  let keywordEnd = start;
  while (keywordEnd < end && !isBlankByte(joined[keywordEnd])) keywordEnd++;
  let at = keywordEnd;
  while (at < end && isBlankByte(joined[at])) at++;

  const flags: HeadFlag[] = [];
  for (;;) {
    at = skipSpaces(joined, at, end);
    if (!joined.startsWith('--', at) || at + 2 > end) break;
    const flag = readFlag(joined, at, end, escape);
    at = flag.end;
    if (flag.text === '--' && at < end) break;
    if (flag.text !== '--') flags.push(flag);
  }
  const argsStart = skipSpaces(joined, at, end);
  return {
    keyword: joined.slice(start, keywordEnd).toUpperCase(),
    keywordEnd,
    flags,
    argsStart,
    argsEnd: end,
  };
}

function readFlag(joined: string, start: number, end: number, escape: string): HeadFlag {
  let text = '';
  let quote = '';
  let at = start;
  for (; at < end; at++) {
    const char = joined[at]!;
    if (char === escape) {
      at++;
      if (at < end) text += joined[at]!;
    } else if (quote !== '') {
      if (char === quote) quote = '';
      else text += char;
    } else if (isSpace(char.charCodeAt(0))) break;
    else if (char === '"' || char === "'") quote = char;
    else text += char;
  }
  return { start, end: Math.min(at, end), text };
}
