import { valueOf } from '../../../../src/kit.ts';
import { baseName } from '../../prefix.ts';
import { isInside } from '../aftermath.ts';
import { assetsOf, configurationOf, type Reading } from '../assets.ts';
import { effectsOf } from '../effects.ts';
import { fetchingFor } from '../fetched.ts';
import { developmentPackages, standsOnBuildpack } from '../links.ts';
import { followOutputs, type Output } from '../outputs.ts';
import { fewestPaths, filesOf, literalsOf, mentionsIn, textsOf } from '../sources.ts';
import { isStarted, namedByStart, programShipment } from '../started.ts';
import { pathFrom } from '../steps.ts';
import type { Ecosystem, NoPlan, Plan, Shipment, Step, Subject } from '../types.ts';
import { CBases } from './c-bases.ts';
import { CBuild } from './c-build.ts';
import { cLinksOf } from './c-links.ts';
import { C_READING, executedByC, isCSource, loadsPlugins } from './c-sources.ts';
import { isCompiler } from './compilers.ts';
import { isMake } from './make-steps.ts';

/** Programs of C and C++, built by a compiler, make, CMake or configure. */
export const c: Ecosystem = {
  id: 'c',
  applies: (subject) =>
    BASES.test(subject.base.repository) &&
    subject.steps.some(isBuildStep) &&
    !subject.steps.some(({ program }) => OTHER_LANGUAGES.test(program)) &&
    !developmentPackages(subject).installed.some((name) => OTHER_COMPILERS.test(name)) &&
    !INTERPRETERS.test(baseName(subject.start.main[0] ?? '')),
  plan: (subject) => new Planner(subject).plan(),
};

const BASES = /^(?:gcc|debian|ubuntu|alpine|buildpack-deps)$/;

const isBuildStep = (step: Step): boolean =>
  isCompiler(step) || isMake(step) || /^(?:cmake|ninja|configure)$/.test(step.program);

const OTHER_LANGUAGES =
  /^(?:crystal|shards|nim|nimble|ghc|cabal|stack|dub|dmd|ldc2|zig|swift|mix|rebar3|opam|dune|dotnet|sbt|lein|raco|fpc|urweb|mlton|valac|gnatmake|gprbuild|v|perl|cpanm|luarocks|phpize|docker-php-ext-install|npm|yarn|pnpm|composer|bundle|gem)$/;

/** Packages of compilers of other languages. */
const OTHER_COMPILERS =
  /^(?:valac|ghc|cabal-install|crystal|nim|ldc|dmd|gdc|gnat(?:-\d+)?|fp-compiler|fpc|ocaml|opam|sbcl|mlton|urweb|erlang|elixir|gfortran|golang|rustc|cargo)$/;

const INTERPRETERS =
  /^(?:python[\d.]*|node|ruby|perl|php[\d.-]*|java|lua\w*|mono|erl|elixir|guile|Rscript|nginx|openresty|supervisord|apache2\w*|bash|sh)$/;

class Planner {
  private readonly subject: Subject;
  private readonly code: ReadonlyMap<string, string> | undefined;
  private readonly build: CBuild;

  constructor(subject: Subject) {
    this.subject = subject;
    const files = valueOf(filesOf(subject));
    this.code = files && textsOf(subject.context, files, isCSource);
    this.build = new CBuild(subject, files);
  }

  plan(): Plan | NoPlan {
    const { subject, build } = this;
    const { start } = subject;
    if (start.trouble !== undefined) return { reason: 'start', detail: start.trouble };
    const [main] = start.main;
    if (main === undefined) return { reason: 'start', detail: 'there is no ENTRYPOINT or CMD' };
    if (isMake({ program: baseName(main) } as Step)) {
      return {
        reason: 'development',
        detail: `${start.main.join(' ')} builds it when the container starts`,
      };
    }
    const accounted = new Set(build.accounted);
    const expanded = { ...subject, steps: build.steps };
    const outputs = followOutputs(expanded, build.made, accounted);
    const fetched = this.fetched();
    for (const step of fetched) accounted.add(step);
    const started = outputs.find(({ path }) => isStarted(subject, path, main));
    if (started) return this.planFor(accounted, outputs, started, fetched[0]);
    return this.untold(accounted, outputs, main);
  }

