/** Does what the checks say with an image, and notes what is seen. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Check } from './checks.ts';
import type { Docker } from './docker.ts';
import type { Network } from './network.ts';
import type { Observation } from './observation.ts';

/** Docker's own statuses: it could not run the command at all. */
const NOT_STARTED = new Set([125, 126, 127]);

/** Throws where the image cannot be started or does not answer. */
export async function observe(
  image: string,
  checks: readonly Check[],
  docker: Docker,
  network: Network,
): Promise<Observation[]> {
  const observations: Observation[] = [];
  for (const check of checks) {
    const env = check.env.flatMap((setting) => ['--env', setting]);
    if (check.kind === 'http') {
      const flags = [...env, ...network.flags(check.port)];
      const answers = await started(image, flags, docker, (container) =>
        network.ask(container, check.port, check.paths),
      );
      for (const { path, ...seen } of answers) observations.push({ what: `GET ${path}`, seen });
    } else if (check.kind === 'healthy') {
      const flags = [...env, '--network', 'none', '--health-interval', '1s'];
      const health = await started(image, flags, docker, (container) =>
        healthOf(container, docker),
      );
      observations.push({ what: check.line, seen: { health } });
    } else {
      const flags = [...env, '--network', 'none'];
      const { status, stdout, stderr } = await docker.run(image, flags, check.args);
      if (status === undefined) throw new Error(`${check.line}: it does not end`);
      if (NOT_STARTED.has(status)) throw new Error(`${check.line}: status ${status}: ${stderr}`);
      observations.push({ what: check.line, seen: { status, stdout, stderr } });
    }
  }
  return observations;
}

/** Does something with a running container; what the container said belongs to every error. */
async function started<T>(
  image: string,
  flags: readonly string[],
  docker: Docker,
  work: (container: string) => Promise<T>,
): Promise<T> {
  const container = await docker.start(image, flags);
  try {
    return await work(container);
  } catch (error) {
    throw new Error(`${String(error)}\n${await docker.logs(container)}`, { cause: error });
  } finally {
    await docker.remove(container);
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
