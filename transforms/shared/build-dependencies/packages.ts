import { valueOf, type BaseImage, type Word } from '../../../src/kit.ts';
import { effectsOf } from '../multi-stage/effects.ts';
import { stepsIn } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';
import { packageRole } from '../runtime-packages.ts';
import type { Visit } from '../visit.ts';

/** The packages that one command installs, sorted. */
export interface Sorted {
  readonly step: Step;
  /** Words of packages that only a build needs. */
  readonly build: readonly Word[];
  /** Words of the others. */
  readonly kept: readonly Word[];
  /** Libraries that come with build packages, and are linked to. */
  readonly libraries: readonly string[];
  /** A package whose run-time libraries are not known. */
  readonly unknown: string | undefined;
}

/** With C++, Rust and Fortran compilers come libraries that their programs are linked to. */
const OF_COMPILERS: Readonly<Record<'apk' | 'apt', readonly (readonly [RegExp, string])[]>> = {
  // https://pkgs.alpinelinux.org/package/v3.20/main/x86_64/g++, read 2026-11-25.
  apk: [
    [/^(?:g\+\+|build-base|alpine-sdk|clang\d*|cmake)$/, 'libstdc++'],
    [/^(?:gcc|rust|cargo)$/, 'libgcc'],
  ],
  // libstdc++6 and libgcc-s1 are in every image that has apt.
  apt: [],
};

export const nameOf = (word: Word): string => (word.value ?? word.text).replace(/[=<>~@].*$/, '');

/** Sorts what a command installs; `undefined` where it installs nothing that only a build needs. */
export function sorted(visit: Visit, step: Step, facts: BaseImage): Sorted | undefined {
  const manager = step.program === 'apk' ? 'apk' : 'apt';
  const named = new Set(
    effectsOf(step).flatMap((effect) => (effect.kind === 'packages' ? (effect.names ?? []) : [])),
  );
  const words = step.command!.words.filter((word) => named.has(word.value ?? ''));
  if (words.length === 0) return undefined;
  const before = installedBefore(visit);
  const build: Word[] = [];
  const libraries = new Set<string>();
  let unknown: string | undefined;
  for (const word of words) {
    const name = nameOf(word);
    const role = packageRole(manager, name, facts.release);
    const isBuild =
      role.role === 'build' || role.role === 'library' || isForGyp(visit, name, facts);
    if (!isBuild || before.has(name)) {
      if (role.role === 'unknown' && name.endsWith('-dev')) unknown ??= name;
      continue;
    }
    build.push(word);
    if (role.role !== 'library') continue;
    if (role.runtime.length > 0 && facts.release === undefined) unknown ??= name;
    for (const library of role.runtime) libraries.add(library);
  }
  if (build.length === 0) return undefined;
  for (const [pattern, library] of OF_COMPILERS[manager]) {
    if (build.some((word) => pattern.test(nameOf(word)))) libraries.add(library);
  }
  const kept = words.filter((word) => !build.includes(word));
  const names = new Set(kept.map(nameOf));
  return {
    step,
    build,
    kept,
    libraries: [...libraries].filter((name) => !names.has(name) && !before.has(name)),
    unknown,
  };
}

/** node-gyp is written in Python: in an image of Node that is what Python is for. */
const isForGyp = ({ script }: Visit, name: string, { repository }: BaseImage): boolean =>
  repository === 'node' && /^python[23]?$/.test(name) && /\b(?:npm|yarn|pnpm)\b/.test(script.text);

/** What earlier RUNs have installed must stay. */
function installedBefore({ run }: Visit): ReadonlySet<string> {
  const names = new Set<string>();
  for (const stage of run.stage!.lineage) {
    for (const other of stage.instructions) {
      if (other.keyword !== 'RUN' || other.index >= run.index) continue;
      for (const step of stepsIn(other) ?? []) {
        for (const effect of effectsOf(step)) {
          if (effect.kind === 'packages') for (const name of effect.names ?? []) names.add(name);
        }
      }
    }
  }
  return names;
}

/**
 * Images that hold nothing of what is purged: those of Alpine and of Debian themselves, and slim
 * ones. Others bring compilers of their own, and what depends on them.
 */
export function isBare({ run }: Visit, facts: BaseImage): boolean {
  if (facts.packageManager === 'apk') return true;
  if (facts.packageManager !== 'apt') return false;
  if (facts.repository === 'debian' || facts.repository === 'ubuntu') return true;
  const { base } = run.stage!.lineage[0]!;
  const tag = base.kind === 'image' ? valueOf(base.ref)?.tag : undefined;
  return /^(?:python|node)$/.test(facts.repository) && /(?:^|-)slim/.test(tag ?? '');
}
