import { availableParallelism } from 'node:os';
import { GROUPINGS, type Grouping } from '../migrate/grouping.ts';
import { readShard, type Shard } from '../migrate/shard.ts';
import { UsageError } from './errors.ts';
import { oneOf, readRequest, type FixArguments, type Request } from './request.ts';

/** A decision about a unit. */
export interface Mark {
  readonly id: string;
  readonly status: 'rejected' | 'skipped' | 'pending';
}

/** What `dockopt migrate` is asked to do. */
export interface MigrateRequest {
  readonly fix: Request;
  readonly by: Grouping;
  readonly depth: number;
  readonly maxFiles: number;
  readonly out: string;
  readonly branches: boolean;
  readonly branchPrefix: string;
  readonly allowDirty: boolean;
  readonly titlePrefix: string;
  /** Units to make. */
  readonly limit: number;
  readonly shard: Shard | undefined;
  /** Directories that shards made, to be brought together; empty: there is a tree to migrate. */
  readonly merge: readonly string[];
  readonly marks: readonly Mark[];
  readonly jobs: number;
  readonly verify: boolean;
}

/** The options as they are parsed. */
export interface MigrationArguments {
  readonly by: string | undefined;
  readonly depth: string | undefined;
  readonly maxFiles: string | undefined;
  readonly out: string | undefined;
  readonly branches: boolean;
  readonly branchPrefix: string | undefined;
  readonly allowDirty: boolean;
  readonly titlePrefix: string | undefined;
  readonly limit: string | undefined;
  readonly shard: string | undefined;
  readonly merge: boolean;
  readonly reject: readonly string[];
  readonly postpone: readonly string[];
  readonly reopen: readonly string[];
  readonly jobs: string | undefined;
  readonly verify: boolean;
}

/** More threads than that were not tried. */
const MAX_JOBS = 16;

/** Throws a `UsageError` for what does not fit together. */
export async function readMigrateRequest(
  choice: FixArguments,
  given: MigrationArguments,
): Promise<MigrateRequest> {
  if (choice.paths.includes('-')) throw new UsageError('migrate takes files, not "-"');
  const { branches, branchPrefix = 'dockopt/', allowDirty, merge, verify } = given;
  const shard = given.shard === undefined ? undefined : shardOf(given.shard);
  if (branches && shard) {
    throw new UsageError('--branches goes without --shard: make them with --merge');
  }
  if (merge && choice.paths.length === 0) {
    throw new UsageError('--merge needs the directories that the shards made');
  }
  const marks = marksOf(given);
  if (merge && (shard !== undefined || marks.length > 0 || verify)) {
    throw new UsageError(
      '--merge goes without --shard, --verify, --reject, --postpone and --reopen',
    );
  }
  return {
    fix: await readRequest({
      ...choice,
      paths: merge ? [] : choice.paths,
      reports: [],
    }),
    by: oneOf('--by', given.by ?? 'directory', GROUPINGS),
    depth: number('--depth', given.depth ?? '2'),
    maxFiles: number('--max-files', given.maxFiles ?? '50'),
    out: given.out ?? 'dockopt-migration',
    branches,
    branchPrefix,
    allowDirty,
    shard,
    marks,
    verify,
    merge: merge ? choice.paths : [],
    titlePrefix: given.titlePrefix ?? '',
    limit: given.limit === undefined ? Infinity : number('--limit', given.limit),
    jobs: given.jobs === undefined ? byProcessors() : number('--jobs', given.jobs),
  };
}

const byProcessors = (): number => Math.min(availableParallelism(), MAX_JOBS);

function marksOf({ reject, postpone, reopen }: MigrationArguments): Mark[] {
  const marks = [
    ...reject.map((id) => ({ id, status: 'rejected' }) as const),
    ...postpone.map((id) => ({ id, status: 'skipped' }) as const),
    ...reopen.map((id) => ({ id, status: 'pending' }) as const),
  ];
  const twice = marks.find(({ id }, i) => marks.findIndex((one) => one.id === id) !== i);
  if (twice) throw new UsageError(`the unit ${JSON.stringify(twice.id)} is marked twice`);
  return marks;
}

function shardOf(text: string): Shard {
  const shard = readShard(text);
  if (shard) return shard;
  throw new UsageError(`--shard takes a part of all, such as 2/8, not ${JSON.stringify(text)}`);
}

function number(option: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`${option} takes a number from 1, not ${JSON.stringify(text)}`);
}
