import { valueOf } from '../../../../src/kit.ts';
import { baseName } from '../../prefix.ts';
import type { Subject } from '../types.ts';
import { argsOf, isDevelopment } from './node-tools.ts';
import { pathOf, type Task, type TaskReader } from './node-tasks.ts';

/** What the container starts, followed to its end. */
export interface NodeStart {
  /** Every command that it runs. */
  readonly tasks: readonly Task[];
  /** The one that stays. */
  readonly main: Task | undefined;
  /** It is one call of node with words that are known, and needs neither shell nor npm. */
  readonly direct:
    { readonly args: readonly string[]; readonly nodeEnv: string | undefined } | undefined;
  /** The file that node runs, absolute, as it is written. */
  readonly file: string | undefined;
  /** Modules that are loaded in front of it: `-r dotenv/config`. */
  readonly loads: readonly string[];
  /** What compiles the sources when it runs: `ts-node` and the like. */
  readonly interpreter: string | undefined;
  /** Why it is not known. */
  readonly trouble: string | undefined;
  readonly development: string | undefined;
}

/** Programs and modules that compile sources as they are loaded. */
const INTERPRETERS =
  /^(?:ts-node\b|tsx\b|babel-node$|@babel\/(?:node|register)|esbuild-register|@swc-node|@swc\/register|@esbuild-kit|esno$|sucrase|jiti\b|vite-node$|coffee)/;

/** Options of node with a value of their own. https://nodejs.org/api/cli.html, read 2026-11-25. */
const WITH_VALUE = new Set(
  '-r --require --import --loader --experimental-loader -C --conditions --env-file --title --icu-data-dir --max-http-header-size --stack-trace-limit --openssl-config --dns-result-order'.split(
    ' ',
  ),
);

const LOADERS = new Set(['-r', '--require', '--import', '--loader', '--experimental-loader']);

/** Follows the start command of the file; see `docker-entrypoint.sh` of the image for bare files. */
export function startOfNode(subject: Subject, reader: TaskReader): NodeStart {
  const { start } = subject;
  const directory = valueOf(subject.workdir);
  const opaque: string[] = [];
  const tasks: Task[] = [];
  const take = ({ tasks: found, opaque: not }: ReturnType<TaskReader['ofText']>): void => {
    tasks.push(...found);
    opaque.push(...not);
  };
  const exec = execLine(subject);
  const viaInit = start.programs.some((program) => INIT.test(baseName(program)));
  if (start.scripts.some(({ health }) => health !== true)) {
    for (const { text } of start.scripts) take(reader.ofText(text, directory));
    const forwarded = start.main;
    if (forwarded.length > 0) take(reader.ofWords(forwarded, directory));
  } else if (exec) {
    take(reader.ofWords(exec, directory));
  } else {
    const text = start.entrypoint && !start.entrypoint.json ? start.entrypoint : start.cmd;
    if (text) take(reader.ofText(text.args.text, directory));
  }
  const main = tasks.at(-1);
  const node = main?.program === 'node' || main?.program === 'nodejs' ? readNode(main) : undefined;
  const trouble = troubleOf(subject, tasks, opaque);
  const simple = start.scripts.length === 0 && !viaInit && trouble === undefined;
  return {
    tasks,
    main,
    direct: simple ? directOf(tasks, directory, environmentOf(subject)) : undefined,
    file: node?.file === undefined ? undefined : pathOf(main!, node.file),
    loads: node?.loads ?? [],
    interpreter:
      tasks.map(({ program }) => program).find((program) => INTERPRETERS.test(program)) ??
      node?.loads.find((name) => INTERPRETERS.test(name)),
    trouble,
    development: tasks.map((task) => developmentOf(task)).find((found) => found !== undefined),
  };
}

/** The script of the image, which puts `node` in front of what is no command. */
const ENTRYPOINT = 'docker-entrypoint.sh';

const isBare = (word: string | undefined): boolean =>
  word !== undefined && (/\.[cm]?js$/.test(word) || word.startsWith('-'));

