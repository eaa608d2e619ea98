import { valueOf, type Context, type Instruction, type Stage } from '../../../src/kit.ts';
import { isInside } from '../multi-stage/aftermath.ts';
import { broughtBy, type Brought } from '../multi-stage/brought.ts';
import { pathFrom, stepsIn, stepsOf } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';
import { callOf } from './calls.ts';
import { covers, isThere, projectOf, type SourceCopy } from './copies.ts';
import { cutBefore, type Cut } from './cut.ts';
import { independenceOf } from './independent.ts';
import { isAgainst, type Against, type Project } from './types.ts';

/** Files of one project that an installation reads, and the copy brings. */
export interface Reads {
  readonly project: Project;
  readonly names: readonly string[];
}

/** A copy that goes behind an installation. */
export interface Move {
  readonly moved: SourceCopy;
  /** The RUN that it goes behind, or the first part of it. */
  readonly run: Instruction;
  /** The installation, as the message names it. */
  readonly what: string;
  /** What of the copy has to stand before the RUN. */
  readonly reads: readonly Reads[];
  readonly cut: Cut | undefined;
  readonly assumptions: readonly string[];
}

/** A place where the copy cannot go behind the installation. */
export interface Obstacle extends Against {
  readonly run: Instruction;
  readonly what: string;
  /** The instruction that gives the reason. */
  readonly by?: Instruction;
}

export const isObstacle = (result: Move | Obstacle): result is Obstacle => 'reason' in result;

/** The steps of a stage by their RUN, up to the first that is not understood. */
export function stepsByRun(stage: Stage): ReadonlyMap<Instruction, readonly Step[]> {
  const found = new Map<Instruction, Step[]>();
  for (const step of stepsOf(stage).steps) {
    const list = found.get(step.run);
    if (list) list.push(step);
    else found.set(step.run, [step]);
  }
  return found;
}

/** Where a copy could go, or what is against it; `undefined` where there is nothing to gain. */
export function planMove(
  moved: SourceCopy,
  steps: ReadonlyMap<Instruction, readonly Step[]>,
  context: Context,
): Move | Obstacle | undefined {
  let installed: { run: Instruction; what: string } | undefined;
  for (const instruction of moved.copy.stage!.instructions) {
    if (instruction.index <= moved.copy.index) continue;
    if (isPassed(instruction, moved, context)) continue;
    if (instruction.keyword !== 'RUN') break;
    const reading = readRun(steps.get(instruction) ?? [], moved, context);
    if (reading.kind === 'independent') {
      if (reading.what !== undefined) installed = { run: instruction, what: reading.what };
      continue;
    }
    if (reading.kind === 'move') return { ...reading.move, moved, run: instruction };
    const behind = installed && plainMove(moved, installed);
    if (reading.kind === 'against') {
      return behind ?? { ...reading.against, run: instruction, what: reading.what };
    }
    return behind ?? laterCall(instruction, moved, steps, context);
  }
  return installed && plainMove(moved, installed);
}

const plainMove = (moved: SourceCopy, { run, what }: { run: Instruction; what: string }): Move => ({
  moved,
  run,
  what,
  reads: [],
  cut: undefined,
  assumptions: [],
});

/** Instructions that are the same before and behind the copy. */
const SETTINGS =
  /^(?:ENV|ARG|LABEL|EXPOSE|USER|WORKDIR|CMD|ENTRYPOINT|HEALTHCHECK|STOPSIGNAL|SHELL|MAINTAINER|ONBUILD)$/;

function isPassed(instruction: Instruction, moved: SourceCopy, context: Context): boolean {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') {
    return SETTINGS.test(instruction.keyword);
  }
  // Of two copies to one path the last one wins.
  return broughtBy(instruction.stage!, context)
    .filter(({ copy }) => copy === instruction)
    .every((brought) => moved.places.every((place) => isApart(brought, place, moved, context)));
}

