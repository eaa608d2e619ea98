import type { Instruction, Word } from '../../../../../src/kit.ts';
import { pathFrom } from '../../../multi-stage/steps.ts';
import { poetryVersion } from '../../poetry.ts';
import type { Found } from '../../found.ts';
import type { Obstacle } from '../types.ts';
import type { Files } from './files.ts';
import { isDevelopment, pipfileGroups, poetryGroups, uvGroups, type Groups } from './groups.ts';
import { reachable } from './locked.ts';
import { requirementWay } from './requirements.ts';

/** How an installation leaves the packages for development out. */
export interface Way {
  /** The command, for the message. */
  readonly command: string;
  readonly texts: ReadonlyMap<Word, string>;
  /** Normalised names of what is left out, and of what stays. */
  readonly dev: readonly string[];
  /** With all that they need, where a lock file tells. */
  readonly production: readonly string[];
  readonly doubts: readonly string[];
}

/** Undefined where the command brings none of them, or its author has chosen. */
export function wayOf(found: Found, files: Files): Way | Obstacle | undefined {
  if (!found.step.certain || found.command.assignments.length > 0) return undefined;
  switch (found.step.program) {
    case 'poetry':
      return poetryWay(found, files);
    case 'pipenv':
      return pipenvWay(found, files);
    case 'uv':
      return found.verb?.text === 'pip' ? requirementWay(found, files) : uvWay(found, files);
    default:
      return requirementWay(found, files);
  }
}

export const isWay = (result: Way | Obstacle): result is Way => 'command' in result;

/** The manifest beside which the command runs. */
function groupsIn(
  { step, visit }: Found,
  files: Files,
  name: string,
  read: (text: string) => Groups | undefined,
): Groups | Obstacle {
  const path = pathFrom(step.directory, name);
  const text = path === undefined ? undefined : files.text(path, visit.run);
  const groups = text === undefined ? undefined : read(text);
  const why = files.why ?? `no ${name} in ${step.directory ?? 'its directory'}`;
  return groups ?? { reason: 'context', detail: text === undefined ? why : `${name} is no TOML` };
}

/** https://python-poetry.org/docs/cli/#install, read 2026-11-27: `--without` came with 1.2. */
function poetryWay(found: Found, files: Files): Way | Obstacle | undefined {
  const { verb, rest, visit } = found;
  if (!verb || !/^(?:install|sync)$/.test(verb.text)) return undefined;
  if (rest.some(({ text }) => /^--(?:only|with|without|no-dev|dev|all-groups)|\$/.test(text))) {
    return undefined;
  }
  const groups = groupsIn(found, files, 'pyproject.toml', poetryGroups);
  if ('reason' in groups) return groups;
  const names = [...groups.byDefault.keys()].filter(isDevelopment);
  const dev = packagesOf(groups, names);
  if (dev.length === 0) return undefined;
  const version = poetryVersion(visit.run);
  const flag = version === 'old' ? '--no-dev' : `--without ${names.join(',')}`;
  return {
    command: `poetry ${verb.text} ${flag}`,
    texts: new Map([[verb, `${verb.text} ${flag}`]]),
    dev,
    production: withNeeds(found, files, groups.production, 'poetry.lock'),
    doubts: version === undefined ? ['that this is Poetry 1.2 or later'] : [],
  };
}

/** https://docs.astral.sh/uv/concepts/projects/sync/#syncing-development-dependencies, read 2026-11-27. */
function uvWay(found: Found, files: Files): Way | Obstacle | undefined {
  const { verb, rest, visit } = found;
  if (verb?.text !== 'sync' || setsNoDev(visit.run)) return undefined;
  if (
    rest.some(({ text }) =>
      /^--(?:no-dev|dev|only|group|no-group|all-groups|no-default-groups)|\$/.test(text),
    )
  ) {
    return undefined;
  }
  // Each member of a workspace has groups of its own.
  const member = rest.find(({ text }) =>
    /^--(?:package|all-packages|project|directory)\b/.test(text),
  );
  if (member) return { reason: 'workspace', detail: member.text };
  const groups = groupsIn(found, files, 'pyproject.toml', uvGroups);
  if ('reason' in groups) return groups;
  const names = [...groups.byDefault.keys()].filter(isDevelopment);
  const dev = packagesOf(groups, names);
  if (dev.length === 0) return undefined;
  const flags = names.map((name) => (name === 'dev' ? '--no-dev' : `--no-group ${name}`));
  return {
    command: `uv sync ${flags.join(' ')}`,
    texts: new Map([[verb, `sync ${flags.join(' ')}`]]),
    dev,
    production: withNeeds(found, files, groups.production, 'uv.lock'),
    doubts: [],
  };
}

/** https://pipenv.pypa.io/en/latest/commands.html#install, read 2026-11-27. */
function pipenvWay(found: Found, files: Files): Way | Obstacle | undefined {
  const { verb, rest } = found;
  if (!verb || !/^(?:install|sync)$/.test(verb.text)) return undefined;
  const flags = rest.filter(({ text }) => text === '--dev' || text === '-d');
  if (flags.length === 0 || rest.some(({ text }) => /^--categories|\$/.test(text)))
    return undefined;
  const groups = groupsIn(found, files, 'Pipfile', pipfileGroups);
  if ('reason' in groups) return groups;
  const dev = packagesOf(groups, ['dev']);
  if (dev.length === 0) return undefined;
  return {
    command: `pipenv ${verb.text} without ${flags[0]!.text}`,
    texts: new Map(flags.map((word) => [word, ''])),
    dev,
    production: groups.production,
    doubts: [],
  };
}

function withNeeds(
  { step, visit }: Found,
  files: Files,
  names: readonly string[],
  lockFile: string,
): readonly string[] {
  const path = pathFrom(step.directory, lockFile);
  const lock = path === undefined ? undefined : files.text(path, visit.run);
  return lock === undefined ? names : [...reachable(lock, names)];
}

/** The packages of some groups that nothing else lists. */
function packagesOf({ byDefault, production }: Groups, names: readonly string[]): string[] {
  const kept = new Set(production);
  for (const [name, list] of byDefault) {
    if (!names.includes(name)) for (const one of list) kept.add(one);
  }
  const all = names.flatMap((name) => byDefault.get(name) ?? []);
  return [...new Set(all)].filter((name) => !kept.has(name));
}

const setsNoDev = (run: Instruction): boolean =>
  run.stage?.scope.at(run.index, 'UV_NO_DEV') !== undefined || run.args.text.includes('UV_NO_DEV');
