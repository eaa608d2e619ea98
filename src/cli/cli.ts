import { ownSettings, parse, type Command, type Parsed } from './args.ts';
import { FileError, UsageError } from './errors.ts';
import type { Verifier } from './file-fixer.ts';
import { Log } from './log.ts';
import { Output } from './output.ts';
import type { MigrationArguments } from './migrate-request.ts';
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
    return await command(await parse(argv, version), version, new Output(stdout), log);
  } catch (error) {
    const message =
      error instanceof UsageError || error instanceof FileError
        ? error.message
        : `${String(error)}; please report it`;
    log.line(`dockopt: ${visible(message)}`);
    return 2;
  }
}

async function command(parsed: Command, version: string, out: Output, log: Log): Promise<number> {
  if (parsed.name === 'none') return 0;
  if (parsed.name === 'fix' || parsed.name === 'run') return fix(parsed, out, log);
  if (parsed.name === 'verify') {
    const { readVerifyRequest } = await import('./verify-request.ts');
    const { verify } = await import('./verify.ts');
    const { given } = parsed;
    const request = await readVerifyRequest(fixArguments(parsed), buildingArguments(given));
    return verify(request, out, log);
  }
  if (parsed.name === 'migrate') return migrate(parsed, out, log);
  if (parsed.name === 'lsp') return serve(parsed, version);
  await out.write(await shown(parsed, version));
  await out.flush();
  return 0;
}

async function serve({ given }: Given, version: string): Promise<number> {
  const { readServerRequest } = await import('../lsp/request.ts');
  const request = readServerRequest({
    paths: given._.map(String),
    level: text(given['level']),
    config: text(given['config']),
    noConfig: last(given['no-config']) === true,
  });
  return (await import('../lsp/server.ts')).serve(request, version);
}

async function fix(parsed: Given, out: Output, log: Log): Promise<number> {
  const { readRequest } = await import('./request.ts');
  const request = await readRequest(fixArguments(parsed), parsed.own);
  const file = text(parsed.given['print-config']);
  if (file !== undefined) {
    const { printConfig } = await import('./config/print.ts');
    await out.write(await printConfig(file, request));
    await out.flush();
    return 0;
  }
  if (last(parsed.given['interactive']) === true) {
    const { assertInteractive, interactive } = await import('./interactive/run.ts');
    assertInteractive(request, last(parsed.given['verify']) === true);
    return interactive(request, log);
  }
  const { run } = await import('./run.ts');
  if (last(parsed.given['verify']) !== true) return run(request, out, log);
  if (request.paths.includes('-')) throw new UsageError('--verify takes files, not "-"');
  return withVerifier(parsed.given, log, (verifier) => run(request, out, log, verifier));
}

/** Does the work with a builder that says what holds. */
async function withVerifier(
  given: Parsed,
  log: Log,
  work: (verifier: Verifier) => Promise<number>,
): Promise<number> {
  const { readBuilding } = await import('./verify-request.ts');
  const { withBench, verifier } = await import('./verify.ts');
  const building = readBuilding(buildingArguments(given));
  return withBench(building, log, (bench) => work(verifier(bench, log)));
}

async function migrate(parsed: Given, out: Output, log: Log): Promise<number> {
  const { readMigrateRequest } = await import('./migrate-request.ts');
  const { given } = parsed;
  const request = await readMigrateRequest(fixArguments(parsed), migration(given));
  if (request.merge.length > 0)
    return (await import('../migrate/merge.ts')).merge(request, out, log);
  if (request.marks.length > 0) return (await import('../migrate/mark.ts')).mark(request, out);
  const { migrate: run } = await import('../migrate/migration.ts');
  if (!request.verify) return run(request, out, log);
  return withVerifier(given, log, (verifier) => run(request, out, log, verifier));
}

/** What a command prints that changes no Dockerfile. */
async function shown({ name, given }: Given, version: string): Promise<string> {
  if (name === 'list') return list(given);
  if (name === 'init') return init(given);
  if (name === 'new-transform') {
    const { newTransform } = await import('./new-transform.ts');
    const [id, ...others] = given._.map(String);
    if (id === undefined || others.length > 0) throw new UsageError('new-transform needs one ID');
    return newTransform(id, version, { js: last(given['js']) === true });
  }
  return explain(given);
}

async function init(given: Parsed): Promise<string> {
  const { init: write, INIT_FORMATS } = await import('./config/init.ts');
  const { oneOf } = await import('./request.ts');
  if (given._.length > 0) throw new UsageError('init takes no names; run it where it shall write');
  return write(oneOf('--format', text(given['format']) ?? 'json', INIT_FORMATS));
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

type Given = Exclude<Command, { readonly name: 'none' }>;

function fixArguments({ given, reports, own }: Given): FixArguments {
  const { isSet, strings, text } = valuesOf(given);
  return {
    paths: given._.map(String),
    staged: isSet('staged'),
    changed: text('changed'),
    safe: isSet('safe'),
    unsafe: isSet('unsafe'),
    only: strings('only'),
    skip: strings('skip'),
    also: strings('also'),
    pin: isSet('pin'),
    set: [...strings('set'), ...ownSettings(own, given)],
    check: isSet('check'),
    write: isSet('write'),
    verbose: isSet('verbose'),
    reports,
    level: text('level'),
    config: text('config'),
    noConfig: isSet('no-config'),
    context: text('context'),
    finalBase: text('final-base'),
    caching: text('caching'),
  };
}

function buildingArguments(given: Parsed): BuildingArguments {
  const { isSet, strings, text } = valuesOf(given);
  return {
    builder: text('builder'),
    buildArgs: strings('build-arg'),
    target: text('target'),
    secrets: strings('secret'),
    platform: text('platform'),
    buildNetwork: text('build-network'),
    definition: text('definition'),
    noCache: isSet('no-cache'),
    noFrontend: isSet('builtin-frontend'),
    run: strings('run'),
    http: strings('http'),
    health: isSet('health'),
    env: strings('env'),
    network: text('network'),
    buildTimeout: text('build-timeout'),
    runTimeout: text('run-timeout'),
    keep: isSet('keep'),
    budget: text('budget'),
    layers: isSet('layers'),
    rebuild: text('rebuild'),
    skipRebuild: isSet('skip-rebuild'),
  };
}

function migration(given: Parsed): MigrationArguments {
  const { isSet, strings, text } = valuesOf(given);
  return {
    by: text('by'),
    depth: text('depth'),
    maxFiles: text('max-files'),
    out: text('out'),
    branches: isSet('branches'),
    branchPrefix: text('branch-prefix'),
    allowDirty: isSet('allow-dirty'),
    titlePrefix: text('title-prefix'),
    limit: text('limit'),
    shard: text('shard'),
    merge: isSet('merge'),
    reject: strings('reject'),
    postpone: strings('postpone'),
    reopen: strings('reopen'),
    jobs: text('jobs'),
    verify: isSet('verify'),
  };
}

/** The values of options by their names. */
const valuesOf = (given: Parsed) => ({
  isSet: (name: string): boolean => last(given[name]) === true,
  strings: (name: string): string[] => (given[name] as string[] | undefined) ?? [],
  text: (name: string): string | undefined => text(given[name]),
});

/** Of an option that is given twice the last counts. */
const last = (value: unknown): unknown => (Array.isArray(value) ? value.at(-1) : value);

const text = (value: unknown): string | undefined => last(value) as string | undefined;
