/** Where a registry keeps an image. */
export interface Place {
  /** As it stands in the name, `docker.io` where none does: what a user knows it by. */
  readonly registry: string;
  /** Where its API is. */
  readonly origin: string;
  /** Under which names Docker's configuration has its credentials. */
  readonly accounts: readonly string[];
  readonly repository: string;
  readonly tag: string;
}

/**
 * Reads `node:22` and `registry.example:5000/team/app:1`. The first part is a registry if it holds a
 * dot or a colon, or is localhost; Docker Hub's own images are in `library/`.
 * https://github.com/distribution/reference/blob/main/normalize.go, read 2026-11-26.
 */
export function placeOf(name: string): Place | undefined {
  const match = /^(.+):([\w][\w.-]{0,127})$/.exec(name);
  if (!match) return undefined;
  const [, path, tag] = match as unknown as [string, string, string];
  const slash = path.indexOf('/');
  const first = slash < 0 ? '' : path.slice(0, slash);
  const isRegistry = /[.:]/.test(first) || first === 'localhost';
  const registry = isRegistry ? first : 'docker.io';
  const rest = isRegistry ? path.slice(slash + 1) : path;
  if (!HOST.test(registry) || !REPOSITORY.test(rest)) return undefined;
  if (registry === 'docker.io' || registry === 'index.docker.io') {
    return {
      registry: 'docker.io',
      origin: 'https://registry-1.docker.io',
      accounts: ['https://index.docker.io/v1/', 'docker.io', 'index.docker.io'],
      repository: rest.includes('/') ? rest : `library/${rest}`,
      tag,
    };
  }
  const origin = `${isLoopback(registry) ? 'http' : 'https'}://${registry}`;
  return { registry, origin, accounts: [registry], repository: rest, tag };
}

const HOST = /^(?:[\w.-]+|\[[0-9a-fA-F:]+\])(?::\d+)?$/;
const REPOSITORY =
  /^[a-z0-9]+(?:(?:[._-]|__|-+)?[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._-]|__|-+)?[a-z0-9]+)*)*$/;

/**
 * Docker speaks HTTP to registries of the machine itself without being told to.
 * https://docs.docker.com/reference/cli/dockerd/#insecure-registries, read 2026-11-26.
 */
export function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name);
}
