/** The cases in `__fixtures__/<transform>/<case>/`, as the tests and the documentation read them. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { IgnoreFileInput } from '../engine/ignore-file.ts';
import { memoryContext, noContext, parseDockerfile } from '../index.ts';
import { DockerIgnore } from '../model/dockerignore.ts';
import { folders, readCase, type FixtureCase } from '../testing.ts';

export type { CaseSettings, FixtureCase, Variant } from '../testing.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');
export const FIXTURES = path.join(ROOT, '__fixtures__');

/** The ids of the transforms that have fixtures. */
export function fixtureIds(folder = FIXTURES): string[] {
  return folders(folder).filter((name) =>
    folders(path.join(folder, name)).some((inner) =>
      existsSync(path.join(folder, name, inner, 'input.Dockerfile')),
    ),
  );
}

/** The cases of one transform, by name. */
export function casesOf(id: string, folder = FIXTURES): FixtureCase[] {
  return folders(path.join(folder, id)).map((name) => readCase(id, path.join(folder, id, name)));
}

/** A case of a transform of ignore files, as the engine takes it: `.dockerignore` at the top. */
export function ignoreInputOf(
  { input, files, gitIgnored = [] }: FixtureCase,
  text = files?.['.dockerignore'],
): Omit<IgnoreFileInput, 'options'> {
  const ignore = new DockerIgnore(text ?? '');
  const kept = Object.entries(files ?? {}).filter(([name]) => !ignore.excludes(name));
  const all = Object.fromEntries(text === undefined ? kept : [...kept, ['.dockerignore', text]]);
  const others = Object.keys(files ?? {}).filter((name) => /^Dockerfile\.\w+$/.test(name));
  return {
    sharers: [
      { path: 'Dockerfile', doc: parseDockerfile(input), certain: true },
      ...others.map((name) => ({
        path: name,
        doc: parseDockerfile(files![name]!),
        certain: true,
      })),
    ],
    context: files ? memoryContext(all) : noContext,
    text,
    gitIgnores: (name) => gitIgnored.includes(name.slice(name.lastIndexOf('/') + 1)),
  };
}
