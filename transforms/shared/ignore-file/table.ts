import type { MakerId } from './makers.ts';

/** What a build context holds and an image does without, by name. */
export interface Row {
  /** The comment over its lines. */
  readonly group: string;
  /** Its name; a `*` stands for any characters. */
  readonly name: string;
  readonly kind: 'directory' | 'file';
  /** Why it may stay out: completes "leave NAME out of the build context: …". */
  readonly why: string;
  /** A name in the same directory that makes it what its name says. */
  readonly beside?: RegExp;
  /** A name in it that does. */
  readonly holds?: RegExp;
  /** Names that match and are something else. */
  readonly not?: RegExp;
  /** Only where git ignores it: what is committed may be meant for the image. */
  readonly gitIgnored?: true;
  /** A step that makes it in the image: without one the host's own may be what runs. */
  readonly made?: MakerId;
  /** What git ignores, a working copy has, even if this one does not yet. */
  readonly expected?: true;
  /** What the manifest beside it says where it is yet to come; without it git's list is enough. */
  readonly named?: RegExp;
  /** What in the texts of the context shows that something reads it. */
  readonly readBy?: RegExp;
  /** No reason to begin a file, or to touch one. */
  readonly minor?: true;
  /** It may be wanted: dockopt cannot tell. */
  readonly unsafe?: true;
  /** Only with the option `tests`. */
  readonly tests?: true;
  /** Only at the top of the context. */
  readonly top?: true;
}

const GIT_READERS = new RegExp(
  [
    // git itself, from scripts and from programs: `git describe`, `["git", "rev-parse"]`.
    String.raw`(?<![.\w-])git['"]?[\s,]+['"]?(?:-C\s+\S+\s+)?(?:describe|rev-parse|rev-list|log|ls-files|ls-tree|show|status|diff|branch|tag|symbolic-ref|name-rev|archive|submodule|shortlog|blame|cat-file)\b`,
    String.raw`(?<!\w)\.git(?![\w-])`,
    // A program that starts git: `Command::new("git")`. In a manifest it may be the kind of a repository.
    String.raw`(?<!type["']?\s*[:=]\s*)["']git["'](?!\s*:)`,
    // Python
    String.raw`setuptools[_-]scm|hatch[_-]vcs|versioneer|\bpbr\b|dynamic-versioning|dunamai|flit[_-]scm|source\s*=\s*["']scm["']|GitPython|^\s*(?:import|from) git\b|pygit2|dulwich`,
    // Java, Gradle, sbt
    String.raw`git-?commit-?id|git-properties|gitProperties|jgitver|axion-release|nebula\.release|reckon|palantir\.git|\bjgit\b|sbt-git|sbt-dynver|buildnumber-maven`,
    // Rust, Go, .NET
    String.raw`\bvergen\b|shadow[_-]rs|git[_-]version|\bgit2\b|\bgix\b|vcs\.revision|ReadBuildInfo|go-git|GitVersion|MinVer|Nerdbank|SourceLink|LibGit2`,
    // Node: husky 5 and 6 fail without a repository.
    String.raw`\bhusky\b|simple-git|isomorphic-git|nodegit|git-rev-sync|git-revision|gitRevision|git-repo-info|\blerna\b|patch-package|git-?info|git-last-commit|next-build-id|semantic-release|standard-version|@sentry/(?:webpack|vite|rollup|esbuild)-plugin|@sentry/(?:nextjs|cli)|lastUpdated\b|showLastUpdate`,
    String.raw`mkdocs-git|enableGitInfo`,
    // Ruby, PHP, Elixir
    String.raw`\brugged\b|Composer\\InstalledVersions|sentry-cli\s+releases`,
  ].join('|'),
  'm',
);

const PACKAGE_JSON = /^package\.json$/;
const PYTHON = /^(?:requirements.*\.txt|pyproject\.toml|setup\.(?:py|cfg)|Pipfile|.*\.py)$/;
const MANIFEST =
  /^(?:package\.json|go\.mod|Cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|requirements\.txt|pyproject\.toml|Pipfile|Gemfile|composer\.json|mix\.exs|.*\.(?:cs|fs|vb)proj)$/;

