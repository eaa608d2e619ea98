type Words = readonly (string | undefined)[];

export type Manager = 'npm' | 'yarn' | 'pnpm';

/** Installs what package.json lists, and perhaps more. */
export interface Install {
  readonly kind: 'install';
  /** Said by an option; undefined: NODE_ENV decides. */
  readonly production: boolean | undefined;
  /** Packages that it adds. */
  readonly named: readonly string[];
  /** It runs no scripts. */
  readonly quiet: boolean;
  /** Options that a later command for the same packages needs to know of. */
  readonly flags: readonly string[];
}

/** A script of package.json. */
export interface Run {
  readonly kind: 'run';
  readonly script: string;
  readonly rest: Words;
  /** A program of node_modules/.bin where no script has the name. */
  readonly orBin: boolean;
}

type Kind =
  | Install
  | Run
  | { readonly kind: 'global'; readonly packages: readonly string[] }
  | { readonly kind: 'prune' }
  | { readonly kind: 'exec'; readonly words: Words }
  /** Changes only what is in node_modules already. */
  | { readonly kind: 'rebuild' }
  /** Settings, caches, reports. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'unknown' };

/** A command of npm, yarn, pnpm or npx, as far as a build and a start command use them. */
export type Call = Kind & { readonly manager: Manager; readonly directory: string | undefined };

/**
 * Options with a value of their own. https://docs.npmjs.com/cli/v10/using-npm/config,
 * https://classic.yarnpkg.com/en/docs/cli/, https://pnpm.io/pnpm-cli, read 2026-11-25.
 */
const WITH_VALUE = new Set(
  (
    '--prefix -C --cwd --dir --registry --loglevel --cache --userconfig --script-shell --omit ' +
    '--include --only --network-timeout --network-concurrency --cache-folder --modules-folder ' +
    '--fetch-retries --fetch-timeout --fetch-retry-mintimeout --fetch-retry-maxtimeout ' +
    '--maxsockets --store-dir --node-linker --reporter -p --package --mutex --install-strategy'
  ).split(' '),
);

const DIRECTORY = new Set(['--prefix', '-C', '--cwd', '--dir']);

/** Choose packages of a workspace. */
const WORKSPACE = /^(?:-w|--workspaces?|--filter|-F|-r|--recursive)(?:=|$)/;

const KEPT = /^(?:--legacy-peer-deps|--force|-f|--no-save|--no-package-lock|--modules-folder=.*)$/;

interface Line {
  readonly all: Words;
  /** Verb and operands. */
  readonly words: Words;
  readonly options: readonly string[];
  readonly directory: string | undefined;
  /** What stands behind `--`. */
  readonly behind: Words;
}

type Reader = (line: Line) => Kind;

const IDLE: Kind = { kind: 'idle' };
const UNKNOWN: Kind = { kind: 'unknown' };

