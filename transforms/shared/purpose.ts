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
  const found = new Set<Kind>();
  let working = 0;
  const only = { cleanup: 0, update: 0 };
  for (const command of commandsIn(script.body)) {
    const [name, ...args] = wordsOf(command);
    if (name === undefined) continue;
    const program = nameOf(name);
    if (!NEUTRAL.has(program)) working++;
    for (const kind of kindsOf(program, args)) {
      found.add(kind);
      if (kind === 'cleanup' || kind === 'update') only[kind]++;
    }
  }
  return {
    system: found.has('system'),
    dependencies: found.has('dependencies'),
    build: found.has('build'),
    fetches: found.has('fetch'),
    cleanupOnly: working > 0 && only.cleanup === working,
    updateOnly: working > 0 && only.update === working,
  };
});

/** Without its path; `pip3.11` is `pip`. */
const nameOf = (name: string): string =>
  name.replace(/^.*\//, '').replace(/^(pip|python)[\d.]+$/, '$1');

/** Say nothing of what a RUN is for. */
const NEUTRAL = new Set(['set', 'cd', 'echo', 'export', 'true', ':']);

type Kind = 'system' | 'dependencies' | 'build' | 'fetch' | 'cleanup' | 'update';

function kindsOf(program: string, args: readonly string[]): readonly Kind[] {
  const rule = rules().get(program);
  if (!rule) return [];
  const line = args.filter((arg) => !arg.startsWith('-')).join(' ');
  return rule.filter(([, pattern]) => pattern.test(line)).map(([kind]) => kind);
}

/** Programs, and what their arguments, options left out, say of a purpose. */
const RULES: readonly (readonly [programs: string, kind: Kind, args: RegExp])[] = [
  ['apt apt-get aptitude', 'system', /\b(?:install|upgrade|dist-upgrade|build-dep)\b/],
  ['apt apt-get aptitude', 'cleanup', /\b(?:(?:auto|dist-?)?clean|autoremove|purge|remove)\b/],
  ['apt apt-get aptitude apk', 'update', /^update$/],
  ['apk', 'system', /\b(?:add|upgrade)\b/],
  ['apk', 'cleanup', /\b(?:del|cache)\b/],
  ['yum dnf microdnf tdnf zypper', 'system', /\b(?:in|install|upgrade|update|groupinstall)\b/],
  ['yum dnf microdnf tdnf zypper', 'cleanup', /\b(?:clean|remove|erase|autoremove)\b/],
  ['yum dnf microdnf tdnf', 'update', /^makecache\b/],
  ['zypper', 'update', /^(?:ref|refresh)\b/],
  ['pacman emerge rpm dpkg', 'system', /^/],
  ['npm pnpm cnpm', 'dependencies', /\b(?:i|in|install|ci|add|clean-install)\b/],
  ['yarn', 'dependencies', /^(?:install|add|global add)?$|^(?:install|add|global add) /],
  ['pip pipenv poetry pdm', 'dependencies', /\b(?:install|sync)\b/],
  ['python', 'dependencies', /^pip install\b/],
  ['uv', 'dependencies', /^(?:sync|pip (?:install|sync)|add)\b/],
  ['bundle bundler', 'dependencies', /^(?:install\b|$)/],
  [
    'gem composer bower jspm bun conda mamba micromamba cpanm luarocks pecl',
    'dependencies',
    /\b(?:install|require|create|update)\b/,
  ],
  ['go', 'dependencies', /^(?:mod download|get)\b/],
  ['cargo', 'dependencies', /^fetch\b/],
  ['dotnet', 'dependencies', /^restore\b/],
  ['mix', 'dependencies', /^deps\.get\b/],
  ['shards glide', 'dependencies', /^install\b/],
  ['dep', 'dependencies', /^ensure\b/],
  ['mvn mvnw', 'dependencies', /\bdependency:/],
  ['lein', 'dependencies', /^deps\b/],
  ['npm pnpm bun', 'build', /^(?:run|test|build|exec)\b/],
  [
    'yarn',
    'build',
    /^(?!(?:install|add|global|cache|config|set|upgrade|remove|autoclean|link|import)\b)\w/,
  ],
  ['npx ng tsc webpack vite gulp grunt rollup parcel ember next nuxt hugo jekyll', 'build', /^/],
  ['make cmake ninja meson scons bazel ant configure autoreconf', 'build', /^/],
  ['gcc g++ cc clang javac rustc ghc', 'build', /^/],
  ['go', 'build', /^(?:build|install|test|vet|generate|run)\b/],
  ['cargo', 'build', /^(?:build|install|test|run)\b/],
  ['mvn mvnw gradle gradlew sbt lein mill', 'build', /^(?!.*dependency:|deps\b)./],
  ['dotnet msbuild nuget', 'build', /^(?:build|publish|test|pack)\b/],
  ['python', 'build', /^(?:setup|manage)\.py\b/],
  ['rake rails stack cabal swift crystal dub nim zig elm spago', 'build', /^/],
  ['bundle', 'build', /^exec\b/],
  ['curl wget svn hg aria2c', 'fetch', /^/],
  ['git', 'fetch', /\bclone\b/],
  ['rm', 'cleanup', /^/],
  ['npm yarn', 'cleanup', /^cache clean\b/],
  ['conda mamba micromamba', 'cleanup', /^clean\b/],
];

type Rule = readonly [kind: Kind, args: RegExp];

let byProgram: Map<string, Rule[]> | undefined;

/** By program, so that only the few patterns that can hold are tried. */
function rules(): ReadonlyMap<string, readonly Rule[]> {
  if (byProgram) return byProgram;
  byProgram = new Map();
  for (const [programs, kind, args] of RULES) {
    for (const name of programs.split(' ')) {
      const list = byProgram.get(name);
      if (list) list.push([kind, args]);
      else byProgram.set(name, [[kind, args]]);
    }
  }
  return byProgram;
}
