import { known, unknown, valueOf, type Context, type Fact } from '../../../src/kit.ts';
import { memo } from '../memo.ts';
import { isInside } from './aftermath.ts';
import { contextFiles, type ContextFile } from './brought.ts';
import type { Subject } from './types.ts';

/** Where people put what a program never reads when it runs. */
const NEVER_READ =
  /(?:^|\/)(?:\.git(?:ignore|attributes|modules|keep)?|\.github|\.gitlab-ci\.yml|\.circleci|\.travis\.yml|\.idea|\.vscode|\.editorconfig|\.dockerignore|Dockerfile[^/]*|[^/]*\.[Dd]ockerfile|docker-compose[^/]*|compose\.ya?ml|README[^/]*|CHANGELOG[^/]*|CONTRIBUTING[^/]*|LICEN[CS]E[^/]*|NOTICE|AUTHORS|CODEOWNERS|\.DS_Store|\.pre-commit-config\.yaml|renovate\.json|skaffold\.ya?ml|cloudbuild\.ya?ml|(?:GNU)?[Mm]akefile|Taskfile\.ya?ml|[Jj]ustfile|\.golangci\.ya?ml|\.goreleaser\.ya?ml)(?:\/|$)/;

/** Is it of no use at run time, whatever the language: documents, version control, CI, Docker? */
export const isNeverRead = (path: string): boolean => NEVER_READ.test(path);

/** The files of the context that lie in the image. */
export const filesOf = memo((subject: Subject): Fact<readonly ContextFile[]> =>
  contextFiles(subject.brought, subject.context),
);

/** Text of this many characters is looked through; what is longer is data. */
const MAX_SEARCHED = 400_000;

/** The texts of files of the context, by path in the context; what is no text is left out. */
export function textsOf(
  context: Context,
  files: readonly ContextFile[],
  wanted: (source: string) => boolean,
): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { source } of files) {
    if (!wanted(source)) continue;
    const text = valueOf(context.readText(source));
    if (text !== undefined && text.length <= MAX_SEARCHED) texts.set(source, text);
  }
  return texts;
}

/** Looks words up in texts; unknown without any. */
export function mentionsIn(
  texts: ReadonlyMap<string, string> | undefined,
): (word: string) => Fact<boolean> {
  return (word) => {
    if (!texts) return unknown('the sources are not known');
    const pattern = new RegExp(`(?<![\\w-])${word.replace(/[^\w]/g, '\\$&')}(?![\\w-])`);
    return known([...texts.values()].some((text) => pattern.test(text)));
  };
}

/**
 * The fewest paths that hold exactly these files of the image: directories of which everything is
 * wanted, else single files. `all` are the files that lie there.
 */
export function fewestPaths(
  wanted: readonly ContextFile[],
  all: readonly ContextFile[],
): { path: string; file: boolean }[] {
  const counts = new Map<string, { all: number; wanted: number }>();
  const count = (files: readonly ContextFile[], key: 'all' | 'wanted'): void => {
    for (const { path } of files) {
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
        const directory = path.slice(0, at);
        const entry = counts.get(directory) ?? { all: 0, wanted: 0 };
        entry[key]++;
        counts.set(directory, entry);
      }
    }
  };
  count(all, 'all');
  count(wanted, 'wanted');
  const found = new Map<string, boolean>();
  for (const { path, brought } of wanted) {
    let best: string | undefined;
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const directory = path.slice(0, at);
      const entry = counts.get(directory)!;
      // Other files lie in what no COPY made.
      if (entry.all !== entry.wanted || !isMadeByCopy(directory, brought.path)) break;
      best = directory;
    }
    found.set(best ?? path, best === undefined);
  }
  return [...found].map(([path, file]) => ({ path, file }));
}

/** Directories that base images have files in. */
const SYSTEM =
  /^\/(?:bin|boot|etc|home|lib|lib64|media|mnt|opt|root|run|sbin|srv|tmp|usr|var|(?:usr|usr\/local|var)\/[^/]+|usr\/local\/share\/[^/]+)?$/;

const isMadeByCopy = (directory: string, copied: string | undefined): boolean =>
  copied !== undefined && isInside(directory, copied) && !SYSTEM.test(directory);

/** Only the string literals of texts in which they stand in double quotes: the rest is language. */
export function literalsOf(
  texts: ReadonlyMap<string, string> | undefined,
): ReadonlyMap<string, string> | undefined {
  return (
    texts &&
    new Map(
      [...texts].map(([path, text]) => [
        path,
        [...text.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, inside]) => inside).join('\n'),
      ]),
    )
  );
}
