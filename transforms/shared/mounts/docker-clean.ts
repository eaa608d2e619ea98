import { valueOf } from '../../../src/kit.ts';
import { plainCommandsIn } from '../editing.ts';
import { lineOf } from '../package-managers.ts';
import type { RowPlan, RunPlan } from './plan.ts';

/**
 * The images of Debian and Ubuntu delete packages as soon as they are installed, by this file, and
 * `apt`, unlike `apt-get`, does so by itself.
 * https://docs.docker.com/reference/dockerfile/#example-cache-apt-packages, read 2026-11-25; the
 * file was looked at in debian:12.
 */
const REMOVE = 'rm -f /etc/apt/apt.conf.d/docker-clean';
const KEEP = `echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache`;

/** What must be run before apt, so that what it downloads stays in the mount. */
export function keepPackages(
  plan: RunPlan,
  rows: readonly RowPlan[],
  earlier: readonly RunPlan[],
): string[] {
  const { visit } = plan;
  const distribution = valueOf(visit.run.stage!.baseFacts)?.distribution ?? 'debian';
  if (!/^(?:debian|ubuntu)$/.test(distribution) || !rows.some(keepsPackages)) return [];
  const before = visit.run
    .stage!.lineage.flatMap((stage) => stage.instructions)
    .filter(({ index }) => index <= visit.run.index);
  const told = (pattern: RegExp): boolean =>
    before.some(
      ({ keyword, joined, run }) =>
        /^(?:RUN|COPY|ADD)$/.test(keyword) &&
        (pattern.test(joined.text) || (keyword === 'RUN' && pattern.test(run.text))),
    );
  const apt = rows.find(({ row }) => row.id === 'apt')!.commands[0]!;
  const sudo = apt.words[0]?.text === 'sudo' ? 'sudo ' : '';
  const planned = earlier.some(
    (other) =>
      visit.run.stage!.lineage.includes(other.visit.run.stage!) &&
      other.visit.run.index < visit.run.index &&
      other.rows.some(keepsPackages),
  );
  const first: string[] = [];
  if (!planned && !told(/docker-clean/)) first.push(sudo + REMOVE);
  if (
    sudo === '' &&
    usesApt(plan) &&
    !told(/Keep-Downloaded-Packages/) &&
    !earlier.some((other) => planned && usesApt(other))
  ) {
    first.push(KEEP);
  }
  return first;
}

const keepsPackages = ({ row, targets }: RowPlan): boolean =>
  row.id === 'apt' &&
  targets.some((target) => /^\/var\/cache(?:\/apt(?:\/archives)?)?$/.test(target));

const usesApt = ({ visit }: RunPlan): boolean =>
  plainCommandsIn(visit.script.body).some((command) =>
    /^apt (?:.* )?(?:install|upgrade|full-upgrade)\b/.test(lineOf(command)),
  );
