import {
  known,
  unknown,
  valueOf,
  type Context,
  type Fact,
  type Instruction,
  type Stage,
} from '../../src/kit.ts';

/**
 * The path in the build context of a file that an instruction sees at `path`, when a COPY or ADD
 * of its stage, of those that it is built on, or of a stage that those copy from, brought it there.
 */
export function copiedFrom(at: Instruction, path: string, context: Context): Fact<string> {
  const target = absolute(path, at.state && valueOf(at.state.workdir));
  if (target === undefined) return unknown(`where ${path} lies is not known`);
  return sourceOf(copiesOf(at.stage, at.index + 1), target, context);
}

/** The COPY and ADD instructions of a stage, and of those that it is built on. */
const copiesOf = (stage: Stage | undefined, before = Infinity): Instruction[] =>
  (stage?.lineage ?? [])
    .flatMap(({ instructions }) => instructions)
    .filter(({ keyword, index }) => (keyword === 'COPY' || keyword === 'ADD') && index < before);

function sourceOf(copies: readonly Instruction[], target: string, context: Context): Fact<string> {
  // The last copy wins.
  for (const copy of copies.toReversed()) {
    const source = sourceIn(copy, target, context);
    if (source !== undefined) return source;
  }
  return unknown(`no COPY brings ${target}`);
}

function absolute(path: string, workdir: string | undefined): string | undefined {
  const joined = path.startsWith('/') ? path : workdir && `${workdir}/${path}`;
  return joined === undefined || /[$*?~`]/.test(joined) ? undefined : normal(joined);
}

/** Without `.`, `..` and doubled slashes. */
export function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function sourceIn(copy: Instruction, target: string, context: Context): Fact<string> | undefined {
  if (copy.heredocs.length > 0) return undefined;
  const words = copy.words.map((word) => valueOf(copy.expand(word.text)));
  const destination = words.at(-1);
  const sources = words.slice(0, -1);
  if (destination === undefined || sources.some((source) => source === undefined)) {
    return unknown(`line ${copy.given.line} copies to a place that is not known`);
  }
  const base = absolute(destination, copy.state && valueOf(copy.state.workdir));
  if (base === undefined)
    return unknown(`line ${copy.given.line} copies to a place that is not known`);
  const into = destination.endsWith('/') || sources.length > 1 || destination === '.';
  for (const source of sources as string[]) {
    const found = copy.flag('from')
      ? sourceInStage(copy, source, base, target, into, context)
      : matchSource(source, base, target, into, context);
    if (found !== undefined) return typeof found === 'string' ? known(found) : found;
  }
  return undefined;
}

/** Through the stage that it copies from; that stage may have changed the file since. */
function sourceInStage(
  copy: Instruction,
  source: string,
  base: string,
  target: string,
  into: boolean,
  context: Context,
): Fact<string> | undefined {
  const copies = copiesOf(stageOf(copy));
  const from = normal(source);
  const name = from.slice(from.lastIndexOf('/') + 1);
  if (target === (into ? normal(`${base}/${name}`) : base)) {
    const found = sourceOf(copies, from, context);
    return found.known
      ? found
      : unknown(`line ${copy.given.line} copies from another stage or image`);
  }
  if (!target.startsWith(base === '/' ? '/' : `${base}/`)) return undefined;
  const found = sourceOf(copies, normal(`${from}/${target.slice(base.length)}`), context);
  return found.known ? found : undefined;
}

/** The stage before it that the `--from` of a COPY names. */
export function stageOf(copy: Instruction): Stage | undefined {
  const name = copy.flag('from')?.value?.toLowerCase();
  const before = copy.stage?.document.stages.slice(0, copy.stage.index) ?? [];
  return before.findLast((stage) => stage.name === name || String(stage.index) === name);
}

function matchSource(
  source: string,
  base: string,
  target: string,
  into: boolean,
  context: Context,
): string | undefined {
  const from = normal(source).slice(1);
  const name = from.slice(from.lastIndexOf('/') + 1);
  // A file that is copied by name, to a name or into a directory.
  const asFile = into ? normal(`${base}/${name}`) : base;
  if (target === asFile && valueOf(context.kindOf(from)) !== 'directory') return from;
  // A directory is copied without its own name.
  const prefix = base === '/' ? '/' : `${base}/`;
  if (!target.startsWith(prefix)) return undefined;
  const inside = normal(`${from}/${target.slice(prefix.length)}`).slice(1);
  return valueOf(context.kindOf(inside)) === 'file' ? inside : undefined;
}
