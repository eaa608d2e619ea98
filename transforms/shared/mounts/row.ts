import type { BaseImage, Command, Source } from '../../../src/kit.ts';
import { fillsCache, invocationOf, lineOf } from '../package-managers.ts';

/** What a RUN tells about where a tool puts its cache. */
export interface Place {
  readonly root: boolean;
  /** The home of the user; `undefined` where it is not known. */
  readonly home: string | undefined;
  readonly base: BaseImage | undefined;
  /** A variable as the RUN sees it; `undefined` where nobody sets it. */
  readonly value: (name: string) => string | undefined;
}

/** A directory to mount, and how its cache is called where it needs an id. */
export interface CacheDirectory {
  readonly name: string;
  readonly path: string;
}

/** How the cache of one tool is mounted. */
export interface CacheRow {
  readonly id: string;
  /** Does the command fill the cache, or work from it? */
  readonly uses: (command: Command) => boolean;
  /** `undefined` where the base image does not tell; a path that begins with `~` needs a home. */
  readonly directories: (
    place: Place,
    commands: readonly Command[],
  ) => readonly CacheDirectory[] | undefined;
  /** The variables that move it, as `directories` follows them. */
  readonly variables: readonly string[];
  /** Variables that move it with such a value, which is not followed. */
  readonly stops?: readonly (readonly [variable: string, value: RegExp])[];
  /** Two builds at a time must not write to it. */
  readonly locked: boolean;
  /**
   * What it holds depends on the distribution: packages and lists of it, or what was compiled
   * against it. Such a cache has an id of its own for each.
   */
  readonly system: boolean;
  /** Variables that, set to anything, switch it off. */
  readonly off?: readonly string[];
  /** Words of a command that switch it off. They go. */
  readonly noCache?: RegExp;
  /** Put in the place of such a word. */
  readonly noCacheBecomes?: string;
  /** Put behind the sub-command, so that what was installed stays in the cache. */
  readonly keeps?: string;
  /** Words of a command that say another directory. */
  readonly moves?: RegExp;
  /** Command lines, other than rm, that empty it. */
  readonly cleans?: RegExp;
  /** Command lines that work from it and cannot fetch what is not there. */
  readonly offline?: RegExp;
  /** Command lines that put there what nobody can fetch again. */
  readonly publishes?: RegExp;
  /** Command lines of other RUNs that work from it, and so need the mount too. */
  readonly behind?: RegExp;
  /** A container that starts like this works from it. */
  readonly atStart?: RegExp;
  /** It writes beside the directory, where the builder makes the parents for root. */
  readonly writesBeside?: boolean;
  readonly source: Source;
}

export const read = (title: string, url: string): Source => ({ title, url, date: '2026-11-25' });

export const list = (text: string): readonly string[] => text.split(' ');

/** The commands that `clean-package-caches` cleans up behind. */
export const fills =
  (id: string) =>
  (command: Command): boolean => {
    const call = invocationOf(command);
    return call?.manager.id === id && fillsCache(call);
  };

export const usesLine =
  (pattern: RegExp) =>
  (command: Command): boolean =>
    pattern.test(lineOf(command));

/** One directory: below a variable where that is set, else the default. */
export const oneDirectory =
  (name: string, path: string, moved: readonly (readonly [variable: string, below: string])[]) =>
  ({ value }: Place): readonly CacheDirectory[] => {
    for (const [variable, below] of moved) {
      const set = value(variable);
      if (set !== undefined && set !== '') return [{ name, path: `${set}${below}` }];
    }
    return [{ name, path }];
  };

/** A variable that, whatever it says, is not followed. */
export const anyValue = (name: string): readonly [string, RegExp] => [name, /./];
