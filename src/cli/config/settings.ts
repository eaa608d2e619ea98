/** What holds for one file: the command line, else the configuration, else the defaults. */
import path from 'node:path';
import ignore from 'ignore';
import type { FileSettings, SmokeTests } from '../../config.ts';
import type { AnyTransform, Applicability } from '../../engine/finding.ts';
import type { Service } from '../../facts/context.ts';
import { transforms as builtIn } from '../../index.ts';
import { ComposeFiles, contextOf } from '../compose.ts';
import { isOutside, withSlashes } from '../paths.ts';
import type { Configs, Loaded } from './load.ts';

/** What the command line says of every file; undefined and empty: nothing. */
export interface Given {
  readonly level: Applicability | undefined;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly also: readonly string[];
  readonly options: Options;
  readonly context: string | undefined;
  /** Transforms of the command line. */
  readonly extra: readonly AnyTransform[];
}

type Options = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface Settings {
  /** The configuration, absolute. */
  readonly config: string | undefined;
  /** The configuration ignores the file. */
  readonly ignored: boolean;
  readonly level: Applicability;
  readonly transforms: readonly AnyTransform[];
  /** All transforms that an ignore comment may name. */
  readonly known: readonly AnyTransform[];
  readonly options: Options;
  /** Undefined: the directory of the file. */
  readonly context: string | undefined;
  /** The compose file that names the build context, or several, which is as good as none. */
  readonly compose?: { readonly file: string; readonly several: boolean };
  /** How compose files run its image. */
  readonly services?: readonly Service[];
  /** The smoke tests of its image. */
  readonly verify: SmokeTests | undefined;
}

/** The settings of files; those of one configuration and the same overrides are one object. */
export class SettingsOf {
  private readonly given: Given;
  private readonly configs: Configs;
  private readonly made = new Map<string, Settings>();
  readonly composeFiles = new ComposeFiles();

  constructor(given: Given, configs: Configs) {
    this.given = given;
    this.configs = configs;
  }

  /** Throws a `FileError` where the configuration of the file is wrong. */
  async of(file: string): Promise<Settings> {
    const absolute = path.resolve(file);
    const settings = await this.configured(absolute);
    const builds = this.composeFiles.buildsOf(absolute);
    const services = builds.map(({ service }) => service);
    const known = services.length === 0 ? settings : { ...settings, services };
    const found = settings.context === undefined ? contextOf(builds, absolute) : undefined;
    if (!found) return known;
    const { file: compose, context } = found;
    return { ...known, context, compose: { file: compose, several: context === undefined } };
  }

  private async configured(absolute: string): Promise<Settings> {
    const loaded = await this.configs.of(path.dirname(absolute));
    if (!loaded) return this.make('', undefined, []);
    const name = withSlashes(path.relative(loaded.directory, absolute));
    const { overrides = [], ignore: ignored = [] } = loaded.config;
    const holds = overrides.map(({ files }) => matches([files].flat(), name));
    const key = `${loaded.file}\0${holds.map(Number).join('')}`;
    const settings = this.make(key, loaded, [
      loaded.config,
      ...overrides.filter((_, i) => holds[i]),
    ]);
    return matches(ignored, name) ? { ...settings, ignored: true } : settings;
  }

  private make(key: string, loaded: Loaded | undefined, layers: readonly FileSettings[]): Settings {
    let settings = this.made.get(key);
    if (!settings) {
      settings = this.merged(loaded, layers);
      this.made.set(key, settings);
    }
    return settings;
  }

  private merged(loaded: Loaded | undefined, layers: readonly FileSettings[]): Settings {
    const { given } = this;
    const extra = new Set(given.extra.map(({ id }) => id));
    const others = (loaded?.transforms ?? builtIn).filter(({ id }) => !extra.has(id));
    const known = [...others, ...given.extra];
    const last = <K extends keyof FileSettings>(name: K): FileSettings[K] | undefined =>
      layers.findLast((layer) => layer[name] !== undefined)?.[name];
    const context = last('context');
    return {
      config: loaded?.file,
      ignored: false,
      level: given.level ?? last('level') ?? 'suggested',
      transforms: this.select(known, last),
      known,
      options: mergeOptions([...layers.map(optionsOf), given.options]),
      verify: last('verify'),
      context:
        given.context ??
        (context === undefined ? undefined : path.resolve(loaded!.directory, context)),
    };
  }

  private select(
    known: readonly AnyTransform[],
    last: (name: 'only' | 'skip' | 'also') => readonly string[] | undefined,
  ): AnyTransform[] {
    const { only, skip, also } = this.given;
    const wanted = only.length > 0 ? only : (last('only') ?? []);
    const unwanted = only.length > 0 ? [] : (last('skip') ?? []);
    const more = only.length > 0 ? [] : (last('also') ?? []);
    return known.filter(({ id, optIn }) => {
      if (skip.includes(id)) return false;
      if (also.includes(id)) return true;
      if (unwanted.includes(id)) return false;
      if (more.includes(id)) return true;
      return wanted.length === 0 ? optIn === undefined : wanted.includes(id);
    });
  }
}

/** Patterns as in `.gitignore`. */
function matches(patterns: readonly string[], name: string): boolean {
  if (patterns.length === 0 || isOutside(name)) return false;
  return ignore({ ignorecase: false }).add(patterns).ignores(name);
}

function optionsOf({ options = {}, finalBase, caching }: FileSettings): Options {
  return mergeOptions([
    finalBase === undefined ? {} : finalBaseOptions(finalBase),
    caching === undefined ? {} : cachingOptions(caching),
    options,
  ]);
}

/** `finalBase` is short for an option of `multi-stage`. */
export const finalBaseOptions = (finalBase: string): Options => ({ 'multi-stage': { finalBase } });

/** `caching` is one decision for the two transforms that it concerns: never both. */
export const cachingOptions = (caching: string): Options => ({
  'clean-package-caches': { caching },
  'use-cache-mounts': { caching },
});

export function mergeOptions(all: readonly Options[]): Options {
  const merged: Record<string, Record<string, unknown>> = {};
  for (const options of all) {
    for (const [id, values] of Object.entries(options)) {
      merged[id] = { ...merged[id], ...values };
    }
  }
  return merged;
}
