import { valueOf, type Context, type Instruction, type Stage } from '../../../src/kit.ts';
import { isInside } from '../multi-stage/aftermath.ts';
import { broughtBy, type Brought } from '../multi-stage/brought.ts';
import { isCode } from '../multi-stage/ecosystems/node-sources.ts';
import { Project, type Call } from './types.ts';
import { pathFrom } from '../multi-stage/steps.ts';

/** A copy of sources that could stand behind an installation. */
export interface SourceCopy {
  readonly copy: Instruction;
  /** The directory of the image that it fills, or that its files lie in. */
  readonly target: string;
  /** What it fills: the directory, or each of its files. */
  readonly places: readonly string[];
  /** The directory of the build context, where it copies one; empty for the root. */
  readonly source: string | undefined;
  /** Where it brings other files beside sources: what stays, and what goes. */
  readonly parts: { readonly stays: string; readonly goes: string } | undefined;
}

/** Where programs of the system lie: what is copied there may be what the next RUN runs. */
const SYSTEM =
  /^\/(?:|bin|boot|dev|etc|lib\w*|proc|root|run|sbin|sys|tmp|usr|var|usr\/(?:s?bin|lib\w*|share|include|local(?:\/\w+)?)|(?:var|etc)\/\w+)$/;

const CODE = /\.(?:py|go|rb|php|java|kt|rs|cs|fs|c|cc|cpp|h|html|css|ex|exs|scala|clj|swift)$/;

const isSource = (path: string): boolean => isCode(path) || CODE.test(path);

/** Settings in JavaScript change about as seldom as a manifest. */
const SETTINGS = /(?:^|\/)(?:\.[^/]+|[^/]+\.config\.[cm]?[jt]s)$/;

/** The copies of a stage from the build context that bring sources, the last one first. */
export function sourceCopies(stage: Stage, context: Context): SourceCopy[] {
  const brought = broughtBy(stage, context);
  return stage.instructions.toReversed().flatMap((copy): SourceCopy[] => {
    if (copy.keyword !== 'COPY' && copy.keyword !== 'ADD') return [];
    if (copy.flag('from') ?? copy.flag('parents') ?? copy.flag('exclude')) return [];
    if (copy.heredocs.length > 0) return [];
    const parts = brought.filter((one) => one.copy === copy);
    const found = sourceOf(copy, parts);
    return found && !SYSTEM.test(found.target) ? [found] : [];
  });
}

function sourceOf(copy: Instruction, parts: readonly Brought[]): SourceCopy | undefined {
  const [first] = parts;
  if (!first || parts.some(({ source, path }) => source === undefined || path === undefined)) {
    return undefined;
  }
  if (parts.length === 1 && first.kind === 'directory') {
    const [target, source] = [first.path!, first.source!];
    return { copy, target, places: [target], source, parts: undefined };
  }
  const sources = parts.filter(
    ({ kind, source }) => kind === 'directory' || (isSource(source!) && !SETTINGS.test(source!)),
  );
  if (sources.length === 0) return undefined;
  const divided = sources.length < parts.length ? divide(copy, parts, sources) : undefined;
  if (sources.length < parts.length && !divided) return undefined;
  const places = sources.map(({ path }) => path!);
  const { kind, path } = sources[0]!;
  const target = kind === 'directory' ? path! : path!.slice(0, path!.lastIndexOf('/')) || '/';
  return { copy, target, places, source: undefined, parts: divided };
}

/** The copy as two: of what may be a manifest, and of the sources. */
function divide(
  copy: Instruction,
  parts: readonly Brought[],
  sources: readonly Brought[],
): SourceCopy['parts'] {
  const { words } = copy;
  const target = words.at(-1)!.text;
  const isPlain =
    copy.json === undefined && copy.line === copy.endLine && /(?:^\.|\/)$/.test(target);
  // A pattern brings several, or none.
  if (!isPlain || words.length - 1 !== parts.length) return undefined;
  const write = (isMoved: boolean): string => {
    const names = words
      .slice(0, -1)
      .filter((_, i) => sources.includes(parts[i]!) === isMoved)
      .map(({ text }) => text);
    const { start, end } = copy.keywordSpan;
    const keyword = copy.stage!.document.text.slice(start, end);
    return [keyword, ...copy.flagTexts, ...names, target].join(' ');
  };
  return { stays: write(false), goes: write(true) };
}

/** Does it bring the whole directory? */
export const covers = ({ source, target }: SourceCopy, directory: string): boolean =>
  source !== undefined && isInside(directory, target);

/** The project of a call, as this copy or an earlier one brings it; undefined: not known. */
export function projectOf(call: Call, moved: SourceCopy, context: Context): Project | undefined {
  const directory = pathFrom(call.step.directory, call.directory);
  if (directory === undefined) return undefined;
  if (covers(moved, directory)) {
    const below = directory.slice(moved.target.length).replace(/^\//, '');
    const source = [moved.source!, below].filter((part) => part !== '').join('/');
    const earlier = (path: string): string | undefined => contextPath(moved.copy, path, context);
    return new Project(directory, source, context, moved.source!, earlier);
  }
  const { marker } = call;
  const path = marker === undefined ? undefined : pathFrom(directory, marker);
  const found = path === undefined ? undefined : contextPath(call.step.run, path, context);
  if (found === undefined || !found.endsWith(marker!)) return undefined;
  const source = found.slice(0, -marker!.length).replace(/\/$/, '');
  return new Project(directory, source, context, source);
}

/** The path in the build context of what an instruction sees at `path`. */
function contextPath(at: Instruction, path: string, context: Context): string | undefined {
  const brought = at.stage!.lineage.flatMap((stage) => broughtBy(stage, context));
  for (const { copy, source, path: target, kind } of brought.toReversed()) {
    if (copy.index >= at.index || source === undefined || target === undefined) continue;
    if (target === path && kind !== 'directory') return source;
    if (kind !== 'directory' || !isInside(path, target)) continue;
    const inside = [source, path.slice(target.length).replace(/^\//, '')];
    const name = inside.filter((part) => part !== '').join('/');
    if (valueOf(context.kindOf(name)) === 'file') return name;
  }
  return undefined;
}

/** Is the file already there, from an earlier copy that stays? */
export function isThere(project: Project, name: string, moved: SourceCopy): boolean {
  const path = pathFrom(project.directory, name);
  if (path === undefined || valueOf(project.kindOf(name)) !== 'file') return false;
  return contextPath(moved.copy, path, project.context) === project.pathOf(name);
}
