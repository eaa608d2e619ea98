/** Finds the configuration of a directory, and reads it. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../../config.ts';
import type { AnyTransform } from '../../engine/finding.ts';
import { transforms as builtIn } from '../../index.ts';
import { decode } from '../bytes.ts';
import { explainError, FileError } from '../errors.ts';
import { readRegularFile } from '../file.ts';
import { isOutside, repositoryTop } from '../paths.ts';
import { checkConfig, checkIds, isObject } from './check.ts';

/** A configuration, read. */
export interface Loaded {
  /** Absolute. */
  readonly file: string;
  readonly directory: string;
  readonly config: Config;
  /** The built-in transforms, and those that it brings. */
  readonly transforms: readonly AnyTransform[];
}

export const NAMES = ['ts', 'mts', 'js', 'mjs', 'json', 'yaml', 'yml'].map(
  (ending) => `dockopt.config.${ending}`,
);

const MANIFEST = 'package.json';
const MAX_BYTES = 1024 * 1024;
/** Directories whose answers are remembered. */
const MAX_DIRECTORIES = 2000;

/** The configurations of a run; each is read once, the nearest holds for a directory. */
export class Configs {
  private readonly cwd: string;
  private readonly explicit: string | undefined;
  private readonly enabled: boolean;
  private readonly byDirectory = new Map<string, Promise<Loaded | undefined>>();
  private readonly byFile = new Map<string, Promise<Loaded>>();

  /** `file`: this one for all directories. `cwd`: where the search ends outside of a repository. */
  constructor({
    enabled = true,
    file,
    cwd = process.cwd(),
  }: { enabled?: boolean; file?: string | undefined; cwd?: string } = {}) {
    this.cwd = cwd;
    this.enabled = enabled;
    this.explicit = file;
  }

  /** What another thread needs to find the same. */
  get given(): { readonly enabled: boolean; readonly file: string | undefined } {
    return { enabled: this.enabled, file: this.explicit };
  }

  /** The configuration of a directory; throws a `FileError` where it is wrong. */
  of(directory: string): Promise<Loaded | undefined> {
    if (!this.enabled) return Promise.resolve(undefined);
    if (this.explicit !== undefined) return this.read(path.resolve(this.explicit));
    const at = path.resolve(directory);
    return this.nearest(at, this.endOf(at));
  }

  /** Where the search ends: at the top of the repository, else at the current directory. */
  private endOf(directory: string): string {
    const top = repositoryTop(directory);
    if (top !== undefined) return top;
    return isOutside(path.relative(this.cwd, directory)) ? directory : this.cwd;
  }

  private nearest(directory: string, end: string): Promise<Loaded | undefined> {
    let found = this.byDirectory.get(directory);
    if (!found) {
      const file = configIn(directory);
      if (file instanceof FileError) found = Promise.reject(file);
      else if (file !== undefined) found = this.read(file);
      else if (directory === end || path.dirname(directory) === directory) {
        found = Promise.resolve(undefined);
      } else found = this.nearest(path.dirname(directory), end);
      // Whoever asks for it sees the error.
      found.catch(() => {});
      if (this.byDirectory.size >= MAX_DIRECTORIES) this.byDirectory.clear();
      this.byDirectory.set(directory, found);
    }
    return found;
  }

  private read(file: string): Promise<Loaded> {
    let loaded = this.byFile.get(file);
    if (!loaded) {
      loaded = load(file);
      loaded.catch(() => {});
      this.byFile.set(file, loaded);
    }
    return loaded;
  }
}

/** The configuration that lies in a directory. */
function configIn(directory: string): string | FileError | undefined {
  let names: readonly string[];
  try {
    names = readdirSync(directory);
  } catch {
    return undefined;
  }
  const found = NAMES.filter((name) => names.includes(name));
  if (names.includes(MANIFEST) && fieldOf(path.join(directory, MANIFEST)) !== undefined) {
    found.push(MANIFEST);
  }
  const [first, second] = found;
  if (first === undefined) return undefined;
  if (second === undefined) return path.join(directory, first);
  return new FileError(`two configurations in ${directory}: ${first} and ${second}; keep one`);
}

/** The field `dockopt` of a package.json; one that npm would not read has none. */
function fieldOf(manifest: string): unknown {
  try {
    const value: unknown = JSON.parse(textOf(manifest));
    return isObject(value) && Object.hasOwn(value, 'dockopt') ? value['dockopt'] : undefined;
  } catch {
    return undefined;
  }
}

const textOf = (file: string): string =>
  decode(readRegularFile(file, MAX_BYTES)).replace(/^\uFEFF/, '');

async function load(file: string): Promise<Loaded> {
  const directory = path.dirname(file);
  const shown = path.relative(process.cwd(), file) || file;
  const config = checkConfig(await valueOf(file), shown);
  const own: AnyTransform[] = [];
  for (const [i, given] of (config.transforms ?? []).entries()) {
    const { checkTransform, loadTransforms } = await import('./module.ts');
    const more =
      typeof given === 'string'
        ? await loadTransforms(path.resolve(directory, given))
        : [checkTransform(given, `${shown}: transforms[${i}]`)];
    own.push(...more);
  }
  const transforms = withOwn(own, shown);
  checkIds(config, transforms, shown);
  return { file, directory, config, transforms };
}

/** The built-in transforms and others, which come last: an earlier one wins a conflict. */
export function withOwn(own: readonly AnyTransform[], from: string): readonly AnyTransform[] {
  const all = [...builtIn];
  for (const transform of own) {
    if (all.some(({ id }) => id === transform.id)) {
      throw new FileError(
        `${from}: there is a transform ${transform.id} already; name it otherwise`,
      );
    }
    all.push(transform);
  }
  return all;
}

async function valueOf(file: string): Promise<unknown> {
  const shown = path.relative(process.cwd(), file) || file;
  if (/\.[cm]?[jt]s$/.test(file)) {
    const { loadDefault } = await import('./module.ts');
    const value = await loadDefault(file);
    if (value === undefined) throw new FileError(`${shown}: it has no default export`);
    return value;
  }
  let text: string;
  try {
    text = textOf(file);
  } catch (error) {
    throw new FileError(`the configuration ${shown}: ${explainError(error)}`);
  }
  try {
    if (path.basename(file) === MANIFEST) return fieldOf(file);
    if (file.endsWith('.json')) return JSON.parse(text) as unknown;
    const { parse } = await import('yaml');
    // An empty file says nothing.
    return (parse(text) as unknown) ?? {};
  } catch (error) {
    const [first = ''] = (error as Error).message.split('\n');
    throw new FileError(`the configuration ${shown}: ${first}`);
  }
}
