import type { ContextFile } from '../brought.ts';
import { assetsOf, mayBeRemoved, type Reading } from '../assets.ts';
import { fewestPaths } from '../sources.ts';
import type { Shipment, Subject } from '../types.ts';
import type { GoCode } from './go-code.ts';
import { unreadFiles } from './go-reads.ts';

/** Import paths name packages, not files; what is embedded or generated from is not read. */
const cleaned = (text: string): string =>
  text
    .replace(/^\/\/go:(?:embed|generate) .*$/gm, '')
    .replace(/^import\s*\([^)]*\)/gm, '')
    .replace(/^import\s.*$/gm, '');

/** Tests, dependencies, and what protoc writes, which names the files that it was written from. */
const isForeign = (path: string): boolean =>
  /_test\.go$|\.pb(?:\.\w+)?\.go$|(?:^|\/)vendor\//.test(path);

const SOURCE =
  /(?:^|\/)(?:vendor|node_modules)\/|(?:^|\/)(?:go\.(?:mod|sum|work|work\.sum)|Gopkg\.(?:lock|toml)|glide\.(?:yaml|lock)|Taskfile\.ya?ml|\.golangci\.ya?ml|\.air\.toml|\.goreleaser\.ya?ml)$|\.(?:go|s|c|h)$/;

const SELDOM =
  /(?:^|\/)testdata\/|(?:^|\/)(?:GNU)?[Mm]akefile$|\.(?:proto|pb|qtpl|templ|mod|sum|md)$/;

/**
 * What frameworks read without being told:
 * https://github.com/beego/beedoc/blob/master/en-US/mvc/controller/config.md,
 * https://revel.github.io/manual/organization.html, https://gobuffalo.io/documentation/getting_started/directory-structure/,
 * https://goframe.org/docs/core/gcfg, https://github.com/joho/godotenv, read 2026-11-25.
 */
const FRAMEWORKS: readonly (readonly [imported: RegExp, reads: string])[] = [
  [/"github\.com\/(?:astaxie|beego)\/beego(?:\/|")/, '(?:^|/)(?:conf|views|static)/'],
  [/"github\.com\/revel\/revel(?:\/|")/, '(?:^|/)(?:conf|app/views|public|messages)/'],
  [
    /"github\.com\/gobuffalo\/buffalo(?:\/|")/,
    '(?:^|/)(?:templates|public|locales|config)/|(?:^|/)database\\.yml$',
  ],
  [
    /"github\.com\/gogf\/gf(?:\/|")/,
    '(?:^|/)manifest/config/|(?:^|/)config\\.(?:toml|ya?ml|json|ini|xml)$',
  ],
  [/"github\.com\/(?:joho\/godotenv|goravel\/framework)(?:\/|")/, '(?:^|/)\\.env$'],
];

/** How Go's sources tell which files are read at run time. */
function readingOf(
  subject: Subject,
  files: readonly ContextFile[],
  texts: ReadonlyMap<string, string>,
): Reading {
  const own = [...texts].filter(([path]) => !isForeign(path)).map(([, text]) => text);
  const always = FRAMEWORKS.filter(([imported]) => own.some((text) => imported.test(text)));
  const sources = new Set(files.map(({ source }) => source));
  const generates = subject.steps.some(
    ({ program, args }) => program === 'go' && args[0] === 'generate',
  );
  const isCompiled = (path: string): boolean =>
    (path.endsWith('.qtpl') && (generates || sources.has(`${path}.go`))) ||
    (path.endsWith('.templ') && (generates || sources.has(path.replace(/\.templ$/, '_templ.go'))));
  return {
    isSource: (path) => SOURCE.test(path) || isCompiled(path),
    isSeldomRead: (path) => SELDOM.test(path),
    isForeign,
    clean: cleaned,
    servesAll:
      /(?:http\.Dir|ReadDir|os\.DirFS|WalkDir|filepath\.Walk|Static\w*)\([^)\n]*["'`]\.\/?["'`]/,
    always:
      always.length === 0
        ? undefined
        : new RegExp(`^(?!.*\\.go$).*(?:${always.map(([, reads]) => reads).join('|')})`),
  };
}

/** The files that the programs read, and what could not be told of them. */
export function filesThatShip(
  subject: Subject,
  { files, texts, isKnown }: GoCode,
): { shipments: Shipment[]; assumptions: string[] } {
  if (!files.known || !texts || !isKnown) {
    return { shipments: [], assumptions: ['it reads no other file of its source when it runs'] };
  }
  const reading = readingOf(subject, files.value, texts);
  const assets = assetsOf(subject, files.value, texts, reading);
  const paths = fewestPaths(assets, files.value);
  const shipments = paths.map(({ path, file }): Shipment => ({ from: path, made: false, file }));
  const single = new Set(paths.filter(({ file }) => file).map(({ path }) => path));
  const isDoubtful = mayBeRemoved(subject);
  const doubtful = assets.find((one) => single.has(one.path) && isDoubtful(one.path, one.brought));
  const own = new Map([...texts].filter(([path]) => !isForeign(path)));
  const unread = unreadFiles(files.value, assets, own, reading);
  return {
    shipments,
    assumptions: [
      ...(doubtful ? [`no condition of the build removes ${doubtful.path}`] : []),
      ...(unread.length > 0
        ? [`it reads no other file of its source, such as ${someOf(unread)}`]
        : []),
    ],
  };
}

/** Up to three of them. */
const someOf = (files: readonly ContextFile[]): string =>
  files
    .slice(0, 3)
    .map(({ path }) => path)
    .join(', ');
