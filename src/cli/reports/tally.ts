/** Counts by transform and by directory. */
import path from 'node:path';
import type { FileReport } from '../report.ts';

export interface Count {
  readonly name: string;
  /** Files that change. */
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
    const directory = path.posix.dirname(file);
    const inFile = new Set<string>();
    for (const finding of findings) {
      for (const count of [
        of(this.transforms, finding.transform),
        of(this.directories, directory),
      ]) {
        if (finding.applied) {
          count.applied++;
          count.saved += finding.saves?.bytes ?? 0;
        } else count[finding.refused ? 'refused' : 'heldBack']++;
      }
      if (finding.applied) inFile.add(finding.transform);
    }
    if (status === 'changed') of(this.directories, directory).files++;
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
