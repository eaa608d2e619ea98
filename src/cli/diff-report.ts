import path from 'node:path';
import { encode } from './bytes.ts';
import { unifiedDiff } from './diff.ts';
import type { Output } from './output.ts';
import { isOutside, repositoryTop, withSlashes } from './paths.ts';
import type { FileReport, Read, Reporter } from './report.ts';
import { takesColour, visibleLine } from './terminal.ts';

/** One diff of all files that change. */
export class DiffReporter implements Reporter {
  private readonly out: Output;
  private readonly cwd = process.cwd();
  private readonly top = repositoryTop(this.cwd) ?? this.cwd;
  private show: (lines: readonly string[]) => string = (lines) => `${lines.join('\n')}\n`;

  constructor(out: Output) {
    this.out = out;
  }

  async begin(): Promise<void> {
    if (!this.out.isTTY) return;
    if (takesColour(this.out.stream)) {
      const { default: picocolors } = await import('picocolors');
      const { bold, cyan, green, red } = picocolors.createColors(true);
      const colours = new Map([
        ['@', cyan],
        ['-', red],
        ['+', green],
      ]);
      this.show = (lines) =>
        lines
          .map(
            (line, i) =>
              (i < 3 ? bold : colours.get(line[0] ?? ''))?.(visibleLine(line)) ?? visibleLine(line),
          )
          .join('\n') + '\n';
    } else this.show = (lines) => `${lines.map(visibleLine).join('\n')}\n`;
  }

  async file({ path: shown, status, output }: FileReport, read: Read | undefined): Promise<void> {
    if (status !== 'changed' || output === null || !read) return;
    const name = read.real === undefined ? shown : this.nameOf(read.real);
    await this.out.write(encode(this.show(unifiedDiff(name, read.text, output, read.isNew))));
  }

  async end(): Promise<void> {}

  /** The path for `git apply`: from the top of the repository of the current directory. */
  private nameOf(real: string): string {
    for (const base of [this.top, this.cwd, repositoryTop(path.dirname(real))]) {
      const name = base === undefined ? '..' : path.relative(base, real);
      if (!isOutside(name)) return withSlashes(name);
    }
    return withSlashes(path.relative(this.cwd, real));
  }
}
