/** How the server in a container is reached. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ASK_PROGRAM } from './ask-program.ts';
import { run, tail } from './command.ts';
import type { Networking, Runner } from './engine.ts';

export interface Answer {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly location: string;
  readonly body: string;
}

/** Asks a container from within its network, or through a port of this machine. */
export interface Network {
  /** With the port that will be asked, if any. */
  settings(port?: number): Networking;
  ask(container: string, port: number, paths: readonly string[]): Promise<readonly Answer[]>;
}

/** The program, run by whatever stands before it. */
const ASK = [process.execPath, '--input-type=module', '--eval', ASK_PROGRAM, '--'] as const;

/** How long a server may take to listen. */
const START_SECONDS = 30;

/**
 * Containers need no network at all where root can enter theirs: daemon and dockopt on one Linux.
 * Elsewhere a port is published on the loopback address. A network that was asked for is used as
 * it is.
 */
export function networkOf(runner: Runner, name = 'none'): Network {
  if (isRootHere() && isOnPath('nsenter')) return new Entered(runner, name);
  return new Published(runner, name);
}

/** Is the daemon on this machine, and are we root, as it is? */
export const isRootHere = (): boolean =>
  (process.env['DOCKER_HOST'] ?? 'unix:///').startsWith('unix://') && process.getuid?.() === 0;

class Entered implements Network {
  private readonly runner: Runner;
  private readonly name: string;

  constructor(runner: Runner, name: string) {
    this.runner = runner;
    this.name = name;
  }

  settings(): Networking {
    return { name: this.name };
  }

  async ask(container: string, port: number, paths: readonly string[]): Promise<Answer[]> {
    const pid = await this.runner.pid(container);
    return answers(['nsenter', '--target', pid, '--net', ...ASK], port, paths, this.runner);
  }
}

class Published implements Network {
  private readonly runner: Runner;
  private readonly name: string;

  constructor(runner: Runner, name: string) {
    this.runner = runner;
    this.name = name;
  }

  settings(port?: number): Networking {
    if (port === undefined) return { name: this.name };
    return this.name === 'none' ? { publish: port } : { publish: port, name: this.name };
  }

  async ask(container: string, port: number, paths: readonly string[]): Promise<Answer[]> {
    return answers([...ASK], await this.runner.published(container, port), paths, this.runner);
  }
}

async function answers(
  command: [string, ...string[]],
  port: number,
  paths: readonly string[],
  runner: Runner,
): Promise<Answer[]> {
  const { runSeconds, signal } = runner.limits;
  const limit = Math.min(START_SECONDS, runSeconds);
  const words = [String(limit), String(port), ...paths];
  const { status, stdout, stderr } = await run([...command, ...words], runSeconds, signal);
  if (status === 0) return JSON.parse(Buffer.from(stdout, 'latin1').toString()) as Answer[];
  throw new Error(
    `no answer on port ${port}: ${/\w*Error: .*/.exec(stderr)?.[0] ?? tail(stderr, 3)}`,
  );
}

const isOnPath = (program: string): boolean =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, program)));
