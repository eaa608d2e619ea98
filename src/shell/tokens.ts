import type { Command, Node, Redirect, Sequence, Word } from './tree.ts';

/**
 * A script as a flat list: simple commands, one entry each, and the operators and keywords between
 * them. Two scripts with the same list run the same commands under the same conditions; layout,
 * comments and optional semicolons make no difference to it.
 */
export function tokensOf(sequence: Sequence): string[] {
  const tokens: string[] = [];
  emitSequence(sequence, tokens);
  return tokens;
}

function emitSequence(sequence: Sequence, out: string[]): void {
  sequence.statements.forEach(({ node, background }, index) => {
    if (index > 0 && out.at(-1) !== '&') out.push(';');
    emit(node, out);
    if (background) out.push('&');
  });
}

function emit(node: Node, out: string[]): void {
  switch (node.kind) {
    case 'command':
      out.push(commandText(node));
      return;
    case 'and-or':
      node.items.forEach((item, index) => {
        if (index > 0) out.push(node.operators[index - 1]!);
        emit(item, out);
      });
      return;
    case 'pipeline':
      if (node.negated) out.push('!');
      node.items.forEach((item, index) => {
        if (index > 0) out.push('|');
        emit(item, out);
      });
      return;
    case 'subshell':
      bracketed('(', ')', node.body, node.redirects, out);
      return;
    case 'braces':
      bracketed('{', '}', node.body, node.redirects, out);
      return;
    case 'function':
      bracketed(`${node.name}() {`, '}', node.body, [], out);
      return;
    case 'compound':
      out.push([node.keyword, node.variable, ...texts(node.words)].filter(Boolean).join(' '));
      for (const body of node.bodies) {
        out.push('[');
        emitSequence(body, out);
        out.push(']');
      }
      out.push(['end', ...node.redirects.map(redirectText)].join(' '));
  }
}

function bracketed(
  open: string,
  close: string,
  body: Sequence,
  redirects: readonly Redirect[],
  out: string[],
): void {
  out.push(open);
  emitSequence(body, out);
  out.push([close, ...redirects.map(redirectText)].join(' '));
}

const texts = (words: readonly Word[]): string[] => words.map((word) => word.text);

/** A simple command on one line, its words a blank apart. */
export function commandText(command: Command): string {
  return [
    ...command.assignments.map((assignment) => assignment.text),
    ...texts(command.words),
    ...command.redirects.map(redirectText),
  ].join(' ');
}

const redirectText = ({ descriptor, operator, target, body }: Redirect): string =>
  `${descriptor ?? ''}${operator}${target?.text ?? ''}${body ?? ''}`;
