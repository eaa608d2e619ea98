import {
  isForMountedSources,
  mountedOver,
  sourcesOf,
} from '../../multi-stage/ecosystems/interpreted-sources.ts';
import { isCode, isForeign } from '../../multi-stage/ecosystems/php.ts';
import { developmentInstall } from '../../multi-stage/ecosystems/php-packages.ts';
import { phpStart } from '../../multi-stage/ecosystems/php-start.ts';
import { filesOf, isNeverRead, textsOf } from '../../multi-stage/sources.ts';
import type { Subject } from '../../multi-stage/types.ts';
import type { Visit } from '../../visit.ts';
import type { Obstacle, Verdict } from './types.ts';

/** What becomes of `composer install` in the stage that ships; undefined: nothing is to be done. */
export function composerVerdict(subject: Subject, visits: readonly Visit[]): Verdict | undefined {
  const sources = sourcesOf(subject);
  const told = filesOf(subject);
  const files = sources ?? (told.known ? told.value : undefined);
  const code = textsOf(
    subject.context,
    (files ?? []).filter(({ source }) => !isForeign(source) && !isNeverRead(source)),
    isCode,
  );
  const install = developmentInstall(subject, files, code);
  const run = visits.find((visit) => visit.run === install?.step.run)?.outer;
  if (!install || !run || install.packages?.length === 0) return undefined;
  const base = { run, command: 'composer install --no-dev', basis: [] };
  const stays = (obstacle: Obstacle): Verdict => ({ ...base, outcome: obstacle });
  const { packages, script, used, unknown, rewrite } = install;
  if (!packages) {
    const detail = told.known ? 'composer.json is not copied before it' : told.because;
    return stays({ reason: 'context', detail });
  }
  if (isForMountedSources(subject)) {
    return stays({
      reason: 'start',
      detail: `the application is mounted over ${mountedOver(subject)!}`,
    });
  }
  const start = phpStart(subject);
  if (start?.reason === 'development') return stays({ reason: 'start', ...detailOf(start) });
  if (script !== undefined) return stays({ reason: 'script', detail: brief(script) });
  if (used !== undefined) return stays({ reason: 'code', detail: used });
  if (!rewrite) return undefined;
  const doubts = [
    ...(sources && code.size > 0 ? [] : ['that all sources of the application are in the context']),
    ...(unknown.length > 0 ? [`that the code does not use ${listed(unknown)}`] : []),
    ...(start ? [`that what the container starts needs none of them (${start.detail ?? ''})`] : []),
  ];
  const { edits, tokens } = rewrite;
  const changes = [{ kind: 'run' as const, instruction: run, tokens }];
  return { ...base, outcome: { edits, changes, doubts } };
}

const detailOf = ({ detail }: { readonly detail?: string }): Pick<Obstacle, 'detail'> =>
  detail === undefined ? {} : { detail };

const brief = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

const listed = (names: readonly string[]): string =>
  names.length > 3
    ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} other packages`
    : names.join(', ');
