import type { Argv } from 'yargs';
import { UsageError } from './errors.ts';
import { didYouMean } from './nearest.ts';

/** A command line, understood. */
export type Command =
  | { readonly name: Name; readonly given: Parsed }
  /** Yargs has shown the help. */
  | { readonly name: 'none' };

/** What yargs makes of the arguments: option values by name, the rest in `_`. */
export type Parsed = Readonly<Record<string, unknown>> & {
  readonly _: readonly (string | number)[];
};

const flag = (describe: string) => ({ describe, type: 'boolean' }) as const;
const value = (describe: string) => ({ describe, type: 'string', nargs: 1 }) as const;
const list = (describe: string) => ({ describe, type: 'string', array: true, nargs: 1 }) as const;

const FORMAT = 'format';

/** Which findings are applied. */
const CHOICE = {
  safe: flag('Apply only what leaves the image as it is'),
  unsafe: flag('Apply also what may change the image in ways nobody checked'),
  only: list('Only this transform (again, or with commas, for more)'),
  skip: list('Not this transform'),
  also: list('Also this transform, which is off by default'),
  set: list('An option of a transform: ID.OPTION=VALUE'),
  'final-base': value('auto, scratch, distroless, alpine or slim: what a new final stage is on'),
  caching: value('cleanup or mounts: how package caches are kept out of the image'),
  context: value('The build context; otherwise the directory of each file'),
} as const;

/** How images are built and tested, with `verify` and `fix --verify`. */
const BUILDING = {
  builder: value('docker, podman or buildah; otherwise the first that is there'),
  'build-arg': list('For the builder: NAME=VALUE'),
  target: value('For the builder: the stage to build'),
  secret: list('For the builder: id=ID,src=FILE'),
  platform: value('For the builder: the platform to build for'),
  'build-network': value('For the builder: the network of its RUNs'),
  definition: value('The compose or bake file that describes the build: FILE or FILE#TARGET'),
  'no-cache': flag('Build without what the builder has cached'),
  'builtin-frontend': flag('Build without the "# syntax" line: no registry is needed for it'),
  run: list('Smoke test: run the image with these arguments; compare output and exit status'),
  http: list('Smoke test: [PORT]/PATH…; start the image and compare its answers'),
  health: flag('Smoke test: wait for what the health check says'),
  env: list('Smoke tests: an environment variable, NAME=VALUE'),
  network: value('Smoke tests: the network to run in; otherwise there is none'),
  'build-timeout': value('Seconds that a build may take (900)'),
  'run-timeout': value('Seconds that a smoke test may take (60)'),
  keep: flag('Keep the images'),
} as const;

const COMMANDS = {
  fix: {
    usage: 'fix [path..]',
    describe: 'Show, or write, what would be better',
    options: {
      write: flag('Write the files'),
      check: flag('Exit with 1 if a file would change'),
      ...CHOICE,
      verify: flag('Build and test the result, and keep only the findings that hold'),
      ...BUILDING,
      [FORMAT]: value('diff or json'),
      verbose: flag('Tell of every finding'),
    },
  },
  verify: {
    usage: 'verify [path..]',
    describe: 'Build the image before and after, and compare',
    options: {
      ...CHOICE,
      ...BUILDING,
      budget: value('Bytes that the image may have (50MB), or by how much it may grow (5%)'),
      layers: flag('Show the largest layers, and what RUNs left behind'),
      rebuild: value('The source file that is changed to time a rebuild'),
      'skip-rebuild': flag('Do not time a rebuild'),
      [FORMAT]: value('table, json or markdown'),
    },
  },
  list: {
    usage: 'list',
    describe: 'List the transforms',
    options: { [FORMAT]: value('text or json') },
  },
  explain: { usage: 'explain <id>', describe: 'Explain a transform', options: {} },
} as const;

type Name = keyof typeof COMMANDS;

const NAMES = Object.keys(COMMANDS) as Name[];

