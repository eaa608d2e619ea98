/** Decisions of the user about units. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../cli/errors.ts';
import type { MigrateRequest } from '../cli/migrate-request.ts';
import type { Output } from '../cli/output.ts';
import { visible } from '../cli/terminal.ts';
import { didYouMean } from '../model/nearest.ts';
import { Journal, JOURNAL } from './journal.ts';
import { lock } from './lock.ts';

/** Writes the decisions down, for the runs to come; gives the exit status. */
export async function mark(
  { out: directory, marks }: MigrateRequest,
  out: Output,
): Promise<number> {
  if (!existsSync(path.join(directory, JOURNAL))) {
    throw new UsageError(`${visible(directory)} holds no migration; run dockopt migrate first`);
  }
  const unlock = lock(directory);
  try {
    const journal = Journal.open(directory);
    const ids = [...journal.units.keys()];
    for (const { id } of marks) {
      if (journal.units.has(id)) continue;
      const hint = didYouMean(id, ids) || `; see ${visible(path.join(directory, 'summary.md'))}`;
      throw new UsageError(`no unit is called ${JSON.stringify(id)}${hint}`);
    }
    for (const { id, status } of marks) {
      const { reason: _, ...state } = journal.units.get(id)!;
      journal.set({ ...state, status });
      await out.write(`${status} ${id}\n`);
    }
    journal.close();
    await out.flush();
    return 0;
  } finally {
    unlock();
  }
}
