/** A branch with one commit for each unit, made without a checkout. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FileError } from '../cli/errors.ts';
import { gitAt, type Git } from './git.ts';
import { PATCH } from './finish.ts';
import type { UnitState } from './journal.ts';
import { asStored } from './line-endings.ts';

/** What is known of one repository of the run. */
interface Repository {
  readonly git: Git;
  /** The commit that all units start from. */
  readonly head: string;
  readonly dirty: ReadonlySet<string>;
  readonly checkedOut: ReadonlySet<string>;
}

export interface BranchUnit {
  readonly id: string;
  readonly repository: string;
  /** From the top of the repository, in the order of the patch. */
  readonly places: readonly string[];
  /** The commit to build on; undefined: the one that is checked out. */
  readonly parent: string | undefined;
  readonly message: string;
}

export class Branches {
  private readonly prefix: string;
  private readonly allowDirty: boolean;
  /** A directory for index files. */
  private readonly work: string;
  private readonly repositories = new Map<string, Repository | FileError>();

  constructor(prefix: string, allowDirty: boolean, work: string) {
    this.prefix = prefix;
    this.allowDirty = allowDirty;
    this.work = work;
  }

  /** Throws a `FileError` where no branch can be made in a repository. */
  check(repository: string): void {
    this.of(repository);
  }

  /** Makes or moves the branch of a unit, from the patch in its directory. */
  make(
    unit: BranchUnit,
    directory: string,
    before: UnitState | undefined,
  ): Required<Pick<UnitState, 'branch' | 'commit'>> {
    const { git, head, dirty, checkedOut } = this.of(unit.repository);
    const branch = `${this.prefix}${unit.id}`;
    const touched = unit.places.find((place) => dirty.has(place));
    if (touched !== undefined) {
      throw new FileError(`${touched} has changes that are not committed; commit or stash them`);
    }
    const current = git.branch(branch);
    if (current !== undefined && current !== before?.commit) {
      throw new FileError(`the branch ${branch} has commits of others; delete or rename it`);
    }
    if (checkedOut.has(branch)) {
      throw new FileError(`the branch ${branch} is checked out; check out another one`);
    }
    const patch = asStored(git, readFileSync(path.join(directory, PATCH)), unit.places);
    const parent = unit.parent ?? head;
    const tree = git.treeWith(patch, parent, path.join(this.work, 'index'));
    const commit = git.commit(tree, parent, unit.message);
    git.setBranch(branch, commit, current);
    return { branch, commit };
  }

  /** Is the branch still where it was left? */
  isThere(repository: string, { branch, commit }: UnitState): boolean {
    return branch !== undefined && this.of(repository).git.branch(branch) === commit;
  }

  private of(repository: string): Repository {
    let found = this.repositories.get(repository);
    if (!found) {
      found = this.look(repository);
      this.repositories.set(repository, found);
    }
    if (found instanceof FileError) throw found;
    return found;
  }

  private look(repository: string): Repository | FileError {
    try {
      const git = gitAt(repository);
      if (!git) throw new FileError(`${repository} is no git repository; leave out --branches`);
      git.assertIdentity();
      git.run(['check-ref-format', '--branch', `${this.prefix}unit`]);
      const dirty = git.dirty();
      const [first] = dirty;
      if (first !== undefined && !this.allowDirty) {
        throw new FileError(
          `${repository} has changes that are not committed, such as ${first}; commit or stash them, or take --allow-dirty`,
        );
      }
      return { git, head: git.head(), dirty, checkedOut: git.checkedOut() };
    } catch (error) {
      if (error instanceof FileError) return error;
      throw error;
    }
  }
}
