import { pathFrom } from '../steps.ts';
import type { Task } from './node-tasks.ts';

/** A program that serves a directory, and how it is told to. */
export interface Served {
  readonly program: 'serve' | 'http-server';
  /** Absolute. */
  readonly directory: string;
  /** Undefined: the variable PORT decides, and else the default. */
  readonly port: number | undefined;
  readonly fallback: number;
  readonly single: boolean;
}

/**
 * The options of `serve` 11 to 14 that do not change what is answered, besides -s and -l:
 * https://github.com/vercel/serve/blob/main/source/utilities/cli.ts, read 2026-11-25.
 */
const SERVE_QUIET =
  /^(?:-n|--no-clipboard|-L|--no-request-logging|--no-port-switching|-d|--debug|-u|--no-compression)$/;

/** https://github.com/http-party/http-server#available-options, read 2026-11-25. */
const HTTP_QUIET = /^(?:-s|--silent|-c-?\d+|-g|--gzip|-U|--utc|--log-ip|-r|--robots)$/;

/** Undefined where it is no such program, or has options with another effect. */
export function readServed(task: Task): Served | undefined {
  if (task.words.includes(undefined) || task.directory === undefined) return undefined;
  const words = task.words.slice(1) as string[];
  if (task.program === 'serve') return readServe(words, task);
  return task.program === 'http-server' ? readHttpServer(words, task) : undefined;
}

function readServe(words: readonly string[], { directory, env }: Task): Served | undefined {
  let port: number | undefined;
  let single = false;
  const operands: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const listen = /^(?:-l|--listen|-p|--port)(?:=(.*))?$/.exec(word);
    if (listen) {
      const value = listen[1] ?? words[++at] ?? '';
      port = portIn(value);
      if (port === undefined) return undefined;
    } else if (word === '-s' || word === '--single') single = true;
    else if (/^-[ls]\d+$/.test(word)) port = Number(word.slice(2));
    else if (word.startsWith('-')) {
      if (!SERVE_QUIET.test(word)) return undefined;
    } else operands.push(word);
  }
  const own = env.get('PORT');
  if (port === undefined && own !== undefined) port = portIn(own);
  const path = operands.length > 1 ? undefined : pathFrom(directory, operands[0] ?? '.');
  return path === undefined
    ? undefined
    : { program: 'serve', directory: path, port, fallback: 3000, single };
}

/** `3000`, `tcp://0.0.0.0:3000`, `0.0.0.0:3000`. */
function portIn(value: string): number | undefined {
  const match = /^(?:(?:tcp:\/\/)?(?:0\.0\.0\.0|\[::\]|\*)?:)?(\d+)$/.exec(value);
  return match ? Number(match[1]) : undefined;
}

function readHttpServer(words: readonly string[], { directory }: Task): Served | undefined {
  let port: number | undefined;
  const operands: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (/^(?:-p|--port)$/.test(word)) {
      port = Number(words[++at]);
      if (!Number.isInteger(port)) return undefined;
    } else if (/^-p\d+$/.test(word)) port = Number(word.slice(2));
    else if (word === '-a') {
      if (words[++at] !== '0.0.0.0') return undefined;
    } else if (word.startsWith('-')) {
      if (!HTTP_QUIET.test(word)) return undefined;
    } else operands.push(word);
  }
  // Without a directory it serves ./public where that is there.
  const path = operands.length === 1 ? pathFrom(directory, operands[0]) : undefined;
  return path === undefined
    ? undefined
    : { program: 'http-server', directory: path, port, fallback: 8080, single: false };
}
