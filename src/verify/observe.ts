/** Does what the checks say with an image, and notes what is seen. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Check } from './checks.ts';
import type { Docker } from './docker.ts';
import type { Runner, RunSettings } from './engine.ts';
import { messageOf } from './errors.ts';
import { mount } from './mounts.ts';
import type { Network } from './network.ts';
import type { Observation } from './observation.ts';
import { processUser, withHome, type User } from './user.ts';

/** Docker's own statuses: it could not run the command at all. */
const NOT_STARTED = new Set([125, 126, 127]);

export interface Observed {
  readonly observations: readonly Observation[];
  /** The users that its processes were seen as. */
  readonly uids: readonly number[];
}

/** What is looked at besides outputs and answers; only docker can. */
export interface Inside {
  readonly docker: Docker;
  readonly user: User;
}

/** Throws where the image cannot be started or does not answer. */
export async function observe(
  image: string,
  checks: readonly Check[],
  runner: Runner,
  network: Network,
  inside?: Inside,
): Promise<Observed> {
  const observer = new Observer(image, runner, network, inside);
  const observations: Observation[] = [];
  for (const check of checks) {
    observations.push(...(await observer.observe(check)));
  }
  return { observations, uids: [...observer.uids] };
}

class Observer {
  readonly uids = new Set<number>();
  private readonly image: string;
  private readonly runner: Runner;
  private readonly network: Network;
  private readonly inside: Inside | undefined;

  constructor(image: string, runner: Runner, network: Network, inside: Inside | undefined) {
    this.image = image;
    this.runner = runner;
    this.network = network;
    this.inside = inside;
  }

  async observe(check: Check): Promise<Observation[]> {
    const { inside } = this;
    const mounted = inside && (await mount(check.mounts, inside.user, inside.docker));
    const { env, readOnly, kind } = check;
    const network =
      kind === 'http' || kind === 'redirect'
        ? this.network.settings(check.port)
        : this.network.settings();
    const settings = { env, readOnly, mounts: mounted?.flags ?? [], network };
    try {
      switch (kind) {
        case 'run':
          return await this.run(check, settings);
        case 'healthy':
          return await this.health(check, settings);
        default:
          return await this.requests(check, settings);
      }
    } finally {
      await mounted?.remove();
    }
  }

  private run(check: Extract<Check, { readonly kind: 'run' }>, settings: RunSettings) {
    const { line: what, args } = check;
    return this.runner.run(this.image, settings, args, async (finished, container) => {
      const { status, stdout, stderr } = finished;
      if (status === undefined) throw new Error(`${what}: it does not end`);
      if (NOT_STARTED.has(status)) throw new Error(`${what}: status ${status}: ${stderr.trim()}`);
      const written = await this.written(check, container, this.inside?.user.uid);
      return [{ what, seen: { status, stdout, stderr } }, ...written];
    });
  }

  private health(check: Check, settings: RunSettings): Promise<Observation[]> {
    return this.started(check, { ...settings, health: true }, async (container) => {
      const health = await healthOf(container, this.runner);
      return [{ what: check.line, seen: { health } }];
    });
  }

  private requests(
    check: Extract<Check, { readonly port: number }>,
    settings: RunSettings,
  ): Promise<Observation[]> {
    const { kind, port, paths } = check;
    return this.started(check, settings, async (container) => {
      const answers = await this.network.ask(container, port, paths);
      return answers.map(({ path, ...seen }) => {
        const { status, location } = seen;
        const what = path.startsWith('/') ? `GET ${path}` : path.replace(':', ' ');
        return { what, seen: kind === 'http' ? seen : { status, location } };
      });
    });
  }

  /**
   * Does something with a running container, and looks at its process and files; what the container
   * said belongs to every error.
   */
  private async started(
    check: Check,
    settings: RunSettings,
    work: (container: string) => Promise<Observation[]>,
  ): Promise<Observation[]> {
    const container = await this.runner.start(this.image, settings);
    try {
      const seen = await Promise.race([work(container), this.untimelyEnd(container)]);
      if (!this.inside) return seen;
      const uid = await processUser(container, this.inside.docker);
      this.uids.add(uid);
      return [...seen, ...(await this.written(check, container, uid))];
    } catch (error) {
      const said = (await this.runner.logs(container)).trim();
      throw new Error(`${check.line}: ${messageOf(error)}${said && `\n${said}`}`, {
        cause: error,
      });
    } finally {
      await this.runner.remove(container);
    }
  }

  /** Never, unless the container ends. */
  private async untimelyEnd(container: string): Promise<never> {
    const status = await this.runner.ended(container);
    if (status === undefined) return new Promise<never>(() => {});
    throw new Error(`it ended with status ${status}`);
  }

  /** The files that must be there; whose they are is compared with the process, not with a name. */
  private async written(
    check: Check,
    container: string,
    uid: number | undefined,
  ): Promise<Observation[]> {
    const observations: Observation[] = [];
    if (!this.inside) return observations;
    const { docker, user } = this.inside;
    for (const path of check.writes) {
      const file = await docker.file(container, withHome(path, user));
      const owner = file?.uid === uid ? 'the process' : String(file?.uid);
      const seen = file === undefined ? { file: 'missing' } : { file: 'there', owner };
      observations.push({ what: `${check.line}: ${path}`, seen });
    }
    return observations;
  }
}

async function healthOf(container: string, runner: Runner): Promise<string> {
  const { runSeconds } = runner.limits;
  const end = Date.now() + runSeconds * 1000;
  for (;;) {
    const health = await runner.health(container);
    // Two images that say nothing do not say the same.
    if (health === 'none' || health === '') throw new Error('the image has no health check');
    if (health !== 'starting') return health;
    if (Date.now() > end) throw new Error(`the health check says nothing within ${runSeconds} s`);
    await sleep(200, undefined, { signal: runner.limits.signal });
  }
}
