import { createTwoFilesPatch } from 'diff';
import type { FixResult } from '../../src/index.ts';

/** A diff of two texts for reading: what a terminal hides is shown. */
export function readableDiff(expected: string, actual: string): string {
  const patch = createTwoFilesPatch(
    'expected',
    'actual',
    visible(expected),
    visible(actual),
    '',
    '',
    {
      context: 4,
    },
  );
  return patch.replace(/^=+\n/, '');
}

const visible = (text: string): string =>
  text
    .replaceAll('\uFEFF', '<BOM>')
    .replaceAll('\r', '<CR>')
    .replaceAll('\t', '<TAB>')
    .replace(/[ \u00a0]+$/gm, (blanks) => '·'.repeat(blanks.length));

/** Fails with a readable diff. */
export function expectText(actual: string, expected: string, what = 'the output'): void {
  if (actual !== expected) {
    throw new Error(`${what} is not as expected\n${readableDiff(expected, actual)}`);
  }
}

/**
 * A result on a few lines, for comparing with a literal: the status, then one line each for what
 * was applied (`+`), held back (`-`), refused (`x`), a bug (`!`) and a warning (`?`).
 */
export function brief(result: FixResult): string[] {
  const reason = result.reason === undefined ? '' : `: ${result.reason}`;
  const line = result.line === undefined ? '' : ` in line ${result.line}`;
  return [
    `${result.status}${line}${reason}`,
    ...result.findings.map((finding) => {
      const sign = finding.applied ? '+' : finding.refused ? 'x' : '-';
      const why = finding.reason === undefined ? '' : ` (${finding.reason})`;
      return `${sign} ${finding.line} ${finding.transform} ${finding.message}${why}`;
    }),
    ...result.bugs.map((bug) => `! ${bug.line} ${bug.transform} ${bug.problem}`),
    ...result.warnings.map((warning) => `? ${warning.line} ${warning.message}`),
  ];
}

/** The lines of a Dockerfile, each with its line break. */
export const lines = (...texts: readonly string[]): string =>
  texts.map((text) => `${text}\n`).join('');