/** Does what another copy brings lie elsewhere, or is it the same? */
function isApart(
  { path, kind, source }: Brought,
  place: string,
  moved: SourceCopy,
  context: Context,
): boolean {
  if (path === undefined) return false;
  if (!isInside(path, place)) return !isInside(place, path);
  if (moved.source === undefined || kind !== 'file') return false;
  const inside = path.slice(place.length).replace(/^\//, '');
  const name = [moved.source, inside].filter((part) => part !== '').join('/');
  return source === name || valueOf(context.kindOf(name)) === 'missing';
}

type Reading =
  | { readonly kind: 'independent'; readonly what: string | undefined }
  | { readonly kind: 'move'; readonly move: Omit<Move, 'moved' | 'run'> }
  | { readonly kind: 'against'; readonly against: Against; readonly what: string }
  | { readonly kind: 'reads' };

function readRun(steps: readonly Step[], moved: SourceCopy, context: Context): Reading {
  if (steps.length === 0) return { kind: 'reads' };
  const found: Answer[] = [];
  let installs: string | undefined;
  for (const step of steps) {
    const independence = independenceOf(step, moved.places);
    if (independence === 'installs')
      installs ??= [step.program, ...step.args.slice(0, 1)].join(' ');
    if (independence) continue;
    const answer = answerOf(step, moved, context);
    if (answer && 'reads' in answer) {
      if (answer.early !== undefined && isFetched(step, moved)) return { kind: 'reads' };
      if (answer.early !== undefined && found.some(({ marker }) => marker === answer.marker)) {
        return cutAt(step, found, undefined);
      }
      found.push(answer);
      if (answer.early === undefined) continue;
      return cutAt(step, found, answer.early);
    }
    if (found.length > 0) return cutAt(step, found, undefined);
    return answer ? { kind: 'against', against: answer, what: answer.what } : { kind: 'reads' };
  }
  if (found.length === 0) return { kind: 'independent', what: installs };
  return { kind: 'move', move: moveOf(found, undefined) };
}

/** Has an earlier RUN fetched the same already? Then the rest of it needs the source. */
function isFetched(step: Step, { copy }: SourceCopy): boolean {
  const call = callOf(step);
  return copy.stage!.instructions.some(
    (run) =>
      run.keyword === 'RUN' &&
      run.index < copy.index &&
      (stepsIn(run) ?? []).some((earlier) => {
        const first = callOf(earlier);
        return first?.marker === call?.marker && earlier.directory === step.directory;
      }),
  );
}

function cutAt(step: Step, found: readonly Answer[], early: string | undefined): Reading {
  const cut = cutBefore(step.run, step, early);
  if (cut) return { kind: 'move', move: moveOf(found, cut) };
  return { kind: 'against', against: { reason: 'split' }, what: found[0]!.what };
}

function moveOf(found: readonly Answer[], cut: Cut | undefined): Omit<Move, 'moved' | 'run'> {
  return {
    what: found.map(({ what }) => what).join(' and '),
    reads: found.flatMap(({ reads }) => reads ?? []),
    cut,
    assumptions: [...new Set(found.flatMap(({ assumption }) => assumption ?? []))],
  };
}

interface Answer {
  readonly what: string;
  /** As that of the call. */
  readonly marker: string | undefined;
  /** Undefined: nothing that the copy brings. */
  readonly reads: Reads | undefined;
  readonly early: string | undefined;
  readonly assumption: string | undefined;
}

/** What an installation needs of the copy; `undefined` where the step is none, or not of it. */
function answerOf(
  step: Step,
  moved: SourceCopy,
  context: Context,
): Answer | (Against & { what: string }) | undefined {
  const call = callOf(step);
  const project = call && projectOf(call, moved, context);
  if (!call || !project) return undefined;
  const { what } = call;
  const isCovered = covers(moved, project.directory);
  const kind = call.marker === undefined ? context.kindOf('') : project.kindOf(call.marker);
  if (!kind.known) {
    if (!isCovered) return undefined;
    if (!call.guess) return { reason: 'context', what };
    return {
      what,
      marker: call.marker,
      reads: { project, names: call.guess },
      early: undefined,
      assumption: `there is no build context to tell that nothing else is read`,
    };
  }
  const needs = call.needs(project, step.run.stage!);
  if (isAgainst(needs)) return needs.reason === 'none' ? undefined : { ...needs, what };
  const overwritten = needs.makes?.find((name) => project.kindOf(name).known && project.has(name));
  if (isCovered && overwritten !== undefined) {
    return { reason: 'overwritten', detail: project.pathOf(overwritten), what };
  }
  const common = { what, marker: call.marker, early: needs.early, assumption: needs.assumption };
  if (isCovered) {
    const names = needs.reads.filter((name) => !isThere(project, name, moved));
    return { ...common, reads: names.length > 0 ? { project, names } : undefined };
  }
  const isNeeded = needs.reads.some((name) => {
    const path = pathFrom(project.directory, name);
    return (
      path === undefined ||
      moved.places.some((place) => isInside(path, place) || isInside(place, path))
    );
  });
  return isNeeded ? undefined : { ...common, reads: undefined };
}

/** A later RUN that installs, behind one that may read the source. */
function laterCall(
  stop: Instruction,
  moved: SourceCopy,
  steps: ReadonlyMap<Instruction, readonly Step[]>,
  context: Context,
): Obstacle | undefined {
  for (const [run, list] of steps) {
    if (run.index < stop.index) continue;
    for (const step of list) {
      const answer = answerOf(step, moved, context);
      if (!answer || !('reads' in answer) || !answer.reads) continue;
      return { reason: 'between', by: stop, run, what: answer.what };
    }
  }
  return undefined;
}
