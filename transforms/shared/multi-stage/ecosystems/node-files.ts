import { isInside } from '../aftermath.ts';
import type { ContextFile } from '../brought.ts';
import { effectsOf } from '../effects.ts';
import { isNeverRead } from '../sources.ts';
import type { Shipment, Subject } from '../types.ts';
import { isCode, isTest, isToolConfig } from './node-sources.ts';

/** Directories that every image has: a final stage takes over files in them one by one. */
const SYSTEM =
  /^\/(?:|bin|boot|dev|etc(?:\/.*)?|home|lib\w*|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr(?:\/(?:bin|sbin|include|share|games|src|lib\w*|local(?:\/(?:bin|sbin|lib|etc|share|include|src|man))?))?|var(?:\/(?:lib|log|cache|tmp|run|spool|www))?)$/;

export const isSystemDirectory = (path: string): boolean => SYSTEM.test(path);

/** Which files of the context the application may read when it runs. */
export interface Reading {
  /** Texts that may name files: sources that run, start commands, variables. */
  readonly text: string;
  /** The same without what sources import, which is compiled with them. */
  readonly named: string;
  /** Paths that builds make. */
  readonly outputs: readonly string[];
  /** Everything that is compiled is compiled into the outputs, and only those run. */
  readonly compiled: boolean;
  /** Settings of tools are read when it runs. */
  readonly settings: boolean;
  /** Sources that run without being compiled must stay, wherever they are. */
  readonly isSource: (file: ContextFile) => boolean;
}

/** The files of the context that are still there when the build is over. */
export function remaining(subject: Subject, files: readonly ContextFile[]): ContextFile[] {
  const gone: { readonly path: string; readonly index: number }[] = [];
  for (const step of subject.steps) {
    if (!step.certain) continue;
    for (const effect of effectsOf(step)) {
      if (effect.kind !== 'removes') continue;
      for (const path of effect.paths) gone.push({ path, index: step.run.index });
    }
  }
  return files.filter(
    ({ path, brought }) =>
      !gone.some((one) => one.index > brought.copy.index && isInside(path, one.path)),
  );
}

/** Leaves out documents, tests, settings of tools, and sources that were compiled. */
export function read(files: readonly ContextFile[], reading: Reading): ContextFile[] {
  const { text, named, outputs, compiled, settings, isSource } = reading;
  return files.filter((file) => {
    const { source, path } = file;
    if (path.includes('/node_modules/')) return false;
    if (isNeverRead(source)) return false;
    if (isTest(source) || (isToolConfig(source) && !settings)) return isNamed(source, text);
    if (!compiled || outputs.some((output) => isInside(path, output))) return true;
    if (!isCode(source) && !source.endsWith('.d.ts')) return true;
    return !isSource(file) || isNamedInFull(source, named);
  });
}

/** Is the file named, or the directory of tests that it is in? */
function isNamed(source: string, text: string): boolean {
  const names = source.split('/');
  const name = names.at(-1)!;
  const bare = name.replace(/\.[cm]?[jt]sx?$/, '');
  if (new RegExp(`["'\`/ =]${escape(name)}\\b`).test(text)) return true;
  if (bare !== name && new RegExp(`["'\`/]${escape(bare)}["'\`]`).test(text)) return true;
  const tests = names.slice(0, -1).filter((part) => /^(?:tests?|specs?|e2e|stories)$/.test(part));
  return tests.some((part) => new RegExp(`["'\`/]${escape(part)}(?=["'\`/])`).test(text));
}

/** Is the file named with its extension? */
const isNamedInFull = (source: string, text: string): boolean =>
  new RegExp(`["'\`/ =]${escape(source.slice(source.lastIndexOf('/') + 1))}\\b`).test(text);

const escape = (text: string): string => text.replace(/\W/g, '\\$&');

/** So many paths that the directory itself says it better. */
const MANY = 10;

/**
 * The fewest paths that hold these files: directories in which everything is wanted, else files.
 * None that is above what one COPY brought, and none of the system.
 */
export function pathsOf(wanted: readonly ContextFile[], all: readonly ContextFile[]): Shipment[] {
  const left = new Set(all.map(({ path }) => path));
  for (const { path } of wanted) left.delete(path);
  const unwanted = new Set<string>();
  for (const path of left) for (const directory of above(path)) unwanted.add(directory);
  const found = new Map<string, Shipment>();
  for (const file of wanted) {
    const { path, brought } = file;
    const top = brought.kind === 'directory' && brought.path !== undefined ? brought.path : path;
    const whole = above(path)
      .filter((directory) => isInside(directory, top))
      .filter((directory) => !unwanted.has(directory) && !SYSTEM.test(directory));
    const best = whole.at(-1);
    const from = best ?? path;
    found.set(from, { from, made: false, file: best === undefined });
  }
  return [...found.values()];
}

/** The directories that a path is in, the nearest first. */
function above(path: string): string[] {
  const found: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    found.push(path.slice(0, at));
  }
  return found;
}

/** Whether single paths below a directory are too many to be listed. */
export const areMany = (ships: readonly Shipment[], directory: string): boolean =>
  directory !== '/' && ships.filter(({ from }) => isInside(from, directory)).length > MANY;
