/** What is in an image: its layers and files, read from what `docker save` writes. */
import { createReadStream } from 'node:fs';
import { createGunzip, createGzip, type Gzip } from 'node:zlib';
import { once } from 'node:events';
import { TarStream, type Sink } from './tar-stream.ts';

export interface FileEntry {
  /** Bytes; 0 for what is no regular file. */
  readonly size: number;
  readonly type: string;
}

export interface Layer {
  /** The name of its blob, which stands for its contents. */
  readonly blob: string;
  /** The bytes of its files. */
  readonly size: number;
  /** As a registry sends it: with gzip. */
  readonly compressed: number;
  /** By path, without a leading slash. Whiteouts too. */
  readonly files: ReadonlyMap<string, FileEntry>;
  /** Texts that tell of packages, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface HistoryStep {
  readonly createdBy: string;
  /** The layer that it made. */
  readonly layer: Layer | undefined;
}

export interface Archive {
  readonly layers: readonly Layer[];
  readonly history: readonly HistoryStep[];
}

interface Manifest {
  readonly Config: string;
  readonly Layers: readonly string[];
}

interface ImageConfig {
  readonly history?: readonly { readonly created_by?: string; readonly empty_layer?: boolean }[];
}

/** Files whose text is kept: lists of what is installed. */
const KEPT = /^(?:var\/lib\/dpkg\/(?:status|status\.d\/[^/]+)|lib\/apk\/db\/installed)$/;
/** No list is longer. */
const MAX_TEXT = 32 * 1024 * 1024;

/** Layers that were read before, by blob: base images are shared. */
export type LayerCache = Map<string, Layer>;

/** Reads a saved image; throws for what is none. */
export async function readArchive(file: string, cache: LayerCache): Promise<Archive> {
  const reader = new ArchiveReader(cache);
  const tar = new TarStream((header) => reader.entry(header.name, header.type, header.link));
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    tar.push(chunk as Buffer);
    await reader.breathe();
  }
  return reader.result();
}

class ArchiveReader {
  private readonly cache: LayerCache;
  private readonly layers = new Map<string, Promise<Layer>>();
  private readonly jsons = new Map<string, string>();
  private readonly links = new Map<string, string>();
  private readonly pending = new Set<Promise<unknown>>();

  constructor(cache: LayerCache) {
    this.cache = cache;
  }

  entry(name: string, type: string, link: string): Sink | undefined {
    if (type === '1' || type === '2') this.links.set(name, resolved(name, link, type));
    if (type !== '0') return undefined;
    const known = this.cache.get(name);
    if (known) {
      this.layers.set(name, Promise.resolve(known));
      return undefined;
    }
    return new Blob(
      (text) => void this.jsons.set(name, text),
      () => {
        const layer = new LayerReader(name);
        this.layers.set(name, layer.done);
        return layer;
      },
      this.pending,
    );
  }

  /** Lets the compressors catch up. */
  async breathe(): Promise<void> {
    await Promise.all(this.pending);
  }

  async result(): Promise<Archive> {
    await this.breathe();
    const [manifest] = JSON.parse(this.jsons.get('manifest.json') ?? '[]') as Manifest[];
    if (!manifest) throw new Error('the saved image has no manifest');
    const layers: Layer[] = [];
    for (const name of manifest.Layers) layers.push(await this.layer(name));
    const { history = [] } = JSON.parse(this.jsons.get(manifest.Config) ?? '{}') as ImageConfig;
    let at = 0;
    const steps = history.map(({ created_by: createdBy = '', empty_layer: empty = false }) => ({
      createdBy,
      layer: empty ? undefined : layers[at++],
    }));
    return { layers, history: steps };
  }

  private async layer(name: string): Promise<Layer> {
    const at = this.layers.has(name) ? name : (this.links.get(name) ?? name);
    const layer = await this.layers.get(at);
    if (!layer) throw new Error(`the layer ${name} is not in the saved image, or zstd made it`);
    this.cache.set(at, layer);
    return layer;
  }
}

