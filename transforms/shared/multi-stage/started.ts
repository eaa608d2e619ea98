import { valueOf } from '../../../src/kit.ts';
import { baseName } from '../prefix.ts';
import { isInside } from './aftermath.ts';
import { pathFrom } from './steps.ts';
import type { Shipment, Step, Subject } from './types.ts';

/** Is the program at a path of the build stage the one that this word starts? */
export function isStarted(
  subject: Subject,
  path: string,
  word: string | undefined,
  alsoOnPath: readonly string[] = [],
): boolean {
  if (word === undefined) return false;
  if (word.includes('/')) return pathFrom(valueOf(subject.workdir), word) === path;
  return baseName(path) === word && isOnPath(subject, directoryOf(path), alsoOnPath);
}

export const directoryOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** Directories of the PATH in every image of a distribution. */
const PATH = /^\/(?:usr\/(?:local\/)?)?s?bin$/;

export function isOnPath(
  { doc }: Subject,
  directory: string,
  alsoOnPath: readonly string[] = [],
): boolean {
  if (PATH.test(directory) || alsoOnPath.includes(directory)) return true;
  return isOnWrittenPath(doc, directory);
}

const isOnWrittenPath = (doc: Subject['doc'], directory: string): boolean =>
  doc
    .only('ENV')
    .flatMap(({ pairs }) => pairs)
    .some(({ name, value }) => name === 'PATH' && (value ?? '').split(/[:"]/).includes(directory));

/**
 * A program that ships. A bare name is found on the PATH: what is only on the one of the build
 * stage's image goes to a directory that is on every PATH.
 */
export function programShipment(
  subject: Subject,
  path: string,
  word: string | undefined,
): Shipment {
  const directory = directoryOf(path);
  const moves =
    word !== undefined &&
    !word.includes('/') &&
    baseName(path) === word &&
    !PATH.test(directory) &&
    !isOnWrittenPath(subject.doc, directory);
  return { from: path, made: true, file: true, ...(moves ? { to: `/usr/local/bin/${word}` } : {}) };
}

/** Change a program where it lies, and nothing else. */
const IN_PLACE = new Set(['strip', 'upx', 'chmod', 'patchelf', 'setcap']);

/** Does a step change only programs that the build made? */
export function isInPlace({ program, args }: Step): boolean {
  return IN_PLACE.has(program) && program !== 'setcap' && !args.some((arg) => arg.startsWith('-o'));
}

/**
 * Files that the arguments of the start command name, where no build context tells what lies
 * there: what a COPY brought is there.
 */
export function namedByStart(subject: Subject): Shipment[] {
  const copied = subject.brought.flatMap(({ path }) =>
    path === undefined || path === '/' ? [] : path,
  );
  const words = subject.start.main.slice(1).map((word) => word?.replace(/^--?[\w-]+=/, ''));
  return words
    .filter((word) => word !== undefined && /\/|\.\w+$/.test(word) && !/[:*]/.test(word))
    .flatMap((word) => pathFrom(valueOf(subject.workdir), word) ?? [])
    .filter((path) => copied.some((directory) => isInside(path, directory)))
    .map((from) => ({ from, made: true }));
}
