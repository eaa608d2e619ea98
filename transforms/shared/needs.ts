import {
  commandsIn,
  commandText,
  valueOf,
  type Command,
  type Context,
  type Instruction,
  type Script,
  type Stage,
} from '../../src/kit.ts';
import { copiedFrom } from './copied.ts';
import { neighboursOf } from './editing.ts';
import { fillsCache, invocationOf, lineOf, type Manager } from './package-managers.ts';
import { wordsOf } from './purpose.ts';

/** Who still works from a cache once the RUN that fills it is over. */
export type Need =
  /** A later step does. */
  | { readonly kind: 'step'; readonly instruction: Instruction; readonly text: string }
  /** A later step runs something that could, and cannot be read. */
  | { readonly kind: 'maybe'; readonly instruction: Instruction; readonly text: string }
  /** What the container starts does, or may. */
  | { readonly kind: 'start'; readonly text: string };

/** Installs without `apt-get update` before it in the same RUN. */
const APT_READERS =
  /^(?:apt|apt-get|aptitude) (?:.* )?(?:install|upgrade|dist-upgrade|full-upgrade|build-dep|satisfy|source|reinstall|search|show)\b|^(?:apt-cache|apt-file)\b/;

const APT_UPDATE = /^(?:apt|apt-get|aptitude) (?:.* )?update(?: -\S+)*$/;

/**
 * Fetches the lists itself, so what follows works on lists of its own.
 * https://github.com/nodesource/distributions, read 2026-11-23.
 */
export const SELF_UPDATING =
  /deb\.nodesource\.com\/setup|playwright .*(?:install-deps|--with-deps)/;

/** Build tools that projects ship under these names. */
export const BUILD_SCRIPT =
  /(?:^|\/)(?:[Cc]onfigure|config|gradlew|mvnw|autogen\.sh|bootstrap(?:\.sh)?|buildconf|waf|sbt|activator|manage\.py|install-sh)$|conda|mambaforge|miniforge/i;

/** `sh -c '…'` with a package manager in its text. */
const NESTED_APT = /^(?:(?:ba|da|a|)sh|su|runuser) (?:.* )?-\w*c .*\bapt(?:-get)?\b/;

/** Install packages through apt without saying so. */
const APT_FRONTEND =
  /^(?:rosdep|mk-build-deps|gdebi|tasksel|nala|apt-fast|ansible|ansible-playbook|puppet|chef-client|salt-call|unattended-upgrades?)\b|\bAPT\b|\$APT/;

const SHELL = /^(?:ba|da|a|)sh$/;

/** The first need of what `manager` fills in `run`; `undefined` when there is none. */
export function needAfter(run: Instruction, manager: Manager, context: Context): Need | undefined {
  const stage = run.stage!;
  let maybe: Need | undefined;
  for (const later of laterSteps(run, stage)) {
    const need = needOf(later, manager, context);
    if (need === 'renewed') break;
    if (need?.kind === 'step') return need;
    maybe ??= need;
  }
  const pattern = manager.id === 'apt' ? APT_AT_START : manager.neededAtStart;
  return maybe ?? (pattern && startNeed(stage, pattern, manager.id === 'apt'));
}

function* laterSteps(run: Instruction, stage: Stage): Generator<Instruction> {
  for (const instruction of stage.later(run)) {
    const step = instruction.trigger ?? instruction;
    if (step.keyword === 'RUN') yield step;
  }
}

/** What one later RUN needs; `renewed` when it fetches the lists anew for itself and the rest. */
function needOf(
  run: Instruction,
  manager: Manager,
  context: Context,
): Need | 'renewed' | undefined {
  const script = valueOf(run.run.script);
  if (!script) {
    const named = `(?:${manager.programs.join('|')})`;
    const word = new RegExp(`(?:^|[\\s"'/])${named}(?:[\\s"']|$)`);
    return word.test(run.run.text)
      ? { kind: 'maybe', instruction: run, text: run.run.text }
      : undefined;
  }
  let maybe: Need | undefined;
  for (const command of commandsIn(script.body)) {
    const line = lineOf(command);
    if (manager.id === 'apt') {
      if (SELF_UPDATING.test(line)) return maybe ?? 'renewed';
      // An update under a condition may not happen.
      if (APT_UPDATE.test(line)) {
        if (isUnconditional(script, command)) return maybe ?? 'renewed';
        continue;
      }
      if (APT_FRONTEND.test(line)) maybe ??= { kind: 'maybe', instruction: run, text: line };
      if (APT_READERS.test(line) || NESTED_APT.test(line))
        return { kind: 'step', instruction: run, text: line };
    } else if (manager.worksFromCache?.test(line)) {
      return { kind: 'step', instruction: run, text: line };
    }
    if (manager.id === 'apt') maybe ??= opaque(run, command, context);
  }
  return maybe;
}

