import { lookUpBaseImage } from '../facts/base-image.ts';
import { check } from './check.ts';
import { known, unknown, valueOf, type Fact } from './fact.ts';
import { parseImageRef } from './image-ref.ts';
import { Instruction, isKeyword, type Given, type Keyword, type State } from './instruction.ts';
import { JsonFormError } from './json-form.ts';
import { lex, LexError, MAX_VALUE } from './lex.ts';
import { Scope } from './scope.ts';
import {
  DockerfileError,
  split,
  type Comment,
  type Directive,
  type LogicalLine,
  type SplitFile,
} from './split.ts';
import { Stage, type Base } from './stage.ts';
import { LineIndex, touches, type Span } from './text.ts';

/** A Dockerfile. */
export class Document {
  readonly text: string;
  readonly bom: boolean;
  /** The line break that the file uses most. */
  readonly eol: '\n' | '\r\n';
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  /** Comments between instructions. */
  readonly comments: readonly Comment[];
  /** All instructions in order, those before the first FROM included. */
  readonly instructions: readonly Instruction[];
  readonly stages: readonly Stage[];
  /** The stages whose layers are in the final image. */
  readonly shipped: ReadonlySet<Stage>;
  private lines: LineIndex | undefined;

  /** Throws a `DockerfileError` for a text that the builder would not parse. */
  constructor(text: string) {
    this.text = text;
    const file = split(text);
    this.bom = file.bom;
    this.eol = commonEol(text);
    this.escape = file.escape;
    this.directives = file.directives;
    this.comments = file.comments;
    const reader = new Reader(this, file);
    this.instructions = reader.instructions;
    this.stages = reader.stages;
    this.shipped = new Set(this.stages.at(-1)?.lineage);
  }

  /** Says of each instruction where it stood before the edits that made this text. */
  cameFrom(given: (offset: number) => Given): void {
    const all = [...this.instructions, ...this.stages.map(({ from }) => from)];
    for (const instruction of all) instruction.given = given(instruction.start);
  }

  lineOf(offset: number): number {
    return (this.lines ??= new LineIndex(this.text)).lineOf(offset);
  }

  /** The instructions of one kind. */
  only(keyword: Keyword): Instruction[] {
    return this.instructions.filter((instruction) => instruction.keyword === keyword);
  }

  /** The index of the last instruction that starts at or before `offset`, or -1. */
  indexAt(offset: number): number {
    let low = -1;
    let high = this.instructions.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.instructions[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The instructions that a range touches. */
  touched(range: Span): Instruction[] {
    const first = Math.max(this.indexAt(range.start), 0);
    return this.instructions
      .slice(first, this.indexAt(range.end) + 1)
      .filter((instruction) => touches(instruction, range));
  }

  /** The comments between two offsets, those inside instructions left out. */
  commentsBetween(start: number, end: number): Comment[] {
    let low = 0;
    let high = this.comments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.comments[middle]!.start < start) low = middle + 1;
      else high = middle;
    }
    const found: Comment[] = [];
    for (let i = low; i < this.comments.length && this.comments[i]!.end <= end; i++) {
      found.push(this.comments[i]!);
    }
    return found;
  }
}

/** Parses a Dockerfile; throws a `DockerfileError` with the line where Docker would refuse it. */
export const parseDockerfile = (text: string): Document => new Document(text);

function commonEol(text: string): '\n' | '\r\n' {
  let crlf = 0;
  let lf = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (text[at - 1] === '\r') crlf++;
    else lf++;
  }
  return crlf > lf ? '\r\n' : '\n';
}

const STAGE_NAME = /^[a-z][a-z0-9-_.]*$/;

/** The default where neither SHELL nor the base image sets another. */
const DEFAULT_SHELL: Readonly<Record<'linux' | 'windows', readonly string[]>> = {
  linux: ['/bin/sh', '-c'],
  windows: ['cmd', '/S', '/C'],
};

/** Walks the instructions once, with what holds at each of them. */
class Reader {
  readonly instructions: Instruction[] = [];
  readonly stages: Stage[] = [];
  private readonly document: Document;
  private readonly escape: string;
  /** ARG before the first FROM. */
  private readonly globals = new Map<string, Fact<string>>();
  private readonly names = new Map<string, Stage>();
  /** The state at the end of each stage. */
  private readonly ends = new Map<Stage, State>();
  private stage: Stage | undefined;
  private state: State | undefined;

