import { valueOf, type Fact } from '../../../../src/kit.ts';
import { baseName } from '../../prefix.ts';
import type { ContextFile } from '../brought.ts';
import { fewestPaths, filesOf, mentionsIn } from '../sources.ts';
import type { Candidate, Ecosystem, NoPlan, Plan, Shipment, Step, Subject } from '../types.ts';
import {
  isJdkImage,
  javaBases,
  jrePackage,
  replacedPackages,
  type JavaBase,
} from './java-bases.ts';
import {
  buildRoots,
  isBuildTool,
  isJvmBuild,
  isOutput,
  ownSteps,
  toolNames,
} from './java-builds.ts';
import { startWords } from './java-command.ts';
import { readLaunch, type Launch } from './java-launch.ts';
import { linkedCandidates } from './java-jlink.ts';
import { libraryNeeds, type BuildLibraries } from './java-libraries.ts';
import { librariesOfPom, type ReadFile } from './java-manifests.ts';
import { filesOfAllStages } from './other-stages.ts';
import { startWithout } from './plain-start.ts';
import { isJvmSource, jvmAssets, readSources, type JvmSources } from './java-sources.ts';

/** Programs for the Java virtual machine, built by Maven, Gradle, javac and others. */
export const java: Ecosystem = {
  id: 'java',
  builds: (stage) =>
    stage.instructions.some(
      ({ keyword, args }) =>
        keyword === 'RUN' && /(?:^|[\s/])(?:mvnw?|gradlew?|sbt|javac)\s+\S/.test(args.text),
    ),
  applies: (subject) =>
    subject.steps.some(isJvmBuild) ||
    (isJdkImage(subject) && baseName(startWords(subject)[0] ?? '') === 'java'),
  plan: (subject) => new Planner(subject).plan(),
};

const UNNAMED = 'the final base has the programs that it runs, which its source does not name';

class Planner {
  private readonly subject: Subject;
  private readonly builds: readonly Step[];
  private readonly files: Fact<readonly ContextFile[]>;
  private readonly sources: JvmSources | undefined;
  private readonly libraries: BuildLibraries;

  constructor(subject: Subject) {
    this.subject = subject;
    this.builds = subject.steps.filter(isJvmBuild);
    this.files = this.builds.length > 0 ? filesOf(subject) : filesOfAllStages(subject);
    this.sources = readSources(subject, this.files);
    this.libraries = libraryNeeds(subject, valueOf(this.files));
  }

  plan(): Plan | NoPlan {
    const { subject, builds } = this;
    const words = startWords(subject);
    const program = baseName(words[0] ?? '');
    if (isBuildTool(program) || program === 'spring' || program === 'jshell') {
      return { reason: 'development', detail: words.slice(0, 4).join(' ') };
    }
    const { start } = subject;
    if (start.trouble !== undefined) return { reason: 'start', detail: start.trouble };
    if (words.length === 0) return { reason: 'start', detail: 'there is no ENTRYPOINT or CMD' };
    const launch = readLaunch(subject, words, this.reader());
    if ('reason' in launch) return launch;
    const bases = javaBases(subject);
    if (typeof bases === 'string') return { reason: 'no-base', detail: bases };
    const reading = this.reading(launch, words);
    const usual = bases.map((found) => ({
      found,
      candidate: this.candidate(found, launch, words, reading),
    }));
    return {
      what: 'Java application',
      candidates: [
        ...linkedCandidates(subject, launch, usual),
        ...usual.map(({ candidate }) => candidate),
      ],
      accounted: ownSteps(
        subject,
        (path) => this.isSource(path),
        (name) => this.isNamed(name, words),
      ),
      runs: this.sources?.programs ?? [],
      mentions: this.sources?.mentions ?? mentionsIn(undefined),
      buildVariables: ['M2_HOME', 'M2', 'MVN_HOME', ...(jrePackage(subject) ? [] : ['JAVA_HOME'])],
      leaves: ['the JDK', ...toolNames(builds)],
    };
  }

