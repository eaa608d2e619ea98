import { valueOf } from '../../../../src/kit.ts';
import { normal } from '../../copied.ts';
import { baseName } from '../../prefix.ts';
import { isInside } from '../aftermath.ts';
import { effectsOf } from '../effects.ts';
import { pathFrom } from '../steps.ts';
import type { NoPlan, Shipment, Step, Subject } from '../types.ts';
import { buildRoots, compiledTo, isBuildTool, isJar, isOutput } from './java-builds.ts';
import {
  classPathOfVariable,
  optionsOfVariables,
  readJava,
  type JavaCommand,
} from './java-command.ts';
import { copiedFromStage } from './other-stages.ts';
import { manifestOf, type ReadFile } from './java-manifests.ts';

/** What the start command runs, and the files that it needs for it. */
export interface Launch {
  readonly ships: readonly Shipment[];
  readonly assumptions: readonly string[];
  readonly command: JavaCommand | undefined;
  /** The one jar or directory of classes that holds all of it, where jdeps can read that. */
  readonly whole: string | undefined;
  /** A start script that the build wrote; what it is written for. */
  readonly script: 'sh' | 'bash' | undefined;
}

/** Reads the start command; `words` are its words as the shell sees them. */
export function readLaunch(
  subject: Subject,
  words: readonly string[],
  read: ReadFile,
): Launch | NoPlan {
  return new Launcher(subject, read).launch(words);
}

/** Start scripts, by the directory that holds `bin/` and `lib/`; what they are written for. */
const DISTRIBUTIONS: readonly (readonly [RegExp, 'sh' | 'bash'])[] = [
  // https://docs.gradle.org/current/userguide/application_plugin.html, https://github.com/gradle/gradle/issues/3655
  [/^(.*\/build\/install\/[^/]+)\/bin\/[^/]+$/, 'sh'],
  [/^(.*\/target\/appassembler)\/bin\/[^/]+$/, 'sh'],
  // https://sbt-native-packager.readthedocs.io/en/latest/archetypes/java_app/, read 2026-11-25
  [/^(.*\/target\/universal\/stage)\/bin\/[^/]+$/, 'bash'],
  [/^(.*\/target\/pack)\/bin\/[^/]+$/, 'bash'],
];

class Launcher {
  private readonly subject: Subject;
  private readonly read: ReadFile;
  private readonly roots: readonly string[];
  private readonly ships: Shipment[] = [];
  private readonly assumptions: string[] = [];
  private trouble: NoPlan | undefined;
  private nested = false;

  constructor(subject: Subject, read: ReadFile) {
    this.subject = subject;
    this.read = read;
    this.roots = buildRoots(subject.steps);
  }

  launch(words: readonly string[]): Launch | NoPlan {
    const [program = '', ...args] = words;
    if (baseName(program) !== 'java') return this.distribution(program);
    const command = readJava([...optionsOfVariables(this.subject), ...args]);
    if (command.compiles) {
      return { reason: 'development', detail: `it compiles ${command.main} when it starts` };
    }
    if (command.trouble !== undefined) return { reason: 'start', detail: command.trouble };
    if (command.jar !== undefined) this.jar(command.jar);
    else this.classPath(command);
    for (const entry of command.modulePath) this.entry(entry, command.modulePath.length === 1);
    for (const file of [...command.files, ...this.namedOutputs(command, args)]) {
      this.add(this.at(file), { file: true, sure: true });
    }
    return this.result(command, undefined);
  }

  private result(command: JavaCommand | undefined, script: Launch['script']): Launch | NoPlan {
    if (this.trouble) return this.trouble;
    const [only, ...others] = this.ships;
    const isWhole = command && others.length === 0 && !this.nested && only?.to === undefined;
    const whole = isWhole ? only?.from : undefined;
    return { ships: this.ships, assumptions: this.assumptions, command, whole, script };
  }

  private at(path: string): string | undefined {
    return pathFrom(valueOf(this.subject.workdir), path);
  }

  private refuse(reason: string, detail: string): void {
    this.trouble ??= { reason, detail };
  }

