/** The docker command, as far as the image tests need it. What it makes carries a label. */
import { randomBytes } from 'node:crypto';
import type { Configuration } from './configuration.ts';
import { run, tail, type Finished } from './command.ts';
import { firstEntry, type Entry } from './tar.ts';

export interface DockerOptions {
  /** `--network` of the builds. */
  readonly network: string | undefined;
  readonly buildSeconds: number;
  readonly runSeconds: number;
  readonly signal: AbortSignal;
}

/** No question of the daemon takes longer. */
const ASK_SECONDS = 60;

export class Docker {
  /** Every run of the tests is apart from others on the same daemon. */
  private readonly id = randomBytes(4).toString('hex');
  private readonly label = `org.dockopt.images=${this.id}`;
  private names = 0;
  readonly options: DockerOptions;

  constructor(options: DockerOptions) {
    this.options = options;
  }

  /** The name of an image. */
  imageOf(app: string, tag: string): string {
    return `dockopt-images-${this.id}/${app}:${tag}`;
  }

  /** Builds a Dockerfile on a context; throws with the end of the log if it does not build. */
  async build(file: string, context: string, tag: string): Promise<void> {
    const { network, buildSeconds, signal } = this.options;
    const net = network === undefined ? [] : ['--network', network];
    const { status, stdout, stderr } = await run(
      ['docker', 'build', ...net, '--label', this.label, '-f', file, '-t', tag, context],
      buildSeconds,
      signal,
    );
    if (status === 0) return;
    if (status === undefined) throw new Error(`the build takes more than ${buildSeconds} s`);
    throw new Error(tail(stdout + stderr, 25));
  }

  async has(image: string): Promise<boolean> {
    return (await this.tell(['image', 'inspect', '--format', 'there', image])).status === 0;
  }

  /** The bytes of all layers. */
  async size(image: string): Promise<number> {
    return Number(await this.ask(['image', 'inspect', '--format', '{{.Size}}', image]));
  }

  async configuration(image: string): Promise<Configuration> {
    const format = '{{json .Config}}';
    return JSON.parse(
      await this.ask(['image', 'inspect', '--format', format, image]),
    ) as Configuration;
  }

  /** Runs an image to its end, and then looks at the container. */
  async run<T>(
    image: string,
    flags: readonly string[],
    args: readonly string[],
    look: (finished: Finished, container: string) => Promise<T>,
  ): Promise<T> {
    const { runSeconds, signal } = this.options;
    const name = this.nextName();
    const command = ['run', ...this.marks(name), ...flags, image, ...args];
    try {
      return await look(await run(['docker', ...command], runSeconds, signal), name);
    } finally {
      await this.remove(name);
    }
  }

  /** A container that is not started: to look into the image. */
  async create(image: string): Promise<string> {
    const name = this.nextName();
    // An image may lack a command, and this one is never run.
    await this.ask(['create', ...this.marks(name), '--entrypoint', '/none', image]);
    return name;
  }

  /** Starts an image; gives the container. */
  async start(image: string, flags: readonly string[]): Promise<string> {
    const name = this.nextName();
    await this.ask(['run', '--detach', ...this.marks(name), ...flags, image]);
    return name;
  }

  /** When the container has ended; undefined after the time limit. */
  async ended(container: string): Promise<string | undefined> {
    const { runSeconds, signal } = this.options;
    const { status, stdout } = await run(['docker', 'wait', container], runSeconds, signal);
    return status === 0 ? stdout.trim() : undefined;
  }

  /** A file of a container, whatever is mounted there, except memory. */
  async file(container: string, file: string): Promise<Entry | undefined> {
    const { status, stdout } = await this.tell(['cp', `${container}:${file}`, '-']);
    return status === 0 ? firstEntry(stdout) : undefined;
  }

  async createVolume(): Promise<string> {
    return this.ask(['volume', 'create', '--label', this.label, this.nextName()]);
  }

  async removeVolume(name: string): Promise<void> {
    await this.tell(['volume', 'rm', name]);
  }

  async remove(container: string): Promise<void> {
    await this.tell(['rm', '--force', '--volumes', container]);
  }

  /** A question of the daemon; throws if it has no answer. */
  async ask(args: readonly string[]): Promise<string> {
    const { status, stdout, stderr } = await this.tell(args);
    if (status === 0) return stdout.trim();
    throw new Error(`docker ${args[0]}: ${tail(stderr, 5) || 'no answer'}`);
  }

  /** Both outputs of a container. */
  async logs(container: string): Promise<string> {
    const { stdout, stderr } = await this.tell(['logs', '--tail', '20', container]);
    return stdout + stderr;
  }

  /** Removes every container, volume and image that was made here. */
  async cleanUp(keepImages: boolean): Promise<void> {
    const filter = ['--quiet', '--filter', `label=${this.label}`];
    const containers = lines((await this.tell(['ps', '--all', ...filter])).stdout);
    if (containers.length > 0) await this.tell(['rm', '--force', '--volumes', ...containers]);
    const volumes = lines((await this.tell(['volume', 'ls', ...filter])).stdout);
    if (volumes.length > 0) await this.tell(['volume', 'rm', ...volumes]);
    if (keepImages) return;
    const images = new Set(lines((await this.tell(['images', ...filter])).stdout));
    if (images.size > 0) await this.tell(['rmi', '--force', ...images]);
  }

  /** Not stopped by Ctrl-C: cleaning up needs it. */
  private tell(args: readonly string[]): Promise<Finished> {
    return run(['docker', ...args], ASK_SECONDS);
  }

  private nextName(): string {
    return `dockopt-images-${this.id}-${++this.names}`;
  }

  private marks(name: string): string[] {
    return ['--name', name, '--label', this.label];
  }
}

const lines = (text: string): string[] => text.split('\n').filter(Boolean);
