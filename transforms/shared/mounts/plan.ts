import { valueOf, type Applicability, type Command, type Instruction } from '../../../src/kit.ts';
import { trimSlashes } from '../prefix.ts';
import { holdsCache } from '../caches.ts';
import { normal } from '../copied.ts';
import { plainCommandsIn } from '../editing.ts';
import { MANAGERS, invocationOf, lineOf } from '../package-managers.ts';
import { wordsOf } from '../purpose.ts';
import type { Visit } from '../visit.ts';
import { aptObstacle, familyObstacle, installsWithApt, type Obstacle } from './needs.ts';
import { accountOf, changesUser, placeOf, systemOf, variableAt, type Account } from './place.ts';
import { overlap } from './paths.ts';
import type { CacheRow, Place } from './row.ts';
import { CACHE_ROWS } from './table.ts';
import { berryRow } from './yarn-berry.ts';
import { yarnOf } from '../yarn.ts';

/** The cache of one tool in one RUN. */
export interface RowPlan {
  readonly row: CacheRow;
  /** The commands that use it. */
  readonly commands: readonly Command[];
  /** Where the mounts are, those that are there already included. */
  readonly targets: readonly string[];
  /** What `--mount` flags are new; none where the RUN has its own. */
  readonly flags: readonly string[];
  readonly applicability: Applicability;
  /** What was not established. */
  readonly remark: string;
}

/** A cache that is not mounted, and why. */
export interface RowRefusal extends Obstacle {
  readonly row: CacheRow;
}

export interface RunPlan {
  readonly visit: Visit;
  readonly home: string | undefined;
  readonly rows: readonly RowPlan[];
  readonly refusals: readonly RowRefusal[];
}

export const isRefused = (plan: RowPlan | RowRefusal): plan is RowRefusal => 'reason' in plan;

/** Which caches of a RUN are mounted, are to be, and cannot be. */
export function planOf(visit: Visit): RunPlan {
  const { run } = visit;
  const account = accountOf(run);
  const known = 'because' in account ? undefined : account;
  const rows: RowPlan[] = [];
  const refusals: RowRefusal[] = [];
  // An ONBUILD runs as whoever builds on the image says.
  if (visit.outer === run) {
    const targets = new Set<string>();
    for (const row of rowsOf(visit)) {
      const plan = planRow(visit, row.row, row.commands, account);
      if (plan === undefined) continue;
      if (isRefused(plan)) refusals.push(plan);
      // gem and bundle share one directory.
      else if (!plan.targets.every((target) => targets.has(target))) rows.push(plan);
      if (!isRefused(plan)) for (const target of plan.targets) targets.add(target);
    }
  }
  return { visit, home: known?.home, rows, refusals };
}

/** The tools that the RUN calls. */
function rowsOf({ run, script }: Visit): { row: CacheRow; commands: readonly Command[] }[] {
  const commands = plainCommandsIn(script.body);
  return CACHE_ROWS.flatMap((row) => {
    const uses = commands.filter(row.uses);
    if (uses.length > 0) return [{ row, commands: uses }];
    const behind = commands.filter((command) => row.behind?.test(lineOf(command)));
    return behind.length > 0 && isFilledBefore(run, row) ? [{ row, commands: behind }] : [];
  });
}

const isFilledBefore = (run: Instruction, row: CacheRow): boolean =>
  run
    .stage!.lineage.flatMap((stage) => stage.instructions)
    .some((other) => {
      const script = other.keyword === 'RUN' ? valueOf(other.run.script) : undefined;
      return (
        other.index < run.index &&
        script !== undefined &&
        plainCommandsIn(script.body).some(row.uses)
      );
    });