/** Does it run whatever else happens, and does its failure end the RUN? */
function isUnconditional(script: Script, command: Command): boolean {
  const place = neighboursOf(script, command);
  return place !== undefined && place.operatorBefore !== '||' && place.operatorAfter !== '||';
}

/** Does a RUN run something that may install packages, and that cannot be read? */
export const mayInstall = (run: Instruction, script: Script, context: Context): boolean =>
  [...commandsIn(script.body)].some((command) => {
    const line = lineOf(command);
    return (
      SELF_UPDATING.test(line) ||
      APT_FRONTEND.test(line) ||
      NESTED_APT.test(line) ||
      opaque(run, command, context) !== undefined
    );
  });

/** Something that could call any package manager, and cannot be read. */
function opaque(run: Instruction, command: Command, context: Context): Need | undefined {
  const path = scriptOf(command);
  if (path === undefined) return undefined;
  if (path !== STANDARD_INPUT && (BUILD_SCRIPT.test(path) || isHarmless(run, path, context))) {
    return undefined;
  }
  return { kind: 'maybe', instruction: run, text: commandText(command) };
}

const STANDARD_INPUT = '-';

/** Where programs of packages lie, which are no scripts of the project. */
const SYSTEM_PATH =
  /^\/(?:usr\/(?:local\/)?)?s?bin\/[^/]+$|^\/opt\/[^/]+\/(?:s?bin|\w+\/bin)\/|(?:^|\/)(?:venv|env|node_modules|vendor)\/|^\/root\/\.\w+\/bin\/|^\/usr\/lib\//;

/** The script that a command runs, `-` for what is piped into a shell. */
export function scriptOf(command: Command): string | undefined {
  const [name = '', ...args] = wordsOf(command);
  if (SHELL.test(name.replace(/^.*\//, ''))) {
    if (args.some((arg) => /^-\w*c/.test(arg))) {
      const text = args.at(-1)!;
      return /^\.{0,2}\/\S+$/.test(text) || text.startsWith('$(') ? text : undefined;
    }
    if (args.some((arg) => /^-\w*s/.test(arg))) return STANDARD_INPUT;
    return args.find((arg) => !arg.startsWith('-')) ?? STANDARD_INPUT;
  }
  if (name === 'source' || name === '.') return args[0];
  return name.includes('/') && !SYSTEM_PATH.test(name) ? name : undefined;
}

/** Was the script read in the build context, and does it call neither apt nor another script? */
function isHarmless(run: Instruction, path: string, context: Context): boolean {
  const source = copiedFrom(run, path, context);
  const text = source.known ? valueOf(context.readText(source.value)) : undefined;
  return (
    text !== undefined && !/\b(?:apt|apt-get|aptitude|dpkg)\b|\.sh\b|\bsource\b|^\s*\. /m.test(text)
  );
}

/** What starts may install too, and say so. */
const APT_AT_START = /\bapt(?:-get)? (?:-\S+ )*install\b/;

const OPAQUE_START =
  /\.(?:sh|py|rb|pl)\b|entrypoint|supervisord|foreman|honcho|\bnpm\b|\byarn\b|(?:^|[\s"'/])(?:ba|da|a|)sh(?:[\s"']|$)/;

/** What a container is started with, where that may work from a cache. */
export function startNeed(stage: Stage, pattern: RegExp, named: boolean): Need | undefined {
  const commands = stage.lineage
    .flatMap((each) => each.instructions)
    .filter(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  if (commands.length === 0) {
    if (named) return undefined;
    return { kind: 'start', text: 'the command of the base image' };
  }
  const text = commands.map((command) => command.args.text).join(' ');
  return pattern.test(text) || (!named && OPAQUE_START.test(text))
    ? { kind: 'start', text }
    : undefined;
}

/** Does a later RUN fill this cache again? Then it will hold something whatever is done here. */
export const fillsIn = (run: Instruction, manager: Manager): boolean => {
  const script = valueOf(run.run.script);
  if (!script) return false;
  return [...commandsIn(script.body)].some((command) => {
    const invocation = invocationOf(command);
    return invocation?.manager === manager && fillsCache(invocation);
  });
};
