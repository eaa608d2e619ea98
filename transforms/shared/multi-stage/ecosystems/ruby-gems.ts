import { valueOf } from '../../../../src/kit.ts';
import { toolsOf, type DependencyTools } from '../../dependency-tools.ts';
import { standsOnBuildpack } from '../links.ts';
import { packageRole } from '../../runtime-packages.ts';
import type { ContextFile } from '../brought.ts';
import { pathFrom } from '../steps.ts';
import type { Subject } from '../types.ts';
import type { Bundling } from './bundler.ts';
import { COMPILED_GEMS, PURE_GEMS } from './gem-names.ts';
import { installedGems, readGemfile, readLock, type Gemfile, type Lock } from './gemfile.ts';

/** The gems of an application, and what they want from the system. */
export interface Gems {
  readonly names: ReadonlySet<string>;
  /** Gems of the application itself, which are not compiled. */
  readonly own: ReadonlySet<string>;
  /** Undefined: not in the context, or not one file. */
  readonly gemfile: Gemfile | undefined;
  /** Bundler takes them for another C library too. */
  readonly isPortable: boolean;
  /** Why not all of them are known. */
  readonly missing: string | undefined;
}

/** Gems whose own dependencies need no library, so that a Gemfile without a lock tells enough. */
const CLOSED = new Set(
  (
    'puma sinatra rack rackup webrick rake rails pg mysql2 sqlite3 redis sequel json thin unicorn ' +
    'grape roda bundler dotenv httparty jwt bcrypt nokogiri sass-rails uglifier coffee-rails ' +
    'jquery-rails turbolinks jbuilder bootsnap web-console listen spring minitest rspec rack-test ' +
    'rspec-rails rubocop pry byebug activerecord sinatra-activerecord sinatra-contrib faraday ' +
    'rest-client excon slim haml erubi tilt sidekiq resque dalli mongo mongoid bunny foreman ' +
    'importmap-rails turbo-rails stimulus-rails sprockets-rails tzinfo-data sinatra-cross_origin ' +
    'rack-cors rack-protection multi_json oj msgpack builder activesupport sqlite3 kramdown'
  ).split(' '),
);

export function gemsOf(
  subject: Subject,
  bundling: Bundling,
  files: readonly ContextFile[] | undefined,
): Gems {
  const names = new Set<string>();
  for (const step of subject.steps) {
    if (step.program !== 'gem' || step.args[0] !== 'install') continue;
    for (const name of gemNames(step.args.slice(1))) names.add(name);
  }
  const named = [...names].every((name) => CLOSED.has(name));
  const missing = named ? undefined : 'the gems that gem install brings along';
  if (bundling.installs.length === 0)
    return { names, own: new Set(), gemfile: undefined, isPortable: true, missing };
  const read = textIn(subject, files);
  const directories = [...new Set(bundling.installs.map(({ directory }) => directory))];
  const texts = directories.map((directory) => read(pathFrom(directory, 'Gemfile')));
  const [text] = texts;
  if (texts.length !== 1 || text === undefined) {
    return { names, own: new Set(), gemfile: undefined, isPortable: false, missing: 'the Gemfile' };
  }
  const gemfile = readGemfile(text);
  const lockText = read(pathFrom(directories[0], 'Gemfile.lock'));
  const lock = lockText === undefined ? undefined : readLock(lockText);
  const isLeftOut = (group: string): boolean =>
    bundling.leftOut.has(group) || (gemfile.optional.includes(group) && !bundling.asked.has(group));
  for (const name of installedGems(gemfile, lock, isLeftOut)) names.add(name);
  const closed = gemfile.isPlain && [...names].every((name) => CLOSED.has(name));
  const unlocked = lock || closed ? missing : 'Gemfile.lock';
  const own = ownGems(lock, (path) => read(pathFrom(directories[0], path)));
  return { names, own, gemfile, isPortable: lock?.isPortable === true, missing: unlocked };
}

/** Gems beside the Gemfile whose specifications name no extensions. */
const ownGems = (
  lock: Lock | undefined,
  read: (path: string) => string | undefined,
): ReadonlySet<string> =>
  new Set(
    [...(lock?.paths ?? [])].flatMap(([name, path]) => {
      const text = read(`${path}/${name}.gemspec`);
      return text === undefined || /\bextensions\b/.test(text) ? [] : [name];
    }),
  );

