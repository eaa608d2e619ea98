import { lineOf } from '../package-managers.ts';
import { GO, CARGO, JVM, MIX, NUGET } from './build-tools.ts';
import {
  anyValue,
  fills,
  list,
  oneDirectory,
  read,
  usesLine,
  type CacheRow,
  type Place,
} from './row.ts';

const DOCKER_APT = read(
  'Dockerfile reference: cache apt packages',
  'https://docs.docker.com/reference/dockerfile/#example-cache-apt-packages',
);

/**
 * /var/lib/apt itself would also hold `extended_states`, the marks of packages that came along with
 * others: tried on 2026-11-25 with Debian 12, the mount brings the marks of another image, and
 * `apt-get autoremove` then removes what this one asked for. So only the lists are mounted.
 */
const APT: CacheRow = {
  id: 'apt',
  uses: usesLine(
    /^(?:apt|apt-get|aptitude) (?:.* )?(?:update|install|upgrade|dist-upgrade|full-upgrade|build-dep|satisfy|download)\b/,
  ),
  directories: () => [
    { name: 'apt-cache', path: '/var/cache/apt' },
    { name: 'apt-lists', path: '/var/lib/apt/lists' },
  ],
  variables: [],
  locked: true,
  system: true,
  moves: /^(?:-o)?(?:Dir|RootDir)\b/,
  cleans: /^(?:apt|apt-get|aptitude) (?:-\S+ )*(?:auto)?clean\b|^find \/var\/(?:lib|cache)\/apt\b/,
  source: DOCKER_APT,
};

/** Where this directory is, apk keeps index and packages in it, unless `--no-cache` says otherwise. */
const APK: CacheRow = {
  id: 'apk',
  uses: usesLine(/^apk (?:.* )?(?:add|upgrade|fix|update)\b/),
  directories: () => [{ name: 'apk', path: '/etc/apk/cache' }],
  variables: [],
  locked: true,
  system: true,
  noCache: /^--no-cache$/,
  // The index may be there and old; without --no-cache only this fetches it anew.
  noCacheBecomes: '--update-cache',
  moves: /^(?:--cache-dir|--root|-p)(?:=|$)/,
  cleans: /^apk (?:-\S+ )*cache (?:-\S+ )*(?:clean|purge)\b/,
  offline: /^apk (?:.* )?--no-network\b/,
  source: read('apk-cache(5)', 'https://man.archlinux.org/man/apk-cache.5'),
};

const RPM = read(
  'dnf: keepcache and cachedir',
  'https://dnf.readthedocs.io/en/latest/conf_ref.html',
);
const RPM_MOVES = /^(?:--installroot|--setopt=(?:cachedir|keepcache)\b|--cachedir)/;

/** Where Fedora and the relatives of RHEL keep the cache: dnf 5 is in Fedora since 41. */
function dnfDirectory({ base }: Place, program: string): string | undefined {
  const release = Number.parseInt(base?.release ?? '', 10);
  if (program === 'dnf5') return '/var/cache/libdnf5';
  if (Number.isNaN(release)) return undefined;
  if (base!.distribution === 'fedora') {
    return release >= 41 ? '/var/cache/libdnf5' : '/var/cache/dnf';
  }
  const old = base!.distribution === 'amazon' ? release < 2023 : release < 8;
  return old ? '/var/cache/yum' : '/var/cache/dnf';
}

const rpm = (id: string, row: Partial<CacheRow>): CacheRow => ({
  id,
  uses: fills(id),
  directories: (place, [command]) => {
    const path = dnfDirectory(place, lineOf(command!).split(' ')[0]!);
    return path === undefined ? undefined : [{ name: id, path }];
  },
  variables: [],
  locked: true,
  system: true,
  moves: RPM_MOVES,
  cleans: /^(?:yum|dnf5?|microdnf|tdnf) (?:.* )?clean\b/,
  offline: /^(?:yum|dnf5?) (?:.* )?(?:-C|--cacheonly)\b/,
  source: RPM,
  ...row,
});

