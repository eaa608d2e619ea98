/** What an editor offers to do about findings. */
import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Applicability } from '../engine/finding.ts';
import type { FixResult, ReportedFinding } from '../engine/fix.ts';
import type { IgnoreReport } from '../cli/ignore-files.ts';
import { withIgnoreComment } from '../cli/ignore-comment.ts';
import { visible } from '../cli/terminal.ts';
import { again, linesAround, once, type Analysis } from './analysis.ts';
import { diagnosticsOf, ignoreFileDiagnostics } from './diagnostics.ts';
import { Edits, textEdits, type Client } from './edits.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.dockopt`;

export interface ActionsRequest {
  readonly analysis: Analysis;
  readonly range: Range;
  /** The kinds that are wanted; undefined: all. */
  readonly only: readonly string[] | undefined;
  readonly client: Client;
  /** What becomes of the ignore file when the Dockerfile has this text; nothing unsafe. */
  readonly ignoreFileFor: (text: string) => Promise<IgnoreReport | undefined>;
  /** Nobody waits for the answer any more. */
  readonly isCancelled: () => boolean;
}

/** What one transform found at one line. */
interface Place {
  readonly transform: string;
  readonly line: number;
  /** The riskiest of them. */
  readonly applicability: Applicability;
  readonly applied: boolean;
  /** No edit mends it. */
  readonly refused: boolean;
}

export async function actionsFor(request: ActionsRequest): Promise<CodeAction[]> {
  const { analysis } = request;
  if (analysis.settings.ignored || analysis.result.status === 'failed') return [];
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix, request.only)) {
    for await (const action of quickFixes(request)) {
      if (request.isCancelled()) return [];
      actions.push(action);
    }
  }
  if (isWanted(FIX_ALL, request.only)) {
    const all = await fixAll(request);
    if (all) actions.push({ title: 'Apply what dockopt fix applies', kind: FIX_ALL, edit: all });
  }
  return actions;
}

/** A kind stands for all that begin with it. */
const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined ||
  only.some((one) => kind === one || kind.startsWith(`${one}.`) || one === '');

async function* quickFixes(request: ActionsRequest): AsyncGenerator<CodeAction> {
  const { analysis, range } = request;
  const diagnostics = diagnosticsOf(analysis);
  const places = placesIn(analysis, range);
  const ignoring: CodeAction[] = [];
  for (const place of places) {
    // A cancellation is read between the turns of the event loop.
    await new Promise((resolve) => void setImmediate(resolve));
    const about = diagnostics.filter((one) => isAbout(one, place));
    const fix = place.refused ? undefined : fixOf(place, about, request);
    if (fix) yield fix;
    const comment = ignoringOf(place, about, request);
    if (comment) ignoring.push(comment);
  }
  const ignoreFile = await ignoreFileFix(request);
  if (ignoreFile) yield ignoreFile;
  const applied = harmless(analysis).findings.filter((finding) => finding.applied);
  if (applied.length > 1 && applied.some(({ line }) => isIn(analysis, line, range))) {
    const edit = await fixAll(request);
    const title = `Apply what dockopt fix applies in this file: ${applied.length} findings`;
    if (edit) yield { title, kind: CodeActionKind.QuickFix, edit };
  }
  yield* ignoring;
}

/** The diagnostics start at the line of their findings, counted from 0. */
const isAbout = ({ code, range }: Diagnostic, { transform, line }: Place): boolean =>
  code === transform && range.start.line === line - 1;

function isIn({ document }: Analysis, line: number, { start, end }: Range): boolean {
  const [first, last] = linesAround(document.getText(), line);
  return first - 1 <= end.line && last - 1 >= start.line;
}

function placesIn(analysis: Analysis, range: Range): Place[] {
  const here = analysis.findings.filter(({ line }) => isIn(analysis, line, range));
  const places = new Map<string, Place>();
  for (const finding of here) {
    const key = `${finding.transform}:${finding.line}`;
    places.set(key, joined(places.get(key), finding));
  }
  return [...places.values()].toSorted((a, b) => Number(b.applied) - Number(a.applied));
}

