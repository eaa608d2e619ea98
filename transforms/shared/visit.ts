import {
  valueOf,
  type Change,
  type Context,
  type Document,
  type Instruction,
  type Script,
} from '../../src/kit.ts';

/** A RUN, or the one that an ONBUILD holds, whose commands are understood. */
export interface Visit {
  readonly doc: Document;
  readonly context: Context;
  /** The line of an instruction in the file as it was given. */
  readonly lineOf: (instruction: Instruction) => number;
  /** The instruction of the file. */
  readonly outer: Instruction;
  /** The RUN itself. */
  readonly run: Instruction;
  readonly script: Script;
}

export function visitOf(
  input: Pick<Visit, 'doc' | 'context' | 'lineOf'>,
  outer: Instruction,
): Visit | undefined {
  const run = outer.trigger ?? outer;
  const script = run.keyword === 'RUN' ? valueOf(run.run.script) : undefined;
  return script && { ...input, outer, run, script };
}

/** The declaration that the RUN now runs these commands. */
export const runs = (visit: Visit, tokens: readonly string[]): Change => ({
  kind: 'run',
  instruction: visit.outer,
  tokens,
});
