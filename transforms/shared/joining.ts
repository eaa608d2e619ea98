import { bodiesOf, commandsIn, type Command, type Node, type Script } from '../../src/kit.ts';
import { memo } from './memo.ts';
import { setOptions } from './shell-state.ts';

/**
 * How commands may be put behind each other in one shell so that each runs, and fails, as it did
 * in a shell of its own. Measured on 103 pairs in dash, bash and busybox, with and without `-e`.
 */

/** Options that stay on for what comes behind and change nothing but what is shown. */
const SHOWN_ONLY = new Set(['e', 'x', 'v']);

/** The shape of a script, as far as joining depends on it. */
export interface Shape {
  /** One list of commands joined by `&&` only. */
  readonly isAndList: boolean;
  /** Ended by something that stops the shell under `-e` whenever it fails. */
  readonly endsPlain: boolean;
  /** Its last statement is an and-list of simple commands, for which `-e` makes no difference. */
  readonly endsNeutral: boolean;
  /** All of it is such a list. */
  readonly isNeutral: boolean;
  /** The options of a `set` at its start, `undefined` when it does not start with one. */
  readonly sets: ReadonlySet<string> | undefined;
  /** Is one of them `-e`? */
  readonly setsErrexit: boolean;
  /** `set`, or what may hold one, stands somewhere else than at its start, at any depth. */
  readonly setsLater: boolean;
}

export const shapeOf = memo((script: Script): Shape => {
  const { statements } = script.body;
  const last = statements.at(-1)!.node;
  const [first] = flatItems(statements[0]!.node);
  const sets = first?.kind === 'command' ? setOptions(first) : undefined;
  const isAndList = statements.length === 1 && isAnd(last);
  return {
    isAndList,
    endsPlain: isPlain(last),
    endsNeutral: isNeutral(last),
    isNeutral: isAndList && isNeutral(last),
    sets,
    setsErrexit: sets?.has('e') ?? false,
    setsLater: [...commandsIn(script.body)].some(
      (command) => (!sets || command !== first) && maySet(command),
    ),
  };
});

const flatItems = (node: Node): readonly Node[] => (node.kind === 'and-or' ? node.items : [node]);

const isAnd = (node: Node): boolean =>
  node.kind !== 'and-or' || node.operators.every((operator) => operator === '&&');

/** Would `-e` make no difference to it, wherever it stands? */
function isNeutral(node: Node): boolean {
  if (node.kind === 'and-or') return isAnd(node) && node.items.every(isNeutral);
  if (node.kind === 'pipeline') return !node.negated && node.items.every(isNeutral);
  // Inside a substitution some shells apply -e, some do not.
  return (
    node.kind === 'command' &&
    [...node.words, ...node.assignments].every((word) => word.scripts.length === 0) &&
    node.redirects.every((redirect) => (redirect.target?.scripts.length ?? 0) === 0)
  );
}

/**
 * A failure stops the shell under `-e` unless it comes from an and-or list, negated or not at its
 * end; the failure of a list inside braces or a compound is passed on, and still does not stop it.
 */
function isPlain(node: Node): boolean {
  if (node.kind === 'and-or') return false;
  if (node.kind === 'pipeline') return !node.negated;
  if (node.kind !== 'braces' && node.kind !== 'compound') return true;
  return bodiesOf(node).every(({ statements }) => {
    const last = statements.at(-1);
    return last === undefined || isPlain(last.node);
  });
}

/** Scripts read from elsewhere may set options too. */
const READERS = new Set(['.', 'source', 'eval']);

function maySet(command: Command): boolean {
  const [first, second] = command.words.map((word) => word.value);
  const name = first === 'command' || first === 'builtin' ? second : first;
  if (name !== 'set') return name !== undefined && READERS.has(name);
  return [...(setOptions(command) ?? 'e')].some((option) => option !== 'x' && option !== 'v');
}

