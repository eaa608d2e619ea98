import { commandsIn, parseScript, type Command, type Word } from '../../../src/kit.ts';
import { PLAIN } from '../multi-stage/start-reader.ts';
import { baseName, programIndex } from '../prefix.ts';
import { placeIn } from './code.ts';
import type { Image, Written } from './types.ts';

/** What the scripts and the command line of the start write. */
export function writesAtStart(image: Image): { paths: Written[]; unknown: string[] } {
  const found: { paths: Written[]; unknown: string[] } = { paths: [], unknown: [] };
  for (const { path, text } of image.start.scripts) addScript(image, text, path, found);
  for (const instruction of [image.start.entrypoint, image.start.cmd]) {
    if (!instruction) continue;
    const words = instruction.json;
    const at = words?.findIndex((word) => /^-\w*c$/.test(word)) ?? -1;
    const text = words ? (at > 0 ? words[at + 1] : undefined) : instruction.args.text;
    if (text !== undefined) addScript(image, text, `line ${instruction.given.line}`, found);
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

function addScript(image: Image, text: string, where: string, found: Found): void {
  const script = parseScript(text, { ...PLAIN, name: 'bash' });
  if (!script.known) return;
  for (const command of commandsIn(script.value.body)) {
    for (const { operator, target } of command.redirects) {
      if (target && /^(?:>|>>|>\||&>|&>>)$/.test(operator))
        add(image, target, 'file', where, found);
    }
    for (const { word, kind } of written(command)) add(image, word, kind, where, found);
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

function add(image: Image, word: Word, kind: Written['kind'], where: string, found: Found): void {
  const text = textOf(image, word);
  if (text !== undefined && STREAM.test(text)) return;
  const place = text === undefined ? undefined : placeIn(image, { text, exact: true }, kind);
  if (place === 'nowhere') return;
  if (place) found.paths.push({ ...place, because: where });
  else found.unknown.push(`${where}: ${word.text.slice(0, 40)}`);
}

/** The value of a word, with the variables that ENV sets. */
function textOf({ stage }: Image, word: Word): string | undefined {
  if (word.value !== undefined) return word.value;
  if (word.scripts.length > 0) return undefined;
  let missing = false;
  const text = word.text
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\$(?:\{(\w+)(?::?-([^}$]*))?\}|(\w+))/g, (_all, braced, otherwise, plain) => {
      const name = String(braced ?? plain);
      const variable = stage.scope.at(Infinity, name);
      const value = stage.scope.value(Infinity, name);
      if (variable?.kind === 'env' && value.known) return value.value;
      if (otherwise !== undefined) return String(otherwise);
      missing = true;
      return '';
    });
  return missing || /["'\\$`*?]/.test(text) ? undefined : text;
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
