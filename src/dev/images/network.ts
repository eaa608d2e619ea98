/** How the server in a container is reached. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run, tail } from './command.ts';
import type { Docker } from './docker.ts';

export interface Answer {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly location: string;
  readonly body: string;
}

/** Asks a container from within its network, or through a port of this machine. */
export interface Network {
  /** For `docker run`. */
  flags(port: number): readonly string[];
  ask(container: string, port: number, paths: readonly string[]): Promise<readonly Answer[]>;
}

/** The program, run by whatever stands before it. */
const ASK = [process.execPath, path.join(import.meta.dirname, 'ask.mjs')] as const;

/** How long a server may take to listen. */
const START_SECONDS = 30;

/** Containers need no network at all where root can enter theirs: daemon and tests on one Linux. */
export const networkOf = (docker: Docker): Network =>
  isRootHere() && isOnPath('nsenter') ? new Entered(docker) : new Published(docker);

/** Is the daemon on this machine, and are the tests root, as it is? */
export const isRootHere = (): boolean =>
  (process.env['DOCKER_HOST'] ?? 'unix:///').startsWith('unix://') && process.getuid?.() === 0;

class Entered implements Network {
  private readonly docker: Docker;

  constructor(docker: Docker) {
    this.docker = docker;
  }

  flags(): readonly string[] {
    return ['--network', 'none'];
  }

  async ask(container: string, port: number, paths: readonly string[]): Promise<Answer[]> {
    const pid = await this.docker.ask(['inspect', '--format', '{{.State.Pid}}', container]);
    const id = await this.docker.ask(['inspect', '--format', '{{.Id}}', container]);
    if (!isOf(pid, id)) throw new Error('the container has ended, or runs on another machine');
    return answers(['nsenter', '--target', pid, '--net', ...ASK], port, paths, this.docker);
  }
}

class Published implements Network {
  private readonly docker: Docker;

  constructor(docker: Docker) {
    this.docker = docker;
  }

  flags(port: number): readonly string[] {
    return ['--publish', `127.0.0.1::${port}`];
  }

  async ask(container: string, port: number, paths: readonly string[]): Promise<Answer[]> {
    const published = await this.docker.ask(['port', container, `${port}/tcp`]);
    const own = Number(published.split('\n')[0]!.replace(/.*:/, ''));
    return answers([...ASK], own, paths, this.docker);
  }
}

async function answers(
  command: [string, ...string[]],
  port: number,
  paths: readonly string[],
  docker: Docker,
): Promise<Answer[]> {
  const { runSeconds, signal } = docker.options;
  const limit = Math.min(START_SECONDS, runSeconds);
  const words = [String(limit), String(port), ...paths];
  const { status, stdout, stderr } = await run([...command, ...words], runSeconds, signal);
  if (status === 0) return JSON.parse(Buffer.from(stdout, 'latin1').toString()) as Answer[];
  throw new Error(
    `no answer on port ${port}: ${/\w*Error: .*/.exec(stderr)?.[0] ?? tail(stderr, 3)}`,
  );
}

/** Is it a process of this container, and of this machine? */
function isOf(pid: string, id: string): boolean {
  const file = `/proc/${pid}/cgroup`;
  return existsSync(file) && readFileSync(file, 'utf8').includes(id);
}

const isOnPath = (program: string): boolean =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, program)));
