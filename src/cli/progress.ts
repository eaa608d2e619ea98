import path from 'node:path';
import { visible } from './terminal.ts';

const AFTER_MS = 1000;
const EVERY_MS = 100;

/** A line on a terminal that says how far long work is. */
export class Progress {
  private readonly stream: NodeJS.WriteStream;
  private readonly started = Date.now();
  private last = 0;
  private shown = false;

  constructor(stream: NodeJS.WriteStream) {
    this.stream = stream;
  }

  tick(files: number, file: string): void {
    const now = Date.now();
    if (!this.stream.isTTY || now - this.started < AFTER_MS || now - this.last < EVERY_MS) return;
    this.last = now;
    this.shown = true;
    const line = `${files} files, ${visible(path.dirname(file))}`;
    this.stream.write(`\r\u001b[K${line.slice(0, (this.stream.columns || 80) - 1)}`);
  }

  /** What is being done now. */
  show(text: string): void {
    if (!this.stream.isTTY) return;
    this.shown = true;
    this.stream.write(`\r\u001b[K${visible(text).slice(0, (this.stream.columns || 80) - 1)}`);
  }

  /** Before anything else is written. */
  clear(): void {
    if (this.shown) this.stream.write('\r\u001b[K');
    this.shown = false;
  }
}
