import { valueOf } from '../../../src/kit.ts';
import { broughtBy } from '../multi-stage/brought.ts';
import { servicesOf } from '../services.ts';
import { downloadInHome } from './downloads.ts';
import { managerInHome } from './node-managers.ts';
import { environmentInHome } from './python-runners.ts';
import { runtimeInHome } from './runtimes.ts';
import type { Image } from './types.ts';
import { pythonOfUv } from './uv-python.ts';

/**
 * What the container uses of the home of root, which is closed to others (mode 0700) in the images
 * of Debian, Alpine, Red Hat and SUSE; tried 2026-11-25: `stat -c %a /root`.
 */
export function useOfRootHome(image: Image): string | undefined {
  return (
    namedHome(image) ??
    linkIntoHome(image) ??
    mountInHome(image) ??
    environmentInHome(image) ??
    managerInHome(image) ??
    pythonOfUv(image) ??
    runtimeInHome(image) ??
    downloadInHome(image)
  );
}

const IN_HOME = /(?:^|[\s"':=])(?:\/root(?:\/|$|(?=["':\s]))|~\/|\$\{?HOME\}?\/)/;

/** Configuration of tools of the build. */
const TOOL_SETTINGS =
  /\/root\/\.(?:npmrc|yarnrc|netrc|gitconfig|ssh|m2|gradle|config\/pip|pip|pypirc|docker|bashrc|profile|vimrc|cache|cargo\/(?:registry|git))/;

/** Where the file, a script or the start names it. */
function namedHome(image: Image): string | undefined {
  const { instructions, stage, start, workdir } = image;
  const directory = valueOf(workdir);
  if (directory === '/root' || directory?.startsWith('/root/') === true)
    return `WORKDIR ${directory}`;
  for (const instruction of instructions) {
    if (instruction.keyword !== 'ENV') continue;
    const pair = instruction.pairs.find(({ value }) => IN_HOME.test(value ?? ''));
    if (pair) return `ENV ${pair.name} (line ${instruction.given.line})`;
  }
  for (const one of stage.lineage.flatMap((each) => broughtBy(each, image.context))) {
    if (
      one.path !== undefined &&
      /^\/root(?:\/|$)/.test(one.path) &&
      !TOOL_SETTINGS.test(one.path)
    ) {
      return `${one.copy.keyword} to ${one.path} (line ${one.copy.given.line})`;
    }
  }
  const words = [...start.programs, ...start.main.flatMap((word) => word ?? [])];
  const word = words.find((one) => IN_HOME.test(one));
  if (word !== undefined) return `it starts ${word}`;
  const script = start.scripts.find(({ text, health }) => health !== true && IN_HOME.test(text));
  if (script) return script.path;
  const step = image.steps.find(
    ({ program, args }) =>
      /^pip3?$/.test(program) && args[0] === 'install' && args.includes('--user'),
  );
  return step && `pip install --user (line ${step.run.given.line})`;
}

/** `ln -s ~/.local/bin/tool /usr/local/bin`: whoever follows the link ends at a closed door. */
function linkIntoHome({ steps }: Image): string | undefined {
  for (const { program, args, run } of steps) {
    if (program !== 'ln') continue;
    const [from, to] = args.filter((word) => !word.startsWith('-'));
    if (from === undefined || !IN_HOME.test(from) || IN_HOME.test(to ?? '')) continue;
    return `a link to ${from} (line ${run.given.line})`;
  }
  return undefined;
}

/** `~/.aspnet/https:/root/.aspnet/https`: another user looks in another home. */
function mountInHome({ context, stage }: Image): string | undefined {
  for (const { by, mounts = [] } of servicesOf(context, stage)) {
    const mount = mounts.find(({ target }) => /^\/root(?:\/|$)/.test(target));
    if (mount) return `${by} mounts ${mount.target}`;
  }
  return undefined;
}
