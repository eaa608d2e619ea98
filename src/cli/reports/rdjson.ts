/** reviewdog's format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf, read 2026-11-26. */
import type { ReportedFinding } from '../../engine/fix.ts';
import type { Output } from '../output.ts';
import type { FileReport, Read, Reporter } from '../report.ts';
import { anchored, isSayable, suggestionsOf } from './blocks.ts';
import { List } from './list.ts';
import { Places } from './places.ts';
import { sentence, troublesOf } from './said.ts';

type Json = Readonly<Record<string, unknown>>;

export class RdjsonReporter implements Reporter {
  private readonly out: Output;
  private readonly list: List;
  private readonly places = new Places();

  constructor(out: Output) {
    this.out = out;
    this.list = new List(out);
  }

  async begin(): Promise<void> {
    await this.out.write('{"source":{"name":"dockopt"},"diagnostics":[');
  }

  async file(report: FileReport, read: Read | undefined): Promise<void> {
    const file = this.places.of(report.path);
    const at = (line: number): Json => ({ path: file, range: { start: { line }, end: { line } } });
    for (const { line, message } of troublesOf(report)) {
      await this.list.add({ message, location: at(line), severity: 'ERROR' });
    }
    const suggestions = read ? suggestionsIn(report, read) : new Map<ReportedFinding, Json>();
    for (const finding of report.findings) {
      const suggestion = suggestions.get(finding);
      await this.list.add({
        message: sentence(finding),
        // reviewdog shows a suggestion only where it lies at the place of its message.
        location: suggestion ? { path: file, range: suggestion['range'] } : at(finding.line),
        severity: finding.applied ? 'WARNING' : 'INFO',
        code: { value: finding.transform },
        ...(suggestion ? { suggestions: [suggestion] } : {}),
      });
    }
  }

  async end(): Promise<void> {
    await this.out.write(`${this.list.end}]}\n`);
  }
}

/** Whole lines: without columns the range takes the last line in, without its ending. */
function suggestionsIn(report: FileReport, read: Read): Map<ReportedFinding, Json> {
  const suggestions = new Map<ReportedFinding, Json>();
  for (const { block, findings } of suggestionsOf(report, read)) {
    const [first] = findings;
    const { line, count, inserted, removed } = anchored(block, read.text);
    if (!first || count === 0 || !isSayable(inserted + removed)) continue;
    const range = { start: { line }, end: { line: line + count - 1 } };
    suggestions.set(first, { range, text: inserted.replace(/\r?\n$/, '') });
  }
  return suggestions;
}
