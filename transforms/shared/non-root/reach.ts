import { valueOf } from '../../../src/kit.ts';
import { effectsOf } from '../multi-stage/effects.ts';
import { filesInImage } from './files.ts';
import { useOfRootHome } from './root-home.ts';
import type { Image, Obstacle } from './types.ts';

/** Why another user would not reach what root does. */
export function reachObstacle(image: Image): Obstacle | undefined {
  const home = useOfRootHome(image);
  if (home !== undefined) return { reason: 'root-home', detail: home };
  const closed = closedFiles(image);
  return closed === undefined ? undefined : { reason: 'closed', detail: closed };
}

/** What a step closes to others. */
function closedFiles(image: Image): string | undefined {
  for (const step of image.steps) {
    for (const effect of effectsOf(step)) {
      if (effect.kind !== 'mode' || !closes(effect.mode)) continue;
      if (effect.paths.every((path) => SECRET.test(path))) continue;
      return `chmod ${effect.mode} in line ${step.run.given.line}`;
    }
  }
  for (const instruction of image.instructions) {
    if (!/^(?:COPY|ADD)$/.test(instruction.keyword)) continue;
    const mode = instruction.flag('chmod')?.value;
    if (mode !== undefined && closes(mode))
      return `--chmod=${mode} in line ${instruction.given.line}`;
  }
  return undefined;
}

/**
 * A file of the build context that only its owner may read. COPY keeps the modes of files, and gives
 * them to root: https://docs.docker.com/reference/dockerfile/#copy, read 2026-11-26.
 */
export function privateFile(image: Image): string | undefined {
  const files = valueOf(filesInImage(image.stage, image.context)) ?? [];
  return files.find(({ source, brought }) => {
    if (brought.copy.flag('chmod')) return false;
    const mode = valueOf(image.context.modeOf(source));
    return mode !== undefined && (mode & 0o004) === 0;
  })?.source;
}

/** What only root has to do with, at build time or as the owner of keys. */
const SECRET = /^\/(?:root|etc\/(?:sudoers|ssh|shadow|cron)|tmp)(?:\/|$)|\/\.ssh(?:\/|$)|sudoers/;

/** Does a mode take reading from those who are neither owner nor group? */
function closes(mode: string): boolean {
  if (/^[0-7]{3,4}$/.test(mode)) return (Number(mode.at(-1)) & 4) === 0;
  return /(?:^|,)(?:u?g?o|a)?-r|(?:^|,)g?o-\w*r|(?:^|,)g?o=(?:,|$)/.test(mode);
}
