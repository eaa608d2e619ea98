import type { Command, Source, Word } from '../../src/kit.ts';
import { memo } from './memo.ts';
import { baseName, programIndex } from './prefix.ts';

/** What a package manager leaves behind, and how not to. */
export interface Manager {
  readonly id: string;
  /** Its programs, without path; `pip3.11` counts as `pip`. */
  readonly programs: readonly string[];
  /** One of these stands in every command line that cleans its cache. */
  readonly marks: readonly string[];
  /** `python -m pip`: the module that is it. */
  readonly module?: string;
  /** Options before or behind the sub-command that take the next word as their value. */
  readonly valueOptions: readonly string[];
  /** Sub-commands that fill the cache; `''` stands for none at all (`yarn`, `bundle`). */
  readonly fills: readonly string[];
  /** The directories that are filled; `~` is the home of whoever runs it. */
  readonly directories: readonly string[];
  /** Variables that, set to anything, say that there is no cache or that it lies elsewhere. */
  readonly offVariables?: readonly string[];
  /** An argument that says the same. */
  readonly offArgument?: RegExp;
  /** A command line, in the RUN or before it, that says the same of what comes behind. */
  readonly offSetting?: RegExp;
  /** Put behind the sub-command it keeps the cache from being filled. */
  readonly flag?: { readonly text: string; readonly also: readonly RegExp[] };
  /**
   * Put behind the installation it empties the cache. It must not fail, nor ask. `{}` stands for
   * the program, spelt as in the installation.
   */
  readonly cleanup: string;
  /** Recognises a clean-up of this cache that is there already, by its command line. */
  readonly cleaned: RegExp;
  /** A command line that works from the cache, and would fail or fetch anew without it. */
  readonly worksFromCache?: RegExp;
  /** Also what the application is started with may work from it. */
  readonly neededAtStart?: RegExp;
  readonly source: Source;
}

const list = (text: string): readonly string[] => text.split(' ');

const read = (title: string, url: string): Source => ({ title, url, date: '2026-11-23' });

/** `rm -rf` of a directory, or of all that is in it. */
const removal = (...paths: readonly string[]): RegExp => {
  const home = '(?:~|/root|/home/[\\w.-]+|"?\\$\\{?HOME\\}?"?)';
  const alternatives = paths.map((path) =>
    path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/^~/, home),
  );
  return new RegExp(`^rm (?:.* )?(?:${alternatives.join('|')})(?:/?|/?\\*\\S*)"?(?: |$)`);
};

const either = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map((pattern) => pattern.source).join('|'));

const DNF_FILLS = list(
  'install in localinstall update upgrade up upgrade-minimal reinstall groupinstall group groups distro-sync swap builddep makecache module check-update downgrade dist-upgrade',
);

const DNF_VALUES = list(
  '-c --config -d -e -R -x --exclude --enablerepo --disablerepo --installroot --releasever --setopt --repo --repoid --repofrompath --forcearch --enable-repo --disable-repo --setvar --comment --color',
);

export const APT: Manager = {
  id: 'apt',
  programs: ['apt-get', 'apt', 'aptitude'],
  marks: ['apt'],
  valueOptions: list(
    '-o --option -t --target-release --default-release -c --config-file -a --host-architecture -P --build-profiles',
  ),
  // Installing needs the lists and does not fill them: `update` does.
  fills: ['update'],
  directories: ['/var/lib/apt/lists'],
  cleanup: 'rm -rf /var/lib/apt/lists/*',
  cleaned: either(
    removal('/var/lib/apt/lists', '/var/lib/apt'),
    /^rm (?:.* )?\/var\/lib\/\{[^}\s]*\bapt\b/,
    /^find (?:.* )?\/var\/lib\/apt\/lists\b.* (?:-delete|rm)\b/,
    /^(?:apt|apt-get) (?:.* )?dist-?clean$/,
  ),
  source: read(
    'debuerreotype: what the official Debian images set',
    'https://github.com/debuerreotype/debuerreotype/blob/master/scripts/debuerreotype-minimizing-config',
  ),
};

