import { fix, parseDockerfile, transforms, type Document } from '../../src/index.ts';

/** The RUNs of a file as the shell gets them, before and after `merge-runs`. */
export interface Texts {
  readonly apart: readonly string[];
  readonly merged: readonly string[];
}

const mergeRuns = transforms.filter((transform) => transform.id === 'merge-runs');

/** `undefined` when a RUN is refused by all of them: there is nothing to compare. */
export function mergeTexts(bodies: readonly string[], shell: readonly string[]): Texts | undefined {
  const head = `FROM scratch\nSHELL ${JSON.stringify(shell)}\nWORKDIR /work\n`;
  const text = head + bodies.map((body) => `RUN ${body}\n`).join('');
  const result = fix(text, { transforms: mergeRuns, options: { 'merge-runs': { stages: 'all' } } });
  if (result.bugs.length > 0) throw new Error(`${text}\n${JSON.stringify(result.bugs)}`);
  if (result.status === 'failed') throw new Error(`${text}\n${result.reason}`);
  if (result.status === 'unchanged') return undefined;
  return {
    apart: runTexts(parseDockerfile(text)),
    merged: runTexts(parseDockerfile(result.output)),
  };
}

const runTexts = (doc: Document): string[] => doc.only('RUN').map((run) => run.run.text);
