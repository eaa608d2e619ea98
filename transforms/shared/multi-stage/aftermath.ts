import { commandText, valueOf, type Instruction } from '../../../src/kit.ts';
import { addsRepository, isOfNode } from './repositories.ts';
import { effectsOf, isDisposable, isShared } from './effects.ts';
import { pathFrom } from './steps.ts';
import type { NoPlan, Plan, Shipment, Step, Subject } from './types.ts';

/** What the steps that the plan does not account for leave behind in the image. */
export interface Aftermath {
  /** Files and directories that they make, and that may be needed. */
  readonly ships: readonly Shipment[];
  /** Commands that make users, empty directories and links: they can be run again. */
  readonly replay: readonly Step[];
  /** Empty directories; those that a user other than root made are not made again by root. */
  readonly directories: readonly { readonly path: string; readonly byUser: boolean }[];
  /** Who owns what, in order; the last that covers a path holds. */
  readonly owners: readonly Owner[];
  /** What chmod set, in order. */
  readonly modes: readonly { readonly path: string; readonly mode: string }[];
  /** The installations of packages of the distribution. */
  readonly installs: readonly Install[];
  /** A step adds a source of packages. */
  readonly repository: Step | undefined;
  /** A step adds the source of packages of Node.js or Yarn. */
  readonly nodeRepository: Step | undefined;
}

export interface Owner {
  readonly path: string;
  readonly owner: string;
  /** Set by --chown: holds for what the COPY brings, not for what is made there later. */
  readonly copied: boolean;
}

export interface Install {
  readonly step: Step;
  /** Undefined: the file does not tell. */
  readonly names: readonly string[] | undefined;
}

export const isInside = (path: string, directory: string): boolean =>
  path === directory || directory === '/' || path.startsWith(`${directory}/`);

/** Follows the steps through the image; the first step that cannot be accounted for ends it. */
export function aftermathOf(subject: Subject, plan: Plan): Aftermath | NoPlan {
  const made = new Map<string, Step>();
  const directories = new Map<string, Step>();
  const replay: Step[] = [];
  const owners: Owner[] = subject.brought.flatMap(({ path, owner }) =>
    path !== undefined && owner !== undefined ? [{ path, owner, copied: true }] : [],
  );
  const modes: { path: string; mode: string }[] = [];
  const installs: Install[] = [];
  let repository: Step | undefined;
  let nodeRepository: Step | undefined;
  const addRepository = (step: Step): void => {
    if (isOfNode(step)) nodeRepository ??= step;
    else repository ??= step;
  };
  const shipped = plan.candidates.flatMap(({ ships }) => ships.map(({ from }) => from));
  const isShipped = (path: string): boolean => shipped.some((from) => isInside(path, from));
  const holdsDirectory = (path: string): boolean =>
    [...directories.keys()].some((directory) => isInside(directory, path));

  for (const step of subject.steps) {
    const accounted = plan.accounted.has(step);
    if (!accounted && addsRepository(subject, step)) {
      addRepository(step);
      continue;
    }
    for (const effect of effectsOf(step)) {
      switch (effect.kind) {
        case 'packages':
          installs.push({ step, names: effect.names });
          // From another release or repository than the final stage would ask.
          if (step.args.some((arg) => ELSEWHERE.test(arg))) addRepository(step);
          break;
        case 'repository':
          if (!accounted) addRepository(step);
          break;
        case 'makes':
          for (const path of effect.paths) {
            // What a build writes is the plan's; what its output is redirected to is not.
            if (isDisposable(path) || (accounted && !step.writes.includes(path))) continue;
            if (!step.certain && !isShipped(path)) return notAccounted(step);
            if (isSystem(path)) return notAccounted(step);
            made.set(path, step);
          }
          break;
        case 'directories':
          if (accounted) break;
          for (const path of effect.paths) {
            if (isDisposable(path)) continue;
            directories.set(path, step);
            const user = userOf(step.run);
            if (user !== undefined) owners.push({ path, owner: user, copied: false });
          }
          break;
        case 'link':
          if (accounted || isDisposable(effect.path)) break;
          if (isShipped(effect.path)) break;
          if (!hasParent(effect.path) && !directories.has(parentOf(effect.path))) {
            return notAccounted(step);
          }
          if (!isRepeatable(step)) return notAccounted(step);
          replay.push(step);
          break;
        case 'removes':
          for (const path of effect.paths) {
            for (const map of [made, directories]) {
              for (const key of map.keys()) {
                if (!isInside(key, path)) continue;
                if (!step.certain) return notAccounted(step);
                map.delete(key);
              }
            }
          }
          break;
        case 'owner':
          for (const path of effect.paths)
            owners.push({ path, owner: effect.owner, copied: false });
          if (effect.paths.some(holdsDirectory)) replay.push(step);
          break;
        case 'mode':
          for (const path of effect.paths) modes.push({ path, mode: effect.mode });
          if (effect.paths.some(holdsDirectory)) replay.push(step);
          break;
        case 'account':
          if (accounted) break;
          if (!isRepeatable(step) || joinsUnknownGroup(subject, step)) return notAccounted(step);
          replay.push(step);
          break;
        case 'unknown':
          if (!accounted) return notAccounted(step);
          break;
        default:
      }
    }
  }
  const foreign: Shipment[] = [];
  for (const { copy, path } of foreignPaths(subject, isShipped)) {
    if (path === undefined || isShared(path)) {
      const detail = `what line ${copy.given.line} copies cannot be told from what was there`;
      return { reason: 'unaccounted', detail };
    }
    foreign.push({ from: path, made: true, copy });
  }
  const kept = [...directories].filter(
    ([path]) =>
      !isShipped(path) &&
      !isUsed(subject, path, [...shipped, ...made.keys(), ...foreign.map(({ from }) => from)]),
  );
  return {
    ships: [
      ...[...made.keys()]
        .filter((path) => !isShipped(path))
        .map((path) => ({ from: path, made: true })),
      ...foreign,
    ],
    replay: inOrder(subject, [
      ...replay,
      ...kept.filter(([, { run }]) => userOf(run) === undefined).map(([, step]) => step),
    ]).flatMap((step) =>
      again(
        step,
        kept.map(([path]) => path),
      ),
    ),
    directories: kept.map(([path, { run }]) => ({ path, byUser: userOf(run) !== undefined })),
    owners,
    modes,
    installs,
    repository,
    nodeRepository,
  };
}

