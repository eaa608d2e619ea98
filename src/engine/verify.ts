import { Document, workdirAfter } from '../model/document.ts';
import { valueOf } from '../model/fact.ts';
import type { Instruction } from '../model/instruction.ts';
import { DockerfileError, type Comment } from '../model/split.ts';
import { byteLength } from '../model/text.ts';
import type { Change, Finding } from './finding.ts';
import { flagsSummary, runOf, runSummary, summaryOf, summaryOfText } from './summary.ts';

/**
 * The longest argument that Linux takes (MAX_ARG_STRLEN, 128 KiB with its final zero byte); a RUN
 * is handed to its shell as one. https://man7.org/linux/man-pages/man2/execve.2.html, read
 * 2026-11-23; measured: 131,071 bytes work, 131,072 fail with E2BIG.
 */
export const MAX_RUN_BYTES = 131_071;

/** The output of a pass, or what is wrong with it. */
export type Verdict =
  { readonly ok: true; readonly doc: Document } | { readonly ok: false; readonly problem: string };

const bad = (problem: string): Verdict => ({ ok: false, problem });

/** Parses the output again and holds it against what the findings declare. */
export function verify(before: Document, text: string, findings: readonly Finding[]): Verdict {
  let after: Document;
  try {
    after = new Document(text);
  } catch (error) {
    if (error instanceof DockerfileError) {
      return bad(`the output does not parse: line ${error.line}: ${error.message}`);
    }
    throw error;
  }
  const problem =
    bytesProblem(before, after, findings) ??
    safetyProblem(findings) ??
    meaningProblem(before, after, findings) ??
    commentProblem(before, after, findings);
  return problem === undefined ? { ok: true, doc: after } : bad(problem);
}

function bytesProblem(
  before: Document,
  after: Document,
  findings: readonly Finding[],
): string | undefined {
  if (before.bom !== after.bom) return 'the byte order mark changed';
  if (before.text.endsWith('\n') !== after.text.endsWith('\n'))
    return 'the final line break changed';
  if (foreignEols(after) > foreignEols(before)) return 'the line endings are mixed';
  const added = findings.flatMap(({ changes }) =>
    changes.filter((change) => change.kind === 'directive'),
  );
  const directives = (list: readonly { name: string; value: string }[]): string =>
    JSON.stringify(list.map(({ name, value }) => [name, value]));
  if (directives([...added, ...before.directives]) !== directives(after.directives)) {
    return 'the directives are not what was declared';
  }
  return undefined;
}

/** Line breaks of the other kind than the file uses. */
function foreignEols(doc: Document): number {
  let foreign = 0;
  const { text } = doc;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if ((text[at - 1] === '\r') !== (doc.eol === '\r\n')) foreign++;
  }
  return foreign;
}

/** What fills the image with files, and leaves its configuration alone. */
const FILES: ReadonlySet<string> = new Set(['RUN', 'COPY', 'ADD']);

/** A safe finding may change what fills the image, and how the rest is written, not what it says. */
function safetyProblem(findings: readonly Finding[]): string | undefined {
  for (const finding of findings) {
    if (finding.applicability !== 'safe') continue;
    if (finding.changes.every(keepsConfiguration)) continue;
    return 'a finding that says safe declares a change of the configuration';
  }
  return undefined;
}

function keepsConfiguration(change: Change): boolean {
  switch (change.kind) {
    case 'run':
    case 'uncommented':
    case 'directive':
      return true;
    case 'flags':
      return FILES.has(change.instruction.keyword);
    case 'removed':
      return runOf(change.instruction) !== undefined || FILES.has(change.instruction.keyword);
    case 'inserted':
      return change.texts.every((text) => FILES.has(keywordOf(text)));
    case 'replaced': {
      const { instruction, by } = change;
      if (FILES.has(instruction.keyword) && FILES.has(keywordOf(by))) return true;
      if (summaryOfText(by, instruction.escape) === summaryOf(instruction)) return true;
      return (
        instruction.keyword === 'WORKDIR' && by === `WORKDIR ${valueOf(workdirAfter(instruction))}`
      );
    }
  }
}

const keywordOf = (text: string): string => /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? '';

function meaningProblem(
  before: Document,
  after: Document,
  findings: readonly Finding[],
): string | undefined {
  const expected = expectedSummaries(before, findings);
  const { instructions } = after;
  for (let i = 0; i < Math.max(expected.length, instructions.length); i++) {
    const instruction = instructions[i];
    if (!instruction) return 'an instruction is missing at the end of the output';
    if (expected[i] === undefined) return `line ${instruction.line} of the output was not declared`;
    if (summaryOf(instruction) !== expected[i]) {
      return `line ${instruction.line} of the output does not say what was declared`;
    }
  }
  return tooLong(instructions, findings);
}

function expectedSummaries(before: Document, findings: readonly Finding[]): string[] {
  const changes = new Map<Instruction | undefined, Change[]>();
  for (const change of findings.flatMap((finding) => finding.changes)) {
    if (change.kind === 'uncommented' || change.kind === 'directive') continue;
    const at = change.kind === 'inserted' ? change.before : change.instruction;
    const list = changes.get(at);
    if (list) list.push(change);
    else changes.set(at, [change]);
  }
  const inserted = (list: readonly Change[]): string[] =>
    list.flatMap((change) =>
      change.kind === 'inserted'
        ? change.texts.map((text) => summaryOfText(text, before.escape))
        : [],
    );
  const expected: string[] = [];
  for (const instruction of before.instructions) {
    const list = changes.get(instruction) ?? [];
    expected.push(...inserted(list));
    if (list.some((change) => change.kind === 'removed')) continue;
    expected.push(
      list.reduce((summary, change) => {
        if (change.kind === 'run') return runSummary(instruction, change.tokens, change.flags);
        if (change.kind === 'flags') return flagsSummary(instruction, change.flags);
        if (change.kind === 'replaced') return summaryOfText(change.by, instruction.escape);
        return summary;
      }, summaryOf(instruction)),
    );
  }
  expected.push(...inserted(changes.get(undefined) ?? []));
  return expected;
}

function tooLong(
  instructions: readonly Instruction[],
  findings: readonly Finding[],
): string | undefined {
  if (!findings.some((finding) => finding.changes.some((change) => change.kind === 'run'))) {
    return undefined;
  }
  for (const instruction of instructions) {
    const run = runOf(instruction);
    // No UTF-16 unit takes more than three bytes.
    if (!run || run.args.text.length * 3 <= MAX_RUN_BYTES) continue;
    if (byteLength(run.args.text) > MAX_RUN_BYTES) {
      return `the RUN in line ${instruction.line} of the output is too long for one argument`;
    }
  }
  return undefined;
}

/** Every comment must still be there, in order, unless a finding declares that it goes. */
function commentProblem(
  before: Document,
  after: Document,
  findings: readonly Finding[],
): string | undefined {
  const gone = new Set(
    findings.flatMap((finding) =>
      finding.changes.flatMap((change) =>
        change.kind === 'uncommented' ? [change.comment.start] : [],
      ),
    ),
  );
  const found = commentsOf(after);
  let at = 0;
  for (const comment of commentsOf(before)) {
    if (gone.has(comment.start)) continue;
    while (at < found.length && found[at]!.text !== comment.text) at++;
    if (at === found.length) return `the comment in line ${comment.line} is lost`;
    at++;
  }
  return undefined;
}

function commentsOf(doc: Document): Comment[] {
  const comments = [
    ...doc.comments,
    ...doc.instructions.flatMap((instruction) => instruction.comments),
  ];
  return comments.toSorted((a, b) => a.start - b.start);
}
