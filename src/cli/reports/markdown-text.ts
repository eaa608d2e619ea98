/** Texts of others in GitHub's and GitLab's Markdown: they stay texts. */
import { visible } from '../terminal.ts';

/** What GitHub takes as the body of a comment: more is refused. */
export const MAX_BODY = 65_536;

/**
 * A text as it is: no markup, no HTML, no mention of people, no reference to issues and no link.
 * A comment inside a name keeps GitHub from seeing a mention, whatever the name is escaped to.
 */
export function plain(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]()+\-.!|~$<>&"':=@#]/g, (character) =>
      character === '@' || character === '#'
        ? `${character}<!-- -->`
        : `&#${character.charCodeAt(0)};`,
    )
    .replace(/\b(https?|www)(?=&#)/gi, '$1<!-- -->');
}

/** Text in a code span that it cannot end. */
export function code(text: string): string {
  const shown = visible(text).replaceAll('|', String.raw`\|`);
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A fenced block that its text cannot end. */
export function fenced(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.replace(/\n?$/, '\n')}${fence}\n`;
}

const longestRun = (text: string): number =>
  Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
