/**
 * Line endings that git converts: with `core.autocrlf` or the attribute `eol` a checkout has CRLF
 * where commits have LF, and a patch of what lies in the checkout does not apply to the commit.
 * https://git-scm.com/docs/gitattributes, `text` and `eol`, read 2026-11-27; tried with git 2.39.
 */
import type { Git } from './git.ts';

/** Names given to one git: the system limits how long arguments are. */
const AT_ONCE = 500;

/** `git ls-files --eol`: LF where it is stored, and not, or not everywhere, in the checkout. */
const CONVERTED = /^i\/lf\s+w\/(?:crlf|mixed)\s/;

/**
 * A patch against files of the checkout, as one against what git has of them. `places`: the files
 * that it changes, in its order, from the top of the repository.
 */
export function asStored(git: Git, patch: Buffer, places: readonly string[]): Buffer {
  if (!patch.includes('\r\n')) return patch;
  const converted = convertedIn(git, places);
  if (converted.size === 0) return patch;
  // Lines of a hunk begin with a space, `+`, `-`, `@` or `\`.
  const sections = patch.toString('latin1').split(/^(?=diff --git )/m);
  const stored = sections.map((section, at) =>
    converted.has(places[at] ?? '') ? section.replaceAll('\r\n', '\n') : section,
  );
  return Buffer.from(stored.join(''), 'latin1');
}

function convertedIn(git: Git, places: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (let from = 0; from < places.length; from += AT_ONCE) {
    const names = places.slice(from, from + AT_ONCE);
    const out = git.run(['--literal-pathspecs', 'ls-files', '--eol', '-z', '--', ...names]);
    for (const entry of out.split('\0')) {
      if (CONVERTED.test(entry)) found.add(entry.slice(entry.indexOf('\t') + 1));
    }
  }
  return found;
}
