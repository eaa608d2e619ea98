import { defineTransform } from '../src/kit.ts';
import { attributesOf } from './shared/in-copy/attributes.ts';
import { ownInCopy } from './shared/in-copy/own.ts';

export default defineTransform({
  id: 'own-in-copy',
  summary: 'Let COPY set the owner, instead of a RUN chown behind it',
  why: 'Every file that a RUN chown touches is stored a second time, in the layer of that RUN: an application of 300 MB becomes 600. COPY --chown stores it once, with the right owner.',
  safety:
    'Suggested where everything below the directory is known to come from COPY and ADD, and the user is there before the first of them. What they find already, such as a directory that WORKDIR made, keeps a chown of its own. Unsafe where the base image or a command may have put files there, or where the user may be made in between; the message says which.',
  since: '0.1.0',
  emits: ['suggested', 'unsafe'],
  options: {},
  reasons: {
    made: 'files that a RUN made there would belong to root, and have to be given to the user in that RUN',
    archive: 'ADD keeps the owners that an archive or a repository names, whatever --chown says',
    system: 'the distribution and packages keep files of their own there',
    later: 'the user is made after the COPY, by a RUN that does more than that',
    group: 'the group, or the user, that what is copied keeps is not known',
    link: 'with --link the names of users are not looked up in the image',
    place: 'the command cannot be taken out of its RUN',
  },
  sources: [
    {
      title: 'Dockerfile reference: COPY --chown',
      url: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
      date: '2026-11-25',
    },
    {
      title: 'Storage drivers: how a change copies a file up',
      url: 'https://docs.docker.com/engine/storage/drivers/overlayfs-driver/#modifying-files-or-directories',
      date: '2026-11-25',
    },
    {
      title: 'BuildKit: how the names of --chown are looked up',
      url: 'https://github.com/moby/buildkit/blob/master/solver/llbsolver/file/user_linux.go',
      date: '2026-11-25',
    },
  ],
  ignoredBy: {},

  *run(input) {
    for (const stage of input.doc.stages) {
      for (const attribute of attributesOf(stage, ['chown', 'chgrp'])) {
        if (!input.allows(attribute.run)) continue;
        const result = ownInCopy(input, attribute);
        if (result) yield result;
      }
    }
  },
});
