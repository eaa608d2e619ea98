import {
  valueOf,
  workdirAfter,
  type Context,
  type Instruction,
  type Stage,
} from '../../../src/kit.ts';
import { isInside } from '../multi-stage/aftermath.ts';
import { broughtBy, type Brought } from '../multi-stage/brought.ts';
import { effectsOf } from '../multi-stage/effects.ts';
import { stepsIn } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';

/** `root`: it belongs to root and has mode 755, as one that the builder makes anew. */
export type Directory =
  | { readonly kind: 'root'; readonly exists: boolean }
  | { readonly kind: 'other'; readonly because: string }
  | { readonly kind: 'link' }
  | { readonly kind: 'unknown' };

/**
 * Directories of root with mode 755 in Debian, Ubuntu and Alpine, and what is otherwise there. Since
 * Debian 12 and Ubuntu 20.04 /bin, /sbin and /lib are links. Debian: base-files,
 * https://salsa.debian.org/debian/base-files; Alpine: alpine-baselayout; the Dockerfiles of
 * https://github.com/docker-library (golang, php, ruby). Read 2026-11-26.
 */
const PLAIN =
  /^\/(?:etc|home|opt|srv|var|var\/lib|usr|usr\/(?:bin|lib|sbin|share|src|local)|usr\/local\/(?:bin|etc|lib|sbin|share|src))$/;
const LINKS = /^\/(?:bin|sbin|lib|lib32|lib64|libx32|var\/run|var\/lock)(?:\/|$)/;
const SPECIAL =
  /^\/(?:tmp|var\/tmp|root|run|dev|proc|sys|var\/local|var\/mail|var\/log|home\/[^/]+|go|go\/(?:src|bin)|var\/www\/html|usr\/local\/bundle)$/;

/** Below these nothing is there before the file puts it there, in the images of the table. */
const EMPTY = /^\/(?:opt|srv|usr\/src|usr\/local\/src)\/[^/]+/;
const SYSTEM =
  /^\/(?:bin|boot|dev|etc|home|lib|lib32|lib64|libx32|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var|go)(?:\/|$)/;

/** What the directories of an image are when a COPY runs. */
export class Directories {
  private readonly before: readonly Instruction[];
  private readonly steps: readonly Step[];
  private readonly brought: readonly Brought[];
  private readonly isKnown: boolean;

  constructor(copy: Instruction, context: Context) {
    const { lineage } = copy.stage!;
    this.before = lineage
      .flatMap((one) => one.instructions)
      .filter(({ index }) => index < copy.index);
    this.steps = this.before.flatMap((one) => (one.keyword === 'RUN' ? (stepsIn(one) ?? []) : []));
    this.brought = lineage
      .flatMap((one) => broughtBy(one, context))
      .filter((one) => one.copy.index < copy.index);
    this.isKnown = isKnown(lineage[0]!);
  }

  at(path: string): Directory {
    if (LINKS.test(path)) return { kind: 'link' };
    const changed = this.changed(path);
    if (changed) return changed;
    if (SPECIAL.test(path)) return { kind: 'other', because: `${path} is not an ordinary one` };
    if (PLAIN.test(path)) return { kind: 'root', exists: true };
    const exists = this.isMade(path);
    const isNew = this.isKnown && (EMPTY.test(path) || !SYSTEM.test(path));
    return exists || isNew ? { kind: 'root', exists } : { kind: 'unknown' };
  }

  /** Made as a directory, by a WORKDIR, mkdir or a COPY into it. */
  isMade(path: string): boolean {
    return (
      PLAIN.test(path) ||
      this.before.some((one) => {
        const workdir = one.keyword === 'WORKDIR' ? valueOf(workdirAfter(one)) : undefined;
        return workdir !== undefined && isInside(workdir, path);
      }) ||
      this.steps.some((step) =>
        effectsOf(step).some(
          (effect) =>
            effect.kind === 'directories' && effect.paths.some((made) => isInside(made, path)),
        ),
      ) ||
      this.brought.some(
        (one) => one.path !== undefined && one.path !== path && isInside(one.path, path),
      ) ||
      this.brought.some((one) => one.path === path && one.kind === 'directory')
    );
  }

  private changed(path: string): Directory | undefined {
    for (const one of this.before) {
      if (one.keyword !== 'WORKDIR') continue;
      const workdir = valueOf(workdirAfter(one));
      const user = valueOf(one.state!.user);
      if (workdir === undefined) return { kind: 'unknown' };
      // BuildKit makes it for the user that is set: dispatchWorkdir in
      // https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go
      if (!isInside(workdir, path) || PLAIN.test(path) || isRoot(user)) continue;
      if (user === undefined) return { kind: 'unknown' };
      return { kind: 'other', because: `line ${one.given.line} makes ${path} for a user` };
    }
    for (const step of this.steps) {
      const found = ofStep(step, path);
      if (found) return found;
    }
    for (const { copy, path: to, origin } of this.brought) {
      if (to === undefined || !isInside(to, path)) continue;
      const flags = copy.flag('chown') ?? copy.flag('chmod');
      if (flags)
        return { kind: 'other', because: `line ${copy.given.line} copies with --${flags.name}` };
      // It has the owner that it had there.
      if (origin !== undefined && to === path) return { kind: 'unknown' };
    }
    return undefined;
  }
}

function ofStep(step: Step, path: string): Directory | undefined {
  const { line } = step.run;
  for (const effect of effectsOf(step)) {
    if (effect.kind === 'owner' || effect.kind === 'mode') {
      if (effect.paths.some((one) => isInside(path, one) || one === path)) {
        return { kind: 'other', because: `line ${line} changes ${path}` };
      }
    } else if (effect.kind === 'link') {
      if (isInside(path, effect.path)) return { kind: 'link' };
    } else if (effect.kind === 'directories' && effect.paths.some((made) => isInside(made, path))) {
      const plain =
        isRoot(valueOf(step.run.state!.user)) &&
        !step.args.some((arg) => /^(?:-\w*m|--mode|-o|-g)/.test(arg));
      if (!plain) return { kind: 'other', because: `line ${line} makes ${path} in its own way` };
    } else if (effect.kind === 'account' && step.args.includes(path)) {
      return { kind: 'other', because: `line ${line} makes ${path} the home of a user` };
    } else if (effect.kind === 'unknown' && step.args.includes(path)) {
      return { kind: 'unknown' };
    }
  }
  return undefined;
}

const isRoot = (user: string | undefined): boolean =>
  user !== undefined && /^(?:root|0)(?::|$)/.test(user);

/** What lies outside of the system's directories is not in images of the table. */
function isKnown({ base }: Stage): boolean {
  return base.kind === 'scratch' || (base.kind === 'image' && base.facts.known);
}
