import { valueOf } from '../../../src/kit.ts';
import { isInside } from '../multi-stage/aftermath.ts';
import { effectsOf } from '../multi-stage/effects.ts';
import { pathFrom } from '../multi-stage/steps.ts';
import { stepsIn } from '../in-copy/attributes.ts';
import type { Packed } from './archive.ts';

/**
 * The directory into which ADD would unpack the same, when it would: what ADD reads, nothing left
 * out or renamed, by root, who keeps the owners of the archive as ADD does, and with nothing in
 * between that could care. Tried with BuildKit 0.13 and GNU tar, 2026-11-25.
 */
export function sameByAdd({ copy, source, path, run, unpack }: Packed): string | undefined {
  if (unpack.program !== 'tar' || copy.flags.length > 0) return undefined;
  if (!/\.(?:tar|tar\.(?:gz|bz2|xz)|tgz|tbz2?|txz)$/i.test(source)) return undefined;
  const user = run.state && valueOf(run.state.user);
  if (user === undefined || !/^(?:root|0)(?::|$)/.test(user)) return undefined;
  const directory = targetOf(unpack.args, path, (arg) => pathFrom(unpack.directory, arg));
  const into = directory === undefined ? undefined : pathFrom(unpack.directory, directory);
  if (into === undefined) return undefined;
  const { steps } = stepsIn(run.stage!);
  const before = steps.slice(0, steps.indexOf(unpack));
  const isQuiet = before
    .filter((step) => step.run.index > copy.index)
    .every((step) =>
      effectsOf(step).every((effect) => {
        if (effect.kind === 'none' || effect.kind === 'packages') return true;
        if (effect.kind !== 'directories') return false;
        return effect.paths.every((made) => isInside(into, made) || !isInside(made, into));
      }),
    );
  return isQuiet ? into : undefined;
}

/** What tar is told to unpack into; `undefined` where it is told more than that. */
function targetOf(
  args: readonly string[],
  path: string,
  at: (arg: string) => string | undefined,
): string | undefined {
  let directory = '.';
  let extracts = false;
  let named = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '-C' || arg === '--directory') directory = args[++i] ?? '';
    else if (arg.startsWith('--directory=')) directory = arg.slice('--directory='.length);
    else if (arg === '--extract' || arg === '--gzip' || arg === '--verbose')
      extracts ||= arg === '--extract';
    else if (!extracts && /^-?[xzjJvp]*x[zjJvp]*f$/.test(arg)) {
      extracts = true;
      if (at(args[++i] ?? '') !== path) return undefined;
      named = true;
    } else if (/^-[xzjJvp]+$/.test(arg)) extracts ||= arg.includes('x');
    else if (/^-[zjJvp]*f$/.test(arg)) {
      if (at(args[++i] ?? '') !== path) return undefined;
      named = true;
    } else return undefined;
  }
  return extracts && named ? directory : undefined;
}
