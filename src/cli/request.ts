import { statSync } from 'node:fs';
import path from 'node:path';
import { APPLICABILITIES, type AnyTransform, type Applicability } from '../engine/finding.ts';
import { OptionError, resolveOptions } from '../engine/options.ts';
import pinDigests from '../../transforms/pin-digests.ts';
import { transforms as all } from '../index.ts';
import type { Chosen } from './chosen.ts';
import { CACHINGS, FINAL_BASES } from './config/fields.ts';
import { Configs } from './config/load.ts';
import {
  cachingOptions,
  finalBaseOptions,
  mergeOptions,
  SettingsOf,
  type Given,
} from './config/settings.ts';
import { explainError, FileError, UsageError } from './errors.ts';
import { didYouMean } from '../model/nearest.ts';
import { readReports, type GivenReport, type ReportRequest } from './reports/request.ts';
import { visible } from './terminal.ts';

/** What `dockopt fix` is asked to do. */
export interface Request extends Given {
  readonly paths: readonly string[];
  /** Undefined: all that the paths name. */
  readonly chosen: Chosen | undefined;
  readonly configs: Configs;
  readonly check: boolean;
  readonly write: boolean;
  /** In the order in which they were asked for. */
  readonly reports: readonly ReportRequest[];
  readonly verbose: boolean;
}

/** The options of `fix` as they are parsed. */
export interface FixArguments {
  readonly paths: readonly string[];
  readonly staged: boolean;
  readonly changed: string | undefined;
  readonly safe: boolean;
  readonly unsafe: boolean;
  readonly level: string | undefined;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly also: readonly string[];
  readonly pin: boolean;
  readonly set: readonly string[];
  readonly check: boolean;
  readonly write: boolean;
  readonly verbose: boolean;
  readonly reports: readonly GivenReport[];
  readonly context: string | undefined;
  readonly finalBase: string | undefined;
  readonly caching: string | undefined;
  readonly config: string | undefined;
  readonly noConfig: boolean;
}

/** Throws a `UsageError` for what does not fit together. `own`: transforms of the command line. */
export async function readRequest(
  given: FixArguments,
  own: readonly AnyTransform[] = [],
): Promise<Request> {
  const paths = given.paths.length > 0 ? given.paths : ['.'];
  const { check, write, verbose, context, finalBase, caching } = given;
  if (given.safe && given.unsafe) throw new UsageError('--safe and --unsafe exclude each other');
  if (paths.includes('')) throw new UsageError('a path is empty');
  if (paths.includes('-')) {
    if (paths.length > 1) throw new UsageError('"-" (standard input) goes without other paths');
    if (write) throw new UsageError('"-" (standard input) goes without --write');
  }
  const chosen = await chosenBy(given);
  if (context !== undefined) assertDirectory(context);
  if (given.noConfig && given.config !== undefined) {
    throw new UsageError('--config and --no-config exclude each other');
  }
  const configs = new Configs({ enabled: !given.noConfig, file: given.config });
  const known = await knownFor(paths, configs, own);
  const ids = (list: readonly string[]): string[] =>
    list.flatMap((item) => item.split(',').map((id) => transformNamed(id.trim(), known).id));
  const [only, skip, also] = [ids(given.only), ids(given.skip), ids(given.also)];
  if (given.pin) also.push(pinDigests.id);
  assertSome(known, { only, skip, also });
  if (given.safe && !skip.includes(pinDigests.id) && [...only, ...also].includes(pinDigests.id)) {
    throw new UsageError(`--safe leaves out ${pinDigests.id}: a pinned image gets no updates`);
  }
  const request = {
    paths,
    chosen,
    configs,
    level: levelOf(given),
    only: own.length > 0 && only.length === 0 ? own.map(({ id }) => id) : only,
    skip,
    also,
    extra: own,
    options: mergeOptions([
      readOptions(given.set, known),
      finalBase === undefined
        ? {}
        : finalBaseOptions(oneOf('--final-base', finalBase, FINAL_BASES)),
      caching === undefined ? {} : cachingOptions(oneOf('--caching', caching, CACHINGS)),
    ]),
    check,
    write,
    reports: readReports(given.reports),
    context,
    verbose,
  };
  if (own.length > 0) await assertOptionsOf(own, request);
  return request;
}

