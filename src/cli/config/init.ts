/** `dockopt init`: a configuration for the repository as it is. */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config, Override } from '../../config.ts';
import { ComposeFiles } from '../compose.ts';
import { discover } from '../discover.ts';
import { UsageError } from '../errors.ts';
import { readSource } from '../file.ts';
import { isOutside, withSlashes } from '../paths.ts';
import { count, visible } from '../terminal.ts';
import { NAMES } from './load.ts';

export const INIT_FORMATS = ['json', 'yaml', 'ts', 'mjs'] as const;

/** Directories of other people's code that are committed often. */
const VENDORED = /(?:^|\/)(?:vendor|third[_-]?party|external)\//;

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
  const compose = new ComposeFiles();
  for (const directory of directories) {
    for (const [file, context] of builtBy(compose, directory)) {
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
const builtBy = (compose: ComposeFiles, directory: string): (readonly [string, string])[] =>
  compose.buildsIn(path.resolve(directory)).flatMap(({ context, dockerfile }) => {
    const file = path.relative('', dockerfile);
    const where = path.relative('', context);
    if (isOutside(file) || isOutside(where) || path.dirname(dockerfile) === context) return [];
    return [[withSlashes(file), withSlashes(where) || '.'] as const];
  });

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
