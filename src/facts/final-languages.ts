/** Final bases for what runs on the images of Node.js, Python, Ruby and PHP. */
import type { ImageRef } from '../model/image-ref.ts';
import type { BaseImage } from './base-image.ts';
import { DEBIAN_RELEASES } from './base-images.ts';
import { PYTHON_OF_DEBIAN } from './distroless-images.ts';
import {
  bySize,
  distroless,
  distrolessFor,
  joined,
  loose,
  writtenName,
  type Details,
  type FinalImage,
} from './final-image.ts';
import { DERIVED, inRanges, NODE_WITH_ENTRYPOINT, PHP_ALPINE, type Derived } from './final-tags.ts';

/** Of a tag like `20.11-bookworm-slim`, `3.12-slim-bookworm` or `lts-alpine3.19`. */
interface TagParts {
  /** Empty for `latest`, and for a release alone. */
  readonly version: string;
  readonly release: string | undefined;
  readonly slim: boolean;
  readonly alpine: boolean;
}

/** Undefined where there is something else in it. */
function partsOf(tag: string, names: Readonly<Record<string, string>>): TagParts | undefined {
  const parts = {
    version: '',
    release: undefined as string | undefined,
    slim: false,
    alpine: false,
  };
  for (const token of tag.split('-')) {
    if (token === 'slim') parts.slim = true;
    else if (/^alpine(?:\d+\.\d+)?$/.test(token)) parts.alpine = true;
    else if (DEBIAN_RELEASES.some(({ name }) => name === token)) parts.release = token;
    else if (token in names || isVersion(token)) parts.version = token;
    else if (token !== 'latest') return undefined;
  }
  return parts;
}

const isVersion = (text: string): boolean => /^\d+(?:\.\d+){0,2}$/.test(text);

/** How the repository of a language names its variants. */
interface Language {
  readonly tags: Derived;
  readonly slimTag: (version: string, release: string | undefined) => string;
  /** By version; `NEWEST` for tags that name none. */
  readonly slim: (version: string) => Details;
  readonly alpine: (version: string) => Details;
}
const NEWEST = '999';

/**
 * The slim and the Alpine variant of an official image, of the same version as it is written. The
 * slim one has the same release of Debian. An image that is one of them already stays.
 */
function variants(language: Language, ref: ImageRef, base: BaseImage): (FinalImage | undefined)[] {
  if (ref.tag === undefined || ref.digest !== undefined) return [];
  const parts = partsOf(ref.tag, language.tags.names);
  if (!parts) return [];
  const number = (language.tags.names[parts.version] ?? parts.version) || NEWEST;
  if (parts.alpine) return [loose(ref.text, language.alpine(number))];
  const alpine = alpineOf(language, ref, parts, number);
  if (parts.slim) return [loose(ref.text, language.slim(number)), alpine];
  const slim = slimOf(language, ref, parts, number);
  return [slim?.release === base.release ? slim : undefined, alpine];
}

function slimOf(
  { tags, slim, slimTag }: Language,
  ref: ImageRef,
  { version, release }: TagParts,
  number: string,
): FinalImage | undefined {
  const exists =
    release === undefined
      ? version === '' || inRanges(number, tags.slim)
      : tags.slimReleases.includes(release) &&
        (version === '' ? release !== 'jessie' : inRanges(number, tags.slimNamed));
  return exists
    ? loose(`${writtenName(ref)}:${slimTag(version, release)}`, slim(number))
    : undefined;
}

function alpineOf(
  { tags, alpine }: Language,
  ref: ImageRef,
  { version, release }: TagParts,
  number: string,
): FinalImage | undefined {
  const exists = version === '' ? release === undefined : inRanges(number, tags.alpine);
  return exists
    ? loose(`${writtenName(ref)}:${joined(version, 'alpine')}`, alpine(number))
    : undefined;
}

/**
 * Sources: https://github.com/nodejs/docker-node (Dockerfile-slim.template: its packages are
 * purged again, ca-certificates too; Dockerfile-alpine.template) and
 * https://github.com/docker-library/repo-info/tree/master/repos/node/local, read 2026-11-25.
 */
const NODE: Language = {
  tags: DERIVED.node,
  slimTag: (version, release) => joined(version, release, 'slim'),
  slim: (version) => ({ sizeMB: 230, ...nodeStart(version) }),
  alpine: (version) => ({
    sizeMB: 168,
    ...nodeStart(version),
    libraries: ['libgcc', 'libssl', 'libstdc++', 'zlib'],
  }),
};

/** The entry point runs what it is given, and `node` with it where that is no program. */
const nodeStart = (version: string): Partial<FinalImage> => ({
  entrypoint: inRanges(version, NODE_WITH_ENTRYPOINT) ? ['docker-entrypoint.sh'] : [],
  cmd: ['node'],
  program: '/usr/local/bin/node',
});

/** Final bases for what runs on the official image `node`. */
export function nodeBases(ref: ImageRef, base: BaseImage): FinalImage[] {
  return bySize([...variants(NODE, ref, base), ...distrolessNode(ref, base)]);
}

