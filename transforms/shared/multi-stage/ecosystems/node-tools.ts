import { pathFrom } from '../steps.ts';
import type { Task } from './node-tasks.ts';

/** Words of a task behind its program, as far as they are known. */
export const argsOf = (task: Task): string[] => task.words.slice(1).map((word) => word ?? '$');

const operandsOf = (task: Task): string[] => argsOf(task).filter((arg) => !arg.startsWith('-'));

/** Rebuild or restart when a source changes, whatever they are told. */
const WATCHERS = new Set(
  (
    'nodemon ts-node-dev tsnd node-dev supervisor webpack-dev-server live-server browser-sync ' +
    'lite-server snowpack start-storybook storybook onchange chokidar tsc-watch gulp grunt ' +
    'electron cypress meteor expo ionic wrangler netlify vercel sls serverless'
  ).split(' '),
);

/** Verbs that start a development server, by program; an empty one: no verb at all. */
const DEVELOPMENT: Readonly<Record<string, RegExp>> = {
  'react-scripts': /^(?:start|test)$/,
  'react-app-rewired': /^(?:start|test)$/,
  craco: /^(?:start|test)$/,
  'vue-cli-service': /^serve$/,
  ng: /^(?:serve|s)$/,
  next: /^(?:dev)?$/,
  nuxt: /^(?:dev)?$/,
  nuxi: /^(?:dev)?$/,
  nest: /^start$/,
  vite: /^(?:dev|serve|preview)?$/,
  gatsby: /^(?:develop|d)$/,
  astro: /^(?:dev|preview)?$/,
  docusaurus: /^start$/,
  'docusaurus-start': /^/,
  vuepress: /^dev$/,
  vitepress: /^(?:dev|preview)?$/,
  remix: /^(?:dev|vite:dev)$/,
  'react-router': /^dev$/,
  'svelte-kit': /^(?:dev|preview)$/,
  umi: /^dev$/,
  rspack: /^(?:serve|dev)$/,
  webpack: /^(?:serve|watch)$/,
  parcel: /^(?!build$)/,
  tsx: /^watch$/,
  strapi: /^(?:develop|dev)$/,
  medusa: /^develop$/,
  adonis: /^serve$/,
  'functions-framework': /^$^/,
};

/** A command that needs the sources and the tools, and starts again when something changes. */
export function isDevelopment(task: Task): boolean {
  if (WATCHERS.has(task.program)) return true;
  const args = argsOf(task);
  if (args.some((arg) => /^--watch(?:-path)?(?:=(?!false)|$)/.test(arg))) return true;
  if (args.includes('-w') && /^(?:tsc|webpack|rollup|babel)$/.test(task.program)) return true;
  const verb = operandsOf(task)[0] ?? '';
  return DEVELOPMENT[task.program]?.test(verb) === true;
}

/** The package that a program of node_modules/.bin comes from, where it has another name. */
const PACKAGE_OF: Readonly<Record<string, string>> = {
  tsc: 'typescript',
  nest: '@nestjs/cli',
  ng: '@angular/cli',
  'vue-cli-service': '@vue/cli-service',
  strapi: '@strapi/strapi',
  sequelize: 'sequelize-cli',
  'babel-node': '@babel/node',
  babel: '@babel/cli',
  'remix-serve': '@remix-run/serve',
  'react-router-serve': '@react-router/serve',
  dotenv: 'dotenv-cli',
  'pm2-runtime': 'pm2',
  'pm2-docker': 'pm2',
  'functions-framework': '@google-cloud/functions-framework',
  fastify: 'fastify-cli',
  'moleculer-runner': 'moleculer',
  medusa: '@medusajs/medusa',
  nuxi: 'nuxt',
  'run-s': 'npm-run-all',
  'run-p': 'npm-run-all',
  'cross-env-shell': 'cross-env',
  'lb-tsc': '@loopback/build',
  ncc: '@vercel/ncc',
  swc: '@swc/cli',
  mikro: '@mikro-orm/cli',
  'mikro-orm': '@mikro-orm/cli',
  docusaurus: '@docusaurus/core',
  'typeorm-ts-node-commonjs': 'typeorm',
  eleventy: '@11ty/eleventy',
};

export const packageOf = (program: string): string => PACKAGE_OF[program] ?? program;

