/** The command line is wrong: one line for the user, and exit status 2. */
export class UsageError extends Error {}

/** A file that cannot be done: one line for the user; the other files go on. */
export class FileError extends Error {
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied; change its mode or its owner, or leave it out',
  EBUSY: 'it is in use; try again',
  EIO: 'the disk does not give it out; check the disk',
  EISDIR: 'it is a directory; name a file in it',
  ELOOP: 'its links lead in a circle; mend or delete the link',
  EMFILE: 'too many files are open; try again with fewer',
  ENAMETOOLONG: 'its path is too long; run dockopt in a directory nearer to it',
  ENOENT: 'it does not exist; check the path',
  ENOSPC: 'the disk is full; make room and try again',
  ENOTDIR: 'a part of its path is no directory; check the path',
  EPERM: 'permission denied; change its mode or its owner, or leave it out',
  EROFS: 'the disk is read-only; mount it for writing, or apply the diff elsewhere',
};

/** What an error of the file system means, and what to do. */
export function explainError(error: unknown): string {
  if (error instanceof FileError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && REASONS[code]) || `${message}; check the file and try again`;
}

export const codeOf = (error: unknown): string | undefined =>
  (error as NodeJS.ErrnoException | undefined)?.code;
