import { known, unknown, type Fact } from '../model/fact.ts';
import type { Instruction } from '../model/instruction.ts';

/** The shell language of a command, and the options that its shell is started with. */
export interface Dialect {
  /** `sh`: dash, busybox ash or bash, whichever the image has; only what all agree on holds. */
  readonly name: 'sh' | 'bash';
  /** Started with `-e`: stops at the first failure. */
  readonly errexit: boolean;
  /** Started with `-u`: a variable that is not set is a failure. */
  readonly nounset: boolean;
  /** Started with `-o pipefail`. */
  readonly pipefail: boolean;
  /** Started with `-l`: reads the profile, so every RUN sees what the last one wrote there. */
  readonly login: boolean;
  /** Why the shell is assumed and not established: the base image could set another. */
  readonly assumed: string | undefined;
}

/** Plain `sh`, started without options. */
export const PLAIN_SHELL: Dialect = {
  name: 'sh',
  errexit: false,
  nounset: false,
  pipefail: false,
  login: false,
  assumed: undefined,
};

const NAMES: Readonly<Record<string, Dialect['name']>> = {
  sh: 'sh',
  dash: 'sh',
  ash: 'sh',
  bash: 'bash',
};

/** The language in which a shell-form RUN is written. */
export function dialectOf(run: Instruction): Fact<Dialect> {
  const shell = run.state?.shell;
  const stage = run.stage;
  if (!shell || !stage) return unknown('it stands outside a stage');
  if (stage.os.known && stage.os.value === 'windows') {
    return unknown('it is written for a Windows shell');
  }
  if (shell.known) {
    const dialect = dialectOfArgv(shell.value);
    const sh = stage.baseFacts;
    // Where /bin/sh is bash (Fedora and RHEL families), bash reads it, in POSIX mode.
    if (dialect.known && dialect.value.name === 'sh' && sh.known && sh.value.shell === 'bash') {
      return known({ ...dialect.value, name: 'bash' });
    }
    return dialect;
  }
  if (!stage.os.known) return unknown(stage.os.because);
  return known({ ...PLAIN_SHELL, assumed: shell.because });
}

/** Reads `["/bin/bash", "-eo", "pipefail", "-c"]`. */
export function dialectOfArgv(argv: readonly string[]): Fact<Dialect> {
  const program = (argv[0] ?? '')
    .replace(/^.*[\\/]/, '')
    .replace(/\.exe$/i, '')
    .toLowerCase();
  const name = NAMES[program];
  if (name === undefined) return unknown(`its shell is ${program || 'empty'}, not sh or bash`);
  const dialect = { ...PLAIN_SHELL, name };
  for (let i = 1; i < argv.length; i++) {
    const option = argv[i]!;
    if (/^--(?:login|rcfile|init-file)$/.test(option)) dialect.login = true;
    if (!/^[-+][a-z]/i.test(option)) continue;
    const on = option[0] === '-';
    if (option.includes('e')) dialect.errexit = on;
    if (option.includes('u')) dialect.nounset = on;
    // An interactive shell reads ~/.bashrc.
    if (/[li]/.test(option)) dialect.login = on;
    if (option.endsWith('o')) {
      const value = argv[++i];
      if (value === 'pipefail') dialect.pipefail = on;
      if (value === 'errexit') dialect.errexit = on;
      if (value === 'nounset') dialect.nounset = on;
    }
  }
  return argv.at(-1)?.match(/^-[a-z]*c/i)
    ? known(dialect)
    : unknown('its shell is not started with -c');
}
