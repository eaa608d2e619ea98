import { commandText, phpBases, type FinalImage } from '../../../../src/kit.ts';
import { packageRole } from '../../runtime-packages.ts';
import type { ContextFile } from '../brought.ts';
import { effectsOf } from '../effects.ts';
import { managerOf } from '../links.ts';
import { purgedAgain } from '../purged.ts';
import { isNeverRead, textsOf } from '../sources.ts';
import type {
  BuildLine,
  Candidate,
  Ecosystem,
  NoPlan,
  Plan,
  Shipment,
  Step,
  Subject,
} from '../types.ts';
import { isWorth, weightOf } from '../weights.ts';
import {
  applicationOf,
  nodeModules,
  packageLists,
  removalLines,
  staysInside,
  touchedBy,
} from './interpreted.ts';
import {
  callsOf,
  isForMountedSources,
  mountedOver,
  programsIn,
  sourcesOf,
} from './interpreted-sources.ts';
import { packagePrograms, withoutDevelopment } from './php-packages.ts';
import { composerCall, composerVerb, phpDeeds, type PhpDeed } from './php-steps.ts';
import { phpStart } from './php-start.ts';

const BUILDS =
  /\bcomposer(?:\.phar)?\s+(?:[\w-]+\s+)*(?:install|update|require|create-project)\b|\bdocker-php-ext-\w+|\bpecl\s+install\b/;

/** Applications on the official image of PHP. */
export const php: Ecosystem = {
  id: 'php',
  builds: (stage) =>
    stage.instructions.some(({ keyword, args }) => keyword === 'RUN' && BUILDS.test(args.text)),
  applies: ({ base, steps, brought }) =>
    (base.repository === 'php' &&
      (steps.length > 0 || brought.some(({ copy }) => copy.flag('from') === undefined))) ||
    (!/^(?:node|python|golang|rust|ruby|maven|gradle|openjdk|eclipse-temurin)$/.test(
      base.repository,
    ) &&
      steps.some(
        (step) =>
          /^(?:install|update|require)$/.test(composerVerb(step)?.verb ?? '') || isPhpPackage(step),
      )),
  plan: (subject) => new Planner(subject).plan(),
};

/** PHP comes from the distribution. */
const isPhpPackage = (step: Step): boolean =>
  effectsOf(step).some(
    (effect) =>
      effect.kind === 'packages' &&
      effect.names?.some((name) =>
        /^php\d*(?:\.\d+)?(?:-(?:cli|fpm|cgi))?(?:[=@~].*)?$/.test(name),
      ) === true,
  );

/** Where the image keeps settings that steps change. */
const SETTINGS = [
  '/usr/local/etc/php',
  '/usr/local/etc/php-fpm.d',
  '/usr/local/etc/php-fpm.conf',
  '/etc/apache2',
];

/** Parts of a project that do not run with it. */
export const isForeign = (path: string): boolean =>
  /(?:^|\/)(?:tests?|Tests?|spec|node_modules|vendor)\/|(?:^|\/)\.php-cs-fixer|(?:^|\/)(?:rector|phpstan|psalm|ecs)\.(?:php|neon|xml)/.test(
    path,
  );

export const isCode = (path: string): boolean =>
  /\.(?:php|phtml|inc|twig|module|install|tpl)$|(?:^|\/)(?:artisan|console)$/.test(path);

const isSetting = (path: string): boolean =>
  /\.(?:ya?ml|conf|cfg|ini|toml|env|sh|bash|neon|htaccess)$|(?:^|\/)(?:Procfile|crontab|\.env[^/]*|\.htaccess|[^/.]+)$/.test(
    path,
  );