  /** Steps that bring the sources of what is built. */
  private fetched(): Step[] {
    const directories = this.subject.steps.filter(isBuildStep).map(({ directory }) => directory);
    return fetchingFor(this.subject, directories, this.build.sourceTrees);
  }

  private planFor(
    accounted: ReadonlySet<Step>,
    outputs: readonly Output[],
    started: Output,
    fetched: Step | undefined,
  ): Plan | NoPlan {
    const { build, subject } = this;
    // Libraries that are built of other sources, and what else is done with them.
    const foreign = build.untold.filter(({ kind }) => kind !== 'recipe');
    const word = subject.start.main[0];
    const shared = new Set(build.made.filter(({ isShared }) => isShared).map(({ path }) => path));
    const wanted = outputs.filter(
      ({ path, made }) =>
        path === started.path || shared.has(made) || (path !== made && !isInside(path, '/tmp')),
    );
    const final = unique(
      wanted.map(({ path }) => path),
      started.path,
    );
    const ships: Shipment[] = final.map((path) => programShipment(subject, path, word));
    this.installed(ships);
    const assumptions = this.assets(ships);
    if (fetched)
      assumptions.push(`it reads nothing of what line ${fetched.run.given.line} fetches`);
    const recipe = build.untold.find(({ kind }) => kind === 'recipe');
    if (recipe) assumptions.push(`it reads nothing that a step of the build makes (${recipe.why})`);
    for (const { prefix, directory } of foreign) {
      if (prefix === undefined) continue;
      ships.push({ from: `${prefix}/lib`, made: true });
      assumptions.push(`of what ${directory} installs, it needs only ${prefix}/lib`);
    }
    return this.finish(accounted, ships, final, assumptions, foreign.length > 0);
  }

  /** What is not read off a Makefile: it may be told where the start command names it. */
  private untold(accounted: Set<Step>, outputs: readonly Output[], main: string): Plan | NoPlan {
    const { build, subject } = this;
    const path = main.includes('/') ? pathFrom(valueOf(subject.workdir), main) : undefined;
    const maker = build.untold.findLast(
      ({ directory, prefix }) =>
        (path !== undefined && isInside(path, directory) && directory !== '/') ||
        (prefix !== undefined && (path === undefined || isInside(path, prefix))),
    );
    if (!maker) {
      const made = outputs.map((output) => output.path).slice(0, 3);
      const seen = made.length > 0 ? `; it makes ${made.join(', ')}` : '';
      const why = build.untold[0]?.why;
      return {
        reason: 'output',
        detail: `no step is seen to make ${main}${seen}${why === undefined ? '' : `; ${why}`}`,
      };
    }
    const { prefix } = maker;
    const inPrefix = prefix !== undefined && (path === undefined || isInside(path, prefix));
    if (inPrefix && (/^\/(?:usr)?$/.test(prefix) || subject.base.repository === 'gcc')) {
      return { reason: 'output', detail: `${maker.why}, and it installs into ${prefix}` };
    }
    const ships: Shipment[] = inPrefix
      ? [{ from: prefix, made: true }]
      : [{ from: path!, made: true, file: true }];
    const assumption = inPrefix
      ? `what it installs lies below ${prefix}`
      : `${main} is made in ${maker.directory} and reads no other file there (${maker.why})`;
    const program = path ?? main;
    return this.finish(accounted, ships, [program], [assumption, ...this.assets(ships)], true);
  }

