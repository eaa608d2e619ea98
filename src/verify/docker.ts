/** The docker command, and podman's, which takes the same words. What it makes carries a label. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Configuration } from './configuration.ts';
import { run, tail, type Finished } from './command.ts';
import type { Built, BuildRequest, Engine, ImageFacts, Limits, RunSettings } from './engine.ts';
import { BuildFailure, errorLine, Trouble, troubleIn } from './errors.ts';
import { idsIn } from './leftovers.ts';
import { firstEntry, type Entry } from './tar.ts';

/** No question of the daemon takes longer. */
const ASK_SECONDS = 60;

/** What makes `docker build` use BuildKit, write a plain log, and add nothing to the image. */
const BUILDKIT = {
  DOCKER_BUILDKIT: '1',
  BUILDKIT_PROGRESS: 'plain',
  BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
} as const;

export class Docker implements Engine {
  /** Every run is apart from others on the same daemon. */
  private readonly id = randomBytes(4).toString('hex');
  private readonly label = `org.dockopt.verify=${this.id}`;
  private names = 0;
  /** What podman's builds have made for their later steps. */
  private readonly steps = new Set<string>();
  readonly limits: Limits;
  readonly name: 'docker' | 'podman';

  constructor(limits: Limits, name: 'docker' | 'podman' = 'docker') {
    this.limits = limits;
    this.name = name;
  }

  async check(): Promise<string> {
    const format = this.name === 'docker' ? '{{.Server.Version}}' : '{{.Client.Version}}';
    let asked: Finished;
    try {
      asked = await this.tell(['version', '--format', format]);
    } catch {
      throw new Trouble(`there is no ${this.name} here; install it, or choose another --builder`);
    }
    const { status, stdout, stderr } = asked;
    if (status === 0) return stdout.trim();
    throw new Trouble(`${this.name} does not answer: ${lastLine(stderr) || 'it says nothing'}`);
  }

  imageOf(what: string, tag: string): string {
    const local = this.name === 'podman' ? 'localhost/' : '';
    return `${local}dockopt-verify-${this.id}/${what}:${tag}`;
  }

  async build({ file, context, tag, flags, noCache }: BuildRequest): Promise<Built> {
    const { buildSeconds, signal } = this.limits;
    const own = this.name === 'docker' ? ['--load'] : ['--layers', '--format', 'docker'];
    const words = ['build', ...own, ...flags, ...(noCache ? ['--no-cache'] : [])];
    const marks = ['--label', this.label, '-f', file, '-t', tag];
    const started = performance.now();
    const { status, stdout, stderr } = await run(
      [this.name, ...words, ...marks, '--', context],
      buildSeconds,
      signal,
      { env: BUILDKIT },
    );
    const seconds = (performance.now() - started) / 1000;
    const log = stdout + stderr;
    if (this.name === 'podman') for (const id of idsIn(log)) this.steps.add(id);
    if (status === 0) {
      return { seconds, cachedSteps: cachedIn(log), cached: cachedStepsIn(log) };
    }
    if (signal.aborted) throw new Trouble('interrupted');
    if (status === undefined) throw new Trouble(`the build takes more than ${buildSeconds} s`);
    const trouble = troubleIn(log);
    if (trouble !== undefined) throw new Trouble(trouble);
    // Has the daemon gone away in the meantime? Then the Dockerfile is not at fault.
    await this.check();
    throw new BuildFailure(errorLine(log), tail(log, 25));
  }

  async has(image: string): Promise<boolean> {
    return (await this.tell(['image', 'inspect', '--format', 'there', image])).status === 0;
  }

  /** The bytes of all layers. */
  async size(image: string): Promise<number> {
    return Number(await this.ask(['image', 'inspect', '--format', '{{.Size}}', image]));
  }

  async configuration(image: string): Promise<Configuration> {
    return (await this.facts(image)).configuration;
  }

  async facts(image: string): Promise<ImageFacts> {
    // Podman knows the name Id only where nothing else stands with it (tried with 4.3.1).
    const health = this.name === 'podman' ? ',"health":{{json .HealthCheck}}' : '';
    const format = `{"id":"{{.Id}}","configuration":{{json .Config}}${health}}`;
    const text = await this.ask(['image', 'inspect', '--format', format, image]);
    const facts = JSON.parse(text) as ImageFacts & { health?: Configuration['Healthcheck'] | null };
    const { id, configuration } = facts;
    if (!facts.health) return { id, configuration };
    return { id, configuration: { ...configuration, Healthcheck: facts.health } };
  }

  async save(image: string, file: string): Promise<void> {
    const format = this.name === 'podman' ? ['--format', 'docker-archive'] : [];
    const { buildSeconds, signal } = this.limits;
    const { status, stderr } = await run(
      [this.name, 'save', ...format, '--output', file, image],
      buildSeconds,
      signal,
    );
    if (status === 0) return;
    if (signal.aborted) throw new Trouble('interrupted');
    throw new Trouble(troubleIn(stderr) ?? `${this.name} save: ${lastLine(stderr) || 'it hangs'}`);
  }

