import type { Change, Document, Edit, Finding, Instruction } from '../../../src/kit.ts';
import { insertCommand, removeInstruction, slotBehind } from '../editing.ts';
import { rewrite } from '../mounts/rewrite.ts';
import { commandsThat } from './programs.ts';
import { addressOf } from './kept.ts';
import type { SecretArgument, Use } from './arguments.ts';

type Written = Pick<Finding, 'edits' | 'changes'>;

/** Takes the declarations out and gives each RUN that reads the credential a mount. */
export function mountInstead(doc: Document, secret: SecretArgument): Written | undefined {
  const parts: (Written | undefined)[] = [
    ...secret.declared.map((instruction) => withoutPair(doc, instruction, secret.name)),
    ...secret.exported.map((instruction) => withoutInstruction(doc, instruction)),
    ...secret.uses.map((use) => mounted(use, secret)),
  ];
  if (parts.includes(undefined)) return undefined;
  const all = parts as Written[];
  return {
    edits: all.flatMap(({ edits }) => edits),
    changes: all.flatMap(({ changes }) => changes),
  };
}

/** Speaks of the credential, and of nothing that stays. */
const ABOUT =
  /\b(?:token|secret|password|credential|key|auth\w*|private|login|npm|pip|github|gitlab|registry|arg|argument|build[- ]?arg)s?\b/i;

/** A comment that may speak of more stays where it is. */
const withoutInstruction = (doc: Document, instruction: Instruction): Written | undefined =>
  removeInstruction(doc, instruction, ABOUT) ?? withoutLine(doc, instruction);

function withoutLine(doc: Document, instruction: Instruction): Written | undefined {
  if (instruction.comments.length > 0) return undefined;
  const start = doc.text.lastIndexOf('\n', instruction.start - 1) + 1;
  const end = doc.text.indexOf('\n', instruction.end) + 1;
  if (end === 0) return undefined;
  return { edits: [{ start, end, text: '' }], changes: [{ kind: 'removed', instruction }] };
}

/** The pairs that stay, each with the blanks before it. */
function withoutPair(doc: Document, instruction: Instruction, name: string): Written | undefined {
  const { pairs } = instruction;
  const rest = pairs.filter((pair) => pair.name !== name);
  if (rest.length === 0) return withoutInstruction(doc, instruction);
  const written = (start: number, end: number): string => doc.text.slice(start, end);
  const edits = pairs.flatMap((pair, at): Edit[] => {
    if (pair.name !== name) return [];
    const next = pairs[at + 1];
    return [
      next
        ? { start: pair.start, end: next.start, text: '' }
        : { start: pairs[at - 1]!.end, end: pair.end, text: '' },
    ];
  });
  // A comment or two neighbours that both go are left to the reader.
  const lost = instruction.comments.some((comment) =>
    edits.some((edit) => comment.start < edit.end && edit.start < comment.end),
  );
  if (lost || edits.length > 1) return undefined;
  const by = `${instruction.keyword} ${rest.map((pair) => written(pair.start, pair.end)).join(' ')}`;
  return { edits, changes: [{ kind: 'replaced', instruction, by }] };
}

/** The flag that puts a secret into a variable of one RUN. */
const flagOf = ({ name, optional }: SecretArgument): string =>
  `--mount=type=secret,id=${name},env=${name}${optional ? '' : ',required=true'}`;

function mounted({ visit, kept }: Use, secret: SecretArgument): Written | undefined {
  const words = new Map(
    kept.flatMap((one) => {
      const parts = one.kind === 'clone' ? addressOf(one.url) : undefined;
      if (one.kind !== 'clone' || !parts) return [];
      const setting = `git -c url."${parts.secret}".insteadOf=${parts.plain}`;
      return [[one.git, setting] as const, [one.url, parts.plain + parts.path] as const];
    }),
  );
  const flags = [flagOf(secret)];
  const rewritten = rewrite(visit, { flags, gone: new Set(), words, first: [] });
  const npm = kept.flatMap((one) => (one.kind === 'npm' ? [one] : []));
  if (!rewritten || npm.length === 0) return rewritten;
  // Behind the last call of a package manager the token is not needed any more.
  const last = commandsThat(visit.script, /^(?:npm|yarn|pnpm)$/).at(-1)!;
  const slot = slotBehind(visit.run, visit.script, last, false);
  if (typeof slot === 'string' || words.size > 0 || npm.length > 1) return undefined;
  const text = `npm config delete ${npm[0]!.key}`;
  const added = insertCommand(visit.doc, visit.run, visit.script, slot, text);
  const change: Change = {
    kind: 'run',
    instruction: visit.outer,
    tokens: added.tokens,
    flags: [...visit.run.flagTexts, ...flags],
  };
  return { edits: [...rewritten.edits, ...added.edits], changes: [change] };
}
