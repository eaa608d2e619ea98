/**
 * GitHub's workflow commands, of which a runner makes annotations:
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions; how they are
 * escaped: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts, read 2026-11-26.
 */
import type { Output } from '../output.ts';
import type { FileReport, Reporter } from '../report.ts';
import { Places } from './places.ts';
import { sentence, troublesOf } from './said.ts';

export class GithubReporter implements Reporter {
  private readonly out: Output;
  private readonly places = new Places();

  constructor(out: Output) {
    this.out = out;
  }

  async begin(): Promise<void> {}

  async file(report: FileReport): Promise<void> {
    const file = this.places.of(report.path);
    for (const { line, message } of troublesOf(report)) {
      await this.out.write(command('error', file, line, 'dockopt', message));
    }
    for (const finding of report.findings) {
      const level = finding.applied ? 'warning' : 'notice';
      const title = `dockopt ${finding.transform}`;
      await this.out.write(command(level, file, finding.line, title, sentence(finding)));
    }
  }

  async end(): Promise<void> {}
}

function command(
  level: 'error' | 'warning' | 'notice',
  file: string,
  line: number,
  title: string,
  message: string,
): string {
  return `::${level} file=${property(file)},line=${line},title=${property(title)}::${data(message)}\n`;
}

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
