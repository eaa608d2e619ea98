/** Registries on the loopback: one made for the tests, and Debian's docker-registry. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach } from '@jest/globals';
import { tree } from './helpers.ts';

export const INDEX = 'application/vnd.oci.image.index.v1+json';
export const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

export const sha256 = (text: string): string =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;

const servers: Server[] = [];
const processes: ChildProcess[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  }
  for (const child of processes.splice(0)) {
    const ended = new Promise((resolve) => void child.on('close', resolve));
    child.kill('SIGKILL');
    await ended;
  }
});

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A server that answers as the test says; gives its `127.0.0.1:PORT`. */
export async function serve(answer: Answer): Promise<string> {
  const server = createServer((request, response) => void answer(request, response));
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An address where nothing answers. */
export async function unused(): Promise<string> {
  const address = await serve(() => undefined);
  await new Promise((resolve) => void servers.pop()!.close(resolve));
  return address;
}

/** Answers with a manifest, and with its digest unless told otherwise. */
export function give(
  { method }: IncomingMessage,
  response: ServerResponse,
  body: string,
  headers: Readonly<Record<string, string>> = { 'docker-content-digest': sha256(body) },
): void {
  response.writeHead(200, { 'content-type': INDEX, ...headers });
  response.end(method === 'HEAD' ? undefined : body);
}

/** Debian's package `docker-registry`, empty and without a login; gives its `127.0.0.1:PORT`. */
export async function dockerRegistry(): Promise<string> {
  const root = tree({});
  const config = tree({
    'config.yml': [
      'version: 0.1',
      `storage: { filesystem: { rootdirectory: ${JSON.stringify(path.join(root, 'data'))} } }`,
      'http: { addr: "127.0.0.1:0" }',
    ].join('\n'),
  });
  const child = spawn('docker-registry', ['serve', path.join(config, 'config.yml')]);
  processes.push(child);
  return new Promise((resolve, reject) => {
    let log = '';
    child.stderr.on('data', (piece: Buffer) => {
      log += piece.toString();
      const address = /listening on (127\.0\.0\.1:\d+)/.exec(log)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(log)));
  });
}

/** Pushes an image for each platform under one tag; gives the digest of the list. */
export async function push(
  registry: string,
  repository: string,
  tag: string,
  platforms: readonly string[],
): Promise<string> {
  const base = `http://${registry}/v2/${repository}`;
  const manifests = [];
  for (const architecture of platforms) {
    const config = JSON.stringify({ architecture, os: 'linux', rootfs: { type: 'layers' } });
    await pushBlob(base, config);
    const manifest = JSON.stringify({
      schemaVersion: 2,
      mediaType: MANIFEST,
      config: {
        mediaType: 'application/vnd.oci.image.config.v1+json',
        size: config.length,
        digest: sha256(config),
      },
      layers: [],
    });
    await put(`${base}/manifests/${sha256(manifest)}`, manifest, MANIFEST);
    manifests.push({
      mediaType: MANIFEST,
      size: manifest.length,
      digest: sha256(manifest),
      platform: { architecture, os: 'linux' },
    });
  }
  const index = JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests });
  await put(`${base}/manifests/${tag}`, index, INDEX);
  return sha256(index);
}

async function pushBlob(base: string, blob: string): Promise<void> {
  const started = await fetch(`${base}/blobs/uploads/`, { method: 'POST' });
  const url = new URL(started.headers.get('location')!, base);
  url.searchParams.append('digest', sha256(blob));
  await put(url, blob, 'application/octet-stream');
}

async function put(url: string | URL, body: string, type: string): Promise<void> {
  const response = await fetch(url, { method: 'PUT', body, headers: { 'content-type': type } });
  if (response.status !== 201) throw new Error(`${String(url)}: ${await response.text()}`);
}
