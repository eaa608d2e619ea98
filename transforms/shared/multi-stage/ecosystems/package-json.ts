import { valueOf, type Fact } from '../../../../src/kit.ts';
import { memo } from '../../memo.ts';
import type { ContextFile } from '../brought.ts';
import { filesOf } from '../sources.ts';
import type { Subject } from '../types.ts';

/** A package.json of the build context that lies in the image. */
export interface Manifest {
  /** Where it lies in the image. */
  readonly directory: string;
  /** Its directory in the build context; empty for the root. */
  readonly source: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly main: string | undefined;
  /** `npm@10.2.0` and the like. */
  readonly packageManager: string | undefined;
  /** Other packages of the repository are installed with it. */
  readonly workspaces: boolean;
}

/** The manifests that COPY and ADD brought, by their directory in the image. */
export const manifestsOf = memo((subject: Subject): ReadonlyMap<string, Manifest> => {
  const found = new Map<string, Manifest>();
  const files: Fact<readonly ContextFile[]> = filesOf(subject);
  if (!files.known) return found;
  for (const file of files.value) {
    if (!file.path.endsWith('/package.json') || file.path.includes('/node_modules/')) continue;
    const text = valueOf(subject.context.readText(file.source));
    const manifest = text === undefined ? undefined : readManifest(text, file);
    if (manifest) found.set(manifest.directory, manifest);
  }
  return found;
});

function readManifest(text: string, { path, source }: ContextFile): Manifest | undefined {
  const json = parseObject(text);
  if (!json) return undefined;
  return {
    directory: path.slice(0, -'/package.json'.length) || '/',
    source: source.includes('/') ? source.slice(0, source.lastIndexOf('/')) : '',
    scripts: stringsOf(json['scripts']),
    dependencies: stringsOf(json['dependencies']),
    devDependencies: stringsOf(json['devDependencies']),
    optionalDependencies: stringsOf(json['optionalDependencies']),
    main: typeof json['main'] === 'string' ? json['main'] : undefined,
    packageManager: typeof json['packageManager'] === 'string' ? json['packageManager'] : undefined,
    workspaces: json['workspaces'] !== undefined,
  };
}

/** JSON of an object; undefined for anything else. */
export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The entries of an object whose values are strings. */
export function stringsOf(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** Everything that a production installation brings by name. */
export const productionOf = (manifest: Manifest): string[] =>
  Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });

/** Dependencies that are directories of the repository. */
export const localOf = (manifest: Manifest): [name: string, path: string][] =>
  Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  }).flatMap(([name, spec]): [string, string][] => {
    const match = /^(?:file|link|portal|workspace):(.*)$/.exec(spec);
    if (match && !/\.t(?:ar\.)?gz$/.test(spec)) return [[name, match[1]!]];
    return /^\.{1,2}\//.test(spec) ? [[name, spec]] : [];
  });
