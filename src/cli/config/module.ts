/** Modules of the user: configurations and transforms that are code. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnyTransform } from '../../engine/finding.ts';
import { APPLICABILITIES } from '../../engine/finding.ts';
import { FileError } from '../errors.ts';
import { isObject } from './check.ts';

/**
 * Where a module asks for `dockopt` and has none installed, as with a global installation, it gets
 * this one.
 */
const RESOLVER = `data:text/javascript,${encodeURIComponent(`
let own;
export const initialize = (data) => { own = data.own; };
export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (specifier !== 'dockopt' && !specifier.startsWith('dockopt/')) throw error;
    return next(specifier, { ...context, parentURL: own });
  }
}`)}`;

let registered = false;

/** What a module exports by default. Its code runs. */
export async function loadDefault(file: string): Promise<unknown> {
  if (!existsSync(file)) throw new FileError(`${file}: it does not exist; check the path`);
  if (!registered) {
    registered = true;
    register(RESOLVER, { parentURL: import.meta.url, data: { own: import.meta.url } });
  }
  let module: { default?: unknown };
  try {
    module = await (/\.[cm]?ts$/.test(file) ? importTypeScript(file) : importFile(file));
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError(`${file}: it cannot be loaded: ${String(error)}`);
  }
  // What a loader makes of CommonJS has the default export in the default export.
  const found = module.default;
  return isObject(found) && found['__esModule'] === true ? found['default'] : found;
}

/** When the modules that Node has by their name were written. */
const written = new Map<string, number>();

/** Node keeps a module for good; one that has changed since is another one, by its URL. */
async function importFile(file: string): Promise<{ default?: unknown }> {
  const { mtimeMs } = statSync(file);
  const url = pathToFileURL(file);
  const first = written.get(file);
  if (first === undefined) written.set(file, mtimeMs);
  else if (first !== mtimeMs) url.search = `changed=${mtimeMs}`;
  return (await import(url.href)) as { default?: unknown };
}

/**
 * Node reads TypeScript itself from 22.18 on (https://nodejs.org/api/typescript.html, read
 * 2026-11-26); before, with the tsx that the user has installed.
 */
async function importTypeScript(file: string): Promise<{ default?: unknown }> {
  const features = process.features as unknown as { readonly typescript?: unknown };
  if (features.typescript) return importFile(file);
  const tsx = tsxBeside(file);
  if (tsx === undefined) {
    throw new FileError(
      `${file}: Node ${process.versions.node} does not read TypeScript; use Node 22.18 or later, ` +
        'or install tsx beside it, or write JavaScript (.mjs)',
    );
  }
  const { tsImport } = (await import(pathToFileURL(tsx).href)) as {
    tsImport: (specifier: string, parent: string) => Promise<{ default?: unknown }>;
  };
  return tsImport(pathToFileURL(file).href, import.meta.url);
}

/** The API of the tsx that a module would get; what `require` finds is another build of it. */
function tsxBeside(file: string): string | undefined {
  try {
    const manifest = createRequire(file).resolve('tsx/package.json');
    const { exports } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      exports: { './esm/api': { import: { default: string } } };
    };
    return path.join(path.dirname(manifest), exports['./esm/api'].import.default);
  } catch {
    return undefined;
  }
}

/** The transforms that a module exports by default: one, or a list. */
export async function loadTransforms(file: string): Promise<AnyTransform[]> {
  const found = await loadDefault(path.resolve(file));
  const list: unknown[] = Array.isArray(found) ? found : [found];
  if (list.length === 0) throw new FileError(`${file}: it exports no transform`);
  return list.map((value) => checkTransform(value, file));
}

type Test = readonly [wanted: string, test: (value: unknown) => boolean];

const text: Test = ['a text', (value) => typeof value === 'string'];
const object: Test = ['an object', isObject];

/** What the engine, the reports and the list need of a transform. */
const SHAPE: Readonly<Record<string, Test>> = {
  id: [
    'a name in kebab case',
    (value) => typeof value === 'string' && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(value),
  ],
  summary: text,
  why: text,
  safety: text,
  since: text,
  emits: [
    `a list of ${APPLICABILITIES.join(', ')}`,
    (value) =>
      Array.isArray(value) &&
      value.every((item) => APPLICABILITIES.some((applicability) => applicability === item)),
  ],
  options: [
    'an object of options',
    (value) => isObject(value) && Object.values(value).every(isSpec),
  ],
  reasons: object,
  sources: ['a list', Array.isArray],
  ignoredBy: object,
  run: ['a function', (value) => typeof value === 'function'],
};

function isSpec(spec: unknown): boolean {
  if (!isObject(spec) || typeof spec['describe'] !== 'string') return false;
  if (spec['type'] === 'boolean') return typeof spec['default'] === 'boolean';
  if (typeof spec['default'] !== 'string') return false;
  return spec['type'] === 'text' || (spec['type'] === 'choice' && Array.isArray(spec['choices']));
}

export function checkTransform(value: unknown, from: string): AnyTransform {
  if (!isObject(value)) {
    throw new FileError(`${from}: it exports no transform by default; see defineTransform`);
  }
  for (const [key, [wanted, test]] of Object.entries(SHAPE)) {
    if (!test(value[key])) throw new FileError(`${from}: its transform needs ${key}, ${wanted}`);
  }
  return value as unknown as AnyTransform;
}