const EPILOGUE = `Paths are files, directories (default: the current one), patterns, or - for standard input.
Without --write nothing is written: standard output has a diff for \`git apply\`.
Exit status: 0, 1 with --check if a file would change, 2 in case of trouble.`;

const VERIFY_EPILOGUE = `Paths are files, directories (default: the current one), or patterns.
Exit status: 0 if it holds, 1 if it does not, 2 in case of trouble.`;

/** Throws a `UsageError` for a command line that is none of ours. */
export async function parse(argv: readonly string[], version: string): Promise<Command> {
  const name = NAMES.find((candidate) => candidate === argv[0]);
  if (name === undefined) assertHelp(argv);
  else assertOptions(name, argv.slice(1));

  // Without options there is nothing to parse, and loading yargs takes a short run a quarter longer.
  const rest = argv.slice(1);
  if (name !== undefined && !rest.some(isOption)) {
    return { name, given: { _: rest } };
  }
  const { default: yargs } = await import('yargs');
  const parser = configure(yargs(), version);
  if (name === undefined) {
    describeAll(parser).showHelp('log');
    return { name: 'none' };
  }
  const given = parser
    .usage(`dockopt ${COMMANDS[name].usage}\n\n${COMMANDS[name].describe}.`)
    .options(COMMANDS[name].options)
    .epilogue(name === 'verify' ? VERIFY_EPILOGUE : EPILOGUE)
    .parseSync(rest) as Parsed;
  return given['help'] === true || given['version'] === true ? { name: 'none' } : { name, given };
}

/** Without a command there is only help, and the version. */
function assertHelp([first]: readonly string[]): void {
  if (first === undefined || first === '--help' || first === '--version') return;
  if (first.startsWith('-')) {
    throw new UsageError(`${JSON.stringify(first)} needs a command before it: ${NAMES.join(', ')}`);
  }
  const hint = didYouMean(first, NAMES, 'dockopt ') || `; it takes ${NAMES.join(', ')}`;
  throw new UsageError(`no command is called ${JSON.stringify(first)}${hint}`);
}

/** Before yargs reads them: an option it does not know would take the next path for its value. */
function assertOptions(name: Name, argv: readonly string[]): void {
  const known = [...Object.keys(COMMANDS[name].options), 'help', 'version'].map(
    (option) => `--${option}`,
  );
  const end = argv.indexOf('--');
  for (const argument of end < 0 ? argv : argv.slice(0, end)) {
    if (!isOption(argument)) continue;
    const [option, given] = argument.split('=', 2) as [string, string?];
    if (known.includes(option)) {
      if (given === undefined || !isFlag(name, option.slice(2))) continue;
      throw new UsageError(`${option} takes no value`);
    }
    const hint = didYouMean(option, known) || `; see dockopt ${name} --help`;
    throw new UsageError(`no option is called ${JSON.stringify(option)}${hint}`);
  }
}

/** `-` is standard input. */
const isOption = (argument: string): boolean => argument.startsWith('-') && argument !== '-';

function isFlag(name: Name, option: string): boolean {
  const options: Readonly<Record<string, { readonly type: string }>> = COMMANDS[name].options;
  return (options[option]?.type ?? 'boolean') === 'boolean';
}

function configure(parser: Argv, version: string): Argv {
  return parser
    .scriptName('dockopt')
    .version(version)
    .detectLocale(false)
    .exitProcess(false)
    .showHelpOnFail(false)
    .fail((message, error) => {
      throw error instanceof UsageError ? error : new UsageError(message);
    })
    .updateStrings({ 'Not enough arguments following: %s': '--%s needs a value' })
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    });
}

/**
 * For the help alone: a command of yargs that is run lays out its help even when nobody asks for
 * it, and its positional arguments lose "-" and what stands behind "--".
 */
function describeAll(parser: Argv): Argv {
  parser.usage('dockopt rewrites Dockerfiles into smaller, safer and faster-building ones.');
  for (const name of NAMES) parser.command(COMMANDS[name].usage, COMMANDS[name].describe);
  return parser.epilogue('dockopt COMMAND --help tells more.');
}
