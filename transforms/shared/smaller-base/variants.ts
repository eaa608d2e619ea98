import {
  glibcBases,
  jreBases,
  nodeBases,
  pythonBases,
  rubyBases,
  writtenName,
  type BaseImage,
  type FinalImage,
  type ImageRef,
} from '../../../src/kit.ts';

/** How much another variant of an image leaves out. */
export type Lacks =
  /** The packages of buildpack-deps: compilers, headers, version control, curl. */
  | 'tools'
  /** Documents, manual pages and translations, and no package. */
  | 'documents'
  /** The compiler and the tools of a JDK. */
  | 'jdk'
  /** It stands on Alpine: other packages, and another C library. */
  | 'glibc';

export interface Variant {
  readonly image: FinalImage;
  readonly lacks: Lacks;
}

type Bases = (ref: ImageRef, base: BaseImage) => readonly FinalImage[];

const LANGUAGES: Readonly<Record<string, Bases>> = {
  node: nodeBases,
  python: pythonBases,
  ruby: rubyBases,
};

/** The smaller variant of the same image, of the same version and release; none where it is one. */
export function variantOf(ref: ImageRef, base: BaseImage, alpine: boolean): Variant | undefined {
  if (ref.digest !== undefined) return undefined;
  const languages = LANGUAGES[ref.repository];
  if (languages) {
    return base.distribution === 'alpine'
      ? undefined
      : ofLanguage(languages(ref, base), ref, base, alpine);
  }
  if (ref.repository === 'debian') return debianSlim(ref, base);
  const image = jreBases(ref, base).find(
    (jre) =>
      jre.vendorChanges !== true &&
      jre.ref !== ref.text &&
      jre.distribution === base.distribution &&
      jre.release === base.release,
  );
  return image && { image, lacks: 'jdk' };
}

function ofLanguage(
  bases: readonly FinalImage[],
  ref: ImageRef,
  base: BaseImage,
  alpine: boolean,
): Variant | undefined {
  const kind = alpine ? 'alpine' : 'slim';
  const image = bases.find((found) => found.kind === kind && found.ref !== ref.text);
  if (!image) return undefined;
  if (alpine) return { image, lacks: 'glibc' };
  return image.release === base.release ? { image, lacks: 'tools' } : undefined;
}

/** About, in MB, where the table has both sizes. JDK images are not in it. */
export function savedMB({ sizeMB }: BaseImage, { image }: Variant): number | undefined {
  return sizeMB === undefined ? undefined : Math.round(sizeMB - image.sizeMB);
}

/** A name of a release or suite, or a number since Debian 9.4, and the day of a build. */
const WITH_SLIM = /^(?:[a-z]+|9\.(?:[4-9]|1\d)|[1-9]\d(?:\.\d+)?|[a-z]+-20(?:19|[2-9]\d)\d{4})$/;

/**
 * The same tag with `-slim` behind it, so that what moves goes on moving.
 * https://github.com/docker-library/official-images/blob/master/library/debian, its history read 2026-11-26.
 */
function debianSlim(ref: ImageRef, base: BaseImage): Variant | undefined {
  const tag = ref.tag ?? 'latest';
  const image = glibcBases(base.release).find(({ ref: name }) => /^debian:.*-slim$/.test(name));
  if (!image || !WITH_SLIM.test(tag) || tag === 'experimental') return undefined;
  const slim = tag === 'latest' ? 'stable-slim' : `${tag}-slim`;
  return { image: { ...image, ref: `${writtenName(ref)}:${slim}` }, lacks: 'documents' };
}
