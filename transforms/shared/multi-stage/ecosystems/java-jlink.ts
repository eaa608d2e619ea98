import { linkedJavaBases } from '../../../../src/kit.ts';
import type { Candidate, Subject } from '../types.ts';
import { jrePackage, type JavaBase } from './java-bases.ts';
import type { Launch } from './java-launch.ts';

/** Where the run time of the modules in use lies. */
const HOME = '/opt/jre';

/**
 * Final stages with a run time of those modules alone that jdeps finds in the program:
 * https://docs.oracle.com/en/java/javase/21/docs/specs/man/jlink.html, read 2026-11-25. None for
 * what jdeps cannot read whole, and for JDKs before 9 or from packages of the distribution.
 */
export function linkedCandidates(
  subject: Subject,
  launch: Launch,
  usual: readonly { readonly candidate: Candidate; readonly found: JavaBase }[],
): Candidate[] {
  const { whole } = launch;
  const [first] = usual;
  if (first?.found.base.kind !== 'distroless') return [];
  if (!subject.options.rebuild || whole === undefined) return [];
  const version = Number(/(?:java|:)(\d+)/.exec(first.found.base.ref)?.[1] ?? 0);
  if (version < 11 || jrePackage(subject) !== undefined) return [];
  // These images have no entry point: what the file starts needs no change.
  const { start: _, ...usualCandidate } = first.candidate;
  return linkedJavaBases(subject.base)
    .filter(({ retired }) => retired === undefined)
    .map((base) => ({
      ...usualCandidate,
      base,
      asked: true,
      ships: [...usualCandidate.ships, { from: HOME, made: true }],
      assumptions: [
        ...(usualCandidate.assumptions ?? []),
        'it uses no module of Java that jdeps does not see',
      ],
      env: { PATH: `${HOME}/bin:$PATH` },
      buildLines: [{ before: undefined, text: `RUN ${jlink(whole, version)}` }],
    }));
}

function jlink(whole: string, version: number): string {
  const compress = version >= 21 ? 'zip-6' : '2';
  const modules = `jdeps --ignore-missing-deps --multi-release base --print-module-deps ${whole}`;
  return (
    `jlink --add-modules "$(${modules})" --strip-debug --no-man-pages --no-header-files ` +
    `--compress=${compress} --output ${HOME}`
  );
}