const VCS = {
  group: 'Version control',
  kind: 'directory',
  why: 'nothing in the build reads it',
} as const;
const DEPENDENCIES = {
  group: 'Dependencies, which the build installs itself',
  kind: 'directory',
  why: 'the build installs it',
  expected: true,
} as const;
const OUTPUT = {
  group: 'Output, which the build makes itself',
  kind: 'directory',
  why: 'the build makes it',
  expected: true,
} as const;
const CACHE = {
  group: 'Caches, logs and reports of the host',
  why: 'it is left over from work on the host',
} as const;
const EDITOR = {
  group: 'Editors and operating systems',
  why: 'it is the work place of a person',
} as const;
const OTHERS = {
  group: 'Docker and continuous integration',
  why: 'it is about building the image, not part of it',
  minor: true,
} as const;
const SECRET = {
  group: 'Secrets',
  kind: 'file',
  why: 'it may hold secrets; that nothing in the image reads it, is not known',
  unsafe: true,
} as const;
const TESTS = {
  group: 'Tests',
  kind: 'directory',
  why: 'no step runs tests',
  beside: MANIFEST,
  tests: true,
} as const;

/**
 * The order is that of a new file. Names and their meaning: the .gitignore templates of the
 * ecosystems, https://github.com/github/gitignore (Node, Python, Maven, Gradle, Rust,
 * VisualStudio, Composer, Ruby, Elixir, Haskell, Dart, Swift, Terraform), and what the makers of
 * the tools ship as their own .dockerignore: https://github.com/docker/cli/tree/master and
 * https://docs.docker.com/guides/ (docker init), read 2026-11-25.
 */