/** Reads the words of a command; undefined where it is none of these programs. */
export function readCall(words: Words): Call | undefined {
  const name = words[0]?.replace(/^.*\//, '') ?? '';
  const line = split(words);
  const { directory } = line;
  switch (name) {
    case 'npm':
      return { ...verbOf(NPM, line, () => UNKNOWN), manager: 'npm', directory };
    case 'yarn':
    case 'yarnpkg':
      return { ...verbOf(YARN, line, named), manager: 'yarn', directory };
    case 'pnpm':
      return { ...verbOf(PNPM, line, named), manager: 'pnpm', directory };
    case 'npx':
    case 'pnpx':
      return { ...exec(words.slice(1)), manager: 'npm', directory: undefined };
    default:
      return undefined;
  }
}

function verbOf(table: ReadonlyMap<string, Reader>, line: Line, other: Reader): Kind {
  const scoped = line.options.some((option) => WORKSPACE.test(option));
  if (scoped) return UNKNOWN;
  return (table.get(line.words[0] ?? '') ?? other)(line);
}

function split(all: Words): Line {
  const operands: (string | undefined)[] = [];
  const options: string[] = [];
  let directory: string | undefined;
  let at = 1;
  for (; at < all.length; at++) {
    const word = all[at];
    if (word === '--') break;
    if (word === undefined || !word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const [option, glued] = word.startsWith('--') ? splitOnce(word) : [word, undefined];
    const takes = glued === undefined && WITH_VALUE.has(option);
    const value = glued ?? (takes ? all[++at] : undefined);
    if (DIRECTORY.has(option)) directory = value;
    options.push(value === undefined ? option : `${option}=${value}`);
  }
  return { all, words: operands, options, directory, behind: all.slice(at + 1) };
}

function splitOnce(word: string): [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

const DEVELOPMENT = /^(?:--include=dev|--production=false|--prod=false|--dev|-D|--save-dev)$/;
const PRODUCTION =
  /^(?:--production(?:=true)?|--prod(?:=true)?|-P|--omit=dev|--only=prod(?:uction)?)$/;
const GLOBAL = /^(?:-g|--global(?:=true)?|--location=global)$/;

function productionSaid(options: readonly string[]): boolean | undefined {
  if (options.some((option) => DEVELOPMENT.test(option))) return false;
  return options.some((option) => PRODUCTION.test(option)) ? true : undefined;
}

const install: Reader = ({ words, options }) => {
  const packages = words.slice(1).map((word) => word ?? '$');
  if (options.some((option) => GLOBAL.test(option))) return { kind: 'global', packages };
  return {
    kind: 'install',
    production: productionSaid(options),
    named: packages,
    quiet: options.includes('--ignore-scripts'),
    flags: options.filter((option) => KEPT.test(option)),
  };
};

/** Takes packages away: what it names is not there afterwards. */
const uninstall: Reader = (line) => {
  const read = install(line);
  return read.kind === 'install' ? { ...read, named: [] } : read;
};

const prune: Reader = ({ options }) =>
  productionSaid(options) === true ? { kind: 'prune' } : IDLE;

const idle: Reader = ({ words }) => (words[1] === 'fix' ? UNKNOWN : IDLE);
const unknown: Reader = () => UNKNOWN;
const rebuild: Reader = () => ({ kind: 'rebuild' });

const run =
  (orBin: boolean): Reader =>
  ({ words, behind }) => {
    const [, script] = words;
    if (script === undefined) return UNKNOWN;
    return { kind: 'run', script, rest: [...words.slice(2), ...behind], orBin };
  };

/** `npm start`: a script of that name. */
const lifecycle: Reader = ({ words, behind }) => ({
  kind: 'run',
  script: words[0] === 't' ? 'test' : words[0]!,
  rest: [...words.slice(1), ...behind],
  orBin: false,
});

const execute: Reader = ({ all, words }) => exec(all.slice(all.indexOf(words[0]) + 1));

/** What `npx` and `npm exec` run. */
function exec(words: Words): Kind {
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at];
    if (word === '--') continue;
    if (word === undefined || !word.startsWith('-')) break;
    if (/^(?:-c|--call)/.test(word)) return UNKNOWN;
    if (/^(?:-p|--package)$/.test(word)) at++;
  }
  return { kind: 'exec', words: words.slice(at) };
}

/** `yarn build` and `pnpm start`: a script, or a program of a package. */
const named: Reader = ({ all }) => {
  const at = all.findIndex((word, i) => i > 0 && !(word ?? '$').startsWith('-'));
  const script = at < 0 ? undefined : all[at];
  // Options that stand in front may take a value.
  if (script === undefined || at > 2) return UNKNOWN;
  const rest = all.slice(at + 1).filter((word, i) => !(i === 0 && word === '--'));
  return { kind: 'run', script, rest, orBin: true };
};

const yarnAlone: Reader = (line) =>
  line.options.some((option) => /^(?:-v|--version|-h|--help)$/.test(option)) ? IDLE : install(line);

function verbs(table: readonly (readonly [names: string, reader: Reader])[]): Map<string, Reader> {
  return new Map(
    table.flatMap(([names, reader]) => names.split(' ').map((name) => [name, reader])),
  );
}

const NPM = verbs([
  ['install i in isntall add ci clean-install install-clean ic update up upgrade', install],
  ['uninstall remove rm un', uninstall],
  ['run run-script rum urn', run(false)],
  ['start test t stop restart', lifecycle],
  ['exec x', execute],
  ['prune', prune],
  ['rebuild rb dedupe ddp', rebuild],
  ['config set cache ls list audit outdated version view whoami fund doctor', idle],
]);
NPM.set('', idle);

const YARN = verbs([
  ['install add upgrade up', install],
  ['remove', uninstall],
  ['run', run(true)],
  ['exec dlx', execute],
  [
    'config cache versions version list why audit check set policies plugin licenses autoclean',
    idle,
  ],
  ['workspace workspaces link unlink init pack unplug rebuild', unknown],
]);
YARN.set('', yarnAlone);
YARN.set('global', ({ words }) => ({
  kind: 'global',
  packages: words.slice(2).map((word) => word ?? '$'),
}));
YARN.set('node', ({ all }) => ({ kind: 'exec', words: all.slice(all.indexOf('node')) }));

const PNPM = verbs([
  ['install i add update up', install],
  ['remove rm uninstall', uninstall],
  ['run run-script', run(false)],
  ['exec dlx', execute],
  ['prune', prune],
  ['rebuild rb', rebuild],
  ['fetch config set store list ls setup audit why', idle],
  ['deploy import link pack init recursive', unknown],
]);
PNPM.set('', idle);
