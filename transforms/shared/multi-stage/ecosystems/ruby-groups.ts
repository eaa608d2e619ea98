import { valueOf } from '../../../../src/kit.ts';
import type { ContextFile } from '../brought.ts';
import type { Step, Subject } from '../types.ts';
import { bundleCall, finalValue, type Bundling } from './bundler.ts';
import type { Gemfile } from './gemfile.ts';
import type { Gems } from './ruby-gems.ts';
import type { RubyStart } from './ruby-start.ts';

interface Known {
  readonly start: RubyStart;
  readonly bundling: Bundling;
  readonly gems: Gems;
  readonly code: ReadonlyMap<string, string>;
  readonly files: readonly ContextFile[] | undefined;
}

const UNUSED = ['development', 'test'];

/** Variables that tell a framework in which environment it runs. */
const ENVIRONMENTS = ['RAILS_ENV', 'RACK_ENV', 'APP_ENV', 'HANAMI_ENV'];

/**
 * The groups of development and tests that the file installs, where it says that it runs in
 * production, and nothing of what runs there takes a gem of theirs.
 */
export function droppedGroups(subject: Subject, known: Known): readonly string[] {
  const { gems, bundling, files, code } = known;
  const { gemfile } = gems;
  if (!gemfile?.isPlain || !files || environmentOf(subject) !== 'production') return [];
  if (bundling.installs.length !== 1 || hasChoice(subject, bundling)) return [];
  if (usedBehind(subject, bundling.installs[0]!) !== undefined) return [];
  const { gems: only, groups } = forDevelopment(gemfile);
  return loadedOf(only, code) !== undefined || loadsGroups(subject, code, files) ? [] : groups;
}

/** The groups of development and tests, and the gems that are in no other. */
export function forDevelopment(gemfile: Gemfile): {
  readonly gems: readonly string[];
  readonly groups: readonly string[];
} {
  const only = gemfile.gems.filter(
    ({ name, groups }) =>
      groups.length > 0 &&
      groups.every((group) => UNUSED.includes(group)) &&
      !gemfile.gems.some((other) => other.name === name && other.groups.length === 0),
  );
  const groups = UNUSED.filter(
    (group) => !gemfile.optional.includes(group) && only.some((gem) => gem.groups.includes(group)),
  );
  return { gems: only.map(({ name }) => name), groups };
}

/** The environment that the file says it runs in: `production`, another one, or undefined. */
export function environmentOf(subject: Subject): string | undefined {
  const values = ENVIRONMENTS.flatMap((name) => finalValue(subject, name) ?? []);
  return values.find((value) => value !== 'production') ?? values[0];
}

/** The gem that a source requires. */
export const loadedOf = (
  names: readonly string[],
  code: ReadonlyMap<string, string>,
): string | undefined =>
  names.find((name) => [...code].some(([path, text]) => isLoaded(name, path, text)));

/** The file chooses groups by itself. */
const hasChoice = (subject: Subject, { leftOut, installs }: Bundling): boolean =>
  leftOut.size > 0 ||
  finalValue(subject, 'BUNDLE_WITHOUT') !== undefined ||
  finalValue(subject, 'BUNDLE_ONLY') !== undefined ||
  installs.some((step) => !step.certain);

/** The step behind the installation that tests or checks the application. */
export const usedBehind = ({ steps }: Subject, install: Step): Step | undefined =>
  steps.slice(steps.indexOf(install)).find((step) => {
    const call = bundleCall(step);
    const words = call?.verb === 'exec' ? call.args : [step.program, ...step.args];
    return (
      /^(?:rspec|rubocop|cucumber|brakeman|standardrb)$/.test(words[0] ?? '') ||
      words.some((word) => /^(?:test|spec|rubocop)(?::|$)/.test(word))
    );
  });

/** A source requires a gem, other than in an environment that is not production. */
function isLoaded(name: string, path: string, text: string): boolean {
  if (/(?:^|\/)config\/environments\/(?:development|test)\.rb$|(?:^|\/)Gemfile$/.test(path))
    return false;
  const names = new Set([name, name.replaceAll('-', '/'), name.replaceAll('-', '_')]);
  return [...names].some((one) =>
    new RegExp(`\\brequire\\s*\\(?\\s*["']${one.replaceAll(/[^\w]/g, '\\$&')}(?:["'/])`).test(text),
  );
}

/** Something asks Bundler for these groups by name. */
export const loadsGroups = (
  { context }: Subject,
  code: ReadonlyMap<string, string>,
  files: readonly ContextFile[],
): boolean => {
  const start = files.flatMap(({ source }) =>
    /(?:^|\/)config\.ru$/.test(source) ? (valueOf(context.readText(source)) ?? []) : [],
  );
  return [...code.values(), ...start].some((text) =>
    /Bundler\.(?:require|setup)\b[^\n]*:(?:development|test)\b/.test(text),
  );
};
