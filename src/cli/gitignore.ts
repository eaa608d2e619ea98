import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { decode } from './bytes.ts';
import { readRegularFile } from './file.ts';
import { withSlashes } from './paths.ts';

/** The `.gitignore` of a directory. */
interface Rules {
  readonly directory: string;
  readonly rules: Ignore;
}

/** The `.gitignore` files that hold in a directory, the nearest last. */
export type Levels = readonly Rules[];

interface Place {
  readonly levels: Levels;
  readonly ignored: boolean;
}

const MAX_BYTES = 1024 * 1024;
/** Directories whose rules are remembered. */
const MAX_PLACES = 2000;

/** What git ignores, asked for single paths. */
export class GitIgnore {
  private readonly places = new Map<string, Place | undefined>();

  /** The levels that hold in a directory; none outside of a repository. */
  levelsOf(directory: string): Levels {
    return this.placeOf(directory)?.levels ?? [];
  }

  /** Does git ignore the path, or a directory on the way to it? */
  ignores(file: string, isDirectory: boolean): boolean {
    const place = this.placeOf(path.dirname(file));
    return place !== undefined && (place.ignored || isIgnored(place.levels, file, isDirectory));
  }

  private placeOf(directory: string): Place | undefined {
    if (this.places.has(directory)) return this.places.get(directory);
    let place: Place | undefined;
    const parent = path.dirname(directory);
    if (existsSync(path.join(directory, '.git'))) {
      place = { levels: enter([], directory), ignored: false };
    } else if (parent !== directory) {
      place = this.placeBelow(parent, directory);
    }
    if (this.places.size >= MAX_PLACES) this.places.clear();
    this.places.set(directory, place);
    return place;
  }

  private placeBelow(parent: string, directory: string): Place | undefined {
    const above = this.placeOf(parent);
    if (!above) return undefined;
    return {
      levels: enter(above.levels, directory),
      ignored: above.ignored || isIgnored(above.levels, directory, true),
    };
  }
}

/**
 * The levels that hold below a directory: its own, and those above that do not ignore it, since
 * whoever enters it all the same was told to by a nearer file or by the user.
 */
export function enter(levels: Levels, directory: string): Levels {
  const kept = levels.filter((level) => verdict(level, directory, true) !== 'ignored');
  const own = readRules(directory);
  return own ? [...kept, own] : kept;
}

function readRules(directory: string): Rules | undefined {
  const file = path.join(directory, '.gitignore');
  try {
    // Git does not follow a link here either: https://git-scm.com/docs/gitignore, read 2026-11-23.
    if (!lstatSync(file).isFile()) return undefined;
    const text = decode(readRegularFile(file, MAX_BYTES)).replace(/^\uFEFF/, '');
    return { directory, rules: ignore({ ignorecase: false }).add(text) };
  } catch {
    // Unreadable, or not there: nothing is ignored.
    return undefined;
  }
}

/** Does git ignore the path? The nearest file that has something to say decides. */
export function isIgnored(levels: Levels, file: string, isDirectory: boolean): boolean {
  for (const level of levels.toReversed()) {
    const result = verdict(level, file, isDirectory);
    if (result !== undefined) return result === 'ignored';
  }
  return false;
}

function verdict(
  { directory, rules }: Rules,
  file: string,
  isDirectory: boolean,
): 'ignored' | 'wanted' | undefined {
  const relative = withSlashes(path.relative(directory, file));
  const { ignored, unignored } = rules.test(isDirectory ? `${relative}/` : relative);
  if (ignored) return 'ignored';
  return unignored ? 'wanted' : undefined;
}
