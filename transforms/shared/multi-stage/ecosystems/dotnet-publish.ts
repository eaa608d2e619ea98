import { baseName } from '../../prefix.ts';
import { normal } from '../../copied.ts';
import { pathFrom } from '../steps.ts';
import type { Step } from '../types.ts';

/** A `dotnet publish`, as far as its arguments tell. */
export interface Publish {
  readonly step: Step;
  /** The directory that it is told to fill, in the image; undefined: below `bin/` of the project. */
  readonly output: string | undefined;
  /** The project, solution or directory that it is told, in the image. */
  readonly target: string;
  readonly runtime: string | undefined;
  /** What `--self-contained` says; undefined: nothing. */
  readonly selfContained: boolean | undefined;
  readonly properties: ReadonlyMap<string, string>;
}

/** https://learn.microsoft.com/dotnet/core/tools/dotnet-publish, read 2026-11-25. */
const WITH_VALUE = new Set(
  (
    '-o --output -c --configuration -f --framework -r --runtime -v --verbosity -a --arch --os ' +
    '--source -s --manifest --version-suffix --artifacts-path --disable-build-servers-wait'
  ).split(' '),
);

const ALIASES: Readonly<Record<string, string>> = {
  '-o': '--output',
  '-r': '--runtime',
  '--sc': '--self-contained',
};

/** The builds of a stage that make a directory which can be moved. */
export const publishes = (steps: readonly Step[]): Publish[] =>
  steps.flatMap((step) => {
    if (step.program !== 'dotnet' || step.args[0] !== 'publish') return [];
    const found = readPublish(step);
    return found ? [found] : [];
  });

function readPublish(step: Step): Publish | undefined {
  const options = new Map<string, string>();
  const properties = new Map<string, string>();
  let target = '.';
  for (let i = 1; i < step.args.length; i++) {
    const arg = step.args[i]!;
    const property = /^(?:-p|--property|\/p|-property):(\w+)=(.*)$/.exec(arg);
    const equals = /^(--?[\w-]+)[=:](.+)$/.exec(arg);
    if (property) properties.set(property[1]!.toLowerCase(), property[2]!);
    else if (equals) options.set(ALIASES[equals[1]!] ?? equals[1]!, equals[2]!);
    else if (WITH_VALUE.has(arg)) {
      // A value that is not known cannot name the directory.
      const value = step.words[++i + 1];
      options.set(ALIASES[arg] ?? arg, value ?? '$');
    } else if (/^--(?:self-contained|sc)$/.test(arg)) {
      const next = step.args[i + 1];
      if (/^(?:true|false)$/i.test(next ?? '')) i++;
      options.set('--self-contained', /^false$/i.test(next ?? '') ? 'false' : 'true');
    } else if (arg === '--no-self-contained') options.set('--self-contained', 'false');
    else if (!/^[-/]/.test(arg) || /^\/.+\.\w+proj$/.test(arg) || arg.startsWith('/')) target = arg;
  }
  const at = pathFrom(step.directory, target);
  if (at === undefined) return undefined;
  const output = options.get('--output') ?? properties.get('publishdir');
  const contained = options.get('--self-contained') ?? properties.get('selfcontained');
  return {
    step,
    target: at,
    output: output === undefined ? undefined : pathFrom(step.directory, output),
    runtime: options.get('--runtime') ?? properties.get('runtimeidentifier'),
    selfContained: contained === undefined ? undefined : contained.toLowerCase() === 'true',
    properties,
  };
}

/** Is it where a publish without `-o` puts its result? https://learn.microsoft.com/dotnet/core/tools/dotnet-publish */
export function isDefaultOutput({ target, output }: Publish, directory: string): boolean {
  if (output !== undefined) return false;
  const project = /\.\w+proj$|\.slnx?$/.test(target)
    ? target.slice(0, target.lastIndexOf('/'))
    : target;
  const inside = directory.startsWith(`${project === '/' ? '' : project}/`);
  return inside && /\/bin\/(?:\w+)\/[\w.-]+\/(?:[\w.-]+\/)?publish$/.test(directory);
}

/** Verbs of the tool of which nothing remains that runs. */
export const isDotnetBuild = ({ program, args }: Step): boolean =>
  (program === 'dotnet' &&
    /^(?:restore|build|publish|clean|test|tool|nuget|new|add|sln|workload|msbuild|pack|format|store|build-server|--.+)$/.test(
      args[0] ?? '',
    )) ||
  program === 'nuget' ||
  program === 'msbuild';

/** Verbs that need the SDK when the container runs. */
const DEVELOPMENT = /^(?:run|watch|test|ef|build|publish|restore|fsi|script|msbuild)$/;

/** The command of the tool that starts, where it needs the SDK. */
export function developmentCommand(
  words: readonly string[],
  scripts: readonly string[],
): string | undefined {
  const [program = '', verb = ''] = words;
  if (baseName(program) === 'dotnet' && DEVELOPMENT.test(verb)) return words.slice(0, 3).join(' ');
  if (/^dotnet-(?:watch|ef)$/.test(baseName(program))) return baseName(program);
  const inScript = scripts
    .map((text) => /\bdotnet[ -](?:run|watch|ef|build|test|publish)\b/.exec(text)?.[0])
    .find((found) => found !== undefined);
  return inScript;
}

/** The assembly that `dotnet` is told to run, and the words behind it. */
export function startedAssembly(words: readonly string[]): string | undefined {
  const [program = '', ...args] = words;
  if (baseName(program) !== 'dotnet') return undefined;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === 'exec') continue;
    if (
      /^--(?:roll-forward|fx-version|additionalprobingpath|depsfile|runtimeconfig|additional-deps)$/.test(
        arg,
      )
    )
      i++;
    else if (!arg.startsWith('-')) return arg.endsWith('.dll') ? arg : undefined;
  }
  return undefined;
}

export const directoryOfPath = (path: string): string =>
  normal(path.slice(0, Math.max(path.lastIndexOf('/'), 1)));
