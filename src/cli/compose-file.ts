import path from 'node:path';
import { parse } from 'yaml';
import { parseScript, PLAIN_SHELL } from '../kit.ts';
import type { ContainerMount, Service } from '../facts/context.ts';
import { isObject } from './config/check.ts';
import { withSlashes } from './paths.ts';

/** A service of a compose file that is built from a Dockerfile, with absolute paths. */
export interface Build {
  /** The compose file. */
  readonly file: string;
  readonly context: string;
  readonly dockerfile: string;
  readonly service: Service;
}

/**
 * The services of the compose files of a directory that are built here: `build: DIR`, or `context:`
 * and `dockerfile:` below `build:`. https://docs.docker.com/reference/compose-file/build/, read
 * 2026-11-25. What holds a variable is left out, and so is the context of another place.
 *
 * A file may add to the service of another that has the same name:
 * https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/, read 2026-11-27.
 */
export function buildsOf(files: readonly (readonly [file: string, text: string])[]): Build[] {
  const services = files.flatMap(([file, text]) =>
    servicesIn(text).map(([name, fields]) => ({ file, name, fields })),
  );
  const built = services.flatMap((service) => {
    const build = readBuild(service.fields['build']);
    if (!build) return [];
    const context = path.resolve(path.dirname(service.file), build.context);
    const dockerfile = path.resolve(context, build.dockerfile);
    return [{ ...service, context, dockerfile, target: build.target }];
  });
  return built.flatMap(({ name, fields: own, file, context, dockerfile, target }) => {
    const others = services.filter(
      (one) => one.name === name && one.file !== file && one.fields['build'] === undefined,
    );
    return [{ file, fields: own }, ...others].map(({ file: by, fields }) => ({
      file,
      context,
      dockerfile,
      service: readService(fields, target, by),
    }));
  });
}

type Fields = Readonly<Record<string, unknown>>;

function servicesIn(text: string): [name: string, fields: Fields][] {
  if (!/^\s*['"]?services/m.test(text)) return [];
  const value = parsed(withoutTemplate(text));
  const services = isObject(value) ? value['services'] : undefined;
  return isObject(services)
    ? Object.entries(services).flatMap(([name, fields]) =>
        isObject(fields) ? [[name, fields]] : [],
      )
    : [];
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

interface Given {
  readonly context: string;
  readonly dockerfile: string;
  readonly target: string | undefined;
}

function readBuild(given: unknown): Given | undefined {
  if (typeof given === 'string')
    return isHere(given)
      ? { context: given, dockerfile: 'Dockerfile', target: undefined }
      : undefined;
  if (!isObject(given) || 'dockerfile_inline' in given) return undefined;
  const { context = '.', dockerfile = 'Dockerfile', target } = given;
  if (typeof context !== 'string' || typeof dockerfile !== 'string') return undefined;
  if (!isHere(context) || dockerfile.includes('$')) return undefined;
  return { context, dockerfile, target: typeof target === 'string' ? target : undefined };
}

/** No variable, and no repository to be fetched. */
const isHere = (context: string): boolean => !/\$|:\/\/|^git@/.test(context);

function readService(fields: Fields, target: string | undefined, file: string): Service {
  const entrypoint = wordsOf(fields['entrypoint']);
  const command = wordsOf(fields['command']);
  const healthcheck = checkOf(fields['healthcheck']);
  return {
    by: path.basename(file),
    ...(target === undefined ? {} : { target }),
    ...(entrypoint && { entrypoint }),
    ...(command && { command }),
    ...(healthcheck && { healthcheck }),
    mounts: mountsOf(fields['volumes']),
  };
}

/**
 * A list, or words as in a shell, which does not run:
 * https://docs.docker.com/reference/compose-file/services/#command, read 2026-11-27.
 */
function wordsOf(given: unknown): readonly string[] | undefined {
  if (Array.isArray(given)) return given.map((word) => withoutDoubled(String(word)));
  if (typeof given !== 'string') return undefined;
  const script = parseScript(given.trim(), PLAIN_SHELL);
  const [only, ...others] = script.known ? script.value.body.statements : [];
  const words = others.length === 0 && only?.node.kind === 'command' ? only.node.words : undefined;
  const texts = words?.map(({ text, value }) => value ?? text);
  return (texts ?? given.split(/\s+/).filter(Boolean)).map(withoutDoubled);
}

/** A variable of the container is written with two dollars. */
const withoutDoubled = (text: string): string => text.replaceAll('$$', '$');

/**
 * A text is for a shell, and so is what follows CMD-SHELL:
 * https://docs.docker.com/reference/compose-file/services/#healthcheck, read 2026-11-27.
 */
function checkOf(given: unknown): readonly string[] | undefined {
  const test = isObject(given) && given['disable'] !== true ? given['test'] : undefined;
  if (typeof test === 'string') return ['/bin/sh', '-c', withoutDoubled(test)];
  const [kind, ...words] = Array.isArray(test) ? wordsOf(test)! : [];
  if (kind === 'CMD') return words;
  return kind === 'CMD-SHELL' ? ['/bin/sh', '-c', ...words] : undefined;
}

/**
 * The mounts of a service, in both forms:
 * https://docs.docker.com/reference/compose-file/services/#volumes, read 2026-11-27.
 */
const mountsOf = (volumes: unknown): ContainerMount[] =>
  (Array.isArray(volumes) ? volumes : []).flatMap(
    (volume: unknown) =>
      (typeof volume === 'string' ? shortMount(volume) : longMount(volume)) ?? [],
  );

function shortMount(text: string): ContainerMount | undefined {
  const [, source = '', target = '', mode = ''] =
    /^(.+?):(\/[^:$]*)(?::([\w,]+))?$/.exec(withoutDefaults(text)) ?? [];
  if (target === '') return undefined;
  const isPath = /^(?:[.~/$\\]|[A-Za-z]:[\\/])/.test(source);
  return mountOf(isPath, withSlashes(source), target, mode.split(',').includes('ro'));
}

/** `${DATA:-./data}` becomes `./data`. */
const withoutDefaults = (text: string): string => text.replace(/\$\{\w+:?-([^{}]*)\}/g, '$1');

function longMount(volume: unknown): ContainerMount | undefined {
  if (!isObject(volume)) return undefined;
  const { type, source = '', target, read_only: readOnly } = volume;
  if (typeof source !== 'string' || typeof target !== 'string' || !target.startsWith('/'))
    return undefined;
  if (type !== 'bind' && type !== 'volume') return undefined;
  return mountOf(type === 'bind', source, target, readOnly === true);
}

const mountOf = (
  ofHost: boolean,
  source: string,
  target: string,
  readOnly: boolean,
): ContainerMount => ({
  kind: ofHost ? 'host' : 'volume',
  source,
  target: path.posix.normalize(target).replace(/(.)\/$/, '$1'),
  readOnly,
});
