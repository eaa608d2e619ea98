import { valueOf, type Context, type Fact } from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { baseName } from '../prefix.ts';

/**
 * ADD unpacks a tar archive, plain or compressed, by its contents and not by its name; it never
 * unpacks a zip, nor an archive that lies in a directory that it copies.
 * https://docs.docker.com/reference/dockerfile/#adding-local-tar-archives, read 2026-11-25.
 */
export type Archive =
  /** A directory, or a file whose contents are no archive. */
  | 'no'
  /** Its name says that it is none. */
  | 'not-by-name'
  | 'unknown'
  /** Its name says that it is one, or that it is compressed. */
  | 'yes';

const ARCHIVE = /\.(?:tar(?:\.\w+)?|tgz|tbz2?|txz|tzst|t?lz4)$/i;
const COMPRESSED = /\.(?:gz|bz2|xz|zst|lzma|Z)$/i;

/** Formats that are tar archives inside, and suffixes that anything may have. */
const MAY_BE =
  /\.(?:gem|apk|crate|box|ova|ipk|spk|pkg|xbps|unitypackage|dump|bak|backup|img|image|layer|bundle|dat|data|bin|out|pax|cpio)$/i;

/** A suffix that speaks of other things, and what has a name of its own. */
const OTHER =
  /\.[a-z][a-z0-9_-]{0,11}$|(?:^|[-_.])(?:Dockerfile|Makefile|Gemfile|Rakefile|Procfile|Pipfile|LICENSE|README|Jenkinsfile|Caddyfile|crontab|hosts|sudoers|docker-entrypoint|entrypoint)$/i;

/** The most that a pattern may match. */
const MAX_MATCHES = 1000;

/** Would ADD unpack this source? It is written as in the file, without variables. */
export function archiveAt(source: string, context: Context): Archive {
  const path = normal(source).slice(1);
  if (path === '' || source.endsWith('/')) return 'no';
  if (/[*?[\]]/.test(path)) return archiveAmong(path, context);
  const kind = valueOf(context.kindOf(path));
  if (kind === 'directory') return 'no';
  const byName = archiveByName(path);
  // A tar archive holds zero bytes, and a compressed one is no text.
  if (kind === 'file' && context.readText(path).known) return byName === 'yes' ? 'yes' : 'no';
  return byName;
}

function archiveByName(path: string): Archive {
  const name = baseName(path);
  if (ARCHIVE.test(name) || COMPRESSED.test(name)) return 'yes';
  return OTHER.test(name) && !MAY_BE.test(name) ? 'not-by-name' : 'unknown';
}

/** What is the least favourable of all that a pattern matches. */
function archiveAmong(pattern: string, context: Context): Archive {
  const names = matches(pattern, context);
  if (!names.known || names.value.length === 0 || names.value.length > MAX_MATCHES) {
    return archiveByName(pattern.replaceAll(/[*?]/g, 'x'));
  }
  const found = new Set(names.value.map((name) => archiveAt(name, context)));
  const order: readonly Archive[] = ['yes', 'unknown', 'not-by-name', 'no'];
  return order.find((one) => found.has(one))!;
}

function matches(pattern: string, context: Context): Fact<readonly string[]> {
  const slash = pattern.lastIndexOf('/');
  const directory = slash < 0 ? '' : pattern.slice(0, slash);
  const last = pattern.slice(slash + 1);
  if (/[*?[\]]/.test(directory) || /[[\]]/.test(last)) {
    return { known: false, because: 'the pattern is not simple' };
  }
  const names = context.list(directory);
  if (!names.known) return names;
  const expression = last
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const matching = new RegExp(`^${expression}$`);
  return {
    known: true,
    value: names.value
      .filter((name) => matching.test(name))
      .map((name) => (directory === '' ? name : `${directory}/${name}`)),
  };
}
