import { parse } from 'smol-toml';
import { normalName } from '../../../multi-stage/ecosystems/python-pip.ts';

type Table = Readonly<Record<string, unknown>>;

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Everything that some packages need, themselves included, by a lock file of uv or Poetry: a list of
 * `[[package]]`, whose dependencies are tables with a name, or the keys of a table.
 * https://docs.astral.sh/uv/concepts/resolution/#lockfile and
 * https://github.com/python-poetry/poetry/blob/main/poetry.lock, read 2026-11-27.
 */
export function reachable(lock: string, roots: readonly string[]): ReadonlySet<string> {
  const needs = dependenciesIn(lock);
  const found = new Set<string>();
  const pending = roots.map(normalName);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    pending.push(...(needs.get(name) ?? []));
  }
  return found;
}

function dependenciesIn(lock: string): ReadonlyMap<string, readonly string[]> {
  const needs = new Map<string, string[]>();
  let root: Table;
  try {
    root = parse(lock);
  } catch {
    return needs;
  }
  for (const one of Array.isArray(root['package']) ? root['package'] : []) {
    if (!isTable(one) || typeof one['name'] !== 'string') continue;
    const name = normalName(one['name']);
    const optional = isTable(one['optional-dependencies'])
      ? Object.values(one['optional-dependencies'])
      : [];
    const all = [one['dependencies'], ...optional].flatMap(namesIn);
    // One package may be locked in several versions.
    needs.set(name, [...(needs.get(name) ?? []), ...all]);
  }
  return needs;
}

function namesIn(value: unknown): string[] {
  if (isTable(value)) return Object.keys(value).map(normalName);
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) =>
    isTable(one) && typeof one['name'] === 'string' ? normalName(one['name']) : [],
  );
}
