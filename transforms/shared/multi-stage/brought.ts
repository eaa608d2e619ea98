import {
  known,
  unknown,
  valueOf,
  type Context,
  type Fact,
  type Instruction,
  type Stage,
} from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { baseName } from '../prefix.ts';
import { isInside } from './aftermath.ts';

/** What one source of a COPY or ADD brings into the image. */
export interface Brought {
  readonly copy: Instruction;
  /** The path in the build context; empty for all of it; `undefined`: another stage or a URL. */
  readonly source: string | undefined;
  /** Where it lies in the image. `undefined`: not known. */
  readonly path: string | undefined;
  /** As far as the source or the context tells. */
  readonly kind: 'file' | 'directory' | 'unknown';
  /** The path that it had in another stage or image. */
  readonly origin: string | undefined;
  /** The value of `--chown`. */
  readonly owner: string | undefined;
}

/** A file of the build context, and where it lies in the image. */
export interface ContextFile {
  /** In the context. */
  readonly source: string;
  /** In the image. */
  readonly path: string;
  readonly brought: Brought;
}

/** What COPY and ADD of a stage bring, in order. */
export function broughtBy(stage: Stage, context: Context): Brought[] {
  return stage.instructions
    .filter(({ keyword }) => keyword === 'COPY' || keyword === 'ADD')
    .flatMap((copy) => sourcesOf(copy, context));
}

function sourcesOf(copy: Instruction, context: Context): Brought[] {
  const words = copy.words.map((word) => valueOf(copy.expand(word.text)));
  const destination = words.at(-1);
  const workdir = copy.state && valueOf(copy.state.workdir);
  const owner = copy.flag('chown')?.value;
  const foreign = copy.flag('from') !== undefined || copy.heredocs.length > 0;
  const target =
    destination === undefined || (!destination.startsWith('/') && workdir === undefined)
      ? undefined
      : normal(destination.startsWith('/') ? destination : `${workdir}/${destination}`);
  const into =
    destination !== undefined &&
    (/(?:^|\/)\.?$/.test(destination) ||
      destination.endsWith('/..') ||
      words.length > 2 ||
      isThere(target, workdir));
  return words.slice(0, -1).flatMap((source): Brought[] => {
    if (copy.flag('parents') ?? copy.flag('exclude')) {
      return [{ copy, owner, origin: source, source: undefined, path: undefined, kind: 'unknown' }];
    }
    const base = { copy, owner, origin: foreign ? source : undefined };
    if (
      foreign &&
      source !== undefined &&
      target !== undefined &&
      into &&
      !/[*?[\]]|\/$/.test(source)
    ) {
      // A file that is copied into a directory keeps its name; a directory is spread in it.
      const path = /\.\w+$|\/s?bin\/[^/]+$/.test(source)
        ? normal(`${target}/${baseName(source)}`)
        : target;
      return [{ ...base, source: undefined, path, kind: 'unknown' }];
    }
    if (copy.keyword === 'ADD' && source !== undefined && ARCHIVE.test(source)) {
      return [{ ...base, source: undefined, path: target, kind: 'directory' }];
    }
    if (foreign || source === undefined || /^(?:https?|git|ssh):|^git@/i.test(source)) {
      return [{ ...base, source: undefined, path: target, kind: 'unknown' }];
    }
    if (/[*?[\]]/.test(source)) {
      const found = expandPattern(normal(source).slice(1), context);
      if (found === undefined || target === undefined) {
        return [{ ...base, source: undefined, path: target, kind: 'unknown' }];
      }
      // A pattern copies several; the destination is a directory then.
      return found.map((name) => placed(base, name, target, true, context));
    }
    return [placed(base, normal(source).slice(1), target, into, context)];
  });
}

/** The working directory, or one above it: it exists, so that a file is copied into it. */
const isThere = (target: string | undefined, workdir: string | undefined): boolean =>
  target !== undefined && workdir !== undefined && isInside(workdir, target);

/** ADD unpacks what is an archive: https://docs.docker.com/reference/dockerfile/#add, read 2026-11-25. */
const ARCHIVE = /\.(?:tar(?:\.(?:gz|bz2|xz|zst))?|tgz|tbz2?|txz)$/i;

function placed(
  base: Pick<Brought, 'copy' | 'owner' | 'origin'>,
  source: string,
  target: string | undefined,
  into: boolean,
  context: Context,
): Brought {
  const found = source === '' ? 'directory' : valueOf(context.kindOf(source));
  const kind = found === 'file' || found === 'directory' ? found : 'unknown';
  if (target === undefined) return { ...base, source, path: undefined, kind };
  // The contents of a directory are copied, not the directory itself.
  const asFile = kind === 'file' || (kind === 'unknown' && into && /\.\w+$/.test(source));
  const path = asFile && into ? normal(`${target}/${baseName(source)}`) : target;
  return { ...base, source, path, kind };
}

/** The names in the context that a pattern of one directory matches. */
function expandPattern(pattern: string, context: Context): string[] | undefined {
  const slash = pattern.lastIndexOf('/');
  const directory = slash < 0 ? '' : pattern.slice(0, slash);
  if (/[*?[\]]/.test(directory)) return undefined;
  const names = valueOf(context.list(directory));
  if (names === undefined) return undefined;
  const last = pattern.slice(slash + 1);
  if (/[[\]]/.test(last)) return undefined;
  const expression = last
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const matches = new RegExp(`^${expression}$`);
  return names
    .filter((name) => matches.test(name))
    .map((name) => (directory === '' ? name : `${directory}/${name}`));
}

/** More files than an application that a person wrote has. */
const MAX_FILES = 20_000;

/** All files below a path of the context (a file is itself); unknown where something is not told. */
export function filesBelow(context: Context, path: string): Fact<readonly string[]> {
  const files: string[] = [];
  const pending = [path];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const kind = at === '' ? known('directory' as const) : context.kindOf(at);
    if (!kind.known) return kind;
    if (kind.value === 'file') files.push(at);
    else if (kind.value === 'directory') {
      if (baseName(at) === '.git') continue;
      const names = context.list(at);
      if (!names.known) return names;
      for (const name of names.value.toReversed()) pending.push(at === '' ? name : `${at}/${name}`);
    }
    if (files.length > MAX_FILES) return unknown(`the build context has over ${MAX_FILES} files`);
  }
  return known(files);
}

/** The files of the context that lie in the image, the last copy to a path winning. */
export function contextFiles(
  brought: readonly Brought[],
  context: Context,
): Fact<readonly ContextFile[]> {
  const files = new Map<string, ContextFile>();
  for (const one of brought) {
    if (one.source === undefined) continue;
    if (one.path === undefined)
      return unknown(`where line ${one.copy.given.line} copies to is not known`);
    const below = filesBelow(context, one.source);
    if (!below.known) return below;
    for (const source of below.value) {
      const inside = one.source === '' ? source : source.slice(one.source.length + 1);
      const path = source === one.source ? one.path : normal(`${one.path}/${inside}`);
      files.set(path, { source, path, brought: one });
    }
  }
  return known([...files.values()]);
}
