import {
  commandsIn,
  known,
  parseScript,
  PLAIN_SHELL,
  unknown,
  valueOf,
  type Command,
  type Fact,
} from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { memo } from '../memo.ts';
import { staticText } from './static-text.ts';
import type { Image } from './types.ts';

/** A text that a shell reads when the container starts. */
export interface StartText {
  readonly text: string;
  /** For messages: the script, or the line of the instruction. */
  readonly where: string;
  /** Of a script, in the image. */
  readonly path?: string;
}

/** A command of such a text, and the directory that it runs in. */
export interface PlacedCommand {
  readonly command: Command;
  readonly directory: Fact<string>;
}

/** Its scripts, but those of the health check, and what ENTRYPOINT and CMD hand to a shell. */
export function startTexts(image: Image): StartText[] {
  const scripts = image.start.scripts.flatMap(({ path, text, health }) =>
    health === true ? [] : [{ text, where: path, path }],
  );
  const given = [image.start.entrypoint, image.start.cmd].flatMap((instruction) => {
    if (!instruction) return [];
    const words = instruction.json;
    const at = words?.findIndex((word) => /^-\w*c$/.test(word)) ?? -1;
    const text = words ? (at > 0 ? words[at + 1] : undefined) : instruction.args.text;
    return text === undefined ? [] : [{ text, where: `line ${instruction.given.line}` }];
  });
  return [...given, ...scripts];
}

/** The commands of a text, in order; `cd` is followed as if all of them ran. */
export function* placedCommands(
  image: Image,
  { text, where, path }: StartText,
  start: Fact<string> = image.workdir,
  depth = 0,
): Generator<PlacedCommand> {
  const script = parseScript(text, { ...PLAIN_SHELL, name: 'bash' });
  if (!script.known) return;
  let directory = start;
  for (const command of commandsIn(script.value.body)) {
    yield { command, directory };
    const inner = textOfShell(command);
    // What it does in there stays in there: a `cd`, too.
    if (inner !== undefined && depth < MAX_DEPTH) {
      yield* placedCommands(image, { text: inner, where }, directory, depth + 1);
    }
    directory = directoryAfter(image, command, directory, path);
  }
}

const MAX_DEPTH = 5;

/** The text of `sh -c '…'`. */
function textOfShell({ words }: Command): string | undefined {
  const at = words.findIndex(({ value = '' }) => /^(?:.*\/)?(?:ba|da|a|z)?sh$/.test(value));
  const option = words.findIndex(({ text }, i) => at >= 0 && i > at && /^-\w*c$/.test(text));
  return option < 0 ? undefined : words[option + 1]?.value;
}

/** Where what the container starts runs in the end. */
export const startDirectory = memo((image: Image): Fact<string> => {
  let directory = image.workdir;
  for (const text of startTexts(image)) {
    for (const { command, directory: at } of placedCommands(image, text, directory)) {
      directory = directoryAfter(image, command, at, text.path);
    }
  }
  return directory;
});

/** `cd "$(dirname "$0")"`: the directory of the script itself. */
const OWN = /^"?\$\(\s*dirname (?:-- )?"?\$(?:\{?0\}?|\{?BASH_SOURCE(?:\[0\])?\}?)"?\s*\)"?$/;

function directoryAfter(
  image: Image,
  command: Command,
  before: Fact<string>,
  path: string | undefined,
): Fact<string> {
  const [program, ...rest] = command.words;
  if (program?.value === 'popd') return unknown('popd leads back');
  if (program?.value !== 'cd' && program?.value !== 'pushd') return before;
  const word = rest.find(({ text }) => !/^-[LPe@]+$|^--$/.test(text));
  if (word && OWN.test(word.text) && path !== undefined) {
    return known(normal(path.slice(0, path.lastIndexOf('/')) || '/'));
  }
  const to = word && staticText(image, word);
  if (to === undefined || /^[-~]/.test(to)) return unknown('cd leads where a variable says');
  if (to.startsWith('/')) return known(normal(to));
  const at = valueOf(before);
  return at === undefined ? before : known(normal(`${at}/${to}`));
}