/** Programs of packages that serve or migrate, and run no scripts of the application's own. */
const RUNTIME = new Set(
  (
    'next nuxt nuxi remix-serve react-router-serve functions-framework strapi medusa keystone payload ' +
    'directus fastify micro moleculer-runner probot parse-server node-red json-server serve ' +
    'http-server pm2 pm2-runtime pm2-docker forever knex sequelize sequelize-cli typeorm prisma ' +
    'mikro-orm node-pg-migrate db-migrate migrate-mongo drizzle-kit umzug pino-pretty bunyan ' +
    'wait-on wait-port cross-env cross-env-shell dotenv dotenvx env-cmd run-s run-p npm-run-all ' +
    'concurrently ts-node ts-node-esm ts-node-script tsx babel-node'
  ).split(' '),
);

/** Is it known what a program of a package does when the application starts? */
export const isRuntime = (program: string): boolean => RUNTIME.has(program);

/** Look at sources, or print. */
const CHECKS = new Set(
  (
    'eslint tslint standard xo prettier stylelint jest mocha ava tap vitest nyc c8 karma jasmine echo ' +
    'true exit test [ depcheck license-checker audit-ci snyk npm-check tsd commitlint lint-staged ' +
    'cross-env cross-env-shell dotenv env-cmd is-ci in-publish husky lb-eslint lb-prettier lb-mocha ' +
    'opencollective opencollective-postinstall patch-package only-allow wait-on pkg-ok sort-package-json ' +
    'npm-run-all npm-run-all2 run-s run-p concurrently node-gyp prebuild-install check-engines ls cat ' +
    'pwd env printenv sleep which'
  ).split(' '),
);

/** What a task makes. */
export type Makes =
  | { readonly kind: 'nothing' }
  /** Absolute paths, and nothing else. */
  | { readonly kind: 'paths'; readonly paths: readonly string[] }
  /** Something below its directory. */
  | { readonly kind: 'inside' }
  /** Takes them away. */
  | { readonly kind: 'removes'; readonly paths: readonly string[] }
  /** Not known to write only below its directory. */
  | { readonly kind: 'somewhere' };

const NOTHING: Makes = { kind: 'nothing' };
const INSIDE: Makes = { kind: 'inside' };
const SOMEWHERE: Makes = { kind: 'somewhere' };

/** Bundlers and generators that write where their configuration says: below the project. */
const BUILDERS =
  /^(?:webpack|webpack-cli|rollup|parcel|gulp|grunt|esbuild|tsup|unbuild|rspack|rsbuild|brunch|browserify|babel|swc|sass|node-sass|lessc|postcss|tailwindcss|tailwind|uglifyjs|terser|react-scripts|react-app-rewired|craco|vue-cli-service|ng|nx|turbo|next|nuxt|nuxi|astro|gatsby|vite|vitepress|vuepress|remix|react-router|svelte-kit|docusaurus|eleventy|hexo|strapi|medusa|graphql-codegen|graphql-codegen-esm|prisma|typechain|tsoa|swagger|openapi|copyfiles|cpx|cpy|ncp|shx|mkdirp|make-dir|ncc|pkg|nest|tsc|lb-tsc|vue-tsc|ttsc|tspc|tsc-alias|tscpaths|resolve-tspaths|lerna|wireit|quasar|umi|ember|expo|sapper|svelte|stencil|lit-localize|ncu|npm-check-updates|replace-in-file|json|del|del-cli|rimraf|workbox|sw-precache|generate-sw|imagemin|svgo|sitemap|next-sitemap|pug|ejs|handlebars|marked|typedoc|jsdoc|apidoc|bower|jspm|elm|purgecss|concat-cli|minify|cleancss|cssnano|html-minifier|html-minifier-terser|javascript-obfuscator|bytenode|nexe|oclif)$/;

const option = (args: readonly string[], names: readonly string[]): string | undefined => {
  for (const [i, arg] of args.entries()) {
    const equals = arg.indexOf('=');
    if (equals > 0 && names.includes(arg.slice(0, equals))) return arg.slice(equals + 1);
    if (names.includes(arg)) return args[i + 1];
  }
  return undefined;
};

/** How the configuration of a compiler says where it writes. */
export interface Compiled {
  /** The directory of `outDir`, absolute, by the path of a tsconfig.json. */
  outDir(config: string): string | undefined;
  /** The text of a file of the image that came from the build context. */
  read(path: string): string | undefined;
  /** The files of the context, as they lie in the image. */
  readonly paths: readonly string[];
}

