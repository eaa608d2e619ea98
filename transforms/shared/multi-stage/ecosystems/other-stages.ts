import { valueOf, type Fact, type Stage } from '../../../../src/kit.ts';
import { normal } from '../../copied.ts';
import { isInside } from '../aftermath.ts';
import { broughtBy, contextFiles, type ContextFile } from '../brought.ts';
import type { Subject } from '../types.ts';

/** The files that every stage gets from the context: what a stage copies from another is built there. */
export function filesOfAllStages(subject: Subject): Fact<readonly ContextFile[]> {
  const brought = subject.doc.stages
    .filter(({ index }) => index <= subject.stage.index)
    .flatMap((stage) => broughtBy(stage, subject.context));
  return contextFiles(brought, subject.context);
}

/** The stage that a path of the last one is copied from, and where it lies there. */
export function copiedFromStage(
  { brought, doc, stage }: Subject,
  path: string,
): { readonly stage: Stage; readonly path: string } | undefined {
  const copy = brought.findLast(
    (one) => one.copy.flag('from') && one.path !== undefined && isInside(path, one.path),
  );
  const name = copy?.copy.flag('from')?.value;
  const from = doc.stages.find(
    ({ name: own, index }) =>
      index < stage.index && (own === name?.toLowerCase() || String(index) === name),
  );
  const words = copy?.copy.words.map(({ text }) => valueOf(copy.copy.expand(text))) ?? [];
  const [source] = words;
  if (!from || copy?.path === undefined || words.length !== 2 || source === undefined) {
    return undefined;
  }
  return { stage: from, path: normal(`/${source}/${path.slice(copy.path.length)}`) };
}
