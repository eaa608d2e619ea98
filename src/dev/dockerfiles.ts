/** Finds Dockerfiles for the developers' scripts: every file of such a name, ignored or not. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const NAME = /^(?:Docker|Container)file(?:$|[.\-_])|\.(?:docker|container)file$|^dockerfile/i;
const NOT_ONE = /\.(?:dockerignore|md|json|ya?ml|sh|py|go|js|ts|html?|rb|java|png|svg)$/i;

/** The files below the given paths, by name; a file given by itself is taken whatever its name. */
export function findDockerfiles(roots: readonly string[]): string[] {
  return roots.flatMap((root) => {
    if (!statSync(root).isDirectory()) return [root];
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && NAME.test(entry.name) && !NOT_ONE.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .toSorted();
  });
}

/** Reads UTF-8; `undefined` for anything else. */
export function readText(file: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** The files, each content once, with their texts; those that are not UTF-8 apart. */
export function uniqueTexts(files: readonly string[]): {
  readonly texts: ReadonlyMap<string, string>;
  readonly notText: readonly string[];
} {
  const seen = new Set<string>();
  const texts = new Map<string, string>();
  const notText: string[] = [];
  for (const file of files) {
    const text = readText(file);
    if (text === undefined) notText.push(file);
    else if (!seen.has(text)) {
      seen.add(text);
      texts.set(file, text);
    }
  }
  return { texts, notText };
}
