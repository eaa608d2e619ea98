import { valueOf, workdirAfter, type Context, type Instruction } from '../../../src/kit.ts';
import { normal, stageOf } from '../copied.ts';
import { Directories, type Directory } from './directories.ts';

export interface Verdict {
  readonly reason?: string;
  readonly detail?: string;
  /** What is not known, where nothing stands against it. */
  readonly open?: string;
}

/** Would `--link` give the same files, with the same directories above them? */
export function judgeLink(copy: Instruction, context: Context): Verdict {
  const words = copy.words.map((word) => valueOf(copy.expand(word.text)));
  const written = words.at(-1);
  const workdir = copy.state && valueOf(copy.state.workdir);
  if (written === undefined || (!written.startsWith('/') && workdir === undefined)) {
    return { reason: 'place' };
  }
  const target = normal(written.startsWith('/') ? written : `${workdir}/${written}`);
  const sources = words.slice(0, -1);
  const into = /(?:^|\/)\.?$/.test(written) || sources.length > 1;
  const spread = !into && sources.length === 1 ? isDirectory(copy, sources[0], context) : undefined;
  const directories = new Directories(copy, context);
  // A file would take the place of a directory of that name.
  if (!into && spread !== true && directories.isMade(target))
    return { reason: 'name', detail: target };
  const fills = into || spread === true;
  const holder = fills ? target : parentOf(target);
  const above = ancestors(holder);
  const owner = ownerProblem(copy, above, directories);
  if (owner) return owner;
  if (fills && holder === '/' && sources.some((one) => isDirectory(copy, one, context) !== false)) {
    return { reason: 'directories', detail: 'it may hold directories of the system' };
  }
  const found = above.map((path) => [path, directories.at(path)] as const);
  const verdict = found
    .map(([path, directory]) => against(path, directory))
    .find((one) => one?.reason);
  if (verdict) return verdict;
  const unknown = found.find(([, { kind }]) => kind === 'unknown');
  if (unknown) return { open: `${unknown[0]} belongs to root and has mode 755` };
  const exists = found.some(([path, one]) => path === target && one.kind === 'root' && one.exists);
  const source = sources.find(
    (one) => !/^(?:\.?\/?|\.\/\.)$/.test(one ?? '') && isDirectory(copy, one, context) !== false,
  );
  return exists && source !== undefined && fills && !looksLikeFile(source)
    ? { open: `the directory ${source} has mode 755` }
    : {};
}

function against(path: string, directory: Directory): Verdict | undefined {
  if (directory.kind === 'link') return { reason: 'symlink', detail: path };
  return directory.kind === 'other'
    ? { reason: 'directories', detail: directory.because }
    : undefined;
}

/** With --link the directories above are made with the owner and mode of the COPY. */
function ownerProblem(
  copy: Instruction,
  above: readonly string[],
  directories: Directories,
): Verdict | undefined {
  const owner = copy.flag('chown')?.value;
  const value = owner === undefined ? undefined : valueOf(copy.expand(owner));
  if (owner !== undefined && !/^\d+(?::\d+)?$/.test(value ?? '')) {
    return { reason: 'owner', detail: `--chown=${owner}` };
  }
  const isNew = above.length === 1 && !directories.isMade(above[0]!);
  if (value !== undefined && !/^0(?::0)?$/.test(value) && above.length > 0 && !isNew) {
    return { reason: 'directories', detail: `they would belong to ${value}` };
  }
  const mode = copy.flag('chmod')?.value;
  if (mode !== undefined && above.length > 0 && !/^0?755$/.test(mode)) {
    return { reason: 'directories', detail: `they would get mode ${mode}` };
  }
  return undefined;
}

/** Is the source a directory? Undefined where neither context nor file tell. */
function isDirectory(
  copy: Instruction,
  source: string | undefined,
  context: Context,
): boolean | undefined {
  if (source === undefined) return undefined;
  if (source.startsWith('<<')) return false;
  if (copy.flag('from')) {
    const made = stageOf(copy)?.instructions.some(
      (one) => one.keyword === 'WORKDIR' && valueOf(workdirAfter(one)) === normal(source),
    );
    return source.endsWith('/') || made === true ? true : undefined;
  }
  if (/^(?:\.\/?|\/)$/.test(source) || source.endsWith('/')) return true;
  const kind = valueOf(context.kindOf(normal(source).slice(1)));
  return kind === 'directory' ? true : kind === 'file' ? false : undefined;
}

const looksLikeFile = (source: string): boolean => /[^/]\.\w+$|\*|\/s?bin\/[^/]+$/.test(source);

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** All directories on the way, from the top; without `/` itself. */
function ancestors(path: string): string[] {
  const parts = path.split('/').filter(Boolean);
  return parts.map((_, i) => `/${parts.slice(0, i + 1).join('/')}`);
}
