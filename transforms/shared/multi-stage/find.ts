import type { Context, Document, Finding, Refusal, Result } from '../../../src/kit.ts';
import { convert, isConversion } from './convert.ts';
import { ecosystems } from './ecosystems/index.ts';
import { gainOf } from './gain.ts';
import { isSubject, readSubject } from './subject.ts';
import { isPlan, type Conversion, type NoPlan, type Options } from './types.ts';
import { write } from './write.ts';

/** Converts the last stage of a file, or says why not; nothing where there is nothing to convert. */
export function* findConversion(
  doc: Document,
  context: Context,
  options: Options,
): Generator<Result> {
  const stage = doc.stages.at(-1)!;
  const refuse = ({ reason, detail }: NoPlan): Refusal => ({
    at: stage.from,
    message: 'A final stage of its own would leave the tools of the build behind',
    reason,
    ...(detail === undefined ? {} : { detail }),
  });
  const subject = readSubject(doc, context, options);
  if (!subject) return;
  if (!isSubject(subject)) {
    if (ecosystems.some((ecosystem) => ecosystem.builds?.(stage))) yield refuse(subject);
    return;
  }
  const ecosystem = ecosystems.find((candidate) => candidate.applies(subject));
  if (!ecosystem) return;
  const plan = ecosystem.plan(subject);
  if (!isPlan(plan)) {
    yield refuse(plan);
    return;
  }
  const conversion = convert(subject, plan);
  if (!isConversion(conversion)) {
    yield refuse(conversion);
    return;
  }
  const gain = gainOf(conversion);
  if (typeof gain !== 'string') yield refuse(gain);
  else yield findingOf(conversion, gain);
}

function findingOf(conversion: Conversion, gain: string): Finding {
  const { subject, plan, assumptions } = conversion;
  const { edits, changes } = write(conversion);
  const assumed =
    assumptions.length > 0 ? `; it assumes that ${assumptions.join(', and that ')}` : '';
  return {
    at: subject.stage.from,
    message: `The ${plan.what} runs on ${conversion.candidate.base.ref}${gain}${assumed}`,
    applicability: assumptions.length > 0 ? 'unsafe' : 'suggested',
    edits,
    changes,
    // It rests on all of the file: what others edit is worked out again.
    basis: [subject.stage.from, ...subject.stage.instructions],
  };
}
