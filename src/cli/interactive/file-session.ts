/** The findings of one Dockerfile, one after the other. Nothing is written here. */
import type { FindingPlace, FixOptions, FixResult, ReportedFinding } from '../../engine/fix.ts';
import { explainError } from '../errors.ts';
import { withIgnoreComment } from '../ignore-comment.ts';
import { blocksOf, linesOf } from '../reports/blocks.ts';
import { visible } from '../terminal.ts';
import { answerTo, type Answer } from './question.ts';
import type { Talk } from './terminal.ts';

/** What the transforms make of a text, without the findings for which `leaveOut` has a reason. */
export type Rewrite = (text: string, leaveOut?: FixOptions['leaveOut']) => FixResult;

/** The user has not said yet what becomes of a finding. */
const OPEN = 'nobody was asked yet';

export class FileSession {
  /** How many changes were taken. */
  taken = 0;
  private readonly shown: string;
  private readonly rewrite: Rewrite;
  private readonly talk: Talk;
  /** Transforms that are skipped in all files. */
  private readonly everywhere: Set<string>;
  /** What the findings are about: the file, with comments and edits of the user. */
  private base: string;
  private readonly chosen = new Set<string>();
  private skipped = new Set<string>();
  /** They change nothing until another one is taken. */
  private readonly waiting = new Set<string>();

  constructor(shown: string, text: string, rewrite: Rewrite, talk: Talk, everywhere: Set<string>) {
    this.shown = shown;
    this.base = text;
    this.rewrite = rewrite;
    this.talk = talk;
    this.everywhere = everywhere;
  }

  /** The file with what was taken. */
  get result(): FixResult {
    return this.rewrite(this.base, (place) => this.leftOut(place));
  }

  /** The text of `result`, whether it comes from findings or from the user. */
  get output(): string {
    return this.result.output;
  }

  /** False: the user wants to stop. */
  async run(): Promise<boolean> {
    for (;;) {
      const now = this.result;
      const open = now.findings.filter((one) => one.reason === OPEN && !this.waits(one));
      const [next] = open;
      if (!next) return true;
      const then = this.rewrite(this.base, (place) =>
        keyOf(place) === keyOf(next) ? undefined : this.leftOut(place),
      );
      if (then.output === now.output) this.waiting.add(keyOf(next));
      else if (!(await this.decide(next, open, now.output, then.output))) return false;
    }
  }

  private leftOut(place: FindingPlace): string | undefined {
    if (this.chosen.has(keyOf(place))) return undefined;
    if (this.everywhere.has(place.transform)) return 'skipped everywhere';
    return this.skipped.has(keyOf(place)) ? 'skipped' : OPEN;
  }

  private waits(place: FindingPlace): boolean {
    return this.waiting.has(keyOf(place));
  }

  private async decide(
    next: ReportedFinding,
    open: readonly ReportedFinding[],
    before: string,
    after: string,
  ): Promise<boolean> {
    const same = open.filter((one) => keyOf(one) === keyOf(next));
    const left = new Set(open.map(keyOf)).size - 1;
    const head = `${this.shown}:${next.line}: ${next.transform} (${next.applicability})`;
    const answer = await answerTo(
      {
        head: left > 0 ? `${head}, ${left} more` : head,
        reasons: [...new Set(same.map(({ message }) => message))],
        before,
        after,
      },
      this.talk,
    );
    return this.act(answer, next, before, after);
  }

  private async act(
    answer: Answer,
    next: FindingPlace,
    before: string,
    after: string,
  ): Promise<boolean> {
    if (answer === 'q') return false;
    if (answer === 'n') this.skipped.add(keyOf(next));
    if (answer === 'N') this.everywhere.add(next.transform);
    if (answer === 'y') this.take(next);
    if (answer === 'i') this.ignore(next);
    if (answer === 'e') await this.edit(next, before, after);
    return true;
  }

  private take(place: FindingPlace): void {
    this.chosen.add(keyOf(place));
    this.waiting.clear();
    this.taken++;
  }

  private ignore(place: FindingPlace): void {
    const commented = withIgnoreComment(this.base, place, this.rewrite);
    if (!commented) {
      this.talk.say(`No comment keeps ${place.transform} from this; n skips it.`);
      return;
    }
    this.base = commented.text;
    const shift = (keys: ReadonlySet<string>): string[] =>
      [...keys].map((key) => {
        const { transform, line } = placeOf(key);
        return keyOf({ transform, line: line >= commented.line ? line + 1 : line });
      });
    for (const set of [this.chosen, this.skipped, this.waiting]) {
      const shifted = shift(set);
      set.clear();
      for (const key of shifted) set.add(key);
    }
    this.taken++;
  }

  private async edit(place: FindingPlace, before: string, after: string): Promise<void> {
    const region = regionOf(before, after);
    let text: string;
    try {
      text = await this.talk.edit(region.text);
    } catch (error) {
      this.talk.say(visible(explainError(error)));
      return;
    }
    if (text === region.text) this.take(place);
    else if (text.trim() === '') this.talk.say('It is empty; nothing was taken.');
    else this.takeEdited(place, region.head + closed(text, region) + region.tail);
  }

  /** What the user wrote is what the next findings are about. */
  private takeEdited(place: FindingPlace, text: string): void {
    const { status, line = 1, reason = '', findings } = this.rewrite(text, () => OPEN);
    if (status === 'failed') {
      this.talk.say(`Docker would refuse it, at line ${line}: ${visible(reason)}`);
      return;
    }
    const decided = new Set([...this.skipped, keyOf(place)]);
    const moved = linesIn(this.base, text);
    this.skipped = new Set(
      [...decided].flatMap((key) => {
        const { transform, line: old } = placeOf(key);
        const [first, last] = moved(old);
        return findings
          .filter((one) => one.transform === transform && one.line >= first && one.line <= last)
          .map(keyOf);
      }),
    );
    this.base = text;
    this.chosen.clear();
    this.waiting.clear();
    this.taken++;
  }
}

const keyOf = ({ transform, line }: FindingPlace): string => `${line} ${transform}`;

function placeOf(key: string): FindingPlace {
  const space = key.indexOf(' ');
  return { line: Number(key.slice(0, space)), transform: key.slice(space + 1) };
}

interface Region {
  readonly head: string;
  /** From the first line that changes to the last. */
  readonly text: string;
  readonly tail: string;
}

function regionOf(before: string, after: string): Region {
  const blocks = blocksOf(before, after);
  const [first, last] = [blocks[0]!, blocks.at(-1)!];
  const lines = linesOf(after);
  const behind = linesOf(before).length - (last.line - 1 + last.count);
  const end = lines.length - behind;
  return {
    head: lines.slice(0, first.line - 1).join(''),
    text: lines.slice(first.line - 1, end).join(''),
    tail: lines.slice(end).join(''),
  };
}

/** With a line break at its end, where something follows. */
function closed(text: string, { head, tail }: Region): string {
  if (tail === '' || text.endsWith('\n')) return text;
  return text + ((head + tail).includes('\r\n') ? '\r\n' : '\n');
}

/** Where the lines of one text are in another: within a change anywhere in it. */
function linesIn(before: string, after: string): (line: number) => [first: number, last: number] {
  const blocks = blocksOf(before, after);
  return (line) => {
    let shift = 0;
    for (const block of blocks) {
      if (line < block.line) break;
      const inserted = linesOf(block.inserted).length;
      const first = block.line + shift;
      if (line < block.line + block.count) return [first, first + Math.max(inserted, 1) - 1];
      shift += inserted - block.count;
    }
    return [line + shift, line + shift];
  };
}
