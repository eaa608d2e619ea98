/** Edits as an editor takes them. Its positions count UTF-16 units, as our offsets do. */
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CreateFile,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { IgnoreReport } from '../cli/ignore-files.ts';
import { blocksOf } from '../cli/reports/blocks.ts';
import { LineIndex } from '../model/text.ts';

/** What an editor can do, and has open. */
export interface Client {
  readonly documentChanges: boolean;
  readonly createsFiles: boolean;
  /** A file that is open in the editor. */
  readonly opened: (file: string) => TextDocument | undefined;
}

/** A line, counted from 1, without the white space around it. */
export function lineRange(document: TextDocument, line: number): Range {
  const text = document.getText();
  const start = new LineIndex(text).startOf(line);
  const end = text.indexOf('\n', start);
  const whole = text.slice(start, end < 0 ? text.length : end);
  const from = start + whole.length - whole.trimStart().length;
  return {
    start: document.positionAt(from),
    end: document.positionAt(Math.max(from, start + whole.trimEnd().length)),
  };
}

/** What makes one text of another, by lines. */
export function textEdits(document: TextDocument, after: string): TextEdit[] {
  const before = document.getText();
  const lines = new LineIndex(before);
  const edits = blocksOf(before, after).map(({ line, removed, inserted }) => {
    const start = lines.startOf(line);
    // Behind a last line without a line break there is no next line to start from.
    const at =
      removed === '' && !before.endsWith('\n') && isBehind(before, line) ? before.length : start;
    const range = {
      start: document.positionAt(at),
      end: document.positionAt(at + removed.length),
    };
    return { range, newText: inserted };
  });
  return TextDocument.applyEdits(document, edits) === after
    ? edits
    : [{ range: wholeOf(document), newText: after }];
}

const isBehind = (text: string, line: number): boolean => line > text.split('\n').length;

const wholeOf = (document: TextDocument): Range => ({
  start: { line: 0, character: 0 },
  end: document.positionAt(document.getText().length),
});

/** The edits of one action, in all files that it concerns. */
export class Edits {
  private readonly client: Client;
  private readonly changes: (TextDocumentEdit | CreateFile)[] = [];

  constructor(client: Client) {
    this.client = client;
  }

  change(document: TextDocument, edits: readonly TextEdit[]): void {
    if (edits.length === 0) return;
    const { uri, version } = document;
    this.changes.push({ textDocument: { uri, version }, edits: [...edits] });
  }

  /** False where the editor cannot be given the change. */
  ignoreFile({ report, source, real }: IgnoreReport): boolean {
    const { status, output } = report;
    if (status !== 'changed' || output === null) return true;
    const opened = this.client.opened(real);
    // What was worked out is about the file on the disk.
    if (opened && opened.getText() !== (source?.text ?? '')) return false;
    const uri = opened?.uri ?? pathToFileURL(real).href;
    if (!source && !opened) {
      if (!this.client.documentChanges || !this.client.createsFiles) return false;
      this.changes.push({ kind: 'create', uri });
    }
    const document = opened ?? TextDocument.create(uri, 'ignore', 0, source?.text ?? '');
    const version = opened?.version ?? null;
    this.changes.push({ textDocument: { uri, version }, edits: textEdits(document, output) });
    return true;
  }

  get isEmpty(): boolean {
    return this.changes.length === 0;
  }

  get edit(): WorkspaceEdit {
    if (this.client.documentChanges) return { documentChanges: this.changes };
    const changes: Record<string, TextEdit[]> = {};
    for (const change of this.changes) {
      if ('edits' in change) changes[change.textDocument.uri] = change.edits as TextEdit[];
    }
    return { changes };
  }
}
