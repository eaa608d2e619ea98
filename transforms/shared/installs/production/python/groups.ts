import { parse } from 'smol-toml';
import { normalName, requirementName } from '../../../multi-stage/ecosystems/python-pip.ts';

/** Packages of a project by the group, extra or section that lists them. */
export interface Groups {
  readonly production: readonly string[];
  /** Those that are installed unless somebody says otherwise. */
  readonly byDefault: ReadonlyMap<string, readonly string[]>;
  /** `[project.optional-dependencies]`. */
  readonly extras: ReadonlyMap<string, readonly string[]>;
}

type Table = Readonly<Record<string, unknown>>;

/** What projects call what they are developed and tested with. */
const DEVELOPMENT =
  /^(?:dev|develop|development|tests?|testing|unit-?tests?|lint|linting|linters?|format|formatting|quality|qa|style|types?|typing|mypy|docs?|documentation|debug|ci|pre-?commit|profiling|notebooks?)$/i;

export const isDevelopment = (group: string): boolean => DEVELOPMENT.test(group);

/**
 * The groups that `poetry install` installs: https://python-poetry.org/docs/managing-dependencies/,
 * read 2026-11-27. `[tool.poetry.dev-dependencies]` is the group `dev`; an optional group is
 * installed where it is asked for. Undefined where the text is no TOML.
 */
export function poetryGroups(text: string): Groups | undefined {
  const root = readToml(text);
  const poetry = tableAt(root, 'tool', 'poetry');
  const groups = new Map<string, readonly string[]>();
  for (const [name, group] of Object.entries(tableAt(poetry, 'group') ?? {})) {
    if (!isTable(group) || group['optional'] === true) continue;
    groups.set(name, keysOf(group['dependencies']));
  }
  const old = keysOf(poetry?.['dev-dependencies']);
  if (old.length > 0) groups.set('dev', [...(groups.get('dev') ?? []), ...old]);
  const production = [
    ...keysOf(poetry?.['dependencies']),
    ...namesOf(tableAt(root, 'project')?.['dependencies']),
  ];
  return root && { production, byDefault: groups, extras: extrasOf(root) };
}

/**
 * The groups that `uv sync` installs: `dev`, or `tool.uv.default-groups`, with what they include:
 * https://docs.astral.sh/uv/concepts/projects/dependencies/#default-groups and
 * https://peps.python.org/pep-0735/, read 2026-11-27. Undefined where the text is no TOML.
 */
export function uvGroups(text: string): Groups | undefined {
  const root = readToml(text);
  if (!root) return undefined;
  const uv = tableAt(root, 'tool', 'uv');
  const groups = tableAt(root, 'dependency-groups') ?? {};
  const said = uv?.['default-groups'];
  const names = Array.isArray(said) ? said.filter((one) => typeof one === 'string') : ['dev'];
  const chosen = said === 'all' ? Object.keys(groups) : names;
  const byDefault = new Map(
    chosen.map((name) => [
      name,
      [
        ...included(groups, name, new Set()),
        ...(name === 'dev' ? namesOf(uv?.['dev-dependencies']) : []),
      ],
    ]),
  );
  const production = namesOf(tableAt(root, 'project')?.['dependencies']);
  return { production, byDefault, extras: extrasOf(root) };
}

/** https://pipenv.pypa.io/en/latest/pipfile.html, read 2026-11-27. */
export function pipfileGroups(text: string): Groups | undefined {
  const root = readToml(text);
  return (
    root && {
      production: keysOf(root['packages']),
      byDefault: new Map([['dev', keysOf(root['dev-packages'])]]),
      extras: new Map(),
    }
  );
}

function included(groups: Table, name: string, seen: Set<string>): string[] {
  const list = groups[name];
  if (seen.has(name) || !Array.isArray(list)) return [];
  seen.add(name);
  return list.flatMap((one: unknown) => {
    if (typeof one === 'string') return requirementName(one) ?? [];
    const other = isTable(one) ? one['include-group'] : undefined;
    return typeof other === 'string' ? included(groups, other, seen) : [];
  });
}

function extrasOf(root: Table | undefined): ReadonlyMap<string, readonly string[]> {
  const listed = tableAt(root, 'project', 'optional-dependencies') ?? {};
  return new Map(Object.entries(listed).map(([name, list]) => [name, namesOf(list)]));
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readToml(text: string): Table | undefined {
  try {
    return parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function tableAt(table: Table | undefined, ...names: readonly string[]): Table | undefined {
  let value: unknown = table;
  for (const name of names) value = isTable(value) ? value[name] : undefined;
  return isTable(value) ? value : undefined;
}

const keysOf = (value: unknown): string[] =>
  isTable(value)
    ? Object.keys(value)
        .filter((name) => name !== 'python')
        .map(normalName)
    : [];

const namesOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap((one: unknown) => (typeof one === 'string' ? (requirementName(one) ?? []) : []))
    : [];
