import { defineTransform, type Instruction, type Keyword, type Result } from '../src/kit.ts';
import { removeInstruction } from './shared/editing.ts';

const KINDS: readonly Keyword[] = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'];

/** A comment above a command that speaks of it, and is no instruction itself. */
const ABOUT_STARTING =
  /^(?!(?:CMD|ENTRYPOINT|HEALTHCHECK|RUN)\s)(?:hadolint |tally |.*\b(?:cmd|command|entry ?point|health|run|start|launch|execut|serve|boot|default))/i;

export default defineTransform({
  id: 'drop-shadowed-commands',
  summary: 'Drop CMD, ENTRYPOINT and HEALTHCHECK that a later one replaces',
  why: 'Only the last CMD, ENTRYPOINT and HEALTHCHECK of a stage count. An earlier one reads as if it did something, and does nothing.',
  safety: 'Suggested: the image stays the same, and what was meant to run may be another thing.',
  since: '0.1.0',
  emits: ['suggested'],
  options: {},
  reasons: {
    comment: 'a comment at it may speak of more',
  },
  sources: [
    {
      title: 'Docker build checks: MultipleInstructionsDisallowed',
      url: 'https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/',
      date: '2026-11-25',
    },
    {
      title: 'Dockerfile reference: CMD',
      url: 'https://docs.docker.com/reference/dockerfile/#cmd',
      date: '2026-11-25',
    },
  ],
  ignoredBy: {
    hadolint: ['DL4003', 'DL4004', 'DL3012'],
    check: ['MultipleInstructionsDisallowed'],
    tally: [
      'DL4003',
      'DL4004',
      'DL3012',
      'MultipleInstructionsDisallowed',
      'buildkit/MultipleInstructionsDisallowed',
    ],
  },

  *run({ doc, allows, lineOf }) {
    const results: Result[] = [];
    for (const stage of doc.stages) {
      for (const kind of KINDS) {
        const all = stage.instructions.filter(({ keyword }) => keyword === kind);
        // An ENTRYPOINT resets the CMD of the base image, and no CMD of its own stage, so which
        // ones stand between makes no difference.
        for (const instruction of all.slice(0, -1)) {
          if (allows(instruction)) results.push(drop(instruction, all.at(-1)!));
        }
      }
    }
    yield* results;

    function drop(instruction: Instruction, last: Instruction): Result {
      const message = `it has no effect: the ${last.keyword} in line ${lineOf(last)} replaces it`;
      const removal = removeInstruction(doc, instruction, ABOUT_STARTING);
      if (!removal) return { at: instruction, message, reason: 'comment' };
      // Without the last one it would be the one that counts.
      return { at: instruction, message, applicability: 'suggested', basis: [last], ...removal };
    }
  },
});
