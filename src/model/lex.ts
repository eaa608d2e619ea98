import { isSpace } from './text.ts';

/**
 * Docker's own word lexer: quotes, escapes and variable expansion, as the builder applies them to
 * ENV, ARG, LABEL, COPY, ADD, WORKDIR, USER, EXPOSE, VOLUME, STOPSIGNAL and FROM, and, in raw
 * mode, to find heredocs. It resembles a shell, and is none: RUN, CMD and ENTRYPOINT reach the
 * shell unexpanded.
 *
 * Behaviour: https://github.com/moby/buildkit/blob/master/frontend/dockerfile/shell/lex.go and
 * https://docs.docker.com/reference/dockerfile/#environment-replacement, read 2026-11-23.
 */

/** Looks a variable up; `undefined` when it is not set. */
export type Lookup = (name: string) => string | undefined;

export interface LexOptions {
  /** The escape character of the file: backslash or backtick. */
  readonly escape: string;
  /** Leaves quotes in the result. */
  readonly rawQuotes?: boolean;
  /** Leaves escape characters in the result. */
  readonly rawEscapes?: boolean;
  /** Leaves references to variables that are not set as they are written. */
  readonly keepUnset?: boolean;
  /** With `keepUnset`: put before every reference left, so that it differs from a quoted `$`. */
  readonly mark?: string;
}

export interface LexResult {
  /** The expanded text, blanks kept. */
  readonly text: string;
  /** The expanded text, split at unquoted blanks. */
  readonly words: readonly string[];
  /** The variables that were asked for and not set. */
  readonly unset: ReadonlySet<string>;
}

export class LexError extends Error {}

/** Longer values are not followed: `ENV A=$A$A` doubles one with every line. */
export const MAX_VALUE = 131_072;

/** Matching takes at most this many steps. */
const MAX_STEPS = 4_000_000;

const EOF = '';
const DIGIT = /^\p{Nd}$/u;
const NAME = /^[\p{L}\p{Nd}_]$/u;
const SPECIAL = new Set(['@', '*', '#', '?', '-', '$', '!', '0']);

/** Expands `source`; throws a `LexError` where the builder would fail. */
export function lex(source: string, lookup: Lookup, options: LexOptions): LexResult {
  return new Lexer(source, lookup, options).run();
}

class WordBuffer {
  // One buffer serves nested expansions as well; the builder does the same, and it shows in words
  // such as `a${X:-b}`.
  text = '';
}

class Words {
  private readonly words: string[] = [];
  private inWord = false;
  private readonly buffer: WordBuffer;

  constructor(buffer: WordBuffer) {
    this.buffer = buffer;
    buffer.text = '';
  }

  add(text: string): void {
    for (const char of text) {
      if (!isSpace(char.codePointAt(0)!)) this.addRaw(char);
      else if (this.inWord && this.buffer.text !== '') {
        this.words.push(this.buffer.text);
        this.buffer.text = '';
        this.inWord = false;
      }
    }
  }

  addRaw(text: string): void {
    this.buffer.text += text;
    this.inWord = true;
  }

  finish(): string[] {
    if (this.buffer.text !== '') {
      this.words.push(this.buffer.text);
      this.buffer.text = '';
      this.inWord = false;
    }
    return this.words;
  }
}

class Lexer {
  private readonly source: string;
  private readonly lookup: Lookup;
  private readonly options: LexOptions;
  private readonly buffer = new WordBuffer();
  private readonly unset = new Set<string>();
  private at = 0;
  private rawEscapes: boolean;

  constructor(source: string, lookup: Lookup, options: LexOptions) {
    this.source = source;
    this.lookup = lookup;
    this.options = options;
    this.rawEscapes = options.rawEscapes ?? false;
  }

  run(): LexResult {
    const { text, words } = this.until(EOF, this.rawEscapes);
    return { text, words, unset: this.unset };
  }

  private peek(): string {
    const code = this.source.codePointAt(this.at);
    return code === undefined ? EOF : String.fromCodePoint(code);
  }

  private next(): string {
    const char = this.peek();
    this.at += char.length;
    return char;
  }

