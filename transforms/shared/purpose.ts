import { commandsIn, type Command, type Script } from '../../src/kit.ts';
import { memo } from './memo.ts';
import { withoutSudo } from './shell-state.ts';

/**
 * What a RUN is for, as far as the build cache is concerned: layers are worth keeping apart where
 * the later one changes more often than the earlier one.
 */
export interface Purpose {
  /** Installs packages of the distribution. */
  readonly system: boolean;
  /** Installs what a manifest of the application lists. */
  readonly dependencies: boolean;
  /** Builds or tests the application. */
  readonly build: boolean;
  /** Downloads something. */
  readonly fetches: boolean;
  /** Does nothing but remove files, packages and caches. */
  readonly cleanupOnly: boolean;
  /** Does nothing but fetch package lists. */
  readonly updateOnly: boolean;
}

/** The static words of a command, without sudo and the like; dynamic words as they are written. */
export const wordsOf = memo((command: Command): readonly string[] =>
  withoutSudo(command.words.map((word) => word.value ?? word.text)),
);

export const purposeOf = memo((script: Script): Purpose => {
  const commands = [...commandsIn(script.body)].map(wordsOf).filter((words) => words.length > 0);
  const gists = commands.map(gist);
  const working = gists.filter((_, index) => !NEUTRAL.has(program(commands[index]![0])));
  return {
    system: gists.some((line) => SYSTEM.test(line)),
    dependencies: gists.some((line) => DEPENDENCIES.test(line)),
    build: gists.some((line) => BUILD.test(line)),
    fetches: gists.some((line) => FETCH.test(line)),
    cleanupOnly: working.length > 0 && working.every((line) => CLEANUP.test(line)),
    updateOnly: working.length > 0 && working.every((line) => UPDATE.test(line)),
  };
});

const program = (name = ''): string => name.replace(/^.*\//, '');

/** Say nothing of what a RUN is for. */
const NEUTRAL = new Set(['set', 'cd', 'echo', 'export', 'true', ':']);

/** The program and the words that are no options. */
const gist = ([name, ...args]: readonly string[]): string =>
  [program(name), ...args.filter((arg) => !arg.startsWith('-'))].join(' ');

const anyOf = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'));

const SYSTEM = anyOf(
  /^(?:apt|apt-get|aptitude|yum|dnf|microdnf|tdnf|zypper) (?:.* )?(?:install|in|upgrade|dist-upgrade|update|build-dep|groupinstall)\b/,
  /^apk (?:.* )?(?:add|upgrade)\b/,
  /^(?:pacman|emerge|rpm|dpkg)\b/,
);

const DEPENDENCIES = anyOf(
  /^(?:npm|pnpm|cnpm) (?:.* )?(?:i|in|install|ci|add|clean-install)\b/,
  /^yarn(?: (?:install|add|global add)\b|$)/,
  /^(?:pip[\d.]*|pipenv|poetry|pdm) (?:.* )?(?:install|sync)\b/,
  /^python[\d.]* pip install\b/,
  /^uv (?:sync|pip (?:install|sync)|add)\b/,
  /^(?:bundle|bundler)(?: install|$)/,
  /^(?:gem|composer|bower|jspm|bun|conda|mamba|micromamba|cpanm|luarocks|pecl) (?:.* )?(?:install|require|create|update)\b/,
  /^(?:go (?:mod download|get)|cargo fetch|dotnet restore|mix deps\.get|shards install|glide install|dep ensure|stack setup)\b/,
  /^mvnw? .*dependency:/,
  /^(?:lein deps|sbt update|swift package resolve)\b/,
);

const BUILD = anyOf(
  /^(?:npm|pnpm|bun) (?:run|test|build|exec)\b/,
  /^yarn (?!install\b|add\b|global\b|cache\b|config\b|set\b|upgrade\b|remove\b|autoclean\b|link\b|import\b)\w/,
  /^(?:npx|ng|tsc|webpack|vite|gulp|grunt|rollup|parcel|ember|next|nuxt|hugo|jekyll|gatsby)\b/,
  /^(?:make|cmake|ninja|meson|scons|bazel|ant|configure|autoreconf|gcc|g\+\+|cc|clang|javac|rustc|ghc)\b/,
  /^go (?:build|install|test|vet|generate|run)\b/,
  /^cargo (?:build|install|test|run)\b/,
  /^(?:mvnw?|gradlew?|sbt|lein|mill) (?!.*dependency:)/,
  /^(?:dotnet|msbuild|nuget) (?:build|publish|test|pack)\b/,
  /^python[\d.]* (?:setup\.py|manage\.py)\b/,
  /^(?:rake|rails|mix|stack|cabal|swift|crystal|shards|dub|nim|zig|elm|spago) /,
  /^bundle exec\b/,
);

const FETCH = /^(?:curl|wget|svn|hg|aria2c) |^git (?:.* )?clone\b/;

const CLEANUP = anyOf(
  /^rm\b/,
  /^(?:apt|apt-get|aptitude) (?:.* )?(?:clean|autoclean|autoremove|purge|remove|distclean)\b/,
  /^apk (?:.* )?(?:del|cache)\b/,
  /^(?:yum|dnf|microdnf|tdnf|zypper) (?:.* )?(?:clean|remove|erase|autoremove)\b/,
  /^(?:npm|yarn) cache clean\b/,
  /^(?:conda|mamba|micromamba) clean\b/,
);

const UPDATE = anyOf(
  /^(?:apt|apt-get|aptitude|apk) update$/,
  /^(?:yum|dnf|microdnf|tdnf) makecache\b/,
  /^zypper (?:ref|refresh)\b/,
);
