/** What the transforms make of one file, with all that can go wrong. */
import type { FixResult } from '../engine/fix.ts';
import { OptionError } from '../engine/options.ts';
import type { Settings, SettingsOf } from './config/settings.ts';
import type { Target } from './discover.ts';
import { FileError } from './errors.ts';
import { readSource, sourceOf, type Source } from './file.ts';
import { fixFile } from './fix-file.ts';
import type { IgnoreReport, Reader } from './ignore-files.ts';
import { saysGenerated } from './names.ts';
import { failed, generated, ignored, leftOut, reportOf } from './outcome.ts';
import { PinnedFix } from './pinned-fix.ts';
import type { FileReport, Read } from './report.ts';
import type { Log } from './log.ts';
import type { Request } from './request.ts';
import { visible } from './terminal.ts';

/** Builds and tests what would be written, and keeps what holds. */
export interface Verifier {
  /** Nothing more is to be done. */
  readonly stopped: boolean;
  /** Throws a `FileError` where nothing can be said. */
  verified(file: string, text: string, settings: Settings): Promise<FixResult>;
  /** Why a Dockerfile does not build, or not pass, with another ignore file; undefined: all do. */
  failsWith(ignoreFile: string, readers: readonly Reader[]): Promise<string | undefined>;
}

export interface Done {
  readonly report: FileReport;
  readonly read?: Read;
  readonly settings?: Settings;
  /** The file as it was read. */
  readonly source?: Source;
}

/** What becomes of an ignore file that builds have a say in. */
export async function builtIgnoreFile(
  { report, source, readers }: IgnoreReport,
  verifier: Verifier | undefined,
): Promise<FileReport> {
  if (!verifier || report.status !== 'changed') return report;
  const problem = verifier.stopped
    ? 'interrupted'
    : await verifier.failsWith(report.output ?? '', readers);
  return problem === undefined ? report : leftOut(report, problem, source?.text ?? null);
}

/** Whom to tell what belongs to no file's report. */
export interface Listener {
  warn(message: string): void;
  /** A fault of dockopt; the report of the file has its message. */
  fault(error: Error): void;
}

/** Tells on standard error; where a fault comes from only with `--verbose`. */
export const listenerOf = ({ verbose }: Pick<Request, 'verbose'>, log: Log): Listener => ({
  warn: (message) => log.line(`dockopt: warning: ${visible(message)}`),
  fault: ({ stack = '' }) => {
    if (verbose) log.line(visible(stack));
  },
});

/** One file fails, and the others are still done. */
export class FileFixer {
  private readonly settings: SettingsOf;
  private readonly verifier: Verifier | undefined;
  private readonly listener: Listener;
  private readonly fix: PinnedFix;

  constructor(settings: SettingsOf, verifier: Verifier | undefined, listener: Listener) {
    this.settings = settings;
    this.verifier = verifier;
    this.listener = listener;
    this.fix = new PinnedFix((message) => listener.warn(message));
  }

  /** Reads the file and its configuration; never throws for what they hold. */
  async target(target: Target): Promise<Done> {
    const { path: shown } = target;
    if (target.kind !== 'file') {
      const { kind: status, reason } = target;
      return { report: { path: shown, status, findings: [], output: null, reason } };
    }
    let source: Source;
    let settings: Settings;
    try {
      settings = await this.settings.of(shown);
      if (settings.ignored) return { report: ignored(shown, settings), settings };
      source = target.index ? sourceOf(target.real, target.index) : readSource(target.real);
      if (target.isFound === true && saysGenerated(source.text)) {
        return { report: generated(shown), settings };
      }
    } catch (error) {
      return { report: failed(shown, error) };
    }
    return { ...(await this.fixed(shown, source.text, target.real, settings)), source };
  }

  /** What the transforms do to a text; `real` is the file that it is of, if any. */
  async fixed(
    shown: string,
    text: string,
    real: string | undefined,
    settings: Settings,
  ): Promise<Done> {
    const file = real === undefined ? undefined : shown;
    try {
      const { result, settings: pinned } = await this.fix.fix(text, file, settings);
      const again = (other: string): FixResult => fixFile(other, file, pinned);
      const report = await this.verified(reportOf(shown, text, result), text, pinned);
      return { report, read: { text, real, again }, settings: pinned };
    } catch (error) {
      if (error instanceof OptionError) {
        return { report: failed(shown, new FileError(error.message)), settings };
      }
      if (error instanceof Error) this.listener.fault(error);
      const reason = `a fault of dockopt: ${String(error)}; please report it`;
      return {
        report: { path: shown, status: 'failed', findings: [], output: text, reason },
        settings,
      };
    }
  }

  private async verified(
    report: FileReport,
    text: string,
    settings: Settings,
  ): Promise<FileReport> {
    if (!this.verifier || report.status !== 'changed') return report;
    const { path: shown } = report;
    try {
      return reportOf(shown, text, await this.verifier.verified(shown, text, settings));
    } catch (error) {
      if (error instanceof FileError) return failed(shown, error);
      throw error;
    }
  }
}
