import { parseObject, isObject, stringsOf } from '../multi-stage/ecosystems/package-json.ts';
import type { Step } from '../multi-stage/types.ts';
import type { Against, Call, Needs, Project } from './types.ts';

type Manager = 'npm' | 'yarn' | 'pnpm' | 'bun';

/** Options with a value that does not change what is read. */
const VALUES = new Set(
  (
    '--omit --only --include --loglevel --registry --cache --cpu --os --libc --audit-level ' +
    '--network-timeout --network-concurrency --cache-folder --mutex --modules-folder --store-dir ' +
    '--reporter --fetch-retries --fetch-timeout --maxsockets --node-linker --mode --backend'
  ).split(' '),
);

/** Options that name the directory of the project. */
const DIRECTORY = new Set(['--prefix', '--cwd', '-C', '--dir']);

const INSTALL: Readonly<Record<Manager, RegExp>> = {
  npm: /^(?:ci|install|i|in|clean-install|ic)$/,
  yarn: /^install$/,
  pnpm: /^(?:install|i)$/,
  bun: /^(?:install|i)$/,
};

interface Arguments {
  readonly words: readonly string[];
  readonly flags: readonly string[];
  readonly directory: string;
}

function readArguments(args: readonly string[]): Arguments {
  const words: string[] = [];
  const flags: string[] = [];
  let directory = '.';
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    const [name = '', value] = arg.split('=', 2);
    if (!arg.startsWith('-')) words.push(arg);
    else if (DIRECTORY.has(name)) directory = value ?? args[++i] ?? '.';
    else if (VALUES.has(arg)) i++;
    else flags.push(name);
  }
  return { words, flags, directory };
}

/** `npm ci`, `yarn`, `pnpm install`, `bun install`: what package.json lists, and nothing by name. */
export function nodeInstall(step: Step): Call | undefined {
  const corepack = step.program === 'corepack' && /^(?:yarn|pnpm|npm)$/.test(step.args[0] ?? '');
  const program = corepack ? step.args[0]! : step.program;
  if (!/^(?:npm|yarn|pnpm|bun)$/.test(program)) return undefined;
  const manager = program as Manager;
  const { words, flags, directory } = readArguments(corepack ? step.args.slice(1) : step.args);
  if (flags.some((flag) => /^(?:-g|--global|--location|-v|-h|--version|--help)$/.test(flag))) {
    return undefined;
  }
  const [verb, ...names] = words;
  const isInstall = verb === undefined ? manager === 'yarn' : INSTALL[manager].test(verb);
  if (!isInstall) return undefined;
  return {
    step,
    what: [manager, ...(verb === undefined ? [] : [verb])].join(' '),
    directory,
    marker: 'package.json',
    needs: (project) => needsOf(manager, project, names, flags),
    ...(manager === 'npm' && names.length === 0 && { guess: ['package*.json'] }),
  };
}

/**
 * What each reads beside package.json:
 * https://docs.npmjs.com/cli/v11/configuring-npm/npmrc, https://classic.yarnpkg.com/en/docs/yarnrc,
 * https://yarnpkg.com/configuration/yarnrc, https://pnpm.io/settings, https://pnpm.io/pnpmfile,
 * https://bun.com/docs/pm/lockfile, read 2026-11-25.
 */
const FILES: Readonly<Record<Manager, readonly string[]>> = {
  npm: ['package-lock.json', 'npm-shrinkwrap.json', '.npmrc'],
  yarn: ['yarn.lock', '.npmrc', '.yarnrc', '.yarnrc.yml', '.yarn'],
  pnpm: ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', '.pnpmfile.cjs', '.pnpmfile.mjs'],
  bun: ['bun.lock', 'bun.lockb', 'bunfig.toml', '.npmrc'],
};

function needsOf(
  manager: Manager,
  project: Project,
  names: readonly string[],
  flags: readonly string[],
): Needs | Against {
  if (names.length > 0) {
    return { reason: 'writes', detail: `package.json, by the name ${names[0]}` };
  }
  const text = project.text('package.json');
  const manifest = text === undefined ? undefined : parseObject(text);
  if (text === undefined || !manifest) return { reason: 'manifest', detail: 'package.json' };
  const against =
    workspaceOf(manifest, project) ??
    localOf(manifest, text, project) ??
    scriptOf(manifest, project, flags);
  if (against) return against;
  if (project.has('.pnp.cjs') || project.has('.pnp.js')) {
    return { reason: 'writes', detail: '.pnp.cjs' };
  }
  const further = project.existing(['patches', '.puppeteerrc.cjs', '.puppeteerrc.json']);
  return {
    reads: ['package.json', ...project.existing(FILES[manager]), ...further],
    makes: ['node_modules'],
  };
}

