import { valueOf, type Instruction, type Word } from '../../../src/kit.ts';
import { normal } from '../copied.ts';

/** How what is removed lies to a directory that is mounted. */
export type Relation = 'inside' | 'above' | 'apart' | 'unclear';

/** The paths that a word of rm stands for, `*` and the like left in; `undefined` if not known. */
export function pathsOf(
  run: Instruction,
  word: Word,
  home: string | undefined,
): string[] | undefined {
  const written = word.value ?? word.text.replaceAll('"', '');
  const expanded = written
    .replace(/^~(?=\/|$)/, home ?? '~')
    .replace(/\$\{?HOME\}?/g, home ?? '~')
    .replace(/\$\{?(\w+)\}?/g, (text, name: string) =>
      run.stage!.scope.at(run.index, name) ? (valueOf(run.variable(name)) ?? text) : text,
    );
  if (/[$`'~]/.test(expanded)) return undefined;
  return braces(expanded).flatMap((path) => {
    if (path.startsWith('/')) return [normal(path)];
    const workdir = run.state && valueOf(run.state.workdir);
    return workdir === undefined ? [] : [normal(`${workdir}/${path}`)];
  });
}

/** `/var/lib/{apt,dpkg}` as its parts. */
function braces(text: string): string[] {
  const match = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/.exec(text);
  if (!match) return [text];
  const [, before, list, after] = match as unknown as [string, string, string, string];
  return list.split(',').flatMap((part) => braces(before + part + after));
}

export function relationOf(path: string, target: string): Relation {
  if (path === '/') return 'apart';
  const parts = path.split('/');
  const targets = target.split('/');
  const common = Math.min(parts.length, targets.length);
  for (let at = 1; at < common; at++) {
    const pattern = parts[at]!.replace(/[.+^${}()|\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    let matches = false;
    try {
      matches = new RegExp(`^${pattern}$`).test(targets[at]!);
    } catch {
      return 'unclear';
    }
    // A glob does not match what begins with a dot.
    if (/^[*?]/.test(parts[at]!) && targets[at]!.startsWith('.')) matches = false;
    if (!matches) return 'apart';
  }
  return parts.length >= targets.length ? 'inside' : 'above';
}

/** Is one of the two the other, or in it? */
export const overlap = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
