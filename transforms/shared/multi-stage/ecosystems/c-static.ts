import { commandText, tokensOf, type Command } from '../../../../src/kit.ts';
import type { RunRewrite, Step, Subject } from '../types.ts';
import { isCompiler, linkedBy } from './compilers.ts';
import { isMake, withVariable, type MakeRun } from './make-steps.ts';

const FLAGS = '-static -s';

/** The same build, with all libraries linked into the program; undefined where it takes no flags. */
export function staticC(subject: Subject, runs: readonly MakeRun[]): RunRewrite[] | undefined {
  const rewrites: RunRewrite[] = [];
  const all = new Set(subject.steps.map(({ run }) => run));
  for (const run of all) {
    const steps = subject.steps.filter((step) => step.run === run);
    const makes = steps.filter(isMake);
    const compiles = steps.filter((step) => linkedBy(step) !== undefined);
    if (makes.length > 0 && compiles.length > 0) return undefined;
    if (makes.some((step) => !takesFlags(runs.find((one) => one.step === step)))) return undefined;
    const rewrite =
      makes.length > 0
        ? withVariable(
            makes.filter(({ args }) => !/^(?:clean|check|test)$/.test(args.at(-1) ?? '')),
            `LDFLAGS="${FLAGS}"`,
          )
        : withFlags(compiles);
    if (rewrite) rewrites.push(rewrite);
  }
  return rewrites.length > 0 ? rewrites : undefined;
}

/** Does a Makefile pass the LDFLAGS of the environment on to what links? */
function takesFlags(run: MakeRun | undefined): boolean {
  if (!run || run.trouble !== undefined) return false;
  const text = run.texts.join('\n');
  const sets = /^\s*(?:override\s+|export\s+)*LDFLAGS\s*:{0,3}=/m.test(text);
  const links = run.commands.filter((step) => isCompiler(step) && linkedBy(step) !== undefined);
  return !sets && (links.length === 0 || /\$[({]LDFLAGS[)}]/.test(text));
}

function withFlags(steps: readonly Step[]): RunRewrite | undefined {
  const [first] = steps;
  const commands: Command[] = steps.flatMap(({ command }) => command ?? []);
  if (!first?.script || commands.length === 0) return undefined;
  const { source } = first.run.run;
  return {
    run: first.run,
    edits: commands.map(({ words }) => {
      const at = source.toDocEnd(words.at(-1)!.end);
      return { start: at, end: at, text: ` ${FLAGS}` };
    }),
    tokens: tokensOf(first.script.body, (command) =>
      commands.includes(command)
        ? commandText(command, [...command.words.map(({ text }) => text), FLAGS])
        : commandText(command),
    ),
  };
}
