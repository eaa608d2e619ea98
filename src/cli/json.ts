import type { Output } from './output.ts';
import type { FileReport, Reporter, Totals } from './report.ts';

/** One JSON document, written file by file so that memory stays flat. */
export class JsonReporter implements Reporter {
  private readonly out: Output;
  private first = true;

  constructor(out: Output) {
    this.out = out;
  }

  async begin(): Promise<void> {
    await this.out.write('{ "version": 1, "files": [');
  }

  async file(report: FileReport): Promise<void> {
    const separator = this.first ? '\n' : ',\n';
    this.first = false;
    await this.out.write(separator + JSON.stringify(report));
  }

  async end(totals: Totals): Promise<void> {
    await this.out.write(`${this.first ? '' : '\n'}], "summary": ${JSON.stringify(totals)} }\n`);
  }
}