/** Workspaces: https://docs.npmjs.com/cli/v11/using-npm/workspaces, https://pnpm.io/workspaces. */
function workspaceOf(manifest: object, project: Project): Against | undefined {
  if ('workspaces' in manifest) return { reason: 'workspaces', detail: 'package.json' };
  const listed = /^packages:/m.test(project.text('pnpm-workspace.yaml') ?? '');
  if (listed) return { reason: 'workspaces', detail: 'pnpm-workspace.yaml' };
  // A package of a workspace is installed from the root of that.
  for (const directory of project.above()) {
    const read = (name: string): string => {
      const text = project.context.readText(directory === '' ? name : `${directory}/${name}`);
      return text.known ? text.value : '';
    };
    if (/"workspaces"\s*:/.test(read('package.json'))) {
      return { reason: 'workspaces', detail: `${directory}/package.json`.replace(/^\//, '') };
    }
    if (/^packages:/m.test(read('pnpm-workspace.yaml'))) {
      return {
        reason: 'workspaces',
        detail: `${directory}/pnpm-workspace.yaml`.replace(/^\//, ''),
      };
    }
  }
  return undefined;
}

function localOf(manifest: object, text: string, project: Project): Against | undefined {
  const spec = /"(?:file|link|portal|workspace):[^"]*"|:\s*"\.{1,2}\/[^"]*\.t(?:ar\.)?gz"/.exec(
    text,
  );
  if (spec) return { reason: 'local', detail: spec[0].replace(/^:\s*/, '') };
  const lists = ['dependencies', 'devDependencies', 'optionalDependencies'].map((key) =>
    stringsOf((manifest as Record<string, unknown>)[key]),
  );
  const path = lists
    .flatMap((list) => Object.values(list))
    .find((value) => /^\.{0,2}\//.test(value));
  if (path !== undefined) return { reason: 'local', detail: path };
  const lock = project.text('package-lock.json') ?? '';
  if (/"link":\s*true|"resolved":\s*"file:/.test(lock)) {
    return { reason: 'local', detail: 'package-lock.json' };
  }
  return undefined;
}

/**
 * The scripts that an installation without names runs:
 * https://docs.npmjs.com/cli/v11/using-npm/scripts#life-cycle-scripts, read 2026-11-25.
 */
const LIFECYCLE =
  /^(?:preinstall|install|postinstall|prepublish|preprepare|prepare|postprepare|dependencies|pnpm:devPreinstall)$/;

/** Commands that read nothing of the source; patches are copied with the manifests. */
const HARMLESS =
  /^(?:(?:npx |yarn |pnpm |pnpm exec )?(?:(?:is-ci|is-ci \|\|) ?)?(?:husky(?: install)?|simple-git-hooks|only-allow \w+|(?:-y )?only-allow \w+|patch-package|lefthook install|opencollective(?:-postinstall)?|opencollective postinstall|pinst --(?:dis|en)able)|echo .*|exit 0|true|:|)$/;

function scriptOf(
  manifest: Readonly<Record<string, unknown>>,
  project: Project,
  flags: readonly string[],
): Against | undefined {
  const ignored = /^ignore-scripts\s*=\s*true\b/m.test(project.text('.npmrc') ?? '');
  const isOff = ignored || flags.includes('--ignore-scripts');
  if (!isOff) {
    for (const [name, command] of Object.entries(stringsOf(manifest['scripts']))) {
      if (!LIFECYCLE.test(name)) continue;
      const parts = command.split(/&&|\|\||;/).map((part) => part.trim());
      if (!parts.every((part) => HARMLESS.test(part))) {
        return { reason: 'script', detail: `${name}: ${shorten(command)}` };
      }
    }
  }
  if (project.has('binding.gyp')) return { reason: 'script', detail: 'node-gyp, by binding.gyp' };
  return isOff ? undefined : packageScript(manifest);
}

/** Packages whose own scripts look into the project. */
function packageScript(manifest: Readonly<Record<string, unknown>>): Against | undefined {
  const packages = {
    ...stringsOf(manifest['dependencies']),
    ...stringsOf(manifest['devDependencies']),
  };
  // https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/generating-prisma-client.
  if ('@prisma/client' in packages) {
    return { reason: 'script', detail: '@prisma/client, which generates code from its schema' };
  }
  // https://mswjs.io/docs/cli/init: it copies its worker to the directory that is named here.
  const isMocking = 'msw' in packages && isObject(manifest['msw']);
  return isMocking ? { reason: 'script', detail: 'msw, which writes its worker' } : undefined;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
