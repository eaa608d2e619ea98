type Version = readonly [number, number, number];

/**
 * Is a version in a range of npm? Undefined where the range is none of the usual forms.
 * https://docs.npmjs.com/cli/v6/using-npm/semver#ranges, read 2026-11-26.
 */
export function satisfies(version: string, range: string): boolean | undefined {
  const text = range.trim();
  if (text === version || text === '*' || text === '') return true;
  const own = parse(version);
  const match = /^([~^]|>=)?v?(\d+)(?:\.(\d+|[x*]))?(?:\.(\d+|[x*]))?$/.exec(text);
  if (!own || !match) return undefined;
  const [, operator = '', major, minor, patch] = match;
  const numbers = [major, minor, patch].map((part) =>
    part === undefined || /[x*]/.test(part) ? undefined : Number(part),
  );
  const low: Version = [numbers[0]!, numbers[1] ?? 0, numbers[2] ?? 0];
  if (compare(own, low) < 0) return false;
  if (operator === '>=') return true;
  return compare(own, above(operator, numbers, low)) < 0;
}

/** The first version that is too high. */
function above(
  operator: string,
  numbers: readonly (number | undefined)[],
  [major, minor, patch]: Version,
): Version {
  if (numbers[1] === undefined) return [major + 1, 0, 0];
  if (operator === '^' && major > 0) return [major + 1, 0, 0];
  if (operator === '^' && minor > 0) return [0, minor + 1, 0];
  if (operator === '^' && numbers[2] !== undefined) return [0, 0, patch + 1];
  if (operator !== '' || numbers[2] === undefined) return [major, minor + 1, 0];
  return [major, minor, patch + 1];
}

function parse(version: string): Version | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)(?:\+.*)?$/.exec(version);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : undefined;
}

const compare = (a: Version, b: Version): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