/**
 * A chown or chmod as it can be run again: of the directories that are made again, and nothing that
 * is copied only behind it. Every other step as it is.
 */
function again(step: Step, directories: readonly string[]): Step[] {
  const { command } = step;
  if (!/^ch(?:own|mod|grp)$/.test(step.program) || !command) return [step];
  const isThere = (path: string | undefined): boolean =>
    path !== undefined && directories.some((directory) => isInside(directory, path));
  const at = step.args.findIndex((arg) => !arg.startsWith('-'));
  const gone = new Set(
    step.args.flatMap((arg, i) =>
      i > at && !arg.startsWith('-') && !isThere(pathFrom(step.directory, step.words[i + 1]))
        ? [i + 1]
        : [],
    ),
  );
  const all = step.args.filter((arg, i) => i > at && !arg.startsWith('-')).length;
  if (gone.size === 0) return [step];
  if (gone.size === all) return [];
  const first = command.words.length - step.words.length;
  const words = command.words.filter((_, i) => !gone.has(i - first));
  return [{ ...step, command: { ...command, words } }];
}

/** Does something go into a directory, or run there? Then it is no empty one, and no data of the application. */
const isUsed = (subject: Subject, path: string, shipped: readonly string[]): boolean =>
  shipped.some((from) => isInside(from, path)) ||
  subject.brought.some((one) => one.path !== undefined && isInside(one.path, path)) ||
  subject.steps.some(
    ({ directory }) => directory !== undefined && isInside(directory, path) && path !== '/',
  );

/** Options of apt-get and apk that name where packages come from. */
const ELSEWHERE =
  /^(?:-t|--target-release(?:=.*)?|--default-release(?:=.*)?|-X|--repository(?:=.*)?)$/;

