/** What migration asks of one Dockerfile: plain data, so that it can be worked out in a worker. */
import { fixFile } from '../cli/fix-file.ts';
import type { FileFixer } from '../cli/file-fixer.ts';
import type { Settings } from '../cli/config/settings.ts';
import type { Target } from '../cli/discover.ts';
import type { FileReport } from '../cli/report.ts';
import type { ReportedFinding } from '../engine/fix.ts';

/** What one transform adds to those before it. */
export interface Step {
  readonly transform: string;
  /** Its place in the order of all transforms, from 1. */
  readonly number: number;
  readonly before: string;
  readonly after: string;
  readonly findings: readonly ReportedFinding[];
}

export interface Analysis {
  readonly report: FileReport;
  /** The text as it was read; undefined: it was not. */
  readonly text: string | undefined;
  /** By transform only: one after the other they make of `text` what the report has. */
  readonly steps: readonly Step[];
}

export async function analyse(
  fixer: FileFixer,
  target: Target,
  byTransform: boolean,
): Promise<Analysis> {
  const { report, read, settings } = await fixer.target(target);
  const text = read?.text;
  const isChanged = report.status === 'changed' && text !== undefined && settings !== undefined;
  const steps = byTransform && isChanged ? stepsOf(report, text, settings) : [];
  return { report, text, steps };
}

/**
 * The change of a file, transform by transform: step N is what the first N transforms make of the
 * text, less what the first N - 1 make of it. So the steps add up to what all of them make.
 */
function stepsOf(report: FileReport, text: string, settings: Settings): Step[] {
  const { findings, output } = report;
  const acting = new Set(findings.filter(({ applied }) => applied).map((one) => one.transform));
  const used = settings.transforms.filter(({ id }) => acting.has(id));
  const leftOut = new Set(findings.filter(({ applied }) => !applied).map(placeOf));
  const steps: Step[] = [];
  let before = text;
  let known = new Set<string>();
  for (const [i, { id }] of used.entries()) {
    const isLast = i === used.length - 1;
    const result = isLast
      ? { output: output!, findings }
      : fixFile(text, report.path, { ...settings, transforms: used.slice(0, i + 1) }, (finding) =>
          leftOut.has(placeOf(finding)) ? 'left out' : undefined,
        );
    const applied = result.findings.filter((finding) => finding.applied);
    if (result.output === before) continue;
    const number = 1 + settings.known.findIndex((transform) => transform.id === id);
    const own = applied.filter((finding) => !known.has(keyOf(finding)));
    steps.push({ transform: id, number, before, after: result.output, findings: own });
    before = result.output;
    known = new Set(applied.map(keyOf));
  }
  return steps;
}

const placeOf = ({ transform, line }: Pick<ReportedFinding, 'transform' | 'line'>): string =>
  `${transform}:${line}`;

const keyOf = (finding: ReportedFinding): string => `${placeOf(finding)}:${finding.message}`;
