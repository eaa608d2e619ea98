import { poetryVersion } from '../poetry.ts';
import { respell, type Flag, type Speller } from './types.ts';

/**
 * Since Poetry 1.2, which brought groups, `--no-dev` chooses `--only main` and warns; see
 * https://python-poetry.org/docs/1.8/cli/#options-2 and
 * https://github.com/python-poetry/poetry/pull/8921, read 2026-11-26. `--sync`:
 * https://github.com/python-poetry/poetry/releases/tag/1.2.0a2.
 */
const NO_DEV: Flag = { old: /^--no-dev$/, now: '--only main' };
const UNTRACKED: Flag = { old: /^--remove-untracked$/, now: '--sync' };

export const poetry: Speller = {
  programs: /^poetry$/,
  source: {
    title: 'Poetry: install',
    url: 'https://python-poetry.org/docs/cli/#install',
    date: '2026-11-26',
  },
  modern(found) {
    const verb = found.rest.find(({ value }) => /^(?:install|update|export)$/.test(value ?? ''));
    if (!verb) return undefined;
    const chooses = found.rest.some(({ text }) => /^--(?:only|with|without|dev)(?:=|$)/.test(text));
    const version = poetryVersion(found.visit.run);
    const flags = [
      ...(chooses || verb.value === 'export' ? [] : [NO_DEV]),
      // Poetry 2 has a command of its own for it.
      ...(verb.value === 'install' && version !== 'new' ? [UNTRACKED] : []),
    ];
    const respelled = respell(found, flags);
    if (!respelled || version === 'old') return undefined;
    if (version !== undefined) return respelled;
    return { ...respelled, doubt: 'that Poetry is 1.2 or later' };
  },
};
