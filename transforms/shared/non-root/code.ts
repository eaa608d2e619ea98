import { valueOf, type Context, type Fact, type Stage } from '../../../src/kit.ts';
import { contextFiles, type ContextFile, broughtBy } from '../multi-stage/brought.ts';
import { textsOf } from '../multi-stage/sources.ts';
import { normal } from '../copied.ts';
import { filesInImage } from './files.ts';
import {
  argumentsFrom,
  expressionFrom,
  pathIn,
  receiverBefore,
  type PathText,
  type Scope,
} from './expressions.ts';
import { languageOf, WRITE_CALLS, type WriteCall } from './write-calls.ts';
import { startDirectory } from './directories.ts';
import type { Image, Written } from './types.ts';

/** The sources of what the image runs. */
export interface Code {
  /** Of all stages that the image takes something from, by path in the context. */
  readonly texts: ReadonlyMap<string, string>;
  /** Where a source lies in the image; undefined: in another stage. */
  readonly placeOf: (source: string) => string | undefined;
  /** Is the path of the image filled from the context, or may it be? */
  readonly files: Fact<readonly ContextFile[]>;
  /** Files of the context that only the stages have which the image takes something from. */
  readonly others: readonly string[];
}

/** Tests, documents, tools of the build: nothing that runs in the container. */
const NOT_RUN =
  /(?:^|\/)(?:tests?|specs?|__tests__|__mocks__|docs?|examples?|node_modules|vendor|migrations|fixtures|e2e|cypress|benchmarks?|third_party|\.\w[^/]*)\/|(?:^|\/)(?:setup|conftest|noxfile|fabfile)\.py$|[._](?:test|tests|spec|min|bundle|config|stories)\.\w+$|_test\.(?:go|py|rb)$|(?:^|\/)test_[^/]+\.py$|\.d\.ts$|(?:^|\/)(?:gulpfile|Gruntfile)\.\w+$/;

export function codeOf(image: Image): Code {
  const own = filesInImage(image.stage, image.context);
  const others = sourceStages(image.stage).map((stage) => filesIn(stage.lineage, image.context));
  const all = [own, ...others].flatMap((files) => (files.known ? [...files.value] : []));
  const places = new Map((valueOf(own) ?? []).map(({ source, path }) => [source, path]));
  return {
    texts: textsOf(
      image.context,
      all,
      (source) => languageOf(source) !== undefined && !NOT_RUN.test(source),
    ),
    placeOf: (source) => places.get(source),
    files: own,
    others: [...new Set(all.map(({ source }) => source))].filter((source) => !places.has(source)),
  };
}

const filesIn = (lineage: readonly Stage[], context: Context): Fact<readonly ContextFile[]> =>
  contextFiles(
    lineage.flatMap((stage) => broughtBy(stage, context)),
    context,
  );

/** The stages that the image copies from, and those that they copy from. */
export function sourceStages(stage: Stage): Stage[] {
  const found = new Set<Stage>();
  const visit = (reader: Stage): void => {
    for (const one of reader.lineage) {
      for (const other of stage.document.stages) {
        if (!other.readers.includes(one) || found.has(other)) continue;
        found.add(other);
        visit(other);
      }
    }
  };
  visit(stage);
  return [...found];
}

/** What the code writes: places that it tells, and calls of which it does not tell the place. */
export function writesInCode(
  image: Image,
  code: Code,
): { paths: Written[]; unknown: string[]; home: string[] } {
  const paths: Written[] = [];
  const unknown: string[] = [];
  const home: string[] = [];
  const shared = sharedConstants(code.texts);
  for (const [source, text] of code.texts) {
    const scope = scopeOf(image, code, source, text, shared);
    for (const call of WRITE_CALLS[languageOf(source)!] ?? []) {
      for (const match of text.matchAll(call.pattern)) {
        if (isCommented(text, match.index)) continue;
        const line = text.slice(0, match.index).split('\n').length;
        const found = pathOf(call, text, match.index + match[0].length, scope, languageOf(source)!);
        const where = `${source}:${line}`;
        if (found === 'other') continue;
        const place = found && placeIn({ workdir: startDirectory(image) }, found, call.kind);
        if (place === 'nowhere') continue;
        if (found?.text.startsWith('~') === true) {
          home.push(where);
          continue;
        }
        if (place) paths.push({ ...place, because: where });
        else if (call.onlyKnown !== true) unknown.push(where);
      }
    }
  }
  return { paths, unknown, home };
}

