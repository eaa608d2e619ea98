import { valueOf, type Instruction } from '../../../src/kit.ts';
import { baseName } from '../prefix.ts';
import { isInside } from './aftermath.ts';
import { effectsOf, trimmed } from './effects.ts';
import { pathFrom } from './steps.ts';
import type { Step, Subject } from './types.ts';

/** Something that a build made, and where it lies in the end. */
export interface Output {
  /** Where the build put it. */
  readonly made: string;
  /** Where it is, or a copy of it, when the build is over. */
  readonly path: string;
  readonly step: Step;
}

/**
 * Follows what was made through `cp`, `mv`, `install` and `rm`; the steps that move it are taken
 * into `accounted`.
 */
export function followOutputs(
  subject: Subject,
  made: readonly { readonly path: string; readonly step: Step }[],
  accounted: Set<Step>,
): Output[] {
  let outputs: Output[] = [];
  let run = subject.steps[0]?.run;
  for (const step of subject.steps) {
    if (run && run !== step.run) outputs = withoutMounted(outputs, run);
    run = step.run;
    for (const { path } of made.filter((one) => one.step === step)) {
      outputs = outputs.filter((output) => output.path !== path);
      outputs.push({ made: path, path, step });
    }
    if (['cp', 'mv', 'install', 'ln'].includes(step.program)) {
      const moved = movedBy(step, outputs);
      if (!moved) continue;
      accounted.add(step);
      outputs = [...moved.stay, ...moved.arrive];
    }
    if (step.program !== 'rm') continue;
    for (const effect of effectsOf(step)) {
      if (effect.kind !== 'removes') continue;
      outputs = outputs.filter(({ path }) => !effect.paths.some((gone) => isInside(path, gone)));
    }
  }
  return run ? withoutMounted(outputs, run) : outputs;
}

/** What lies in a mount of a RUN is not in the image when the RUN is over. */
function withoutMounted(outputs: Output[], run: Instruction): Output[] {
  const targets = run.mounts.flatMap(
    ({ target }) => pathFrom(run.state && valueOf(run.state.workdir), target) ?? [],
  );
  return outputs.filter(({ path }) => !targets.some((target) => isInside(path, target)));
}

function movedBy(
  step: Step,
  outputs: readonly Output[],
): { stay: Output[]; arrive: Output[] } | undefined {
  const isValue = (i: number): boolean =>
    step.program === 'install' &&
    /^(?:-m|-o|-g|-S|--mode|--owner|--group)$/.test(step.args[i - 1] ?? '');
  const words = step.words.slice(1).filter((_, i) => !step.args[i]!.startsWith('-') && !isValue(i));
  const destination = words.at(-1);
  const target = pathFrom(step.directory, trimmed(destination));
  if (target === undefined) return undefined;
  const sources = words.slice(0, -1).map((word) => pathFrom(step.directory, word));
  const hits = outputs.filter(({ path }) => sources.includes(path));
  if (hits.length === 0) return undefined;
  // A directory that is there takes the file under its own name; else it is the new name.
  const into =
    destination!.endsWith('/') || destination === '.' || sources.length > 1 || isDirectory(target);
  const arrive = hits.map((hit) => ({
    ...hit,
    path: into ? `${target === '/' ? '' : target}/${baseName(hit.path)}` : target,
  }));
  const stay = outputs.filter((output) => step.program !== 'mv' || !hits.includes(output));
  return { stay, arrive };
}

/** Directories that every image has. */
const isDirectory = (path: string): boolean =>
  /^\/(?:(?:usr\/(?:local\/)?)?s?bin|usr\/local|usr|opt|tmp|srv|home|root|app|)$/.test(path);
