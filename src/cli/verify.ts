import type { FixResult } from '../engine/fix.ts';
import { keepWhatHolds } from '../verify/culprits.ts';
import { messageOf, Trouble } from '../verify/errors.ts';
import {
  baseline,
  failsWith,
  hold,
  overBudget,
  rebuildBoth,
  type Verification,
} from '../verify/verification.ts';
import { SettingsOf, type Settings } from './config/settings.ts';
import { subjectOf, withBench, type Bench } from './bench.ts';
import { discover, type Target } from './discover.ts';
import { explainError, FileError } from './errors.ts';
import { readSource } from './file.ts';
import { fixFile } from './fix-file.ts';
import type { Verifier } from './file-fixer.ts';
import type { Log } from './log.ts';
import type { Output } from './output.ts';
import { PinnedFix } from './pinned-fix.ts';
import type { VerifyRequest } from './verify-request.ts';
import { markdown, toJson, table } from './verify-report.ts';
import { visible } from './terminal.ts';

export { withBench };

/** What became of one Dockerfile. */
export interface Verified {
  readonly path: string;
  /** Undefined: it could not be verified. */
  readonly verification?: Verification;
  readonly findings: FixResult['findings'];
  readonly trouble?: string;
}

/** Builds before and after, and compares; gives the exit status. */
export function verify(request: VerifyRequest, out: Output, log: Log): Promise<number> {
  return withBench(request.building, log, async (bench) => {
    const all: Verified[] = [];
    const work = {
      settings: new SettingsOf(request.fix, request.fix.configs),
      request,
      bench,
      log,
      fix: new PinnedFix((message) => log.line(`dockopt: warning: ${visible(message)}`)),
    };
    const { paths, chosen } = request.fix;
    for await (const target of chosen?.targets(paths) ?? discover(paths)) {
      const one = await verifyTarget(target, work);
      if (!one) continue;
      if (bench.signal.aborted) return 2;
      log.clear();
      if (one.trouble !== undefined) log.at(one.path, undefined, one.trouble);
      all.push(one);
    }
    if (all.length === 0 && chosen) log.line(`dockopt: ${chosen.nothing}`);
    else if (all.length === 0) {
      throw new Trouble(`no Dockerfile in ${request.fix.paths.map(visible).join(', ')}`);
    }
    const write = { table, json: toJson, markdown }[request.format];
    await out.write(write(all, request));
    await out.flush();
    if (all.some(({ trouble }) => trouble !== undefined)) return 2;
    return all.some(({ verification }) => verification!.problems.length > 0) ? 1 : 0;
  });
}

/** What stays the same from file to file. */
interface Work {
  readonly settings: SettingsOf;
  readonly request: VerifyRequest;
  readonly bench: Bench;
  readonly log: Log;
  readonly fix: PinnedFix;
}

async function verifyTarget(target: Target, work: Work): Promise<Verified | undefined> {
  const { path: file } = target;
  if (target.kind !== 'file') return { path: file, findings: [], trouble: target.reason };
  try {
    const settings = await work.settings.of(file);
    if (settings.ignored) return undefined;
    return await verifyFile(file, readSource(target.real).text, settings, work);
  } catch (error) {
    const trouble = error instanceof Trouble ? messageOf(error) : explainError(error);
    return { path: file, findings: [], trouble };
  }
}

async function verifyFile(
  file: string,
  text: string,
  settings: Settings,
  work: Work,
): Promise<Verified> {
  const { request, bench, log } = work;
  const { result } = await work.fix.fix(text, file, settings);
  const { status, output, findings, reason = '', line } = result;
  if (status === 'failed') throw new FileError(reason, line);
  const { trials } = bench;
  const subject = await subjectOf(file, text, settings, bench, log);
  log.status(`${file}: building it as it is`);
  const before = await baseline(text, subject, trials);
  if (status !== 'changed') {
    const problems = budgetProblems(before.image.size, before.image.size, request);
    const verification = { before, differences: [], volatile: [], problems };
    return { path: file, findings, verification };
  }
  log.status(`${file}: building it rewritten`);
  const texts = { before: text, after: output };
  const held = await hold(texts, risksOf(result), before, subject, trials);
  if (held.after?.kind !== 'built') return { path: file, findings, verification: held };
  const over = budgetProblems(before.image.size, held.after.image.size, request);
  log.status(`${file}: building it again after a change`);
  const rebuilt = request.skipRebuild
    ? undefined
    : await rebuildBoth(texts, request.rebuild, subject, trials);
  const verification = {
    ...held,
    problems: [...held.problems, ...over],
    ...(rebuilt && { rebuilt }),
  };
  return { path: file, findings, verification };
}

function budgetProblems(before: number, after: number, { budget }: VerifyRequest): string[] {
  const over = budget && overBudget(before, after, budget);
  return over === undefined ? [] : [over];
}

const risksOf = ({ findings }: FixResult) =>
  findings.filter(({ applied }) => applied).map(({ applicability }) => applicability);

/** For `fix --verify`: what is written was built, and passed. */
export function verifier(bench: Bench, log: Log): Verifier {
  return {
    get stopped() {
      return bench.signal.aborted;
    },
    async verified(file, text, settings) {
      try {
        return await kept(file, text, settings, bench, log);
      } catch (error) {
        throw error instanceof Trouble ? new FileError(messageOf(error)) : error;
      }
    },
    async failsWith(ignoreFile, readers) {
      for (const { path: file, text = readSource(file).text, settings } of readers) {
        const subject = await subjectOf(file, text, settings, bench, log);
        log.status(`${file}: building it with another ignore file`);
        try {
          const problem = await failsWith(ignoreFile, text, subject, bench.trials);
          if (problem !== undefined) return `${file}: ${problem}`;
        } catch (error) {
          if (error instanceof Trouble) return `${file}: ${messageOf(error)}`;
          throw error;
        }
      }
      return undefined;
    },
  };
}

async function kept(
  file: string,
  text: string,
  settings: Settings,
  bench: Bench,
  log: Log,
): Promise<FixResult> {
  const { trials } = bench;
  const subject = await subjectOf(file, text, settings, bench, log);
  log.status(`${file}: building it as it is`);
  const before = await baseline(text, subject, trials);
  let builds = 0;
  const { result, dropped } = await keepWhatHolds(
    (leaveOut) => fixFile(text, file, settings, leaveOut),
    async (rewritten) => {
      log.status(`${file}: building it rewritten (${++builds})`);
      const texts = { before: text, after: rewritten.output };
      const held = await hold(texts, risksOf(rewritten), before, subject, trials);
      return held.problems[0];
    },
  );
  for (const { transform, line, because } of dropped) {
    log.at(file, line, `${transform} is left out: ${because}`);
  }
  return result;
}
