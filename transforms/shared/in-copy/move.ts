import type { Change, Document, Edit, Instruction } from '../../../src/kit.ts';
import { isAccount } from './accounts.ts';
import type { Attribute } from './attributes.ts';
import { commentsAbove, nextLine } from '../multi-stage/lines.ts';
import { stepsIn } from './attributes.ts';
import { textAfter } from './flags.ts';
import type { Shrunk } from './shrink.ts';
import type { Step } from '../multi-stage/types.ts';

/**
 * Puts the RUN that makes a user before the first COPY that names it. `undefined` where it does
 * more than that, or would do something else there.
 */
export function moveAccounts(
  doc: Document,
  steps: readonly Step[],
  before: Instruction,
  attribute: Attribute,
  shrunk: Shrunk,
): Shrunk | undefined {
  const [{ run }] = steps as readonly [Step];
  if (steps.some((step) => step.run !== run) || run.stage !== before.stage) return undefined;
  if (run.comments.length > 0 || run.heredocs.length > 0 || run.flags.length > 0) return undefined;
  const own = stepsIn(run.stage!).steps.filter((step) => step.run === run);
  if (!own.every((step) => isAccount(step) || step.program === 'set' || step === attribute.step))
    return undefined;
  // A variable, or a relative path, may be another one up there.
  if (run.args.text.includes('$')) return undefined;
  if (!isSame(run, before)) return undefined;
  const ownEdits = attribute.run === run ? shrunk.edits : [];
  const text = textAfter(doc, run, ownEdits);
  const others = attribute.run === run ? { edits: [], changes: [] } : shrunk;
  const moved = moveLines(doc, run, before, text);
  return (
    moved && {
      edits: [...others.edits, ...moved.edits],
      changes: [...others.changes, ...moved.changes],
    }
  );
}

/** Do both see the same user, shell and directory? */
function isSame(run: Instruction, before: Instruction): boolean {
  const [a, b] = [run.state!, before.state!];
  return (['user', 'shell', 'workdir'] as const).every(
    (field) => JSON.stringify(a[field]) === JSON.stringify(b[field]),
  );
}

function moveLines(
  doc: Document,
  run: Instruction,
  before: Instruction,
  text: string,
): Shrunk | undefined {
  const { start, comments } = commentsAbove(doc, run);
  let end = nextLine(doc, run.end);
  if (end === doc.text.length && !doc.text.endsWith('\n')) return undefined;
  const head = doc.text.slice(start, run.start);
  const isBlank = (at: number): boolean => doc.text.startsWith(doc.eol, at);
  const blankBehind = isBlank(end);
  if (blankBehind) end += doc.eol.length;
  const at = commentsAbove(doc, before).start;
  const edits: Edit[] = [
    { start: at, end: at, text: `${head}${text}${doc.eol}${blankBehind ? doc.eol : ''}` },
    { start, end, text: '' },
  ];
  const changes: Change[] = [
    { kind: 'inserted', before, texts: [text] },
    { kind: 'removed', instruction: run },
    ...comments.map((comment): Change => ({ kind: 'uncommented', comment })),
  ];
  return { edits, changes };
}
