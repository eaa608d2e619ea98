import { structuredPatch } from 'diff';

/** A diff of two texts that takes longer is replaced by one that shows all of both. */
const TIMEOUT_MS = 5000;
const MAX_EDITS = 10_000;

const CONTEXT_LINES = 3;

/**
 * A unified diff as `git apply` takes it. The names are relative to the top of the repository: git
 * reads them so wherever it is started, and passes over others without a word.
 */
export function unifiedDiff(name: string, before: string, after: string, isNew = false): string[] {
  const [old, now] = [quoteName(`a/${name}`), quoteName(`b/${name}`)];
  const patch = structuredPatch(name, name, before, after, '', '', {
    context: CONTEXT_LINES,
    timeout: TIMEOUT_MS,
    maxEditLength: MAX_EDITS,
  });
  const hunks = patch
    ? patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
        `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`,
        ...lines,
      ])
    : wholeFile(before, after);
  // Behind a name with a space git wants a tab.
  const tab = name.includes(' ') ? '\t' : '';
  const head = isNew ? ['new file mode 100644', '--- /dev/null'] : [`--- ${old}${tab}`];
  return [`diff --git ${old} ${now}`, ...head, `+++ ${now}${tab}`, ...hunks];
}

/** A range without lines stands behind the line before it. */
const range = (start: number, lines: number): string =>
  lines === 1 ? `${start}` : `${lines === 0 ? start - 1 : start},${lines}`;

function wholeFile(before: string, after: string): string[] {
  const old = linesOf(before, '-');
  const now = linesOf(after, '+');
  const size = (lines: readonly string[]): number =>
    lines.filter((line) => !line.startsWith('\\')).length;
  return [`@@ -1,${size(old)} +1,${size(now)} @@`, ...old, ...now];
}

function linesOf(text: string, sign: string): string[] {
  const lines = text.split('\n').map((line) => sign + line);
  if (text.endsWith('\n')) lines.pop();
  else lines.push('\\ No newline at end of file');
  return lines;
}

const NAMED: Readonly<Record<number, string>> = {
  0x07: '\\a',
  0x08: '\\b',
  0x09: '\\t',
  0x0a: '\\n',
  0x0b: '\\v',
  0x0c: '\\f',
  0x0d: '\\r',
  0x22: '\\"',
  0x5c: '\\\\',
};

/** As git does: https://git-scm.com/docs/git-config#Documentation/git-config.txt-corequotePath */
export function quoteName(name: string): string {
  if (/^[ !#-[\]-~]*$/.test(name)) return name;
  const quoted = Array.from(Buffer.from(name), (byte) => {
    if (NAMED[byte] !== undefined) return NAMED[byte];
    const plain = byte >= 0x20 && byte < 0x7f;
    return plain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `"${quoted.join('')}"`;
}
