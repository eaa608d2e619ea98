import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Document } from '../model/document.ts';
import { chooseEngine } from '../verify/choose.ts';
import { definitionOf, namedDefinition, type Definition } from '../verify/definition.ts';
import { messageOf, Trouble } from '../verify/errors.ts';
import { isRootHere, networkOf } from '../verify/network.ts';
import { SmokeError, smokeChecks, smokeFor } from '../verify/smoke.ts';
import { Trials, type Subject } from '../verify/trial.ts';
import type { Settings } from './config/settings.ts';
import type { Log } from './log.ts';
import { visible } from './terminal.ts';
import type { Building } from './verify-request.ts';

/** Where Dockerfiles are tried, until Ctrl-C. */
export interface Bench {
  readonly building: Building;
  readonly trials: Trials;
  readonly signal: AbortSignal;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does the work with a builder, and removes all that was made; gives the exit status. */
export async function withBench(
  building: Building,
  log: Log,
  work: (bench: Bench) => Promise<number>,
): Promise<number> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    const status = await withEngine(building, controller.signal, work);
    if (!controller.signal.aborted) return status;
    log.line('dockopt: interrupted; what it had made is removed');
    return 2;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    log.line(`dockopt: ${visible(messageOf(error))}`);
    return 2;
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

async function withEngine(
  building: Building,
  signal: AbortSignal,
  work: (bench: Bench) => Promise<number>,
): Promise<number> {
  const { builder, buildSeconds, runSeconds, network, keep } = building;
  const limits = { buildSeconds, runSeconds, signal };
  const { engine, version } = await chooseEngine(builder, limits);
  if (building.smoke.http.length > 0) assertReachable(network);
  const folder = mkdtempSync(path.join(tmpdir(), 'dockopt-verify-'));
  try {
    const trials = new Trials(engine, version, networkOf(engine, network), folder);
    return await work({ building, trials, signal });
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await engine.cleanUp(keep);
  }
}

function assertReachable(network: string): void {
  if (network !== 'none' || isRootHere()) return;
  throw new Trouble(
    'only root can ask a container that has no network: name one, such as --network bridge',
  );
}

/** How the images of a Dockerfile are built and asked. */
export async function subjectOf(
  file: string,
  text: string,
  { context, verify }: Pick<Settings, 'context' | 'verify'>,
  { building }: Bench,
  log: Log,
): Promise<Subject> {
  const { flags, noCache, noFrontend } = building;
  const described = await describedBuild(file, building, log);
  return {
    file,
    context: context ?? described?.context ?? path.dirname(file),
    // What the command line says comes last, and counts.
    flags: [...(described?.flags ?? []), ...flags],
    noCache,
    noFrontend,
    checks: checksOf(text, building, verify),
  };
}

async function describedBuild(
  file: string,
  { definition }: Building,
  log: Log,
): Promise<Definition | undefined> {
  if (definition !== undefined) {
    const named = await namedDefinition(definition, file);
    for (const remark of named.remarks) log.at(file, undefined, remark);
    return named;
  }
  const { found, remarks } = await definitionOf(file);
  for (const remark of [...remarks, ...(found?.remarks ?? [])]) log.at(file, undefined, remark);
  if (!found) return undefined;
  const name = path.relative(process.cwd(), found.file);
  log.at(file, undefined, `built as ${name} says of ${found.target}`);
  return found;
}

function checksOf(text: string, { smoke, network }: Building, verify: Settings['verify']) {
  try {
    const checks = smokeChecks(smokeFor(smoke, verify), () => exposedPort(text));
    if (checks.some(({ kind }) => kind === 'http')) assertReachable(network);
    return checks;
  } catch (error) {
    throw error instanceof SmokeError ? new Trouble(error.message) : error;
  }
}

/** The one port that the file says the image listens on. */
function exposedPort(text: string): number {
  const { instructions, shipped } = new Document(text);
  const ports = instructions
    .filter(({ keyword, stage }) => keyword === 'EXPOSE' && stage && shipped.has(stage))
    .flatMap(({ words }) => words.map((word) => /^(\d+)(?:\/tcp)?$/.exec(word.text)?.[1]));
  const [port] = ports;
  if (ports.length === 1 && port !== undefined) return Number(port);
  throw new SmokeError('the Dockerfile exposes no port, or several: write --http PORT/PATH');
}
