import { valueOf } from '../../../../src/kit.ts';
import { normal } from '../../copied.ts';
import { isInside } from '../aftermath.ts';
import type { Brought } from '../brought.ts';
import { isDisposable, effectsOf } from '../effects.ts';
import { isNeverRead } from '../sources.ts';
import { pathFrom } from '../steps.ts';
import type { NoPlan, Shipment, Step, Subject } from '../types.ts';

/** Directories that hold more than one application. */
const SHARED =
  /^\/(?:(?:bin|sbin|lib|lib64|opt|srv|home|root|tmp|run|mnt|media|etc|var|var\/lib|usr|usr\/(?:bin|sbin|lib|share|src|include)|usr\/local|usr\/local\/(?:bin|sbin|lib|share|etc|include))?)$/;

export const isShared = (path: string): boolean => SHARED.test(path);

/**
 * The directories and files of an interpreted application: all that the file copied, and the
 * directories in which it is built. They ship as they stand when the build is over.
 */
export function applicationOf(
  subject: Subject,
  builtIn: readonly string[],
): readonly Shipment[] | NoPlan {
  const ships: Shipment[] = [];
  for (const path of builtIn) {
    if (isShared(path)) {
      return { reason: 'unaccounted', detail: `it is built in ${path}, among files of the system` };
    }
    ships.push({ from: path, made: true });
  }
  for (const one of subject.brought) {
    if (one.source === undefined) continue;
    const found = shipsOf(subject, one.source, one.path, one);
    if ('reason' in found) return found;
    ships.push(...found);
  }
  return ships;
}

function shipsOf(
  subject: Subject,
  source: string,
  path: string | undefined,
  brought: Brought,
): readonly Shipment[] | NoPlan {
  const { copy, kind } = brought;
  if (path === undefined) {
    return { reason: 'context', detail: `where line ${copy.given.line} copies to is not known` };
  }
  if (isDisposable(path)) return [];
  const isFile = source === brought.source ? kind === 'file' : isFileAt(subject, source);
  if (isFile) return [{ from: path, made: false, file: true }];
  if (!isShared(path)) return [{ from: path, made: false }];
  // Behind the last RUN it stays where it is.
  const last = subject.stage.instructions.findLast(({ keyword }) => keyword === 'RUN');
  if (!last || last.index < copy.index) return [];
  const names = valueOf(subject.context.list(source));
  if (names === undefined) {
    return {
      reason: 'context',
      detail: `what line ${copy.given.line} copies to ${path} is not known`,
    };
  }
  const ships: Shipment[] = [];
  for (const name of names) {
    const inner = source === '' ? name : `${source}/${name}`;
    if (isNeverRead(inner)) continue;
    const found = shipsOf(subject, inner, normal(`${path}/${name}`), brought);
    if ('reason' in found) return found;
    ships.push(...found);
  }
  return ships;
}

const isFileAt = ({ context }: Subject, source: string): boolean =>
  valueOf(context.kindOf(source)) === 'file';

/** Programs of Node.js that build pages, scripts and styles in the directory where they run. */
const NODE_TOOLS = new Set(
  'npm yarn yarnpkg pnpm npx node corepack bower gulp grunt webpack vite n nvm ember elm encore mix'.split(
    ' ',
  ),
);

/** Change files where they are told to. */
const LOCAL = new Set(
  'tar unzip gunzip bunzip2 cp mv ln sed tee touch install rsync patch dos2unix find chmod zip'.split(
    ' ',
  ),
);

/** Does a step, whose effect is not told, change only what lies in these directories? */
export function staysInside(step: Step, roots: readonly string[]): boolean {
  const covers = (path: string | undefined): boolean =>
    path !== undefined && (roots.some((root) => isInside(path, root)) || isDisposable(path));
  if (step.writes.some((path) => !covers(path))) return false;
  if (NODE_TOOLS.has(step.program)) {
    return step.args.some((arg) => /^(?:-g|--global|global)$/.test(arg)) || covers(step.directory);
  }
  if (!LOCAL.has(step.program)) return false;
  const targets = targetsOf(step);
  return targets.length > 0 && targets.every(covers);
}