function planRow(
  visit: Visit,
  given: CacheRow,
  commands: readonly Command[],
  account: Account | { readonly because: string },
): RowPlan | RowRefusal | undefined {
  const { run } = visit;
  const row = given.id === 'yarn' && isBerry(visit, commands) ? berryRow(visit) : given;
  if (!row) return { row: given, reason: 'pnp' };
  const known = 'because' in account ? undefined : account;
  const place = placeOf(run, known);
  const found = pathsOfRow(place, row, commands);
  const mounted = mountedTargets(visit, row, found);
  if (mounted.length > 0) {
    return { row, commands, targets: mounted, flags: [], applicability: 'suggested', remark: '' };
  }
  // Lists alone are of no use to another RUN.
  if (row.id === 'apt' && !installsWithApt(commands)) return undefined;
  const obstacle =
    settingObstacle(visit, row, commands) ??
    placeObstacle(row, found, account, commands) ??
    familyObstacle(visit, row, found!) ??
    (row.id === 'apt' ? aptObstacle(visit) : undefined);
  if (obstacle && obstacle.applicability === undefined) return { row, ...obstacle };
  const system = row.system ? systemOf(run) : '';
  if (system === undefined) return { row, reason: 'base' };
  const targets = found!.map(({ path }) => normal(path.replace(/^~/, () => known?.home ?? '~')));
  if (targets.some((target) => !/^\/[\w./@+-]+$/.test(target) || target === '/')) {
    return { row, reason: 'moved', detail: targets[0]! };
  }
  const flags = targets.map((target, at) =>
    flagOf(row, target, system === '' ? undefined : `${found![at]!.name}-${system}`, known),
  );
  return {
    row,
    commands,
    targets,
    flags,
    ...riskOf(visit, row, obstacle, known, targets, commands),
  };
}

const isBerry = (visit: Visit, commands: readonly Command[]): boolean =>
  yarnOf(
    visit,
    commands.flatMap((command) => invocationOf(command) ?? []),
  ) === 'berry';

const pathsOfRow = (
  place: Place,
  row: CacheRow,
  commands: readonly Command[],
): readonly { name: string; path: string }[] | undefined => row.directories(place, commands);

/** What is mounted there already, by whatever mount. */
function mountedTargets(
  { run }: Visit,
  row: CacheRow,
  found: readonly { readonly path: string }[] | undefined,
): string[] {
  const manager = MANAGERS.find(({ id }) => id === row.id);
  return run.mounts.flatMap(({ target: written }) => {
    if (written === undefined) return [];
    const target = trimSlashes(valueOf(run.expand(written)) ?? written);
    const byTable = found?.some(({ path }) =>
      path.startsWith('~')
        ? target.endsWith(path.slice(1))
        : target !== '' && overlap(target, path),
    );
    return byTable || (manager && holdsCache(target, manager)) ? [target] : [];
  });
}

/** Is it set up to be elsewhere, or not at all? */
function settingObstacle(
  { run, script }: Visit,
  row: CacheRow,
  commands: readonly Command[],
): Obstacle | undefined {
  const names = [
    ...row.variables,
    ...(row.stops ?? []).map(([name]) => name),
    ...(row.off ?? []),
    'HOME',
  ];
  const set = names.find((name) => new RegExp(`(?:^|[\\s;&(])${name}=`).test(script.text));
  if (set !== undefined) return { reason: 'moved', detail: `$${set}` };
  for (const name of row.off ?? []) {
    if (variableAt(run, name)) return { reason: 'off', detail: name };
  }
  for (const name of row.variables) {
    const variable = variableAt(run, name);
    if (variable && variable.value === undefined) return { reason: 'moved', detail: `$${name}` };
  }
  for (const [name, pattern] of row.stops ?? []) {
    const variable = variableAt(run, name);
    if (variable && (variable.value === undefined || pattern.test(variable.value))) {
      return { reason: 'moved', detail: `$${name}` };
    }
  }
  const word = commands
    .flatMap((command) => command.words)
    .find(({ text }) => row.moves?.test(text));
  if (word) return { reason: 'moved', detail: word.text };
  const configured = configuredElsewhere(run, commands);
  return configured === undefined ? undefined : { reason: 'moved', detail: configured };
}

