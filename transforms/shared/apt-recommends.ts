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
export function* leaveOutRecommends(
  visits: readonly Visit[],
  all: readonly Visit[],
): Generator<Finding> {
  const wanted = new Set(visits);
  // What is installed, or configured, up to here.
  const present = new Set<string>();
  for (const visit of all) {
    if (visit.run.run.text.includes('Install-Recommends')) return;
    for (const name of packagesIn(visit)) present.add(name);
    const calls = wanted.has(visit) ? candidatesIn(visit.script) : [];
    // What is purged again in the same RUN leaves nothing; nor should what is named instead.
    if (calls.length === 0 || purges(visit.script)) continue;
    const usage: Usage = { commands: commandsOf(all), isBase: !startsSomething(visit) };
    yield findingFor(visit, calls, present, usage);
  }
}

const candidatesIn = memo((script: Script): readonly Invocation[] =>
  plainCommandsIn(script.body).flatMap((command) => {
    const call = invocationOf(command);
    return call && isCandidate(call) ? [call] : [];
  }),
);

function findingFor(
  visit: Visit,
  calls: readonly Invocation[],
  present: Set<string>,
  usage: Usage,
): Finding {
  const texts = new Map<unknown, string>();
  const edits: Edit[] = [];
  const risks: Risk[] = [];
  for (const call of calls) {
    const risk = riskOf(call, present, usage);
    risks.push(risk);
    edits.push(...editsOf(visit, call, risk.add));
    texts.set(call.command, withFlag(call, risk.add));
    for (const name of risk.add) present.add(name);
  }
  return {
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

const purges = memo((script: Script): boolean =>
  plainCommandsIn(script.body).some((command) =>
    /^(?:apt|apt-get) (?:.* )?(?:purge|remove|autoremove)\b/.test(lineOf(command)),
  ),
);

interface Risk {
  /** Packages to name, so that they still come. */
  readonly add: readonly string[];
  /** What something in the file may want, with the package that brought it. */
  readonly missed: readonly string[];
  /** What goes and is not known to be missed. */
  readonly dropped: readonly string[];
  /** Words of which the packages are not known. */
  readonly unknown: readonly string[];
}

function riskOf(call: Invocation, present: ReadonlySet<string>, usage: Usage): Risk {
  const words = packageWords(call);
  const names = words.map(nameOf);
  const there = new Set([...present, ...names]);
  for (const name of [...present, ...names]) {
    for (const brought of BRINGS[name] ?? []) there.add(brought);
  }
  const add = new Set<string>();
  if (names.some((name) => FETCHERS.has(name)) && !there.has(CERTIFICATES)) add.add(CERTIFICATES);
  const missed: string[] = [];
  const dropped = new Set<string>();
  for (const name of names) {
    for (const lost of lostWith(name) ?? []) {
      if (there.has(lost) || add.has(lost)) continue;
      if (lost === CERTIFICATES && HTTPS.test(usage.commands)) add.add(lost);
      else if (isNeeded(lost, usage)) missed.push(`${name} brought ${lost}`);
      else dropped.add(lost);
    }
  }
  // A name that the package lists do not have may bring anything.
  const unknown = words
    .filter((word) => word.value === undefined || lostWith(nameOf(word)) === undefined)
    .map((word) => word.text);
  return { add: [...add], missed, dropped: [...dropped], unknown };
}

/** Once for the RUNs of a stage, not for each of them. */
const commandsOf = memo((all: readonly Visit[]): string =>
  all.map((other) => withoutInstalls(other.script)).join('\n'),
);

/** What the file shows of how packages are used. */
interface Usage {
  readonly commands: string;
  /** The file starts nothing: others may build on it, and use what comes along. */
  readonly isBase: boolean;
}

const HTTPS = /https:\/\/|\b(?:curl|wget|git|pip[\d.]*|npm|yarn|gem|bundle|go|cargo|composer)\b/;

function isNeeded(lost: string, usage: Usage): boolean {
  const used = USED_BY.get(lost);
  return ESSENTIAL.has(lost) || (used !== undefined && (usage.isBase || used.test(usage.commands)));
}

const startsSomething = (visit: Visit): boolean =>
  visit.run.stage!.instructions.some(
    ({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT',
  );

function verdictOf(risks: readonly Risk[]): { message: string; applicability: Applicability } {
  const missed = risks.flatMap((risk) => risk.missed);
  const unknown = risks.flatMap((risk) => risk.unknown);
  const dropped = [...new Set(risks.flatMap((risk) => risk.dropped))];
  const added = [...new Set(risks.flatMap((risk) => risk.add))];
  const parts = [`${FLAG}: apt then installs what is named and what that depends on, no more`];
  if (added.length > 0) parts.push(`${added.join(', ')}, which HTTPS needs, is named instead`);
  if (dropped.length > 0) parts.push(`in Debian 12 this leaves out ${some(dropped)}`);
  if (unknown.length > 0) parts.push(`not established: what ${some(unknown)} would lose`);
  if (missed.length > 0) parts.push(`not established that nothing misses it: ${some(missed)}`);
  const unsafe = missed.length > 0 || unknown.length > 0;
  return { message: parts.join('; '), applicability: unsafe ? 'unsafe' : 'suggested' };
}

const some = (names: readonly string[]): string =>
  names.length > 6
    ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more`
    : names.join(', ');

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
