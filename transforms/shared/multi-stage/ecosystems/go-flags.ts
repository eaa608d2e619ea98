import { commandText, tokensOf } from '../../../../src/kit.ts';
import { baseName } from '../../prefix.ts';
import type { BuildLine, RunRewrite, Step } from '../types.ts';
import { isBefore, isGoBuild, variableOf } from './go-commands.ts';
import { withVariable, type MakeRun } from './make-steps.ts';

/**
 * CGO_ENABLED=0, and a binary without symbol tables and, if `trims`, without paths of the build
 * machine.
 */
export function rewritesOf(
  builds: readonly Step[],
  makes: readonly MakeRun[],
  { isStatic, trims }: { isStatic: boolean; trims: boolean },
): { rewrites: RunRewrite[]; buildLines: BuildLine[] } {
  const rewrites: RunRewrite[] = [];
  const buildLines: BuildLine[] = [];
  const own = builds.filter(({ args }) => args[0] !== 'get');
  for (const run of new Set(own.map((step) => step.run))) {
    const steps = own.filter((step) => step.run === run);
    const withCgo = (step: Step): boolean => isStatic && variableOf(step, 'CGO_ENABLED') !== '0';
    const isPlain = steps.every(({ command }) => baseName(command?.words[0]?.value ?? '') === 'go');
    if (steps[0]!.script && isPlain) {
      rewrites.push(...inPlace(steps, trims, withCgo));
      continue;
    }
    if (!steps.some(withCgo)) continue;
    const made = makes
      .filter(({ step, commands }) => step.run === run && commands.some(isGoBuild))
      .map(({ step }) => step);
    const prefixed = withVariable(made, 'CGO_ENABLED=0');
    if (prefixed) rewrites.push(prefixed);
    else buildLines.push({ before: run, text: 'ENV CGO_ENABLED=0' });
  }
  return { rewrites, buildLines };
}

/** The go commands of one RUN. */
function inPlace(
  steps: readonly Step[],
  trims: boolean,
  withCgo: (step: Step) => boolean,
): RunRewrite[] {
  const { run, script } = steps[0]!;
  const insertions = steps.flatMap((step) =>
    insertionsOf(step, missingFlags(step, trims), withCgo(step)),
  );
  if (insertions.length === 0) return [];
  const byCommand = new Map(steps.map((step) => [step.command!, step] as const));
  const tokens = tokensOf(script!.body, (command) => {
    const step = byCommand.get(command);
    return step ? rewritten(step, missingFlags(step, trims), withCgo(step)) : commandText(command);
  });
  const { source } = run.run;
  const edits = insertions.map(({ at, text, behind }) => {
    const start = behind ? source.toDocEnd(at) : source.toDoc(at);
    return { start, end: start, text };
  });
  return [{ run, tokens, edits }];
}

/** A change inside a command: `behind` what is at this offset of the script, else before it. */
interface Insertion {
  readonly at: number;
  readonly text: string;
  readonly behind: boolean;
}

/**
 * What a build lacks: no paths of the build machine, no symbol tables.
 * https://pkg.go.dev/cmd/link and https://pkg.go.dev/cmd/go, read 2026-11-25.
 */
function missingFlags({ args, run }: Step, trims: boolean): string[] {
  const has = (name: string): boolean =>
    args.some((arg) => new RegExp(`^--?${name}(?:=|$)`).test(arg));
  return [
    ...(!trims || has('trimpath') || isBefore(run.stage!, 13) ? [] : ['-trimpath']),
    ...(has('ldflags') ? [] : ['-ldflags="-s -w"']),
  ];
}

/** Where `-s -w` go in a quoted value of -ldflags that has neither: an offset in one of the words. */
function linkerFlags({ command }: Step): { word: number; offset: number } | undefined {
  const words = command!.words.map(({ text }) => text);
  const at = words.findIndex((text) => /^--?ldflags(?:=|$)/.test(text));
  if (at < 0) return undefined;
  const word = words[at]!.includes('=') ? at : at + 1;
  const value = words[word] ?? '';
  const quote = value.search(/["']/);
  // `PATTERN=VALUE` is for some packages: https://pkg.go.dev/cmd/go#hdr-Compile_packages_and_dependencies
  const start = quote < 0 ? '' : value.replace(/^--?ldflags=/, '').replace(/["']/g, '');
  if (/^[^\s=-][^\s=]*=/.test(start)) return undefined;
  if (quote < 0 || /(?:^|["'=\s])-[sw](?=["'\s]|$)/.test(value)) return undefined;
  return { word, offset: quote + 1 };
}

function insertionsOf(step: Step, flags: readonly string[], cgo: boolean): Insertion[] {
  const command = step.command!;
  const linker = linkerFlags(step);
  return [
    ...(cgo ? [{ at: command.start, text: 'CGO_ENABLED=0 ', behind: false }] : []),
    ...(flags.length > 0
      ? [{ at: command.words[1]!.end, text: ` ${flags.join(' ')}`, behind: true }]
      : []),
    ...(linker
      ? [{ at: command.words[linker.word]!.start + linker.offset, text: '-s -w ', behind: false }]
      : []),
  ];
}

function rewritten(step: Step, flags: readonly string[], cgo: boolean): string {
  const command = step.command!;
  const linker = linkerFlags(step);
  const texts = command.words.map(({ text }, i) =>
    linker?.word === i ? `${text.slice(0, linker.offset)}-s -w ${text.slice(linker.offset)}` : text,
  );
  const [program, verb, ...rest] = texts;
  const text = commandText(command, [program!, verb!, ...flags, ...rest]);
  return cgo ? `CGO_ENABLED=0 ${text}` : text;
}