  constructor(document: Document, file: SplitFile) {
    this.document = document;
    this.escape = file.escape;
    for (const line of file.lines) {
      try {
        this.read(line);
      } catch (error) {
        if (error instanceof JsonFormError || error instanceof LexError) {
          throw new DockerfileError(error.message, line.startLine);
        }
        throw error;
      }
    }
    if (!this.stage) throw new DockerfileError('no FROM instruction', 1);
    this.link();
  }

  private read(line: LogicalLine): void {
    const keyword = line.head.keyword;
    if (!isKeyword(keyword)) {
      throw new DockerfileError(`unknown instruction ${keyword.slice(0, 40)}`, line.startLine);
    }
    const index = this.instructions.length;
    const place = { index, escape: this.escape };
    if (keyword === 'FROM') {
      const from = new Instruction(line, { ...place, stage: undefined, state: undefined });
      check(from);
      this.from(from, line, index);
      return;
    }
    const instruction = new Instruction(line, { ...place, stage: this.stage, state: this.state });
    check(instruction);
    this.instructions.push(instruction);
    if (!this.stage) this.global(instruction);
    else {
      this.stage.instructions.push(instruction);
      this.apply(instruction, this.stage);
    }
  }

  private global(instruction: Instruction): void {
    if (instruction.keyword !== 'ARG') {
      throw new DockerfileError(
        `${instruction.keyword} stands before the first FROM`,
        instruction.line,
      );
    }
    for (const pair of instruction.pairs) {
      this.globals.set(
        pair.name,
        pair.value === undefined
          ? unknown(`ARG ${pair.name} has no default`)
          : this.expandGlobal(pair.value).value,
      );
    }
  }

  /** Expands with the ARGs before the first FROM, the only ones that FROM sees. */
  private expandGlobal(text: string): { value: Fact<string>; used: string[] } {
    const used: string[] = [];
    let missing: string | undefined;
    const lookup = (name: string): string | undefined => {
      used.push(name);
      const fact = this.globals.get(name) ?? unknown(`$${name} is not set before FROM`);
      if (!fact.known) missing ??= fact.because;
      return valueOf(fact);
    };
    const value = lex(text, lookup, { escape: this.escape }).text;
    if (value.length > MAX_VALUE) missing ??= `a value is longer than ${MAX_VALUE} characters`;
    return { value: missing === undefined ? known(value) : unknown(missing), used };
  }

  private from(parsed: Instruction, line: LogicalLine, index: number): void {
    const words = parsed.words.map((word) => word.text);
    const named = words.length === 3 && words[1]!.toLowerCase() === 'as';
    if (words.length !== 1 && !named) {
      throw new DockerfileError('FROM takes an image, or an image AS a name', line.startLine);
    }
    const name = named ? words[2]!.toLowerCase() : undefined;
    if (name !== undefined && !STAGE_NAME.test(name)) {
      throw new DockerfileError(`${JSON.stringify(name)} is no name for a stage`, line.startLine);
    }
    if (this.stage && this.state) this.ends.set(this.stage, this.state);

    const base = this.base(words[0]!);
    const parent = base.kind === 'stage' ? base.stage : undefined;
    const scope = new Scope(parent && { scope: parent.scope, index: Infinity }, undeclared(base));
    const place = { index, escape: this.escape };
    // The stage needs its FROM, and FROM its stage.
    let from = parsed;
    const stage = new Stage(this.document, this.stages.length, from, name, base, scope);
    from = new Instruction(line, { ...place, stage, state: undefined });
    (stage as { from: Instruction }).from = from;
    parent?.children.push(stage);
    this.instructions.push(from);
    this.stages.push(stage);
    if (name !== undefined) this.names.set(name, stage);
    this.stage = stage;
    this.state = parent ? this.ends.get(parent)! : initialState(base, words[0]!);
  }

  private base(word: string): Base {
    const { value, used } = this.expandGlobal(word);
    if (!value.known) {
      return {
        kind: 'image',
        ref: unknown(value.because),
        arguments: used,
        facts: unknown(`the base image is not known: ${value.because}`),
      };
    }
    if (value.value === 'scratch') return { kind: 'scratch' };
    const stage = this.names.get(value.value.toLowerCase());
    if (stage) return { kind: 'stage', stage };
    const ref = parseImageRef(value.value);
    if (!ref) {
      const because = `${JSON.stringify(value.value)} is no image reference`;
      return { kind: 'image', ref: unknown(because), arguments: used, facts: unknown(because) };
    }
    return { kind: 'image', ref: known(ref), arguments: used, facts: lookUpBaseImage(ref) };
  }

