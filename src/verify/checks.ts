/** The lines of an application's `checks`: how its images are compared. */

/** `KEY=VALUE`, for the container. */
type Setting = string;

/** A path may begin with `~/`: the home of the image's user. */
export interface Mount {
  /** Memory; an empty volume; a directory of this machine, which the image's user owns. */
  readonly kind: 'tmpfs' | 'volume' | 'host';
  readonly at: string;
}

/** What stands before a check. */
export interface Setup {
  readonly env: readonly Setting[];
  readonly mounts: readonly Mount[];
  /** With a read-only root file system. */
  readonly readOnly: boolean;
  /** Files that are there afterwards, and belong to the user that the process runs as. */
  readonly writes: readonly string[];
}

export type Check = { readonly line: string } & Setup &
  (
    | {
        readonly kind: 'http' | 'redirect';
        readonly port: number;
        readonly paths: readonly string[];
      }
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
 *
 * A path is `POST:/path` or `PUT:/path` to send something there. Before any of them:
 *
 *     env KEY=VALUE       an environment variable
 *     writes PATH         looks for the file afterwards, and for its owner
 *     readonly            with a read-only root file system
 *     tmpfs DIR           with memory there
 *     volume DIR          with an empty volume there
 *     host DIR            with a directory of this machine there, which the image's user owns
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
  const setup = takeSetup(words, number);
  const [kind, ...args] = words;
  if (kind === 'run') return { kind, line, ...setup, args };
  if (kind === 'healthy' && args.length === 0) return { kind, line, ...setup };
  if (kind === 'http' || kind === 'redirect') {
    return { kind, line, ...setup, ...parseHttp(args, number) };
  }
  throw new Error(`line ${number}: neither http, redirect, run nor healthy: ${line}`);
}

/** Takes the words before the check away. */
function takeSetup(words: string[], number: number): Setup {
  const env: Setting[] = [];
  const mounts: Mount[] = [];
  const writes: string[] = [];
  let readOnly = false;
  const take = (what: string, form: RegExp): string => {
    const word = words.shift() ?? '';
    if (!form.test(word)) throw new Error(`line ${number}: ${what}`);
    return word;
  };
  for (;;) {
    const word = words.shift();
    if (word === 'readonly') readOnly = true;
    else if (word === 'env') env.push(take('env takes KEY=VALUE', /^\w+=/));
    else if (word === 'writes') writes.push(take('writes takes a path', PATH));
    else if (word === 'tmpfs' || word === 'volume' || word === 'host') {
      mounts.push({ kind: word, at: take(`${word} takes a path`, PATH) });
    } else {
      if (word !== undefined) words.unshift(word);
      break;
    }
  }
  const lost = writes.find((path) => isInMemory(path, mounts));
  if (lost !== undefined) throw new Error(`line ${number}: docker cannot copy ${lost} from memory`);
  return { env, mounts, readOnly, writes };
}

const PATH = /^(?:\/|~\/)./;

const isInMemory = (path: string, mounts: readonly Mount[]): boolean =>
  mounts.some(({ kind, at }) => kind === 'tmpfs' && path.startsWith(`${at}/`));

function parseHttp([port = '', ...paths]: readonly string[], number: number) {
  const isPath = (path: string): boolean => /^(?:(?:POST|PUT):)?\//.test(path);
  if (!/^\d{1,5}$/.test(port) || paths.length === 0 || !paths.every(isPath)) {
    throw new Error(`line ${number}: it takes PORT PATH…`);
  }
  return { port: Number(port), paths };
}
