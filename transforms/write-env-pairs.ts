import { defineTransform } from '../src/kit.ts';
import { oldPairOf, pairEdits } from './shared/spelling/pair-value.ts';

const SOURCE = 'https://github.com/moby/buildkit/blob/73ed682/frontend/dockerfile';

export default defineTransform({
  id: 'write-env-pairs',
  summary: 'Write ENV and LABEL with an equals sign',
  why: 'ENV and LABEL without an equals sign take one name, and all the rest of the line as its value, which is easily read as several. Docker warns of the form and may drop it.',
  safety:
    'Safe: the value stays the same character by character, which is checked after lexing it as Docker does.',
  since: '0.1.0',
  emits: ['safe'],
  options: {},
  reasons: {
    quotes: 'its quotes would end at another place in the new form',
    comment: 'a comment stands between the name and the value',
  },
  sources: [
    {
      title: 'Docker build checks: LegacyKeyValueFormat',
      url: 'https://docs.docker.com/reference/build-checks/legacy-key-value-format/',
      date: '2026-11-25',
    },
    {
      title: 'How BuildKit splits names and values',
      url: `${SOURCE}/parser/line_parsers.go`,
      date: '2026-11-25',
    },
  ],
  ignoredBy: {
    check: ['LegacyKeyValueFormat'],
    tally: ['LegacyKeyValueFormat', 'buildkit/LegacyKeyValueFormat'],
  },

  *run({ doc, allows }) {
    for (const instruction of doc.instructions) {
      const inner = instruction.trigger ?? instruction;
      const pair = oldPairOf(inner);
      if (!pair || !allows(instruction)) continue;
      const message = `${inner.keyword} name value is an old form: write name=value`;
      const edits = pairEdits(inner, pair);
      if (!edits) continue;
      if (typeof edits === 'string') yield { at: instruction, message, reason: edits };
      else yield { at: instruction, message, applicability: 'safe', edits, changes: [] };
    }
  },
});
