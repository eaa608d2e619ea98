/** What is known of an image that a final stage can stand on. */
import { valueOf } from '../model/fact.ts';
import { parseImageRef, type ImageRef } from '../model/image-ref.ts';
import { lookUpBaseImage, type BaseImage } from './base-image.ts';
import {
  DEBIAN_RELEASES,
  type Distribution,
  type PackageManager,
  type User,
} from './base-images.ts';
import { DISTROLESS, type Library } from './distroless-images.ts';
import { inRanges } from './final-tags.ts';

/** `slim`: the userland of a larger distribution, and a shell. */
export type FinalKind = 'scratch' | 'distroless' | 'alpine' | 'slim';

export interface FinalImage {
  /** As it is written behind FROM. */
  readonly ref: string;
  readonly kind: FinalKind;
  readonly libc: 'glibc' | 'musl' | 'none';
  /** `distroless` for all of that kind, of which only `release` tells more; `none` for scratch. */
  readonly distribution: Distribution;
  /** Debian and Ubuntu: code name; Alpine: `MAJOR.MINOR`; others: major version. */
  readonly release: string | undefined;
  /** What `/bin/sh` is. */
  readonly shell: 'dash' | 'bash' | 'busybox' | 'none';
  readonly hasBash: boolean;
  readonly packageManager: PackageManager;
  /** Unpacked, linux/amd64, of a current tag; old ones differ. */
  readonly sizeMB: number;
  /** The certificates of the public authorities lie where OpenSSL looks for them. */
  readonly caCertificates: boolean;
  /** There is /usr/share/zoneinfo. */
  readonly timeZones: boolean;
  /** The user of the image's configuration. */
  readonly user: string;
  /** Users for applications in its /etc/passwd. */
  readonly users: readonly User[];
  readonly workdir: string;
  /** What its configuration sets, besides PATH and what names a version. */
  readonly env: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  /** Where the program that runs the language, or the server, lies. */
  readonly program?: string;
  /** The port that its server listens on. */
  readonly port?: number;
  /** Programs that a minimal image of its distribution lacks, and it has. */
  readonly tools?: readonly string[];
  /** What it is known to have of these. */
  readonly libraries: readonly Library[];
  /** The language comes from another vendor than in the build stage. */
  readonly vendorChanges?: boolean;
  /** `YYYY-MM` since which the publisher does not update the tag any more, as far as known. */
  readonly retired?: string;
  readonly source: string;
  readonly date: string;
}

export const READ = '2026-11-25';

/** What the image table does not hold of an image. */
export interface Details extends Partial<FinalImage> {
  readonly sizeMB: number;
}

/** Smallest first; of the same size, what is updated for longest first. */
export function bySize(images: readonly (FinalImage | undefined)[]): FinalImage[] {
  const found = images.filter((image) => image !== undefined);
  return found.toSorted((a, b) => a.sizeMB - b.sizeMB || byEnd(b, a));
}

