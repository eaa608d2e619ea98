import type { Output } from '../output.ts';

/** A JSON array, written item by item so that memory stays flat. */
export class List {
  private readonly out: Output;
  private first = true;

  constructor(out: Output) {
    this.out = out;
  }

  async add(item: unknown): Promise<void> {
    const separator = this.first ? '\n' : ',\n';
    this.first = false;
    await this.out.write(separator + JSON.stringify(item));
  }

  /** What stands before the closing bracket. */
  get end(): string {
    return this.first ? '' : '\n';
  }
}
