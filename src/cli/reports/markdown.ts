/** One comment on a pull request, to be found by its first line and written anew at every push. */
import { unifiedDiff } from '../diff.ts';
import type { Output } from '../output.ts';
import type { FileReport, Read, Reporter, Totals } from '../report.ts';
import { byteText, count, visibleLine } from '../terminal.ts';
import { code, fenced, MAX_BODY, plain } from './markdown-text.ts';
import { Places } from './places.ts';
import { sentence, troublesOf } from './said.ts';
import { Tally } from './tally.ts';

const MARKER = '<!-- dockopt -->';

/** Kept for what stands around the files. */
const FRAME = 400;
/** Kept for the table. */
const TABLE = 8000;

export class MarkdownReporter implements Reporter {
  private readonly out: Output;
  private readonly places = new Places();
  private readonly tally = new Tally();
  private readonly sections: string[] = [];
  private readonly troubles: string[] = [];
  private length = 0;
  private leftOut = 0;

  constructor(out: Output) {
    this.out = out;
  }

  async begin(): Promise<void> {}

  file(report: FileReport, read: Read | undefined): Promise<void> {
    const file = this.places.of(report.path);
    this.tally.add(file, report);
    for (const { line, message } of troublesOf(report)) {
      this.keep(this.troubles, `- ${code(`${file}:${line}`)}: ${plain(message)}\n`);
    }
    if (report.status !== 'changed' || report.output === null || !read) {
      return Promise.resolve();
    }
    this.keep(this.sections, sectionOf(file, report, read.text, report.output));
    return Promise.resolve();
  }

  /** The first files that there is room for; memory stays flat. */
  private keep(list: string[], text: string): void {
    if (this.length + text.length > MAX_BODY - FRAME - TABLE) this.leftOut++;
    else {
      list.push(text);
      this.length += text.length;
    }
  }

  async end({ files, changed, failed }: Totals): Promise<void> {
    const left =
      this.leftOut > 0
        ? [
            `\n${count(this.leftOut, 'entry').replace('entrys', 'entries')} more: no room in a comment.\n`,
          ]
        : [];
    const saved = this.tally.saved;
    const saves = saved > 0 ? `, which saves about ${byteText(saved)} (an estimate)` : '';
    const failures = failed > 0 ? `; ${count(failed, 'file')} failed` : '';
    const parts = [
      `${MARKER}\n## dockopt\n\n`,
      `${changed} of ${count(files, 'Dockerfile')} would change${saves}${failures}.\n\n`,
      this.table(),
      ...(this.troubles.length > 0 ? ['### Trouble\n\n', ...this.troubles, '\n'] : []),
      ...this.sections,
      ...left,
    ];
    await this.out.write(parts.join(''));
  }

  private table(): string {
    const rows = this.tally.byTransform.map(
      ({ name, applied, files, heldBack, refused, saved }) =>
        `| ${code(name)} | ${applied} | ${files} | ${heldBack} | ${refused} | ${saved > 0 ? byteText(saved) : ''} |\n`,
    );
    if (rows.length === 0) return '';
    const head =
      '| transform | changes | files | held back | refused | saves |\n| --- | --- | --- | --- | --- | --- |\n';
    let table = head;
    for (const row of rows) if (table.length + row.length < TABLE - 1) table += row;
    return `${table}\n`;
  }
}

function sectionOf(file: string, report: FileReport, before: string, after: string): string {
  const why = report.findings
    .filter(({ applied }) => applied)
    .map(
      (finding) =>
        `- line ${finding.line}, ${code(finding.transform)} (${finding.applicability}): ${plain(sentence(finding))}\n`,
    );
  // The names stand above; the line endings and other controls are shown, not sent.
  const diff = unifiedDiff(file, before, after)
    .slice(3)
    .map((line) => visibleLine(line.replace(/\r$/, '')));
  return [
    `<details><summary>${plain(file)}</summary>\n\n`,
    ...why,
    '\n',
    fenced('diff', diff.join('\n')),
    '\n</details>\n\n',
  ].join('');
}
