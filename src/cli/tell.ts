/** The lines about files, on standard error. */
import path from 'node:path';
import type { Log } from './log.ts';
import { withSlashes } from './paths.ts';
import type { FileReport } from './report.ts';
import type { Request } from './request.ts';
import { byteText, visible } from './terminal.ts';

export function tell(
  { path: shown, status, reason, line, ...report }: FileReport,
  request: Request,
  log: Log,
): void {
  if (status === 'failed') log.at(shown, line, reason ?? 'failed');
  if (status === 'skipped' && tellsOfSkipped(shown, request, report.ignored)) {
    log.at(shown, line, `skipped: ${reason}`);
  }
  if (status === 'changed' && request.write) log.line(`wrote ${visible(shown)}`);
  for (const warning of report.warnings ?? []) {
    log.at(shown, warning.line, `warning: ${warning.message}`);
  }
  for (const bug of report.bugs ?? []) {
    const what = `bug in transform ${bug.transform}: ${bug.problem}`;
    const then = 'its edit was taken back, the rest was applied; please report it';
    log.at(shown, bug.line, `${what}; ${then}`);
  }
  if (report.context && status === 'changed') log.line(sizeLine(report.context));
  if (request.verbose) tellFindings(shown, report.findings, log);
}

function tellFindings(shown: string, findings: FileReport['findings'], log: Log): void {
  for (const { transform, applicability, message, line, ...finding } of findings) {
    const why = finding.applied
      ? ''
      : `; ${finding.refused ? 'refused' : 'held back'}: ${finding.reason}`;
    log.at(shown, line, `${transform} (${applicability}): ${message}${why}`);
  }
}

/** Of what a configuration ignores only where the user named the file. */
function tellsOfSkipped(shown: string, { verbose, paths }: Request, isIgnored = false): boolean {
  if (!isIgnored || verbose) return true;
  return paths.some((given) => withSlashes(path.normalize(given)) === shown);
}

/** What a change of an ignore file makes of its build context. */
function sizeLine({ path: shown, before, after }: NonNullable<FileReport['context']>): string {
  const size = (bytes: number | undefined): string =>
    bytes === undefined ? 'too large to be measured' : byteText(bytes);
  const name = `${visible(shown)}${shown.endsWith('/') ? '' : '/'}`;
  return `build context of ${name}: ${size(before)} -> ${size(after)}`;
}
