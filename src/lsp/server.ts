/**
 * The language server, on standard input and output.
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
 */
import { Writable } from 'node:stream';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { Session } from './session.ts';
import type { ServerRequest } from './workspace.ts';

/** Serves until the client says `exit`, or goes away: then the process ends. */
export function serve(request: ServerRequest, version: string): Promise<never> {
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(protocolOnly()),
  );
  // Without a client there is nobody to serve.
  process.stdin.on('end', () => process.exit(1));
  new Session(connection, request, version).listen();
  return new Promise(() => {});
}

/** A configuration that is code may print: on standard output only the protocol is spoken. */
function protocolOnly(): Writable {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return new Writable({
    write: (chunk: Uint8Array, _, done) => {
      write(chunk, done);
    },
  });
}
