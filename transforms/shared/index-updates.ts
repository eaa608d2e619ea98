import { valueOf, type Command, type Finding, type Stage } from '../../src/kit.ts';
import { plainCommandsIn, removeCommand, removeInstruction } from './editing.ts';
import { APK, fillsCache, invocationOf, lineOf } from './package-managers.ts';
import { scriptOf } from './needs.ts';
import { unforcedRemoval } from './unforced-removals.ts';
import { runs, type Visit } from './visit.ts';

/**
 * `apk update` disappears: `apk add --no-cache` fetches the index for itself and does not look at
 * the one in the layer.
 */
export function* dropIndexUpdates(visits: readonly Visit[], stage: Stage): Generator<Finding> {
  for (const visit of visits) {
    const updates = [...plainCommandsIn(visit.script.body)].filter(isUpdate);
    const [update] = updates;
    if (!update || updates.length > 1 || !isUnused(visit, stage)) continue;
    // Without the index there may be nothing left for it to remove.
    if (unforcedRemoval(visit.run, APK, 'here')) continue;
    const edit = removal(visit, update);
    if (edit) {
      yield {
        at: visit.outer,
        message: 'apk update is not needed: apk add --no-cache fetches the index by itself',
        applicability: 'safe',
        ...edit,
      };
    }
  }
}

const isUpdate = (command: Command): boolean =>
  /^apk (?:-\S+ )*update(?: -\S+)*$/.test(lineOf(command));

function removal(visit: Visit, update: Command): Pick<Finding, 'edits' | 'changes'> | undefined {
  if (
    visit.script.body.statements.length === 1 &&
    visit.script.body.statements[0]!.node === update
  ) {
    return removeInstruction(visit.doc, visit.outer);
  }
  const rewrite = removeCommand(visit.doc, visit.run, visit.script, update);
  return rewrite && { edits: rewrite.edits, changes: [runs(visit, rewrite.tokens)] };
}

/** Is there an add behind it, and does every one fetch its own index? */
function isUnused(visit: Visit, stage: Stage): boolean {
  const runsBehind = [visit.run, ...stage.later(visit.outer)].map((item) => item.trigger ?? item);
  let adds = 0;
  for (const run of runsBehind) {
    if (run.keyword !== 'RUN') continue;
    const script = valueOf(run.run.script);
    // What is not understood may call apk too.
    if (!script) {
      if (/\bapk\b/.test(run.run.text)) return false;
      continue;
    }
    for (const command of plainCommandsIn(script.body)) {
      const call = invocationOf(command);
      if (scriptOf(command) !== undefined) return false;
      if (call?.manager !== APK || !fillsCache(call)) {
        if (/^apk (?:.* )?(?:search|info|list|policy|fetch|version)\b/.test(lineOf(command)))
          return false;
        continue;
      }
      adds++;
      if (!call.args.some(({ value = '' }) => value === '--no-cache')) return false;
    }
  }
  return adds > 0;
}
