import {
  byteLength,
  childrenOf,
  commandsIn,
  defineTransform,
  MAX_RUN_BYTES,
  valueOf,
  type Change,
  type Command,
  type Context,
  type Document,
  type Edit,
  type Finding,
  type Instruction,
  type Node,
  type Refusal,
  type Script,
  type Sequence,
} from '../src/kit.ts';
import {
  planJoin,
  shapeOf,
  type Member as Joinable,
  type Plan,
  type Wrap,
} from './shared/joining.ts';
import { joinLines, styleOf } from './shared/layout.ts';
import { copiedFrom } from './shared/copied.ts';
import { memo } from './shared/memo.ts';
import { BUILD_SCRIPT, scriptOf } from './shared/needs.ts';
import { baseName } from './shared/prefix.ts';
import { purposeOf, wordsOf, type Purpose } from './shared/purpose.ts';
import { TRACES, tracesOf, type Trace } from './shared/shell-state.ts';

const REASONS = {
  ...TRACES,
  syntax: 'a command is not understood',
  heredoc: 'a heredoc belongs to one command line, not to a chain',
  comment: 'a shell comment would swallow what is put behind it',
  flags: 'the flags of the two differ',
  mount: 'a mount keeps files out of the layer, for one RUN only',
  pragma: 'a comment between them speaks to another tool about the second alone',
  region: 'a comment between them begins or ends a part that documents show',
  script: 'it runs a script that was not read, or that leaves something running',
  effectless: 'a RUN that only changes the state of its own shell has no effect',
  disabled: 'an instruction is commented out between them',
  cached: 'a comment between them speaks of the build cache',
  errexit: 'set -e would stop differently in one shell',
  profile: TRACES.profile,
  login: 'each RUN starts a login shell, or one with BASH_ENV, that reads its profile anew',
  boundary: 'they are worth caching apart: an install, and what changes more often',
  length: 'the command would be too long for one argument',
} as const;

/** A RUN that runs a script of the project, which may do anything, among it leave a process. */
function unreadScript({ run, script }: Reading, context: Context): string | undefined {
  for (const command of commandsIn(script!.body)) {
    const path = scriptOf(command);
    if (path === undefined || !PROJECT_SCRIPT.test(path) || BUILD_SCRIPT.test(path)) continue;
    // What is sourced is noticed as a change of the shell.
    if (/^(?:source|\.)$/.test(wordsOf(command)[0]!)) continue;
    const source = copiedFrom(run, path, context);
    const text = source.known ? valueOf(context.readText(source.value)) : undefined;
    if (text === undefined || LEAVES_PROCESS.test(text)) return path;
  }
  return undefined;
}

const PROJECT_SCRIPT =
  /\.(?:sh|bash)$|(?:^|\/)(?:install|setup|start|run|init|entrypoint|bootstrap|deploy|provision)[\w-]*$/;

const LEAVES_PROCESS =
  /[^&>]&[ \t]*$|\b(?:nohup|setsid|service|systemctl|start-stop-daemon|daemon\w*|supervisord)\b|init\.d\/|\.sh\b/m;

