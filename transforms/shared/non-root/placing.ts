import { valueOf, type Instruction } from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { effectsOf } from '../multi-stage/effects.ts';
import { ownerText } from './account.ts';
import type { Code } from './code.ts';
import type { Account, Image, Written } from './types.ts';

/** A path that is given to the user, and when. */
export interface Gift {
  readonly path: string;
  /** A file is made empty; a directory that holds more than the user's own is not given with it. */
  readonly kind: 'file' | 'directory' | 'tree';
  /** It is there: it needs no mkdir. */
  readonly made: boolean;
  /** Something may lie in it that the user must be able to change. */
  readonly filled: boolean;
  /** Behind the copies that fill it, or that would take it back. */
  readonly late: boolean;
  /** The COPY that fills it, and nothing else. */
  readonly copy?: Instruction;
}

/** Directories that others have their files in: a file there is made, and given alone. */
export const SHARED =
  /^\/(?:run|var|var\/(?:run|lib|log|lock|spool|cache|www)|opt|srv|home|mnt|media|data)?$/;

/** How each path is given to the user. */
export function giftsOf(
  image: Image,
  account: Account,
  paths: readonly Written[],
  code: Code,
  early: Instruction | undefined,
): Gift[] {
  const gifts = new Map<string, Gift>();
  const put = (path: string, kind: Gift['kind'], how: How = {}): void => {
    if (gifts.get(path)?.kind === 'tree') return;
    gifts.set(path, placed(image, account, { path, kind, ...how }, code, early));
  };
  const existing = new Set((valueOf(code.files) ?? []).map((file) => file.path));
  for (const { path, kind, ...how } of paths) {
    if (kind === 'directory')
      put(path, path === valueOf(image.workdir) ? 'directory' : 'tree', how);
    else {
      const directory = normal(path.slice(0, path.lastIndexOf('/')) || '/');
      if (SHARED.test(directory) && directory !== '/data') put(path, 'file');
      else {
        if (isBuilt(image, directory)) put(directory, 'tree', { filledBy: BUILDS });
        else put(directory, 'directory');
        if (existing.has(path)) put(path, 'file', { exists: true });
      }
    }
  }
  const trees = [...gifts.values()].filter(({ kind }) => kind === 'tree').map(({ path }) => path);
  return [...gifts.values()].filter(
    ({ path }) => !trees.some((tree) => path.startsWith(`${tree}/`)),
  );
}

/** Where builds put what they make: a file that is written to there may be there already. */
const OUTPUT =
  /\/(?:dist|build|out|output|public|static|www|html|site|_site|target|\.next|\.nuxt|\.output)$/;

const BUILDS =
  /\b(?:build|generate|export|compile|bundle|webpack|vite|tsc|collectstatic|hugo|jekyll|gulp|grunt)\b/;

const isBuilt = (image: Image, directory: string): boolean =>
  OUTPUT.test(directory) && image.steps.some(({ run }) => BUILDS.test(run.args.text));

type How = Pick<Written, 'exists' | 'filledBy'>;