const textIn =
  ({ context }: Subject, files: readonly ContextFile[] | undefined) =>
  (path: string | undefined): string | undefined => {
    const file = files?.findLast((one) => one.path === path);
    return file && valueOf(context.readText(file.source));
  };

/** The names behind `gem install`, without options and their values. */
function gemNames(args: readonly string[]): string[] {
  const names: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (/^(?:-v|--version|-i|--install-dir|-n|--bindir|-s|--source|-P|--platform)$/.test(arg)) i++;
    else if (!arg.startsWith('-'))
      names.push(arg.replace(/:[\d.~>= ]+$/, '').replace(/(?:-[\d.]+)?\.gem$/, ''));
  }
  return names;
}

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

let tables:
  { readonly pure: ReadonlySet<string>; readonly compiled: ReadonlySet<string> } | undefined;

/** Undefined: nothing is known of the gem. */
function knownOf(name: string): DependencyTools | undefined {
  tables ??= { pure: wordsOf(PURE_GEMS), compiled: wordsOf(COMPILED_GEMS) };
  const { pure, compiled } = tables;
  const plain = name.toLowerCase().replaceAll('_', '-');
  const tools = toolsOf('gem', name);
  const own: DependencyTools | undefined = pure.has(plain)
    ? {}
    : compiled.has(plain)
      ? { native: true }
      : undefined;
  return tools || own ? { ...own, ...tools } : undefined;
}

/** Engines that run JavaScript within Ruby: then ExecJS starts no program. */
const ENGINES = ['mini_racer', 'therubyracer', 'duktape'];

/** What the gems want of the system on the way to another base image. */
export class GemNeeds {
  private readonly subject: Subject;
  private readonly gems: Gems;

  constructor(subject: Subject, gems: Gems) {
    this.subject = subject;
    this.gems = gems;
  }

  /** Gems of which nothing is known. */
  get unknown(): string[] {
    return [...this.gems.names].filter(
      (name) => knownOf(name) === undefined && !this.gems.own.has(name),
    );
  }

  /** The first gem that is compiled, or carries binaries. */
  get native(): string | undefined {
    return [...this.gems.names].find((name) => knownOf(name)?.native === true);
  }

  /** Programs that gems start. */
  get programs(): string[] {
    const { names } = this.gems;
    const hasEngine = ENGINES.some((name) => names.has(name));
    return [...new Set([...names].flatMap((name) => knownOf(name)?.programs ?? []))].filter(
      (program) => !hasEngine || !/^(?:node|nodejs|bun|deno)$/.test(program),
    );
  }

  /** Run-time packages of libraries of the full image; a text: the gem for which they are not known. */
  get libraries(): readonly string[] | string {
    if (!standsOnBuildpack(this.subject)) return [];
    const { release } = this.subject.base;
    const found = new Set<string>();
    for (const name of this.gems.names) {
      const tools = knownOf(name);
      if (!tools?.debian) continue;
      const packages = tools.debian(release) ?? EVERY_RELEASE[name]?.split(' ');
      if (!packages) return name;
      for (const each of packages) found.add(each);
    }
    if (this.usesSystemXml()) {
      for (const name of ['libxml2-dev', 'libxslt1-dev']) {
        const role = packageRole('apt', name, release);
        if (role.role !== 'library') return 'nokogiri';
        for (const each of role.runtime) found.add(each);
      }
    }
    return [...found].filter((name) => !OF_RUBY.test(name));
  }

  /** Nokogiri brings libxml2 along unless it is told to take the one of the system. */
  private usesSystemXml(): boolean {
    return (
      this.gems.names.has('nokogiri') &&
      /use-system-libraries|NOKOGIRI_USE_SYSTEM_LIBRARIES/.test(this.subject.doc.text)
    );
  }
}

/** As in Debian 12; their names do not change with the release. */
const EVERY_RELEASE: Readonly<Record<string, string>> = {
  pg: 'libpq5',
  sequel_pg: 'libpq5',
  sqlite3: 'libsqlite3-0',
};

/**
 * Libraries that Ruby itself is linked to, or that are essential.
 * https://github.com/docker-library/ruby/blob/master/Dockerfile.template, read 2026-11-25.
 */
const OF_RUBY =
  /^(?:zlib1g|libssl[\d.]+(?:t64)?|libffi\d+|libyaml-0-2|libgmp10|libcrypt1|libstdc\+\+6|libgcc-s1|libgcc1|libc6)$/;
