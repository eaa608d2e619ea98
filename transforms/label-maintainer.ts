import {
  defineTransform,
  type Document,
  type Instruction,
  type Result,
  type Stage,
} from '../src/kit.ts';
import { removeInstruction } from './shared/editing.ts';

const KEYS: Readonly<Record<string, string>> = {
  authors: 'org.opencontainers.image.authors',
  maintainer: 'maintainer',
};

export default defineTransform({
  id: 'label-maintainer',
  summary: 'Write MAINTAINER as a label',
  why: 'MAINTAINER is deprecated. A label says the same, and tools read it.',
  safety:
    'Suggested: the author moves from a field of the image to a label. Quotes around the whole text, which MAINTAINER takes for a part of the name, are left out.',
  since: '0.1.0',
  emits: ['suggested'],
  options: {
    key: {
      type: 'choice',
      choices: ['authors', 'maintainer'],
      default: 'authors',
      describe: 'The label: org.opencontainers.image.authors, or maintainer',
    },
  },
  reasons: {
    labelled: 'a label of the same stage says who the author is',
    comment: 'a comment at it may speak of more',
  },
  sources: [
    {
      title: 'Docker build checks: MaintainerDeprecated',
      url: 'https://docs.docker.com/reference/build-checks/maintainer-deprecated/',
      date: '2026-11-25',
    },
    {
      title: 'How BuildKit takes the text of MAINTAINER: as it is, without expansion',
      url: 'https://github.com/moby/buildkit/blob/73ed682/frontend/dockerfile/instructions/parse.go',
      date: '2026-11-25',
    },
  ],
  ignoredBy: {
    hadolint: ['DL4000'],
    check: ['MaintainerDeprecated'],
    tally: ['MaintainerDeprecated', 'buildkit/MaintainerDeprecated'],
  },

  *run({ doc, options, allows, lineOf }) {
    for (const stage of doc.stages) {
      const all = stage.instructions.filter(({ keyword }) => keyword === 'MAINTAINER');
      const labelled = isLabelled(stage);
      for (const instruction of all) {
        if (!allows(instruction)) continue;
        const last = all.at(-1)!;
        if (labelled) {
          yield { at: instruction, message: 'write it as a label', reason: 'labelled' };
        } else if (instruction !== last) {
          const message = `the MAINTAINER in line ${lineOf(last)} replaces it`;
          yield drop(doc, instruction, message);
        } else yield label(instruction, KEYS[options.key]!);
      }
    }
  },
});

function drop(doc: Document, instruction: Instruction, message: string): Result {
  const removal = removeInstruction(doc, instruction, ABOUT_AUTHORS);
  if (!removal) return { at: instruction, message, reason: 'comment' };
  return { at: instruction, message, applicability: 'suggested', ...removal };
}

/** A comment above a MAINTAINER that speaks of it alone. */
const ABOUT_AUTHORS = /^(?!\w+=)(?:hadolint |.*\b(?:author|maintain|owner|contact))/i;

/** Has it one of the labels already? */
const isLabelled = (stage: Stage): boolean =>
  stage.instructions.some(
    ({ keyword, pairs }) =>
      keyword === 'LABEL' &&
      pairs.some(({ name }) => Object.values(KEYS).includes(name.replace(/^(["'])(.*)\1$/, '$2'))),
  );

function label(instruction: Instruction, key: string): Result {
  if (instruction.comments.length > 0) {
    return { at: instruction, message: 'write it as a label', reason: 'comment' };
  }
  const { args, escape, keywordSpan } = instruction;
  // The builder takes the text as it is; in the value of a label these three are special.
  const text = args.pieces.length > 1 ? args.text.replace(/\s+/g, ' ') : args.text;
  const value = unquoted(text).replace(/["$\\`]/g, (char) =>
    char === '"' || char === '$' || char === escape ? escape + char : char,
  );
  const pair = `${key}="${value}"`;
  const written = instruction.stage!.document.text.slice(keywordSpan.start, keywordSpan.end);
  return {
    at: instruction,
    message: 'MAINTAINER is deprecated: a label says the same',
    applicability: 'suggested',
    edits: [
      { ...keywordSpan, text: written === written.toLowerCase() ? 'label' : 'LABEL' },
      { ...instruction.argsSpan, text: pair },
    ],
    changes: [{ kind: 'replaced', instruction, by: `LABEL ${pair}` }],
  };
}

/** Without quotes around all of it, which nobody means as a part of the name. */
const unquoted = (text: string): string =>
  /^"[^"]+"$|^'[^']+'$/.test(text) ? text.slice(1, -1).trim() : text;
