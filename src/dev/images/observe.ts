/** Does what the checks say with an image, and notes what is seen. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Check } from './checks.ts';
import type { Docker } from './docker.ts';
import type { Network } from './network.ts';
import type { Observation } from './observation.ts';

/** Docker's own statuses: it could not run the command at all. */
const NOT_STARTED = new Set([125, 126, 127]);

const ALONE = ['--network', 'none'] as const;

/** Throws where the image cannot be started or does not answer. */
export async function observe(
  image: string,
  checks: readonly Check[],
  docker: Docker,
  network: Network,
): Promise<Observation[]> {
  const observer = new Observer(image, docker, network);
  const observations: Observation[] = [];
  for (const check of checks) {
    observations.push(...(await observer.observe(check)));
  }
  return observations;
}

class Observer {
  private readonly image: string;
  private readonly docker: Docker;
  private readonly network: Network;

  constructor(image: string, docker: Docker, network: Network) {
    this.image = image;
    this.docker = docker;
    this.network = network;
  }

  observe(check: Check): Promise<Observation[]> {
    const env = check.env.flatMap((setting) => ['--env', setting]);
    switch (check.kind) {
      case 'run':
        return this.run(check.line, env, check.args);
      case 'healthy':
        return this.health(check.line, env);
      default:
        return this.requests(check, env);
    }
  }

  private async run(what: string, env: string[], args: readonly string[]): Promise<Observation[]> {
    const { status, stdout, stderr } = await this.docker.run(this.image, [...env, ...ALONE], args);
    if (status === undefined) throw new Error(`${what}: it does not end`);
    if (NOT_STARTED.has(status)) throw new Error(`${what}: status ${status}: ${stderr}`);
    return [{ what, seen: { status, stdout, stderr } }];
  }

  private async health(what: string, env: string[]): Promise<Observation[]> {
    const flags = [...env, ...ALONE, '--health-interval', '1s'];
    const health = await this.started(flags, (container) => healthOf(container, this.docker));
    return [{ what, seen: { health } }];
  }

  private async requests(
    { kind, port, paths }: Extract<Check, { readonly port: number }>,
    env: string[],
  ): Promise<Observation[]> {
    const flags = [...env, ...this.network.flags(port)];
    const answers = await this.started(flags, (container) =>
      this.network.ask(container, port, paths),
    );
    return answers.map(({ path, ...seen }) => {
      const { status, location } = seen;
      return { what: `GET ${path}`, seen: kind === 'http' ? seen : { status, location } };
    });
  }

  /** Does something with a running container; what that said belongs to every error. */
  private async started<T>(
    flags: readonly string[],
    work: (container: string) => Promise<T>,
  ): Promise<T> {
    const container = await this.docker.start(this.image, flags);
    try {
      return await work(container);
    } catch (error) {
      throw new Error(`${String(error)}\n${await this.docker.logs(container)}`, { cause: error });
    } finally {
      await this.docker.remove(container);
    }
  }
}

async function healthOf(container: string, docker: Docker): Promise<string> {
  const end = Date.now() + docker.options.runSeconds * 1000;
  const format = '{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}';
  for (;;) {
    const health = await docker.ask(['inspect', '--format', format, container]);
    if (health !== 'starting' || Date.now() > end) return health;
    await sleep(200, undefined, { signal: docker.options.signal });
  }
}
