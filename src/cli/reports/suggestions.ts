/**
 * Comments for a review on GitHub, each with a suggestion that its reader can commit: the `comments`
 * of https://docs.github.com/en/rest/pulls/reviews#create-a-review-for-a-pull-request, read 2026-11-26.
 */
import type { Output } from '../output.ts';
import type { FileReport, Read, Reporter } from '../report.ts';
import { anchored, isSayable, suggestionsOf, type Suggestion } from './blocks.ts';
import { List } from './list.ts';
import { fenced, MAX_BODY, plain } from './markdown-text.ts';
import { Places } from './places.ts';
import { sentence } from './said.ts';

export class SuggestionsReporter implements Reporter {
  private readonly out: Output;
  private readonly list: List;
  private readonly places = new Places();

  constructor(out: Output) {
    this.out = out;
    this.list = new List(out);
  }

  async begin(): Promise<void> {
    await this.out.write('{"version":1,"comments":[');
  }

  async file(report: FileReport, read: Read | undefined): Promise<void> {
    if (!read || report.path === '-') return;
    const path = this.places.of(report.path);
    for (const suggestion of suggestionsOf(report, read)) {
      const block = anchored(suggestion.block, read.text);
      if (block.count === 0 || !isSayable(block.inserted + block.removed)) continue;
      const last = block.line + block.count - 1;
      await this.list.add({
        path,
        ...(block.count > 1 ? { start_line: block.line, start_side: 'RIGHT' } : {}),
        line: last,
        side: 'RIGHT',
        body: bodyOf({ ...suggestion, block }),
      });
    }
  }

  async end(): Promise<void> {
    await this.out.write(`${this.list.end}]}\n`);
  }
}

function bodyOf({ block, findings }: Suggestion): string {
  const why = findings.map(
    (finding) =>
      `**${plain(finding.transform)}** (${finding.applicability}): ${plain(sentence(finding))}\n\n`,
  );
  // No line at all is an empty suggestion: the lines are deleted.
  const suggestion = fenced('suggestion', block.inserted.replace(/\r\n/g, '\n'));
  const body = why.join('') + suggestion;
  if (body.length <= MAX_BODY) return body;
  const left = 'The change is too long for a comment; `dockopt fix` shows it.\n';
  return why.join('').length + left.length <= MAX_BODY ? why.join('') + left : left;
}
