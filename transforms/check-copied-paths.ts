import {
  defineTransform,
  valueOf,
  type Argument,
  type Document,
  type Finding,
  type Instruction,
  type Refusal,
  type Span,
  type Stage,
} from '../src/kit.ts';
import { byEdits } from './shared/base-images/by-edits.ts';
import { Places } from './shared/copied-paths/places.ts';
import { normal } from './shared/copied.ts';

export default defineTransform({
  id: 'check-copied-paths',
  summary: 'Report a COPY --from of what its stage does not have',
  why: 'COPY --from reads its sources from the root of the other stage, whatever WORKDIR says there: `COPY --from=build dist .` looks for /dist. The build then ends at that line, or copies what lies at the root by that name.',
  safety:
    'Unsafe where the path is nowhere at the root and the working directory of the stage has it: the full path is written. That the stage has nothing of that name at its root rests on what its steps say. A path in a stage that only copies, and does not copy that one, is reported.',
  since: '0.1.0',
  emits: ['unsafe'],
  options: {},
  reasons: { missing: 'what it should be is not known' },
  sources: [
    {
      title: 'Dockerfile reference: COPY --from',
      url: 'https://docs.docker.com/reference/dockerfile/#copy---from',
      date: '2026-11-27',
    },
    {
      title: 'Multi-stage builds',
      url: 'https://docs.docker.com/build/building/multi-stage/',
      date: '2026-11-27',
    },
  ],
  ignoredBy: {},

  *run({ doc, context, allows }) {
    const places = new Map<Stage, Places>();
    for (const copy of doc.only('COPY')) {
      const stage = stageOf(doc, copy);
      if (!stage || !allows(copy) || valueOf(stage.os) !== 'linux') continue;
      const known = places.get(stage) ?? new Places(stage, context);
      places.set(stage, known);
      for (const word of sourcesOf(copy)) {
        const result = judge(doc, copy, word, known);
        if (result) yield result;
      }
    }
  },
});

/** The stage of the file that a COPY reads from. */
function stageOf(doc: Document, copy: Instruction): Stage | undefined {
  const from = copy.flag('from')?.value;
  const written = from === undefined ? undefined : valueOf(copy.expand(from));
  if (written === undefined || !copy.stage) return undefined;
  const earlier = doc.stages.slice(0, copy.stage.index);
  const named = earlier.findLast(({ name }) => name === written.toLowerCase());
  return named ?? (/^\d+$/.test(written) ? earlier[Number(written)] : undefined);
}

const sourcesOf = (copy: Instruction): readonly Argument[] =>
  copy.json || copy.heredocs.length > 0 || copy.flag('parents') ? [] : copy.words.slice(0, -1);

function judge(
  doc: Document,
  copy: Instruction,
  word: Argument,
  places: Places,
): Finding | Refusal | undefined {
  const source = valueOf(copy.expand(word.text));
  if (source === undefined || source === '' || /^(?:https?|git):/.test(source)) return undefined;
  const path = normal(source);
  const from = copy.flag('from')!.value!;
  const meant = places.meant(path);
  if (meant === undefined) {
    if (/[*?[]/.test(path) || !places.lacks(path)) return undefined;
    const message = `${from} has no ${path}, which COPY --from reads`;
    return { at: copy, message, reason: 'missing' };
  }
  const text = source.endsWith('/') ? `${meant}/` : meant;
  const isPlain = doc.text.slice(word.start, word.end) === source;
  const message = `COPY --from reads ${source} from the root of ${from}: ${meant} is what that stage has`;
  if (!isPlain) return { at: copy, message, reason: 'missing' };
  const edits = [{ start: word.start, end: word.end, text }];
  return {
    at: copy,
    message,
    applicability: 'unsafe',
    edits,
    changes: [byEdits(doc, copy, edits)],
    basis: basisOf(doc, copy),
  };
}

/** The steps of the other stage decide. */
const basisOf = (doc: Document, copy: Instruction): readonly Span[] =>
  (stageOf(doc, copy)?.lineage ?? []).flatMap((stage) => [stage.from, ...stage.instructions]);
