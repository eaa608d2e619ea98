import type { FinalImage } from '../../../../src/kit.ts';
import { baseName } from '../../prefix.ts';
import type { ContextFile } from '../brought.ts';
import type { BuildLine, Candidate, Shipment, Subject } from '../types.ts';
import type { Bundling } from './bundler.ts';
import { nodeModules, removalLines } from './interpreted.ts';
import { programsIn } from './interpreted-sources.ts';
import { droppedGroups } from './ruby-groups.ts';
import { GemNeeds, type Gems } from './ruby-gems.ts';
import { fullImagePackages } from './ruby-programs.ts';
import type { RubyStart } from './ruby-start.ts';
import type { RubyDeed } from './ruby-steps.ts';

/** Programs of Ruby, and of gems that start applications. Where they are not there, they were not before either. */
const PROGRAMS =
  'ruby bundle bundler gem irb erb rake rdoc ri rackup rails puma pumactl thin unicorn unicorn_rails sidekiq sidekiqmon resque foreman falcon iodine pitchfork agoo itsi rage hanami padrino clockworkd clockwork shoryuken karafka racecar rainbows jekyll middleman delayed_job lita ruboty rerun whenever functions-framework-ruby good_job sneakers'.split(
    ' ',
  );

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
export class RubyCandidates {
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
      packages: isOther ? [] : this.packages(),
      ...this.changes(),
      provides: [
        ...PROGRAMS,
        // Of init-system-helpers, which is essential: https://packages.debian.org/trixie/init-system-helpers
        ...(base.distribution === 'debian' ? ['service'] : []),
        ...gems.names,
        ...(first !== undefined && this.known.start.programs.length === 0 && isBundled(this.subject)
          ? [first]
          : []),
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
    const packages = this.full ? this.packages() : [];
    if (packages.length > 0 && isArchived(this.subject)) {
      found.push(
        `${packages[0]!} is to be installed, and the packages of ${release!} are in an archive`,
      );
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
    if (native !== undefined)
      return [`${native} is compiled for the C library of ${this.subject.ref.text}`];
    if (unknown.length > 0)
      return [`${unknown[0]!} may be compiled for the C library of ${this.subject.ref.text}`];
    return missing === undefined
      ? []
      : [`whether a gem is compiled is not known without ${missing}`];
  }

  private assumptions(base: FinalImage): string[] {
    const { ref } = this.subject;
    const found = this.known.deeds.flatMap(({ assumption }) => assumption ?? []);
    const { unknown } = this.needs;
    const { missing } = this.known.gems;
    if (this.full) {
      const what = `no library that ${ref.text} has and ${base.ref} lacks`;
      if (unknown.length > 0)
        found.push(`${listed(unknown)} ${unknown.length > 1 ? 'need' : 'needs'} ${what}`);
      if (missing !== undefined) found.push(`its gems need ${what} (${missing} is not known)`);
      const { unnamed } = programsIn(this.known.code);
      if (unnamed !== undefined) found.push(`${base.ref} has the programs that ${unnamed} runs`);
      if (!this.known.files) found.push(`it runs no program that ${base.ref} lacks`);
    }
    return [...new Set(found)];
  }

  /** Libraries and programs that the full image has and the slim one lacks. */
  private packages(): string[] {
    if (!this.full) return [];
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

/**
 * Releases whose packages deb.debian.org has no more, so that a file which installs nothing yet
 * cannot begin to. See https://www.debian.org/distrib/archive.
 */
const isArchived = ({ base, steps }: Subject): boolean =>
  /^(?:wheezy|jessie|stretch|buster)$/.test(base.release ?? '') &&
  !steps.some(({ program, args }) => /^apt(?:-get)?$/.test(program) && args.includes('install'));

const isBundled = ({ start }: Subject): boolean =>
  start.main.some(
    (word, i) => word === 'exec' && /^bundler?$/.test(baseName(start.main[i - 1] ?? '')),
  );

const listed = (names: readonly string[]): string =>
  names.length > 3
    ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} other gems`
    : names.join(', ');
