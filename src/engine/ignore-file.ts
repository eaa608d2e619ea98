import type { Context } from '../facts/context.ts';
import type { Document } from '../model/document.ts';
import { DockerIgnore } from '../model/dockerignore.ts';
import type { AnyTransform, Applicability } from './finding.ts';
import type { ReportedFinding } from './fix.ts';
import { resolveOptions, type OptionSpecs, type OptionValues } from './options.ts';

/** A Dockerfile that is, or may be, built with the context. */
export interface Sharer {
  /** As the user knows it. */
  readonly path: string;
  /** As it is after fixing. */
  readonly doc: Document;
  /**
   * False where it only may be: it lies deeper in the tree, and what it names by name is in this
   * context. Then only what it names counts.
   */
  readonly certain: boolean;
}

/** What a transform of the ignore file sees. It reads nothing else. */
export interface IgnoreFileInput<O extends OptionSpecs = OptionSpecs> {
  readonly sharers: readonly Sharer[];
  /** As the builder gets it now: without what the ignore file leaves out. */
  readonly context: Context;
  /** The ignore file as it is; `undefined`: there is none. */
  readonly text: string | undefined;
  /** Does git ignore the path? What it ignores, a working copy has and a fresh clone lacks. */
  readonly gitIgnores: (path: string, isDirectory: boolean) => boolean;
  readonly options: OptionValues<O>;
}

/** Lines that the ignore file lacks. */
export interface IgnoreFinding {
  readonly message: string;
  readonly applicability: Applicability;
  /** The comment over the lines. */
  readonly group: string;
  readonly patterns: readonly string[];
  /** The paths of the context that they leave out: the topmost ones. */
  readonly hides: readonly string[];
}

export interface IgnoreRefusal {
  readonly message: string;
  /** The key of the reason in the transform's `reasons`. */
  readonly reason: string;
  readonly detail?: string;
}

export interface IgnoreFileResult {
  readonly findings: readonly IgnoreFinding[];
  readonly refusals: readonly IgnoreRefusal[];
  /** All files of the context as far as it was walked, for checking what the lines hide. */
  readonly files: readonly string[];
}

export interface FixedIgnoreFile {
  readonly status: 'changed' | 'unchanged';
  /** The whole text after; the text as given, or empty, unless the status is `changed`. */
  readonly output: string;
  readonly findings: readonly ReportedFinding[];
  /** Bytes of the context; `undefined` where they could not be counted. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** The transform did not do what it said; nothing was changed. */
  readonly problem?: string;
}

const RISK: Readonly<Record<Applicability, number>> = { safe: 0, suggested: 1, unsafe: 2 };

/** A comment in the ignore file that switches it off. */
const off = (id: string): RegExp =>
  new RegExp(
    `^\uFEFF?#\\s*dockopt\\s+ignore(?:-file|\\s*=.*\\b${id}\\b.*)?(?:\\s+--.*)?\\s*$`,
    'im',
  );

/** Completes, or begins, the ignore file of a build context. */
export function fixIgnoreFile(
  transform: AnyTransform,
  input: Omit<IgnoreFileInput, 'options'>,
  settings: {
    readonly level?: Applicability;
    readonly options?: Readonly<Record<string, unknown>>;
  } = {},
): FixedIgnoreFile {
  const text = input.text ?? '';
  const same = { status: 'unchanged', output: text, before: undefined, after: undefined } as const;
  if (!transform.ignoreFile || off(transform.id).test(text)) return { ...same, findings: [] };
  const options = resolveOptions(transform.id, transform.options, settings.options);
  const result = transform.ignoreFile({ ...input, options });
  const level = settings.level ?? 'suggested';
  const applied = result.findings.filter((one) => RISK[one.applicability] <= RISK[level]);
  const refused = result.refusals.map((one) => reportRefusal(transform, one));
  if (applied.length === 0) {
    const held = result.findings.map((one) => reportFinding(transform, one, level, 1));
    return { ...same, findings: [...held, ...refused] };
  }
  const output = withLines(input.text, applied);
  const problem = faultOf(text, output, result.files, applied);
  if (problem !== undefined) return { ...same, findings: [], problem };
  const findings = result.findings.map((one) =>
    reportFinding(transform, one, level, lineIn(output, one)),
  );
  return {
    status: 'changed',
    output,
    findings: [...findings, ...refused],
    ...sizes(input.context, applied),
  };
}

