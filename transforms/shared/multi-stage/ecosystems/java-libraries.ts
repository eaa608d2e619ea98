import { valueOf } from '../../../../src/kit.ts';
import type { ContextFile } from '../brought.ts';
import type { Subject } from '../types.ts';
import { dependenciesOfGradle } from './gradle.ts';
import { needsOf, type Dependency, type LibraryNeeds } from './java-dependencies.ts';
import { dependenciesOfPom } from './pom.ts';
import { readXml } from './xml.ts';

export interface BuildLibraries extends LibraryNeeds {
  /** Every library that the build files name could be read. */
  readonly complete: boolean;
}

/** What the libraries need that the build files of the context name; without files nothing is known. */
export function libraryNeeds(
  subject: Subject,
  files: readonly ContextFile[] | undefined,
): BuildLibraries {
  const found: Dependency[] = [];
  let complete = files !== undefined;
  const texts = (pattern: RegExp): string[] =>
    (files ?? [])
      .filter(({ source }) => pattern.test(source))
      .flatMap(({ source }) => valueOf(subject.context.readText(source)) ?? []);
  for (const text of texts(/(?:^|\/)pom\.xml$/)) {
    const root = readXml(text);
    if (root) found.push(...dependenciesOfPom(root));
    else complete = false;
  }
  const catalog = texts(/\.versions\.toml$/).join('\n');
  for (const text of texts(/(?:^|\/)build\.gradle(?:\.kts)?$/)) {
    const { found: named, partial } = dependenciesOfGradle(text, catalog);
    found.push(...named);
    if (partial) complete = false;
  }
  if (texts(/(?:^|\/)(?:build\.sbt|build\.sc|project\.clj|deps\.edn|buildSrc\/.+)$/).length > 0) {
    complete = false;
  }
  return { ...needsOf(found), complete };
}
