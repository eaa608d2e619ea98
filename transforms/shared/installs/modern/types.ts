import type { Source, Word } from '../../../../src/kit.ts';
import type { Found } from '../found.ts';

/** A command with the options of today. */
export interface Modern {
  /** Options as they are written, and what they become; an empty text: they go. */
  readonly from: string;
  readonly to: string;
  /** New texts of words; an empty text takes the word out. */
  readonly texts: ReadonlyMap<Word, string>;
  /** Arguments of the same program, of commands that have to run before this one. */
  readonly before?: readonly string[];
  /** What is known of it beside that it means the same; completes the message. */
  readonly note?: string;
  /** What could not be established; completes the message. */
  readonly doubt?: string;
  /** It changes more than the spelling. */
  readonly changes?: true;
}

/** Why an option of yesterday stays: a key of the reasons of the transform, and what completes it. */
export interface Stays {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly detail?: string;
}

export const stays = (result: Modern | Stays): result is Stays => 'reason' in result;

/** The old options of one package manager. */
export interface Speller {
  readonly programs: RegExp;
  readonly source: Source;
  modern(found: Found): Modern | Stays | undefined;
}

/** One option for another of the same meaning. */
export interface Flag {
  readonly old: RegExp;
  /** Its value is the next word, and has to be one of these. */
  readonly value?: RegExp;
  /** Empty: it goes. */
  readonly now: string;
}

/** Writes old options of a command anew; undefined where it has none. */
export function respell(
  { rest }: Found,
  flags: readonly Flag[],
): Pick<Modern, 'from' | 'to' | 'texts'> | undefined {
  const texts = new Map<Word, string>();
  const said = new Set(rest.map(({ value }) => value));
  const [from, to]: [string[], string[]] = [[], []];
  for (const [at, word] of rest.entries()) {
    if (word.value === '--') break;
    const next = rest[at + 1];
    const flag = flags.find(
      ({ old, value }) => old.test(word.value ?? '') && (!value || value.test(next?.value ?? '')),
    );
    if (!flag) continue;
    const isNew = flag.now !== '' && !said.has(flag.now);
    said.add(flag.now);
    texts.set(word, isNew ? flag.now : '');
    if (flag.value) texts.set(next!, '');
    from.push(flag.value ? `${word.text} ${next!.text}` : word.text);
    if (flag.now !== '' && !to.includes(flag.now)) to.push(flag.now);
  }
  return texts.size === 0 ? undefined : { from: from.join(' '), to: to.join(' '), texts };
}
