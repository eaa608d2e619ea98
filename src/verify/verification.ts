/** Before and after, held against each other. */
import { compare, type Difference } from './compare.ts';
import { declared } from './declared.ts';
import { Trouble } from './errors.ts';
import type { Applicability } from '../engine/finding.ts';
import { deviations, told } from './observation.ts';
import { rebuild, type Rebuilt } from './rebuild.ts';
import type { Subject, Tried, Trials } from './trial.ts';

/** How large the image may be, or by how much it may grow. */
export type Budget =
  | { readonly kind: 'bytes'; readonly bytes: number }
  | { readonly kind: 'percent'; readonly percent: number };

export type Built = Extract<Tried, { readonly kind: 'built' }>;

export interface Verification {
  readonly before: Built;
  /** Undefined: nothing is changed. */
  readonly after?: Tried;
  readonly differences: readonly Difference[];
  /** What differs from run to run in the image before, and was not compared. */
  readonly volatile: readonly string[];
  readonly rebuilt?: { readonly before?: Rebuilt; readonly after?: Rebuilt; readonly why?: string };
  /** Everything for which it does not hold. */
  readonly problems: readonly string[];
}

/** The image as it is. One that does not build, or answer, proves nothing. */
export async function baseline(text: string, subject: Subject, trials: Trials): Promise<Built> {
  const before = await trials.try(text, subject);
  if (before.kind === 'failed') {
    throw new Trouble(`it does not build as it is: ${before.because}`);
  }
  if (before.silent !== undefined) {
    throw new Trouble(`the smoke test fails on the image as it is: ${before.silent}`);
  }
  return before;
}

/** Holds a text against the baseline. */
export async function hold(
  texts: { readonly before: string; readonly after: string },
  applied: readonly Applicability[],
  before: Built,
  subject: Subject,
  trials: Trials,
): Promise<Omit<Verification, 'rebuilt'>> {
  const after = await trials.try(texts.after, subject);
  if (after.kind === 'failed') {
    const problems = [`it does not build: ${after.because}`];
    return { before, after, differences: [], volatile: [], problems };
  }
  const differences = compare(
    before.image,
    after.image,
    declared(texts.before, texts.after, applied),
  );
  const { problems, volatile } = await smoke(before, after, subject, trials);
  const unexpected = differences.filter(({ expected }) => !expected);
  return {
    before,
    after,
    differences,
    volatile,
    problems: [...problems, ...unexpected.map(sentence)],
  };
}

const sentence = ({ what, before, after }: Difference): string =>
  `${what}: no finding declares this: was ${before || 'not there'}, is ${after || 'not there'}`;

/** What the smoke test says of the image after, less what the image before changes by itself. */
async function smoke(before: Built, after: Built, subject: Subject, trials: Trials) {
  if (after.silent !== undefined) {
    return { problems: [`the smoke test fails: ${after.silent}`], volatile: [] };
  }
  const found = deviations(before.observations, after.observations);
  if (found.length === 0) return { problems: [], volatile: [] };
  const again = await trials.ask(before.image.tag, subject);
  const own = new Set(
    deviations(before.observations, again.observations).map(({ what, name }) => `${what}: ${name}`),
  );
  const isOwn = ({ what, name }: { what: string; name: string }) => own.has(`${what}: ${name}`);
  return { problems: found.filter((one) => !isOwn(one)).map(told), volatile: [...own] };
}

/** Why a text fails with another ignore file; files that the image gets no more are its purpose. */
export async function failsWith(
  ignoreFile: string,
  text: string,
  subject: Subject,
  trials: Trials,
): Promise<string | undefined> {
  const before = await baseline(text, subject, trials);
  const after = await trials.try(text, { ...subject, ignoreFile });
  if (after.kind === 'failed') return `it does not build: ${after.because}`;
  return (await smoke(before, after, subject, trials)).problems[0];
}

/** Why the image after is over its budget; undefined if it is not. */
export function overBudget(before: number, after: number, budget: Budget): string | undefined {
  if (budget.kind === 'bytes') {
    if (after <= budget.bytes) return undefined;
    return `over the budget: ${after} bytes, and ${budget.bytes} are allowed`;
  }
  const allowed = before * (1 + budget.percent / 100);
  if (after <= allowed) return undefined;
  const grown = ((after / before - 1) * 100).toFixed(1);
  return `over the budget: it grows by ${grown} %, and ${budget.percent} % are allowed`;
}

/** Both images, built again after a change of one source file. */
export async function rebuildBoth(
  texts: { readonly before: string; readonly after: string },
  changed: string | undefined,
  subject: Subject,
  trials: Trials,
): Promise<NonNullable<Verification['rebuilt']>> {
  const before = await rebuild(texts.before, changed, subject, trials);
  if (typeof before === 'string') return { why: before };
  const after = await rebuild(texts.after, before.file, subject, trials);
  return typeof after === 'string' ? { before, why: after } : { before, after };
}
