import type { Argv } from 'yargs';
import type { AnyTransform } from '../engine/finding.ts';
import { UsageError } from './errors.ts';
import { didYouMean } from '../model/nearest.ts';
import {
  FIX_OPTIONS,
  flag,
  LSP_OPTIONS,
  MIGRATE_OPTIONS,
  value,
  VERIFY_OPTIONS,
} from './options.ts';
import type { GivenReport } from './reports/request.ts';

/** A command line, understood. */
export type Command =
  | {
      readonly name: Name;
      readonly given: Parsed;
      readonly reports: readonly GivenReport[];
      readonly own: readonly AnyTransform[];
    }
  /** Yargs has shown the help. */
  | { readonly name: 'none' };

/** What yargs makes of the arguments: option values by name, the rest in `_`. */
export type Parsed = Readonly<Record<string, unknown>> & {
  readonly _: readonly (string | number)[];
};

const COMMANDS = {
  fix: {
    usage: 'fix [path..]',
    describe: 'Show, or write, what would be better',
    options: {
      ...FIX_OPTIONS,
      'print-config': value('Print what holds for this file, and do nothing'),
    },
  },
  run: {
    usage: 'run <transform> [path..]',
    describe: 'Do the same with a transform of your own, a module, alone',
    options: FIX_OPTIONS,
  },
  verify: {
    usage: 'verify [path..]',
    describe: 'Build the image before and after, and compare',
    options: VERIFY_OPTIONS,
  },
  migrate: {
    usage: 'migrate [path..]',
    describe: 'Split the changes of a whole tree into patches, or branches, for review',
    options: MIGRATE_OPTIONS,
  },
  lsp: {
    usage: 'lsp',
    describe: 'Serve an editor, over standard input and output',
    options: LSP_OPTIONS,
  },
  list: {
    usage: 'list',
    describe: 'List the transforms',
    options: { format: value('text or json') },
  },
  init: {
    usage: 'init',
    describe: 'Write a configuration, after a look at the repository',
    options: { format: value('json, yaml, ts or mjs') },
  },
  'new-transform': {
    usage: 'new-transform <id>',
    describe: 'Begin a transform of your own, with fixtures',
    options: { js: flag('In JavaScript; otherwise in TypeScript') },
  },
  explain: { usage: 'explain <id>', describe: 'Explain a transform', options: {} },
} as const;

type Name = keyof typeof COMMANDS;

type Options = Readonly<Record<string, { readonly type: 'boolean' | 'string' }>>;

const NAMES = Object.keys(COMMANDS) as Name[];

const EPILOGUE = `Paths are files, directories (default: the current one), patterns, or - for standard input.
Without --write nothing is written: standard output has a diff for \`git apply\`.
Exit status: 0, 1 with --check if a file would change, 2 in case of trouble.`;

const VERIFY_EPILOGUE = `Paths are files, directories (default: the current one), or patterns.
Exit status: 0 if it holds, 1 if it does not, 2 in case of trouble.`;

const MIGRATE_EPILOGUE = `Paths are directories (default: the current one), files or patterns. No Dockerfile is written.
Killed, or run again, it goes on where it was; see docs/migrate.md.
Exit status: 0, or 2 where a file or a unit failed.`;

const EPILOGUES: Partial<Record<Name, string>> = {
  verify: VERIFY_EPILOGUE,
  migrate: MIGRATE_EPILOGUE,
};

/** Throws a `UsageError` for a command line that is none of ours. */
export async function parse(argv: readonly string[], version: string): Promise<Command> {
  const name = NAMES.find((candidate) => candidate === argv[0]);
  if (name === undefined) assertHelp(argv);

  // Without options there is nothing to parse, and loading yargs takes a short run a quarter longer.
  const own = name === 'run' ? await ownOf(argv[1]) : [];
  const given = argv.slice(own.length > 0 ? 2 : 1);
  const rest = given.includes('--changed') ? await withRefs(given) : given;
  const options = { ...(name && COMMANDS[name].options), ...ownOptions(own) };
  if (name !== undefined) assertOptions(name, options, rest);
  if (name !== undefined && !rest.some(isOption)) {
    return { name, given: { _: rest }, reports: [], own };
  }
  const { default: yargs } = await import('yargs');
  const parser = configure(yargs(), version);
  if (name === undefined) {
    describeAll(parser).showHelp('log');
    return { name: 'none' };
  }
  const parsed = parser
    .usage(`dockopt ${COMMANDS[name].usage}\n\n${COMMANDS[name].describe}.`)
    .options(options)
    .epilogue(EPILOGUES[name] ?? EPILOGUE)
    .parseSync(rest) as Parsed;
  if (parsed['help'] === true || parsed['version'] === true) return { name: 'none' };
  return { name, given: parsed, reports: reportsIn(rest), own };
}

