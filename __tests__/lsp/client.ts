/** A client that speaks with the built command over standard input and output. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach } from '@jest/globals';
import rpc, { type MessageConnection } from 'vscode-jsonrpc/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CodeAction,
  CreateFile,
  Diagnostic,
  Hover,
  Range,
  TextDocumentEdit,
} from 'vscode-languageserver-types';
import { MAIN } from '../cli/helpers.ts';

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly (Diagnostic & { readonly message: string })[];
}

interface Given {
  readonly args?: readonly string[];
  readonly cwd?: string;
  readonly capabilities?: object;
}

const CAPABILITIES = {
  workspace: {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
  textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } },
};

export class Client {
  readonly child: ChildProcess;
  readonly connection: MessageConnection;
  readonly messages: string[] = [];
  readonly watchers: string[] = [];
  stderr = '';
  private readonly published: Published[] = [];
  private readonly waiting: (() => void)[] = [];

  constructor({ args = ['--stdio'], cwd = process.cwd() }: Given) {
    this.child = spawn(process.execPath, [MAIN, 'lsp', ...args], { cwd });
    started.push(this.child);
    this.child.stderr!.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.connection = rpc.createMessageConnection(
      new rpc.StreamMessageReader(this.child.stdout!),
      new rpc.StreamMessageWriter(this.child.stdin!),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: Published) => {
      this.published.push(params);
      for (const wake of this.waiting.splice(0)) wake();
    });
    this.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.messages.push(message);
    });
    this.connection.onRequest('client/registerCapability', (params: Registrations) => {
      for (const { registerOptions } of params.registrations) {
        this.watchers.push(...(registerOptions?.watchers ?? []).map((one) => one.globPattern));
      }
      return null;
    });
    this.connection.listen();
  }

  static async start(folders: readonly string[], given: Given = {}): Promise<Client> {
    const client = new Client(given);
    await client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders.map((folder) => ({
        uri: pathToFileURL(folder).href,
        name: path.basename(folder),
      })),
      capabilities: given.capabilities ?? CAPABILITIES,
    });
    await client.notify('initialized', {});
    return client;
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  async open(uri: string, text: string, languageId = 'dockerfile'): Promise<Published> {
    await this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return this.diagnostics(uri, 1);
  }

  async change(uri: string, version: number, contentChanges: readonly object[]): Promise<void> {
    await this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  /** The next diagnostics of a version that were not asked for yet. */
  async diagnostics(uri: string, version: number): Promise<Published> {
    for (;;) {
      const at = this.published.findIndex((one) => one.uri === uri && one.version === version);
      if (at >= 0) return this.published.splice(at, 1)[0]!;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  actions(uri: string, range: Range, only?: readonly string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  }

  hover(uri: string, line: number, character = 0): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line, character },
    });
  }

  /** Gives the exit status. */
  async stop(): Promise<number | null> {
    const exited = once(this.child, 'exit') as Promise<[number | null]>;
    await this.connection.sendRequest('shutdown');
    await this.notify('exit', {});
    return (await exited)[0];
  }
}

interface Registrations {
  readonly registrations: readonly {
    readonly registerOptions?: { readonly watchers?: readonly { readonly globPattern: string }[] };
  }[];
}

export const uriOf = (...parts: string[]): string => pathToFileURL(path.join(...parts)).href;

export const ALL: Range = {
  start: { line: 0, character: 0 },
  end: { line: 1000, character: 0 },
};

export const lineOf = (line: number): Range => ({
  start: { line, character: 0 },
  end: { line, character: 1 },
});

/** The files after an action, by URI: those that it was given, and those that it makes. */
export function applied(
  action: CodeAction | undefined,
  files: Readonly<Record<string, string>>,
): Record<string, string> {
  const after: Record<string, string> = { ...files };
  for (const change of action?.edit?.documentChanges ?? []) {
    if ('edits' in change) {
      const { uri } = change.textDocument;
      const document = TextDocument.create(uri, '', 0, after[uri]!);
      after[uri] = TextDocument.applyEdits(
        document,
        change.edits as TextDocumentEdit['edits'] & [],
      );
    } else after[(change as CreateFile).uri] = '';
  }
  return after;
}
