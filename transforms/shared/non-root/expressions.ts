/** Paths as programs write them: what an expression of a source text says of a path. */

/** The start of a path; `exact`: all of it. */
export interface PathText {
  readonly text: string;
  readonly exact: boolean;
}

export interface Scope {
  /** The directory of the source file in the image. */
  readonly directory: string | undefined;
  /** The expression that a name stands for, where it is assigned once. */
  readonly constant: (name: string) => string | undefined;
  /** The value of an environment variable, where the Dockerfile sets it. */
  readonly variable: (name: string) => string | undefined;
  /** The value of an option of the command line, where the start gives it. */
  readonly option: (name: string) => string | undefined;
}

const MAX_DEPTH = 8;

/** Longer ones are no paths. */
const MAX_EXPRESSION = 400;

const QUOTES = '"\'`';

/** The end of the text in quotes that begins at `at`. */
function quoteEnd(text: string, at: number): number {
  const quote = text[at]!;
  let i = at + 1;
  while (i < text.length && text[i] !== quote) i += text[i] === '\\' ? 2 : 1;
  return i;
}

/** Where the expression that begins at `from` ends: at a bracket that it did not open, or a mark. */
function expressionEnd(text: string, from: number, ends: string): number {
  let depth = 0;
  const limit = Math.min(text.length, from + MAX_EXPRESSION);
  for (let i = from; i < limit; i++) {
    const char = text[i]!;
    if (QUOTES.includes(char)) i = quoteEnd(text, i);
    else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char) && depth-- === 0) return i;
    else if (depth === 0 && ends.includes(char)) return i;
  }
  return limit;
}

/** The arguments behind an opening parenthesis. */
export function argumentsFrom(text: string, from: number): string[] {
  const found: string[] = [];
  for (let at = from; at < text.length;) {
    const end = expressionEnd(text, at, ',');
    found.push(text.slice(at, end).trim());
    if (text[end] !== ',' || found.length > 6) break;
    at = end + 1;
  }
  return found;
}

/** The expression from `from` to the end of its line or statement. */
export const expressionFrom = (text: string, from: number): string =>
  text.slice(from, expressionEnd(text, from, '\n;,')).trim();

/** Splits at an operator outside of brackets and quotes. */
function splitAt(text: string, operator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (QUOTES.includes(char)) i = quoteEnd(text, i);
    else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    else if (depth === 0 && text.startsWith(operator, i)) {
      parts.push(text.slice(start, i).trim());
      i += operator.length - 1;
      start = i + 1;
    }
  }
  return [...parts, text.slice(start).trim()];
}

