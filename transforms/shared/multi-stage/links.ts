import type { FinalImage } from '../../../src/kit.ts';
import { packageRole } from '../runtime-packages.ts';
import { effectsOf } from './effects.ts';
import type { Shipment, Subject } from './types.ts';

/**
 * The development packages of `buildpack-deps`, on which the full images of many languages stand.
 * https://github.com/docker-library/buildpack-deps/blob/master/debian/bookworm/Dockerfile, read 2026-11-25.
 */
const BUILDPACK_PACKAGES: readonly string[] = (
  'default-libmysqlclient-dev libbz2-dev libcurl4-openssl-dev libdb-dev libevent-dev libffi-dev ' +
  'libgdbm-dev libglib2.0-dev libgmp-dev libjpeg-dev libkrb5-dev liblzma-dev libmagickwand-dev ' +
  'libmaxminddb-dev libncurses5-dev libpng-dev libpq-dev libreadline-dev libsqlite3-dev libssl-dev ' +
  'libwebp-dev libxml2-dev libxslt-dev libyaml-dev zlib1g-dev'
).split(' ');

const ON_BUILDPACK = new Set(['rust', 'gcc', 'python', 'node', 'ruby', 'perl', 'buildpack-deps']);

/** Do the image's own packages include those of `buildpack-deps`? */
export const standsOnBuildpack = ({ base, ref }: Subject): boolean =>
  ON_BUILDPACK.has(base.repository) &&
  base.packageManager === 'apt' &&
  !(ref.tag ?? '').includes('slim') &&
  !(base.repository === 'buildpack-deps' && /-(?:curl|scm)$/.test(ref.tag ?? ''));

/** Packages of the distribution that are there to link to: those of the base, and installed ones. */
export function developmentPackages(subject: Subject): Installed {
  const installed: string[] = [];
  let isKnown = true;
  for (const effect of subject.steps.flatMap((step) => effectsOf(step))) {
    if (effect.kind !== 'packages') continue;
    if (effect.names === undefined) isKnown = false;
    else installed.push(...effect.names.map((name) => name.replace(/[=:<>~@].*$/, '')));
  }
  const own = standsOnBuildpack(subject) ? BUILDPACK_PACKAGES : [];
  return { names: [...new Set([...own, ...installed])], installed, isKnown };
}

/** Shared libraries that a RUN installs by themselves: somebody wanted them at run time. */
export const explicitLibraries = (subject: Subject): string[] =>
  developmentPackages(subject).installed.filter((name) => {
    const { role } = packageRole(managerOf(subject), name, subject.base.release);
    return name.startsWith('lib') && role === 'runtime';
  });

export interface Installed {
  /** All of them. */
  readonly names: readonly string[];
  /** Those that a RUN installs. */
  readonly installed: readonly string[];
  /** Every RUN names what it installs. */
  readonly isKnown: boolean;
}

/** The package manager of the build stage, as `packageRole` asks for it. */
export const managerOf = ({ base }: Subject): 'apt' | 'apk' | 'dnf' | 'yum' => {
  const { packageManager } = base;
  if (packageManager === 'apk' || packageManager === 'yum') return packageManager;
  return packageManager === 'dnf' || packageManager === 'microdnf' ? 'dnf' : 'apt';
};

/** A word that stands for one thing, whatever name the package of a distribution gives it. */
export const stemOf = (name: string): string =>
  name
    .replace(/^lib/, '')
    .replace(/-(?:dev|devel|sys)$/, '')
    .replace(/[-.\d]+$/, '')
    .toLowerCase();

/**
 * Packages of one library that needs no other file and no other library than libc, and how the
 * library is called. https://packages.debian.org/bookworm/zlib1g and the like, read 2026-11-25.
 */
const ALONE: Readonly<Record<string, string>> = {
  libatomic1: 'libatomic.so.1',
  'libbz2-1.0': 'libbz2.so.1.0',
  libev4: 'libev.so.4',
  libev4t64: 'libev.so.4',
  libexpat1: 'libexpat.so.1',
  libffi8: 'libffi.so.8',
  libgmp10: 'libgmp.so.10',
  libjansson4: 'libjansson.so.4',
  'liblz4-1': 'liblz4.so.1',
  liblzma5: 'liblzma.so.5',
  'libpcre2-8-0': 'libpcre2-8.so.0',
  libsodium23: 'libsodium.so.23',
  'libsqlite3-0': 'libsqlite3.so.0',
  libuuid1: 'libuuid.so.1',
  libuv1: 'libuv.so.1',
  libuv1t64: 'libuv.so.1',
  'libyaml-0-2': 'libyaml-0.so.2',
  libzstd1: 'libzstd.so.1',
  zlib1g: 'libz.so.1',
};

/**
 * A distroless image has no package manager: libraries that stand alone are copied to it, into a
 * directory in which the loader of glibc looks by itself.
 */
export function librariesFor(
  { kind, libraries, release }: FinalImage,
  packages: readonly string[],
): { readonly packages: readonly string[]; readonly ships: readonly Shipment[] } {
  // In older releases some of them lie in /lib.
  if (kind !== 'distroless' || !/^(?:bookworm|trixie)$/.test(release ?? '')) {
    return { packages, ships: [] };
  }
  const there = (name: string): boolean =>
    (name === 'zlib1g' && libraries.includes('zlib')) ||
    (name === 'libzstd1' && libraries.includes('libzstd'));
  const copied = packages.filter((name) => name in ALONE && !there(name));
  return {
    packages: packages.filter((name) => !copied.includes(name)),
    ships: copied.map((name) => ({
      from: `/usr/lib/*-linux-gnu*/${ALONE[name]!}`,
      to: `/usr/lib/${ALONE[name]!}`,
      made: true,
      file: true,
    })),
  };
}
