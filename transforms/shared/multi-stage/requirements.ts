import type { Instruction } from '../../../src/kit.ts';
import { baseName } from '../prefix.ts';
import { healthcheckIn } from './start.ts';
import type { Plan, Subject } from './types.ts';

/** What the container needs of its base image to start, and to be checked for health. */
export interface Requirements {
  /** Why a shell is needed; undefined where none is. */
  readonly shell: string | undefined;
  readonly bash: boolean;
  /** Programs by name or path, as they are called. */
  readonly programs: readonly string[];
  /** Files that a script reads with `.` and whose text is not known; `$`: in a variable. */
  readonly reads: readonly string[];
  readonly assumptions: readonly string[];
}

/** The last HEALTHCHECK, unless it is NONE. */
export const healthcheckOf = (subject: Subject): Instruction | undefined =>
  healthcheckIn(subject.stage);

/** `replaced`: the candidate brings a start command of its own, which needs no shell. */
export function requirementsOf(subject: Subject, plan: Plan, replaced: boolean): Requirements {
  const { start } = subject;
  const { health, others } = start;
  const programs = [
    ...(plan.runs ?? []),
    ...(replaced ? [] : start.programs),
    ...(health?.programs ?? []),
    ...others.flatMap((other) => other.programs),
  ];
  return {
    shell: shellFor(subject, replaced),
    bash: (!replaced && start.bash) || health?.bash === true || others.some((other) => other.bash),
    programs: [...new Set(programs)].filter((program) => !BUILTINS.has(program)),
    reads: [
      ...new Set([
        ...(replaced ? [] : start.unread),
        ...(health?.unread ?? []),
        ...others.flatMap((other) => other.unread),
      ]),
    ],
    assumptions: health?.trouble === undefined ? [] : ['the health check finds its programs'],
  };
}

function shellFor({ start }: Subject, replaced: boolean): string | undefined {
  const { health, others } = start;
  const other = others.find(({ shell, trouble }) => shell || trouble !== undefined);
  if (other) return `${other.text} needs a shell`;
  if (!replaced && start.shell) return 'its start command needs a shell';
  if (health?.shell === true) return 'its HEALTHCHECK needs a shell';
  return health?.trouble === undefined ? undefined : `its HEALTHCHECK: ${health.trouble}`;
}

/** Commands of the shell itself. */
const BUILTINS = new Set(
  (
    '[ : . alias bg break cd command continue echo eval exec exit export false fg getopts hash if ' +
    'jobs kill let local printf pwd read readonly return set shift source test times trap true typeset ' +
    'type ulimit umask unalias unset wait while until for case shopt declare builtin'
  ).split(' '),
);

/**
 * Programs of coreutils, findutils, grep, sed and util-linux that Debian marks essential, and that
 * busybox has as well. https://packages.debian.org/bookworm/coreutils and
 * https://www.busybox.net/downloads/BusyBox.html, read 2026-11-25. Of awk and getent: Debian's
 * base-files wants an awk, and its libc-bin and Alpine's musl-utils have getent.
 */
const EVERYWHERE = new Set(
  (
    'basename cat chmod chown chroot cp cut date dd df dirname du env expand expr find getopt grep ' +
    'egrep fgrep groups gunzip gzip head hostname id install ln ls md5sum mkdir mkfifo mktemp mv ' +
    'nice nohup od paste pwd readlink realpath rm rmdir sed seq sha1sum sha256sum sh sleep sort split ' +
    'stat stty sync tail tar tee test timeout touch tr true tty uname uniq wc which whoami xargs ' +
    'yes zcat ash nproc tac printenv awk getent'
  ).split(' '),
);

/** Is the program in every base image with a shell? */
export const isEverywhere = (program: string): boolean =>
  (!program.includes('/') || /^\/(?:usr\/)?bin\//.test(program)) &&
  EVERYWHERE.has(baseName(program));
