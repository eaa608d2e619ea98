import { valueOf } from '../../../../src/kit.ts';
import { normal } from '../../copied.ts';
import { baseName } from '../../prefix.ts';
import type { ContextFile } from '../brought.ts';
import { pathFrom } from '../steps.ts';
import type { Step, Subject } from '../types.ts';
import { lastName, readArgs, variableOf } from './go-commands.ts';

/** Where the builds of a file put their programs. */
export class GoOutputs {
  private readonly subject: Subject;
  /** Undefined: not known. */
  private readonly files: readonly ContextFile[] | undefined;

  constructor(subject: Subject, files: readonly ContextFile[] | undefined) {
    this.subject = subject;
    this.files = files;
  }

  /** The programs of these steps. */
  of(builds: readonly Step[]): { path: string; step: Step }[] {
    return builds.flatMap((step) => this.ofStep(step).map((path) => ({ path, step })));
  }

  private ofStep(step: Step): string[] {
    const { options, packages } = readArgs(step);
    // Downloads and no more.
    if (options.has('-d')) return [];
    const from = options.get('-C') ? pathFrom(step.directory, options.get('-C')) : step.directory;
    const names = packages.length === 0 ? ['.'] : packages;
    const into = (directory: string): string[] =>
      names.flatMap((name) => {
        const program = this.nameOf(name, from);
        return program === undefined ? [] : `${directory === '/' ? '' : directory}/${program}`;
      });
    if (step.args[0] !== 'build') return into(installDirectory(step));
    const output = options.get('-o');
    if (output === undefined) {
      // Several packages are only checked.
      if (packages.length > 1 && !packages.every((name) => name.endsWith('.go'))) return [];
      const path = pathFrom(from, this.nameOf(names[0]!, from));
      return path === undefined ? [] : [path];
    }
    const path = pathFrom(from, output.replace(/\/\.?$/, ''));
    if (path === undefined) return [];
    const isDirectory = /\/\.?$/.test(output) || output === '.' || this.isKnownDirectory(path);
    return isDirectory ? into(path) : [path];
  }

  private isKnownDirectory(path: string): boolean {
    if (/^\/(?:go\/bin|usr\/(?:local\/)?s?bin|bin)$/.test(path)) return true;
    return this.files?.some((file) => file.path.startsWith(`${path}/`)) === true;
  }

  /** The name of the program of a package: https://pkg.go.dev/cmd/go#hdr-Compile_packages_and_dependencies */
  private nameOf(name: string, directory: string | undefined): string | undefined {
    const plain = name.replace(/@.*$/, '').replace(/\/$/, '');
    if (plain.includes('...')) return undefined;
    if (plain.endsWith('.go')) return baseName(plain).replace(/\.go$/, '');
    if (!/^\.{1,2}(?:\/|$)/.test(plain)) return lastName(plain);
    const at = pathFrom(directory, plain);
    if (at === undefined) return undefined;
    const module = this.moduleAt(at);
    if (module !== undefined) return lastName(module);
    return at === '/' ? undefined : baseName(at);
  }

  /** The path of the module whose root is a directory of the image. */
  private moduleAt(directory: string): string | undefined {
    const init = this.subject.steps.find(
      (step) =>
        step.program === 'go' &&
        step.args[0] === 'mod' &&
        step.args[1] === 'init' &&
        step.directory === directory,
    );
    if (init?.args[2] !== undefined) return init.args[2];
    const file = this.files?.find(({ path }) => path === normal(`${directory}/go.mod`));
    const text = file && valueOf(this.subject.context.readText(file.source));
    return text === undefined ? undefined : /^module\s+"?([^\s"]+)/m.exec(text)?.[1];
  }
}

function installDirectory(step: Step): string {
  const bin = variableOf(step, 'GOBIN');
  if (bin !== undefined && bin !== '') return bin;
  const path = variableOf(step, 'GOPATH') ?? '/go';
  return `${path.split(':')[0]}/bin`;
}
