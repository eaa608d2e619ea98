import { valueOf } from '../../../../src/kit.ts';
import { filesOf } from '../sources.ts';
import type { BuildLine, Subject } from '../types.ts';
import { variableOf, type CargoBuild } from './cargo-project.ts';

const VARIABLE = 'CARGO_PROFILE_RELEASE_STRIP';

/**
 * The debugging information of the standard library is most of a small program. Cargo leaves it out
 * of release builds since 1.77, and can since 1.59; the names in backtraces stay.
 * https://doc.rust-lang.org/cargo/CHANGELOG.html#cargo-177-2024-03-21 and
 * https://doc.rust-lang.org/cargo/reference/profiles.html#strip, read 2026-11-25.
 */
export function stripped(subject: Subject, build: CargoBuild | undefined): BuildLine[] {
  const { ref, context } = subject;
  const minor = ref.repository === 'rust' ? /^1\.(\d+)/.exec(ref.tag ?? '')?.[1] : undefined;
  if (!build || minor === undefined || Number(minor) < 59 || Number(minor) > 76) return [];
  const { args, step } = build;
  const isRelease = args.command === 'install' || args.options.has('--release');
  if (!isRelease || (variableOf(step, VARIABLE) ?? '') !== '') return [];
  const manifests = (valueOf(filesOf(subject)) ?? []).filter(({ source }) =>
    /(?:^|\/)Cargo\.toml$/.test(source),
  );
  // Somebody has decided otherwise.
  const isSet = manifests.some(({ source }) =>
    /^\s*(?:strip|debug)\s*=/m.test(valueOf(context.readText(source)) ?? ''),
  );
  return isSet ? [] : [{ before: step.run, text: `ENV ${VARIABLE}=debuginfo` }];
}
