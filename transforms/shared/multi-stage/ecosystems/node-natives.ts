import { toolsOf } from '../../dependency-tools.ts';
import type { Lock } from './node-locks.ts';

/** What the installed packages need beside node. */
export interface Natives {
  /** Compiled for the libc of the build stage. */
  readonly compiled: readonly string[];
  /** Run something at installation, perhaps a compiler, and are not known. */
  readonly doubtful: readonly string[];
  /** Brings a browser or a desktop, which needs much of the system. */
  readonly heavy: string | undefined;
  /** Packages of the distribution with libraries that they link to; undefined: not known which. */
  readonly packages: ReadonlyMap<string, readonly string[] | undefined>;
  /** Programs that the packages of package.json start. */
  readonly programs: readonly string[];
  /** Programs that packages of packages could start. */
  readonly deep: readonly string[];
  /** Packages that packages need are known. */
  readonly complete: boolean;
}

const HEAVY = new Set(
  (
    'puppeteer puppeteer-core playwright playwright-core playwright-chromium playwright-firefox ' +
    'playwright-webkit @playwright/test electron phantomjs phantomjs-prebuilt nightmare cypress nw'
  ).split(' '),
);

/** Their scripts print, patch or check, and compile nothing: looked up in the registry, 2026-11-25. */
const HARMLESS = new Set(
  (
    'core-js core-js-pure core-js-bundle es5-ext es6-ext nodemon protobufjs styled-components ' +
    '@nestjs/core @nestjs/cli @apollo/protobufjs @apollo/rover husky ejs vue-demi preact msw ' +
    'opencollective-postinstall postinstall-postinstall @scarf/scarf simple-git-hooks bootstrap ' +
    'web3 web3-bzz web3-shh yarn pnpm less @angular/cli @fortawesome/fontawesome-free ' +
    '@nuxt/cli nuxt nuxt3 newrelic aws-sdk aws-sdk-client-mock swagger-ui-dist inferno ' +
    'lefthook pre-commit hugo-bin tsparticles @openapitools/openapi-generator-cli'
  ).split(' '),
);

/** The names of packages with the binaries of one platform. */
const PLATFORM = /(?:^|[-/])(?:linux|linuxmusl)-(?:x64|arm64|arm|ia32)/;

/** What packages with compiled parts depend on to find or to build them. */
const HELPERS = new Set(
  (
    'node-gyp node-gyp-build node-gyp-build-optional-packages prebuild-install node-pre-gyp ' +
    '@mapbox/node-pre-gyp bindings nan node-addon-api cmake-js'
  ).split(' '),
);

/** Of what production has; without a lock file, of what package.json names. */
export function nativesOf(
  lock: Lock | undefined,
  direct: readonly string[],
  dev: boolean,
  release: string | undefined,
): Natives {
  const found = lock
    ? lock.packages.filter(({ production }) => production || dev)
    : direct.map((name) => ({ name, script: undefined, platform: false }));
  const compiled = new Set<string>();
  const doubtful = new Set<string>();
  const programs = new Set<string>();
  const deep = new Set<string>();
  const packages = new Map<string, readonly string[] | undefined>();
  let heavy: string | undefined;
  for (const { name, script, platform } of found) {
    if (HEAVY.has(name)) heavy ??= name;
    const tools = toolsOf('npm', name);
    if (tools?.native === true || platform || PLATFORM.test(name)) compiled.add(name);
    else if (script === undefined && HELPERS.has(name)) compiled.add(name);
    else if (script === true && tools === undefined && !HARMLESS.has(name)) doubtful.add(name);
    if (tools?.debian) packages.set(name, tools.debian(release));
    for (const program of tools?.programs ?? []) {
      (direct.includes(name) ? programs : deep).add(program);
    }
  }
  return {
    compiled: [...compiled],
    doubtful: [...doubtful],
    heavy,
    packages,
    programs: [...programs],
    deep: [...deep],
    complete: lock !== undefined,
  };
}
