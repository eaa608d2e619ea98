import { parse } from 'smol-toml';
import { normalName, requirementName } from './python-pip.ts';

type Table = Readonly<Record<string, unknown>>;

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readToml(text: string): Table | undefined {
  try {
    return parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** The value at a path of names. */
function at(table: Table | undefined, ...names: readonly string[]): unknown {
  let value: unknown = table;
  for (const name of names) value = isTable(value) ? value[name] : undefined;
  return value;
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

const keys = (value: unknown): string[] => (isTable(value) ? Object.keys(value) : []);

/**
 * Names of the packages that a project asks for when it runs: `[project]`, `[tool.poetry]`, and
 * `[packages]` of a Pipfile.
 */
export function projectRequirements(text: string): string[] {
  const table = readToml(text);
  const listed = [
    ...texts(at(table, 'project', 'dependencies')),
    ...keys(at(table, 'tool', 'poetry', 'dependencies')).filter((name) => name !== 'python'),
    ...keys(at(table, 'packages')),
  ];
  return listed.flatMap((one) => requirementName(one) ?? []);
}

/** Names of everything in a lock file of poetry or uv. */
export function lockedPackages(text: string): string[] {
  const packages = at(readToml(text), 'package');
  if (!Array.isArray(packages)) return [];
  return packages.flatMap((one: unknown) => {
    const name = at(isTable(one) ? one : undefined, 'name');
    return typeof name === 'string' ? [normalName(name)] : [];
  });
}

/** What `poetry run` and `uv run` look names up in, beside the programs of packages. */
export function projectScripts(text: string): string[] {
  const table = readToml(text);
  return [
    ...keys(at(table, 'project', 'scripts')),
    ...keys(at(table, 'tool', 'poetry', 'scripts')),
    ...keys(at(table, 'scripts')),
  ];
}

/** The versions of Python that a project runs on, as they are written. */
export function requiredPython(text: string): string | undefined {
  const table = readToml(text);
  const value =
    at(table, 'project', 'requires-python') ??
    at(table, 'tool', 'poetry', 'dependencies', 'python');
  return typeof value === 'string' ? value : undefined;
}

/** The file name of a build backend that is part of the project: nothing of it runs later. */
export function ownBackend(text: string): string | undefined {
  const system = at(readToml(text), 'build-system');
  const backend = at(isTable(system) ? system : undefined, 'build-backend');
  const isOwn = texts(at(isTable(system) ? system : undefined, 'backend-path')).length > 0;
  return isOwn && typeof backend === 'string' ? `${backend.replace(/[.:].*$/, '')}.py` : undefined;
}
