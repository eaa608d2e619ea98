import { baseName } from '../../prefix.ts';
import { isInside } from '../aftermath.ts';
import { effectsOf } from '../effects.ts';
import { pathFrom } from '../steps.ts';
import type { Step, Subject } from '../types.ts';

/** Build tools for the JVM, and what the message calls them. */
const TOOLS: Readonly<Record<string, string>> = {
  mvn: 'Maven',
  mvnw: 'Maven',
  mvnd: 'Maven',
  gradle: 'Gradle',
  gradlew: 'Gradle',
  sbt: 'sbt',
  lein: 'Leiningen',
  mill: 'Mill',
  ant: 'Ant',
};

/** Compilers and archivers that leave what their arguments say. */
const COMPILERS = new Set(['javac', 'kotlinc', 'scalac', 'groovyc', 'jar', 'native2ascii']);

export const isBuildTool = (program: string): boolean => Object.hasOwn(TOOLS, program);

/** Builds, or runs what only a JDK brings. */
export const isJvmBuild = ({ program }: Step): boolean =>
  isBuildTool(program) || COMPILERS.has(program);

/**
 * Unpacks a jar of Spring Boot into its directory:
 * https://docs.spring.io/spring-boot/reference/packaging/efficient.html, read 2026-11-25.
 */
const extractsJar = ({ program, args }: Step): boolean =>
  program === 'java' &&
  args.some((arg) => /^-Djarmode=(?:layer)?tools$/.test(arg)) &&
  args.includes('extract');

/** What does not ship of the tools. */
export const toolNames = (steps: readonly Step[]): string[] => [
  ...new Set(steps.flatMap(({ program }) => TOOLS[program] ?? [])),
];

/** The directories in which build tools run: what they make lies below. */
export const buildRoots = (steps: readonly Step[]): string[] =>
  steps.flatMap((step) => {
    if (!isBuildTool(step.program)) return [];
    const at = step.args.findIndex((arg) => /^(?:-f|--file|-p|--project-dir|-b)$/.test(arg));
    const given = at < 0 ? undefined : pathFrom(step.directory, step.words[at + 2]);
    const directory = given?.replace(/\/[^/]*\.(?:xml|gradle|kts)$/, '') ?? step.directory;
    return directory === undefined ? [] : [directory];
  });

/** Where `javac -d` and `jar` put what they make; the working directory without `-d`. */
export function compiledTo(step: Step): string | undefined {
  const { program, args, words, directory } = step;
  if (program === 'jar') {
    const file = args.findIndex((arg) => arg === '-f' || arg === '--file');
    const glued = args.find((arg) => arg.startsWith('--file='))?.slice('--file='.length);
    if (glued !== undefined) return pathFrom(directory, glued);
    if (file >= 0) return pathFrom(directory, words[file + 2]);
    return /^-?[cu]\w*f/.test(args[0] ?? '') ? pathFrom(directory, words[2]) : directory;
  }
  const at = args.indexOf('-d');
  return at < 0 ? directory : pathFrom(directory, words[at + 2]);
}

/** Below one of the directories that build tools fill? */
export const isOutput = (path: string, roots: readonly string[]): boolean =>
  roots.some(
    (root) =>
      isInside(path, root) &&
      /(?:^|\/)(?:target|build|out|dist|\.mill)(?:\/|$)/.test(path.slice(root.length)),
  );

/** Steps of which nothing remains but what the build made, or what only the build needs. */
export function ownSteps(
  subject: Subject,
  isSource: (path: string) => boolean,
  isNamed: (name: string) => boolean,
): Set<Step> {
  const roots = buildRoots(subject.steps);
  const compiled = subject.steps.filter(({ program }) => COMPILERS.has(program)).map(compiledTo);
  const archived = archivedFiles(subject);
  const isOwn = (path: string): boolean =>
    isSource(path) || isToolPlace(path) || archived.includes(path);
  const found = new Set<Step>();
  for (const step of subject.steps) {
    if (isJvmBuild(step) || extractsJar(step) || takesOutput(step, roots)) found.add(step);
    else if (makesOnly(step, isOwn)) found.add(step);
    else if (step.program === 'dos2unix' || step.program === 'sdk') found.add(step);
    else if (step.program === 'mkdir' && isForBuild(subject, step, roots, compiled, isNamed))
      found.add(step);
  }
  return found;
}

/** Manifests and other files that `jar` puts into an archive. */
const archivedFiles = ({ steps }: Subject): (string | undefined)[] =>
  steps
    .filter(({ program, args }) => program === 'jar' && /^-?c/.test(args[0] ?? ''))
    .flatMap(({ directory, words }) => words.slice(3).map((word) => pathFrom(directory, word)));

/** Copies, moves or unpacks what the build made, in a way that does not tell to which files. */
function takesOutput(step: Step, roots: readonly string[]): boolean {
  const { program, args, directory } = step;
  if (!/^(?:cp|mv|install|tar|unzip)$/.test(program)) return false;
  if (!effectsOf(step).some(({ kind }) => kind === 'unknown')) return false;
  const plain = args.filter((arg) => !arg.startsWith('-'));
  const sources = program === 'tar' || program === 'unzip' ? plain : plain.slice(0, -1);
  return sources.some((arg) => {
    // A pattern stands for files of its directory.
    const path = pathFrom(directory, arg.replace(/[^/]*[*?[][^/]*/g, '_'));
    return path !== undefined && isOutput(path, roots);
  });
}

function makesOnly(step: Step, matches: (path: string) => boolean): boolean {
  const effects = effectsOf(step).filter(({ kind }) => kind !== 'none');
  return (
    effects.length > 0 &&
    effects.every((effect) => {
      if (effect.kind === 'makes' || effect.kind === 'directories')
        return effect.paths.every(matches);
      return effect.kind === 'link' && matches(effect.path);
    })
  );
}

/** Where Maven, Gradle and the like are unpacked to. */
const isToolPlace = (path: string): boolean =>
  /(?:maven|gradle|kotlinc|sbt|sdkman|\/mvn|\.m2|\.ivy2)[^/]*(?:\/|$)/.test(path) ||
  /^\/usr\/(?:local\/)?bin\/(?:mvn|gradle|sbt|lein|mill|kotlinc)$/.test(path);

/** Directories for sources and results alone; an empty one may be written to, unless nothing names it. */
function isForBuild(
  subject: Subject,
  step: Step,
  roots: readonly string[],
  compiled: readonly (string | undefined)[],
  isNamed: (name: string) => boolean,
): boolean {
  const paths = effectsOf(step).flatMap((effect) =>
    effect.kind === 'directories' ? effect.paths : [],
  );
  return (
    paths.length > 0 &&
    paths.every(
      (path) =>
        isOutput(path, roots) ||
        compiled.some((made) => made !== undefined && isInside(made, path)) ||
        subject.brought.some((one) => one.path !== undefined && isInside(one.path, path)) ||
        (roots.some((root) => path !== root && isInside(path, root)) && !isNamed(baseName(path))),
    )
  );
}

export const isJar = (path: string): boolean => /\.(?:jar|war|zip)$/.test(baseName(path));
