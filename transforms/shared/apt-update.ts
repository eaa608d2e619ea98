import {
  tokensOf,
  type Command,
  type Finding,
  type Refusal,
  type Result,
  type Script,
} from '../../src/kit.ts';
import { neighboursOf, plainCommandsIn, removeInstruction } from './editing.ts';
import { shapeOf } from './joining.ts';
import { needAfter, SELF_UPDATING } from './needs.ts';
import { APT, invocationOf, type Invocation } from './package-managers.ts';
import { purposeOf } from './purpose.ts';
import { runs, type Visit } from './visit.ts';

const MESSAGE =
  'apt-get update belongs into the RUN that installs: the lists of an earlier layer may be stale, and cannot be removed there as long as this RUN needs them';

/**
 * Gives each installation the update that it relies on, and takes out the updates that nobody
 * relies on any more.
 */
export function* joinUpdates(visits: readonly Visit[], all: readonly Visit[]): Generator<Result> {
  const wanted = new Set(visits);
  const lastUpdate = all.findLast(updates)?.outer.index ?? -1;
  let updated = false;
  for (const visit of all) {
    if (wanted.has(visit)) {
      const install = firstBareInstall(visit.script);
      if (install && updated) yield addUpdate(visit, install);
      else if (isUpdateOnly(visit) && lastUpdate > visit.outer.index) yield* dropUpdate(visit);
    }
    updated ||= updates(visit);
  }
}

const updates = (visit: Visit): boolean => plainCommandsIn(visit.script.body).some(isUpdate);

/** The first apt call that works on lists that an earlier layer fetched. */
function firstBareInstall(script: Script): Invocation | undefined {
  for (const command of plainCommandsIn(script.body)) {
    const call = invocationOf(command);
    if (SELF_UPDATING.test(command.words.map((word) => word.text).join(' '))) return undefined;
    if (call?.manager !== APT) continue;
    if (call.verb === 'update') return undefined;
    if (isInstall(call)) return call;
  }
  return undefined;
}

const isInstall = (call: Invocation): boolean =>
  /^(?:install|upgrade|dist-upgrade|full-upgrade|build-dep)$/.test(call.verb) &&
  // A package file, or what was unpacked but not configured, needs no lists.
  !call.args.some(({ value = '' }) => /^(?:-f|--fix-broken)$|\.deb$/.test(value));

const isUpdate = (command: Command): boolean => {
  const call = invocationOf(command);
  return call?.manager === APT && call.verb === 'update';
};

function addUpdate(visit: Visit, install: Invocation): Finding | Refusal {
  const { run, script, outer } = visit;
  const refusal: Refusal = { at: outer, message: MESSAGE, reason: 'elsewhere' };
  const place = neighboursOf(script, install.command);
  if (
    !place ||
    place.operatorBefore === '||' ||
    (place.item.kind === 'pipeline' && place.item.negated) ||
    run.run.form !== 'shell' ||
    run.heredocs.length > 0
  ) {
    return refusal;
  }
  const { setsErrexit, setsLater } = shapeOf(script);
  const errexit = setsErrexit || (run.run.script.known && script.dialect.errexit);
  // Under set -e a failure on the left of && would not stop the shell.
  if (errexit && (setsLater || place.operatorBefore === '&&' || place.operatorAfter === '&&')) {
    return refusal;
  }
  const operator = errexit ? ';' : '&&';
  const program = install.program.text;
  const update = `${install.prefix}${program === 'aptitude' ? 'apt-get' : program} update`;
  const at = run.run.source.toDoc(place.item.start);
  return {
    at: outer,
    message: MESSAGE,
    applicability: 'suggested',
    edits: [{ start: at, end: at, text: operator === ';' ? `${update}; ` : `${update} && ` }],
    changes: [runs(visit, tokensBefore(script, place.item.start, update, operator))],
  };
}

/** The tokens with a command put before the one that begins at `start`. */
function tokensBefore(script: Script, start: number, update: string, operator: string): string[] {
  const mark = '\u0000';
  const marked = tokensOf(script.body, (command) => {
    const text = commandLine(script, command);
    return command.start === start ? mark + text : text;
  });
  return marked.flatMap((token) =>
    token.startsWith(mark) ? [update, operator, token.slice(1)] : [token],
  );
}

function commandLine(script: Script, command: Command): string {
  return tokensOf({
    start: command.start,
    end: command.end,
    statements: [{ node: command, background: false }],
  })[0]!;
}

const isUpdateOnly = ({ script }: Visit): boolean => {
  const [statement] = script.body.statements;
  return (
    purposeOf(script).updateOnly &&
    script.body.statements.length === 1 &&
    statement!.node.kind === 'command' &&
    isUpdate(statement!.node)
  );
};

/** Only where something was installed behind it: else the lists may be what the image is for. */
function* dropUpdate(visit: Visit): Generator<Finding> {
  if (needAfter(visit.run, APT, visit.context)) return;
  const removal = removeInstruction(visit.doc, visit.outer);
  if (!removal) return;
  yield {
    at: visit.outer,
    message: 'this update is not needed: every installation has its own',
    applicability: 'safe',
    ...removal,
  };
}
