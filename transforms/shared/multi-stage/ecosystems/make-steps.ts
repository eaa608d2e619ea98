import {
  commandsIn,
  commandText,
  parseScript,
  tokensOf,
  valueOf,
  type Command,
} from '../../../../src/kit.ts';
import { normal } from '../../copied.ts';
import { baseName, programIndex } from '../../prefix.ts';
import { isInside } from '../aftermath.ts';
import type { ContextFile } from '../brought.ts';
import { effectsOf } from '../effects.ts';
import { pathFrom } from '../steps.ts';
import type { RunRewrite, Step, Subject } from '../types.ts';
import { Makefile, UNTOLD } from './makefile.ts';

/** What a call of make runs. */
export interface MakeRun {
  readonly step: Step;
  /** Where make stands. */
  readonly directory: string;
  readonly goals: readonly string[];
  /** Its commands as steps of their own. */
  readonly commands: readonly Step[];
  /** The text of its Makefiles. */
  readonly texts: readonly string[];
  /** Why they cannot be told. */
  readonly trouble: string | undefined;
}

const NAMES = ['GNUmakefile', 'makefile', 'Makefile'];

const MAX_DEPTH = 4;

export const isMake = ({ program }: Step): boolean => program === 'make' || program === 'gmake';

/** Reads the Makefiles of the context that a step calls, and those that they call. */
export function readMake(
  subject: Subject,
  files: readonly ContextFile[] | undefined,
  step: Step,
  depth = 0,
): MakeRun {
  return new Reader(subject, files, step, depth).run();
}

class Reader {
  private readonly subject: Subject;
  private readonly files: readonly ContextFile[] | undefined;
  private readonly step: Step;
  private readonly depth: number;
  private readonly commands: Step[] = [];
  private readonly texts: string[] = [];
  private trouble: string | undefined;
  private exported: Readonly<Record<string, string>> = {};

  constructor(
    subject: Subject,
    files: readonly ContextFile[] | undefined,
    step: Step,
    depth: number,
  ) {
    this.subject = subject;
    this.files = files;
    this.step = step;
    this.depth = depth;
  }

  run(): MakeRun {
    const { goals, given, directory, file } = argumentsOf(this.step);
    const text = directory === undefined ? undefined : this.makefile(directory, file);
    if (directory === undefined) this.trouble = 'where make runs is not known';
    else if (text !== undefined) this.read(text, directory, goals, given);
    else this.trouble ??= `there is no Makefile of the build context in ${directory}`;
    const { step, commands, texts, trouble } = this;
    return { step, directory: directory ?? '/', goals, commands, texts, trouble };
  }

  private makefile(directory: string, file: string | undefined): string | undefined {
    for (const name of file === undefined ? NAMES : [file]) {
      const text = this.text(pathFrom(directory, name)!);
      if (text !== undefined) return text;
    }
    // A goal that a rule of make itself knows needs none.
    return argumentsOf(this.step).goals.length > 0 && this.files ? '' : undefined;
  }

  private text(path: string): string | undefined {
    const found = this.files?.find((one) => one.path === path);
    const changed = this.subject.steps
      .slice(0, this.subject.steps.indexOf(this.step))
      .some((step) =>
        effectsOf(step).some((effect) => effect.kind === 'makes' && effect.paths.includes(path)),
      );
    if (changed) this.trouble ??= `a RUN changes ${path}`;
    return found && !changed ? valueOf(this.subject.context.readText(found.source)) : undefined;
  }

  private read(
    text: string,
    directory: string,
    goals: readonly string[],
    given: ReadonlyMap<string, string>,
  ): void {
    const makefile = new Makefile(text, {
      given,
      environment: (name) => this.environment(name),
      include: (path) => this.text(pathFrom(directory, path)!),
      wildcard: (pattern) => this.wildcard(directory, pattern),
    });
    this.texts.push(...makefile.texts);
    if (makefile.missing !== undefined) {
      this.trouble ??= `the Makefile includes ${makefile.missing}, which is not in the build context`;
    }
    // What stands in front of make, behind it, or is exported by the Makefile.
    this.exported = {
      ...this.step.environment,
      ...(this.step.command ? assigned(this.step.command) : {}),
      ...makefile.exported(),
      ...Object.fromEntries(given),
    };
    const lines = makefile.recipesFor(goals);
    if (lines.length === 0)
      this.trouble ??= `the Makefile has no recipe for ${goals.join(' ') || 'its default goal'}`;
    for (const { text: line } of lines) this.line(line, directory);
  }

  private environment(name: string): string | undefined {
    const own = this.step.command && assigned(this.step.command)[name];
    if (own !== undefined) return own;
    return this.step.environment?.[name] ?? valueOf(this.step.run.variable(name));
  }

  private wildcard(directory: string, pattern: string): string[] | undefined {
    if (!this.files || pattern.includes(UNTOLD)) return undefined;
    const expression = normal(`${directory}/${pattern}`)
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[^/]*')
      .replaceAll('?', '[^/]');
    const prefix = directory === '/' ? '/' : `${directory}/`;
    return this.files
      .filter(({ path }) => new RegExp(`^${expression}$`).test(path))
      .map(({ path }) => (path.startsWith(prefix) ? path.slice(prefix.length) : path));
  }

