/** What files say stays text in the Markdown of reports, as an implementation of GFM reads it. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { plain } from '../../src/cli/reports/markdown-text.ts';

const render = (markdown: string): string =>
  micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });

/** The text that a reader sees of some HTML. */
const textOf = (html: string): string =>
  html
    .replaceAll('<!-- -->', '')
    .replaceAll(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name?: string) =>
      code === undefined ? (NAMED[name!] ?? whole) : String.fromCharCode(Number(code)),
    );

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** Pieces of markup, of references and of links, and letters between them. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'* _ ** __ ` ~ ~~ [ ] ( ) ![ < > <b> </b> <!-- --> & &amp; &#35; # @ | \\ ! : - + = . 1. 1) > $ { } " \''.split(
          ' ',
        ),
        'https://a.example/b',
        'www.a.example',
        'a@b.example',
        'mailto:a@b.example',
        'xmpp:a@b.example',
        '[a](b)',
        '- ',
        '    ',
      ),
      fc.stringMatching(/^[\w ]{1,4}$/),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').replaceAll(/ +/g, ' ').trim())
  .filter((written) => written !== '');

test('in a line of its own, it is a paragraph of that text', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(textOf(render(plain(given)))).toBe(`<p>${given}</p>`);
    }),
    { numRuns: 2_000 },
  );
});

test('in a list and in a table', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(textOf(render(`- line 1: ${plain(given)}`))).toBe(
        `<ul>\n<li>line 1: ${given}</li>\n</ul>`,
      );
      const table = textOf(render(`| a | b |\n| --- | --- |\n| ${plain(given)} | c |\n`));
      expect(table).toContain(`<td>${given}</td>\n<td>c</td>`);
    }),
    { numRuns: 1_000 },
  );
});

test('in an element of HTML', () => {
  fc.assert(
    fc.property(text, (given) => {
      const html = render(`<details><summary>${plain(given)}</summary>\n\na\n\n</details>`);
      const summary = /<summary>(.*)<\/summary>/.exec(html)![1]!;
      expect(summary.replaceAll('<!-- -->', '')).not.toMatch(/[<>]/);
      expect(textOf(summary)).toBe(given);
    }),
    { numRuns: 1_000 },
  );
});