const NODE: readonly CacheRow[] = [
  {
    id: 'npm',
    uses: fills('npm'),
    directories: oneDirectory('npm', '~/.npm', [
      ['npm_config_cache', ''],
      ['NPM_CONFIG_CACHE', ''],
    ]),
    variables: list('npm_config_cache NPM_CONFIG_CACHE'),
    locked: false,
    system: false,
    moves: /^--cache(?:=|$)/,
    cleans: /^npm (?:.* )?cache (?:clean|clear|rm)\b|^npm (?:.* )?(?:clean|clear) cache\b/,
    offline: /^npm (?:.* )?--offline\b/,
    source: read('npm config: cache', 'https://docs.npmjs.com/cli/v10/using-npm/config#cache'),
  },
  {
    id: 'yarn',
    uses: fills('yarn'),
    // Yarn 1 as root takes /usr/local/share for a home.
    directories: (place) =>
      oneDirectory('yarn', place.root ? '/usr/local/share/.cache/yarn' : '~/.cache/yarn', [
        ['YARN_CACHE_FOLDER', ''],
      ])(place),
    variables: ['YARN_CACHE_FOLDER'],
    locked: true,
    system: false,
    moves: /^--cache-folder(?:=|$)/,
    cleans: /^yarn (?:.* )?cache clean\b/,
    offline: /^yarn (?:.* )?--offline\b/,
    source: read('yarn cache (Yarn 1)', 'https://classic.yarnpkg.com/lang/en/docs/cli/cache/'),
  },
  {
    id: 'pnpm',
    uses: (command) =>
      fills('pnpm')(command) || /^pnpm (?:.* )?(?:fetch|deploy)\b/.test(lineOf(command)),
    directories: oneDirectory('pnpm', '~/.local/share/pnpm/store', [
      ['PNPM_HOME', '/store'],
      ['XDG_DATA_HOME', '/pnpm/store'],
    ]),
    variables: list('PNPM_HOME XDG_DATA_HOME'),
    stops: list('npm_config_store_dir NPM_CONFIG_STORE_DIR pnpm_config_store_dir').map(anyValue),
    locked: false,
    system: false,
    moves: /^--store-dir(?:=|$)/,
    cleans: /^pnpm (?:.* )?store prune\b/,
    offline: /^pnpm (?:.* )?--offline\b/,
    // It tries whether files of the project can be linked to beside the store.
    writesBeside: true,
    source: read('pnpm: Docker', 'https://pnpm.io/docker'),
  },
  {
    id: 'bun',
    uses: usesLine(/^bun (?:-\S+ )*(?:install|i|add|a|update|ci)(?: |$)/),
    directories: oneDirectory('bun', '~/.bun/install/cache', [
      ['BUN_INSTALL_CACHE_DIR', ''],
      ['BUN_INSTALL', '/install/cache'],
    ]),
    variables: list('BUN_INSTALL_CACHE_DIR BUN_INSTALL'),
    locked: false,
    system: false,
    noCache: /^--no-cache$/,
    moves: /^--cache-dir(?:=|$)/,
    cleans: /^bun pm cache rm\b/,
    source: read('Bun: global cache', 'https://bun.sh/docs/install/cache'),
  },
];

const PYTHON: readonly CacheRow[] = [
  {
    id: 'pip',
    uses: fills('pip'),
    directories: oneDirectory('pip', '~/.cache/pip', [
      ['PIP_CACHE_DIR', ''],
      ['XDG_CACHE_HOME', '/pip'],
    ]),
    variables: list('PIP_CACHE_DIR XDG_CACHE_HOME'),
    locked: false,
    // Wheels that were built here are named linux_x86_64, whichever libc they were built against.
    system: true,
    off: ['PIP_NO_CACHE_DIR'],
    noCache: /^--no-cache(?:-dir)?$/,
    moves: /^--cache-dir(?:=|$)/,
    cleans: /^(?:pip[\d.]*|python[\d.]* -m pip) cache purge\b/,
    source: read('pip: caching', 'https://pip.pypa.io/en/stable/topics/caching/'),
  },
  {
    id: 'pipenv',
    uses: fills('pipenv'),
    directories: oneDirectory('pipenv', '~/.cache/pipenv', [['PIPENV_CACHE_DIR', '']]),
    variables: ['PIPENV_CACHE_DIR'],
    stops: list('XDG_CACHE_HOME PIP_CACHE_DIR').map(anyValue),
    locked: true,
    system: true,
    off: ['PIP_NO_CACHE_DIR'],
    cleans: /^pipenv (?:.* )?--clear$/,
    source: read('Pipenv: configuration', 'https://pipenv.pypa.io/en/latest/configuration.html'),
  },
  {
    id: 'poetry',
    uses: fills('poetry'),
    // Its environments lie beside these two.
    directories: (place) => {
      const set = place.value('POETRY_CACHE_DIR');
      const base = set === undefined ? '~/.cache/pypoetry' : set;
      return [
        { name: 'poetry-cache', path: `${base}/cache` },
        { name: 'poetry-artifacts', path: `${base}/artifacts` },
      ];
    },
    variables: ['POETRY_CACHE_DIR'],
    stops: [anyValue('XDG_CACHE_HOME')],
    locked: true,
    system: true,
    noCache: /^--no-cache$/,
    cleans: /^poetry (?:.* )?cache clear\b/,
    writesBeside: true,
    source: read('Poetry: cache-dir', 'https://python-poetry.org/docs/configuration/#cache-dir'),
  },
  {
    id: 'uv',
    uses: (command) => fills('uv')(command) || /^uv (?:.* )?(?:lock|build)\b/.test(lineOf(command)),
    directories: oneDirectory('uv', '~/.cache/uv', [
      ['UV_CACHE_DIR', ''],
      ['XDG_CACHE_HOME', '/uv'],
    ]),
    variables: list('UV_CACHE_DIR XDG_CACHE_HOME'),
    locked: false,
    system: true,
    off: ['UV_NO_CACHE'],
    noCache: /^(?:-n|--no-cache(?:-dir)?)$/,
    moves: /^--cache-dir(?:=|$)|^--link-mode(?:=(?:hardlink|symlink))?$/,
    cleans: /^uv cache (?:clean|prune)\b/,
    offline: /^uv (?:.* )?--offline\b/,
    source: read('uv: Docker', 'https://docs.astral.sh/uv/guides/integration/docker/#caching'),
  },
];

