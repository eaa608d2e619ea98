import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { codeOf, explainError } from './errors.ts';
import { kindOf } from './file.ts';
import { enter, GitIgnore, isIgnored, type Levels } from './gitignore.ts';
import { isDockerfileName } from './names.ts';
import { isOutside } from './paths.ts';

/** What a walk comes upon, with its path from the root of the walk. */
export type Found =
  | { readonly kind: 'file'; readonly relative: string; readonly real: string }
  | { readonly kind: 'skipped' | 'failed'; readonly relative: string; readonly reason: string };

/** A directory that is still to be read, with the levels that hold above it. */
interface Pending {
  readonly relative: string;
  readonly levels: Levels;
}

/** Directories that hold other people's files, or none of the user's. */
const NEVER = new Set(['.git', 'node_modules']);

/**
 * The Dockerfiles below a directory, in the order of their names. It holds no more in memory than
 * the directories on the way to the present one. Links to directories are not followed, so that a
 * loop of links ends no walk; links to files come last, when what they lead to has been seen.
 */
export class Walk {
  private readonly root: string;
  private readonly links: string[] = [];

  constructor(directory: string) {
    this.root = realpathSync(directory);
  }

  *found(): Generator<Found> {
    const levels = new GitIgnore().levelsOf(path.dirname(this.root));
    const stack: (Pending | Found)[] = [{ relative: '', levels }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      if ('kind' in next) yield next;
      else for (const entry of this.read(next).toReversed()) stack.push(entry);
    }
    for (const link of this.links) yield this.followed(link);
  }

  private absolute(relative: string): string {
    return path.join(this.root, relative);
  }

  private read({ relative, levels: above }: Pending): (Pending | Found)[] {
    let entries: Dirent[];
    try {
      entries = readdirSync(this.absolute(relative), { withFileTypes: true });
    } catch (error) {
      return [{ kind: 'failed', relative, reason: explainError(error) }];
    }
    // A repository inside another is its own.
    const isRepository = entries.some((entry) => entry.name === '.git');
    const levels = enter(isRepository ? [] : above, this.absolute(relative));
    const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return sorted.flatMap((entry) => this.entry(path.join(relative, entry.name), entry, levels));
  }

  private entry(relative: string, entry: Dirent, levels: Levels): (Pending | Found)[] {
    const isDirectory = entry.isDirectory();
    const named = isDockerfileName(entry.name);
    if (isDirectory ? NEVER.has(entry.name) : !named) return [];
    if (isIgnored(levels, this.absolute(relative), isDirectory)) return [];
    if (entry.isFile()) return [{ kind: 'file', relative, real: this.absolute(relative) }];
    if (isDirectory) {
      const below: Pending = { relative, levels };
      if (!named) return [below];
      return [{ kind: 'skipped', relative, reason: 'a directory; what is in it is done' }, below];
    }
    if (entry.isSymbolicLink()) {
      this.links.push(relative);
      return [];
    }
    const reason = `it is ${kindOf(entry)}, not a file; leave it out`;
    return [{ kind: 'failed', relative, reason }];
  }

  /** A link with the name of a Dockerfile: followed where it stays inside. */
  private followed(relative: string): Found {
    try {
      const real = realpathSync(this.absolute(relative));
      const inside = path.relative(this.root, real);
      if (isOutside(inside)) {
        const reason = 'a link that leads out of the directory; name it to do what it leads to';
        return { kind: 'skipped', relative, reason };
      }
      if (statSync(real).isDirectory()) {
        return { kind: 'skipped', relative, reason: 'a link to a directory, not to a file' };
      }
      return { kind: 'file', relative, real };
    } catch (error) {
      const dangling = 'a link to what does not exist; mend or delete it';
      const reason = codeOf(error) === 'ENOENT' ? dangling : explainError(error);
      return { kind: 'failed', relative, reason };
    }
  }
}
