import { isInside } from '../aftermath.ts';
import { isNeverRead } from '../sources.ts';
import type { NoPlan, Shipment } from '../types.ts';
import { modulesOf, type NodeApp } from './node-app.ts';
import { areMany, isSystemDirectory, pathsOf, read } from './node-files.ts';
import { withoutImports } from './node-sources.ts';
import { localOf } from './package-json.ts';

/** What the final stage takes over of an application. */
export function shipsOf(app: NodeApp): Shipment[] | NoPlan {
  const foreign = foreignOf(app);
  if (!Array.isArray(foreign)) return foreign;
  const only = app.standalone;
  if (only !== undefined) {
    const others = app.files.filter(
      ({ path, source }) => !isInside(path, app.home) && !isNeverRead(source),
    );
    return [{ from: only, made: true }, ...pathsOf(others, app.files), ...foreign];
  }
  const whole = wholeDirectories(app);
  if (whole.includes('/')) {
    return { reason: 'output', detail: 'what the build makes lies in the root directory' };
  }
  const outputs = app.outputs.filter(({ path }) => !path.endsWith('/node_modules'));
  const plain = plainFiles(
    app,
    outputs.map(({ path }) => path),
  );
  const last = app.build.last?.index ?? 0;
  const early = new Set(
    app.files.filter(({ brought }) => brought.copy.index < last).map(({ path }) => path),
  );
  const copied = plain.filter(({ from }) => [...early].some((path) => isInside(path, from)));
  const many = areMany(copied, app.home) && !isSystemDirectory(app.home) ? [app.home] : [];
  return [
    ...[...whole, ...many].map((from) => ({ from, made: true })),
    ...modules(app),
    ...outputs.map(({ path }) => ({ from: path, made: true })),
    ...plain,
    ...foreign,
  ];
}

function modules(app: NodeApp): Shipment[] {
  return app.roots
    .filter((root) => app.shipsModules(root))
    .flatMap((root) => app.outputs.filter(({ made }) => made === modulesOf(root)))
    .map(({ path }) => ({ from: path, made: true }));
}

/** Directories that ship as they are, because not all that is made in them is known. */
function wholeDirectories(app: NodeApp): string[] {
  const found = new Set<string>();
  for (const directory of app.build.whole) {
    const roots = [...app.manifests.keys()].filter((one) => isInside(directory, one));
    found.add(roots.toSorted((a, b) => a.length - b.length)[0] ?? directory);
  }
  for (const root of app.roots) {
    if (app.isWorkspace(root) || localOf(root.manifest).length > 0) found.add(root.directory);
  }
  return [...found];
}

/** What COPY brings from other stages, images and addresses. */
function foreignOf({ subject }: NodeApp): Shipment[] | NoPlan {
  const ships: Shipment[] = [];
  for (const { copy, source, path } of subject.brought) {
    if (source !== undefined) continue;
    if (path === undefined || isSystemDirectory(path)) {
      return { reason: 'context', detail: `what line ${copy.given.line} brings is not known` };
    }
    ships.push({ from: path, made: false });
  }
  return ships;
}

/** Files of the context that may be read. */
function plainFiles(app: NodeApp, outputs: readonly string[]): Shipment[] {
  const { start, sources } = app;
  const only = app.roots.filter((root) => app.isOnlyBuilt(root));
  const mine = app.files.filter(
    ({ path }) => !only.some(({ directory }) => isInside(path, directory)),
  );
  const loaded = sources.all + start.loads.join(' ');
  const wanted = read(mine, {
    text: namingText(app, sources.all),
    named: namingText(app, withoutImports(sources.all)),
    outputs,
    compiled: isCompiled(app),
    settings: start.interpreter !== undefined || loaded.includes('tsconfig-paths'),
    isSource: ({ source }) => /\.[cm]?tsx?$/.test(source) || isBundled(app, source),
  });
  return pathsOf(
    wanted,
    app.files.filter(({ path }) => !path.includes('/node_modules/')),
  );
}

const isFramework = (program: string): boolean => /^(?:next|nuxt|nuxi)$/.test(program);

/** Next.js and Nuxt take everything that is imported into what they build. */
const isBundled = ({ start }: NodeApp, source: string): boolean =>
  start.tasks.some(({ program }) => isFramework(program)) &&
  !/(?:^|\/)(?:next|nuxt|next-i18next|i18n)[\w.-]*\.[cm]?[jt]s$/.test(source);

/** Only what is compiled runs: nothing reads the sources any more. */
function isCompiled(app: NodeApp): boolean {
  const { start, sources, entry, outputs } = app;
  if (start.tasks.some(({ program, words }) => isFramework(program) && words[1] === 'start')) {
    return !/readFile|readdir|process\.cwd\(\)/.test(sources.all);
  }
  if (entry === undefined || start.interpreter !== undefined) return false;
  if (!outputs.some(({ path }) => isInside(entry, path))) return false;
  // Patterns like `src/**/*.entity{.ts,.js}`.
  return !/\*\.(?:ts|\{)|\{\.?ts,|\.ts['"`]/.test(sources.all);
}

/** Texts that may name files: sources, start commands, and what the file says. */
function namingText({ subject, start }: NodeApp, sources: string): string {
  const said = subject.doc.instructions
    .filter(({ keyword }) => /^(?:ENV|CMD|ENTRYPOINT|ARG|HEALTHCHECK)$/.test(keyword))
    .map(({ args }) => args.text);
  const starts = start.tasks.map(({ words }) => words.map((word) => word ?? '').join(' '));
  const scripts = subject.start.scripts.map(({ text }) => text);
  return [sources, ...said, ...starts, ...scripts].join('\n');
}
