import type { ReportedFinding } from '../engine/fix.ts';
import type { AnyTransform } from '../engine/finding.ts';
import { TROUBLES, type FileReport, type Totals } from './report.ts';
import { byteText, count, visible } from './terminal.ts';

/** Findings that have the same reason not to be applied. */
interface Group {
  count: number;
  /** The first place. */
  readonly example: string;
}

/** What one transform did or would do. */
interface Tally {
  applied: number;
  files: number;
  /** Estimated bytes of final images. */
  saved: number;
  readonly heldBack: Map<string, Group>;
  readonly refused: Map<string, Group>;
}

/** Counts what became of the files; holds counts only, not the files. */
export class Summary {
  private readonly totals = {
    files: 0,
    changed: 0,
    unchanged: 0,
    skipped: 0,
    failed: 0,
    applied: 0,
    heldBack: 0,
    refused: 0,
    bugs: 0,
    saved: 0,
  };
  private readonly tallies = new Map<string, Tally>();
  /** The texts of each transform's reasons, the longest first. */
  private readonly reasons = new Map<string, readonly string[]>();
  private readonly learnt = new Set<readonly AnyTransform[]>();

  /** Takes in the reasons of transforms, once for each list of them. */
  learn(transforms: readonly AnyTransform[]): void {
    if (this.learnt.has(transforms)) return;
    this.learnt.add(transforms);
    for (const { id, reasons } of transforms) {
      this.reasons.set(
        id,
        Object.values(reasons).toSorted((a, b) => b.length - a.length),
      );
    }
  }

  add(report: FileReport): void {
    // An ignore file that there is not, and will not be, is no file.
    if (report.isNew !== true || report.status === 'changed') {
      this.totals.files++;
      this.totals[report.status]++;
    }
    this.totals.bugs += report.bugs?.length ?? 0;
    const applied = new Set<string>();
    for (const finding of report.findings) {
      const tally = this.tallyOf(finding.transform);
      if (finding.applied) {
        tally.applied++;
        this.totals.applied++;
        tally.saved += finding.saves?.bytes ?? 0;
        this.totals.saved += finding.saves?.bytes ?? 0;
        applied.add(finding.transform);
      } else this.notApplied(tally, finding, report.path);
    }
    for (const id of applied) this.tallyOf(id).files++;
  }

  get result(): Totals {
    return this.totals;
  }

  private tallyOf(id: string): Tally {
    let tally = this.tallies.get(id);
    if (!tally) {
      tally = { applied: 0, files: 0, saved: 0, heldBack: new Map(), refused: new Map() };
      this.tallies.set(id, tally);
    }
    return tally;
  }

  private notApplied(tally: Tally, finding: ReportedFinding, path: string): void {
    this.totals[finding.refused ? 'refused' : 'heldBack']++;
    const groups = finding.refused ? tally.refused : tally.heldBack;
    const reason = this.withoutDetail(finding);
    const group = groups.get(reason);
    if (group) group.count++;
    else groups.set(reason, { count: 1, example: `${visible(path)}:${finding.line}` });
  }

  /** The reason as the transform lists it: one line each, not one for each detail. */
  private withoutDetail({ transform, reason = '' }: ReportedFinding): string {
    const known = [...(this.reasons.get(transform) ?? []), ...Object.values(TROUBLES)];
    return known.find((text) => reason === text || reason.startsWith(`${text}: `)) ?? reason;
  }

  /** The lines for the end of the run. `would`: nothing is written. */
  lines(would: boolean): string[] {
    const lines: string[] = [];
    for (const [id, tally] of [...this.tallies].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const change = `${would ? 'would change' : 'changed'} ${count(tally.applied, 'place')}`;
      lines.push(`${id}: ${change} in ${count(tally.files, 'file')}${less(tally.saved)}`);
      for (const [kind, groups] of [
        ['held back', tally.heldBack],
        ['refused', tally.refused],
      ] as const) {
        for (const [reason, group] of [...groups].toSorted((a, b) => b[1].count - a[1].count)) {
          lines.push(`  ${kind}: ${group.count}: ${visible(reason)} (${example(group)})`);
        }
      }
    }
    lines.push(this.totalLine(would));
    return lines;
  }

  private totalLine(would: boolean): string {
    const { files, changed, unchanged, skipped, failed, bugs } = this.totals;
    const parts = [
      `${changed} ${would ? 'would change' : 'changed'}`,
      `${unchanged} unchanged`,
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
      ...(failed > 0 ? [`${failed} failed`] : []),
      ...(bugs > 0 ? [count(bugs, 'bug')] : []),
    ];
    return `${count(files, 'file')}: ${parts.join(', ')}${less(this.totals.saved)}`;
  }
}

/** Megabytes, as Docker counts them; an estimate below one is none. */
const less = (bytes: number): string =>
  bytes < 1e6 ? '' : `; images smaller by about ${byteText(bytes)} (estimated)`;

const example = ({ count: number, example: place }: Group): string =>
  number === 1 ? place : `first at ${place}`;