/** `npm config set cache …` and the like, here or before. */
function configuredElsewhere(run: Instruction, commands: readonly Command[]): string | undefined {
  const programs = new Set(commands.map((command) => lineOf(command).split(' ')[0]!));
  for (const other of run.stage!.lineage.flatMap((stage) => stage.instructions)) {
    const script =
      other.keyword === 'RUN' && other.index <= run.index ? valueOf(other.run.script) : undefined;
    for (const command of script ? plainCommandsIn(script.body) : []) {
      const line = lineOf(command);
      if (programs.has(line.split(' ')[0]!) && CONFIGURES.test(line)) return line;
    }
  }
  return undefined;
}

const CONFIGURES =
  /^\S+ (?:\S+ )*config (?:\S+ )*(?:global\.)?(?:cache|cache-dir|cache-folder|cacheFolder|globalFolder|enableGlobalCache|store-dir|path|deployment|no-cache-dir)(?:[\s=]|$)|^go env -w GO(?:MODCACHE|CACHE|PATH)=/;

function placeObstacle(
  row: CacheRow,
  found: readonly { path: string }[] | undefined,
  account: Account | { readonly because: string },
  commands: readonly Command[],
): Obstacle | undefined {
  if (found === undefined) return { reason: 'place' };
  if (!found.some(({ path }) => path.startsWith('~')) && row.id === 'apt') return undefined;
  if ('because' in account) {
    const needs = found.some(({ path }) => path.startsWith('~')) || !row.system;
    return needs ? { reason: 'user', detail: account.because } : undefined;
  }
  if (commands.some((command) => changesUser(command.words.map(({ text }) => text)))) {
    return { reason: 'user', detail: wordsOf(commands[0]!).join(' ') };
  }
  const sudo = commands.some((command) => /^sudo\b/.test(command.words[0]?.text ?? ''));
  return sudo && !account.root && !row.system ? { reason: 'user', detail: 'sudo' } : undefined;
}

function flagOf(
  row: CacheRow,
  target: string,
  id: string | undefined,
  account: Account | undefined,
): string {
  // Packages of the distribution are installed by root, whoever asks for it.
  const owner = row.system && !target.startsWith(account?.home ?? '/root') ? undefined : account;
  return [
    '--mount=type=cache',
    ...(id === undefined ? [] : [`id=${id}`]),
    `target=${target}`,
    ...(row.locked ? ['sharing=locked'] : []),
    ...(owner?.uid === undefined ? [] : [`uid=${owner.uid}`]),
    ...(owner?.gid === undefined ? [] : [`gid=${owner.gid}`]),
  ].join(',');
}

function riskOf(
  visit: Visit,
  row: CacheRow,
  obstacle: Obstacle | undefined,
  account: Account | undefined,
  targets: readonly string[],
  commands: readonly Command[],
): { applicability: Applicability; remark: string } {
  if (obstacle) return { applicability: 'unsafe', remark: obstacle.detail ?? '' };
  if (row.id === 'yarn') {
    const calls = commands.flatMap((command) => invocationOf(command) ?? []);
    if (yarnOf(visit, calls) === 'unknown') {
      return { applicability: 'unsafe', remark: 'that this is Yarn 1' };
    }
  }
  // What lies between the home and the mount belongs to root while the RUN lasts.
  const deep = targets.find(
    (target) =>
      account?.uid !== undefined &&
      target.startsWith(`${account.home!}/`) &&
      target.slice(account.home!.length + 1).includes('/'),
  );
  if (deep !== undefined) {
    const parent = deep.slice(0, deep.lastIndexOf('/'));
    return {
      applicability: 'unsafe',
      remark: `that nothing else in this RUN writes to ${parent}, which the builder makes for root`,
    };
  }
  if (!visit.run.stage!.baseFacts.known && !row.system) {
    return {
      applicability: 'unsafe',
      remark: `that the base image leaves the cache at ${targets[0]!}`,
    };
  }
  return { applicability: 'suggested', remark: '' };
}
