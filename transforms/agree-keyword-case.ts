import {
  defineTransform,
  type Document,
  type Edit,
  type Finding,
  type Instruction,
  type Span,
} from '../src/kit.ts';

type Case = 'upper' | 'lower';

const CHECKS = 'https://docs.docker.com/reference/build-checks';

export default defineTransform({
  id: 'agree-keyword-case',
  summary: 'Write keywords in one case, and names of stages in lower case',
  why: 'Instructions stand out from their arguments when all of them are written alike. Docker reads keywords and names of stages in any case, and warns where they are mixed.',
  safety: 'Safe: the builder reads keywords and names of stages in any case.',
  since: '0.1.0',
  emits: ['safe'],
  options: {},
  reasons: {},
  sources: [
    {
      title: 'Docker build checks: ConsistentInstructionCasing',
      url: `${CHECKS}/consistent-instruction-casing/`,
      date: '2026-11-25',
    },
    {
      title: 'Docker build checks: FromAsCasing',
      url: `${CHECKS}/from-as-casing/`,
      date: '2026-11-25',
    },
    {
      title: 'Docker build checks: StageNameCasing',
      url: `${CHECKS}/stage-name-casing/`,
      date: '2026-11-25',
    },
  ],
  ignoredBy: {
    check: ['ConsistentInstructionCasing', 'FromAsCasing', 'StageNameCasing'],
    tally: [
      'ConsistentInstructionCasing',
      'FromAsCasing',
      'StageNameCasing',
      'buildkit/ConsistentInstructionCasing',
      'buildkit/FromAsCasing',
      'buildkit/StageNameCasing',
    ],
  },

  *run({ doc, allows }) {
    const wanted = caseOf(doc);
    for (const instruction of doc.instructions) {
      if (!allows(instruction)) continue;
      const finding = findingAt(doc, instruction, wanted);
      if (finding) yield finding;
    }
  },
});

/** The case of most keywords, upper case where there are as many of each. */
function caseOf(doc: Document): Case {
  let upper = 0;
  let lower = 0;
  for (const { keywordSpan } of doc.instructions) {
    const written = doc.text.slice(keywordSpan.start, keywordSpan.end);
    if (written === written.toUpperCase()) upper++;
    else if (written === written.toLowerCase()) lower++;
  }
  return lower > upper ? 'lower' : 'upper';
}

const cased = (text: string, wanted: Case): string =>
  wanted === 'upper' ? text.toUpperCase() : text.toLowerCase();

function findingAt(doc: Document, instruction: Instruction, wanted: Case): Finding | undefined {
  const keywords = keywordsOf(doc, instruction).flatMap((span) => edit(doc, span, wanted));
  const names = stageNamesIn(doc, instruction).flatMap((span) => edit(doc, span, 'lower'));
  const edits = [...keywords, ...names];
  if (edits.length === 0) return undefined;
  const words = keywords.map((span) => doc.text.slice(span.start, span.end)).join(' and ');
  const parts = [
    ...(words === '' ? [] : [`${words} in ${wanted} case, as other keywords are`]),
    ...(names.length === 0 ? [] : ['the name of a stage in lower case']),
  ];
  return {
    at: instruction,
    message: parts.join('; '),
    applicability: 'safe',
    edits,
    changes: [],
  };
}

function edit(doc: Document, { start, end }: Span, wanted: Case): Edit[] {
  const written = doc.text.slice(start, end);
  const text = cased(written, wanted);
  // A word may be divided by the end of a line, and stays.
  return text === written || !/^[\w.-]+$/.test(written) ? [] : [{ start, end, text }];
}

/** Where the keywords of an instruction stand: its own, and those behind ONBUILD and in FROM. */
function keywordsOf(doc: Document, instruction: Instruction): Span[] {
  const inner = instruction.trigger ?? instruction;
  const spans: Span[] = [instruction.keywordSpan];
  if (inner !== instruction) spans.push(inner.keywordSpan);
  if (inner.keyword === 'FROM' && inner.words.length === 3) spans.push(inner.words[1]!);
  if (inner.keyword === 'HEALTHCHECK') {
    const [word] = inner.words;
    if (word && /^(?:cmd|none)$/i.test(word.text)) spans.push(word);
  }
  return spans.filter(({ start, end }) => /^\w+$/.test(doc.text.slice(start, end)));
}

/** Where an instruction names a stage. */
function stageNamesIn(doc: Document, instruction: Instruction): Span[] {
  const isStage = (name: string): boolean =>
    doc.stages.some((stage) => stage.name === name.toLowerCase());
  const { keyword, words } = instruction;
  if (keyword === 'FROM') {
    return [words[0], words[2]].filter(
      (word) => word !== undefined && isStage(word.text),
    ) as Span[];
  }
  return instruction.flags.flatMap(({ name, value = '', start, end }) => {
    const from =
      keyword === 'COPY' && name === 'from'
        ? value
        : keyword === 'RUN' && name === 'mount'
          ? /(?:^|,)from=([^,]*)/.exec(value)?.[1]
          : undefined;
    if (from === undefined || !isStage(from)) return [];
    const at = doc.text.slice(start, end).indexOf(`from=${from}`);
    return at < 0 ? [] : [{ start: start + at + 5, end: start + at + 5 + from.length }];
  });
}
