import { commandsIn, parseScript, type Instruction } from '../../../src/kit.ts';
import { baseName } from '../prefix.ts';
import { staticWords } from './start.ts';
import type { Plan, Subject } from './types.ts';

/** What the container needs of its base image to start, and to be checked for health. */
export interface Requirements {
  /** Why a shell is needed; undefined where none is. */
  readonly shell: string | undefined;
  readonly bash: boolean;
  /** Programs by name or path, as they are called. */
  readonly programs: readonly string[];
}

/** The last HEALTHCHECK, unless it is NONE. */
export function healthcheckOf(subject: Subject): Instruction | undefined {
  const last = subject.stage.instructions.findLast(({ keyword }) => keyword === 'HEALTHCHECK');
  return last && !/^none$/i.test(last.args.text.trim()) ? last : undefined;
}

/** `replaced`: the candidate brings a start command of its own, which needs no shell. */
export function requirementsOf(subject: Subject, plan: Plan, replaced: boolean): Requirements {
  const { start } = subject;
  const programs: string[] = [...(plan.runs ?? [])];
  let shell: string | undefined;
  if (!replaced) {
    programs.push(...start.programs);
    if (start.shell) shell = 'its start command needs a shell';
  }
  const health = healthcheckOf(subject);
  if (health) {
    if (health.json) programs.push(health.json[0] ?? '');
    else {
      shell ??= 'its HEALTHCHECK needs a shell';
      programs.push(...programsOfText(health.args.text.replace(/^cmd\s+/i, '')));
    }
  }
  return {
    shell,
    bash: !replaced && start.bash,
    programs: [...new Set(programs)].filter((program) => !BUILTINS.has(program)),
  };
}

function programsOfText(text: string): string[] {
  const script = parseScript(text, {
    name: 'sh',
    errexit: false,
    nounset: false,
    pipefail: false,
    login: false,
    assumed: undefined,
  });
  if (!script.known) return ['$'];
  return [...commandsIn(script.value.body)].flatMap((command) => {
    const [first] = staticWords(command);
    return command.words.length === 0 ? [] : [first ?? '$'];
  });
}

/** Commands of the shell itself. */
const BUILTINS = new Set(
  (
    '[ : . alias bg break cd command continue echo eval exec exit export false fg getopts hash if ' +
    'jobs kill let local printf pwd read readonly return set shift source test times trap true ' +
    'type ulimit umask unalias unset wait while until for case shopt declare'
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