  /** One line of a recipe is one script. */
  private line(written: string, from: string): void {
    const text = written.replace(/^[-@+\s]+/, '');
    if (text === '') return;
    const script = parseScript(text.replaceAll(UNTOLD, '$UNTOLD'), {
      name: 'sh',
      errexit: true,
      nounset: false,
      pipefail: false,
      login: false,
      assumed: undefined,
    });
    if (!script.known) {
      this.trouble ??= `the recipe ${JSON.stringify(written)} is not understood`;
      return;
    }
    let directory: string | undefined = from;
    for (const command of commandsIn(script.value.body)) {
      const step = this.command(command, directory);
      if (step.program === 'cd') directory = pathFrom(directory, step.args[0]);
      else if (isMake(step) && this.depth < MAX_DEPTH) this.nested(step);
      else if (step.program !== '') this.commands.push(step);
    }
  }

  private nested(step: Step): void {
    const inner = readMake(this.subject, this.files, step, this.depth + 1);
    this.commands.push(...inner.commands);
    this.texts.push(...inner.texts);
    this.trouble ??= inner.trouble;
  }

  private command(command: Command, directory: string | undefined): Step {
    const written = command.words.map((word) => word.value ?? word.text);
    const at = programIndex(written);
    const values = command.words.slice(at).map((word) => word.value);
    const targets = command.redirects
      .filter(({ operator, target }) => target && /^(?:>|>>|>\||&>|&>>)$/.test(operator))
      .map(({ target }) => target!.value)
      .filter((target) => target !== '/dev/null');
    return {
      run: this.step.run,
      script: undefined,
      command: undefined,
      words: values,
      program: baseName(values[0] ?? written[at] ?? ''),
      args: values.slice(1).map((word, i) => word ?? written[at + 1 + i]!),
      directory,
      certain: this.step.certain,
      writes: targets.map((target) => pathFrom(directory, target)),
      piped: false,
      environment: { ...this.exported, ...assigned(command) },
    };
  }
}

const assigned = (command: Command): Record<string, string> =>
  Object.fromEntries(
    command.assignments.map(({ name, text }) => [
      name,
      text.slice(name.length + 1).replace(/^["']|["']$/g, ''),
    ]),
  );

/** Options of make with a value of their own. */
const WITH_VALUE = new Set(['-C', '--directory', '-f', '--file', '--makefile', '-I', '-o', '-W']);

function argumentsOf({ args, directory }: Step): {
  goals: string[];
  given: Map<string, string>;
  directory: string | undefined;
  file: string | undefined;
} {
  const goals: string[] = [];
  const given = new Map<string, string>();
  let at = directory;
  let file: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    const assignment = /^([\w.]+)\s*[:+?]?=(.*)$/s.exec(arg);
    const long = /^--(directory|file|makefile)=(.*)$/.exec(arg) ?? /^-([Cf])(.+)$/.exec(arg);
    if (long) {
      if (/^[Cd]/.test(long[1]!)) at = pathFrom(at, long[2]);
      else file = long[2];
    } else if (WITH_VALUE.has(arg)) {
      const value = args[++i];
      if (/^(?:-C|--directory)$/.test(arg)) at = pathFrom(at, value);
      else if (/^(?:-f|--file|--makefile)$/.test(arg)) file = value;
    } else if (assignment && !arg.startsWith('-')) given.set(assignment[1]!, assignment[2]!);
    else if (arg.startsWith('-')) {
      // `-j 4`: the number is no goal.
      if (/^(?:-j|--jobs|-l)$/.test(arg) && /^[\d$`]/.test(args[i + 1] ?? '')) i++;
    } else goals.push(arg);
  }
  return { goals, given, directory: at, file };
}

/** The steps with the commands of make in its place. */
export function withMake(
  subject: Subject,
  files: readonly ContextFile[] | undefined,
): {
  readonly steps: readonly Step[];
  readonly runs: readonly MakeRun[];
} {
  const runs = subject.steps.filter(isMake).map((step) => readMake(subject, files, step));
  const steps = subject.steps.flatMap((step) => {
    const run = runs.find((one) => one.step === step);
    return run ? [step, ...run.commands] : [step];
  });
  return { steps, runs };
}

/**
 * Do the commands of a call of make only write below its directory, besides those that `isKnown`
 * says are accounted for? `accounted` holds those that move what is followed.
 */
export function staysInTree(
  { commands, directory, trouble }: MakeRun,
  accounted: ReadonlySet<Step>,
  isKnown: (step: Step) => boolean,
): boolean {
  if (trouble !== undefined) return false;
  return commands.every(
    (step) =>
      accounted.has(step) ||
      isKnown(step) ||
      // Whatever it is called, it is empty.
      step.program === 'mkdir' ||
      effectsOf(step).every((effect) => {
        if (effect.kind === 'makes' || effect.kind === 'directories') {
          return effect.paths.every((path) => isInside(path, directory));
        }
        return effect.kind === 'none' || effect.kind === 'mode' || effect.kind === 'removes';
      }),
  );
}

/** Sets a variable in front of calls of make: `NAME=value make …`. */
export function withVariable(steps: readonly Step[], assignment: string): RunRewrite | undefined {
  const [first] = steps;
  const commands = steps.flatMap(({ command }) => command ?? []);
  if (!first?.script || commands.length === 0) return undefined;
  const { source } = first.run.run;
  return {
    run: first.run,
    edits: commands.map(({ start }) => {
      const at = source.toDoc(start);
      return { start: at, end: at, text: `${assignment} ` };
    }),
    tokens: tokensOf(first.script.body, (command) =>
      commands.includes(command) ? `${assignment} ${commandText(command)}` : commandText(command),
    ),
  };
}