/** The reports that are asked for: every `--output` goes with the `--format` before it. */
function reportsIn(argv: readonly string[]): GivenReport[] {
  const reports: GivenReport[] = [];
  for (let at = 0; at < argv.length && argv[at] !== '--'; at++) {
    const [option, inline] = split(argv[at]!);
    if (option !== '--format' && option !== '--output') continue;
    const given = inline ?? argv[++at] ?? '';
    if (option === '--format') reports.push({ format: given, output: undefined });
    else {
      const last = reports.pop();
      if (!last) throw new UsageError('--output needs a --format before it');
      if (last.output !== undefined) {
        throw new UsageError(`--format ${last.format} has two outputs; write --format before each`);
      }
      reports.push({ ...last, output: given });
    }
  }
  return reports;
}

function split(argument: string): [option: string, inline: string | undefined] {
  const equals = argument.indexOf('=');
  return equals < 0
    ? [argument, undefined]
    : [argument.slice(0, equals), argument.slice(equals + 1)];
}

/** The transforms that `run` is given: of a module, or the built-in one of this id. */
async function ownOf(given: string | undefined): Promise<readonly AnyTransform[]> {
  if (given === '--help' || given === '--version') return [];
  if (given === undefined || isOption(given)) {
    throw new UsageError('run needs a transform first: a module, or an ID; see dockopt list');
  }
  if (/[/\\]|\.[cm]?[jt]s$/.test(given)) {
    return (await import('./config/module.ts')).loadTransforms(given);
  }
  return [(await import('./request.ts')).transformNamed(given)];
}

/** Options of transforms as options of the command line, where it has none of that name. */
function ownOptions(own: readonly AnyTransform[]): Record<string, ReturnType<typeof value>> {
  const options: Record<string, ReturnType<typeof value>> = {};
  for (const { options: specs } of own) {
    for (const [name, spec] of Object.entries(specs)) {
      const option = optionName(name);
      if (!Object.hasOwn(FIX_OPTIONS, option)) options[option] = value(spec.describe);
    }
  }
  return options;
}

/** What `--set` takes for the options of the transforms that `run` was given. */
export function ownSettings(own: readonly AnyTransform[], given: Parsed): string[] {
  return own.flatMap(({ id, options }) =>
    Object.keys(options).flatMap((name) => {
      const option = optionName(name);
      const last = [given[option]].flat().at(-1);
      const isOurs = !Object.hasOwn(FIX_OPTIONS, option) && typeof last === 'string';
      return isOurs ? [`${id}.${name}=${last}`] : [];
    }),
  );
}

const optionName = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

async function withRefs(argv: readonly string[]): Promise<string[]> {
  return (await import('./git-base.ts')).withRefs(argv);
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
function assertOptions(name: Name, options: Options, argv: readonly string[]): void {
  const known = [...Object.keys(options), 'help', 'version'].map((option) => `--${option}`);
  const end = argv.indexOf('--');
  for (const argument of end < 0 ? argv : argv.slice(0, end)) {
    if (!isOption(argument)) continue;
    const [option, given] = argument.split('=', 2) as [string, string?];
    if (known.includes(option)) {
      if (given === undefined || !isFlag(options, option.slice(2))) continue;
      throw new UsageError(`${option} takes no value`);
    }
    const hint = didYouMean(option, known) || `; see dockopt ${name} --help`;
    throw new UsageError(`no option is called ${JSON.stringify(option)}${hint}`);
  }
}

/** `-` is standard input. */
const isOption = (argument: string): boolean => argument.startsWith('-') && argument !== '-';

const isFlag = (options: Options, option: string): boolean =>
  (options[option]?.type ?? 'boolean') === 'boolean';

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