  /** A start script that the build makes. */
  private distribution(program: string): Launch | NoPlan {
    const path = program.includes('/') ? this.at(program) : undefined;
    for (const [pattern, script] of DISTRIBUTIONS) {
      const root = pattern.exec(path ?? '')?.[1];
      if (root === undefined) continue;
      this.ships.push({ from: root, made: true });
      return this.result(undefined, script);
    }
    return { reason: 'start', detail: `${program} is not known to start Java` };
  }

  private jar(given: string): void {
    if (/[*?]/.test(given)) {
      this.pattern(given);
      return;
    }
    const path = this.at(given);
    if (path === undefined) {
      this.refuse('start', `which jar ${given} is cannot be told`);
      return;
    }
    if (path.endsWith('/quarkus-app/quarkus-run.jar')) {
      this.nested = true;
      this.ships.push({ from: path.slice(0, path.lastIndexOf('/')), made: true });
      return;
    }
    this.ships.push({ from: path, made: this.isMade(path), file: true });
    this.manifest(path);
  }

  /** `target/*.jar`, which a shell expands to the same files again. */
  private pattern(given: string): void {
    const directory = given.slice(0, given.lastIndexOf('/') + 1);
    const at = this.at(directory === '' ? '.' : directory);
    if (at === undefined || !given.endsWith('.jar')) {
      this.refuse('start', `which jar ${given} is cannot be told`);
      return;
    }
    const base = at === '/' ? '' : at;
    this.ships.push({ from: `${base}/${baseName(given)}`, to: `${base}/`, made: true });
    this.manifest(`${base}/${baseName(given)}`);
  }

  /** Libraries that the manifest of a jar names, and what its build file says of its name. */
  private manifest(path: string): void {
    const facts = manifestOf(this.subject, path, this.sourceOf(path), this.read);
    if (facts.trouble) this.trouble ??= facts.trouble;
    this.assumptions.push(...facts.assumptions);
    this.nested ||= facts.isNested;
    const { libraries } = facts;
    if (libraries === undefined) return;
    if (this.isThere(libraries)) this.add(libraries, { file: false, sure: true });
    else if (!facts.isFat) {
      this.refuse(
        'output',
        `the manifest of ${path} names libraries in ${libraries}, and nothing is seen to put them there`,
      );
    }
  }

  /** The path that a jar was copied or moved from. */
  private sourceOf(path: string): string {
    const step = this.subject.steps.findLast(
      (one) =>
        /^(?:cp|mv|install|ln)$/.test(one.program) &&
        effectsOf(one).some((effect) => effect.kind === 'makes' && effect.paths.includes(path)),
    );
    const source = step?.args.find((arg) => !arg.startsWith('-'));
    if (step?.directory === undefined || source === undefined)
      return copiedFromStage(this.subject, path)?.path ?? path;
    return normal(source.startsWith('/') ? source : `${step.directory}/${source}`);
  }

  private classPath(command: JavaCommand): void {
    const entries =
      command.classPath ?? classPathOfVariable(this.subject) ?? (command.isModule ? [] : ['.']);
    const isOnly = entries.length === 1 && command.modulePath.length === 0;
    const root = entries.length > 1 ? this.commonOutput(entries) : undefined;
    if (root !== undefined) this.ships.push({ from: root, made: true });
    for (const entry of entries) this.entry(entry, isOnly);
  }

  /**
   * The directory of the build that all entries lie in, where none is known for sure to be there:
   * what starts is in one of them.
   */
  private commonOutput(entries: readonly string[]): string | undefined {
    const paths = entries.map((entry) => this.at(entry.replace(/\/\*$/, '')));
    if (paths.some((path) => path === undefined || this.isThere(path))) return undefined;
    const [first, ...others] = paths as string[];
    let at = first!.slice(0, first!.lastIndexOf('/'));
    while (!others.every((path) => isInside(path, at) && path !== at)) {
      at = at.slice(0, at.lastIndexOf('/'));
    }
    const isOwn = /\/(?:target|build)\/[^/]/.test(at) && isOutput(at, this.roots);
    return isOwn ? at : undefined;
  }

