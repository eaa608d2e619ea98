import { valueOf } from '../../../src/kit.ts';
import { textAt } from '../multi-stage/file-texts.ts';
import { parseObject, stringsOf } from '../multi-stage/ecosystems/package-json.ts';
import { commandsOfText } from '../multi-stage/start.ts';
import type { Words } from '../multi-stage/start-script.ts';
import { baseName, programIndex } from '../prefix.ts';
import { startDirectory } from './directories.ts';
import type { Image } from './types.ts';

const MAX_DEPTH = 5;

/** The commands of the start and of its scripts, with those behind `npm start` and the like. */
export const commandsAtStart = (image: Image): readonly Words[] =>
  [
    image.start.main,
    ...image.start.scripts.flatMap(({ text, health }) =>
      health === true ? [] : (commandsOfText(text) ?? []),
    ),
  ].flatMap((words) => commandsBehind(image, words));

/**
 * The commands behind `npm start`, `yarn serve` and the like, from the package.json of the
 * directory that it is started in; the words themselves for everything else.
 * https://docs.npmjs.com/cli/v11/using-npm/scripts, read 2026-11-25.
 */
export function commandsBehind(image: Image, words: Words, depth = 0): readonly Words[] {
  const line = words.slice(programIndex(words.map((word) => word ?? '')));
  const name = scriptName(line);
  if (name === undefined || depth > MAX_DEPTH) return line.length > 0 ? [line] : [];
  const scripts = scriptsOf(image);
  const texts = [`pre${name}`, name, `post${name}`].flatMap((key) => scripts[key] ?? []);
  const commands = texts.flatMap((text) => commandsOfText(text) ?? []);
  return [line, ...commands.flatMap((command) => commandsBehind(image, command, depth + 1))];
}

/**
 * What `npm start` and the like run, where no package.json tells; without a script `npm start` runs
 * server.js: https://docs.npmjs.com/cli/v11/commands/npm-start, read 2026-11-27.
 */
export function untoldScript(image: Image, words: Words): string | undefined {
  const line = words.slice(programIndex(words.map((word) => word ?? '')));
  const name = scriptName(line);
  if (name === undefined) return undefined;
  const scripts = scriptsOf(image);
  if (scripts[name] !== undefined) return undefined;
  // `yarn next` runs a program where no script has that name.
  if (Object.keys(scripts).length > 0 && !/^npm$|^run$/.test(`${line[0]}`) && line[1] === name) {
    return undefined;
  }
  if (name === 'start' && fileAtStart(image, 'server.js') !== undefined) return undefined;
  return line.map((word) => word ?? '$').join(' ');
}

function scriptName(line: Words): string | undefined {
  const [program, ...rest] = line;
  const given = rest.filter((word) => word !== undefined && !word.startsWith('-'));
  const [verb, name] = given;
  switch (baseName(program ?? '')) {
    case 'npm':
      if (verb === 'start' || verb === 'stop' || verb === 'test') return verb;
      return /^run(?:-script)?$/.test(verb ?? '') ? name : undefined;
    case 'yarn':
    case 'pnpm':
    case 'bun':
      return verb === 'run' ? name : verb;
    default:
      return undefined;
  }
}

function scriptsOf(image: Image): Readonly<Record<string, string>> {
  const text = fileAtStart(image, 'package.json');
  return stringsOf((text === undefined ? undefined : parseObject(text))?.['scripts']);
}

/** A file of the build context in the directory that the container starts in. */
export function fileAtStart(image: Image, name: string): string | undefined {
  const directory = valueOf(startDirectory(image));
  const last = image.stage.instructions.at(-1) ?? image.stage.from;
  if (directory === undefined) return undefined;
  return valueOf(textAt(last, `${directory}/${name}`, image.context));
}