/** What a task of a build makes, by its program. */
export function makes(task: Task, compiled: Compiled): Makes {
  const { program, directory } = task;
  if (directory === undefined) return SOMEWHERE;
  const made = madeBy(task, compiled);
  if (task.writes.length === 0 || made.kind === 'somewhere') return made;
  if (task.writes.includes(undefined)) return SOMEWHERE;
  const inside = task.writes.every((path) => path!.startsWith(`${directory}/`));
  return inside && made.kind !== 'removes' ? INSIDE : program === 'echo' ? INSIDE : SOMEWHERE;
}

function madeBy(task: Task, compiled: Compiled): Makes {
  const { program } = task;
  const args = argsOf(task);
  if (CHECKS.has(program)) return NOTHING;
  switch (program) {
    case 'tsc':
    case 'vue-tsc':
    case 'lb-tsc':
    case 'nest':
      return typescript(task, compiled);
    case 'babel':
      return given(task, option(args, ['-d', '--out-dir', '-o', '--out-file']));
    case 'swc':
      return given(task, option(args, ['-d', '--out-dir', '-o', '--out-file']));
    case 'ncc':
      return given(task, option(args, ['-o', '--out']) ?? 'dist');
    case 'esbuild':
      return given(task, option(args, ['--outdir', '--outfile']));
    case 'lb-clean':
    case 'rimraf':
    case 'del':
    case 'del-cli':
    case 'rm':
    case 'trash':
      return removes(task, compiled);
    case 'shx':
      return madeBy({ ...task, program: args[0] ?? '', words: task.words.slice(1) }, compiled);
    case 'mkdir':
    case 'mkdirp':
    case 'cp':
    case 'cpx':
    case 'cpy':
    case 'copyfiles':
    case 'ncp':
      return target(task);
    case 'prisma':
      return prismaClient(task, compiled);
    default:
      if (FRAMEWORKS[program]) return given(task, outputOf(task, compiled));
      return BUILDERS.test(program) ? INSIDE : SOMEWHERE;
  }
}

/** The client lies in node_modules, unless the schema says where. */
function prismaClient(task: Task, compiled: Compiled): Makes {
  if (argsOf(task)[0] !== 'generate') return SOMEWHERE;
  const schema = option(argsOf(task), ['--schema']) ?? 'prisma/schema.prisma';
  const text = compiled.read(pathFrom(task.directory, schema) ?? '');
  if (text === undefined || /^\s*output\s*=/m.test(text)) return INSIDE;
  return { kind: 'paths', paths: [`${slashed(task.directory!)}node_modules/.prisma`] };
}

