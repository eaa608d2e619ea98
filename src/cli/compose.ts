import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { decode } from './bytes.ts';
import { buildsOf, type Build } from './compose-file.ts';
import { readRegularFile } from './file.ts';
import { isOutside, realPath, repositoryTop } from './paths.ts';

/** A compose file, by its name. */
const COMPOSE = /^(?:docker-)?compose(?:[._-][\w.-]+)?\.ya?ml$/;

const MAX_BYTES = 1024 * 1024;

/** Directories whose builds are remembered. */
const MAX_DIRECTORIES = 2000;

/** Above a directory outside of a repository nothing tells where a project begins. */
const LEVELS = 3;

/** Which build contexts the compose files in a directory and above it name. */
export class ComposeFiles {
  private readonly directories = new Map<string, readonly Build[]>();

  /** Those that name a file as their Dockerfile, or a directory as their context. */
  buildsAround(directory: string): Build[] {
    const top = repositoryTop(directory);
    const found: Build[] = [];
    const levels = top === undefined ? LEVELS : Infinity;
    let at = directory;
    for (let level = 0; level < levels; level++) {
      found.push(...this.buildsIn(at));
      if (at === top || path.dirname(at) === at) break;
      at = path.dirname(at);
    }
    return found;
  }

  /** Those of a Dockerfile, given as an absolute path. */
  buildsOf(dockerfile: string): Build[] {
    const directory = path.dirname(dockerfile);
    const top = repositoryTop(directory);
    const real = realPath(dockerfile);
    return this.buildsAround(directory).filter(
      (build) => realPath(build.dockerfile) === real && isContext(build, top),
    );
  }

  /** Those of the compose files in a directory itself. */
  buildsIn(directory: string): readonly Build[] {
    let builds = this.directories.get(directory);
    if (!builds) {
      builds = read(directory);
      if (this.directories.size >= MAX_DIRECTORIES) this.directories.clear();
      this.directories.set(directory, builds);
    }
    return builds;
  }
}

/** A directory of the repository; outside of one it has the Dockerfile in it. */
function isContext({ context, dockerfile }: Build, top: string | undefined): boolean {
  if (statSync(context, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  return !isOutside(
    top === undefined ? path.relative(context, dockerfile) : path.relative(top, context),
  );
}

function read(directory: string): Build[] {
  try {
    const names = readdirSync(directory).filter((name) => COMPOSE.test(name));
    return buildsOf(names.flatMap((name) => readCompose(path.join(directory, name))));
  } catch {
    return [];
  }
}

/** What cannot be read names nothing. */
function readCompose(file: string): [file: string, text: string][] {
  try {
    return [[file, decode(readRegularFile(file, MAX_BYTES))]];
  } catch {
    return [];
  }
}

/**
 * What the builds of a Dockerfile name as its build context, an absolute path. `context` is
 * undefined where they name several, and none of them is its directory.
 */
export function contextOf(
  builds: readonly Build[],
  dockerfile: string,
): { file: string; context: string | undefined } | undefined {
  const [first] = builds;
  if (!first) return undefined;
  const directory = path.dirname(dockerfile);
  const contexts = new Set(builds.map(({ context }) => realPath(context)));
  if (contexts.size === 1) return { file: first.file, context: first.context };
  const own = contexts.has(realPath(directory)) ? directory : undefined;
  return { file: first.file, context: own };
}