/** Images in which conda lies in /opt/conda. */
const CONDA_IMAGES = /^(?:continuumio\/|condaforge\/|mambaorg\/micromamba$)/;

const conda = (id: string): CacheRow => ({
  id,
  uses: fills(id),
  directories: (place) =>
    CONDA_IMAGES.test(place.base?.repository ?? '')
      ? oneDirectory('conda', '/opt/conda/pkgs', [['CONDA_PKGS_DIRS', '']])(place)
      : undefined,
  variables: ['CONDA_PKGS_DIRS'],
  locked: true,
  system: false,
  cleans: /^(?:conda|mamba|micromamba) clean\b/,
  offline: /^(?:conda|mamba|micromamba) (?:.* )?(?:--offline|--clone|--use-local)\b/,
  source: read(
    'conda: package cache directory',
    'https://docs.conda.io/projects/conda/en/stable/user-guide/configuration/custom-env-and-pkg-locations.html',
  ),
});

const ruby = (id: string): CacheRow => ({
  id,
  uses: fills(id),
  directories: ({ value }) => {
    const home = value('GEM_HOME');
    return home === undefined ? undefined : [{ name: 'gem', path: `${home}/cache` }];
  },
  variables: ['GEM_HOME'],
  locked: true,
  system: false,
  // Where the gems go to the project, the cache is there too.
  off: ['BUNDLE_PATH', 'BUNDLE_DEPLOYMENT'],
  moves: /^(?:--path|--deployment|--install-dir|-i|--user-install)(?:=|$)/,
  offline: /^(?:gem|bundle) (?:.* )?(?:--local|--prefer-local|pristine|cache|package)\b/,
  source: read('RubyGems: gem install', 'https://guides.rubygems.org/command-reference/'),
});

const PHP: CacheRow = {
  id: 'composer',
  uses: fills('composer'),
  /**
   * Where ~/.composer/cache exists, Composer takes it before any other:
   * https://github.com/composer/composer/blob/main/src/Composer/Factory.php, read 2026-11-25.
   */
  directories: (place) =>
    place.base?.repository === 'composer' && place.value('COMPOSER_HOME') === undefined
      ? [{ name: 'composer', path: place.value('COMPOSER_CACHE_DIR') ?? '/tmp/cache' }]
      : oneDirectory('composer', '~/.composer/cache', [
          ['COMPOSER_CACHE_DIR', ''],
          ['COMPOSER_HOME', '/cache'],
        ])(place),
  variables: list('COMPOSER_CACHE_DIR COMPOSER_HOME'),
  locked: false,
  system: false,
  noCache: /^--no-cache$/,
  cleans: /^composer(?:\.phar)? (?:.* )?(?:clear-cache|clearcache|cc)\b/,
  source: read(
    'Composer: COMPOSER_CACHE_DIR',
    'https://getcomposer.org/doc/03-cli.md#composer-cache-dir',
  ),
};

/** The cache of every tool that is known, in the order in which the mounts are written. */
export const CACHE_ROWS: readonly CacheRow[] = [
  APT,
  APK,
  rpm('dnf', { keeps: '--setopt=keepcache=1' }),
  rpm('yum', { keeps: '--setopt=keepcache=1' }),
  rpm('microdnf', {
    directories: () => [{ name: 'microdnf', path: '/var/cache/yum' }],
    source: read('microdnf', 'https://github.com/rpm-software-management/microdnf'),
  }),
  rpm('tdnf', {
    directories: () => [{ name: 'tdnf', path: '/var/cache/tdnf' }],
    source: read('tdnf', 'https://github.com/vmware/tdnf/wiki'),
  }),
  rpm('zypper', {
    directories: () => [{ name: 'zypper', path: '/var/cache/zypp' }],
    moves: /^(?:--root|-R|--installroot|--cache-dir|-C|--pkg-cache-dir)(?:=|$)/,
    cleans: /^zypper (?:.* )?(?:clean|cc)\b/,
    offline: /^zypper (?:.* )?--no-refresh\b/,
    source: read('zypper(8)', 'https://en.opensuse.org/SDB:Zypper_manual'),
  }),
  ...NODE,
  ...PYTHON,
  conda('conda'),
  conda('mamba'),
  ruby('gem'),
  ruby('bundle'),
  PHP,
  GO,
  CARGO,
  ...JVM,
  NUGET,
  MIX,
];
