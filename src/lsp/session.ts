/** A session with an editor: what it has open, and what it is told. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  CodeActionKind,
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type Hover,
  type HoverParams,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver/node';
import path from 'node:path';
import type { Applicability } from '../engine/finding.ts';
import { OptionError } from '../engine/options.ts';
import { FileError } from '../cli/errors.ts';
import type { IgnoreReport } from '../cli/ignore-files.ts';
import { isDockerfileName } from '../cli/names.ts';
import { actionsFor, FIX_ALL } from './actions.ts';
import { analyse, ignoreFileFor, type Analysis } from './analysis.ts';
import { abilitiesOf, filesOf, foldersOf } from './client.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { hoverOf } from './hover.ts';
import { fileOf, Workspace, type ServerRequest } from './workspace.ts';

/** After the last key; what takes long waits longer, so that typing stays fast. */
const DELAY_MS = 200;
const DELAY_FACTOR = 3;

/** Configurations, ignore files, and what tells of a build context. */
const WATCHED = [
  '**/dockopt.config.*',
  '**/package.json',
  '**/*.dockerignore',
  '**/*compose*.{yml,yaml}',
];

export class Session {
  private readonly connection: Connection;
  private readonly version: string;
  private readonly workspace: Workspace;
  private readonly documents = new TextDocuments(TextDocument);
  private readonly analyses = new Map<string, Analysis>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  /** Of these it was told something. */
  private readonly told = new Set<string>();
  /** What is wrong with the configuration of a folder, as it was told. */
  private readonly troubles = new Map<string, string>();
  private abilities = abilitiesOf({});
  private slowest = 0;

  constructor(connection: Connection, request: ServerRequest, version: string) {
    this.connection = connection;
    this.version = version;
    this.workspace = new Workspace(request);
  }

  listen(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    connection.onDidChangeWatchedFiles(() => this.readAgain());
    connection.onDidChangeConfiguration(() => this.readAgain());
    connection.onCodeAction((params, token) =>
      this.actions(params, () => token.isCancellationRequested),
    );
    connection.onHover((params) => this.hover(params));
    this.followDocuments();
    this.documents.listen(connection);
    connection.listen();
  }

  private initialize(params: InitializeParams): InitializeResult {
    this.abilities = abilitiesOf(params.capabilities);
    const folders = foldersOf(params);
    this.workspace.open(folders);
    enter(folders[0]);
    return {
      serverInfo: { name: 'dockopt', version: this.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: { includeText: false },
        },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        hoverProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  private initialized(): void {
    const { connection } = this;
    if (this.abilities.watchesFiles) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      const { type } = DidChangeWatchedFilesNotification;
      // Without watching, what is saved in the editor is still read again.
      connection.client.register(type, { watchers }).catch(() => {});
    }
    if (!this.abilities.changesFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const files = (folders: readonly { readonly uri: string }[]): string[] =>
        filesOf(folders.map(({ uri }) => uri));
      this.workspace.change(files(added), files(removed));
      this.readAgain();
    });
  }

  private followDocuments(): void {
    this.documents.onDidOpen(({ document }) => {
      this.workspace.forget();
      this.later(document, 0);
    });
    this.documents.onDidChangeContent(({ document: { uri }, document }) => {
      // What was just opened is told of at once.
      if (this.told.has(uri)) {
        this.later(document, Math.max(DELAY_MS, this.slowest * DELAY_FACTOR));
      }
    });
    // Whatever it is, it may be a part of a build context, or a configuration.
    this.documents.onDidSave(() => this.readAgain());
    this.documents.onDidClose(({ document: { uri } }) => {
      clearTimeout(this.timers.get(uri));
      this.timers.delete(uri);
      this.analyses.delete(uri);
      this.told.delete(uri);
      void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    });
  }

  /** Configurations and build contexts may be others than they were. */
  private readAgain(): void {
    this.workspace.forget();
    this.analyses.clear();
    for (const document of this.documents.all()) this.later(document, 0);
  }

  private later(document: TextDocument, delay: number): void {
    const { uri } = document;
    if (!isServed(document)) return;
    clearTimeout(this.timers.get(uri));
    const timer = setTimeout(() => {
      this.timers.delete(uri);
      void this.publish(uri);
    }, delay);
    this.timers.set(uri, timer);
  }

  private async publish(uri: string): Promise<void> {
    const analysis = await this.analysisOf(uri);
    const document = this.documents.get(uri);
    if (!document) return;
    if (analysis && analysis.document.version !== document.version) {
      // Of a text that has changed meanwhile the next one tells.
      if (!this.timers.has(uri)) this.later(document, 0);
      return;
    }
    this.told.add(uri);
    const diagnostics = analysis ? diagnosticsOf(analysis) : [];
    await this.connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  }

