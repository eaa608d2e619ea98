import {
  commandText,
  tokensOf,
  valueOf,
  type Applicability,
  type Command,
  type Edit,
  type Finding,
  type Instruction,
  type Result,
} from '../../src/kit.ts';
import { savedByNoIndex } from './cache-sizes.ts';
import { cacheUses, isMounted, isSwitchedOff, type CacheUse } from './caches.ts';
import {
  insertCommand,
  slotBehind,
  plainCommandsIn,
  removeCommand,
  removeInstruction,
} from './editing.ts';
import { mayInstall, needAfter, scriptOf, type Need } from './needs.ts';
import {
  APT,
  cleanedByLine,
  fillsCache,
  lineOf,
  type Invocation,
  type Manager,
} from './package-managers.ts';
import { purposeOf } from './purpose.ts';
import { runs, type Visit } from './visit.ts';
import { yarnOf } from './yarn.ts';

/** Puts the clean-up of a cache behind the commands that fill it. */
export function* cleanUp(visit: Visit, use: CacheUse): Generator<Result> {
  const { run, script, doc, outer } = visit;
  const { manager } = use;
  const calls = use.fills.filter((call) => !isSwitchedOff(run, call));
  const [call] = calls;
  if (manager.id === 'go' && !knowsModcache(visit)) return;
  if (!call || isMounted(run, manager) || purposeOf(script).updateOnly) return;
  const command = cleanupOf(visit, call);
  if (command === undefined || isDoneBelow(visit, use, command)) return;
  const message = `${command}: what ${manager.id} fetched is of no use in the image`;

  const special = specialObstacle(visit, manager, calls);
  if (special) {
    yield { at: outer, message, ...special };
    return;
  }
  const slot = slotBehind(run, script, anchorOf(visit, use), /^(?:sudo )?rm /.test(command));
  if (typeof slot === 'string') {
    yield { at: outer, message, reason: slot };
    return;
  }
  const need = needAfter(run, manager, visit.context);
  if (need && need.kind !== 'maybe') {
    yield { at: outer, message, ...refusalOf(visit, need) };
    return;
  }
  const { applicability, remark } = riskOf(visit, manager, need);
  const rewrite = insertCommand(doc, run, script, slot, command);
  const saves = savedByNoIndex(visit, manager);
  yield {
    at: outer,
    message: message + remark,
    applicability,
    edits: rewrite.edits,
    changes: [runs(visit, rewrite.tokens)],
    ...(saves && { saves }),
  };
}

/** Is the same clean-up put behind a later installation of the RUN, such as that of Bundler? */
const isDoneBelow = (visit: Visit, use: CacheUse, command: string): boolean =>
  cacheUses(visit.script).some((other) => {
    const call = other.fills.find((fill) => !isSwitchedOff(visit.run, fill));
    return (
      call !== undefined &&
      other.manager !== use.manager &&
      cleanupOf(visit, call) === command &&
      anchorOf(visit, other).start > anchorOf(visit, use).start &&
      typeof slotBehind(visit.run, visit.script, anchorOf(visit, other), true) !== 'string'
    );
  });

/**
 * The last command that works with the cache. Directly behind it the tool is still there: what
 * comes later may remove it, or go to another directory.
 */
function anchorOf({ script }: Visit, use: CacheUse): Command {
  const { manager, calls } = use;
  const uses = plainCommandsIn(script.body).filter((command) => {
    const line = lineOf(command);
    if (manager === APT) return APT_USER.test(line) || scriptOf(command) !== undefined;
    return manager.worksFromCache?.test(line) ?? false;
  });
  const all = [...uses, ...calls.filter((call) => fillsCache(call)).map((call) => call.command)];
  return all.reduce((last, command) => (command.start > last.start ? command : last));
}

/** Also what a project calls a script that installs: `clean-install`, `install_packages`. */
const APT_USER =
  /^(?:apt|aptitude|add-apt|dpkg|deb)|^(?!install |docker-php-)[\w.-]*\binstall\b[\w.-]*(?: |$)|^install_packages\b/;

/** The command line, with the sudo that the installation was given. */
function cleanupOf(visit: Visit, call: Invocation): string | undefined {
  const { manager, prefix, program } = call;
  const text = prefix + shortest(visit, manager).replaceAll('{}', program.text);
  // Without root, gems go to the home of the user, and those of root cannot be removed.
  if (text.includes('env gemdir') && !runsAsRoot(visit.run)) return undefined;
  // sudo keeps HOME or not, as it is set up: `~` might be somebody else's.
  if (prefix !== '' && /[~$]/.test(manager.cleanup)) return undefined;
  if (manager !== APT || keepsNoArchives(visit) || cleansArchives(visit)) return text;
  return `${prefix}apt-get clean && ${text}`;
}

