import { directoryOf, type ClassPath } from './pom.ts';
import type { Dependency } from './java-dependencies.ts';

/** What the build files of a Gradle project tell, as far as they are plain text. */
export interface GradleProject {
  /** The build file of the project itself, and all that it may be configured by. */
  readonly own: string;
  readonly all: string;
  readonly name: string | undefined;
  readonly version: string | undefined;
}

/**
 * Reads the project of a directory in the image, `root` being that of its settings.
 * https://docs.gradle.org/current/userguide/build_file_basics.html, read 2026-11-25.
 */
export function readGradle(
  directory: string,
  root: string,
  read: (path: string) => string | undefined,
): GradleProject | undefined {
  const texts = (at: string, ...names: readonly string[]): string[] =>
    names.flatMap((name) => read(`${at}/${name}`) ?? []);
  const own = texts(directory, 'build.gradle', 'build.gradle.kts').join('\n');
  const settings = texts(root, 'settings.gradle', 'settings.gradle.kts').join('\n');
  const shared =
    directory === root ? '' : texts(root, 'build.gradle', 'build.gradle.kts').join('\n');
  const properties = [
    ...texts(root, 'gradle.properties'),
    ...(directory === root ? [] : texts(directory, 'gradle.properties')),
  ].join('\n');
  if (own === '' && shared === '') return undefined;
  const rootName = /rootProject\.name\s*=\s*["']([^"'$]+)["']/.exec(settings)?.[1];
  const folder = directory.slice(directory.lastIndexOf('/') + 1);
  return {
    own: withoutComments(own),
    all: withoutComments([own, shared, settings].join('\n')),
    name: directory === root ? (rootName ?? folder) : folder,
    version: versionOf(withoutComments(own), withoutComments(shared), properties),
  };
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{])\/\/.*$/gm, '$1');

/** Undefined where it is not a plain text. */
function versionOf(own: string, shared: string, properties: string): string | undefined {
  for (const text of [own, shared]) {
    const line = /^\s*(?:project\.)?version\s*(?:=|\s)\s*(.+?)\s*;?\s*$/m.exec(text)?.[1];
    if (line === undefined) continue;
    return /^["']([^"'$]+)["']$/.exec(line)?.[1];
  }
  return /^\s*version\s*[=:]\s*(\S+)\s*$/m.exec(properties)?.[1] ?? '';
}

/** Settings that name an archive in another way than by project and version. */
const RENAMED =
  /archive(?:File|Base|s)?(?:Base)?Name|archiveVersion|archiveClassifier|archiveAppendix|\bbaseName\b|\bclassifier\b|destinationDir|buildDir|buildDirectory|archiveName/;

/** May a jar in `build/libs` have this name, as far as the build files tell? */
export function mayBeNamed(project: GradleProject, file: string): boolean {
  if (RENAMED.test(project.all) || project.name === undefined) return true;
  if (!file.startsWith(project.name)) return false;
  const { version } = project;
  if (version === undefined) return true;
  const rest = file.slice(project.name.length).replace(/\.(?:jar|war)$/, '');
  const expected = version === '' ? '' : `-${version}`;
  return rest === expected || rest.startsWith(`${expected}-`);
}

/** Plugins that put everything that the program needs into one jar. */
const FAT =
  /org\.springframework\.boot|\bshadow(?:Jar)?\b|io\.ktor\.plugin|\bzipTree\b|io\.quarkus|io\.micronaut\.application|gradle-one-jar|com\.palantir\.graal/;

export const makesFatJarIn = ({ all }: GradleProject): boolean => FAT.test(all);

/** Plugins that put the libraries into the jar as jars. */
export const nestsJarsIn = ({ all }: GradleProject): boolean =>
  /org\.springframework\.boot|io\.quarkus|gradle-one-jar/.test(all);

