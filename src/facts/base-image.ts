import { known, unknown, type Fact } from '../model/fact.ts';
import type { ImageRef } from '../model/image-ref.ts';
import {
  BASE_IMAGES,
  type BaseImageRow,
  type Distribution,
  type PackageManager,
  type Shell,
  type User,
  type Variant,
} from './base-images.ts';

/** What is known of a base image; a property that is `undefined` is not known. */
export interface BaseImage {
  readonly repository: string;
  readonly os: 'linux' | 'windows';
  readonly distribution: Distribution | undefined;
  /** Debian and Ubuntu: code name; Alpine: `MAJOR.MINOR`; others: major version. */
  readonly release: string | undefined;
  readonly packageManager: PackageManager | undefined;
  readonly libc: 'glibc' | 'musl' | 'none' | undefined;
  /** What `/bin/sh` is. */
  readonly shell: Shell | undefined;
  /** Where the image's configuration sets SHELL. */
  readonly defaultShell: readonly string[] | undefined;
  readonly user: string | undefined;
  readonly workdir: string | undefined;
  /** Users that it ships for running applications. */
  readonly users: readonly User[];
  /** Its entry point starts as root and drops its privileges by itself. */
  readonly dropsPrivileges: boolean;
  /** What its configuration sets, as far as it matters for rewriting. */
  readonly env: Readonly<Record<string, string>>;
  readonly onbuild: boolean;
  /** Typical size on linux/amd64, unpacked, in MB. */
  readonly sizeMB: number | undefined;
  /** Tools that an upgrade replaces where they are, so that a shell still finds the new one. */
  readonly upgradesInPlace: readonly string[];
  readonly source: string;
  readonly date: string;
}

let index: Map<string, BaseImageRow> | undefined;

function rowOf(repository: string): BaseImageRow | undefined {
  index ??= new Map(BASE_IMAGES.flatMap((row) => row.repositories.map((name) => [name, row])));
  return index.get(repository);
}

/** Looks an image up in the table; what is not there is unknown. */
export function lookUpBaseImage(ref: ImageRef): Fact<BaseImage> {
  const row = rowOf(ref.repository);
  if (!row) return unknown(`the base image ${ref.text} is not in the table of known images`);
  // A digest alone does not tell the variant.
  if (ref.tag === undefined) return unknown(`the base image ${ref.text} has a digest and no tag`);
  const variant = row.variants.find((candidate) => candidate.tag.test(ref.tag!));
  if (!variant) return unknown(`the tag of ${ref.text} is not known`);
  return known(imageOf(ref, ref.tag, row, variant));
}

function imageOf(ref: ImageRef, tag: string, row: BaseImageRow, variant: Variant): BaseImage {
  const { release } = variant;
  return {
    repository: ref.repository,
    os: variant.os,
    distribution: variant.distribution,
    // What a digest pins may be older than what its tag means today.
    release:
      ref.digest !== undefined ? undefined : typeof release === 'function' ? release(tag) : release,
    packageManager: variant.packageManager,
    libc: variant.libc,
    shell: variant.shell,
    defaultShell: variant.defaultShell,
    user: variant.user,
    workdir: variant.workdir,
    users: variant.users ?? [],
    dropsPrivileges: variant.dropsPrivileges ?? false,
    env: variant.env ?? {},
    onbuild: variant.onbuild ?? false,
    sizeMB: variant.sizeMB,
    upgradesInPlace: IN_PLACE[ref.repository] ?? [],
    source: row.source,
    date: row.date,
  };
}

/**
 * In these images the tool lies where it installs itself to: pip and npm in /usr/local, conda in
 * /opt/conda. Elsewhere an upgrade of the distribution's pip lands in front of it on the PATH.
 */
const IN_PLACE: Readonly<Record<string, readonly string[]>> = {
  python: ['pip', 'pip2', 'pip3', 'python'],
  node: ['npm', 'npx'],
  ruby: ['gem', 'bundle'],
  'continuumio/miniconda3': ['conda', 'pip'],
  'continuumio/miniconda': ['conda', 'pip'],
  'continuumio/anaconda3': ['conda', 'pip'],
  'condaforge/miniforge3': ['conda', 'mamba', 'pip'],
  'condaforge/mambaforge': ['conda', 'mamba', 'pip'],
};
