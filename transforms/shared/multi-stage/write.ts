import {
  commandText,
  valueOf,
  type Change,
  type Edit,
  type Instruction,
} from '../../../src/kit.ts';
import { styleOf } from '../layout.ts';
import { isInside } from './aftermath.ts';
import { carried, isRead, type Carried } from './carry.ts';
import { jsonText, startText } from './start-text.ts';
import { commentsAbove, nextLine } from './lines.ts';
import { effectsOf } from './effects.ts';
import { numberedOwner } from './owners.ts';
import { pathFrom } from './steps.ts';
import type { Conversion, Copy, Step, Written } from './types.ts';

/** Where to break a line rather than going on. */
const LINE_WIDTH = 100;

/**
 * Java's packages link manual pages there, and fail without it: the slim images have no such
 * directory. https://github.com/docker-library/openjdk/commit/b4f29ba82976, read 2026-11-25.
 */
const MANUAL_PAGES = 'mkdir -p /usr/share/man/man1';

/** Names for the build stage, the first that is free. */
const NAMES = ['build', 'builder', 'build-stage', 'compile'];

/** Names that say that a stage builds, or name the tool that does. */
const BUILD_NAME =
  /build|compil|dep|stage|base|dev|^(?:maven|mvn|gradle|sbt|golang|cargo|jdk|sdk)$/i;

/** The edits that divide the file, and what they declare. */
export function write(conversion: Conversion): Written {
  return new Writer(conversion).write();
}

class Writer {
  private readonly conversion: Conversion;
  private readonly edits: Edit[] = [];
  private lastCut: { readonly end: number; readonly isBehindBlank: boolean } | undefined;
  private readonly changes: Change[] = [];
  /** The name of the build stage. */
  private readonly name: string;
  /** The name that the file gave to what ships, for --target. */
  private readonly finalName: string | undefined;
  private readonly lower: boolean;

  constructor(conversion: Conversion) {
    this.conversion = conversion;
    const { stage, doc } = conversion.subject;
    const taken = new Set(doc.stages.map(({ name }) => name));
    const isBuild = stage.name === undefined || BUILD_NAME.test(stage.name);
    this.finalName = isBuild ? undefined : stage.from.words[2]!.text;
    this.name =
      (isBuild ? stage.name : undefined) ??
      NAMES.find((name) => !taken.has(name)) ??
      `build-${stage.index}`;
    this.lower = /^[a-z]/.test(doc.text.slice(stage.from.keywordSpan.start));
  }

  write(): Written {
    const { boundary, candidate } = this.conversion;
    if (boundary) {
      this.nameStage();
      for (const { run, edits, tokens } of candidate.rewrites ?? []) {
        this.edits.push(...edits);
        this.changes.push({ kind: 'run', instruction: run, tokens });
      }
      this.buildLines(boundary);
      this.finalStage(boundary);
    } else this.replaceBase();
    this.startInPlace();
    return { edits: this.edits, changes: this.changes };
  }

  private keyword(name: string): string {
    return this.lower ? name.toLowerCase() : name;
  }

  private get doc(): Conversion['subject']['doc'] {
    return this.conversion.subject.doc;
  }

  /** The instruction as written, its lines included. */
  private source(instruction: Instruction): string {
    return this.doc.text.slice(instruction.start, instruction.end);
  }

  private nameStage(): void {
    const { stage } = this.conversion.subject;
    if (stage.name !== undefined) {
      if (this.finalName !== undefined) this.renameStage();
      return;
    }
    const { from } = stage;
    const image = from.words[0]!;
    const text = ` ${this.keyword('AS')} ${this.name}`;
    this.edits.push({ start: image.end, end: image.end, text });
    const by = `${this.doc.text.slice(from.start, image.end)}${text}`;
    this.changes.push({ kind: 'replaced', instruction: from, by });
  }

  /** The final stage takes the name over, and the build gets another one. */
  private renameStage(): void {
    const { from } = this.conversion.subject.stage;
    const { start, end } = from.words[2]!;
    this.edits.push({ start, end, text: this.name });
    const by = `${this.doc.text.slice(from.start, start)}${this.name}`;
    this.changes.push({ kind: 'replaced', instruction: from, by });
  }

