import {
  parseScript,
  PLAIN_SHELL,
  type Command,
  type Context,
  type Instruction,
  type Stage,
} from '../../../src/kit.ts';
import { otherStarts, type OtherStart } from './other-starts.ts';
import { StartReader, type ReadScript } from './start-reader.ts';
import { wordsOfCommands, type Outcome, type Words } from './start-script.ts';

/** What the container runs when it starts, as far as the file and its context tell. */
export interface Start {
  /** The last of each in the stage. */
  readonly entrypoint: Instruction | undefined;
  readonly cmd: Instruction | undefined;
  /** The whole command line, where no shell needs to read it. */
  readonly line: readonly string[] | undefined;
  /** ENTRYPOINT or CMD is in shell form, or starts a shell or a script of the shell. */
  readonly shell: boolean;
  /** A script that it starts is written for bash. */
  readonly bash: boolean;
  /** Words of what runs in the end, through inits, shells and scripts; `undefined`: not static. */
  readonly main: Words;
  /** The command that `main` are the last words of, where a shell reads one. */
  readonly command: Command | undefined;
  /** Every program that is run on the way there, as it is written. */
  readonly programs: readonly string[];
  /** The texts of the scripts that were read, those of the HEALTHCHECK behind the others. */
  readonly scripts: readonly ReadScript[];
  /** Files that its scripts read with `.` and whose text is not known; `$`: in a variable. */
  readonly unread: readonly string[];
  /** Why it cannot be read to its end. */
  readonly trouble: string | undefined;
  /** What checks the health of the container. */
  readonly health: Health | undefined;
  /** What compose files start instead. */
  readonly others: readonly OtherStart[];
}

/** What the last HEALTHCHECK runs. */
export interface Health {
  readonly shell: boolean;
  readonly bash: boolean;
  readonly programs: readonly string[];
  readonly unread: readonly string[];
  readonly trouble: string | undefined;
}

/** Reads ENTRYPOINT, CMD and HEALTHCHECK of the stage that ships. */
export function startOf(stage: Stage, context: Context): Start {
  const all = stage.instructions;
  const entrypoint = all.findLast(({ keyword }) => keyword === 'ENTRYPOINT');
  const cmd = all.findLast(({ keyword }) => keyword === 'CMD');
  const last = all.at(-1) ?? stage.from;
  const reader = new StartReader(last, context);
  const line = lineOf(entrypoint, cmd);
  const main = line ? reader.follow(line) : shellForm(reader, entrypoint, cmd);
  const { shell, bash, programs, scripts, unread, trouble } = reader;
  const checker = healthReader(stage, new StartReader(last, context));
  const checks = (checker?.scripts ?? []).filter(
    (one) => !scripts.some(({ path }) => path === one.path),
  );
  return {
    entrypoint,
    cmd,
    line,
    shell,
    bash,
    main: main.words,
    command: main.command,
    programs,
    scripts: [...scripts, ...checks.map((one) => ({ ...one, health: true as const }))],
    unread,
    trouble,
    health: checker,
    others: otherStarts(stage, context, entrypoint),
  };
}

/** The last HEALTHCHECK of a stage, unless it is NONE. */
export function healthcheckIn(stage: Stage): Instruction | undefined {
  const last = stage.instructions.findLast(({ keyword }) => keyword === 'HEALTHCHECK');
  return last && !/^none$/i.test(last.args.text.trim()) ? last : undefined;
}

function healthReader(stage: Stage, reader: StartReader): StartReader | undefined {
  const check = healthcheckIn(stage);
  if (!check) return undefined;
  if (check.json) reader.follow(check.json);
  else reader.text(check.args.text.trim().replace(/^cmd\s+/i, ''));
  return reader;
}

/** The command line where it is in exec form, or in a shell form that needs no shell. */
function lineOf(
  entrypoint: Instruction | undefined,
  cmd: Instruction | undefined,
): readonly string[] | undefined {
  const first = entrypoint && wordsOf(entrypoint);
  const rest = cmd && wordsOf(cmd);
  if (entrypoint && !first) return undefined;
  // An ENTRYPOINT in shell form takes no arguments from CMD.
  if (entrypoint && !entrypoint.json) return first;
  if (cmd && !rest) return undefined;
  if (entrypoint && cmd && !cmd.json) return undefined;
  return [...(first ?? []), ...(rest ?? [])];
}

/** The text that a shell reads. */
function shellForm(
  reader: StartReader,
  entrypoint: Instruction | undefined,
  cmd: Instruction | undefined,
): Outcome {
  if (entrypoint?.json && cmd) {
    reader.shell = true;
    reader.trouble = 'an ENTRYPOINT in exec form gets a CMD in shell form as its arguments';
    return { words: [], command: undefined, passive: false };
  }
  return reader.text((entrypoint && !entrypoint.json ? entrypoint : cmd)!.args.text);
}

/** The words of exec form, or of a shell form that is one plain command. */
function wordsOf(instruction: Instruction): readonly string[] | undefined {
  if (instruction.json) return instruction.json;
  const script = parseScript(instruction.args.text, PLAIN_SHELL);
  if (!script.known || script.value.hasComment) return undefined;
  const { statements } = script.value.body;
  const [only] = statements;
  if (statements.length !== 1 || only!.background || only!.node.kind !== 'command')
    return undefined;
  const { assignments, redirects, words } = only!.node;
  if (assignments.length > 0 || redirects.length > 0) return undefined;
  const values = words.map((word) => (/^~|=~/.test(word.text) ? undefined : word.value));
  if (values.includes(undefined)) return undefined;
  const [first, ...rest] = values as string[];
  if (first === 'exec') return rest;
  return BUILTINS.has(first ?? '') ? undefined : (values as string[]);
}

/** Commands of the shell itself that are no programs. */
const BUILTINS = new Set([
  'cd',
  '.',
  'source',
  'export',
  'set',
  'eval',
  ':',
  'trap',
  'ulimit',
  'umask',
  'exit',
]);

/** The commands of a text of `package.json`, of a Procfile and the like; undefined: not understood. */
export function commandsOfText(text: string): readonly Words[] | undefined {
  const script = parseScript(text, { ...PLAIN_SHELL, name: 'bash' });
  return script.known ? wordsOfCommands(script.value) : undefined;
}
