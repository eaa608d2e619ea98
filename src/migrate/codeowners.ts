/**
 * Who owns a file, by the CODEOWNERS file of its repository.
 *
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 * and https://docs.gitlab.com/user/project/codeowners/reference/, read 2026-11-26: patterns nearly
 * as in `.gitignore`, the last that matches counts; GitLab has sections, and the last match of each
 * section counts.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ignore from 'ignore';

/** In the order in which they are looked for. */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

interface Rule {
  readonly matches: (file: string) => boolean;
  readonly owners: readonly string[];
  readonly section: string;
}

export class CodeOwners {
  private readonly rules: readonly Rule[];

  constructor(text: string) {
    this.rules = rulesOf(text);
  }

  /** Of a repository; undefined: it has no such file. */
  static of(repository: string): CodeOwners | undefined {
    for (const place of PLACES) {
      try {
        return new CodeOwners(readFileSync(path.join(repository, place), 'utf8'));
      } catch {
        // It is somewhere else, or nowhere.
      }
    }
    return undefined;
  }

  /** The owners of a path from the top of the repository, in the order of the file. */
  ownersOf(file: string): readonly string[] {
    const bySection = new Map<string, readonly string[]>();
    for (const { matches, owners, section } of this.rules) {
      if (matches(file)) bySection.set(section, owners);
    }
    return [...new Set([...bySection.values()].flat())];
  }
}

/** `[Section]`, `^[Optional][2] @default-owner` of GitLab. */
const SECTION = /^\^?\[(?<name>[^\]]+)\](?:\[\d+\])?(?<owners>.*)$/;

function rulesOf(text: string): Rule[] {
  const rules: Rule[] = [];
  let section = '';
  let byDefault: readonly string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const rule = line.replace(/(?:^|\s)#.*$/, '').trim();
    if (rule === '') continue;
    const heading = SECTION.exec(rule)?.groups;
    if (heading) {
      section = heading['name']!.toLowerCase();
      byDefault = wordsOf(heading['owners']!);
      continue;
    }
    const [pattern = '', ...owners] = wordsOf(rule);
    const own = owners.length > 0 || section === '' ? owners : byDefault;
    rules.push({ matches: matcherOf(pattern), owners: own, section });
  }
  return rules;
}

/** Blanks in a pattern are escaped. */
const wordsOf = (text: string): string[] => text.match(/(?:\\.|[^\s\\])+/g) ?? [];

function matcherOf(pattern: string): (file: string) => boolean {
  // In a .gitignore it would take back an earlier line; here it matches nothing.
  if (pattern.startsWith('!')) return () => false;
  const rule = ignore({ ignorecase: false }).add(pattern);
  if (!pattern.endsWith('/*')) return (file) => rule.ignores(file);
  // `docs/*` is what lies in docs, and not what lies deeper.
  return (file) => {
    const directory = path.posix.dirname(file);
    return rule.ignores(file) && (directory === '.' || !rule.ignores(directory));
  };
}
