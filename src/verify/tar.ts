/** The head of a tar stream, as `docker cp CONTAINER:PATH -` writes it: its one file, and owner. */

export interface Entry {
  readonly uid: number;
  readonly gid: number;
  readonly text: string;
}

const BLOCK = 512;

/** Where a field stands in a header, and its length: POSIX.1-2017, pax, "ustar Interchange Format". */
const FIELDS = { uid: [108, 8], gid: [116, 8], size: [124, 12] } as const;

/** The first file of a stream that is held as Latin-1; undefined if it has none. */
export function firstEntry(tar: string): Entry | undefined {
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== '\0';) {
    const number = (field: keyof typeof FIELDS): number => {
      const [offset, length] = FIELDS[field];
      return Number.parseInt(tar.slice(at + offset, at + offset + length), 8) || 0;
    };
    const size = number('size');
    const start = at + BLOCK;
    // Records about the next file, or about all: long names, extended attributes.
    const isRecord = 'xgLK'.includes(tar[at + 156]!);
    if (!isRecord) {
      return { uid: number('uid'), gid: number('gid'), text: tar.slice(start, start + size) };
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return undefined;
}
