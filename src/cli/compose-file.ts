import path from 'node:path';
import { parse } from 'yaml';
import type { ContainerMount } from '../facts/context.ts';
import { withSlashes } from './paths.ts';

/** A service of a compose file that is built from a Dockerfile, with absolute paths. */
export interface Build {
  /** The compose file. */
  readonly file: string;
  readonly context: string;
  readonly dockerfile: string;
  /** What is mounted into its containers. */
  readonly mounts: readonly ContainerMount[];
}

/**
 * The services of a compose file that are built here: `build: DIR`, or `context:` and `dockerfile:`
 * below `build:`. https://docs.docker.com/reference/compose-file/build/, read 2026-11-25. What holds
 * a variable is left out, and so is the context of another place.
 */
export function buildsOf(text: string, file: string): Build[] {
  return servicesIn(text).flatMap((service) => {
    const build = readBuild(service['build']);
    if (!build) return [];
    const context = path.resolve(path.dirname(file), build.context);
    const dockerfile = path.resolve(context, build.dockerfile);
    return [{ file, context, dockerfile, mounts: mountsOf(service, file) }];
  });
}

type Fields = Readonly<Record<string, unknown>>;

function servicesIn(text: string): Fields[] {
  if (!/^\s*['"]?services/m.test(text)) return [];
  const value = parsed(withoutTemplate(text));
  const services = isFields(value) ? value['services'] : undefined;
  return isFields(services) ? Object.values(services).filter(isFields) : [];
}

function parsed(text: string): unknown {
  try {
    return parse(text, { merge: true, uniqueKeys: false, logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

/** A file of Cookiecutter or Helm, without its conditions: a value of it is a variable. */
const withoutTemplate = (text: string): string =>
  text.replace(/\{%.*?%\}/gs, '').replace(/\{\{.*?\}\}/gs, '$template');

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readBuild(given: unknown): { context: string; dockerfile: string } | undefined {
  if (typeof given === 'string')
    return isHere(given) ? { context: given, dockerfile: 'Dockerfile' } : undefined;
  if (!isFields(given) || 'dockerfile_inline' in given) return undefined;
  const { context = '.', dockerfile = 'Dockerfile' } = given;
  if (typeof context !== 'string' || typeof dockerfile !== 'string') return undefined;
  return isHere(context) && !dockerfile.includes('$') ? { context, dockerfile } : undefined;
}

/** No variable, and no repository to be fetched. */
const isHere = (context: string): boolean => !/\$|:\/\/|^git@/.test(context);

/**
 * The mounts of a service, in both forms:
 * https://docs.docker.com/reference/compose-file/services/#volumes, read 2026-11-27.
 */
function mountsOf({ volumes }: Fields, file: string): ContainerMount[] {
  const by = path.basename(file);
  return (Array.isArray(volumes) ? volumes : []).flatMap((volume: unknown): ContainerMount[] => {
    const mount = typeof volume === 'string' ? shortMount(volume) : longMount(volume);
    return mount ? [{ by, ...mount }] : [];
  });
}

function shortMount(text: string): Omit<ContainerMount, 'by'> | undefined {
  const [, source = '', target = '', mode = ''] =
    /^(.+?):(\/[^:$]*)(?::([\w,]+))?$/.exec(withoutDefaults(text)) ?? [];
  if (target === '') return undefined;
  const isPath = /^(?:[.~/$\\]|[A-Za-z]:[\\/])/.test(source);
  return {
    kind: isPath ? 'host' : 'volume',
    source: withSlashes(source),
    target: path.posix.normalize(target).replace(/(.)\/$/, '$1'),
    readOnly: mode.split(',').includes('ro'),
  };
}

/** `${DATA:-./data}` becomes `./data`. */
const withoutDefaults = (text: string): string => text.replace(/\$\{\w+:?-([^{}]*)\}/g, '$1');

function longMount(volume: unknown): Omit<ContainerMount, 'by'> | undefined {
  if (!isFields(volume)) return undefined;
  const { type, source = '', target, read_only: readOnly } = volume;
  if (typeof source !== 'string' || typeof target !== 'string' || !target.startsWith('/'))
    return undefined;
  if (type !== 'bind' && type !== 'volume') return undefined;
  return {
    kind: type === 'bind' ? 'host' : 'volume',
    source,
    target: path.posix.normalize(target).replace(/(.)\/$/, '$1'),
    readOnly: readOnly === true,
  };
}
