import { pathFrom } from '../steps.ts';
import type { Step } from '../types.ts';

/** A program or a shared library that a compiler links. */
export interface Linked {
  readonly path: string;
  readonly step: Step;
  readonly isCpp: boolean;
  readonly isStatic: boolean;
  readonly isShared: boolean;
  /** The names behind `-l`; `undefined` in it: words that cannot be told. */
  readonly libraries: readonly (string | undefined)[];
  readonly flags: readonly string[];
}

const COMPILER = /^(?:[\w.]+-(?:[\w.]+-)*)?(?:cc|gcc|g\+\+|c\+\+|clang|clang\+\+)(?:-\d[\d.]*)?$/;

export const isCompiler = ({ program }: Step): boolean => COMPILER.test(program);

/** What a call of gcc, clang or one of their names links; undefined where it only compiles. */
export function linkedBy(step: Step): Linked | undefined {
  if (!isCompiler(step)) return undefined;
  const { args, words, program } = step;
  if (args.some((arg) => /^-(?:c|E|S|M|MM|fsyntax-only)$/.test(arg))) return undefined;
  if (!args.some((arg) => !arg.startsWith('-'))) return undefined;
  const at = args.findIndex((arg) => arg.startsWith('-o'));
  const output = at < 0 ? 'a.out' : args[at] === '-o' ? words[at + 2] : args[at]!.slice(2);
  const path = pathFrom(step.directory, output);
  if (path === undefined) return undefined;
  const libraries = args.flatMap((arg, i) => {
    if (words[i + 1] === undefined) return /^-[IDLWfmO]/.test(arg) ? [] : [undefined];
    if (arg === '-l') return [args[i + 1]];
    if (/\.so(?:\.\d+)*$/.test(arg)) return [arg.replace(/^.*\/lib|^lib|\.so.*$/g, '')];
    return arg.startsWith('-l') ? [arg.slice(2)] : [];
  });
  return {
    path,
    step,
    isCpp: program.includes('++') || args.some((arg) => /\.(?:cc|cpp|cxx|C)$/.test(arg)),
    isStatic: args.includes('-static') || args.includes('--static') || args.includes('-static-pie'),
    isShared: args.includes('-shared'),
    libraries,
    flags: args,
  };
}
