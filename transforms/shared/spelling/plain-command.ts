import { parseScript, type Dialect, type Span, type Word } from '../../../src/kit.ts';

/** A command that runs the same without a shell. */
export interface PlainCommand {
  /** The words in the text, the `exec` before them left out. */
  readonly words: readonly Word[];
  readonly values: readonly string[];
  /** Its text begins with `exec`, so that no shell waits for it now. */
  readonly execs: boolean;
}

/** What of a command only a shell understands, as it is shown. */
export interface ShellFeature {
  readonly feature: string;
  /** It ends in `exec`, so its program takes the place of the shell and gets the signals. */
  readonly execs: boolean;
}

/**
 * What the shell does itself: special built-in utilities
 * (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_15, read
 * 2026-11-25), commands that change it, and those whose program of the same name reads escapes or
 * options otherwise.
 */
const BUILTINS = new Set(
  (
    'break : . continue eval exit export readonly return set shift times trap unset ' +
    'alias bg cd command fc fg getopts hash jobs read type ulimit umask unalias wait ' +
    'source declare local let shopt builtin pushd popd history ' +
    'echo printf test [ kill pwd'
  ).split(' '),
);

/** Reads a text that a shell gets. */
export function readCommand(text: string, dialect: Dialect): PlainCommand | ShellFeature {
  const execs = /(?:^|[;&|]\s*)exec\s+[^-\s]/.test(text);
  const needs = (feature: string): ShellFeature => ({ feature, execs });
  const script = parseScript(text, dialect);
  if (!script.known) return needs(script.because);
  if (script.value.hasComment) return needs('a comment');
  const { statements } = script.value.body;
  const [only] = statements;
  if (statements.length !== 1) return needs(';');
  if (only!.background) return needs('&');
  const { node } = only!;
  if (node.kind === 'and-or') return needs(node.operators[0]!);
  if (node.kind === 'pipeline') return needs(node.negated ? '!' : '|');
  if (node.kind !== 'command') return needs('a compound command');
  if (node.assignments.length > 0) return needs(`${node.assignments[0]!.name}=`);
  if (node.redirects.length > 0) return needs(node.redirects[0]!.operator);
  const words = node.words[0]?.value === 'exec' ? node.words.slice(1) : node.words;
  const dynamic = words.find(({ text: written, value }) => value === undefined || isTilde(written));
  if (dynamic) return needs(featureOf(dynamic.text));
  const values = words.map(({ value }) => value!);
  const [program = ''] = values;
  if (BUILTINS.has(program)) return needs(program);
  if (program === '' || program.startsWith('-')) return needs('exec');
  return { words, values, execs: words.length < node.words.length };
}

/** The variable, or the character that expands; never the whole word, which may hold a secret. */
const featureOf = (written: string): string =>
  /\$\{?\w+\}?|\$\(|[`*?[{~$]/.exec(written)?.[0] ?? 'an expansion';

/** `~` is a home directory at the start of a word, in bash also behind `=` and `:`. */
const isTilde = (written: string): boolean => /(?:^|[=:])~/.test(written);

/** An element of an array that Docker does not take for JSON. */
export interface Item extends Span {
  readonly value: string;
}

/**
 * The elements of an array that Docker does not take for JSON: in single quotes, with a comma at
 * its end, or without commas.
 */
export function brokenArray(text: string): readonly Item[] | undefined {
  const item = String.raw`(?:'[^'"\\]*'|"[^'"\\]*")`;
  const array = new RegExp(String.raw`^\[\s*${item}(?:\s*,\s*${item}|\s+${item})*\s*,?\s*\]$`);
  if (!array.test(text)) return undefined;
  return [...text.matchAll(new RegExp(item, 'g'))].map(({ 0: quoted, index }) => ({
    start: index,
    end: index + quoted.length,
    value: quoted.slice(1, -1),
  }));
}

/** `["a", "b]`: an array was meant, and no program has such a name. */
export const isLikeArray = (text: string): boolean => /^\[(?!\[)\S|^\[\s[^\]]*["'\w],\s/.test(text);
