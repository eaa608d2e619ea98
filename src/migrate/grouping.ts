/** To which unit of a migration a file belongs. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isOutside, repositoryTop, withSlashes } from '../cli/paths.ts';
import type { UnitKey } from './change.ts';
import { CodeOwners } from './codeowners.ts';
import { ownerId, unitId } from './unit-id.ts';

export const GROUPINGS = ['directory', 'package', 'owner', 'transform'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The files by which the tools of each language know a package. */
const MANIFESTS = new Set(
  [
    'package.json deno.json pyproject.toml setup.py setup.cfg requirements.txt Pipfile go.mod',
    'Cargo.toml pom.xml build.gradle build.gradle.kts build.sbt composer.json Gemfile mix.exs',
    'pubspec.yaml Package.swift Chart.yaml',
  ].flatMap((line) => line.split(' ')),
);
const PROJECT = /\.(?:csproj|fsproj|vbproj|gemspec|cabal)$/;

/** As many directories as are remembered. */
const MAX_KEPT = 20_000;

/** Where a file lies. */
export interface Home {
  /** The top of its repository, absolute; without one, the directory that the run was started in. */
  readonly repository: string;
  /** From there, with slashes. */
  readonly place: string;
}

/** Finds the unit of a file. By transform, a file belongs to several: then it gives no key. */
export class Grouper {
  private readonly cwd = process.cwd();
  private readonly top = repositoryTop(this.cwd) ?? this.cwd;
  private readonly by: Grouping;
  private readonly depth: number;
  private readonly tops = new Map<string, string>();
  private readonly packages = new Map<string, string>();
  private readonly owners = new Map<string, CodeOwners | undefined>();

  /** `depth`: how many directories from the top name a unit. */
  constructor(by: Grouping, depth: number) {
    this.by = by;
    this.depth = depth;
  }

  /** `real`: the absolute path of the file itself. */
  homeOf(real: string): Home {
    const directory = path.dirname(real);
    const repository = remembered(this.tops, directory, () => {
      const top = repositoryTop(directory);
      if (top !== undefined) return top;
      return isOutside(path.relative(this.cwd, directory)) ? directory : this.cwd;
    });
    return { repository, place: withSlashes(path.relative(repository, real)) };
  }

  /** The unit of a file, where it is not asked for by transform. */
  keyOf(home: Home): UnitKey {
    return this.key(home.repository, this.nameOf(home));
  }

  /** The unit of a transform; `number`: its place in the order of all, from 1. */
  keyOfTransform(repository: string, id: string, number: number): UnitKey {
    const key = this.key(repository, id);
    return { ...key, id: `${String(number).padStart(2, '0')}-${key.id}` };
  }

  /** The repository that the run was started in is not named; others are. */
  private key(repository: string, name: string): UnitKey {
    const below = withSlashes(path.relative(this.top, repository));
    const id = this.by === 'owner' ? ownerId(name) : unitId(name);
    if (below === '') return { repository, name, id };
    return { repository, name: `${below}: ${name}`, id: unitId(`${below}//${name}`) };
  }

  private nameOf({ repository, place }: Home): string {
    const directory = path.posix.dirname(place);
    if (this.by === 'owner') {
      const owners = remembered(this.owners, repository, () => CodeOwners.of(repository));
      return owners?.ownersOf(place).join(' ') || '(no owner)';
    }
    if (this.by === 'package') {
      const found = remembered(this.packages, path.join(repository, directory), () =>
        packageOf(repository, directory),
      );
      return found === '.' ? '(top)' : found;
    }
    if (directory === '.') return '(top)';
    return directory.split('/').slice(0, this.depth).join('/');
  }
}

/** The nearest directory upwards that has a manifest; without one, the directory itself. */
function packageOf(repository: string, directory: string): string {
  for (let at = directory; ; at = path.posix.dirname(at)) {
    if (namesIn(path.join(repository, at)).some(isManifest)) return at;
    if (at === '.') return directory;
  }
}

const isManifest = (name: string): boolean => MANIFESTS.has(name) || PROJECT.test(name);

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

/** What was worked out for a key before; old answers go when there are too many. */
function remembered<T>(answers: Map<string, T>, key: string, answer: () => T): T {
  if (answers.has(key)) return answers.get(key)!;
  if (answers.size >= MAX_KEPT) answers.clear();
  const value = answer();
  answers.set(key, value);
  return value;
}
