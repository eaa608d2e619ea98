/** One application: its images are built, asked and measured. */
import { readSource } from '../../cli/file.ts';
import type { App, Run } from './apps.ts';
import { lost, type Configuration } from './configuration.ts';
import type { Docker } from './docker.ts';
import { copyDockerfile, type CopyOptions } from './dockerfile-copy.ts';
import type { Network } from './network.ts';
import { differences, type Observation } from './observation.ts';
import { observe } from './observe.ts';
import { rewrite } from './rewrite.ts';
import type { Outcome } from './verdict.ts';

export interface Bench {
  readonly docker: Docker;
  readonly network: Network;
  readonly copies: CopyOptions;
  /** Only the naive file and the expert's: the applications themselves are tried. */
  readonly expertsOnly: boolean;
}

/** An image that was built and asked. */
interface Tried {
  readonly size: number;
  readonly configuration: Configuration;
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
  const { text, converted, problems, because } = rewrite(app, run);
  const refused = run.refused !== undefined;
  const wrong = [...problems];
  const attempt = async (
    what: string,
    file: string,
    content: string,
  ): Promise<Tried | undefined> => {
    try {
      return await tried(app, bench, what, file, content);
    } catch (error) {
      wrong.push(`the ${what} image: ${messageOf(error)}`);
      return undefined;
    }
  };
  const tag = run.name.replace(app.name, '').trim();
  const ours = bench.expertsOnly
    ? undefined
    : await attempt(`dockopt${tag && `-${tag}`}`, `${app.folder}/Dockerfile`, text);
  const differ = ours && differences(naive.observations, ours.observations);
  if (ours) wrong.push(...lost(naive.configuration, ours.configuration));
  const expert = refused
    ? undefined
    : await attempt('expert', run.expertFile, readSource(run.expertFile).text);
  const unlike = expert ? differences(naive.observations, expert.observations) : [];
  return {
    name: run.name,
    before: naive.size,
    ...(ours && { after: ours.size, same: differ?.length === 0 }),
    ...(expert && { expert: expert.size }),
    converted: converted || bench.expertsOnly,
    refused,
    problems: [...wrong, ...(differ ?? []), ...unlike.map((line) => `the expert's image: ${line}`)],
    because,
  };
}

async function tried(
  app: App,
  { docker, network, copies }: Bench,
  what: string,
  file: string,
  text: string,
): Promise<Tried> {
  const image = docker.imageOf(app.name, what);
  await docker.build(copyDockerfile(text, file, copies), app.folder, image);
  const observations = await observe(image, app.checks, docker, network);
  const [size, configuration] = [await docker.size(image), await docker.configuration(image)];
  return { size, configuration, observations };
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
