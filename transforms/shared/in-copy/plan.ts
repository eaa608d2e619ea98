import type { Context, Instruction } from '../../../src/kit.ts';
import { isInside } from '../multi-stage/aftermath.ts';
import { broughtBy, type Brought } from '../multi-stage/brought.ts';
import { effectsOf } from '../multi-stage/effects.ts';
import type { Step } from '../multi-stage/types.ts';
import type { Attribute, Target } from './attributes.ts';
import { reachOf, stepsBefore, type Blocked } from './reach.ts';

/** A target that COPY instructions can do the work for. */
export interface Covered {
  readonly target: Target;
  readonly brought: readonly Brought[];
  /** Directories that need the command still, though not for what is in them. */
  readonly directories: readonly Made[];
  /** Directories that a COPY made. */
  readonly copied: readonly string[];
  readonly doubts: readonly string[];
}

export interface Made {
  readonly path: string;
  readonly by: Instruction | undefined;
}

/** What COPY can do of a command, and what it cannot. */
export interface Coverage {
  readonly covered: readonly Covered[];
  readonly stays: readonly Target[];
  readonly blocked: Blocked | undefined;
}

export function coverageOf(attribute: Attribute, context: Context): Coverage {
  const found: Covered[] = [];
  let blocked: Blocked | undefined;
  for (const target of attribute.targets) {
    const one = attribute.recursive
      ? (singleFile(attribute, target, context) ?? below(attribute, target, context))
      : exactly(attribute, target, context);
    if (one && 'reason' in one) blocked ??= one;
    else if (one) found.push(one);
  }
  const covered = withoutPartial(attribute, found, context);
  const done = new Set(covered.map(({ target }) => target));
  return { covered, stays: attribute.targets.filter((target) => !done.has(target)), blocked };
}

function below(
  attribute: Attribute,
  target: Target,
  context: Context,
): Covered | Blocked | undefined {
  const { path } = target;
  if (path === undefined || attribute.run.mounts.length > 0) return undefined;
  const reach = reachOf(attribute, path, context);
  if (reach === undefined || 'reason' in reach) return reach;
  const directories = [...reach.directories].map(([made, by]) => ({ path: made, by }));
  return {
    target,
    brought: reach.brought,
    directories,
    copied: reach.copied,
    doubts: reach.doubts,
  };
}

/** `chown -R` of a file is as good as `chown`. */
function singleFile(attribute: Attribute, target: Target, context: Context): Covered | undefined {
  const file = exactly(attribute, target, context);
  return file?.brought.every(({ kind, copy }) => kind === 'file' || copy.heredocs.length > 0)
    ? file
    : undefined;
}

/** A single file that a COPY brings under this name. */
function exactly(attribute: Attribute, target: Target, context: Context): Covered | undefined {
  const { run, step } = attribute;
  const stages = run.stage!.lineage;
  const one = stages
    .flatMap((stage) => broughtBy(stage, context))
    .findLast(({ copy, path }) => copy.index < run.index && path === target.path);
  if (!one || one.kind === 'directory' || target.path === undefined) return undefined;
  // It may unpack what it adds.
  if (one.copy.keyword === 'ADD' && one.source === undefined && !isDownload(one.copy)) {
    return undefined;
  }
  const anew = stages
    .flatMap((stage) => stepsBefore(stage, run, step))
    .some((other) => other.run.index > one.copy.index && replaces(other, target.path!));
  if (anew) return undefined;
  if (one.kind !== 'file' && !isFileName(one) && !isDownload(one.copy)) return undefined;
  return { target, brought: [one], directories: [], copied: [], doubts: [] };
}

const replaces = (step: Step, path: string): boolean =>
  step.program !== 'sed' &&
  effectsOf(step).some(
    (effect) => effect.kind === 'makes' && effect.paths.some((made) => isInside(path, made)),
  );

/** A file that is fetched, and lies under the name that stands at the end. */
export const isDownload = ({ keyword, words }: Instruction): boolean =>
  keyword === 'ADD' &&
  words.length === 2 &&
  /^https?:\/\/(?!.*\.git(?:#|$))/.test(words[0]!.text) &&
  !words[1]!.text.endsWith('/');

/** What a heredoc or its name with a suffix shows to be a file. */
const isFileName = ({ copy, path }: Brought): boolean =>
  copy.heredocs.length > 0 || /[^/]\.[a-z]\w+$|\/s?bin\/[^/]+$|entrypoint[^/]*$/i.test(path ?? '');

/** Leaves out what would need a flag for a COPY that brings other things besides. */
function withoutPartial(
  attribute: Attribute,
  found: readonly Covered[],
  context: Context,
): readonly Covered[] {
  const reaches = (path: string | undefined): boolean =>
    path !== undefined &&
    found.some(({ target }) =>
      attribute.recursive ? isInside(path, target.path!) : path === target.path,
    );
  const all = attribute.run.stage!.lineage.flatMap((stage) => broughtBy(stage, context));
  const partial = (copy: Instruction): boolean =>
    all.some((one) => one.copy === copy && !reaches(one.path));
  return found.filter(({ brought }) => !brought.some(({ copy }) => partial(copy)));
}

/** The COPY and ADD instructions of what is covered, in order. */
export const copiesOf = (covered: readonly Covered[]): Instruction[] =>
  [...new Set(covered.flatMap(({ brought }) => brought.map(({ copy }) => copy)))].toSorted(
    (a, b) => a.index - b.index,
  );