/** Only for a tag that says no more than the major version: that is all that these images say. */
function distrolessNode(ref: ImageRef, base: BaseImage): (FinalImage | undefined)[] {
  if (ref.tag === undefined || ref.digest !== undefined) return [];
  const version = partsOf(ref.tag, DERIVED.node.names)?.version ?? '';
  const names: Readonly<Record<string, string>> = DERIVED.node.names;
  const moves = version === 'lts' || version === 'current';
  const name = `nodejs${moves ? '' : (names[version] ?? version)}`;
  return distrolessFor(name, base);
}

/**
 * Sources: https://github.com/docker-library/python (Dockerfile-linux.template) and
 * https://github.com/docker-library/repo-info/tree/master/repos/python/local, read 2026-11-25.
 */
const PYTHON: Language = {
  tags: DERIVED.python,
  slimTag: (version, release) => joined(version, 'slim', release),
  slim: (version) => ({ sizeMB: 124, caCertificates: true, ...pythonStart(version) }),
  alpine: (version) => ({
    sizeMB: 49,
    caCertificates: true,
    timeZones: true,
    ...pythonStart(version),
  }),
};

function pythonStart(version: string): Partial<FinalImage> {
  const name = inRanges(version, '2-2') ? 'python2' : 'python3';
  return {
    // `3` is the newest of them.
    env: version !== '3' && inRanges(version, '2-3.12') ? { LANG: 'C.UTF-8' } : {},
    cmd: [name],
    program: `/usr/local/bin/${name}`,
  };
}

/**
 * Final bases for what runs on the official image `python`. The distroless one has the Python of
 * its Debian release, so it is only one for that `MAJOR.MINOR`, whatever the release of the build
 * stage: where that is newer (see `release`), extension modules that are compiled there do not run.
 */
export function pythonBases(ref: ImageRef, base: BaseImage): FinalImage[] {
  const found = variants(PYTHON, ref, base);
  if (found.length === 0) return [];
  const version = partsOf(ref.tag ?? '', {})?.version ?? '';
  return bySize([...found, distrolessPython(version)]);
}

function distrolessPython(version: string): FinalImage | undefined {
  const release = Object.keys(PYTHON_OF_DEBIAN).find((name) => PYTHON_OF_DEBIAN[name] === version);
  const image = release === undefined ? undefined : distroless('python3', release);
  const program = `/usr/bin/python${version}`;
  return image && { ...image, program, entrypoint: [program] };
}

/**
 * Sources: https://github.com/docker-library/ruby (Dockerfile.template) and
 * https://github.com/docker-library/repo-info/tree/master/repos/ruby/local, read 2026-11-25.
 */
const RUBY: Language = {
  tags: DERIVED.ruby,
  slimTag: (version, release) => joined(version, 'slim', release),
  slim: () => ({ sizeMB: 150, caCertificates: true, ...RUBY_START }),
  alpine: () => ({ sizeMB: 70, ...RUBY_START, libraries: ['libgcc', 'libssl', 'zlib'] }),
};
const RUBY_START: Partial<FinalImage> = { cmd: ['irb'], program: '/usr/local/bin/ruby' };

/** Final bases for what runs on the official image `ruby`. */
export function rubyBases(ref: ImageRef, base: BaseImage): FinalImage[] {
  return bySize(variants(RUBY, ref, base));
}

/** Final bases for what runs on the official image `php`: its Alpine variant, and itself. */
export function phpBases(ref: ImageRef, base: BaseImage): FinalImage[] {
  if (ref.tag === undefined || ref.digest !== undefined) return [];
  const kind = /(?:^|-)(cli|fpm|apache|zts)(?=-|$)/.exec(ref.tag)?.[1] ?? '';
  const same = loose(ref.text, phpDetails(kind, base.distribution === 'alpine'));
  if (base.distribution === 'alpine' || !isPhpKind(kind)) return bySize([same]);
  const version = /^\d+(?:\.\d+){0,2}(?=-|$)/.exec(ref.tag)?.[0];
  if (version === undefined || !inRanges(version, PHP_ALPINE[kind])) return bySize([same]);
  const tag = joined(version, kind, 'alpine');
  return bySize([same, loose(`${writtenName(ref)}:${tag}`, phpDetails(kind, true))]);
}

const isPhpKind = (kind: string): kind is keyof typeof PHP_ALPINE => kind in PHP_ALPINE;

/** https://github.com/docker-library/php/blob/master/Dockerfile-linux.template, read 2026-11-25. */
function phpDetails(kind: string, alpine: boolean): Details {
  const command: Readonly<Record<string, readonly string[]>> = {
    fpm: ['php-fpm'],
    apache: ['apache2-foreground'],
  };
  return {
    sizeMB: alpine ? 100 : 500,
    caCertificates: true,
    entrypoint: ['docker-php-entrypoint'],
    cmd: command[kind] ?? ['php', '-a'],
    program: '/usr/local/bin/php',
  };
}
