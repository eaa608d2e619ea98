import {
  noContext,
  valueOf,
  type BaseImage,
  type Context,
  type ImageRef,
  type Stage,
} from '../../../src/kit.ts';
import { baseName } from '../prefix.ts';
import { packageRole } from '../runtime-packages.ts';
import { broughtBy, type Brought } from '../multi-stage/brought.ts';
import { effectsOf } from '../multi-stage/effects.ts';
import { purgedAgain } from '../multi-stage/purged.ts';
import { stepsOf } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';

/** A stage with those that it is built on, as far as it tells which programs are there. */
export interface Held {
  readonly stage: Stage;
  readonly ref: ImageRef | undefined;
  /** Undefined for scratch. */
  readonly base: BaseImage | undefined;
  readonly steps: readonly Step[];
  readonly brought: readonly Brought[];
  /** A RUN that is not understood, or that may install anything. */
  readonly opaque: boolean;
}

/** Undefined where nothing is known of the image at the bottom. */
export function heldBy(stage: Stage, context: Context = noContext): Held | undefined {
  const { base: root } = stage.lineage[0]!;
  if (root.kind === 'stage') return undefined;
  const base = root.kind === 'image' ? valueOf(root.facts) : undefined;
  const ref = root.kind === 'image' ? valueOf(root.ref) : undefined;
  if (root.kind === 'image' && (!base || !ref || base.os !== 'linux')) return undefined;
  const read = stage.lineage.map((one) => stepsOf(one));
  const steps = read.flatMap((one) => one.steps);
  return {
    stage,
    ref,
    base,
    steps,
    brought: stage.lineage.flatMap((one) => broughtBy(one, context)),
    opaque: read.some((one) => one.opaque !== undefined) || steps.some(mayInstall),
  };
}

/** Scripts and tools that may install what they like. */
const mayInstall = ({ program, words }: Step): boolean =>
  (words[0] ?? '/').includes('/') ||
  /^(?:sh|bash|dash|ash|make|dpkg|rpm|gdebi|ansible|ansible-playbook|nix-env|brew|conda|mamba|micromamba|snap|busybox)$/.test(
    program,
  );

/** What a check may call, and what each kind of base image lacks of it. */
const PROBES = new Set('curl wget nc netcat ncat bash ps pgrep'.split(' '));

const NETCAT = 'nc netcat ncat';

/**
 * Debian and Ubuntu: their lists of essential packages. Alpine: busybox has wget and nc. The slim
 * images purge again what they fetch with. Read 2026-11-26 in the Dockerfiles of
 * https://github.com/docker-library (python, ruby, golang, openjdk),
 * https://github.com/nodejs/docker-node and https://github.com/dotnet/dotnet-docker.
 */
const LACKS: readonly (readonly [repository: RegExp, tag: RegExp, on: RegExp, lacks: string])[] = [
  [/^(?:alpine|node|python|ruby|golang)$/, /^/, /^alpine$/, 'curl bash'],
  [
    /^mcr\.microsoft\.com\/dotnet\/(?:core\/)?(?:aspnet|runtime|runtime-deps)$/,
    /^/,
    /^alpine$/,
    'curl bash',
  ],
  [/^busybox$/, /^/, /^/, 'curl bash'],
  [/^(?:debian|ubuntu)$/, /^/, /^/, `curl wget ${NETCAT}`],
  [/^(?:python|node)$/, /slim/, /^debian$/, `curl wget ${NETCAT} ps pgrep`],
  [/^(?:ruby|openjdk)$/, /slim/, /^debian$/, `curl wget ${NETCAT}`],
  [/^(?:python|node|ruby)$/, /^/, /^debian$/, NETCAT],
  [
    /^mcr\.microsoft\.com\/dotnet\/(?:core\/)?(?:aspnet|runtime|runtime-deps)$/,
    /^/,
    /^(?:debian|ubuntu)$/,
    `curl wget ${NETCAT}`,
  ],
];

/** Is the shell missing that a command in shell form needs? */
export const lacksShell = ({ base, brought }: Held): boolean =>
  (base === undefined || base.shell === 'none') && !brought.some(mayHold('sh'));

/** Does the base image lack the program, and does no step bring it? False where that is not known. */
export function lacks(held: Held, program: string): boolean {
  const name = baseName(program);
  if (held.opaque || !PROBES.has(name) || !ofBase(held, name)) return false;
  if (held.steps.some((step) => step.program === name)) return isGone(held, name);
  return !isInstalled(held, name) && !held.brought.some(mayHold(name));
}

function ofBase({ base, ref }: Held, name: string): boolean {
  if (!base) return true;
  if (base.shell === 'none') return true;
  const row = LACKS.find(
    ([repository, tag, on]) =>
      repository.test(base.repository) &&
      tag.test(ref?.tag ?? '') &&
      on.test(base.distribution ?? ''),
  );
  return row !== undefined && row[3].split(' ').includes(name);
}

/** A file of its name, or something unknown in a directory for programs. */
const mayHold =
  (name: string) =>
  ({ path, source, origin }: Brought): boolean =>
    path === undefined ||
    path.endsWith(`/${name}`) ||
    ((origin !== undefined || source === undefined) &&
      /^\/(?:usr\/?)?(?:local\/?)?(?:s?bin)?\/?$/.test(path) &&
      (origin === undefined || baseName(origin) === name || !/\w\/[^/]+$/.test(origin)));

function isInstalled(held: Held, name: string): boolean {
  const gone = purgedAgain(held);
  return packagesIn(held).some(
    (given) => given === undefined || (!gone.has(given) && brings(given, name)),
  );
}

/** Was it installed for a while, and taken away again? */
function isGone(held: Held, name: string): boolean {
  const gone = purgedAgain(held);
  const bringing = packagesIn(held).filter((given) => given === undefined || brings(given, name));
  return bringing.length > 0 && bringing.every((given) => given !== undefined && gone.has(given));
}

const packagesIn = ({ steps }: Held): (string | undefined)[] =>
  steps.flatMap((step) =>
    effectsOf(step).flatMap((effect) =>
      effect.kind !== 'packages' ? [] : effect.names ? [...effect.names] : [undefined],
    ),
  );

function brings(given: string, name: string): boolean {
  const plain = given.replace(/[=:<>~@/].*$/, '');
  if (
    plain === name ||
    (/^(?:netcat|ncat|nmap|busybox)/.test(plain) && /^(?:nc|netcat|ncat)$/.test(name))
  )
    return true;
  if (plain.startsWith('$')) return true;
  if (plain === 'procps') return name === 'ps' || name === 'pgrep';
  const role = packageRole('apt', plain, undefined);
  return role.role === 'tool' && role.programs.includes(name);
}

/** Is the program installed by its own package, and not taken away again? */
export const has = (held: Held, name: string): boolean => {
  const gone = purgedAgain(held);
  return packagesIn(held).some((given) => given === name && !gone.has(given));
};
