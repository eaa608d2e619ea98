import { commandsIn, valueOf } from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { pathFrom } from './steps.ts';
import type { Step } from './types.ts';

/** What a command does to the image, as far as the final stage could care. */
export type Effect =
  /** Nothing that the final stage could need: it prints, tests, or fills a place of the build. */
  | { readonly kind: 'none' }
  /** Installs packages of the distribution. `names` undefined: not told by the file. */
  | { readonly kind: 'packages'; readonly names: readonly string[] | undefined }
  /** Adds a source of packages. */
  | { readonly kind: 'repository' }
  /** Makes or changes files. */
  | { readonly kind: 'makes'; readonly paths: readonly string[] }
  /** Makes empty directories. */
  | { readonly kind: 'directories'; readonly paths: readonly string[] }
  /** Makes a symbolic link. */
  | { readonly kind: 'link'; readonly path: string; readonly target: string }
  | { readonly kind: 'removes'; readonly paths: readonly string[] }
  | { readonly kind: 'owner'; readonly owner: string; readonly paths: readonly string[] }
  | { readonly kind: 'mode'; readonly mode: string; readonly paths: readonly string[] }
  /** Makes a user or a group. */
  | { readonly kind: 'account' }
  /** Cannot be told. */
  | { readonly kind: 'unknown' };

const NONE: Effect = { kind: 'none' };
const UNKNOWN: Effect = { kind: 'unknown' };

/** Print, test, or set what ends with the RUN. */
const IDLE = new Set(
  (
    ': . [ basename break cat cd continue cut date df diff dir dirname du echo env exit export expr ' +
    'false file find getconf grep egrep head hostname id ls md5sum node nproc printf ' +
    'ps pwd read set sha1sum sha256sum sha512sum shift sleep source stat sync tail test tr ' +
    'trap true type ulimit umask uname uniq unset wait wc which whoami awk jq seq ' +
    'return local hash command shopt'
  ).split(' '),
);

/** Only look at things, whatever the program. */
const LOOKS = /^(?:--version|-version|version|-v|-V|--help|help)$/;

const ACCOUNT = new Set(
  'useradd adduser groupadd addgroup usermod groupmod deluser userdel'.split(' '),
);

/** Settings of tools for whoever runs them in the build. */
const SETTINGS: Readonly<Record<string, RegExp>> = {
  git: /^(?:config|lfs install|rev-parse|describe|log|status|submodule|checkout|fetch|init|version)\b/,
  npm: /^(?:config|set|cache|audit|version|ls|list|view|whoami|fund)\b/,
  yarn: /^(?:config|cache|versions?|licenses|list|why)\b/,
  pnpm: /^(?:config|store|list|setup)\b/,
  corepack: /^/,
  pip: /^(?:cache|config|list|freeze|check|show|debug)\b/,
  pip3: /^(?:cache|config|list|freeze|check|show)\b/,
  apt: /^(?:update|clean|autoclean|autoremove|purge|remove|list|show)\b/,
  'apt-mark': /^/,
  'apt-cache': /^/,
  'debconf-set-selections': /^/,
  dpkg: /^(?:-l|--list|--print-architecture|-s)\b/,
};

/** Places that nothing needs once the build is over. */
const DISPOSABLE =
  /^\/(?:tmp|var\/tmp|var\/cache|var\/lib\/apt|var\/log|root\/\.(?:cache|npm|m2|gradle|cargo|composer|config|npmrc|gitconfig|ssh|netrc|pip)|usr\/share\/(?:doc|man)|proc|dev|sys)(?:\/|$)/;

/** A directory there that somebody makes is for something: an application writes its log to it. */
export const isDisposable = (path: string): boolean =>
  DISPOSABLE.test(path) && !/^\/var\/(?:log|cache)\/(?!apt|apk|yum|dnf|debconf)/.test(path);

/** The effect of one command; redirections come on top of it. */
export function effectsOf(step: Step): readonly Effect[] {
  const effect = effectOf(step);
  if (step.writes.length === 0) return [effect];
  if (step.writes.includes(undefined)) return [effect, UNKNOWN];
  return [effect, { kind: 'makes', paths: step.writes as string[] }];
}

