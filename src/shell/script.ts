import {
  forEachChild,
  parse,
  type Assignment as BashAssignment,
  type Command as BashCommand,
  type CompoundCommand,
  type CompoundList,
  type Redirection,
  type ParsedScript,
  type Statement as BashStatement,
  type SyntaxNode,
  type Word as BashWord,
} from 'unbash';
import { known, unknown, type Fact } from '../model/fact.ts';
import type { Dialect } from './dialect.ts';
import { tokensOf } from './tokens.ts';
import type {
  Assignment,
  Command,
  Compound,
  Group,
  Node,
  Redirect,
  Sequence,
  Word,
} from './tree.ts';

/** A parsed shell script. This file is the only one that knows the parser. */
export interface Script {
  readonly text: string;
  readonly dialect: Dialect;
  readonly body: Sequence;
  /** The script as a list of simple commands and of the operators and keywords between them. */
  readonly tokens: readonly string[];
  /** Shell comments inside the text (not those of the Dockerfile). */
  readonly hasComment: boolean;
}

/** Scripts of a deeper nesting are refused by the parser itself. */
const MAX_TEXT = 1_000_000;

/** What was parsed last: from pass to pass most scripts of a file stay as they are. */
const recent = new Map<string, Fact<Script>>();
const RECENT = 500;

/** Parses a script; unknown when it is not understood in full. */
export function parseScript(text: string, dialect: Dialect): Fact<Script> {
  const key = `${JSON.stringify(dialect)}${text}`;
  let script = recent.get(key);
  if (!script) {
    script = parseText(text, dialect);
    if (recent.size >= RECENT) recent.clear();
    recent.set(key, script);
  }
  return script;
}

function parseText(text: string, dialect: Dialect): Fact<Script> {
  if (text.length > MAX_TEXT) return unknown('its command is longer than 1,000,000 characters');
  // Bash 5.3 reads a command in it; the parser takes what is never closed.
  if (/\$\{[\s|]/.test(text)) return unknown('it uses ${ }, which not every shell reads alike');
  if (/(?<!\\)(?:\\\\)*\\$/.test(text)) return unknown('it ends in a backslash');
  const root = parse(text);
  const trouble = troubleIn(root, dialect);
  if (trouble !== undefined) return unknown(trouble);
  const body = new Converter(text).sequence(root);
  if (body.statements.length === 0) return unknown('it holds no command');
  return known({
    text,
    dialect,
    body,
    tokens: tokensOf(body),
    hasComment: hasComment(text, body),
  });
}

/**
 * Syntax that dash and busybox read as something else than bash, or not at all. Measured with
 * dash 0.5.12, bash 5.2 and busybox 1.35.
 */
function bashismOf(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'ProcessSubstitution':
      return '<( )';
    case 'HereString':
      return '<<<';
    case 'ArrayValue':
      return 'an array';
    case 'AnsiCQuoted':
      return "$'…'";
    case 'LocaleString':
      return '$"…"';
    case 'TestCommand':
      return '[[ ]]';
    case 'ArithmeticCommand':
    case 'ArithmeticFor':
      return '(( ))';
    case 'Select':
    case 'Coproc':
      return node.type.toLowerCase();
    case 'Time':
      return 'time';
    case 'ExtendedGlob':
      return 'an extended glob';
    case 'Redirect':
      return node.operator.startsWith('&>') ? '&>' : undefined;
    case 'Pipeline':
      return node.operators.includes('|&') ? '|&' : undefined;
    default:
      return undefined;
  }
}

function troubleIn(root: SyntaxNode, dialect: Dialect): string | undefined {
  let trouble: string | undefined;
  const visit = (node: SyntaxNode): void => {
    if (trouble !== undefined) return;
    if (node.type === 'Script' && 'errors' in node && node.errors && node.errors.length > 0) {
      trouble = `its command does not parse (${node.errors[0]!.message})`;
      return;
    }
    const bashism = dialect.name === 'sh' ? bashismOf(node) : undefined;
    if (bashism !== undefined) trouble = `it uses ${bashism}, which not every /bin/sh reads alike`;
    else forEachChild(node, visit);
  };
  visit(root);
  return trouble;
}

