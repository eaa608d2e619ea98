/**
 * The patterns of `.dockerignore`: Go's `filepath.Match` with `**` for any number of directories.
 * https://docs.docker.com/build/concepts/context/#dockerignore-files,
 * https://pkg.go.dev/path/filepath#Match, read 2026-11-23.
 *
 * All ways through a pattern are followed at once, character by character: a regular expression
 * would try them one after the other, which a pattern with many `*` makes take for ever.
 */
type Step =
  | { readonly kind: 'one'; readonly takes: (character: string) => boolean }
  /** Any characters but slashes, or none. */
  | { readonly kind: 'name' }
  /** Any characters, or none. */
  | { readonly kind: 'any' }
  /** Goes to the next step, or past it. */
  | { readonly kind: 'optional' }
  /** Any characters, then a slash. */
  | { readonly kind: 'directories' };

/**
 * A test whether a path, or a directory that it is in, matches. Throws a `SyntaxError` for a
 * pattern that Docker refuses.
 */
export function compilePattern(pattern: string): (path: string) => boolean {
  // A leading `**` that is no directory of its own: any path with that end.
  const end = /^\*\*([^/].*)$/s.exec(pattern)?.[1];
  if (end !== undefined && !/[*?[\]\\]/.test(end)) return (path) => `${path}/`.includes(`${end}/`);
  const steps = [...stepsOf(Array.from(pattern))];
  return (path) => matches(steps, path);
}

function* stepsOf(pattern: readonly string[]): Generator<Step> {
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!;
    if (character === '*' && pattern[at + 1] === '*') {
      at += pattern[at + 2] === '/' ? 2 : 1;
      if (at === pattern.length - 1) yield { kind: 'any' };
      else yield* [{ kind: 'optional' } as const, { kind: 'directories' } as const];
    } else if (character === '*') yield { kind: 'name' };
    else if (character === '?') yield { kind: 'one', takes: (other) => other !== '/' };
    else if (character === '[') {
      const { takes, last } = readClass(pattern, at);
      yield { kind: 'one', takes };
      at = last;
    } else {
      const literal = character === '\\' ? pattern[++at] : character;
      if (literal === undefined) throw refused(pattern, 'ends in a backslash');
      yield { kind: 'one', takes: (other) => other === literal };
    }
  }
}

/** `[a-z]` or `[^a-z]`; a `!` is a character like others. */
function readClass(
  pattern: readonly string[],
  start: number,
): { takes: (character: string) => boolean; last: number } {
  let at = start + 1;
  const negated = pattern[at] === '^';
  if (negated) at++;
  const next = (): string => {
    if (pattern[at] === '\\') at++;
    const character = pattern[at++];
    if (character === undefined) throw refused(pattern, 'does not close a "["');
    return character;
  };
  const ranges: (readonly [string, string])[] = [];
  while (ranges.length === 0 || pattern[at] !== ']') {
    const low = next();
    if (pattern[at] !== '-') ranges.push([low, low]);
    else {
      at++;
      ranges.push([low, next()]);
    }
  }
  const inRange = (character: string): boolean =>
    ranges.some(([low, high]) => low <= character && character <= high);
  return { takes: (character) => character !== '/' && inRange(character) !== negated, last: at };
}

const refused = (pattern: readonly string[], why: string): SyntaxError =>
  new SyntaxError(`the pattern ${JSON.stringify(pattern.join(''))} ${why}`);

function matches(steps: readonly Step[], path: string): boolean {
  let states = new Set<number>();
  reach(steps, states, 0);
  for (const character of path) {
    if (character === '/' && states.has(steps.length)) return true;
    const after = new Set<number>();
    for (const state of states) advance(steps, state, character, after);
    states = after;
    if (states.size === 0) return false;
  }
  return states.has(steps.length);
}

/** Adds a state, and those that it leads to without a character. */
function reach(steps: readonly Step[], states: Set<number>, state: number): void {
  if (states.has(state)) return;
  states.add(state);
  const kind = steps[state]?.kind;
  if (kind === 'name' || kind === 'any' || kind === 'optional') reach(steps, states, state + 1);
  if (kind === 'optional') reach(steps, states, state + 2);
}

function advance(
  steps: readonly Step[],
  state: number,
  character: string,
  after: Set<number>,
): void {
  const step = steps[state];
  switch (step?.kind) {
    case 'one':
      if (step.takes(character)) reach(steps, after, state + 1);
      break;
    case 'name':
      if (character !== '/') reach(steps, after, state);
      break;
    case 'any':
      reach(steps, after, state);
      break;
    case 'directories':
      reach(steps, after, state);
      if (character === '/') reach(steps, after, state + 1);
      break;
    default:
  }
}
