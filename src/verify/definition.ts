/** A compose file or a bake file that describes the build of a Dockerfile. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isOutside, repositoryTop } from '../cli/paths.ts';
import { run } from './command.ts';
import { errorLine, Trouble } from './errors.ts';

export interface Definition {
  readonly file: string;
  readonly target: string;
  readonly context: string;
  /** For the builder. */
  readonly flags: readonly string[];
  /** What of it was not taken, and why. */
  readonly remarks: readonly string[];
}

/** https://docs.docker.com/build/bake/reference/#file-lookup-order, read 2026-11-26. */
const NAMES = [
  'compose.yaml',
  'compose.yml',
  'docker-compose.yml',
  'docker-compose.yaml',
  'docker-bake.json',
  'docker-bake.hcl',
];

const SECONDS = 60;

/** A target as `docker buildx bake --print` writes it; it reads both kinds of files. */
interface Target {
  readonly context?: string;
  readonly dockerfile?: string;
  readonly args?: Readonly<Record<string, string | null>>;
  readonly target?: string;
  readonly platforms?: readonly string[];
  readonly secret?: readonly string[];
}

/** `FILE` or `FILE#TARGET`, as it is asked for; throws where nothing in it builds the Dockerfile. */
export async function namedDefinition(given: string, dockerfile: string): Promise<Definition> {
  const [file = '', target] = given.split('#', 2);
  if (!existsSync(file)) throw new Trouble(`${file} does not exist`);
  const found = await definitionIn(path.resolve(file), dockerfile, target);
  if (typeof found !== 'string') return found;
  throw new Trouble(`${file}: ${found}`);
}

/** The first one from the Dockerfile's folder up to the top of its repository. */
export async function definitionOf(
  dockerfile: string,
): Promise<{ found?: Definition; remarks: readonly string[] }> {
  const remarks: string[] = [];
  const start = path.dirname(path.resolve(dockerfile));
  const top = repositoryTop(start) ?? start;
  for (let folder = start; ; folder = path.dirname(folder)) {
    for (const name of NAMES) {
      const file = path.join(folder, name);
      if (!existsSync(file)) continue;
      const found = await definitionIn(file, dockerfile, undefined);
      if (typeof found !== 'string') return { found, remarks };
      remarks.push(`${name} was not taken: ${found}`);
    }
    if (folder === top || folder === path.dirname(folder)) return { remarks };
  }
}

/** Why there is none, as a text. */
async function definitionIn(
  file: string,
  dockerfile: string,
  target: string | undefined,
): Promise<Definition | string> {
  const folder = path.dirname(file);
  const words = ['bake', '--file', path.basename(file), '--print'];
  let printed;
  try {
    printed = await run(
      ['docker', 'buildx', ...words, ...(target === undefined ? [] : [target])],
      SECONDS,
      undefined,
      { cwd: folder },
    );
  } catch {
    return 'docker buildx reads it, and is not here';
  }
  const { status, stdout, stderr } = printed;
  if (status !== 0) return errorLine(stderr);
  const { target: targets } = JSON.parse(stdout) as { target: Record<string, Target> };
  const own = Object.entries(targets).filter(([, one]) => isOf(one, folder, dockerfile));
  const [first, ...more] = own;
  if (first === undefined) return 'nothing in it builds this Dockerfile';
  if (more.length > 0) {
    return `it builds this Dockerfile as ${own.map(([name]) => name).join(' and ')}; name one with --definition FILE#TARGET`;
  }
  return definition(file, first[0], first[1]);
}

function isOf({ context = '.', dockerfile = 'Dockerfile' }: Target, folder: string, file: string) {
  const own = path.resolve(folder, context, dockerfile);
  return existsSync(own) && realpathSync(own) === realpathSync(file);
}

function definition(file: string, name: string, of: Target): Definition {
  const folder = path.dirname(file);
  const { context = '.', args = {}, target, platforms = [], secret = [] } = of;
  const remarks: string[] = [];
  const secrets = secret.flatMap((text) => {
    const parts = new Map(text.split(',').map((part) => part.split('=', 2) as [string, string]));
    const source = parts.get('src') ?? parts.get('source');
    const place = source === undefined ? undefined : path.resolve(folder, source);
    if (place === undefined || isOutside(path.relative(folder, place))) {
      const what = parts.get('id') ?? 'without a name';
      remarks.push(`its secret ${what} is no file beside it: give it with --secret`);
      return [];
    }
    return ['--secret', `id=${parts.get('id')},src=${place}`];
  });
  const several = platforms.length > 1;
  if (several) remarks.push('it names several platforms: built for the one of this machine');
  return {
    file,
    target: name,
    context: path.resolve(folder, context),
    flags: [
      ...Object.entries(args).flatMap(([key, value]) =>
        value === null ? ['--build-arg', key] : ['--build-arg', `${key}=${value}`],
      ),
      ...(target === undefined ? [] : ['--target', target]),
      ...(platforms.length === 1 ? ['--platform', platforms[0]!] : []),
      ...secrets,
    ],
    remarks,
  };
}
