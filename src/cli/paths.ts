import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** Does a relative path lead out of the directory that it starts from? */
export function isOutside(relative: string): boolean {
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
}

export const withSlashes = (file: string): string => file.split(path.sep).join('/');

/** The top of the git repository that a directory is in. */
export function repositoryTop(directory: string): string | undefined {
  for (let at = directory; ; at = path.dirname(at)) {
    if (isRepository(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

/** In a worktree or a submodule it is a file. */
function isRepository(git: string): boolean {
  const stats = statSync(git, { throwIfNoEntry: false });
  return stats?.isFile() === true || existsSync(path.join(git, 'HEAD'));
}

/** Where links lead; the absolute path of what is not there. */
export function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

/**
 * The same text in one piece: V8 keeps the parts of joined texts, and all of what a text was cut out
 * of, as long as the result. For paths that are held for long.
 */
export const inOnePiece = (text: string): string => Buffer.from(text).toString();
