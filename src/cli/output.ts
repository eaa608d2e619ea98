import { once } from 'node:events';
import { codeOf } from './errors.ts';

/** A stream that takes text and bytes at its own pace, and may be closed by its reader. */
export class Output {
  /** The reader has gone away, as `head` does. */
  closed = false;
  readonly stream: NodeJS.WriteStream;

  constructor(stream: NodeJS.WriteStream) {
    this.stream = stream;
    stream.on('error', (error) => {
      this.closed = true;
      if (codeOf(error) !== 'EPIPE') throw error;
    });
  }

  get isTTY(): boolean {
    return this.stream.isTTY;
  }

  async write(chunk: string | Uint8Array): Promise<void> {
    if (this.closed || chunk.length === 0) return;
    if (this.stream.write(chunk)) return;
    // `close` too: an error may come instead of the drain. What did not come is not waited for.
    const waiting = new AbortController();
    const { signal } = waiting;
    const ends = [once(this.stream, 'drain', { signal }), once(this.stream, 'close', { signal })];
    await Promise.race(ends).catch(() => {});
    waiting.abort();
    await Promise.allSettled(ends);
  }

  /** Waits until all is written. */
  async flush(): Promise<void> {
    if (this.closed) return;
    await new Promise<void>((resolve) => {
      this.stream.write('', () => resolve());
    });
  }

  /** Waits until the stream is closed, for a file. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.stream.once('close', resolve);
      this.stream.end();
    });
  }
}
