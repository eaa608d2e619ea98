/** What the sources of an application tell of what it needs when it runs. */
export interface NodeSources {
  /** Programs that it runs, by the names it gives them. */
  readonly programs: readonly string[];
  /** It runs programs whose names are not in the source. */
  readonly unnamed: string | undefined;
  /** It reads what npm tells the scripts that it runs. */
  readonly readsNpm: boolean;
  readonly all: string;
}

/** Sources of the languages that node runs or that are compiled for it. */
export const isCode = (path: string): boolean =>
  /\.(?:[cm]?[jt]sx?|vue|svelte|coffee|graphql|ejs|pug|hbs|njk)$/.test(path) &&
  !path.endsWith('.d.ts');

/** Tests, and what describes them. */
export const isTest = (path: string): boolean =>
  /(?:^|\/)(?:__tests__|__mocks__|e2e|cypress|system-test|coverage|\.nyc_output|\.storybook)\/|(?:^|\/)(?:tests?|specs?)\/.*\.[cm]?[jt]sx?(?:\.snap)?$|\.(?:test|spec|e2e-spec|stories|cy)\.[cm]?[jt]sx?$/.test(
    path,
  );

/** Configuration of tools for development, by the name of the file. */
export const isToolConfig = (path: string): boolean =>
  /(?:^|\/)(?:[tj]sconfig[\w.-]*\.json|\.eslint[\w.]*|eslint\.config\.[cm]?[jt]s|\.prettier[\w.]*|prettier\.config\.[cm]?js|\.stylelint[\w.]*|jest\.[\w.-]+|jest-[\w.-]+\.json|vitest\.[\w.]+|\.mocharc[\w.]*|\.nycrc[\w.]*|\.c8rc[\w.]*|karma\.conf[\w.]*|protractor\.conf[\w.]*|cypress\.[\w.]+|playwright\.config[\w.]*|tslint\.json|nodemon[\w.-]*\.json|nest-cli\.json|\.swcrc|tsup\.config[\w.]*|webpack[\w.-]*\.[cm]?[jt]s|rollup\.config[\w.]*|vite\.config[\w.]*|babel\.config[\w.]*|\.babelrc[\w.]*|gulpfile[\w.]*|Gruntfile[\w.]*|postcss\.config[\w.]*|tailwind\.config[\w.]*|\.?commitlint[\w.]*|\.huskyrc[\w.]*|\.husky|\.lintstagedrc[\w.]*|lint-staged\.config[\w.]*|\.yo-rc\.json|\.nvmrc|\.node-version|\.npmignore|\.npmrc|\.yarnrc|Makefile|Procfile|\.env\.(?:example|sample|template)|\.browserslistrc|\.release-it[\w.]*|\.releaserc[\w.]*|\.snyk|\.huskyrc|\.editorconfig|angular\.json|vue\.config\.js|craco\.config\.js|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|yarn-error\.log|npm-debug\.log|app\.(?:flexible|standard)\.yaml|sonar-project\.properties|\.gcloudignore|[A-Z][A-Z_-]+\.md)(?:\/|$)/.test(
    path,
  );

/** The texts of files that may run. */
export function readSources(texts: ReadonlyMap<string, string>): NodeSources {
  const programs: string[] = [];
  let unnamed: string | undefined;
  for (const [path, text] of texts) {
    if (!RUNS_PROGRAMS.test(text)) continue;
    const found = programsIn(text);
    programs.push(...found.programs);
    if (found.unnamed) unnamed ??= path;
  }
  const all = [...texts.values()].join('\n');
  return {
    programs: [...new Set(programs)],
    unnamed,
    readsNpm: /\bnpm_(?:package|config|lifecycle|execpath|command)/.test(all),
    all,
  };
}

/** https://nodejs.org/api/child_process.html and the packages that wrap it. */
const RUNS_PROGRAMS =
  /['"](?:node:)?child_process['"]|['"](?:execa|cross-spawn|shelljs|zx|zx\/globals|child-process-promise|node-cmd|exec-sh|simple-git|gm|imagemagick|fluent-ffmpeg|ssh2-exec|node-pty|dockerode|pdftotext|node-tesseract|tesseract\.js)['"]/;

const CALL =
  /\b(?:spawn|spawnSync|exec|execSync|execFile|execFileSync|execa|execaSync|execaCommand|execPromise|execAsync|execFileAsync)\s*\(\s*(?:(['"`])([^'"`\n]*)|([^)\n]*))/g;

function programsIn(text: string): { programs: string[]; unnamed: boolean } {
  const programs: string[] = [];
  let unnamed = /['"](?:shelljs|zx|zx\/globals|node-cmd|exec-sh)['"]/.test(text);
  for (const [name, packages] of WRAPPED) if (text.includes(name)) programs.push(...packages);
  const plain = text.replace(/\.exec\s*\(/g, (call, at: number) =>
    isRegular(text, at) ? '(' : call,
  );
  for (const [, , literal, other] of plain.matchAll(CALL)) {
    if (literal !== undefined) {
      const [first = ''] = literal.trim().split(/\s+/);
      if (/^[\w./-]+$/.test(first)) programs.push(first);
      else unnamed = true;
      if (/[|;&$(]/.test(literal)) unnamed = true;
    } else if (!/^\s*process\.(?:execPath|argv0|argv\[0\])/.test(other ?? '')) unnamed = true;
  }
  return { programs, unnamed };
}

const WRAPPED = new Map([
  ['simple-git', ['git']],
  ['fluent-ffmpeg', ['ffmpeg']],
]);

/** `/x/.exec(…)`, `pattern.exec(…)`, `query.exec()`: methods of other things than child_process. */
function isRegular(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at);
  return !/(?:child_process|childProcess|child|cp|proc|process|shell|sh)$/.test(before);
}

/** Which of these packages a text imports, types left out. */
export function importsOf(texts: ReadonlyMap<string, string>, names: readonly string[]): string[] {
  const wanted = new Set(names);
  const found = new Set<string>();
  for (const text of texts.values()) {
    for (const [statement, specifier] of text.matchAll(IMPORT)) {
      if (/^\s*(?:import|export)\s+type\b/.test(statement)) continue;
      const name = packageIn(specifier!);
      if (name !== undefined && wanted.has(name)) found.add(name);
    }
  }
  return [...found];
}

const IMPORT =
  /(?:\b(?:import|export)\b[^'"();]*?\bfrom\s*|\bimport\s*\(?\s*|\brequire(?:\.resolve)?\s*\(\s*)['"`]([^'"`\n]+)['"`]/g;

/** A text without the names of what it imports. */
export const withoutImports = (text: string): string =>
  text.replace(IMPORT, (statement, name: string) => statement.replace(name, ''));

export function packageIn(specifier: string): string | undefined {
  if (/^[./]|^node:/.test(specifier)) return undefined;
  const [first, second] = specifier.split('/');
  return first!.startsWith('@') ? `${first}/${second ?? ''}` : first;
}
