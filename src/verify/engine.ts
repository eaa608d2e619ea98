/** What builds and runs images: docker, podman or buildah. What one makes carries a label. */
import type { Finished } from './command.ts';
import type { Configuration } from './configuration.ts';

export interface Limits {
  readonly buildSeconds: number;
  readonly runSeconds: number;
  readonly signal: AbortSignal;
}

export interface BuildRequest {
  /** The path of the Dockerfile. */
  readonly file: string;
  readonly context: string;
  /** The image's name. */
  readonly tag: string;
  /** Handed on as they are: `--build-arg A=b` and the like. */
  readonly flags: readonly string[];
  /** Nothing is taken from the builder's cache. */
  readonly noCache?: boolean;
}

export interface Built {
  readonly seconds: number;
  /** Steps whose result was there already. */
  readonly cachedSteps: number;
  /** Those steps as the builder names them, such as `[build 3/5] RUN npm ci`; of BuildKit only. */
  readonly cached?: readonly string[];
}

/** How a container is run. */
export interface RunSettings {
  /** `KEY=VALUE` each. */
  readonly env: readonly string[];
  readonly readOnly: boolean;
  /** `--mount` and `--tmpfs` flags. */
  readonly mounts: readonly string[];
  readonly network: Networking;
  /** With the image's health check, every second. */
  readonly health?: boolean;
}

/** A network, such as `none`, and a port that is published to this machine. */
export interface Networking {
  readonly name?: string;
  readonly publish?: number;
}

/** A step of an image's history that made a layer, or changed its configuration. */
export interface HistoryEntry {
  readonly createdBy: string;
  readonly empty: boolean;
}

export interface ImageFacts {
  readonly id: string;
  readonly configuration: Configuration;
}

/** Runs images. */
export interface Runner {
  readonly limits: Limits;
  /** Runs an image to its end, and then looks at the container. */
  run<T>(
    image: string,
    settings: RunSettings,
    args: readonly string[],
    look: (finished: Finished, container: string) => Promise<T>,
  ): Promise<T>;
  /** Starts an image; gives the container. */
  start(image: string, settings: RunSettings): Promise<string>;
  /** The status with which the container ended; undefined after the time limit. */
  ended(container: string): Promise<string | undefined>;
  /** Both outputs of a container. */
  logs(container: string): Promise<string>;
  /** What its health check says; `none` without one. */
  health(container: string): Promise<string>;
  /** The number of its first process on this machine. */
  pid(container: string): Promise<string>;
  /** The port of this machine that leads to the container's. */
  published(container: string, port: number): Promise<number>;
  remove(container: string): Promise<void>;
}

export interface Engine extends Runner {
  readonly name: EngineName;
  /** Throws a `Trouble` if it cannot work. Gives its version. */
  check(): Promise<string>;
  /** The name of an image. */
  imageOf(what: string, tag: string): string;
  /** Throws a `BuildFailure` if the Dockerfile does not build. */
  build(request: BuildRequest): Promise<Built>;
  facts(image: string): Promise<ImageFacts>;
  /** Writes the image to a file: a tar stream in the format of `docker save`. */
  save(image: string, file: string): Promise<void>;
  /** Removes every container, volume and, unless they are kept, image that was made here. */
  cleanUp(keepImages: boolean): Promise<void>;
}

export type EngineName = 'docker' | 'podman' | 'buildah';
