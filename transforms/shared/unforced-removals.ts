import { commandsIn, valueOf, type Instruction } from '../../src/kit.ts';
import type { Manager } from './package-managers.ts';
import { wordsOf } from './purpose.ts';

/**
 * The first RUN, of this one and those that follow, that removes what is in a cache with `rm` and
 * without `-f`: where nothing is left to remove, it fails, and the build with it.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/rm.html, read 2026-11-27.
 */
export function unforcedRemoval(
  run: Instruction,
  manager: Manager,
  from: 'here' | 'behind',
): Instruction | undefined {
  const behind = [...run.stage!.later(run)].map((step) => step.trigger ?? step);
  return [...(from === 'here' ? [run] : []), ...behind].find(
    (step) => step.keyword === 'RUN' && removesUnforced(step, manager),
  );
}

function removesUnforced(run: Instruction, manager: Manager): boolean {
  const script = valueOf(run.run.script);
  if (!script) return false;
  return [...commandsIn(script.body)].some((command) => {
    const [program, ...operands] = wordsOf(command);
    if (program !== 'rm' || operands.some((word) => /^-[a-zA-Z]*f|^--force$/.test(word))) {
      return false;
    }
    return operands.some((word) => manager.directories.some((one) => isMadeIn(one, word)));
  });
}

/**
 * Is the path gone where the cache was never filled? Directories of the system are there in any
 * case, those in a home, and what they are in, only once something is in them.
 */
function isMadeIn(directory: string, word: string): boolean {
  if (!directory.startsWith('~')) return word.startsWith(`${directory}/`);
  const inHome = word.replace(HOME, '');
  if (inHome === word || inHome === '') return false;
  const own = directory.slice(1);
  return `${inHome}/`.startsWith(`${own}/`) || own.startsWith(`${inHome}/`);
}

const HOME = /^(?:~|\/root|\/home\/[\w.-]+|"?\$\{?HOME\}?"?)(?=\/)/;
