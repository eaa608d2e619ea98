import {
  valueOf,
  type Change,
  type Context,
  type Edit,
  type Finding,
  type Instruction,
  type MappedText,
  type Refusal,
} from '../../../src/kit.ts';
import { commentsAbove } from '../multi-stage/lines.ts';
import { baseName } from '../prefix.ts';
import { servicesOf } from '../services.ts';
import { fateOfCmd } from './entry-points.ts';
import {
  brokenArray,
  isLikeArray,
  readCommand,
  type Item,
  type PlainCommand,
} from './plain-command.ts';
import { runsItself } from './shebang.ts';

/** Why a command stays as it is. */
export type Reason =
  | 'shell'
  | 'array'
  | 'feature'
  | 'login'
  | 'entry-point'
  | 'arguments'
  | 'script'
  | 'comment'
  | 'meant';

/** A CMD, ENTRYPOINT or HEALTHCHECK in shell form. */
interface Subject {
  /** The instruction of the file. */
  readonly outer: Instruction;
  readonly inner: Instruction;
  /** The text that the shell gets. */
  readonly text: MappedText;
}

type Refused = Refusal & { readonly reason: Reason };

type Outcome = Finding | Refused | undefined;

export function convert(outer: Instruction, context: Context): Outcome {
  const inner = outer.trigger ?? outer;
  const text = commandText(inner);
  if (!text) return undefined;
  const subject = { outer, inner, text };
  const array = brokenArray(text.text);
  if (array) return mendArray(subject, array);
  if (isLikeArray(text.text)) {
    return { at: outer, message: 'run it without a shell', reason: 'array' };
  }
  // An ENTRYPOINT in shell form takes no CMD: there is nothing to convert.
  const fate = inner.keyword === 'CMD' ? fateOfCmd(outer.stage!, context) : 'run';
  if (fate === 'ignored') return undefined;
  const command = plainCommand(subject);
  if (!command || 'reason' in command) return command;
  const message = messageOf(subject, command);
  const refuse = (reason: Reason, detail?: string): Outcome => ({
    at: outer,
    message,
    reason,
    ...(detail === undefined ? {} : { detail }),
  });
  if (isMeant(outer)) return refuse('meant');
  if (fate === 'other') return refuse('entry-point');
  if (inner.keyword === 'ENTRYPOINT' && outer === inner) {
    if (getsCmd(outer) || getsCommand(outer, context)) return refuse('arguments');
  }
  const program = command.values[0]!;
  const runs = runsItself(outer.stage!.instructions.at(-1)!, program, context);
  if (runs === 'no') return refuse('script', program);
  const edits = editsOf(subject, command);
  if (!edits) return refuse('comment');
  const doubt = doubtOf(subject, fate === 'base', runs === 'unknown' ? program : undefined);
  return {
    at: outer,
    message: doubt === undefined ? message : `${message}; ${doubt}`,
    applicability: doubt === undefined ? 'suggested' : 'unsafe',
    edits,
    changes: [changeOf(subject, command.values)],
  };
}

/** Does the comment above it say why it is in shell form? */
const isMeant = (outer: Instruction): boolean =>
  commentsAbove(outer.stage!.document, outer).comments.some(({ text }) =>
    /\bshell[ -]?(?:style|form|syntax)\b/i.test(text),
  );

/** What the shell gets; `undefined` in exec form, and for HEALTHCHECK NONE. */
function commandText({ keyword, args, json }: Instruction): MappedText | undefined {
  if (json || args.text === '') return undefined;
  if (keyword === 'CMD' || keyword === 'ENTRYPOINT') return args;
  const head = keyword === 'HEALTHCHECK' ? /^cmd\s+/i.exec(args.text) : null;
  return head ? args.slice(head[0].length) : undefined;
}

function plainCommand({ outer, inner, text }: Subject): PlainCommand | Refused | undefined {
  const stage = outer.stage!;
  const isCheck = inner.keyword === 'HEALTHCHECK';
  const message = 'run it without a shell';
  const { dialect } = inner.run;
  if (!dialect.known) {
    if (isCheck || valueOf(stage.os) !== 'linux') return undefined;
    return { at: outer, message, reason: 'shell', detail: dialect.because };
  }
  // A check is run by the SHELL that holds at the end.
  if (
    isCheck &&
    stage.instructions.some((one) => one.keyword === 'SHELL' && one.index > outer.index)
  )
    return undefined;
  const command = readCommand(text.text, dialect.value);
  if ('feature' in command) {
    // Nothing is wrong with a check that needs a shell, nor with a shell that gives its place up.
    if (isCheck || command.execs) return undefined;
    return { at: outer, message, reason: 'feature', detail: command.feature };
  }
  if (dialect.value.login || stage.scope.at(outer.index, 'BASH_ENV')) {
    return isCheck ? undefined : { at: outer, message, reason: 'login' };
  }
  return command;
}

