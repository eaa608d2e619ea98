import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file of dockopt's own, all or none of it. */
export function writeWhole(file: string, text: string): void {
  const temporary = `${file}.tmp`;
  writeFileSync(temporary, text, { flush: true });
  renameSync(temporary, file);
}
