/** What was seen of an image, and in what two of them differ. */

/** One answer or one run; byte strings are held as Latin-1, a character a byte. */
export interface Observation {
  /** The check, or the request. */
  readonly what: string;
  readonly seen: Readonly<Record<string, string | number>>;
}

const SHOWN = 300;

/** In what two lists of observations of the same checks differ; nothing if they agree. */
export function differences(
  before: readonly Observation[],
  after: readonly Observation[],
): string[] {
  const found = before.flatMap(({ what, seen }, index) => {
    const other = after[index]?.seen ?? {};
    const names = [...new Set([...Object.keys(seen), ...Object.keys(other)])];
    return names
      .filter((name) => seen[name] !== other[name])
      .map((name) => `${what}: ${name} was ${shown(seen[name])}, is ${shown(other[name])}`);
  });
  if (before.length === after.length) return found;
  return [...found, `${before.length} observations before, ${after.length} after`];
}

function shown(value: string | number | undefined): string {
  if (typeof value !== 'string') return String(value);
  const text = JSON.stringify(Buffer.from(value, 'latin1').toString());
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}… (${value.length} bytes)`;
}
