import {
  childrenOf,
  commandsIn,
  substitutionsOf,
  type Command,
  type Node,
  type Redirect,
  type Script,
  type Sequence,
} from '../../src/kit.ts';
import { memo } from './memo.ts';
import { baseName, programIndex, trimSlashes } from './prefix.ts';

/**
 * What of a script another one would notice that runs behind it in the same shell instead of in a
 * shell of its own. Measured on 103 pairs in dash 0.5.12, bash 5.2 and busybox 1.35 (November 2026).
 */
export interface Trace {
  /** `leak`: parentheses around the script keep it in. `escape`: nothing does. */
  readonly kind: 'leak' | 'escape';
  /** A key of `TRACES`. */
  readonly what: keyof typeof TRACES;
  /** The words of the file that show it. */
  readonly text: string;
}

export const TRACES = {
  state: 'it changes the state of the shell',
  background: 'it leaves a process running in the background',
  daemon: 'it starts a service, which a RUN of its own would find stopped',
  mounts: 'it writes to a file that Docker mounts anew for each RUN',
  user: 'it changes the user that it runs as',
  profile: 'it changes what a shell reads at its start',
  directory: 'it may remove the directory that it runs in',
  shell: 'it may put another shell in the place of the one that runs the next',
  skips: 'it returns from a shell of its own',
} as const;

/** Builtins after which the shell is not what it was. */
const STATEFUL = new Set(
  '. alias bind cd compopt complete declare dirs disown enable eval exec export getopts hash history let local mapfile popd pushd read readarray readonly shift shopt source trap typeset ulimit umask unalias unset'.split(
    ' ',
  ),
);

/** POSIX special builtins: an assignment before one stays in dash and ash. */
const SPECIAL = new Set([
  ':',
  '.',
  'break',
  'continue',
  'eval',
  'exec',
  'exit',
  'export',
  'readonly',
  'return',
  'set',
  'shift',
  'times',
  'trap',
  'unset',
]);

/** Programs that put something into the background and return. */
const DAEMONS = new Set(
  'service systemctl invoke-rc.d start-stop-daemon pg_ctl pg_ctlcluster nohup setsid daemonize supervisord mysqld_safe apachectl apache2ctl sshd cron crond rc-service initctl ssh-agent dockerd rabbitmq-server screen tmux nginx php-fpm slapd named dnsmasq rsyslogd Xvfb'.split(
    ' ',
  ),
);

const DAEMON_FLAG = /^(?:--daemon(?:ize)?|--fork|-detached|--detach|-daemon)$/;
const INIT_SCRIPT = /^\/etc\/(?:init\.d|rc\.d)\//;

/** Mounted by the builder for the time of one RUN. */
const MOUNTED = /^\/(?:etc\/(?:hosts|resolv\.conf|hostname)$|dev\/shm(?:\/|$)|proc\/|sys\/)/;

/** What shells read at their start. */
const PROFILE =
  /(?:^|\/)(?:\.(?:bashrc|bash_profile|bash_login|profile)|bash\.bashrc|bashrc|etc\/profile(?:\.d(?:\/.*)?)?|etc\/environment)$/;

/** Look at the files that they name, and leave them as they are. */
const READERS = new Set(
  '[ awk basename cat cmp cut diff dirname echo egrep find grep head ls printf readlink realpath source stat tail test wc .'.split(
    ' ',
  ),
);

const REMOVERS = new Set(['rm', 'rmdir', 'mv', 'find']);

/** Change what all processes of the machine, or of the container, see. */
const KERNEL_TOOLS = new Set(['mount', 'umount', 'swapon', 'sysctl', 'hostname', 'mknod']);

/** Hand a text to another shell. */
const RUNS_TEXT = new Set(['sh', 'bash', 'dash', 'ash', 'su', 'runuser', 'sudo']);

/** In such a text: something that goes on when it is over, or writes where Docker mounts. */
const OUTLIVES =
  /&\s*(?:$|[^&>\d\s])|\b(?:service|nohup|setsid|daemon\w*|mysqld_safe|pg_ctl)\b|\/etc\/(?:init\.d|hosts|resolv\.conf)/;

