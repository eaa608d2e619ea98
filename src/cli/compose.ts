import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { decode } from './bytes.ts';
import { readRegularFile } from './file.ts';
import { isOutside, realPath, repositoryTop } from './paths.ts';

/** A `build:` of a compose file, with absolute paths. */
export interface Build {
  /** The compose file. */
  readonly file: string;
  readonly context: string;
  readonly dockerfile: string;
}

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

  /**
   * What they name as the build context of a Dockerfile, an absolute path. `context` is undefined
   * where they name several, and none of them is its directory.
   */
  contextOf(dockerfile: string): { file: string; context: string | undefined } | undefined {
    const directory = path.dirname(dockerfile);
    const top = repositoryTop(directory);
    const real = realPath(dockerfile);
    const builds = this.buildsAround(directory).filter(
      (build) => realPath(build.dockerfile) === real && isContext(build, top),
    );
    const [first] = builds;
    if (!first) return undefined;
    const contexts = new Set(builds.map(({ context }) => realPath(context)));
    if (contexts.size === 1) return { file: first.file, context: first.context };
    const own = contexts.has(realPath(directory)) ? directory : undefined;
    return { file: first.file, context: own };
  }

  private buildsIn(directory: string): readonly Build[] {
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
    return readdirSync(directory)
      .filter((name) => COMPOSE.test(name))
      .flatMap((name) => {
        const file = path.join(directory, name);
        return buildsOf(decode(readRegularFile(file, MAX_BYTES)), file);
      });
  } catch {
    // What cannot be read names nothing.
    return [];
  }
}

/**
 * The builds of a compose file: `build: DIR`, or `context:` and `dockerfile:` below `build:`.
 * https://docs.docker.com/reference/compose-file/build/, read 2026-11-25. What holds a variable is
 * left out. Only these lines are read: an alias or a merge of YAML is not followed.
 */
export function buildsOf(text: string, file: string): Build[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, i) => {
    const found = /^(\s+)(['"]?)build\2:\s*(.*)$/.exec(line);
    if (!found) return [];
    const rest = plain(found[3]!);
    const fields =
      rest.startsWith('{') || rest === ''
        ? fieldsOf(rest === '' ? below(lines, i, found[1]!.length) : rest.slice(1, -1).split(','))
        : new Map([['context', rest]]);
    const context = fields.get('context') ?? '.';
    const dockerfile = fields.get('dockerfile') ?? 'Dockerfile';
    if (fields.has('dockerfile_inline') || /[$*&]|:\/\/|^git@/.test(context + dockerfile))
      return [];
    const directory = path.resolve(path.dirname(file), context);
    return [{ file, context: directory, dockerfile: path.resolve(directory, dockerfile) }];
  });
}

function below(lines: readonly string[], at: number, indent: number): string[] {
  const found: string[] = [];
  for (const line of lines.slice(at + 1)) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    if (line.length - line.trimStart().length <= indent) break;
    found.push(line);
  }
  return found;
}

function fieldsOf(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const found = /^\s*['"]?(context|dockerfile|dockerfile_inline)['"]?:\s*(.*)$/.exec(line);
    if (found && !fields.has(found[1]!)) fields.set(found[1]!, plain(found[2]!));
  }
  return fields;
}

/** A scalar without comment and quotes. */
const plain = (text: string): string =>
  text
    .replace(/(^|\s)#.*$/, '')
    .trim()
    .replace(/^(['"])(.*)\1$/, '$2');
