import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decode, encode } from '../bytes.ts';
import { FileError } from '../errors.ts';

/** The name tells the editor what it is. */
const NAME = 'finding.Dockerfile';

/** What the user's editor makes of a text. Nothing but a file in a new directory is written. */
export async function edited(text: string): Promise<string> {
  const directory = mkdtempSync(path.join(tmpdir(), 'dockopt-edit-'));
  const file = path.join(directory, NAME);
  // Ctrl-C is for the editor; what has arrived is handled between the turns of the event loop.
  const hold = (): void => {};
  const others = process.rawListeners('SIGINT') as NodeJS.SignalsListener[];
  process.removeAllListeners('SIGINT').on('SIGINT', hold);
  try {
    writeFileSync(file, encode(text), { mode: 0o600 });
    open(file);
    await new Promise((resolve) => void setImmediate(resolve));
    return decode(readFileSync(file));
  } finally {
    process.off('SIGINT', hold);
    for (const listener of others) process.on('SIGINT', listener);
    rmSync(directory, { recursive: true, force: true });
  }
}

/** As git does, through the shell: the variable may hold arguments. */
function open(file: string): void {
  const { VISUAL, EDITOR } = process.env;
  const editor = VISUAL || EDITOR || (process.platform === 'win32' ? 'notepad' : 'vi');
  const { status, error } =
    process.platform === 'win32'
      ? spawnSync(`${editor} "${file}"`, { stdio: 'inherit', shell: true })
      : spawnSync('sh', ['-c', `${editor} "$@"`, editor, file], { stdio: 'inherit' });
  if (error) throw new FileError(`the editor ${editor}: ${error.message}; set VISUAL or EDITOR`);
  if (status !== 0) throw new FileError(`the editor ${editor} failed; nothing was taken from it`);
}