const EXPANSION = /\$(?:\w+|\{\w+\})/g;

const SHELL_PATH = /^(?:\/usr)?\/bin\/(?:sh|bash|dash|ash)$|^\/etc\/ld\.so\.preload$/;

const RELINKERS = new Set([
  'ln',
  'mv',
  'cp',
  'rm',
  'install',
  'update-alternatives',
  'dpkg-divert',
]);

function changesShell(
  program: string,
  args: readonly string[],
  written: readonly string[],
): boolean {
  if (written.some((path) => SHELL_PATH.test(path))) return true;
  if (program === 'dpkg-reconfigure') return args.includes('dash');
  // Of a link the last word is what changes.
  const changed = program === 'ln' || program === 'cp' ? args.slice(-1) : args;
  return RELINKERS.has(program) && changed.some((path) => SHELL_PATH.test(path));
}

const USER_TOOLS = new Set([
  'usermod',
  'groupmod',
  'gpasswd',
  'adduser',
  'addgroup',
  'deluser',
  'userdel',
  'groupdel',
  'chsh',
]);

/** What the script runs as, as far as it matters here. */
export interface Surroundings {
  /** The user in force, `undefined` when not known. */
  readonly user: string | undefined;
  /** The working directory, `undefined` when not known. */
  readonly workdir: string | undefined;
  /** Nothing says that it runs as anybody but root. */
  readonly baseIsRoot: boolean;
  /** A word with the variables of the file put in; `undefined` when one is not known. */
  readonly expand: (word: string) => string | undefined;
}

/** Everything that a script leaves behind in its shell, or beside it. */
export function tracesOf(script: Script, around: Surroundings): readonly Trace[] {
  const known = tracesByPlace(script);
  const key = JSON.stringify([around.user, around.workdir, around.baseIsRoot]);
  let traces = known.get(key);
  if (!traces) known.set(key, (traces = [...new Finder(around, script.text).find(script)]));
  return traces;
}

const tracesByPlace = memo((_: Script): Map<string, readonly Trace[]> => new Map());

class Finder {
  private readonly around: Surroundings;
  private readonly text: string;

  constructor(around: Surroundings, text: string) {
    this.around = around;
    this.text = text;
  }

  *find(script: Script): Generator<Trace> {
    yield* this.inShell(script.body);
    for (const command of commandsIn(script.body)) yield* this.anywhere(command);
    yield* this.backgrounds(script.body);
  }

  /** What runs in the shell itself, as against in a subshell, a pipe or a substitution. */
  private *inShell(sequence: Sequence): Generator<Trace> {
    for (const { node } of sequence.statements) yield* this.nodeInShell(node);
  }

  private *nodeInShell(node: Node): Generator<Trace> {
    if (node.kind === 'subshell') return;
    if (node.kind === 'pipeline' && node.items.length > 1) return;
    if (node.kind === 'function') {
      yield leak(`${node.name}()`);
      return;
    }
    if (node.kind === 'command') {
      yield* stateOf(node, this.isPath(node));
      return;
    }
    if (node.kind === 'compound') {
      if (node.variable !== undefined) yield leak(`${node.keyword} ${node.variable}`);
      for (const word of node.words) if (word.assigns) yield leak(word.text);
    }
    if (node.kind === 'compound' || node.kind === 'braces') yield* targetsOf(node.redirects);
    for (const child of childrenOf(node)) yield* this.nodeInShell(child);
  }

  /** Is the name of a command, such as `$HOME/bin/tool`, a path whatever the variables hold? */
  private isPath({ words: [first] }: Command): boolean {
    const text = first?.text ?? '';
    const literal = text.replaceAll(EXPANSION, '$');
    if (!/^"?[\w.+$/-]*"?[\w.+/-]*$/.test(literal) || !literal.includes('/')) return false;
    // Without quotes, a value with blanks would become several words.
    return text.startsWith('"') || /^[\w./+-]+$/.test(this.around.expand(text) ?? ' ');
  }

