import { defineTransform, type Finding, type Refusal } from '../src/kit.ts';
import { loweringsIn, type Kept, type Lowering } from './shared/cache-order/lower.ts';
import { writeLowering } from './shared/cache-order/lower-write.ts';

export default defineTransform({
  id: 'move-changing-lines-down',
  summary: 'Declare commits, dates and versions behind the RUNs that do not read them',
  why: 'A build argument is a variable of every RUN behind its ARG, read or not: another commit or date, and each of them runs again. Behind those that do not read it, it leaves their layers in the cache. A LABEL costs nothing in BuildKit, but its value does where an ARG gives it: they go down together.',
  safety:
    'Suggested: only names that stand for a commit, a date, a number or the version of the build, without a value of their own in the file, and only behind RUNs of programs that are known not to read them.',
  since: '0.1.0',
  emits: ['suggested'],
  options: {},
  reasons: {
    environment: 'what runs before may read it from its environment',
  },
  sources: [
    {
      title: 'Dockerfile reference: ARG, impact on build caching',
      url: 'https://docs.docker.com/reference/dockerfile/#impact-on-build-caching',
      date: '2026-11-26',
    },
    {
      title: 'Docker build cache invalidation: RUN',
      url: 'https://docs.docker.com/build/cache/invalidation/',
      date: '2026-11-26',
    },
  ],
  ignoredBy: {},

  *run({ doc, context, allows, lineOf }) {
    for (const stage of doc.stages) {
      const { lowerings, kept } = loweringsIn(stage, context, allows);
      for (const lowering of lowerings) {
        const line = lineOf(lowering.lastRun);
        yield { ...found(lowering, line), ...writeLowering(doc, lowering) };
      }
      for (const one of kept) yield refuse(one, lineOf(one.run));
    }
  },
});

function found(
  { moved, names, place, lastRun }: Lowering,
  line: number,
): Omit<Finding, 'edits' | 'changes'> {
  const labels = moved.filter(({ keyword }) => keyword === 'LABEL').length;
  const also =
    labels === 0
      ? ''
      : labels === 1
        ? ', with the LABEL that reads it,'
        : ', with the LABELs that read them,';
  const [it, does] =
    names.length === 1 ? ['it', 'another value does'] : ['them', 'other values do'];
  return {
    at: moved[0]!,
    message: `declare ${listed(names)}${also} behind line ${line}: what runs before does not read ${it}, and ${does} not run it again`,
    applicability: 'suggested',
    basis: [{ start: moved[0]!.start, end: Math.max(place.end, lastRun.end) }],
  };
}

function refuse({ arg, names, reader }: Kept, line: number): Refusal {
  return {
    at: arg,
    message: `declare ${listed(names)} before the ${reader.keyword} that reads ${names.length === 1 ? 'it' : 'them'}`,
    reason: 'environment',
    detail: `the RUN in line ${line}`,
  };
}

function listed(names: readonly string[]): string {
  const [last, ...others] = names.toReversed();
  return others.length > 0 ? `${others.toReversed().join(', ')} and ${last}` : last!;
}
