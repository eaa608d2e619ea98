import type { Context, Instruction, Stage } from '../../../src/kit.ts';
import { baseName } from '../prefix.ts';
import { servicesOf } from '../services.ts';
import type { Start } from './start.ts';
import { StartReader } from './start-reader.ts';
import type { Words } from './start-script.ts';

/** What a compose file runs in the place of the command of the image, or of its HEALTHCHECK. */
export interface OtherStart {
  readonly check: boolean;
  /** As it is shown: the command, and where it stands. */
  readonly text: string;
  readonly main: Words;
  readonly shell: boolean;
  readonly bash: boolean;
  readonly programs: readonly string[];
  readonly unread: readonly string[];
  readonly trouble: string | undefined;
}

/**
 * `command` takes the place of CMD, and `entrypoint` that of both:
 * https://docs.docker.com/reference/compose-file/services/#entrypoint, read 2026-11-27.
 */
export function otherStarts(
  stage: Stage,
  context: Context,
  entrypoint: Instruction | undefined,
): OtherStart[] {
  const found = new Map<string, OtherStart>();
  const put = (line: readonly string[], by: string, check: boolean): void => {
    const other = { ...readLine(stage, context, line, by), check };
    found.set(other.text, other);
  };
  for (const service of servicesOf(context, stage)) {
    const { by, entrypoint: given, command = [], healthcheck } = service;
    if (healthcheck) put(healthcheck, by, true);
    // An ENTRYPOINT in shell form takes no arguments.
    const first = given ?? entrypoint?.json ?? (entrypoint ? undefined : []);
    const line = first && [...first, ...command];
    if (!line || line.length === 0 || (!given && command.length === 0)) continue;
    put(line, by, false);
  }
  return [...found.values()];
}

function readLine(
  stage: Stage,
  context: Context,
  line: readonly string[],
  by: string,
): Omit<OtherStart, 'check'> {
  const reader = new StartReader(stage.instructions.at(-1) ?? stage.from, context);
  const { words } = reader.follow(line);
  const { shell, bash, programs, unread, trouble } = reader;
  const text = `\`${shown(words.length > 0 ? words : line)}\` of ${by}`;
  return { text, main: words, shell, bash, programs, unread, trouble };
}

/** Without options: a password may stand in one. */
function shown(words: Words): string {
  const end = words.findIndex((word, i) => i > 0 && (word === undefined || /^-|[=@]/.test(word)));
  return words.slice(0, end < 0 ? 4 : Math.min(end, 4)).join(' ');
}

/** Managers whose scripts run anything, and tools of development. */
const TOOLS =
  /^(?:npm|yarn|yarnpkg|pnpm|bun|corepack|composer|make|go|cargo|mvn|mvnw|gradle|gradlew|dotnet|sbt|nodemon|ts-node|ts-node-dev|tsx|tsc|jest|vitest|pytest|tox|nox|air|watchexec|rspec|rubocop|guard)$/;

/** What runs a program of the packages that are installed. */
const RUNNER =
  /^(?:(?:poetry|uv|pipenv) run|bundle exec|npx|pnpx|bunx|(?:npm|pnpm) exec)(?: -\S+)* /;

/**
 * The other starts that may need what the start of the image itself does not. `keepsAll`: whatever
 * the same program could run is kept.
 */
export function demanding({ main, others }: Start, keepsAll: boolean): readonly OtherStart[] {
  const own = taskOf(main);
  return others.filter((other) => {
    if (other.check) return false;
    const task = taskOf(other.main);
    if (task.join(' ') === own.join(' ')) return false;
    const programs = [task[0] ?? '', ...other.programs].map((one) => baseName(one));
    if (programs.some((one) => TOOLS.test(one))) return true;
    if (programs[0] !== baseName(own[0] ?? '')) return true;
    return !keepsAll && INTERPRETERS.test(programs[0]) && argumentOf(task) !== argumentOf(own);
  });
}

/** They run what they are given, which may be left out. */
const INTERPRETERS = /^(?:node|nodejs|java|dotnet|deno)$/;

const argumentOf = (task: readonly string[]): string | undefined =>
  task.slice(1).find((word) => !word.startsWith('-'));

const taskOf = (main: Words): string[] =>
  main
    .map((word) => word ?? '$')
    .join(' ')
    .replace(RUNNER, '')
    .split(' ');
