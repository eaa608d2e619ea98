import {
  noContext,
  parseScript,
  valueOf,
  workdirAfter,
  type Change,
  type Comment,
  type Document,
  type Edit,
  type Finding,
  type Instruction,
} from '../../../src/kit.ts';
import { attachedComments, isDangling } from '../editing.ts';
import { isInside } from '../multi-stage/aftermath.ts';
import { broughtBy } from '../multi-stage/brought.ts';
import type { Move, Reads } from './plan.ts';

/** The edits and changes of a move; `undefined` where the copy says something else further down. */
export function writeMove(
  doc: Document,
  move: Move,
): Pick<Finding, 'edits' | 'changes'> | undefined {
  const writer = new Writer(doc, move);
  return writer.isSame() ? writer.write() : undefined;
}

/** A comment that speaks of the installation, not of what is copied. */
const OF_INSTALLATION = /install|dependenc|requirement|package|modules|restore|\bdeps\b/i;
const OF_COPY = /\b(?:copy|add|source|src|code|bundle|files?|app|project|rest)\b/i;

/** Copies stand together. */
const FILES = /^(?:COPY|ADD)$/;

class Writer {
  private readonly doc: Document;
  private readonly move: Move;
  private readonly copy: Instruction;
  private readonly lineStart: number;
  /** Comments that go with the copy. */
  private readonly comments: readonly Comment[];
  private readonly next: Instruction | undefined;
  private readonly isAdjacent: boolean;

  constructor(doc: Document, move: Move) {
    this.doc = doc;
    this.move = move;
    this.copy = move.moved.copy;
    this.lineStart = lineStartOf(doc, this.copy.start);
    const attached = attachedComments(doc, this.lineStart);
    const text = attached.map((comment) => comment.text).join(' ');
    this.isAdjacent = doc.instructions[this.copy.index + 1] === move.run;
    const stays = OF_INSTALLATION.test(text) && !OF_COPY.test(text) && this.manifests.length > 0;
    this.comments = stays && this.isAdjacent ? [] : attached;
    this.next = doc.instructions[move.run.index + 1];
  }

  /** Does the copy say the same behind the RUN? */
  isSame(): boolean {
    const { run } = this.move;
    const words = this.copy.words.map(({ text }) => text);
    const target = words.at(-1)!;
    const before = this.copy.state && valueOf(this.copy.state.workdir);
    const after = run.state && valueOf(run.state.workdir);
    if (!target.startsWith('/') && before !== after) return false;
    if (this.makesDirectory() || isDangling(this.doc, run)) return false;
    return words.every(
      (word) =>
        !word.includes('$') || valueOf(this.copy.expand(word)) === valueOf(run.expand(word)),
    );
  }

  /**
   * Would a WORKDIR in between make the directory for another user than the copy does? Either makes
   * it only where it is missing: COPY for the user of `--chown`, WORKDIR for that of the image.
   * Measured with BuildKit 0.13, 2026-11-26.
   */
  private makesDirectory(): boolean {
    const { moved, run } = this.move;
    const { instructions } = this.doc;
    const makers = instructions.slice(this.copy.index + 1, run.index).filter((instruction) => {
      const directory = instruction.keyword === 'WORKDIR' && valueOf(workdirAfter(instruction));
      return directory !== false && (directory === undefined || isInside(directory, moved.target));
    });
    if (makers.length === 0 || this.isMade()) return false;
    const user = this.copy.state && valueOf(this.copy.state.user);
    const isRoot = user === undefined || /^(?:root|0)?(?::|$)/.test(user);
    const changes = instructions
      .slice(this.copy.index + 1, makers.at(-1)!.index)
      .some(({ keyword }) => keyword === 'USER');
    return this.copy.flag('chown') !== undefined || !isRoot || changes;
  }

  /** Does the directory stand before the copy? */
  private isMade(): boolean {
    const { target } = this.move.moved;
    const directory = this.copy.state && valueOf(this.copy.state.workdir);
    if (directory !== undefined && isInside(directory, target)) return true;
    return broughtBy(this.copy.stage!, noContext).some(
      ({ copy, path }) => copy.index < this.copy.index && path === target,
    );
  }

  write(): Pick<Finding, 'edits' | 'changes'> {
    const { run, cut } = this.move;
    const { eol } = this.doc;
    const isWhole = cut !== undefined && cut.keptEnd === undefined;
    const early = isWhole ? [this.earlyRun()] : [];
    const stays = [...this.manifests, ...early];
    const above = [...stays, ...(isWhole ? [this.block] : [])].join(eol);
    const before = [...stays, ...(isWhole ? [this.text] : [])];
    const behind = isWhole ? [] : [this.text, ...(cut ? [cut.rest] : [])];
    return {
      edits: [...this.removal(above), ...(isWhole ? [] : this.behind())],
      changes: [
        { kind: 'removed', instruction: this.copy },
        ...this.spokenOf(),
        ...inserted(run, before),
        ...inserted(this.next, behind),
        ...(isWhole ? [] : this.kept()),
      ],
    };
  }

  private spokenOf(): Change[] {
    return [...this.comments, ...this.copy.comments].map((comment) => ({
      kind: 'uncommented',
      comment,
    }));
  }

  private kept(): Change[] {
    const { run, cut } = this.move;
    const script = cut && valueOf(run.run.script);
    const kept = script && valueOf(parseScript(cut.kept, script.dialect));
    return kept ? [{ kind: 'run', instruction: run, tokens: kept.tokens }] : [];
  }

