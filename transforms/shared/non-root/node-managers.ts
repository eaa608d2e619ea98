import { valueOf } from '../../../src/kit.ts';
import { parseObject } from '../multi-stage/ecosystems/package-json.ts';
import { baseName } from '../prefix.ts';
import { commandsAtStart, fileAtStart } from './npm-scripts.ts';
import type { Image } from './types.ts';

/** Yarn or pnpm, or packages of Yarn, that the start looks for in the home of whoever runs it. */
export function managerInHome(image: Image): string | undefined {
  const programs = commandsAtStart(image).map(([program]) => baseName(program ?? ''));
  const manager = programs.find((name) => /^(?:yarn|yarnpkg|pnpm|pnpx)$/.test(name));
  if (manager === undefined) return undefined;
  return (
    corepackInHome(image, manager) ??
    (manager.startsWith('yarn') ? packagesOfYarn(image) : undefined)
  );
}

/**
 * Corepack keeps package managers in `~/.cache/node/corepack`, and fetches them where they are not
 * there: as another user, every container would at its start.
 * https://github.com/nodejs/corepack#environment-variables, read 2026-11-27.
 */
function corepackInHome({ steps, stage }: Image, manager: string): string | undefined {
  const step = steps.find(
    ({ program, args }) =>
      program === 'corepack' && /^(?:enable|prepare|install|use|up|yarn|pnpm)/.test(args[0] ?? ''),
  );
  if (!step) return undefined;
  const home = valueOf(stage.scope.value(Infinity, 'HOME'));
  const isElsewhere =
    ['COREPACK_HOME', 'XDG_CACHE_HOME'].some((name) => stage.scope.at(Infinity, name)) ||
    (home !== undefined && !/^\/root(?:\/|$)/.test(home));
  return isElsewhere
    ? undefined
    : `${manager}, which corepack keeps there (line ${step.run.given.line})`;
}

/**
 * Without node_modules, Yarn runs packages from its cache, which lies in the home since Yarn 4:
 * https://yarnpkg.com/configuration/yarnrc#enableGlobalCache, read 2026-11-27.
 */
function packagesOfYarn(image: Image): string | undefined {
  const install = image.steps.find(
    ({ program, args }) => program === 'yarn' && /^(?:install|workspaces|-|$)/.test(args[0] ?? ''),
  );
  const settings = fileAtStart(image, '.yarnrc.yml') ?? '';
  const list = parseObject(fileAtStart(image, 'package.json') ?? '{}')?.['packageManager'];
  const release = /yarn[@-](\d+)/.exec(`${typeof list === 'string' ? list : ''} ${settings}`)?.[1];
  if (!install || release === undefined || Number(release) < 4) return undefined;
  const told = `${image.doc.text}\n${settings}`;
  return ELSEWHERE.test(told) ? undefined : `the cache of Yarn (line ${install.run.given.line})`;
}

/** Settings that keep packages in the project, as the file, its variables and its RUNs give them. */
const ELSEWHERE =
  /node-?linker["']?[:=\s]+["']?(?:node-modules|pnpm)|NODE_LINKER|enableGlobalCache["']?[:=\s]+["']?false|YARN_(?:ENABLE_GLOBAL_CACHE|CACHE_FOLDER|GLOBAL_FOLDER)|(?:cache|global)Folder/i;