const JOIN =
  /^(?:os\.path\.join|posixpath\.join|path\.(?:posix\.)?(?:join|resolve)|filepath\.Join|File\.(?:join|expand_path)|Path\.Combine|Paths\.get|Path\.of|join|resolve|Rails\.root\.join|base_path|storage_path|public_path)\(/;

/** Calls that hand on their first argument. */
const PASSES =
  /^(?:str|String|(?:pathlib\.)?(?:Pure)?(?:Posix)?Path|os\.path\.(?:abspath|realpath|normpath|expanduser)|path\.normalize|new (?:java\.io\.)?File|new URL|PathBuf::from|Path::new|os\.fspath|fileURLToPath|Path\.GetFullPath|filepath\.(?:Clean|Abs))\(/;

const HERE =
  /^(?:__dirname|__DIR__|import\.meta\.dirname|os\.path\.dirname\((?:os\.path\.(?:abspath|realpath)\()?__file__\)?\)|(?:pathlib\.)?Path\(__file__\)(?:\.resolve\(\)|\.absolute\(\))*\.parent|dirname\(__FILE__\)|File\.dirname\(__FILE__\)|app\.root_path|current_app\.root_path|path\.dirname\(__filename\))/;

const CURRENT =
  /^(?:os\.getcwd\(\)|process\.cwd\(\)|(?:pathlib\.)?Path\.cwd\(\)|Dir\.pwd|getcwd\(\)|Rails\.root|Directory\.GetCurrentDirectory\(\)|System\.getProperty\("user\.dir"\)|env\.ContentRootPath|app\.Environment\.ContentRootPath)$/;

const TEMPORARY =
  /^(?:tempfile\.\w+|os\.tmpdir|tmpdir|os\.TempDir|Dir\.(?:mktmpdir|tmpdir)|sys_get_temp_dir|std::env::temp_dir|env::temp_dir|Path\.GetTemp\w+|tempnam|tmpfile)\b|java\.io\.tmpdir/;

/** The home of whoever runs it. */
const HOME =
  /^(?:(?:pathlib\.)?Path\.home\(\)|os\.homedir\(\)|homedir\(\)|Dir\.home|System\.getProperty\("user\.home"\)|dirs::home_dir\(\)|process\.env\.HOME|os\.Getenv\("HOME"\)|ENV\["HOME"\]|os\.environ\["HOME"\])/;

/** An option of the command line with its default. https://pkg.go.dev/flag, read 2026-11-25. */
const OPTION = /^flag\.String\(\s*"([\w.-]+)"\s*,/;

const VARIABLE =
  /^(?:os\.(?:environ\.get|getenv)|os\.Getenv|System\.getenv|getenv|env|ENV\.fetch|Environment\.GetEnvironmentVariable|std::env::var|env::var|os\.environ|ENV|process\.env)(?:\(|\[|\.)\s*["']?(\w+)["']?/;

/** What a path expression is known to begin with; undefined where not even that is told. */
export function pathIn(given: string, scope: Scope, depth = 0): PathText | undefined {
  const text = given.trim().replace(/^(?:await|&|\*|\(Path\))\s*/, '');
  if (text === '' || depth > MAX_DEPTH || text.length > MAX_EXPRESSION) return undefined;
  const next = (expression: string): PathText | undefined => pathIn(expression, scope, depth + 1);
  for (const operator of ['||', '??', ' or ', '?:']) {
    const parts = splitAt(text, operator);
    if (parts.length > 1) return next(parts[0]!) ?? next(parts.at(-1)!);
  }
  if (TEMPORARY.test(text)) return { text: '/tmp', exact: true };
  if (HOME.test(text) && !/ \/ |\+/.test(text)) return { text: '~', exact: true };
  const option = OPTION.exec(text);
  if (option) {
    const value = scope.option(option[1]!);
    if (value !== undefined) return { text: value, exact: true };
    return next(argumentsFrom(text, text.indexOf('(') + 1)[1] ?? '');
  }
  const variable = VARIABLE.exec(text);
  if (variable) {
    const value = scope.variable(variable[1]!);
    if (value !== undefined) return { text: value, exact: true };
    const open = text.indexOf('(');
    const otherwise = open < 0 ? undefined : argumentsFrom(text, open + 1)[1];
    return otherwise === undefined ? undefined : next(otherwise);
  }
  return combined(text, next) ?? simple(text, scope, next);
}

type Next = (expression: string) => PathText | undefined;

/** Joins, concatenations, and calls around a path. */
function combined(text: string, next: Next): PathText | undefined {
  if (JOIN.test(text) && text.endsWith(')')) {
    const parts = argumentsFrom(text, text.indexOf('(') + 1);
    const base = /^Rails\.root|^base_path/.test(text) ? ["'.'", ...parts] : parts;
    return joined(base, next, '/');
  }
  const slashes = splitAt(text, ' / ');
  if (slashes.length > 1) return joined(slashes, next, '/');
  for (const operator of [' + ', '+', ' . ', ' << ']) {
    const parts = splitAt(text, operator);
    if (parts.length > 1) return joined(parts, next, '');
  }
  if (PASSES.test(text)) return next(argumentsFrom(text, text.indexOf('(') + 1)[0] ?? '');
  const format = /^fmt\.Sprintf\(|^format!\(|^String\.format\(|^sprintf\(/.exec(text);
  if (format) return next(argumentsFrom(text, format[0].length)[0] ?? '');
  return undefined;
}

function joined(parts: readonly string[], next: Next, between: string): PathText | undefined {
  let whole: PathText | undefined;
  for (const part of parts) {
    const found = next(part);
    if (!found) return whole && { text: whole.text + between, exact: false };
    const isAbsolute = between === '/' && found.text.startsWith('/') && whole !== undefined;
    const text = whole && !isAbsolute ? `${whole.text}${between}${found.text}` : found.text;
    whole = { text, exact: found.exact };
    if (!found.exact) return whole;
  }
  return whole;
}

function simple(text: string, scope: Scope, next: Next): PathText | undefined {
  const literal = literalIn(text);
  if (literal) return literal;
  const here = HERE.exec(text);
  if (here) {
    if (scope.directory === undefined) return undefined;
    const rest = text.slice(here[0].length);
    if (!/^(?:\.parent)*(?:[./].*)?$/s.test(rest)) return undefined;
    const ups = rest.match(/\.parent/g)?.length ?? 0;
    return { text: scope.directory + '/..'.repeat(ups), exact: true };
  }
  if (CURRENT.test(text)) return { text: '.', exact: true };
  if (!/^[\w$.[\]'":>-]+$/.test(text) || /^\d/.test(text)) return undefined;
  const value = scope.constant(text);
  return value === undefined || value === text ? undefined : next(value);
}

/** A text in quotes, up to what is put into it. */
function literalIn(text: string): PathText | undefined {
  const match =
    /^[a-zA-Z$@]{0,2}(["'`])((?:\\.|(?!\1)[^\\])*)\1(?:\.(?:format|to_string|into|to_owned)\(.*\)| % .*)?$/s.exec(
      text,
    );
  if (!match) return undefined;
  const inside = match[2]!;
  const hole =
    /\$\{|\{|#\{|%[sdvr(]|(?<=["'`].*)\$\w/.exec(inside) ??
    (match[1] === '"' ? /\$\w/.exec(inside) : null);
  return hole ? { text: inside.slice(0, hole.index), exact: false } : { text: inside, exact: true };
}

/** The expression in front of the dot of a method: `Path('a') / 'b'` in brackets, a name, a call. */
export function receiverBefore(text: string, dot: number): string {
  let depth = 0;
  let at = dot - 1;
  for (; at >= 0 && dot - at < MAX_EXPRESSION; at--) {
    const char = text[at]!;
    if (')]'.includes(char)) depth++;
    else if ('(['.includes(char) && depth-- === 0) break;
    else if (depth === 0 && !/[\w.$"']/.test(char)) break;
  }
  const receiver = text.slice(at + 1, dot);
  return /^\(.*\)$/s.test(receiver) ? receiver.slice(1, -1) : receiver;
}
