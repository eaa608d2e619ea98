import { rubyBases } from '../../../../src/kit.ts';
import type { ContextFile } from '../brought.ts';
import { isNeverRead, textsOf } from '../sources.ts';
import { pathFrom } from '../steps.ts';
import type { Ecosystem, NoPlan, Plan, Shipment, Step, Subject } from '../types.ts';
import { bundleCall, bundlingOf } from './bundler.ts';
import { applicationOf, packageLists, staysInside } from './interpreted.ts';
import { callsOf, isForMountedSources, mountedOver, sourcesOf } from './interpreted-sources.ts';
import { RubyCandidates } from './ruby-candidates.ts';
import { gemsOf } from './ruby-gems.ts';
import { rubyStart } from './ruby-start.ts';
import { rubyDeed, type RubyDeed } from './ruby-steps.ts';

const INSTALLS = /\bbundle(?:r)?\s+(?:install|update)\b|\bgem\s+install\b/;

/** Applications whose gems Bundler or RubyGems installs. */
export const ruby: Ecosystem = {
  id: 'ruby',
  builds: (stage) =>
    stage.instructions.some(({ keyword, args }) => keyword === 'RUN' && INSTALLS.test(args.text)),
  applies: ({ base, steps }) =>
    base.repository === 'ruby' ||
    (!/^(?:node|python|golang|rust|php|maven|gradle|openjdk|eclipse-temurin)$/.test(
      base.repository,
    ) &&
      steps.some((step) => /^(?:install|update)$/.test(bundleCall(step)?.verb ?? ''))),
  plan: (subject) => new Planner(subject).plan(),
};

/** Parts of a project that do not run with it. */
export const isForeign = (path: string): boolean =>
  /(?:^|\/)(?:spec|test|tests|features|node_modules)\/|(?:^|\/)(?:Rakefile|Guardfile|Capfile|bin\/(?:setup|update|dev|bundle|spring|yarn|webpack\S*))$|(?:^|\/)lib\/tasks\//.test(
    path,
  );

export const isCode = (path: string): boolean =>
  /\.(?:rb|gemspec|erb|ru|rake|haml|slim|builder|jbuilder)$|(?:^|\/)bin\/[^/.]+$/.test(path);

const isSetting = (path: string): boolean =>
  /\.(?:ya?ml|conf|cfg|ini|toml|env|sh|bash|service)$|(?:^|\/)(?:Procfile[^/]*|crontab|[^/.]+)$/.test(
    path,
  );

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
    if (subject.base.repository !== 'ruby')
      return { reason: 'no-base', detail: whyNoBase(subject) };
    if (isForMountedSources(subject)) {
      return {
        reason: 'development',
        detail: `the application is mounted over ${mountedOver(subject)!}`,
      };
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
    const of = new RubyCandidates(subject, {
      start,
      bundling,
      deeds,
      gems,
      ships,
      code,
      settings,
      files,
    });
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
  writes.length === 1 &&
  command?.redirects.some(({ target }) => /gemrc["']?$/.test(target?.text ?? '')) === true;

/** The directories of the application in which the build runs. */
function builtIn(deeds: readonly RubyDeed[]): readonly string[] | NoPlan {
  const found = new Set<string>();
  for (const { step, inApplication } of deeds) {
    if (!inApplication) continue;
    const option = bundleCall(step)?.args.find((arg) => arg.startsWith('--gemfile='));
    const path =
      option === undefined
        ? step.directory
        : pathFrom(
            step.directory,
            option.slice('--gemfile='.length).replace(/\/?[^/]*$/, '') || '.',
          );
    if (path === undefined) {
      return { reason: 'output', detail: `where line ${step.run.given.line} runs is not known` };
    }
    found.add(path);
  }
  return [...found];
}
