/** What a configuration file may say; see docs/configuration.md. */
import type { Applicability, Transform } from './engine/finding.ts';

/** What may differ from file to file. */
export interface FileSettings {
  /** The riskiest findings to apply; the default is `suggested`. */
  readonly level?: Applicability;
  /** Only these transforms. */
  readonly only?: readonly string[];
  /** Not these transforms. */
  readonly skip?: readonly string[];
  /** Also these transforms, which are off by default. */
  readonly also?: readonly string[];
  /** Option values by transform. */
  readonly options?: Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;
  /** What a new final stage is on; short for `options.multi-stage.finalBase`. */
  readonly finalBase?: string;
  /** How package caches are kept out of the image: one decision for two transforms. */
  readonly caching?: string;
  /** The build context, from the directory of the configuration; else what compose files say, or the directory of each file. */
  readonly context?: string;
  /** The smoke tests of `dockopt verify` and `fix --verify`. */
  readonly verify?: SmokeTests;
}

/** What is asked of an image; each text is what the option of that name takes. */
export interface SmokeTests {
  /** Arguments that the image is run with: words, or a JSON array. */
  readonly run?: string | readonly string[];
  /** `[PORT]/PATH…`: what a server is asked for. */
  readonly http?: string | readonly string[];
  /** Wait for what the health check says. */
  readonly health?: boolean;
  /** `NAME=VALUE`: environment variables for all of them. */
  readonly env?: string | readonly string[];
}

/** Settings for some files. */
export interface Override extends FileSettings {
  /** Patterns as in `.gitignore`, from the directory of the configuration. */
  readonly files: string | readonly string[];
}

export interface Config extends FileSettings {
  /** For editors. */
  readonly $schema?: string;
  /** Files to leave alone: patterns as in `.gitignore`, from the directory of the configuration. */
  readonly ignore?: readonly string[];
  /** Transforms of your own: paths of modules, from here; in a script also the transforms. */
  readonly transforms?: readonly (string | Transform)[];
  /** Settings for some files; of two that match a file the later one wins. */
  readonly overrides?: readonly Override[];
}

/** Types a configuration. */
export const defineConfig = (config: Config): Config => config;
