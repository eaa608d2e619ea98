/** What the editor said that it can do. */
import path from 'node:path';
import {
  MarkupKind,
  type ClientCapabilities,
  type InitializeParams,
} from 'vscode-languageserver/node';
import { fileOf } from './workspace.ts';

export interface Abilities {
  readonly watchesFiles: boolean;
  readonly changesFolders: boolean;
  readonly documentChanges: boolean;
  readonly createsFiles: boolean;
  readonly markdown: boolean;
}

export function abilitiesOf({ workspace, textDocument }: ClientCapabilities): Abilities {
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  const formats = textDocument?.hover?.contentFormat ?? [MarkupKind.Markdown];
  return {
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    changesFolders: workspace?.workspaceFolders === true,
    documentChanges: documentChanges === true,
    createsFiles: resourceOperations?.includes('create') === true,
    markdown: formats.includes(MarkupKind.Markdown),
  };
}

/** The folders that it has open. */
export function foldersOf(params: InitializeParams): string[] {
  const uris = params.workspaceFolders?.map(({ uri }) => uri);
  if (uris) return filesOf(uris);
  // Clients from before there were folders.
  const { rootUri, rootPath } = params as Legacy;
  if (typeof rootUri === 'string') return filesOf([rootUri]);
  return typeof rootPath === 'string' ? [path.resolve(rootPath)] : [];
}

interface Legacy {
  readonly rootUri?: string | null;
  readonly rootPath?: string | null;
}

export const filesOf = (uris: readonly string[]): string[] =>
  uris.map(fileOf).filter((file) => file !== undefined);
