/** What reviewers read of a unit: its title, and the body of its pull request. */
import type { ReportedFinding } from '../engine/fix.ts';
import type { AnyTransform, Applicability } from '../engine/finding.ts';
import { code, MAX_BODY, plain } from '../cli/reports/markdown-text.ts';
import { savedBy, sentence } from '../cli/reports/said.ts';
import { byteText, count, visible } from '../cli/terminal.ts';
import type { ChangeRecord } from './change.ts';
import type { Grouping } from './grouping.ts';

/** What a unit does, in numbers; holds no files. */
export interface UnitTotals {
  readonly files: number;
  readonly newFiles: number;
  readonly changes: number;
  /** Estimated bytes of final images. */
  readonly saved: number;
  readonly transforms: readonly TransformTotals[];
}

export interface TransformTotals {
  readonly transform: string;
  readonly changes: number;
  readonly files: number;
  readonly saved: number;
  /** The riskiest of its applied findings. */
  readonly applicability: Applicability;
}

const RISK: Readonly<Record<Applicability, number>> = { safe: 0, suggested: 1, unsafe: 2 };

/** Adds up the changes of a unit. */
export class UnitTally {
  private readonly byTransform = new Map<
    string,
    { -readonly [K in keyof TransformTotals]: TransformTotals[K] }
  >();
  private files = 0;
  private newFiles = 0;

  add({ findings, isNew }: ChangeRecord): void {
    this.files++;
    if (isNew) this.newFiles++;
    const seen = new Set<string>();
    for (const { transform, applied, applicability, saves } of findings) {
      if (!applied) continue;
      let totals = this.byTransform.get(transform);
      if (!totals) {
        totals = { transform, changes: 0, files: 0, saved: 0, applicability };
        this.byTransform.set(transform, totals);
      }
      totals.changes++;
      totals.saved += saves?.bytes ?? 0;
      if (RISK[applicability] > RISK[totals.applicability]) totals.applicability = applicability;
      if (!seen.has(transform)) totals.files++;
      seen.add(transform);
    }
  }

  get totals(): UnitTotals {
    const transforms = [...this.byTransform.values()].toSorted(
      (a, b) => b.saved - a.saved || b.changes - a.changes,
    );
    const sum = (of: (one: TransformTotals) => number): number =>
      transforms.reduce((total, one) => total + of(one), 0);
    return {
      files: this.files,
      newFiles: this.newFiles,
      changes: sum((one) => one.changes),
      saved: sum((one) => one.saved),
      transforms,
    };
  }
}

/** What is to be said of a unit. */
export interface UnitFacts {
  readonly name: string;
  readonly by: Grouping;
  readonly totals: UnitTotals;
  /** Ids of units whose changes must be there first. */
  readonly after: readonly string[];
  /** Each Dockerfile was built before and after, and compared. */
  readonly verified: boolean;
  readonly known: readonly AnyTransform[];
}

const MAX_TITLE = 100;

/** What a reviewer wants to know first, the weightiest first; in the imperative, as titles are. */
const PHRASES: readonly (readonly [string, string])[] = [
  ['multi-stage', 'build in stages'],
  ['use-smaller-base', 'take smaller base images'],
  ['replace-retired-base', 'replace retired base images'],
  ['non-root-user', 'run as non-root'],
  ['use-secret-mounts', 'mount secrets'],
  ['install-for-production', 'install for production'],
  ['install-from-lock-file', 'install from lock files'],
  ['copy-manifests-first', 'cache dependencies'],
  ['use-cache-mounts', 'mount caches'],
  ['remove-build-dependencies', 'remove build dependencies'],
  ['clean-package-caches', 'clean caches'],
  ['merge-runs', 'merge RUNs'],
  ['state-base-tag', 'state tags'],
  ['pin-digests', 'pin digests'],
  ['complete-dockerignore', 'complete .dockerignore'],
  ['fail-on-errors', 'fail on errors'],
  ['use-exec-form', 'use exec form'],
  ['prefer-copy', 'COPY instead of ADD'],
  ['merge-copies', 'merge COPYs'],
  ['modern-install-flags', 'modern install flags'],
  ['write-env-pairs', 'modern ENV'],
  ['label-maintainer', 'label maintainers'],
  ['agree-keyword-case', 'agree keyword case'],
];

/** As many phrases as a title has room for. */
const MAX_PHRASES = 3;

/** One line, such as `3 Dockerfiles of services/api: build in stages, run as non-root and more`. */
export function titleOf({ name, by, totals, known }: UnitFacts, prefix: string): string {
  const files = filesText(totals);
  const summaryOf = (id: string): string | undefined =>
    known.find((transform) => transform.id === id)?.summary;
  const [only, ...others] = totals.transforms;
  const title =
    by === 'transform'
      ? `${summaryOf(bare(name)) ?? `Apply ${bare(name)}`} (${files}${partOf(name)})`
      : only !== undefined && others.length === 0 && !PHRASES.some(([id]) => id === only.transform)
        ? `${summaryOf(only.transform) ?? `Apply ${only.transform}`} (${files} of ${short(name)})`
        : `${files} of ${short(name)}: ${phrasesOf(totals)}`;
  const whole = `${prefix}${title}`;
  return whole.length > MAX_TITLE ? `${whole.slice(0, MAX_TITLE - 1)}…` : whole;
}

/** Of a long name the end tells most: the last directory, the last owner. */
function short(name: string): string {
  const shown = visible(name);
  return shown.length > MAX_NAME ? `…${shown.slice(1 - MAX_NAME)}` : shown;
}

const MAX_NAME = 40;

