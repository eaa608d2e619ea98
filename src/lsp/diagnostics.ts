/** Findings, refusals and troubles as diagnostics. */
import path from 'node:path';
import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver-types';
import type { ReportedFinding } from '../engine/fix.ts';
import { looksLikeTemplate } from '../cli/names.ts';
import { reportOf } from '../cli/outcome.ts';
import { sentence } from '../cli/reports/said.ts';
import { visible } from '../cli/terminal.ts';
import { firstLineOf, type Analysis } from './analysis.ts';
import { lineRange } from './edits.ts';

const SOURCE = 'dockopt';

/** How an editor shows what is of no use, and what is no longer to be used. */
const TAGS: Readonly<Record<string, DiagnosticTag>> = {
  'drop-unused-stages': DiagnosticTag.Unnecessary,
  'drop-shadowed-commands': DiagnosticTag.Unnecessary,
  'label-maintainer': DiagnosticTag.Deprecated,
  'replace-retired-base': DiagnosticTag.Deprecated,
};

export function diagnosticsOf(analysis: Analysis): Diagnostic[] {
  const { document, result, settings } = analysis;
  if (settings.ignored) return [];
  if (result.status === 'failed') return [failure(analysis)];
  return [
    ...analysis.findings.map((finding) =>
      diagnosticOf(finding, analysis, lineRange(document, finding.line)),
    ),
    ...ignoreFileDiagnostics(analysis),
    ...result.warnings.map(({ line, message }) => ({
      range: lineRange(document, line),
      severity: DiagnosticSeverity.Warning,
      source: SOURCE,
      message: visible(message),
    })),
  ];
}

/** About the ignore file of the build context; they stand at the first instruction. */
export function ignoreFileDiagnostics(analysis: Analysis): Diagnostic[] {
  const { report } = analysis.ignoreFile ?? {};
  if (!report) return [];
  const name = path.basename(report.path);
  const range = lineRange(analysis.document, firstLineOf(analysis));
  return report.findings.map((finding) =>
    diagnosticOf({ ...finding, message: `${name}: ${finding.message}` }, analysis, range),
  );
}

function diagnosticOf(finding: ReportedFinding, { settings }: Analysis, range: Range): Diagnostic {
  const { transform } = finding;
  const href = settings.known.find(({ id }) => id === transform)?.sources[0]?.url;
  const tag = TAGS[transform];
  return {
    range,
    severity: severityOf(finding),
    source: SOURCE,
    code: transform,
    message: sentence(finding),
    ...(href === undefined ? {} : { codeDescription: { href } }),
    ...(tag === undefined || finding.refused ? {} : { tags: [tag] }),
  };
}

/** What `dockopt fix` would apply stands out; of a refusal nobody has to hear unasked. */
function severityOf({ applied, refused }: ReportedFinding): DiagnosticSeverity {
  if (applied) return DiagnosticSeverity.Warning;
  return refused ? DiagnosticSeverity.Hint : DiagnosticSeverity.Information;
}

function failure({ document, file = '', result }: Analysis): Diagnostic {
  const text = document.getText();
  const isTemplate = looksLikeTemplate(file, text);
  const { reason = '' } = isTemplate ? reportOf(file, text, result) : result;
  return {
    range: lineRange(document, result.line ?? 1),
    severity: isTemplate ? DiagnosticSeverity.Information : DiagnosticSeverity.Error,
    source: SOURCE,
    message: visible(reason),
  };
}