/** Patterns count only where they may take files of the context. */
function removes(task: Task, compiled: Compiled): Makes {
  const operands = operandsOf(task);
  if (operands.includes('$')) return INSIDE;
  const patterns = operands.filter((word) => /[*?{]/.test(word));
  const takes = patterns.some((word) => {
    const last = word.slice(word.lastIndexOf('/') + 1).replace(/\{.*\}/g, '*');
    const expression = last
      .split('*')
      .map((part) => part.replace(/\W/g, '\\$&'))
      .join('.*');
    const matches = new RegExp(`/${expression}$`);
    return compiled.paths.some(
      (path) => path.startsWith(slashed(task.directory!)) && matches.test(path),
    );
  });
  const plain = operands.filter((word) => !patterns.includes(word));
  return takes ? INSIDE : { kind: 'removes', paths: pathsIn(task, plain) ?? [] };
}

const slashed = (directory: string): string => (directory === '/' ? '/' : `${directory}/`);

const given = (task: Task, path: string | undefined): Makes => {
  const at = path === undefined ? undefined : pathFrom(task.directory, path);
  if (at === undefined) return INSIDE;
  return at.startsWith(slashed(task.directory!)) && at !== task.directory
    ? { kind: 'paths', paths: [at] }
    : SOMEWHERE;
};

function pathsIn(task: Task, words: readonly string[]): string[] | undefined {
  const paths = words.map((word) => pathFrom(task.directory, word));
  return paths.includes(undefined) ? undefined : (paths as string[]);
}

/** The destination of a copy. */
function target(task: Task): Makes {
  const last = operandsOf(task).at(-1);
  const at = pathFrom(task.directory, last);
  if (at === undefined) return SOMEWHERE;
  if (at === task.directory) return INSIDE;
  return at.startsWith(slashed(task.directory!)) ? { kind: 'paths', paths: [at] } : SOMEWHERE;
}

function typescript(task: Task, compiled: Compiled): Makes {
  const args = argsOf(task);
  if (args.includes('--noEmit') || (task.program === 'vue-tsc' && !args.includes('--build'))) {
    return NOTHING;
  }
  if (task.program === 'nest' && args[0] !== 'build') return SOMEWHERE;
  const said = option(args, ['--outDir', '--out-dir']);
  if (said !== undefined) return given(task, said);
  const config =
    option(args, ['-p', '--project', '-b', '--build']) ??
    (task.program === 'nest' ? 'tsconfig.build.json' : 'tsconfig.json');
  const named = config.startsWith('-') ? 'tsconfig.json' : config;
  const path = pathFrom(task.directory, named.endsWith('.json') ? named : `${named}/tsconfig.json`);
  const fallback = pathFrom(task.directory, 'tsconfig.json');
  const outDir =
    (path === undefined ? undefined : compiled.outDir(path)) ??
    (task.program === 'nest' && fallback !== undefined ? compiled.outDir(fallback) : undefined) ??
    (task.program === 'lb-tsc' ? pathFrom(task.directory, 'dist') : undefined);
  return outDir === undefined || outDir === task.directory ? INSIDE : given(task, outDir);
}

interface Framework {
  readonly verb: RegExp;
  readonly output: string;
  /** Files that may name another directory, and the key that does. */
  readonly configs: readonly string[];
  readonly key: string;
}

const scripts = (name: string): string[] =>
  ['js', 'mjs', 'cjs', 'ts', 'mts'].map((extension) => `${name}.config.${extension}`);

/**
 * Where frameworks put what they build: https://vite.dev/config/build-options,
 * https://nextjs.org/docs/app/api-reference/config/next-config-js/distDir,
 * https://cli.vuejs.org/config/#outputdir, https://docs.astro.build/en/reference/configuration-reference/,
 * https://create-react-app.dev/docs/advanced-configuration/, https://docusaurus.io/docs/cli,
 * https://www.gatsbyjs.com/docs/reference/gatsby-cli/, read 2026-11-25.
 */
const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  next: { verb: /^build$/, output: '.next', configs: scripts('next'), key: 'distDir' },
  nuxt: { verb: /^build$/, output: '.output', configs: scripts('nuxt'), key: 'buildDir' },
  nuxi: { verb: /^build$/, output: '.output', configs: scripts('nuxt'), key: 'buildDir' },
  'react-scripts': {
    verb: /^build$/,
    output: 'build',
    configs: ['.env', '.env.production'],
    key: 'BUILD_PATH',
  },
  'react-app-rewired': {
    verb: /^build$/,
    output: 'build',
    configs: ['config-overrides.js'],
    key: 'appBuild',
  },
  vite: { verb: /^build$/, output: 'dist', configs: scripts('vite'), key: 'outDir' },
  'vue-cli-service': {
    verb: /^build$/,
    output: 'dist',
    configs: ['vue.config.js', 'vue.config.ts'],
    key: 'outputDir',
  },
  astro: { verb: /^build$/, output: 'dist', configs: scripts('astro'), key: 'outDir' },
  gatsby: { verb: /^build$/, output: 'public', configs: [], key: '' },
  docusaurus: { verb: /^build$/, output: 'build', configs: [], key: '' },
  parcel: { verb: /^build$/, output: 'dist', configs: ['package.json'], key: 'targets' },
};

/** The output of a framework's build; undefined: a configuration says where, and it is not read. */
export function outputOf(task: Task, compiled: Compiled): string | undefined {
  const framework = FRAMEWORKS[task.program];
  const args = argsOf(task);
  if (!framework || !framework.verb.test(operandsOf(task)[0] ?? '')) return undefined;
  const said = option(args, ['--outDir', '--out-dir', '--dist-dir', '-d', '--dest']);
  if (said !== undefined) return pathFrom(task.directory, said);
  if (task.env.has('BUILD_PATH')) return pathFrom(task.directory, task.env.get('BUILD_PATH'));
  for (const name of framework.configs) {
    const text = compiled.read(pathFrom(task.directory, name) ?? '');
    if (text === undefined || !new RegExp(`\\b${framework.key}\\b`).test(text)) continue;
    const literal = new RegExp(`\\b${framework.key}\\s*[:=]\\s*['"]?([\\w./-]+)['"]?`).exec(
      text,
    )?.[1];
    return literal === undefined ? undefined : pathFrom(task.directory, literal);
  }
  return pathFrom(task.directory, framework.output);
}
