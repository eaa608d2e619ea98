/** How long a build takes after a source file has changed: on a copy of the context. */
import { randomBytes } from 'node:crypto';
import { appendFileSync, cpSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DiskContext } from '../cli/disk-context.ts';
import { BuildFailure, messageOf } from './errors.ts';
import type { Subject, Trials } from './trial.ts';

export interface Rebuilt {
  readonly seconds: number;
  readonly cachedSteps: number;
  /** The file that was changed, from the context. */
  readonly file: string;
}

/** A larger context is not copied. */
const MAX_BYTES = 512 * 1024 * 1024;
const MAX_FILES = 50_000;

/** Source code, and what it is written in, the likeliest first: a line break more changes nothing. */
const SOURCES =
  'ts tsx js mjs jsx py go rs java kt rb php c cc cpp cs ex exs scala swift vue svelte sh html css'.split(
    ' ',
  );

/** Files that tell which packages are needed: a change there is another kind of change. */
const MANIFESTS = /^(?:setup\.py|.*\.config\.[cm]?[jt]s|.*\.lock|conftest\.py)$/i;

/** Why there is nothing to measure, as a text. */
export async function rebuild(
  text: string,
  wanted: string | undefined,
  subject: Subject,
  trials: Trials,
): Promise<Rebuilt | string> {
  const context = new DiskContext(subject.context, subject.file);
  const files = filesOf(subject.context, context);
  if (files === undefined) return 'the build context is too large to be copied';
  const file = wanted ?? sourceAmong(files);
  if (file === undefined) return 'the build context has no source file that is known as one';
  const folder = mkdtempSync(path.join(tmpdir(), 'dockopt-context-'));
  try {
    // With times and modes: to the builder it is the same context.
    cpSync(subject.context, folder, {
      recursive: true,
      preserveTimestamps: true,
      verbatimSymlinks: true,
      filter: (from) => isCopied(path.relative(subject.context, from), context),
    });
    await trials.build(text, subject, folder, trials.nextTag(), false);
    change(path.join(folder, file));
    const built = await trials.build(text, subject, folder, trials.nextTag(), false);
    return { seconds: built.seconds, cachedSteps: built.cachedSteps, file };
  } catch (error) {
    if (error instanceof BuildFailure) return `it does not build any more: ${messageOf(error)}`;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Puts blank lines at the end of a file, which change nothing of what it says. How long they are is
 * left to chance: the builder may still have what it made of an earlier change.
 */
export function change(file: string): void {
  const lines = [...randomBytes(8)].map((length) => ' '.repeat(length % 16));
  appendFileSync(file, `\n${lines.join('\n')}\n`);
}

function isCopied(relative: string, context: DiskContext): boolean {
  const name = relative.split(path.sep).join('/');
  if (name === '' || name === '.dockerignore') return true;
  const kind = context.kindOf(name);
  // A link that leads nowhere is a file of the context too.
  return !kind.known || kind.value !== 'missing';
}

/** All files, the ones near the root first; undefined where there are too many. */
function filesOf(root: string, context: DiskContext): string[] | undefined {
  const files: string[] = [];
  let bytes = 0;
  const folders = [''];
  for (const folder of folders) {
    for (const name of readdirSync(path.join(root, folder)).toSorted()) {
      const file = folder === '' ? name : `${folder}/${name}`;
      if (!isCopied(file, context)) continue;
      const stats = lstatSync(path.join(root, file));
      if (stats.isDirectory()) folders.push(file);
      if (!stats.isFile()) continue;
      files.push(file);
      bytes += stats.size;
      if (bytes > MAX_BYTES || files.length > MAX_FILES) return undefined;
    }
  }
  return files;
}

function sourceAmong(files: readonly string[]): string | undefined {
  const own = files.filter((file) => {
    const name = path.basename(file);
    return !MANIFESTS.test(name) && !/(?:^|\/)(?:node_modules|vendor|\.git|tests?)\//.test(file);
  });
  for (const ending of SOURCES) {
    const found = own.find((file) => file.endsWith(`.${ending}`));
    if (found !== undefined) return found;
  }
  return undefined;
}
