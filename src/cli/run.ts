import type { FixResult } from '../engine/fix.ts';
import { encode } from './bytes.ts';
import { discover, type Target } from './discover.ts';
import { explainError, FileError } from './errors.ts';
import { fixFile } from './fix-file.ts';
import { readSource, readStdin, textOf, type Source } from './file.ts';
import type { Log } from './log.ts';
import { looksLikeTemplate } from './names.ts';
import type { Output } from './output.ts';
import type { FileReport, Read, Reporter } from './report.ts';
import type { Request } from './request.ts';
import { Summary } from './summary.ts';
import { visible } from './terminal.ts';

/** Builds and tests what would be written, and keeps what holds. */
export interface Verifier {
  /** Nothing more is to be done. */
  readonly stopped: boolean;
  /** Throws a `FileError` where nothing can be said. */
  verified(file: string, text: string): Promise<FixResult>;
}

/** Does all files that a request names; gives the exit status. */
export function run(request: Request, out: Output, log: Log, verifier?: Verifier): Promise<number> {
  const batch = new Batch(request, out, log, verifier);
  return request.paths.includes('-') ? batch.standardInput() : batch.files();
}

/** One file fails, and the others are still done. */
class Batch {
  private readonly request: Request;
  private readonly out: Output;
  private readonly log: Log;
  private readonly summary: Summary;
  private readonly verifier: Verifier | undefined;

  constructor(request: Request, out: Output, log: Log, verifier: Verifier | undefined) {
    this.verifier = verifier;
    this.request = request;
    this.out = out;
    this.log = log;
    this.summary = new Summary(request.transforms);
  }

  async files(): Promise<number> {
    const reporter = await this.reporter();
    await reporter?.begin();
    let done = 0;
    for await (const target of discover(this.request.paths)) {
      this.log.tick(done++, target.path);
      const { report, read } = await this.target(target);
      await this.report(report, read, reporter);
      // Without a reader there is nothing to do but what has an effect of its own.
      if (this.out.closed && !this.request.write && !this.request.check) break;
      if (this.verifier?.stopped) break;
    }
    return this.end(reporter);
  }

  async standardInput(): Promise<number> {
    const reporter = this.request.format && (await this.reporter());
    await reporter?.begin();
    let bytes: Buffer | undefined;
    let read: Read | undefined;
    let report: FileReport;
    try {
      bytes = await readStdin();
      const text = textOf(bytes);
      read = { text, real: undefined };
      report = this.fixed('-', text, undefined);
    } catch (error) {
      report = failed('-', error);
    }
    if (!reporter) {
      await this.out.write(
        report.status === 'changed' ? encode(report.output ?? '') : (bytes ?? ''),
      );
    }
    await this.report(report, read, reporter);
    return this.end(reporter);
  }

  private async reporter(): Promise<Reporter | undefined> {
    const { format, write } = this.request;
    if (format === 'json') return new (await import('./json.ts')).JsonReporter(this.out);
    if (format === undefined && write) return undefined;
    return new (await import('./diff-report.ts')).DiffReporter(this.out);
  }

  private async target(target: Target): Promise<{ report: FileReport; read?: Read }> {
    const { path: shown } = target;
    if (target.kind !== 'file') {
      const { kind: status, reason } = target;
      return { report: { path: shown, status, findings: [], output: null, reason } };
    }
    let source: Source;
    try {
      source = readSource(target.real);
    } catch (error) {
      return { report: failed(shown, error) };
    }
    const report = await this.verified(this.fixed(shown, source.text, shown), source.text);
    const read = { text: source.text, real: target.real };
    if (!this.request.write || report.status !== 'changed') return { report, read };
    return { report: await this.written(report, source), read };
  }

  /** What the transforms do to a text. */
  private fixed(shown: string, text: string, file: string | undefined): FileReport {
    let result: FixResult;
    try {
      result = fixFile(text, file, this.request);
    } catch (error) {
      if (this.request.verbose && error instanceof Error) this.log.line(visible(error.stack ?? ''));
      const reason = `a fault of dockopt: ${String(error)}; please report it`;
      return { path: shown, status: 'failed', findings: [], output: text, reason };
    }
    return reportOf(shown, text, result);
  }

