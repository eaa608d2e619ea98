import { baseName } from '../../prefix.ts';
import { effectsOf } from '../effects.ts';
import type { NoPlan, Subject } from '../types.ts';
import { classPathIn, makesFatJarIn, mayBeNamed, nestsJarsIn, readGradle } from './gradle.ts';
import {
  classPathOf,
  directoryOf,
  jarNames,
  KNOWN_PARENT,
  libraryDirectories,
  makesFatJar,
  nestsJars,
  readPom,
  type ClassPath,
} from './pom.ts';

/** Reads files of the image that the build context brought. */
export interface ReadFile {
  /** The text of a path of the image. */
  readonly text: (path: string) => string | undefined;
  /** Whether all files that the image gets from the context are known. */
  readonly complete: boolean;
  /** Directories that the pom of a directory copies libraries to. */
  readonly libraries: (directory: string) => readonly string[];
}

/** What the build files tell of a jar. */
export interface JarFacts {
  readonly trouble: NoPlan | undefined;
  /** The directory of the libraries that its manifest names. */
  readonly libraries: string | undefined;
  /** It holds all that the program needs, as far as the build files tell. */
  readonly isFat: boolean;
  /** Its libraries are jars inside of it, which only its own loader reads. */
  readonly isNested: boolean;
  readonly assumptions: readonly string[];
}

const NOTHING: JarFacts = {
  trouble: undefined,
  libraries: undefined,
  isFat: false,
  isNested: false,
  assumptions: [],
};

const ASSUMED: JarFacts = { ...NOTHING, assumptions: ['its jar needs no other file of the build'] };

/** `made` is where the build put the jar that lies at `path` in the end; either may be a pattern. */
export function manifestOf(subject: Subject, path: string, made: string, read: ReadFile): JarFacts {
  const maven = /^(.*)\/target\/(?:.+\/)?([^/]+)$/.exec(made);
  const gradle = /^(.*)\/build\/libs\/([^/]+)$/.exec(made);
  if (maven) return mavenJar(maven[1]!, maven[2]!, path, read);
  if (gradle) return gradleJar(subject, gradle[1]!, gradle[2]!, path, read);
  const archived = subject.steps.some(
    (step) =>
      step.program === 'jar' ||
      effectsOf(step).some((effect) => effect.kind === 'makes' && effect.paths.includes(made)),
  );
  return archived && subject.steps.some(({ program }) => program === 'jar')
    ? ownJar(subject, path, read)
    : ASSUMED;
}

function beside(jar: string, classPath: ClassPath): string | undefined {
  if (classPath.kind !== 'directory') return undefined;
  const directory = jar.slice(0, jar.lastIndexOf('/'));
  return classPath.path === '' ? directory : `${directory}/${classPath.path}`;
}

function mavenJar(directory: string, file: string, jar: string, read: ReadFile): JarFacts {
  const pom = readPom(directory, read.text);
  if (!pom) return ASSUMED;
  const names = jarNames(pom);
  const isPattern = /[*?]/.test(file);
  if (names && !isPattern && !names.some((name) => file.startsWith(name.replace(/\.jar$/, '')))) {
    return {
      ...NOTHING,
      trouble: {
        reason: 'output',
        detail: `${directory}/pom.xml makes ${names[0]!}.jar, and no ${file}`,
      },
    };
  }
  const isFat = makesFatJar(pom);
  const known = pom.foreign === undefined || KNOWN_PARENT.test(pom.foreign);
  const facts = withClassPath(
    classPathOf(pom),
    isFat,
    jar,
    isFat || known ? [] : ASSUMED.assumptions,
  );
  return { ...facts, isNested: nestsJars(pom) };
}

function withClassPath(
  classPath: ClassPath,
  isFat: boolean,
  jar: string,
  assumptions: readonly string[],
): JarFacts {
  if (classPath.kind === 'unknown' && !isFat) {
    const detail = `the manifest of ${baseName(jar)} names libraries in places that cannot be told`;
    return { ...NOTHING, trouble: { reason: 'output', detail } };
  }
  return { ...NOTHING, libraries: beside(jar, classPath), isFat, assumptions };
}

function gradleJar(
  subject: Subject,
  directory: string,
  file: string,
  jar: string,
  read: ReadFile,
): JarFacts {
  const project = readGradle(directory, gradleRoot(directory, read), read.text);
  if (!project) return ASSUMED;
  if (!/[*?]/.test(file) && !mayBeNamed(project, file)) {
    const name = [project.name, project.version].filter((part) => part).join('-');
    const detail = `${directory}/build.gradle makes ${name}.jar, and no ${file}`;
    return { ...NOTHING, trouble: { reason: 'output', detail } };
  }
  const facts = withClassPath(classPathIn(project), makesFatJarIn(project), jar, []);
  return { ...facts, isNested: nestsJarsIn(project) };
}

/** The directory of the settings: this one or the nearest above it. */
export function gradleRoot(directory: string, read: ReadFile): string {
  for (let at = directory; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const has = (name: string): boolean => read.text(`${at}/${name}`) !== undefined;
    if (has('settings.gradle') || has('settings.gradle.kts')) return at;
  }
  return directory;
}

/** The directories of a pom that libraries are copied to, in the image. */
export function librariesOfPom(directory: string, text: ReadFile['text']): string[] {
  const pom = readPom(directory, text);
  return pom ? libraryDirectories(pom).map((path) => `${directory}/${path}`) : [];
}

/** A jar that a RUN makes: its manifest is a text of the file or of the context. */
function ownJar(subject: Subject, jar: string, read: ReadFile): JarFacts {
  const texts = subject.steps
    .flatMap(({ run, args, directory }) => [
      run.args.text,
      ...args.flatMap((arg) => read.text(arg.startsWith('/') ? arg : `${directory}/${arg}`) ?? []),
    ])
    .join('\n');
  const entries = /Class-Path:[ \t]*([^\n"'\\]+)/.exec(texts)?.[1];
  return withClassPath(
    entries === undefined ? { kind: 'none' } : directoryOf(entries.trim().split(/\s+/)),
    false,
    jar,
    [],
  );
}