class Planner {
  private readonly subject: Subject;
  private readonly files: readonly ContextFile[] | undefined;
  private readonly code: ReadonlyMap<string, string>;
  private readonly settings: ReadonlyMap<string, string>;
  private readonly mentions: Plan['mentions'];

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
    const packages = packagePrograms(subject, this.files);
    this.mentions = callsOf(subject, {
      files: this.files,
      code: this.code,
      settings: this.settings,
      called: packages.called,
      allKnown: packages.allKnown,
    });
  }

  plan(): Plan | NoPlan {
    const { subject, files } = this;
    const { base, ref } = subject;
    if (base.repository !== 'php') {
      return {
        reason: 'no-base',
        detail: `PHP is a package of ${base.distribution ?? 'the distribution'} here`,
      };
    }
    if (isForMountedSources(subject)) {
      return {
        reason: 'development',
        detail: `the application is mounted over ${mountedOver(subject)!}`,
      };
    }
    const trouble = phpStart(subject);
    if (trouble) return trouble;
    const deeds = phpDeeds(subject, files);
    if ('reason' in deeds) return deeds;
    const ships = this.ships(deeds);
    if ('reason' in ships) return ships;
    const weight = this.weight();
    const bases = phpBases(ref, base).filter(
      (one) => one.ref !== ref.text || isWorth(weight, base),
    );
    const candidates = bases.map((one) => this.on(one, deeds, ships));
    const isHopeless = candidates.every(
      ({ base: { ref: other }, obstacles }) => other !== ref.text && obstacles.length > 0,
    );
    if (isHopeless) {
      return {
        reason: 'no-gain',
        detail: `${ref.text} has no smaller variant that would do, and what the file installs for the build takes little`,
      };
    }
    const roots = [...ships.map(({ from }) => from), ...SETTINGS];
    const local = subject.steps.filter((step) => staysInside(step, roots));
    return {
      what: 'PHP application',
      candidates,
      accounted: new Set([...deeds.map(({ step }) => step), ...local]),
      mentions: this.mentions,
      buildVariables: packageLists(subject),
      leaves: [],
    };
  }

  /** The application, extensions that are built, and settings that are changed. */
  private ships(deeds: readonly PhpDeed[]): readonly Shipment[] | NoPlan {
    const { subject } = this;
    const directories = new Set<string>();
    for (const { step, kind } of deeds) {
      if (kind !== 'application') continue;
      const directory = composerCall(step) ? composerVerb(step)!.directory : step.directory;
      if (directory === undefined) {
        return { reason: 'output', detail: `where line ${step.run.given.line} runs is not known` };
      }
      directories.add(directory);
    }
    const application = applicationOf(subject, [...directories]);
    if ('reason' in application) return application;
    const has = (kind: PhpDeed['kind']): boolean => deeds.some((deed) => deed.kind === kind);
    const settings = SETTINGS.filter(
      (path) =>
        touchedBy(subject, path) ||
        (path === '/usr/local/etc/php' && has('extension')) ||
        (path === '/etc/apache2' && has('apache')),
    );
    const extensions = has('extension') ? ['/usr/local/lib/php/extensions'] : [];
    const made = [...extensions, ...settings].map((from) => ({
      from,
      made: true,
      file: from.endsWith('.conf'),
    }));
    return [...made, ...application];
  }

  /** About how many MB of packages are for the build alone. */
  private weight(): number {
    const { subject } = this;
    const gone = purgedAgain(subject);
    const names = subject.steps
      .flatMap((step) => effectsOf(step))
      .flatMap((effect) => (effect.kind === 'packages' ? (effect.names ?? []) : []))
      .map((name) => name.replace(/[=:<>~@].*$/, ''));
    const left = names.filter((name) => {
      const role = packageRole(managerOf(subject), name, subject.base.release);
      if (gone.has(name)) return false;
      if (role.role !== 'tool') return /^(?:build|library|convenience)$/.test(role.role);
      return role.programs.every((program) => {
        const mentioned = this.mentions(program);
        return mentioned.known && !mentioned.value;
      });
    });
    return weightOf(left, subject.base);
  }

  private on(base: FinalImage, deeds: readonly PhpDeed[], ships: readonly Shipment[]): Candidate {
    const { subject } = this;
    const isSame = base.ref === subject.ref.text;
    const roots = ships.map(({ from }) => from);
    const texts = new Map([...this.code, ...this.settings]);
    const lines: BuildLine[] = nodeModules(subject, roots, texts).map((path) => ({
      before: undefined,
      text: `RUN rm -rf ${path}`,
    }));
    const rewrite = withoutDevelopment(subject, this.files, this.code);
    return {
      base,
      ships,
      obstacles: isSame ? [] : this.onMusl(deeds),
      assumptions: isSame ? [] : this.assumed(deeds),
      lines: this.again(deeds, roots),
      buildLines: lines,
      rewrites: rewrite ? [rewrite] : [],
      replaces: base.distribution === 'debian' ? OF_IMAGE : OF_ALPINE,
      provides: [...PROGRAMS, ...(isSame ? this.ofImage() : [])],
    };
  }

  /** What the build switches off or removes, which the base image has switched on. */
  private again(deeds: readonly PhpDeed[], roots: readonly string[]): string[] {
    const off = deeds.flatMap(({ step }) =>
      step.program.startsWith('a2dis') && step.command ? [commandText(step.command)] : [],
    );
    const outside = roots.filter((root) => !SETTINGS.includes(root));
    return [...off, ...removalLines(this.subject, outside)].map((text) => `RUN ${text}`);
  }

  /** Programs of the image that the file calls, as far as no package of the file brings them. */
  private ofImage(): string[] {
    const names = this.subject.start.programs;
    return names.filter(
      (name) => !/^(?:make|gcc|g\+\+|cmake|autoconf|git|unzip|node|npm|yarn)$/.test(name),
    );
  }

  private onMusl(deeds: readonly PhpDeed[]): string[] {
    const { subject } = this;
    const extension = deeds.find(({ kind }) => kind === 'extension');
    if (extension) {
      return [
        `line ${extension.step.run.given.line} builds extensions for the C library of ${subject.ref.text}`,
      ];
    }
    const foreign = subject.brought.find(
      ({ source, origin, path }) =>
        source === undefined && !(origin ?? path ?? '').includes('composer'),
    );
    if (foreign) return [`what line ${foreign.copy.given.line} copies may be built for glibc`];
    const volume = subject.stage.instructions.find(({ keyword }) => keyword === 'VOLUME');
    if (volume)
      return [
        'www-data has another number there, and its files in the volume belong to that number',
      ];
    const { programs, unnamed } = programsIn(this.code);
    if (programs.size > 0 || unnamed !== undefined)
      return [`it runs programs, which differ in Alpine`];
    const strict = [...this.code].find(([, text]) => GLIBC.test(text));
    return strict ? [`${strict[0]} uses what musl lacks or does otherwise`] : [];
  }

  private assumed(deeds: readonly PhpDeed[]): string[] {
    const what = 'what musl lacks, such as GLOB_BRACE or the locales of glibc';
    if (!this.files || this.code.size === 0) return [`it needs nothing of ${what}`];
    const hasPackages =
      deeds.some(({ step }) => composerCall(step)) ||
      this.files.some(({ source }) => /(?:^|\/)vendor\//.test(source));
    return hasPackages ? [`its packages need nothing of ${what}`] : [];
  }
}

/** Programs of every variant, or of the one that the file stands on. */
const PROGRAMS =
  'php php-fpm php-config phpize docker-php-entrypoint apache2-foreground apache2 apache2ctl apachectl curl xz'.split(
    ' ',
  );

/** Packages of the image. https://github.com/docker-library/php/blob/master/Dockerfile-linux.template, read 2026-11-25. */
const OF_IMAGE =
  'autoconf build-essential ca-certificates curl dpkg-dev file g++ gcc libc-dev libc6-dev make pkg-config re2c xz-utils'.split(
    ' ',
  );
const OF_ALPINE = 'ca-certificates curl openssl tar xz'.split(' ');

/**
 * What musl lacks or does otherwise. Transliteration:
 * https://github.com/docker-library/php/issues/1495, read 2026-11-25; locales are those of the C
 * library, and GLOB_BRACE is there only where the C library has it.
 */
const GLIBC = /\bGLOB_BRACE\b|\/\/(?:TRANSLIT|IGNORE)|\bsetlocale\s*\(|\bstrftime\s*\(|\bFFI::/;