/** Comments that tools tie to the instruction that follows them. */
const PRAGMA =
  /^(?:hadolint|dockopt|tally|shellcheck|checkov|kics|trivy|snyk|semgrep|nosemgrep|dockle|renovate|dockerfilelint|syft|grype|codespell|cspell|trunk-ignore|skipcq|x-release-please)\b(?:[\s:=(-]|$)/i;

/**
 * Tags around a part of a file that documents include:
 * https://docs.asciidoctor.org/asciidoc/latest/directives/include-tagged-regions/ and
 * https://code.visualstudio.com/docs/editor/codebasics#_folding, read 2026-11-27. `[START name]` is
 * that of Google's samples.
 */
const REGION =
  /^(?:\[(?:START|END)\s+[\w-]+\]|(?:tag|end)::[\w-]+\[\]|snippet-(?:start|end)\b|(?:end)?region\b)/;

/** An instruction that somebody may want back as it was. */
const DISABLED = /^(?:RUN|COPY|ADD|ENV|ARG|USER|WORKDIR|EXPOSE|CMD|ENTRYPOINT|VOLUME|LABEL)\s/;

/** The layers are apart on purpose. */
const CACHED =
  /\b(?:cached|caching|(?:docker|build|layer) cache|re-?build|own layer|separate layer)\b/i;

export default defineTransform({
  id: 'merge-runs',
  summary: 'Merge consecutive RUNs into one',
  why: 'Every RUN is a layer. What a later layer deletes or changes stays in the earlier one, so a clean-up only pays in the RUN that made the mess; fewer layers are also faster to pull and to start.',
  safety:
    'Always safe: RUNs are merged only where one shell proves to do the same as two. Parentheses keep in what a command would leave behind in the shell; what they cannot keep in is refused.',
  since: '0.1.0',
  emits: ['safe'],
  options: {
    stages: {
      type: 'choice',
      choices: ['shipped', 'all'],
      default: 'shipped',
      describe:
        'Which stages: those whose layers are in the final image (elsewhere only where the merge lets a clean-up work), or all',
    },
    parentheses: {
      type: 'boolean',
      default: true,
      describe: 'Merge commands that change the state of the shell by putting them in parentheses',
    },
  },
  reasons: REASONS,
  sources: [
    {
      title: 'Dockerfile reference: RUN',
      url: 'https://docs.docker.com/reference/dockerfile/#run',
      date: '2026-11-23',
    },
    {
      title: 'Building best practices: RUN',
      url: 'https://docs.docker.com/build/building/best-practices/#run',
      date: '2026-11-23',
    },
    {
      title: 'POSIX shell: lists and the set -e option',
      url: 'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html',
      date: '2026-11-23',
    },
  ],
  ignoredBy: { hadolint: ['DL3059'] },

  *run({ doc, context, options, allows }) {
    for (const chain of chainsOf(doc)) {
      let group: Member[] = [];
      let before: Reading | undefined;
      for (const instruction of chain) {
        const reading = read(instruction, allows(instruction));
        const obstacle =
          before && obstacleBetween({ doc, context, options }, group, before, reading);
        if (before && obstacle === undefined) group.push(memberOf(reading));
        else {
          if (group.length > 1) yield merge(doc, group);
          if (typeof obstacle === 'object') yield obstacle;
          group = reading.script ? [memberOf(reading)] : [];
        }
        before = reading;
      }
      if (group.length > 1) yield merge(doc, group);
    }
  },
});

/** Runs of RUNs with nothing but comments and blank lines between them. */
function* chainsOf(doc: Document): Generator<Instruction[]> {
  let chain: Instruction[] = [];
  for (const instruction of doc.instructions) {
    const run = innerRun(instruction);
    const last = chain.at(-1);
    if (run && last && last.keyword === instruction.keyword && last.stage === instruction.stage) {
      chain.push(instruction);
      continue;
    }
    if (chain.length > 1) yield chain;
    chain = run ? [instruction] : [];
  }
  if (chain.length > 1) yield chain;
}

/** The RUN itself, or the one that an ONBUILD holds: both follow the same rules. */
function innerRun(instruction: Instruction): Instruction | undefined {
  const inner = instruction.trigger ?? instruction;
  return inner.keyword === 'RUN' ? inner : undefined;
}

/** A RUN as it is read for merging. */
interface Reading {
  readonly outer: Instruction;
  readonly run: Instruction;
  readonly allowed: boolean;
  readonly script: Script | undefined;
  /** Why there is no script. */
  readonly because: string;
  readonly purpose: Purpose | undefined;
  readonly traces: readonly Trace[];
}

function read(outer: Instruction, allowed: boolean): Reading {
  const run = innerRun(outer)!;
  const fact = run.run.script;
  const script = valueOf(fact);
  const around = {
    user: run.state && valueOf(run.state.user),
    workdir: run.state && valueOf(run.state.workdir),
    baseIsRoot: !run.stage?.instructions.some(({ keyword }) => keyword === 'USER'),
    expand: (word: string) => valueOf(run.expand(word)),
  };
  return {
    outer,
    run,
    allowed,
    script,
    because: fact.known ? '' : fact.because,
    purpose: script && purposeOf(script),
    traces: script ? tracesOf(script, around) : [],
  };
}

/** A reading as a member of a group. */
interface Member extends Joinable {
  readonly reading: Reading;
  /** The `set -eux;` at its start says what is in force already, and is left out. */
  readonly repeatsSet: boolean;
}

function memberOf(reading: Reading): Member {
  const script = reading.script!;
  const shape = shapeOf(script);
  return {
    reading,
    script,
    shape,
    leaks: leaksOf(reading, shape.sets !== undefined).length > 0,
    repeatsSet: false,
  };
}

/** What parentheses would have to keep in, a `set` at the start left out. */
function leaksOf(reading: Reading, startsWithSet: boolean): readonly Trace[] {
  const leaks = reading.traces.filter((trace) => trace.kind === 'leak');
  const first = leaks[0];
  const own = startsWithSet && first !== undefined && first.text.startsWith('set ');
  return own ? leaks.slice(1) : leaks;
}

type Options = { readonly stages: string; readonly parentheses: boolean };

interface Surroundings {
  readonly doc: Document;
  readonly context: Context;
  readonly options: Options;
}

/** Why `after` cannot join the group that `before` ends; `undefined` when it can. */
function obstacleBetween(
  { doc, context, options }: Surroundings,
  group: readonly Member[],
  before: Reading,
  after: Reading,
): Refusal | 'silent' | undefined {
  if (!before.allowed || !after.allowed || !pays(before, after, options)) return 'silent';
  const refuse = (reason: keyof typeof REASONS, detail?: string): Refusal => ({
    at: after.outer,
    message: `merge with ${nameOf(before.outer)}`,
    reason,
    ...(detail === undefined ? {} : { detail: shorten(detail) }),
  });

  const unread = [before, after].find((reading) => reading.script === undefined);
  if (unread) return refuse('syntax', unread.because);
  if (hasHeredoc(before) || hasHeredoc(after)) return refuse('heredoc');
  if (before.script!.hasComment) return refuse('comment');
  if (onlyState(before.script!)) return refuse('effectless');
  const flags = flagObstacle(before.run, after.run);
  if (flags !== undefined) return refuse(flags);
  if (readsProfile(before)) return refuse('login');
  const escape = before.traces.find((trace) => trace.kind === 'escape' && counts(trace, before));
  if (escape) return refuse(escape.what, escape.text);
  const script = unreadScript(before, context);
  if (script !== undefined) return refuse('script', script);
  // `a && b &` would put both into the background, and let a failure of `a` pass.
  if (after.script!.body.statements.at(-1)!.background) return refuse('background', '&');
  const comment = commentObstacle(commentsBetween(doc, before, after));
  if (comment) return refuse(comment.reason, comment.text);
  if (isCacheBoundary(group, after)) return refuse('boundary');
  if (mergedBytes(group, after) > MAX_RUN_BYTES) return refuse('length');
  return planObstacle(group, after, options, refuse);
}

function planObstacle(
  group: readonly Member[],
  after: Reading,
  options: Options,
  refuse: (reason: keyof typeof REASONS, detail?: string) => Refusal,
): Refusal | undefined {
  const plan = planJoin(withHashes([...group, memberOf(after)]));
  if (plan === 'errexit') return refuse('errexit');
  const at = plan.wraps.indexOf('parentheses');
  if (at < 0 || options.parentheses) return undefined;
  return refuse('state', group[at]?.reading.traces.find((trace) => trace.kind === 'leak')?.text);
}

/** In the final image every layer counts; elsewhere a merge must make something else work. */
function pays(before: Reading, after: Reading, options: Options): boolean {
  if (options.stages === 'all' || before.outer.keyword === 'ONBUILD') return true;
  if (before.outer.stage?.ships) return true;
  return (before.purpose?.updateOnly ?? false) || (after.purpose?.cleanupOnly ?? false);
}

const hasHeredoc = (reading: Reading): boolean => reading.run.heredocs.length > 0;

function flagObstacle(before: Instruction, after: Instruction): 'flags' | 'mount' | undefined {
  if (before.flagTexts.join('\n') !== after.flagTexts.join('\n')) return 'flags';
  // A file under a tmpfs, or written through a bind, is gone for the next RUN, and would be there.
  const keeps = before.mounts.some(
    (mount) => mount.type === 'tmpfs' || (mount.type === 'bind' && mount.writable),
  );
  return keeps ? 'mount' : undefined;
}

/** Would a shell of its own see what the command before wrote to a profile? */
function readsProfile({ run, script }: Reading): boolean {
  return script!.dialect.login || run.stage?.scope.at(run.index, 'BASH_ENV') !== undefined;
}

/** Only a shell that reads it at its start cares for a changed profile. */
const counts = (trace: Trace, { script }: Reading): boolean =>
  trace.what !== 'profile' || script!.dialect.assumed !== undefined;

/** What a comment between two RUNs says against one RUN. */
function commentObstacle(
  texts: readonly string[],
): { reason: 'pragma' | 'region' | 'cached' | 'disabled'; text: string } | undefined {
  for (const text of texts) {
    if (PRAGMA.test(text)) return { reason: 'pragma', text };
    if (REGION.test(text)) return { reason: 'region', text };
    if (DISABLED.test(text)) return { reason: 'disabled', text };
    if (CACHED.test(text)) return { reason: 'cached', text };
  }
  return undefined;
}

const commentsBetween = (doc: Document, before: Reading, after: Reading): string[] =>
  doc.commentsBetween(before.outer.end, after.outer.start).map((comment) => comment.text);

/**
 * A layer of dependencies stays apart from the build of the source, and, where the source came
 * before, a layer of system packages from both: they are what moving a COPY makes cacheable.
 */
function isCacheBoundary(group: readonly Member[], after: Reading): boolean {
  const purposes = group.map((member) => member.reading.purpose!);
  const installs = purposes.some((purpose) => purpose.dependencies);
  const system = purposes.some((purpose) => purpose.system);
  const { build, dependencies, fetches } = after.purpose!;
  // Two sources that are fetched and built change apart from each other.
  if (build && fetches && purposes.at(-1)!.build && purposes.at(-1)!.fetches) return true;
  if (build && (installs || system)) return !purposes.some((purpose) => purpose.build);
  return dependencies && system && !installs && followsCopy(after.outer);
}

function followsCopy(instruction: Instruction): boolean {
  return (instruction.stage?.instructions ?? []).some(
    (other) =>
      other.index < instruction.index &&
      (other.keyword === 'COPY' || other.keyword === 'ADD') &&
      other.flag('from') === undefined,
  );
}

function mergedBytes(group: readonly Member[], after: Reading): number {
  const readings = [...group.map((member) => member.reading), after];
  const length = readings.reduce((sum, { run }) => sum + run.args.text.length + 8, 0);
  // No UTF-16 unit takes more than three bytes, so most need no counting.
  if (length * 3 <= MAX_RUN_BYTES) return length;
  return readings.reduce((sum, { run }) => sum + byteLength(run.args.text) + ' && (  )'.length, 0);
}

/**
 * A shell remembers where it found a command. After `pip install --upgrade pip` in the same shell
 * the old pip would run on, unless the new one took its place; parentheses make it forget. So does
 * a member that runs a tool which an earlier or later one may put elsewhere, before a third runs it.
 */
function withHashes(members: readonly Member[]): readonly Member[] {
  const facts = members[0]!.reading.run.stage?.baseFacts;
  const inPlace = new Set(facts?.known ? facts.value.upgradesInPlace.map(familyOf) : []);
  const known = members.map(({ script }) => hashesOf(script));
  const isStale = (tool: string, index: number): boolean =>
    !inPlace.has(tool) &&
    known.some(
      ({ renews, runsRenewed }, at) =>
        at >= index &&
        (renews.has(tool) || renews.has(ANY_TOOL)) &&
        ((at > index && runsRenewed.has(tool)) ||
          known.slice(at + 1).some(({ runs }) => runs.includes(tool))),
    );
  return members.map((member, index) =>
    known[index]!.remembers.some((tool) => isStale(tool, index))
      ? { ...member, leaks: true }
      : member,
  );
}

/** What a script runs by name, and what it may put elsewhere. */
interface Hashes {
  readonly runs: readonly string[];
  /** Those that its shell looks up itself, for which it then remembers the place. */
  readonly remembers: readonly string[];
  readonly renews: ReadonlySet<string>;
  /** What it runs behind a command of its own that may put it elsewhere. */
  readonly runsRenewed: ReadonlySet<string>;
}

/** No word of a script. */
const ANY_TOOL = '\0';

const hashesOf = memo((script: Script): Hashes => {
  const runs = new Set<string>();
  const renews = new Set<string>();
  const runsRenewed = new Set<string>();
  for (const command of commandsIn(script.body)) {
    const [name, ...args] = wordsOf(command);
    if (name === undefined) continue;
    if (isLookedUp(name)) {
      const tool = familyOf(name);
      runs.add(tool);
      if (renews.has(tool) || renews.has(ANY_TOOL)) runsRenewed.add(tool);
    }
    if (!DISTRIBUTION.has(baseName(name)))
      for (const word of args) for (const tool of toolsIn(word)) renews.add(familyOf(tool));
    if (installsAnything(baseName(name), args)) renews.add(ANY_TOOL);
  }
  const remembers = [...inShell(script.body)].map((command) => wordsOf(command)[0] ?? '');
  return {
    runs: [...runs],
    remembers: remembers.filter(isLookedUp).map(familyOf),
    renews,
    runsRenewed,
  };
});

const isLookedUp = (name: string): boolean => /^[\w.+-]+$/.test(name) && !STAYS.has(name);

/** The commands that the shell itself looks up, as against a part of a pipe or a substitution. */
function* inShell(sequence: Sequence): Generator<Command> {
  const visit = function* (node: Node): Generator<Command> {
    if (node.kind === 'command') yield node;
    else if (node.kind === 'subshell' || (node.kind === 'pipeline' && node.items.length > 1))
      return;
    else for (const child of childrenOf(node)) yield* visit(child);
  };
  for (const { node } of sequence.statements) yield* visit(node);
}

/** What they install takes the place of what they installed, and nothing from elsewhere yields. */
const DISTRIBUTION = new Set([
  'apt',
  'apt-get',
  'aptitude',
  'dpkg',
  'yum',
  'dnf',
  'microdnf',
  'rpm',
]);

/** Programs that no build puts anywhere else, and builtins, which are not looked up. */
const STAYS = new Set(
  'apt apt-get apk dpkg yum dnf microdnf rpm zypper add-apt-repository [ awk basename cat cd chgrp chmod chown command cp cut date dd dirname echo egrep env export false find grep groupadd gunzip gzip head id install ln locale-gen ls mkdir mktemp mv printf read rm rmdir sed set sh sleep sort source tail tar tee test touch tr true uname unset unzip useradd adduser addgroup usermod wc which whoami xargs xz bash : .'.split(
    ' ',
  ),
);

/** Names under which one tool is called. */
function familyOf(name: string): string {
  if (/^(?:pip|pip3|pip[23]\.\d+|pip2)$/.test(name)) return 'pip';
  if (/^(?:npm|npx|node|nodejs|n)$/.test(name)) return 'node';
  return name;
}

/** May it put a program of any name in front of the one that a shell remembers? */
function installsAnything(program: string, args: readonly string[]): boolean {
  if (/^(?:make|ninja|cmake|meson|checkinstall)$/.test(program))
    return args.some((arg) => arg.includes('install'));
  if (/^(?:ba|da|a|)sh$/.test(program)) return true;
  if (/^(?:cp|mv|ln|install)$/.test(program))
    return args.some((arg) => arg.endsWith('*')) && PROGRAMS.test(args.at(-1)!);
  if (program === 'tar') return unpacksInto(args).some((arg) => PROGRAMS.test(arg));
  return /^(?:n|nvm|rbenv|pyenv|corepack|update-alternatives|rustup)$/.test(program);
}

/** Directories in which, or below which, a shell looks for programs. */
const PROGRAMS = /^(?:\/usr|\/opt|\/s?bin|\/$)/;

/** Where `tar` puts what it unpacks; all arguments where its letters stand without a dash. */
function unpacksInto(args: readonly string[]): readonly string[] {
  if (/^\w*C\w*$/.test(args[0] ?? '')) return args;
  return args.flatMap((arg, i) => {
    if (/^(?:-\w*C|--directory)$/.test(arg)) return [args[i + 1] ?? ''];
    return /^(?:-\w*C|--directory=)(.+)$/.exec(arg)?.slice(1) ?? [];
  });
}

/** `pip`, `pip==9.0`, `npm@8`, `/usr/local/bin/node` and `node-20.tar.gz` name tools. */
function toolsIn(word: string): readonly string[] {
  // The text of another script, or a sentence.
  if (/\s/.test(word)) return [];
  const name = word.slice(word.lastIndexOf('/') + 1);
  return [name, name.replace(/(?:[=<>~]=|@).*$/, ''), name.replace(/-\d[\d.]*.*$/, '')];
}

/** Does it do nothing but set variables, options or the directory of its shell? */
const onlyState = (script: Script): boolean =>
  [...commandsIn(script.body)].every((command) => {
    const [name] = wordsOf(command);
    return name === undefined || /^(?:cd|export|set|unset|alias|umask|ulimit|:|true)$/.test(name);
  });

const WRAPS: Readonly<Record<Wrap, readonly [string, string]>> = {
  none: ['', ''],
  braces: ['{ ', '; }'],
  parentheses: ['( ', ' )'],
};

/** Marks the members whose `set -e…` repeats what one before them has set. */
function withRepeats(members: readonly Member[], plan: Plan): readonly Member[] {
  const on = new Set<string>();
  if (members.some(({ shape }) => shape.setsLater)) return members;
  return members.map((member, index) => {
    const { sets } = member.shape;
    const kept =
      index > 0 && plan.wraps[index] === 'none' && secondNode(member.script) !== undefined;
    const repeatsSet = kept && sets !== undefined && [...sets].every((option) => on.has(option));
    // What parentheses keep in is not on behind them.
    if (plan.wraps[index] !== 'parentheses') for (const option of sets ?? []) on.add(option);
    return { ...member, repeatsSet };
  });
}

/** What stands behind the first command, where that is a command of a plain list. */
function secondNode(script: Script): Node | undefined {
  const [first, second] = script.body.statements;
  if (first?.node.kind === 'command') return second?.node;
  return first?.node.kind === 'and-or' && first.node.operators[0] === '&&'
    ? first.node.items[1]
    : undefined;
}

function merge(doc: Document, members: readonly Member[]): Finding {
  const plan = planJoin(withHashes(members)) as Plan;
  const group = withRepeats(members, plan);
  const style = styleOf(
    doc,
    group.map((member) => member.reading.run),
  );
  const edits: Edit[] = [];
  group.forEach((member, index) => {
    const [open, close] = WRAPS[plan.wraps[index]!];
    const { start, end } = placeOf(member);
    const next = group[index + 1];
    if (index === 0 && open !== '') edits.push({ start, end: start, text: open });
    if (next) {
      const [nextOpen] = WRAPS[plan.wraps[index + 1]!];
      const joint = { operator: plan.operators[index]!, close, open: nextOpen };
      edits.push(...joinLines(doc, end, placeOf(next).start, joint, style));
    } else if (close !== '') edits.push({ start: end, end: lastEnd(member), text: close });
  });
  const [first, ...others] = group.map((member) => member.reading.outer);
  const changes: Change[] = [
    { kind: 'run', instruction: first!, tokens: tokensOfPlan(group, plan) },
    ...others.map((instruction): Change => ({ kind: 'removed', instruction })),
  ];
  return { at: first!, message: messageOf(group), applicability: 'safe', edits, changes };
}

/** Where the commands of a member stand in the file, without a `;` behind them. */
function placeOf({ reading, script, repeatsSet }: Member): { start: number; end: number } {
  const { source } = reading.run.run;
  const { statements } = script.body;
  const first = repeatsSet ? secondNode(script)! : statements[0]!.node;
  return {
    start: source.toDoc(first.start),
    end: source.toDocEnd(statements.at(-1)!.node.end),
  };
}

const lastEnd = ({ reading }: Member): number => {
  const { source } = reading.run.run;
  return source.toDocEnd(source.text.length);
};

function tokensOfPlan(group: readonly Member[], plan: Plan): string[] {
  return group.flatMap(({ script, repeatsSet }, index) => {
    const wrap = plan.wraps[index]!;
    const tokens =
      wrap === 'none'
        ? script.tokens.slice(repeatsSet ? 2 : 0)
        : wrap === 'braces'
          ? ['{', ...script.tokens, '}']
          : ['(', ...script.tokens, ')'];
    return index === 0 ? tokens : [plan.operators[index - 1]!, ...tokens];
  });
}

/** One that an earlier pass has put there, or moved, has no line of its own in the file as it was. */
const nameOf = ({ given }: Instruction): string =>
  given.isNew ? 'the RUN that is new before it' : `the RUN in line ${given.line}`;

function messageOf(group: readonly Member[]): string {
  const others = group.slice(1).map(({ reading }) => reading.outer.given);
  const lines = others.filter(({ isNew }) => !isNew).map(({ line }) => line);
  const added = others.length - lines.length;
  const list =
    lines.length > 1 ? `${lines.slice(0, -1).join(', ')} and ${lines.at(-1)!}` : String(lines[0]);
  const what = [
    ...(lines.length === 0
      ? []
      : [lines.length > 1 ? `the RUNs in lines ${list}` : `the RUN in line ${list}`]),
    ...(added === 0 ? [] : [added > 1 ? `${added} new RUNs` : 'a new RUN']),
  ];
  return `merge with ${what.join(' and ')}: ${group.length} layers become one`;
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
};
