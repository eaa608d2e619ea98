import { quotedWords, type Flag, type Instruction, type Keyword } from './instruction.ts';
import { DockerfileError } from './split.ts';
import { isSpace } from './text.ts';

type FlagKind = 'text' | 'boolean' | 'list';

/**
 * The flags of each instruction.
 * Source: https://docs.docker.com/reference/dockerfile/, read 2026-11-23.
 */
const FLAGS: Partial<Record<Keyword, Readonly<Record<string, FlagKind>>>> = {
  ADD: {
    checksum: 'text',
    chmod: 'text',
    chown: 'text',
    exclude: 'list',
    'keep-git-dir': 'boolean',
    link: 'boolean',
    unpack: 'boolean',
  },
  COPY: {
    chmod: 'text',
    chown: 'text',
    exclude: 'list',
    from: 'text',
    link: 'boolean',
    parents: 'boolean',
  },
  FROM: { platform: 'text' },
  HEALTHCHECK: {
    interval: 'text',
    retries: 'text',
    'start-interval': 'text',
    'start-period': 'text',
    timeout: 'text',
  },
  RUN: { device: 'list', mount: 'list', network: 'text', security: 'text' },
};

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  network: ['default', 'host', 'none'],
  security: ['insecure', 'sandbox'],
};

/** Throws a `DockerfileError` for what the builder refuses beyond the splitting of lines. */
export function check(instruction: Instruction): void {
  const fail = (message: string): never => {
    throw new DockerfileError(`${instruction.keyword} ${message}`, instruction.line);
  };
  const problem = flagProblem(instruction) ?? argumentProblem(instruction);
  if (problem !== undefined) fail(problem);
  const { trigger } = instruction;
  if (!trigger) return;
  if (['ONBUILD', 'FROM', 'MAINTAINER'].includes(trigger.keyword)) {
    fail(`does not take ${trigger.keyword}`);
  }
  check(trigger);
}

function flagProblem({ keyword, flags }: Instruction): string | undefined {
  const seen = new Set<string>();
  for (const { name, value } of flags) {
    const kind = Object.hasOwn(FLAGS[keyword] ?? {}, name) ? FLAGS[keyword]![name] : undefined;
    const shown = name.slice(0, 40);
    if (kind === undefined) return `does not take the flag --${shown}`;
    if (seen.has(name) && kind !== 'list') return `takes the flag --${shown} once`;
    seen.add(name);
    if (kind === 'boolean') {
      if (value !== undefined && !/^(?:true|false)$/i.test(value)) {
        return `takes --${shown} with true or false`;
      }
    } else if (value === undefined) return `takes --${shown} with a value`;
    const choices = CHOICES[name];
    if (choices && !choices.includes(value!)) {
      return `takes --${shown} with ${choices.join(', ')}`;
    }
    if (name === 'mount' && value === '') return 'takes --mount with a value';
  }
  return undefined;
}

function argumentProblem(instruction: Instruction): string | undefined {
  const { text } = instruction.args;
  switch (instruction.keyword) {
    case 'ENV':
    case 'LABEL':
      return pairProblem(instruction);
    case 'ARG':
      if (text === '') return 'takes a name';
      return instruction.pairs.some((pair) => pair.name === '') ? 'takes a name' : undefined;
    case 'COPY':
    case 'ADD':
      return instruction.words.length < 2 ? 'takes a source and a destination' : undefined;
    case 'SHELL':
      return (instruction.json?.length ?? 0) === 0 ? 'takes a JSON array' : undefined;
    case 'CMD':
    case 'ENTRYPOINT':
    case 'RUN':
      // Throws for an array of anything but strings.
      void instruction.json;
      return undefined;
    case 'VOLUME':
      return instruction.words.length === 0 ? 'takes an argument' : undefined;
    case 'HEALTHCHECK':
      return healthcheckProblem(instruction);
    case 'ONBUILD':
      return text === '' ? 'takes an instruction' : undefined;
    case 'FROM':
      return undefined;
    default:
      return text === '' ? 'takes an argument' : undefined;
  }
}

/** The builder's own rule, which needs no values: a first word without `=` is the old form. */
function pairProblem(instruction: Instruction): string | undefined {
  const { text } = instruction.args;
  const words = quotedWords(text, 0, text.length, instruction.escape).map(({ start, end }) =>
    text.slice(start, end),
  );
  const [first] = words;
  if (first === undefined) return 'takes name=value';
  // It is split at the blanks of ASCII only.
  if (!first.includes('=')) return /[\t\v\f\r ]/.test(text) ? undefined : 'takes two arguments';
  if (words.some((word) => word.startsWith('='))) return 'takes no blank name';
  return words.every((word) => word.includes('=')) ? undefined : 'takes name=value';
}

function healthcheckProblem(instruction: Instruction): string | undefined {
  const { text } = instruction.args;
  let end = 0;
  while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
  const type = text.slice(0, end).toUpperCase();
  const rest = text.slice(end);
  if (type === 'NONE') return rest === '' ? undefined : 'NONE takes no arguments';
  if (type !== 'CMD') return 'takes CMD or NONE';
  if (rest === '' || instruction.json?.length === 0) return 'CMD takes a command';
  return instruction.flags.map(timing).find((problem) => problem !== undefined);
}

const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1e3,
  m: 6e4,
  h: 3.6e6,
};

/** A number of retries, or a duration as Go writes it: `1m30s`. */
function timing({ name, value = '' }: Flag): string | undefined {
  if (value === '') return undefined;
  if (name === 'retries') {
    return /^\+?\d+$/.test(value) ? undefined : 'takes --retries with a number';
  }
  if (/^[-+]?0$/.test(value)) return undefined;
  const wrong = `takes --${name} with a duration of at least 1ms, such as 1m30s`;
  if (!/^\+?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(value)) return wrong;
  let milliseconds = 0;
  for (const [, number, unit] of value.matchAll(/([\d.]+)([a-zµμ]+)/g)) {
    milliseconds += Number(number) * UNITS[unit!]!;
  }
  return milliseconds === 0 || milliseconds >= 1 ? undefined : wrong;
}
