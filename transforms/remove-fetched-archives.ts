import { defineTransform } from '../src/kit.ts';
import { removeArchives } from './shared/archives/remove.ts';
import { visitOf } from './shared/visit.ts';

export default defineTransform({
  id: 'remove-fetched-archives',
  summary: 'Remove archives once they are unpacked',
  why: 'An archive that a RUN fetches and unpacks stays in its layer, beside what came out of it, and nothing uses it any more. A later RUN that removes it frees nothing: only the same one can.',
  safety:
    'Suggested: a file goes that nothing behind it names, neither in the RUN, nor in a later instruction or in another stage. Refused where something does.',
  since: '0.1.0',
  emits: ['suggested'],
  options: {},
  reasons: {
    needed: 'a later instruction names it',
    place: 'nothing can be put behind the command that uses it last',
  },
  sources: [
    {
      title: 'Building best practices: ADD or COPY',
      url: 'https://docs.docker.com/build/building/best-practices/#add-or-copy',
      date: '2026-11-25',
    },
    {
      title: 'Building best practices: RUN',
      url: 'https://docs.docker.com/build/building/best-practices/#run',
      date: '2026-11-25',
    },
  ],
  ignoredBy: {},

  *run({ doc, context, allows, lineOf }) {
    for (const run of doc.only('RUN')) {
      if (!run.stage?.ships || !allows(run)) continue;
      const visit = visitOf({ doc, context, lineOf }, run);
      if (visit) yield* removeArchives(visit);
    }
  },
});
