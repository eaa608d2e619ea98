/** What a Dockerfile is called: the bare word, or the word and a variant before or behind it. */
const NAME = /^(?:(?:dockerfile|containerfile)(?:[._-].+)?|.+[._-](?:dockerfile|containerfile))$/is;

/** Endings of what is about a Dockerfile, or a copy of one, but is none. */
export const OTHER_THINGS = new Set(
  [
    'dockerignore containerignore gitignore',
    'adoc htm html markdown md mdx pdf rst',
    'bash bat c cc cjs class cmd cpp cs fish go h hpp java js jsx kt lua mjs php pl ps1 py pyc pyi',
    'rb rs scala sh swift ts tsx zsh',
    'cfg conf csv env ini json json5 jsonc lock log properties sarif snap toml tsv xml yaml yml',
    'asc gz md5 pem pub sha1 sha256 sha512 sig sum tar tgz zip',
    'gif jpeg jpg png svg webp',
    'bak diff orig patch rej swo swp tmp',
  ].flatMap((line) => line.split(' ')),
);

/** Endings that say: not a Dockerfile yet. */
const TEMPLATE = /\.(?:j2|jinja2?|tmpl|tpl|template|gotmpl|erb|ejs|mustache|hbs|in|m4)$/i;

/** Is a file that a walk comes upon to be taken for a Dockerfile? */
export function isDockerfileName(name: string): boolean {
  if (!NAME.test(name) || name.endsWith('~')) return false;
  return !OTHER_THINGS.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
}

/** Does the file look as if a Dockerfile were made from it? */
export function looksLikeTemplate(name: string, text: string): boolean {
  return (
    TEMPLATE.test(name) ||
    pairIn(text, '{{', '}}') ||
    pairIn(text, '{%', '%}') ||
    pairIn(text, '<%', '%>') ||
    /(?<![\w.])@[A-Z][A-Z0-9_]{0,63}@/.test(text)
  );
}

function pairIn(text: string, open: string, close: string): boolean {
  const start = text.indexOf(open);
  return start >= 0 && text.includes(close, start);
}
