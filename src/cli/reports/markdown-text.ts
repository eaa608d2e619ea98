/** Texts of others in GitHub's and GitLab's Markdown: they stay texts. */
import { visible } from '../terminal.ts';

/** What GitHub takes as the body of a comment: more is refused. */
export const MAX_BODY = 65_536;

/**
 * A text as it is: no markup, no HTML, no mention of people, no reference to issues and no link, in
 * a line of Markdown and in an element of HTML alike. What means nothing where it stands is left as
 * it is, so that the source can be read too. A comment inside a name keeps GitHub from seeing a
 * mention, whatever the name is escaped to.
 *
 * https://github.github.com/gfm/, https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 * and https://docs.gitlab.com/user/markdown/#gitlab-specific-references, read 2026-11-27.
 */
export function plain(text: string): string {
  return visible(text)
    .replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/@|(?<!&)#/g, '$&<!-- -->')
    .replace(LINK, '$&<!-- -->');
}

const MARKUP = new RegExp(
  [
    /[\\`*[\]<>&|~$]/,
    // Inside a word it is no emphasis.
    /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/,
    // A reference of GitLab.
    /[!%](?=\d)/,
    // The name of an emoji.
    /:(?=[\w+-]+:)/,
    // A list, or the line below a heading.
    /(?<=^\s*)[-+=]/,
    /(?<=^\s*\d+)[.)]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

const LINK = /(?:https?|ftp|mailto|xmpp)(?=:)|www(?=\.)|\bGH(?=-\d)/gi;

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
