import { known, unknown, type Fact } from '../model/fact.ts';
import { byteLength } from '../model/text.ts';

/** What stands at a path of the build context. */
export type PathKind = 'file' | 'directory' | 'missing';

/**
 * The build context, as COPY and ADD see it. Paths are relative to its root, with slashes, and
 * never leave it: whatever lies outside, or behind a link that leads outside, is unknown.
 */
export interface Context {
  kindOf(path: string): Fact<PathKind>;
  /** The text of a file; unknown when it is none, is no text or is too large. */
  readText(path: string): Fact<string>;
  /** The names in a directory. */
  list(path: string): Fact<readonly string[]>;
  /** The permission bits of a file, such as 0o644; the builder copies them into the image. */
  modeOf(path: string): Fact<number>;
  /** The bytes of a file, or of all files below a directory. */
  sizeOf(path: string): Fact<number>;
  /** How containers of the image are run, as far as that is known. */
  readonly services?: readonly Service[];
}

/** A service of a compose file whose image is built from the Dockerfile. */
export interface Service {
  /** The name of the compose file. */
  readonly by: string;
  /** The stage that it is built up to; undefined: the last. */
  readonly target?: string;
  /** What takes the place of the ENTRYPOINT, and of the CMD with it. */
  readonly entrypoint?: readonly string[];
  /** What takes the place of the CMD. */
  readonly command?: readonly string[];
  /** What checks its health, in the place of the HEALTHCHECK. */
  readonly healthcheck?: readonly string[];
  readonly mounts?: readonly ContainerMount[];
}

/** A volume, or a file or directory of the host, that a container gets. */
export interface ContainerMount {
  readonly kind: 'volume' | 'host';
  /** The name of the volume, or the path on the host. */
  readonly source: string;
  /** Absolute, in the container. */
  readonly target: string;
  readonly readOnly: boolean;
}

/** No build context: the text of the Dockerfile is all there is. */
export const noContext: Context = {
  kindOf: () => unknown('there is no build context'),
  readText: () => unknown('there is no build context'),
  list: () => unknown('there is no build context'),
  modeOf: () => unknown('there is no build context'),
  sizeOf: () => unknown('there is no build context'),
};

/** A context held in memory, for tests and for callers without a file system: all modes are 0644. */
export function memoryContext(
  files: Readonly<Record<string, string>>,
  services: readonly Service[] = [],
): Context {
  const normal = (path: string): string =>
    path.replace(/^(?:\.?\/)+|\/+$/g, '').replace(/^\.$/, '');
  const names = Object.keys(files).map(normal);
  const texts = new Map(Object.entries(files).map(([path, text]) => [normal(path), text]));
  const inside = (path: string): string[] =>
    names.filter((name) => path === '' || name.startsWith(`${path}/`));
  return {
    services,
    kindOf(path) {
      const name = normal(path);
      if (texts.has(name)) return { known: true, value: 'file' };
      return { known: true, value: inside(name).length > 0 ? 'directory' : 'missing' };
    },
    readText(path) {
      const text = texts.get(normal(path));
      return text === undefined ? unknown(`${path} is no file`) : { known: true, value: text };
    },
    list(path) {
      const name = normal(path);
      const below = inside(name).map((child) => child.slice(name === '' ? 0 : name.length + 1));
      if (below.length === 0) return unknown(`${path} is no directory`);
      return { known: true, value: [...new Set(below.map((child) => child.split('/')[0]!))] };
    },
    modeOf: (path) =>
      texts.has(normal(path)) ? { known: true, value: 0o644 } : unknown(`${path} is no file`),
    sizeOf(path) {
      const name = normal(path);
      const below = texts.has(name) ? [name] : inside(name);
      if (below.length === 0) return unknown(`${path} does not exist`);
      return known(below.reduce((sum, file) => sum + byteLength(texts.get(file)!), 0));
    },
  };
}