function placed(
  image: Image,
  account: Account,
  { path, kind, exists, filledBy }: Pick<Gift, 'path' | 'kind'> & How,
  code: Code,
  early: Instruction | undefined,
): Gift {
  const files = valueOf(code.files);
  const isInside = (one: string): boolean => one === path || one.startsWith(`${path}/`);
  const isBrought = files !== undefined && files.some((file) => isInside(file.path));
  const copies = copiesInto(image, path).filter(({ copy, to }) => {
    if (isInside(to) || files === undefined) return true;
    // What another stage or an archive brings is not told.
    if (isForeign(copy)) return true;
    return files.some((file) => file.brought.copy === copy && isInside(file.path));
  });
  const isCertain = copies.some(({ to }) => isInside(to));
  const [only] = copies;
  const isWritten = image.steps.some(
    ({ run }) => (!early || run.index >= early.index) && filledBy?.test(run.args.text) === true,
  );
  const isOwn = kind !== 'file' && path !== valueOf(image.workdir);
  if (
    isOwn &&
    copies.length === 1 &&
    only!.to === path &&
    !isWritten &&
    !isFilledByRun(image, path)
  ) {
    if (only!.copy.flag('chown') === undefined && isThere(account, only!.copy, early)) {
      return { path, kind, made: true, filled: true, late: false, copy: only!.copy };
    }
  }
  const makers = image.steps.filter((step) =>
    effectsOf(step).some((effect) => effect.kind === 'directories' && effect.paths.some(isInside)),
  );
  const isMadeLater = makers.some(({ run }) => !early || run.index >= early.index);
  const isWorkdir = image.instructions.some(
    ({ keyword, state }) => keyword !== 'WORKDIR' && valueOf(state?.workdir ?? UNKNOWN) === path,
  );
  const late = isBrought || copies.length > 0 || isMadeLater || isWritten;
  const made =
    exists === true || makers.length > 0 || isBrought || isCertain || (late && isWorkdir);
  const filled = isBrought || copies.length > 0 || isWritten || isFilledByRun(image, path);
  return { path, kind, made, filled, late };
}

/** Does a COPY or ADD bring what the build context does not show? */
const isForeign = (copy: Instruction): boolean =>
  copy.flag('from') !== undefined ||
  copy.words.slice(0, -1).some(({ text }) => /:\/\/|^git@|[$]|\.(?:tar|tgz|tbz|txz)\b/.test(text));

const UNKNOWN = { known: false, because: '' } as const;

const isThere = (account: Account, copy: Instruction, early: Instruction | undefined): boolean =>
  account.since ? account.since.index < copy.index : !early || early.index <= copy.index;

/** COPY and ADD that may put something at or below a path, and where each copies to. */
function copiesInto(image: Image, path: string): { copy: Instruction; to: string }[] {
  return image.instructions.flatMap((copy) => {
    if (copy.keyword !== 'COPY' && copy.keyword !== 'ADD') return [];
    const written = valueOf(copy.expand(copy.words.at(-1)?.text ?? ''));
    const workdir = copy.state && valueOf(copy.state.workdir);
    if (written === undefined || (!written.startsWith('/') && workdir === undefined)) return [];
    const to = normal(written.startsWith('/') ? written : `${workdir}/${written}`);
    return to === path || path.startsWith(`${to === '/' ? '' : to}/`) || to.startsWith(`${path}/`)
      ? [{ copy, to }]
      : [];
  });
}

const isFilledByRun = (image: Image, path: string): boolean =>
  image.steps.some((step) =>
    effectsOf(step).some(
      (effect) =>
        effect.kind === 'makes' &&
        effect.paths.some((one) => one === path || one.startsWith(`${path}/`)),
    ),
  );

/** The commands that make the paths of gifts and give them to the user. */
export function givingCommands(gifts: readonly Gift[], account: Account): string[] {
  const list = (chosen: readonly Gift[]): string =>
    chosen.map(({ path }) => quoted(path)).join(' ');
  const files = gifts.filter(({ kind, made }) => kind === 'file' && !made);
  const missing = gifts.filter(({ kind, made }) => kind !== 'file' && !made);
  const trees = gifts.filter(({ kind, filled }) => kind === 'tree' && filled);
  const plain = gifts.filter((gift) => !trees.includes(gift));
  return [
    ...(missing.length > 0 ? [`mkdir -p ${list(missing)}`] : []),
    ...(files.length > 0 ? [`touch ${list(files)}`] : []),
    ...(plain.length > 0 ? [`chown ${ownerText(account)} ${list(plain)}`] : []),
    ...(trees.length > 0 ? [`chown -R ${ownerText(account)} ${list(trees)}`] : []),
  ];
}

const quoted = (path: string): string => (/^[\w./@:+-]+$/.test(path) ? path : `'${path}'`);
