import {
  defineTransform,
  type Applicability,
  type Finding,
  type Result,
  type Stage,
} from '../src/kit.ts';
import { keepPackages } from './shared/mounts/docker-clean.ts';
import { emptiedBy } from './shared/mounts/emptied.ts';
import { bindManifests } from './shared/mounts/manifests.ts';
import { frontendProblem, syntaxLine } from './shared/mounts/frontend.ts';
import { planOf, type RowPlan, type RunPlan } from './shared/mounts/plan.ts';
import { rewrite } from './shared/mounts/rewrite.ts';
import { CACHE_ROWS } from './shared/mounts/table.ts';
import { shorten } from './shared/mounts/needs.ts';
import { visitOf } from './shared/visit.ts';

export default defineTransform({
  id: 'use-cache-mounts',
  summary: 'Keep package caches in mounts of the builder, instead of cleaning up',
  why: 'A cache mount is there while a RUN lasts and in no layer. What was downloaded once is there for the next build, so that a changed manifest or package list costs only what is new. It takes BuildKit, which is the builder of Docker since 23.0, or Buildah 1.24 and Podman 4 or later; the classic builder and Kaniko do not know it.',
  safety:
    'Suggested: the image is the same less its caches, and nothing later works from what is mounted. On Debian and Ubuntu the image loses docker-clean, so that a later apt-get install in it keeps its packages. Unsafe where the user, the base image or a script leaves something open; the message says what.',
  since: '0.1.0',
  emits: ['suggested', 'unsafe'],
  options: {
    caching: {
      type: 'choice',
      choices: ['cleanup', 'mounts'],
      default: 'cleanup',
      describe:
        'How package caches are kept out of the image: cleaned up, or mounted. Set it with --caching, for clean-package-caches too',
    },
    manifests: {
      type: 'choice',
      choices: ['copy', 'bind'],
      default: 'copy',
      describe: 'With caching=mounts: whether an installation gets its manifests copied or mounted',
    },
    syntax: {
      type: 'choice',
      choices: ['auto', 'always'],
      default: 'auto',
      describe:
        'Whether to declare # syntax=docker/dockerfile:1. auto: no, as every BuildKit since Docker 20.10 knows cache mounts; always: also for Docker 18.09 and 19.03',
    },
  },
  reasons: {
    lists: 'each RUN that installs must fetch the package lists for itself, a mount may be empty',
    offline: 'a command works from the cache alone, and a mount may be empty',
    published: 'a later command works from what this one puts there, and a mount may be empty',
    copied: 'another stage copies from the directory, and a mount is in no layer',
    start: 'what the container starts may work from the cache',
    user: 'whose cache it is, is not known',
    place: 'the base image does not tell where the cache lies',
    base: 'the base image is not known, and its packages may not be mixed with those of others',
    moved: 'something says that the cache lies elsewhere',
    off: 'a variable switches the cache off',
    pnp: 'this Yarn runs packages out of its cache, or keeps it in the project',
    above: 'the RUN removes a directory in which the mount would lie, and rm fails at a mount',
    kept: 'a clean-up that empties the mount cannot be taken out',
    frontend: 'the frontend that the file names may not know cache mounts',
    manifests: 'the installation may write to the file, or something else needs it',
  },
  sources: [
    {
      title: 'Dockerfile reference: RUN --mount=type=cache',
      url: 'https://docs.docker.com/reference/dockerfile/#run---mounttypecache',
      date: '2026-11-25',
    },
    {
      title: 'Docker: optimize cache usage in builds',
      url: 'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
      date: '2026-11-25',
    },
    {
      title: 'BuildKit 0.8: the built-in frontend knows RUN --mount',
      url: 'https://github.com/moby/buildkit/releases?page=12',
      date: '2026-11-25',
    },
    {
      title: 'Buildah: cache mounts',
      url: 'https://github.com/containers/buildah/pull/3574',
      date: '2026-11-25',
    },
    ...CACHE_ROWS.map((row) => row.source),
  ],
  ignoredBy: { hadolint: [], tally: ['tally/prefer-package-cache-mounts'] },

  *run({ doc, context, options, allows, lineOf }) {
    if (options.caching !== 'mounts') return;
    const plansOf = (stage: Stage): RunPlan[] =>
      stage.instructions.flatMap((outer) => {
        const visit = allows(outer) ? visitOf({ doc, context, lineOf }, outer) : undefined;
        return visit ? [planOf(visit)] : [];
      });
    const plans = doc.stages.flatMap(plansOf);
    const problem = frontendProblem(doc);
    for (const plan of plans) {
      for (const refusal of plan.refusals) {
        const { row, reason, detail } = refusal;
        yield {
          at: plan.visit.outer,
          message: `mount the cache of ${row.id}`,
          reason,
          ...(detail === undefined ? {} : { detail }),
        };
      }
      if (plan.rows.length > 0) yield* mountIn(plan, plans, problem);
    }
    if (options.manifests === 'bind') yield* bindManifests(doc, context, plans);
    if (options.syntax === 'always' && problem === undefined) yield* syntaxLine(doc, plans);
  },
});

function* mountIn(
  plan: RunPlan,
  plans: readonly RunPlan[],
  problem: string | undefined,
): Generator<Result> {
  const { visit, rows } = plan;
  const fresh = rows.filter(({ flags }) => flags.length > 0);
  const names = fresh.map(({ row }) => row.id).join(' and ');
  const message = `mount the cache of ${names}: what ${fresh.length > 1 ? 'they fetch' : 'it fetches'} is in no layer, and there for the next build`;
  if (problem !== undefined) {
    if (fresh.length > 0) yield { at: visit.outer, message, reason: 'frontend', detail: problem };
    return;
  }
  const emptied = emptiedBy(plan, rows);
  const first = keepPackages(plan, rows, plans);
  if (fresh.length === 0 && emptied.gone.size + emptied.words.size + first.length === 0) return;
  if (emptied.above) {
    const detail = shorten(emptied.above.words.map(({ text }) => text).join(' '));
    if (fresh.length > 0) yield { at: visit.outer, message, reason: 'above', detail };
    return;
  }
  const flags = fresh.flatMap((row) => row.flags);
  const rewritten = rewrite(visit, { flags, gone: emptied.gone, words: emptied.words, first });
  const told =
    fresh.length > 0
      ? message
      : emptied.gone.size + emptied.words.size > 0
        ? 'this clean-up would empty the cache mount'
        : 'without docker-clean the mount keeps the packages';
  if (!rewritten) yield { at: visit.outer, message: told, reason: 'kept' };
  else {
    yield {
      at: visit.outer,
      message: told + remarkOf(fresh, first),
      applicability: riskiest(fresh),
      ...rewritten,
      // The names of the caches are those of its releases.
      basis: visit.outer.stage!.lineage.map(({ from }) => from),
    } satisfies Finding;
  }
}

function remarkOf(rows: readonly RowPlan[], first: readonly string[]): string {
  const open = rows.flatMap(({ remark }) => (remark === '' ? [] : [remark]));
  if (open.length > 0) return `; not established: ${open.join(', ')}`;
  return first.length > 0 && rows.length > 0 ? '; docker-clean goes, which would empty it' : '';
}

const riskiest = (rows: readonly RowPlan[]): Applicability =>
  rows.some(({ applicability }) => applicability === 'unsafe') ? 'unsafe' : 'suggested';
