import { rubyBases, type FinalImage } from '../../../../src/kit.ts';
import { baseName } from '../../prefix.ts';
import type { ContextFile } from '../brought.ts';
import { isNeverRead, textsOf } from '../sources.ts';
import { pathFrom } from '../steps.ts';
import type { BuildLine, Candidate, Ecosystem, NoPlan, Plan, Shipment, Step, Subject } from '../types.ts';
import { bundleCall, bundlingOf, type Bundling } from './bundler.ts';
import {
  applicationOf,
  callsOf,
  isForMountedSources,
  mountedOver,
  nodeModules,
  packageLists,
  programsIn,
  removalLines,
  sourcesOf,
  staysInside,
} from './interpreted.ts';
import { droppedGroups } from './ruby-groups.ts';
import { GemNeeds, gemsOf, type Gems } from './ruby-gems.ts';
import { fullImagePackages } from './ruby-programs.ts';
import { rubyStart, type RubyStart } from './ruby-start.ts';
import { rubyDeed, type RubyDeed } from './ruby-steps.ts';

const INSTALLS = /\bbundle(?:r)?\s+(?:install|update)\b|\bgem\s+install\b/;

/** Applications whose gems Bundler or RubyGems installs. */
export const ruby: Ecosystem = {
  id: 'ruby',
  builds: (stage) =>
    stage.instructions.some(({ keyword, args }) => keyword === 'RUN' && INSTALLS.test(args.text)),
  applies: ({ base, steps }) =>
    base.repository === 'ruby' ||
    (!/^(?:node|python|golang|rust|php|maven|gradle|openjdk|eclipse-temurin)$/.test(base.repository) &&
      steps.some((step) => /^(?:install|update)$/.test(bundleCall(step)?.verb ?? ''))),
  plan: (subject) => new Planner(subject).plan(),
};

/** Programs of gems that are not called like their gem. From their gem specifications on https://rubygems.org/, read 2026-11-25. */
const PROGRAMS =
  'ruby bundle bundler gem irb erb rake rdoc ri rackup rails puma pumactl thin unicorn unicorn_rails sidekiq sidekiqmon resque foreman falcon iodine pitchfork agoo itsi rage hanami padrino clockworkd clockwork shoryuken karafka racecar rainbows jekyll middleman delayed_job lita ruboty rerun whenever functions-framework-ruby good_job sneakers'.split(
    ' ',
  );

/** Parts of a project that do not run with it. */
const isForeign = (path: string): boolean =>
  /(?:^|\/)(?:spec|test|tests|features|node_modules)\/|(?:^|\/)(?:Rakefile|Guardfile|Capfile|bin\/(?:setup|update|dev|bundle|spring|yarn|webpack\S*))$|(?:^|\/)lib\/tasks\//.test(
    path,
  );

const isCode = (path: string): boolean =>
  /\.(?:rb|erb|ru|rake|haml|slim|builder|jbuilder)$|(?:^|\/)bin\/[^/.]+$/.test(path);

const isSetting = (path: string): boolean =>
  /\.(?:ya?ml|conf|cfg|ini|toml|env|sh|bash|service)$|(?:^|\/)(?:Procfile[^/]*|crontab|[^/.]+)$/.test(path);

class Planner {
  private readonly subject: Subject;
  private readonly files: readonly ContextFile[] | undefined;
  private readonly code: ReadonlyMap<string, string>;
  private readonly settings: ReadonlyMap<string, string>;

  constructor(subject: Subject) {
    this.subject = subject;
    this.files = sourcesOf(subject);
    const read = (wanted: (source: string) => boolean): ReadonlyMap<string, string> =>
      textsOf(
        subject.context,
        (this.files ?? []).filter(({ source }) => !isForeign(source) && !isNeverRead(source)),
        wanted,
      );
    this.code = read(isCode);
    this.settings = read((path) => !isCode(path) && isSetting(path));
  }

