import { commandsIn, type Instruction, type Script } from '../../src/kit.ts';
import { plainCommandsIn } from './editing.ts';
import { memo } from './memo.ts';
import { trimSlashes } from './prefix.ts';
import {
  APT,
  cleanedBy,
  fillsCache,
  invocationOf,
  lineOf,
  type Invocation,
  type Manager,
} from './package-managers.ts';

/** What a RUN does to the cache of one package manager. */
export interface CacheUse {
  readonly manager: Manager;
  /** The commands that fill it and are not followed by a clean-up. */
  readonly fills: readonly Invocation[];
  /** All calls of the manager. */
  readonly calls: readonly Invocation[];
}

/** Fetch package lists as a side effect. */
const APT_SIDE_EFFECT = /^(?:add-apt-repository|apt-add-repository)\b|deb\.nodesource\.com\/setup/;

/** The caches that a RUN leaves filled, in the order in which they were last filled. */
export const cacheUses = memo((script: Script): readonly CacheUse[] => {
  const uses = new Map<Manager, { fills: Invocation[]; calls: Invocation[] }>();
  const useOf = (manager: Manager): { fills: Invocation[]; calls: Invocation[] } => {
    let use = uses.get(manager);
    if (!use) uses.set(manager, (use = { fills: [], calls: [] }));
    return use;
  };
  let fetched = false;
  for (const command of plainCommandsIn(script.body)) {
    const line = lineOf(command);
    for (const manager of cleanedBy(command)) {
      const use = uses.get(manager);
      if (use) use.fills = [];
      if (manager === APT) fetched = false;
    }
    if (APT_SIDE_EFFECT.test(line)) {
      useOf(APT);
      fetched = true;
    }
    const invocation = invocationOf(command);
    if (!invocation) continue;
    const use = useOf(invocation.manager);
    use.calls.push(invocation);
    // What installs from lists that were fetched as a side effect stands for what fetched them.
    const fills = fillsCache(invocation) || (fetched && usesLists(invocation));
    if (fills && !avoidsCache(invocation)) use.fills.push(invocation);
  }
  return [...uses].map(([manager, use]) => ({ manager, ...use }));
});

const usesLists = ({ manager, verb }: Invocation): boolean => manager === APT && verb === 'install';

const avoidsCache = (call: Invocation): boolean =>
  cleanedBy(call.command).includes(call.manager) || hasNoCacheFlag(call);

/** Is the flag there, or one that says the same? */
export function hasNoCacheFlag({ manager: { flag }, args }: Invocation): boolean {
  if (!flag) return false;
  return args.some(
    ({ value = '' }) => value === flag.text || flag.also.some((pattern) => pattern.test(value)),
  );
}

/** Does a mount of the RUN hold the directory, or a part of it, or what it is in? */
export const isMounted = (run: Instruction, manager: Manager): boolean =>
  run.mounts.some(({ target }) => target !== undefined && holdsCache(target, manager));

export function holdsCache(mounted: string, manager: Manager): boolean {
  const target = trimSlashes(mounted);
  if (target === '') return false;
  return manager.directories.some((directory) => {
    const path = directory.replace(/^~/, '');
    const home = directory.startsWith('~');
    if (home ? target.includes(path) : target.startsWith(directory)) return true;
    if (!home) return directory.startsWith(`${target}/`);
    // A home, or a part of the way from there.
    const way = path.split('/').slice(1, -1).join('/');
    return /^(?:\/root|\/home\/[^/]+)$/.test(target) || (way !== '' && target.endsWith(`/${way}`));
  });
}

/** Is the cache switched off, or somewhere else, by a variable, an argument or a setting? */
export function isSwitchedOff(run: Instruction, { manager, command, args }: Invocation): boolean {
  const { offArgument, offSetting } = manager;
  if (offArgument && args.some(({ value = '' }) => offArgument.test(value))) return true;
  if (offSetting && isSet(run, offSetting)) return true;
  return (manager.offVariables ?? []).some(
    (name) =>
      command.assignments.some((assignment) => assignment.name === name) ||
      isDeclared(run, name) ||
      (run.run.script.known && exports(run.run.script.value, name)),
  );
}

const isSet = (run: Instruction, setting: RegExp): boolean =>
  (run.stage?.lineage ?? [])
    .flatMap(({ instructions }) => instructions)
    .some(({ index, keyword, run: { script } }) => {
      if (keyword !== 'RUN' || index > run.index || !script.known) return false;
      return [...commandsIn(script.value.body)].some((command) => setting.test(lineOf(command)));
    });

function isDeclared(run: Instruction, name: string): boolean {
  if (run.stage?.scope.at(run.index, name)) return true;
  const facts = run.stage?.baseFacts;
  return facts !== undefined && facts.known && facts.value.env[name] !== undefined;
}

const exports = (script: Script, name: string): boolean =>
  [...commandsIn(script.body)].some((command) =>
    [...command.words.slice(1), ...command.assignments].some(({ text }) =>
      text.startsWith(`${name}=`),
    ),
  );
