/** Does what the checks say with an image, and notes what is seen. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Check } from './checks.ts';
import type { Docker } from './docker.ts';
import { mount } from './mounts.ts';
import type { Network } from './network.ts';
import type { Observation } from './observation.ts';
import { processUser, withHome, type User } from './user.ts';

/** Docker's own statuses: it could not run the command at all. */
const NOT_STARTED = new Set([125, 126, 127]);

const ALONE = ['--network', 'none'] as const;

export interface Observed {
  readonly observations: readonly Observation[];
  /** The users that its processes were seen as. */
  readonly uids: readonly number[];
}

/** Throws where the image cannot be started or does not answer. */
export async function observe(
  image: string,
  user: User,
  checks: readonly Check[],
  docker: Docker,
  network: Network,
): Promise<Observed> {
  const observer = new Observer(image, user, docker, network);
  const observations: Observation[] = [];
  for (const check of checks) {
    observations.push(...(await observer.observe(check)));
  }
  return { observations, uids: [...observer.uids] };
}

class Observer {
  readonly uids = new Set<number>();
  private readonly image: string;
  private readonly user: User;
  private readonly docker: Docker;
  private readonly network: Network;

  constructor(image: string, user: User, docker: Docker, network: Network) {
    this.image = image;
    this.user = user;
    this.docker = docker;
    this.network = network;
  }

  async observe(check: Check): Promise<Observation[]> {
    const mounted = await mount(check.mounts, this.user, this.docker);
    const flags = [
      ...check.env.flatMap((setting) => ['--env', setting]),
      ...(check.readOnly ? ['--read-only'] : []),
      ...mounted.flags,
    ];
    try {
      switch (check.kind) {
        case 'run':
          return await this.run(check, flags);
        case 'healthy':
          return await this.health(check, flags);
        default:
          return await this.requests(check, flags);
      }
    } finally {
      await mounted.remove();
    }
  }

  private run(check: Extract<Check, { readonly kind: 'run' }>, flags: readonly string[]) {
    const { line: what, args } = check;
    return this.docker.run(this.image, [...flags, ...ALONE], args, async (finished, container) => {
      const { status, stdout, stderr } = finished;
      if (status === undefined) throw new Error(`${what}: it does not end`);
      if (NOT_STARTED.has(status)) throw new Error(`${what}: status ${status}: ${stderr}`);
      const written = await this.written(check, container, this.user.uid);
      return [{ what, seen: { status, stdout, stderr } }, ...written];
    });
  }

  private health(check: Check, flags: readonly string[]): Promise<Observation[]> {
    const all = [...flags, ...ALONE, '--health-interval', '1s'];
    return this.started(check, all, async (container) => {
      const health = await healthOf(container, this.docker);
      return [{ what: check.line, seen: { health } }];
    });
  }

  private requests(
    check: Extract<Check, { readonly port: number }>,
    flags: readonly string[],
  ): Promise<Observation[]> {
    const { kind, port, paths } = check;
    const all = [...flags, ...this.network.flags(port)];
    return this.started(check, all, async (container) => {
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
    flags: readonly string[],
    work: (container: string) => Promise<Observation[]>,
  ): Promise<Observation[]> {
    const container = await this.docker.start(this.image, flags);
    try {
      const seen = await Promise.race([work(container), this.untimelyEnd(container)]);
      const uid = await processUser(container, this.docker);
      this.uids.add(uid);
      return [...seen, ...(await this.written(check, container, uid))];
    } catch (error) {
      const said = await this.docker.logs(container);
      throw new Error(`${check.line}: ${String(error)}\n${said}`, { cause: error });
    } finally {
      await this.docker.remove(container);
    }
  }

  /** Never, unless the container ends. */
  private async untimelyEnd(container: string): Promise<never> {
    const status = await this.docker.ended(container);
    if (status === undefined) return new Promise<never>(() => {});
    throw new Error(`it ended with status ${status}`);
  }

  /** The files that must be there; whose they are is compared with the process, not with a name. */
  private async written(check: Check, container: string, uid: number): Promise<Observation[]> {
    const observations: Observation[] = [];
    for (const path of check.writes) {
      const file = await this.docker.file(container, withHome(path, this.user));
      const owner = file?.uid === uid ? 'the process' : String(file?.uid);
      const seen = file === undefined ? { file: 'missing' } : { file: 'there', owner };
      observations.push({ what: `${check.line}: ${path}`, seen });
    }
    return observations;
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
