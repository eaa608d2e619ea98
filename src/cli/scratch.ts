/** Texts that a run needs again at its end: on the disk, so that memory stays flat. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A text, or where it lies; in bytes. */
export type Kept = string | { readonly at: number; readonly length: number };

/** Keeps every UTF-16 code unit as it is. */
const ENCODING = 'utf16le';

export class Scratch {
  private file: { readonly fd: number; readonly directory: string } | undefined;
  private isMissing = false;
  private end = 0;

  /** Where there is no room on the disk, the text stays in memory. */
  keep(text: string): Kept {
    const bytes = Buffer.from(text, ENCODING);
    try {
      const { fd } = this.opened();
      let written = 0;
      while (written < bytes.length) {
        written += writeSync(fd, bytes, written, bytes.length - written, this.end + written);
      }
    } catch {
      return text;
    }
    const kept = { at: this.end, length: bytes.length };
    this.end += bytes.length;
    return kept;
  }

  read(kept: Kept): string {
    if (typeof kept === 'string') return kept;
    const { fd } = this.opened();
    const bytes = Buffer.alloc(kept.length);
    let read = 0;
    while (read < bytes.length) {
      const count = readSync(fd, bytes, read, bytes.length - read, kept.at + read);
      if (count === 0) throw new Error('a temporary file of dockopt was cut off');
      read += count;
    }
    return bytes.toString(ENCODING);
  }

  close(): void {
    if (!this.file) return;
    closeSync(this.file.fd);
    rmSync(this.file.directory, { recursive: true, force: true });
    this.file = undefined;
    this.end = 0;
  }

  private opened(): { fd: number } {
    if (this.file) return this.file;
    if (this.isMissing) throw new Error('there is no directory for temporary files');
    this.isMissing = true;
    const directory = mkdtempSync(path.join(tmpdir(), 'dockopt-run-'));
    const fd = openSync(path.join(directory, 'texts'), 'wx+', 0o600);
    // A run that is killed leaves nothing: what is open stays until then, except on Windows.
    if (process.platform !== 'win32') rmSync(directory, { recursive: true, force: true });
    this.isMissing = false;
    this.file = { fd, directory };
    return this.file;
  }
}
