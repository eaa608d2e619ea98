import { statSync } from 'node:fs';
import type { AnyTransform, Applicability } from '../engine/finding.ts';
import { OptionError, resolveOptions } from '../engine/options.ts';
import { transforms as all } from '../index.ts';
import pinDigests from '../../transforms/pin-digests.ts';
import { explainError, UsageError } from './errors.ts';
import { didYouMean } from './nearest.ts';
import { visible } from './terminal.ts';

const FORMATS = ['diff', 'json'] as const;

/** What `dockopt fix` is asked to do. */
export interface Request {
  readonly paths: readonly string[];
  readonly level: Applicability;
  readonly transforms: readonly AnyTransform[];
  /** Option values by transform id. */
  readonly options: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly check: boolean;
  readonly write: boolean;
  /** Undefined: not said. */
  readonly format: 'diff' | 'json' | undefined;
  /** The build context; undefined: the directory of each file. */
  readonly context: string | undefined;
  readonly verbose: boolean;
}

/** The options of `fix` as they are parsed. */
export interface FixArguments {
  readonly paths: readonly string[];
  readonly safe: boolean;
  readonly unsafe: boolean;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly also: readonly string[];
  readonly pin: boolean;
  readonly set: readonly string[];
  readonly check: boolean;
  readonly write: boolean;
  readonly verbose: boolean;
  readonly format: string | undefined;
  readonly context: string | undefined;
  readonly finalBase: string | undefined;
  readonly caching: string | undefined;
}

/** Throws a `UsageError` for what does not fit together. */
export function readRequest(given: FixArguments): Request {
  const paths = given.paths.length > 0 ? given.paths : ['.'];
  const { check, write, verbose, format, context, finalBase, caching } = given;
  const settings = [
    ...given.set,
    ...(finalBase === undefined ? [] : [finalBaseSetting(finalBase)]),
    ...(caching === undefined ? [] : cachingSettings(caching)),
  ];
  if (given.safe && given.unsafe) throw new UsageError('--safe and --unsafe exclude each other');
  const transforms = select(given);
  if (given.safe && transforms.includes(pinDigests)) {
    throw new UsageError(`--safe leaves out ${pinDigests.id}: a pinned image gets no updates`);
  }
  if (paths.includes('')) throw new UsageError('a path is empty');
  if (paths.includes('-')) {
    if (paths.length > 1) throw new UsageError('"-" (standard input) goes without other paths');
    if (write) throw new UsageError('"-" (standard input) goes without --write');
  }
  if (context !== undefined) assertDirectory(context);
  return {
    paths,
    level: given.safe ? 'safe' : given.unsafe ? 'unsafe' : 'suggested',
    transforms,
    options: readOptions(settings),
    check,
    write,
    format: format === undefined ? undefined : oneOf('--format', format, FORMATS),
    context,
    verbose,
  };
}

export function oneOf<T extends string>(option: string, given: string, values: readonly T[]): T {
  const value = values.find((candidate) => candidate === given);
  if (value !== undefined) return value;
  throw new UsageError(`${option} takes ${values.join(' or ')}, not ${JSON.stringify(given)}`);
}

/** `--final-base KIND` is short for an option of `multi-stage`. */
function finalBaseSetting(given: string): string {
  const kinds = ['auto', 'scratch', 'distroless', 'alpine', 'slim'];
  return `multi-stage.finalBase=${oneOf('--final-base', given, kinds)}`;
}

/** `--caching HOW` is one decision for the two transforms that it concerns: never both. */
function cachingSettings(given: string): string[] {
  const how = oneOf('--caching', given, ['cleanup', 'mounts']);
  return [`clean-package-caches.caching=${how}`, `use-cache-mounts.caching=${how}`];
}

function assertDirectory(directory: string): void {
  let reason = 'it is no directory';
  try {
    if (statSync(directory).isDirectory()) return;
  } catch (error) {
    reason = explainError(error);
  }
  throw new UsageError(`--context ${visible(directory)}: ${reason}`);
}

function select({ only, skip, also, pin }: FixArguments): AnyTransform[] {
  const wanted = new Set(only.flatMap(idsIn));
  const unwanted = new Set(skip.flatMap(idsIn));
  const more = new Set(also.flatMap(idsIn));
  if (pin) more.add(pinDigests.id);
  const isWanted = ({ id, optIn }: AnyTransform): boolean =>
    more.has(id) || (wanted.size === 0 ? optIn === undefined : wanted.has(id));
  const chosen = all.filter((transform) => isWanted(transform) && !unwanted.has(transform.id));
  if (chosen.length > 0) return chosen;
  throw new UsageError('--only and --skip leave no transform');
}

const idsIn = (list: string): string[] =>
  list
    .split(',')
    .map((id) => id.trim())
    .map((id) => transformNamed(id).id);

export function transformNamed(id: string): AnyTransform {
  const transform = all.find((candidate) => candidate.id === id);
  if (transform) return transform;
  const hint =
    didYouMean(
      id,
      all.map((known) => known.id),
    ) || '; see dockopt list';
  throw new UsageError(`no transform is called ${JSON.stringify(id)}${hint}`);
}

function readOptions(settings: readonly string[]): Record<string, Record<string, string>> {
  const options: Record<string, Record<string, string>> = {};
  for (const setting of settings) {
    const parts = /^([^.=]+)\.([^=]+)=(.*)$/s.exec(setting);
    if (!parts) throw new UsageError(`--set takes ID.OPTION=VALUE, not ${JSON.stringify(setting)}`);
    const [, id, name, value] = parts as unknown as [string, string, string, string];
    const transform = transformNamed(id);
    (options[id] ??= {})[name] = value;
    try {
      resolveOptions(id, transform.options, options[id]);
    } catch (error) {
      throw error instanceof OptionError ? new UsageError(error.message) : error;
    }
  }
  return options;
}