export const ROWS: readonly Row[] = [
  { ...VCS, name: '.git', readBy: GIT_READERS },
  { ...VCS, name: '.svn', readBy: /(?<!\w)\.svn\b|\bsvn(?:version|\s+info)\b/ },
  { ...VCS, name: '.hg', readBy: /(?<!\w)\.hg\b|\bhg\s+(?:id|log|identify)\b|setuptools[_-]scm/ },

  // https://docs.npmjs.com/cli/configuring-npm/folders, read 2026-11-25.
  { ...DEPENDENCIES, name: 'node_modules', beside: PACKAGE_JSON, made: 'node-install' },
  // A virtual environment holds absolute paths of the host: https://docs.python.org/3/library/venv.html
  {
    ...DEPENDENCIES,
    name: '.venv',
    why: 'a virtual environment works where it was made, on the host',
    holds: /^pyvenv\.cfg$/,
    beside: PYTHON,
    made: 'venv',
  },
  {
    ...DEPENDENCIES,
    name: 'venv',
    why: 'a virtual environment works where it was made, on the host',
    holds: /^pyvenv\.cfg$/,
    beside: PYTHON,
    made: 'venv',
  },
  {
    group: DEPENDENCIES.group,
    name: 'env',
    kind: 'directory',
    why: 'a virtual environment works where it was made, on the host',
    holds: /^pyvenv\.cfg$/,
    made: 'venv',
  },
  // https://getcomposer.org/doc/01-basic-usage.md, read 2026-11-25. Go's vendor/ is source.
  { ...DEPENDENCIES, name: 'vendor', beside: /^composer\.json$/, made: 'composer' },
  { ...DEPENDENCIES, name: 'deps', beside: /^mix\.exs$/, made: 'mix-deps' },

  // https://maven.apache.org/guides/introduction/introduction-to-the-standard-directory-layout.html
  { ...OUTPUT, name: 'target', beside: /^pom\.xml$/, made: 'maven' },
  // https://doc.rust-lang.org/cargo/guide/build-cache.html, read 2026-11-25.
  { ...OUTPUT, name: 'target', beside: /^Cargo\.toml$/, made: 'cargo' },
  { ...OUTPUT, name: 'target', beside: /^build\.sbt$/, made: 'sbt' },
  // https://docs.gradle.org/current/userguide/directory_layout.html, read 2026-11-25.
  {
    ...OUTPUT,
    name: 'build',
    beside: /^build\.gradle(?:\.kts)?$/,
    gitIgnored: true,
    made: 'gradle',
  },
  { ...OUTPUT, name: '.gradle', beside: /^(?:build|settings)\.gradle(?:\.kts)?$/, made: 'gradle' },
  // https://learn.microsoft.com/dotnet/core/tools/dotnet-build, read 2026-11-25.
  { ...OUTPUT, name: 'bin', beside: /\.(?:cs|fs|vb)proj$/, made: 'dotnet' },
  { ...OUTPUT, name: 'obj', beside: /\.(?:cs|fs|vb)proj$/, made: 'dotnet' },
  { ...OUTPUT, name: '.next', beside: PACKAGE_JSON, named: /"next"\s*:/, made: 'node-build' },
  { ...OUTPUT, name: '.nuxt', beside: PACKAGE_JSON, named: /"nuxt[\w-]*"\s*:/, made: 'node-build' },
  {
    ...OUTPUT,
    name: '.svelte-kit',
    beside: PACKAGE_JSON,
    named: /"@sveltejs\/kit"\s*:/,
    made: 'node-build',
  },
  {
    ...OUTPUT,
    name: '.angular',
    beside: PACKAGE_JSON,
    named: /"@angular\/\w+"\s*:/,
    made: 'node-build',
  },
  { ...OUTPUT, name: 'dist', beside: PACKAGE_JSON, gitIgnored: true, made: 'node-build' },
  { ...OUTPUT, name: 'build', beside: PACKAGE_JSON, gitIgnored: true, made: 'node-build' },
  { ...OUTPUT, name: '_build', beside: /^mix\.exs$/, made: 'mix' },
  { ...OUTPUT, name: '.stack-work', beside: /^stack\.yaml$/, made: 'stack' },
  { ...OUTPUT, name: '.dart_tool', beside: /^pubspec\.yaml$/, made: 'dart' },
  { ...OUTPUT, name: '.build', beside: /^Package\.swift$/, made: 'swift' },

  // https://peps.python.org/pep-3147/: without its source a file in __pycache__ is not imported.
  { ...CACHE, name: '__pycache__', kind: 'directory', holds: /\.py[co]$/ },
  { ...CACHE, name: '.pytest_cache', kind: 'directory' },
  { ...CACHE, name: '.mypy_cache', kind: 'directory' },
  { ...CACHE, name: '.ruff_cache', kind: 'directory' },
  { ...CACHE, name: '.tox', kind: 'directory' },
  { ...CACHE, name: '.nox', kind: 'directory' },
  { ...CACHE, name: '.hypothesis', kind: 'directory' },
  { ...CACHE, name: '.ipynb_checkpoints', kind: 'directory' },
  { ...CACHE, name: '.coverage', kind: 'file', beside: PYTHON },
  { ...CACHE, name: 'htmlcov', kind: 'directory', holds: /^index\.html$/ },
  { ...CACHE, name: '.nyc_output', kind: 'directory' },
  { ...CACHE, name: '.parcel-cache', kind: 'directory' },
  { ...CACHE, name: '.turbo', kind: 'directory' },
  {
    ...CACHE,
    name: 'coverage',
    kind: 'directory',
    holds: /^(?:lcov\.info|lcov-report|clover\.xml|coverage-final\.json|cobertura-coverage\.xml)$/,
  },
  { ...CACHE, name: 'npm-debug.log*', kind: 'file' },
  { ...CACHE, name: 'yarn-debug.log*', kind: 'file' },
  { ...CACHE, name: 'yarn-error.log*', kind: 'file' },
  { ...CACHE, name: '.terraform', kind: 'directory', readBy: /\bterraform\b/ },
  { ...CACHE, name: '.vagrant', kind: 'directory', readBy: /\bvagrant\b/ },

  { ...EDITOR, name: '.idea', kind: 'directory', readBy: /(?<!\w)\.idea\b/ },
  { ...EDITOR, name: '.vscode', kind: 'directory', readBy: /(?<!\w)\.vscode\b|code-server/ },
  { ...EDITOR, name: '.vs', kind: 'directory', readBy: /(?<!\w)\.vs\b/ },
  { ...EDITOR, name: '*.iml', kind: 'file', readBy: /\.iml\b/ },
  { ...EDITOR, name: '*.swp', kind: 'file', readBy: /\.swp\b/ },
  { ...EDITOR, name: '.DS_Store', kind: 'file', readBy: /\.DS_Store/ },
  { ...EDITOR, name: 'Thumbs.db', kind: 'file', readBy: /Thumbs\.db/ },

  { ...OTHERS, name: 'Dockerfile*', kind: 'file', top: true, readBy: /dockerfile/i },
  { ...OTHERS, name: '*.Dockerfile', kind: 'file', top: true, readBy: /dockerfile/i },
  { ...OTHERS, name: '.dockerignore', kind: 'file', top: true, readBy: /dockerignore/ },
  { ...OTHERS, name: 'docker-compose*.yml', kind: 'file', top: true, readBy: /docker-compose/ },
  { ...OTHERS, name: 'docker-compose*.yaml', kind: 'file', top: true, readBy: /docker-compose/ },
  { ...OTHERS, name: 'compose*.yml', kind: 'file', top: true, readBy: /compose/ },
  { ...OTHERS, name: 'compose*.yaml', kind: 'file', top: true, readBy: /compose/ },
  { ...OTHERS, name: '.github', kind: 'directory', top: true, readBy: /\.github\b/ },
  { ...OTHERS, name: '.gitlab-ci.yml', kind: 'file', top: true, readBy: /gitlab-ci/ },
  { ...OTHERS, name: '.circleci', kind: 'directory', top: true, readBy: /\.circleci\b/ },
  { ...OTHERS, name: '.travis.yml', kind: 'file', top: true, readBy: /\.travis/ },
  { ...OTHERS, name: 'azure-pipelines*.yml', kind: 'file', top: true, readBy: /azure-pipelines/ },
  { ...OTHERS, name: 'Jenkinsfile', kind: 'file', top: true, readBy: /Jenkinsfile/ },

  {
    ...SECRET,
    name: '.env',
    readBy:
      /dotenv|(?<![\w)\]])\.env\b|decouple|environs?\b.*import|import environ|pydantic.settings|BaseSettings|\bvite\b|"next"|react-scripts|"nuxt"|laravel|symfony|\bforeman\b|\bhoncho\b|godotenv|--env-file/,
  },
  {
    ...SECRET,
    name: '.env.*',
    not: /\.(?:example|sample|template|tmpl|dist|defaults?|test)$/i,
    readBy:
      /dotenv|(?<![\w)\]])\.env\b|pydantic.settings|BaseSettings|\bvite\b|"next"|react-scripts|"nuxt"|laravel|symfony|godotenv|--env-file/,
  },
  { ...SECRET, name: '*.pem', readBy: /\.pem\b/ },
  { ...SECRET, name: '*.key', readBy: /\.key["'\s;,)]/ },
  { ...SECRET, name: 'id_rsa', readBy: /id_rsa/ },
  { ...SECRET, name: 'id_ed25519', readBy: /id_ed25519/ },
  { ...SECRET, name: '*.tfstate', readBy: /tfstate/ },
  { ...SECRET, name: '.aws', kind: 'directory', readBy: /(?<!\w)\.aws\b/ },
  { ...SECRET, name: '.ssh', kind: 'directory', readBy: /(?<!\w)\.ssh\b/ },

  { ...TESTS, name: 'test' },
  { ...TESTS, name: 'tests' },
  { ...TESTS, name: '__tests__' },
  { ...TESTS, name: 'spec' },
  { ...TESTS, name: 'e2e' },
  { ...TESTS, name: 'cypress' },
];
