/** What was seen of an image, and in what two of them differ. */

/** One answer or one run; byte strings are held as Latin-1, a character a byte. */
export interface Observation {
  /** The check, or the request. */
  readonly what: string;
  readonly seen: Readonly<Record<string, string | number>>;
}

const SHOWN = 300;

/** One thing that was seen otherwise. */
export interface Deviation {
  readonly what: string;
  readonly name: string;
  readonly before: string | number | undefined;
  readonly after: string | number | undefined;
}

/** In what two lists of observations of the same checks differ; nothing if they agree. */
export function differences(
  before: readonly Observation[],
  after: readonly Observation[],
): string[] {
  const found = deviations(before, after).map(told);
  if (before.length === after.length) return found;
  return [...found, `${before.length} observations before, ${after.length} after`];
}

export const deviations = (
  before: readonly Observation[],
  after: readonly Observation[],
): Deviation[] =>
  before.flatMap(({ what, seen }, index) => {
    const other = after[index]?.seen ?? {};
    const names = [...new Set([...Object.keys(seen), ...Object.keys(other)])];
    return names
      .filter((name) => seen[name] !== other[name])
      .map((name) => ({ what, name, before: seen[name], after: other[name] }));
  });

export const told = ({ what, name, before, after }: Deviation): string =>
  `${what}: ${name} was ${shown(before)}, is ${shown(after)}`;

function shown(value: string | number | undefined): string {
  if (typeof value !== 'string') return String(value);
  const text = JSON.stringify(Buffer.from(value, 'latin1').toString());
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}… (${value.length} bytes)`;
}
