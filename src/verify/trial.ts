/** One text of a Dockerfile, tried: built, read and asked. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { lacks, lacksFlag } from './abilities.ts';
import type { LayerCache } from './archive.ts';
import type { Check } from './checks.ts';
import { copyDockerfile } from './dockerfile-copy.ts';
import type { Engine } from './engine.ts';
import { BuildFailure, messageOf, Trouble } from './errors.ts';
import { readImage, type Image } from './image.ts';
import type { Network } from './network.ts';
import type { Observation } from './observation.ts';
import { observe } from './observe.ts';

/** How the images of one Dockerfile are built and asked. */
export interface Subject {
  /** The path of the Dockerfile. */
  readonly file: string;
  readonly context: string;
  /** For the builder. */
  readonly flags: readonly string[];
  readonly noCache: boolean;
  readonly noFrontend: boolean;
  readonly checks: readonly Check[];
  /** What its ignore file will hold; undefined: it stays. */
  readonly ignoreFile?: string;
}

/** What was made of one text. */
export type Tried =
  | { readonly kind: 'failed'; readonly because: string; readonly log: string }
  | {
      readonly kind: 'built';
      readonly image: Image;
      readonly observations: readonly Observation[];
      /** Why a smoke test could not be done: the image does not start, or does not answer. */
      readonly silent?: string;
    };

/** Tries texts, one at a time; the images are the engine's to remove. */
export class Trials {
  readonly engine: Engine;
  private readonly network: Network;
  private readonly folder: string;
  private readonly version: string;
  private readonly cache: LayerCache = new Map();
  private number = 0;

  constructor(engine: Engine, version: string, network: Network, folder: string) {
    this.engine = engine;
    this.version = version;
    this.network = network;
    this.folder = folder;
  }

  /** Throws a `Trouble` when nothing can be said of the text. */
  async try(text: string, subject: Subject): Promise<Tried> {
    const missing = lacks(this.engine.name, this.version, text);
    if (missing !== undefined) throw new Trouble(missing);
    const name = path.basename(path.dirname(path.resolve(subject.file)));
    const tag = this.engine.imageOf(nameOf(name), String(++this.number));
    let image: Image;
    try {
      const built = await this.build(text, subject, subject.context, tag, subject.noCache);
      image = await readImage(tag, built, this.engine, this.folder, this.cache);
    } catch (error) {
      if (!(error instanceof BuildFailure)) throw error;
      const flag = lacksFlag(this.engine.name, this.version, text, error.line);
      if (flag !== undefined) throw new Trouble(flag);
      return { kind: 'failed', because: messageOf(error), log: error.message };
    }
    return { kind: 'built', image, ...(await this.ask(tag, subject)) };
  }

  /** Asks an image that was built before. */
  async ask(
    tag: string,
    { checks }: Subject,
  ): Promise<{ observations: readonly Observation[]; silent?: string }> {
    try {
      const { observations } = await observe(tag, checks, this.engine, this.network);
      return { observations };
    } catch (error) {
      if (error instanceof Trouble) throw error;
      if (this.engine.limits.signal.aborted) throw new Trouble('interrupted');
      await this.engine.check();
      return { observations: [], silent: messageOf(error) };
    }
  }

  /** Builds a text on a context, from a copy outside of it. */
  async build(text: string, subject: Subject, context: string, tag: string, noCache: boolean) {
    const folder = path.join(this.folder, `dockerfile-${this.number}`);
    mkdirSync(folder, { recursive: true });
    try {
      const { file: original, flags, noFrontend, ignoreFile } = subject;
      const file = copyDockerfile(text, original, { folder, noFrontend, ignoreFile });
      return await this.engine.build({ file, context, tag, flags, noCache });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** The name of one more image. */
  nextTag(): string {
    return this.engine.imageOf('rebuilt', String(++this.number));
  }
}

/** A folder's name as a part of an image's. */
const nameOf = (folder: string): string =>
  folder
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'image';