  /** What is noticed wherever it runs: files, users, processes. */
  private *anywhere(command: Command): Generator<Trace> {
    const [name = '', ...args] = withoutSudo(command.words.map((word) => word.value ?? word.text));
    const program = baseName(name);
    const written = command.redirects
      .filter((redirect) => redirect.operator.includes('>'))
      .map((redirect) => redirect.target?.value ?? redirect.target?.text ?? '');
    const touched = READERS.has(program) ? written : [...written, ...args];
    if (KERNEL_TOOLS.has(program)) yield escape('mounts', [name, ...args].join(' '));
    if (changesShell(program, args, written)) yield escape('shell', [name, ...args].join(' '));
    if (RUNS_TEXT.has(program) && args.some((arg) => OUTLIVES.test(arg))) {
      yield escape('daemon', [name, ...args].join(' '));
    }

    if (DAEMONS.has(program) && !isInstallOf(program, args)) yield escape('daemon', name);
    else if (INIT_SCRIPT.test(name) || args.some((arg) => DAEMON_FLAG.test(arg))) {
      yield escape('daemon', [name, ...args].join(' '));
    }
    for (const path of touched) {
      if (MOUNTED.test(path)) yield escape('mounts', path);
      if (PROFILE.test(path)) yield escape('profile', path);
    }
    if (program !== 'chmod' && touched.some((path) => /^\/etc\/(?:passwd|group)$/.test(path))) {
      yield escape('user', [name, ...args].join(' '));
    }
    if (USER_TOOLS.has(program) && this.namesOwnUser(args))
      yield escape('user', [name, ...args].join(' '));
    if (REMOVERS.has(program)) {
      for (const arg of args) if (this.mayBeWorkdir(arg, program)) yield escape('directory', arg);
    }
  }

