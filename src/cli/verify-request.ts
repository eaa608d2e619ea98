import type { EngineName } from '../verify/engine.ts';
import { ENGINES } from '../verify/choose.ts';
import { SmokeError, smokeChecks } from '../verify/smoke.ts';
import type { Budget } from '../verify/verification.ts';
import { UsageError } from './errors.ts';
import { oneOf, readRequest, type FixArguments, type Request } from './request.ts';

const FORMATS = ['table', 'json', 'markdown'] as const;

/** How images are built and tested. */
export interface Building {
  readonly builder: EngineName | undefined;
  /** Handed on to the builder. */
  readonly flags: readonly string[];
  readonly definition: string | undefined;
  readonly noCache: boolean;
  readonly noFrontend: boolean;
  readonly smoke: Parameters<typeof smokeChecks>[0];
  readonly network: string;
  readonly buildSeconds: number;
  readonly runSeconds: number;
  readonly keep: boolean;
}

/** What `dockopt verify` is asked to do. */
export interface VerifyRequest {
  readonly fix: Request;
  readonly building: Building;
  readonly budget: Budget | undefined;
  readonly layers: boolean;
  readonly rebuild: string | undefined;
  readonly skipRebuild: boolean;
  readonly format: (typeof FORMATS)[number];
}

/** The options as they are parsed. */
export interface BuildingArguments {
  readonly builder: string | undefined;
  readonly buildArgs: readonly string[];
  readonly target: string | undefined;
  readonly secrets: readonly string[];
  readonly platform: string | undefined;
  readonly buildNetwork: string | undefined;
  readonly definition: string | undefined;
  readonly noCache: boolean;
  readonly noFrontend: boolean;
  readonly run: readonly string[];
  readonly http: readonly string[];
  readonly health: boolean;
  readonly env: readonly string[];
  readonly network: string | undefined;
  readonly buildTimeout: string | undefined;
  readonly runTimeout: string | undefined;
  readonly keep: boolean;
  readonly budget: string | undefined;
  readonly layers: boolean;
  readonly rebuild: string | undefined;
  readonly skipRebuild: boolean;
}

/** Throws a `UsageError` for what does not fit together. */
export async function readVerifyRequest(
  choice: FixArguments,
  given: BuildingArguments,
): Promise<VerifyRequest> {
  if (choice.paths.includes('-')) throw new UsageError('verify takes files, not "-"');
  const { layers, rebuild, skipRebuild } = given;
  if (rebuild !== undefined && skipRebuild) {
    throw new UsageError('--rebuild and --skip-rebuild exclude each other');
  }
  return {
    fix: await readRequest({ ...choice, reports: [] }),
    building: readBuilding(given),
    budget: given.budget === undefined ? undefined : readBudget(given.budget),
    layers,
    rebuild,
    skipRebuild,
    format: oneOf('--format', choice.reports.at(-1)?.format ?? 'table', FORMATS),
  };
}

export function readBuilding(given: BuildingArguments): Building {
  const { builder, definition, noCache, noFrontend, keep, network = 'none' } = given;
  const one = (flag: string, value: string | undefined): string[] =>
    value === undefined ? [] : [flag, value];
  const each = (flag: string, values: readonly string[]): string[] =>
    values.flatMap((value) => [flag, value]);
  const { run, http, health, env } = given;
  const smoke = { run, http, health, env };
  // A mistake is told before anything is built.
  checked(() => smokeChecks(smoke, () => 1));
  return {
    builder: builder === undefined ? undefined : oneOf('--builder', builder, ENGINES),
    flags: [
      ...each('--build-arg', given.buildArgs),
      ...one('--target', given.target),
      ...each('--secret', given.secrets),
      ...one('--platform', given.platform),
      ...one('--network', given.buildNetwork),
    ],
    definition,
    noCache,
    noFrontend,
    smoke,
    network,
    buildSeconds: seconds('--build-timeout', given.buildTimeout ?? '900'),
    runSeconds: seconds('--run-timeout', given.runTimeout ?? '60'),
    keep,
  };
}

function checked(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    throw error instanceof SmokeError ? new UsageError(error.message) : error;
  }
}

function seconds(option: string, text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new UsageError(`${option} takes a number of seconds, not ${JSON.stringify(text)}`);
}

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 1e3, M: 1e6, G: 1e9 };

/** `50MB`, `1000000`, `5%`. */
export function readBudget(text: string): Budget {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*(%|[KMG]?B?)$/i.exec(text) ?? [];
  if (number === '') throw new UsageError(`--budget takes 50MB or 5%, not ${JSON.stringify(text)}`);
  if (unit === '%') return { kind: 'percent', percent: Number(number) };
  const factor = UNITS[unit.toUpperCase().replace('B', '')] ?? 1;
  return { kind: 'bytes', bytes: Number(number) * factor };
}
