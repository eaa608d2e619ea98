import { valueOf, type Context, type Instruction, type Stage } from '../../../src/kit.ts';
import { broughtBy } from '../multi-stage/brought.ts';
import { pathFrom } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';
import { baseName } from '../prefix.ts';
import { stepsIn } from '../in-copy/attributes.ts';

/** An archive that is copied, unpacked and removed again. */
export interface Packed {
  readonly copy: Instruction;
  /** As the COPY names it. */
  readonly source: string;
  /** Where it lies until then. */
  readonly path: string;
  /** The RUN that unpacks and removes it. */
  readonly run: Instruction;
  readonly unpack: Step;
  readonly remove: Step;
}

const ARCHIVE = /\.(?:tar(?:\.\w+)?|tgz|tbz2?|txz|zip|7z|rar|jar|war)$/i;

const UNPACKERS = /^(?:tar|bsdtar|unzip|7z|7za|7zr|unrar|jar|gunzip|cpio)$/;

/** The archives of a stage that no more than one RUN has to do with. */
export function packedIn(stage: Stage, context: Context): Packed[] {
  const { steps, opaque } = stepsIn(stage);
  if (opaque) return [];
  return stage.instructions.flatMap((copy) => {
    const archive = archiveOf(copy, stage, context);
    if (!archive || !isThere(parentOf(archive.path), copy)) return [];
    const { path } = archive;
    const users = steps.filter((step) => step.run.index > copy.index && mentions(step, path));
    const unpack = users.find(({ program }) => UNPACKERS.test(program));
    const [remove, more] = users.filter(({ program }) => program === 'rm');
    if (!unpack || !remove || more || users.some(({ run }) => run !== unpack.run)) return [];
    if (!removes(remove, path) || !isAfter(steps, unpack, remove)) return [];
    if (!unpack.certain || !remove.certain || isNamedElsewhere(copy, path, unpack.run)) return [];
    return [{ copy, ...archive, run: unpack.run, unpack, remove }];
  });
}

function archiveOf(
  copy: Instruction,
  stage: Stage,
  context: Context,
): { source: string; path: string } | undefined {
  if (copy.keyword !== 'COPY' && copy.keyword !== 'ADD') return undefined;
  if (copy.words.length !== 2 || copy.json || copy.heredocs.length > 0) return undefined;
  const source = copy.words[0]!.text;
  if (/["'$*?[\]\\,]|:\/\/|^git@/.test(source) || !ARCHIVE.test(source)) return undefined;
  // ADD has unpacked it.
  if (copy.keyword === 'ADD' && /\.t(?:ar|gz|bz|xz)/i.test(source)) return undefined;
  const destination = copy.words[1]!.text;
  const base = pathFrom(
    copy.state && valueOf(copy.state.workdir),
    valueOf(copy.expand(destination)),
  );
  if (base === undefined) return undefined;
  if (/(?:^|\/)\.?$/.test(destination))
    return { source, path: `${base === '/' ? '' : base}/${baseName(source)}` };
  const one = broughtBy(stage, context).find((brought) => brought.copy === copy);
  if (one?.path !== undefined && ARCHIVE.test(one.path)) return { source, path: one.path };
  return ARCHIVE.test(base) ? { source, path: base } : undefined;
}

const parentOf = (path: string): string => path.replace(/\/[^/]*$/, '') || '/';

/** Is the directory there without the COPY, so that nothing misses it? */
function isThere(directory: string, copy: Instruction): boolean {
  if (/^\/(?:tmp|var\/tmp|opt|srv|root|home|usr\/src|usr\/local)?$/.test(directory)) return true;
  const workdir = copy.state && valueOf(copy.state.workdir);
  const isMade = copy.stage!.instructions.some(
    ({ keyword, index }) => keyword === 'WORKDIR' && index < copy.index,
  );
  return isMade && workdir !== undefined && pathFrom(workdir, '.') === directory;
}

const mentions = (step: Step, path: string): boolean =>
  step.args.some((arg) => arg === path || pathFrom(step.directory, arg) === path) ||
  step.args.some((arg) => /[*?]/.test(arg) && globsOver(step, arg, path)) ||
  step.writes.includes(path);

/** Does a pattern match the path, as far as its directory tells? */
function globsOver(step: Step, arg: string, path: string): boolean {
  const directory = pathFrom(step.directory, arg.replace(/[^/]*[*?].*$/, '.'));
  return directory === undefined || path.startsWith(directory === '/' ? '/' : `${directory}/`);
}

const removes = (step: Step, path: string): boolean =>
  step.args
    .filter((arg) => !arg.startsWith('-'))
    .every((arg) => !/[*?]/.test(arg) && pathFrom(step.directory, arg) !== undefined) &&
  step.args.some((arg) => pathFrom(step.directory, arg) === path);

const isAfter = (steps: readonly Step[], first: Step, second: Step): boolean =>
  steps.indexOf(first) < steps.indexOf(second);

/** Does something else than that RUN speak of it: a start command, a COPY of another stage? */
function isNamedElsewhere(copy: Instruction, path: string, run: Instruction): boolean {
  const name = baseName(path);
  return copy.stage!.document.instructions.some(
    (other) =>
      other !== run &&
      other !== copy &&
      (other.keyword === 'CMD' ||
        other.keyword === 'ENTRYPOINT' ||
        other.keyword === 'RUN' ||
        other.flag('from') !== undefined) &&
      other.args.text.includes(name),
  );
}
