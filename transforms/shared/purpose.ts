import { commandsIn, type Command, type Script } from '../../src/kit.ts';
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
  /** Does nothing but remove files, packages and caches. */
  readonly cleanupOnly: boolean;
  /** Does nothing but fetch package lists. */
  readonly updateOnly: boolean;
}

/** The static words of a command, without sudo and the like; dynamic words as they are written. */
export const wordsOf = (command: Command): readonly string[] =>
  withoutSudo(command.words.map((word) => word.value ?? word.text));

export function purposeOf(script: Script): Purpose {
  const commands = [...commandsIn(script.body)].map(wordsOf).filter((words) => words.length > 0);
  const working = commands.filter(([name]) => !NEUTRAL.has(program(name)));
  return {
    system: commands.some((words) => matches(SYSTEM, words)),
    dependencies: commands.some((words) => matches(DEPENDENCIES, words)),
    build: commands.some((words) => matches(BUILD, words)),
    cleanupOnly: working.length > 0 && working.every((words) => matches(CLEANUP, words)),
    updateOnly: working.length > 0 && working.every((words) => matches(UPDATE, words)),
  };
}

const program = (name = ''): string => name.replace(/^.*\//, '');

/** Say nothing of what a RUN is for. */
const NEUTRAL = new Set(['set', 'cd', 'echo', 'export', 'true', ':']);

const matches = (table: readonly RegExp[], [name, ...args]: readonly string[]): boolean => {
  const line = [program(name), ...args.filter((arg) => !arg.startsWith('-'))].join(' ');
  return table.some((pattern) => pattern.test(line));
};

// Matched against the program and the words that are no options.
const SYSTEM = [
  /^(?:apt|apt-get|aptitude|yum|dnf|microdnf|tdnf|zypper) (?:.* )?(?:install|in|upgrade|dist-upgrade|update|build-dep|groupinstall)\b/,
  /^apk (?:.* )?(?:add|upgrade)\b/,
  /^(?:pacman|emerge|rpm|dpkg)\b/,
];

const DEPENDENCIES = [
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
];

const BUILD = [
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
];

const CLEANUP = [
  /^rm\b/,
  /^(?:apt|apt-get|aptitude) (?:.* )?(?:clean|autoclean|autoremove|purge|remove|distclean)\b/,
  /^apk (?:.* )?(?:del|cache)\b/,
  /^(?:yum|dnf|microdnf|tdnf|zypper) (?:.* )?(?:clean|remove|erase|autoremove)\b/,
  /^(?:npm|yarn) cache clean\b/,
  /^(?:conda|mamba|micromamba) clean\b/,
];

const UPDATE = [
  /^(?:apt|apt-get|aptitude|apk) update$/,
  /^(?:yum|dnf|microdnf|tdnf) makecache\b/,
  /^zypper (?:ref|refresh)\b/,
];
