/** What can go wrong when images are built and run. */

/** The Dockerfile does not build: it is at fault, not what is around it. */
export class BuildFailure extends Error {
  /** The builder's own line about it. */
  readonly line: string;

  constructor(line: string, log: string) {
    super(log);
    this.line = line;
  }
}

/** Nothing can be said of the Dockerfile: no builder, no room, no time left. One line for the user. */
export class Trouble extends Error {}

export const messageOf = (error: unknown): string =>
  error instanceof BuildFailure
    ? error.line
    : error instanceof Error
      ? error.message
      : String(error);

/** What means that the disk is full, and nothing else. */
const DISK_FULL = /no space left on device|disk quota exceeded/i;

/** The builder was stopped, or cannot be reached: docker's and podman's own words. */
const NOT_REACHED =
  /cannot connect to the (?:docker daemon|podman)|error during connect|docker daemon is not running|code = Unavailable|buildx component is missing|connection reset by peer.*docker\.sock/i;

export function troubleIn(log: string): string | undefined {
  if (DISK_FULL.test(log)) return 'the disk is full: make room, and try again';
  const line = log.split('\n').find((text) => NOT_REACHED.test(text));
  return line === undefined ? undefined : line.trim();
}

/** `#9 0.345 text`, `0.345 text`: the step and the second of a line of BuildKit's plain log. */
const PREFIX = /^(?:#\d+ )?(?:\d+\.\d+ )?/;

/** BuildKit names the image, all that it tried, and what came of it in the end. */
const PULL =
  /^failed to solve: (\S+): (?:failed to resolve source metadata for |pull access denied)/;

function pullError(error: string): string | undefined {
  const image = PULL.exec(error)?.[1];
  if (image === undefined) return undefined;
  const why = /pull access denied[^:]*/.exec(error)?.[0] ?? error.split(': ').at(-1);
  return `${image} cannot be pulled: ${why}`;
}

/** The builder's error line, with the last thing that the failed command said. */
export function errorLine(log: string): string {
  const lines = log
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
  const found = lines.findLast((line) => /^(?:ERROR|Error|error)\b/.test(line)) ?? lines.at(-1);
  const error = (found ?? 'it says nothing').replace(/^(?:ERROR|Error|error):\s*/, '').trim();
  const pull = pullError(error);
  if (pull !== undefined) return pull;
  const said = lastWords(lines);
  return said === undefined || error.includes(said) ? error : `${error} (${said})`;
}

/** BuildKit repeats the end of the failed step between two rules: `------`. */
function lastWords(lines: readonly string[]): string | undefined {
  const end = lines.findLastIndex((line) => /^-{6}$/.test(line));
  const start = lines.slice(0, Math.max(end, 0)).findLastIndex((line) => /^-{6}$/.test(line));
  if (start >= 0) {
    const inside = lines.slice(start + 1, end).filter((line) => !line.startsWith(' > '));
    return inside.at(-1)?.replace(PREFIX, '').trim() || undefined;
  }
  const error = lines.findLastIndex((line) => /^(?:ERROR|Error|error)\b/.test(line));
  const before = error > 0 ? lines[error - 1]! : '';
  return before === '' || /^(?:STEP|#|-->|\[)/.test(before) ? undefined : before.trim();
}
