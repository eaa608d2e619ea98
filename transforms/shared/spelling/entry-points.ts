import { valueOf, type Context, type Instruction, type Stage } from '../../../src/kit.ts';
import { copiedFrom } from '../copied.ts';
import { baseName } from '../prefix.ts';

/**
 * Images of which no release sets an ENTRYPOINT. Read 2026-11-25 in
 * https://github.com/docker-library (python, golang, ruby, openjdk, buildpack-deps, httpd),
 * https://github.com/rust-lang/docker-rust, https://github.com/corretto/corretto-docker,
 * https://github.com/keeganwitt/docker-gradle and https://github.com/dotnet/dotnet-docker (only its
 * composite and chiseled images set one, which have no shell). The distributions are a root file
 * system and a CMD: https://docs.docker.com/build/building/base-images/
 */
const NONE = new Set(
  (
    'python golang ruby openjdk buildpack-deps httpd rust amazoncorretto gradle ' +
    'debian ubuntu alpine busybox centos fedora ' +
    'mcr.microsoft.com/dotnet/sdk mcr.microsoft.com/dotnet/aspnet mcr.microsoft.com/dotnet/runtime'
  ).split(' '),
);

/**
 * Images whose ENTRYPOINT ends in `exec "$@"` and does nothing else for the name of a program: it
 * puts `node` or `php` before an option. Read 2026-11-25:
 * https://github.com/nodejs/docker-node/blob/main/docker-entrypoint.sh,
 * https://github.com/docker-library/php/blob/master/docker-php-entrypoint,
 * https://github.com/adoptium/containers/blob/main/17/jdk/ubuntu/jammy/entrypoint.sh
 */
const RUNS_ARGUMENTS = new Set(['node', 'php', 'eclipse-temurin']);

/** Run the command behind them, whatever it is. */
const INITS = new Set(['tini', 'dumb-init', 'catatonit']);

/**
 * What becomes of a CMD:
 * - `run`: it is run, with nothing in front of it or by something that runs any command;
 * - `ignored`: the ENTRYPOINT is in shell form and takes no arguments;
 * - `base`: the base image may set an ENTRYPOINT;
 * - `other`: the ENTRYPOINT may take it for something else.
 */
export type Fate = 'run' | 'ignored' | 'base' | 'other';

/**
 * With an ENTRYPOINT in exec form a CMD in shell form becomes `/bin/sh -c …` as its arguments.
 * https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact, read
 * 2026-11-25
 */
export function fateOfCmd(stage: Stage, context: Context): Fate {
  for (const each of stage.lineage.toReversed()) {
    const entrypoint = each.instructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT');
    if (entrypoint) return fateWith(entrypoint, context);
  }
  const { base } = stage.lineage[0]!;
  if (base.kind === 'scratch') return 'run';
  const repository = base.kind === 'image' ? valueOf(base.facts)?.repository : undefined;
  if (repository === undefined) return 'base';
  return NONE.has(repository) || RUNS_ARGUMENTS.has(repository) ? 'run' : 'base';
}

function fateWith(entrypoint: Instruction, context: Context): Fate {
  const { json } = entrypoint;
  if (!json) return 'ignored';
  // `ENTRYPOINT []` takes away the one of the base image.
  if (json.length === 0) return 'run';
  let rest = json;
  if (INITS.has(baseName(rest[0]!))) {
    const next = rest.findIndex((word, at) => at > 0 && !word.startsWith('-'));
    if (next < 0) return 'run';
    rest = rest.slice(next);
  }
  return rest.length === 1 && runsArguments(entrypoint, rest[0]!, context) ? 'run' : 'other';
}

const FOLDERS = ['/usr/local/bin', '/usr/bin', '/bin'];

/** Is it a script of the build context that runs its arguments, and does not look at them? */
function runsArguments(entrypoint: Instruction, program: string, context: Context): boolean {
  const last = entrypoint.stage!.instructions.at(-1)!;
  const paths = program.includes('/') ? [program] : FOLDERS.map((folder) => `${folder}/${program}`);
  for (const path of paths) {
    const source = valueOf(copiedFrom(last, path, context));
    const text = source === undefined ? undefined : valueOf(context.readText(source));
    if (text === undefined) continue;
    const end = text.trimEnd().split(/\r?\n/).at(-1)!;
    if (!/^\s*exec\s+(?:[\w./:-]+\s+)*"\$@"$/.test(end)) return false;
    return !/\$(?:\{?[\d#*]|\{@)|\b(?:shift|getopts)\b|\bset\s+--/.test(text);
  }
  return false;
}
