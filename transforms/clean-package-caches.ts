import { defineTransform, type Result, type Stage } from '../src/kit.ts';
import { joinUpdates } from './shared/apt-update.ts';
import { leaveOutRecommends } from './shared/apt-recommends.ts';
import { cacheUses } from './shared/caches.ts';
import { cleanUp, dropLateCleanups } from './shared/clean-up.ts';
import { dropIndexUpdates } from './shared/index-updates.ts';
import { addFlags } from './shared/no-cache-flags.ts';
import { takenOver } from './shared/mounts/taken-over.ts';
import { MANAGERS } from './shared/package-managers.ts';
import { unforcedRemoval } from './shared/unforced-removals.ts';
import { visitOf, type Visit } from './shared/visit.ts';

export default defineTransform({
  id: 'clean-package-caches',
  summary: 'Leave no package caches in the layers of the image',
  why: 'Package lists, downloaded packages and build caches are of no use in an image, and often a third of it. They only go if the RUN that makes them removes them, or does not make them in the first place.',
  safety:
    'Safe where only a cache goes and nothing later works from it. Suggested where the packages may change: an install that gets lists of its own, recommended packages left out, and clean-ups of build tools. Unsafe where a later script or an unknown tool could need the cache; the message says which.',
  since: '0.1.0',
  emits: ['safe', 'suggested', 'unsafe'],
  options: {
    caching: {
      type: 'choice',
      choices: ['cleanup', 'mounts'],
      default: 'cleanup',
      describe:
        'How package caches are kept out of the image: cleaned up, or mounted by use-cache-mounts. Set it with --caching, for both',
    },
    stages: {
      type: 'choice',
      choices: ['shipped', 'all'],
      default: 'shipped',
      describe: 'Which stages: those whose layers are in the final image, or all',
    },
    recommends: {
      type: 'boolean',
      default: true,
      describe: 'Add --no-install-recommends to apt installs',
    },
  },
  reasons: {
    needed: 'a later step works from the cache',
    start: 'what the container starts may work from the cache',
    heredoc: 'a heredoc belongs to its command line, nothing can be put behind it',
    background: 'the last command runs in the background',
    nested: 'it is filled inside a condition, a loop or behind ||',
    ends: 'the shell ends before a clean-up could run',
    errexit: 'set -e would not stop at a failure any more with something behind it',
    elsewhere: 'the update stands where nothing can be put before it',
    'pnp-cache': 'Yarn 2 and later run packages from their cache',
    daemon: 'the Gradle daemon may still write to the cache: build with --no-daemon',
    volume: 'the cache lies in a VOLUME of the base image',
    'old-flag': 'the base image is too old to know the flag',
    unforced: 'a later rm without -f fails where nothing is left to remove',
  },
  sources: [
    {
      title: 'Building best practices: apt-get',
      url: 'https://docs.docker.com/build/building/best-practices/#apt-get',
      date: '2026-11-23',
    },
    ...MANAGERS.map((manager) => manager.source),
  ],
  ignoredBy: {
    hadolint: [],
    tally: ['tally/prefer-package-cache-mounts'],
  },

  *run({ doc, context, options, allows, lineOf }) {
    const visitsOf = (stage: Stage): Visit[] =>
      stage.instructions.flatMap((outer) => visitOf({ doc, context, lineOf }, outer) ?? []);
    for (const stage of doc.stages) {
      if (options.stages === 'shipped' && !stage.ships) continue;
      const all = visitsOf(stage);
      const visits = all.filter((visit) => allows(visit.outer));
      const inherited = stage.lineage.slice(0, -1).flatMap(visitsOf);
      const known = [...inherited, ...all];
      for (const visit of visits) yield* cleanLayer(visit, options.caching === 'mounts');
      if (options.recommends) yield* leaveOutRecommends(visits, known);
      yield* joinUpdates(visits, known);
      // From a mount apk may take an old index, so the update stays.
      if (options.caching === 'cleanup') yield* dropIndexUpdates(visits, stage);
      if (isUnderstood(stage)) yield* dropLateCleanups(inherited, visits);
    }
  },
});

function* cleanLayer(visit: Visit, mounts: boolean): Generator<Result> {
  const mounted = mounts ? takenOver(visit) : [];
  for (const use of cacheUses(visit.script)) {
    if (mounted.includes(use.manager.id)) continue;
    const removing = unforcedRemoval(visit.run, use.manager, 'behind');
    for (const result of use.manager.flag ? addFlags(visit, use) : cleanUp(visit, use)) {
      if ('reason' in result || !removing) yield result;
      else {
        const { at, message } = result;
        yield { at, message, reason: 'unforced', detail: `line ${removing.given.line}` };
      }
    }
  }
}

/** Is every RUN of it, and of what it is built on, understood? */
const isUnderstood = (stage: Stage): boolean =>
  stage.lineage.every((each) =>
    each.instructions.every(({ keyword, run }) => keyword !== 'RUN' || run.script.known),
  );
