import type { Visit } from '../visit.ts';
import { emptiedBy } from './emptied.ts';
import { frontendProblem } from './frontend.ts';
import { planOf } from './plan.ts';
import { rewrite } from './rewrite.ts';

/**
 * The tools of a RUN whose caches mounts hold, or will: nobody else cleans up behind them. A mount
 * that rests on something not established may be held back, so there the clean-up stays.
 */
export function takenOver(visit: Visit): readonly string[] {
  const plan = planOf(visit);
  const there = plan.rows.filter(({ flags }) => flags.length === 0);
  const ids = (rows: typeof plan.rows): string[] => rows.map(({ row }) => row.id);
  if (frontendProblem(visit.doc) !== undefined) return ids(there);
  const emptied = emptiedBy(plan, plan.rows);
  const flags = plan.rows.flatMap((row) => row.flags);
  const possible =
    !emptied.above &&
    rewrite(visit, { flags, gone: emptied.gone, words: emptied.words, first: [] }) !== undefined;
  const sure = plan.rows.filter((row) => row.flags.length === 0 || row.applicability !== 'unsafe');
  return ids(possible ? sure : there);
}
