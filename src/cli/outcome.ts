/** What became of a file, as it is reported. */
import path from 'node:path';
import type { FixResult } from '../engine/fix.ts';
import type { Settings } from './config/settings.ts';
import { explainError, FileError } from './errors.ts';
import { looksLikeTemplate } from './names.ts';
import type { FileReport } from './report.ts';

export function ignored(shown: string, { config = '' }: Settings): FileReport {
  const by = path.relative(process.cwd(), config);
  const reason = `the configuration ${by} ignores it`;
  return { path: shown, status: 'skipped', findings: [], output: null, reason, ignored: true };
}

/** Of a file that was come upon, and that what generates it would overwrite. */
export function generated(shown: string): FileReport {
  const reason =
    'its comments say that it is generated: change what generates it, or name this file itself';
  return { path: shown, status: 'skipped', findings: [], output: null, reason };
}

export function failed(shown: string, error: unknown): FileReport {
  const line = error instanceof FileError ? error.line : undefined;
  return {
    path: shown,
    status: 'failed',
    findings: [],
    output: null,
    reason: explainError(error),
    ...(line === undefined ? {} : { line }),
  };
}

/** Of a file that was to be written, and was not. */
export function notWritten(report: FileReport, error: unknown, output: string | null): FileReport {
  const findings = report.findings.map((finding) =>
    finding.applied ? { ...finding, applied: false, reason: 'the file was not written' } : finding,
  );
  return { ...failed(report.path, error), findings, output };
}

/** Of a file whose changes did not hold when they were built. */
export function leftOut(report: FileReport, why: string, output: string | null): FileReport {
  const findings = report.findings.map((finding) =>
    finding.applied ? { ...finding, applied: false, reason: why } : finding,
  );
  return { ...report, status: 'unchanged', findings, output };
}

export function reportOf(shown: string, text: string, result: FixResult): FileReport {
  const { status, output, findings, bugs, warnings, reason, line } = result;
  return {
    path: shown,
    status,
    findings,
    output,
    ...(reason === undefined
      ? {}
      : { reason: status === 'failed' ? advice(shown, text, reason) : reason }),
    ...(line === undefined ? {} : { line }),
    ...(bugs.length > 0 ? { bugs } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}

/** What is wrong with a file that Docker would refuse, and what to do. */
function advice(shown: string, text: string, reason: string): string {
  return looksLikeTemplate(shown, text)
    ? `${reason}; it looks like a template: run dockopt on what it generates, or leave it out`
    : `${reason}; Docker refuses it too: correct it, or leave it out`;
}
