import { DockerfileParser, PropertyInstruction } from 'dockerfile-ast';
import type { Fact } from './fact.ts';
import { unknown } from './fact.ts';
import { jsonForm } from './json-form.ts';
import { readHead, type Head } from './head.ts';
import { lex, LexError, MAX_VALUE, type Lookup } from './lex.ts';
import { runBody, type RunBody } from './run.ts';
import { mountsOf, type Mount } from './mount.ts';
import type { Comment, Heredoc, LogicalLine } from './split.ts';
import type { Stage } from './stage.ts';
import { isSpace, skipSpaces, span, trimEndSpaces, type MappedText, type Span } from './text.ts';

/** The instructions that Docker knows. */
export const KEYWORDS = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
] as const;

export type Keyword = (typeof KEYWORDS)[number];

const KNOWN: ReadonlySet<string> = new Set(KEYWORDS);

export const isKeyword = (text: string): text is Keyword => KNOWN.has(text);

/** What only Go takes for white space; see `isSpace`. */
const OTHER_BLANKS = /[\v\f\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;

/** Their arguments may stand in a JSON array; EXPOSE and FROM take brackets as they are. */
const JSON_WORDS: ReadonlySet<Keyword> = new Set(['ADD', 'COPY', 'VOLUME']);

/** A `--name=value`. */
export interface Flag extends Span {
  readonly name: string;
  /** `undefined` for a bare `--link`. */
  readonly value: string | undefined;
}

/** An argument, by place in the file. */
export interface Argument extends Span {
  /** As written, before Docker's lexing. */
  readonly text: string;
}

/** A `name=value` of ENV, LABEL or ARG. */
export interface Pair extends Span {
  /** As written. */
  readonly name: string;
  /** As written, quotes included; `undefined` for an `ARG name`. */
  readonly value: string | undefined;
  readonly valueSpan: Span | undefined;
}

/** The shell that a shell-form command is handed to, its user and its directory. */
export interface State {
  /** `["/bin/sh", "-c"]` unless SHELL or the base image says otherwise. */
  readonly shell: Fact<readonly string[]>;
  readonly user: Fact<string>;
  readonly workdir: Fact<string>;
}

/** What an instruction needs from where it stands. */
export interface Place {
  readonly index: number;
  readonly escape: string;
  readonly stage: Stage | undefined;
  readonly state: State | undefined;
}

/** A place in the file before the edits of earlier passes. */
export interface Given {
  /** Counted from 1; of what is new, the line that it was put before or in the place of. */
  readonly line: number;
  /** An edit brought it here. */
  readonly isNew: boolean;
}

/** One instruction of the file, or the one that an ONBUILD holds. Reads its fields on demand. */
export class Instruction implements Span {
  readonly start: number;
  readonly end: number;
  readonly index: number;
  readonly keyword: Keyword;
  readonly line: number;
  readonly endLine: number;
  /** Where it stands in the file as the user has it, of which the text may be made. */
  given: Given;
  /** The whole logical line, keyword to last argument. */
  readonly joined: MappedText;
  readonly heredocs: readonly Heredoc[];
  /** Comments between its lines. */
  readonly comments: readonly Comment[];
  readonly stage: Stage | undefined;
  /** What holds when it runs; `undefined` before the first FROM. */
  readonly state: State | undefined;
  readonly source: LogicalLine;
  private readonly head: Head;
  private readonly place: Place;
  private readonly offset: number;
  private readonly cache: {
    json?: { readonly words: readonly string[] | undefined };
    words?: readonly Argument[];
    pairs?: readonly Pair[];
    run?: RunBody;
    mounts?: readonly Mount[];
    trigger?: Instruction;
  } = {};

  constructor(line: LogicalLine, place: Place, offset = 0) {
    this.source = line;
    this.place = place;
    this.offset = offset;
    this.joined = line.joined;
    this.head = offset === 0 ? line.head : innerHead(line, offset, place.escape);
    this.start = offset === 0 ? line.start : line.joined.toDoc(offset);
    this.end = line.end;
    this.index = place.index;
    this.keyword = this.head.keyword as Keyword;
    this.line = line.startLine;
    this.endLine = line.endLine;
    this.given = { line: line.startLine, isNew: false };
    this.heredocs = line.heredocs;
    this.comments = line.comments;
    this.stage = place.stage;
    this.state = place.state;
  }

  get escape(): string {
    return this.place.escape;
  }

  get keywordSpan(): Span {
    return this.joined.toDocSpan(this.offset, this.head.keywordEnd);
  }

  get flags(): readonly Flag[] {
    return this.head.flags.map(({ text, start, end }) => {
      const equals = text.indexOf('=');
      return {
        ...this.joined.toDocSpan(start, end),
        name: text.slice(2, equals < 0 ? undefined : equals),
        value: equals < 0 ? undefined : text.slice(equals + 1),
      };
    });
  }

  flag(name: string): Flag | undefined {
    return this.flags.find((flag) => flag.name === name);
  }

  /** The flags as the builder reads them, for comparing two instructions. */
  get flagTexts(): readonly string[] {
    return this.head.flags.map((flag) => flag.text);
  }

  /** The `--mount` flags of a RUN. */
  get mounts(): readonly Mount[] {
    return (this.cache.mounts ??= mountsOf(this.flags));
  }

  /** Behind keyword and flags, up to the end of the logical line; heredoc bodies excluded. */
  get args(): MappedText {
    return this.joined.slice(this.head.argsStart, this.head.argsEnd);
  }

  /** Where the arguments stand in the file. */
  get argsSpan(): Span {
    return this.joined.toDocSpan(this.head.argsStart, this.head.argsEnd);
  }

  /** The words of the JSON (exec) form; `undefined` in shell form. */
  get json(): readonly string[] | undefined {
    this.cache.json ??= { words: jsonForm(this.jsonText()) };
    return this.cache.json.words;
  }

  private jsonText(): string {
    const text = this.joined.text.slice(this.head.argsStart, this.head.argsEnd);
    if (this.keyword !== 'HEALTHCHECK') return text;
    // HEALTHCHECK CMD ["…"]
    let at = 0;
    while (at < text.length && !isSpace(text.charCodeAt(at))) at++;
    return text.slice(at);
  }

  /** The arguments, split at blanks as COPY, ADD, EXPOSE, VOLUME and FROM are. */
  get words(): readonly Argument[] {
    const json = JSON_WORDS.has(this.keyword) ? this.json : undefined;
    return (this.cache.words ??= json?.map((text) => ({ ...this.argsSpan, text })) ?? this.split());
  }

  private split(): Argument[] {
    const text = this.joined.text;
    const words: Argument[] = [];
    const { argsStart, argsEnd } = this.head;
    for (let at = argsStart; at < argsEnd;) {
      let end = at;
      while (end < argsEnd && !/[\t\v\f\r ]/.test(text[end]!)) end++;
      words.push({ ...this.joined.toDocSpan(at, end), text: text.slice(at, end) });
      at = skipSpaces(text, end, argsEnd);
    }
    return words;
  }

  /** The pairs of ENV, LABEL and ARG. */
  get pairs(): readonly Pair[] {
    return (this.cache.pairs ??= this.readPairs());
  }

  private readPairs(): Pair[] {
    if (this.keyword === 'ARG') return this.readArgs();
    // One joined instruction alone, which is what dockerfile-ast reads right, with its blanks.
    // The legacy form, `ENV name value`, is split at the blanks of ASCII only.
    const [first = ''] = this.args.text.split(OTHER_BLANKS, 1);
    const blanks = first.includes('=') ? OTHER_BLANKS : /[\v\f\r]/g;
    const prefix = this.escape === '`' ? '# escape=`\n' : '';
    const text = this.joined.text.slice(this.offset).replace(blanks, ' ');
    const [parsed] = DockerfileParser.parse(prefix + text).getInstructions();
    if (!(parsed instanceof PropertyInstruction)) return [];
    return parsed.getProperties().map((property) => {
      const names = property.getNameRange();
      const values = property.getValueRange();
      const at = (character: number): number => this.offset + character;
      const nameStart = at(names.start.character);
      const nameEnd = at(names.end.character);
      const valueStart = values ? at(values.start.character) : nameEnd;
      const valueEnd = values ? this.valueEnd(valueStart, at(values.end.character)) : nameEnd;
      const hasValue = values !== null || this.joined.text[nameEnd] === '=';
      return {
        ...this.joined.toDocSpan(nameStart, valueEnd),
        name: this.joined.text.slice(nameStart, nameEnd),
        value: hasValue ? this.joined.text.slice(valueStart, valueEnd) : undefined,
        valueSpan: values ? this.joined.toDocSpan(valueStart, valueEnd) : undefined,
      };
    });
  }

  /** dockerfile-ast takes blanks behind the last value for a part of it. */
  private valueEnd(start: number, end: number): number {
    const text = this.joined.text;
    const trimmed = trimEndSpaces(text, start, end);
    return text[trimmed - 1] === this.escape ? end : trimmed;
  }

  /** dockerfile-ast reads `ARG A B=1` as one pair, so ARG is split here. */
  private readArgs(): Pair[] {
    const text = this.joined.text;
    return quotedWords(text, this.head.argsStart, this.head.argsEnd, this.escape).map((word) => {
      const written = text.slice(word.start, word.end);
      const equals = written.indexOf('=');
      const at = this.joined.toDocSpan(word.start, word.end);
      if (equals < 0) return { ...at, name: written, value: undefined, valueSpan: undefined };
      return {
        ...at,
        name: written.slice(0, equals),
        value: written.slice(equals + 1),
        valueSpan: this.joined.toDocSpan(word.start + equals + 1, word.end),
      };
    });
  }

  /** The shell text of a RUN, with heredocs, and its commands. */
  get run(): RunBody {
    return (this.cache.run ??= runBody(this));
  }

  /** What an ONBUILD holds. */
  get trigger(): Instruction | undefined {
    if (this.keyword !== 'ONBUILD') return undefined;
    const trigger = new Instruction(this.source, this.place, this.head.argsStart);
    trigger.given = this.given;
    // The builder takes any word here; a build on top of the image would fail.
    return isKeyword(trigger.keyword) ? (this.cache.trigger ??= trigger) : undefined;
  }

  /** Looks variables up as they stand here. */
  variable(name: string): Fact<string> {
    if (!this.stage) return unknown(`$${name} stands outside a stage`);
    return this.stage.scope.value(this.index, name);
  }

  /** A text after Docker's own lexing, when every variable in it is known. */
  expand(text: string): Fact<string> {
    let missing: string | undefined;
    const lookup: Lookup = (name) => {
      const fact = this.variable(name);
      if (fact.known) return fact.value;
      missing ??= fact.because;
      return undefined;
    };
    try {
      const value = lex(text, lookup, { escape: this.escape }).text;
      if (value.length > MAX_VALUE)
        return unknown(`a value is longer than ${MAX_VALUE} characters`);
      return missing === undefined ? { known: true, value } : unknown(missing);
    } catch (error) {
      if (error instanceof LexError) return unknown(error.message);
      throw error;
    }
  }

  /** The variables whose bare value a text asks for: `$X` and `${X}`, not `${X:-1}` or `'$X'`. */
  references(text: string): readonly string[] {
    if (!text.includes('$')) return [];
    const mark = '\u0001';
    try {
      const options = { escape: this.escape, keepUnset: true, mark };
      const { text: marked } = lex(text, () => undefined, options);
      // What stands in for another variable is read only where that is not set.
      const names = marked.matchAll(/(?<!\{\w+:?[-+?][^}]*)\u0001\$(?:\{(\w+)\}|(\w+))/g);
      return [...names].map(([, braced, plain]) => (braced ?? plain)!);
    } catch (error) {
      if (error instanceof LexError) return [];
      throw error;
    }
  }

  /** The range from the end of its text to the end of `other`'s keyword and flags. */
  gapTo(other: Instruction): Span {
    return span(this.end, other.start);
  }
}

/** Words at unquoted blanks, quotes kept. */
export function quotedWords(text: string, from: number, to: number, escape: string): Span[] {
  const words: Span[] = [];
  for (let at = skipSpaces(text, from, to); at < to;) {
    const start = at;
    let quote = '';
    for (; at < to && (quote !== '' || !isSpace(text.charCodeAt(at))); at++) {
      const char = text[at]!;
      if (char === escape && quote !== "'") at++;
      else if (quote === '' && (char === '"' || char === "'")) quote = char;
      else if (char === quote) quote = '';
    }
    words.push(span(start, Math.min(at, to)));
    at = skipSpaces(text, at, to);
  }
  return words;
}

/** The head of the instruction that an ONBUILD holds, in offsets of the whole joined line. */
function innerHead(line: LogicalLine, offset: number, escape: string): Head {
  const head = readHead(line.joined.text.slice(offset), escape);
  return {
    keyword: head.keyword,
    keywordEnd: head.keywordEnd + offset,
    flags: head.flags.map((flag) => ({
      ...flag,
      start: flag.start + offset,
      end: flag.end + offset,
    })),
    argsStart: head.argsStart + offset,
    argsEnd: head.argsEnd + offset,
  };
}
