import {
  compilePattern,
  valueOf,
  type Context,
  type Instruction,
  type Sharer,
  type Stage,
} from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { pathFrom } from '../multi-stage/steps.ts';

/** A source that a COPY, an ADD or a mount takes from the build context. */
export interface Reach {
  readonly sharer: Sharer;
  readonly instruction: Instruction;
  /**
   * - `path`: this file or directory, and all below it;
   * - `pattern`: what a pattern matches, and all below that;
   * - `below`: something at or below this directory, which a variable names.
   */
  readonly kind: 'path' | 'pattern' | 'below';
  /** In the context; empty for all of it. */
  readonly source: string;
  /** Where the source, when it is a directory, lies in the image. */
  readonly target: string | undefined;
}

/**
 * All that the Dockerfiles take from their context; of one that only may be built with it, what is
 * there by name.
 */
export const reachesOf = (sharers: readonly Sharer[], context: Context): Reach[] =>
  sharers.flatMap((sharer) =>
    sharer.doc.instructions
      .flatMap((instruction) => reachesOfOne(sharer, instruction))
      .filter(
        ({ kind, source }) => sharer.certain || (kind !== 'below' && isThere(source, context)),
      ),
  );

function reachesOfOne(sharer: Sharer, outer: Instruction): Reach[] {
  const instruction = outer.trigger ?? outer;
  const reaches =
    instruction.keyword === 'RUN'
      ? mountReaches(sharer, instruction)
      : copyReaches(sharer, instruction);
  // It runs in a build on top of the image, with the context of that build. To be on the safe side,
  // what it names stays.
  return outer.trigger ? reaches.filter(({ source }) => source !== '') : reaches;
}

const isThere = (source: string, context: Context): boolean =>
  source !== '' && (/[*?[]/.test(source) || valueOf(context.kindOf(source)) !== 'missing');

function copyReaches(sharer: Sharer, copy: Instruction): Reach[] {
  if (copy.keyword !== 'COPY' && copy.keyword !== 'ADD') return [];
  if (copy.flag('from')) return [];
  const words = copy.words.map(({ text }) => text);
  const destination = valueOf(copy.expand(words.at(-1) ?? ''));
  const workdir = copy.state && valueOf(copy.state.workdir);
  const parents = copy.flag('parents') !== undefined;
  const target = parents ? undefined : pathFrom(workdir, destination);
  return words
    .slice(0, -1)
    .filter((word) => !word.startsWith('<<') && !isRemote(word))
    .flatMap((word) =>
      readSource(copy, word).map((source) => ({ sharer, instruction: copy, target, ...source })),
    );
}

const isRemote = (word: string): boolean => /^(?:https?|git|ssh):|^git@/i.test(word);

/** https://docs.docker.com/reference/dockerfile/#run---mounttypebind, read 2026-11-25. */
const mountReaches = (sharer: Sharer, run: Instruction): Reach[] =>
  run.mounts
    .filter(({ type, from }) => type === 'bind' && from === undefined)
    .flatMap((mount) =>
      readSource(run, mount.source ?? '').map((source) => ({
        sharer,
        instruction: run,
        target: pathFrom(
          run.state && valueOf(run.state.workdir),
          valueOf(run.expand(mount.target ?? '')),
        ),
        ...source,
      })),
    );

function readSource(at: Instruction, word: string): Pick<Reach, 'kind' | 'source'>[] {
  const value = valueOf(at.expand(word));
  const found: Pick<Reach, 'kind' | 'source'>[] = [];
  if (value !== undefined) found.push(written(value));
  // A build argument has another value in another build.
  if (value === undefined || isOpen(at, word)) {
    const start = word.split('$')[0]!;
    found.push({
      kind: 'below',
      source: normal(start.slice(0, start.lastIndexOf('/') + 1)).slice(1),
    });
  }
  return found;
}

function isOpen(at: Instruction, word: string): boolean {
  const names = [...word.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name!);
  return names.some((name) => at.stage?.scope.at(at.index, name)?.kind !== 'env');
}

function written(value: string): Pick<Reach, 'kind' | 'source'> {
  // All of a directory, by a pattern.
  const all = value.replace(/(^|\/)\*$/, '$1');
  const path = normal(all.replaceAll('\\', '/')).slice(1);
  return { kind: /[*?[\]]/.test(path) ? 'pattern' : 'path', source: path };
}

/** How a path of the context is needed. */
export type Use =
  /** By its name, or something in it is. */
  | { readonly kind: 'named'; readonly reach: Reach }
  /** It comes along with the directory that it is in. */
  | { readonly kind: 'along'; readonly reach: Reach; readonly target: string | undefined }
  /** A variable may name it. */
  | { readonly kind: 'maybe'; readonly reach: Reach };

export const usesOf = (path: string, reaches: readonly Reach[]): Use[] =>
  reaches.flatMap((reach) => useOf(path, reach) ?? []);

function useOf(path: string, reach: Reach): Use | undefined {
  const { source, target } = reach;
  const isIn = (inner: string, outer: string): boolean =>
    outer === '' || inner === outer || inner.startsWith(`${outer}/`);
  switch (reach.kind) {
    case 'below':
      return isIn(path, source) || isIn(source, path) ? { kind: 'maybe', reach } : undefined;
    case 'path':
      if (source !== '' && isIn(source, path)) return { kind: 'named', reach };
      if (!isIn(path, source)) return undefined;
      return {
        kind: 'along',
        reach,
        target:
          target && normal(`${target}/${source === '' ? path : path.slice(source.length + 1)}`),
      };
    default:
      return patternUse(path, reach);
  }
}

function patternUse(path: string, reach: Reach): Use | undefined {
  const names = path.split('/');
  const parts = reach.source.split('/');
  if (reach.source.includes('**')) return { kind: 'named', reach };
  const matches = (count: number): boolean =>
    compilePattern(parts.slice(0, count).join('/'))(names.slice(0, count).join('/'));
  // It matches the path itself, or something in it.
  if (parts.length >= names.length) {
    return matches(names.length) ? { kind: 'named', reach } : undefined;
  }
  // It matches a directory that the path is in; several go into one.
  return matches(parts.length) ? { kind: 'along', reach, target: undefined } : undefined;
}

/** Sources that are named and are not in the context; a `Fact` that is not known is not missing. */
export const missingIn = (reaches: readonly Reach[], context: Context): Reach[] =>
  reaches.filter(
    ({ kind, source, instruction, sharer }) =>
      kind === 'path' &&
      source !== '' &&
      instruction.keyword !== 'RUN' &&
      // Not in an ONBUILD.
      sharer.doc.instructions.includes(instruction) &&
      valueOf(context.kindOf(source)) === 'missing',
  );

/** The stages whose steps run in what a stage brought: itself, what it is built on, and its children. */
export function stagesWith(stage: Stage): Stage[] {
  const below = (one: Stage): Stage[] => [one, ...one.children.flatMap(below)];
  return [...stage.lineage.slice(0, -1), ...below(stage)];
}
