/** What `dockopt fix` makes of the naive file of an application. */
import path from 'node:path';
import { DiskContext } from '../../cli/disk-context.ts';
import { readSource } from '../../cli/file.ts';
import { fix, transforms } from '../../index.ts';
import type { App, Run } from './apps.ts';

/** The transform that the experts' files are held against. */
const CONVERTS = 'multi-stage';

export interface Rewritten {
  readonly text: string;
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
    level: run.level ?? 'suggested',
    options: run.options ?? {},
    context: new DiskContext(folder, file),
  });
  const own = findings.filter(({ transform }) => transform === CONVERTS);
  const converted = own.some(({ applied }) => applied);
  const problems = bugs.map(({ transform, problem }) => `bug in ${transform}: ${problem}`);
  if (status === 'failed') problems.push(`dockopt: ${reason}`);
  if (run.refused !== undefined) {
    const wanted = reasonText(run.refused);
    const refused = own.some((finding) => finding.refused && finding.reason?.startsWith(wanted));
    if (converted || !refused) problems.push(`not refused for the reason ${run.refused}`);
  }
  const because = own.map((finding) => finding.reason ?? '').filter(Boolean);
  return { text: output, converted, problems, because: converted ? '' : because.join('; ') };
}

/** The reason as findings give it. */
function reasonText(key: string): string {
  const text = transforms.find(({ id }) => id === CONVERTS)?.reasons[key];
  return text ?? `${CONVERTS} has no reason ${key}`;
}