  private until(stop: string, rawEscapes: boolean): { text: string; words: string[] } {
    const outer = this.rawEscapes;
    this.rawEscapes = rawEscapes;
    try {
      const words = new Words(this.buffer);
      let text = '';
      for (let char = this.peek(); char !== EOF; char = this.peek()) {
        if (stop !== EOF && char === stop) {
          this.next();
          return { text, words: words.finish() };
        }
        const special = this.special(char);
        if (special !== undefined) {
          text += special;
          if (char === '$') words.add(special);
          else words.addRaw(special);
          continue;
        }
        text += this.plain(words);
      }
      if (stop !== EOF) {
        throw new LexError(`unexpected end of statement while looking for matching ${stop}`);
      }
      return { text, words: words.finish() };
    } finally {
      this.rawEscapes = outer;
    }
  }

  private special(char: string): string | undefined {
    if (char === '$') return this.dollar();
    if (char === "'") return this.singleQuoted();
    if (char === '"') return this.doubleQuoted();
    if (char === '<') return this.possibleHeredoc();
    return undefined;
  }

  private plain(words: Words): string {
    const char = this.next();
    if (char !== this.options.escape) {
      words.add(char);
      return char;
    }
    let text = '';
    if (this.rawEscapes) {
      words.addRaw(char);
      text += char;
    }
    const escaped = this.next();
    if (escaped === EOF) return text;
    words.addRaw(escaped);
    return text + escaped;
  }

  private singleQuoted(): string {
    const quote = this.next();
    const end = this.source.indexOf("'", this.at);
    if (end < 0) {
      throw new LexError('unexpected end of statement while looking for matching single-quote');
    }
    const inner = this.source.slice(this.at, end);
    this.at = end + 1;
    return this.options.rawQuotes ? quote + inner + quote : inner;
  }

  private doubleQuoted(): string {
    const quote = this.next();
    let text = this.options.rawQuotes ? quote : '';
    for (;;) {
      const char = this.peek();
      if (char === EOF) {
        throw new LexError('unexpected end of statement while looking for matching double-quote');
      }
      if (char === '"') {
        this.next();
        return this.options.rawQuotes ? text + quote : text;
      }
      if (char === '$') {
        text += this.dollar();
        continue;
      }
      this.next();
      if (char !== this.options.escape) {
        text += char;
        continue;
      }
      if (this.rawEscapes) text += char;
      const following = this.peek();
      if (following === EOF) continue;
      if (following === '"' || following === '$' || following === this.options.escape) {
        text += this.next();
      } else text += char;
    }
  }

  private possibleHeredoc(): string {
    this.next();
    if (this.peek() !== '<') return '<';
    this.next();
    let text = '<<';
    while (this.peek() === ' ' || this.peek() === '\t' || this.peek() === '\r') text += this.next();
    return text;
  }

  private get(name: string): string | undefined {
    const value = this.lookup(name);
    if (value === undefined) this.unset.add(name);
    return value;
  }

  private kept(reference: string): string {
    return (this.options.mark ?? '') + reference;
  }

  private name(): string {
    let name = '';
    for (let char = this.peek(); char !== EOF; char = this.peek()) {
      if (name === '' && DIGIT.test(char)) {
        while (DIGIT.test(this.peek())) name += this.next();
        return name;
      }
      if (name === '' && SPECIAL.has(char)) return this.next();
      if (!NAME.test(char)) break;
      name += this.next();
    }
    return name;
  }

  private dollar(): string {
    this.next();
    if (this.peek() !== '{') {
      const name = this.name();
      if (name === '') return '$';
      const value = this.get(name);
      if (value === undefined && this.options.keepUnset) return this.kept(`$${name}`);
      return value ?? '';
    }
    this.next();
    const first = this.peek();
    if (first === EOF) throw new LexError("syntax error: missing '}'");
    if (first === '{' || first === '}' || first === ':') {
      throw new LexError('syntax error: bad substitution');
    }
    const name = this.name();
    const operator = this.next();
    if (operator === '}') {
      const value = this.get(name);
      if (value === undefined && this.options.keepUnset) return this.kept(`\${${name}}`);
      return value ?? '';
    }
    if (operator === '/') return this.replacement(name);
    return this.modified(name, operator);
  }

