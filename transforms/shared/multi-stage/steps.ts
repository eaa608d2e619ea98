import {
  valueOf,
  type Command,
  type Instruction,
  type Node,
  type Script,
  type Sequence,
  type Stage,
  type Word,
} from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { baseName, programIndex } from '../prefix.ts';
import type { Step } from './types.ts';

/** Every simple command of the RUNs of a stage, in order; `undefined` where one is not understood. */
export function stepsOf(stage: Stage): { steps: readonly Step[]; opaque: Instruction | undefined } {
  const steps: Step[] = [];
  for (const run of stage.instructions) {
    if (run.keyword !== 'RUN') continue;
    const own = stepsIn(run);
    if (!own) return { steps, opaque: run };
    steps.push(...own);
  }
  return { steps, opaque: undefined };
}

/** Every simple command of one RUN; `undefined` where it is not understood. */
export function stepsIn(run: Instruction): readonly Step[] | undefined {
  const script = valueOf(run.run.script);
  if (script) return new Walk(run, script).steps();
  return run.json && [execStep(run, run.json)];
}

function execStep(run: Instruction, words: readonly string[]): Step {
  const at = programIndex(words);
  return {
    run,
    script: undefined,
    command: undefined,
    words: words.slice(at),
    program: baseName(words[at] ?? ''),
    args: words.slice(at + 1),
    directory: directoryOf(run),
    certain: true,
    writes: [],
    piped: false,
  };
}

function directoryOf(run: Instruction): string | undefined {
  const directory = run.state && valueOf(run.state.workdir);
  return directory?.startsWith('/') ? normal(directory) : directory;
}

/** An absolute path without `.` and `..`; `undefined` where the directory is not known. */
export function pathFrom(
  directory: string | undefined,
  path: string | undefined,
): string | undefined {
  if (path === undefined || /[*?[\]$`~]/.test(path)) return undefined;
  if (path.startsWith('/')) return normal(path);
  return directory === undefined ? undefined : normal(`${directory}/${path}`);
}

/** Walks one script and follows its `cd`. */
class Walk {
  private readonly run: Instruction;
  private readonly script: Script;
  private readonly assigned = new Set<string>();
  private readonly found: Step[] = [];

  constructor(run: Instruction, script: Script) {
    this.run = run;
    this.script = script;
  }

  steps(): Step[] {
    this.sequence(this.script.body, directoryOf(this.run), true);
    return this.found;
  }

  /** The directory in which what stands behind it runs. */
  private sequence(body: Sequence, from: string | undefined, certain: boolean): string | undefined {
    let directory = from;
    for (const { node } of body.statements) directory = this.node(node, directory, certain, false);
    return directory;
  }

  private node(
    node: Node,
    directory: string | undefined,
    certain: boolean,
    piped: boolean,
  ): string | undefined {
    switch (node.kind) {
      case 'command':
        return this.command(node, directory, certain, piped);
      case 'and-or': {
        let at = directory;
        node.items.forEach((item, i) => {
          const optional = i > 0 && node.operators[i - 1] === '||';
          const next = this.node(item, at, certain && !optional, false);
          at = optional && next !== at ? undefined : next;
        });
        return at;
      }
      case 'pipeline':
        node.items.forEach((item, i) =>
          this.node(item, directory, certain && !node.negated, i < node.items.length - 1),
        );
        return directory;
      case 'braces':
        return this.sequence(node.body, directory, certain);
      case 'subshell':
        this.sequence(node.body, directory, certain);
        return directory;
      case 'compound': {
        if (node.variable !== undefined) this.assigned.add(node.variable);
        const ends = node.bodies.map((body) => this.sequence(body, directory, false));
        return ends.every((end) => end === directory) ? directory : undefined;
      }
      default:
        this.sequence(node.body, undefined, false);
        return directory;
    }
  }

  private command(
    command: Command,
    directory: string | undefined,
    certain: boolean,
    piped: boolean,
  ): string | undefined {
    const written = command.words.map((word) => word.value ?? word.text);
    const at = programIndex(written);
    const words = command.words.slice(at).map((word) => this.value(word));
    const step: Step = {
      run: this.run,
      script: this.script,
      command,
      words,
      program: baseName(words[0] ?? written[at] ?? ''),
      args: words.slice(1).map((word, i) => word ?? written[at + 1 + i]!),
      directory,
      certain,
      writes: command.redirects
        .filter(({ operator, target }) => target && /^(?:>|>>|>\||&>|&>>)$/.test(operator))
        .filter(({ target }) => target!.value !== '/dev/null')
        .map(({ target }) => pathFrom(directory, this.value(target!))),
      piped,
    };
    this.found.push(step);
    // What `$( … )` runs is a step too: it may make files.
    for (const word of [...command.words, ...command.assignments]) {
      for (const script of word.scripts) this.sequence(script, directory, certain);
    }
    for (const { name } of command.assignments) this.assigned.add(name);
    if (step.program === 'export') {
      for (const arg of step.args) this.assigned.add(arg.replace(/=.*$/s, ''));
    }
    if (step.program !== 'cd' && step.program !== 'pushd') return directory;
    return step.args.length === 0 ? '/root' : pathFrom(directory, words.at(-1));
  }

  /** The value of a word, with the variables that ENV fixes. */
  private value(word: Word): string | undefined {
    if (word.value !== undefined) return word.value;
    if (word.scripts.length > 0 || /[*?[\]{}`]/.test(word.text.replace(/\$\{\w+\}/g, ''))) {
      return undefined;
    }
    let missing = false;
    const text = word.text
      .replace(/^"(.*)"$/s, '$1')
      .replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced?: string, plain?: string) => {
        const value = this.variable((braced ?? plain)!);
        missing ||= value === undefined;
        return value ?? '';
      });
    return missing || /["'\\$~]/.test(text) ? undefined : text;
  }

  private variable(name: string): string | undefined {
    if (this.assigned.has(name)) return undefined;
    const scope = this.run.stage!.scope;
    const variable = scope.at(this.run.index, name);
    // A build argument may be given another value.
    if (variable && variable.kind === 'arg') return undefined;
    const value = valueOf(scope.value(this.run.index, name));
    return value === undefined || value === '' || /\s/.test(value) ? undefined : value;
  }
}
