import { encode } from './bytes.ts';
import { SettingsOf } from './config/settings.ts';
import { discover, type Target } from './discover.ts';
import { readStdin, textOf, type Source } from './file.ts';
import { builtIgnoreFile, FileFixer, listenerOf, type Done, type Verifier } from './file-fixer.ts';
import type { IgnoreFiles, IgnoreReport } from './ignore-files.ts';
import type { Log } from './log.ts';
import { failed, leftOut, notWritten } from './outcome.ts';
import type { Output } from './output.ts';
import type { FileReport, Read } from './report.ts';
import { Reports } from './reports/reports.ts';
import type { Request } from './request.ts';
import { Summary } from './summary.ts';
import { tell } from './tell.ts';
import { visible } from './terminal.ts';

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
  private readonly summary = new Summary();
  private readonly settings: SettingsOf;
  private readonly fixer: FileFixer;
  private readonly verifier: Verifier | undefined;

  constructor(request: Request, out: Output, log: Log, verifier: Verifier | undefined) {
    this.verifier = verifier;
    this.request = request;
    this.out = out;
    this.log = log;
    this.settings = new SettingsOf(request, request.configs);
    this.fixer = new FileFixer(this.settings, verifier, listenerOf(request, log));
  }

  async files(): Promise<number> {
    const { reports: asked, paths, chosen, write, check } = this.request;
    const standard = [{ format: 'diff', output: undefined }] as const;
    const reports = await Reports.open(asked.length === 0 && !write ? standard : asked, this.out);
    await reports.begin();
    const ignoreFiles = await this.ignoreFiles();
    let done = 0;
    for await (const target of chosen?.targets(paths) ?? discover(paths)) {
      this.log.tick(done++, target.path);
      const { report, read, settings } = await this.target(target);
      await this.report(report, read, reports);
      if (settings) ignoreFiles.add(target.path, report, settings);
      // Without a reader there is nothing to do but what has an effect of its own.
      if (reports.closed && !write && !check) break;
      if (this.verifier?.stopped) break;
    }
    for await (const one of ignoreFiles.reports()) await this.ignoreFile(one, reports);
    const problem = chosen?.stage();
    const status = await this.end(reports);
    if (problem === undefined) return status;
    this.log.line(`dockopt: ${problem}`);
    return 2;
  }

  private async ignoreFiles(): Promise<IgnoreFiles> {
    return new (await import('./ignore-files.ts')).IgnoreFiles(this.request.write, this.settings);
  }

  private async ignoreFile(ignore: IgnoreReport, reports: Reports): Promise<void> {
    const { source, real } = ignore;
    const report = await this.verifiedIgnoreFile(ignore);
    const isNew = source === undefined;
    const written =
      this.request.write && report.status === 'changed'
        ? await this.written(report, source ?? real)
        : report;
    await this.report(written, { text: source?.text ?? '', real, isNew }, reports);
  }

  private verifiedIgnoreFile(ignore: IgnoreReport): Promise<FileReport> {
    const { report, source, real } = ignore;
    const { write, chosen } = this.request;
    const isWritten = write && report.status === 'changed';
    const whyNot = isWritten ? chosen?.whyNot(real, source === undefined) : undefined;
    if (whyNot === undefined) return builtIgnoreFile(ignore, this.verifier);
    return Promise.resolve(leftOut(report, whyNot, source?.text ?? null));
  }

  async standardInput(): Promise<number> {
    const reports = await Reports.open(this.request.reports, this.out);
    await reports.begin();
    let bytes: Buffer | undefined;
    let done: Done;
    try {
      bytes = await readStdin();
      // A configuration speaks of files; of standard input only the command line does.
      const settings = await this.settings.of('-');
      const { context } = this.request;
      this.summary.learn(settings.known);
      done = await this.fixer.fixed('-', textOf(bytes), undefined, { ...settings, context });
    } catch (error) {
      done = { report: failed('-', error) };
    }
    const { report, read } = done;
    if (!reports.usesStdout) {
      await this.out.write(
        report.status === 'changed' ? encode(report.output ?? '') : (bytes ?? ''),
      );
    }
    await this.report(report, read, reports);
    return this.end(reports);
  }

  private async target(target: Target): Promise<Done> {
    const { source, ...done } = await this.fixer.target(target);
    if (done.settings) this.summary.learn(done.settings.known);
    if (!this.request.write || done.report.status !== 'changed' || !source) return done;
    return { ...done, report: await this.written(done.report, source) };
  }

  /** `source`: the file as it was read, or the path of a new one. */
  private async written(report: FileReport, source: Source | string): Promise<FileReport> {
    const { writeFile } = await import('./write.ts');
    const real = typeof source === 'string' ? source : source.path;
    try {
      this.request.chosen?.assertWritable(real);
      await writeFile(source, encode(report.output ?? ''));
      this.request.chosen?.wrote(real);
      return report;
    } catch (error) {
      return notWritten(report, error, typeof source === 'string' ? null : source.text);
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
    tell(report, this.request, this.log);
  }

  private async end(reports: Reports): Promise<number> {
    const totals = this.summary.result;
    await reports.end(totals);
    await this.out.flush();
    if (totals.files === 0 && this.request.chosen) {
      this.log.line(`dockopt: ${this.request.chosen.nothing}`);
      return 0;
    }
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
