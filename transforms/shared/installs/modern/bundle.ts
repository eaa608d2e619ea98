import type { Word } from '../../../../src/kit.ts';
import { bundleCall } from '../../multi-stage/ecosystems/bundler.ts';
import type { Found } from '../found.ts';
import { bundlerVersion } from '../ruby.ts';
import type { Modern, Speller, Stays } from './types.ts';

/**
 * Options that Bundler remembers in the settings of the project, as `bundle config set --local`
 * writes them: Bundler 2.1 reports them as deprecated and names that command, Bundler 4 does not
 * know them any more. `switch`: it has no value.
 * https://bundler.io/doc/upgrading.html, read 2026-11-26.
 */
const REMEMBERED: Readonly<Record<string, { setting: string; kind: 'switch' | 'one' | 'many' }>> = {
  '--deployment': { setting: 'deployment', kind: 'switch' },
  '--frozen': { setting: 'frozen', kind: 'switch' },
  '--clean': { setting: 'clean', kind: 'switch' },
  '--no-prune': { setting: 'no_prune', kind: 'switch' },
  '--path': { setting: 'path', kind: 'one' },
  '--without': { setting: 'without', kind: 'many' },
  '--with': { setting: 'with', kind: 'many' },
};

export const bundle: Speller = {
  programs: /^bundler?$/,
  source: {
    title: 'Upgrading Bundler: flags that relied on being remembered',
    url: 'https://bundler.io/doc/upgrading.html',
    date: '2026-11-26',
  },
  modern(found) {
    if (bundleCall(found.step)?.verb !== 'install') return undefined;
    const read = readOptions(found.rest);
    if (read.settings.length === 0) return undefined;
    const version = bundlerVersion(found.visit.run);
    if (version !== undefined && version < 201) return undefined;
    const from = listed(read.options);
    const before = read.settings.map(([name, value]) => `config set --local ${name} ${value}`);
    const to = 'bundle config set --local';
    const detail = obstacleOf(found, read);
    if (detail !== undefined) return { from, to, reason: 'project', detail } satisfies Stays;
    return { from, to, before, texts: read.texts, ...remarks(version) };
  },
};

function remarks(version: number | undefined): Pick<Modern, 'doubt' | 'note'> {
  if (version === undefined) return { doubt: 'that Bundler is 2.1 or later' };
  return version >= 400 ? { note: 'Bundler 4 stops at it' } : {};
}

interface Options {
  readonly settings: readonly (readonly [name: string, value: string])[];
  readonly options: readonly string[];
  readonly texts: Map<Word, string>;
  /** A value that only the build knows. */
  readonly unclear: string | undefined;
}

function readOptions(rest: readonly Word[]): Options {
  const settings: [string, string][] = [];
  const options: string[] = [];
  const texts = new Map<Word, string>();
  let unclear: string | undefined;
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at]!;
    const [, name = '', glued] = /^(--[\w-]+)(?:=(.*))?$/s.exec(word.value ?? '') ?? [];
    const option = Object.hasOwn(REMEMBERED, name) ? REMEMBERED[name] : undefined;
    if (!option) {
      const written = /^(--[\w-]+)=/.exec(word.text)?.[1] ?? '';
      if (word.value === undefined && Object.hasOwn(REMEMBERED, written)) unclear ??= word.text;
      continue;
    }
    texts.set(word, '');
    options.push(name);
    const values: (string | undefined)[] = glued === undefined ? [] : [glued];
    if (option.kind !== 'switch' && glued === undefined) {
      const limit = option.kind === 'one' ? 1 : Infinity;
      while (values.length < limit && rest[at + 1] && !rest[at + 1]!.text.startsWith('-')) {
        const value = rest[++at]!;
        texts.set(value, '');
        values.push(value.value);
        // A heredoc in a file with CRLF hands the carriage return on.
        if (value.value === undefined || value.value.includes('\r')) unclear ??= value.text.trim();
      }
    }
    const value = option.kind === 'switch' ? 'true' : quoted(values.join(' '));
    settings.push([option.setting, value]);
  }
  return { settings, options, texts, unclear };
}

const listed = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');

const quoted = (value: string): string =>
  /^[\w./:-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;

/** Where the settings of the project would not be those that the installation reads. */
function obstacleOf({ command, rest }: Found, { unclear }: Options): string | undefined {
  if (unclear !== undefined) return `${unclear} is not known`;
  const own = command.assignments.find(({ name }) => name.startsWith('BUNDLE_'));
  if (own) return `${own.name} is set for the installation alone`;
  const other = rest.find(({ text }) => /^--(?:gemfile|system|no-deployment)(?:=|$)/.test(text));
  return other && `${other.text} chooses another place`;
}