/** The one that is retired sooner first; one that is not retired last. */
function byEnd(a: FinalImage, b: FinalImage): number {
  const [first, second] = [a.retired ?? '9999', b.retired ?? '9999'];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** An image of the table of base images, if its release is known. */
export function tabled(ref: string, details: Details): FinalImage | undefined {
  const image = loose(ref, details);
  return image?.release === undefined ? undefined : image;
}

/** An image of the table of base images, whatever its release. */
export function loose(ref: string, details: Details): FinalImage | undefined {
  const base = valueOf(lookUpBaseImage(parseImageRef(ref)!));
  const { distribution, libc, packageManager, release, shell, workdir } = base ?? {};
  const user = details.user ?? base?.user;
  if (!base || !distribution || !libc || !packageManager || !shell || !user || !workdir) {
    return undefined;
  }
  if (shell === 'cmd' || shell === 'powershell') return undefined;
  return {
    ref,
    kind: distribution === 'alpine' ? 'alpine' : 'slim',
    libc,
    distribution,
    release,
    shell,
    hasBash: distribution !== 'alpine',
    packageManager,
    ...certificatesAndZones(distribution, release ?? ''),
    user,
    users: base.users,
    workdir,
    env: base.env,
    entrypoint: [],
    cmd: [],
    libraries: librariesOf(distribution, release ?? ''),
    source: base.source,
    date: READ,
    ...details,
  };
}

/**
 * Debian: rootfs.manifest of the slim variants in
 * https://github.com/debuerreotype/docker-debian-artifacts/tree/dist-amd64. Alpine: 3.14 and later,
 * https://github.com/docker-library/repo-info/tree/master/repos/alpine/local. Read 2026-11-25.
 */
function certificatesAndZones(
  distribution: Distribution,
  release: string,
): { caCertificates: boolean; timeZones: boolean } {
  return {
    caCertificates: distribution === 'alpine' && inRanges(release, ALPINE_WITH_CERTIFICATES),
    timeZones: distribution === 'debian' && release in DEBIAN_LIBRARIES,
  };
}
const ALPINE_WITH_CERTIFICATES = '3.14-3.24';

/** Sources as above. */
const DEBIAN_LIBRARIES: Readonly<Record<string, readonly Library[]>> = {
  bullseye: ['libgcc', 'libssl', 'libstdc++', 'libzstd', 'zlib'],
  bookworm: ['libgcc', 'libstdc++', 'libzstd', 'zlib'],
  trixie: ['libgcc', 'libssl', 'libstdc++', 'libzstd', 'zlib'],
};

function librariesOf(distribution: Distribution, release: string): readonly Library[] {
  if (distribution === 'debian') return DEBIAN_LIBRARIES[release] ?? [];
  const isAlpine = distribution === 'alpine' && inRanges(release, ALPINE_WITH_CERTIFICATES);
  return isAlpine ? ['libssl', 'zlib'] : [];
}

export const SCRATCH: FinalImage = {
  ref: 'scratch',
  kind: 'scratch',
  libc: 'none',
  distribution: 'none',
  release: undefined,
  shell: 'none',
  hasBash: false,
  packageManager: 'none',
  sizeMB: 0,
  caCertificates: false,
  timeZones: false,
  user: 'root',
  users: [],
  workdir: '/',
  env: {},
  entrypoint: [],
  cmd: [],
  libraries: [],
  source: 'https://hub.docker.com/_/scratch',
  date: READ,
};

const NONROOT: User = { name: 'nonroot', uid: 65532, gid: 65532, home: '/home/nonroot' };
const NOBODY: User = { name: 'nobody', uid: 65534, gid: 65534, home: '/nonexistent' };

/** Undefined where there is no such image for the release. */
export function distroless(name: string, release: string): FinalImage | undefined {
  const row = DISTROLESS[name];
  const retired = row?.retired[release];
  const number = DEBIAN_RELEASES.find((debian) => debian.name === release)?.version;
  if (!row || retired === undefined || number === undefined) return undefined;
  const { retired: _, env, source, ...rest } = row;
  return {
    ...SCRATCH,
    ref: `gcr.io/distroless/${name}-debian${number}`,
    kind: 'distroless',
    distribution: 'distroless',
    release,
    caCertificates: true,
    timeZones: true,
    users: [NONROOT, NOBODY],
    source: `https://github.com/GoogleContainerTools/distroless/blob/main/${source}`,
    env: { SSL_CERT_FILE: '/etc/ssl/certs/ca-certificates.crt', ...env },
    ...rest,
    libraries: row.libraries[release] ?? row.libraries['*'] ?? [],
    ...(retired === '' ? {} : { retired }),
  };
}

/**
 * The distroless images for what was built on `base`. From Debian: of the same release, and of
 * later ones, whose libc runs what was linked to an older one. From Alpine: all, the newest first;
 * nothing that is linked there runs on them.
 */
export function distrolessFor(name: string, base: BaseImage): (FinalImage | undefined)[] {
  const names = DEBIAN_RELEASES.map((debian) => debian.name);
  if (base.libc === 'musl') return names.toReversed().map((release) => distroless(name, release));
  const from = names.indexOf(base.release ?? '');
  return from === -1 ? [] : names.slice(from).map((release) => distroless(name, release));
}

/** The name of the repository as it is written in the file. */
export const writtenName = (ref: ImageRef): string => ref.text.replace(/:[^/]*$/, '');

/** With hyphens; what is missing or empty is left out. */
export const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('-');
