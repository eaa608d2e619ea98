import { valueOf, type Change, type Edit, type Instruction, type Stage } from '../../../src/kit.ts';
import { styleOf } from '../layout.ts';
import { danglingAt } from '../editing.ts';
import { commentsAbove, nextLine } from '../multi-stage/lines.ts';
import { isRoot, ownerText } from './account.ts';
import { givingCommands, type Gift } from './placing.ts';
import type { Account, Image, Obstacle } from './types.ts';

/** What is written, and declared. */
export interface Rewrite {
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
}

/** Fill the image, or change where and as whom that is done. */
const FILLS = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR', 'USER', 'SHELL']);

const STARTS = new Set(['ENTRYPOINT', 'CMD', 'HEALTHCHECK']);

/** Where the user is made: before the first instruction that it may own something of. */
export function earlyPlace({ stage }: Image, account: Account): Instruction | undefined {
  const { instructions } = stage;
  const first = instructions.find(
    ({ keyword, index }) =>
      /^(?:COPY|ADD|VOLUME)$/.test(keyword) && index > (account.since?.index ?? -1),
  );
  if (!first) return undefined;
  // Directly behind a RUN, which it can then be one with.
  const run = instructions.findLast(
    ({ keyword, index }) => keyword === 'RUN' && index < first.index,
  );
  const between = run && instructions[instructions.indexOf(run) + 1];
  return run && (account.since?.index ?? -1) <= run.index ? between : first;
}

/** Where USER goes: behind the last instruction that fills the image, before what starts it. */
function userPlace({ stage }: Image): Instruction | undefined {
  const { instructions } = stage;
  const last = instructions.findLastIndex(({ keyword }) => FILLS.has(keyword));
  return instructions.slice(last + 1).find(({ keyword }) => STARTS.has(keyword));
}

export function rewriteOf(
  image: Image,
  account: Account,
  gifts: readonly Gift[],
  early: Instruction | undefined,
): Rewrite | Obstacle {
  const writer = new Writer(image);
  const copied = gifts.filter((gift) => gift.copy !== undefined);
  const rest = gifts.filter((gift) => gift.copy === undefined);
  for (const copy of new Set(copied.map((gift) => gift.copy!))) writer.own(copy, account);
  const late = rest.filter((gift) => gift.late || !early);
  const first = [
    ...account.made,
    ...givingCommands(
      rest.filter((gift) => !late.includes(gift)),
      account,
    ),
  ];
  const last = givingCommands(late, account);
  const user = userPlace(image);
  const behind: string[] = [];
  if (!image.hasShell) {
    if (rest.length > 0 && !writer.withoutShell(rest, account)) {
      return { reason: 'no-shell', detail: rest[0]!.path };
    }
  } else {
    if (first.length > 0 && early) writer.insert(early, [writer.run(first)]);
    const both = early ? last : [...first, ...last];
    if (both.length > 0) behind.push(writer.run(both));
  }
  const replaced = behind.length === 0 ? lastRoot(image) : undefined;
  if (replaced) writer.replaceUser(replaced, account.user);
  else writer.insert(user, [...behind, writer.line('USER', account.user)]);
  return writer.result;
}

/** A USER that makes it root, with nothing behind it that needs it. */
function lastRoot({ stage }: Image): Instruction | undefined {
  const last = stage.instructions.findLast(({ keyword }) => FILLS.has(keyword));
  if (last?.keyword !== 'USER') return undefined;
  const user = valueOf(last.expand(last.args.text));
  return user !== undefined && isRoot(user) ? last : undefined;
}

class Writer {
  private readonly image: Image;
  private readonly edits: Edit[] = [];
  private readonly changes: Change[] = [];

  constructor(image: Image) {
    this.image = image;
  }

  get result(): Rewrite {
    return { edits: this.edits, changes: this.changes };
  }

  /** A keyword in the case that the file writes its own in. */
  line(keyword: string, args: string): string {
    const { doc, stage } = this.image;
    const { start, end } = stage.from.keywordSpan;
    const isLower = /^[a-z]+$/.test(doc.text.slice(start, end));
    return `${isLower ? keyword.toLowerCase() : keyword} ${args}`;
  }

