/** Analyses Dockerfiles in several threads, and gives the results in the order of the files. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Target } from '../cli/discover.ts';
import type { Analysis } from './analysis.ts';
import type { Answer, WorkerData } from './worker.ts';

/** The bundle puts this file among others; the worker keeps its place. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : '../src/migrate/worker.js',
  import.meta.url,
);

/** Files that are handed over at once: a message costs about as much as an easy file. */
const BATCH = 16;

/** Batches that may wait for a thread, for each of them. */
const AHEAD = 2;

export interface Analysed {
  readonly target: Target;
  readonly analysis: Analysis;
}

export class Pool {
  private readonly workers: readonly Worker[];
  /** What each thread has been given so far. */
  private readonly chains: Promise<unknown>[];
  private readonly note: (text: string) => void;
  private next = 0;

  constructor(threads: number, workerData: WorkerData, note: (text: string) => void) {
    this.workers = Array.from({ length: threads }, () => new Worker(WORKER, { workerData }));
    this.chains = this.workers.map(() => Promise.resolve());
    this.note = note;
  }

  /** A limited number of files is held at once: the targets are read no faster. */
  async *analysed(targets: AsyncIterable<Target>): AsyncGenerator<Analysed> {
    const running: Promise<Analysed[]>[] = [];
    for await (const batch of batchesOf(targets)) {
      running.push(this.hand(batch));
      if (running.length >= this.workers.length * AHEAD) yield* await running.shift()!;
    }
    for (const batch of running) yield* await batch;
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private hand(targets: readonly Target[]): Promise<Analysed[]> {
    const at = this.next++ % this.workers.length;
    const done = this.chains[at]!.then(() => this.ask(this.workers[at]!, targets));
    this.chains[at] = done;
    // Whoever takes the result sees the error.
    done.catch(() => {});
    return done;
  }

  private async ask(worker: Worker, targets: readonly Target[]): Promise<Analysed[]> {
    worker.postMessage(targets, []);
    // Rejects with what ended the thread.
    const [{ analyses, notes }] = (await once(worker, 'message')) as [Answer];
    for (const note of notes) this.note(note);
    return targets.map((target, i) => ({ target, analysis: analyses[i]! }));
  }
}

async function* batchesOf(targets: AsyncIterable<Target>): AsyncGenerator<readonly Target[]> {
  let batch: Target[] = [];
  for await (const target of targets) {
    batch.push(target);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
