import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Context, PathKind, Service } from '../facts/context.ts';
import { known, unknown, type Fact } from '../model/fact.ts';
import { decode } from './bytes.ts';
import { DockerIgnore } from '../model/dockerignore.ts';
import { explainError } from './errors.ts';
import { readRegularFile } from './file.ts';
import { Inside, type Place } from './inside.ts';

/** The largest file that `readText` gives out. */
const MAX_TEXT_BYTES = 1024 * 1024;

/** How many names are looked at below directories that `.dockerignore` leaves out in part. */
const MAX_SEARCHED = 10_000;

/** How many files are measured: some seconds on a slow disk. */
const MAX_MEASURED = 500_000;

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * A directory as Docker sends it: without what `.dockerignore` leaves out. It is read when it is
 * asked for, once, and nothing outside of it is.
 */
export class DiskContext implements Context {
  private readonly directory: string;
  private readonly dockerfile: string | undefined;
  private readonly kinds = new Map<string, Fact<PathKind>>();
  private readonly texts = new Map<string, Fact<string>>();
  private readonly modes = new Map<string, Fact<number>>();
  private readonly lists = new Map<string, Fact<readonly string[]>>();
  private readonly sizes = new Map<string, Fact<number>>();
  private opened: Opened | undefined;

  readonly services: readonly Service[];

  /** `dockerfile` is its path: the `.dockerignore` of its own lies beside it. */
  constructor(directory: string, dockerfile?: string, services: readonly Service[] = []) {
    this.directory = directory;
    this.dockerfile = dockerfile;
    this.services = services;
  }

  kindOf(file: string): Fact<PathKind> {
    return this.ask(this.kinds, file, (place) => {
      if (place.kind === 'missing') return known('missing');
      if (place.stats.isFile()) return known('file');
      if (place.stats.isDirectory()) return known('directory');
      return unknown(`${file} is neither a file nor a directory`);
    });
  }

  readText(file: string): Fact<string> {
    return this.ask(this.texts, file, (place) => {
      if (place.kind === 'missing') return unknown(`${file} does not exist`);
      const bytes = readRegularFile(place.file, MAX_TEXT_BYTES);
      return bytes.includes(0) ? unknown(`${file} is binary`) : known(decoder.decode(bytes));
    });
  }

  list(directory: string): Fact<readonly string[]> {
    return this.ask(this.lists, directory, (place, { contents }) =>
      place.kind === 'there' && place.stats.isDirectory()
        ? known(contents.namesIn(place.relative))
        : unknown(`${directory} is no directory`),
    );
  }

  modeOf(file: string): Fact<number> {
    // Windows has no such bits; Docker sends 0755 for all files from there.
    if (process.platform === 'win32') return unknown('files have no mode here');
    return this.ask(this.modes, file, (place) =>
      place.kind === 'there' && place.stats.isFile()
        ? known(place.stats.mode & 0o7777)
        : unknown(`${file} is no file`),
    );
  }

  sizeOf(file: string): Fact<number> {
    return this.ask(this.sizes, file, (place, { contents }) => {
      if (place.kind === 'missing') return unknown(`${file} does not exist`);
      if (place.stats.isFile()) return known(place.stats.size);
      return contents.sizeBelow(place.relative);
    });
  }

  private ask<T>(
    cache: Map<string, Fact<T>>,
    file: string,
    answer: (place: Exclude<Place, { kind: 'unknown' }>, opened: Opened) => Fact<T>,
  ): Fact<T> {
    const before = cache.get(file);
    if (before) return before;
    let fact: Fact<T>;
    try {
      this.opened ??= open(this.directory, this.dockerfile);
      const place = this.opened.contents.find(file);
      fact = place.kind === 'unknown' ? unknown(place.because) : answer(place, this.opened);
    } catch (error) {
      fact = unknown(
        error instanceof SyntaxError ? error.message : `${file}: ${explainError(error)}`,
      );
    }
    cache.set(file, fact);
    return fact;
  }
}

interface Opened {
  readonly contents: Contents;
}

/** Throws when the directory or its `.dockerignore` cannot be read. */
function open(directory: string, dockerfile: string | undefined): Opened {
  const inside = new Inside(directory);
  // https://docs.docker.com/build/concepts/context/#filename-and-location, read 2026-11-23.
  const text =
    (dockerfile === undefined
      ? undefined
      : ignoreText(
          new Inside(path.dirname(dockerfile)),
          `${path.basename(dockerfile)}.dockerignore`,
        )) ??
    ignoreText(inside, '.dockerignore') ??
    '';
  return { contents: new Contents(inside, new DockerIgnore(text)) };
}

function ignoreText(inside: Inside, name: string): string | undefined {
  const place = inside.find(name);
  if (place.kind === 'missing') return undefined;
  if (place.kind === 'unknown') throw new SyntaxError(place.because);
  return decode(readRegularFile(place.file, MAX_TEXT_BYTES));
}

/** What of a directory is in the build context. */
class Contents {
  private readonly inside: Inside;
  private readonly ignore: DockerIgnore;
  private readonly out = new Map<string, boolean>();
  private searched = 0;
  private measured = 0;

  constructor(inside: Inside, ignore: DockerIgnore) {
    this.inside = inside;
    this.ignore = ignore;
  }

  find(given: string): Place {
    const named = path.posix
      .normalize(given)
      .replace(/^\/+|\/+$/g, '')
      .replace(/^\.$/, '');
    if (this.isOut(named)) return { kind: 'missing' };
    const place = this.inside.find(named);
    if (place.kind !== 'there' || place.relative === named) return place;
    return this.isOut(place.relative) ? { kind: 'missing' } : place;
  }

  namesIn(directory: string): string[] {
    const names = this.namesOnDisk(directory);
    return names.filter((name) => !this.isOut(directory === '' ? name : `${directory}/${name}`));
  }

  /**
   * The bytes of the files below a directory. Links count nothing: they are sent as links. Unknown
   * where that takes too long.
   */
  sizeBelow(directory: string): Fact<number> {
    const pending = [directory];
    let bytes = 0;
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      const place = this.inside.find(at);
      if (place.kind !== 'there' || place.relative !== at) continue;
      for (const entry of readdirSync(place.file, { withFileTypes: true })) {
        const file = at === '' ? entry.name : `${at}/${entry.name}`;
        if (this.isOut(file)) continue;
        if (++this.measured > MAX_MEASURED) return unknown('the build context is too large');
        if (entry.isDirectory()) pending.push(file);
        else if (entry.isFile()) bytes += lstatSync(path.join(place.file, entry.name)).size;
      }
    }
    return known(bytes);
  }

  private namesOnDisk(directory: string): string[] {
    const place = this.inside.find(directory);
    const isDirectory = place.kind === 'there' && place.stats.isDirectory();
    // What a link leads to has a place, and is asked for, of its own.
    return isDirectory && place.relative === directory ? readdirSync(place.file).toSorted() : [];
  }

  private isOut(file: string): boolean {
    if (file === '' || !this.ignore.excludes(file)) return false;
    if (!this.ignore.mayTakeInBelow(file)) return true;
    let out = this.out.get(file);
    if (out === undefined) {
      out = !this.holdsSomething(file);
      this.out.set(file, out);
    }
    return out;
  }

  /** Does a directory that is left out hold something that is not? */
  private holdsSomething(directory: string): boolean {
    return this.namesOnDisk(directory).some((name) => {
      if (++this.searched > MAX_SEARCHED) throw new SyntaxError('the build context is too large');
      return !this.isOut(`${directory}/${name}`);
    });
  }
}
