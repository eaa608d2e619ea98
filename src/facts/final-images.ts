/**
 * The images that a final stage can stand on, and which of them fit what a build stage stands on.
 *
 * Every reference that comes out of here is known to exist: by the tables of `final-tags.ts`,
 * `distroless-images.ts` and those beside the look-ups. What is not known to exist is left out. So
 * is all that would be derived from a reference with a digest, which may be of an older image than
 * its tag names.
 */
import { ALPINE_RELEASES, UBUNTU_RELEASES } from './base-images.ts';
import { bySize, distroless, SCRATCH, tabled, type FinalImage } from './final-image.ts';
import { ALPINE_TAGS, DEBIAN_SLIM, inRanges, UBUNTU_NUMBERS } from './final-tags.ts';

export type { Library } from './distroless-images.ts';
export { dotnetBases, type DotnetFamily } from './final-dotnet.ts';
export type { FinalImage, FinalKind } from './final-image.ts';
export { jreBases, linkedJavaBases } from './final-jres.ts';
export { nodeBases, phpBases, pythonBases, rubyBases } from './final-languages.ts';
export { nginxBases } from './final-nginx.ts';

/**
 * The same image with the user that it has for applications, where there is a tag of its own for
 * it: `:nonroot` of a distroless image.
 */
export function withoutRoot(image: FinalImage): FinalImage | undefined {
  if (image.kind !== 'distroless' || image.user !== 'root') return undefined;
  return { ...image, ref: `${image.ref}:nonroot`, user: '65532', workdir: '/home/nonroot' };
}

/**
 * Bases for programs that are linked statically. `release` is that of the build stage: the Debian
 * release of the distroless image is the same while that one is updated, and else the newest: nothing
 * of it is linked to.
 */
export function staticBases(release?: string): FinalImage[] {
  const same = release === undefined ? undefined : distroless('static', release);
  const isUpdated = same !== undefined && same.retired === undefined;
  return bySize([SCRATCH, isUpdated ? same : distroless('static', NEWEST)]);
}
const NEWEST = 'trixie';

/**
 * Bases for programs that are linked to glibc and built on this release of Debian or Ubuntu. Only
 * the same release: what was linked on a newer glibc does not start on an older one.
 */
export function glibcBases(release: string | undefined): FinalImage[] {
  if (release === undefined) return [];
  return bySize([
    distroless('base-nossl', release),
    distroless('base', release),
    distroless('cc', release),
    DEBIAN_SLIM.includes(release)
      ? tabled(`debian:${release}-slim`, { sizeMB: 75, cmd: ['bash'] })
      : undefined,
    ubuntu(release),
  ]);
}

function ubuntu(release: string): FinalImage | undefined {
  const version = UBUNTU_RELEASES.find(({ name }) => name === release)?.version;
  if (version === undefined || !UBUNTU_NUMBERS.includes(version)) return undefined;
  return tabled(`ubuntu:${version}`, { sizeMB: 78, cmd: ['/bin/bash'] });
}

/** The newest Alpine: a small base with a shell, for programs that are linked statically. */
export const newestAlpine = (): FinalImage[] => muslBases(ALPINE_RELEASES.at(-1)!.version);

/** Bases for programs that are linked to musl and built on this release of Alpine. */
export function muslBases(release: string | undefined): FinalImage[] {
  if (release === undefined) return [];
  const exists = release === 'edge' || inRanges(release, ALPINE_TAGS);
  return bySize([
    exists ? tabled(`alpine:${release}`, { sizeMB: 8.4, cmd: ['/bin/sh'] }) : undefined,
  ]);
}