  /** Nothing is built here: only the base is another one. */
  private replaceBase(): void {
    const { from } = this.conversion.subject.stage;
    const image = from.words[0]!;
    const text = refText(this.conversion);
    this.edits.push({ start: image.start, end: image.end, text });
    const source = this.source(from);
    const by =
      source.slice(0, image.start - from.start) + text + source.slice(image.end - from.start);
    this.changes.push({ kind: 'replaced', instruction: from, by });
    this.differences();
  }

  /** What the other base lacks, or would change: its user, its directory, its entry point. */
  private differences(): void {
    const { candidate, subject } = this.conversion;
    const { from, instructions } = subject.stage;
    const { user, workdir } = subject.base;
    const first = instructions.find(({ keyword }) => /^(?:WORKDIR|RUN|COPY|ADD)$/.test(keyword));
    const isSet = first?.keyword === 'WORKDIR' && /^["']?\//.test(first.args.text);
    const { install } = this.conversion;
    const texts = [
      ...(install.length > 0 ? [this.installText(install)] : []),
      ...this.environment(),
    ];
    if (workdir !== undefined && workdir !== candidate.base.workdir && !isSet) {
      texts.push(`${this.keyword('WORKDIR')} ${workdir}`);
    }
    if (user !== undefined && user !== candidate.base.user && candidate.ownUser !== true) {
      texts.push(`${this.keyword('USER')} ${user}`);
    }
    texts.push(...this.newStart());
    if (texts.length === 0) return;
    const at = nextLine(this.doc, from.end);
    this.edits.push({ start: at, end: at, text: texts.join(this.doc.eol) + this.doc.eol });
    this.changes.push({ kind: 'inserted', before: instructions[0], texts });
  }

  /** The variables that the candidate adds. */
  private environment(): string[] {
    return Object.entries(this.conversion.candidate.env ?? {}).map(
      ([name, value]) => `${this.keyword('ENV')} ${name}=${quoted(value)}`,
    );
  }

  private buildLines(boundary: Instruction): void {
    for (const { before, text } of this.conversion.candidate.buildLines ?? []) {
      if (!before || before.index > boundary.index) continue;
      const at = commentsAbove(this.doc, before).start;
      this.edits.push({ start: at, end: at, text: text + this.doc.eol });
      this.changes.push({ kind: 'inserted', before, texts: [text] });
    }
  }

  private finalStage(boundary: Instruction): void {
    const { doc } = this;
    const parts = carried(this.conversion, boundary);
    const moved = parts.filter(({ moved: isMoved }) => isMoved);
    for (const part of moved) this.cut(part.instruction);
    if (this.conversion.candidate.ownUser === true) this.cutUsers(boundary);
    const texts = this.finalTexts(boundary, parts);
    const atEnd = (this.conversion.candidate.buildLines ?? [])
      .filter(({ before }) => !before || before.index > boundary.index)
      .map(({ text }) => text);
    const at = nextLine(doc, boundary.end);
    const broken = at > 0 && doc.text[at - 1] === '\n';
    const lines = [
      ...atEnd,
      '',
      ...texts.map(({ comments, text }) => [...comments, text].join(doc.eol)),
    ];
    const text = lines.join(doc.eol);
    this.edits.push({ start: at, end: at, text: broken ? text + doc.eol : doc.eol + text });
    const next = this.conversion.subject.stage.instructions.find(
      ({ index }) => index > boundary.index,
    );
    this.changes.push({
      kind: 'inserted',
      before: next,
      texts: [...atEnd, ...texts.map(({ text: declared }) => declared)],
    });
  }

  /** The base image runs as a user of its own, whom the file does not name. */
  private cutUsers(boundary: Instruction): void {
    for (const instruction of this.conversion.subject.stage.instructions) {
      if (instruction.index > boundary.index && instruction.keyword === 'USER') {
        this.cut(instruction);
      }
    }
  }

  /** The instructions of the final stage that are new there, with the comments that come along. */
  private finalTexts(
    boundary: Instruction,
    parts: readonly Carried[],
  ): { comments: readonly string[]; text: string }[] {
    const { candidate, install, replay, copies, rights } = this.conversion;
    const plain = (text: string): { comments: readonly string[]; text: string } => ({
      comments: [],
      text,
    });
    const named = parts.filter(({ instruction }) => nameInstalled(instruction, install));
    const early = parts.filter((part) => !part.moved && !named.includes(part));
    const late = parts.filter(({ moved }) => moved);
    const owned = copies.some(({ owner }) => owner !== undefined);
    const workdir = this.workdir(boundary);
    const spelled = spelling(this.conversion.subject, boundary);
    const written = copies.map((copy) => ({
      ...copy,
      from: spelled(copy.from),
      to: spelled(copy.to),
    }));
    const copyTexts = copyLines(written, this.name, this.keyword('COPY')).map(plain);
    const texts = [plain(this.fromText())];
    texts.push(...named.map(({ text }) => plain(text)));
    if (install.length > 0) texts.push(plain(this.installText(install)));
    texts.push(...early.map(({ text }) => plain(text)));
    texts.push(...this.environment().map(plain));
    const links = replay.filter(isLink);
    const others = replay.filter((step) => !links.includes(step));
    if (others.length > 0) texts.push(plain(this.replayText(others)));
    // WORKDIR makes the directory as the user that runs, root here; a COPY --chown that comes first
    // gives it its owner.
    const dirs = workdir === undefined ? [] : [plain(workdir)];
    texts.push(...(owned ? [...copyTexts, ...dirs] : [...dirs, ...copyTexts]));
    // The directory of a link may be one that is copied.
    if (links.length > 0) texts.push(plain(this.replayText(links)));
    if (rights.length > 0) texts.push(plain(this.command(rights)));
    texts.push(...(candidate.lines ?? []).map(plain));
    const user = this.user(boundary);
    for (const { instruction, text } of late) {
      const comments = commentsAbove(this.doc, instruction).comments.map(({ start, end }) =>
        this.doc.text.slice(start, end),
      );
      texts.push({ comments, text });
    }
    if (user !== undefined) texts.push(plain(user));
    texts.push(...this.newStart().map(plain));
    return texts;
  }

  private fromText(): string {
    const { from } = this.conversion.subject.stage;
    const platform = from.flag('platform');
    const flag = platform ? ` ${this.doc.text.slice(platform.start, platform.end)}` : '';
    const name = this.finalName === undefined ? '' : ` ${this.keyword('AS')} ${this.finalName}`;
    return `${this.keyword('FROM')}${flag} ${refText(this.conversion)}${name}`;
  }

  private installText(names: readonly string[]): string {
    const { base } = this.conversion.candidate;
    if (base.packageManager === 'apk') {
      return this.command(['apk add --no-cache ' + names.map(quotedPackage).join(' ')]);
    }
    const plain = this.conversion.subject.steps.filter(
      ({ program, args }) => /^apt(?:-get)?$/.test(program) && args.includes('install'),
    );
    const bare = plain.every(({ args }) => args.includes('--no-install-recommends'));
    const flag =
      bare || names.every((name) => name.startsWith('lib')) ? ' --no-install-recommends' : '';
    return this.command([
      ...(base.distribution === 'debian' && names.some((name) => /\bjre\b/.test(name))
        ? [MANUAL_PAGES]
        : []),
      'apt-get update',
      `apt-get install -y${flag} ${names.join(' ')}`,
      'rm -rf /var/lib/apt/lists/*',
    ]);
  }

  private replayText(steps: readonly Step[]): string {
    const { subject, candidate, replay } = this.conversion;
    const makesAccounts = replay.some((step) =>
      effectsOf(step).some(({ kind }) => kind === 'account'),
    );
    const owner = (name: string): string =>
      makesAccounts ? name : numberedOwner(name, subject.base, candidate.base);
    return this.command(steps.map((step) => replayed(step, owner)));
  }

  /** A RUN of several commands, in the style of the file. */
  private command(commands: readonly string[]): string {
    const run = this.keyword('RUN');
    const line = `${run} ${commands.join(' && ')}`;
    if (line.length <= LINE_WIDTH) return line;
    const { doc } = this;
    const { operator, indent } = styleOf(doc, doc.only('RUN'));
    const joint =
      operator === 'trailing'
        ? ` && ${doc.escape}${doc.eol}${indent}`
        : ` ${doc.escape}${doc.eol}${indent}&& `;
    return `${run} ${commands.join(joint)}`;
  }

  /** WORKDIR, where what stands in the final stage needs it. */
  private workdir(boundary: Instruction): string | undefined {
    const { subject, candidate } = this.conversion;
    const { instructions } = subject.stage;
    const behind = instructions.filter(({ index }) => index > boundary.index);
    const first = behind.find(({ keyword, args }) =>
      keyword === 'WORKDIR' ? true : /^(?:COPY|ADD|RUN)$/.test(keyword) && args.text !== '',
    );
    if (first?.keyword === 'WORKDIR' && first.args.text.startsWith('/')) return undefined;
    const last = instructions.findLast(
      ({ keyword, index }) => keyword === 'WORKDIR' && index < boundary.index,
    );
    const here = (behind[0]?.state ?? boundary.state)!.workdir;
    const value = behind[0] ? here : (subject.workdir ?? here);
    if (value.known && value.value === candidate.base.workdir) return undefined;
    const written = last?.args.text;
    if (written !== undefined && /^["']?[/$]/.test(written)) {
      return `${this.keyword('WORKDIR')} ${written}`;
    }
    return value.known ? `${this.keyword('WORKDIR')} ${value.value}` : undefined;
  }

  private user(boundary: Instruction): string | undefined {
    const { subject, candidate } = this.conversion;
    if (candidate.ownUser === true) return undefined;
    const behind = subject.stage.instructions.filter(({ index }) => index > boundary.index);
    const later = behind.find(({ keyword }) => keyword === 'USER' || keyword === 'RUN');
    if (later?.keyword === 'USER') return undefined;
    const here = (behind[0]?.state ?? { user: subject.user }).user;
    if (here.known && here.value === this.conversion.candidate.base.user) return undefined;
    const last = subject.stage.instructions.findLast(
      ({ keyword, index }) => keyword === 'USER' && index < boundary.index,
    );
    const text = last ? last.args.text : (subject.base.user ?? 'root');
    return `${this.keyword('USER')} ${text}`;
  }

  /** Start commands that the file does not have. */
  private newStart(): string[] {
    const { start, subject } = this.conversion;
    const lines: string[] = [];
    if (start?.entrypoint && !subject.start.entrypoint) {
      lines.push(`${this.keyword('ENTRYPOINT')} ${jsonText(start.entrypoint)}`);
    }
    if (start?.cmd && !subject.start.cmd) {
      lines.push(`${this.keyword('CMD')} ${jsonText(start.cmd)}`);
    }
    return lines;
  }

  /** Start commands that stay where they are, and say something else. */
  private startInPlace(): void {
    const { boundary, subject } = this.conversion;
    for (const instruction of [subject.start.entrypoint, subject.start.cmd]) {
      if (!instruction || (boundary && instruction.index < boundary.index)) continue;
      const text = startText(this.conversion, instruction);
      if (text === undefined) continue;
      const { start, end } = instruction.argsSpan;
      if (this.doc.text.slice(start, end) === text) continue;
      this.edits.push({ start, end, text });
      const by = `${instruction.keyword} ${text}`;
      this.changes.push({ kind: 'replaced', instruction, by });
    }
  }

  /** Takes an instruction that moves out of the build stage, with the comments above it. */
  private cut(instruction: Instruction): void {
    const { doc } = this;
    const { start, comments } = commentsAbove(doc, instruction);
    let end = nextLine(doc, instruction.end);
    // Of instructions that go together, the first tells.
    const isBehindBlank =
      this.lastCut?.end === start
        ? this.lastCut.isBehindBlank
        : start === 0 || /(?:^|\n)[ \t]*\r?\n$/.test(doc.text.slice(0, start));
    if (isBehindBlank && /^[ \t]*\r?\n/.test(doc.text.slice(end)))
      end = doc.text.indexOf('\n', end) + 1;
    this.lastCut = { end, isBehindBlank };
    this.edits.push({ start, end, text: '' });
    this.changes.push({ kind: 'removed', instruction });
    for (const comment of [...comments, ...instruction.comments]) {
      this.changes.push({ kind: 'uncommented', comment });
    }
  }
}

/** Paths below a working directory that a build argument decides, as the file writes it. */
function spelling(
  { stage }: Conversion['subject'],
  boundary: Instruction,
): (path: string) => string {
  const last = stage.instructions.findLast(
    ({ keyword, index }) => keyword === 'WORKDIR' && index < boundary.index,
  );
  const text = (last?.args.text ?? '').replace(/(?<=.)\/$/, '');
  const value = last && valueOf(last.expand(text));
  if (!last || value === undefined || !PLAIN_PATH.test(text)) return (path) => path;
  if (!isDecidedByArgument(last, text)) return (path) => path;
  return (path) =>
    isInside(path, value) && value !== '/' ? text + path.slice(value.length) : path;
}

/** A path of names and variables, without quotes and defaults. */
const PLAIN_PATH = /^(?:\/|\$\w+|\$\{\w+\})(?:[\w./-]|\$\w+|\$\{\w+\})*$/;

/** Does whoever builds decide what a text stands for, by --build-arg? */
function isDecidedByArgument(at: Instruction, text: string): boolean {
  return [...text.matchAll(/\$\{?(\w+)/g)].some(([, name]) => {
    if (at.stage!.scope.at(at.index, name!)?.kind === 'arg') return true;
    const env = at.stage!.instructions.findLast(
      ({ keyword, index, pairs }) =>
        keyword === 'ENV' && index < at.index && pairs.some((pair) => pair.name === name),
    );
    const pair = env?.pairs.findLast((one) => one.name === name);
    return env !== undefined && isDecidedByArgument(env, pair?.value ?? '');
  });
}

/** Is it a build argument that says what is installed? */
const nameInstalled = (instruction: Instruction, install: readonly string[]): boolean =>
  instruction.keyword === 'ARG' && instruction.pairs.some(({ name }) => isRead(name, install));

/** The reference of the final base, with the build argument of the file where it has one. */
function refText({ subject, candidate }: Conversion): string {
  const { stage } = subject;
  const written = stage.from.words[0]!.text;
  if (stage.base.kind !== 'image' || stage.base.arguments.length === 0) return candidate.base.ref;
  const { text } = subject.ref;
  return candidate.base.ref.startsWith(text)
    ? written + candidate.base.ref.slice(text.length)
    : candidate.base.ref;
}

/** The command with absolute paths: it runs in another directory than it did. */
function replayed(step: Step, owner: (name: string) => string): string {
  const { directory } = step;
  const paths = new Set(
    effectsOf(step).flatMap((effect) =>
      effect.kind === 'link' ? [effect.path] : 'paths' in effect ? effect.paths : [],
    ),
  );
  const command = step.command!;
  // The first operand is an owner, a mode or the target of a link.
  const first =
    step.program === 'mkdir'
      ? undefined
      : command.words.find(({ text }, i) => i > 0 && !text.startsWith('-'));
  const words = command.words.map((word) => {
    const path = pathFrom(directory, word.value);
    if (word === first && step.program === 'chown' && word.value !== undefined) {
      return owner(word.value);
    }
    const isRelative = word.value?.startsWith('/') === false;
    return isRelative && word !== first && path !== undefined && paths.has(path) ? path : word.text;
  });
  // The directory above it may come later.
  const hasParents = words.some((word) => /^(?:-\w*p\w*|--parents)$/.test(word));
  if (step.program === 'mkdir' && !hasParents) words.splice(words.indexOf('mkdir') + 1, 0, '-p');
  return commandText(command, words);
}

const isLink = (step: Step): boolean => effectsOf(step).some(({ kind }) => kind === 'link');

const quoted = (value: string): string =>
  /^[\w./:@%+,=-]*$/.test(value) ? value : `"${value.replace(/(["\\])/g, '\\$1')}"`;

/** A version in it is no redirection. */
const quotedPackage = (name: string): string => (/[<>~]/.test(name) ? `'${name}'` : name);

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Files that go to one directory share a COPY. */
function copyLines(copies: readonly Copy[], stage: string, keyword: string): string[] {
  const lines: { from: string[]; to: string; owner: string | undefined; file: boolean }[] = [];
  for (const { from, to, owner, file } of copies) {
    const last = lines.at(-1);
    const sameName = from.slice(from.lastIndexOf('/')) === to.slice(to.lastIndexOf('/'));
    if (
      last &&
      file &&
      last.file &&
      sameName &&
      last.owner === owner &&
      parentOf(last.to) === parentOf(to)
    ) {
      last.from.push(from);
    } else lines.push({ from: [from], to, owner, file: file && sameName });
  }
  return lines.map(({ from, to, owner }) => {
    const chown = owner === undefined ? '' : ` --chown=${owner}`;
    // A source is a pattern: https://pkg.go.dev/path/filepath#Match, read 2026-11-25.
    const sources = from.map((path) => path.replaceAll('[', '[[]'));
    const paths = [...sources, from.length > 1 ? parentOf(to) : to];
    const args = paths.some((path) => /[\s"'\\]|\$(?![\w{])/.test(path))
      ? jsonText(paths)
      : paths.join(' ');
    return `${keyword} --from=${stage}${chown} ${args}`;
  });
}
