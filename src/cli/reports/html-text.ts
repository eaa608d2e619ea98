/** What all pages have in common: no scripts, and nothing from elsewhere. */

/** Whatever a file holds stays text: no script runs, and nothing is fetched. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A page up to its body. */
export const headOf = (title: string, style: string): string =>
  `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n` +
  `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n` +
  `<meta name="viewport" content="width=device-width">\n<title>${title}</title>\n` +
  `<style>${style}</style>\n</head>\n<body>\n`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
