import { defineTransform } from '../src/kit.ts';
import { findConversion } from './shared/multi-stage/find.ts';

export default defineTransform({
  id: 'multi-stage',
  summary: 'Build in a stage of its own, and ship what runs',
  why: 'Compilers, package managers, development packages and sources are needed to build an application, not to run it. Left in the image they are most of its size and of what can be attacked. A second stage on a minimal base that takes over only what runs is often a tenth of the size.',
  safety:
    'Suggested where the file and its build context tell what is built, what starts, and what it reads. Unsafe where one of these rests on an assumption; the message says which. Refused where a step makes files that cannot be accounted for.',
  since: '0.1.0',
  emits: ['suggested', 'unsafe'],
  options: {
    finalBase: {
      type: 'choice',
      choices: ['auto', 'scratch', 'distroless', 'alpine', 'slim'],
      default: 'auto',
      describe:
        'The kind of base image of the final stage; auto takes the smallest that everything known allows',
    },
    rebuild: {
      type: 'boolean',
      default: false,
      describe:
        'Change the build itself where that makes the image smaller: static linking, a Java run time of the modules in use (unsafe)',
    },
  },
  reasons: {
    'unknown-base': 'what the base image holds is not known',
    onbuild: 'its ONBUILD triggers run in builds on top of it',
    opaque: 'a RUN is not understood',
    unaccounted: 'a step makes or changes files in a way that cannot be told',
    start: 'what the container starts is not known',
    development: 'it starts a development command, which needs the tools and sources',
    idle: 'what runs in it is chosen by whoever starts it, or works in it',
    'no-build': 'it builds nothing',
    'no-gain': 'there is little to gain',
    'no-base': 'no smaller base image will do',
    output: 'where the build puts its result is not known',
    context: 'the build context does not tell what is needed',
  },
  sources: [
    {
      title: 'Multi-stage builds',
      url: 'https://docs.docker.com/build/building/multi-stage/',
      date: '2026-11-25',
    },
    {
      title: 'Distroless container images',
      url: 'https://github.com/GoogleContainerTools/distroless',
      date: '2026-11-25',
    },
  ],
  ignoredBy: {},

  *run({ doc, context, options, allows }) {
    const stage = doc.stages.at(-1)!;
    if (!allows(stage.from)) return;
    yield* findConversion(doc, context, options);
  },
});
