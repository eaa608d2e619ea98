import { valueOf, type Argument, type Context, type Instruction } from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { baseName } from '../prefix.ts';

/** A COPY into a directory, or one that reads as such. */
export interface Placed {
  readonly copy: Instruction;
  readonly sources: readonly Argument[];
  readonly destination: Argument;
  /** The same for two that copy to one directory. */
  readonly directory: string;
  /** The directory as the file names it, with a slash at the end. */
  readonly written: string;
}

/** `undefined` where it copies to a name, or where the file does not tell. */
export function placeOf(copy: Instruction, context: Context): Placed | undefined {
  if (copy.json || copy.heredocs.length > 0) return undefined;
  const destination = copy.words.at(-1);
  const sources = copy.words.slice(0, -1);
  if (!destination || sources.length === 0) return undefined;
  // Quotes around a word with a blank; a download has a name of its own.
  if (copy.words.some(({ text }) => /["'\\`]|^\w+:\/\/|^git@|^<</.test(text))) return undefined;
  const written = directoryAt(copy, sources, destination.text, context);
  if (written === undefined) return undefined;
  const directory = absolute(copy, written);
  return { copy, sources, destination, directory, written };
}

/** The directory that the sources go into, with a slash at the end. */
function directoryAt(
  copy: Instruction,
  sources: readonly Argument[],
  text: string,
  context: Context,
): string | undefined {
  if (text.endsWith('/')) return text;
  if (/(?:^|\/)\.$/.test(text)) return `${text}/`;
  const kind = kindOf(copy, sources, context);
  if (kind === 'directory' || isWorkdir(copy, text)) return `${text}/`;
  const [source] = sources;
  if (sources.length > 1 || kind !== 'file') return undefined;
  // To a name that is the file's own.
  if (text.includes('$') || baseName(text) !== baseName(source!.text)) return undefined;
  const slash = text.lastIndexOf('/') + 1;
  return slash === 0 ? './' : text.slice(0, slash);
}

/** What a single source is, where the build context tells. */
function kindOf(
  copy: Instruction,
  [source, ...more]: readonly Argument[],
  context: Context,
): 'file' | 'directory' | undefined {
  if (more.length > 0 || copy.flag('from') || /[*?[\]$]/.test(source!.text)) return undefined;
  const kind = valueOf(context.kindOf(normal(source!.text).slice(1)));
  return kind === 'missing' ? undefined : kind;
}

/** WORKDIR makes the directory, so that a file goes into it. */
const isWorkdir = (copy: Instruction, text: string): boolean => {
  const workdir = copy.state && valueOf(copy.state.workdir);
  return (
    text.startsWith('/') &&
    workdir !== undefined &&
    normal(workdir) === normal(text) &&
    copy.stage!.instructions.some(
      ({ keyword, index }) => keyword === 'WORKDIR' && index < copy.index,
    )
  );
};

function absolute(copy: Instruction, written: string): string {
  const value = valueOf(copy.expand(written)) ?? written;
  if (value.startsWith('/')) return normal(value);
  const workdir = copy.state && valueOf(copy.state.workdir);
  return workdir?.startsWith('/') ? normal(`${workdir}/${value}`) : `.${normal(value)}`;
}
