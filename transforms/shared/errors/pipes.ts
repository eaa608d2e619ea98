import {
  bodiesOf,
  childrenOf,
  substitutionsOf,
  type Command,
  type Node,
  type Pipeline,
  type Script,
  type Sequence,
} from '../../../src/kit.ts';
import { baseName, programIndex } from '../prefix.ts';

/** What a pipeline does once the failure of its first parts counts. */
export interface Judged {
  /** A part that may fail though nothing is wrong, such as `yes`, or `grep` that finds nothing. */
  readonly expected: string | undefined;
  /** A part of which it is not known whether it ever does. */
  readonly unknown: string | undefined;
}

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Cannot fail but for lack of memory. */
const NEVER_FAIL = set('echo printf : true date');

/** Fail where something is wrong, and only then. */
const FAIL_RIGHTLY = set(
  'curl wget cat sed awk gawk tr cut sort uniq gpg tar gunzip gzip zcat xz xzcat bzip2 bunzip2 bzcat zstd jq base64 openssl sha256sum sha512sum md5sum dpkg uname nproc tee git unzip envsubst',
);

/**
 * Exit with another status than 0 in the course of things: grep where nothing matches, diff where
 * there is a difference, find and ls where one path cannot be read, yes once nobody reads it.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/, read 2026-11-26.
 */
const FAIL_IN_COURSE = set(
  'yes grep egrep fgrep zgrep diff cmp ls find expr test [ ldd which timeout xargs',
);

/** Read all that they are given. */
const READ_ALL = set(
  'sh bash ash dash tar apt-key gpg sed tr cut sort uniq tee cat wc jq base64 openssl sha1sum sha256sum sha512sum md5sum gunzip gzip xz bzip2 bunzip2 zstd zcat cpio python python3 node php perl ruby chpasswd debconf-set-selections crontab patch xargs awk gawk grep egrep fgrep bsdtar envsubst psql mysql',
);

/** Every pipeline of more than one command in a script, those in substitutions and bodies too. */
export function* pipelinesIn(sequence: Sequence): Generator<Pipeline> {
  for (const { node } of sequence.statements) yield* pipelinesOf(node);
}

function* pipelinesOf(node: Node): Generator<Pipeline> {
  if (node.kind === 'pipeline' && node.items.length > 1) yield node;
  for (const script of substitutionsOf(node)) yield* pipelinesIn(script);
  for (const child of childrenOf(node)) yield* pipelinesOf(child);
}

/** The pipelines whose failure fails the RUN, and in which an earlier part can fail. */
export function carelessPipes(script: Script, errexit: boolean): Pipeline[] {
  const found: Pipeline[] = [];
  const last = script.body.statements.at(-1);
  for (const statement of script.body.statements) {
    const { node } = statement;
    const items = node.kind === 'and-or' ? node.items : [node];
    const operators = node.kind === 'and-or' ? node.operators : [];
    if (operators.includes('||') || statement.background) continue;
    for (const [at, item] of items.entries()) {
      const counts = at < items.length - 1 || statement === last || errexit;
      if (item.kind !== 'pipeline' || item.negated || !counts) continue;
      if (item.items.slice(0, -1).some((part) => !NEVER_FAIL.has(nameOf(part)))) found.push(item);
    }
  }
  return found;
}

const wordsOf = ({ words }: Command): string[] => words.map(({ value, text }) => value ?? text);

function nameOf(node: Node): string {
  if (node.kind !== 'command') return '';
  const words = wordsOf(node);
  return baseName(words[programIndex(words)] ?? '');
}

const textOf = (node: Node): string =>
  node.kind === 'command' ? nameOf(node) : bodiesOf(node).length > 0 ? 'a group' : 'a part';

export function judge({ items }: Pipeline): Judged {
  let expected: string | undefined;
  let unknown: string | undefined;
  for (const [at, item] of items.entries()) {
    const name = nameOf(item);
    const isLast = at === items.length - 1;
    if (!isLast && FAIL_IN_COURSE.has(name)) expected ??= name;
    else if (!isLast && !NEVER_FAIL.has(name) && !FAIL_RIGHTLY.has(name)) {
      unknown ??= `that ${textOf(item)} only fails where something is wrong`;
    }
    if (at === 0) continue;
    if (item.kind === 'command' && stopsEarly(name, wordsOf(item))) expected ??= name;
    else if (!READ_ALL.has(name)) unknown ??= `that ${textOf(item)} reads to the end`;
  }
  return { expected, unknown };
}

/** It closes the pipe, and what still writes to it is ended by a signal. */
function stopsEarly(name: string, words: readonly string[]): boolean {
  if (/^(?:head|true|:|less|more)$/.test(name)) return true;
  if (/^[ef]?grep$/.test(name)) {
    return words.some((word) =>
      /^(?:-\w*[qmlL]|--(?:quiet|silent|max-count|files-with))/.test(word),
    );
  }
  if (name === 'sed') return words.some((word) => /(?:^|[;{}\d$/ ])q\b/i.test(word));
  if (/^g?awk$/.test(name)) return words.some((word) => /\bexit\b/.test(word));
  return false;
}
