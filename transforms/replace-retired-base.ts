import {
  defineTransform,
  RETIRED_AS_OF,
  retirementOf,
  type Result,
  type Retirement,
  type Stage,
} from '../src/kit.ts';
import { isRewritten, referencesIn, type Reference } from './shared/base-images/references.ts';
import { programNames } from './shared/base-images/programs.ts';

export default defineTransform({
  id: 'replace-retired-base',
  summary: 'Report base images past their end, with their successors',
  why: 'An image that its publisher has given up, or a version past its end, gets no security fixes any more: each day it has more known holes, and one day its packages move to an archive and the build fails.',
  safety:
    'Unsafe: whether the application works with the successor cannot be told from the file. It keeps the package manager, and the major version of the language except for Node.js and for Java without long-term support: of the versions that get updates for another year it is the oldest, with which the least changes. Refused where the successor needs changes that only a person can make.',
  since: '0.1.0',
  emits: ['unsafe'],
  options: {},
  reasons: {
    'by-hand': 'its successor is no drop-in replacement',
    'no-successor': 'no successor is in the table',
    argument: 'the reference cannot be edited on its own',
  },
  sources: [
    {
      title: 'endoflife.date: end-of-life dates of releases',
      url: 'https://github.com/endoflife-date/endoflife.date/tree/master/products',
      date: '2026-11-25',
    },
    {
      title: 'Docker official images: deprecation notices',
      url: 'https://github.com/docker-library/docs/blob/master/openjdk/deprecated.md',
      date: '2026-11-25',
    },
    {
      title: 'Docker official images: the list of tags of each image',
      url: 'https://github.com/docker-library/official-images/tree/master/library',
      date: '2026-11-25',
    },
    {
      title: 'Debian: distribution archives',
      url: 'https://www.debian.org/distrib/archive',
      date: '2026-11-25',
    },
  ],
  ignoredBy: {},

  *run({ doc, allows }) {
    const edited = new Set<number>();
    for (const reference of referencesIn(doc)) {
      if (!allows(reference.instruction)) continue;
      const retirement = retirementOf(reference.ref);
      if (!retirement) continue;
      for (const result of resultOf(reference, retirement)) {
        const at = 'edits' in result ? result.edits[0]!.start : undefined;
        // One default of an ARG may stand behind several FROMs.
        if (at !== undefined && edited.has(at)) continue;
        if (at !== undefined) edited.add(at);
        yield result;
      }
    }
  },
});

function* resultOf(reference: Reference, retirement: Retirement): Generator<Result> {
  const { instruction: at, rewrite } = reference;
  const { breaks, mechanical } = retirement;
  const message = messageOf(reference, retirement);
  const to = successorFor(reference.stage, retirement);
  if (to === undefined) {
    yield { at, message, reason: 'no-successor' };
    return;
  }
  if (!mechanical) {
    const detail = breaks === undefined ? to : `with ${to} ${breaks}`;
    yield { at, message, reason: 'by-hand', detail };
    return;
  }
  const result = rewrite(to);
  if (!isRewritten(result)) {
    yield { at, message, reason: 'argument', detail: `${result}; its successor is ${to}` };
    return;
  }
  const open =
    breaks === undefined
      ? `whether the file works on ${to} is not known`
      : `on ${to} ${breaks}, and whether the file works there is not known`;
  yield {
    at,
    message: `${message}; ${open}`,
    applicability: 'unsafe',
    ...result,
  };
}

function messageOf({ ref }: Reference, { what, ended, broken }: Retirement): string {
  const name = what.includes(ref.text) || what.includes(ref.repository) ? '' : ` in ${ref.text}`;
  const now = broken === undefined ? '' : `, and ${broken}`;
  return `${what}${name} has had no updates since ${ended} (table of ${RETIRED_AS_OF})${now}`;
}

/** With the package manager that the stage calls. */
function successorFor(stage: Stage | undefined, retirement: Retirement): string | undefined {
  const { successor, rpmSuccessor } = retirement;
  if (rpmSuccessor === undefined || !stage) return successor;
  const isRpm = [...programNames(stage)].some((name) => /^(?:microdnf|dnf|yum|rpm)$/.test(name));
  return isRpm ? rpmSuccessor : successor;
}
