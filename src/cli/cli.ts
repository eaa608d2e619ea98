import { parse, type Command, type Parsed } from './args.ts';
import { UsageError } from './errors.ts';
import { Log } from './log.ts';
import { Output } from './output.ts';
import type { FixArguments } from './request.ts';
import { visible } from './terminal.ts';
import type { BuildingArguments } from './verify-request.ts';

interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Runs a command line; gives the exit status. */
export async function cli(
  argv: readonly string[],
  version: string,
  { stdout, stderr }: Streams = process,
): Promise<number> {
  const log = new Log(stderr);
  try {
    return await command(await parse(argv, version), new Output(stdout), log);
  } catch (error) {
    const message =
      error instanceof UsageError ? error.message : `${String(error)}; please report it`;
    log.line(`dockopt: ${visible(message)}`);
    return 2;
  }
}

async function command(parsed: Command, out: Output, log: Log): Promise<number> {
  if (parsed.name === 'none') return 0;
  if (parsed.name === 'fix') {
    const { readRequest } = await import('./request.ts');
    const { run } = await import('./run.ts');
    const request = readRequest(fixArguments(parsed.given));
    if (last(parsed.given['verify']) !== true) return run(request, out, log);
    if (request.paths.includes('-')) throw new UsageError('--verify takes files, not "-"');
    const { readBuilding } = await import('./verify-request.ts');
    const { withBench, verifier } = await import('./verify.ts');
    const given = readBuilding(building(parsed.given));
    return withBench(given, log, (bench) => run(request, out, log, verifier(request, bench, log)));
  }
  if (parsed.name === 'verify') {
    const { readVerifyRequest } = await import('./verify-request.ts');
    const { verify } = await import('./verify.ts');
    return verify(readVerifyRequest(fixArguments(parsed.given), building(parsed.given)), out, log);
  }
  const shown = parsed.name === 'list' ? await list(parsed.given) : await explain(parsed.given);
  await out.write(shown);
  await out.flush();
  return 0;
}

async function list(given: Parsed): Promise<string> {
  const { listJson, listText } = await import('./catalog.ts');
  const { oneOf } = await import('./request.ts');
  if (given._.length > 0) throw new UsageError('list takes no names; see dockopt explain ID');
  const format = oneOf('--format', text(given['format']) ?? 'text', ['text', 'json']);
  return format === 'json' ? listJson() : listText();
}

async function explain(given: Parsed): Promise<string> {
  const { explainText } = await import('./catalog.ts');
  const { transformNamed } = await import('./request.ts');
  const ids = given._.map(String);
  if (ids.length === 0)
    throw new UsageError('explain needs the ID of a transform; see dockopt list');
  return ids.map((id) => explainText(transformNamed(id))).join('\n');
}

function fixArguments(given: Parsed): FixArguments {
  const isSet = (name: string): boolean => last(given[name]) === true;
  const strings = (name: string): string[] => (given[name] as string[] | undefined) ?? [];
  return {
    paths: given._.map(String),
    safe: isSet('safe'),
    unsafe: isSet('unsafe'),
    only: strings('only'),
    skip: strings('skip'),
    also: strings('also'),
    set: strings('set'),
    check: isSet('check'),
    write: isSet('write'),
    verbose: isSet('verbose'),
    format: text(given['format']),
    context: text(given['context']),
    finalBase: text(given['final-base']),
    caching: text(given['caching']),
  };
}

function building(given: Parsed): BuildingArguments {
  const isSet = (name: string): boolean => last(given[name]) === true;
  const strings = (name: string): string[] => (given[name] as string[] | undefined) ?? [];
  return {
    builder: text(given['builder']),
    buildArgs: strings('build-arg'),
    target: text(given['target']),
    secrets: strings('secret'),
    platform: text(given['platform']),
    buildNetwork: text(given['build-network']),
    definition: text(given['definition']),
    noCache: isSet('no-cache'),
    noFrontend: isSet('builtin-frontend'),
    run: strings('run'),
    http: strings('http'),
    health: isSet('health'),
    env: strings('env'),
    network: text(given['network']),
    buildTimeout: text(given['build-timeout']),
    runTimeout: text(given['run-timeout']),
    keep: isSet('keep'),
    budget: text(given['budget']),
    layers: isSet('layers'),
    rebuild: text(given['rebuild']),
    skipRebuild: isSet('skip-rebuild'),
  };
}

/** Of an option that is given twice the last counts. */
const last = (value: unknown): unknown => (Array.isArray(value) ? value.at(-1) : value);

const text = (value: unknown): string | undefined => last(value) as string | undefined;
