import type { Dependency } from './java-dependencies.ts';
import {
  childAt,
  childrenNamed,
  childrenOf,
  childText,
  elementsBelow,
  readXml,
  textOf,
  type XmlElement,
} from './xml.ts';

/** A `pom.xml` with what it inherits. https://maven.apache.org/pom.html, read 2026-11-25. */
export interface Pom {
  readonly artifactId: string | undefined;
  readonly version: string | undefined;
  /** The poms from this one up to the last parent of the source tree. */
  readonly lineage: readonly XmlElement[];
  /** A parent that is not in the source tree, as `group:artifact`. */
  readonly foreign: string | undefined;
  readonly properties: ReadonlyMap<string, string>;
}

/** Reads the pom of a directory, `read` giving the text of a path of the image. */
export function readPom(
  directory: string,
  read: (path: string) => string | undefined,
): Pom | undefined {
  const lineage: XmlElement[] = [];
  let foreign: string | undefined;
  let at: string | undefined = `${directory}/pom.xml`;
  while (at !== undefined && lineage.length < 10) {
    const text = read(at);
    const root = text === undefined ? undefined : readXml(text);
    if (!root) break;
    lineage.push(root);
    const parent = childAt(root, 'parent');
    const next: string | undefined = parent && parentPath(at, childText(parent, 'relativePath'));
    foreign =
      parent && (next === undefined || read(next) === undefined)
        ? `${childText(parent, 'groupId')}:${childText(parent, 'artifactId')}`
        : undefined;
    at = foreign === undefined ? next : undefined;
  }
  const [own] = lineage;
  if (!own) return undefined;
  const inherited = (name: string): string | undefined =>
    childText(own, name) ?? childText(own, 'parent', name);
  return {
    artifactId: childText(own, 'artifactId'),
    version: inherited('version'),
    lineage,
    foreign,
    properties: propertiesOf(lineage),
  };
}

/** Where the pom of the parent is looked for; undefined: only in repositories. */
function parentPath(path: string, relative: string | undefined): string | undefined {
  if (relative === '') return undefined;
  const given = relative ?? '../pom.xml';
  const full = given.endsWith('.xml') ? given : `${given.replace(/\/$/, '')}/pom.xml`;
  const parts = path.split('/').slice(0, -1);
  for (const part of full.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function propertiesOf(lineage: readonly XmlElement[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const root of lineage.toReversed()) {
    for (const element of childrenOf(childAt(root, 'properties'))) {
      found.set(element.name, textOf(element) ?? '');
    }
  }
  return found;
}

/** With the properties that the pom sets; undefined where one is not told. */
export function interpolated(pom: Pom, text: string, depth = 0): string | undefined {
  if (depth > 5) return undefined;
  let missing = false;
  const result = text.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    const value = property(pom, name);
    const inner = value === undefined ? undefined : interpolated(pom, value, depth + 1);
    missing ||= inner === undefined;
    return inner ?? '';
  });
  return missing ? undefined : result;
}

function property(pom: Pom, name: string): string | undefined {
  switch (name.replace(/^(?:project|pom)\./, '')) {
    case 'artifactId':
    case 'name':
      return pom.artifactId;
    case 'version':
      return pom.version;
    case 'build.finalName':
      return finalName(pom) ?? '${artifactId}-${version}';
    case 'build.directory':
      return 'target';
    case 'basedir':
      return '.';
    default:
      return pom.properties.get(name);
  }
}

const finalName = (pom: Pom): string | undefined =>
  pom.lineage
    .map((root) => childText(root, 'build', 'finalName'))
    .find((name) => name !== undefined);

/** A plugin wherever the poms configure it, profiles included. */
export const pluginsNamed = (pom: Pom, ...names: readonly string[]): XmlElement[] =>
  pom.lineage
    .flatMap((root) => elementsBelow(root, 'plugin'))
    .filter((plugin) => names.includes(childText(plugin, 'artifactId') ?? ''));

/**
 * What the names of its jars begin with; undefined where that is not told. Plugins name their own.
 */
