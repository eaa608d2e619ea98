/**
 * Text of files that need not be UTF-8: a byte that does not decode becomes the lone surrogate
 * U+DC00 + byte, and that becomes the byte again, so that every file comes back byte by byte.
 * It is what Python calls surrogateescape: https://peps.python.org/pep-0383/, read 2026-11-23.
 */

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** With the `u` flag a surrogate that is part of a pair does not match. */
const ESCAPED = /[\uDC80-\uDCFF]+/gu;

export function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return decodePieces(bytes);
  }
}

function decodePieces(bytes: Uint8Array): string {
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    pieces.push(
      decoder.decode(bytes.subarray(start, at)),
      String.fromCharCode(0xdc00 + bytes[at]!),
    );
    at += 1;
    start = at;
  }
  pieces.push(decoder.decode(bytes.subarray(start)));
  return pieces.join('');
}

/** The length of the UTF-8 sequence at an offset, or 0. Table 3-7 of the Unicode Standard. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i];
    if (byte === undefined || byte < 0x80 || byte > 0xbf) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  return length;
}

export function encode(text: string): Buffer {
  const pieces: Buffer[] = [];
  let start = 0;
  for (const match of text.matchAll(ESCAPED)) {
    const codes = Array.from(match[0], (unit) => unit.charCodeAt(0) - 0xdc00);
    pieces.push(Buffer.from(text.slice(start, match.index)), Buffer.from(codes));
    start = match.index + match[0].length;
  }
  return start === 0
    ? Buffer.from(text)
    : Buffer.concat([...pieces, Buffer.from(text.slice(start))]);
}
