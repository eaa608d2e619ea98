import { valueOf } from '../../../../src/kit.ts';
import { rubyVersion } from '../ruby.ts';
import { respell, type Speller } from './types.ts';

/**
 * Their Ruby is 1.8 or 1.9: https://packages.ubuntu.com/trusty/ruby,
 * https://snapshot.debian.org/package/ruby-defaults/, read 2026-11-26; 5 and 6 are CentOS.
 */
const OLD_RELEASE =
  /^(?:etch|lenny|squeeze|wheezy|hardy|lucid|precise|quantal|raring|saucy|trusty|[56](?:\.\d+)?)$/;

/**
 * `--no-document` came with RubyGems 2.0, which Ruby 2.0 brought; RubyGems 3.0, of Ruby 2.6, does
 * not know the old ones any more: https://github.com/rubygems/rubygems/blob/v2.0.0/History.txt and
 * https://github.com/rubygems/rubygems/pull/2354, read 2026-11-26.
 */
export const gem: Speller = {
  programs: /^gem[\d.]*$/,
  source: {
    title: 'RubyGems: remove deprecated options',
    url: 'https://github.com/rubygems/rubygems/pull/2354',
    date: '2026-11-26',
  },
  modern(found) {
    if (!/^(?:install|update|i)$/.test(found.verb?.value ?? '')) return undefined;
    const has = (name: string): boolean => found.rest.some(({ value }) => value === name);
    // One alone keeps the other kind of documentation.
    if (!has('--no-ri') || !has('--no-rdoc')) return undefined;
    const respelled = respell(found, [{ old: /^--no-(?:ri|rdoc)$/, now: '--no-document' }]);
    if (!respelled) return undefined;
    const { run } = found.visit;
    const version = rubyVersion(run);
    if (version !== undefined && version < 200) return undefined;
    if (version !== undefined && version >= 206) {
      return { ...respelled, note: 'RubyGems 3.0 and later stop at them' };
    }
    const release = run.stage && valueOf(run.stage.baseFacts)?.release;
    const isKnown = version !== undefined || (release !== undefined && !OLD_RELEASE.test(release));
    if (isKnown) return respelled;
    return { ...respelled, doubt: 'that RubyGems is 2.0 or later' };
  },
};
