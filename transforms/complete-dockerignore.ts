import { defineTransform } from '../src/kit.ts';
import { completeIgnoreFile } from './shared/ignore-file/complete.ts';

export default defineTransform({
  id: 'complete-dockerignore',
  summary: 'Leave out of the build context what no image needs',
  why:
    'What lies in the build context goes along with every `COPY . .`: the history of the repository, ' +
    'dependencies and output of the host, the litter of editors. It makes builds slow and images ' +
    'large, a change to any of it takes the layer out of the cache, and a `node_modules` of the host ' +
    'lands on top of the one that the image has just installed. An ignore file keeps it out.',
  safety:
    'Safe: no COPY, ADD or bind mount brings it, so that only the context that is sent becomes ' +
    'smaller. Suggested: a COPY brings it along with the directory that it is in, and either the ' +
    'stage makes it itself (dependencies, output) or nothing reads it (version control, caches, ' +
    'editors). Unsafe: it may be read, such as `.env`, or a base image that is not known may copy ' +
    'it. What a COPY, ADD or mount names, in any Dockerfile that shares the context, stays, and so ' +
    'does what an exception (`!`) of the ignore file takes in. Where git ignores what the build ' +
    'makes itself, its line is written even if this working copy does not hold it yet.',
  since: '0.1.0',
  emits: ['safe', 'suggested', 'unsafe'],
  options: {
    tests: {
      type: 'boolean',
      default: false,
      describe: 'also leave out directories of tests, where no step runs tests',
    },
  },
  reasons: {
    read: 'something may read it',
    'not-made': 'it comes along with a COPY, and no step behind it makes it anew',
    variable: 'a COPY takes what a variable names, and that could be in it',
    'not-the-context':
      'what the Dockerfile copies is not in this directory, so that the build context is another one; name it with --context',
    unreadable: 'the build context could not be walked through',
  },
  sources: [
    {
      title: 'Docker: Build context, .dockerignore files',
      url: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
      date: '2026-11-25',
    },
    {
      title: 'moby/patternmatcher',
      url: 'https://pkg.go.dev/github.com/moby/patternmatcher',
      date: '2026-11-23',
    },
    {
      title: 'BuildKit: only the files that COPY and ADD name are sent',
      url: 'https://github.com/moby/buildkit/pull/339',
      date: '2026-11-25',
    },
    {
      title: 'GitHub: .gitignore templates',
      url: 'https://github.com/github/gitignore',
      date: '2026-11-25',
    },
  ],
  ignoredBy: {},

  *run() {},

  ignoreFile: completeIgnoreFile,
});
