import { commandsIn, valueOf, type Stage } from '../../../src/kit.ts';
import { baseName } from '../prefix.ts';
import { wordsOf } from '../purpose.ts';

/** The programs that the RUNs of a stage, and of those built on it, call by name. */
export function programNames(stage: Stage): Set<string> {
  const found = new Set<string>();
  for (const { keyword, run } of stage.instructions) {
    const script = keyword === 'RUN' ? valueOf(run.script) : undefined;
    if (!script) continue;
    for (const command of commandsIn(script.body)) found.add(baseName(wordsOf(command)[0] ?? ''));
  }
  for (const child of stage.children) for (const name of programNames(child)) found.add(name);
  return found;
}