/** Does it put a user into a group that a package makes, which the final stage may not install? */
function joinsUnknownGroup({ steps }: Subject, { program, args }: Step): boolean {
  const at = args.findIndex((arg) => /^-\w*G$|^--groups$/.test(arg));
  if (program !== 'usermod' || at < 0) return false;
  const made = new Set(
    steps
      .filter(({ program: name }) => /^(?:groupadd|addgroup)$/.test(name))
      .flatMap((step) => step.args),
  );
  return (args[at + 1] ?? '')
    .split(',')
    .some(
      (group) => !made.has(group) && !/^(?:www-data|users|staff|tty|nogroup|root)$/.test(group),
    );
}

/** The user of an instruction, where it is not root. */
export function userOf(run: Instruction): string | undefined {
  const user = run.state && valueOf(run.state.user);
  return user === undefined || /^(?:root|0)(?::|$)/.test(user) ? undefined : user;
}

/** Directories that every image has, so that a link can be made in them. */
export const hasParent = (path: string): boolean =>
  /^\/(?:(?:usr\/(?:local\/)?)?s?bin\/|etc\/|opt\/|var\/(?:log\/|lib\/)?|srv\/|)[^/]+$/.test(path);

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/**
 * Can the command be run again, alone, in another stage? It runs always, reads no pipe, and each
 * variable in it is one of the Dockerfile.
 */
function isRepeatable(step: Step): boolean {
  const { command, run, words, certain } = step;
  if (!command || !certain || command.redirects.length > 0) return false;
  const first = command.words.length - words.length;
  return words.every((word, i) => {
    if (word !== undefined) return true;
    const { text, scripts } = command.words[first + i]!;
    const names = [...text.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)].map(([, a, b]) => (a ?? b)!);
    return (
      scripts.length === 0 &&
      names.length > 0 &&
      names.every((name) => run.stage!.scope.at(run.index, name) !== undefined)
    );
  });
}

/** Tools of the build that people copy from other images. */
const TOOLS =
  /\/(?:composer|uv|uvx|pnpm|yarn|yarnpkg|bun|mvn|gradle|install-php-extensions|golangci-lint|xx-\w+|sccache|mold|hadolint)$/;

/** What is copied from other stages, images or addresses; undefined: to a place that is not known. */
function* foreignPaths(
  subject: Subject,
  isShipped: (path: string) => boolean,
): Generator<{ copy: Instruction; path: string | undefined }> {
  for (const { copy, source, path, origin } of subject.brought) {
    if (source !== undefined) continue;
    // Behind the last RUN it stays where it is.
    if (
      !subject.stage.instructions.some(
        ({ keyword, index }) => keyword === 'RUN' && index > copy.index,
      )
    )
      continue;
    if (path === undefined) yield { copy, path };
    else if (isShipped(path) || isDisposable(path) || TOOLS.test(origin ?? path)) continue;
    else if (TOOLS.test(`/${origin ?? ''}`)) continue;
    else yield { copy, path };
  }
}

/** Configuration that other parts of the system read: what it does cannot be told. */
const isSystem = (path: string): boolean =>
  /^\/(?:etc\/(?:ld\.so|sudoers|pam|apt|nsswitch|passwd|group|shadow|profile|environment|alternatives|ssl|ssh|init|rc|cron)|usr\/(?:lib|share)|lib|lib64|boot|var\/spool)/.test(
    path,
  );

const inOrder = (subject: Subject, steps: readonly Step[]): Step[] =>
  subject.steps.filter((step) => steps.includes(step));

function notAccounted(step: Step): NoPlan {
  const text = step.command ? commandText(step.command) : step.words.join(' ');
  return { reason: 'unaccounted', detail: `${brief(text)} (line ${step.run.given.line})` };
}

const brief = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** Who owns what is shipped from `path`: by --chown, by chown, or by the USER that made it. */
export function ownerOf(
  { from, made, file }: Shipment,
  aftermath: Aftermath,
  maker: Instruction | undefined,
): string | undefined {
  if (/^\/etc\/(?:passwd|group)$/.test(from)) return undefined;
  const set = aftermath.owners.findLast(
    (owner) => isInside(from, owner.path) && !(owner.copied && made && file === true),
  );
  if (set) return set.owner;
  return maker && userOf(maker);
}
