/** The lines of an application's `checks`: how its images are compared. */

/** `KEY=VALUE`, for the container. */
type Setting = string;

export type Check = { readonly line: string; readonly env: readonly Setting[] } & (
  | { readonly kind: 'http' | 'redirect'; readonly port: number; readonly paths: readonly string[] }
  | { readonly kind: 'run'; readonly args: readonly string[] }
  | { readonly kind: 'healthy' }
);

/**
 * Reads `checks`, one a line; words are parted by blanks, and `#` begins a line of remarks.
 *
 *     http PORT PATH…     starts the image and asks for the paths in turn
 *     redirect PORT PATH… the same, where only status and location matter
 *     run ARG…            runs the image with these arguments to the end
 *     healthy             starts the image and waits for its HEALTHCHECK
 *     env KEY=VALUE …     before any of them
 */
export function parseChecks(text: string): Check[] {
  const lines = text.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const checks = lines
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ line, number }) => parseLine(line, number));
  if (checks.length === 0) throw new Error('it has no checks');
  return checks;
}

function parseLine(line: string, number: number): Check {
  const words = line.split(/\s+/);
  const env: Setting[] = [];
  while (words[0] === 'env') {
    const [, setting = ''] = words.splice(0, 2);
    if (!/^\w+=/.test(setting)) throw new Error(`line ${number}: env takes KEY=VALUE`);
    env.push(setting);
  }
  const [kind, ...args] = words;
  if (kind === 'run') return { kind, line, env, args };
  if (kind === 'healthy' && args.length === 0) return { kind, line, env };
  if (kind === 'http' || kind === 'redirect') {
    return { kind, line, env, ...parseHttp(args, number) };
  }
  throw new Error(`line ${number}: neither http, redirect, run nor healthy: ${line}`);
}

function parseHttp([port = '', ...paths]: readonly string[], number: number) {
  if (!/^\d{1,5}$/.test(port) || paths.length === 0 || !paths.every((at) => at.startsWith('/'))) {
    throw new Error(`line ${number}: it takes PORT PATH…`);
  }
  return { port: Number(port), paths };
}