/** Where a link of the archive leads; hard links name a path of the archive itself. */
function resolved(name: string, link: string, type: string): string {
  if (type === '1') return link;
  const parts = name.split('/').slice(0, -1);
  for (const part of link.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** A file of the archive: JSON, or a layer. */
class Blob implements Sink {
  private readonly onText: (text: string) => void;
  private readonly newLayer: () => LayerReader;
  private readonly pending: Set<Promise<unknown>>;
  private head = Buffer.alloc(0);
  private text: Buffer[] | undefined;
  private layer: LayerReader | undefined;
  private decided = false;

  constructor(
    onText: (text: string) => void,
    newLayer: () => LayerReader,
    pending: Set<Promise<unknown>>,
  ) {
    this.onText = onText;
    this.newLayer = newLayer;
    this.pending = pending;
  }

  data(bytes: Buffer): void {
    if (!this.decided) {
      this.head = Buffer.concat([this.head, bytes]);
      if (this.head.length >= 512) this.decide();
      return;
    }
    this.pass(bytes);
  }

  end(): void {
    if (!this.decided) this.decide();
    if (this.text) this.onText(Buffer.concat(this.text).toString());
    if (this.layer) this.wait(this.layer.end());
  }

  private decide(): void {
    this.decided = true;
    const isGzip = this.head[0] === 0x1f && this.head[1] === 0x8b;
    const isTar = this.head.subarray(257, 262).toString() === 'ustar';
    const isEmptyTar = this.head.length >= 512 && this.head.every((byte) => byte === 0);
    if (isGzip || isTar || isEmptyTar) {
      this.layer = this.newLayer();
      this.layer.begin(isGzip);
    } else if (this.head[0] === 0x7b || this.head[0] === 0x5b) this.text = [];
    this.pass(this.head);
  }

  private pass(bytes: Buffer): void {
    // The buffer is reused by the stream that it comes from.
    if (this.text) this.text.push(Buffer.from(bytes));
    if (this.layer) this.wait(this.layer.write(bytes));
  }

  private wait(work: Promise<unknown> | undefined): void {
    if (work === undefined) return;
    this.pending.add(work);
    void work.finally(() => this.pending.delete(work));
  }
}

/** One layer: its files are listed, and it is compressed, to know how large that is. */
class LayerReader {
  readonly done: Promise<Layer>;
  private readonly blob: string;
  private readonly files = new Map<string, FileEntry>();
  private readonly texts = new Map<string, string>();
  private readonly tar = new TarStream((header) => this.file(header));
  private zlib: Gzip | ReturnType<typeof createGunzip> | undefined;
  private finished: Promise<unknown> = Promise.resolve();
  private isGzip = false;
  private compressed = 0;
  private resolve!: (layer: Layer) => void;
  private reject!: (error: unknown) => void;

  constructor(blob: string) {
    this.blob = blob;
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // It is looked at later.
    this.done.catch(() => {});
  }

  begin(isGzip: boolean): void {
    this.isGzip = isGzip;
    // Level 6 is what registries get from docker push: gzip's default.
    this.zlib = isGzip ? createGunzip() : createGzip();
    this.zlib.on('data', (bytes: Buffer) => {
      if (isGzip) this.tar.push(bytes);
      else this.compressed += bytes.length;
    });
    this.finished = once(this.zlib, 'end');
    this.finished.catch(this.reject);
  }

  write(bytes: Buffer): Promise<unknown> | undefined {
    if (this.isGzip) this.compressed += bytes.length;
    else this.tar.push(bytes);
    if (this.zlib!.write(bytes)) return undefined;
    // After the end there is no drain.
    return Promise.race([once(this.zlib!, 'drain'), this.finished]).catch(this.reject);
  }

  end(): Promise<unknown> {
    this.zlib!.end();
    return this.finished.then(
      () => this.resolve(this.result()),
      () => {},
    );
  }

  private result(): Layer {
    const { blob, compressed, files, texts } = this;
    const size = [...files.values()].reduce((sum, file) => sum + file.size, 0);
    return { blob, size, compressed, files, texts };
  }

  private file({ name, type, size }: { name: string; type: string; size: number }) {
    const path = name.replace(/^(?:\.?\/)+/, '').replace(/\/$/, '');
    if (path === '' || path === '.') return undefined;
    this.files.set(path, { size: type === '0' ? size : 0, type });
    if (!KEPT.test(path) || size > MAX_TEXT) return undefined;
    const pieces: Buffer[] = [];
    return {
      data: (bytes: Buffer) => void pieces.push(Buffer.from(bytes)),
      end: () => void this.texts.set(path, Buffer.concat(pieces).toString()),
    };
  }
}

/** What a container sees: every layer over the ones before it. */
export function flatten(layers: readonly Layer[]): {
  files: Map<string, FileEntry>;
  texts: Map<string, string>;
} {
  const files = new Map<string, FileEntry>();
  const texts = new Map<string, string>();
  for (const layer of layers) {
    for (const path of layer.files.keys()) whiteOut(path, files, texts);
    for (const [path, file] of layer.files) {
      if (!/(?:^|\/)\.wh\.[^/]*$/.test(path)) files.set(path, file);
    }
    for (const [path, text] of layer.texts) texts.set(path, text);
  }
  return { files, texts };
}

/** OCI image specification, layer.md, "Whiteouts", read 2026-11-26. */
function whiteOut(path: string, ...maps: readonly Map<string, unknown>[]): void {
  const parts = /^(.*\/)?\.wh\.([^/]+)$/.exec(path);
  if (!parts) return;
  const [, folder = '', name = ''] = parts;
  const isOpaque = name === '.wh..opq';
  for (const map of maps) {
    if (!isOpaque) map.delete(folder + name);
    const below = isOpaque ? folder : `${folder}${name}/`;
    for (const key of map.keys()) if (key.startsWith(below)) map.delete(key);
  }
}