function phrasesOf({ transforms }: UnitTotals): string {
  const acting = new Set(transforms.map(({ transform }) => transform));
  const found = PHRASES.filter(([id]) => acting.has(id)).map(([, phrase]) => phrase);
  const said = found.slice(0, MAX_PHRASES);
  if (said.length === 0) return 'mend and modernise';
  return said.length === acting.size ? said.join(', ') : `${said.join(', ')} and more`;
}

/** The name of a transform, less its repository and its part. */
const bare = (name: string): string => name.replace(/^.*: /, '').replace(/ \(\d+\)$/, '');
const partOf = (name: string): string => {
  const [, part] = / \((\d+)\)$/.exec(name) ?? [];
  return part === undefined ? '' : `, part ${part}`;
};

function filesText({ files, newFiles, transforms }: UnitTotals): string {
  const isIgnoreFile = transforms.every(({ transform }) => transform === 'complete-dockerignore');
  const noun = isIgnoreFile ? '.dockerignore file' : 'Dockerfile';
  return newFiles > 0 && !isIgnoreFile ? count(files, 'file') : count(files, noun);
}

/** Room for what is said at the end. */
const TAIL = 400;

/** The Markdown of a pull request, within what GitHub and GitLab take. */
export function bodyOf(facts: UnitFacts, changes: readonly ChangeRecord[]): string {
  const { totals } = facts;
  const parts = [leadOf(facts), tableOf(facts), '### Files\n\n'];
  let length = parts.join('').length;
  let left = 0;
  for (const change of changes) {
    const section = sectionOf(change);
    if (length + section.length > MAX_BODY - TAIL) {
      left++;
      continue;
    }
    parts.push(section);
    length += section.length;
  }
  const more = left + totals.files - changes.length;
  if (more > 0) parts.push(`${count(more, 'file')} more, for which there is no room here.\n`);
  return parts.join('');
}

function leadOf({ totals, after, verified }: UnitFacts): string {
  const saves =
    totals.saved > 0
      ? ` Final images become smaller by about ${byteText(totals.saved)} in all (an estimate).`
      : '';
  const built = verified
    ? 'Each Dockerfile was built as it was and as it is now, and the images were compared.\n\n'
    : '';
  const first =
    after.length > 0 ? `To be merged after: ${after.map((id) => code(id)).join(', ')}.\n\n` : '';
  return (
    `${count(totals.changes, 'change')} in ${count(totals.files, 'file')}, made by dockopt.${saves}\n\n` +
    `${first}${built}`
  );
}

const MEANS: Readonly<Record<Applicability, string>> = {
  safe: 'safe: the image keeps its files and configuration, less caches',
  suggested: 'suggested: the image changes on purpose; every precondition was established',
  unsafe: '**unsafe**: a precondition was not established; the files below say which',
};

function tableOf({ totals, known }: UnitFacts): string {
  const rows = totals.transforms.map(({ transform, changes, files, saved, applicability }) => {
    const summary = known.find(({ id }) => id === transform)?.summary ?? '';
    return (
      `| ${code(transform)} | ${plain(summary)} | ${changes} | ${files} | ` +
      `${applicability} | ${saved > 0 ? byteText(saved) : ''} |\n`
    );
  });
  const levels = (['safe', 'suggested', 'unsafe'] as const).filter((level) =>
    totals.transforms.some(({ applicability }) => applicability === level),
  );
  return (
    '| transform | what it does | changes | files | at most | saves |\n' +
    '| --- | --- | --- | --- | --- | --- |\n' +
    `${rows.join('')}\n${levels.map((level) => `- ${MEANS[level]}\n`).join('')}` +
    '\n`dockopt explain TRANSFORM` tells why, and what makes it safe.\n\n'
  );
}

function sectionOf({ place, isNew, findings, context }: ChangeRecord): string {
  const applied = findings.filter((finding) => finding.applied);
  const refused = findings.filter((finding) => !finding.applied);
  const saved = savedBy(findings);
  const head = [
    count(applied.length, 'change'),
    ...(isNew ? ['new'] : []),
    ...(saved > 0 ? [`about ${byteText(saved)} less`] : []),
  ];
  return [
    `<details><summary>${plain(place)} (${head.join(', ')})</summary>\n\n`,
    ...applied.map(lineOf),
    ...(context ? [`- ${contextText(context)}\n`] : []),
    ...(refused.length > 0 ? ['\nLeft as it is:\n\n', ...refused.map(lineOf)] : []),
    '\n</details>\n\n',
  ].join('');
}

const lineOf = (finding: ReportedFinding): string =>
  `- line ${finding.line}, ${code(finding.transform)} (${finding.refused ? 'refused' : finding.applicability}): ${plain(sentence(finding))}` +
  `${finding.applied && finding.saves ? `, which saves about ${byteText(finding.saves.bytes)}` : ''}\n`;

function contextText({ before, after }: NonNullable<ChangeRecord['context']>): string {
  const size = (bytes: number | undefined): string =>
    bytes === undefined ? 'too large to be measured' : byteText(bytes);
  return `build context: ${size(before)} before, ${size(after)} after`;
}

/** The text of a commit: the title, then what was done, as plain text. */
export function commitMessage(title: string, { totals, known }: UnitFacts): string {
  const lines = totals.transforms.map(({ transform, changes, applicability }) => {
    const summary = known.find(({ id }) => id === transform)?.summary ?? '';
    return `- ${transform} (${applicability}, ${count(changes, 'place')}): ${summary}`;
  });
  return `${title}\n\n${lines.map(visible).join('\n')}\n`;
}