function effectOf(step: Step): Effect {
  const { program, args } = step;
  if (program === '') return NONE;
  if (args.length > 0 && args.every((arg) => LOOKS.test(arg))) return NONE;
  if (ACCOUNT.has(program)) return { kind: 'account' };
  const packages = packagesOf(step);
  if (packages) return packages;
  const line = args.filter((arg) => !arg.startsWith('-')).join(' ');
  if (SETTINGS[program]?.test(line)) return NONE;
  const file = FILE_COMMANDS[program];
  if (file) return file(step);
  if (IDLE.has(program)) return NONE;
  return UNKNOWN;
}

/** Options of package managers that take a value. */
const PACKAGE_OPTION_VALUES = new Set([
  '-o',
  '-t',
  '--target-release',
  '-c',
  '--option',
  '-X',
  '--repository',
  '-p',
  '--root',
]);

const INSTALLERS: Readonly<Record<string, RegExp>> = {
  apt: /^install$/,
  'apt-get': /^install$/,
  aptitude: /^install$/,
  apk: /^add$/,
  yum: /^(?:install|localinstall)$/,
  dnf: /^install$/,
  microdnf: /^install$/,
  tdnf: /^install$/,
  zypper: /^(?:in|install)$/,
};

/** Verbs of package managers that bring nothing that a final stage could lack. */
const UPKEEP =
  /^(?:update|upgrade|dist-upgrade|full-upgrade|clean|autoclean|autoremove|remove|purge|del|erase|makecache|check-update|refresh|ref|cache|info|list|search|show|fix|build-dep|-f|module)$/;

function packagesOf(step: Step): Effect | undefined {
  const { program, args, words } = step;
  if (program === 'add-apt-repository' || program === 'apt-key') return { kind: 'repository' };
  const install = INSTALLERS[program];
  if (!install) return undefined;
  const verbAt = args.findIndex((arg, i) => !arg.startsWith('-') && !takesValue(args[i - 1]));
  const verb = args[verbAt] ?? '';
  if (!install.test(verb)) return UPKEEP.test(verb) ? NONE : UNKNOWN;
  const names: string[] = [];
  for (let i = 0; i < args.length; i++) {
    if (i === verbAt) continue;
    const arg = args[i]!;
    if (takesValue(arg)) i++;
    else if (program === 'apk' && (arg === '--virtual' || arg === '-t')) i++;
    else if (!arg.startsWith('-')) {
      const listed = words[i + 1] === undefined ? listIn(step, arg) : [arg];
      if (listed === undefined) return { kind: 'packages', names: undefined };
      names.push(...listed);
    }
  }
  return { kind: 'packages', names };
}

/**
 * The packages in a variable without quotes, where the RUN itself or an ENV fixes it. A build
 * argument stays as it is written: whoever builds may give it another value.
 */
