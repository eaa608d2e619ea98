import type { Command, Word } from '../../../src/kit.ts';
import { baseName, programIndex } from '../prefix.ts';
import { placeIn } from './code.ts';
import { placedCommands, startTexts, type StartText } from './directories.ts';
import { staticText } from './static-text.ts';
import type { Image, Written } from './types.ts';

/** What the scripts and the command line of the start write. */
export function writesAtStart(image: Image): { paths: Written[]; unknown: string[] } {
  const found: { paths: Written[]; unknown: string[] } = { paths: [], unknown: [] };
  for (const text of startTexts(image)) addText(image, text, found);
  for (const { path, text, health } of image.start.scripts) {
    if (health === true) addText(image, { text, where: path, path }, found);
  }
  addOptions(image, found);
  if (startsPassenger(image)) found.unknown.push('passenger');
  return found;
}

/**
 * Passenger keeps its PID and its log in the directory of the application, or in `tmp` and `log`
 * where these are there: https://phusionpassenger.com/docs/tutorials/the_passenger_command/node,
 * read 2026-11-26.
 */
function startsPassenger({ start }: Image): boolean {
  const words = start.main.map((word) => word ?? '');
  const isOn = [...start.programs, ...words].some((word) => baseName(word) === 'passenger');
  return isOn && !['--pid-file', '--log-file'].every((option) => words.includes(option));
}

type Found = { paths: Written[]; unknown: string[] };

function addText(image: Image, given: StartText, found: Found): void {
  const { where } = given;
  for (const { command, directory } of placedCommands(image, given)) {
    const place = { stage: image.stage, workdir: directory };
    for (const { operator, target } of command.redirects) {
      if (target && /^(?:>|>>|>\||&>|&>>)$/.test(operator))
        add(place, target, 'file', where, found);
    }
    for (const { word, kind } of written(command)) add(place, word, kind, where, found);
    const fetched = fetches(command);
    if (fetched !== undefined) found.unknown.push(`${where}: ${fetched}`);
  }
}

/** A command that puts files under names of their own into the working directory, or near it. */
function fetches(command: Command): string | undefined {
  const texts = command.words.map((word) => word.value ?? word.text);
  const [program = '', ...args] = texts.slice(programIndex(texts));
  const name = baseName(program);
  const makes = FETCHES[name];
  return makes?.(args) === true ? `${name} ${args[0] ?? ''}`.trim() : undefined;
}

/** Their manual pages, https://manpages.debian.org, read 2026-11-26. */
const FETCHES: Readonly<Record<string, (args: readonly string[]) => boolean>> = {
  wget: (args) => !args.some((text) => /^-[a-zA-Z]*O|^--(?:output-document|spider)/.test(text)),
  curl: (args) => args.some((text) => /^-[a-zA-Z]*[OJ]$|^--remote-name/.test(text)),
  tar: ([first = '']) => /^(?:-?[a-zA-Z]*x|--extract|--get)/.test(first),
  unzip: (args) => !args.some((text) => /^-[a-zA-Z]*[lptZ]/.test(text)),
  git: (args) => args.some((text) => /^(?:clone|pull|checkout|init|fetch)$/.test(text)),
};

/** The words of a command that name what it makes. */
function written(command: Command): { word: Word; kind: Written['kind'] }[] {
  const texts = command.words.map((word) => word.value ?? word.text);
  const at = programIndex(texts);
  const operands = command.words.slice(at + 1).filter((word) => !word.text.startsWith('-'));
  const all = (kind: Written['kind']) => operands.map((word) => ({ word, kind }));
  switch (baseName(texts[at] ?? '')) {
    case 'mkdir':
      return all('directory');
    case 'touch':
    case 'tee':
    case 'mkfifo':
      return all('file');
    case 'cp':
    case 'mv':
    case 'ln':
    case 'install':
      return all('file').slice(-1);
    case 'rm':
    case 'rmdir':
    case 'unlink':
    case 'truncate':
      return all('file');
    case 'chmod':
      return all('file').slice(1);
    case 'sed':
      return texts.some((text) => /^-\w*i|^--in-place/.test(text)) ? all('file').slice(1) : [];
    default:
      return [];
  }
}

/** What Docker itself opens for every user. */
const STREAM = /^\/(?:dev|proc)\//;

function add(
  image: Pick<Image, 'stage' | 'workdir'>,
  word: Word,
  kind: Written['kind'],
  where: string,
  found: Found,
): void {
  const text = staticText(image, word);
  if (text !== undefined && STREAM.test(text)) return;
  const place = text === undefined ? undefined : placeIn(image, { text, exact: true }, kind);
  if (place === 'nowhere') return;
  if (place) found.paths.push({ ...place, because: where });
  else found.unknown.push(`${where}: ${word.text.slice(0, 40)}`);
}

const OPTION =
  /^--?(?:[\w.-]*(?:log-?file|logfile|access-log|error-log|log-dir|log-path|pid|pidfile|pid-file|data-?dir|datadir|db-?path|db|database|cache-?dir|state-?dir|upload-?dir|storage|work-?dir|user-data-dir|output-dir)|D[\w.]*(?:log|tmpdir|data)[\w.]*)$/i;

/** `--access-logfile logs/a.log`, `--pid=/run/x.pid`. */
function addOptions(image: Image, found: Found): void {
  const words = image.start.main;
  for (const [i, word] of words.entries()) {
    if (word === undefined) continue;
    const equals = word.indexOf('=');
    const option = equals < 0 ? word : word.slice(0, equals);
    if (!OPTION.test(option)) continue;
    const value = equals < 0 ? words[i + 1] : word.slice(equals + 1);
    if (value === undefined || !/[./]/.test(value) || /^-|:\/\//.test(value)) continue;
    const kind = /dir|storage/i.test(option) ? 'directory' : 'file';
    const place = placeIn(image, { text: value, exact: true }, kind);
    if (place && place !== 'nowhere')
      found.paths.push({ ...place, because: `it starts with ${option}` });
  }
}
