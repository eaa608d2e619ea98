/** One application: its images are built, asked and measured. */
import path from 'node:path';
import { readSource } from '../../cli/file.ts';
import type { App, Run } from './apps.ts';
import { lost, type Configuration } from '../../verify/configuration.ts';
import type { Docker } from '../../verify/docker.ts';
import { copyDockerfile, type CopyOptions } from '../../verify/dockerfile-copy.ts';
import type { Network } from '../../verify/network.ts';
import { differences, type Observation } from '../../verify/observation.ts';
import { observe } from '../../verify/observe.ts';
import { rebuilds } from './rebuilds.ts';
import { rewrite } from './rewrite.ts';
import { writeTakenBack } from './taken.ts';
import { imageUser, withHome, type User } from '../../verify/user.ts';
import { userFault, type Outcome } from './verdict.ts';

export interface Bench {
  readonly docker: Docker;
  readonly network: Network;
  readonly copies: CopyOptions;
  /** For `docker build`, such as `--network host`. */
  readonly buildFlags: readonly string[];
  /** Only the naive file and the expert's: the applications themselves are tried. */
  readonly expertsOnly: boolean;
}

/** An image that was built and asked. */
interface Tried {
  readonly image: string;
  readonly size: number;
  readonly configuration: Configuration;
  readonly user: User;
  /** The user that it was seen to run as. */
  readonly uid: number;
  readonly observations: readonly Observation[];
}

export async function trial(app: App, bench: Bench): Promise<Outcome[]> {
  const file = `${app.folder}/Dockerfile`;
  let naive: Tried;
  try {
    naive = await tried(app, bench, 'naive', file, readSource(file).text);
  } catch (error) {
    const problems = [`the naive image: ${messageOf(error)}`];
    const refused = true;
    return app.runs.map(({ name }) => ({ name, converted: false, refused, problems, because: '' }));
  }
  const outcomes: Outcome[] = [];
  for (const run of app.runs) outcomes.push(await trialOf(run, app, bench, naive));
  return outcomes;
}

async function trialOf(run: Run, app: App, bench: Bench, naive: Tried): Promise<Outcome> {
  const { text, ignoreFile, converted, problems, because } = rewrite(app, run);
  const refused = run.refused !== undefined || run.nothing === true;
  const wrong = bench.expertsOnly ? [] : [...problems];
  const attempt = async (what: string, file: string, content: string, ignored?: string) => {
    try {
      const one = await tried(app, bench, what, file, content, ignored);
      const differ = differences(naive.observations, one.observations);
      wrong.push(...(await unnoticed(app, bench, one, naive)));
      return { ...one, differ };
    } catch (error) {
      wrong.push(`the ${what} image: ${messageOf(error)}`);
      return undefined;
    }
  };
  const tag = run.name.replace(app.name, '').trim();
  const ours = bench.expertsOnly
    ? undefined
    : await attempt(`dockopt${tag && `-${tag}`}`, `${app.folder}/Dockerfile`, text, ignoreFile);
  if (ours) wrong.push(...lost(naive.configuration, ours.configuration));
  if (ours) wrong.push(...userFault(run, naive.uid, ours.uid));
  const expert = refused
    ? undefined
    : await attempt('expert', run.expertFile, readSource(run.expertFile).text);
  const again = ours && run.rebuild ? await rebuilds(app, run.rebuild, text, bench) : undefined;
  if (again) wrong.push(...again.problems);
  // The expert's user may have another number.
  if (expert) {
    const faults = userFault({ ...run, uid: expert.uid }, naive.uid, expert.uid);
    wrong.push(...faults.map(ofExpert));
  }
  return {
    name: run.name,
    before: naive.size,
    ...(ours && { after: ours.size, same: ours.differ.length === 0 }),
    ...(expert && { expert: expert.size }),
    users: [naive.uid, (ours ?? expert)?.uid],
    ...(again?.seconds && { rebuilt: again.seconds }),
    converted: converted || bench.expertsOnly,
    refused,
    problems: [...wrong, ...(ours?.differ ?? []), ...(expert?.differ ?? []).map(ofExpert)],
    because,
  };
}

const ofExpert = (fault: string): string => `the expert's image: ${fault}`;

async function tried(
  app: App,
  bench: Bench,
  what: string,
  file: string,
  text: string,
  ignoreFile?: string,
): Promise<Tried> {
  const { docker, network, buildFlags: flags } = bench;
  const image = docker.imageOf(app.name, what);
  const copies = { ...bench.copies, ...(ignoreFile !== undefined && { ignoreFile }) };
  const copy = copyDockerfile(text, file, copies);
  await docker.build({ file: copy, context: app.folder, tag: image, flags });
  const [size, configuration] = [await docker.size(image), await docker.configuration(image)];
  const user = await imageUser(image, configuration, docker);
  const { observations, uids } = await observe(image, app.checks, docker, network, {
    docker,
    user,
  });
  return { image, size, configuration, user, uid: uids[0] ?? user.uid, observations };
}

/** The directories that can be taken from the image's user without any check failing. */
async function unnoticed(app: App, bench: Bench, of: Tried, naive: Tried): Promise<string[]> {
  const { docker, network, copies, buildFlags: flags } = bench;
  const faults: string[] = [];
  // Root writes everywhere.
  if (of.user.uid === 0) return faults;
  for (const given of app.given) {
    const directory = withHome(given, of.user);
    const image = `${of.image}-taken`;
    const context = writeTakenBack(of.image, directory, copies.folder);
    await docker.build({ file: path.join(context, 'Dockerfile'), context, tag: image, flags });
    if (await isAsBefore(image, of.user)) faults.push(`no check fails without ${directory}`);
  }
  return faults;

  async function isAsBefore(image: string, user: User): Promise<boolean> {
    try {
      const { observations } = await observe(image, app.checks, docker, network, { docker, user });
      return differences(naive.observations, observations).length === 0;
    } catch {
      return false;
    }
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