function listIn({ run, script }: Step, word: string): string[] | undefined {
  const name = /^\$\{?(\w+)\}?$/.exec(word)?.[1];
  if (name === undefined) return undefined;
  if (name === 'PHPIZE_DEPS') return PHPIZE;
  const given = script
    ? [...commandsIn(script.body)].flatMap(({ assignments }) => assignments)
    : [];
  const own = given
    .filter((one) => one.name === name)
    .map(({ text }) => text.slice(name.length + 1));
  if (own.length === 0 && run.stage!.scope.at(run.index, name)?.kind === 'arg') return [word];
  const value =
    own.length > 0
      ? own.length === 1
        ? own[0]!.replace(/^(["'])([\s\S]*)\1$/, '$2')
        : undefined
      : run.stage!.scope.at(run.index, name)?.kind === 'env'
        ? valueOf(run.variable(name))
        : undefined;
  const words = value
    ?.replaceAll(/\\\r?\n/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  return words?.every((one) => /^[\w.+:=~@-]+$/.test(one)) === true ? words : undefined;
}

/** https://github.com/docker-library/php/blob/master/Dockerfile-linux.template, read 2026-11-25. */
const PHPIZE = ['autoconf', 'file', 'g++', 'gcc', 'make', 're2c'];

const takesValue = (option: string | undefined): boolean =>
  option !== undefined && PACKAGE_OPTION_VALUES.has(option);

type FileCommand = (step: Step) => Effect;

/** Arguments that are no options. */
const operands = ({ args, words }: Step): (string | undefined)[] =>
  words.slice(1).filter((_, i) => !args[i]!.startsWith('-'));

const optionValue = ({ args, words }: Step, names: readonly string[]): string | undefined => {
  const at = args.findIndex((arg) => names.includes(arg));
  return at < 0 ? undefined : words[at + 2];
};

/** All paths of `words`, or undefined where one is not known. */
function absolute(step: Step, words: readonly (string | undefined)[]): string[] | undefined {
  const paths = words.map((word) => pathFrom(step.directory, word));
  return paths.includes(undefined) ? undefined : (paths as string[]);
}

const makes = (paths: readonly string[] | undefined): Effect =>
  paths ? { kind: 'makes', paths } : UNKNOWN;

/** `cp a b`, where b may be a directory: then the file lies in it. */
const copies: FileCommand = (step) => {
  // They name the destination in another place, or make directories of the source's names.
  if (step.args.some((arg) => /^(?:-\w*t|--target-directory|--parents)/.test(arg))) return UNKNOWN;
  const given = operands(step);
  const destination = given.at(-1);
  const target = pathFrom(step.directory, trimmed(destination));
  if (target === undefined || given.length < 2) return UNKNOWN;
  const sources = given.slice(0, -1);
  const into = /(?:^|\/)\.?$/.test(destination!) || isShared(target);
  if (!into && sources.length === 1) return makes([target]);
  const names = sources.map((source) => source?.replace(/^.*\//, ''));
  return makes(absolute({ ...step, directory: target }, names));
};

/** Without a slash, or a dot, at the end; the root stays. */
export const trimmed = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : path.replace(/\/\.?$/, '') || '/';

const FILE_COMMANDS: Readonly<Record<string, FileCommand>> = {
  mkdir: (step) => {
    const words = operands(step).filter((word) => !/^[0-7]{3,4}$/.test(word ?? ''));
    const paths = expandBraces(step, words);
    return paths ? { kind: 'directories', paths } : UNKNOWN;
  },
  touch: (step) => makes(absolute(step, operands(step))),
  cp: copies,
  mv: copies,
  install: (step) =>
    step.args.includes('-d')
      ? madeDirectories({ ...step, ...withoutValues(step, INSTALL_VALUES) })
      : copies({ ...step, ...withoutValues(step, INSTALL_VALUES) }),
  ln: (step) => {
    const [target, path] = operands(step);
    const at = pathFrom(step.directory, path);
    if (target === undefined || at === undefined) return UNKNOWN;
    return {
      kind: 'link',
      path: path!.endsWith('/') ? normal(`${at}/${target.replace(/^.*\//, '')}`) : at,
      target,
    };
  },
  chmod: (step) => {
    const [mode = '', ...rest] = operands(step);
    return { kind: 'mode', mode, paths: absolute(step, rest) ?? [] };
  },
  chown: (step) => {
    const [owner, ...rest] = operands(step);
    const paths = absolute(step, rest);
    if (owner === undefined || paths === undefined) return UNKNOWN;
    return { kind: 'owner', owner, paths };
  },
  rm: (step) => ({
    kind: 'removes',
    paths: operands(step).flatMap((word) => pathFrom(step.directory, word) ?? []),
  }),
  rmdir: (step) => ({ kind: 'removes', paths: absolute(step, operands(step)) ?? [] }),
  sed: (step) => {
    if (!step.args.some((arg) => /^(?:-\w*i|--in-place)/.test(arg))) return NONE;
    const given = operands(step);
    const scripted = step.args.some((arg) => /^(?:-\w*[ef]|--expression)/.test(arg));
    return makes(absolute(step, scripted ? given.slice(-1) : given.slice(1)));
  },
  tee: (step) => makes(absolute(step, operands(step))),
  find: (step) =>
    /-(?:delete|exec|execdir|ok|fprint)\b/.test(step.args.join(' ')) ? UNKNOWN : NONE,
  xargs: () => UNKNOWN,
  sort: (step) => (step.args.some((arg) => /^(?:-\w*o|--output)/.test(arg)) ? UNKNOWN : NONE),
  gpg: (step) => (step.args.some((arg) => /^(?:-\w*o$|--output)/.test(arg)) ? UNKNOWN : NONE),
  curl: (step) => {
    if (step.args.includes('--output-dir')) return UNKNOWN;
    const path = optionValue(step, ['-o', '--output']) ?? glued(step, /^-\w*o(.+)$/);
    if (path !== undefined) return makes(absolute(step, [path]));
    if (step.args.some((arg) => /^-[a-zA-Z]*O|^--remote-name/.test(arg))) {
      return makes(absolute(step, [operands(step).at(-1)?.replace(/^.*\//, '')]));
    }
    // `curl -fsSLo FILE URL`
    const bundled = step.args.findIndex((arg) => /^-[a-zA-Z]*o$/.test(arg));
    if (bundled >= 0) return makes(absolute(step, [step.words[bundled + 2]]));
    return NONE;
  },
  wget: (step) => {
    if (step.args.some((arg) => /^(?:-\w*P|--directory-prefix)/.test(arg))) return UNKNOWN;
    const bundled = step.args.findIndex((arg) => /^(?:-\w*O|--output-document)$/.test(arg));
    if (bundled >= 0) {
      const path = step.words[bundled + 2];
      return path === '-' ? NONE : makes(absolute(step, [path]));
    }
    const path = glued(step, /^(?:-\w*O|--output-document=)(.+)$/);
    if (path !== undefined) return path === '-' ? NONE : makes(absolute(step, [path]));
    return makes(absolute(step, [operands(step).at(-1)?.replace(/^.*\//, '')]));
  },
  tar: (step) => {
    if (!/^-?\w*[xt]|^--(?:extract|get|list)/.test(step.args[0] ?? '')) return UNKNOWN;
    return unpacksTo(step, optionValue(step, ['-C', '--directory']) ?? '.');
  },
  unzip: (step) => unpacksTo(step, optionValue(step, ['-d']) ?? '.'),
  git: (step) => {
    const given = operands(step);
    if (step.args.includes('-C') && given.includes('clone')) return UNKNOWN;
    if (given[0] !== 'clone') return given[0] === 'pull' ? UNKNOWN : NONE;
    const rest = operands({
      ...step,
      ...withoutValues(step, ['-b', '--branch', '--depth', '-j', '--jobs', '-c', '--config']),
    }).slice(1);
    const name =
      rest[1] ??
      rest[0]
        ?.replace(/\/+$/, '')
        .replace(/^.*[/:]/, '')
        .replace(/\.git$/, '');
    return makes(absolute(step, [name]));
  },
};

/** What an archive holds is not told; it fills a directory, which must be its own. */
function unpacksTo(step: Step, directory: string): Effect {
  const path = pathFrom(step.directory, directory);
  if (path === undefined || isShared(path)) return UNKNOWN;
  return { kind: 'makes', paths: [path] };
}

/** Options of install with a value of their own. */
const INSTALL_VALUES = ['-m', '-o', '-g', '--mode', '--owner', '--group'];

function madeDirectories(step: Step): Effect {
  const paths = absolute(step, operands(step));
  return paths ? { kind: 'directories', paths } : UNKNOWN;
}

/** Does a directory hold more than one thing, in every image? */
export const isShared = (path: string): boolean => SHARED_DIRECTORY.test(path);

const SHARED_DIRECTORY =
  /^\/(?:(?:usr(?:\/(?:local|share|lib|src))?|usr\/local\/(?:bin|lib|share|sbin|include)|opt|srv|home|root|var|etc|lib|bin|sbin|app|go)?)$/;

function glued({ args }: Step, pattern: RegExp): string | undefined {
  for (const arg of args) {
    const match = pattern.exec(arg);
    if (match) return match[1];
  }
  return undefined;
}

/** Words and arguments without these options and their values. */
function withoutValues(step: Step, names: readonly string[]): Pick<Step, 'words' | 'args'> {
  const words: (string | undefined)[] = [step.words[0]];
  const args: string[] = [];
  for (let i = 0; i < step.args.length; i++) {
    if (names.includes(step.args[i]!)) i++;
    else {
      words.push(step.words[i + 1]);
      args.push(step.args[i]!);
    }
  }
  return { words, args };
}

/** `mkdir -p a/{b,c}` is bash: dash makes one directory of that name. */
function expandBraces(step: Step, words: readonly (string | undefined)[]): string[] | undefined {
  return words.some((word) => word === undefined || word.includes('{'))
    ? undefined
    : absolute(step, words);
}
