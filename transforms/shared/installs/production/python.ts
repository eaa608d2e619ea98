import type { Subject } from '../../multi-stage/types.ts';
import { reword } from '../../rewording.ts';
import type { Visit } from '../../visit.ts';
import { callsOf, type Found } from '../found.ts';
import { Files } from './python/files.ts';
import { Uses } from './python/uses.ts';
import { isWay, wayOf, type Way } from './python/ways.ts';
import type { Obstacle, Verdict } from './types.ts';

/** What becomes of the installations of Python packages in the stage that ships. */
export function pythonVerdicts(
  subject: Subject,
  visits: readonly Visit[],
  lineOf: Visit['lineOf'],
): Verdict[] {
  const files = new Files(subject);
  const uses = new Uses(subject, files, lineOf);
  const calls = visits.flatMap((visit) => callsOf(visit, /^(?:pip[\d.]*|poetry|pipenv|uv)$/));
  return calls.flatMap((found) => {
    const way = wayOf(found, files);
    if (way === undefined) return [];
    const verdict = verdictOf(found, way, subject, uses);
    return verdict ? [verdict] : [];
  });
}

function verdictOf(
  found: Found,
  way: Way | Obstacle,
  subject: Subject,
  uses: Uses,
): Verdict | undefined {
  const { verb, step, visit } = found;
  const run = visit.outer;
  if (!isWay(way)) {
    const command = `${step.program} ${verb?.text ?? ''}`.trim();
    return { run, command, basis: [], outcome: way };
  }
  const { command, texts, dev, production } = way;
  const stays = (outcome: Obstacle): Verdict => ({ run, command, basis: [], outcome });
  const runner = startsThrough(found, subject);
  if (runner !== undefined) return stays({ reason: 'start', detail: runner });
  const judged = uses.judge(step, dev, production);
  if ('reason' in judged) return stays(judged);
  const rewrite = reword(visit, [{ command: found.command, texts }]);
  if (!rewrite) return undefined;
  const doubts = [...way.doubts, ...judged.doubts];
  return { run, command, basis: [], outcome: { ...rewrite, doubts } };
}

/**
 * `uv run` installs what is missing, the default groups included, unless it is told not to:
 * https://docs.astral.sh/uv/concepts/projects/sync/, read 2026-11-27.
 */
function startsThrough({ step }: Found, { start, steps }: Subject): string | undefined {
  if (step.program !== 'uv' || step.args[0] !== 'sync') return undefined;
  const lines = [
    start.line ?? [],
    ...start.scripts.flatMap(({ text }) =>
      text.split('\n').map((line) => line.trim().split(/\s+/)),
    ),
    ...steps.slice(steps.indexOf(step) + 1).map(({ program, args }) => [program, ...args]),
  ];
  const found = lines.find(
    (words) =>
      words.some((word, i) => /(?:^|\/)uv$/.test(word) && words[i + 1] === 'run') &&
      !words.some((word) => /^--(?:no-sync|no-dev|no-default-groups)$/.test(word)),
  );
  return found && `${found.slice(0, 4).join(' ')} installs them again`;
}
