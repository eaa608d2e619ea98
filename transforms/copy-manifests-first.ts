import {
  defineTransform,
  valueOf,
  type Context,
  type Finding,
  type Refusal,
  type Stage,
} from '../src/kit.ts';
import { sourceCopies } from './shared/cache-order/copies.ts';
import {
  isObstacle,
  planMove,
  stepsByRun,
  type Move,
  type Obstacle,
} from './shared/cache-order/plan.ts';
import { writeMove } from './shared/cache-order/write.ts';

const REASONS = {
  context: 'without the build context nothing tells what the installation reads',
  manifest: 'a file that the installation reads is not in the build context',
  workspaces: 'other packages of the repository are installed with it',
  local: 'it installs something that lies in the project itself',
  script: 'something that runs at the installation may read the source',
  writes: 'it changes a file that the source brings too',
  overwritten: 'the copy would overwrite what is installed with that of the build context',
  between: 'what stands before the installation may need the source',
  split: 'the commands of the RUN cannot be taken apart',
  many: 'too many manifests would have to be listed',
  whole: 'the tool fetches dependencies only for a project with its source',
  moved: 'the copy would mean something else further down',
} as const;

export default defineTransform({
  id: 'copy-manifests-first',
  summary: 'Install dependencies before the source is copied',
  why: 'A layer is taken from the cache while nothing before it has changed. Behind a copy of the whole source, every change of the source installs all dependencies again; with only the manifests before it, the installation runs again when they change.',
  safety:
    'Suggested where the build context shows that the installation reads nothing but the manifests: no workspaces, no packages of the project itself, no script that reads the source, and nothing in the context that would overwrite what is installed. Unsafe where one of these rests on an assumption; the message says which.',
  since: '0.1.0',
  emits: ['suggested', 'unsafe'],
  options: {},
  reasons: REASONS,
  sources: [
    {
      title: 'Optimize cache usage in builds: order your layers',
      url: 'https://docs.docker.com/build/cache/optimize/#order-your-layers',
      date: '2026-11-25',
    },
    {
      title: 'Using uv in Docker: intermediate layers',
      url: 'https://docs.astral.sh/uv/guides/integration/docker/#intermediate-layers',
      date: '2026-11-25',
    },
    {
      title: 'npm: life cycle scripts',
      url: 'https://docs.npmjs.com/cli/v11/using-npm/scripts#life-cycle-scripts',
      date: '2026-11-25',
    },
    {
      title: 'pip: requirements file format',
      url: 'https://pip.pypa.io/en/stable/reference/requirements-file-format/',
      date: '2026-11-25',
    },
  ],
  ignoredBy: {},

  *run({ doc, context, allows, lineOf }) {
    for (const stage of doc.stages) {
      for (const result of resultsIn(stage, context)) {
        if (!allows(result.run)) continue;
        if (isObstacle(result)) {
          const line = result.by && `line ${lineOf(result.by)}`;
          yield refuse(result, line);
          continue;
        }
        if (!allows(result.moved.copy)) continue;
        const written = writeMove(doc, result);
        yield written ? found(result, written) : refuse({ ...result, reason: 'moved' }, undefined);
      }
    }
  },
});

/** One answer for each installation, from the last copy before it. */
function* resultsIn(stage: Stage, context: Context): Generator<Move | Obstacle> {
  if (valueOf(stage.os) === 'windows') return;
  const steps = stepsByRun(stage);
  const seen = new Set<number>();
  for (const copy of sourceCopies(stage, context)) {
    const result = planMove(copy, steps, context);
    if (!result || seen.has(result.run.index)) continue;
    seen.add(result.run.index);
    yield result;
  }
}

function refuse({ run, what, reason, detail }: Obstacle, line: string | undefined): Refusal {
  const full = detail ?? line;
  return {
    at: run,
    message: `copy the source behind ${what}`,
    reason,
    ...(full !== undefined && { detail: full }),
  };
}

function found(move: Move, written: Pick<Finding, 'edits' | 'changes'>): Finding {
  const { moved, run, assumptions } = move;
  return {
    at: moved.copy,
    message: [messageOf(move), ...assumptions].join('; '),
    applicability: assumptions.length > 0 ? 'unsafe' : 'suggested',
    ...written,
    basis: [{ start: moved.copy.start, end: run.end }],
  };
}

function messageOf({ what, reads, cut }: Move): string {
  const gain = 'a change of the source alone does not install again';
  if (cut?.early !== undefined) return `run ${cut.early} before the source is copied: ${gain}`;
  const paths = reads.flatMap(({ project, names: list }) =>
    list.map((name) => project.pathOf(name)),
  );
  const names = [...new Set(paths)];
  if (names.length === 0) return `copy the source behind ${what}, which does not read it: ${gain}`;
  const [last, ...others] = names.toReversed();
  const list = others.length > 0 ? `${others.toReversed().join(', ')} and ${last}` : last;
  return `copy ${list} before ${what}, and the rest behind it: ${gain}`;
}
