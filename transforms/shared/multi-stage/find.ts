import type { Context, Document, Finding, Refusal, Result } from '../../../src/kit.ts';
import { convert, isConversion } from './convert.ts';
import { ecosystems } from './ecosystems/index.ts';
import { gainOf, type Gain } from './gain.ts';
import { isSubject, readSubject } from './subject.ts';
import { isPlan, type Conversion, type NoPlan, type Options } from './types.ts';
import { write } from './write.ts';

/** Converts the last stage of a file, or says why not; nothing where there is nothing to convert. */
export function* findConversion(
  doc: Document,
  context: Context,
  options: Options,
): Generator<Result> {
  const result = conversionOf(doc, context, options);
  if (!result) return;
  if (!('reason' in result)) yield findingOf(result.conversion, result.gain);
  else if (doc.stages.length === 1 || !AFTER_A_BUILD.has(result.reason)) yield refusal(doc, result);
}

/** No news where other stages build already, dockopt's own among them. */
const AFTER_A_BUILD = new Set(['no-gain', 'no-build', 'no-base', 'start', 'unknown-base']);

function conversionOf(
  doc: Document,
  context: Context,
  options: Options,
): { conversion: Conversion; gain: Gain } | NoPlan | undefined {
  const subject = readSubject(doc, context, options);
  if (!subject) return undefined;
  if (!isSubject(subject)) {
    const stage = doc.stages.at(-1)!;
    return ecosystems.some((one) => one.builds?.(stage) === true) ? subject : undefined;
  }
  const plan = ecosystems.find((candidate) => candidate.applies(subject))?.plan(subject);
  if (!plan || !isPlan(plan)) return plan;
  const conversion = convert(subject, plan);
  if (!isConversion(conversion)) return conversion;
  const gain = gainOf(conversion);
  return 'text' in gain ? { conversion, gain } : gain;
}

const refusal = (doc: Document, { reason, detail }: NoPlan): Refusal => ({
  at: doc.stages.at(-1)!.from,
  message: 'A final stage of its own would leave the tools of the build behind',
  reason,
  ...(detail === undefined ? {} : { detail }),
});

function findingOf(conversion: Conversion, gain: Gain): Finding {
  const { subject, plan, assumptions } = conversion;
  const { edits, changes } = write(conversion);
  const assumed =
    assumptions.length > 0 ? `; it assumes that ${assumptions.join(', and that ')}` : '';
  return {
    at: subject.stage.from,
    message: `The ${plan.what} runs on ${conversion.candidate.base.ref}${gain.text}${assumed}`,
    applicability: assumptions.length > 0 ? 'unsafe' : 'suggested',
    edits,
    changes,
    ...(gain.saves ? { saves: gain.saves } : {}),
    // It rests on all of the file: what others edit is worked out again.
    basis: [subject.stage.from, ...subject.stage.instructions],
  };
}