  /** What there is to say of the text as it is now; undefined where nothing can be said. */
  private async analysisOf(uri: string): Promise<Analysis | undefined> {
    const document = this.documents.get(uri);
    if (!document || !isServed(document)) return undefined;
    const before = this.analyses.get(uri);
    if (before?.document.version === document.version) return before;
    const file = fileOf(uri);
    const folder = this.workspace.folderOf(file);
    const { languageId, version } = document;
    const copy = TextDocument.create(uri, languageId, version, document.getText());
    try {
      const settings = await this.workspace.settings(file);
      const started = performance.now();
      const analysis = analyse(copy, file, settings);
      this.slowest = performance.now() - started;
      // The build context is walked when a file is opened or saved, not with every key.
      const ignoreFile = before ? before.ignoreFile : await this.ignoreFileOf(analysis);
      const whole = { ...analysis, ignoreFile };
      this.troubles.delete(folder);
      this.tellBugs(whole);
      if (this.documents.get(uri)?.version === version) this.analyses.set(uri, whole);
      return whole;
    } catch (error) {
      this.trouble(folder, error);
      return undefined;
    }
  }

  private ignoreFileOf(
    analysis: Analysis,
    text = analysis.result.output,
    level?: Applicability,
  ): Promise<IgnoreReport | undefined> {
    const { settings, file } = analysis;
    if (settings.ignored) return Promise.resolve(undefined);
    return ignoreFileFor(analysis, text, this.workspace.settingsOf(file, level));
  }

  /** Nothing unsafe, and read anew with each request: nobody may have told that the file changed. */
  private ignoreFilesFor(analysis: Analysis): (text: string) => Promise<IgnoreReport | undefined> {
    const level = analysis.settings.level === 'safe' ? 'safe' : 'suggested';
    const reports = new Map<string, Promise<IgnoreReport | undefined>>();
    return (text) => {
      const report = reports.get(text) ?? this.ignoreFileOf(analysis, text, level);
      reports.set(text, report);
      return report;
    };
  }

  /** A wrong configuration is told once, not with every key. */
  private trouble(folder: string, error: unknown): void {
    const isUsers = error instanceof FileError || error instanceof OptionError;
    const message = isUsers
      ? error.message
      : `a fault of dockopt: ${String(error)}; please report it`;
    if (!isUsers && error instanceof Error) this.connection.console.error(error.stack ?? message);
    if (this.troubles.get(folder) === message) return;
    this.troubles.set(folder, message);
    // `showErrorMessage` would be a request, and an editor may refuse it.
    void this.connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Error,
      message: `dockopt: ${message}`,
    });
  }

  private tellBugs({ result, document }: Analysis): void {
    for (const { transform, line, problem } of result.bugs) {
      const where = `${document.uri}:${line}`;
      this.connection.console.warn(`${where}: bug in transform ${transform}: ${problem}`);
    }
  }

  private async actions(
    { textDocument: { uri }, range, context }: CodeActionParams,
    isCancelled: () => boolean,
  ): Promise<CodeAction[]> {
    const analysis = await this.analysisOf(uri);
    if (!analysis) return [];
    const { documentChanges, createsFiles } = this.abilities;
    const opened = (file: string): TextDocument | undefined =>
      this.documents.all().find((document) => fileOf(document.uri) === file);
    const actions = await actionsFor({
      analysis,
      range,
      only: context.only,
      client: { documentChanges, createsFiles, opened },
      ignoreFileFor: this.ignoreFilesFor(analysis),
      isCancelled,
    });
    this.assertCurrent(analysis);
    return actions;
  }

  private async hover({ textDocument, position }: HoverParams): Promise<Hover | null> {
    const analysis = await this.analysisOf(textDocument.uri);
    if (!analysis) return null;
    this.assertCurrent(analysis);
    return hoverOf(analysis, position, this.abilities.markdown) ?? null;
  }

  /** What was worked out for another version would be put in the wrong place. */
  private assertCurrent({ document: { uri, version } }: Analysis): void {
    if (this.documents.get(uri)?.version === version) return;
    throw new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed meanwhile');
  }
}

/** Editors open ignore files and configurations too. */
function isServed({ uri, languageId }: TextDocument): boolean {
  if (/^(?:docker|container)file/i.test(languageId)) return true;
  const file = fileOf(uri);
  return file !== undefined && isDockerfileName(path.basename(file));
}

/** What messages call files is relative to the first folder. */
function enter(folder: string | undefined): void {
  try {
    if (folder !== undefined) process.chdir(folder);
  } catch {
    // A folder that is gone has no files either.
  }
}
