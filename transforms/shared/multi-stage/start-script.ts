import {
  bodiesOf,
  commandsIn,
  substitutionsOf,
  type Command,
  type Node,
  type Script,
  type Sequence,
} from '../../../src/kit.ts';
import { baseName } from '../prefix.ts';

/** The words of a command as far as they are static. */
export type Words = readonly (string | undefined)[];

/** What a part of a script comes to. */
export interface Outcome {
  readonly words: Words;
  /** The command that `words` are the last words of. */
  readonly command: Command | undefined;
  /** It is nothing that stays: what ran before it is what the script is for. */
  readonly passive: boolean;
}

export const NOTHING: Outcome = { words: [], command: undefined, passive: true };

/** What a script does with the words of its commands. */
export interface Follower {
  /** `words` of a simple command, with the arguments of the script in the place of `"$@"`. */
  follow(words: Words, command: Command): Outcome;
  define(name: string, body: Sequence): void;
}

/** Read what another program writes, and pass it on. */
const FILTERS = new Set('tee cat grep egrep fgrep sed awk gawk jq tail head ts cut tr'.split(' '));

/** Commands of the shell that are not what a script is for. */
const PASSIVE = new Set(
  (
    ': . source [ alias cd echo exit export false kill local printf read readonly return set shift ' +
    'test trap true ulimit umask unset wait'
  ).split(' '),
);

/** Walks a script in the order of its text. */
export class ScriptWalk {
  private readonly follower: Follower;
  private readonly rest: Words | undefined;

  /** `rest`: the arguments of the script or of the function, where they are known. */
  constructor(follower: Follower, rest: Words | undefined) {
    this.follower = follower;
    this.rest = rest;
  }

  /** Functions are known before anything runs: a call may stand before the text that defines it. */
  script({ body }: Script): Outcome {
    for (const { name, body: own } of functionsIn(body)) this.follower.define(name, own);
    return this.sequence(body);
  }

  /** The last that is not passive is what stays. */
  sequence(body: Sequence): Outcome {
    return lastOf(body.statements.map(({ node }) => this.node(node)));
  }

  private node(node: Node): Outcome {
    const outcome = this.own(node);
    // What a substitution runs is not what stays.
    for (const inner of substitutionsOf(node)) this.sequence(inner);
    return outcome;
  }

  private own(node: Node): Outcome {
    switch (node.kind) {
      case 'command':
        return this.command(node);
      case 'and-or':
        return lastOf(node.items.map((item) => this.node(item)));
      case 'pipeline':
        return this.pipeline(node.items);
      case 'function':
        // What it runs counts although nothing may call it; its arguments are not known here.
        new ScriptWalk(this.follower, []).sequence(node.body);
        return NOTHING;
      default:
        return lastOf(bodiesOf(node).map((body) => this.sequence(body)));
    }
  }

  private pipeline(items: readonly Node[]): Outcome {
    const outcomes = items.map((item) => this.node(item));
    const isFiltered = items.slice(1).every(isFilter);
    return isFiltered && outcomes[0]!.words.length > 0 ? outcomes[0]! : lastOf(outcomes);
  }

  private command(command: Command): Outcome {
    const words = command.words.map((word) => word.value);
    if (words.length === 0) return NOTHING;
    const forwards = command.words.findIndex(({ text }) => /^"?\$[@*]"?$/.test(text));
    const given = forwards >= 0 && this.rest ? [...words.slice(0, forwards), ...this.rest] : words;
    if (given.length === 0) return NOTHING;
    return this.follower.follow(given, command);
  }
}

/** Is a command of the shell itself that leaves what ran before it to be the main thing? */
export const isPassive = (name: string): boolean => PASSIVE.has(name);

const isFilter = (node: Node): boolean =>
  node.kind === 'command' && FILTERS.has(baseName(node.words[0]?.value ?? ''));

function lastOf(outcomes: readonly Outcome[]): Outcome {
  return outcomes.findLast(({ passive }) => !passive) ?? outcomes.at(-1) ?? NOTHING;
}

function* functionsIn(body: Sequence): Generator<{ name: string; body: Sequence }> {
  for (const { node } of body.statements) yield* functionsOf(node);
}

function* functionsOf(node: Node): Generator<{ name: string; body: Sequence }> {
  if (node.kind === 'function') yield node;
  if (node.kind === 'and-or') for (const item of node.items) yield* functionsOf(item);
  for (const inner of bodiesOf(node)) yield* functionsIn(inner);
}

/** The commands of a text of `package.json`, of a Procfile and the like. */
export const wordsOfCommands = (script: Script): Words[] =>
  [...commandsIn(script.body)].map((command) => command.words.map(({ value }) => value));
