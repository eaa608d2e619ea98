/** What became of a whole migration, as Markdown, as JSON and as a page. */
import path from 'node:path';
import { escaped as inHtml, headOf } from '../cli/reports/html-text.ts';
import { code, plain } from '../cli/reports/markdown-text.ts';

import type { Totals } from '../cli/report.ts';
import { byteText, count, visible } from '../cli/terminal.ts';
import { writeWhole } from './whole.ts';
import type { UnitFile } from './finish.ts';
import type { UnitState } from './journal.ts';

export interface UnitOutcome {
  readonly state: UnitState;
  /** Undefined where its files were never made. */
  readonly unit?: UnitFile;
}

/** A Dockerfile that could not be done. */
export interface Trouble {
  readonly path: string;
  readonly line?: number;
  readonly reason: string;
}

export interface MigrationSummary {
  readonly version: 1;
  readonly by: string;
  readonly shard: string;
  readonly totals: Totals;
  readonly units: readonly UnitOutcome[];
  /** The first of them, up to `MAX_TROUBLES`; `totals.failed` counts all. */
  readonly troubles: readonly Trouble[];
}

export const MAX_TROUBLES = 1000;
/** Rows of the Markdown table: a comment has no room for more. */
const MAX_ROWS = 300;

export const SUMMARY = 'summary.json';

export function writeSummaries(directory: string, summary: MigrationSummary): void {
  writeWhole(path.join(directory, SUMMARY), `${JSON.stringify(summary, null, 1)}\n`);
  writeWhole(path.join(directory, 'summary.md'), markdownOf(summary));
  writeWhole(path.join(directory, 'summary.html'), pageOf(summary));
}

export function sentenceOf({ totals, units }: MigrationSummary): string {
  const by = new Map<string, number>();
  for (const { state } of units) by.set(state.status, (by.get(state.status) ?? 0) + 1);
  const parts = [...by].map(([status, number]) => `${number} ${status}`).join(', ');
  const saved =
    totals.saved >= 1e6 ? `; images smaller by about ${byteText(totals.saved)} (estimated)` : '';
  return (
    `${count(totals.changed, 'file')} of ${totals.files} in ${count(units.length, 'unit')}` +
    `${parts === '' ? '' : ` (${parts})`}${totals.failed > 0 ? `; ${count(totals.failed, 'file')} failed` : ''}${saved}`
  );
}

function markdownOf(summary: MigrationSummary): string {
  const { units, troubles } = summary;
  const rows = units.slice(0, MAX_ROWS).map(({ state, unit }) => {
    const saved = unit?.totals.saved ?? 0;
    const { reason, branch } = state;
    const note = reason === undefined && branch !== undefined ? code(branch) : plain(reason ?? '');
    return (
      `| ${code(state.id)} | ${state.status} | ${unit?.totals.files ?? ''} | ${unit?.totals.changes ?? ''} | ` +
      `${saved > 0 ? byteText(saved) : ''} | ${note} |\n`
    );
  });
  const more = units.length - rows.length;
  return [
    '## dockopt migrate\n\n',
    `${sentenceOf(summary)}.\n\n`,
    ...(rows.length > 0
      ? [
          '| unit | status | files | changes | saves | |\n| --- | --- | --- | --- | --- | --- |\n',
          ...rows,
          '\n',
        ]
      : []),
    ...(more > 0 ? [`${count(more, 'unit')} more.\n\n`] : []),
    ...(troubles.length > 0
      ? ['### Files that could not be done\n\n', ...troubles.slice(0, MAX_ROWS).map(troubleLine)]
      : []),
  ].join('');
}

const troubleLine = ({ path: file, line, reason }: Trouble): string =>
  `- ${code(line === undefined ? file : `${file}:${line}`)}: ${plain(reason)}\n`;

const STYLE = `
:root { color-scheme: light dark; --line: #8884; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }
table { border-collapse: collapse; } td, th { padding: .2rem .8rem .2rem 0; text-align: left;
  border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
`;

/** A page that leads to the pages of the units. */
function pageOf(summary: MigrationSummary): string {
  const rows = summary.units.map(({ state, unit }) => {
    const at = `units/${encodeURIComponent(state.id)}`;
    const links = unit
      ? `<a href="${at}/changes.html">changes</a> <a href="${at}/changes.patch">patch</a> <a href="${at}/body.md">text</a>`
      : '';
    const saved = unit?.totals.saved ?? 0;
    const cells = [
      shown(unit?.name ?? state.id),
      `${state.status}${state.reason === undefined ? '' : `: ${shown(state.reason)}`}`,
      String(unit?.totals.files ?? ''),
      String(unit?.totals.changes ?? ''),
      saved > 0 ? byteText(saved) : '',
      shown(state.branch ?? ''),
      links,
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
  });
  const troubles = summary.troubles.map(
    ({ path: file, line, reason }) =>
      `<li><code>${shown(line === undefined ? file : `${file}:${line}`)}</code>: ${shown(reason)}</li>\n`,
  );
  return (
    `${headOf('dockopt migrate', STYLE)}<h1>dockopt migrate</h1>\n<p>${shown(sentenceOf(summary))}.</p>\n` +
    `<table><tr><th>unit</th><th>status</th><th>files</th><th>changes</th><th>saves</th><th>branch</th><th></th></tr>\n` +
    `${rows.join('')}</table>\n` +
    (troubles.length > 0
      ? `<h2>Files that could not be done</h2>\n<ul>\n${troubles.join('')}</ul>\n`
      : '') +
    '</body>\n</html>\n'
  );
}

const shown = (text: string): string => inHtml(visible(text));