  plan(): Plan | NoPlan {
    const { subject, files } = this;
    if (subject.base.repository !== 'ruby') return { reason: 'no-base', detail: whyNoBase(subject) };
    if (isForMountedSources(subject)) {
      return { reason: 'development', detail: `the application is mounted over ${mountedOver(subject)!}` };
    }
    const start = rubyStart(subject, files);
    if ('reason' in start) return start;
    const bundling = bundlingOf(subject);
    if ('reason' in bundling) return bundling;
    const deeds = subject.steps.flatMap((step) => rubyDeed(subject, step, files) ?? []);
    const directories = builtIn(deeds);
    if ('reason' in directories) return directories;
    const application = applicationOf(subject, directories);
    if ('reason' in application) return application;
    const gems = gemsOf(subject, bundling, files);
    const hasGems = deeds.some(({ step }) => step.program !== 'ruby');
    const homes: Shipment[] = hasGems ? bundling.homes.map((from) => ({ from, made: true })) : [];
    const ships = [...homes, ...application];
    const { code, settings } = this;
    const of = new Candidates(subject, { start, bundling, deeds, gems, ships, code, settings, files });
    const candidates = rubyBases(subject.ref, subject.base).map((base) => of.on(base));
    if (candidates.length === 0) {
      return { reason: 'no-base', detail: `no smaller image is known for ${subject.ref.text}` };
    }
    return {
      what: 'Ruby application',
      candidates,
      accounted: this.accounted(deeds, ships),
      runs: start.programs,
      mentions: callsOf(subject, {
        files,
        code: this.code,
        settings: this.settings,
        called: new Set(of.needs.programs),
        allKnown: of.needs.unknown.length === 0 && gems.missing === undefined,
      }),
      buildVariables: packageLists(subject),
      leaves: [],
    };
  }

  private accounted(deeds: readonly RubyDeed[], ships: readonly Shipment[]): Set<Step> {
    const roots = ships.map(({ from }) => from);
    const local = this.subject.steps.filter(
      (step) => staysInside(step, roots) || isGemSetting(step),
    );
    return new Set([...deeds.map(({ step }) => step), ...local]);
  }
}

function whyNoBase({ base }: Subject): string {
  if (base.repository === 'jruby') return 'there is no smaller image of JRuby';
  return `Ruby is a package of ${base.distribution ?? 'the distribution'} here`;
}