export const APK: Manager = {
  id: 'apk',
  programs: ['apk'],
  marks: ['apk'],
  valueOptions: list(
    '-X --repository -p --root --arch --cache-dir --cache-max-age --keys-dir --repositories-file --wait --progress-fd --timeout -t --virtual',
  ),
  fills: ['add', 'upgrade', 'fix'],
  // Where /etc/apk/cache exists, apk keeps index and packages there instead.
  directories: ['/var/cache/apk', '/etc/apk/cache'],
  // Without network it takes what is there already: nothing is fetched that could be kept.
  flag: { text: '--no-cache', also: [/^--no-network$/] },
  cleanup: 'rm -rf /var/cache/apk/*',
  cleaned: removal('/var/cache/apk'),
  worksFromCache: /^apk (?:.* )?--no-network\b/,
  source: read('apk(8)', 'https://man.archlinux.org/man/apk.8'),
};

export const PIP: Manager = {
  id: 'pip',
  programs: ['pip'],
  marks: ['pip', '.cache'],
  module: 'pip',
  valueOptions: list(
    '--proxy --retries --timeout --default-timeout --exists-action --trusted-host --cert --client-cert --cache-dir --log --python --use-feature -r -c --use-deprecated -e -t --target -i --index-url --extra-index-url -f',
  ),
  fills: ['install', 'download', 'wheel'],
  directories: ['~/.cache/pip'],
  offVariables: ['PIP_NO_CACHE_DIR', 'PIP_CACHE_DIR'],
  flag: { text: '--no-cache-dir', also: [/^--no-cache(?:-dir)?$/, /^--cache-dir(?:=|$)/] },
  cleanup: 'rm -rf ~/.cache/pip',
  cleaned: either(
    removal('~/.cache/pip', '~/.cache'),
    /^(?:pip[\d.]*|python[\d.]* -m pip) cache purge$/,
  ),
  source: read('pip: caching', 'https://pip.pypa.io/en/stable/topics/caching/'),
};

