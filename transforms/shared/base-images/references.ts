import {
  parseImageRef,
  valueOf,
  type Change,
  type Document,
  type Edit,
  type Flag,
  type ImageRef,
  type Instruction,
  type Pair,
  type Span,
  type Stage,
} from '../../../src/kit.ts';
import { byEdits } from './by-edits.ts';

/** An image that the file names: behind FROM, in COPY --from, or in a mount of a RUN. */
export interface Reference {
  readonly instruction: Instruction;
  readonly ref: ImageRef;
  /** The stage that stands on it; undefined where files are only taken from it. */
  readonly stage: Stage | undefined;
  /** Makes it another image; a text says why that cannot be done here. */
  readonly rewrite: (to: string) => Rewritten | string;
}

export interface Rewritten {
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
  readonly basis: readonly Span[];
}

export const isRewritten = (result: Rewritten | string): result is Rewritten =>
  typeof result !== 'string';

/** Every image that the file names, in order. What a variable without a default names is not known. */
export function* referencesIn(doc: Document): Generator<Reference> {
  for (const stage of doc.stages) {
    const ref = stage.base.kind === 'image' ? valueOf(stage.base.ref) : undefined;
    if (ref) yield inFrom(doc, stage, ref);
    for (const instruction of stage.instructions) yield* inFlags(doc, instruction);
  }
}

function inFrom(doc: Document, stage: Stage, ref: ImageRef): Reference {
  const { from } = stage;
  const word = from.words[0]!;
  return {
    instruction: from,
    ref,
    stage,
    rewrite: (to) =>
      word.text.includes('$')
        ? inArgument(doc, from, word.text, ref, to)
        : edited(doc, from, word, ref, to),
  };
}

/** COPY --from and --mount=from; a stage of the same name goes before an image. */
function* inFlags(doc: Document, instruction: Instruction): Generator<Reference> {
  const name = { COPY: 'from', RUN: 'mount' }[instruction.keyword as string];
  if (name === undefined) return;
  for (const flag of instruction.flags) {
    if (flag.name !== name) continue;
    const text = name === 'from' ? flag.value : /(?:^|,)from=([^,]*)/.exec(flag.value ?? '')?.[1];
    if (text === undefined || text.includes('$') || /^\d+$/.test(text)) continue;
    if (text === 'scratch' || doc.stages.some((stage) => stage.name === text.toLowerCase())) {
      continue;
    }
    const ref = parseImageRef(text);
    if (!ref) continue;
    yield {
      instruction,
      ref,
      stage: undefined,
      rewrite: (to) => inFlag(doc, instruction, flag, ref, to),
    };
  }
}

function inFlag(
  doc: Document,
  instruction: Instruction,
  flag: Flag,
  ref: ImageRef,
  to: string,
): Rewritten | string {
  const result = edited(doc, instruction, flag, ref, to);
  if (!isRewritten(result)) return result;
  const before = `--${flag.name}=${flag.value}`;
  const after = before.replace(`from=${ref.text}`, () => `from=${to}`);
  const flags = instruction.flagTexts.map((text) => (text === before ? after : text));
  return { ...result, changes: [{ kind: 'flags', instruction, flags }] };
}

/** The reference stands as it is in a word of the instruction. */
function edited(
  doc: Document,
  instruction: Instruction,
  { start, end }: Span,
  ref: ImageRef,
  to: string,
): Rewritten | string {
  const written = doc.text.slice(start, end);
  const key = /^--(?:from=|mount=(?:.*,)?from=)/.exec(written)?.[0] ?? '';
  const at = key.length;
  if (!written.startsWith(ref.text, at)) return 'the name of the image is split or quoted';
  const edits = [{ start: start + at, end: start + at + ref.text.length, text: to }];
  return { edits, changes: [byEdits(doc, instruction, edits)], basis: [] };
}

const WHOLE = /^\$(?:(\w+)|\{(\w+)\})$/;
const TAG = /^([^$]+:)\$(?:(\w+)|\{(\w+)\})$/;

/** The default of an ARG is the reference, or its tag, and stands for nothing else. */
function inArgument(
  doc: Document,
  from: Instruction,
  word: string,
  ref: ImageRef,
  to: string,
): Rewritten | string {
  const behind = inSuffix(doc, from, word, ref, to);
  if (behind) return behind;
  const match = WHOLE.exec(word) ?? TAG.exec(word);
  const prefix = match?.length === 4 ? match[1]! : '';
  const name = match?.slice(-2).find((part) => part !== undefined);
  if (name === undefined) return `${word} is put together of parts`;
  const declared = doc.instructions.filter(
    ({ keyword, stage }) => keyword === 'ARG' && stage === undefined,
  );
  const pairs = declared.flatMap((argument) =>
    argument.pairs.flatMap((pair) => (pair.name === name ? [{ argument, pair }] : [])),
  );
  const [only] = pairs;
  if (!only || pairs.length > 1) return `ARG ${name} is set more than once`;
  if (!to.startsWith(prefix)) return `ARG ${name} is only the tag of another image`;
  const other = otherUse(doc, name, word);
  if (other) return `ARG ${name} is also used in line ${other.given.line}`;
  const value = ref.text.slice(prefix.length);
  const span = only.pair.valueSpan;
  if (!span || !isPlain(doc, only.pair, value)) return `the default of ARG ${name} is put together`;
  const at = span.start + doc.text.slice(span.start, span.end).indexOf(value);
  const edits = [{ start: at, end: at + value.length, text: to.slice(prefix.length) }];
  return { edits, changes: [byEdits(doc, only.argument, edits)], basis: [from] };
}

/** `${REGISTRY}node:14`: a variable says where the image comes from, and its name stands as it is. */
function inSuffix(
  doc: Document,
  from: Instruction,
  word: string,
  ref: ImageRef,
  to: string,
): Rewritten | undefined {
  const suffix = /(?:\}|\$\w+\/)([a-z0-9][^$]*)$/.exec(word)?.[1];
  if (suffix === undefined || !ref.text.endsWith(suffix)) return undefined;
  const place = ref.text.slice(0, -suffix.length);
  if ((place !== '' && !place.endsWith('/')) || !to.startsWith(place)) return undefined;
  const { start, end } = from.words[0]!;
  if (doc.text.slice(start, end) !== word) return undefined;
  const edits = [{ start: end - suffix.length, end, text: to.slice(place.length) }];
  return { edits, changes: [byEdits(doc, from, edits)], basis: [] };
}

const isPlain = (doc: Document, { value, valueSpan }: Pair, wanted: string): boolean =>
  value?.replace(/^(["'])(.*)\1$/s, '$2') === wanted &&
  doc.text.slice(valueSpan!.start, valueSpan!.end) === value;

/** Where else the argument is read: in another way than this one, or in a stage. */
function otherUse(doc: Document, name: string, word: string): Instruction | undefined {
  const uses = new RegExp(`\\$\\{?${name}\\b`);
  return doc.instructions.find((instruction) => {
    if (instruction.keyword === 'FROM') {
      return instruction.words[0]!.text !== word && uses.test(instruction.joined.text);
    }
    if (instruction.keyword !== 'ARG') return false;
    return instruction.pairs.some(
      (pair) =>
        (instruction.stage !== undefined && pair.name === name) || uses.test(pair.value ?? ''),
    );
  });
}
