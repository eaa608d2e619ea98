import {
  defineTransform,
  type Document,
  type Finding,
  type Result,
  type Stage,
} from '../src/kit.ts';
import { byEdits } from './shared/base-images/by-edits.ts';
import { isRewritten, referencesIn, type Rewritten } from './shared/base-images/references.ts';
import { isIdle } from './shared/idle.ts';
import { isSubject, readSubject } from './shared/multi-stage/subject.ts';
import type { Subject } from './shared/multi-stage/types.ts';
import { judge } from './shared/smaller-base/judge.ts';
import { savedMB, variantOf, type Variant } from './shared/smaller-base/variants.ts';

/** Below this many MB another base image is not worth a change. */
const MIN_MB = 20;

export default defineTransform({
  id: 'use-smaller-base',
  summary: 'Use the slim variant of a base image where nothing needs the full one',
  why: 'The full image of a language has compilers, headers and version control for whatever somebody may want to build. In an image that only runs an application they are most of its size, and most of what a scanner reports.',
  safety:
    'Suggested where the steps, the packages, the start command and the sources are known to need nothing that the smaller variant of the same version lacks. Unsafe where one of these is not known; the message says which. Refused where something needs what it lacks. Alpine is an option, and unsafe: it has another C library.',
  since: '0.1.0',
  emits: ['suggested', 'unsafe'],
  options: {
    alpine: {
      type: 'boolean',
      default: false,
      describe: 'Use the Alpine variant, where no step is written for Debian (unsafe)',
    },
  },
  reasons: {
    program: 'something needs a program that it lacks',
    start: 'what the container starts needs a program that it lacks',
    compiles: 'a package is compiled, and it has no compiler',
    library: 'a package needs a library that it lacks',
    documents: 'it has no manual pages, documents and translations',
    musl: 'something is written for Debian, or for its C library',
    onbuild: 'its ONBUILD triggers run in builds on top of it',
    opaque: 'a RUN is not understood',
    reference: 'the reference cannot be edited on its own',
  },
  sources: [
    {
      title: 'What the full images have: buildpack-deps',
      url: 'https://github.com/docker-library/buildpack-deps',
      date: '2026-11-26',
    },
    {
      title: 'Docker official images: the variants of python',
      url: 'https://github.com/docker-library/docs/tree/master/python#image-variants',
      date: '2026-11-26',
    },
    {
      title: 'Sizes of the official images',
      url: 'https://github.com/docker-library/repo-info/tree/master/repos',
      date: '2026-11-25',
    },
  ],
  ignoredBy: {},

  *run({ doc, context, options, allows }) {
    const stage = doc.stages.at(-1)!;
    if (!allows(stage.from)) return;
    // Where Alpine will not do, or is held back, the slim variant may.
    for (const alpine of options.alpine ? [true, false] : [false]) {
      const result = resultOf(doc, stage, alpine, () =>
        readSubject(doc, context, { finalBase: 'auto', rebuild: false }),
      );
      if (result) yield result;
    }
  },
});

function resultOf(
  doc: Document,
  stage: Stage,
  alpine: boolean,
  read: () => ReturnType<typeof readSubject>,
): Result | undefined {
  const { base } = stage;
  if (base.kind !== 'image' || !base.ref.known || !base.facts.known) return undefined;
  const variant = variantOf(base.ref.value, base.facts.value, alpine);
  if (!variant) return undefined;
  const saved = savedMB(base.facts.value, variant);
  if (saved !== undefined && saved < MIN_MB) return undefined;
  const at = stage.from;
  const message = `${variant.image.ref} would be smaller${less(saved)}`;
  const subject = read();
  if (!subject) return undefined;
  if (!isSubject(subject)) {
    const { reason, detail } = subject;
    return { at, message, reason, ...(detail === undefined ? {} : { detail }) };
  }
  // An image that starts nothing may be for people, who read what slim images leave out.
  const { entrypoint, cmd, main } = subject.start;
  const isForPeople = (!entrypoint && !cmd) || isIdle(main);
  if (variant.lacks === 'documents' && isForPeople) return undefined;
  const rewritten = rewrite(doc, stage, subject, variant);
  const judgement = judge(subject, variant);
  const [obstacle] = judgement.obstacles;
  if (obstacle) return { at, message, ...obstacle };
  if (!isRewritten(rewritten)) return { at, message, reason: 'reference', detail: rewritten };
  return findingOf(subject, variant, rewritten, judgement.assumptions);
}

function findingOf(
  subject: Subject,
  variant: Variant,
  rewritten: Rewritten,
  assumptions: readonly string[],
): Finding {
  const { stage, base } = subject;
  const saved = savedMB(base, variant);
  const open = [...assumptions, ...versions(stage)];
  const from = 'the sizes of both base images in the table';
  return {
    at: stage.from,
    message: `${variant.image.ref} has all that is needed here${less(saved)}${assumed(open)}`,
    applicability: open.length > 0 ? 'unsafe' : 'suggested',
    edits: rewritten.edits,
    changes: rewritten.changes,
    basis: [...rewritten.basis, ...stage.instructions],
    ...(saved === undefined ? {} : { saves: { bytes: saved * 1e6, from } }),
  };
}

const less = (saved: number | undefined): string =>
  saved === undefined ? '' : `, about ${saved} MB less (estimated)`;

const assumed = (open: readonly string[]): string => {
  if (open.length === 0) return '';
  const more = open.length > 2 ? `, and ${open.length - 2} more` : '';
  return `; it assumes that ${open.slice(0, 2).join(', and that ')}${more}`;
};

/** Whoever gives another version gets its smaller variant, if there is one. */
const versions = ({ base }: Stage): string[] =>
  base.kind === 'image' && base.arguments.length > 0
    ? [`each version that ${base.arguments[0]!} is given has such a variant`]
    : [];

/** `python:${VERSION}` keeps its argument, and gets the suffix behind it. */
function rewrite(
  doc: Document,
  stage: Stage,
  { ref }: Subject,
  { image }: Variant,
): Rewritten | string {
  const { from } = stage;
  const word = from.words[0]!;
  if (word.text.includes('$')) {
    if (
      !image.ref.startsWith(`${ref.text}-`) ||
      doc.text.slice(word.start, word.end) !== word.text
    ) {
      return `${word.text} is put together of parts`;
    }
    const edits = [{ start: word.end, end: word.end, text: image.ref.slice(ref.text.length) }];
    return { edits, changes: [byEdits(doc, from, edits)], basis: [] };
  }
  const reference = [...referencesIn(doc)].find((one) => one.stage === stage);
  return reference ? reference.rewrite(image.ref) : 'it is not known';
}
