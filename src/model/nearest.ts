/** The name that was probably meant, or undefined when none is near. */
export function nearest(given: string, names: readonly string[]): string | undefined {
  // Every name is short, and so is whatever is near one.
  if (given.length > 64) return undefined;
  const limit = Math.max(1, Math.floor(given.length / 3));
  const ranked = names
    .map((name) => ({ name, distance: distance(given.toLowerCase(), name.toLowerCase()) }))
    .filter((candidate) => candidate.distance <= limit)
    .toSorted((a, b) => a.distance - b.distance);
  return ranked[0]?.name;
}

/** `; did you mean "x"?`, or nothing. */
export function didYouMean(given: string, names: readonly string[], prefix = ''): string {
  const name = nearest(given, names);
  return name === undefined ? '' : `; did you mean ${prefix}${name}?`;
}

/** The optimal string alignment distance: insertions, deletions, changes and swaps. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
      }
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
