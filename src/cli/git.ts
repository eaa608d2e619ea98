/** Asks git: a child process with a list of arguments, whose output ends names with NUL. */
import { spawnSync } from 'node:child_process';
import { codeOf, UsageError } from './errors.ts';
import { visible } from './terminal.ts';

export interface Answer {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** A git working tree. */
export class Git {
  readonly top: string;

  /** That of the current directory. `why`: the option that needs it. */
  static here(why: string): Git {
    const asked = ask(process.cwd(), ['rev-parse', '--show-toplevel'], why);
    if (asked.status !== 0) {
      throw new UsageError(`${why} needs a git working tree: ${firstLine(asked.stderr)}`);
    }
    return new Git(asked.stdout.toString().replace(/\n$/, ''), why);
  }

  private readonly why: string;

  private constructor(top: string, why: string) {
    this.top = top;
    this.why = why;
  }

  try(args: readonly string[], input?: Buffer): Answer {
    return ask(this.top, args, this.why, input);
  }

  /** What git answers; a `UsageError` with its own words where it refuses. */
  get(args: readonly string[], input?: Buffer): Buffer {
    const { status, stdout, stderr } = this.try(args, input);
    if (status === 0) return stdout;
    throw new UsageError(`${this.why}: git ${args[0]}: ${firstLine(stderr)}`);
  }

  /** One line, or undefined where git says no. */
  line(args: readonly string[]): string | undefined {
    const { status, stdout } = this.try(args);
    return status === 0 ? stdout.toString().replace(/\n$/, '') : undefined;
  }

  names(args: readonly string[]): Buffer[] {
    return split(this.get(args));
  }
}

/** The pieces between the NULs. */
export function split(bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  let start = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, start)) {
    pieces.push(bytes.subarray(start, at));
    start = at + 1;
  }
  return pieces;
}

function ask(cwd: string, args: readonly string[], why: string, input?: Buffer): Answer {
  try {
    return askGit(cwd, args, { ...(input && { input }) });
  } catch (error) {
    const missing = codeOf(error) === 'ENOENT';
    const { message } = error as Error;
    throw new UsageError(missing ? `${why} needs git in the PATH` : `${why}: git: ${message}`);
  }
}

/** Runs git without a shell. Throws the error of the system where it cannot be run. */
export function askGit(
  cwd: string,
  args: readonly string[],
  { input, env = process.env }: { input?: Buffer | string; env?: NodeJS.ProcessEnv } = {},
): Answer {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd,
    maxBuffer: Infinity,
    // What is only looked at takes no lock from a git that runs beside us; messages are in English.
    env: { ...env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
    ...(input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input }),
  });
  if (error) throw error;
  return { status, stdout, stderr: stderr.toString() };
}

/** What git complains of. */
export function firstLine(stderr: string): string {
  const line = stderr.trim().split('\n')[0] ?? '';
  return visible(line.replace(/^(?:fatal|error): /, '') || 'it failed without a word');
}