/** Where such a step makes or changes files; `undefined` in it: a place that is not known. */
function targetsOf(step: Step): (string | undefined)[] {
  const { program, args, directory } = step;
  const given = args.filter((arg) => !arg.startsWith('-'));
  const at = (word: string | undefined): string | undefined => placeOf(directory, word);
  switch (program) {
    case 'tar':
    case 'unzip': {
      const option = args.findIndex((arg) => /^(?:-C|--directory|-d)$/.test(arg));
      return [option < 0 ? directory : at(args[option + 1])];
    }
    case 'find': {
      const end = args.findIndex((arg) => arg.startsWith('-') || arg === '(' || arg === '\\(');
      const does = args.filter((arg, i) => args[i - 1]?.startsWith('-exec') === true);
      if (!does.every((name) => /^(?:chmod|rm|sed|touch|dos2unix|gzip)$/.test(name)))
        return [undefined];
      const paths = args.slice(0, end < 0 ? args.length : end);
      return paths.length === 0 ? [directory] : paths.map(at);
    }
    case 'sed': {
      const takes = /^(?:-\w*[ef]|--expression|--file)$/;
      const plain = args.filter((arg, i) => !arg.startsWith('-') && !takes.test(args[i - 1] ?? ''));
      const hasScript = !args.some((arg) => takes.test(arg) || /^--(?:expression|file)=/.test(arg));
      return (hasScript ? plain.slice(1) : plain).map(at);
    }
    case 'chmod':
      return given.slice(1).map(at);
    case 'cp':
    case 'mv':
    case 'ln':
    case 'install':
    case 'rsync':
      return [at(given.at(-1))];
    case 'patch':
      return [directory];
    default:
      return given.map(at);
  }
}

/** The directory before what a pattern stands for. */
function placeOf(directory: string | undefined, word: string | undefined): string | undefined {
  const plain = word?.replace(/\/?[^/]*[*?[{][\s\S]*$/, '');
  if (word !== undefined && plain === '' && !word.startsWith('/')) return directory;
  return pathFrom(directory, plain === '' ? '/' : plain);
}

/** Paths that steps make, change or remove. */
export function touchedBy(subject: Subject, root: string): boolean {
  return subject.steps.some((step) => {
    const paths = effectsOf(step).flatMap((effect) => {
      if (effect.kind === 'makes' || effect.kind === 'removes' || effect.kind === 'directories')
        return effect.paths;
      return effect.kind === 'link' ? [effect.path] : [];
    });
    const targets = LOCAL.has(step.program) ? targetsOf(step) : [];
    return [...paths, ...targets].some((path) => path !== undefined && isInside(path, root));
  });
}

/**
 * Files of the system that the build removes: the final stage has them again, from its base image
 * or from a package, so that they are removed there too.
 */
export function removalLines({ steps }: Subject, roots: readonly string[]): string[] {
  return steps.flatMap((step) => {
    if (!/^(?:rm|mv)$/.test(step.program) || !step.certain) return [];
    const given = step.args.filter((arg) => !arg.startsWith('-'));
    const words = step.program === 'rm' ? given : given.slice(0, -1);
    const paths = words.map((word) => placeOf(step.directory, word));
    const ofSystem = words.filter((word, i) => {
      const path = paths[i];
      if (path === undefined || !/^\/(?:etc|usr\/local\/etc)\//.test(`${path}/`)) return false;
      if (/^\/etc\/apt\b|\/php\.ini-(?:production|development)$/.test(path)) return false;
      return !roots.some((root) => isInside(path, root));
    });
    const absolute = ofSystem.map((word) =>
      word.startsWith('/') ? word : `${step.directory!}/${word}`,
    );
    return absolute.length === 0 ? [] : [`rm -rf ${absolute.join(' ')}`];
  });
}

/** Packages of Node.js that only the build of pages and styles needs, to be removed behind it. */
export function nodeModules(
  { steps }: Subject,
  roots: readonly string[],
  texts: ReadonlyMap<string, string>,
): string[] {
  if (texts.size === 0 || [...texts.values()].some((text) => text.includes('node_modules')))
    return [];
  const found = steps.flatMap((step) => {
    const installs =
      step.certain &&
      /^(?:npm|yarn|pnpm)$/.test(step.program) &&
      /^(?:install|ci|i|--\S+)?$/.test(step.args[0] ?? '') &&
      !step.args.some((arg) => /^(?:-g|--global)$/.test(arg)) &&
      step.args.slice(1).every((arg) => arg.startsWith('-'));
    const { directory } = step;
    if (!installs || directory === undefined || !roots.some((root) => isInside(directory, root)))
      return [];
    return [`${directory}/node_modules`];
  });
  const gone = steps.some(
    ({ program, args }) => program === 'rm' && args.some((arg) => arg.includes('node_modules')),
  );
  return gone ? [] : [...new Set(found)];
}

/** Variables that hold lists of packages, by the names that people give them. */
export const packageLists = ({ doc }: Subject): string[] =>
  doc
    .only('ENV')
    .flatMap(({ pairs }) => pairs)
    .flatMap(({ name }) =>
      /(?:^|_)(?:PACKAGES|PKGS|DEPS|DEPENDENCIES)$/.test(name) ? [name] : [],
    );
