import {
  isForMountedSources,
  mountedOver,
  sourcesOf,
} from '../../../multi-stage/ecosystems/interpreted-sources.ts';
import { isTest } from '../../../multi-stage/ecosystems/python-code.ts';
import { pythonStart } from '../../../multi-stage/ecosystems/python-start.ts';
import { toolWords } from '../../../multi-stage/ecosystems/python-pip.ts';
import { toolsOf } from '../../../dependency-tools.ts';
import { healthcheckOf } from '../../../multi-stage/requirements.ts';
import { textsOf } from '../../../multi-stage/sources.ts';
import type { Step, Subject } from '../../../multi-stage/types.ts';
import { baseName } from '../../../prefix.ts';
import type { Visit } from '../../../visit.ts';
import type { Obstacle } from '../types.ts';
import type { Files } from './files.ts';
import { hasKnownModules, importsIn, isTool, modulesOf } from './modules.ts';

/** What of a stage needs packages for development, behind the installation. */
export class Uses {
  private readonly subject: Subject;
  private readonly files: Files;
  private readonly lineOf: Visit['lineOf'];

  constructor(subject: Subject, files: Files, lineOf: Visit['lineOf']) {
    this.subject = subject;
    this.files = files;
    this.lineOf = lineOf;
  }

  /** Why they stay, or what is left open. `production` are the packages that stay anyway. */
  judge(
    install: Step,
    dev: readonly string[],
    production: readonly string[],
  ): Obstacle | { readonly doubts: readonly string[] } {
    const programs = new Set(dev.flatMap((name) => programsOf(name)));
    const start = this.atStart(programs);
    if ('reason' in start) return start;
    const obstacle = this.behind(install, programs) ?? this.inCode(dev);
    if (obstacle) return obstacle;
    const unexplained = this.unexplained(dev, production);
    return {
      doubts: [
        ...start.doubts,
        ...(sourcesOf(this.subject) && this.code.size > 0
          ? []
          : ['that all sources of the application are in the context']),
        ...(unexplained === undefined
          ? []
          : [`that ${unexplained}, which the code imports, comes from none of them`]),
      ],
    };
  }

  private atStart(programs: ReadonlySet<string>): Obstacle | { readonly doubts: string[] } {
    const { subject } = this;
    if (isForMountedSources(subject)) {
      const detail = `the application is mounted over ${mountedOver(subject)!}`;
      return { reason: 'start', detail };
    }
    const environment = developmentVariable(subject);
    if (environment !== undefined) return { reason: 'start', detail: environment };
    const start = pythonStart(subject);
    if ('reason' in start && start.reason === 'development') {
      return { reason: 'start', detail: start.detail! };
    }
    const health = healthcheckOf(subject);
    const words = [
      ...subject.start.programs,
      ...subject.start.main,
      ...(subject.start.line ?? []),
      ...(health?.args.text.split(/[\s"[\],]+/) ?? []),
    ];
    const named = words.map((word) => baseName(word ?? '')).find((name) => programs.has(name));
    if (named !== undefined) return { reason: 'start', detail: named };
    if (!('reason' in start)) return { doubts: [] };
    const why = start.detail === undefined ? '' : ` (${start.detail})`;
    return { doubts: [`that what the container starts needs none of them${why}`] };
  }

  private behind(install: Step, programs: ReadonlySet<string>): Obstacle | undefined {
    const { steps } = this.subject;
    const step = steps.slice(steps.indexOf(install) + 1).find((later) => {
      const words = toolWords(later).slice(0, 5);
      return words.some((word) => programs.has(baseName(word)));
    });
    if (!step) return undefined;
    const text = [step.program, ...step.args].join(' ');
    return { reason: 'later', detail: `${brief(text)} (line ${this.lineOf(step.run)})` };
  }

  private inCode(dev: readonly string[]): Obstacle | undefined {
    const modules = new Map(dev.flatMap((name) => modulesOf(name).map((one) => [one, name])));
    for (const text of this.code.values()) {
      const used = importsIn(text).find((name) => modules.has(name.toLowerCase()));
      if (used !== undefined) return { reason: 'code', detail: modules.get(used.toLowerCase())! };
      // INSTALLED_APPS and the like name modules as texts.
      for (const [, name] of text.matchAll(/["'](\w+)(?:\.[\w.]+)?["']/g)) {
        const found = modules.get(name!);
        if (found !== undefined && !isTool(found)) return { reason: 'code', detail: found };
      }
    }
    return undefined;
  }

  /** A module that neither the application nor a package that stays is known to have. */
  private unexplained(dev: readonly string[], production: readonly string[]): string | undefined {
    if (dev.every(hasKnownModules)) return undefined;
    const known = new Set(production.flatMap(modulesOf));
    for (const { source } of this.files.all) {
      for (const part of source.split('/')) known.add(part.replace(/\.py$/, '').toLowerCase());
    }
    return [...this.code.values()]
      .flatMap(importsIn)
      .find((name) => !known.has(name.toLowerCase()));
  }

  private get code(): ReadonlyMap<string, string> {
    return textsOf(
      this.subject.context,
      sourcesOf(this.subject) ?? this.files.all,
      (source) => source.endsWith('.py') && !isTest(source),
    );
  }
}

/** A tool has the program of its name, and what the table knows of it. */
const programsOf = (name: string): string[] => [
  name,
  ...(name === 'pytest' ? ['py.test'] : []),
  ...(toolsOf('pypi', name)?.programs ?? []).filter((program) => isTool(program)),
];

/** `FLASK_ENV=development`, `DJANGO_SETTINGS_MODULE=shop.settings.dev`. */
function developmentVariable({ stage }: Subject): string | undefined {
  const pairs = stage.instructions
    .filter(({ keyword }) => keyword === 'ENV')
    .flatMap((instruction) => instruction.pairs);
  const found = pairs.find(
    ({ name, value = '' }) =>
      /ENV|MODE|STAGE|SETTINGS|CONFIG/.test(name) &&
      /(?:^|[._-])(?:dev|develop|development|test|testing)["']?$/i.test(value),
  );
  return found && `${found.name}=${found.value}`;
}

const brief = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