  private namesOwnUser(args: readonly string[]): boolean {
    const user = this.around.user?.split(':')[0];
    // By number, or not known, it may be any that is named.
    if (user === undefined ? !this.around.baseIsRoot : /^\d+$/.test(user)) return user !== '0';
    return args.some(
      (arg) =>
        arg === (user ?? 'root') ||
        /whoami|\bid -un\b|^\$\{?USER\b/.test(arg) ||
        (arg.includes('$') && (user ?? 'root') !== 'root'),
    );
  }

  private mayBeWorkdir(arg: string, program: string): boolean {
    const { workdir } = this.around;
    if (arg.startsWith('-') || (workdir !== undefined && trimSlashes(workdir) === '')) return false;
    const path = trimSlashes(this.around.expand(arg) ?? arg);
    if (/^(?:\.\/)*\.\.(?:$|\/)/.test(path) || (path === '.' && program !== 'find')) return true;
    const variable = /^"?\$\{?(\w+)\}?"?$/.exec(path)?.[1];
    // What the script sets itself is a place of its own.
    if (variable !== undefined)
      return !new RegExp(`\\b(?:${variable}=|for ${variable}\\b)`).test(this.text);
    if (/^"?\$\(pwd\)/.test(path)) return true;
    if (!path.startsWith('/')) return this.text.includes('cd ') && path === baseName(workdir ?? '');
    if (workdir === undefined) return /^\/(?:app|src|srv|code|workspace|usr\/src\/app)$/.test(path);
    const pattern = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
    return new RegExp(`^${pattern}(?:/|$)`).test(workdir);
  }

  private *backgrounds(sequence: Sequence): Generator<Trace> {
    for (const { node, background } of sequence.statements) {
      if (background) yield escape('background', '&');
      yield* this.backgroundsIn(node);
    }
  }

  private *backgroundsIn(node: Node): Generator<Trace> {
    for (const script of substitutionsOf(node)) yield* this.backgrounds(script);
    if (node.kind === 'and-or' || node.kind === 'pipeline') {
      for (const item of node.items) yield* this.backgroundsIn(item);
    } else if (node.kind === 'compound') {
      for (const body of node.bodies) yield* this.backgrounds(body);
    } else if (node.kind !== 'command') yield* this.backgrounds(node.body);
  }
}

const leak = (text: string): Trace => ({ kind: 'leak', what: 'state', text });
const escape = (what: Trace['what'], text: string): Trace => ({ kind: 'escape', what, text });

/** `cron` and the like are also names of packages, services and files. */
const isInstallOf = (program: string, args: readonly string[]): boolean =>
  (program === 'cron' || program === 'sshd') && args.some((arg) => /^-[tV]/.test(arg));

/** The words of a command without a `sudo`, `env` or the like in front. */
export const withoutSudo = (words: readonly string[]): readonly string[] =>
  words.slice(programIndex(words));

/** `>"${X:=log}"`, and `{fd}>log`, which sets `fd` and leaves it open. */
function* targetsOf(redirects: readonly Redirect[]): Generator<Trace> {
  for (const { target, descriptor } of redirects) {
    if (target?.assigns) yield leak(target.text);
    if (descriptor?.startsWith('{')) yield leak(descriptor);
  }
}

function* stateOf(command: Command, isPath: boolean): Generator<Trace> {
  const [first] = command.words;
  const name = first?.value;
  if (!first || (name !== undefined && SPECIAL.has(name))) {
    for (const assignment of command.assignments) yield leak(assignment.text);
  }
  for (const word of [...command.assignments, ...command.words]) {
    if (word.assigns) yield leak(word.text);
  }
  yield* targetsOf(command.redirects);
  if (!first) return;
  // A name that an expansion gives may be that of any builtin; a builtin has no slash.
  if (name === undefined) {
    if (!isPath) yield leak(first.text);
    return;
  }
  const text = command.words.map((word) => word.text).join(' ');
  const [builtin, ...args] = builtinOf(command);
  if (builtin === undefined) {
    yield leak(text);
    return;
  }
  if (builtin === 'set') yield* setTrace(command);
  else if (builtin === 'return') yield escape('skips', text);
  else if (builtin === 'exit') {
    // `exit 1` ends both forms alike; a success, or what is not known, would skip the next RUN.
    const status = args[0] ?? '';
    if (!/^[1-9]\d*$/.test(status) || Number(status) % 256 === 0) yield leak(text);
  } else if (builtin === 'printf' && (args[0] ?? '').startsWith('-v')) yield leak(text);
  else if (STATEFUL.has(builtin)) yield leak(text);
}

/** The words behind any `command` and `builtin`; `undefined` for a name that is not known. */
function builtinOf(command: Command): readonly (string | undefined)[] {
  const values = command.words.map((word) => word.value);
  let at = 0;
  while (values[at] === 'command' || values[at] === 'builtin') {
    at++;
    while ((values[at] ?? '').startsWith('-')) at++;
  }
  // `command -v x` only asks; nothing is left of a bare `command`.
  if (at > 0 && values.slice(1, at).some((value) => /^-\w*[vV]/.test(value ?? ''))) return ['true'];
  return at < values.length ? values.slice(at) : ['true'];
}

/** `set -x` only shows on stderr; the rest stays for what comes behind. */
function* setTrace(command: Command): Generator<Trace> {
  const options = setOptions(command);
  if (options === undefined || [...options].some((option) => option !== 'x' && option !== 'v')) {
    yield leak(command.words.map((word) => word.text).join(' '));
  }
}

/**
 * The options that a `set` turns on, long ones by their letter (`o pipefail` as `pipefail`);
 * `undefined` when it does something else besides.
 */
export function setOptions(command: Command): ReadonlySet<string> | undefined {
  if (command.words[0]?.value !== 'set' || command.assignments.length > 0) return undefined;
  const options = new Set<string>();
  const LETTERS: Readonly<Record<string, string>> = {
    errexit: 'e',
    nounset: 'u',
    xtrace: 'x',
    verbose: 'v',
    noglob: 'f',
    noclobber: 'C',
  };
  const words = command.words.slice(1).map((word) => word.value);
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === '+x' || word === '+v') continue;
    if (word === undefined || !/^-[a-zA-Z]+$/.test(word)) return undefined;
    for (const letter of word.slice(1)) {
      if (letter !== 'o') options.add(letter);
      else {
        const long = words[++i];
        if (long === undefined) return undefined;
        options.add(LETTERS[long] ?? long);
      }
    }
  }
  return options;
}