  /** The files of the image that come from the context. */
  private reader(): ReadFile {
    const files = valueOf(this.files) ?? [];
    const sources = new Map(files.map(({ path, source }) => [path, source]));
    const text = (path: string): string | undefined => {
      const source = sources.get(path.replace(/^\/\//, '/'));
      return source === undefined ? undefined : valueOf(this.subject.context.readText(source));
    };
    return {
      text,
      complete: this.files.known,
      libraries: (directory) => librariesOfPom(directory, text),
    };
  }

  /** Is it a source of the context, as far as its name tells? */
  private isSource(path: string): boolean {
    if (isOutput(path, buildRoots(this.subject.steps))) return false;
    const file = valueOf(this.files)?.find((one) => one.path === path);
    return isJvmSource(file?.source ?? path.slice(1));
  }

  /** May a source, or the start command, name a directory? */
  private isNamed(name: string, words: readonly string[]): boolean {
    if (!this.sources || words.some((word) => word.includes(name))) return true;
    return valueOf(this.sources.mentions(name)) !== false;
  }

  /** Files beside those of the start command that the program reads. */
  private reading(
    launch: Launch,
    words: readonly string[],
  ): { ships: readonly Shipment[]; assumptions: readonly string[] } {
    const files = valueOf(this.files);
    if (!files || !this.sources) {
      return {
        ships: launch.ships,
        assumptions: [...launch.assumptions, 'it reads no other file of its source when it runs'],
      };
    }
    const assets = jvmAssets(this.subject, files, this.sources, words);
    const ships = [
      ...launch.ships,
      ...fewestPaths(assets, files).map(({ path, file }) => ({ from: path, made: false, file })),
    ];
    return { ships, assumptions: launch.assumptions };
  }

  private candidate(
    found: JavaBase,
    launch: Launch,
    words: readonly string[],
    { ships, assumptions }: { ships: readonly Shipment[]; assumptions: readonly string[] },
  ): Candidate {
    const { base } = found;
    const unnamed = this.sources?.unnamed === true;
    const musl = base.libc === 'musl' && this.subject.base.libc !== 'musl';
    const start = startWithout(this.subject, base);
    return {
      base,
      ships,
      obstacles: [
        ...this.obstacles(found, launch, words),
        ...(musl ? this.libraries.glibc.map((name) => `${name} has parts for glibc`) : []),
        ...(unnamed && base.shell === 'none'
          ? ['it runs programs that its source does not name']
          : []),
      ],
      assumptions: [
        ...new Set([
          ...assumptions,
          ...(unnamed && base.shell !== 'none' ? [UNNAMED] : []),
          ...(musl ? this.onMusl() : []),
          ...(found.otherVendor ? ['it runs the same on the Java of another vendor'] : []),
          ...(this.sources || this.builds.length > 0
            ? []
            : ['it needs no part of the JDK that a JRE lacks']),
        ]),
      ],
      ...(start ? { start } : {}),
      packages: found.packages,
      replaces: replacedPackages(this.subject),
      provides: ['java', 'keytool', ...found.java, words[0] ?? 'java'],
    };
  }

  private onMusl(): string[] {
    const { unknown, complete } = this.libraries;
    if (unknown.length > 0) return [`${unknown.slice(0, 3).join(', ')} carries no parts for glibc`];
    return complete ? [] : ['no library of it carries parts for glibc'];
  }

  private obstacles(
    { base, java: paths, home }: JavaBase,
    launch: Launch,
    words: readonly string[],
  ): string[] {
    const found: string[] = [];
    const [main = ''] = words;
    if (this.sources?.jdk !== undefined) found.push(`${this.sources.jdk}, which needs a JDK`);
    for (const name of this.libraries.jdk) found.push(`${name} needs a JDK`);
    const archive = launch.command?.options.find((option) =>
      /SharedArchiveFile|AOTCache|JVMCI/.test(option),
    );
    if (archive !== undefined) found.push(`${archive} fits only the Java that made it`);
    if (launch.script === undefined && main.startsWith('/') && !paths.includes(main)) {
      found.push(`${main} is not where it has Java`);
    }
    if (launch.script !== undefined && base.shell === 'none') {
      found.push('its start script needs a shell');
    }
    if (launch.script === 'bash' && !base.hasBash)
      found.push('its start script is written for bash');
    found.push(...this.locale(base), ...this.javaHome(home), ...this.userHome(base));
    if (this.sources?.asks.javaHome === true && home === undefined) {
      found.push('it has no JAVA_HOME, which the program asks for');
    }
    return found;
  }

  /** The images of distroless have no locale but C.UTF-8. */
  private locale(base: JavaBase['base']): string[] {
    if (base.kind !== 'distroless') return [];
    const { doc, ref } = this.subject;
    const set = doc
      .only('ENV')
      .flatMap(({ pairs }) => pairs)
      .find(
        ({ name, value }) =>
          /^(?:LANG|LC_ALL|LC_CTYPE)$/.test(name) && !/^"?(?:C|POSIX)(?:\.|"?$)/i.test(value ?? ''),
      );
    if (set) return [`it has no locale ${set.value ?? ''}`];
    const english = /temurin|semeru|^gradle/.test(`${ref.repository}:${ref.tag ?? ''}`);
    return english && this.sources?.locale !== undefined
      ? [`${this.sources.locale}, and its locale has no country`]
      : [];
  }

  /** A user by number has no home where the image has no entry for it. */
  private userHome(base: JavaBase['base']): string[] {
    const user = (valueOf(this.subject.user) ?? '').replace(/:.*$/, '');
    if (this.sources?.asks.userHome !== true || !/^[1-9]\d*$/.test(user)) return [];
    return base.users.some(({ uid }) => String(uid) === user)
      ? []
      : [`it has no user ${user}, whose home the program asks for`];
  }

  /** A JAVA_HOME that the file sets, and that something else reads. */
  private javaHome(home: string | undefined): string[] {
    if (jrePackage(this.subject) !== undefined) return [];
    const { stage } = this.subject;
    const setting = stage.instructions.find(
      ({ keyword, pairs }) =>
        keyword === 'ENV' &&
        pairs.some(({ name, value }) => name === 'JAVA_HOME' && value !== home),
    );
    if (!setting) return [];
    const reads = stage.instructions.some(
      ({ keyword, args }) =>
        /^(?:ENV|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword) && /\$\{?JAVA_HOME\b/.test(args.text),
    );
    return reads ? [`line ${setting.given.line} sets JAVA_HOME to where it has no Java`] : [];
  }
}