/** `echo 'gem: --no-document' >> ~/.gemrc` */
const isGemSetting = ({ command, writes }: Step): boolean =>
  writes.length === 1 && command?.redirects.some(({ target }) => /gemrc["']?$/.test(target?.text ?? '')) === true;

/** The directories of the application in which the build runs. */
function builtIn(deeds: readonly RubyDeed[]): readonly string[] | NoPlan {
  const found = new Set<string>();
  for (const { step, inApplication } of deeds) {
    if (!inApplication) continue;
    const option = bundleCall(step)?.args.find((arg) => arg.startsWith('--gemfile='));
    const path =
      option === undefined
        ? step.directory
        : pathFrom(step.directory, option.slice('--gemfile='.length).replace(/\/?[^/]*$/, '') || '.');
    if (path === undefined) {
      return { reason: 'output', detail: `where line ${step.run.line} runs is not known` };
    }
    found.add(path);
  }
  return [...found];
}

interface Known {
  readonly start: RubyStart;
  readonly bundling: Bundling;
  readonly deeds: readonly RubyDeed[];
  readonly gems: Gems;
  readonly ships: readonly Shipment[];
  readonly code: ReadonlyMap<string, string>;
  readonly settings: ReadonlyMap<string, string>;
  readonly files: readonly ContextFile[] | undefined;
}

/** What follows from each final base. */
class Candidates {
  readonly needs: GemNeeds;
  private readonly subject: Subject;
  private readonly known: Known;
  private readonly full: boolean;
  private readonly dropped: readonly string[];

  constructor(subject: Subject, known: Known) {
    this.subject = subject;
    this.known = known;
    this.needs = new GemNeeds(subject, known.gems);
    this.full = !/slim|alpine/.test(subject.ref.tag ?? '');
    this.dropped = droppedGroups(subject, known);
  }

  on(base: FinalImage): Candidate {
    const { ships, gems, start } = this.known;
    const isOther = base.libc !== this.subject.base.libc;
    const first = start.words[0];
    return {
      base,
      ships,
      obstacles: [...this.obstacles(), ...(isOther ? this.onMusl() : [])],
      assumptions: this.assumptions(base),
      packages: isOther ? [] : this.packages(base),
      ...this.changes(),
      provides: [
        ...PROGRAMS,
        // Of init-system-helpers, which is essential: https://packages.debian.org/trixie/init-system-helpers
        ...(base.distribution === 'debian' ? ['service'] : []),
        ...gems.names,
        ...(first !== undefined && this.known.start.programs.length === 0 && isBundled(this.subject) ? [first] : []),
      ],
    };
  }

  private obstacles(): string[] {
    const { libraries, programs } = this.needs;
    const { release } = this.subject.base;
    const found: string[] = [];
    if (baseName(this.known.start.words[0] ?? '') === 'passenger') {
      found.push('passenger builds parts of itself when it starts');
    }
    if (typeof libraries === 'string') {
      found.push(`which libraries ${libraries} needs in ${release ?? 'this release'} is not known`);
    }
    const compiler = [...programs, ...programsIn(this.known.code).programs].find((name) =>
      /^(?:gcc|g\+\+|cc|c\+\+|make)$/.test(name),
    );
    if (compiler !== undefined) found.push(`it runs ${compiler}`);
    return found;
  }

  /** Gems are compiled for the C library of the build stage. */
  private onMusl(): string[] {
    const { native, unknown } = this.needs;
    const { missing, isPortable } = this.known.gems;
    if (!isPortable) return ['its Gemfile.lock does not name the platform of Alpine'];
    if (native !== undefined) return [`${native} is compiled for the C library of ${this.subject.ref.text}`];
    if (unknown.length > 0) return [`${unknown[0]!} may be compiled for the C library of ${this.subject.ref.text}`];
    return missing === undefined ? [] : [`whether a gem is compiled is not known without ${missing}`];
  }

  private assumptions(base: FinalImage): string[] {
    const { ref } = this.subject;
    const found = this.known.deeds.flatMap(({ assumption }) => assumption ?? []);
    const { unknown } = this.needs;
    const { missing } = this.known.gems;
    if (this.full) {
      const what = `no library that ${ref.text} has and ${base.ref} lacks`;
      if (unknown.length > 0) found.push(`${listed(unknown)} ${unknown.length > 1 ? 'need' : 'needs'} ${what}`);
      if (missing !== undefined) found.push(`its gems need ${what} (${missing} is not known)`);
      const { unnamed } = programsIn(this.known.code);
      if (unnamed !== undefined) found.push(`${base.ref} has the programs that ${unnamed} runs`);
      if (!this.known.files) found.push(`it runs no program that ${base.ref} lacks`);
    }
    return [...new Set(found)];
  }

  /** Libraries and programs that the full image has and the slim one lacks. */
  private packages(base: FinalImage): string[] {
    if (!this.full || base.packageManager !== 'apt') return [];
    const { libraries, programs } = this.needs;
    const called = [...programs, ...programsIn(this.known.code).programs];
    return [...(typeof libraries === 'string' ? [] : libraries), ...fullImagePackages(called)];
  }

  /** What the build leaves out or removes. */
  private changes(): Pick<Candidate, 'env' | 'buildLines' | 'lines'> {
    const { code, settings, ships, bundling } = this.known;
    const roots = ships.map(({ from }) => from);
    const modules = nodeModules(this.subject, roots, new Map([...code, ...settings]));
    const buildLines: BuildLine[] = modules.map((path) => ({
      before: undefined,
      text: `RUN rm -rf ${path}`,
    }));
    const lines = removalLines(this.subject, roots).map((text) => `RUN ${text}`);
    const run = bundling.installs[0]?.run;
    if (this.dropped.length === 0 || !run) return { buildLines, lines };
    // Bundler takes the groups to leave out from it, when it installs and when it runs.
    const value = this.dropped.join(':');
    buildLines.unshift({ before: run, text: `ENV BUNDLE_WITHOUT=${value}` });
    return { env: { BUNDLE_WITHOUT: value }, buildLines, lines };
  }
}

const isBundled = ({ start }: Subject): boolean =>
  start.main.some((word, i) => word === 'exec' && /^bundler?$/.test(baseName(start.main[i - 1] ?? '')));

const listed = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} other gems` : names.join(', ');
