/** Every finding with the lines around it, for people. */
import type { ReportedFinding } from '../../engine/fix.ts';
import type { Output } from '../output.ts';
import type { FileReport, Read, Reporter } from '../report.ts';
import { byteText, takesColour, visible, visibleLine } from '../terminal.ts';
import { sentence, troublesOf } from './said.ts';

const CONTEXT_LINES = 1;

type Paint = (text: string) => string;

export class TextReporter implements Reporter {
  private readonly out: Output;
  private readonly paint: Record<'bold' | 'dim' | 'red', Paint> = {
    bold: String,
    dim: String,
    red: String,
  };

  constructor(out: Output) {
    this.out = out;
  }

  async begin(): Promise<void> {
    if (!takesColour(this.out.stream)) return;
    const { default: picocolors } = await import('picocolors');
    Object.assign(this.paint, picocolors.createColors(true));
  }

  async file(report: FileReport, read: Read | undefined): Promise<void> {
    const { bold, red } = this.paint;
    const lines = read?.text.split(/\r?\n/) ?? [];
    const place = (line: number): string => bold(`${visible(report.path)}:${line}`);
    for (const { line, message } of troublesOf(report)) {
      await this.out.write(
        [`${place(line)} ${red('error')}`, `  ${message}`, ...this.frame(lines, line), ''].join(
          '\n',
        ) + '\n',
      );
    }
    for (const finding of report.findings) {
      const head = `${place(finding.line)} ${finding.transform} (${stateOf(finding)})`;
      const saved = finding.saves
        ? [`  saves about ${byteText(finding.saves.bytes)}: ${visible(finding.saves.from)}`]
        : [];
      await this.out.write(
        [head, `  ${sentence(finding)}`, ...saved, ...this.frame(lines, finding.line), ''].join(
          '\n',
        ) + '\n',
      );
    }
  }

  private frame(lines: readonly string[], line: number): string[] {
    const first = Math.max(1, line - CONTEXT_LINES);
    const last = Math.min(lines.length, line + CONTEXT_LINES);
    const width = String(last).length;
    const shown: string[] = [];
    for (let at = first; at <= last; at++) {
      const mark = at === line ? '>' : ' ';
      const text = `  ${mark} ${String(at).padStart(width)} | ${visibleLine(lines[at - 1]!)}`;
      shown.push(at === line ? text : this.paint.dim(text));
    }
    return shown;
  }

  async end(): Promise<void> {}
}

function stateOf({ applicability, applied, refused }: ReportedFinding): string {
  if (refused) return 'refused';
  return `${applicability}, ${applied ? 'applied' : 'held back'}`;
}
