import type { ContextFile } from '../brought.ts';
import type { Reading } from '../assets.ts';
import { isNeverRead } from '../sources.ts';

/** Calls that open files for reading. */
const OPENS =
  /\b(?:os\.(?:Open|ReadFile|ReadDir|DirFS)|ioutil\.Read(?:File|Dir)|http\.(?:Dir|ServeFile)|filepath\.(?:Glob|Walk|WalkDir)|\w+\.(?:ParseGlob|ParseFiles|LoadHTMLGlob|LoadHTMLFiles))\(/g;

/** Kinds of files that programs read. */
const DATA =
  /\.(?:json|ya?ml|toml|html?|tmpl|gohtml|tpl|txt|csv|sql|css|m?js|png|jpe?g|gif|svg|ico|webp)$/;

/** Where people put what belongs to the development of a program, and settings of its tools. */
const DEVELOPMENT =
  /(?:^|\/)(?:\.[^/]+|testdata|tests?|docs?|examples?|scripts?|k8s|kubernetes|helm|charts?|deploy|deployments?|terraform)\/|(?:^|\/)(?:\.[^/]*|package(?:-lock)?\.json|tsconfig[^/]*\.json|benchmark_config\.json|sqlc\.ya?ml|buf(?:\.\w+)?\.ya?ml|\w+\.config\.m?js)$/;

/** Up to this many callers deep an argument is followed. */
const MAX_DEPTH = 2;

/**
 * Files of the kinds that programs read, and that do not ship, where the code opens files whose
 * names it does not tell. `code` holds its own sources, by path in the context.
 */
export function unreadFiles(
  files: readonly ContextFile[],
  shipped: readonly ContextFile[],
  code: ReadonlyMap<string, string>,
  reading: Reading,
): ContextFile[] {
  const ships = new Set(shipped);
  const embedded = embeddedIn(code);
  const roots = modulesOf(files);
  const all = [...code.values()].join('\n');
  const opening = new Set<string>();
  for (const [path, text] of code) if (opensUntold(text, all)) opening.add(moduleOf(path, roots));
  if (opening.size === 0) return [];
  return files.filter(
    (file) =>
      !ships.has(file) &&
      DATA.test(file.source) &&
      !DEVELOPMENT.test(file.source) &&
      !reading.isSource(file.source) &&
      !isNeverRead(file.source) &&
      !embedded.some((path) => file.source === path || file.source.startsWith(`${path}/`)) &&
      opening.has(moduleOf(file.source, roots)),
  );
}

function modulesOf(files: readonly ContextFile[]): string[] {
  return files
    .filter(({ source }) => /(?:^|\/)go\.mod$/.test(source))
    .map(({ source }) => source.slice(0, -'go.mod'.length))
    .toSorted((a, b) => b.length - a.length);
}

const moduleOf = (path: string, roots: readonly string[]): string =>
  roots.find((root) => path.startsWith(root)) ?? '';

/** What `//go:embed` puts into the programs; of a pattern, the directory that it stands in. */
function embeddedIn(code: ReadonlyMap<string, string>): string[] {
  return [...code].flatMap(([path, text]) => {
    const directory = path.slice(0, path.lastIndexOf('/') + 1);
    return [...text.matchAll(/^\/\/go:embed\s+(.*)$/gm)].flatMap(([, patterns]) =>
      patterns!
        .trim()
        .split(/\s+/)
        .map((pattern) => pattern.replace(/^["`]?(?:all:)?|["`]$/g, ''))
        .map((pattern) => directory + pattern.replace(/\/?[^/]*\*.*$/, ''))
        .map((name) => name.replace(/\/$/, '')),
    );
  });
}

/** Does a source open a file whose name the code does not tell? */
function opensUntold(text: string, all: string): boolean {
  for (const call of text.matchAll(OPENS)) {
    const from = call.index + call[0].length;
    const args = argumentAt(text, from);
    const argument = call[0].startsWith('http.ServeFile') ? args.replace(/^.*,/s, '') : args;
    if (!isTold(argument, { text, at: call.index, all, depth: 0 })) return true;
  }
  return false;
}

/** The text up to the parenthesis that closes. */
function argumentAt(text: string, from: number): string {
  let open = 1;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '(') open++;
    else if (text[i] === ')' && --open === 0) return text.slice(from, i);
  }
  return text.slice(from);
}

interface Place {
  readonly text: string;
  readonly at: number;
  readonly all: string;
  readonly depth: number;
}

/** Does the code name what an argument stands for, or does whoever starts the program? */
function isTold(argument: string, place: Place): boolean {
  if (/["`]|os\.(?:Args|Executable|TempDir|Stdin)\b|\bflag\.Arg/.test(argument)) return true;
  const first = argument
    .replace(/^\s*(?:(?:file)?path\.\w+|string|strings\.\w+)\(/, '')
    .replace(/[,()[].*$/s, '');
  const name = /(\w+)\s*(?:\.\.\.)?\s*$/.exec(first)?.[1];
  if (name === undefined) return false;
  return isAssigned(name, place.all) || isGiven(name, place);
}

/** Has a variable or a field a value with a literal in it: a default, a flag, a part of a path? */
function isAssigned(name: string, all: string): boolean {
  const value = '[^\\n]*(?:["`]|os\\.Args|flag\\.Arg)';
  return new RegExp(
    `\\b${name}\\b(?:,\\s*\\w+)?\\s*(?:(?:\\[\\])?string\\s*)?(?::=|=|:)(?!=)${value}|&(?:\\w+\\.)*${name},\\s*"|\\b${name}\\s+string\\s+\``,
  ).test(all);
}

/** Is it a parameter that every caller tells, or that a walk through a told directory gives? */
function isGiven(name: string, { text, at, all, depth }: Place): boolean {
  const before = text.slice(0, at);
  if (
    new RegExp(`func\\(${name}\\s+string,\\s*\\w+\\s+\\w*\\.?(?:DirEntry|FileInfo)`).test(before)
  ) {
    return true;
  }
  const found = [...before.matchAll(/^func\s+(?:\([^)]*\)\s*)?(\w+)\(([^)]*)\)/gm)].at(-1);
  if (!found || depth >= MAX_DEPTH || !new RegExp(`\\b${name}\\b`).test(found[2]!)) return false;
  const calls = [...all.matchAll(new RegExp(`(?<!func\\s)\\b${found[1]!}\\(`, 'g'))].filter(
    ({ index }) => !/func\s+(?:\([^)]*\)\s*)?$/.test(all.slice(Math.max(0, index - 200), index)),
  );
  return (
    calls.length > 0 &&
    calls.every(({ index }) =>
      isTold(argumentAt(all, index + found[1]!.length + 1), {
        text: all,
        at: index,
        all,
        depth: depth + 1,
      }),
    )
  );
}
