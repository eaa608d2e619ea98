import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { codeOf, explainError } from './errors.ts';
import { kindOf } from './file.ts';
import { isDockerfileName } from './names.ts';
import { withSlashes } from './paths.ts';

/** A Dockerfile to do, or a place where there is none to do. */
export type Target =
  | {
      readonly kind: 'file';
      /** As the user knows it. */
      readonly path: string;
      /** The file itself, when `path` is a link to it. */
      readonly real: string;
      /** What is staged of it, where that is not what it holds. */
      readonly index?: Buffer;
      /** Nobody named it: it was come upon. */
      readonly isFound?: boolean;
    }
  | { readonly kind: 'skipped' | 'failed'; readonly path: string; readonly reason: string };

const GLOB = /[*?[\]{}()!]/;

/** Directories that a walk does not enter either. */
const OTHERS = /(?:^|\/)(?:\.git|node_modules)\//;

/** The Dockerfiles that paths, directories and patterns name, each file once. */
export async function* discover(paths: readonly string[]): AsyncGenerator<Target> {
  const seen = new Set<string>();
  for (const given of paths) {
    for await (const target of targetsOf(given)) {
      if (target.kind === 'file') {
        if (seen.has(target.real)) continue;
        seen.add(target.real);
      }
      yield { ...target, path: withSlashes(target.path) };
    }
  }
}

async function* targetsOf(given: string): AsyncGenerator<Target> {
  const file = path.normalize(given);
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) yield* walk(file);
    else if (stats.isFile()) yield { kind: 'file', path: file, real: realpathSync(file) };
    else {
      const reason = `it is ${kindOf(stats)}, not a file; hand its contents over with -`;
      yield { kind: 'failed', path: file, reason };
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && GLOB.test(given)) yield* matches(given);
    else yield { kind: 'failed', path: file, reason: explainError(error) };
  }
}

async function* walk(directory: string): AsyncGenerator<Target> {
  const { Walk } = await import('./walk.ts');
  for (const found of new Walk(directory).found()) {
    const { relative, ...rest } = found;
    const isFile = rest.kind === 'file';
    yield { ...rest, path: path.join(directory, relative), ...(isFile && { isFound: true }) };
  }
}

/** What a pattern matches that the shell has left to us. */
async function* matches(pattern: string): AsyncGenerator<Target> {
  const { globSync } = await import('tinyglobby');
  const { GitIgnore } = await import('./gitignore.ts');
  const ignored = new GitIgnore();
  const found = globSync(withSlashes(pattern), {
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    // Of patterns from the current directory; they are not entered.
    ignore: ['**/.git/**', '**/node_modules/**'],
  });
  // `*` means the Dockerfiles among them; `*.txt` means these files.
  const any = !/[^*]/.test(pattern.slice(pattern.lastIndexOf('/') + 1));
  const wanted = found
    .filter((file) => !OTHERS.test(file) && (!any || isDockerfileName(path.basename(file))))
    .filter((file) => !ignored.ignores(path.resolve(file), false));
  if (wanted.length === 0) {
    const reason = 'the pattern matches no file; check it';
    yield { kind: 'failed', path: pattern, reason };
  }
  for (const file of wanted.toSorted()) {
    for await (const target of targetsOf(file)) {
      yield target.kind === 'file' ? { ...target, isFound: true } : target;
    }
  }
}
