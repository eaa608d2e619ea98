import { defineTransform, type Document, type Instruction } from '../src/kit.ts';
import { convert } from './shared/spelling/exec-form.ts';

export default defineTransform({
  id: 'use-exec-form',
  summary: 'Write commands that need no shell in exec form',
  why: 'In shell form the first process of the container may be a shell, which passes no signals on: the program does not hear of docker stop, and is killed when the time is up. Exec form runs the program itself, and works in an image without a shell.',
  safety:
    'Suggested where the command uses nothing of the shell, no ENTRYPOINT could take it for something else, and a script begins with #!. Unsafe where the base image could set an ENTRYPOINT, or the script is not known.',
  since: '0.1.0',
  emits: ['suggested', 'unsafe'],
  options: {},
  reasons: {
    shell: 'its shell is not known to be sh or bash',
    array: 'Docker does not read this array as JSON, and what is meant is not certain',
    feature: 'it uses what only a shell understands',
    login: 'its shell reads a profile first, which may set what the program needs',
    'entry-point': 'the ENTRYPOINT gets it as arguments, and may take them for something else',
    arguments: 'it would get the CMD as its arguments, which it ignores now',
    script: 'a file without #! is run by a shell only',
    comment: 'a comment stands where the words would be joined',
    meant: 'a comment says that it is meant to be in shell form',
  },
  sources: [
    {
      title: 'Dockerfile reference: shell and exec form',
      url: 'https://docs.docker.com/reference/dockerfile/#shell-and-exec-form',
      date: '2026-11-25',
    },
    {
      title: 'Docker build checks: JSONArgsRecommended',
      url: 'https://docs.docker.com/reference/build-checks/json-args-recommended/',
      date: '2026-11-25',
    },
  ],
  ignoredBy: {
    hadolint: ['DL3025'],
    check: ['JSONArgsRecommended'],
    tally: [
      'DL3025',
      'JSONArgsRecommended',
      'buildkit/JSONArgsRecommended',
      'tally/invalid-json-form',
    ],
  },

  *run({ doc, context, allows }) {
    for (const instruction of commandsOf(doc)) {
      const result = allows(instruction) ? convert(instruction, context) : undefined;
      if (result) yield result;
    }
  },
});

/** The last of each kind in every stage, which is the one that counts, and all triggers. */
const commandsOf = (doc: Document): Instruction[] =>
  doc.stages.flatMap(({ instructions }) =>
    instructions.filter(
      (instruction) =>
        instruction.trigger ??
        !instructions.some(
          ({ keyword, index }) => keyword === instruction.keyword && index > instruction.index,
        ),
    ),
  );