  /** One RUN, in the style of the file. */
  run(commands: readonly string[]): string {
    const { doc, stage } = this.image;
    const { operator, indent } = styleOf(
      doc,
      stage.instructions.filter(({ keyword }) => keyword === 'RUN'),
    );
    const glue =
      operator === 'trailing'
        ? ` && ${doc.escape}${doc.eol}${indent}`
        : ` ${doc.escape}${doc.eol}${indent}&& `;
    return this.line('RUN', commands.join(glue));
  }

  /** New instructions above one and its comments, or at the end of the file. */
  insert(before: Instruction | undefined, texts: readonly string[]): void {
    const { doc } = this.image;
    this.changes.push({ kind: 'inserted', before, texts });
    if (!before) {
      const { text, eol } = doc;
      const at = text.endsWith('\n') ? text.trimEnd().length : text.length;
      const lines = texts.map((one) => eol + one).join('');
      // A continuation that ends the file would draw the first of them in.
      const dangling = danglingAt(doc, doc.instructions.at(-1)!);
      if (dangling !== undefined) {
        const start = text.slice(0, dangling).trimEnd().length;
        const kept = text.slice(dangling + 1, Math.max(at, dangling + 1));
        this.edits.push({ start, end: dangling + 1 + kept.length, text: kept + lines });
        return;
      }
      this.edits.push({ start: at, end: at, text: lines });
      return;
    }
    const { start, comments } = commentsAbove(doc, before);
    const apart = comments.length > 0 || /^RUN/i.test(texts[0]!) ? doc.eol : '';
    const isAfterBlank = /(?:^|\n)[ \t]*\r?\n$/.test(doc.text.slice(0, start));
    const lines = texts.join(doc.eol) + doc.eol;
    this.edits.push({ start, end: start, text: lines + (isAfterBlank ? apart : '') });
  }

  /** New instructions directly behind one. */
  insertBehind(instruction: Instruction, texts: readonly string[]): void {
    const { doc } = this.image;
    const next = doc.instructions[instruction.index + 1];
    if (!next) return this.insert(undefined, texts);
    this.changes.push({ kind: 'inserted', before: next, texts });
    const at = nextLine(doc, instruction.end);
    this.edits.push({ start: at, end: at, text: texts.join(doc.eol) + doc.eol });
  }

  /** COPY with --chown. */
  own(copy: Instruction, account: Account): void {
    const { doc } = this.image;
    const { end } = copy.keywordSpan;
    const flag = ` --chown=${ownerText(account)}`;
    this.edits.push({ start: end, end, text: flag });
    const by = doc.text.slice(copy.start, end) + flag + doc.text.slice(end, copy.end);
    this.changes.push({ kind: 'replaced', instruction: copy, by });
  }

  replaceUser(instruction: Instruction, user: string): void {
    const { start, end } = instruction.argsSpan;
    this.edits.push({ start, end, text: user });
    this.changes.push({ kind: 'replaced', instruction, by: `USER ${user}` });
  }

  /**
   * Without a shell, directories come from a stage that has one: a COPY of an empty directory gives
   * its owner and mode to the directory that it copies to, also where that is there (tried with
   * BuildKit 0.13, 2026-11-25).
   */
  withoutShell(gifts: readonly Gift[], account: Account): boolean {
    if (gifts.some(({ kind, filled }) => kind === 'file' || (kind === 'tree' && filled))) {
      return false;
    }
    const { stage } = this.image;
    const maker = makerOf(stage);
    const last = maker?.instructions.at(-1);
    const copy = stage.instructions.findLast(({ keyword }) => /^(?:COPY|ADD)$/.test(keyword));
    if (!maker || !last || !copy) return false;
    this.insertBehind(last, [this.line('RUN', `mkdir ${EMPTY}`)]);
    const owner = ownerText(account);
    const lines = gifts.map(({ path }) =>
      this.line('COPY', `--from=${maker.name} --chown=${owner} ${EMPTY} ${path}`),
    );
    this.insertBehind(copy, lines);
    return true;
  }
}

const EMPTY = '/empty';

/** A stage with a shell that the image copies from already. */
function makerOf(stage: Stage): Stage | undefined {
  const { stages } = stage.document;
  return stages.findLast((one) => {
    const shell = valueOf(one.baseFacts)?.shell;
    return (
      one.readers.includes(stage) &&
      shell !== undefined &&
      shell !== 'none' &&
      one.name !== undefined
    );
  });
}
