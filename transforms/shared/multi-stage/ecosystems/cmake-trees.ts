import { valueOf } from '../../../../src/kit.ts';
import type { ContextFile } from '../brought.ts';
import { pathFrom } from '../steps.ts';
import type { Step, Subject } from '../types.ts';
import { CMakeProject } from './cmake.ts';

/** A build tree of CMake. */
export interface CMakeTree {
  readonly source: string;
  readonly build: string;
  /** Where it installs to. */
  readonly prefix: string;
  readonly project: CMakeProject;
}

/** The build trees that the steps of a file configure. */
export class CMakeTrees {
  readonly all: CMakeTree[] = [];
  private readonly subject: Subject;
  private readonly files: readonly ContextFile[] | undefined;

  constructor(subject: Subject, files: readonly ContextFile[] | undefined) {
    this.subject = subject;
    this.files = files;
  }

  at(build: string | undefined): CMakeTree | undefined {
    return this.all.find((tree) => tree.build === build);
  }

  /** `cmake -S source -B build`, `cmake ..`; undefined where the options do not say so. */
  configure(
    { args, directory }: Step,
    source: string | undefined,
    build: string | undefined,
  ): void {
    const positional = args.find(
      (arg, i) => !arg.startsWith('-') && !/^-[SBGDCTA]$/.test(args[i - 1] ?? ''),
    );
    const from = source ?? pathFrom(directory, positional ?? '.');
    const into = build ?? directory;
    if (from === undefined || into === undefined) return;
    const defined = definitions(args);
    const project = new CMakeProject({
      defined,
      text: (at) => this.text(`${from}/${at === '' ? '' : `${at}/`}CMakeLists.txt`),
    });
    const prefix = defined.get('CMAKE_INSTALL_PREFIX') ?? '/usr/local';
    this.all.push({ source: from, build: into, prefix, project });
  }

  private text(path: string): string | undefined {
    const plain = pathFrom('/', path);
    const file = this.files?.find((one) => one.path === plain);
    return file && valueOf(this.subject.context.readText(file.source));
  }
}

/** `-D NAME=value`, `-DNAME:TYPE=value` */
const definitions = (args: readonly string[]): Map<string, string> =>
  new Map(
    args.flatMap((arg, i) => {
      const text = arg === '-D' ? (args[i + 1] ?? '') : /^-D(.+)$/s.exec(arg)?.[1];
      const match = /^([\w.-]+)(?::\w+)?=(.*)$/s.exec(text ?? '');
      return match ? [[match[1]!, match[2]!] as const] : [];
    }),
  );

/** Where an output lies: `@` stands for the build tree, `%` for the source tree. */
export function placed(output: string, { source, build }: CMakeTree): string {
  if (output.startsWith('/')) return output;
  return pathFrom(output.startsWith('%') ? source : build, output.replace(/^[@%]?\/?/, '') || '.')!;
}
