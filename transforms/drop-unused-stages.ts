import {
  defineTransform,
  type Change,
  type Document,
  type Finding,
  type Stage,
} from '../src/kit.ts';
import { attachedComments } from './shared/editing.ts';
import { isNamedForTarget, isTarget } from './shared/spelling/targets.ts';

export default defineTransform({
  id: 'drop-unused-stages',
  summary: 'Drop stages that nothing is built on or copies from',
  why: 'A stage that is neither the last nor used by one is built by no plain build, and its reader looks for what it is for.',
  safety:
    'Unsafe: a build may ask for the stage by its name, with --target. Where a compose file, a bake file, a makefile or a workflow of the build context does, or the name is one that people give to --target (dev, test, lint, debug), it stays and nothing is said.',
  since: '0.1.0',
  emits: ['unsafe'],
  options: {},
  reasons: {
    number: 'a later instruction counts the stages',
  },
  sources: [
    {
      title: 'Multi-stage builds: stop at a specific build stage',
      url: 'https://docs.docker.com/build/building/multi-stage/#stop-at-a-specific-build-stage',
      date: '2026-11-25',
    },
  ],
  ignoredBy: { tally: ['tally/no-unreachable-stages', 'no-unreachable-stages'] },

  *run({ doc, context, allows }) {
    if (isBuiltOnAny(doc)) return;
    for (const stage of doc.stages) {
      const all = [stage.from, ...stage.instructions];
      if (!isUnused(doc, stage) || !all.every(allows)) continue;
      if (isNamedForTarget(stage) || isTarget(stage, context)) continue;
      const called = stage.name === undefined ? 'this stage' : `the stage ${stage.name}`;
      const message = `nothing uses ${called}, unless a build asks for it with --target`;
      const counting = countingBehind(doc, stage);
      if (counting === undefined) yield { ...removal(doc, stage), at: stage.from, message };
      else yield { at: stage.from, message, reason: 'number', detail: counting };
    }
  },
});

/** With a variable in FROM, whoever builds chooses the stage. */
const isBuiltOnAny = (doc: Document): boolean =>
  doc.stages.some((stage) => stage.from.args.text.includes('$'));

function isUnused(doc: Document, stage: Stage): boolean {
  if (stage.isFinal || stage.children.length > 0 || stage.readers.length > 0) return false;
  // A trigger may name a stage of the file that is built on this one.
  return !doc.only('ONBUILD').some(({ args }) => /\bfrom=/.test(args.text));
}

/** A COPY or mount that names a stage behind this one by its number. */
function countingBehind(doc: Document, stage: Stage): string | undefined {
  for (const { flagTexts } of doc.instructions) {
    for (const text of flagTexts) {
      const number = /\bfrom=(\d+)\b/.exec(text)?.[1];
      if (number !== undefined && Number(number) > stage.index) return `--from=${number}`;
    }
  }
  return undefined;
}

function removal(
  doc: Document,
  stage: Stage,
): Pick<Finding, 'edits' | 'changes' | 'applicability' | 'basis'> {
  const all = [stage.from, ...stage.instructions];
  const start = Math.max(topOf(doc, stage), doc.bom ? 1 : 0);
  const end = topOf(doc, doc.stages[stage.index + 1]!);
  const comments = [
    ...doc.commentsBetween(start, end),
    ...all.flatMap((instruction) => instruction.comments),
  ];
  const changes: Change[] = [
    ...all.map((instruction): Change => ({ kind: 'removed', instruction })),
    ...comments.map((comment): Change => ({ kind: 'uncommented', comment })),
  ];
  return {
    applicability: 'unsafe',
    edits: [{ start, end, text: becomesDirective(doc, start, end) ? doc.eol : '' }],
    changes,
    // Whatever else is written in the same pass may name the stage.
    basis: [{ start: 0, end: doc.text.length }],
  };
}

/**
 * Would a comment such as `# escape=x`, once nothing stands before it, be read as a directive? A
 * blank line keeps it a comment: https://docs.docker.com/reference/dockerfile/#parser-directives,
 * read 2026-11-26.
 */
const becomesDirective = (doc: Document, start: number, end: number): boolean =>
  /^\uFEFF?(?:#[ \t]*\w+[ \t]*=[^\n]*\n)*$/.test(doc.text.slice(0, start)) &&
  /^[ \t]*#[ \t]*\w+[ \t]*=/.test(doc.text.slice(end));

/** Where the line of a FROM begins, or the first of the comments directly above it. */
function topOf(doc: Document, { from, index, name }: Stage): number {
  const line = doc.text.lastIndexOf('\n', from.start - 1) + 1;
  const comments = attachedComments(doc, line);
  const [first] = comments;
  // At the top of the file they may speak of all of it.
  const speaksOfIt = comments.some(({ text }) => name !== undefined && text.includes(name));
  if (index === 0 && !speaksOfIt) return line;
  return first ? doc.text.lastIndexOf('\n', first.start - 1) + 1 : line;
}
