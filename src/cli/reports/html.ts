/** One page for a batch, without scripts and without anything from elsewhere. */
import path from 'node:path';
import type { Output } from '../output.ts';
import type { FileReport, Read, Reporter, Totals } from '../report.ts';
import { byteText, count, visible, visibleLine } from '../terminal.ts';
import { blocksOf, linesOf } from './blocks.ts';
import { escaped, headOf } from './html-text.ts';
import { Places } from './places.ts';
import { sentence, troublesOf } from './said.ts';
import { Tally, type Count } from './tally.ts';

const CONTEXT_LINES = 3;

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --out: #f002; --in: #0a02; --dim: #888; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem;
  display: flex; flex-direction: column; }
header { order: -1; min-width: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
.counts { white-space: nowrap; }
.counts td, .counts th { padding: .2rem .8rem .2rem 0; text-align: left; border-bottom: 1px solid var(--line); }
.counts td + td, .counts th + th { text-align: right; }
details { border: 1px solid var(--line); border-radius: .4rem; margin: .5rem 0; padding: .4rem .8rem; min-width: 0; }
summary { cursor: pointer; overflow-wrap: anywhere; }
.diff { table-layout: fixed; width: 100%; min-width: 40rem; font: 12px/1.5 ui-monospace, monospace; }
.diff td { white-space: pre-wrap; overflow-wrap: anywhere; vertical-align: top; padding: 0 .4rem; }
.diff td:nth-child(odd) { width: 3rem; text-align: right; color: var(--dim); user-select: none; }
.out { background: var(--out); } .in { background: var(--in); }
.gap td { border-top: 1px dashed var(--line); }
.trouble { color: #c33; }
`;

export class HtmlReporter implements Reporter {
  private readonly out: Output;
  private readonly places = new Places();
  private readonly tally = new Tally();
  /** The first file of each directory that the page shows. */
  private readonly anchors = new Map<string, string>();
  private shown = 0;

  constructor(out: Output) {
    this.out = out;
  }

  async begin(): Promise<void> {
    await this.out.write(headOf('dockopt', STYLE));
  }

  async file(report: FileReport, read: Read | undefined): Promise<void> {
    const file = this.places.of(report.path);
    this.tally.add(file, report);
    const troubles = troublesOf(report);
    const changes = report.status === 'changed' && report.output !== null && read;
    if (!changes && troubles.length === 0) return;
    const found = [
      ...troubles.map(
        ({ line, message }) => `<li class="trouble">line ${line}: ${escaped(message)}</li>`,
      ),
      ...report.findings.map(
        (finding) =>
          `<li>line ${finding.line}, <b>${escaped(finding.transform)}</b> (${finding.applicability}): ` +
          `${escaped(sentence(finding))}${savesOf(finding.saves?.bytes)}</li>`,
      ),
    ];
    const open = troubles.length > 0 ? ' open' : '';
    const id = `file-${++this.shown}`;
    const directory = path.posix.dirname(file);
    if (!this.anchors.has(directory)) this.anchors.set(directory, id);
    await this.out.write(
      `<details id="${id}"${open}><summary><code>${escaped(visible(file))}</code> ` +
        `(${count(report.findings.filter(({ applied }) => applied).length, 'change')})</summary>\n` +
        `<ul>\n${found.join('\n')}\n</ul>\n`,
    );
    if (changes) await this.out.write(sideBySide(changes.text, report.output));
    await this.out.write('</details>\n');
  }

  async end({ files, changed, failed, skipped }: Totals): Promise<void> {
    const saved = this.tally.saved;
    const line = [
      count(files, 'file'),
      `${changed} would change`,
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
      ...(failed > 0 ? [`${failed} failed`] : []),
      ...(saved > 0 ? [`about ${byteText(saved)} saved, an estimate`] : []),
    ];
    await this.out.write(
      `<header>\n<h1>dockopt</h1>\n<p>${line.join(', ')}.</p>\n` +
        `${tableOf('Transform', this.tally.byTransform)}<br>\n` +
        `${tableOf('Directory', this.tally.byDirectory, this.anchors)}<h2>Files</h2>\n</header>\n</body>\n</html>\n`,
    );
  }
}

function tableOf(
  title: string,
  counts: readonly Count[],
  anchors: ReadonlyMap<string, string> = new Map(),
): string {
  if (counts.length === 0) return '';
  const rows = counts.map(({ name, files, applied, heldBack, refused, saved }) => {
    const anchor = anchors.get(name);
    const shown = escaped(visible(name));
    const cells = [
      anchor === undefined ? shown : `<a href="#${anchor}">${shown}</a>`,
      ...[applied, files, heldBack, refused].map((number) => (number > 0 ? String(number) : '')),
      saved > 0 ? byteText(saved) : '',
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return (
    `<div class="wide"><table class="counts"><tr><th>${title}</th><th>changes</th><th>files</th>` +
    `<th>held back</th><th>refused</th><th>saves</th></tr>\n${rows.join('\n')}\n</table></div>\n`
  );
}

const savesOf = (bytes = 0): string => (bytes > 0 ? `, saves about ${byteText(bytes)}` : '');

/** Both texts beside each other, with the lines around every change. */
function sideBySide(before: string, after: string): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const rows: string[] = [];
  /** What is next on both sides, from 1. */
  let [left, right] = [1, 1];
  const same = (until: number, isGap: boolean): void => {
    for (; left < until; left++, right++)
      rows.push(row(left, old[left - 1], right, now[right - 1]));
    if (isGap) rows.push('<tr class="gap"><td colspan="4"></td></tr>');
  };
  for (const { line, count: removed, inserted } of blocksOf(before, after)) {
    const from = Math.max(left, line - CONTEXT_LINES);
    // The lines behind the last change, unless they run into this one.
    if (rows.length > 0) same(Math.min(left + CONTEXT_LINES, from), left + CONTEXT_LINES < from);
    const skip = Math.max(from - left, 0);
    left += skip;
    right += skip;
    same(line, false);
    const added = linesOf(inserted).length;
    for (let at = 0; at < Math.max(removed, added); at++) {
      rows.push(
        row(
          at < removed ? left + at : undefined,
          at < removed ? old[left + at - 1] : undefined,
          at < added ? right + at : undefined,
          at < added ? now[right + at - 1] : undefined,
          true,
        ),
      );
    }
    left += removed;
    right += added;
  }
  same(Math.min(left + CONTEXT_LINES, old.length + 1), false);
  return `<div class="wide"><table class="diff">\n${rows.join('\n')}\n</table></div>\n`;
}

function row(
  left: number | undefined,
  old: string | undefined,
  right: number | undefined,
  now: string | undefined,
  changed = false,
): string {
  const cell = (line: number | undefined, text: string | undefined, name: string): string => {
    const shown = escaped(visibleLine((text ?? '').replace(/\r?\n$/, '')));
    return `<td>${line ?? ''}</td><td${changed && line !== undefined ? ` class="${name}"` : ''}>${shown}</td>`;
  };
  return `<tr>${cell(left, old, 'out')}${cell(right, now, 'in')}</tr>`;
}
