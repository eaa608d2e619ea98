import { defineTransform } from '../src/kit.ts';
import { removeBuildDependencies } from './shared/build-dependencies/remove.ts';
import { visitOf } from './shared/visit.ts';

export default defineTransform({
  id: 'remove-build-dependencies',
  summary: 'Remove build dependencies in the RUN that installs them',
  why: 'A compiler and headers that are installed to build a package are of no use once it is built, and are often most of the layer. They only leave the image if the RUN that installs them removes them again: on Alpine as a virtual package, on Debian by a purge. The libraries that the result is linked to stay.',
  safety:
    'Suggested where all later steps, the start of the container, and what the package manager of the language installs are known, and need no compiler. Unsafe where one of them is not known; the message says which. Refused where one needs them, or where the run-time libraries are not known.',
  since: '0.1.0',
  emits: ['suggested', 'unsafe'],
  options: {},
  reasons: {
    used: 'a later step may build with them',
    start: 'what the container starts may build with them',
    library: 'which libraries it is linked to at run time is not known',
    place: 'nothing can be put behind the command that uses them last',
  },
  sources: [
    {
      title: 'apk-add(8): --virtual',
      url: 'https://man.archlinux.org/man/apk-add.8',
      date: '2026-11-25',
    },
    {
      title: 'apt-get(8): --auto-remove',
      url: 'https://manpages.debian.org/bookworm/apt/apt-get.8.en.html',
      date: '2026-11-25',
    },
    {
      title: 'The same in an official image',
      url: 'https://github.com/docker-library/python/blob/master/Dockerfile-linux.template',
      date: '2026-11-25',
    },
  ],
  ignoredBy: {},

  *run({ doc, context, allows, lineOf }) {
    for (const run of doc.only('RUN')) {
      if (!run.stage?.ships || !allows(run)) continue;
      const visit = visitOf({ doc, context, lineOf }, run);
      if (visit) yield* removeBuildDependencies(visit);
    }
  },
});
