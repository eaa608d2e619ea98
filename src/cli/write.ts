import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import path from 'node:path';
import { codeOf, FileError } from './errors.ts';
import { MAX_BYTES, readRegularFile, type Source } from './file.ts';

/** Writes a file as it was read, or a new one of this path; signals wait until it is done. */
export function writeFile(source: Source | string, bytes: Buffer): Promise<void> {
  return uninterrupted(() =>
    typeof source === 'string' ? createFile(source, bytes) : replaceFile(source, bytes),
  );
}

/**
 * Puts other bytes in the place of a file, all or none of them. Its mode and owner stay, and a
 * symbolic link to it stays a link. Refuses when the file is no longer as it was read.
 */
export function replaceFile(source: Source, bytes: Buffer): void {
  const target = realpathSync(source.path);
  const stats = statSync(target);
  if (stats.nlink > 1) {
    throw new FileError(
      'it has more than one name (hard links), and a file that is replaced keeps one; ' +
        'apply the diff by hand',
    );
  }
  accessSync(target, constants.W_OK);
  const random = randomBytes(6).toString('hex');
  const temporary = path.join(path.dirname(target), `.dockopt-${process.pid}-${random}.tmp`);
  try {
    writeNew(temporary, bytes, stats);
    // What is written between this look and the renaming is lost; no system call does both.
    if (!readRegularFile(source.path, MAX_BYTES).equals(source.bytes)) throw changed();
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncDirectory(path.dirname(target));
}

/** Makes a file that does not exist, all or none of it. Refuses when it does by now. */
export function createFile(file: string, bytes: Buffer): void {
  const random = randomBytes(6).toString('hex');
  const temporary = path.join(path.dirname(file), `.dockopt-${process.pid}-${random}.tmp`);
  try {
    writeFileSync(temporary, bytes, { flag: 'wx', mode: 0o666, flush: true });
    // Unlike a renaming, a link never takes the place of a file.
    linkSync(temporary, file);
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? changed() : error;
  } finally {
    rmSync(temporary, { force: true });
  }
  syncDirectory(path.dirname(file));
}

const changed = (): FileError =>
  new FileError('it changed since it was read, and was left alone; run dockopt again');

function writeNew(file: string, bytes: Buffer, like: Stats): void {
  const fd = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(fd, bytes);
    keepOwner(fd, like);
    fchmodSync(fd, like.mode & 0o7777);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Only root may give files away; a file of another user becomes one of ours. */
function keepOwner(fd: number, { uid, gid }: Stats): void {
  try {
    fchownSync(fd, uid, gid);
  } catch {
    // The mode matters more, and is set in any case.
  }
}

/** Makes the renaming last; a system that cannot do it does without. */
function syncDirectory(directory: string): void {
  try {
    const fd = openSync(directory, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch {
    // Windows cannot open a directory.
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does something that blocks; a signal that arrives meanwhile takes effect when it is done. */
export async function uninterrupted(action: () => void): Promise<void> {
  let received: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals): void => {
    received = signal;
  };
  for (const signal of SIGNALS) process.on(signal, hold);
  try {
    action();
  } finally {
    // Handlers of signals run between the turns of the event loop.
    await new Promise((resolve) => void setImmediate(resolve));
    for (const signal of SIGNALS) process.off(signal, hold);
    if (received) process.kill(process.pid, received);
  }
}
