import { lineOf } from '../package-managers.ts';
import { anyValue, oneDirectory, list, read, usesLine, type CacheRow } from './row.ts';

/** Starts that compile, or watch and compile. */
const START = (tools: string): RegExp => new RegExp(`(?:^|[\\s"'/])(?:${tools})(?:[\\s"']|$)`);

const goModules = oneDirectory('go-mod', '~/go/pkg/mod', [
  ['GOMODCACHE', ''],
  ['GOPATH', '/pkg/mod'],
]);

const goBuild = oneDirectory('go-build', '~/.cache/go-build', [
  ['GOCACHE', ''],
  ['XDG_CACHE_HOME', '/go-build'],
]);

export const GO: CacheRow = {
  id: 'go',
  uses: usesLine(/^go (?:build|install|get|mod|test|vet|run|generate|list|tool|work)\b/),
  directories: (place, commands) => [
    ...goModules(place),
    // Only what compiles needs the second.
    ...(commands.every((command) => /^go mod\b/.test(lineOf(command))) ? [] : goBuild(place)),
  ],
  variables: list('GOMODCACHE GOPATH GOCACHE XDG_CACHE_HOME'),
  // Go locks both for itself.
  locked: false,
  system: false,
  cleans: /^go clean\b.*-(?:mod)?cache\b/,
  behind: /^(?:make|mage|task|just|goreleaser|\.?\/?build\.sh)\b/,
  atStart: START('go|air|make|CompileDaemon|gin|realize|reflex|dlv'),
  source: read(
    'Docker: optimise cache usage',
    'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
  ),
};

/**
 * The target directory is not mounted: what is built there would be in no layer, so a later step
 * or a COPY --from would not find it.
 */
export const CARGO: CacheRow = {
  id: 'cargo',
  uses: usesLine(
    /^cargo (?:[+-]\S+ )*(?:build|b|install|fetch|test|t|run|r|check|c|clippy|doc|bench|chef|vendor|rustc|binstall|leptos|zigbuild)\b/,
  ),
  directories: ({ value }) => {
    const home = value('CARGO_HOME') ?? '~/.cargo';
    return [
      { name: 'cargo-registry', path: `${home}/registry` },
      { name: 'cargo-git', path: `${home}/git` },
    ];
  },
  variables: ['CARGO_HOME'],
  // The lock of Cargo lies beside them, where no other build sees it.
  locked: true,
  system: false,
  cleans: /^cargo cache\b/,
  offline: /^cargo (?:.* )?(?:--offline|--frozen)\b/,
  behind: /^(?:make|just|trunk|wasm-pack|maturin)\b/,
  atStart: START('cargo|make|trunk'),
  source: read(
    'The Cargo book: Cargo home',
    'https://doc.rust-lang.org/cargo/guide/cargo-home.html',
  ),
};

const MAVEN: CacheRow = {
  id: 'maven',
  uses: usesLine(/^(?:mvn|mvnw|mvnd) (?!(?:-v|--version|-version)(?: |$)).*(?:^|\s)[a-z]/),
  directories: () => [{ name: 'maven', path: '~/.m2/repository' }],
  variables: [],
  stops: list('MAVEN_OPTS MAVEN_ARGS').map(
    (name) => [name, /maven\.repo\.local|settings/] as const,
  ),
  locked: true,
  system: false,
  moves: /^-Dmaven\.repo\.local\b|^(?:-s|--settings|-gs|--global-settings)(?:=|$)/,
  offline: /^(?:mvn|mvnw|mvnd) (?:.* )?(?:-o|--offline|-\w*o)(?: |$)/,
  publishes: /^(?:mvn|mvnw|mvnd) (?:.* )?(?:install|install:install-file)(?: |$)/,
  behind: /^(?:make|ant)\b/,
  atStart: START('mvnw?|mvnd|make'),
  source: read(
    'Maven: local repository',
    'https://maven.apache.org/guides/introduction/introduction-to-repositories.html',
  ),
};

