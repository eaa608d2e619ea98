import type { Words } from '../multi-stage/start-script.ts';
import { baseName } from '../prefix.ts';

/**
 * Commands that compile, bundle or fetch when they run, and so write beside the sources or into a
 * cache in the home directory. Their documentation, read 2026-11-25: https://maven.apache.org,
 * https://docs.gradle.org, https://doc.rust-lang.org/cargo/, https://go.dev/ref/mod,
 * https://learn.microsoft.com/dotnet/core/tools/, https://vite.dev/config/shared-options#cachedir,
 * https://nextjs.org/docs/app/api-reference/cli/next, https://webpack.js.org/configuration/cache/.
 */
const BUILDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:mvnw?|gradlew?|sbt|lein|boot|stack|cabal|dub|mill|ant)$/, /^/],
  [/^(?:go|cargo)$/, /^(?:run|build|install|test|watch)\b/],
  [/^dotnet$/, /^(?:run|watch|build|publish|test|restore)\b/],
  [
    /^(?:next|nuxt|nuxi|gatsby|astro|remix|react-router|vinxi|svelte-kit)$/,
    /^(?:dev|develop|build|$)/,
  ],
  [
    /^(?:vite|parcel|webpack|webpack-dev-server|rollup|esbuild|tsc|ng|vue-cli-service|react-scripts|expo|quasar|ionic|gulp|grunt|brunch|turbo|nx|lerna|tsup|tsdown|rsbuild|rspack|farm|swc|babel|sass|hugo|jekyll|mkdocs|docusaurus|hexo|eleventy|storybook|ember)$/,
    /^/,
  ],
  [
    /^(?:mix|rebar3|gleam|crystal|nim|dart|flutter|shards|swift|zig|v)$/,
    /^(?:phx|run|build|compile|deps|shell|do)\b/,
  ],
  [/^(?:make|cmake|ninja|meson|javac|kotlinc|scalac|rustc|ghc|dmd|ldc2|gdc|mcs|csc|fpc)$/, /^/],
  [/^(?:cc|c\+\+|gcc|g\+\+|clang|clang\+\+|gfortran)(?:-[\d.]+)?$/, /^/],
  [/^(?:npx|pnpx|bunx)$/, /^(?:vite|next|ng|webpack|tsc|parcel|expo|prisma|sequelize)\b/],
  [/^(?:meteor|nest)$/, /^(?:start|run|$)/],
];

/** What it is that builds at the start, where one of the commands does. */
export function buildingAtStart(commands: readonly Words[]): string | undefined {
  for (const words of commands) {
    const program = baseName(words[0] ?? '');
    const rest = words
      .slice(1)
      .map((word) => word ?? '')
      .filter((word) => !word.startsWith('-'));
    const line = rest.join(' ');
    if (BUILDS.some(([names, verbs]) => names.test(program) && verbs.test(line))) {
      return [program, rest[0] ?? ''].join(' ').trim();
    }
  }
  return undefined;
}
