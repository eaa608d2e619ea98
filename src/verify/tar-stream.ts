/** A tar stream, read as it comes: POSIX.1-2017 (pax, ustar) and GNU's long names. */

export interface TarHeader {
  readonly name: string;
  /** `0` file, `1` hard link, `2` symbolic link, `5` directory, … */
  readonly type: string;
  readonly size: number;
  readonly link: string;
}

/** Takes the bytes of one entry. */
export interface Sink {
  data(bytes: Buffer): void;
  end(): void;
}

const BLOCK = 512;

export class TarStream {
  private readonly onEntry: (header: TarHeader) => Sink | undefined;
  /** What has come of a header. */
  private head = Buffer.alloc(0);
  private sink: Sink | undefined;
  /** Bytes of the entry, and of its padding, that are still to come. */
  private left = 0;
  private padding = 0;
  private inEntry = false;
  /** What a record says of the next entry. */
  private next: { name?: string; link?: string; size?: number } = {};

  constructor(onEntry: (header: TarHeader) => Sink | undefined) {
    this.onEntry = onEntry;
  }

  push(bytes: Buffer): void {
    for (let at = 0; at < bytes.length;) {
      if (this.inEntry) {
        const length = Math.min(this.left, bytes.length - at);
        if (length > 0) this.sink?.data(bytes.subarray(at, at + length));
        this.left -= length;
        const skipped = Math.min(this.padding, bytes.length - at - length);
        if (this.left === 0) this.padding -= skipped;
        at += length + (this.left === 0 ? skipped : 0);
        if (this.left === 0 && this.padding === 0) this.finish();
        continue;
      }
      const wanted = Math.min(BLOCK - this.head.length, bytes.length - at);
      this.head = Buffer.concat([this.head, bytes.subarray(at, at + wanted)]);
      at += wanted;
      if (this.head.length < BLOCK) continue;
      this.begin(this.head);
      this.head = Buffer.alloc(0);
    }
  }

  private begin(block: Buffer): void {
    // Two blocks of zeros end it.
    if (block[0] === 0 && block.every((byte) => byte === 0)) return;
    const type = String.fromCharCode(block[156]!).replace('\0', '0');
    const isRecord = 'xgLK'.includes(type);
    const size = (isRecord ? undefined : this.next.size) ?? numberAt(block, 124, 12);
    this.left = size;
    this.padding = (BLOCK - (size % BLOCK)) % BLOCK;
    this.inEntry = true;
    if (isRecord) this.sink = this.record(type);
    else {
      const prefix = textAt(block, 257, 5) === 'ustar' ? textAt(block, 345, 155) : '';
      const own = textAt(block, 0, 100);
      const name = this.next.name ?? (prefix === '' ? own : `${prefix}/${own}`);
      const link = this.next.link ?? textAt(block, 157, 100);
      this.next = {};
      this.sink = this.onEntry({ name, type, size, link });
    }
    if (this.left === 0 && this.padding === 0) this.finish();
  }

  private finish(): void {
    this.inEntry = false;
    const { sink } = this;
    this.sink = undefined;
    sink?.end();
  }

  /** A record is about the next entry; `g` about all, which image layers do not use. */
  private record(type: string): Sink {
    const pieces: Buffer[] = [];
    return {
      data: (bytes) => void pieces.push(Buffer.from(bytes)),
      end: () => {
        const text = Buffer.concat(pieces).toString();
        if (type === 'L') this.next.name = text.replace(/\0.*$/s, '');
        if (type === 'K') this.next.link = text.replace(/\0.*$/s, '');
        if (type === 'x') Object.assign(this.next, paxOf(text));
      },
    };
  }
}

/** `LENGTH KEY=VALUE` lines. */
function paxOf(text: string): { name?: string; link?: string; size?: number } {
  const values = new Map(
    [...text.matchAll(/\d+ ([^=\n]+)=([^\n]*)\n/g)].map(([, key, value]) => [key!, value!]),
  );
  const [name, link, size] = ['path', 'linkpath', 'size'].map((key) => values.get(key));
  return {
    ...(name !== undefined && { name }),
    ...(link !== undefined && { link }),
    ...(size !== undefined && { size: Number(size) }),
  };
}

const textAt = (block: Buffer, at: number, length: number): string =>
  block
    .subarray(at, at + length)
    .toString()
    .replace(/\0.*$/s, '');

/** Octal digits, or with its first bit set a number in base 256. */
function numberAt(block: Buffer, at: number, length: number): number {
  if (block[at]! & 0x80) return Number(block.readBigUInt64BE(at + length - 8));
  return Number.parseInt(textAt(block, at, length), 8) || 0;
}