/** Is the place behind a mark of a comment in its line? */
function isCommented(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^\s*(?:\/\/|#(?!\{)|\*|\/\*|<!--)/.test(line);
}

/** `other`: the call writes nothing that stays. */
function pathOf(
  call: WriteCall,
  text: string,
  at: number,
  scope: Scope,
  language: string,
): PathText | 'other' | undefined {
  if (call.argument === 'value') {
    const raw = /^[^\s"'<>;]+/.exec(text.slice(at, at + 300))?.[0];
    const isRaw =
      raw !== undefined &&
      (language === 'properties' ||
        /(?:Source|DataSource|Filename)=$/i.test(text.slice(at - 12, at)));
    return inDatabase(
      isRaw ? { text: raw, exact: !raw.includes('${') } : pathIn(expressionFrom(text, at), scope),
    );
  }
  if (call.argument === 'receiver') {
    const dot = text.lastIndexOf('.', at - 2);
    return inDatabase(pathIn(receiverBefore(text, dot), scope));
  }
  const given = argumentsFrom(text, at);
  if (call.if && !given.slice(1).some((argument) => call.if!.test(argument))) return 'other';
  const argument = given[call.argument] ?? '';
  // `mkdir(path, { recursive })` of a declaration, or a call without arguments.
  if (argument === '' || /^(?:def|function|path:|self\b)/.test(argument)) return 'other';
  return inDatabase(pathIn(argument.replace(/^(?:filename|file|path|name)\s*=\s*/, ''), scope));
}

/** The file of a database URL; one in memory is none. */
function inDatabase(found: PathText | undefined): PathText | 'other' | undefined {
  if (!found) return undefined;
  if (/:memory:|mode=memory|^jdbc:\w+:mem:|^(?:mem:|file::memory)/.test(found.text)) return 'other';
  if (/^(?:\w+:\/\/(?!\/)|https?:)/.test(found.text) && !/^(?:sqlite|file):/.test(found.text))
    return 'other';
  const text = found.text
    .replace(/^jdbc:(?:sqlite|h2|hsqldb|derby):(?:file:|nio:)?/, '')
    .replace(/^sqlite(?:\+\w+)?:(?:\/\/\/?)?/, '')
    .replace(/^file:/, '')
    .replace(/[?;].*$/, '');
  // A database without a file is in memory; an empty setting is none.
  if (text === '') return found.exact ? 'other' : undefined;
  return { ...found, text };
}

/** Every container has these, writable for all, or they are no files. */
export const OPEN = /^\/(?:tmp|var\/tmp|dev|proc)(?:\/|$)/;

/** What the system and the base image fill. */
export const SYSTEM = /^\/(?:(?:etc|usr|bin|sbin|lib|lib64|root|sys|boot)(?:\/|$)|$)/;

/** The directory that must be writable; `undefined`: not known, or none to give away. */
export function placeIn(
  image: Pick<Image, 'workdir'>,
  { text, exact }: PathText,
  kind: 'file' | 'directory',
): Pick<Written, 'path' | 'kind'> | 'nowhere' | undefined {
  const workdir = valueOf(image.workdir);
  if (text.startsWith('~')) return undefined;
  if (!text.startsWith('/') && workdir === undefined) return undefined;
  const written = exact ? text : text.slice(0, text.lastIndexOf('/') + 1);
  // Only the start of a name is told, and no directory.
  if (!exact && written === '') return undefined;
  const path = normal(written.startsWith('/') ? written : `${workdir}/${written}`);
  if (OPEN.test(path)) return 'nowhere';
  if (SYSTEM.test(path) && !/^\/usr\/src\/[^/]+/.test(path)) return undefined;
  return { path, kind: exact ? kind : 'directory' };
}

const ASSIGNED =
  /(?:^|[\s;({])(?:(?:const|let|var|final|static|String|Path|auto|val)\s+)*([\w$.]+(?:\[["']\w+["']\])?)\s*(?::\s*[\w.]+\s*)?:?=(?![=>])\s*/g;

/** A constant of the preprocessor of C. */
const DEFINED = /^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+(?=\S)/gm;

/** The names that are assigned exactly once in a text. */
function constantsIn(text: string): Map<string, string> {
  const found = new Map<string, string | undefined>();
  for (const match of [...text.matchAll(ASSIGNED), ...text.matchAll(DEFINED)]) {
    const name = match[1]!;
    found.set(
      name,
      found.has(name) ? undefined : expressionFrom(text, match.index + match[0].length),
    );
  }
  return new Map(
    [...found].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Names in capitals that one file alone assigns. */
function sharedConstants(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const counts = new Map<string, { value: string; files: number }>();
  for (const text of texts.values()) {
    for (const [name, value] of constantsIn(text)) {
      const last = lastName(name);
      if (!/^[A-Z][A-Z0-9_]+$/.test(last)) continue;
      counts.set(last, { value, files: (counts.get(last)?.files ?? 0) + 1 });
    }
  }
  return new Map(
    [...counts].flatMap(([name, { value, files }]) => (files === 1 ? [[name, value]] : [])),
  );
}

const lastName = (name: string): string => /(\w+)["'\]]*$/.exec(name)?.[1] ?? name;

/** `-name value`, `--name=value`. */
function optionOf({ start }: Image, name: string): string | undefined {
  for (const [i, word] of start.main.entries()) {
    if (word === `-${name}` || word === `--${name}`) return start.main[i + 1];
    const value = /^--?([\w.-]+)=(.*)$/s.exec(word ?? '');
    if (value?.[1] === name) return value[2];
  }
  return undefined;
}

function scopeOf(
  image: Image,
  code: Code,
  source: string,
  text: string,
  shared: ReadonlyMap<string, string>,
): Scope {
  let own: Map<string, string> | undefined;
  const place = code.placeOf(source);
  return {
    directory: place?.slice(0, place.lastIndexOf('/')) || (place === undefined ? undefined : '/'),
    constant: (name) => {
      own ??= constantsIn(text);
      return own.get(name) ?? shared.get(lastName(name));
    },
    variable: (name) => {
      const { scope } = image.stage;
      return scope.at(Infinity, name)?.kind === 'env'
        ? valueOf(scope.value(Infinity, name))
        : undefined;
    },
    option: (name) => optionOf(image, name),
  };
}
