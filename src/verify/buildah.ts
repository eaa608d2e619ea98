/**
 * Buildah, without a daemon. It runs commands in working containers: it knows no entry points, no
 * published ports and no health checks, so that what it runs is put together here.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { run, tail, type Finished } from './command.ts';
import type { Configuration } from './configuration.ts';
import type { Built, BuildRequest, Engine, ImageFacts, Limits, RunSettings } from './engine.ts';
import { BuildFailure, errorLine, Trouble, troubleIn } from './errors.ts';
import { idsIn } from './leftovers.ts';

const ASK_SECONDS = 60;

/** How long a container may take to have a process. */
const START_MS = 10_000;

/** A container that was started, and still runs or has ended. */
interface Started {
  readonly finished: Promise<Finished>;
  readonly controller: AbortController;
  result?: Finished;
}

interface Inspected {
  readonly FromImageID: string;
  readonly Docker: { readonly config: Configuration };
}

export class Buildah implements Engine {
  readonly name = 'buildah';
  readonly limits: Limits;
  private readonly id = randomBytes(4).toString('hex');
  private readonly running = new Map<string, Started>();
  private readonly containers = new Set<string>();
  private readonly tags = new Set<string>();
  /** What the builds have made for their later steps. */
  private readonly steps = new Set<string>();

  constructor(limits: Limits) {
    this.limits = limits;
  }

  async check(): Promise<string> {
    let asked: Finished;
    try {
      asked = await this.tell(['version', '--json']);
    } catch {
      throw new Trouble('there is no buildah here; install it, or choose another --builder');
    }
    if (asked.status !== 0) throw new Trouble(`buildah does not answer: ${tail(asked.stderr, 1)}`);
    return (JSON.parse(asked.stdout) as { version: string }).version;
  }

  imageOf(what: string, tag: string): string {
    return `localhost/dockopt-verify-${this.id}/${what}:${tag}`;
  }

  async build({ file, context, tag, flags, noCache }: BuildRequest): Promise<Built> {
    const { buildSeconds, signal } = this.limits;
    this.tags.add(tag);
    // A layer an instruction, and the health check kept, as docker does.
    const own = [
      'build',
      '--layers',
      '--force-rm',
      '--format',
      'docker',
      ...(noCache ? ['--no-cache'] : []),
    ];
    const started = performance.now();
    const { status, stdout, stderr } = await run(
      ['buildah', ...own, ...flags, '-f', file, '-t', tag, '--', context],
      buildSeconds,
      signal,
    );
    const seconds = (performance.now() - started) / 1000;
    const log = stdout + stderr;
    for (const id of idsIn(log)) this.steps.add(id);
    if (status === 0) return { seconds, cachedSteps: log.match(/^--> Using cache/gm)?.length ?? 0 };
    if (signal.aborted) throw new Trouble('interrupted');
    if (status === undefined) throw new Trouble(`the build takes more than ${buildSeconds} s`);
    const trouble = troubleIn(log);
    if (trouble !== undefined) throw new Trouble(trouble);
    throw new BuildFailure(errorLine(stderr || log), tail(log, 25));
  }

  async facts(image: string): Promise<ImageFacts> {
    const text = await this.ask(['inspect', '--type', 'image', image]);
    const { FromImageID: id, Docker } = JSON.parse(text) as Inspected;
    return { id, configuration: Docker.config };
  }

  async save(image: string, file: string): Promise<void> {
    const { buildSeconds, signal } = this.limits;
    const to = `docker-archive:${file}`;
    const words = ['buildah', 'push', '--quiet', '--disable-compression', image, to] as const;
    const { status, stderr } = await run(words, buildSeconds, signal);
    if (status === 0) return;
    if (signal.aborted) throw new Trouble('interrupted');
    throw new Trouble(troubleIn(stderr) ?? `buildah push: ${tail(stderr, 1) || 'it hangs'}`);
  }

  async run<T>(
    image: string,
    settings: RunSettings,
    args: readonly string[],
    look: (finished: Finished, container: string) => Promise<T>,
  ): Promise<T> {
    const { runSeconds, signal } = this.limits;
    const name = await this.create(image);
    try {
      const command = await this.command(image, name, settings, args);
      const { stderr, ...finished } = await run(command, runSeconds, signal);
      return await look({ ...finished, stderr: withoutRemarks(stderr) }, name);
    } finally {
      await this.remove(name);
    }
  }

