import { composerVerb } from '../../multi-stage/ecosystems/php-steps.ts';
import { respell, type Flag, type Speller } from './types.ts';

/**
 * Neither does anything: `--no-suggest` since Composer 2, and before it only printed less;
 * `--dev` is what happens anyway. https://getcomposer.org/upgrade/UPGRADE-2.0.md and
 * https://github.com/composer/composer/blob/main/src/Composer/Command/InstallCommand.php, read
 * 2026-11-26.
 */
const NO_SUGGEST: Flag = { old: /^--no-suggest$/, now: '' };
const DEV: Flag = { old: /^--dev$/, now: '' };

export const composer: Speller = {
  programs: /^composer(?:\.phar)?$/,
  source: {
    title: 'Composer: upgrade guide for 2.0',
    url: 'https://getcomposer.org/upgrade/UPGRADE-2.0.md',
    date: '2026-11-26',
  },
  modern(found) {
    const verb = composerVerb(found.step)?.verb ?? '';
    if (!/^(?:install|update|require|create-project)$/.test(verb)) return undefined;
    // `--dev` of require says where a package is listed.
    const isInstall = verb === 'install' || verb === 'update';
    const chooses = found.rest.some(({ value }) => value === '--no-dev');
    const respelled = respell(found, [NO_SUGGEST, ...(isInstall && !chooses ? [DEV] : [])]);
    return respelled && { ...respelled, note: 'which does nothing' };
  },
};
