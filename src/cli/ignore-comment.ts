/** Writes the comment that tells a transform to leave an instruction alone. */
import { isByComment } from '../engine/ignore.ts';
import type { FindingPlace, FixResult } from '../engine/fix.ts';
import { parseDockerfile } from '../index.ts';

/** A text with a new line. */
export interface Commented {
  readonly text: string;
  /** The number of the new line, from 1. */
  readonly line: number;
  /** Where it was put, and what was put there. */
  readonly offset: number;
  readonly inserted: string;
}

/**
 * The text with a comment over the instruction of a finding; undefined where no comment keeps the
 * transform from it. `again`: what a run makes of another text.
 */
export function withIgnoreComment(
  text: string,
  { transform, line }: FindingPlace,
  again: (text: string) => FixResult,
): Commented | undefined {
  const doc = parseDockerfile(text);
  const holds = doc.instructions.findLast((one) => one.line <= line && line <= one.endLine);
  const next = doc.instructions.find((one) => one.line > line);
  for (const instruction of [holds, next]) {
    if (!instruction) continue;
    const begin = text.lastIndexOf('\n', instruction.start - 1) + 1;
    const offset = begin === 0 && doc.bom ? 1 : begin;
    const indent = text.slice(offset, instruction.start);
    const inserted = `${indent}# dockopt ignore=${transform}${doc.eol}`;
    const commented = text.slice(0, offset) + inserted + text.slice(offset);
    const shifted = line >= instruction.line ? line + 1 : line;
    const { status, findings } = again(commented);
    const left = findings.some(
      (one) =>
        one.transform === transform && one.line === shifted && !isByComment(one.reason ?? ''),
    );
    if (status !== 'failed' && !left) {
      return { text: commented, line: instruction.line, offset, inserted };
    }
  }
  return undefined;
}
