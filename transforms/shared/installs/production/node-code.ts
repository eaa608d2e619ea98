import { isInside } from '../../multi-stage/aftermath.ts';
import type { NodeApp } from '../../multi-stage/ecosystems/node-app.ts';
import {
  importsOf,
  isCode,
  isTest,
  isToolConfig,
  withoutImports,
} from '../../multi-stage/ecosystems/node-sources.ts';
import { filesOfAllStages } from '../../multi-stage/ecosystems/other-stages.ts';
import type { Visit } from '../../visit.ts';
import { textsOf } from '../../multi-stage/sources.ts';

/** The sources of what a directory runs, of all stages that it is built in. */
export function sourcesOfAll(
  app: NodeApp,
  directory: string,
  lineOf: Visit['lineOf'],
): { readonly texts: ReadonlyMap<string, string>; readonly doubt?: string } {
  const { subject } = app;
  const built = subject.brought.some(
    ({ copy, path }) =>
      copy.flag('from') !== undefined && (path === undefined || isInside(path, directory)),
  );
  const isSource = (source: string): boolean =>
    isCode(source) && !isTest(source) && !isToolConfig(source);
  const own = app.files.filter(
    ({ path }) => isInside(path, directory) && !path.includes('/node_modules/'),
  );
  const all = built ? filesOfAllStages(subject) : undefined;
  if (all && !all.known)
    return { texts: new Map(), doubt: `what the application loads (${all.because})` };
  const files = all?.value.filter(({ source }) => !source.includes('node_modules/')) ?? own;
  const texts = textsOf(subject.context, files, isSource);
  if (texts.size === 0)
    return { texts, doubt: 'what the application loads: its source is not told' };
  const foreign = subject.brought.find(
    ({ copy, path, source }) =>
      source === undefined &&
      path !== undefined &&
      isInside(path, directory) &&
      !isOfStage(app, copy.flag('from')?.value),
  );
  if (foreign) return { texts, doubt: `what line ${lineOf(foreign.copy)} brings` };
  const fetched = subject.steps.find(
    ({ program, args }) => program === 'git' && /^(?:clone|pull|submodule)$/.test(args[0] ?? ''),
  );
  return fetched ? { texts, doubt: `what line ${lineOf(fetched.run)} brings` } : { texts };
}

const isOfStage = ({ subject: { doc, stage } }: NodeApp, from: string | undefined): boolean =>
  from !== undefined &&
  doc.stages.some(
    ({ name, index }) =>
      index < stage.index && (name === from.toLowerCase() || String(index) === from),
  );

/** The package for development that code imports, and the one whose name it has as a text. */
export function namedIn(
  texts: ReadonlyMap<string, string>,
  dev: readonly string[],
): { readonly imported?: string; readonly mentioned?: string } {
  const names = dev.filter((name) => !name.startsWith('@types/'));
  const [imported] = importsOf(texts, names);
  if (imported !== undefined) return { imported };
  for (const text of texts.values()) {
    const bare = withoutImports(text);
    const mentioned = names.find((name) =>
      ['"', "'", '`'].some((q) => bare.includes(q + name + q)),
    );
    if (mentioned !== undefined) return { mentioned };
  }
  return {};
}