  async start(image: string, settings: RunSettings): Promise<string> {
    const { runSeconds, signal } = this.limits;
    if (settings.health) throw new Trouble('buildah runs no health checks: use docker or podman');
    const name = await this.create(image);
    const command = await this.command(image, name, settings, []);
    const controller = new AbortController();
    const stop = AbortSignal.any([signal, controller.signal]);
    const started: Started = { finished: run(command, runSeconds, stop), controller };
    this.running.set(name, started);
    void started.finished.then((result) => (started.result = result)).catch(() => {});
    return name;
  }

  async ended(container: string): Promise<string | undefined> {
    const { status } = (await this.running.get(container)?.finished) ?? {};
    return status === undefined ? undefined : String(status);
  }

  async logs(container: string): Promise<string> {
    const started = this.running.get(container);
    // What it said is known when it has ended.
    started?.controller.abort();
    const { stdout = '', stderr = '' } = (await started?.finished) ?? {};
    return tail(stdout + withoutRemarks(stderr), 20);
  }

  health(): Promise<string> {
    throw new Trouble('buildah runs no health checks: use docker or podman');
  }

  /** The first process below ours that has a network of its own. */
  async pid(container: string): Promise<string> {
    const mark = `BUILDAH_DOCKOPT=${container}`;
    const own = networkOfProcess('self');
    for (const end = Date.now() + START_MS; Date.now() < end; await sleep(100)) {
      const found = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
      const pid = found.find((name) => {
        const network = networkOfProcess(name);
        return network !== undefined && network !== own && environmentOf(name).includes(mark);
      });
      if (pid !== undefined) return pid;
      if (this.running.get(container)?.result) break;
    }
    throw new Error('the container has ended, or has no network of its own');
  }

  published(): Promise<number> {
    throw new Trouble(
      'buildah publishes no ports: --http needs root, nsenter and no --network; or use docker or podman',
    );
  }

  async remove(container: string): Promise<void> {
    const started = this.running.get(container);
    started?.controller.abort();
    await started?.finished.catch(() => {});
    this.running.delete(container);
    await this.tell(['rm', container]);
    this.containers.delete(container);
  }

  async cleanUp(keepImages: boolean): Promise<void> {
    for (const container of this.containers) await this.remove(container);
    if (keepImages) return;
    for (const tag of this.tags) await this.tell(['rmi', tag]);
    // Later ones rest on earlier ones; what others have built on stays.
    for (const id of [...this.steps].toReversed()) await this.tell(['rmi', id]);
  }

  private async create(image: string): Promise<string> {
    const name = `dockopt-verify-${this.id}-${randomBytes(3).toString('hex')}`;
    this.containers.add(name);
    await this.ask(['from', '--pull-never', '--name', name, image]);
    return name;
  }

  /** What `docker run IMAGE ARG…` would run. */
  private async command(
    image: string,
    container: string,
    { env, mounts, network, readOnly }: RunSettings,
    args: readonly string[],
  ): Promise<[string, ...string[]]> {
    if (readOnly || mounts.length > 0) throw new Trouble('buildah: no mounts here; use docker');
    const { Entrypoint, Cmd } = (await this.facts(image)).configuration;
    const words = [...(Entrypoint ?? []), ...(args.length > 0 ? args : (Cmd ?? []))];
    if (words.length === 0) throw new Error('the image has no command');
    const settings = [`BUILDAH_DOCKOPT=${container}`, ...env];
    return [
      'buildah',
      'run',
      ...settings.flatMap((setting) => ['--env', setting]),
      ...(network.name === undefined ? [] : ['--network', network.name]),
      container,
      '--',
      ...words,
    ];
  }

  private async ask(args: readonly string[]): Promise<string> {
    const { status, stdout, stderr } = await this.tell(args);
    if (status === 0) return stdout.trim();
    throw new Error(`buildah ${args[0]}: ${tail(stderr, 3) || 'no answer'}`);
  }

  /** Not stopped by Ctrl-C: cleaning up needs it. */
  private tell(args: readonly string[]): Promise<Finished> {
    return run(['buildah', ...args], ASK_SECONDS);
  }
}

/** Buildah's own remarks behind what the command wrote. */
const withoutRemarks = (text: string): string =>
  text.replace(/^(?:Error: |time=".*" level=|error running ).*\n?/gm, '');

function networkOfProcess(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/net`);
  } catch {
    return undefined;
  }
}

function environmentOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0');
  } catch {
    return [];
  }
}
