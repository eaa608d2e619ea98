import { valueOf } from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { baseName } from '../prefix.ts';
import type { Code } from './code.ts';
import { startDirectory } from './directories.ts';
import { startsServer } from './servers.ts';
import type { Image } from './types.ts';
import { languageOf } from './write-calls.ts';

/** The languages of programs that run the code of others. */
const INTERPRETERS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:node|nodejs|npm|npx|yarn|pnpm|bun|deno|nodemon|ts-node|ts-node-dev|tsx|pm2|pm2-runtime|next|nuxt|nest|vite|serve|http-server|ng|react-scripts|gatsby|forever|corepack)$/,
    'js',
  ],
  [
    /^(?:python[\d.]*|pypy\d*|gunicorn|uvicorn|flask|django-admin|hypercorn|daphne|celery|streamlit|waitress-serve|fastapi|pipenv|poetry|uv|uwsgi|pytest|scrapy|airflow|jupyter[\w-]*|mlflow|litestar|sanic|granian)$/,
    'py',
  ],
  [/^(?:java|mvn|mvnw|gradle|gradlew|kotlin|scala|sbt)$/, 'java'],
  [/^dotnet$/, 'cs'],
  [/^(?:ruby|bundle|bundler|rails|rackup|puma|thin|unicorn|rake|sidekiq|jekyll)$/, 'rb'],
  [/^(?:php|artisan|composer)$/, 'php'],
  [/^go$/, 'go'],
  [/^cargo$/, 'rs'],
];

/** Why what runs was not read; undefined where its sources were. */
export function unreadProgram(image: Image, code: Code): string | undefined {
  const [main] = image.start.main;
  if (main === undefined)
    return startsServer(image) ? unreadServer(image, code) : 'what it starts was not read';
  const name = baseName(main);
  const languages = new Set([...code.texts.keys()].map((path) => languageOf(path)));
  const language = INTERPRETERS.find(([names]) => names.test(name))?.[1];
  if (language !== undefined) {
    // It serves the files of a directory, and writes none.
    if (image.start.main.slice(1, 3).join(' ') === '-m http.server') return undefined;
    if (!languages.has(language)) return `the code that ${name} runs was not read`;
    const missing = missingScript(image, code);
    if (missing !== undefined) return `${missing} was not read`;
    return language === 'java' ? unreadJar(image) : unreadClone(image);
  }
  if (startsServer(image)) return unreadServer(image, code);
  const script = image.start.scripts.some(({ path }) => baseName(path) === name);
  if (script) return undefined;
  if (/\.(?:py|js|mjs|cjs|rb|php|pl|jar)$/.test(name)) {
    const own = languageOf(name);
    return own !== undefined && languages.has(own) ? undefined : `${name} was not read`;
  }
  return isBuilt(image, main, languages) ? undefined : `what ${name} writes is not known`;
}

/** `node server.js` where no such file is copied, and nothing builds it. */
function missingScript(image: Image, { files }: Code): string | undefined {
  const { start, steps, stage } = image;
  const [, script = ''] = start.main;
  const directory = valueOf(startDirectory(image));
  if (!/^[\w./-]+\.(?:[cm]?js|py|rb)$/.test(script) || directory === undefined || !files.known)
    return undefined;
  const path = normal(script.startsWith('/') ? script : `${directory}/${script}`);
  const isMade =
    steps.some(({ run }) => MAKES.test(run.args.text)) ||
    stage.instructions.some((one) => one.flag('from') !== undefined || one.heredocs.length > 0);
  return isMade || files.value.some((file) => file.path === path) ? undefined : script;
}

/** Makes files that lie nowhere in the build context. */
const MAKES =
  /\b(?:build|compile|bundle|webpack|vite|rollup|esbuild|tsc|make|git clone|curl|wget|tar|unzip|cp|mv|npm run|yarn|pnpm|generate|startproject|create|init)\b/;

/** Code that a step fetches, and that an interpreter may run. */
function unreadClone({ steps }: Image): string | undefined {
  const clone = steps.find(
    ({ program, args, directory }) =>
      program === 'git' &&
      args.includes('clone') &&
      directory?.startsWith('/tmp') !== true &&
      !args.some((word) => word.startsWith('/tmp')),
  );
  return clone && `what line ${clone.run.given.line} clones was not read`;
}

/** The JAR that java runs, where it is not what the file copies or builds, but another program. */
function unreadJar({ start, doc }: Image): string | undefined {
  const jar = start.main[start.main.indexOf('-jar') + 1];
  if (!start.main.includes('-jar') || jar === undefined || BUILT_JAR.test(jar)) return undefined;
  const name = baseName(jar);
  const brings = doc.instructions.some(({ keyword, words, args }) =>
    keyword === 'RUN'
      ? args.text.includes(name)
      : /^(?:COPY|ADD)$/.test(keyword) &&
        words.some(({ text }) => /\*|\.jar$|target|build/.test(text)),
  );
  return brings ? undefined : `${name} was not read`;
}

/** Where Maven, Gradle, sbt and others put what they build. */
const BUILT_JAR = /(?:^|\/)(?:target|build|libs|out|dist|bin|\w*assembly\w*)(?:[.\w-]*)\//;

/** A server that sends files writes nothing of its own; php runs code. */
const unreadServer = ({ base }: Image, code: Code): string | undefined => {
  if (base?.repository !== 'php') return undefined;
  return [...code.texts.keys()].some((path) => languageOf(path) === 'php')
    ? undefined
    : 'the code that PHP runs was not read';
};

/** Does the file build the program itself, from sources that were read? */
function isBuilt(image: Image, main: string, languages: ReadonlySet<string | undefined>): boolean {
  const name = baseName(main);
  const compiled = ['go', 'rs', 'c', 'cs', 'java', 'js'].filter((language) =>
    languages.has(language),
  );
  if (compiled.length === 0) return false;
  const isPath = main.includes('/');
  // Of a name in the search path a directory of sources tells nothing, such as in `cd name`.
  const before = isPath ? '(?:^|[\\s/=])' : '(?:/|=|-o\\s*)';
  const named = new RegExp(`${before}${name.replace(/\W/g, '\\$&')}(?:\\s|$)`);
  return image.doc.instructions.some(
    ({ keyword, args }) =>
      keyword === 'RUN' && ((isPath ? BUILDS : INSTALLS).test(args.text) || named.test(args.text)),
  );
}

/** Put what they build where a name without a path is looked for. */
const INSTALLS = /\b(?:go|cargo|stack|cabal|nimble) install\b/;

const BUILDS =
  /\b(?:go (?:build|install)|cargo (?:build|install)|gcc|g\+\+|cc|clang|make|cmake|ninja|meson|dotnet publish|mvn|mvnw|gradle|gradlew|sbt|native-image|bun build|deno compile)\b/;
