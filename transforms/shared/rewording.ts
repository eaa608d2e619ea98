import {
  commandText,
  tokensOf,
  type Command,
  type Edit,
  type Finding,
  type Word,
} from '../../src/kit.ts';
import { runs, type Visit } from './visit.ts';

/** New texts for words of one command; an empty text takes the word out. */
export interface Rewording {
  readonly command: Command;
  readonly texts: ReadonlyMap<Word, string>;
}

/**
 * Writes words of a RUN's commands anew, and leaves all else as it stands; `undefined` where a
 * comment would be lost. The commands must not stand inside a substitution.
 */
export function reword(
  visit: Visit,
  rewordings: readonly Rewording[],
): Pick<Finding, 'edits' | 'changes'> | undefined {
  const edits = rewordings.flatMap((rewording) => editsOf(visit, rewording));
  const lost = visit.run.comments.some((comment) =>
    edits.some((edit) => comment.start < edit.end && edit.start < comment.end),
  );
  if (lost) return undefined;
  const texts = new Map(
    rewordings.map(({ command, texts: own }) => [
      command,
      commandText(
        command,
        command.words.map((word) => own.get(word) ?? word.text).filter((text) => text !== ''),
      ),
    ]),
  );
  const tokens = tokensOf(
    visit.script.body,
    (command) => texts.get(command) ?? commandText(command),
  );
  return { edits, changes: [runs(visit, tokens)] };
}

function editsOf({ run }: Visit, { command, texts }: Rewording): Edit[] {
  const { source } = run.run;
  const { words } = command;
  const edits: Edit[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const text = texts.get(word) ?? word.text;
    const from = source.toDoc(word.start);
    const to = source.toDocEnd(word.end);
    if (text === '') {
      let last = at;
      while (texts.get(words[last + 1]!) === '') last++;
      const next = words[last + 1];
      // At the end of a command the blanks before it go, elsewhere those behind it.
      edits.push(
        next
          ? { start: from, end: source.toDoc(next.start), text: '' }
          : {
              start: source.toDocEnd(words[at - 1]!.end),
              end: source.toDocEnd(words[last]!.end),
              text: '',
            },
      );
      at = last;
    } else if (text === word.text) continue;
    // What is only added to needs no more than that.
    else if (text.startsWith(word.text)) {
      edits.push({ start: to, end: to, text: text.slice(word.text.length) });
    } else edits.push({ start: from, end: to, text });
  }
  return edits;
}