  private async verified(report: FileReport, text: string): Promise<FileReport> {
    if (!this.verifier || report.status !== 'changed') return report;
    const { path: shown } = report;
    try {
      return reportOf(shown, text, await this.verifier.verified(shown, text));
    } catch (error) {
      return failed(shown, error);
    }
  }

  private async written(report: FileReport, source: Source): Promise<FileReport> {
    const { replaceFile, uninterrupted } = await import('./write.ts');
    try {
      await uninterrupted(() => replaceFile(source, encode(report.output ?? '')));
      return report;
    } catch (error) {
      const findings = report.findings.map((finding) =>
        finding.applied
          ? { ...finding, applied: false, reason: 'the file was not written' }
          : finding,
      );
      return { ...failed(report.path, error), findings, output: source.text };
    }
  }

  private async report(
    report: FileReport,
    read: Read | undefined,
    reporter: Reporter | undefined,
  ): Promise<void> {
    this.summary.add(report);
    this.log.clear();
    await reporter?.file(report, read);
    this.tell(report);
  }

  /** The lines about one file. */
  private tell({ path: shown, status, reason, line, ...report }: FileReport): void {
    if (status === 'failed') this.log.at(shown, line, reason ?? 'failed');
    if (status === 'skipped') this.log.at(shown, line, `skipped: ${reason}`);
    if (status === 'changed' && this.request.write) this.log.line(`wrote ${visible(shown)}`);
    for (const warning of report.warnings ?? []) {
      this.log.at(shown, warning.line, `warning: ${warning.message}`);
    }
    for (const bug of report.bugs ?? []) {
      const what = `bug in transform ${bug.transform}: ${bug.problem}`;
      const then = 'its edit was taken back, the rest was applied; please report it';
      this.log.at(shown, bug.line, `${what}; ${then}`);
    }
    if (!this.request.verbose) return;
    for (const finding of report.findings) {
      const why = finding.applied
        ? ''
        : `; ${finding.refused ? 'refused' : 'held back'}: ${finding.reason}`;
      const what = `${finding.transform} (${finding.applicability}): ${finding.message}`;
      this.log.at(shown, finding.line, what + why);
    }
  }

  private async end(reporter: Reporter | undefined): Promise<number> {
    const totals = this.summary.result;
    await reporter?.end(totals);
    await this.out.flush();
    if (totals.files === 0) {
      const where = this.request.paths.map(visible).join(', ');
      this.log.line(`dockopt: no Dockerfile in ${where}; name the file if it is called otherwise`);
      return 2;
    }
    for (const line of this.summary.lines(!this.request.write)) this.log.line(line);
    if (totals.failed > 0) return 2;
    return this.request.check && totals.changed > 0 ? 1 : 0;
  }
}

function failed(shown: string, error: unknown): FileReport {
  const line = error instanceof FileError ? error.line : undefined;
  return {
    path: shown,
    status: 'failed',
    findings: [],
    output: null,
    reason: explainError(error),
    ...(line === undefined ? {} : { line }),
  };
}

function reportOf(shown: string, text: string, result: FixResult): FileReport {
  const { status, output, findings, bugs, warnings, reason, line } = result;
  return {
    path: shown,
    status,
    findings,
    output,
    ...(reason === undefined
      ? {}
      : { reason: status === 'failed' ? advice(shown, text, reason) : reason }),
    ...(line === undefined ? {} : { line }),
    ...(bugs.length > 0 ? { bugs } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}

/** What is wrong with a file that Docker would refuse, and what to do. */
function advice(shown: string, text: string, reason: string): string {
  return looksLikeTemplate(shown, text)
    ? `${reason}; it looks like a template: run dockopt on what it generates, or leave it out`
    : `${reason}; Docker refuses it too: correct it, or leave it out`;
}