const runsAsRoot = ({ state }: Instruction): boolean => {
  const user = state && valueOf(state.user);
  return user === undefined || /^(?:root|0)(?::|$)/.test(user);
};

/** With the path itself where the base image tells it. */
function shortest({ run }: Visit, manager: Manager): string {
  const env = valueOf(run.stage!.baseFacts)?.env ?? {};
  const scope = run.stage!.scope;
  for (const [name, asked] of HOMES) {
    const path = env[name];
    // A variable that the file sets itself may say something else.
    if (path !== undefined && !scope.at(run.index, name) && manager.cleanup.includes(asked)) {
      return manager.cleanup.replace(asked, () => path).replace(/(\/registry)"$/, '$1');
    }
  }
  return manager.cleanup;
}

/** Variables of base images, and how the table asks for their values where they are not known. */
const HOMES: readonly (readonly [string, string])[] = [
  ['CARGO_HOME', '"${CARGO_HOME:-$HOME/.cargo}'],
  ['GEM_HOME', '"$({} env gemdir)"'],
  ['GEM_HOME', '"$(gem env gemdir)"'],
];

/** The official Debian and Ubuntu images delete packages as soon as they are installed. */
const keepsNoArchives = ({ run }: Visit): boolean =>
  /^(?:debian|ubuntu)$/.test(valueOf(run.stage!.baseFacts)?.distribution ?? '');

const cleansArchives = ({ script }: Visit): boolean =>
  [...plainCommandsIn(script.body)].some((command) =>
    /^(?:apt|apt-get) (?:.* )?clean$/.test(lineOf(command)),
  );

/**
 * `-modcache` is new in Go 1.11, and until 1.13 `go clean` with it also removed the binary in the
 * directory. https://github.com/golang/go/issues/29925, read 2026-11-23
 */
function knowsModcache({ run }: Visit): boolean {
  const base = run.stage!.lineage[0]!.base;
  const ref = base.kind === 'image' ? valueOf(base.ref) : undefined;
  if (ref?.repository !== 'golang' || ref.tag === undefined) return false;
  const version = /^1\.(\d+)/.exec(ref.tag);
  return version ? Number(version[1]) >= 13 : true;
}

type RefusalParts = { readonly reason: string; readonly detail?: string };

const refusalOf = (visit: Visit, need: Need): RefusalParts =>
  need.kind === 'start'
    ? { reason: 'start', detail: shorten(need.text) }
    : {
        reason: 'needed',
        detail: `${shorten(need.text)} in line ${visit.lineOf(need.instruction)}`,
      };

function specialObstacle(
  visit: Visit,
  manager: Manager,
  calls: readonly Invocation[],
): RefusalParts | undefined {
  if (manager.id === 'yarn' && yarnOf(visit, calls) === 'berry') return { reason: 'pnp-cache' };
  if (manager.id !== 'gradle') return undefined;
  const repository = valueOf(visit.run.stage!.baseFacts)?.repository;
  if (repository === 'gradle') return { reason: 'volume' };
  const noDaemon = calls.every((call) =>
    call.args.some(({ value = '' }) => /^(?:--no-daemon|-Dorg\.gradle\.daemon=false)$/.test(value)),
  );
  return noDaemon ? undefined : { reason: 'daemon' };
}

interface Risk {
  readonly applicability: Applicability;
  readonly remark: string;
}

function riskOf(visit: Visit, manager: Manager, need: Need | undefined): Risk {
  if (need?.kind === 'maybe') {
    return {
      applicability: 'unsafe',
      remark: `; not established: ${shorten(need.text)} in line ${visit.lineOf(need.instruction)} may work from it`,
    };
  }
  if (
    manager.id === 'yarn' &&
    yarnOf(
      visit,
      cacheUses(visit.script).flatMap((use) => use.fills),
    ) === 'unknown'
  ) {
    return {
      applicability: 'unsafe',
      remark:
        '; not established: that this is Yarn 1, since later ones run packages from the cache',
    };
  }
  return { applicability: manager.neededAtStart ? 'suggested' : 'safe', remark: '' };
}

/**
 * A clean-up in a RUN of its own frees nothing. Once the RUNs before it, those of the stages that
 * this one is built on included, clean up for themselves, it can go.
 */
export function* dropLateCleanups(
  before: readonly Visit[],
  visits: readonly Visit[],
): Generator<Finding> {
  const tidy = new Map<Manager, boolean>();
  // What a script that was not read left behind, a later clean-up takes out of sight at least.
  let unread = false;
  const note = (visit: Visit): void => {
    unread ||= mayInstall(visit.run, visit.script, visit.context);
    for (const { manager, fills } of cacheUses(visit.script)) {
      tidy.set(manager, tidy.get(manager) !== false && fills.length === 0);
    }
  };
  before.forEach(note);
  for (const visit of visits) {
    if (unread || mayInstall(visit.run, visit.script, visit.context)) break;
    const busy = new Set(
      cacheUses(visit.script)
        .filter(works)
        .map((use) => use.manager),
    );
    const finding = dropIn(visit, (manager) => (busy.has(manager) ? false : tidy.get(manager)));
    if (finding) yield finding;
    note(visit);
  }
}

/** Does it do anything but remove? `mvn clean package` does. */
const works = ({ calls }: CacheUse): boolean =>
  calls.some(
    (call) =>
      fillsCache(call) ||
      !/^(?:clean|autoclean|autoremove|purge|remove|erase|del|cache|store)$/.test(call.verb),
  );

const ARCHIVE_CLEANUP = /^(?:apt|apt-get) (?:-\S+ )*(?:auto)?clean(?: -\S+)*$/;

/** `tidy` says whether nothing is left of a cache; `undefined` for one that was never filled. */
function dropIn(
  visit: Visit,
  tidy: (manager: Manager) => boolean | undefined,
): Finding | undefined {
  const official = keepsNoArchives(visit);
  const redundant = (line: string): boolean => {
    // One command may empty what two managers share.
    const states = new Set(cleanedByLine(line).map(tidy));
    if (states.has(true) && !states.has(false)) return true;
    return official && tidy(APT) === true && ARCHIVE_CLEANUP.test(line);
  };
  for (const command of plainCommandsIn(visit.script.body)) {
    const parts = dropPart(visit, command, redundant);
    if (parts) {
      return {
        at: visit.outer,
        message: 'this clean-up frees nothing: what it removes is in no layer any more',
        applicability: 'safe',
        ...parts,
      };
    }
  }
  return undefined;
}

function dropPart(
  visit: Visit,
  command: Command,
  redundant: (line: string) => boolean,
): Pick<Finding, 'edits' | 'changes'> | undefined {
  const line = lineOf(command);
  if (command.redirects.length > 0 || !redundant(line)) return undefined;
  const left = line.startsWith('rm ') ? partlyRedundant(visit, command, redundant) : undefined;
  if (left) return left;
  const { statements } = visit.script.body;
  if (statements.length === 1 && statements[0]!.node === command) {
    return removeInstruction(visit.doc, visit.outer);
  }
  const rewrite = removeCommand(visit.doc, visit.run, visit.script, command);
  return rewrite && { edits: rewrite.edits, changes: [runs(visit, rewrite.tokens)] };
}

/** `rm -rf /var/lib/apt/lists/* /tmp/*` removes more than the cache: only that argument goes. */
function partlyRedundant(
  { run, script, outer, ...rest }: Visit,
  command: Command,
  redundant: (line: string) => boolean,
): Pick<Finding, 'edits' | 'changes'> | undefined {
  const targets = command.words.slice(1).filter((word) => !word.text.startsWith('-'));
  const gone = targets.filter((word) => redundant(`rm -rf ${word.value ?? word.text}`));
  if (gone.length === 0 || gone.length === targets.length) return undefined;
  const { source } = run.run;
  const edits: Edit[] = gone.map((word) => {
    const before = command.words[command.words.indexOf(word) - 1]!;
    return { start: source.toDocEnd(before.end), end: source.toDocEnd(word.end), text: '' };
  });
  const lost = run.comments.some((comment) =>
    edits.some((edit) => comment.start < edit.end && edit.start < comment.end),
  );
  if (lost) return undefined;
  const text = commandText(
    command,
    command.words.filter((word) => !gone.includes(word)).map((word) => word.text),
  );
  const tokens = tokensOf(script.body, (other) => (other === command ? text : commandText(other)));
  return { edits, changes: [runs({ run, script, outer, ...rest }, tokens)] };
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
};
