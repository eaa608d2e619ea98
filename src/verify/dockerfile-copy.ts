/** The Dockerfile that is built: a copy of the file, or of its new text, outside of the context. */
import { copyFileSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface CopyOptions {
  /** Below this folder. */
  readonly folder: string;
  /** Without the line that names a frontend, which would be pulled from a registry. */
  readonly noFrontend: boolean;
  /** What the ignore file will hold; otherwise the one of its own is copied. */
  readonly ignoreFile?: string | undefined;
}

/**
 * Writes `text` as the Dockerfile `original`, with the `.dockerignore` of its own beside it. Gives
 * the path.
 */
export function copyDockerfile(text: string, original: string, options: CopyOptions): string {
  const file = path.join(mkdtempSync(path.join(options.folder, 'file-')), 'Dockerfile');
  writeFileSync(file, options.noFrontend ? withoutFrontend(text) : text);
  const ignore = `${original}.dockerignore`;
  if (options.ignoreFile !== undefined) {
    writeFileSync(`${file}.dockerignore`, options.ignoreFile);
  } else if (existsSync(ignore)) copyFileSync(ignore, `${file}.dockerignore`);
  return file;
}

/** Directives stand in the first lines, one each, before anything else. */
export function withoutFrontend(text: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => !/^#\s*[a-z]+\s*=/i.test(line));
  return lines
    .filter((line, index) => (at >= 0 && index >= at) || !/^#\s*syntax\s*=/i.test(line))
    .join('\n');
}
