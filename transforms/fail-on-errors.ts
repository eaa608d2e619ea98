import { defineTransform } from '../src/kit.ts';
import { failOnErrors } from './shared/errors/fail.ts';
import { visitOf } from './shared/visit.ts';

export default defineTransform({
  id: 'fail-on-errors',
  summary: 'Let the build fail where a download or a pipe fails',
  why: 'curl without -f exits with 0 when the server answers 404 or 500, and saves or pipes what the server says of the error. A pipe has the status of its last command: where the first fails, the build goes on, and the image is made, and cached, without what it should hold.',
  safety:
    'Suggested where the shell is known to have pipefail, and all parts of all pipes of the RUN only fail where something is wrong and read to the end. Unsafe where that is not known of one; the message says of which. -f is suggested wherever curl saves what it gets or pipes it on, and does not look at the status itself.',
  since: '0.1.0',
  emits: ['suggested', 'unsafe'],
  options: {},
  reasons: {
    shell: 'its shell has no pipefail; SHELL could name one that has',
    'unknown-shell': 'whether its shell has pipefail is not known',
    expected: 'a part of a pipe fails, or is cut off, though nothing is wrong',
    place: 'nothing can be put in front of its commands',
  },
  sources: [
    {
      title: 'curl: --fail',
      url: 'https://curl.se/docs/manpage.html#-f',
      date: '2026-11-26',
    },
    {
      title: 'Building best practices: using pipes',
      url: 'https://docs.docker.com/build/building/best-practices/#using-pipes',
      date: '2026-11-26',
    },
    {
      title: 'hadolint: DL4006',
      url: 'https://github.com/hadolint/hadolint/wiki/DL4006',
      date: '2026-11-26',
    },
  ],
  ignoredBy: { hadolint: ['DL4006'], tally: ['hadolint/DL4006'] },

  *run({ doc, context, allows, lineOf }) {
    for (const instruction of doc.instructions) {
      if (!allows(instruction)) continue;
      const visit = visitOf({ doc, context, lineOf }, instruction);
      const result = visit && failOnErrors(visit);
      if (result) yield result;
    }
  },
});
