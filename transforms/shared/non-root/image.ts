import {
  known,
  noContext,
  unknown,
  valueOf,
  type Context,
  type Document,
  type Fact,
  type Instruction,
  type Stage,
} from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { broughtBy } from '../multi-stage/brought.ts';
import { startOf } from '../multi-stage/start.ts';
import { stepsOf } from '../multi-stage/steps.ts';
import { isRoot } from './account.ts';
import type { Image, Obstacle } from './types.ts';

/** Reads the image that ships. Undefined where it does not run as root, or is none of ours. */
export function readImage(doc: Document, given: Context): Image | Obstacle | undefined {
  const stage = doc.stages.at(-1)!;
  if (valueOf(stage.os) === 'windows') return undefined;
  const root = stage.lineage[0]!.base;
  const base = root.kind === 'image' ? valueOf(root.facts) : undefined;
  const instructions = stage.lineage.flatMap((one) => one.instructions);
  const user = userOf(instructions, root.kind === 'scratch' ? 'root' : base?.user);
  if (user.known && !isRoot(user.value)) return undefined;
  const isBuilt = instructions.some(({ keyword }) => /^(?:CMD|ENTRYPOINT)$/.test(keyword));
  if (root.kind === 'image' && !base) {
    // A USER that is not root was seen above; without a start it is a base for others.
    if (!isBuilt) return undefined;
    return { reason: 'unknown-base', detail: root.facts.known ? '' : root.facts.because };
  }
  if (!user.known) return { reason: 'unknown-user', detail: user.because };
  if (instructions.some(({ keyword }) => keyword === 'ONBUILD') || base?.onbuild === true) {
    return { reason: 'onbuild' };
  }
  const context = isOther(stage.lineage, given) ? noContext : given;
  const steps = stage.lineage.flatMap((one) => stepsOf(one).steps);
  return {
    doc,
    context,
    stage,
    instructions,
    base,
    steps,
    start: behindEntryPoint(startIn(stage.lineage, context), base?.repository ?? ''),
    workdir: workdirOf(instructions, root.kind === 'scratch' ? '/' : base?.workdir),
    hasShell:
      base !== undefined &&
      base.shell !== 'none' &&
      base.shell !== undefined &&
      instructions.every(({ keyword, json }) => keyword !== 'SHELL' || isPosix(json)),
  };
}

/** Does SHELL name one that reads the commands that make a user? */
const isPosix = (words: readonly string[] | undefined): boolean =>
  /^(?:.*\/)?(?:ba|da|a|k|z|)sh$/.test(words?.[0] ?? '');

/** Is it the result of `readImage`, and no reason against it? */
export const isImage = (result: Image | Obstacle): result is Image => 'steps' in result;

function userOf(instructions: readonly Instruction[], inherited: string | undefined): Fact<string> {
  const last = instructions.findLast(({ keyword }) => keyword === 'USER');
  if (last) return last.expand(last.args.text);
  return inherited === undefined ? unknown('the base image sets it') : known(inherited);
}

function workdirOf(
  instructions: readonly Instruction[],
  inherited: string | undefined,
): Fact<string> {
  const last = instructions.findLast(({ keyword }) => keyword === 'WORKDIR');
  if (!last) return inherited === undefined ? unknown('the base image sets it') : known(inherited);
  const written = last.expand(last.args.text);
  if (!written.known || written.value.startsWith('/')) {
    return written.known ? known(normal(written.value)) : written;
  }
  const before = last.state!.workdir;
  return before.known ? known(normal(`${before.value}/${written.value}`)) : before;
}

/** ENTRYPOINT and CMD of the last stage of the line that has one. */
function startIn(lineage: readonly Stage[], context: Context): Image['start'] {
  const withStart = lineage.findLast((stage) =>
    stage.instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT'),
  );
  const stage = withStart ?? lineage.at(-1)!;
  return withStart
    ? startOf(stage, context)
    : {
        entrypoint: undefined,
        cmd: undefined,
        line: undefined,
        shell: false,
        bash: false,
        main: [],
        command: undefined,
        programs: [],
        scripts: [],
        unread: [],
        trouble: undefined,
        health: undefined,
        others: [],
      };
}

/**
 * Distroless images start the program of their language where the file has no ENTRYPOINT.
 * https://github.com/GoogleContainerTools/distroless/blob/main/README.md, read 2026-11-26.
 */
function behindEntryPoint(start: Image['start'], repository: string): Image['start'] {
  const [, name] = /^gcr\.io\/distroless\/(python3|nodejs)/.exec(repository) ?? [];
  if (name === undefined || start.entrypoint) return start;
  return { ...start, main: [name === 'nodejs' ? 'node' : name, ...start.main] };
}

/** Not one of the paths that COPY and ADD name is there: the file is built from another context. */
function isOther(lineage: readonly Stage[], context: Context): boolean {
  const named = lineage
    .flatMap((stage) => broughtBy(stage, context))
    .flatMap(({ source }) => (source === undefined || source === '' ? [] : [source]));
  return named.length > 0 && named.every((path) => valueOf(context.kindOf(path)) === 'missing');
}