export function jarNames(pom: Pom): readonly string[] | undefined {
  const given = finalName(pom);
  if (given === undefined && pom.foreign !== undefined && !KNOWN_PARENT.test(pom.foreign)) {
    return undefined;
  }
  const own = given ?? '${project.artifactId}-${project.version}';
  const inProfiles = pom.lineage
    .flatMap((root) => childrenNamed(childAt(root, 'profiles'), 'profile'))
    .flatMap((profile) => childText(profile, 'build', 'finalName') ?? []);
  const inPlugins = pom.lineage
    .flatMap((root) => elementsBelow(root, 'plugin'))
    .flatMap((plugin) => elementsBelow(plugin, 'finalName', 'outputFile', 'jarName', 'destFile'))
    .flatMap((element) => textOf(element)?.replace(/^.*\//, '') ?? []);
  const names = [own, ...inProfiles, ...inPlugins].map((name) => interpolated(pom, name));
  return names.includes(undefined) ? undefined : (names as string[]);
}

/**
 * Parents that leave the name of the jar, and its manifest, to the project:
 * https://docs.spring.io/spring-boot/maven-plugin/using.html, read 2026-11-25.
 */
export const KNOWN_PARENT = /^org\.springframework\.boot:spring-boot-starter-parent$/;

/** Plugins that put everything that the program needs into one jar. */
const FAT =
  /^(?:spring-boot-maven-plugin|maven-shade-plugin|maven-assembly-plugin|onejar-maven-plugin|capsule-maven-plugin|quarkus-maven-plugin|micronaut-maven-plugin|spring-boot-thin-maven-plugin)$/;

export const makesFatJar = (pom: Pom): boolean =>
  pom.lineage
    .flatMap((root) => elementsBelow(root, 'plugin'))
    .some((plugin) => FAT.test(childText(plugin, 'artifactId') ?? ''));

/** Plugins that put the libraries into the jar as jars. */
export const nestsJars = (pom: Pom): boolean =>
  pluginsNamed(pom, 'spring-boot-maven-plugin', 'onejar-maven-plugin', 'quarkus-maven-plugin')
    .length > 0;

/** Where the manifest of the jar looks for libraries. */
export type ClassPath =
  | { readonly kind: 'none' }
  /** In a directory beside the jar; an empty one is that of the jar itself. */
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'unknown' };

/** What the plugins of the pom write into the manifest. */
export function classPathOf(pom: Pom): ClassPath {
  for (const root of pom.lineage) {
    for (const element of elementsBelow(root, 'manifest', 'manifestEntries')) {
      const entries = childText(element, 'Class-Path');
      if (entries !== undefined) return directoryOf(entries.split(/\s+/));
      if (childText(element, 'addClasspath') !== 'true') continue;
      const prefix = interpolated(pom, childText(element, 'classpathPrefix') ?? '');
      return prefix === undefined ? { kind: 'unknown' } : directoryOf([`${prefix}/x.jar`]);
    }
  }
  return { kind: 'none' };
}

/** The one directory that all entries of a class path lie in. */
export function directoryOf(entries: readonly string[]): ClassPath {
  const directories = new Set(
    entries.map((entry) => {
      const plain = entry.replace(/^(?:\.?\/+)+/, '').replace(/\/+/g, '/');
      return plain === '.' || plain === ''
        ? ''
        : plain.slice(0, Math.max(plain.lastIndexOf('/'), 0));
    }),
  );
  const [only] = directories;
  return directories.size === 1 && !/[$\\]|^\.\.|^~/.test(only!)
    ? { kind: 'directory', path: only! }
    : { kind: 'unknown' };
}

/** Directories that dependencies are copied to, relative to that of the pom. */
export const libraryDirectories = (pom: Pom): string[] =>
  pluginsNamed(pom, 'maven-dependency-plugin')
    .filter((plugin) =>
      elementsBelow(plugin, 'goal').some((goal) => textOf(goal) === 'copy-dependencies'),
    )
    .flatMap((plugin) => {
      const given = elementsBelow(plugin, 'outputDirectory').flatMap(
        (element) => interpolated(pom, textOf(element) ?? '') ?? [],
      );
      return given.length > 0 ? given : ['target/dependency'];
    })
    .map((path) => path.replace(/^\.\//, ''));

/** What it depends on when it runs, profiles included. */
export const dependenciesOfPom = (root: XmlElement): Dependency[] =>
  [root, ...childrenNamed(childAt(root, 'profiles'), 'profile')]
    .flatMap((place) => childrenNamed(childAt(place, 'dependencies'), 'dependency'))
    .filter((one) => !/^(?:test|provided|import)$/.test(childText(one, 'scope') ?? ''))
    .map((one) => ({
      group: childText(one, 'groupId') ?? '',
      artifact: childText(one, 'artifactId') ?? '',
    }));
