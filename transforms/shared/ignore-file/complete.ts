import type {
  Applicability,
  IgnoreFileInput,
  IgnoreFileResult,
  IgnoreFinding,
  IgnoreRefusal,
} from '../../../src/kit.ts';
import { Judge, type Verdict } from './decide.ts';
import { missingIn, reachesOf, type Reach } from './reaches.ts';
import { expectedIn, survey, type Entry, type Hit, type Survey } from './survey.ts';
import { ROWS, type Row } from './table.ts';

const MESSAGE = 'leave out of the build context what the image does not need';

/**
 * Completes an ignore file from what the context holds.
 *
 * 1. `reaches.ts` lists what every Dockerfile takes from the context: paths, patterns, and what a
 *    variable names.
 * 2. `survey.ts` walks through the context, as far as the table in `table.ts` does not name it.
 * 3. `decide.ts` asks of each thing that the table names whether it is named by a COPY (it stays),
 *    brought along by one, made again by a step (`makers.ts`), or read by something
 *    (`mentions.ts`).
 * 4. Here the names become lines: a pattern for any depth where all of that name goes, else path by path.
 */
export function completeIgnoreFile(input: IgnoreFileInput): IgnoreFileResult {
  const reaches = reachesOf(input.sharers, input.context);
  const nothing = { findings: [], refusals: [], files: [] };
  if (!reaches.some(({ sharer }) => sharer.certain)) return nothing;
  const refusal = (reason: string, detail: string): IgnoreFileResult => ({
    ...nothing,
    refusals: [{ message: MESSAGE, reason, detail }],
  });
  const walked = survey(input.context, input.gitIgnores);
  const elsewhere = missing(reaches, walked, input);
  if (elsewhere) {
    const { source, instruction, sharer } = elsewhere;
    return refusal(
      'not-the-context',
      `${source} (line ${instruction.given.line} of ${sharer.path})`,
    );
  }
  if (walked.problem !== undefined) return refusal('unreadable', walked.problem);
  const judge = new Judge({
    input,
    survey: walked,
    reaches,
    tests: (input.options as { readonly tests?: unknown }).tests === true,
  });
  const judged = walked.hits.map((hit) => ({ hit, verdict: judge.verdict(hit, false) }));
  const expected = expectedIn(walked, input.context, input.gitIgnores)
    .map((hit) => ({ hit, verdict: judge.verdict(hit, true) }))
    .filter(({ verdict }) => verdict.kind === 'goes');
  const findings = withMinor(lines([...judged, ...expected], walked), input.text);
  return {
    findings,
    refusals: refusalsOf(judged),
    files: walked.entries.filter(({ directory }) => !directory).map(({ path }) => path),
  };
}

interface Judged {
  readonly hit: Hit;
  readonly verdict: Verdict;
}

/** Output that a build outside of Docker makes, and a clone lacks. */
const OUTPUT =
  /^(?:target|build|dist|bin|obj|out|output|publish|release|node_modules|vendor|artifacts?|_?build|\.next|pkg|tmp)$|\.(?:jar|war|zip|tar|t?gz|whl|exe|deb|rpm)$/i;

/** A source that shows that the files of the Dockerfile lie somewhere else. */
function missing(
  reaches: readonly Reach[],
  { entries }: Survey,
  { context, gitIgnores }: IgnoreFileInput,
): Reach | undefined {
  const certain = reaches.filter(({ sharer }) => sharer.certain);
  const tops = new Set(entries.filter(({ parent }) => parent === '').map(({ name }) => name));
  return missingIn(certain, context).find(({ source }) => {
    const first = source.split('/')[0]!;
    if (tops.has(first) && source !== first) return false;
    return !source.split('/').some((name) => OUTPUT.test(name)) && !gitIgnores(source, false);
  });
}

/** One finding for each name, and for each reason to leave it out. */
function lines(judged: readonly Judged[], walked: Survey): (IgnoreFinding & { minor: boolean })[] {
  const found: (IgnoreFinding & { minor: boolean })[] = [];
  const names = new Map<string, Judged[]>();
  for (const one of judged) {
    const key = `${one.hit.row.name} ${one.hit.row.kind}`;
    names.set(key, [...(names.get(key) ?? []), one]);
  }
  const inOrder = [...names.values()].toSorted(
    ([a], [b]) => ROWS.indexOf(a!.hit.row) - ROWS.indexOf(b!.hit.row),
  );
  for (const ones of inOrder) {
    const gone = ones.filter(({ verdict }) => verdict.kind === 'goes');
    if (gone.length === 0) continue;
    const all = everyOne(ones, walked);
    const by = new Map<string, Judged[]>();
    for (const one of gone) {
      const { applicability } = one.verdict as Verdict & { kind: 'goes' };
      by.set(applicability, [...(by.get(applicability) ?? []), one]);
    }
    for (const [applicability, group] of by) {
      const level = applicability as Applicability;
      const isRule = all && by.size === 1 && isAnywhere(group, level, judged);
      const finding = findingOf(group, level, isRule, isRule ? unusedOf(ones) : []);
      if (finding) found.push(finding);
    }
  }
  return found;
}