async function chosenBy({ paths, staged, changed }: FixArguments): Promise<Chosen | undefined> {
  if (!staged && changed === undefined) return undefined;
  if (staged && changed !== undefined) {
    throw new UsageError('--staged and --changed exclude each other');
  }
  if (paths.includes('-')) throw new UsageError('--staged and --changed take files, not "-"');
  const { Chosen: Choice } = await import('./chosen.ts');
  return changed === undefined ? Choice.staged() : Choice.changed(changed);
}

/** What the transforms of the command line need is said once, and not for each file. */
async function assertOptionsOf(own: readonly AnyTransform[], request: Request): Promise<void> {
  const { options } = await new SettingsOf(request, request.configs).of('Dockerfile');
  try {
    for (const { id, options: specs } of own) resolveOptions(id, specs, options[id]);
  } catch (error) {
    throw error instanceof OptionError ? new UsageError(error.message) : error;
  }
}

function levelOf({ safe, unsafe, level }: FixArguments): Applicability | undefined {
  if (level === undefined) return safe ? 'safe' : unsafe ? 'unsafe' : undefined;
  if (safe || unsafe) throw new UsageError('--level goes without --safe and --unsafe');
  return oneOf('--level', level, APPLICABILITIES);
}

/** The transforms that the command line may name: the built-in ones, and those of the paths. */
async function knownFor(
  paths: readonly string[],
  configs: Configs,
  own: readonly AnyTransform[],
): Promise<readonly AnyTransform[]> {
  const known = new Map([...all, ...own].map((transform) => [transform.id, transform]));
  for (const given of ['.', ...paths]) {
    const directory = isDirectory(given) ? given : path.dirname(given);
    try {
      for (const transform of (await configs.of(directory))?.transforms ?? []) {
        if (!known.has(transform.id)) known.set(transform.id, transform);
      }
    } catch (error) {
      // Elsewhere it is said of the files that it is for.
      if (given === '.' && error instanceof FileError) throw new UsageError(error.message);
    }
  }
  return [...known.values()];
}

function isDirectory(given: string): boolean {
  try {
    return statSync(given).isDirectory();
  } catch {
    return false;
  }
}

export function oneOf<T extends string>(option: string, given: string, values: readonly T[]): T {
  const value = values.find((candidate) => candidate === given);
  if (value !== undefined) return value;
  throw new UsageError(`${option} takes ${values.join(' or ')}, not ${JSON.stringify(given)}`);
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

function assertSome(
  known: readonly AnyTransform[],
  { only, skip, also }: Pick<Given, 'only' | 'skip' | 'also'>,
): void {
  const chosen = known.some(
    ({ id, optIn }) =>
      !skip.includes(id) &&
      (also.includes(id) || (only.length === 0 ? optIn === undefined : only.includes(id))),
  );
  if (!chosen) throw new UsageError('--only and --skip leave no transform');
}

export function transformNamed(id: string, known: readonly AnyTransform[] = all): AnyTransform {
  const transform = known.find((candidate) => candidate.id === id);
  if (transform) return transform;
  const ids = known.map((candidate) => candidate.id);
  const hint = didYouMean(id, ids) || '; see dockopt list';
  throw new UsageError(`no transform is called ${JSON.stringify(id)}${hint}`);
}

function readOptions(
  settings: readonly string[],
  known: readonly AnyTransform[],
): Record<string, Record<string, string>> {
  const options: Record<string, Record<string, string>> = {};
  for (const setting of settings) {
    const parts = /^([^.=]+)\.([^=]+)=(.*)$/s.exec(setting);
    if (!parts) throw new UsageError(`--set takes ID.OPTION=VALUE, not ${JSON.stringify(setting)}`);
    const [, id, name, value] = parts as unknown as [string, string, string, string];
    const transform = transformNamed(id, known);
    (options[id] ??= {})[name] = value;
    try {
      resolveOptions(id, transform.options, options[id], { partial: true });
    } catch (error) {
      throw error instanceof OptionError ? new UsageError(error.message) : error;
    }
  }
  return options;
}