/** The command line of the exec form, with `node` in front where the image's script adds it. */
function execLine({ start, brought }: Subject): readonly string[] | undefined {
  const { line } = start;
  if (!line) return undefined;
  const own = brought.some(({ path }) => path?.endsWith(`/${ENTRYPOINT}`));
  const isImages = start.entrypoint === undefined || (line[0] === ENTRYPOINT && !own);
  const words = line[0] === ENTRYPOINT && !own ? line.slice(1) : line;
  return isImages && isBare(words[0]) ? ['node', ...words] : behindInit(words);
}

/** Wait for their child and forward signals to it. */
const INIT = /^(?:tini|tini-static|dumb-init|catatonit)$/;

function behindInit(words: readonly string[]): readonly string[] {
  if (!INIT.test(baseName(words[0] ?? ''))) return words;
  const dashes = words.indexOf('--');
  const at = dashes > 0 ? dashes + 1 : words.findIndex((word, i) => i > 0 && !word.startsWith('-'));
  return at < 0 ? [] : behindInit(words.slice(at));
}

function troubleOf(
  { start }: Subject,
  tasks: readonly Task[],
  opaque: readonly string[],
): string | undefined {
  if (!start.entrypoint && !start.cmd) return 'there is no ENTRYPOINT or CMD';
  if (start.trouble !== undefined) return start.trouble;
  if (opaque.length > 0) return `${opaque[0]} is not understood`;
  if (tasks.length === 0) return 'it starts nothing';
  const unread = tasks.find(({ call }) => call?.kind === 'unknown');
  if (unread) {
    return `${unread.words.map((word) => word ?? '$').join(' ')}: package.json has no such script, or it is not known`;
  }
  return undefined;
}

/** Commands that build or watch when the container starts. */
function developmentOf(task: Task): string | undefined {
  const text = task.words.map((word) => word ?? '$').join(' ');
  if (isDevelopment(task)) return text;
  if (task.call?.kind === 'install') return `${text} when the container starts`;
  const builds = /^(?:tsc|lb-tsc|webpack|rollup|esbuild|tsup|babel|swc|ncc)$/.test(task.program);
  const verb = argsOf(task)[0];
  const bundles =
    verb === 'build' &&
    /^(?:next|nuxt|nuxi|nest|vite|ng|astro|gatsby|remix|react-scripts|vue-cli-service|strapi)$/.test(
      task.program,
    );
  return builds || bundles ? `${text} when the container starts` : undefined;
}

/** NODE_ENV as the file sets it for the container. */
function environmentOf({ doc, stage }: Subject): string | undefined {
  const sets = doc.only('ENV').some(({ pairs }) => pairs.some(({ name }) => name === 'NODE_ENV'));
  const last = stage.instructions.at(-1);
  return sets && last ? (valueOf(last.variable('NODE_ENV')) ?? '?') : undefined;
}

/** `nodeEnv`: what NODE_ENV is already; an ENV behind another one wins over it. */
function directOf(
  tasks: readonly Task[],
  directory: string | undefined,
  nodeEnv: string | undefined,
): NodeStart['direct'] {
  const real = tasks.filter(({ program }) => !program.startsWith('cross-env'));
  const [task] = real;
  if (real.length !== 1 || !task || !/^(?:node|nodejs)$/.test(task.program)) return undefined;
  if (task.directory !== directory || !task.certain || task.words.includes(undefined))
    return undefined;
  if (task.writes.length > 0 || task.words.some((word) => /[*?{}]/.test(word!))) return undefined;
  const names = [...task.env.keys()];
  if (names.some((name) => name !== 'NODE_ENV' || task.env.get(name) === undefined))
    return undefined;
  const args = task.words.slice(1) as string[];
  const set = task.env.get('NODE_ENV');
  if (set === undefined || set === nodeEnv) return { args, nodeEnv: undefined };
  return nodeEnv === undefined ? { args, nodeEnv: set } : undefined;
}

function readNode(task: Task): { file: string | undefined; loads: string[] } {
  const loads: string[] = [];
  const words = argsOf(task);
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!word.startsWith('-')) return { file: word, loads };
    const [name, glued] = word.startsWith('--') && word.includes('=') ? word.split('=', 2) : [word];
    const value = glued ?? (WITH_VALUE.has(name!) ? words[++at] : undefined);
    if (LOADERS.has(name!) && value !== undefined) loads.push(value);
    if (/^(?:-e|-p|--eval|--print)$/.test(word)) return { file: undefined, loads };
  }
  return { file: undefined, loads };
}
