import type { Command, Node, Script } from '../../src/kit.ts';
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
  /** Ended by something that stops the shell under `-e` when it fails. */
  readonly endsPlain: boolean;
  /** Its last statement is an and-list of simple commands, for which `-e` makes no difference. */
  readonly endsNeutral: boolean;
  /** All of it is such a list. */
  readonly isNeutral: boolean;
  /** The options of a `set` at its start, `undefined` when it does not start with one. */
  readonly sets: ReadonlySet<string> | undefined;
  /** Is one of them `-e`? */
  readonly setsErrexit: boolean;
  /** `set` stands somewhere else than at its start. */
  readonly setsLater: boolean;
}

export function shapeOf(script: Script): Shape {
  const { statements } = script.body;
  const last = statements.at(-1)!.node;
  const [first] = flatItems(statements[0]!.node);
  const sets = first?.kind === 'command' ? setOptions(first) : undefined;
  const isAndList = statements.length === 1 && isAnd(last);
  return {
    isAndList,
    endsPlain: last.kind !== 'and-or' && !(last.kind === 'pipeline' && last.negated),
    endsNeutral: isNeutral(last),
    isNeutral: isAndList && isNeutral(last),
    sets,
    setsErrexit: sets?.has('e') ?? false,
    setsLater: hasOtherSet(
      statements.map((statement) => statement.node),
      first,
    ),
  };
}

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

function hasOtherSet(nodes: readonly Node[], first: Node | undefined): boolean {
  return nodes.some((node) =>
    flatItems(node).some((item) => item !== first && item.kind === 'command' && isSet(item)),
  );
}

const isSet = (command: Command): boolean =>
  command.words[0]?.value === 'set' && (command.words[1]?.value ?? '-').startsWith('-');

/** May `&& command` be put behind the script, or must it be `; command`? */
export function joinerBehind(script: Script): '&&' | ';' | undefined {
  const shape = shapeOf(script);
  const errexit = script.dialect.errexit || shape.setsErrexit;
  if (!errexit) return '&&';
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
      shape.setsErrexit && (wraps[index] !== 'none' || index > 0) && !shape.isNeutral,
  );
  if (disturbed) return 'errexit';
  return { wraps, operators: members.slice(1).map(() => '&&') };
}

/** With `-e` on from the start or from a member's own `set`, nothing may be wrapped. */
function planErrexit(members: readonly Member[], started: boolean): Plan | JoinRefusal {
  const operators: ('&&' | ';')[] = [];
  let on = started;
  const kept = new Set<string>();
  for (const [index, { shape, leaks }] of members.entries()) {
    const last = index === members.length - 1;
    if (shape.setsLater) return 'errexit';
    if (index > 0) {
      const own = shape.sets ?? new Set();
      if ([...kept].some((option) => !own.has(option) && !SHOWN_ONLY.has(option))) return 'errexit';
      const operator = operatorUnderErrexit(members[index - 1]!.shape, shape, on, started);
      if (operator === undefined) return 'errexit';
      operators.push(operator);
    }
    if (!last && leaks) return 'errexit';
    for (const option of shape.sets ?? []) kept.add(option);
    on ||= shape.setsErrexit;
  }
  return { wraps: members.map(() => 'none'), operators };
}

function operatorUnderErrexit(
  before: Shape,
  after: Shape,
  on: boolean,
  started: boolean,
): '&&' | ';' | undefined {
  if (before.endsNeutral && after.isNeutral) return '&&';
  // `set -e; x; y; set -e; c`: whatever fails ends the shell.
  if (on && before.endsPlain && (started || after.setsErrexit)) return ';';
  return undefined;
}

/** Does the `set` at its start change how the next command runs, not only what is shown? */
const staysOn = (shape: Shape): boolean =>
  [...(shape.sets ?? [])].some((option) => !SHOWN_ONLY.has(option));
