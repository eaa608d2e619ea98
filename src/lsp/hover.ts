/** What is told of an instruction with findings. */
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver-types';
import type { ReportedFinding } from '../engine/fix.ts';
import { explainMarkdown, explainText } from '../cli/catalog.ts';
import { sentence } from '../cli/reports/said.ts';
import { firstLineOf, linesAround, type Analysis } from './analysis.ts';

export function hoverOf(
  analysis: Analysis,
  position: Position,
  takesMarkdown: boolean,
): Hover | undefined {
  const { document } = analysis;
  const text = document.getText();
  // A position counts lines as the editor does; a lone carriage return ends one of those.
  const line = text.slice(0, document.offsetAt(position)).split('\n').length;
  const [first, last] = linesAround(text, line);
  const here = findingsAt(analysis, first, last).toSorted(
    (a, b) => Number(b.line === line) - Number(a.line === line),
  );
  const ids = [...new Set(here.map(({ transform }) => transform))];
  const told = ids.flatMap((id) => toldOf(id, here, analysis, takesMarkdown));
  if (told.length === 0) return undefined;
  const value = told.join(takesMarkdown ? '\n---\n\n' : '\n');
  const kind = takesMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value } };
}

function findingsAt(analysis: Analysis, first: number, last: number): ReportedFinding[] {
  const isHere = (line: number): boolean => line >= first && line <= last;
  const { findings = [] } = analysis.ignoreFile?.report ?? {};
  return [
    ...analysis.findings.filter(({ line }) => isHere(line)),
    ...(isHere(firstLineOf(analysis)) ? findings : []),
  ];
}

function toldOf(
  id: string,
  here: readonly ReportedFinding[],
  { settings }: Analysis,
  takesMarkdown: boolean,
): string[] {
  const transform = settings.known.find((one) => one.id === id);
  if (!transform) return [];
  const messages = here.filter((one) => one.transform === id).map(sentence);
  if (!takesMarkdown) return [`${messages.join('\n')}\n\n${explainText(transform)}`];
  const list = [...new Set(messages)].map((message) => `- ${escaped(message)}\n`);
  return [`${list.join('')}\n${explainMarkdown(transform)}`];
}

/** Names of the file in a message are no markup. */
const escaped = (text: string): string => text.replace(/[\\`*<[\]]|\b_|_\b/g, '\\$&');