  async run<T>(
    image: string,
    settings: RunSettings,
    args: readonly string[],
    look: (finished: Finished, container: string) => Promise<T>,
  ): Promise<T> {
    const { runSeconds, signal } = this.limits;
    const name = this.nextName();
    const command = ['run', ...this.marks(name), ...flagsOf(settings), image, ...args];
    try {
      return await look(await run([this.name, ...command], runSeconds, signal), name);
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

  async start(image: string, settings: RunSettings): Promise<string> {
    const name = this.nextName();
    await this.ask(['run', '--detach', ...this.marks(name), ...flagsOf(settings), image]);
    return name;
  }

  async ended(container: string): Promise<string | undefined> {
    const { runSeconds, signal } = this.limits;
    const { status, stdout } = await run([this.name, 'wait', container], runSeconds, signal);
    return status === 0 ? stdout.trim() : undefined;
  }

  async health(container: string): Promise<string> {
    // Podman leaves it to timers of systemd, which a container or CI machine may not have.
    if (this.name === 'podman') await this.tell(['healthcheck', 'run', container]);
    const format = '{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}';
    return this.ask(['inspect', '--format', format, container]);
  }

  async pid(container: string): Promise<string> {
    const pid = await this.ask(['inspect', '--format', '{{.State.Pid}}', container]);
    const id = await this.ask(['inspect', '--format', '{{.Id}}', container]);
    if (!isOf(pid, id)) throw new Error('the container has ended, or runs on another machine');
    return pid;
  }

  async published(container: string, port: number): Promise<number> {
    const published = await this.ask(['port', container, `${port}/tcp`]);
    return Number(published.split('\n')[0]!.replace(/.*:/, ''));
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
    throw new Error(`${this.name} ${args[0]}: ${tail(stderr, 5) || 'no answer'}`);
  }

  async logs(container: string): Promise<string> {
    const { stdout, stderr } = await this.tell(['logs', '--tail', '20', container]);
    return stdout + stderr;
  }

  async cleanUp(keepImages: boolean): Promise<void> {
    const filter = ['--quiet', '--filter', `label=${this.label}`];
    const containers = lines((await this.tell(['ps', '--all', ...filter])).stdout);
    if (containers.length > 0) await this.tell(['rm', '--force', '--volumes', ...containers]);
    const volumes = lines((await this.tell(['volume', 'ls', ...filter])).stdout);
    if (volumes.length > 0) await this.tell(['volume', 'rm', ...volumes]);
    if (keepImages) return;
    // A build that was stopped, or whose name another one took, leaves one without a name.
    const images = new Set(lines((await this.tell(['images', '--all', ...filter])).stdout));
    if (images.size > 0) await this.tell(['rmi', '--force', ...images]);
    for (const id of [...this.steps].toReversed()) await this.tell(['rmi', id]);
  }

  /** Not stopped by Ctrl-C: cleaning up needs it. */
  private tell(args: readonly string[]): Promise<Finished> {
    return run([this.name, ...args], ASK_SECONDS);
  }

  private nextName(): string {
    return `dockopt-verify-${this.id}-${++this.names}`;
  }

  private marks(name: string): string[] {
    return ['--name', name, '--label', this.label];
  }
}

/** Is it a process of this container, and of this machine? */
function isOf(pid: string, id: string): boolean {
  const file = `/proc/${pid}/cgroup`;
  return existsSync(file) && readFileSync(file, 'utf8').includes(id);
}

const lines = (text: string): string[] => text.split('\n').filter(Boolean);

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

/** `#7 CACHED` of BuildKit, `--> Using cache` of podman. */
const cachedIn = (log: string): number =>
  log.match(/^(?:#\d+ CACHED|--> Using cache)/gm)?.length ?? 0;

/** `#7 [build 3/5] RUN npm ci`, and in a later line `#7 CACHED`. */
export function cachedStepsIn(log: string): string[] {
  const names = new Map<string, string>();
  for (const [, number, name] of log.matchAll(/^#(\d+) (\[.*)$/gm)) names.set(number!, name!);
  return [...log.matchAll(/^#(\d+) CACHED/gm)].flatMap(([, number]) => names.get(number!) ?? []);
}

function flagsOf({ env, readOnly, mounts, network, health }: RunSettings): string[] {
  const { name, publish } = network;
  const net = [
    ...(name === undefined ? [] : ['--network', name]),
    ...(publish === undefined ? [] : ['--publish', `127.0.0.1::${publish}`]),
  ];
  return [
    ...env.flatMap((setting) => ['--env', setting]),
    ...(readOnly ? ['--read-only'] : []),
    ...mounts,
    ...net,
    ...(health ? ['--health-interval', '1s'] : []),
  ];
}
