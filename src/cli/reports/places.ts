/** What files are called in reports that others read: paths from the top of the repository. */
import path from 'node:path';
import { isOutside, repositoryTop, withSlashes } from '../paths.ts';

export class Places {
  private readonly cwd = process.cwd();
  private readonly top = repositoryTop(this.cwd) ?? this.cwd;

  /** `shown`: as the user knows it. */
  of(shown: string): string {
    if (shown === '-') return '-';
    const absolute = path.resolve(shown);
    for (const base of [this.top, repositoryTop(path.dirname(absolute))]) {
      const name = base === undefined ? '..' : path.relative(base, absolute);
      if (!isOutside(name)) return withSlashes(name);
    }
    return withSlashes(absolute);
  }
}
