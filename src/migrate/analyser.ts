import type { FileFixer } from '../cli/file-fixer.ts';
import type { Target } from '../cli/discover.ts';
import type { MigrateRequest } from '../cli/migrate-request.ts';
import { analyse } from './analysis.ts';
import type { Analyser } from './plan.ts';
import { Pool, type Analysed } from './pool.ts';

/** Threads take a second to start: as long as this many files take. */
const ALONE = 200;

/** Analyses the first files here, and the others in several threads where there are to be some. */
export function analyser(
  fixer: FileFixer,
  { fix, by }: MigrateRequest,
  threads: number,
  note: (message: string) => void,
): Analyser {
  const byTransform = by === 'transform';
  return async function* (targets): AsyncGenerator<Analysed> {
    const rest = targets[Symbol.asyncIterator]();
    const alone = threads < 2 ? Infinity : ALONE;
    for (let done = 0; done < alone; done++) {
      const next = await rest.next();
      if (next.done === true) return;
      const target = next.value;
      yield { target, analysis: await analyse(fixer, target, byTransform) };
    }
    const { level, only, skip, also, options, context, configs } = fix;
    const given = { level, only, skip, also, options, context };
    const pool = new Pool(threads, { given, configs: configs.given, byTransform }, note);
    try {
      yield* pool.analysed({ [Symbol.asyncIterator]: () => rest } as AsyncIterable<Target>);
    } finally {
      await pool.close();
    }
  };
}
