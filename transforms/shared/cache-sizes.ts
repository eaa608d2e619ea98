import { valueOf, type Saving } from '../../src/kit.ts';
import { cacheUses } from './caches.ts';
import type { Manager } from './package-managers.ts';
import { visitOf, type Visit } from './visit.ts';

/**
 * What the indexes of a distribution take in a layer, in MB, by release (`*`: of any release).
 *
 * Debian and Ubuntu: measured 2026-11-27 with `apt-get update && du -sb /var/lib/apt/lists` and the
 * settings of the official images (`GzipIndexes`, no translations), main for Debian, all four
 * components for Ubuntu, with updates, security and, for Ubuntu, backports. They grow as long as a
 * release gets updates: 39.8 MB for jammy in 2022-12 says
 * https://dev.classmethod.jp/articles/apt-get-magic-spell-in-docker/, read 2026-11-27.
 * Alpine: main and community, as https://github.com/kubernetes-sigs/external-dns/pull/3656 measured
 * them for 3.18, read 2026-11-27.
 */
const INDEXES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  debian: { bullseye: 18.5, bookworm: 19.9, trixie: 21.7 },
  ubuntu: { focal: 58.2, jammy: 82.4, noble: 55.7, resolute: 44.9 },
  alpine: { '*': 1.8 },
};

/** What the rest takes depends on what is installed, which no table tells. */
const INDEXED = new Set(['apt', 'apk']);

/**
 * What it saves that a RUN leaves no index of the distribution in its layer. Nothing is said of
 * stages that do not ship, and of RUNs behind another one that fetches it too: with the same index
 * there, the second leaves little in its own layer.
 */
export function savedByNoIndex(visit: Visit, manager: Manager): Saving | undefined {
  const { run, outer } = visit;
  const stage = run.stage!;
  if (!INDEXED.has(manager.id) || outer !== run || !stage.ships) return undefined;
  const { distribution = '', release = '' } = valueOf(stage.baseFacts) ?? {};
  const sizes = INDEXES[distribution];
  const megabytes = sizes?.[release] ?? sizes?.['*'];
  if (megabytes === undefined || isFetchedBefore(visit, manager)) return undefined;
  const from = 'the size of the package index in the table';
  return { bytes: Math.round(megabytes * 1e6), from };
}

function isFetchedBefore(visit: Visit, manager: Manager): boolean {
  const earlier = visit.run
    .stage!.lineage.flatMap((stage) => stage.instructions)
    .filter(({ index }) => index < visit.run.index);
  return earlier.some((instruction) => {
    const other = visitOf(visit, instruction);
    if (!other) return instruction.keyword === 'RUN';
    return cacheUses(other.script).some((use) => use.manager === manager && use.calls.length > 0);
  });
}