/** May `&& command` be put behind the script, or must it be `; command`? */
export function joinerBehind(script: Script): '&&' | ';' | undefined {
  const shape = shapeOf(script);
  const errexit = script.dialect.errexit || shape.setsErrexit;
  if (!errexit) return '&&';
  // The way such scripts are written: `set -e; a; b; c`.
  if (shape.endsPlain && script.body.statements.length > 1) return ';';
  if (shape.endsNeutral) return '&&';
  // Left of && a compound command would lose the -e inside it.
  return shape.endsPlain ? ';' : undefined;
}

export type Wrap = 'none' | 'braces' | 'parentheses';

export interface Member {
  readonly script: Script;
  readonly shape: Shape;
  /** It leaves state behind that parentheses keep in, besides the options of `Shape.sets`. */
  readonly leaks: boolean;
}

/** How the members of a group are written. */
export interface Plan {
  readonly wraps: readonly Wrap[];
  /** The operator before each member but the first. */
  readonly operators: readonly ('&&' | ';')[];
}

export type JoinRefusal = 'errexit';

/** Plans `members` as one command; a refusal when no form is proven the same. */
export function planJoin(members: readonly Member[]): Plan | JoinRefusal {
  const started = members[0]!.script.dialect.errexit;
  const anySet = members.slice(0, -1).some(({ shape }) => shape.setsErrexit);
  return started || anySet ? planErrexit(members, started) : planPlain(members);
}

function planPlain(members: readonly Member[]): Plan | JoinRefusal {
  const wraps = members.map(({ shape, leaks }, index): Wrap => {
    const last = index === members.length - 1;
    if (!last && (leaks || staysOn(shape))) return 'parentheses';
    return index > 0 && !shape.isAndList ? 'braces' : 'none';
  });
  const disturbed = members.some(
    ({ shape }, index) =>
      !shape.isNeutral &&
      ((shape.setsErrexit && (wraps[index] !== 'none' || index > 0)) ||
        // Left of && nothing inside stops at a failure.
        (shape.setsLater && index < members.length - 1)),
  );
  if (disturbed) return 'errexit';
  return { wraps, operators: members.slice(1).map(() => '&&') };
}

/** With `-e` on from the start or from a member's own `set`, nothing may be wrapped. */
function planErrexit(members: readonly Member[], started: boolean): Plan | JoinRefusal {
  const joints: Joints[] = [];
  let on = started;
  const kept = new Set<string>();
  for (const [index, { shape, leaks }] of members.entries()) {
    const last = index === members.length - 1;
    if (shape.setsLater) return 'errexit';
    if (index > 0) {
      const own = shape.sets ?? new Set();
      if ([...kept].some((option) => !own.has(option) && !SHOWN_ONLY.has(option))) return 'errexit';
      joints.push(jointsUnderErrexit(members[index - 1]!.shape, shape, on, started));
    }
    if (!last && leaks) return 'errexit';
    for (const option of shape.sets ?? []) kept.add(option);
    on ||= shape.setsErrexit;
  }
  const operators = chooseOperators(joints);
  return operators ? { wraps: members.map(() => 'none'), operators } : 'errexit';
}

/** Which operators may stand between two members. */
interface Joints {
  readonly and: boolean;
  readonly semicolon: boolean;
}

const jointsUnderErrexit = (
  before: Shape,
  after: Shape,
  on: boolean,
  started: boolean,
): Joints => ({
  and: before.endsNeutral && after.isNeutral,
  // `set -e; x; y; set -e; c`: whatever fails ends the shell.
  semicolon: on && before.endsPlain && (started || after.setsErrexit),
});

/** `&&` from the end on: in `a && b; c` a failure of `a` would not stop the shell. */
function chooseOperators(joints: readonly Joints[]): ('&&' | ';')[] | undefined {
  const operators: ('&&' | ';')[] = [];
  for (const { and, semicolon } of joints.toReversed()) {
    if (and && operators[0] !== ';') operators.unshift('&&');
    else if (semicolon) operators.unshift(';');
    else return undefined;
  }
  return operators;
}

/** Does the `set` at its start change how the next command runs, not only what is shown? */
const staysOn = (shape: Shape): boolean =>
  [...(shape.sets ?? [])].some((option) => !SHOWN_ONLY.has(option));
