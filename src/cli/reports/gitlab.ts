/**
 * GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format,
 * read 2026-11-26.
 */
import type { Output } from '../output.ts';
import type { FileReport, Reporter } from '../report.ts';
import { List } from './list.ts';
import { Places } from './places.ts';
import { Fingerprints, sentence, troublesOf } from './said.ts';

export class GitlabReporter implements Reporter {
  private readonly out: Output;
  private readonly list: List;
  private readonly places = new Places();
  private readonly fingerprints = new Fingerprints();

  constructor(out: Output) {
    this.out = out;
    this.list = new List(out);
  }

  async begin(): Promise<void> {
    await this.out.write('[');
  }

  async file(report: FileReport): Promise<void> {
    const file = this.places.of(report.path);
    this.fingerprints.clear();
    for (const { line, message } of troublesOf(report)) {
      const finding = {
        transform: 'trouble',
        applicability: 'unsafe',
        message,
        line,
        applied: false,
        refused: false,
      } as const;
      await this.add(file, line, 'dockopt', 'major', message, this.fingerprints.of(file, finding));
    }
    for (const finding of report.findings) {
      const severity = finding.applied ? 'minor' : 'info';
      const print = this.fingerprints.of(file, finding);
      await this.add(file, finding.line, finding.transform, severity, sentence(finding), print);
    }
  }

  private async add(
    file: string,
    begin: number,
    check_name: string,
    severity: string,
    description: string,
    fingerprint: string,
  ): Promise<void> {
    const location = { path: file, lines: { begin } };
    await this.list.add({ description, check_name, fingerprint, severity, location });
  }

  async end(): Promise<void> {
    await this.out.write(`${this.list.end}]\n`);
  }
}
