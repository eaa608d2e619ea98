import {
  commandText,
  defineTransform,
  valueOf,
  type Command,
  type Document,
  type Instruction,
  type Result,
  type Stage,
} from '../src/kit.ts';
import { normal } from './shared/copied.ts';
import { plainCommandsIn, removeCommand } from './shared/editing.ts';
import { visitOf, type Visit } from './shared/visit.ts';
import { reachOf } from './shared/workdir/later.ts';

export default defineTransform({
  id: 'use-workdir',
  summary: 'Set the directory of a RUN with WORKDIR, not with cd',
  why: 'Every RUN starts in the directory of the last WORKDIR, so a cd holds until the end of its RUN and has to be written again in the next. A WORKDIR says once where the build works.',
  safety:
    'Safe where the cd leads to where the RUN starts anyway. Suggested where nothing behind the RUN depends on the directory, up to the next WORKDIR with an absolute path. Refused where something may, and where the container would start in another directory.',
  since: '0.1.0',
  emits: ['safe', 'suggested'],
  options: {},
  reasons: {
    depends: 'something behind it may depend on the directory',
    start: 'no WORKDIR follows, and the container would start in another directory',
    alone: 'the cd ends with its RUN, and what stands behind it runs in another directory so far',
  },
  sources: [
    {
      title: 'Dockerfile reference: WORKDIR',
      url: 'https://docs.docker.com/reference/dockerfile/#workdir',
      date: '2026-11-26',
    },
    {
      title: 'Building best practices: WORKDIR',
      url: 'https://docs.docker.com/build/building/best-practices/#workdir',
      date: '2026-11-26',
    },
  ],
  ignoredBy: { hadolint: ['DL3003'], tally: ['hadolint/DL3003'] },

  *run({ doc, context, allows, lineOf }) {
    // What a WORKDIR in front of one RUN leaves to do for the next ones shows in the next pass.
    const settled = new Set<Stage>();
    for (const run of doc.only('RUN')) {
      if (!allows(run) || settled.has(run.stage!)) continue;
      const visit = visitOf({ doc, context, lineOf }, run);
      const result = visit && useWorkdir(visit);
      if (!result) continue;
      if (!('reason' in result) && result.applicability === 'suggested') settled.add(run.stage!);
      yield result;
    }
  },
});

/** `cd /a/path`, and nothing else. */
function isPlainCd(command: Command | undefined): command is Command {
  return (
    command?.words[0]?.value === 'cd' &&
    command.words.length === 2 &&
    command.redirects.length === 0 &&
    command.assignments.length === 0 &&
    /^[\w./][\w./-]*$/.test(command.words[1]!.value ?? '')
  );
}

function useWorkdir(visit: Visit): Result | undefined {
  const { doc, run, script, outer } = visit;
  const commands = plainCommandsIn(script.body);
  const [cd] = commands;
  if (commands.length === 1 && isPlainCd(cd)) {
    const message = `WORKDIR ${cd.words[1]!.text}, which holds for what stands behind it`;
    return { at: outer, message, reason: 'alone' };
  }
  if (!isPlainCd(cd) || script.tokens[0] !== commandText(cd)) return undefined;
  if (/\bOLDPWD\b|\bcd -/.test(script.text)) return undefined;
  const path = pathOf(run, cd.words[1]!.value!);
  if (path === undefined || run.mounts.some(({ target }) => target && within(path, target))) {
    return undefined;
  }
  const rest = removeCommand(doc, run, script, cd);
  if (!rest) return undefined;
  const change = { kind: 'run' as const, instruction: outer, tokens: rest.tokens };
  if (normal(valueOf(run.state!.workdir) ?? '-') === path && run.state!.workdir.known) {
    const message = `the RUN starts in ${path} anyway`;
    return { at: outer, message, applicability: 'safe', edits: rest.edits, changes: [change] };
  }
  return isBesideRun(run) ? undefined : withWorkdir(visit, path, rest.edits, change);
}

function withWorkdir(
  visit: Visit,
  path: string,
  edits: Extract<Result, { edits: unknown }>['edits'],
  change: Extract<Result, { edits: unknown }>['changes'][number],
): Result {
  const { doc, run, outer, lineOf } = visit;
  const message = `WORKDIR ${path} for the RUN, instead of cd`;
  const reach = reachOf(run.stage!, run.index);
  if (reach.depends) {
    const detail = `${reach.depends.keyword} in line ${lineOf(reach.depends)}`;
    return { at: outer, message, reason: 'depends', detail };
  }
  if (reach.ships) return { at: outer, message, reason: 'start' };
  const keyword = keywordLike(doc, run);
  return {
    at: outer,
    message,
    applicability: 'suggested',
    edits: [{ start: run.start, end: run.start, text: `${keyword} ${path}${doc.eol}` }, ...edits],
    changes: [{ kind: 'inserted', before: outer, texts: [`WORKDIR ${path}`] }, change],
  };
}

function keywordLike({ text }: Document, { keywordSpan }: Instruction): string {
  return text.slice(keywordSpan.start, keywordSpan.end) === 'run' ? 'workdir' : 'WORKDIR';
}

function pathOf({ state }: Instruction, written: string): string | undefined {
  if (written.startsWith('/')) return normal(written);
  const directory = state && valueOf(state.workdir);
  return directory?.startsWith('/') ? normal(`${directory}/${written}`) : undefined;
}

const within = (path: string, directory: string): boolean =>
  `${path}/`.startsWith(`${normal(directory)}/`);

/** A WORKDIR between RUNs would keep them from being one layer. */
const isBesideRun = ({ stage, index }: Instruction): boolean =>
  stage!.ships &&
  stage!.instructions.some(
    (other) => Math.abs(other.index - index) === 1 && other.keyword === 'RUN',
  );
