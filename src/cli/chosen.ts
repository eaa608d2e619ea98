/** The Dockerfiles that git names: those that are staged, or that differ from another branch. */
import { lstatSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { decode } from './bytes.ts';
import { discover, type Target } from './discover.ts';
import { FileError, UsageError } from './errors.ts';
import { Git, split } from './git.ts';
import { baseOf } from './git-base.ts';
import { isDockerfileName } from './names.ts';
import { isOutside, repositoryTop, withSlashes } from './paths.ts';
import { visible } from './terminal.ts';

/** A file, as git sees it. */
interface Entry {
  /** The name of its contents in the index; undefined: what counts is on the disk. */
  readonly blob?: string;
  readonly conflict?: boolean;
}

const REASONS = {
  conflict: 'it is in conflict; resolve it first',
  'not-utf-8': 'its name is not UTF-8; rename it, or hand its contents over with -',
  partly:
    'a part of it is not staged, and dockopt would stage that too; ' +
    'stage all of it, or see the diff without --write',
  unstaged: 'the ignore file has changes that are not staged',
} as const;

/** Directories that a walk does not enter either. */
const OTHERS = /(?:^|\/)node_modules\//;

const DIFF = ['diff', '--no-ext-diff', '--no-relative', '--ignore-submodules=all', '-z'];
const RAW = [...DIFF, '--raw', '--no-renames', '--abbrev=64'];

export class Chosen {
  /** What is said where there is nothing to do. */
  readonly nothing: string;
  private readonly git: Git;
  /** By absolute path. */
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly badNames: readonly string[];
  /** What is on the disk of these is not what is in the index; undefined: the index plays no part. */
  private readonly partly: ReadonlySet<string> | undefined;
  private readonly written: string[] = [];

  /** The files that the next commit changes. */
  static staged(): Chosen {
    const git = Git.here('--staged');
    const partly = new Set(git.names([...DIFF, '--name-only']).map((name) => absolute(git, name)));
    return new Chosen(git, git.get([...RAW, '--cached']), [], 'no Dockerfile is staged', partly);
  }

  /** The files that differ from where HEAD left `ref`; '': the remote's default branch. */
  static changed(ref: string): Chosen {
    const git = Git.here('--changed');
    const { base, shown } = baseOf(git, ref);
    const untracked = git.names(['ls-files', '--others', '--exclude-standard', '-z']);
    const nothing = `no Dockerfile differs from ${visible(shown)}`;
    return new Chosen(git, git.get([...RAW, base, '--']), untracked, nothing, undefined);
  }

  private constructor(
    git: Git,
    raw: Buffer,
    untracked: readonly Buffer[],
    nothing: string,
    partly: ReadonlySet<string> | undefined,
  ) {
    const entries = new Map<string, Entry>();
    const badNames: string[] = [];
    const add = (name: Buffer, entry: Entry): void => {
      if (isText(name)) entries.set(absolute(git, name), entry);
      else badNames.push(path.join(git.top, decode(name)));
    };
    for (const name of untracked) add(name, {});
    for (const { name, entry } of entriesIn(raw, partly !== undefined)) add(name, entry);
    this.git = git;
    this.entries = entries;
    this.badNames = badNames;
    this.nothing = nothing;
    this.partly = partly;
  }

  /** The Dockerfiles among them that paths, directories and patterns name, each once. */
  async *targets(paths: readonly string[]): AsyncGenerator<Target> {
    const seen = new Set<string>();
    for (const given of paths) {
      for await (const target of this.targetsOf(given)) {
        const place = target.kind === 'file' ? target.real : path.resolve(target.path);
        if (seen.has(place)) continue;
        seen.add(place);
        yield target;
      }
    }
  }

  private async *targetsOf(given: string): AsyncGenerator<Target> {
    const place = path.resolve(given);
    // Before the disk is asked: what is staged may be gone from it.
    if (this.entries.has(place)) {
      yield this.target(place, path.normalize(given));
    } else if (statSync(place, { throwIfNoEntry: false })?.isDirectory()) {
      yield* this.below(place, given);
    } else {
      for await (const target of discover([given])) {
        if (target.kind !== 'file') yield target;
        else if (this.entries.has(target.real)) yield this.target(target.real, target.path);
      }
    }
  }

  private *below(directory: string, given: string): Generator<Target> {
    const real = realpathSync(directory);
    const top = repositoryTop(real);
    if (isOutside(path.relative(this.git.top, real)) || (top && top !== this.git.top)) {
      throw new UsageError(
        `${visible(given)} is not in ${visible(this.git.top)}; run dockopt there`,
      );
    }
    const shown = (file: string): string => path.join(given, path.relative(real, file));
    const wanted = (file: string): boolean =>
      !isOutside(path.relative(real, file)) &&
      isDockerfileName(path.basename(file)) &&
      !OTHERS.test(withSlashes(path.relative(this.git.top, file)));
    for (const name of this.badNames.filter(wanted)) {
      yield { kind: 'failed', path: withSlashes(shown(name)), reason: REASONS['not-utf-8'] };
    }
    for (const file of [...this.entries.keys()].filter(wanted).toSorted()) {
      // What a link leads to is done under its own name.
      if (!lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) {
        yield this.target(file, shown(file));
      }
    }
  }

  private target(file: string, shown: string): Target {
    const { blob, conflict } = this.entries.get(file)!;
    const name = withSlashes(shown);
    if (conflict) return { kind: 'failed', path: name, reason: REASONS.conflict };
    const index =
      blob !== undefined && this.partly?.has(file)
        ? this.git.get(['cat-file', 'blob', blob])
        : undefined;
    return { kind: 'file', path: name, real: file, isFound: true, ...(index && { index }) };
  }

  /** Throws a `FileError` where writing would stage what the user has not. */
  assertWritable(file: string): void {
    if (this.partly?.has(file)) throw new FileError(REASONS.partly);
  }

  /** Why an ignore file is left alone; undefined: it may be written. */
  whyNot(ignoreFile: string, isNew: boolean): string | undefined {
    if (this.partly === undefined || isNew) return undefined;
    const name = withSlashes(path.relative(this.git.top, ignoreFile));
    const tracked = this.git.try(['ls-files', '--error-unmatch', '-z', '--', `:(literal)${name}`]);
    const same = tracked.status === 0 && !this.partly.has(ignoreFile);
    return same ? undefined : REASONS.unstaged;
  }

  /** A file was written: what was staged of it shall be what it holds now. */
  wrote(file: string): void {
    if (this.partly !== undefined) this.written.push(path.relative(this.git.top, file));
  }

  /** Stages what was written; says what went wrong. */
  stage(): string | undefined {
    const names = this.written.map(withSlashes).filter((name) => !this.ignores(name));
    if (names.length === 0) return undefined;
    const input = Buffer.from(names.map((name) => `${name}\0`).join(''));
    const { status, stderr } = this.git.try(['update-index', '--add', '-z', '--stdin'], input);
    if (status === 0) return undefined;
    const why = visible(stderr.trim().split('\n')[0] ?? '');
    return `the files are written, and not staged: git update-index: ${why}`;
  }

  /** A new ignore file that `.gitignore` leaves out is not staged by force. */
  private ignores(name: string): boolean {
    return this.git.try(['check-ignore', '-q', '--', name]).status === 0;
  }
}

const absolute = ({ top }: Git, name: Buffer): string => path.join(top, name.toString());

const isText = (name: Buffer): boolean => Buffer.from(name.toString()).equals(name);

/** The regular files that are there, in `git diff --raw -z`: the change, then the name. */
function* entriesIn(
  raw: Buffer,
  fromIndex: boolean,
): Generator<{ readonly name: Buffer; readonly entry: Entry }> {
  const pieces = split(raw);
  for (let i = 0; i + 1 < pieces.length; i += 2) {
    const [, mode = '', , blob = '', status = ''] = pieces[i]!.toString().split(' ');
    const name = pieces[i + 1]!;
    if (status === 'U') yield { name, entry: { conflict: true } };
    // Neither links (120000) nor submodules (160000).
    else if (mode.startsWith('100')) yield { name, entry: fromIndex ? { blob } : {} };
  }
}
