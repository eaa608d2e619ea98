import { valueOf, type Stage } from '../../../../src/kit.ts';
import type { Step } from '../types.ts';

export const isGoBuild = ({ program, args }: Step): boolean =>
  program === 'go' && /^(?:build|install|get)$/.test(args[0] ?? '');

/** Options of the go command with a value of their own. https://pkg.go.dev/cmd/go, read 2026-11-25. */
const WITH_VALUE = new Set(
  '-o -C -p -asmflags -buildmode -buildvcs -compiler -gccgoflags -gcflags -installsuffix -ldflags -mod -modfile -overlay -pgo -pkgdir -tags -toolexec'.split(
    ' ',
  ),
);

/** The options of a go command, and the packages that it names. */
export function readArgs({ args }: Step): { options: Map<string, string>; packages: string[] } {
  const options = new Map<string, string>();
  const packages: string[] = [];
  for (let i = 1; i < args.length; i++) {
    const arg = args[i]!;
    const name = arg.replace(/^--/, '-');
    const equals = name.indexOf('=');
    if (!arg.startsWith('-')) packages.push(arg);
    else if (equals > 0) options.set(name.slice(0, equals), name.slice(equals + 1));
    else if (WITH_VALUE.has(name)) options.set(name, args[++i] ?? '');
    else options.set(name, '');
  }
  return { options, packages };
}

/** What the go command takes a variable for. */
export function variableOf(step: Step, name: string): string | undefined {
  const own = step.command?.assignments.find((assignment) => assignment.name === name);
  if (own) return own.text.slice(name.length + 1).replace(/^["']|["']$/g, '');
  return step.environment?.[name] ?? valueOf(step.run.variable(name));
}

/**
 * Is it a Go before 1.MINOR? -trimpath came with 1.13, and before 1.10 the packages of the standard
 * library were not built again for another CGO_ENABLED. A Go that is no official image is of an
 * unknown age. https://go.dev/doc/go1.13#go-command, https://go.dev/doc/go1.10#build, read 2026-11-25.
 */
export function isBefore({ base }: Stage, minor: number): boolean {
  const ref = base.kind === 'image' ? valueOf(base.ref) : undefined;
  if (ref?.repository !== 'golang') return true;
  const version = /^(\d+)\.(\d+)/.exec(ref.tag ?? '');
  return version !== null && Number(version[1]) === 1 && Number(version[2]) < minor;
}

/** The last element of an import path, a major version left out. */
export function lastName(path: string): string {
  const names = path.split('/');
  const last = names.at(-1)!;
  return /^v[2-9]\d*$/.test(last) && names.length > 1 ? names.at(-2)! : last;
}
