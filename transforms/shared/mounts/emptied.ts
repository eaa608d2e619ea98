import type { Command, Word } from '../../../src/kit.ts';
import { plainCommandsIn } from '../editing.ts';
import { cleanedByLine, invocationOf, lineOf } from '../package-managers.ts';
import type { Visit } from '../visit.ts';
import { pathsOf, relationOf } from './paths.ts';
import type { RowPlan, RunPlan } from './plan.ts';

/** What of a RUN goes since a mount takes over. */
export interface Emptied {
  readonly gone: Set<Command>;
  readonly words: Map<Word, string>;
  /** A removal of more than the cache, in which the mount lies: rm fails at a mount point. */
  readonly above: Command | undefined;
}

/** The clean-ups that would empty the mounts of a RUN, and the flags that leave them empty. */
export function emptiedBy({ visit, home }: RunPlan, rows: readonly RowPlan[]): Emptied {
  const emptied: Emptied & { above: Command | undefined } = {
    gone: new Set(),
    words: new Map(),
    above: undefined,
  };
  for (const command of plainCommandsIn(visit.script.body)) {
    const line = lineOf(command);
    if (line.startsWith('rm ')) {
      emptied.above ??= removal(visit, command, home, rows, emptied);
      continue;
    }
    if (rows.some((plan) => empties(plan, command, line))) emptied.gone.add(command);
  }
  for (const plan of rows)
    for (const command of plan.commands) flags(visit, plan, command, emptied.words);
  return emptied;
}

function empties({ row, targets }: RowPlan, command: Command, line: string): boolean {
  if (!row.cleans?.test(line) || row.uses(command)) return false;
  if (line.startsWith('find ')) return targets.some((target) => line.includes(target));
  // Of apt one directory may be mounted and the other not.
  if (row.id === 'apt')
    return targets.some(
      (target) => '/var/cache/apt'.startsWith(target) || target.startsWith('/var/cache/apt'),
    );
  return true;
}

/** What of an rm lies in a mount goes; the command, where that is all. */
function removal(
  visit: Visit,
  command: Command,
  home: string | undefined,
  rows: readonly RowPlan[],
  emptied: Emptied,
): Command | undefined {
  const words = command.words.slice(command.words.findIndex(({ value }) => value === 'rm') + 1);
  const paths = words.filter(({ text }) => !text.startsWith('-'));
  const useless = paths.filter((word) => {
    const found = pathsOf(visit.run, word, home);
    return found !== undefined && found.length === 1 && rows.some((plan) => isIn(plan, found[0]!));
  });
  const above = paths.some((word) => {
    if (useless.includes(word)) return false;
    const found = pathsOf(visit.run, word, home) ?? [];
    return found.some((path) =>
      rows.some(({ targets }) => targets.some((target) => relationOf(path, target) !== 'apart')),
    );
  });
  if (above) return command;
  if (useless.length === 0) return undefined;
  if (useless.length === paths.length && command.redirects.length === 0) emptied.gone.add(command);
  else for (const word of useless) emptied.words.set(word, '');
  return undefined;
}

/** Directories that hold caches and nothing else, whatever their names begin with. */
const ONLY_CACHES = /\/\.?cache(?:\/\*)?$|^\/var\/lib\/apt(?:\/\*)?$/;

/** Does it remove nothing but what is in the mount, or what is known as a clean-up of that cache? */
function isIn({ row, targets }: RowPlan, path: string): boolean {
  const line = `rm -rf ${path}`;
  return targets.some((target) => {
    const relation = relationOf(path, target);
    if (relation === 'inside') return true;
    // With a cache directory of its own apk keeps nothing there.
    if (row.id === 'apk' && /^\/var\/cache\/apk(?:\/|$)/.test(path)) return true;
    return (
      relation === 'above' &&
      ONLY_CACHES.test(path) &&
      cleanedByLine(line).some(({ id }) => id === row.id)
    );
  });
}

/** Sub-commands that install nothing. */
const FETCHES_METADATA = /^(?:makecache|check-update|module)$/;

/** `--no-cache` and the like. */
function flags(visit: Visit, { row }: RowPlan, command: Command, words: Map<Word, string>): void {
  const call = invocationOf(command);
  const args = call?.args ?? command.words.slice(1);
  for (const word of args) {
    if (row.noCache?.test(word.value ?? '')) {
      words.set(word, row.noCacheBecomes && !isUpdated(visit, command) ? row.noCacheBecomes : '');
    }
  }
  if (row.keeps === undefined || !call || FETCHES_METADATA.test(call.verb)) return;
  if (command.words.some(({ text }) => text.includes('keepcache'))) return;
  words.set(call.verbWord, `${call.verbWord.text} ${row.keeps}`);
}

/** Is the index of apk fetched anew by the command itself, or before it? */
function isUpdated({ script }: Visit, command: Command): boolean {
  if (command.words.some(({ value }) => /^(?:-U|--update(?:-cache)?)$/.test(value ?? '')))
    return true;
  return plainCommandsIn(script.body).some(
    (other) => other.start < command.start && /^apk (?:-\S+ )*update\b/.test(lineOf(other)),
  );
}
