/** Checks what a configuration says: an error names the file, the key and what it takes. */
import type { Config, FileSettings, SmokeTests } from '../../config.ts';
import type { AnyTransform } from '../../engine/finding.ts';
import { OptionError, resolveOptions } from '../../engine/options.ts';
import { SmokeError, smokeChecks, smokeOf } from '../../verify/smoke.ts';
import { FileError } from '../errors.ts';
import { didYouMean } from '../../model/nearest.ts';
import {
  CONFIG_FIELDS,
  OVERRIDE_FIELDS,
  VERIFY_FIELDS,
  type Field,
  type Fields,
} from './fields.ts';

/** Says what is wrong with a value; the file is added by the caller. */
class Wrong extends Error {}

/** The value as a configuration; a `FileError` says what is wrong with it. */
export function checkConfig(value: unknown, file: string): Config {
  return naming(file, () => {
    checkFields(value, CONFIG_FIELDS, '');
    return value as Config;
  });
}

/** Checks the ids and options of a configuration against the transforms that it may speak of. */
export function checkIds(config: Config, known: readonly AnyTransform[], file: string): void {
  naming(file, () => {
    checkSettings(config, '', known);
    for (const [i, override] of (config.overrides ?? []).entries()) {
      checkSettings(override, `overrides[${i}].`, known);
    }
  });
}

function naming<T>(file: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (error instanceof Wrong || error instanceof OptionError) {
      throw new FileError(`the configuration ${file}: ${error.message}`);
    }
    throw error;
  }
}

function checkFields(value: unknown, fields: Fields, at: string): void {
  if (!isObject(value)) throw new Wrong(`${at.replace(/\.$/, '') || 'it'} must be an object`);
  const names = Object.keys(fields);
  for (const [key, inner] of Object.entries(value)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field === undefined) {
      const hint = didYouMean(key, names) || `; the keys are ${names.join(', ')}`;
      throw new Wrong(`no key is called ${JSON.stringify(`${at}${key}`)}${hint}`);
    }
    if (inner !== undefined) checkField(inner, field, at + key);
  }
  if (at !== '' && Object.hasOwn(fields, 'files') && !Object.hasOwn(value, 'files')) {
    throw new Wrong(`${at}files is missing: the patterns of the files that it is for`);
  }
}

function checkField(value: unknown, field: Field, at: string): void {
  const takes = (what: string): Wrong => new Wrong(`${at} takes ${what}, not ${shown(value)}`);
  switch (field.kind) {
    case 'text':
      if (typeof value !== 'string' || value === '') throw takes('a text');
      return;
    case 'choice':
      if (!field.choices.some((choice) => choice === value))
        throw takes(field.choices.join(' or '));
      return;
    case 'flag':
      if (typeof value !== 'boolean') throw takes('true or false');
      return;
    case 'ids':
    case 'patterns':
    case 'texts': {
      const list = field.kind !== 'ids' && typeof value === 'string' ? [value] : value;
      if (!isTexts(list)) throw takes(`a list of ${LISTS[field.kind]}`);
      return;
    }
    case 'verify':
      checkFields(value, VERIFY_FIELDS, `${at}.`);
      checkSmoke(value as SmokeTests, at);
      return;
    case 'transforms':
      if (!Array.isArray(value)) throw takes('a list of paths of modules');
      return;
    case 'options':
      if (!isObject(value) || !Object.values(value).every(isObject)) {
        throw takes('{ "ID": { "OPTION": VALUE } }');
      }
      return;
    case 'overrides':
      if (!Array.isArray(value)) throw takes('a list of { "files": PATTERNS, … }');
      value.forEach((override, i) => checkFields(override, OVERRIDE_FIELDS, `${at}[${i}].`));
      return;
  }
}

const LISTS = { ids: 'ids of transforms', patterns: 'patterns', texts: 'texts' } as const;

/** A mistake is told before anything is built. */
function checkSmoke(tests: SmokeTests, at: string): void {
  try {
    smokeChecks(smokeOf(tests), () => 1);
  } catch (error) {
    throw error instanceof SmokeError
      ? new Wrong(`${at}.${error.message.replace(/^--/, '')}`)
      : error;
  }
}

function checkSettings(settings: FileSettings, at: string, known: readonly AnyTransform[]): void {
  for (const key of ['only', 'skip', 'also'] as const) {
    for (const id of settings[key] ?? []) transformOf(id, `${at}${key}`, known);
  }
  for (const [id, values] of Object.entries(settings.options ?? {})) {
    resolveOptions(id, transformOf(id, `${at}options`, known).options, values, { partial: true });
  }
}

function transformOf(id: string, at: string, known: readonly AnyTransform[]): AnyTransform {
  const transform = known.find((candidate) => candidate.id === id);
  if (transform) return transform;
  const ids = known.map((candidate) => candidate.id);
  const hint = didYouMean(id, ids) || '; see dockopt list';
  throw new Wrong(`${at}: no transform is called ${JSON.stringify(id)}${hint}`);
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
