/** Runs a program without a shell, for a limited time. */
import { spawn, type ChildProcess } from 'node:child_process';

export interface Finished {
  /** Undefined: it was stopped. */
  readonly status: number | undefined;
  /** Latin-1: a character a byte. */
  readonly stdout: string;
  readonly stderr: string;
}

/** Where a program runs. */
export interface Surroundings {
  /** More environment variables. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** As much output as is kept. */
const MAX_BYTES = 8 * 1024 * 1024;

/** How long a program may take to end when it is told to. */
const GRACE = 5_000;

export function run(
  [program, ...args]: readonly [string, ...string[]],
  seconds: number,
  signal?: AbortSignal,
  { env, cwd }: Surroundings = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    // A process group of its own: Ctrl-C in the terminal reaches only us.
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...(cwd !== undefined && { cwd }),
      env: { ...process.env, ...env },
    });
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    let stopped = false;
    const stop = (): void => {
      stopped = true;
      signalGroup(child, 'SIGTERM');
      setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE).unref();
    };
    const timer = setTimeout(stop, seconds * 1000);
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop, { once: true });
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    };
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('close', (code) => {
      done();
      const status = stopped ? undefined : (code ?? undefined);
      resolve({ status, stdout: stdout(), stderr: stderr() });
    });
  });
}

/** What the program has started ends with it: it may hold the pipes open. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It has ended.
  }
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const pieces: Buffer[] = [];
  let total = 0;
  stream.on('data', (piece: Buffer) => {
    total += piece.length;
    if (total <= MAX_BYTES) pieces.push(piece);
  });
  return () => Buffer.concat(pieces).toString('latin1');
}

/** The last lines of what a program said. */
export const tail = (text: string, lines: number): string =>
  text.trimEnd().split('\n').slice(-lines).join('\n');
