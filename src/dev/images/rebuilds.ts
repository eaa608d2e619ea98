/** The builds after a change: what the rewritten file reuses, and the naive one does not. */
import { cpSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { readSource } from '../../cli/file.ts';
import { BuildFailure } from '../../verify/errors.ts';
import type { Built } from '../../verify/engine.ts';
import { copyDockerfile } from '../../verify/dockerfile-copy.ts';
import { change } from '../../verify/rebuild.ts';
import type { App } from './apps.ts';
import type { Rebuild } from './settings.ts';
import type { Bench } from './trial.ts';

export interface Rebuilds {
  readonly problems: readonly string[];
  /** Of the naive file and of the rewritten one, where both were built again. */
  readonly seconds?: readonly [number, number];
}

/** Builds both files, changes the file, and builds them again. */
export async function rebuilds(
  app: App,
  wanted: Rebuild,
  text: string,
  bench: Bench,
): Promise<Rebuilds> {
  const naive = await again(app, wanted, readSource(`${app.folder}/Dockerfile`).text, bench);
  const ours = await again(app, wanted, text, bench);
  if (ours === 'failed') return { problems: ['it is not built again after the change'] };
  const { cached } = wanted;
  const problems: string[] = [];
  if (cached === undefined) {
    if (naive !== 'failed') problems.push('the naive file is built without a network too');
    return { problems };
  }
  if (naive === 'failed') return { problems: ['the naive file is not built again'] };
  if (!hasStep(ours, cached)) problems.push(`${cached} runs again after the change`);
  if (hasStep(naive, cached)) problems.push(`the naive file reuses ${cached} too`);
  return { problems, seconds: [naive.seconds, ours.seconds] };
}

const hasStep = ({ cached = [] }: Built, words: string): boolean =>
  cached.some((step) => new RegExp(words).test(step));

async function again(
  app: App,
  { file, offline }: Rebuild,
  text: string,
  { docker, copies, buildFlags }: Bench,
): Promise<Built | 'failed'> {
  const context = mkdtempSync(path.join(copies.folder, 'context-'));
  // With times and modes: to the builder it is the same context.
  cpSync(app.folder, context, { recursive: true, preserveTimestamps: true });
  const tag = docker.imageOf(app.name, 'again');
  const dockerfile = copyDockerfile(text, `${app.folder}/Dockerfile`, copies);
  const request = { file: dockerfile, context, tag, flags: buildFlags };
  // A layer of an earlier build would leave its cache mounts empty.
  await docker.build({ ...request, noCache: offline === true });
  change(path.join(context, file));
  try {
    return await docker.build(
      offline === true ? { ...request, flags: ['--network', 'none'] } : request,
    );
  } catch (error) {
    if (error instanceof BuildFailure) return 'failed';
    throw error;
  }
}