function messageOf({ inner }: Subject, { values, execs }: PlainCommand): string {
  if (inner.keyword === 'HEALTHCHECK') return 'exec form: the check needs no shell';
  const program = baseName(values[0]!);
  if (execs) return `exec form: ${program} starts without a shell`;
  return `exec form: signals reach ${program}, and no shell waits in between`;
}

/** What is not established, as the message says it. */
function doubtOf(
  { outer, inner }: Subject,
  byBase: boolean,
  script: string | undefined,
): string | undefined {
  if (outer !== inner && inner.keyword !== 'HEALTHCHECK') {
    return `what is built on this image may set ${inner.keyword === 'CMD' ? 'an ENTRYPOINT' : 'a CMD'}`;
  }
  if (byBase) return 'the base image may set an ENTRYPOINT that reads it otherwise';
  return script === undefined ? undefined : `whether ${script} begins with #! is not known`;
}

/**
 * In exec form the CMD of the stage, or of one that is built on it, becomes its arguments. The one
 * of the base image does not: an ENTRYPOINT takes it away.
 * https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact, read
 * 2026-11-25
 */
function getsCmd(entrypoint: Instruction): boolean {
  const stages = [entrypoint.stage!];
  for (const stage of stages) stages.push(...stage.children);
  return stages.some((stage) =>
    stage.instructions.some((one) => (one.trigger ?? one).keyword === 'CMD'),
  );
}

/** The command of a compose file would be its arguments, too. */
const getsCommand = ({ stage }: Instruction, context: Context): boolean =>
  servicesOf(context, stage!).some(
    ({ entrypoint, command = [] }) => !entrypoint && command.length > 0,
  );

/** Word by word, so that lines stay lines; `undefined` where a comment stands in the way. */
function editsOf({ outer, text }: Subject, { words, values }: PlainCommand): Edit[] | undefined {
  const last = words.length - 1;
  const edits = words.map((word, i): Edit => {
    const from = i === 0 ? 0 : word.start;
    const to = i === last ? text.text.length : word.end;
    const open = i === 0 ? '[' : '';
    const close = i === last ? ']' : ',';
    return { ...text.toDocSpan(from, to), text: open + JSON.stringify(values[i]) + close };
  });
  const hit = outer.comments.some((comment) =>
    edits.some((edit) => edit.start < comment.end && comment.start < edit.end),
  );
  return hit ? undefined : edits;
}

function changeOf({ outer, inner }: Subject, values: readonly string[]): Change {
  const parts = [
    ...(outer === inner ? [] : ['ONBUILD']),
    inner.keyword,
    ...inner.flagTexts,
    ...(inner.keyword === 'HEALTHCHECK' ? ['CMD'] : []),
    JSON.stringify(values),
  ];
  return { kind: 'replaced', instruction: outer, by: parts.join(' ') };
}

/** Quotes of JSON, a comma between two elements, and none behind the last. */
function mendArray(subject: Subject, items: readonly Item[]): Finding {
  const { outer, text } = subject;
  const quotes = items.flatMap(({ start, end }) => [start, end - 1]);
  const last = items.at(-1)!.end;
  const comma = text.text.indexOf(',', last);
  const missing = items
    .slice(0, -1)
    .filter(({ end }, i) => !text.text.slice(end, items[i + 1]!.start).includes(','));
  const edits: Edit[] = [
    ...quotes
      .filter((at) => text.text[at] === "'")
      .map((at) => ({ ...text.toDocSpan(at, at + 1), text: '"' })),
    ...missing.map(({ end }) => ({ ...text.toDocSpan(end, end), text: ',' })),
    ...(comma < 0 ? [] : [{ ...text.toDocSpan(comma, comma + 1), text: '' }]),
  ];
  return {
    at: outer,
    message:
      'Docker does not read this as JSON, and a shell cannot run it: double quotes, a comma between two words, and none at the end',
    applicability: 'suggested',
    edits: edits.toSorted((a, b) => a.start - b.start),
    changes: [
      changeOf(
        subject,
        items.map(({ value }) => value),
      ),
    ],
  };
}
