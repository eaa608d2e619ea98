import {
  known,
  valueOf,
  type Context,
  type Fact,
  type Instruction,
  type Stage,
} from '../../../src/kit.ts';
import { normal, stageOf } from '../copied.ts';
import { broughtBy, contextFiles, type ContextFile } from '../multi-stage/brought.ts';
import { baseName } from '../prefix.ts';

/** The files of the context that lie in the image, also those that come by way of another stage. */
export function filesInImage(stage: Stage, context: Context): Fact<readonly ContextFile[]> {
  const files = new Map<string, ContextFile>();
  for (const one of stage.lineage) {
    const own = new Map<Instruction, ReturnType<typeof broughtBy>>();
    for (const brought of broughtBy(one, context)) {
      own.set(brought.copy, [...(own.get(brought.copy) ?? []), brought]);
    }
    for (const [copy, brought] of own) {
      const from = copy.flag('from') ? stageOf(copy) : undefined;
      const found = from
        ? known(throughStage(copy, from, context))
        : contextFiles(brought, context);
      if (!found.known) return found;
      for (const file of found.value) files.set(file.path, file);
    }
  }
  return known([...files.values()]);
}

/** What a COPY takes out of another stage, as far as it came from the context. */
function throughStage(copy: Instruction, from: Stage, context: Context): ContextFile[] {
  const words = copy.words.map((word) => valueOf(copy.expand(word.text)));
  const destination = words.at(-1);
  const workdir = copy.state && valueOf(copy.state.workdir);
  if (destination === undefined || (!destination.startsWith('/') && workdir === undefined))
    return [];
  const target = normal(destination.startsWith('/') ? destination : `${workdir}/${destination}`);
  const into = /(?:^|\/)\.?$/.test(destination) || words.length > 2;
  const there = valueOf(filesInImage(from, context)) ?? [];
  return words.slice(0, -1).flatMap((source) => {
    if (source === undefined) return [];
    const root = normal(source);
    return there.flatMap((file) => {
      if (file.path === root) {
        return [{ ...file, path: into ? normal(`${target}/${baseName(root)}`) : target }];
      }
      const inside = root === '/' || file.path.startsWith(`${root}/`);
      const rest = root === '/' ? file.path : file.path.slice(root.length);
      return inside ? [{ ...file, path: normal(`${target}/${rest}`) }] : [];
    });
  });
}
