import { valueOf, type Command, type Instruction, type Stage } from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { plainCommandsIn } from '../editing.ts';
import { needAfter, SELF_UPDATING, startNeed } from '../needs.ts';
import { APT, lineOf } from '../package-managers.ts';
import type { Visit } from '../visit.ts';
import { overlap } from './paths.ts';
import type { CacheRow } from './row.ts';

/** Why a cache is not mounted, or with an `applicability` what was not established. */
export interface Obstacle {
  readonly reason: string;
  readonly detail?: string;
  readonly applicability?: 'unsafe';
}

/**
 * Does a step that is not under the same mount work from it? A mount may be empty at any time: its
 * content is no part of a layer, and the builder may throw it away.
 */
export function familyObstacle(
  visit: Visit,
  row: CacheRow,
  found: readonly { readonly path: string }[],
): Obstacle | undefined {
  const family = familyOf(visit.run.stage!);
  return (
    offlineObstacle(visit, row, family) ??
    publishObstacle(visit, row, family) ??
    copyObstacle(visit, family, found) ??
    startObstacle(visit.run.stage!, row)
  );
}

/** The stages that this one is built on, itself, and those that are built on it. */
function familyOf(stage: Stage): readonly Stage[] {
  const below = (each: Stage): Stage[] => [each, ...each.children.flatMap(below)];
  return [...stage.lineage.slice(0, -1), ...below(stage)];
}

function* runsOf(
  stages: readonly Stage[],
): Generator<{ run: Instruction; commands: readonly Command[] }> {
  for (const run of stages.flatMap((stage) => stage.instructions)) {
    const script = run.keyword === 'RUN' ? valueOf(run.run.script) : undefined;
    if (script) yield { run, commands: plainCommandsIn(script.body) };
  }
}

function offlineObstacle(
  visit: Visit,
  row: CacheRow,
  family: readonly Stage[],
): Obstacle | undefined {
  const { offline } = row;
  if (!offline) return undefined;
  for (const { run, commands } of runsOf(family)) {
    const at = commands.findIndex((command) => offline.test(lineOf(command)));
    if (at < 0) continue;
    // In one RUN the one fetches what the other works from.
    const fetched = commands
      .slice(0, at)
      .some((command) => row.uses(command) && !offline.test(lineOf(command)));
    if (!fetched) return { reason: 'offline', detail: where(visit, run, commands[at]!) };
  }
  return undefined;
}

function publishObstacle(
  visit: Visit,
  row: CacheRow,
  family: readonly Stage[],
): Obstacle | undefined {
  const { publishes } = row;
  if (!publishes) return undefined;
  const all = [...runsOf(family)].flatMap(({ run, commands }) =>
    commands
      .filter((command) => row.uses(command) || row.behind?.test(lineOf(command)))
      .map((command) => ({ run, command })),
  );
  const put = all.find(({ command }) => publishes.test(lineOf(command)));
  if (!put || all.every(({ run }) => run === put.run)) return undefined;
  // What is installed last is asked for by nobody.
  const asked = all.some(({ run }) => run.index > put.run.index);
  return asked ? { reason: 'published', detail: where(visit, put.run, put.command) } : undefined;
}

function copyObstacle(
  { run: { stage }, lineOf: line }: Visit,
  family: readonly Stage[],
  found: readonly { readonly path: string }[],
): Obstacle | undefined {
  for (const reader of stage!.document.stages) {
    if (!family.some((each) => each.readers.includes(reader))) continue;
    for (const copy of reader.instructions) {
      if (copy.keyword !== 'COPY' || copy.flag('from') === undefined) continue;
      for (const word of copy.words.slice(0, -1)) {
        const source = normal(valueOf(copy.expand(word.text)) ?? word.text);
        const hit = found.some(({ path }) =>
          path.startsWith('~')
            ? source.endsWith(path.slice(1)) ||
              /^\/(?:root|home\/[^/]+)$/.test(source) ||
              (path.slice(1).startsWith(`/${source.split('/').at(-1)!}`) &&
                /\/\.[^/]+$/.test(source))
            : source !== '/' && overlap(source, path),
        );
        if (hit) return { reason: 'copied', detail: `line ${line(copy)}` };
      }
    }
  }
  return undefined;
}

function startObstacle(stage: Stage, row: CacheRow): Obstacle | undefined {
  if (!row.atStart) return undefined;
  for (const started of stage.document.stages) {
    if (!started.lineage.includes(stage)) continue;
    const own = started.instructions.some(
      ({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT',
    );
    if (!own && !started.isFinal) continue;
    const need = startNeed(started, row.atStart, false);
    if (need) return { reason: 'start', detail: shorten(need.text) };
  }
  return undefined;
}

const INSTALLS =
  /^(?:apt|apt-get|aptitude) (?:.* )?(?:install|upgrade|dist-upgrade|full-upgrade|build-dep|satisfy|download)\b/;
const UPDATES = /^(?:apt|apt-get|aptitude) (?:.* )?update(?: -\S+)*$/;

/** Does it install, and not only fetch lists? */
export const installsWithApt = (commands: readonly Command[]): boolean =>
  commands.some((command) => INSTALLS.test(lineOf(command)));

/** Lists in a mount are there for the RUN that fetches them: each must do so for itself. */
export function aptObstacle(visit: Visit): Obstacle | undefined {
  const { run, script, context } = visit;
  let fresh = false;
  for (const command of plainCommandsIn(script.body)) {
    const line = lineOf(command);
    if (UPDATES.test(line) || SELF_UPDATING.test(line)) fresh = true;
    else if (INSTALLS.test(line) && !fresh && !/ \.{0,2}\/\S+\.deb\b/.test(line)) {
      return { reason: 'lists', detail: shorten(line) };
    }
  }
  const need = needAfter(run, APT, context);
  if (!need) return undefined;
  if (need.kind === 'start') return { reason: 'start', detail: shorten(need.text) };
  const text = `${shorten(need.text)} in line ${visit.lineOf(need.instruction)}`;
  return need.kind === 'step'
    ? { reason: 'lists', detail: text }
    : {
        reason: 'lists',
        detail: `that ${text} does not work from the package lists`,
        applicability: 'unsafe',
      };
}

const where = (visit: Visit, run: Instruction, command: Command): string =>
  `${shorten(lineOf(command))} in line ${visit.lineOf(run)}`;

export const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
};
