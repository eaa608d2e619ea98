import {
  known,
  noContext,
  unknown,
  valueOf,
  type BaseImage,
  type Context,
  type Document,
  type Fact,
  type Instruction,
  type Stage,
} from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { broughtBy } from './brought.ts';
import { APP_UID, isAppUid } from './owners.ts';
import { startOf } from './start.ts';
import { stepsOf } from './steps.ts';
import type { NoPlan, Options, Subject } from './types.ts';

/** Reads the last stage of a file; why not, where it cannot be read. */
export function readSubject(
  doc: Document,
  given: Context,
  options: Options,
): Subject | NoPlan | undefined {
  const stage = doc.stages.at(-1)!;
  if (stage.base.kind !== 'image') return undefined;
  const ref = valueOf(stage.base.ref);
  const base = valueOf(stage.base.facts);
  if (!ref || !base) return { reason: 'unknown-base', detail: textOf(stage.base.facts) };
  if (base.os === 'windows') return undefined;
  const trigger = stage.instructions.find(({ keyword }) => keyword === 'ONBUILD');
  if (trigger || base.onbuild) return { reason: 'onbuild' };
  const context = isOther(stage, given) ? noContext : given;
  const { steps, opaque } = stepsOf(stage);
  if (opaque) {
    const script = opaque.run.script;
    return { reason: 'opaque', detail: `line ${opaque.given.line}: ${textOf(script)}` };
  }
  return {
    doc,
    context,
    stage,
    ref,
    base,
    steps,
    brought: broughtBy(stage, context),
    start: startOf(stage, context),
    workdir: stateAtEnd(stage.instructions, 'workdir', base.workdir),
    user: userAtEnd(stage.instructions, base),
    options,
  };
}

/** Not one of the paths that COPY and ADD name is there: the file is built from another context. */
function isOther(stage: Stage, context: Context): boolean {
  const named = broughtBy(stage, context).flatMap(({ source }) =>
    source === undefined || source === '' ? [] : [source],
  );
  return named.length > 0 && named.every((path) => valueOf(context.kindOf(path)) === 'missing');
}

const textOf = (fact: Fact<unknown>): string => (fact.known ? '' : fact.because);

/** The user at the start of the container. */
function userAtEnd(instructions: readonly Instruction[], base: BaseImage): Fact<string> {
  const user = stateAtEnd(instructions, 'user', base.user);
  const last = instructions.findLast(({ keyword }) => keyword === 'USER');
  return !user.known && last && isAppUid(last.args.text, base.users) ? known(APP_UID) : user;
}

/** USER or WORKDIR as it stands when the container starts. */
function stateAtEnd(
  instructions: readonly Instruction[],
  field: 'workdir' | 'user',
  inherited: string | undefined,
): Fact<string> {
  const keyword = field === 'workdir' ? 'WORKDIR' : 'USER';
  const last = instructions.findLast((instruction) => instruction.keyword === keyword);
  if (!last) return inherited === undefined ? unknown('the base image sets it') : known(inherited);
  const written = last.expand(last.args.text);
  if (!written.known || field === 'user') return written;
  if (written.value.startsWith('/')) return known(normal(written.value));
  const before = last.state!.workdir;
  return before.known ? known(normal(`${before.value}/${written.value}`)) : before;
}

/** Is it the result of `readSubject`, and no reason against it? */
export const isSubject = (result: Subject | NoPlan): result is Subject => 'steps' in result;
