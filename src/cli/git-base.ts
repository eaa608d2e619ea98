/** The commit that changes are counted from. */
import { existsSync } from 'node:fs';
import { UsageError } from './errors.ts';
import { Git } from './git.ts';
import { visible } from './terminal.ts';

export interface Base {
  /** A commit, or the empty tree. */
  readonly base: string;
  /** What the user calls it. */
  readonly shown: string;
}

/** Where HEAD left `ref`; '': the default branch of the remote, or HEAD where there is none. */
export function baseOf(git: Git, ref: string): Base {
  const head = commitOf(git, 'HEAD');
  const named = ref === '' ? remoteDefault(git) : ref;
  if (named === undefined) {
    if (head !== undefined) return { base: head, shown: 'HEAD' };
    // Before the first commit everything is new.
    const empty = git.get(['hash-object', '-t', 'tree', '--stdin'], Buffer.alloc(0));
    return { base: empty.toString().trim(), shown: 'an empty tree' };
  }
  const other = commitOf(git, named);
  if (other === undefined) {
    throw new UsageError(
      `--changed: no commit is called ${JSON.stringify(named)}; fetch it first, or check the name`,
    );
  }
  const base = head && git.line(['merge-base', other, head]);
  if (base) return { base, shown: named };
  const isShallow = git.line(['rev-parse', '--is-shallow-repository']) === 'true';
  const why = isShallow
    ? 'in this shallow clone; fetch more of the history (git fetch --unshallow, or fetch-depth: 0)'
    : 'at all; name another branch or commit';
  throw new UsageError(`--changed: HEAD and ${visible(named)} have no commit in common ${why}`);
}

function commitOf(git: Git, name: string): string | undefined {
  // An option of git is no name.
  if (name.startsWith('-')) return undefined;
  return git.line(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
}

/** `refs/remotes/origin/HEAD`, which `git clone` sets, as `origin/main`. */
function remoteDefault(git: Git): string | undefined {
  const remotes = (git.line(['remote']) ?? '').split('\n');
  const remote = remotes.includes('origin') ? 'origin' : remotes.length === 1 ? remotes[0] : '';
  if (!remote) return undefined;
  const name = git.line(['symbolic-ref', '--quiet', '--short', `refs/remotes/${remote}/HEAD`]);
  return name !== undefined && commitOf(git, name) !== undefined ? name : undefined;
}

/**
 * `--changed REF` as `--changed=REF`, and `--changed` alone as `--changed=`. What stands behind it is
 * a path if there is one of that name, and else a commit; what is both is neither, as for git.
 */
export function withRefs(argv: readonly string[]): string[] {
  const result: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i]!;
    if (argument === '--') return [...result, ...argv.slice(i)];
    if (argument !== '--changed') {
      result.push(argument);
      continue;
    }
    const next = argv[i + 1];
    const isRef = next !== undefined && !next.startsWith('-') && isRefHere(next);
    result.push(isRef ? `--changed=${next}` : '--changed=');
    if (isRef) i++;
  }
  return result;
}

function isRefHere(next: string): boolean {
  if (!existsSync(next)) return true;
  if (commitOf(Git.here('--changed'), next) === undefined) return false;
  const quoted = visible(next);
  throw new UsageError(
    `${quoted} is a commit and a path; write --changed=${quoted}, or --changed ./${quoted}`,
  );
}
