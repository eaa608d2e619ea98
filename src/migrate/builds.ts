/** A verifier that remembers what builds said, so that nothing is built twice. */
import { fixFile } from '../cli/fix-file.ts';
import type { Verifier } from '../cli/file-fixer.ts';
import type { Settings } from '../cli/config/settings.ts';
import type { Reader } from '../cli/ignore-files.ts';
import type { FindingPlace, FixResult } from '../engine/fix.ts';
import type { Journal } from './journal.ts';
import { hash } from './spool.ts';

export class RememberedBuilds implements Verifier {
  private readonly inner: Verifier;
  private readonly journal: Journal;

  constructor(inner: Verifier, journal: Journal) {
    this.inner = inner;
    this.journal = journal;
  }

  get stopped(): boolean {
    return this.inner.stopped;
  }

  /**
   * The same file with the same findings is not built again. What fails for want of a builder, or
   * because the Dockerfile does not build as it is, is not remembered: the next run tries again.
   */
  async verified(file: string, text: string, settings: Settings): Promise<FixResult> {
    const planned = fixFile(text, file, settings);
    const key = hash(`${file}\0${text}\0${planned.output}`);
    const known = this.journal.builds.get(key);
    if (known) {
      const dropped = new Map(known.dropped.map((one) => [placeOf(one), one.because]));
      return fixFile(text, file, settings, (finding) => dropped.get(placeOf(finding)));
    }
    const result = await this.inner.verified(file, text, settings);
    if (!this.inner.stopped) this.journal.built({ key, dropped: droppedBy(planned, result) });
    return result;
  }

  async failsWith(ignoreFile: string, readers: readonly Reader[]): Promise<string | undefined> {
    const texts = readers.map(({ path, text = '' }) => `${path}\0${text}`);
    const key = hash(`ignore file\0${ignoreFile}\0${texts.join('\0')}`);
    const known = this.journal.builds.get(key);
    if (known) return known.dropped[0]?.because;
    const because = await this.inner.failsWith(ignoreFile, readers);
    const dropped =
      because === undefined ? [] : [{ transform: 'complete-dockerignore', line: 1, because }];
    if (!this.inner.stopped) this.journal.built({ key, dropped });
    return because;
  }
}

/** Findings that would be applied, and were not. */
function droppedBy(planned: FixResult, result: FixResult) {
  const wanted = new Set(planned.findings.filter(({ applied }) => applied).map(placeOf));
  return result.findings
    .filter((finding) => !finding.applied && !finding.refused && wanted.has(placeOf(finding)))
    .map(({ transform, line, reason = 'its build failed' }) => ({
      transform,
      line,
      because: reason,
    }));
}

const placeOf = ({ transform, line }: FindingPlace): string => `${transform}:${line}`;
