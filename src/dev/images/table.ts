/** The report: a Markdown table, what is wrong, and the totals. */
import { faultsOf, passes, type Outcome } from './verdict.ts';

const HEAD = [
  'app',
  'before MB',
  'dockopt MB',
  'expert MB',
  'smaller by',
  'of expert',
  'same',
  'user',
  'rebuild s',
  'converted?',
];

export function table(outcomes: readonly Outcome[]): string {
  const rows = [
    HEAD,
    HEAD.map((_, at) => (at > 0 && at < 6 ? '--:' : '---')),
    ...outcomes.map(row),
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function row(outcome: Outcome): string[] {
  const { name, before, after, expert, same, users, rebuilt, converted, refused } = outcome;
  return [
    name,
    megabytes(before),
    megabytes(after),
    megabytes(expert),
    before && after ? `${((1 - after / before) * 100).toFixed(1)} %` : '–',
    expert && after ? (after / expert).toFixed(2) : '–',
    same === undefined ? '–' : same ? 'yes' : 'NO',
    users === undefined ? '–' : `${users[0]} → ${users[1] ?? '–'}`,
    rebuilt === undefined ? '–' : timesOf(rebuilt),
    converted ? 'yes' : refused ? 'refused' : 'no',
  ];
}

/** One build each, on whatever the machine does besides: the ratio is what they are for. */
const timesOf = ([before, after]: readonly [number, number]): string =>
  `${before.toFixed(1)} → ${after.toFixed(1)} (${(before / after).toFixed(1)} times)`;

const megabytes = (bytes: number | undefined): string =>
  bytes === undefined ? '–' : (bytes / 1e6).toFixed(1);

/** What is wrong, by application. */
export const faults = (outcomes: readonly Outcome[]): string =>
  outcomes
    .flatMap((outcome) => faultsOf(outcome).map((fault) => `${outcome.name}: ${fault}\n`))
    .join('');

/** The line that scripts read. */
export function totals(outcomes: readonly Outcome[]): string {
  const passed = outcomes.filter(passes).length;
  return `${passed} passed, ${outcomes.length - passed} failed`;
}
