import { Progress } from './progress.ts';
import { visible } from './terminal.ts';

/** Standard error: one line for everything that is not the result. */
export class Log {
  private readonly stream: NodeJS.WriteStream;
  private readonly progress: Progress;

  constructor(stream: NodeJS.WriteStream) {
    this.stream = stream;
    this.progress = new Progress(stream);
    // Nobody reads it any more: the exit status still says how it went.
    stream.on('error', () => {});
  }

  /** A line of our own; what it cites is visible already. */
  line(text: string): void {
    this.clear();
    this.stream.write(`${text}\n`);
  }

  /** A line about a place in a file. */
  at(file: string, line: number | undefined, text: string): void {
    const place = line === undefined ? visible(file) : `${visible(file)}:${line}`;
    this.line(`${place}: ${visible(text)}`);
  }

  tick(files: number, file: string): void {
    this.progress.tick(files, file);
  }

  /** What is being done now, on a terminal. */
  status(text: string): void {
    this.progress.show(text);
  }

  /** Takes the progress line away: something else comes on the terminal. */
  clear(): void {
    this.progress.clear();
  }
}
