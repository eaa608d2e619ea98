import {
  known,
  unknown,
  valueOf,
  type Context,
  type Fact,
  type Instruction,
} from '../../src/kit.ts';

/**
 * The path in the build context of a file that an instruction sees at `path`, when a COPY or ADD
 * of its stage, or of those that it is built on, brought it there.
 */
export function copiedFrom(at: Instruction, path: string, context: Context): Fact<string> {
  const target = absolute(path, at.state && valueOf(at.state.workdir));
  if (target === undefined) return unknown(`where ${path} lies is not known`);
  const copies = (at.stage?.lineage ?? [])
    .flatMap((stage) => stage.instructions)
    .filter(({ keyword, index }) => (keyword === 'COPY' || keyword === 'ADD') && index < at.index);
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
    return unknown(`line ${copy.line} copies to a place that is not known`);
  }
  const base = absolute(destination, copy.state && valueOf(copy.state.workdir));
  if (base === undefined) return unknown(`line ${copy.line} copies to a place that is not known`);
  const into = destination.endsWith('/') || sources.length > 1 || destination === '.';
  for (const source of sources as string[]) {
    const inContext = matchSource(source, base, target, into, context);
    if (inContext === undefined) continue;
    // What another stage holds is not in the build context.
    if (copy.flag('from')) return unknown(`line ${copy.line} copies from another stage or image`);
    return known(inContext);
  }
  return undefined;
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