const isUnused = ({ verdict }: Judged): boolean =>
  verdict.kind === 'stays' && verdict.unused === true;

const unusedOf = (ones: readonly Judged[]): string[] =>
  ones.filter(isUnused).map(({ hit }) => hit.entry.path);

/** Is there nothing of the name that something needs? */
function everyOne(ones: readonly Judged[], { entries }: Survey): boolean {
  const matches = matcher(ones[0]!.hit.row.name);
  const free = new Set(
    ones
      .filter((one) => one.verdict.kind === 'goes' || isUnused(one))
      .map(({ hit }) => hit.entry.path),
  );
  return entries.every((entry) => !matches(entry) || free.has(entry.path));
}

/** Nothing needs it wherever it is. */
const LITTER =
  /^(?:__pycache__|\.(?:pytest|mypy|ruff)_cache|\.ipynb_checkpoints|\.DS_Store|Thumbs\.db|(?:npm|yarn)-\w+\.log\*)$/;

const RISK: readonly Applicability[] = ['safe', 'suggested', 'unsafe'];

/**
 * May a pattern for any depth stand for the paths? Directories that the table names were not
 * entered: where one stays, such as a `node_modules` of the host, the pattern would reach into it.
 */
const isAnywhere = (
  group: readonly Judged[],
  level: Applicability,
  judged: readonly Judged[],
): boolean =>
  group.every(({ hit }) => hit.entry.parent === '' || LITTER.test(hit.row.name)) ||
  judged.every(
    (one) =>
      !one.hit.entry.directory ||
      isUnused(one) ||
      (one.verdict.kind === 'goes' &&
        RISK.indexOf(one.verdict.applicability) <= RISK.indexOf(level)),
  );

const matcher = (name: string): ((entry: Entry) => boolean) => {
  if (!name.includes('*')) return (entry) => entry.name === name;
  const [start = '', end = ''] = name.split('*');
  return (entry) =>
    entry.name.length >= start.length + end.length &&
    entry.name.startsWith(start) &&
    entry.name.endsWith(end);
};

/** More lines for one name would be a list, not a rule. */
const MAX_LINES = 20;

function findingOf(
  group: readonly Judged[],
  applicability: Applicability,
  all: boolean,
  unused: readonly string[],
): (IgnoreFinding & { minor: boolean }) | undefined {
  const { row } = group[0]!.hit;
  const { why } = group[0]!.verdict as Verdict & { kind: 'goes' };
  const paths = [...new Set(group.map(({ hit }) => hit.entry.path))].toSorted();
  const patterns = patternsOf(
    row,
    group.map(({ hit }) => hit.entry),
    all,
  );
  if (patterns.length > MAX_LINES) return undefined;
  const shown =
    patterns.length === 1 ? patterns[0]! : `${patterns[0]!} and ${patterns.length - 1} more`;
  return {
    message: `leave ${shown} out of the build context: ${why}`,
    applicability,
    group: row.group,
    patterns,
    hides: patterns[0]!.startsWith('**/') ? [...paths, ...unused] : paths,
    minor: row.minor === true,
  };
}

function patternsOf(row: Row, entries: readonly Entry[], all: boolean): string[] {
  const names = [...new Set(entries.map(({ name }) => name))];
  const paths = [...new Set(entries.map(({ path }) => path))].toSorted();
  if (!all || row.name.startsWith('.env')) return paths;
  const name = names.length === 1 && !row.name.startsWith('*') ? names[0]! : row.name;
  return [entries.every(({ parent }) => parent === '') ? name : `**/${name}`];
}

/** The file that is begun goes the way of the Dockerfile: the builder gets both all the same. */
const ITSELF = {
  message:
    'leave .dockerignore out of the build context: it is about building the image, not part of it',
  patterns: ['.dockerignore'],
  hides: [],
};

/** What is no reason to begin or touch a file goes into one that is begun. */
function withMinor(
  found: readonly (IgnoreFinding & { minor: boolean })[],
  text: string | undefined,
): IgnoreFinding[] {
  const counts = (level: Applicability[]): boolean =>
    found.some(({ minor, applicability }) => !minor && level.includes(applicability));
  const wanted = text === undefined && counts(['safe', 'suggested']);
  const dockerfile = found.find(({ patterns }) =>
    patterns.some((one) => one.startsWith('Dockerfile')),
  );
  const itself = wanted && dockerfile ? [{ ...dockerfile, ...ITSELF }] : [];
  return [...found, ...itself]
    .filter(({ minor }) => wanted || !minor)
    .map(({ minor: _minor, ...finding }) => finding);
}

function refusalsOf(judged: readonly Judged[]): IgnoreRefusal[] {
  const seen = new Set<string>();
  const gone = new Set(
    judged.filter(({ verdict }) => verdict.kind === 'goes').map(({ hit }) => hit.entry.path),
  );
  return judged.flatMap(({ hit, verdict }) => {
    // Another row of the table let it go.
    if (verdict.kind !== 'refused' || gone.has(hit.entry.path)) return [];
    const { reason, detail } = verdict;
    const key = `${hit.row.name} ${reason} ${detail}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const message = `leave ${hit.entry.path} out of the build context`;
    return [{ message, reason, detail }];
  });
}
