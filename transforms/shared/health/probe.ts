import { lacks, has, type Held } from './image.ts';

/**
 * The words of a command that asks an address, and fails unless the answer is a success: with what
 * the image is known to have. Undefined where nothing is known.
 */
export function probeOf(held: Held, url: string): readonly string[] | undefined {
  const { base, ref } = held;
  if (!base) return undefined;
  if (base.shell === 'busybox' && !lacks(held, 'wget')) return ['wget', '-qO', '/dev/null', url];
  const { repository } = base;
  if (repository === 'node') return ['node', '-e', node(url)];
  // https://github.com/GoogleContainerTools/distroless/blob/main/nodejs/README.md, read 2026-11-26.
  if (repository.startsWith('gcr.io/distroless/nodejs'))
    return ['/nodejs/bin/node', '-e', node(url)];
  if (repository === 'python') {
    return ['python', '-c', `import urllib.request; urllib.request.urlopen('${url}', timeout=5)`];
  }
  if (repository === 'php' && base.distribution === 'debian') {
    return ['php', '-r', `exit(@file_get_contents('${url}') === false ? 1 : 0);`];
  }
  if (repository === 'ruby' && ref !== undefined) {
    return [
      'ruby',
      '-rnet/http',
      '-e',
      `exit Net::HTTP.get_response(URI('${url}')).is_a?(Net::HTTPSuccess)`,
    ];
  }
  // The language stays when the image becomes slim, and curl does not.
  const hasCurl = has(held, 'curl') || nginxHasCurl(held);
  return hasCurl ? ['curl', '-fsSo', '/dev/null', url] : undefined;
}

/** For every version of Node: fetch is there since 18 alone. */
const node = (url: string): string =>
  `require('http').get('${url}', (res) => process.exit(res.statusCode < 400 ? 0 : 1)).on('error', () => process.exit(1))`;

/** Since 2020-04-21, and so since 1.19: https://github.com/nginx/docker-nginx/commit/87f9340, read 2026-11-26. */
function nginxHasCurl({ base, ref }: Held): boolean {
  if (base!.repository !== 'nginx') return false;
  const version = /^1\.(\d+)/.exec(ref?.tag ?? '')?.[1];
  return version === undefined
    ? /^(?:latest|stable|mainline|1|bookworm|trixie)\b/.test(ref?.tag ?? 'latest')
    : Number(version) >= 19;
}
