import { valueOf, type Document, type Instruction } from '../../../../src/kit.ts';
import { attachedComments } from '../../editing.ts';
import { bundleCall, finalValue } from '../../multi-stage/ecosystems/bundler.ts';
import { readGemfile, type Gemfile } from '../../multi-stage/ecosystems/gemfile.ts';
import {
  isForMountedSources,
  mountedOver,
  sourcesOf,
} from '../../multi-stage/ecosystems/interpreted-sources.ts';
import {
  environmentOf,
  forDevelopment,
  loadedOf,
  loadsGroups,
  usedBehind,
} from '../../multi-stage/ecosystems/ruby-groups.ts';
import { rubyStart } from '../../multi-stage/ecosystems/ruby-start.ts';
import { isCode, isForeign } from '../../multi-stage/ecosystems/ruby.ts';
import { filesOf, isNeverRead, textsOf } from '../../multi-stage/sources.ts';
import { pathFrom } from '../../multi-stage/steps.ts';
import type { Step, Subject } from '../../multi-stage/types.ts';
import type { Visit } from '../../visit.ts';
import type { Obstacle, Verdict } from './types.ts';

/**
 * What becomes of `bundle install` in the stage that ships; undefined: nothing is to be done.
 * Bundler takes the groups to leave out from BUNDLE_WITHOUT when it installs and when it runs, in
 * every version: https://bundler.io/man/bundle-config.1.html, read 2026-11-26.
 */
export function bundleVerdict(
  subject: Subject,
  visits: readonly Visit[],
  lineOf: Visit['lineOf'],
): Verdict | undefined {
  const step = onlyInstall(subject);
  const run = visits.find((visit) => visit.run === step?.run)?.outer;
  if (!step || !run || isChosen(subject)) return undefined;
  const sources = sourcesOf(subject);
  const told = filesOf(subject);
  const files = sources ?? (told.known ? told.value : []);
  const gemfile = gemfileOf(subject, step);
  const command = 'bundle install with BUNDLE_WITHOUT';
  const stays = (obstacle: Obstacle): Verdict => ({ run, command, basis: [], outcome: obstacle });
  if (!gemfile) {
    const detail = told.known ? 'the Gemfile is not copied before it' : told.because;
    return stays({ reason: 'context', detail });
  }
  const { gems, groups } = forDevelopment(gemfile);
  if (groups.length === 0) return undefined;
  if (!gemfile.isPlain) {
    return stays({ reason: 'context', detail: 'the Gemfile chooses its gems by a program' });
  }
  const code = textsOf(
    subject.context,
    files.filter(({ source }) => !isForeign(source) && !isNeverRead(source)),
    isCode,
  );
  const start = rubyStart(subject, files);
  const obstacle =
    atStart(subject, start, gemfile) ??
    behind(subject, step, lineOf) ??
    inCode(gems, code, () => loadsGroups(subject, code, files));
  if (obstacle) return stays(obstacle);
  const doubts = [
    ...(environmentOf(subject) === undefined
      ? ['that it runs in production, which no RAILS_ENV or RACK_ENV says']
      : []),
    ...(sources && code.size > 0 ? [] : ['that all sources of the application are in the context']),
    ...('reason' in start
      ? [`that what the container starts needs none of them (${start.detail ?? ''})`]
      : []),
  ];
  const value = groups.join(':');
  return {
    run,
    command: `bundle install with BUNDLE_WITHOUT=${value}`,
    basis: [],
    outcome: { ...putBefore(subject.doc, run, `BUNDLE_WITHOUT=${value}`), doubts },
  };
}

function onlyInstall({ steps }: Subject): Step | undefined {
  const installs = steps.filter((step) => {
    const call = bundleCall(step);
    return call !== undefined && /^(?:install|update)$/.test(call.verb);
  });
  const [step] = installs;
  return installs.length === 1 && step!.certain && bundleCall(step!)!.verb === 'install'
    ? step
    : undefined;
}

/** The file chooses groups by itself, or another Gemfile. */
const isChosen = (subject: Subject): boolean =>
  ['WITHOUT', 'WITH', 'ONLY', 'GEMFILE'].some(
    (name) => finalValue(subject, `BUNDLE_${name}`) !== undefined,
  ) ||
  subject.stage.instructions.some(
    ({ keyword, args }) =>
      keyword === 'RUN' &&
      /--(?:without|with|only|gemfile)\b|\bbundler?\s+config\b[^&;|]*\b(?:without|with|only|gemfile)\b|\bBUNDLE_(?:WITHOUT|WITH|ONLY|GEMFILE)\b/.test(
        args.text,
      ),
  );

function gemfileOf(subject: Subject, { directory }: Step): Gemfile | undefined {
  const path = pathFrom(directory, 'Gemfile');
  const file = (valueOf(filesOf(subject)) ?? []).findLast((one) => one.path === path);
  const text = file && valueOf(subject.context.readText(file.source));
  return text === undefined ? undefined : readGemfile(text);
}

function atStart(
  subject: Subject,
  start: ReturnType<typeof rubyStart>,
  { gems }: Gemfile,
): Obstacle | undefined {
  if (isForMountedSources(subject)) {
    return { reason: 'start', detail: `the application is mounted over ${mountedOver(subject)!}` };
  }
  const environment = environmentOf(subject);
  if (environment !== undefined && environment !== 'production') {
    return { reason: 'start', detail: `it runs in the environment ${environment}` };
  }
  if (
    environment === undefined &&
    gems.some(({ name }) => name === 'rails') &&
    !isStartedForProduction(subject)
  ) {
    return {
      reason: 'start',
      detail: 'Rails runs for development, as no RAILS_ENV says otherwise',
    };
  }
  if (!('reason' in start) || start.reason !== 'development') return undefined;
  return { reason: 'start', ...(start.detail !== undefined && { detail: start.detail }) };
}

/** `rails server -e production`, or a script that sets the variable. */
const isStartedForProduction = ({ start }: Subject): boolean =>
  [
    start.entrypoint?.args.text,
    start.cmd?.args.text,
    ...start.scripts.map(({ text }) => text),
  ].some((text) => /\bproduction\b/.test(text ?? ''));

function behind(subject: Subject, install: Step, lineOf: Visit['lineOf']): Obstacle | undefined {
  const step = usedBehind(subject, install);
  if (!step) return undefined;
  const words = [step.program, ...step.args].join(' ');
  return { reason: 'later', detail: `${words} (line ${lineOf(step.run)})` };
}

function inCode(
  gems: readonly string[],
  code: ReadonlyMap<string, string>,
  loads: () => boolean,
): Obstacle | undefined {
  const used = loadedOf(gems, code);
  if (used !== undefined) return { reason: 'code', detail: used };
  return loads() ? { reason: 'code', detail: 'Bundler.require names the group' } : undefined;
}

/** An ENV before the RUN and its comment. */
function putBefore(
  doc: Document,
  run: Instruction,
  pair: string,
): Pick<Extract<Verdict['outcome'], { edits: unknown }>, 'edits' | 'changes'> {
  const { eol, text } = doc;
  const from = run.stage?.from.keywordSpan;
  const isLower = from !== undefined && text.slice(from.start, from.end) === 'from';
  const written = `${isLower ? 'env' : 'ENV'} ${pair}`;
  let start = text.lastIndexOf('\n', run.start - 1) + 1;
  const [comment] = attachedComments(doc, start);
  if (comment) start = text.lastIndexOf('\n', comment.start - 1) + 1;
  return {
    edits: [{ start, end: start, text: written + eol }],
    changes: [{ kind: 'inserted', before: run, texts: [written] }],
  };
}
