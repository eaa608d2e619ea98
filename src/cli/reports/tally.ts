/** Counts by transform and by directory. */
import path from 'node:path';
import type { FileReport } from '../report.ts';
import { savedBy } from './said.ts';

export interface Count {
  readonly name: string;
  files: number;
  applied: number;
  heldBack: number;
  refused: number;
  saved: number;
}

export class Tally {
  private readonly transforms = new Map<string, Count>();
  private readonly directories = new Map<string, Count>();

  add(file: string, { status, findings }: FileReport): void {
    if (status === 'changed') {
      const count = of(this.directories, path.posix.dirname(file));
      count.files++;
      count.applied += findings.filter(({ applied }) => applied).length;
      count.saved += savedBy(findings);
    }
    const inFile = new Set<string>();
    for (const finding of findings) {
      const count = of(this.transforms, finding.transform);
      if (finding.applied) {
        count.applied++;
        count.saved += finding.saves?.bytes ?? 0;
        inFile.add(finding.transform);
      } else count[finding.refused ? 'refused' : 'heldBack']++;
    }
    for (const id of inFile) of(this.transforms, id).files++;
  }

  get byTransform(): Count[] {
    return sorted(this.transforms);
  }

  get byDirectory(): Count[] {
    return sorted(this.directories);
  }

  get saved(): number {
    return this.byTransform.reduce((sum, { saved }) => sum + saved, 0);
  }
}

function of(counts: Map<string, Count>, name: string): Count {
  let count = counts.get(name);
  if (!count) {
    count = { name, files: 0, applied: 0, heldBack: 0, refused: 0, saved: 0 };
    counts.set(name, count);
  }
  return count;
}

const sorted = (counts: ReadonlyMap<string, Count>): Count[] =>
  [...counts.values()].toSorted((a, b) => b.applied - a.applied || (a.name < b.name ? -1 : 1));
