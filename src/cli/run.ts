import path from 'node:path';
import type { FixResult } from '../engine/fix.ts';
import { fix, transforms } from '../index.ts';
import { encode } from './bytes.ts';
import { DiskContext } from './disk-context.ts';
import { discover, type Target } from './discover.ts';
import { explainError, FileError } from './errors.ts';
import { readSource, readStdin, textOf, type Source } from './file.ts';
import type { IgnoreFiles, IgnoreReport } from './ignore-files.ts';
import type { Log } from './log.ts';
import { looksLikeTemplate } from './names.ts';
import type { Output } from './output.ts';
import type { FileReport, Read, Reporter } from './report.ts';
import type { Pins } from './registry/pins.ts';
import type { Request } from './request.ts';
import { Summary } from './summary.ts';
import { byteText, visible } from './terminal.ts';

/** Does all files that a request names; gives the exit status. */
export function run(request: Request, out: Output, log: Log): Promise<number> {
  const batch = new Batch(request, out, log);
  return request.paths.includes('-') ? batch.standardInput() : batch.files();
}

/** One file fails, and the others are still done. */
class Batch {
  private readonly request: Request;
  private readonly out: Output;
  private readonly log: Log;
  private readonly summary: Summary;
  private pins: Pins | undefined;

  constructor(request: Request, out: Output, log: Log) {
    this.request = request;
    this.out = out;
    this.log = log;
    this.summary = new Summary(request.transforms);
  }

  async files(): Promise<number> {
    const reporter = await this.reporter();
    await reporter?.begin();
    const ignoreFiles = await this.ignoreFiles();
    let done = 0;
    for await (const target of discover(this.request.paths)) {
      this.log.tick(done++, target.path);
      const { report, read } = await this.target(target);
      await this.report(report, read, reporter);
      if (target.kind !== 'skipped') ignoreFiles?.add(target.path, report);
      // Without a reader there is nothing to do but what has an effect of its own.
      if (this.out.closed && !this.request.write && !this.request.check) break;
    }
    for (const one of ignoreFiles?.reports() ?? []) await this.ignoreFile(one, reporter);
    return this.end(reporter);
  }

  /** Undefined unless the run has the transform of ignore files. */
  private async ignoreFiles(): Promise<IgnoreFiles | undefined> {
    const transform = this.request.transforms.find((one) => 'ignoreFile' in one);
    if (!transform) return undefined;
    return new (await import('./ignore-files.ts')).IgnoreFiles(this.request, transform);
  }

  private async ignoreFile(
    { report, source, real }: IgnoreReport,
    reporter: Reporter | undefined,
  ): Promise<void> {
    const isNew = source === undefined;
    const written =
      this.request.write && report.status === 'changed'
        ? await this.written(report, source ?? real)
        : report;
    await this.report(written, { text: source?.text ?? '', real, isNew }, reporter);
    if (written.context && written.status === 'changed') this.log.line(sizeLine(written.context));
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
      report = await this.fixed('-', text);
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
    const report = await this.fixed(shown, source.text, shown);
    const read = { text: source.text, real: target.real };
    if (!this.request.write || report.status !== 'changed') return { report, read };
    return { report: await this.written(report, source), read };
  }

  /** What the transforms do to a text. */
  private async fixed(shown: string, text: string, file?: string): Promise<FileReport> {
    const directory = this.request.context ?? (file === undefined ? undefined : path.dirname(file));
    let result: FixResult;
    try {
      const attempt = (options: Request['options']): FixResult =>
        fix(text, {
          transforms: this.request.transforms,
          known: transforms.map(({ id }) => id),
          level: this.request.level,
          options,
          ...(directory === undefined ? {} : { context: new DiskContext(directory, file) }),
        });
      const pins = await this.digests();
      result = pins ? await pins.fix(attempt) : attempt(this.request.options);
    } catch (error) {
      if (this.request.verbose && error instanceof Error) this.log.line(visible(error.stack ?? ''));
      const reason = `a fault of dockopt: ${String(error)}; please report it`;
      return { path: shown, status: 'failed', findings: [], output: text, reason };
    }
    return reportOf(shown, text, result);
  }

  /** Where images are to be pinned: the network is asked for nothing else. */
  private async digests(): Promise<Pins | undefined> {
    const { transforms: chosen, options } = this.request;
    if (!chosen.some(({ id }) => id === 'pin-digests')) return undefined;
    const { Pins: Digests } = await import('./registry/pins.ts');
    this.pins ??= new Digests(options, (message) =>
      this.log.line(`dockopt: warning: ${visible(message)}`),
    );
    return this.pins;
  }

  /** `source`: the file as it was read, or the path of a new one. */
  private async written(report: FileReport, source: Source | string): Promise<FileReport> {
    const { createFile, replaceFile, uninterrupted } = await import('./write.ts');
    const bytes = encode(report.output ?? '');
    try {
      await uninterrupted(() =>
        typeof source === 'string' ? createFile(source, bytes) : replaceFile(source, bytes),
      );
      return report;
    } catch (error) {
      const findings = report.findings.map((finding) =>
        finding.applied
          ? { ...finding, applied: false, reason: 'the file was not written' }
          : finding,
      );
      const output = typeof source === 'string' ? null : source.text;
      return { ...failed(report.path, error), findings, output };
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

/** What a change of an ignore file makes of its build context. */
function sizeLine({ path: shown, before, after }: NonNullable<FileReport['context']>): string {
  const size = (bytes: number | undefined): string =>
    bytes === undefined ? 'too large to be measured' : byteText(bytes);
  return `build context of ${visible(shown)}${shown.endsWith('/') ? '' : '/'}: ${size(before)} -> ${size(after)}`;
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
