import { valueOf, type Context, type Instruction } from '../../../src/kit.ts';
import { copiedFrom } from '../copied.ts';

/**
 * Can the kernel run a file itself? One without `#!` it refuses (ENOEXEC), and a shell then reads
 * it as a script of its own:
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_09_01_04, read
 * 2026-11-25.
 */
export type Runs = 'yes' | 'no' | 'unknown';

const FOLDERS = ['/usr/local/bin', '/usr/bin', '/bin'];

const SCRIPT = /\.(?:sh|bash|ksh|zsh)$/;

/** `at`: the last instruction that sees the file. */
export function runsItself(at: Instruction, program: string, context: Context): Runs {
  if (program.includes('/')) return runs(at, program, context);
  if (!SCRIPT.test(program)) return 'yes';
  const found = FOLDERS.map((folder) => runs(at, `${folder}/${program}`, context));
  return found.find((answer) => answer !== 'unknown') ?? 'unknown';
}

function runs(at: Instruction, path: string, context: Context): Runs {
  const source = valueOf(copiedFrom(at, path, context));
  if (source !== undefined) {
    const text = valueOf(context.readText(source));
    if (text !== undefined) return text.startsWith('#!') ? 'yes' : 'no';
    // What is a file and no text is a program.
    if (valueOf(context.kindOf(source)) === 'file' && !SCRIPT.test(path)) return 'yes';
    return 'unknown';
  }
  if (SCRIPT.test(path)) return 'unknown';
  if (context.list('').known || isOfTheSystem(path)) return 'yes';
  return isMade(at, path) ? 'yes' : 'unknown';
}

const isOfTheSystem = (path: string): boolean => /^\/(?:usr\/(?:s?bin|lib)|s?bin|lib)\//.test(path);

/** Without a build context: does a RUN speak of it, or can nothing but a RUN or the base bring it? */
function isMade(at: Instruction, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const all = (at.stage?.lineage ?? []).flatMap(({ instructions }) => instructions);
  const copies = all.some(
    (one) => one.keyword === 'ADD' || (one.keyword === 'COPY' && !one.flag('from')),
  );
  return !copies || all.some(({ keyword, args }) => keyword === 'RUN' && args.text.includes(name));
}