  private modified(name: string, first: string): string {
    let operator = first;
    let modifier = first;
    const nullIsUnset = first === ':';
    if (nullIsUnset) {
      operator = this.next();
      modifier += operator;
    } else if (!'+-?#%'.includes(operator) || operator === EOF) {
      throw new LexError(`unsupported modifier (${modifier}) in substitution`);
    }
    const pattern = operator === '#' || operator === '%';
    if (nullIsUnset && pattern) {
      throw new LexError(`unsupported modifier (${modifier}) in substitution`);
    }
    const word = this.operand('}', pattern, "syntax error: missing '}'");
    const value = this.get(name);
    if (value === undefined && this.options.keepUnset) {
      return this.kept(`\${${name}${modifier}${word}}`);
    }
    const missing = value === undefined || (nullIsUnset && value === '');
    switch (operator) {
      case '-':
        return missing ? word : value;
      case '+':
        return missing ? '' : word;
      case '?':
        if (!missing) return value;
        throw new LexError(
          `${name}: ${word || `is not allowed to be ${value === undefined ? 'unset' : 'empty'}`}`,
        );
      case '#':
      case '%': {
        const greedy = word.startsWith(operator);
        return trim(value ?? '', greedy ? word.slice(1) : word, operator === '#', greedy);
      }
      default:
        throw new LexError(`unsupported modifier (${modifier}) in substitution`);
    }
  }

  private replacement(name: string): string {
    const all = this.peek() === '/';
    if (all) this.next();
    const pattern = this.operand('/', true, "syntax error: missing '/' in ${}");
    const replacement = this.operand('}', true, "syntax error: missing '}'");
    const value = this.get(name);
    if (value === undefined && this.options.keepUnset) {
      return this.kept(`\${${name}/${pattern}/${replacement}}`);
    }
    bound(value ?? '', pattern, 1);
    const found = new RegExp(patternFragments(pattern, true).join(''), all ? 'gsu' : 'su');
    return (value ?? '').replace(found, (match) => goTemplate(replacement, match));
  }

  private operand(stop: string, rawEscapes: boolean, missing: string): string {
    try {
      return this.until(stop, rawEscapes).text;
    } catch (error) {
      if (error instanceof LexError && this.peek() === EOF) throw new LexError(missing);
      throw error;
    }
  }
}

/**
 * The builder takes the replacement for a template of Go's regexp package: `$0` is the match, other
 * names are groups, of which there are none. https://pkg.go.dev/regexp#Regexp.Expand
 */
const goTemplate = (template: string, match: string): string =>
  template.replace(/\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu, (whole, bare, braced) => {
    if (whole === '$$') return '$';
    return Number(bare ?? braced) === 0 ? match : '';
  });

/** Each `*` may be tried at each place of the value, and so may the start of the match. */
function bound(value: string, pattern: string, extra: number): void {
  const stars = pattern.split('*').length - 1;
  if (value.length ** Math.max(1, stars + extra) > MAX_STEPS) {
    throw new LexError('a pattern in a substitution takes too long');
  }
}

/** `${value#pattern}`, `##`, `%` and `%%`. */
function trim(value: string, pattern: string, front: boolean, greedy: boolean): string {
  bound(value, pattern, 0);
  const fragments = patternFragments(pattern, greedy);
  if (front) {
    const match = new RegExp(`^${fragments.join('')}`, 'su').exec(value);
    return match ? value.slice(match[0].length) : value;
  }
  // The shortest or longest suffix is the shortest or longest prefix of the reversed text.
  const reversed = [...value].toReversed().join('');
  const match = new RegExp(`^${fragments.toReversed().join('')}`, 'su').exec(reversed);
  return match ? value.slice(0, value.length - match[0].length) : value;
}

/**
 * A shell pattern as a list of regular expressions, one for each of its characters. Only `*`, `?`
 * and backslash escapes are special to the builder, not brackets.
 */
function patternFragments(pattern: string, greedy: boolean): string[] {
  const fragments: string[] = [];
  const chars = [...pattern];
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i]!;
    if (char === '*') fragments.push(greedy ? '.*' : '.*?');
    else if (char === '?') fragments.push('.');
    else if (char === '\\') {
      const following = chars[i + 1];
      if (following === '}' || following === '/') continue;
      if (following !== '*' && following !== '?' && following !== '\\') {
        throw new LexError(`invalid escape '\\${following ?? ''}'`);
      }
      fragments.push(`\\${following}`);
      i++;
    } else fragments.push(char.replace(/[[\]{}.+()|^$/]/, '\\$&'));
  }
  return fragments;
}
