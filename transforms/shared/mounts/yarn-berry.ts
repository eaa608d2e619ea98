import { valueOf } from '../../../src/kit.ts';
import type { Visit } from '../visit.ts';
import { fills, oneDirectory, read, type CacheRow } from './row.ts';

/**
 * Yarn 2 and later run packages out of their cache, unless they are told to make node_modules; and
 * only since Yarn 4 the cache lies in the home by default.
 */
export function berryRow({ context }: Visit): CacheRow | undefined {
  const settings = valueOf(context.readText('.yarnrc.yml')) ?? '';
  const manifest = valueOf(context.readText('package.json')) ?? '';
  const modules = /^nodeLinker:\s*["']?node-modules\b/m.test(settings);
  const four =
    /"packageManager":\s*"yarn@(?:[4-9]|\d\d)/.test(manifest) ||
    /^yarnPath:.*yarn-(?:[4-9]|\d\d)/m.test(settings);
  const own = /^(?:enableGlobalCache:\s*false|cacheFolder:|globalFolder:)/m.test(settings);
  return modules && four && !own ? BERRY : undefined;
}

const BERRY: CacheRow = {
  id: 'yarn',
  uses: fills('yarn'),
  directories: oneDirectory('yarn-berry', '~/.yarn/berry/cache', [
    ['YARN_CACHE_FOLDER', ''],
    ['YARN_GLOBAL_FOLDER', '/cache'],
  ]),
  variables: ['YARN_CACHE_FOLDER', 'YARN_GLOBAL_FOLDER'],
  stops: [['YARN_ENABLE_GLOBAL_CACHE', /^(?:false|0)$/]],
  locked: true,
  system: false,
  cleans: /^yarn (?:.* )?cache clean\b/,
  source: read(
    'Yarn: enableGlobalCache',
    'https://yarnpkg.com/configuration/yarnrc#enableGlobalCache',
  ),
};
