import {
  valueOf,
  type Command,
  type Instruction,
  type Stage,
  type Word,
} from '../../../src/kit.ts';
import { neighboursOf } from '../editing.ts';
import { memo } from '../memo.ts';
import { pathFrom, stepsOf } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';

/** A `chown`, `chgrp` or `chmod` of a RUN. */
export interface Attribute {
  readonly run: Instruction;
  readonly step: Step;
  readonly command: Command;
  readonly program: 'chown' | 'chgrp' | 'chmod';
  /** The words `-R` and the like. */
  readonly options: readonly Word[];
  readonly recursive: boolean;
  /** The owner or the mode, as written. */
  readonly value: Word;
  readonly targets: readonly Target[];
}

export interface Target {
  readonly word: Word;
  /** Absolute; `undefined` where the file does not tell. */
  readonly path: string | undefined;
}

/** The same steps every time, so that they can be told apart. */
export const stepsIn = memo(stepsOf);

/** Options that change neither what is reached nor what is set. */
const OPTIONS = /^(?:-[RvcfhP]+|--(?:recursive|verbose|changes|silent|quiet|no-dereference))$/;

/** The commands of a stage that set owners or modes, where nothing hangs on a condition. */
export function attributesOf(stage: Stage, programs: readonly string[]): Attribute[] {
  return stepsIn(stage).steps.flatMap((step) =>
    programs.includes(step.program) ? (attributeOf(step) ?? []) : [],
  );
}

function attributeOf(step: Step): Attribute | undefined {
  const { command, script, run } = step;
  if (!command || !script || !step.certain || step.piped) return undefined;
  if (command.redirects.length > 0 || command.assignments.length > 0) return undefined;
  const [program, ...words] = command.words;
  if (program?.value !== step.program) return undefined;
  if (neighboursOf(script, command)?.item !== command) return undefined;
  // As anybody else than root it fails, or does nothing.
  const user = run.state && valueOf(run.state.user);
  if (user !== undefined && !/^(?:root|0)(?::|$)/.test(user)) return undefined;
  const options = words.filter((word) => word.text.startsWith('-'));
  if (!options.every((word) => OPTIONS.test(word.text))) return undefined;
  const [value, ...targets] = words.filter((word) => !options.includes(word));
  if (!value || targets.length === 0) return undefined;
  return {
    run,
    step,
    command,
    program: step.program as Attribute['program'],
    options,
    recursive: options.some((word) => /^-\w*R|^--recursive$/.test(word.text)),
    value,
    targets: targets.map((word) => ({
      word,
      path: pathFrom(step.directory, step.words[command.words.indexOf(word)]),
    })),
  };
}
