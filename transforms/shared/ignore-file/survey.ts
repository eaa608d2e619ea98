import { compilePattern, valueOf, type Context } from '../../../src/kit.ts';
import { ROWS, type Row } from './table.ts';

/** A file or directory of the context. */
export interface Entry {
  readonly path: string;
  readonly name: string;
  /** The directory that it is in; empty for the top. */
  readonly parent: string;
  readonly directory: boolean;
}

/** What a row of the table names in this context. */
export interface Hit {
  readonly row: Row;
  readonly entry: Entry;
}

export interface Survey {
  readonly entries: readonly Entry[];
  readonly hits: readonly Hit[];
  /** Why the context could not be walked through. */
  readonly problem: string | undefined;
}

/** More than a context that a person keeps in order has, without what is installed or made. */
const MAX_ENTRIES = 50_000;

/** Walks through a context; what the table names is not entered. */
export function survey(
  context: Context,
  gitIgnores: (path: string, isDirectory: boolean) => boolean,
): Survey {
  const entries: Entry[] = [];
  const hits: Hit[] = [];
  const pending = [''];
  for (let at = pending.shift(); at !== undefined; at = pending.shift()) {
    const names = context.list(at);
    if (!names.known) return { entries, hits, problem: names.because };
    for (const name of names.value) {
      if (entries.length >= MAX_ENTRIES) {
        return { entries, hits, problem: `it has over ${MAX_ENTRIES} files` };
      }
      const path = at === '' ? name : `${at}/${name}`;
      const kind = context.kindOf(path);
      // A link that leads out, a socket: no row names it, and nothing below it is sent.
      if (!kind.known || kind.value === 'missing') continue;
      const entry = { path, name, parent: at, directory: kind.value === 'directory' };
      entries.push(entry);
      const rows = rowsFor(entry).filter((row) =>
        fits(row, entry, names.value, context, gitIgnores),
      );
      hits.push(...rows.map((row) => ({ row, entry })));
      if (entry.directory && rows.length === 0) pending.push(path);
    }
  }
  return { entries, hits, problem: undefined };
}

const WILD = ROWS.filter(({ name }) => name.includes('*')).map(
  (row) => [row, compilePattern(row.name)] as const,
);
const PLAIN = new Map<string, Row[]>();
for (const row of ROWS) PLAIN.set(row.name, [...(PLAIN.get(row.name) ?? []), row]);

function rowsFor({ name, directory }: Entry): Row[] {
  const wild = WILD.filter(([, matches]) => matches(name)).map(([row]) => row);
  return [...(PLAIN.get(name) ?? []), ...wild].filter(
    ({ kind }) => (kind === 'directory') === directory,
  );
}

function fits(
  { beside, holds, not, top, gitIgnored }: Row,
  { path, name, parent, directory }: Entry,
  siblings: readonly string[],
  context: Context,
  gitIgnores: (path: string, isDirectory: boolean) => boolean,
): boolean {
  if (top === true && parent !== '') return false;
  if (not?.test(name) === true) return false;
  if (beside && !siblings.some((sibling) => beside.test(sibling))) return false;
  if (gitIgnored && !gitIgnores(path, directory)) return false;
  if (!holds) return true;
  const inside = context.list(path);
  return inside.known && inside.value.some((child) => holds.test(child));
}

/** What the table names at the top and is not there: git ignores it, so working copies have it. */
export function expectedIn(
  { entries }: Survey,
  context: Context,
  gitIgnores: (path: string, isDirectory: boolean) => boolean,
): Hit[] {
  const top = entries.filter(({ parent }) => parent === '').map(({ name }) => name);
  const isDue = ({ beside, named }: Row): boolean => {
    const manifest = top.find((other) => beside?.test(other) === true);
    if (manifest === undefined) return false;
    return !named || named.test(valueOf(context.readText(manifest)) ?? '');
  };
  return ROWS.filter(
    (row) =>
      row.expected === true && !top.includes(row.name) && isDue(row) && gitIgnores(row.name, true),
  ).map((row) => ({ row, entry: { path: row.name, name: row.name, parent: '', directory: true } }));
}
