import { closeSync, constants, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import { decode } from './bytes.ts';
import { FileError } from './errors.ts';

export const MAX_BYTES = 16 * 1024 * 1024;

/** A file as it was read. */
export interface Source {
  readonly path: string;
  readonly bytes: Buffer;
  readonly text: string;
}

/** Reads a Dockerfile; a `FileError` or an error of the file system says why it cannot be done. */
export function readSource(path: string): Source {
  return sourceOf(path, readRegularFile(path, MAX_BYTES));
}

export const sourceOf = (path: string, bytes: Buffer): Source => ({
  path,
  bytes,
  text: textOf(bytes),
});

/** The text of bytes, unless they are no text. */
export function textOf(bytes: Buffer): string {
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) throw new FileError('it is UTF-16, which Docker does not read; save it as UTF-8', 1);
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw new FileError('a NUL byte: it is binary, or UTF-16; leave it out', lineAt(bytes, nul));
  }
  return decode(bytes);
}

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) line++;
  return line;
}

/** The bytes of a regular file. Never waits on a FIFO or a device. */
export function readRegularFile(path: string, limit: number): Buffer {
  // Before it is opened: to open a device can have effects.
  assertRegular(statSync(path));
  // Not defined on Windows.
  const nonBlocking = (constants.O_NONBLOCK as number | undefined) ?? 0;
  const fd = openSync(path, constants.O_RDONLY | nonBlocking);
  try {
    const stats = fstatSync(fd);
    assertRegular(stats);
    return readUpTo(fd, stats.size, limit);
  } finally {
    closeSync(fd);
  }
}

function assertRegular(stats: Stats): void {
  if (stats.isFile()) return;
  throw new FileError(`it is ${kindOf(stats)}, not a file; leave it out`);
}

export function kindOf(stats: Pick<Stats, 'isDirectory' | 'isFIFO' | 'isSocket'>): string {
  if (stats.isDirectory()) return 'a directory';
  if (stats.isFIFO()) return 'a FIFO';
  return stats.isSocket() ? 'a socket' : 'a device';
}

/** Reads to the end: the size of a file in /proc is 0, and a file may grow. */
function readUpTo(fd: number, size: number, limit: number): Buffer {
  if (size > limit) throw tooLarge(limit);
  const pieces: Buffer[] = [];
  let total = 0;
  for (let wanted = size + 1; ; wanted = 64 * 1024) {
    const piece = Buffer.allocUnsafe(wanted);
    const length = readSync(fd, piece, 0, wanted, null);
    if (length === 0) break;
    total += length;
    if (total > limit) throw tooLarge(limit);
    pieces.push(piece.subarray(0, length));
  }
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}

function tooLarge(limit: number): FileError {
  return new FileError(`it is larger than ${limit / 1024 / 1024} MiB; leave it out`);
}

/** All of standard input. */
export async function readStdin(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let total = 0;
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    total += piece.length;
    if (total > MAX_BYTES) throw tooLarge(MAX_BYTES);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
