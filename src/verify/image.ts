/** An image that was built, with all that is compared of it. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { flatten, readArchive, type Archive, type FileEntry, type LayerCache } from './archive.ts';
import type { Configuration } from './configuration.ts';
import type { Built, Engine } from './engine.ts';
import { packagesOf } from './packages.ts';

export interface Image {
  readonly tag: string;
  readonly built: Built;
  readonly configuration: Configuration;
  /** The bytes of the files of all layers. */
  readonly size: number;
  /** The same with gzip, as a registry sends it. */
  readonly compressed: number;
  readonly archive: Archive;
  /** What a container sees. */
  readonly files: ReadonlyMap<string, FileEntry>;
  readonly packages: ReadonlyMap<string, string>;
}

/** Reads an image that is built, by way of a file in the folder. */
export async function readImage(
  tag: string,
  built: Built,
  engine: Engine,
  folder: string,
  cache: LayerCache,
): Promise<Image> {
  const file = path.join(folder, 'image.tar');
  try {
    await engine.save(tag, file);
    const archive = await readArchive(file, cache);
    const flat = flatten(archive.layers);
    const { configuration } = await engine.facts(tag);
    const sum = (of: 'size' | 'compressed'): number =>
      archive.layers.reduce((total, layer) => total + layer[of], 0);
    return {
      tag,
      built,
      configuration,
      size: sum('size'),
      compressed: sum('compressed'),
      archive,
      files: flat.files,
      packages: packagesOf(flat),
    };
  } finally {
    rmSync(file, { force: true });
  }
}