const RISKS: readonly Applicability[] = ['safe', 'suggested', 'unsafe'];

function joined(before: Place | undefined, finding: ReportedFinding): Place {
  const { transform, line, applied, refused } = finding;
  const applicability = refused ? 'safe' : finding.applicability;
  if (!before) return { transform, line, applicability, applied, refused };
  const risks = [before.applicability, applicability].map((risk) => RISKS.indexOf(risk));
  return {
    ...before,
    applicability: RISKS[Math.max(...risks)]!,
    applied: before.applied || applied,
    refused: before.refused && refused,
  };
}

/** What mends the findings of a place, and nothing else; it is verified as any output is. */
function fixOf(
  place: Place,
  diagnostics: Diagnostic[],
  { analysis, client }: ActionsRequest,
): CodeAction | undefined {
  const { document, settings } = analysis;
  const { transform, line, applicability } = place;
  const level = RISKS[Math.max(RISKS.indexOf(applicability), RISKS.indexOf(settings.level))]!;
  const result = once(analysis, `fix ${transform} ${line}`, () =>
    again(analysis, document.getText(), level, (one) =>
      one.transform === transform && one.line === line ? undefined : 'left out',
    ),
  );
  // What rests on another finding comes after that one.
  if (result.status !== 'changed') return undefined;
  const edits = new Edits(client);
  edits.change(document, textEdits(document, result.output));
  return {
    title: `${applicability === 'unsafe' ? 'Unsafe, check it: ' : ''}${summaryOf(transform, analysis)}`,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: edits.edit,
    ...(place.applied && applicability !== 'unsafe' ? { isPreferred: true } : {}),
  };
}

function summaryOf(transform: string, { settings }: Analysis): string {
  const summary = settings.known.find(({ id }) => id === transform)?.summary;
  return summary === undefined ? transform : `${visible(summary)} (${transform})`;
}

function ignoringOf(
  place: Place,
  diagnostics: Diagnostic[],
  { analysis, client }: ActionsRequest,
): CodeAction | undefined {
  const { document } = analysis;
  const commented = once(analysis, `ignore ${place.transform} ${place.line}`, () =>
    withIgnoreComment(document.getText(), place, (text) => again(analysis, text)),
  );
  if (!commented) return undefined;
  const position = document.positionAt(commented.offset);
  const edits = new Edits(client);
  edits.change(document, [
    { range: { start: position, end: position }, newText: commented.inserted },
  ]);
  return {
    title: `Ignore ${place.transform} here, with a comment`,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: edits.edit,
  };
}

/** The lines that the ignore file lacks, with the Dockerfile as it is. */
async function ignoreFileFix(request: ActionsRequest): Promise<CodeAction | undefined> {
  const { analysis, client, range } = request;
  const diagnostics = ignoreFileDiagnostics(analysis).filter(
    (one) => one.range.start.line <= range.end.line && one.range.end.line >= range.start.line,
  );
  if (diagnostics.length === 0) return undefined;
  const report = await request.ignoreFileFor(analysis.document.getText());
  const finding = report?.report.findings.find(({ applied }) => applied);
  const edits = new Edits(client);
  if (!report || !finding || !edits.ignoreFile(report) || edits.isEmpty) return undefined;
  return {
    title: summaryOf(finding.transform, analysis),
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: edits.edit,
    isPreferred: true,
  };
}

/** What `dockopt fix` would write, less what is unsafe: that is looked at one by one. */
async function fixAll(request: ActionsRequest): Promise<WorkspaceEdit | undefined> {
  const { analysis, client, ignoreFileFor } = request;
  const { output } = harmless(analysis);
  const edits = new Edits(client);
  edits.change(analysis.document, textEdits(analysis.document, output));
  const report = await ignoreFileFor(output);
  if (report) edits.ignoreFile(report);
  return edits.isEmpty ? undefined : edits.edit;
}

function harmless(analysis: Analysis): FixResult {
  const { document, result, settings } = analysis;
  if (settings.level !== 'unsafe') return result;
  return once(analysis, 'harmless', () => again(analysis, document.getText(), 'suggested'));
}
