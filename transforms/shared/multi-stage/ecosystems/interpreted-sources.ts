import { known, unknown, valueOf } from '../../../../src/kit.ts';
import { isInside } from '../aftermath.ts';
import type { ContextFile } from '../brought.ts';
import { filesOf } from '../sources.ts';
import type { Plan, Step, Subject } from '../types.ts';
import { isShared } from './interpreted.ts';

/**
 * The files of the context that make up the application; undefined where other sources may be in
 * the image: of another stage, of a pattern that is not told, of a volume.
 */
export function sourcesOf(subject: Subject): readonly ContextFile[] | undefined {
  const files = valueOf(filesOf(subject));
  if (!files || files.length === 0 || mountedOver(subject) !== undefined) return undefined;
  if (subject.steps.some(fetchesSources)) return undefined;
  const isTold = subject.brought.every(
    ({ copy, source, path, origin }) =>
      source !== undefined ||
      (copy.flag('from') !== undefined && (isShared(directoryOf(path)) || isTool(origin))) ||
      /^(?:https?|git):/.test(origin ?? ''),
  );
  return isTold ? files : undefined;
}

/** Brings sources of its own: a clone, an archive, a project that Composer or another tool makes. */
function fetchesSources({ program, args }: Step): boolean {
  const line = args.join(' ');
  if (program.startsWith('composer') || (program === 'php' && line.includes('composer'))) {
    return /\bcreate-project\b/.test(line);
  }
  if (program === 'git') return /\b(?:clone|pull|submodule)\b/.test(line);
  if (/^(?:tar|bsdtar|unzip|gunzip|7z|svn|hg|rsync|drush|wp|rails)$/.test(program)) {
    return !/^rails (?:\w+:|s\b)/.test(`${program} ${line}`) && !isCreating(program, args);
  }
  return false;
}

/** `tar -czf`: it makes an archive. */
const isCreating = (program: string, args: readonly string[]): boolean =>
  program === 'tar' && /^(?:-?[a-z]*c|--create)/.test(args[0] ?? '');

const directoryOf = (path: string | undefined): string =>
  path === undefined ? '' : path.slice(0, path.lastIndexOf('/')) || '/';

const isTool = (origin: string | undefined): boolean =>
  /(?:^|\/)(?:composer|install-php-extensions|node|npm|yarn|node_modules)$/.test(origin ?? '');

/** A volume that hides the directory in which the application starts. */
export function mountedOver({ stage, workdir }: Subject): string | undefined {
  const directory = valueOf(workdir);
  if (directory === undefined || directory === '/') return undefined;
  const paths = stage.instructions
    .filter(({ keyword }) => keyword === 'VOLUME')
    .flatMap(({ json, args }) => json ?? args.text.split(/\s+/));
  return paths.map((path) => path.replace(/\/+$/, '')).find((path) => isInside(directory, path));
}

/** Read by installations; without anything else there is no application in the image. */
const MANIFEST =
  /(?:^|\/)(?:Gemfile[^/]*|[^/]*\.gemspec|\.ruby-version|composer\.(?:json|lock)|package(?:-lock)?\.json|yarn\.lock|[^/]*\*)$/;

/** The image is for sources that are mounted when it runs. */
export function isForMountedSources(subject: Subject): boolean {
  if (mountedOver(subject) === undefined) return false;
  const directory = valueOf(subject.workdir)!;
  return !subject.brought.some(
    ({ path, source, copy }) =>
      (path === directory || directoryOf(path) === directory) &&
      !MANIFEST.test(source === undefined ? (copy.words[0]?.text ?? '') : source),
  );
}

/** Calls of PHP and Ruby that start a program, up to its name. */
const CALLS =
  /(?:\b(?:shell_exec|exec|passthru|system|popen\d?e?|proc_open|pcntl_exec|spawn|capture[23]e?|pipeline\w*|Process::fromShellCommandline|new Process|Cocaine::CommandLine\.new|Terrapin::CommandLine\.new)\s*\(?\s*\[?\s*["'`]|%x[({[!|]|`)\s*(?:[A-Z_]+=\S* )*(?:cd [^&;`]+(?:&&|;)\s*)?(?:sudo |exec |env |timeout \S+ |nice )?([\w./-]+)/g;

const CALLS_UNNAMED =
  /\b(?:shell_exec|passthru|proc_open|Open3\.\w+|IO\.popen|Kernel\.(?:system|exec))\s*\(?\s*[$a-z_@]|(?<![\w.>:$])system\s*\(\s*[$a-z_@]/;

/** Programs that sources start, and the first source that starts some without saying which. */
export function programsIn(texts: ReadonlyMap<string, string>): {
  readonly programs: ReadonlySet<string>;
  readonly unnamed: string | undefined;
} {
  const programs = new Set<string>();
  let unnamed: string | undefined;
  for (const [path, text] of texts) {
    for (const [, name] of text.matchAll(CALLS)) programs.add(name!.replace(/^.*\//, ''));
    if (CALLS_UNNAMED.test(text)) unnamed ??= path;
  }
  return { programs, unnamed };
}

/** Programs that package managers and builds of pages call, and applications seldom. */
const BUILD_TOOLS = new Set(
  (
    'git unzip zipinfo funzip zip 7z 7za 7zr 7zz p7zip wget curl gpg node nodejs npm npx yarn pnpm ' +
    'make bzip2 bunzip2 bzcat xz unxz xzcat patch file composer corepack yarnpkg gpgv gpg2 ' +
    'gpg-agent gpgconf gpgsm dirmngr lsb_release'
  ).split(' '),
);

/** What is known of an interpreted application when it is asked for programs. */
export interface Sources {
  readonly files: readonly ContextFile[] | undefined;
  readonly code: ReadonlyMap<string, string>;
  readonly settings: ReadonlyMap<string, string>;
  /** Programs that its packages are known to start. */
  readonly called: ReadonlySet<string>;
  /** Of every package it is known which programs it starts. */
  readonly allKnown: boolean;
}

/** Does something of the application start a program? */
export function callsOf({ start, steps }: Subject, sources: Sources): Plan['mentions'] {
  const own = programsIn(sources.code).programs;
  const said = [start.entrypoint, start.cmd].map((one) => one?.args.text ?? '');
  // What the build writes into settings.
  for (const { writes, program, args, run } of steps) {
    if (program === 'sed' || program === 'tee') said.push(args.join(' '));
    else if (writes.length > 0) said.push(run.heredocs.length > 0 ? run.args.text : args.join(' '));
  }
  const texts = [...sources.settings.values(), ...start.scripts.map(({ text }) => text), ...said];
  return (program) => {
    if (sources.called.has(program) || own.has(program)) return known(true);
    const pattern = new RegExp(`(?<![\\w-])${program.replaceAll(/[^\w]/g, '\\$&')}(?![\\w-])`);
    if (texts.some((text) => pattern.test(text))) return known(true);
    if (!sources.files) return unknown('the sources are not known');
    if (sources.allKnown || BUILD_TOOLS.has(program)) return known(false);
    return unknown('what its packages call is not known');
  };
}