  private finish(
    accounted: ReadonlySet<Step>,
    ships: readonly Shipment[],
    programs: readonly string[],
    assumptions: readonly string[],
    isForeign: boolean,
  ): Plan | NoPlan {
    const { build, subject } = this;
    const names = this.namesLinked();
    const links = cLinksOf(subject, {
      names: isForeign ? [...names, undefined] : names,
      own: build.own,
      isCpp: build.isCpp || isForeign,
      flags: build.flags,
      lenient: build.usesCMake || build.untold.some(({ prefix }) => prefix !== undefined),
    });
    const { programs: runs } = executedByC(this.code);
    const [word] = subject.start.main;
    const provides = [
      ...programs,
      ...programs.map(baseName),
      ...(word === undefined ? [] : [word]),
    ];
    const bases = new CBases(subject, build, this.code, {
      links,
      ships,
      provides,
      assumptions: [...assumptions, ...links.assumptions, ...this.assumed(isForeign)],
    });
    return {
      what: build.isCpp ? 'C++ program' : 'C program',
      candidates: bases.candidates(),
      accounted,
      runs,
      mentions: mentionsIn(literalsOf(this.code)),
      buildVariables: [
        'CC',
        'CXX',
        'AR',
        'RANLIB',
        'LD',
        'CPPFLAGS',
        'CPLUS_INCLUDE_PATH',
        'C_INCLUDE_PATH',
        'PKG_CONFIG_PATH',
        'LIBRARY_PATH',
        'GCC_VERSION',
      ],
      leaves: /^(?:gcc|buildpack-deps)$/.test(subject.base.repository)
        ? ['compilers and headers']
        : [],
    };
  }

  private assumed(isForeign: boolean): string[] {
    const found: string[] = [];
    if (loadsPlugins(this.code)) found.push('it loads no library that it is not linked to');
    if (isForeign && standsOnBuildpack(this.subject)) {
      found.push('it is linked to no library of the base image');
    }
    return found;
  }

  private namesLinked(): (string | undefined)[] {
    return [...new Set(this.build.libraries)];
  }

  /** Adds what the install rules put outside of the build tree. */
  private installed(ships: Shipment[]): void {
    const { build, subject } = this;
    ships.push(...build.installed);
    const own = build.steps.filter(
      (step) => !subject.steps.includes(step) && !build.accounted.has(step),
    );
    for (const step of own) {
      for (const effect of effectsOf(step)) {
        if (effect.kind !== 'makes' && effect.kind !== 'directories') continue;
        for (const path of effect.paths) {
          const inTree = step.directory !== undefined && isInside(path, step.directory);
          const isFixed =
            /^\/(?:usr\/(?:local\/)?)?(?:s?bin|lib|include|share|etc)?$|\/(?:include|man|pkgconfig|doc)(?:\/|$)|^\/(?:etc|var|opt|usr\/local)$/.test(
              path,
            );
          if (inTree || isFixed || ships.some(({ from }) => isInside(path, from))) continue;
          const isTree = step.args.some((arg) => /^-\w*[raR]/.test(arg));
          ships.push({ from: path, made: true, file: effect.kind === 'makes' && !isTree });
        }
      }
    }
  }

  /** Adds the files of the context that it reads; what is assumed where its sources are not known. */
  private assets(ships: Shipment[]): string[] {
    const files = filesOf(this.subject);
    if (!files.known || !this.code || this.code.size === 0) {
      if (!files.known) ships.push(...namedByStart(this.subject));
      return ['it reads no other file of its source when it runs'];
    }
    const reading: Reading = { ...C_READING, always: configurationOf(ships[0]!.from) };
    const found = assetsOf(this.subject, files.value, this.code, reading);
    for (const { path, file } of fewestPaths(found, files.value)) {
      ships.push({ from: path, made: false, file });
    }
    return [];
  }
}

const unique = (paths: readonly string[], first: string): string[] => [
  ...new Set([first, ...paths]),
];
