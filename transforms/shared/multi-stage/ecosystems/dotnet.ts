import { valueOf } from '../../../../src/kit.ts';
import { baseName } from '../../prefix.ts';
import { isInside } from '../aftermath.ts';
import type { ContextFile } from '../brought.ts';
import { effectsOf } from '../effects.ts';
import { followOutputs } from '../outputs.ts';
import { fewestPaths, filesOf, mentionsIn } from '../sources.ts';
import { pathFrom, stepsOf } from '../steps.ts';
import type { Candidate, Ecosystem, NoPlan, Plan, Shipment, Step, Subject } from '../types.ts';
import {
  isTrue,
  needsAspNet,
  propertyOf,
  readProjects,
  withReferences,
  type Project,
} from './dotnet-projects.ts';
import { DotnetFit, dotnetFinals } from './dotnet-bases.ts';
import {
  developmentCommand,
  directoryOfPath,
  isDefaultOutput,
  isDotnetBuild,
  publishes,
  startedAssembly,
  type Publish,
} from './dotnet-publish.ts';
import {
  dotnetAssets,
  isDotnetSource,
  readDotnetSources,
  type DotnetSources,
} from './dotnet-sources.ts';
import { startWords } from './java-command.ts';
import { copiedFromStage, filesOfAllStages } from './other-stages.ts';
import { startWithout } from './plain-start.ts';
import { readXml, type XmlElement } from './xml.ts';

/** Programs built by `dotnet publish`. */
export const dotnet: Ecosystem = {
  id: 'dotnet',
  builds: (stage) =>
    stage.instructions.some(
      ({ keyword, args }) => keyword === 'RUN' && /\bdotnet (?:publish|build)\b/.test(args.text),
    ),
  applies: (subject) =>
    /^mcr\.microsoft\.com\/dotnet\/(?:core\/)?sdk$/.test(subject.base.repository) ||
    subject.steps.some(({ program, args }) => program === 'dotnet' && args[0] === 'publish'),
  plan: (subject) => new Planner(subject).plan(),
};

/** What starts, and the directory that holds it. */
interface Started {
  readonly directory: string;
  readonly publish: Publish;
  /** The name of the assembly. */
  readonly assembly: string;
  /** A program of its own that finds its run time, or has it inside. */
  readonly host: boolean;
}

class Planner {
  private readonly subject: Subject;
  /** Of the context: in this stage, and in all. */
  private readonly files: readonly ContextFile[] | undefined;
  private readonly sources: DotnetSources | undefined;
  private readonly projects: readonly Project[];
  /** `Directory.Build.props` and the like. */
  private readonly shared: readonly XmlElement[];

  constructor(subject: Subject) {
    this.subject = subject;
    this.files = valueOf(filesOf(subject));
    const all = valueOf(filesOfAllStages(subject));
    const read = (source: string): string | undefined => valueOf(subject.context.readText(source));
    this.sources = all && readDotnetSources(subject, all);
    this.projects = readProjects(all ?? [], read);
    this.shared = (all ?? [])
      .filter(({ source }) => /(?:^|\/)Directory\.[\w.]+\.props$/.test(source))
      .flatMap(({ source }) => readXml(read(source) ?? '') ?? []);
  }

  plan(): Plan | NoPlan {
    const { subject } = this;
    const { start } = subject;
    const words = startWords(subject);
    const development = developmentCommand(
      words,
      start.scripts.map(({ text }) => text),
    );
    if (development !== undefined) return { reason: 'development', detail: development };
    if (start.trouble !== undefined) return { reason: 'start', detail: start.trouble };
    if (words.length === 0) return { reason: 'start', detail: 'there is no ENTRYPOINT or CMD' };
    const accounted = new Set(subject.steps.filter((step) => this.isOwn(step)));
    const started = this.started(words, accounted);
    if ('reason' in started) return started;
    const project = this.projectOf(started);
    if (project && 'reason' in project) return project;
    return this.planOf(started, project, accounted, words);
  }

  private planOf(
    started: Started,
    project: Project | undefined,
    accounted: ReadonlySet<Step>,
    words: readonly string[],
  ): Plan | NoPlan {
    const { subject } = this;
    const used = project ? withReferences(project, this.projects) : [];
    const family = this.family(started, project, used);
    const bases = dotnetFinals(subject, family);
    if (bases.length === 0) {
      const detail = `no run time of the version of ${subject.ref.text} is known`;
      return { reason: 'no-base', detail };
    }
    const { ships, assumptions } = this.ships(started);
    const common = { ships, provides: ['dotnet', words[0]!] };
    const fit = new DotnetFit(subject, this.sources, project, used, this.shared);
    return {
      what: '.NET application',
      candidates: bases.map((base): Candidate => {
        const beginning = startWithout(subject, base);
        return {
          ...common,
          base,
          obstacles: fit.obstacles(base, started.host),
          assumptions: [...assumptions, ...fit.assumptions(base)],
          ...(beginning ? { start: beginning } : {}),
          env: fit.environment(base, family),
        };
      }),
      accounted,
      runs: this.sources?.programs ?? [],
      mentions: this.sources?.mentions ?? mentionsIn(undefined),
      buildVariables: ['NUGET_PACKAGES', 'DOTNET_CLI_TELEMETRY_OPTOUT', 'DOTNET_NOLOGO'],
      leaves: ['the .NET SDK'],
    };
  }

