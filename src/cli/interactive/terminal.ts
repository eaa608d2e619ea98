/** Questions and answers by lines: a plain terminal will do, near or far. */
import { createInterface, type Interface } from 'node:readline';

/** The user broke off, or there is nobody who answers. */
export class Interrupted extends Error {
  readonly status: number;

  constructor(status: number) {
    super('interrupted');
    this.status = status;
  }
}

/** What a session needs of a terminal. */
export interface Talk {
  say(text: string): void;
  /** The answer, trimmed. Throws `Interrupted`. */
  ask(question: string): Promise<string>;
  /** What the user's editor makes of a text; throws a `FileError` where it fails. */
  edit(text: string): Promise<string>;
}

/** 128 and the number of the signal, as shells say it. */
const SIGINT_STATUS = 130;
const END_STATUS = 2;

export class Terminal implements Talk {
  readonly edit: (text: string) => Promise<string>;
  private readonly output: NodeJS.WritableStream;
  private readonly lines: Interface;
  private readonly typed: string[] = [];
  private broken: Interrupted | undefined;
  private wake: () => void = () => {};

  constructor(
    input: NodeJS.ReadableStream,
    output: NodeJS.WritableStream,
    edit: (text: string) => Promise<string>,
  ) {
    this.output = output;
    this.edit = edit;
    // The terminal itself edits the line, and makes a signal of Ctrl-C.
    this.lines = createInterface({ input, terminal: false });
    this.lines.on('line', (line) => {
      this.typed.push(line);
      this.wake();
    });
    this.lines.on('close', () => this.interrupt(END_STATUS));
    process.on('SIGINT', this.onSignal);
  }

  private readonly onSignal = (): void => this.interrupt(SIGINT_STATUS);

  private interrupt(status: number): void {
    this.broken ??= new Interrupted(status);
    this.wake();
  }

  say(text: string): void {
    this.output.write(`${text}\n`);
  }

  async ask(question: string): Promise<string> {
    this.output.write(`${question} `);
    for (;;) {
      if (this.broken?.status === SIGINT_STATUS) throw this.broken;
      const answer = this.typed.shift();
      if (answer !== undefined) return answer.trim();
      if (this.broken) throw this.broken;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  close(): void {
    process.off('SIGINT', this.onSignal);
    this.lines.close();
  }
}
