import { lstatSync, readlinkSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { codeOf } from './errors.ts';

/** What stands at a path below a root. */
export type Place =
  | {
      readonly kind: 'there';
      readonly file: string;
      readonly relative: string;
      readonly stats: Stats;
    }
  | { readonly kind: 'missing' }
  /** The path leads out of the root, or cannot be followed. */
  | { readonly kind: 'unknown'; readonly because: string };

const MISSING: Place = { kind: 'missing' };

/** As many as Linux follows: https://man7.org/linux/man-pages/man7/path_resolution.7.html */
const MAX_LINKS = 40;

/**
 * Follows paths below a root and never looks at anything outside: links are followed by hand, name
 * by name, and one that leads out is not touched.
 */
export class Inside {
  private readonly root: string;

  constructor(root: string) {
    this.root = realpathSync(root);
  }

  find(given: string): Place {
    const names = given.split('/').filter((name) => name !== '' && name !== '.');
    try {
      return this.follow(names);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return MISSING;
      return { kind: 'unknown', because: `${given} cannot be read (${code ?? String(error)})` };
    }
  }

  private follow(names: readonly string[]): Place {
    const pending = names.toReversed();
    const done: string[] = [];
    let stats = lstatSync(this.root);
    let links = 0;
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      if (name === '..') {
        if (done.length === 0) return outside(names);
        done.pop();
        stats = lstatSync(this.absolute(done));
        continue;
      }
      if (!stats.isDirectory()) return MISSING;
      stats = lstatSync(this.absolute([...done, name]));
      if (!stats.isSymbolicLink()) {
        done.push(name);
        continue;
      }
      if (++links > MAX_LINKS)
        return { kind: 'unknown', because: `${names.join('/')}: too many links` };
      const target = this.targetOf(done, name);
      if (target === undefined) return outside(names);
      pending.push(...target.toReversed());
      stats = lstatSync(this.absolute(done));
    }
    return { kind: 'there', file: this.absolute(done), relative: done.join('/'), stats };
  }

  /** The names that a link leads to, from where it lies; `undefined` for an absolute target. */
  private targetOf(done: readonly string[], name: string): string[] | undefined {
    const target = readlinkSync(this.absolute([...done, name]));
    if (path.isAbsolute(target)) return undefined;
    return target.split(path.sep).filter((part) => part !== '' && part !== '.');
  }

  private absolute(names: readonly string[]): string {
    return path.join(this.root, ...names);
  }
}

const outside = (names: readonly string[]): Place => ({
  kind: 'unknown',
  because: `${names.join('/')} leads out of the build context`,
});
