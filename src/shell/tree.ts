import type { Span } from '../model/text.ts';

/**
 * A shell script as a tree. Offsets are into the text of the script; `MappedText` leads from there
 * to the file.
 */
export type Node = Command | AndOr | Pipeline | Group | Compound | FunctionDefinition;

/** A word, with its value when no expansion is left in it. */
export interface Word extends Span {
  /** As written, quotes included. */
  readonly text: string;
  /** After removal of quotes; `undefined` when it holds an expansion, a glob or a brace list. */
  readonly value: string | undefined;
  /** Scripts of `$( … )` and backticks inside. */
  readonly scripts: readonly Sequence[];
  /** `${X:=d}` or `$((X=1))`: expanding it sets a variable. */
  readonly assigns: boolean;
}

export interface Redirect extends Span {
  readonly operator: string;
  readonly descriptor: string | undefined;
  readonly target: Word | undefined;
  /** The text of a heredoc. */
  readonly body: string | undefined;
}

export interface Assignment extends Span {
  readonly name: string;
  readonly text: string;
  readonly scripts: readonly Sequence[];
  /** Expanding its value sets another variable. */
  readonly assigns: boolean;
}

/** A simple command. */
export interface Command extends Span {
  readonly kind: 'command';
  readonly assignments: readonly Assignment[];
  /** The name and the arguments. */
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
}

/** `a && b || c`. */
export interface AndOr extends Span {
  readonly kind: 'and-or';
  readonly items: readonly Node[];
  readonly operators: readonly ('&&' | '||')[];
}

/** `a | b`, or `! a`. */
export interface Pipeline extends Span {
  readonly kind: 'pipeline';
  readonly negated: boolean;
  readonly items: readonly Node[];
}

/** `( … )` or `{ …; }`. */
export interface Group extends Span {
  readonly kind: 'subshell' | 'braces';
  readonly body: Sequence;
  readonly redirects: readonly Redirect[];
}

/** `if`, `for`, `while`, `until`, `case`, `[[ … ]]`, `(( … ))`. */
export interface Compound extends Span {
  readonly kind: 'compound';
  readonly keyword: string;
  /** Conditions and bodies, in the order in which they stand. */
  readonly bodies: readonly Sequence[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
  /** The variable that a `for` sets. */
  readonly variable: string | undefined;
}

export interface FunctionDefinition extends Span {
  readonly kind: 'function';
  readonly name: string;
  readonly body: Sequence;
}

/** Statements behind each other, by `;`, `&` or line break. */
export interface Sequence extends Span {
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly node: Node;
  /** Ended by `&`. */
  readonly background: boolean;
}

/** The bodies directly inside a node. */
export function bodiesOf(node: Node): readonly Sequence[] {
  switch (node.kind) {
    case 'subshell':
    case 'braces':
    case 'function':
      return [node.body];
    case 'compound':
      return node.bodies;
    default:
      return [];
  }
}

/** The parts of a node that are nodes themselves, without those in its substitutions. */
export function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'and-or' || node.kind === 'pipeline') return node.items;
  return bodiesOf(node).flatMap((body) => body.statements.map((statement) => statement.node));
}

/** The scripts of substitutions in a node's own words. */
export function substitutionsOf(node: Node): readonly Sequence[] {
  const words = (list: readonly { readonly scripts: readonly Sequence[] }[]): Sequence[] =>
    list.flatMap((word) => word.scripts);
  const targets = (redirects: readonly Redirect[]): Sequence[] =>
    redirects.flatMap((redirect) => redirect.target?.scripts ?? []);
  switch (node.kind) {
    case 'command':
      return [...words(node.assignments), ...words(node.words), ...targets(node.redirects)];
    case 'compound':
      return [...words(node.words), ...targets(node.redirects)];
    case 'subshell':
    case 'braces':
      return targets(node.redirects);
    default:
      return [];
  }
}

/** Every simple command of a sequence in the order of the text, substitutions included. */
export function* commandsIn(sequence: Sequence): Generator<Command> {
  for (const { node } of sequence.statements) yield* commandsOf(node);
}

function* commandsOf(node: Node): Generator<Command> {
  if (node.kind === 'command') yield node;
  for (const script of substitutionsOf(node)) yield* commandsIn(script);
  for (const child of childrenOf(node)) yield* commandsOf(child);
}
