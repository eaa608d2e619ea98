import { valueOf } from '../../../src/kit.ts';
import { isInside } from './aftermath.ts';
import type { Brought, ContextFile } from './brought.ts';
import { effectsOf } from './effects.ts';
import { isNeverRead } from './sources.ts';
import { pathFrom } from './steps.ts';
import type { Step, Subject } from './types.ts';

/** How a language's sources tell which files its programs read. */
export interface Reading {
  /** Sources, manifests and what only the build reads, by path in the context. */
  isSource(source: string): boolean;
  /** Only read where its name, its directory or its extension is told: documents, say. */
  isSeldomRead?(source: string): boolean;
  /** Is this source part of no program: a test, a dependency? */
  isForeign?(source: string): boolean;
  /** A source without the places that name files which are not read at run time. */
  clean?(text: string): string;
  /** Where it occurs, everything that the file copied may be read. */
  readonly servesAll?: RegExp;
  /** Files that are read without being named, by path in the context. */
  readonly always?: RegExp | undefined;
}

/** Files of the image that are no source, and that the program or its configuration names. */
export function assetsOf(
  subject: Subject,
  files: readonly ContextFile[],
  code: ReadonlyMap<string, string>,
  reading: Reading,
): ContextFile[] {
  const { doc, start } = subject;
  const own = [...code]
    .filter(([path]) => reading.isForeign?.(path) !== true)
    .map(([, text]) => reading.clean?.(text) ?? text);
  const said = doc.instructions
    .filter(({ keyword }) => /^(?:ENV|CMD|ENTRYPOINT|ARG|HEALTHCHECK|VOLUME)$/.test(keyword))
    .map(({ args }) => args.text);
  const all = [...own, ...said, ...start.scripts.map(({ text }) => text)].join('\n');
  const scripts = new Set(
    start.scripts.map(({ path }) => pathFrom(valueOf(subject.workdir), path)),
  );
  const servesAll = reading.servesAll?.test(all) === true;
  const isNamed = namedIn(all);
  const isTold = toldIn(all);
  const given = givenTo(subject);
  const isGone = removedFrom(subject, true);
  const isWanted = ({ source, path, brought }: ContextFile): boolean => {
    if (reading.isSource(source) || isNeverRead(source)) return false;
    if (servesAll || given.some((directory) => isInside(path, directory))) return true;
    if (reading.isSeldomRead?.(source) === true) return isTold(source, path);
    return isNamed(source) || isPlaced(subject, brought);
  };
  return files.filter((file) => {
    const { source, path, brought } = file;
    if (isGone(path, brought)) return false;
    return (
      scripts.has(path) ||
      given.includes(path) ||
      reading.always?.test(source) === true ||
      isWanted(file)
    );
  });
}

/** The paths that the words of the start command may be, alone or behind `-option=`. */
function givenTo({ start, workdir }: Subject): string[] {
  return start.main
    .slice(1)
    .flatMap((word) => [word, word?.replace(/^--?[\w-]+=/, '')])
    .flatMap((word) => pathFrom(valueOf(workdir), word) ?? [])
    .filter((path) => path !== '/');
}

/** Is a file named by a text, or in a directory that it has as a relative or absolute path? */
function toldIn(text: string): (source: string, path: string) => boolean {
  const known = new Map<string, boolean>();
  const has = (pattern: string): boolean => {
    const found = known.get(pattern) ?? new RegExp(pattern, 'm').test(text);
    known.set(pattern, found);
    return found;
  };
  return (source, path) => {
    const names = source.split('/');
    const extension = /\.(\w+)$/.exec(names.at(-1)!)?.[1];
    if (extension !== undefined && has(`["'\`*]\\.${extension}["'\`]`)) return true;
    // What else begins with a slash is an address of a server as often as a directory.
    return (
      directoriesOf(path).some((directory) => has(`["'\`=]${escaped(directory)}(?:["'\`/]|$)`)) ||
      names.some((name) => has(`["'\`=](?:[\\w.-]+/)*${escaped(name)}(?:["'\`/]|$)`))
    );
  };
}

const directoriesOf = (path: string): string[] =>
  path
    .split('/')
    .map((_, i, names) => names.slice(0, i).join('/'))
    .slice(2);

const escaped = (text: string): string => text.replace(/[^\w]/g, '\\$&');

/** May a step that only runs in a condition remove what an earlier COPY brought? */
export const mayBeRemoved = (subject: Subject): ReturnType<typeof removedFrom> =>
  removedFrom(subject, false);

/** Does a step remove or move away what an earlier COPY brought: `certain`, always? */
function removedFrom(
  { steps }: Subject,
  certain: boolean,
): (path: string, brought: Brought) => boolean {
  const gone = steps
    .filter((step) => step.certain === certain)
    .flatMap((step) => goneAfter(step).map((path) => ({ path, index: step.run.index })));
  return (path, { copy }) => gone.some((one) => one.index > copy.index && isInside(path, one.path));
}

function goneAfter(step: Step): readonly string[] {
  if (step.program !== 'mv') {
    return effectsOf(step).flatMap((effect) => (effect.kind === 'removes' ? effect.paths : []));
  }
  const operands = step.words.slice(1).filter((_, i) => !step.args[i]!.startsWith('-'));
  return operands.slice(0, -1).flatMap((word) => pathFrom(step.directory, word) ?? []);
}

/** Copied by its name to where no step of the build runs: it is there for the program. */
function isPlaced({ steps }: Subject, { source, path }: Brought): boolean {
  if (source === undefined || source === '' || path === undefined) return false;
  return !steps.some(
    ({ directory }) => directory !== undefined && directory !== '/' && isInside(path, directory),
  );
}

/** Libraries that read configuration look for a file of the program's own name. */
export function configurationOf(program: string): RegExp {
  const name = escaped(program.slice(program.lastIndexOf('/') + 1));
  return new RegExp(`(?:^|/)\\.?${name}\\.(?:conf|config|cfg|ini|json|toml|ya?ml)$`);
}

/** Is a file, or a directory that it is in, named by a text, or covered by a pattern of it? */
function namedIn(text: string): (source: string) => boolean {
  const known = new Map<string, boolean>();
  const has = (name: string): boolean => {
    let found = known.get(name);
    if (found === undefined) {
      found = new RegExp(`["'\`/=\\s:,(<>-]${escaped(name)}(?=["'\`/\\s:,;)}<>&|]|$)`, 'm').test(
        text,
      );
      known.set(name, found);
    }
    return found;
  };
  return (source) => {
    const names = source.split('/');
    const extension = /\.(\w+)$/.exec(names.at(-1)!)?.[1];
    if (extension !== undefined && text.includes(`*.${extension}`)) return true;
    return names.some(has) || isNamedBare(names.at(-1)!, text);
  };
}

/** `with_name("Settings")`: libraries that read configuration try the usual extensions themselves. */
function isNamedBare(file: string, text: string): boolean {
  const stem = /^([\w-]{3,})\.(?:toml|ya?ml|json5?|ini|ron)$/.exec(file)?.[1];
  return stem !== undefined && new RegExp(`["'\`/]${stem}["'\`]`).test(text);
}
