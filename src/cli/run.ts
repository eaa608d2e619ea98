import path from 'node:path';
import type { FixResult } from '../engine/fix.ts';
import { OptionError } from '../engine/options.ts';
import { fix } from '../index.ts';
import { encode } from './bytes.ts';
import { SettingsOf, type Settings } from './config/settings.ts';
import { DiskContext } from './disk-context.ts';
import { discover, type Target } from './discover.ts';
import { explainError, FileError } from './errors.ts';
import { readSource, readStdin, textOf, type Source } from './file.ts';
import type { Log } from './log.ts';
import { looksLikeTemplate } from './names.ts';
import type { Output } from './output.ts';
import { withSlashes } from './paths.ts';
import type { FileReport, Read } from './report.ts';
import { Reports } from './reports/reports.ts';
import type { Request } from './request.ts';
import { Summary } from './summary.ts';
import { visible } from './terminal.ts';

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
  private readonly summary = new Summary();
  private readonly settings: SettingsOf;

  constructor(request: Request, out: Output, log: Log) {
    this.request = request;
    this.out = out;
    this.log = log;
    this.settings = new SettingsOf(request, request.configs);
  }

  async files(): Promise<number> {
    const { reports: asked, paths, write, check } = this.request;
    const standard = [{ format: 'diff', output: undefined }] as const;
    const reports = await Reports.open(asked.length === 0 && !write ? standard : asked, this.out);
    await reports.begin();
    let done = 0;
    for await (const target of discover(paths)) {
      this.log.tick(done++, target.path);
      const { report, read } = await this.target(target);
      await this.report(report, read, reports);
      // Without a reader there is nothing to do but what has an effect of its own.
      if (reports.closed && !write && !check) break;
    }
    return this.end(reports);
  }

  async standardInput(): Promise<number> {
    const reports = await Reports.open(this.request.reports, this.out);
    await reports.begin();
    let bytes: Buffer | undefined;
    let read: Read | undefined;
    let report: FileReport;
    try {
      bytes = await readStdin();
      const text = textOf(bytes);
      const settings = await this.settings.of('-');
      const again = (other: string): FixResult => this.fix(other, undefined, settings);
      read = { text, real: undefined, again };
      report = this.fixed('-', text, undefined, settings);
    } catch (error) {
      report = failed('-', error);
    }
    if (!reports.usesStdout) {
      await this.out.write(
        report.status === 'changed' ? encode(report.output ?? '') : (bytes ?? ''),
      );
    }
    await this.report(report, read, reports);
    return this.end(reports);
  }

  private async target(target: Target): Promise<{ report: FileReport; read?: Read }> {
    const { path: shown } = target;
    if (target.kind !== 'file') {
      const { kind: status, reason } = target;
      return { report: { path: shown, status, findings: [], output: null, reason } };
    }
    let source: Source;
    let settings: Settings;
    try {
      settings = await this.settings.of(shown);
      if (settings.ignored) return { report: ignored(shown, settings) };
      source = readSource(target.real);
    } catch (error) {
      return { report: failed(shown, error) };
    }
    const report = this.fixed(shown, source.text, shown, settings);
    const again = (other: string): FixResult => this.fix(other, shown, settings);
    const read = { text: source.text, real: target.real, again };
    if (!this.request.write || report.status !== 'changed') return { report, read };
    return { report: await this.written(report, source), read };
  }

  /** What the transforms do to a text. */
  private fixed(
    shown: string,
    text: string,
    file: string | undefined,
    settings: Settings,
  ): FileReport {
    this.summary.learn(settings.known);
    let result: FixResult;
    try {
      result = this.fix(text, file, settings);
    } catch (error) {
      if (error instanceof OptionError) return failed(shown, new FileError(error.message));
      if (this.request.verbose && error instanceof Error) this.log.line(visible(error.stack ?? ''));
      const reason = `a fault of dockopt: ${String(error)}; please report it`;
      return { path: shown, status: 'failed', findings: [], output: text, reason };
    }
    return reportOf(shown, text, result);
  }

  private fix(text: string, file: string | undefined, settings: Settings): FixResult {
    const { transforms, known, level, options } = settings;
    // A configuration speaks of files; of standard input only the command line does.
    const context = file === undefined ? this.request.context : settings.context;
    const directory = context ?? (file === undefined ? undefined : path.dirname(file));
    return fix(text, {
      transforms,
      known: known.map(({ id }) => id),
      level,
      options,
      ...(directory === undefined ? {} : { context: new DiskContext(directory, file) }),
    });
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
    reports: Reports,
  ): Promise<void> {
    this.summary.add(report);
    this.log.clear();
    await reports.file(report, read);
    this.tell(report);
  }

  /** The lines about one file. */
  private tell({ path: shown, status, reason, line, ...report }: FileReport): void {
    if (status === 'failed') this.log.at(shown, line, reason ?? 'failed');
    if (status === 'skipped' && this.tellsOfSkipped(shown, report.ignored))
      this.log.at(shown, line, `skipped: ${reason}`);
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

  /** Of what a configuration ignores only where the user named the file. */
  private tellsOfSkipped(shown: string, isIgnored = false): boolean {
    if (!isIgnored || this.request.verbose) return true;
    return this.request.paths.some((given) => withSlashes(path.normalize(given)) === shown);
  }

  private async end(reports: Reports): Promise<number> {
    const totals = this.summary.result;
    await reports.end(totals);
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

function ignored(shown: string, { config = '' }: Settings): FileReport {
  const by = path.relative(process.cwd(), config);
  const reason = `the configuration ${by} ignores it`;
  return { path: shown, status: 'skipped', findings: [], output: null, reason, ignored: true };
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