  private apply(instruction: Instruction, stage: Stage): void {
    switch (instruction.keyword) {
      case 'ENV':
        // All values of one ENV see the variables as they stood before it.
        for (const pair of instruction.pairs) {
          const value = instruction.expand(pair.value ?? '');
          const variable = { name: nameOf(pair.name, this.escape), value };
          stage.scope.declare(instruction.index, { ...variable, kind: 'env', overridable: false });
        }
        return;
      case 'ARG':
        for (const { name, value } of instruction.pairs) {
          stage.scope.declare(instruction.index, {
            name,
            kind: 'arg',
            overridable: true,
            value:
              value === undefined
                ? (this.globals.get(name) ?? unknown(`ARG ${name} has no default`))
                : instruction.expand(value),
          });
        }
        return;
      case 'USER':
        this.state = { ...this.state!, user: instruction.expand(instruction.args.text) };
        return;
      case 'WORKDIR':
        this.state = { ...this.state!, workdir: workdirAfter(instruction) };
        return;
      case 'SHELL':
        this.state = { ...this.state!, shell: known(instruction.json!) };
        return;
      default:
    }
  }

  /** Finds which stage reads from which, by COPY --from and by mounts. */
  private link(): void {
    for (const stage of this.stages) {
      for (const instruction of stage.instructions) {
        for (const source of sourcesOf(instruction)) {
          const from = this.stageNamed(source, stage);
          if (from && !from.readers.includes(stage)) from.readers.push(stage);
        }
      }
    }
  }

  private stageNamed(text: string, reader: Stage): Stage | undefined {
    if (/^\d+$/.test(text)) return this.stages[Number(text)];
    const named = this.stages.filter((stage) => stage.name === text.toLowerCase());
    return named.findLast((stage) => stage.index < reader.index) ?? named[0];
  }
}

function sourcesOf(instruction: Instruction): string[] {
  if (instruction.keyword === 'COPY') {
    const from = instruction.flag('from')?.value;
    return from === undefined ? [] : [from];
  }
  if (instruction.keyword === 'RUN') {
    return instruction.mounts.flatMap((mount) => mount.from ?? []);
  }
  return [];
}

const nameOf = (text: string, escape: string): string =>
  /["'\\`$]/.test(text) ? lex(text, () => undefined, { escape }).text : text;

function undeclared(base: Base): (name: string) => Fact<string> | undefined {
  if (base.kind !== 'image') return () => undefined;
  return (name) => {
    const value = base.facts.known ? base.facts.value.env[name] : undefined;
    return value === undefined
      ? unknown(`$${name} is not set here, the base image may set it`)
      : known(value);
  };
}

function initialState(base: Base, written: string): State {
  if (base.kind !== 'image') {
    return { shell: known(DEFAULT_SHELL.linux), user: known('root'), workdir: known('/') };
  }
  if (!base.facts.known) {
    const because = `what the image ${written} sets is not known`;
    return { shell: unknown(because), user: unknown(because), workdir: unknown(because) };
  }
  const facts = base.facts.value;
  const orUnknown = (value: string | undefined, what: string): Fact<string> =>
    value === undefined ? unknown(`the ${what} of ${written} is not known`) : known(value);
  return {
    shell: known(facts.defaultShell ?? DEFAULT_SHELL[facts.os]),
    user: orUnknown(facts.user, 'user'),
    workdir: orUnknown(facts.workdir, 'working directory'),
  };
}

/** The directory that a WORKDIR sets. */
export const workdirAfter = (instruction: Instruction): Fact<string> =>
  joinPath(
    instruction.state?.workdir ?? unknown('it stands outside a stage'),
    instruction.expand(instruction.args.text),
  );

/** WORKDIR, where a relative path goes on from the directory before. */
function joinPath(before: Fact<string>, path: Fact<string>): Fact<string> {
  if (!path.known) return path;
  if (path.value.startsWith('/') || /^[A-Za-z]:/.test(path.value)) return path;
  if (!before.known) return before;
  return known(`${before.value.replace(/\/$/, '')}/${path.value.replace(/^\.\//, '')}`);
}