function reportFinding(
  { id }: AnyTransform,
  { message, applicability }: IgnoreFinding,
  level: Applicability,
  line: number,
): ReportedFinding {
  const applied = RISK[applicability] <= RISK[level];
  const reason =
    applicability === 'unsafe' ? 'unsafe: needs --unsafe' : 'suggested: left out by --safe';
  return {
    transform: id,
    applicability,
    message,
    line,
    applied,
    refused: false,
    ...(applied ? {} : { reason }),
  };
}

function reportRefusal({ id, reasons }: AnyTransform, refusal: IgnoreRefusal): ReportedFinding {
  const reason = reasons[refusal.reason] ?? refusal.reason;
  return {
    transform: id,
    applicability: 'unsafe',
    message: refusal.message,
    line: 1,
    applied: false,
    refused: true,
    reason: refusal.detail === undefined ? reason : `${reason}: ${refusal.detail}`,
  };
}

/** The text with the lines at its end: what stands last decides. */
export function withLines(text: string | undefined, findings: readonly IgnoreFinding[]): string {
  const crlf = text !== undefined && text.includes('\r\n') && !/[^\r]\n/.test(text);
  const eol = crlf ? '\r\n' : '\n';
  const isBare = text !== undefined && text.trim() !== '' && !/^\uFEFF?#|\n#/.test(text);
  const groups = [...new Set(findings.map(({ group }) => group))];
  const blocks = groups.map((group) => {
    const own = findings.filter((finding) => finding.group === group);
    const lines = [...new Set(own.flatMap(({ patterns }) => patterns))];
    return [...(isBare ? [] : [`# ${group}`]), ...lines].join(eol);
  });
  const added = blocks.join(isBare ? eol : eol + eol);
  if (text === undefined || text.trim() === '') return `${text ?? ''}${added}${eol}`;
  const ends = text.endsWith('\n');
  const gap = isBare || /\n\s*\n$/.test(text) ? '' : eol;
  return `${text}${ends ? '' : eol}${gap}${added}${ends ? eol : ''}`;
}

function lineIn(text: string, { patterns }: IgnoreFinding): number {
  const at = text.split(/\r?\n/).lastIndexOf(patterns[0] ?? '');
  return at < 0 ? 1 : at + 1;
}

/** The new text must hide what the findings say, nothing else, and show nothing new. */
function faultOf(
  before: string,
  after: string,
  files: readonly string[],
  findings: readonly IgnoreFinding[],
): string | undefined {
  const [old, now] = [new DockerIgnore(before), new DockerIgnore(after)];
  const declared = new Set(findings.flatMap(({ hides }) => hides));
  const isDeclared = (file: string): boolean => {
    for (let at = file.length; at > 0; at = file.lastIndexOf('/', at - 1)) {
      if (declared.has(file.slice(0, at))) return true;
    }
    return false;
  };
  for (const file of files) {
    const hidden = now.excludes(file);
    if (hidden && !old.excludes(file) && !isDeclared(file)) return `it would hide ${file}`;
    if (!hidden && isDeclared(file)) return `it would not hide ${file}`;
  }
  return undefined;
}

function sizes(
  context: Context,
  applied: readonly IgnoreFinding[],
): Pick<FixedIgnoreFile, 'before' | 'after'> {
  const sizeOf = (path: string): number => {
    const size = context.sizeOf(path);
    return size.known ? size.value : NaN;
  };
  const before = sizeOf('');
  // What working copies have is left out before it is there.
  const hidden = [...new Set(applied.flatMap(({ hides }) => hides))].filter((path) => {
    const kind = context.kindOf(path);
    return !kind.known || kind.value !== 'missing';
  });
  const after = hidden.reduce((rest, path) => rest - sizeOf(path), before);
  return Number.isNaN(after)
    ? { before: Number.isNaN(before) ? undefined : before, after: undefined }
    : { before, after };
}
