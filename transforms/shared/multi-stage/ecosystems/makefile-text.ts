/** Stands in a text for what cannot be told: a shell call, an unknown function. */
export const UNTOLD = '\0';

/** The words of a text. */
export const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Lines, those that end in a backslash joined with the next. */
export function logicalLines(text: string): string[] {
  const found: string[] = [];
  let open: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const whole: string = open === undefined ? line : `${open} ${line.trim()}`;
    open = whole.endsWith('\\') ? whole.slice(0, -1).trimEnd() : undefined;
    if (open === undefined) found.push(whole);
  }
  return open === undefined ? found : [...found, open];
}

/** Where the parenthesis at `at` is closed. */
export function closing(text: string, at: number): number {
  const [open, close] = text[at] === '(' ? ['(', ')'] : ['{', '}'];
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === open) depth++;
    else if (text[i] === close && --depth === 0) return i;
  }
  return text.length;
}

/** What `%` stands for. */
export function stemOf(pattern: string, name: string): string | undefined {
  const at = pattern.indexOf('%');
  if (at < 0) return undefined;
  const [before, after] = [pattern.slice(0, at), pattern.slice(at + 1)];
  const fits =
    name.startsWith(before) && name.endsWith(after) && name.length > before.length + after.length;
  return fits ? name.slice(before.length, name.length - after.length) : undefined;
}

/** `$(patsubst from,to,text)` */
export const replaced = (text: string, from: string, to: string): string =>
  words(text)
    .map((word) => {
      if (!from.includes('%')) return word === from ? to : word;
      const stem = stemOf(from, word) ?? (word === from.replace('%', '') ? '' : undefined);
      return stem === undefined ? word : to.replace('%', stem);
    })
    .join(' ');

/** The variables of one rule. */
export const automatic = (target: string, prerequisites: readonly string[]): Map<string, string> =>
  new Map([
    ['@', target],
    ['<', prerequisites[0] ?? UNTOLD],
    ['^', prerequisites.join(' ')],
    ['+', prerequisites.join(' ')],
    ['?', prerequisites.join(' ')],
  ]);