/** A `#` that opens a comment stands between the nodes, never in one. */
function hasComment(text: string, body: Sequence): boolean {
  if (!text.includes('#')) return false;
  const last = body.statements.at(-1)!.node;
  if (/^[\s;&]*#/.test(text.slice(last.end))) return true;
  // Inside, a comment needs a line break behind it: heredoc scripts and `RUN cat <<EOF` only.
  return /(?:^|[\s;&|(])#[^\n]*\n/.test(text);
}

type BashNode = BashStatement['command'];

/** Turns the parser's tree over one text into ours. */
class Converter {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  sequence(list: ParsedScript | CompoundList): Sequence {
    return {
      start: list.pos,
      end: list.end,
      statements: list.commands.map((statement) => ({
        node: this.node(statement.command),
        background: statement.background ?? false,
      })),
    };
  }

  private node(node: BashNode): Node {
    const at = { start: node.pos, end: node.end };
    switch (node.type) {
      case 'Command':
        return this.command(node);
      case 'AndOr':
        return {
          ...at,
          kind: 'and-or',
          items: node.commands.map((item) => this.node(item)),
          operators: [...node.operators],
        };
      case 'Pipeline':
        return {
          ...at,
          kind: 'pipeline',
          negated: node.prefixes.some((prefix) => prefix.type === 'Negation'),
          items: node.commands.map((item) => this.node(item)),
        };
      case 'Subshell':
        return { ...at, kind: 'subshell', body: this.sequence(node.body), redirects: [] };
      case 'BraceGroup':
        return { ...at, kind: 'braces', body: this.sequence(node.body), redirects: [] };
      case 'Redirected': {
        const inner = this.node(node.command) as Group | Compound;
        const redirects = node.redirects.map((redirect) => this.redirect(redirect));
        return { ...inner, ...at, redirects };
      }
      case 'Function':
      case 'Coproc':
        return {
          ...at,
          kind: 'function',
          name: node.name?.value ?? '',
          body: node.body.type === 'CompoundList' ? this.sequence(node.body) : this.only(node.body),
        };
      default:
        return this.compound(node);
    }
  }

  private only(node: BashNode): Sequence {
    const statements = [{ node: this.node(node), background: false }];
    return { start: node.pos, end: node.end, statements };
  }

  private compound(node: CompoundCommand): Compound {
    const make = (
      keyword: string,
      bodies: readonly CompoundList[],
      words: readonly Word[] = [],
      variable?: string,
    ): Compound => ({
      kind: 'compound',
      start: node.pos,
      end: node.end,
      keyword,
      bodies: bodies.map((body) => this.sequence(body)),
      words,
      redirects: [],
      variable,
    });
    switch (node.type) {
      case 'If':
        return make('if', [
          node.clause,
          node.then,
          ...node.elif.flatMap((elif) => [elif.clause, elif.then]),
          ...(node.else ? [node.else] : []),
        ]);
      case 'For':
      case 'Select':
        return make(
          node.type.toLowerCase(),
          [node.body],
          (node.wordlist ?? []).map((word) => this.word(word)),
          node.name.value,
        );
      case 'While':
        return make(node.kind, [node.clause, node.body]);
      case 'Case':
        return make(
          'case',
          node.items.map((item) => item.body),
          [node.word, ...node.items.flatMap((item) => item.pattern)].map((word) => this.word(word)),
        );
      case 'ArithmeticFor':
        return make('for ((', [node.body], [this.opaque(node.pos, node.body.pos, true)]);
      case 'TestCommand': {
        // A match with =~ sets BASH_REMATCH.
        const sets = assigns(node) || this.text.slice(node.pos, node.end).includes('=~');
        return make('[[', [], [this.opaque(node.pos, node.end, sets)]);
      }
      case 'ArithmeticCommand':
        return make('((', [], [this.opaque(node.pos, node.end, true)]);
      default:
        throw new TypeError(`unexpected shell node ${node.type}`);
    }
  }

  /** An expression whose inside nobody needs, as one word without a static value. */
  private opaque(start: number, end: number, sets: boolean): Word {
    const text = this.text.slice(start, end).trim();
    return { start, end, text, value: undefined, scripts: [], assigns: sets };
  }

  private command(node: BashCommand): Command {
    const words = node.name ? [this.word(node.name)] : [];
    for (const argument of node.args) {
      words.push(argument.type === 'Word' ? this.word(argument) : this.assignmentWord(argument));
    }
    return {
      kind: 'command',
      start: node.pos,
      end: node.end,
      assignments: node.prefix.flatMap((item) =>
        item.type === 'Assignment' ? [this.assignment(item)] : [],
      ),
      words,
      redirects: node.redirects.map((redirect) => this.redirect(redirect)),
    };
  }

  private assignment(node: BashAssignment): Assignment {
    return {
      start: node.pos,
      end: node.end,
      name: node.name,
      text: this.text.slice(node.pos, node.end),
      scripts: this.scripts(node),
      assigns: assigns(node),
    };
  }

  /** `export A=b`: an argument that the parser reads as an assignment. */
  private assignmentWord(node: BashAssignment): Word {
    const value = node.value.type === 'Word' ? this.word(node.value) : undefined;
    const name = this.text.slice(node.pos, node.value.pos);
    return {
      start: node.pos,
      end: node.end,
      text: this.text.slice(node.pos, node.end),
      value: value?.value === undefined ? undefined : name + value.value,
      scripts: this.scripts(node),
      assigns: value?.assigns ?? false,
    };
  }

  private redirect(node: Redirection): Redirect {
    const heredoc = node.type === 'HereDoc' ? node : undefined;
    const target = node.type === 'HereDoc' ? undefined : node.target;
    return {
      start: node.pos,
      end: node.end,
      operator: node.operator,
      descriptor: node.descriptor && this.text.slice(node.descriptor.pos, node.descriptor.end),
      target: target && this.word(target),
      body: heredoc && `${heredoc.delimiter?.text ?? ''}\n${heredoc.body.text}`,
    };
  }

  private word(node: BashWord): Word {
    const dynamic = isDynamic(node);
    return {
      start: node.pos,
      end: node.end,
      text: this.text.slice(node.pos, node.end),
      value: dynamic ? undefined : node.value,
      scripts: dynamic ? this.scripts(node) : [],
      assigns: dynamic && assigns(node),
    };
  }

  private scripts(node: SyntaxNode): Sequence[] {
    const scripts: Sequence[] = [];
    const visit = (child: SyntaxNode): void => {
      if (child.type !== 'Script') forEachChild(child, visit);
      // A script in escaped backticks has a text, and offsets, of its own.
      else if (child.source !== undefined)
        scripts.push(new Converter(child.source).sequence(child));
      else scripts.push(this.sequence(child));
    };
    forEachChild(node, visit);
    return scripts;
  }
}

const STATIC = new Set(['Literal', 'SingleQuoted', 'AnsiCQuoted']);

function isDynamic(node: BashWord): boolean {
  return (node.parts ?? []).some(
    (part) =>
      !STATIC.has(part.type) &&
      !(part.type === 'DoubleQuoted' && part.parts.every((inner) => inner.type === 'Literal')),
  );
}

/** Does expanding it set a variable? */
function assigns(node: SyntaxNode): boolean {
  let found = false;
  const visit = (child: SyntaxNode): void => {
    if (child.type === 'Default') found ||= child.operator.endsWith('=');
    else if (child.type === 'ArithmeticBinary')
      found ||= /^(?:[-+*/%&|^]|<<|>>)?=$/.test(child.operator);
    else if (child.type === 'ArithmeticUnary') found ||= /^(?:\+\+|--)$/.test(child.operator);
    if (child.type !== 'Script') forEachChild(child, visit);
  };
  forEachChild(node, visit);
  return found;
}
