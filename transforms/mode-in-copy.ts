import { defineTransform } from '../src/kit.ts';
import { attributesOf } from './shared/in-copy/attributes.ts';
import { modeInCopy } from './shared/in-copy/mode.ts';

export default defineTransform({
  id: 'mode-in-copy',
  summary: 'Let COPY set the mode, instead of a RUN chmod behind it',
  why: 'Every file that a RUN chmod touches is stored a second time, in the layer of that RUN. COPY --chmod stores it once, and needs no shell.',
  safety:
    'Suggested where the mode that a file ends up with is known, from a number or from the mode that the file has in the build context. Needs BuildKit, the default builder since Docker 23. Unsafe where the mode is not told, or where other files may lie below a directory; the message says which.',
  since: '0.1.0',
  emits: ['suggested', 'unsafe'],
  options: {},
  reasons: {
    made: 'files that a RUN made there would keep their mode',
    archive: 'ADD keeps the modes that an archive or a repository holds, whatever --chmod says',
    system: 'the distribution and packages keep files of their own there',
    mode: 'which mode comes out is not known, and not every builder takes other modes than numbers',
    frontend: 'the file asks for a syntax that does not know COPY --chmod yet',
    place: 'the command cannot be taken out of its RUN',
  },
  sources: [
    {
      title: 'Dockerfile reference: COPY --chmod',
      url: 'https://docs.docker.com/reference/dockerfile/#copy---chmod',
      date: '2026-11-25',
    },
    {
      title: 'Dockerfile release notes: 1.14.0, symbolic modes',
      url: 'https://docs.docker.com/build/buildkit/dockerfile-release-notes/#1140',
      date: '2026-11-25',
    },
    {
      title: 'Docker Engine 23.0: BuildKit is the default builder',
      url: 'https://docs.docker.com/engine/release-notes/23.0/',
      date: '2026-11-25',
    },
  ],
  ignoredBy: { tally: ['tally/prefer-copy-chmod'] },

  *run(input) {
    for (const stage of input.doc.stages) {
      for (const attribute of attributesOf(stage, ['chmod'])) {
        if (!input.allows(attribute.run)) continue;
        const result = modeInCopy(input, attribute);
        if (result) yield result;
      }
    }
  },
});