  /** The copy as it stands in the file. */
  private get text(): string {
    const { parts } = this.move.moved;
    return parts ? parts.goes : this.doc.text.slice(this.copy.start, this.copy.end);
  }

  /** With its comments, ready to be put elsewhere. */
  private get block(): string {
    const start = this.comments[0]?.start ?? this.copy.start;
    return this.doc.text.slice(start, this.copy.start) + this.text;
  }

  private get keyword(): string {
    return this.inCase('COPY');
  }

  private inCase(keyword: string): string {
    const { start, end } = this.copy.keywordSpan;
    const written = this.doc.text.slice(start, end);
    return written === written.toLowerCase() ? keyword.toLowerCase() : keyword;
  }

  private get manifests(): string[] {
    const { parts } = this.move.moved;
    if (parts) return [parts.stays];
    // Two steps of one RUN may read the same manifest.
    const listed = new Set<string>();
    return this.move.reads.flatMap(({ project, names }) => {
      const missing = names.filter((name) => !listed.has(project.pathOf(name)));
      for (const name of missing) listed.add(project.pathOf(name));
      return this.copies({ project, names: missing });
    });
  }

  /** One COPY for the files of each directory, one for each directory. */
  private copies({ project, names }: Reads): string[] {
    const folders = new Map<string, string[]>();
    for (const name of names) {
      const isDirectory = valueOf(project.kindOf(name)) === 'directory';
      const folder = isDirectory ? `${name}/` : name.slice(0, name.lastIndexOf('/') + 1);
      const list = folders.get(folder);
      if (list) list.push(project.pathOf(name));
      else folders.set(folder, [project.pathOf(name)]);
    }
    const flags = this.copy.flagTexts.filter((flag) => /^--(?:chown|chmod|link)\b/.test(flag));
    return [...folders].map(([folder, sources]) =>
      [this.keyword, ...flags, ...sources, this.targetOf(project.directory) + folder].join(' '),
    );
  }

  /** A directory of the image as the copy would write it, with a slash at its end. */
  private targetOf(directory: string): string {
    const { target } = this.move.moved;
    const written = this.copy.words.at(-1)!.text;
    const below = directory.slice(target.length).replace(/^\//, '');
    const base = /^\.?$/.test(written) ? './' : written.replace(/\/?$/, '/');
    return below === '' ? base : `${base}${below}/`;
  }

  private earlyRun(): string {
    const { run, cut } = this.move;
    return [this.inCase('RUN'), ...run.flagTexts, cut!.early!].join(' ');
  }

  /** Takes the copy away from where it stands, and puts `above` before the RUN. */
  private removal(above: string): Edit[] {
    const { text, eol } = this.doc;
    const start = this.comments[0]?.start ?? this.copy.start;
    if (this.isAdjacent && above !== '') return [{ start, end: this.copy.end, text: above }];
    const from = lineStartOf(this.doc, start);
    let end = text.indexOf('\n', this.copy.end) + 1;
    const isBlankBefore = from === 0 || /\n\r?\n$/.test(text.slice(Math.max(0, from - 4), from));
    if (isBlankBefore && text.startsWith(eol, end)) end += eol.length;
    if (above === '') return [{ start: from, end, text: '' }];
    const runStart = lineStartOf(this.doc, this.move.run.start);
    const place = attachedComments(this.doc, runStart)[0]?.start ?? this.move.run.start;
    const at = lineStartOf(this.doc, place);
    return [
      { start: from, end, text: '' },
      { start: at, end: at, text: above + eol },
    ];
  }

  /** The copy behind the RUN, with what is cut off the RUN behind it. */
  private behind(): Edit[] {
    const { run, cut } = this.move;
    const { eol } = this.doc;
    const gap = this.isSpaced() ? eol + eol : eol;
    if (!cut) {
      const { next } = this;
      const follows =
        next !== undefined &&
        FILES.test(next.keyword) &&
        this.doc.text.slice(run.end, next.start).trim() === '';
      if (follows) return [{ start: next.start, end: next.start, text: this.block + eol }];
      return [{ start: run.end, end: run.end, text: gap + this.block }];
    }
    const comments = run.comments.filter(
      ({ start }) => start > cut.keptEnd! && start < cut.restStart,
    );
    const { text } = this.doc;
    const spoken = comments.map(({ start, end }) => text.slice(start, end));
    const flags = run.flagTexts.map((flag) => `${flag} `).join('');
    const rest = `${this.inCase('RUN')} ${flags}${cut.directories}`;
    const early = cut.early === undefined ? '' : cut.early;
    const start = cut.early === undefined ? cut.keptEnd! : cut.restStart;
    return [
      {
        start,
        end: cut.restStart,
        text: `${early}${gap}${this.block}${gap}${[...spoken, rest].join(eol)}`,
      },
    ];
  }

  /** Does a blank line stand between the copy and what follows, or above its comment? */
  private isSpaced(): boolean {
    const [comment] = this.comments;
    if (comment && /\n[ \t]*\r?\n[ \t]*$/.test(this.doc.text.slice(0, comment.start))) return true;
    const following = this.doc.instructions[this.copy.index + 1]!;
    return /\n[ \t]*\r?\n/.test(this.doc.text.slice(this.copy.end, following.start));
  }
}

const inserted = (before: Instruction | undefined, texts: readonly string[]): Change[] =>
  texts.length > 0 ? [{ kind: 'inserted', before, texts }] : [];

const lineStartOf = (doc: Document, at: number): number => doc.text.lastIndexOf('\n', at - 1) + 1;
