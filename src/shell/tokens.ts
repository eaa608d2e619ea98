import type { Command, Node, Redirect, Sequence, Word } from './tree.ts';

/**
 * A script as a flat list: simple commands, one entry each, and the operators and keywords between
 * them. Two scripts with the same list run the same commands under the same conditions; layout,
 * comments and optional semicolons make no difference to it. `textOf` may say otherwise what a
 * command is, for declaring how a script changes.
 */
export function tokensOf(
  sequence: Sequence,
  textOf: (command: Command) => string = (command) => commandText(command),
): string[] {
  const tokens: string[] = [];
  new Emitter(tokens, textOf).sequence(sequence);
  return tokens;
}

class Emitter {
  private readonly out: string[];
  private readonly textOf: (command: Command) => string;

  constructor(out: string[], textOf: (command: Command) => string) {
    this.out = out;
    this.textOf = textOf;
  }

  sequence(sequence: Sequence): void {
    sequence.statements.forEach(({ node, background }, index) => {
      if (index > 0 && this.out.at(-1) !== '&') this.out.push(';');
      this.node(node);
      if (background) this.out.push('&');
    });
  }

  private node(node: Node): void {
    switch (node.kind) {
      case 'command':
        this.out.push(this.textOf(node));
        return;
      case 'and-or':
        this.separated(node.items, (index) => node.operators[index]!);
        return;
      case 'pipeline':
        if (node.negated) this.out.push('!');
        this.separated(node.items, () => '|');
        return;
      case 'subshell':
        this.bracketed('(', ')', node.body, node.redirects);
        return;
      case 'braces':
        this.bracketed('{', '}', node.body, node.redirects);
        return;
      case 'function':
        this.bracketed(`${node.name}() {`, '}', node.body, []);
        return;
      case 'compound':
        this.out.push(
          [node.keyword, node.variable, ...texts(node.words)].filter(Boolean).join(' '),
        );
        for (const body of node.bodies) this.bracketed('[', ']', body, []);
        this.out.push(['end', ...node.redirects.map(redirectText)].join(' '));
    }
  }

  private separated(items: readonly Node[], separator: (index: number) => string): void {
    items.forEach((item, index) => {
      if (index > 0) this.out.push(separator(index - 1));
      this.node(item);
    });
  }

  private bracketed(
    open: string,
    close: string,
    body: Sequence,
    redirects: readonly Redirect[],
  ): void {
    this.out.push(open);
    this.sequence(body);
    this.out.push([close, ...redirects.map(redirectText)].join(' '));
  }
}

const texts = (words: readonly Word[]): string[] => words.map((word) => word.text);

/** A simple command on one line, its words a blank apart. */
export function commandText(
  command: Command,
  words: readonly string[] = texts(command.words),
): string {
  return [
    ...command.assignments.map((assignment) => assignment.text),
    ...words,
    ...command.redirects.map(redirectText),
  ].join(' ');
}

const redirectText = ({ descriptor, operator, target, body }: Redirect): string =>
  `${descriptor ?? ''}${operator}${target?.text ?? ''}${body ?? ''}`;
