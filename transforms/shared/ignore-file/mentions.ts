import { known, unknown, valueOf, type Context, type Fact } from '../../../src/kit.ts';
import type { Survey } from './survey.ts';

/** More texts than an application that a person wrote has. */
const MAX_FILES = 3000;
const MAX_CHARACTERS = 20_000_000;
/** What is longer is data. */
const MAX_LENGTH = 400_000;

/** Documents, pictures, lists of packages and what is for Docker, git, editors and CI. */
const UNREAD = new RegExp(
  [
    String.raw`\.(?:md|mdx|rst|adoc|lock|svg|map|csv|tsv|png|jpe?g|gif|ico|webp|pdf|woff2?|ttf|eot|jar|class|zip|gz|exe|dll|so|pyc|ipynb|po|sql|sarif|snap)$`,
    String.raw`\.min\.(?:js|css)$|\.sum$|\.bundle\.js$`,
    String.raw`(?:^|/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|LICEN[CS]E[^/]*|COPYING|CODEOWNERS)$`,
    String.raw`(?:^|/)\.(?:\w*ignore|gitattributes|gitmodules|editorconfig|gitlab-ci\.yml|travis\.yml|pre-commit-config\.yaml)$`,
    String.raw`(?:^|/)(?:[\w.-]*Dockerfile[^/]*|Containerfile|(?:docker-)?compose[\w.-]*\.ya?ml|Jenkinsfile|azure-pipelines[^/]*|cloudbuild[^/]*|skaffold\.yaml|renovate\.json)$`,
    String.raw`(?:^|/)\.(?:github|circleci|gitlab|devcontainer|idea|vscode)(?:/|$)`,
  ].join('|'),
  'i',
);

/** Looks for words in the texts of a context: manifests, scripts, sources. */
export class Mentions {
  private readonly context: Context;
  private readonly survey: Survey;
  private texts: Fact<ReadonlyMap<string, string>> | undefined;

  constructor(context: Context, survey: Survey) {
    this.context = context;
    this.survey = survey;
  }

  /** The first file in which a pattern is found; unknown where there are too many to read. */
  find(pattern: RegExp): Fact<string | undefined> {
    this.texts ??= this.read();
    if (!this.texts.known) return this.texts;
    for (const [path, text] of this.texts.value) if (pattern.test(text)) return known(path);
    return known(undefined);
  }

  private read(): Fact<ReadonlyMap<string, string>> {
    const wanted = this.survey.entries.filter(
      ({ path, directory }) => !directory && !UNREAD.test(path),
    );
    const tooMany = unknown('it has too many files to look through');
    if (wanted.length > MAX_FILES) return tooMany;
    const texts = new Map<string, string>();
    let characters = 0;
    for (const { path } of wanted) {
      const text = valueOf(this.context.readText(path));
      if (text === undefined || text.length > MAX_LENGTH) continue;
      characters += text.length;
      if (characters > MAX_CHARACTERS) return tooMany;
      texts.set(path, text);
    }
    return known(texts);
  }
}
