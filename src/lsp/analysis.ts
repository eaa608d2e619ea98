/** What dockopt has to say about a text in the editor. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FixOptions, FixResult, ReportedFinding } from '../engine/fix.ts';
import { isByComment } from '../engine/ignore.ts';
import { parseDockerfile } from '../index.ts';
import type { Settings, SettingsOf } from '../cli/config/settings.ts';
import { fixFile } from '../cli/fix-file.ts';
import { IgnoreFiles, type IgnoreReport } from '../cli/ignore-files.ts';

/** One version of a text, read. */
export interface Analysis {
  /** As it was: it does not change with the editor. */
  readonly document: TextDocument;
  /** Undefined for a text that is on no disk. */
  readonly file: string | undefined;
  readonly settings: Settings;
  readonly result: FixResult;
  /** The findings that an editor shows: not those which a comment has settled. */
  readonly findings: readonly ReportedFinding[];
  /** What becomes of the ignore file of its build context. */
  readonly ignoreFile: IgnoreReport | undefined;
  /** What was worked out for it: editors ask again whenever the cursor moves. */
  readonly known: Map<string, unknown>;
}

/** What `make` makes, once for each key. */
export function once<T>({ known }: Analysis, key: string, make: () => T): T {
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as T;
}

export function analyse(
  document: TextDocument,
  file: string | undefined,
  settings: Settings,
): Analysis {
  const result = fixFile(document.getText(), file, settings);
  const findings = result.findings.filter(({ reason = '' }) => !isByComment(reason));
  return { document, file, settings, result, findings, ignoreFile: undefined, known: new Map() };
}

/** The same for another text, or for other findings. */
export function again(
  { file, settings }: Analysis,
  text: string,
  level = settings.level,
  leaveOut?: FixOptions['leaveOut'],
): FixResult {
  return fixFile(text, file, { ...settings, level }, leaveOut);
}

/** What becomes of the ignore file when the Dockerfile has a text. It is read from the disk. */
export async function ignoreFileFor(
  { file, settings, result }: Analysis,
  text: string,
  settingsOf: SettingsOf,
): Promise<IgnoreReport | undefined> {
  if (file === undefined || result.status === 'failed' || result.status === 'skipped') {
    return undefined;
  }
  const files = new IgnoreFiles(false, settingsOf);
  files.add(file, { path: file, status: 'changed', findings: [], output: text }, settings);
  for await (const report of files.reports()) return report;
  return undefined;
}

/** The lines of the instruction that a line is in, from 1; of another line that line alone. */
export function linesAround(text: string, line: number): readonly [first: number, last: number] {
  try {
    const { instructions } = parseDockerfile(text);
    const holds = instructions.find((one) => one.line <= line && line <= one.endLine);
    return holds ? [holds.line, holds.endLine] : [line, line];
  } catch {
    return [line, line];
  }
}

/** Where it is told of the build context: the line of the first instruction. */
export function firstLineOf({ document }: Analysis): number {
  try {
    return parseDockerfile(document.getText()).instructions[0]?.line ?? 1;
  } catch {
    return 1;
  }
}
