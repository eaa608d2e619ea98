import {
  parseDockerfile,
  parseScript,
  valueOf,
  type Instruction,
  type Node,
  type Script,
} from '../../../src/kit.ts';
import { childrenOf } from '../../../src/kit.ts';
import type { Step } from '../multi-stage/types.ts';

/** Where a RUN is divided: what is before stays, the rest becomes a RUN of its own. */
export interface Cut {
  /** In the file: the end of what stays; `undefined`: nothing does. */
  readonly keptEnd: number | undefined;
  /** In the file: where the rest begins. */
  readonly restStart: number;
  /** What stays, with the early command behind it, as a script. */
  readonly kept: string;
  /** `cd` commands that the rest needs too. */
  readonly directories: string;
  /** The rest, as one instruction. */
  readonly rest: string;
  /** What is written behind what stays. */
  readonly early: string | undefined;
}

/** Take what runs behind them along, or change it. */
const STATEFUL =
  /^(?:export|set|unset|alias|umask|source|\.|eval|pushd|popd|shopt|ulimit|trap|exec)$/;

/**
 * Divides before the command of `step`; `early` takes its place in what stays. Only a plain list of
 * commands joined by `&&` can be taken apart without another meaning.
 */
export function cutBefore(
  run: Instruction,
  step: Step,
  early: string | undefined,
): Cut | undefined {
  const script = valueOf(run.run.script);
  if (!script || run.run.form !== 'shell' || run.heredocs.length > 0) return undefined;
  const items = itemsOf(script);
  const at = items?.findIndex((item) => holds(item, step)) ?? -1;
  if (!items || at < 0 || (at === 0 && early === undefined)) return undefined;
  if (early !== undefined && items[at] !== step.command) return undefined;
  const before = items.slice(0, at);
  if (before.some(leaks)) return undefined;
  const { source } = run.run;
  const restText = script.text.slice(items[at]!.start);
  const directories = before
    .filter((item) => programOf(item) === 'cd')
    .map((item) => `${script.text.slice(item.start, item.end)} && `)
    .join('');
  const last = before.at(-1);
  const head = last ? script.text.slice(0, last.end) : '';
  const cut: Cut = {
    keptEnd: last && source.toDocEnd(last.end),
    restStart: source.toDoc(items[at]!.start),
    kept: early === undefined ? head : [head, early].filter((part) => part !== '').join(' && '),
    directories,
    rest: ['RUN', ...run.flagTexts, directories + restText].join(' '),
    early,
  };
  return isRead(cut, script) ? cut : undefined;
}

function itemsOf(script: Script): readonly Node[] | undefined {
  const { statements } = script.body;
  const [only] = statements;
  if (statements.length !== 1 || only!.background || script.hasComment) return undefined;
  const { node } = only!;
  if (node.kind !== 'and-or') return [node];
  return node.operators.every((operator) => operator === '&&') ? node.items : undefined;
}

const holds = (node: Node, step: Step): boolean =>
  node === step.command || childrenOf(node).some((child) => holds(child, step));

const programOf = (node: Node): string | undefined =>
  node.kind === 'command' ? node.words[0]?.value : undefined;

/** Does it leave something in the shell besides its directory? */
function leaks(node: Node): boolean {
  if (node.kind === 'subshell' || node.kind === 'pipeline') return false;
  if (node.kind !== 'command') return true;
  return node.words.length === 0 || STATEFUL.test(node.words[0]!.value ?? '');
}

/** Is each part read as it is meant, in the language of the RUN? */
function isRead({ rest, kept, directories }: Cut, script: Script): boolean {
  const { dialect } = script;
  const alone = parseDockerfile(`FROM scratch\n${rest}`).instructions[1];
  const read = alone && valueOf(alone.run.script);
  const text = rest.slice(rest.indexOf(directories));
  const meant = valueOf(parseScript(alone?.run.text ?? text, dialect));
  if (!read || !meant || read.tokens.join('\0') !== meant.tokens.join('\0')) return false;
  return kept === '' || parseScript(kept, dialect).known;
}