const GRADLE: CacheRow = {
  id: 'gradle',
  uses: usesLine(/^gradlew?(?: |$)(?!(?:-v|--version|init)\b)/),
  // Beside the caches lie settings of the user, and in the gradle image ~/.gradle is a link to here.
  directories: ({ value, base }) => {
    const home =
      value('GRADLE_USER_HOME') ??
      (base?.repository === 'gradle' ? '/home/gradle/.gradle' : '~/.gradle');
    return [
      { name: 'gradle-caches', path: `${home}/caches` },
      { name: 'gradle-wrapper', path: `${home}/wrapper` },
    ];
  },
  variables: ['GRADLE_USER_HOME'],
  // Its own locks are settled over the network of one machine, which two builds do not share.
  locked: true,
  system: false,
  moves: /^(?:-g|--gradle-user-home|--project-cache-dir)(?:=|$)|^-Dgradle\.user\.home\b/,
  offline: /^gradlew? (?:.* )?--offline\b/,
  behind: /^make\b/,
  atStart: START('gradlew?|make'),
  writesBeside: true,
  source: read(
    'Gradle: directories',
    'https://docs.gradle.org/current/userguide/directory_layout.html',
  ),
};

const SBT: CacheRow = {
  id: 'sbt',
  uses: usesLine(/^sbt(?: |$)(?!-?-(?:version|script-version)\b)/),
  // ~/.ivy2/local is what publishLocal writes, and stays in the layer.
  directories: (place) => [
    ...oneDirectory('coursier', '~/.cache/coursier', [
      ['COURSIER_CACHE', ''],
      ['XDG_CACHE_HOME', '/coursier'],
    ])(place),
    { name: 'ivy', path: '~/.ivy2/cache' },
    { name: 'sbt-boot', path: '~/.sbt/boot' },
  ],
  variables: list('COURSIER_CACHE XDG_CACHE_HOME'),
  stops: [['SBT_OPTS', /sbt\.(?:ivy|boot|global|coursier)/]],
  locked: true,
  system: false,
  moves:
    /^-(?:Dsbt\.(?:ivy\.home|boot\.directory|global\.base|coursier\.home)|ivy|sbt-boot|sbt-dir)\b/,
  offline: /^sbt (?:.* )?["']?set offline\b/,
  atStart: START('sbt'),
  writesBeside: true,
  source: read('Coursier: cache', 'https://get-coursier.io/docs/cache.html#default-location'),
};

export const JVM: readonly CacheRow[] = [MAVEN, GRADLE, SBT];

/**
 * The global packages folder is not only a cache: what `restore` wrote to obj points into it, so
 * every later `dotnet` needs it too, and may fetch what has gone missing only where it restores.
 */
export const NUGET: CacheRow = {
  id: 'nuget',
  uses: usesLine(/^dotnet (?:restore|build|publish|test|pack|run|msbuild|watch|add)\b/),
  directories: oneDirectory('nuget', '~/.nuget/packages', [['NUGET_PACKAGES', '']]),
  variables: ['NUGET_PACKAGES'],
  locked: false,
  system: false,
  moves: /^(?:--packages|-p:RestorePackagesPath|\/p:RestorePackagesPath)(?:=|$)/,
  cleans: /^dotnet nuget locals\b/,
  offline: /^dotnet (?:.* )?(?:--no-restore|--no-build|msbuild)\b|^msbuild\b/,
  atStart: START('dotnet (?:run|watch|test)'),
  source: read(
    'NuGet: global packages',
    'https://learn.microsoft.com/en-us/nuget/consume-packages/managing-the-global-packages-and-cache-folders',
  ),
};

/** Hex itself and rebar lie in ~/.mix, which stays in the layer. */
export const MIX: CacheRow = {
  id: 'hex',
  uses: usesLine(/^mix (?:.* )?(?:deps\.get|deps\.update)\b/),
  directories: oneDirectory('hex', '~/.hex/packages', [['HEX_HOME', '/packages']]),
  variables: ['HEX_HOME'],
  stops: list('MIX_XDG XDG_CACHE_HOME').map(anyValue),
  locked: true,
  system: false,
  source: read('mix hex.config', 'https://hexdocs.pm/hex/Mix.Tasks.Hex.Config.html'),
};
