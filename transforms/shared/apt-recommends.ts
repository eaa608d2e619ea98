import {
  commandsIn,
  commandText,
  tokensOf,
  type Applicability,
  type Edit,
  type Finding,
  type Script,
  type Word,
} from '../../src/kit.ts';
import { plainCommandsIn } from './editing.ts';
import { memo } from './memo.ts';
import { APT, invocationOf, lineOf, type Invocation } from './package-managers.ts';
import { BRINGS, ESSENTIAL, FETCHERS, lostWith, USED_BY } from './recommends-table.ts';
import { runs, type Visit } from './visit.ts';

const FLAG = '--no-install-recommends';
const CERTIFICATES = 'ca-certificates';
const DECIDED = /install-(?:recommends|suggests)|Install-Recommends|without-recommends|^-R$/;

/** Adds `--no-install-recommends`, and names the packages that then do not come along. */
export function* leaveOutRecommends(visit: Visit, all: readonly Visit[]): Generator<Finding> {
  const before = all.filter((other) => other.outer.index <= visit.outer.index);
  if (before.some((other) => other.run.run.text.includes('Install-Recommends'))) return;
  const calls = [...plainCommandsIn(visit.script.body)].flatMap((command) => {
    const call = invocationOf(command);
    return call && isCandidate(call) ? [call] : [];
  });
  if (calls.length === 0) return;
  const present = new Set(before.flatMap((other) => packagesIn(other)));
  const commands = all.map((other) => withoutInstalls(other.script)).join('\n');
  const texts = new Map<unknown, string>();
  const edits: Edit[] = [];
  const risks: Risk[] = [];
  for (const call of calls) {
    const risk = riskOf(call, present, commands);
    risks.push(risk);
    edits.push(...editsOf(visit, call, risk.add));
    texts.set(call.command, withFlag(call, risk.add));
    for (const name of risk.add) present.add(name);
  }
  yield {
    at: visit.outer,
    ...verdictOf(risks),
    edits,
    changes: [
      runs(
        visit,
        tokensOf(visit.script.body, (command) => texts.get(command) ?? commandText(command)),
      ),
    ],
  };
}

const isCandidate = (call: Invocation): boolean =>
  call.manager === APT &&
  call.verb === 'install' &&
  // aptitude spells it otherwise.
  !call.program.text.endsWith('aptitude') &&
  !call.args.some(({ text }) => DECIDED.test(text)) &&
  packageWords(call).length > 0;

/** The words that name packages: what is no option, nor the value of one. */
function packageWords(call: Invocation): Word[] {
  const { args, manager, verbWord } = call;
  return args.filter((word, index) => {
    const before = args[index - 1]?.value ?? '';
    return (
      word !== verbWord && !word.text.startsWith('-') && !manager.valueOptions.includes(before)
    );
  });
}

/** Without version, architecture and release. */
const nameOf = (word: Word): string => (word.value ?? word.text).replace(/[=:/].*$/, '');

const packagesIn = (visit: Visit): string[] =>
  [...plainCommandsIn(visit.script.body)].flatMap((command) => {
    const call = invocationOf(command);
    return call?.manager === APT && call.verb === 'install' ? packageWords(call).map(nameOf) : [];
  });

/** The command lines of a RUN that use what others install. */
const withoutInstalls = memo((script: Script): string =>
  [...commandsIn(script.body)]
    .filter((command) => invocationOf(command)?.manager !== APT)
    .map(lineOf)
    .join('\n'),
);

interface Risk {
  /** Packages to name, so that they still come. */
  readonly add: readonly string[];
  /** What something in the file may want, with the package that brought it. */
  readonly missed: readonly string[];
  /** What goes and is not known to be missed. */
  readonly dropped: readonly string[];
  readonly unknown: boolean;
}

function riskOf(call: Invocation, present: ReadonlySet<string>, commands: string): Risk {
  const words = packageWords(call);
  const names = words.map(nameOf);
  const there = new Set([...present, ...names]);
  for (const name of [...present, ...names])
    for (const brought of BRINGS[name] ?? []) there.add(brought);
  const add =
    names.some((name) => FETCHERS.has(name)) && !there.has(CERTIFICATES) ? [CERTIFICATES] : [];
  const missed: string[] = [];
  const dropped = new Set<string>();
  for (const name of names) {
    for (const lost of lostWith(name)) {
      if (there.has(lost) || lost === CERTIFICATES) continue;
      const needed = ESSENTIAL.has(lost) || (USED_BY.get(lost)?.test(commands) ?? false);
      if (needed) missed.push(`${name} brought ${lost}`);
      else dropped.add(lost);
    }
  }
  return {
    add,
    missed,
    dropped: [...dropped],
    unknown: words.some((word) => word.value === undefined),
  };
}

function verdictOf(risks: readonly Risk[]): { message: string; applicability: Applicability } {
  const missed = risks.flatMap((risk) => risk.missed);
  const dropped = [...new Set(risks.flatMap((risk) => risk.dropped))];
  const added = [...new Set(risks.flatMap((risk) => risk.add))];
  const parts = [`${FLAG}: apt then installs what is named and what that depends on, no more`];
  if (added.length > 0) parts.push(`${added.join(', ')}, which HTTPS needs, is named instead`);
  if (dropped.length > 0) parts.push(`no longer comes along: ${dropped.join(', ')}`);
  if (risks.some((risk) => risk.unknown)) parts.push('not established: what a variable installs');
  if (missed.length > 0)
    parts.push(`not established that nothing misses them: ${missed.join(', ')}`);
  const unsafe = missed.length > 0 || risks.some((risk) => risk.unknown);
  return { message: parts.join('; '), applicability: unsafe ? 'unsafe' : 'suggested' };
}

/** Behind `install` and the options that follow it, which is where people write it. */
function flagWord(call: Invocation): Word {
  const { args, verbWord } = call;
  let last = verbWord;
  for (const word of args.slice(args.indexOf(verbWord) + 1)) {
    if (!/^-[a-zA-Z]+$|^--[a-z-]+(?:=\S*)?$/.test(word.text)) break;
    if (call.manager.valueOptions.includes(word.text)) break;
    last = word;
  }
  return last;
}

function withFlag(call: Invocation, add: readonly string[]): string {
  const [first] = packageWords(call);
  const behind = flagWord(call);
  return commandText(
    call.command,
    call.command.words.flatMap((word) => {
      const extra = word === first ? add : [];
      return word === behind ? [word.text, FLAG] : [...extra, word.text];
    }),
  );
}

/** The flag; new packages the way the list is written. */
function editsOf({ run, doc }: Visit, call: Invocation, add: readonly string[]): Edit[] {
  const { source } = run.run;
  const flagAt = source.toDocEnd(flagWord(call).end);
  const edits: Edit[] = [{ start: flagAt, end: flagAt, text: ` ${FLAG}` }];
  const [first] = packageWords(call);
  if (add.length === 0 || !first) return edits;
  const { words } = call.command;
  const before = words[words.indexOf(first) - 1]!;
  const at = source.toDoc(first.start);
  // Where each package has a line of its own, the new one gets one too.
  const gap = doc.text.slice(source.toDocEnd(before.end), at);
  const separator = run.comments.some(
    (comment) => comment.end <= at && comment.start > source.toDocEnd(before.end),
  )
    ? ' '
    : gap;
  const text = add.map((name) => name + separator).join('');
  return [...edits, { start: at, end: at, text }];
}
