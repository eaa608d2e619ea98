import {
  defineTransform,
  unknown,
  valueOf,
  workdirAfter,
  type Fact,
  type Instruction,
  type Result,
} from '../src/kit.ts';
import { normal } from './shared/copied.ts';

export default defineTransform({
  id: 'use-absolute-workdir',
  summary: 'Write the directory of a WORKDIR in full',
  why: 'A relative WORKDIR goes on from the one before it, and from the one of the base image: whoever reads the file has to add them up, and a new base image or a WORKDIR in between silently moves everything behind it.',
  safety:
    'Safe where the directory before is known: the new path is the one that Docker comes to. Suggested where a variable stays in the path, unsafe where that is a build argument, which could be given an absolute path.',
  since: '0.1.0',
  emits: ['safe', 'suggested', 'unsafe'],
  options: {},
  reasons: {
    'unknown-directory': 'the directory that it goes on from is not known',
  },
  sources: [
    {
      title: 'Dockerfile reference: WORKDIR',
      url: 'https://docs.docker.com/reference/dockerfile/#workdir',
      date: '2026-11-25',
    },
    {
      title: 'Docker build checks: WorkdirRelativePath',
      url: 'https://docs.docker.com/reference/build-checks/workdir-relative-path/',
      date: '2026-11-25',
    },
  ],
  ignoredBy: { hadolint: ['DL3000'], check: ['WorkdirRelativePath'] },

  *run({ doc, allows }) {
    for (const workdir of doc.only('WORKDIR')) {
      if (!allows(workdir) || isWindows(workdir)) continue;
      const result = absolute(workdir);
      if (result) yield result;
    }
  },
});

const isWindows = ({ stage, args }: Instruction): boolean =>
  (stage !== undefined && valueOf(stage.os) === 'windows') || /^[A-Za-z]:|\\/.test(args.text);

/** Where the WORKDIR before leads to, whatever the build arguments are. */
function directoryBefore(workdir: Instruction): Fact<string> {
  const all = workdir
    .stage!.lineage.flatMap((stage) => stage.instructions)
    .filter(({ keyword, index }) => keyword === 'WORKDIR' && index < workdir.index);
  const first = all.findLastIndex(({ args }) => args.text.startsWith('/'));
  for (const earlier of all.slice(Math.max(first, 0))) {
    const names = [...earlier.args.text.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name!);
    const name = names.find((one) => earlier.stage!.scope.at(earlier.index, one)?.kind !== 'env');
    if (name !== undefined) return unknown(`line ${earlier.given.line} has $${name} in it`);
  }
  return workdir.state!.workdir;
}

function absolute(workdir: Instruction): Result | undefined {
  const written = workdir.args.text.trim();
  if (written.startsWith('/') || /["'`]/.test(written)) return undefined;
  const variable = /^\$\{?(\w+)/.exec(written)?.[1];
  // A variable of which nothing is known holds the whole path, as a rule.
  if (variable !== undefined && !/^[^/]/.test(valueOf(workdir.expand(written)) ?? '')) {
    return undefined;
  }
  const before = directoryBefore(workdir);
  if (!before.known) {
    return {
      at: workdir,
      message: `write ${written} as an absolute path`,
      reason: 'unknown-directory',
      detail: before.because,
    };
  }
  if (!before.value.startsWith('/')) return undefined;
  const keeps = written.includes('$');
  const sum = `${before.value.replace(/\/$/, '')}/${written.replace(/^(?:\.\/)+/, '')}`;
  const path = keeps ? sum : normal(sum);
  const isArgument =
    variable !== undefined && workdir.stage!.scope.at(workdir.index, variable)?.kind === 'arg';
  return {
    at: workdir,
    message:
      `${path} in full: a relative WORKDIR moves with the one before it` +
      (isArgument
        ? `; not established: that nobody builds with an absolute path for $${variable}`
        : ''),
    applicability: isArgument
      ? 'unsafe'
      : path === valueOf(workdirAfter(workdir))
        ? 'safe'
        : 'suggested',
    edits: [{ ...workdir.argsSpan, text: path }],
    changes: [{ kind: 'replaced', instruction: workdir, by: `WORKDIR ${path}` }],
  };
}
