/** The cases in `__fixtures__/<transform>/<case>/`, as the tests and the documentation read them. */
import { existsSync } from 'node:fs';
import path from 'node:path';
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
