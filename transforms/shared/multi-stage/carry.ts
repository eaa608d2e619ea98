import { commandText, valueOf, type Instruction, type Pair } from '../../../src/kit.ts';
import { startText } from './start-text.ts';
import type { Conversion, Plan } from './types.ts';

/** An instruction of the build stage that the final stage needs too. */
export interface Carried {
  readonly instruction: Instruction;
  /** As it is written there. */
  readonly text: string;
  /** It leaves the build stage; else it stands in both. */
  readonly moved: boolean;
}

/** Only the container reads them; of the last three the last one of the file holds. */
const MOVED = new Set([
  'EXPOSE',
  'LABEL',
  'MAINTAINER',
  'VOLUME',
  'STOPSIGNAL',
  'HEALTHCHECK',
  'ENTRYPOINT',
  'CMD',
]);

const LAST_HOLDS = new Set(['STOPSIGNAL', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD']);

/**
 * Variables that tools of the build read. https://go.dev/doc/cmd/go#hdr-Environment_variables,
 * https://doc.rust-lang.org/cargo/reference/environment-variables.html,
 * https://pip.pypa.io/en/stable/topics/configuration/#environment-variables, read 2026-11-25.
 */
const BUILD_ONLY =
  /^(?:DEBIAN_FRONTEND|GO(?:111MODULE|PROXY|PRIVATE|NOPROXY|SUMDB|NOSUMDB|INSECURE|FLAGS|OS|ARCH|AMD64|ARM|ARM64|386|PATH|ROOT(?:_\w+)?|BIN|CACHE|MODCACHE|TOOLCHAIN)|CGO_\w+|CARGO_\w+|RUSTUP_\w+|RUSTFLAGS|CC|CXX|CFLAGS|CXXFLAGS|LDFLAGS|MAKEFLAGS|PIP_\w+|POETRY_\w+|MAVEN_\w+|GRADLE_(?:HOME|VERSION|USER_HOME|OPTS)|COMPOSER_\w+|APT_\w+)$/;

/** What the final stage takes over of the instructions up to `boundary`, in their order. */
export function carried(conversion: Conversion, boundary: Instruction): Carried[] {
  const { instructions } = conversion.subject.stage;
  const before = instructions.filter(({ index }) => index < boundary.index);
  const behind = instructions.filter(({ index }) => index > boundary.index);
  const moved = before.filter((instruction) => moves(instruction, instructions));
  const texts = new Map<Instruction, string>();
  for (const instruction of moved) texts.set(instruction, movedText(conversion, instruction));
  const needed = [
    ...behind.map(sourceOf),
    ...texts.values(),
    workdirText(before),
    ...conversion.install,
    ...conversion.replay.map(({ command }) => (command ? commandText(command) : '')),
    ...before.filter(({ keyword }) => keyword === 'USER').map(sourceOf),
  ];
  // From the last to the first: what a variable is made of stands before it.
  for (const instruction of before.toReversed()) {
    const text = environmentText(conversion, instruction, needed);
    if (text === undefined) continue;
    texts.set(instruction, text);
    needed.push(text);
  }
  return before.flatMap((instruction) => {
    const text = texts.get(instruction);
    return text === undefined ? [] : [{ instruction, text, moved: moved.includes(instruction) }];
  });
}

const sourceOf = (instruction: Instruction): string =>
  instruction.stage!.document.text.slice(instruction.start, instruction.end);

const workdirText = (before: readonly Instruction[]): string =>
  before.findLast(({ keyword }) => keyword === 'WORKDIR')?.args.text ?? '';

function moves(instruction: Instruction, all: readonly Instruction[]): boolean {
  const { keyword } = instruction;
  if (!MOVED.has(keyword)) return false;
  if (!LAST_HOLDS.has(keyword)) return true;
  return all.findLast((other) => other.keyword === keyword) === instruction;
}

function movedText(conversion: Conversion, instruction: Instruction): string {
  const text = startText(conversion, instruction);
  if (text === undefined || !/^(?:ENTRYPOINT|CMD)$/.test(instruction.keyword)) {
    return sourceOf(instruction);
  }
  const { start } = instruction.argsSpan;
  const document = instruction.stage!.document.text;
  return document.slice(instruction.start, start) + text;
}

/** The text of an ENV, ARG or SHELL in the final stage; undefined where it is not needed there. */
function environmentText(
  conversion: Conversion,
  instruction: Instruction,
  needed: readonly string[],
): string | undefined {
  switch (instruction.keyword) {
    case 'ARG':
      return instruction.pairs.some(({ name }) => isRead(name, needed))
        ? sourceOf(instruction)
        : undefined;
    case 'SHELL':
      return needed.some((text) => /^\s*(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK)\s+(?!\[)/i.test(text))
        ? sourceOf(instruction)
        : undefined;
    case 'ENV':
      return envText(conversion, instruction, needed);
    default:
      return undefined;
  }
}

export const isRead = (name: string, texts: readonly string[]): boolean =>
  texts.some((text) => new RegExp(`\\$(?:\\{${escape(name)}\\b|${escape(name)}\\b)`).test(text));

const escape = (text: string): string => text.replace(/[^\w]/g, '\\$&');

/** Does something read the variable when the container runs, as far as its name and value tell? */
export function isForRunTime(plan: Plan, { name, value }: Pick<Pair, 'name' | 'value'>): boolean {
  if (plan.buildVariables?.includes(name)) return false;
  if (name === 'PATH') return !isToolPath(value ?? '');
  return !BUILD_ONLY.test(name) || valueOf(plan.mentions(name)) === true;
}

/** Does a PATH add only where the tools of the build lie? */
const isToolPath = (value: string): boolean =>
  value
    .replace(/["']/g, '')
    .split(':')
    .every((part) => {
      const variable = /^\$\{?(\w+)/.exec(part)?.[1];
      if (variable !== undefined) return variable === 'PATH' || BUILD_ONLY.test(variable);
      return /^\/(?:go|usr\/local\/(?:go|cargo|rustup)|root\/\.cargo|usr\/(?:local\/)?s?bin|s?bin)(?:\/|$)/.test(
        part,
      );
    });

function envText(
  { plan }: Conversion,
  instruction: Instruction,
  needed: readonly string[],
): string | undefined {
  const isKept = (pair: Pick<Pair, 'name' | 'value'>): boolean =>
    isRead(pair.name, needed) || isForRunTime(plan, pair);
  const pairs = instruction.pairs;
  const kept = pairs.filter(isKept);
  if (kept.length === pairs.length) return sourceOf(instruction);
  if (kept.length === 0) return undefined;
  const document = instruction.stage!.document.text;
  const keyword = document.slice(instruction.keywordSpan.start, instruction.keywordSpan.end);
  return `${keyword} ${kept.map(({ start, end }) => document.slice(start, end)).join(' ')}`;
}
