/** Distroless images that get no updates any more. */
import type { ImageRef } from '../model/image-ref.ts';
import { DISTROLESS } from './distroless-images.ts';
import { DEBIAN_RELEASES } from './base-images.ts';
import { isPast, type Retirement } from './retirement.ts';

/** `gcr.io/distroless/cc-debian11`, with any tag; a name without a release moves on by itself. */
export function retiredDistroless({ repository, tag, text }: ImageRef): Retirement | undefined {
  const match = /^gcr\.io\/distroless\/([\w-]+)-debian(\d+)$/.exec(repository);
  const [, name = '', number = ''] = match ?? [];
  const release = DEBIAN_RELEASES.find(({ version }) => version === number)?.name;
  const row = Object.hasOwn(DISTROLESS, name) ? DISTROLESS[name] : undefined;
  const ended = release === undefined ? undefined : row?.retired[release];
  if (!row || !ended || !isPast(ended)) return undefined;
  const common = {
    what: `distroless ${name} of Debian ${number}`,
    ended,
    source: `https://github.com/GoogleContainerTools/distroless/blob/main/${row.source}`,
  };
  const to = successorOf(name);
  if (to === undefined) return { ...common, mechanical: false };
  const image = `gcr.io/distroless/${to.name}-debian${to.number}`;
  return {
    ...common,
    // Without a tag it is `latest`, as before.
    successor: tag !== undefined && text.endsWith(`:${tag}`) ? `${image}:${tag}` : image,
    mechanical: name !== 'python3',
    ...breaksOf(name, to.name, number),
  };
}

interface Current {
  readonly name: string;
  /** Of Debian. */
  readonly number: string;
}

/**
 * The same on the newest Debian; else the next version of Java, and that version of Node.js which
 * takes the place of an older one in the image `node` too (see `retired-languages.ts`).
 */
function successorOf(name: string): Current | undefined {
  const [, family = '', version = ''] = /^(java|nodejs)(\d+)$/.exec(name) ?? [];
  const versions = family === 'nodejs' ? [24] : [17, 21, 25];
  const later = versions.filter((one) => family !== '' && one >= Number(version));
  for (const one of [name, ...later.map((number) => `${family}${number}`)]) {
    const release = DEBIAN_RELEASES.findLast(
      (debian) => DISTROLESS[one]?.retired[debian.name] === '',
    );
    if (release !== undefined) return { name: one, number: release.version };
  }
  return undefined;
}

/**
 * OpenSSL is 1.1 up to Debian 11 and 3 since 12, and each Debian has another Python:
 * https://github.com/GoogleContainerTools/distroless/blob/main/base/config.bzl and
 * https://github.com/GoogleContainerTools/distroless/blob/main/python3/README.md, read 2026-11-27.
 */
function breaksOf(name: string, next: string, number: string): Pick<Retirement, 'breaks'> {
  if (name === 'python3') {
    return { breaks: 'Python is another version, for which the packages have to be installed' };
  }
  if (name !== next) return { breaks: `${name} has become ${next}` };
  const isLinked = /^(?:base|cc)$/.test(name) && Number(number) < 12;
  return isLinked
    ? { breaks: 'OpenSSL is version 3, and what is linked to 1.1 does not start' }
    : {};
}
