import { compilePattern } from './path-pattern.ts';

/**
 * What `.dockerignore` leaves out of a build context. The patterns hold for whole paths from the
 * root; a path is also out when a directory above it is; the last pattern that matches decides.
 * https://docs.docker.com/build/concepts/context/#dockerignore-files and
 * https://pkg.go.dev/github.com/moby/patternmatcher, read 2026-11-23.
 */
export class DockerIgnore {
  private readonly patterns: readonly Pattern[];

  /** Throws a `SyntaxError` for a pattern that Docker refuses. */
  constructor(text: string) {
    this.patterns = text
      .replace(/^\uFEFF/, '')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map(readPattern);
  }

  /** Is the path, from the root and with slashes, left out? */
  excludes(file: string): boolean {
    let out = false;
    for (const { exception, covers } of this.patterns) {
      if (exception === out && covers(file)) out = !exception;
    }
    return out;
  }

  /** Is it in although it stands below something that is out, because an exception says so? */
  isTakenIn(file: string): boolean {
    return this.patterns.some(({ exception, covers }) => exception && covers(file));
  }

  /** Does an exception name something in a directory? */
  namesIn(directory: string): boolean {
    const above = directory.split('/');
    return this.patterns.some(
      ({ exception, names, wild }) =>
        exception &&
        names.length >= above.length + (wild ? 0 : 1) &&
        above.every((name, i) => names[i] === name),
    );
  }

  /** Could something below a directory that is left out be taken in again? */
  mayTakeInBelow(directory: string): boolean {
    const names = directory.split('/');
    return this.patterns.some(
      ({ exception, names: start, wild }) =>
        exception &&
        (wild || start.length > names.length) &&
        names.every((name, i) => start[i] === undefined || start[i] === name),
    );
  }
}

interface Pattern {
  readonly exception: boolean;
  /** Does it match the path or a directory that it is in? */
  readonly covers: (file: string) => boolean;
  /** Its names up to the first with a wildcard. */
  readonly names: readonly string[];
  readonly wild: boolean;
}

/** As `filepath.Clean` does: without `.`, doubled slashes and `..` behind a name. */
function cleanPath(text: string): string {
  const names: string[] = [];
  for (const name of text.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.length > 0 && names.at(-1) !== '..') names.pop();
    else if (!text.startsWith('/')) names.push(name);
  }
  return names.join('/') || '.';
}

function readPattern(line: string): Pattern {
  const exception = line.startsWith('!');
  const text = exception ? line.slice(1).trim() : line;
  if (text === '') throw new SyntaxError('the pattern "!" is empty');
  const clean = cleanPath(text);
  const names = clean.split('/');
  const wild = names.findIndex((name) => /[*?[\\]/.test(name));
  return {
    exception,
    covers: compilePattern(clean),
    names: wild < 0 ? names : names.slice(0, wild),
    wild: wild >= 0,
  };
}