  /** `sure`: without it nothing could start. */
  private entry(given: string, sure: boolean): void {
    if (given === '') return;
    const all = given === '*' || given.endsWith('/*');
    const path = this.at(all ? given.slice(0, -1) || '.' : given);
    if (path === undefined) {
      this.refuse('start', `where ${given} of the class path lies cannot be told`);
      return;
    }
    if (path === '/') {
      this.refuse('start', 'its class path is the root of the image');
      return;
    }
    const file = !all && isJar(path);
    this.add(path, { file, sure });
    if (file) this.manifest(path);
  }

  private add(path: string | undefined, { file, sure }: { file: boolean; sure: boolean }): void {
    if (path === undefined) return;
    if (this.ships.some(({ from }) => isInside(path, from))) return;
    if (!sure && !this.isThere(path))
      this.assumptions.push(`${path} is there when the build is over`);
    this.ships.push({ from: path, made: this.isMade(path), file });
  }

  /** Files below the directories of the build that arguments and options name. */
  private namedOutputs(command: JavaCommand, args: readonly string[]): string[] {
    const named = args.flatMap(
      (arg) => /^(?:-D[^=]+=|--?[\w.-]+=)?(?:file:)?([^=\s]+)$/.exec(arg)?.[1] ?? [],
    );
    const known = [command.jar, ...(command.classPath ?? []), ...command.modulePath].join(':');
    return named.filter((text) => {
      const path = /\/[^/]*\.\w+$/.test(text) ? this.at(text) : undefined;
      return path !== undefined && !known.includes(text) && isOutput(path, this.roots);
    });
  }

  /** Is something of it made by a RUN? */
  private isMade(path: string): boolean {
    const { brought } = this.subject;
    const exact = brought.some(
      (one) =>
        one.path === path ||
        (one.path !== undefined &&
          one.kind !== 'file' &&
          isInside(path, one.path) &&
          !isOutput(path, this.roots)),
    );
    return !exact || this.subject.steps.some((step) => this.makes(step, path));
  }

  /** Is something put there, as far as the steps and copies tell? */
  private isThere(path: string): boolean {
    if (this.roots.some((root) => isInside(path, root)) && this.isKnownOutput(path)) return true;
    return (
      this.subject.steps.some((step) => this.makes(step, path)) ||
      this.subject.brought.some(
        (one) => one.path !== undefined && (isInside(one.path, path) || this.isBrought(path)),
      )
    );
  }

  private isBrought(path: string): boolean {
    return this.subject.brought.some((one) => {
      if (one.path === undefined || one.source === undefined || !isInside(path, one.path))
        return false;
      const inside = path.slice(one.path.length);
      const kind = valueOf(this.subject.context.kindOf(normal(`${one.source}/${inside}`).slice(1)));
      return kind === 'file' || kind === 'directory';
    });
  }

  private makes(step: Step, path: string): boolean {
    if (!isBuildTool(step.program) && /^(?:javac|kotlinc|jar)$/.test(step.program)) {
      const to = compiledTo(step);
      return to !== undefined && (isInside(path, to) || isInside(to, path));
    }
    return effectsOf(step).some(
      (effect) =>
        (effect.kind === 'makes' || effect.kind === 'directories') &&
        effect.paths.some((made) => isInside(made, path) || isInside(path, made)),
    );
  }

  /** Directories that Maven and Gradle make in every build that compiles. */
  private isKnownOutput(path: string): boolean {
    if (/\/(?:target\/classes|build\/classes\/\w+\/main|build\/resources\/main)$/.test(path))
      return true;
    const copies = this.subject.steps.some(({ args }) =>
      args.some((arg) => arg.endsWith('dependency:copy-dependencies')),
    );
    if (copies && path.endsWith('/target/dependency')) return true;
    const module = /^(.*)\/target\/.+$/.exec(path)?.[1];
    return module !== undefined && this.read.libraries(module).includes(path);
  }
}
