/** `dockopt init`: a configuration for the repository as it is. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config, Override } from '../../config.ts';
import { discover } from '../discover.ts';
import { UsageError } from '../errors.ts';
import { readRegularFile, readSource } from '../file.ts';
import { isOutside, withSlashes } from '../paths.ts';
import { count, visible } from '../terminal.ts';
import { isObject } from './check.ts';
import { NAMES } from './load.ts';

export const INIT_FORMATS = ['json', 'yaml', 'ts', 'mjs'] as const;

/** Directories of other people's code that are committed often. */
const VENDORED = /(?:^|\/)(?:vendor|third[_-]?party|external)\//;

const COMPOSE = /^(?:docker-)?compose(?:[.-].+)?\.ya?ml$/;
const MAX_BYTES = 1024 * 1024;

/** What a look at the repository tells. */
interface Seen {
  readonly files: readonly string[];
  /** The build context of a Dockerfile that is not its directory. */
  readonly contexts: ReadonlyMap<string, string>;
  readonly vendored: readonly string[];
  readonly usesCacheMounts: boolean;
}

/** Writes a configuration into the current directory; gives what to tell the user. */
export async function init(format: (typeof INIT_FORMATS)[number]): Promise<string> {
  const present = NAMES.find((name) => existsSync(name));
  if (present !== undefined) throw new UsageError(`there is a ${present} already; edit it`);
  const seen = await look();
  const config = configFor(seen);
  const file = `dockopt.config.${format}`;
  writeFileSync(file, await render(config, format), { flag: 'wx' });
  const lines = [
    `wrote ${file}`,
    `${count(seen.files.length, 'Dockerfile')} below this directory`,
    ...[...seen.contexts].map(
      ([name, context]) => `${visible(name)}: a compose file builds it from ${visible(context)}`,
    ),
    ...seen.vendored.map((name) => `${visible(name)}: left alone, as it looks like others' code`),
    ...(seen.usesCacheMounts ? ['cache mounts are in use already: caching is mounts'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

async function look(): Promise<Seen> {
  const files: string[] = [];
  const vendored = new Set<string>();
  let usesCacheMounts = false;
  for await (const target of discover(['.'])) {
    if (target.kind !== 'file') continue;
    const match = VENDORED.exec(target.path);
    if (match) vendored.add(target.path.slice(0, match.index + match[0].length));
    else files.push(target.path);
    usesCacheMounts ||= !match && hasCacheMount(target.real);
  }
  const contexts = new Map<string, string>();
  const directories = new Set(['.', ...files.flatMap(ancestors)]);
  for (const directory of directories) {
    for (const [file, context] of await builtBy(directory)) {
      if (files.includes(file)) contexts.set(file, context);
    }
  }
  return { files, contexts, vendored: [...vendored], usesCacheMounts };
}

function hasCacheMount(file: string): boolean {
  try {
    return /^[^#]*--mount=type=cache/m.test(readSource(file).text);
  } catch {
    return false;
  }
}

function ancestors(file: string): string[] {
  const all: string[] = [];
  for (let at = path.posix.dirname(file); at !== '.'; at = path.posix.dirname(at)) all.push(at);
  return all;
}

/** The Dockerfiles that the compose files of a directory build from another context than theirs. */
async function builtBy(directory: string): Promise<(readonly [string, string])[]> {
  const found: (readonly [string, string])[] = [];
  for (const name of readdirSync(directory).filter((entry) => COMPOSE.test(entry))) {
    const services = await servicesOf(path.join(directory, name));
    for (const service of services) {
      const build = isObject(service) ? service['build'] : undefined;
      if (!isObject(build) || typeof build['dockerfile'] !== 'string') continue;
      const { context: given = '.' } = build;
      if (typeof given !== 'string') continue;
      const context = path.normalize(path.join(directory, given));
      const file = path.normalize(path.join(context, build['dockerfile']));
      if (isOutside(file) || isOutside(context) || path.dirname(file) === context) continue;
      found.push([withSlashes(file), withSlashes(context).replace(/\/$/, '')]);
    }
  }
  return found;
}

/** https://docs.docker.com/reference/compose-file/build/, read 2026-11-26. */
async function servicesOf(file: string): Promise<unknown[]> {
  const { parse } = await import('yaml');
  try {
    const value: unknown = parse(readRegularFile(file, MAX_BYTES).toString('utf8'));
    const services = isObject(value) ? value['services'] : undefined;
    return isObject(services) ? Object.values(services) : [];
  } catch {
    // A template, or none of ours: it tells nothing.
    return [];
  }
}

function configFor({ contexts, vendored, usesCacheMounts }: Seen): Config {
  const overrides: Override[] = [...new Set(contexts.values())].map((context) => ({
    files: [...contexts].filter(([, other]) => other === context).map(([file]) => pattern(file)),
    context,
  }));
  const schema = 'node_modules/dockopt/config.schema.json';
  return {
    ...(existsSync(schema) ? { $schema: `./${schema}` } : {}),
    level: 'suggested',
    ...(usesCacheMounts ? { caching: 'mounts' } : {}),
    ...(vendored.length > 0 ? { ignore: vendored.map(pattern) } : {}),
    ...(overrides.length > 0 ? { overrides } : {}),
  };
}

/** A pattern that matches this path alone. */
const pattern = (file: string): string =>
  `/${file.replace(/[\\*?[\]]/g, String.raw`\$&`).replace(/ $/, String.raw`\ `)}`;

async function render(config: Config, format: (typeof INIT_FORMATS)[number]): Promise<string> {
  if (format === 'yaml') return (await import('yaml')).stringify(config);
  if (format === 'json') return `${JSON.stringify(config, null, 2)}\n`;
  const { $schema: _, ...rest } = config;
  const value = JSON.stringify(rest, null, 2);
  return format === 'ts'
    ? `import { defineConfig } from 'dockopt';\n\nexport default defineConfig(${value});\n`
    : `/** @type {import('dockopt').Config} */\nexport default ${value};\n`;
}