export function classPathIn({ all }: GradleProject): ClassPath {
  const at = all.indexOf('Class-Path');
  if (at < 0) return { kind: 'none' };
  const near = all.slice(at, at + 400);
  const directories = [...near.matchAll(/["'`]\.?\/?([\w.-]+(?:\/[\w.-]+)*)\/(?:["'`]|\$)/g)];
  const [only, ...others] = new Set(directories.map(([, path]) => path!));
  if (only === undefined || others.length > 0) return { kind: 'unknown' };
  return directoryOf([`${only}/x.jar`]);
}

/** Configurations that the program does not run with. */
const NOT_RUN =
  /^(?:test|androidTest|integrationTest|annotationProcessor|kapt|ksp|compileOnly|provided|jmh|detekt|ktlint|checkstyle|developmentOnly|errorprone|classpath)/i;

/** `implementation "group:artifact:version"`, `implementation(libs.some.library)`. */
export function dependenciesOfGradle(
  text: string,
  catalog: string,
): {
  found: Dependency[];
  /** Some are named in a way that is not read. */
  partial: boolean;
} {
  const found: Dependency[] = [];
  let partial = false;
  const plain = withoutComments(text);
  for (const [, configuration, argument] of plain.matchAll(
    /^\s*(\w*(?:[iI]mplementation|[aA]pi|[rR]untimeOnly|[cC]ompile|[rR]untime))\b\s*\(?\s*(.+)$/gm,
  )) {
    if (NOT_RUN.test(configuration!)) continue;
    const rest = argument!.replace(/^(?:enforcedPlatform|platform)\s*\(\s*/, '');
    const coordinates = /^["']([\w.-]+):([\w.-]+)/.exec(rest);
    const map = /^group\s*[:=]\s*["']([\w.-]+)["']\s*,\s*name\s*[:=]\s*["']([\w.-]+)["']/.exec(
      rest,
    );
    const alias = /^libs\.([\w.]+?)(?:\.get\(\))?\)*\s*(?:\{.*)?$/.exec(rest.trim());
    const kotlin = /^kotlin\(\s*["']([\w-]+)["']/.exec(rest);
    if (coordinates) found.push({ group: coordinates[1]!, artifact: coordinates[2]! });
    else if (map) found.push({ group: map[1]!, artifact: map[2]! });
    else if (kotlin) found.push({ group: 'org.jetbrains.kotlin', artifact: kotlin[1]! });
    else if (alias) {
      const named = inCatalog(alias[1]!, catalog);
      if (named) found.push(...named);
      else partial = true;
    } else if (!/^(?:project\s*\(|projects\.|files\s*\(\s*\)|\{)/.test(rest)) partial = true;
  }
  return { found, partial };
}

/** https://docs.gradle.org/current/userguide/version_catalogs.html, read 2026-11-25. */
function inCatalog(alias: string, catalog: string): Dependency[] | undefined {
  const bundle = /^bundles\.(.+)$/.exec(alias)?.[1];
  const key = (bundle ?? alias).replace(/[.-]/g, '[-_.]');
  if (bundle !== undefined) {
    const list = new RegExp(`^\\s*${key}\\s*=\\s*\\[([^\\]]*)\\]`, 'm').exec(catalog)?.[1];
    const members = list
      ?.match(/[\w.-]+/g)
      ?.map((name) => inCatalog(name.replace(/-/g, '.'), catalog));
    return members?.includes(undefined) === false ? members.flatMap((one) => one!) : undefined;
  }
  const line = new RegExp(`^\\s*${key}\\s*=\\s*(.+)$`, 'm').exec(catalog)?.[1];
  const module = line && /["']([\w.-]+):([\w.-]+)[:"']/.exec(line);
  if (module) return [{ group: module[1]!, artifact: module[2]! }];
  const group = line && /group\s*=\s*["']([\w.-]+)["']/.exec(line)?.[1];
  const name = line && /name\s*=\s*["']([\w.-]+)["']/.exec(line)?.[1];
  return group && name ? [{ group, artifact: name }] : undefined;
}
