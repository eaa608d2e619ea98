/** All reports of one run, each to its own place. */
import { createWriteStream, openSync } from 'node:fs';
import { explainError, UsageError } from '../errors.ts';
import { Output } from '../output.ts';
import type { FileReport, Read, Reporter, Totals } from '../report.ts';
import { visible } from '../terminal.ts';
import { reporterFor, type ReportRequest } from './request.ts';

interface Open {
  readonly reporter: Reporter;
  readonly out: Output;
}

export class Reports implements Reporter {
  private readonly all: readonly Open[];
  private readonly stdout: Output;

  private constructor(all: readonly Open[], stdout: Output) {
    this.all = all;
    this.stdout = stdout;
  }

  /** Opens the files of the reports; throws a `UsageError` for one that cannot be written. */
  static async open(asked: readonly ReportRequest[], stdout: Output): Promise<Reports> {
    const all: Open[] = [];
    for (const { format, output } of asked) {
      const out = output === undefined ? stdout : fileOutput(output);
      all.push({ reporter: await reporterFor(format, out), out });
    }
    return new Reports(all, stdout);
  }

  get usesStdout(): boolean {
    return this.all.some(({ out }) => out === this.stdout);
  }

  /** Nobody reads any of them. */
  get closed(): boolean {
    return this.all.length === 0 ? this.stdout.closed : this.all.every(({ out }) => out.closed);
  }

  async begin(): Promise<void> {
    for (const { reporter } of this.all) await reporter.begin();
  }

  async file(report: FileReport, read: Read | undefined): Promise<void> {
    for (const { reporter } of this.all) await reporter.file(report, read);
  }

  async end(totals: Totals): Promise<void> {
    for (const { reporter, out } of this.all) {
      await reporter.end(totals);
      await out.flush();
      if (out !== this.stdout) await out.close();
    }
  }
}

function fileOutput(file: string): Output {
  try {
    const stream = createWriteStream(file, { fd: openSync(file, 'w') });
    return new Output(stream as unknown as NodeJS.WriteStream);
  } catch (error) {
    throw new UsageError(`--output ${visible(file)}: ${explainError(error)}`);
  }
}