  private isOwn(step: Step): boolean {
    if (isDotnetBuild(step)) return true;
    const effects = effectsOf(step);
    return (
      effects.some(({ kind }) => kind === 'makes') &&
      effects.every(
        (effect) =>
          effect.kind === 'none' ||
          (effect.kind === 'makes' && effect.paths.every((path) => isDotnetSource(path.slice(1)))),
      )
    );
  }

  /** The published program that the start command names. */
  private started(words: readonly string[], accounted: Set<Step>): Started | NoPlan {
    const { subject } = this;
    const assembly = startedAssembly(words);
    const [program = ''] = words;
    const named = assembly ?? (program.includes('/') ? program : undefined);
    const path = pathFrom(valueOf(subject.workdir), named);
    if (path === undefined) {
      const detail = `${words.slice(0, 2).join(' ')} does not tell which program it starts`;
      return { reason: 'start', detail };
    }
    const directory = directoryOfPath(path);
    const all = publishes(subject.steps);
    const made = all.flatMap((one) =>
      one.output === undefined ? [] : [{ path: one.output, step: one.step }],
    );
    const output = followOutputs(subject, made, accounted).findLast(
      (one) => one.path === directory,
    );
    const publish = output
      ? all.find(({ step }) => step === output.step)
      : all.findLast((one) => isDefaultOutput(one, directory));
    if (!publish) return this.copied(path, assembly) ?? this.notPublished(path, all);
    const host = assembly === undefined;
    return { directory, publish, assembly: baseName(path).replace(/\.dll$/, ''), host };
  }

  /** Another stage publishes it. */
  private copied(path: string, assembly: string | undefined): Started | undefined {
    const from = copiedFromStage(this.subject, path);
    if (!from) return undefined;
    const directory = directoryOfPath(from.path);
    const publish = publishes(stepsOf(from.stage).steps).findLast(
      (one) => one.output === directory || isDefaultOutput(one, directory),
    );
    return (
      publish && {
        directory: directoryOfPath(path),
        publish,
        assembly: baseName(path).replace(/\.dll$/, ''),
        host: assembly === undefined,
      }
    );
  }

  private notPublished(path: string, all: readonly Publish[]): NoPlan {
    if (all.length > 0)
      return { reason: 'output', detail: `no dotnet publish is seen to make ${path}` };
    const built = this.subject.steps.some(
      ({ program, args }) => program === 'dotnet' && args[0] === 'build',
    );
    if (!built) return { reason: 'no-build', detail: 'no dotnet publish' };
    return {
      reason: 'output',
      detail: `dotnet build makes ${path}, which may need packages and files that only dotnet publish puts beside it`,
    };
  }

  /** The project that makes the assembly; undefined: the context does not tell. */
  private projectOf({ assembly, publish }: Started): Project | NoPlan | undefined {
    const isNamed = this.shared.some((root) => propertyOf(root, 'AssemblyName') !== undefined);
    const known = this.projects.filter((one) => one.assembly !== undefined);
    const found = known.find((one) => one.assembly === assembly);
    if (found || this.projects.length === 0 || isNamed || known.length < this.projects.length) {
      return found;
    }
    if (publish.properties.has('assemblyname')) return undefined;
    const made = known
      .map((one) => `${one.assembly}.dll`)
      .slice(0, 3)
      .join(', ');
    return { reason: 'output', detail: `${assembly} is started, and the projects make ${made}` };
  }

  private family(
    { host, publish }: Started,
    project: Project | undefined,
    used: readonly Project[],
  ): 'aspnet' | 'runtime' | 'runtime-deps' {
    const has = (name: string): boolean =>
      publish.properties.get(name.toLowerCase())?.toLowerCase() === 'true' ||
      (project !== undefined && isTrue(project, this.shared, name));
    if (host && (publish.selfContained === true || has('SelfContained') || has('PublishAot'))) {
      return 'runtime-deps';
    }
    return used.length === 0 || needsAspNet(used) ? 'aspnet' : 'runtime';
  }

  private ships({ directory }: Started): { ships: Shipment[]; assumptions: string[] } {
    const made = this.subject.steps.some(isDotnetBuild);
    const ships: Shipment[] = [{ from: directory, made }];
    const { files, sources } = this;
    if (!files || !sources) {
      const root = valueOf(this.subject.workdir);
      const assumption =
        root === directory
          ? 'it reads no other file of its source when it runs'
          : `it reads no appsettings.json, wwwroot or other file in ${root ?? 'its working directory'}`;
      return { ships, assumptions: [assumption] };
    }
    const assets = dotnetAssets(this.subject, files, sources).filter(
      ({ path }) => !isInside(path, directory),
    );
    for (const { path, file } of fewestPaths(assets, files)) {
      ships.push({ from: path, made: false, file });
    }
    return { ships, assumptions: [] };
  }
}
