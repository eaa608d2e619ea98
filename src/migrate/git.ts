/**
 * Commits made without a checkout: trees are written from an index of their own, and no file of the
 * user, nor their index, is touched. It is what `git worktree` is for, without writing out a
 * monorepo once for every unit: https://git-scm.com/docs/git-read-tree and git-commit-tree, read
 * 2026-11-26.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { codeOf, FileError } from '../cli/errors.ts';
import { askGit, firstLine, type Answer } from '../cli/git.ts';

/**
 * What git sets where it runs hooks, and not what users set:
 * https://git-scm.com/docs/git-rev-parse, --local-env-vars, read 2026-11-26.
 */
const LOCAL = /^GIT_(?!CONFIG|SSH|AUTHOR_|COMMITTER_|ASKPASS|TERMINAL)/;

export class Git {
  /** The top of the repository. */
  readonly top: string;

  constructor(top: string) {
    this.top = top;
  }

  /** Runs git, without a shell; throws a `FileError` with its first line of complaint. */
  run(
    args: readonly string[],
    { input, index }: { input?: Buffer | string; index?: string } = {},
  ): string {
    const { status, stdout, stderr } = this.ask(args, { input, index });
    if (status === 0) return stdout.toString();
    throw new FileError(`git ${args[0]}: ${firstLine(stderr)}`);
  }

  private ask(
    args: readonly string[],
    { input, index }: { input?: Buffer | string | undefined; index?: string | undefined },
  ): Answer {
    const env: NodeJS.ProcessEnv = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !LOCAL.test(name)),
    );
    if (index !== undefined) env['GIT_INDEX_FILE'] = index;
    try {
      return askGit(this.top, args, { env, ...(input !== undefined && { input }) });
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      throw new FileError('git is not in the PATH; install it, or leave out --branches');
    }
  }

  /** The commit that is checked out. */
  head(): string {
    return this.run(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']).trim();
  }

  /** Files that differ from the commit, and such as git does not know. */
  dirty(): Set<string> {
    const out = this.run([
      'status',
      '--porcelain=v1',
      '-z',
      '--untracked-files=all',
      '--no-renames',
    ]);
    return new Set(out.split('\0').flatMap((entry) => (entry === '' ? [] : [entry.slice(3)])));
  }

  /** Does a patch apply to the files as they are? */
  assertApplies(patch: Buffer): void {
    this.run(['apply', '--check', '--whitespace=nowarn', '-'], { input: patch });
  }

  /** The tree of a commit with a patch applied; `index` is a file that does not exist. */
  treeWith(patch: Buffer, commit: string, index: string): string {
    try {
      this.run(['read-tree', commit], { index });
      this.run(['apply', '--cached', '--whitespace=nowarn', '-'], { index, input: patch });
      return this.run(['write-tree'], { index }).trim();
    } finally {
      rmSync(index, { force: true });
    }
  }

  commit(tree: string, parent: string, message: string): string {
    const sign = this.config('commit.gpgSign') === 'true' ? ['-S'] : [];
    return this.run(['commit-tree', ...sign, '-p', parent, '-F', '-', tree], {
      input: message,
    }).trim();
  }

  /** The commit of a branch; undefined: there is none. */
  branch(name: string): string | undefined {
    try {
      return this.run(['rev-parse', '--verify', '--quiet', `refs/heads/${name}`]).trim();
    } catch {
      return undefined;
    }
  }

  /** Moves a branch, or makes it; `old` is where it must be, undefined: nowhere. */
  setBranch(name: string, commit: string, old: string | undefined): void {
    const before = old ?? '0'.repeat(commit.length);
    this.run(['update-ref', '-m', 'dockopt migrate', `refs/heads/${name}`, commit, before]);
  }

  /** Branches that are checked out somewhere. */
  checkedOut(): Set<string> {
    const out = this.run(['worktree', 'list', '--porcelain']);
    return new Set(Array.from(out.matchAll(/^branch refs\/heads\/(.+)$/gm), ([, name]) => name!));
  }

  /** Throws a `FileError` where commits cannot be made: nobody is named. */
  assertIdentity(): void {
    try {
      this.run(['var', 'GIT_COMMITTER_IDENT']);
    } catch {
      throw new FileError(
        'git does not know who commits; set user.name and user.email with git config',
      );
    }
  }

  private config(key: string): string | undefined {
    try {
      return this.run(['config', '--type=bool', '--get', key]).trim();
    } catch {
      return undefined;
    }
  }
}

/** Is the directory the top of a git repository that git can be asked about? */
export function gitAt(top: string): Git | undefined {
  const git = new Git(top);
  try {
    const found = git.run(['rev-parse', '--show-toplevel']).replace(/\n$/, '');
    return path.relative(found, top) === '' ? git : undefined;
  } catch {
    return undefined;
  }
}