/** Every package manager that is known, the order being that of the clean-up commands. */
export const MANAGERS: readonly Manager[] = [
  APT,
  APK,
  {
    id: 'yum',
    programs: ['yum'],
    marks: ['yum', 'dnf'],
    valueOptions: DNF_VALUES,
    fills: DNF_FILLS,
    directories: ['/var/cache/yum', '/var/cache/dnf'],
    cleanup: '{} clean all',
    cleaned: either(
      /^(?:yum|dnf) (?:.* )?clean all\b/,
      removal('/var/cache/yum', '/var/cache/dnf'),
    ),
    worksFromCache: /^yum (?:.* )?(?:-C|--cacheonly)\b/,
    source: read('yum(8)', 'https://man7.org/linux/man-pages/man8/yum.8.html'),
  },
  {
    id: 'dnf',
    programs: ['dnf', 'dnf5'],
    marks: ['yum', 'dnf'],
    valueOptions: DNF_VALUES,
    fills: DNF_FILLS,
    directories: ['/var/cache/dnf', '/var/cache/libdnf5'],
    cleanup: '{} clean all',
    cleaned: either(
      /^(?:yum|dnf5?) (?:.* )?clean all\b/,
      removal('/var/cache/dnf', '/var/cache/yum', '/var/cache/libdnf5'),
    ),
    worksFromCache: /^dnf5? (?:.* )?(?:-C|--cacheonly)\b/,
    source: read(
      'dnf: clean command',
      'https://dnf.readthedocs.io/en/latest/command_ref.html#clean-command',
    ),
  },
  {
    id: 'microdnf',
    programs: ['microdnf'],
    marks: ['yum', 'dnf'],
    valueOptions: DNF_VALUES,
    fills: DNF_FILLS,
    directories: ['/var/cache/dnf', '/var/cache/yum'],
    cleanup: '{} clean all',
    cleaned: either(/^microdnf (?:.* )?clean all\b/, removal('/var/cache/dnf', '/var/cache/yum')),
    source: read('microdnf', 'https://github.com/rpm-software-management/microdnf'),
  },
  {
    id: 'tdnf',
    programs: ['tdnf'],
    marks: ['tdnf'],
    valueOptions: DNF_VALUES,
    fills: DNF_FILLS,
    directories: ['/var/cache/tdnf'],
    cleanup: '{} clean all',
    cleaned: either(/^tdnf (?:.* )?clean all\b/, removal('/var/cache/tdnf')),
    source: read('tdnf', 'https://github.com/vmware/tdnf/wiki'),
  },
  {
    id: 'zypper',
    programs: ['zypper'],
    marks: ['zyp'],
    valueOptions: list(
      '-c --config --userdata -s -D --reposd-dir -C --cache-dir -p --plus-repo --releasever -R --root --installroot --from -r --repo',
    ),
    fills: ['install', 'in', 'update', 'up', 'dist-upgrade', 'dup', 'patch', 'refresh', 'ref'],
    directories: ['/var/cache/zypp'],
    // `zypper clean` alone keeps the metadata.
    cleanup: '{} clean --all',
    cleaned: either(/^zypper (?:.* )?(?:clean|cc)\b/, removal('/var/cache/zypp')),
    worksFromCache: /^zypper (?:.* )?--no-refresh\b/,
    source: read('zypper(8)', 'https://en.opensuse.org/SDB:Zypper_manual'),
  },
  PIP,
  {
    id: 'pipenv',
    programs: ['pipenv'],
    marks: ['pipenv', '.cache'],
    module: 'pipenv',
    valueOptions: [
      '--python',
      '--pypi-mirror',
      '--categories',
      '-r',
      '--extra-pip-args',
      '-e',
      '-i',
    ],
    fills: ['install', 'sync', 'update', 'upgrade'],
    // The environments lie in ~/.local/share/virtualenvs, not in the cache.
    directories: ['~/.cache/pipenv'],
    offVariables: ['PIPENV_CACHE_DIR'],
    cleanup: 'rm -rf ~/.cache/pipenv ~/.cache/pip',
    cleaned: removal('~/.cache/pipenv', '~/.cache'),
    source: read('Pipenv: configuration', 'https://pipenv.pypa.io/en/latest/configuration.html'),
  },
  {
    id: 'poetry',
    programs: ['poetry'],
    marks: ['poetry', 'POETRY', '.cache'],
    module: 'poetry',
    valueOptions: ['-C', '--directory', '-P', '--project', '--with', '--without', '--only', '-E'],
    fills: ['install', 'add', 'update', 'sync'],
    // ~/.cache/pypoetry/virtualenvs is the installed environment.
    directories: ['~/.cache/pypoetry'],
    offVariables: ['POETRY_CACHE_DIR'],
    cleanup: 'rm -rf ~/.cache/pypoetry/cache ~/.cache/pypoetry/artifacts',
    cleaned: either(
      removal('~/.cache/pypoetry', '~/.cache/pypoetry/cache', '~/.cache'),
      /^rm (?:.* )?"?\$\{?POETRY_CACHE_DIR\b/,
      /^poetry (?:.* )?cache clear\b/,
      /^poetry (?:.* )?--no-cache\b/,
    ),
    source: read('Poetry: cache-dir', 'https://python-poetry.org/docs/configuration/#cache-dir'),
  },
  {
    id: 'uv',
    programs: ['uv'],
    marks: ['uv', '.cache'],
    valueOptions: list(
      '--cache-dir --color --directory --project --config-file -r -c -p --python --index-url --extra-index-url --link-mode --target --prefix',
    ),
    fills: ['sync', 'add', 'pip install', 'pip sync', 'tool install'],
    directories: ['~/.cache/uv'],
    offVariables: ['UV_NO_CACHE', 'UV_CACHE_DIR', 'UV_LINK_MODE'],
    flag: { text: '--no-cache', also: [/^(?:-n|--no-cache(?:-dir)?)$/, /^--cache-dir(?:=|$)/] },
    cleanup: 'rm -rf ~/.cache/uv',
    cleaned: either(removal('~/.cache/uv', '~/.cache'), /^uv cache (?:clean|prune)\b/),
    worksFromCache: /^uv (?:.* )?--offline\b/,
    source: read(
      'uv: Docker, caching',
      'https://docs.astral.sh/uv/guides/integration/docker/#caching',
    ),
  },
  {
    id: 'npm',
    programs: ['npm'],
    marks: ['npm'],
    valueOptions: list(
      '--prefix -C --registry --cache --omit --include --workspace -w --loglevel --tag --userconfig --fetch-retries --fetch-timeout --only --network-timeout --maxsockets --install-strategy --python --script-shell',
    ),
    fills: list(
      'install i in ins inst insta instal isnt add ci clean-install ic install-clean it install-test cit install-ci-test update up upgrade',
    ),
    directories: ['~/.npm'],
    offVariables: ['npm_config_cache', 'NPM_CONFIG_CACHE'],
    // Without --force it fails since npm 5.
    cleanup: '{} cache clean --force',
    cleaned: either(
      /^npm (?:.* )?cache (?:clean|clear|rm)\b/,
      /^npm (?:.* )?(?:clean|clear) cache\b/,
      removal('~/.npm'),
    ),
    worksFromCache: /^(?:npm|npx) (?:.* )?(?:--offline|--prefer-offline)\b/,
    source: read('npm cache', 'https://docs.npmjs.com/cli/v10/commands/npm-cache'),
  },
  {
    id: 'yarn',
    programs: ['yarn', 'yarnpkg'],
    marks: ['yarn', '.cache'],
    valueOptions: ['--cwd', '--modules-folder', '--cache-folder', '--registry', '--mutex'],
    fills: ['', 'install', 'add', 'global add', 'upgrade'],
    // As root yarn 1 keeps it in /usr/local/share/.cache.
    directories: [
      '/usr/local/share/.cache/yarn',
      '/usr/local/share/.cache',
      '~/.cache/yarn',
      '~/.yarn',
    ],
    offVariables: ['YARN_CACHE_FOLDER'],
    cleanup: '{} cache clean',
    cleaned: either(
      /^yarn (?:.* )?cache clean\b/,
      removal('/usr/local/share/.cache', '~/.cache/yarn', '~/.cache'),
      /^rm (?:.* )?"?\$\(yarn cache dir\)/,
    ),
    worksFromCache: /^yarn (?:.* )?(?:--offline|--prefer-offline)\b/,
    source: read('yarn cache (Yarn 1)', 'https://classic.yarnpkg.com/lang/en/docs/cli/cache/'),
  },
  {
    id: 'pnpm',
    programs: ['pnpm'],
    marks: ['pnpm', '.cache'],
    valueOptions: ['-C', '--dir', '--filter', '-F', '--store-dir', '--reporter', '--loglevel'],
    fills: ['install', 'i', 'add', 'update', 'up', 'upgrade', 'ci'],
    // The store is hard-linked into node_modules, so only the metadata take room.
    directories: ['~/.cache/pnpm', '~/.local/share/pnpm', '/pnpm/store'],
    offVariables: ['PNPM_HOME', 'XDG_CACHE_HOME'],
    cleanup: 'rm -rf ~/.cache/pnpm',
    cleaned: either(removal('~/.cache/pnpm', '~/.cache'), /^pnpm (?:.* )?store prune\b/),
    worksFromCache: /^pnpm (?:.* )?(?:--offline|--prefer-offline)\b/,
    source: read('pnpm: storeDir', 'https://pnpm.io/settings#storedir'),
  },
  {
    id: 'gem',
    programs: ['gem'],
    marks: ['gem', 'bundle'],
    valueOptions: [
      '-i',
      '--install-dir',
      '-n',
      '--bindir',
      '-v',
      '--version',
      '--platform',
      '-s',
      '--source',
    ],
    fills: ['install', 'i', 'update'],
    directories: ['/usr/local/bundle/cache', '/usr/local/bundle'],
    cleanup: 'rm -rf "$({} env gemdir)"/cache/*.gem',
    cleaned: /^rm .*\/cache\b/,
    worksFromCache: /^(?:gem|bundle) (?:.* )?(?:--local|--prefer-local|cache|package|pristine)\b/,
    source: read('RubyGems: command reference', 'https://guides.rubygems.org/command-reference/'),
  },
  {
    id: 'bundle',
    programs: ['bundle', 'bundler'],
    marks: ['gem', 'bundle', 'BUNDLE'],
    valueOptions: ['--gemfile', '--jobs', '-j', '--retry', '--without', '--with', '--binstubs'],
    fills: ['', 'install', 'i', 'update'],
    directories: ['/usr/local/bundle/cache', '/usr/local/bundle'],
    // Where else the gems go, the cache goes too.
    offVariables: ['BUNDLE_PATH', 'BUNDLE_DEPLOYMENT'],
    offArgument: /^--(?:path|deployment|standalone)(?:=|$)/,
    // https://bundler.io/man/bundle-config.1.html, read 2026-11-26.
    offSetting: /^bundler? config (?:set )?(?:--\w+ )*(?:path|deployment)(?![.\w])/,
    cleanup: 'rm -rf "$(gem env gemdir)"/cache/*.gem',
    cleaned: /^rm .*\/cache\b/,
    worksFromCache: /^bundle (?:.* )?(?:--local|--prefer-local|cache|package|pristine)\b/,
    source: read('bundle install', 'https://bundler.io/man/bundle-install.1.html'),
  },
  {
    id: 'composer',
    programs: ['composer', 'composer.phar'],
    marks: ['composer', '.cache'],
    valueOptions: ['-d', '--working-dir', '--prefer-install', '--repository', '--stability'],
    fills: [
      'install',
      'i',
      'update',
      'u',
      'upgrade',
      'require',
      'r',
      'create-project',
      'global require',
    ],
    directories: ['~/.composer/cache', '~/.composer', '~/.cache/composer', '/tmp/cache', '/tmp'],
    offVariables: ['COMPOSER_CACHE_DIR'],
    // Known to every version, as --no-cache is only since 1.9 (2019).
    cleanup: '{} clear-cache',
    cleaned: either(
      /^composer(?:\.phar)? (?:.* )?(?:clear-cache|clearcache|cc)\b/,
      /^composer(?:\.phar)? (?:.* )?--no-cache\b/,
      removal('~/.composer', '~/.cache/composer', '~/.cache'),
    ),
    source: read(
      'Composer: clear-cache',
      'https://getcomposer.org/doc/03-cli.md#clear-cache-clearcache-cc',
    ),
  },
  {
    id: 'conda',
    programs: ['conda'],
    marks: ['conda', 'mamba'],
    valueOptions: ['-n', '--name', '-p', '--prefix', '-c', '--channel', '-f', '--file', '--solver'],
    fills: ['install', 'create', 'update', 'upgrade', 'env create', 'env update'],
    directories: ['/opt/conda/pkgs', '/opt/conda'],
    offVariables: ['CONDA_PKGS_DIRS'],
    // -f needs conda 4.6 (2019); what it adds is hard-linked and takes no room.
    cleanup: '{} clean -ay',
    cleaned: either(/^(?:\S*\/)?(?:conda|mamba) clean\b/, removal('/opt/conda/pkgs')),
    worksFromCache: /^(?:conda|mamba) (?:.* )?(?:--offline|--clone)\b/,
    source: read(
      'conda clean',
      'https://docs.conda.io/projects/conda/en/stable/commands/clean.html',
    ),
  },
  {
    id: 'mamba',
    programs: ['mamba', 'micromamba'],
    marks: ['conda', 'mamba'],
    valueOptions: [
      '-n',
      '--name',
      '-p',
      '--prefix',
      '-c',
      '--channel',
      '-f',
      '--file',
      '-r',
      '--root-prefix',
    ],
    fills: ['install', 'create', 'update', 'upgrade', 'env create', 'env update'],
    directories: ['/opt/conda/pkgs', '/opt/conda'],
    offVariables: ['CONDA_PKGS_DIRS'],
    cleanup: '{} clean -ay',
    cleaned: either(/^(?:\S*\/)?(?:conda|mamba|micromamba) clean\b/, removal('/opt/conda/pkgs')),
    worksFromCache: /^(?:conda|mamba|micromamba) (?:.* )?(?:--offline|--clone)\b/,
    source: read(
      'mamba: user guide',
      'https://mamba.readthedocs.io/en/latest/user_guide/mamba.html',
    ),
  },
  {
    id: 'go',
    programs: ['go'],
    marks: ['go'],
    valueOptions: ['-C', '-o', '-p', '-tags', '-ldflags', '-gcflags'],
    fills: ['build', 'install'],
    directories: ['/go/pkg/mod', '/go/pkg', '/go', '~/.cache/go-build', '~/.cache'],
    offVariables: ['GOMODCACHE', 'GOCACHE', 'GOFLAGS'],
    // Module files are read-only, so rm fails for all but root.
    cleanup: '{} clean -cache -modcache',
    cleaned: either(/^go clean\b.*-(?:mod)?cache\b/, removal('/go/pkg', '/go')),
    worksFromCache: /^(?:go|make|air|CompileDaemon|gin|realize|reflex)\b/,
    neededAtStart: /(?:^|[\s"'/])(?:go|air|make|CompileDaemon|gin|realize|reflex|dlv)(?:[\s"']|$)/,
    source: read('go clean', 'https://pkg.go.dev/cmd/go#hdr-Remove_object_files_and_cached_files'),
  },
  {
    id: 'cargo',
    programs: ['cargo'],
    marks: ['cargo', 'CARGO'],
    valueOptions: [
      '--config',
      '-Z',
      '-C',
      '--manifest-path',
      '--target-dir',
      '--target',
      '--root',
      '-p',
    ],
    fills: ['build', 'b', 'install'],
    directories: ['/usr/local/cargo/registry', '/usr/local/cargo', '~/.cargo', '~/.cargo/registry'],
    cleanup: 'rm -rf "${CARGO_HOME:-$HOME/.cargo}/registry"',
    cleaned: /^rm .*\/registry\b/,
    worksFromCache: /^(?:cargo|make|wasm-pack|trunk)\b/,
    neededAtStart: /(?:^|[\s"'/])(?:cargo|make)(?:[\s"']|$)/,
    source: read(
      'The Cargo book: Cargo home',
      'https://doc.rust-lang.org/cargo/guide/cargo-home.html',
    ),
  },
  {
    id: 'maven',
    programs: ['mvn', 'mvnw', 'mvnd'],
    marks: ['.m2'],
    valueOptions: [
      '-f',
      '-s',
      '-gs',
      '-t',
      '-T',
      '-P',
      '-pl',
      '-rf',
      '-D',
      '-l',
      '-b',
      '--settings',
    ],
    fills: ['package', 'install', 'verify', 'go-offline', 'resolve'],
    directories: ['~/.m2', '~/.m2/repository'],
    offVariables: ['MAVEN_OPTS', 'MAVEN_ARGS'],
    // ~/.m2 itself also holds the settings.
    cleanup: 'rm -rf ~/.m2/repository',
    cleaned: removal('~/.m2', '~/.m2/repository'),
    worksFromCache: /^(?:\S*\/)?(?:mvnw?|mvnd|make|ant)\b/,
    neededAtStart: /(?:^|[\s"'/])(?:mvnw?|mvnd|make)(?:[\s"']|$)/,
    source: read(
      'Maven: local repository',
      'https://maven.apache.org/guides/introduction/introduction-to-repositories.html',
    ),
  },
  {
    id: 'gradle',
    programs: ['gradle', 'gradlew'],
    marks: ['.gradle'],
    valueOptions: [
      '-p',
      '-b',
      '-c',
      '-g',
      '--gradle-user-home',
      '-I',
      '-x',
      '--max-workers',
      '--console',
    ],
    fills: ['build', 'assemble', 'bootJar', 'shadowJar', 'installDist', 'jar', 'fatJar'],
    directories: ['~/.gradle', '~/.gradle/caches', '/home/gradle/.gradle'],
    offVariables: ['GRADLE_USER_HOME'],
    cleanup: 'rm -rf ~/.gradle/caches',
    cleaned: removal('~/.gradle', '~/.gradle/caches'),
    worksFromCache: /^(?:\S*\/)?(?:gradlew?|make)\b/,
    neededAtStart: /(?:^|[\s"'/])(?:gradlew?|make)(?:[\s"']|$)/,
    source: read(
      'Gradle: directories',
      'https://docs.gradle.org/current/userguide/directory_layout.html',
    ),
  },
];

/** A command that calls a package manager. */
export interface Invocation {
  readonly manager: Manager;
  readonly command: Command;
  /** `sudo ` and the like as written, or nothing. */
  readonly prefix: string;
  /** The sub-command, two words where the table has two; `''` for none. */
  readonly verb: string;
  /** The program, or the module that `python -m` runs. */
  readonly program: Word;
  /** The last word of the sub-command, or the program where there is none. */
  readonly verbWord: Word;
  /** The words behind the program. */
  readonly args: readonly Word[];
}

const SUDO = /^(?:.*\/)?sudo$/;
const PYTHON = /^python(?:[23](?:\.\d+)?)?$/;

let byProgram: Map<string, Manager> | undefined;

function managerOf(program: string): Manager | undefined {
  byProgram ??= new Map(
    MANAGERS.flatMap((manager) => manager.programs.map((name) => [name, manager])),
  );
  return byProgram.get(program.replace(/^pip[23](?:\.\d+)?$/, 'pip'));
}

/** Could the command clean any cache? Most could not, which saves trying all patterns. */
const MAY_CLEAN =
  /^(?:rm|find) |\b(?:clean|purge|prune|clear|cc|distclean|dist-clean)\b|--no-cache\b/;

/** The managers whose cache a command empties, or keeps from being filled. */
export const cleanedBy = memo((command: Command): readonly Manager[] =>
  cleanedByLine(lineOf(command)),
);

export const cleanedByLine = (line: string): readonly Manager[] =>
  MAY_CLEAN.test(line)
    ? MANAGERS.filter(
        ({ marks, cleaned }) => marks.some((mark) => line.includes(mark)) && cleaned.test(line),
      )
    : [];

/** The package manager that a command calls, if it calls one. */
export const invocationOf = memo((command: Command): Invocation | undefined => {
  const { words } = command;
  const at = programIndex(words.map((word) => word.value ?? word.text));
  // Of what stands before it only sudo matters to a clean-up.
  const sudo = words.slice(0, at).some((word) => SUDO.test(word.value ?? ''));
  const prefix = sudo
    ? words
        .slice(0, at)
        .map((word) => `${word.text} `)
        .join('')
    : '';
  const name = (words[at]?.value ?? '').replace(/^.*\//, '');
  const module =
    PYTHON.test(name) && words[at + 1]?.value === '-m' ? words[at + 2]?.value : undefined;
  const manager =
    module === undefined
      ? managerOf(name)
      : MANAGERS.find((candidate) => candidate.module === module);
  if (!manager) return undefined;
  const program = words[module === undefined ? at : at + 2]!;
  const args = words.slice(words.indexOf(program) + 1);
  return { manager, command, prefix, program, args, ...verbOf(manager, program, args) };
});

function verbOf(
  manager: Manager,
  program: Word,
  args: readonly Word[],
): Pick<Invocation, 'verb' | 'verbWord'> {
  const plain: Word[] = [];
  for (let i = 0; i < args.length && plain.length < 2; i++) {
    const value = args[i]!.value;
    // Behind `$OPTIONS` the sub-command is the first word that can be one.
    if (value === undefined) continue;
    if (value.startsWith('-')) {
      if (manager.valueOptions.includes(value)) i++;
    } else plain.push(args[i]!);
  }
  const [first, second] = plain;
  const pair = first && second && `${first.value} ${second.value}`;
  if (pair !== undefined && manager.fills.includes(pair)) return { verb: pair, verbWord: second! };
  return { verb: first?.value ?? '', verbWord: first ?? program };
}

/** Does it fill the cache? */
export function fillsCache({ manager, verb, args }: Invocation): boolean {
  if (manager.id === 'maven' || manager.id === 'gradle') {
    return args.some((word) => manager.fills.includes((word.value ?? '').replace(/^.*:/, '')));
  }
  return manager.fills.includes(verb);
}

/** The command on one line, `sudo` left out, for the patterns of the table. */
export const lineOf = memo((command: Command): string => {
  const values = command.words.map((word) => word.value ?? word.text);
  const [program = '', ...rest] = values.slice(programIndex(values));
  return [baseName(program), ...rest].join(' ');
});
