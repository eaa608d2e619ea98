/** What `dockopt fix` makes of the naive file of an application. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DiskContext } from '../../cli/disk-context.ts';
import { readSource } from '../../cli/file.ts';
import { fixIgnoreFile } from '../../engine/ignore-file.ts';
import { fix, parseDockerfile, transforms } from '../../index.ts';
import type { App, Run } from './apps.ts';

/** The transform that the experts' files are held against, unless settings name another. */
const CONVERTS = 'multi-stage';
const IGNORES = 'complete-dockerignore';

export interface Rewritten {
  readonly text: string;
  /** The ignore file of the build context, where it changes. */
  readonly ignoreFile: string | undefined;
  readonly converted: boolean;
  /** What is wrong with it already: bugs, or another outcome than the settings say. */
  readonly problems: readonly string[];
  /** Why it was not converted, for the reader of the table. */
  readonly because: string;
}

export function rewrite({ folder }: App, run: Run): Rewritten {
  const file = path.join(folder, 'Dockerfile');
  const { text } = readSource(file);
  const { output, findings, bugs, status, reason } = fix(text, {
    transforms: transforms.filter((transform) => run.skip?.includes(transform.id) !== true),
    known: transforms.map((transform) => transform.id),
    level: run.level ?? 'suggested',
    options: run.options ?? {},
    context: new DiskContext(folder, file),
  });
  const id = run.transform ?? CONVERTS;
  const own = findings.filter(({ transform }) => transform === id);
  const ignore = ignoreFileOf(folder, file, output, run);
  const converted =
    own.some(({ applied }) => applied) || (id === IGNORES && ignore.text !== undefined);
  const problems = bugs.map(({ transform, problem }) => `bug in ${transform}: ${problem}`);
  if (status === 'failed') problems.push(`dockopt: ${reason}`);
  if (run.refused !== undefined) {
    const wanted = reasonText(id, run.refused);
    const refused = own.some((finding) => finding.refused && finding.reason?.startsWith(wanted));
    if (converted || !refused) problems.push(`not refused for the reason ${run.refused}`);
  }
  if (run.nothing && own.length > 0) problems.push(`${id} says: ${own[0]!.message}`);
  problems.push(...ignore.problems);
  const because = own.map((finding) => finding.reason ?? '').filter(Boolean);
  return {
    text: output,
    ignoreFile: ignore.text,
    converted,
    problems,
    because: converted ? '' : because.join('; '),
  };
}

/** What becomes of the ignore file; the build then shows whether it hides what is needed. */
function ignoreFileOf(
  folder: string,
  file: string,
  dockerfile: string,
  { skip, level = 'suggested', ignores = [] }: Run,
): { text: string | undefined; problems: string[] } {
  const transform = transforms.find(({ id }) => id === IGNORES)!;
  if (skip?.includes(transform.id) === true) return { text: undefined, problems: [] };
  const own = path.join(folder, '.dockerignore');
  const { status, output, problem } = fixIgnoreFile(
    transform,
    {
      sharers: [{ path: file, doc: parseDockerfile(dockerfile), certain: true }],
      context: new DiskContext(folder),
      text: existsSync(own) ? readSource(own).text : undefined,
      gitIgnores: () => false,
    },
    { level, options: {} },
  );
  const missing = ignores.filter((line) => !output.split('\n').includes(line));
  return {
    text: status === 'changed' ? output : undefined,
    problems: [
      ...(problem === undefined ? [] : [`the ignore file: ${problem}`]),
      ...missing.map((line) => `the ignore file lacks ${line}`),
    ],
  };
}

/** The reason as findings give it. */
function reasonText(transform: string, key: string): string {
  const text = transforms.find(({ id }) => id === transform)?.reasons[key];
  return text ?? `${transform} has no reason ${key}`;
}
