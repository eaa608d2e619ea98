/**
 * The distroless images: gcr.io/distroless/NAME-debianNN. Tags of each: latest, nonroot, debug,
 * debug-nonroot.
 *
 * Read 2026-11-25 off the history of https://github.com/GoogleContainerTools/distroless up to its
 * commit cd080764af31 (2026-08-21): README.md and SUPPORT_POLICY.md for what there is and until
 * when, config.bzl in each folder for packages, `*.bzl` for entry points and environment. Sizes are
 * of images made of these package lists for Debian 12, unpacked; those for Java are java-base with
 * what a JRE of Temurin takes (see `final-jres.ts`).
 */

/** Shared libraries beyond libc that programs are linked to more often than to others. */
export type Library =
  'libatomic' | 'libgcc' | 'libgomp' | 'libicu' | 'libssl' | 'libstdc++' | 'libzstd' | 'zlib';

export interface DistrolessRow {
  /** By Debian release: `YYYY-MM` since which it is not updated any more; empty if it is. */
  readonly retired: Readonly<Record<string, string>>;
  readonly libc: 'glibc' | 'none';
  readonly sizeMB: number;
  /** By Debian release; `*` for the others. */
  readonly libraries: Readonly<Record<string, readonly Library[]>>;
  readonly entrypoint: readonly string[];
  readonly program?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly source: string;
}

const BASE: Readonly<Record<string, readonly Library[]>> = {
  '*': ['libssl'],
  trixie: ['libssl', 'libzstd', 'zlib'],
};
const CC: Readonly<Record<string, readonly Library[]>> = {
  '*': ['libgcc', 'libgomp', 'libssl', 'libstdc++'],
  trixie: ['libgcc', 'libgomp', 'libssl', 'libstdc++', 'libzstd', 'zlib'],
};
const CC_ZLIB: Readonly<Record<string, readonly Library[]>> = {
  '*': [...CC['*']!, 'zlib'],
  trixie: CC['trixie']!,
};
/** Without OpenSSL. */
const JAVA: Readonly<Record<string, readonly Library[]>> = { '*': ['libgcc', 'libstdc++', 'zlib'] };

const UTF8 = { LANG: 'C.UTF-8' };
/** What left the README, and when; for those of bookworm without a language, the support policy. */
const STATIC_ENDS = { bullseye: '2024-09', bookworm: '2026-09', trixie: '' };
const LANGUAGE_ENDS = { bookworm: '2026-02' };

const plain = (sizeMB: number, libraries: DistrolessRow['libraries'], source: string) =>
  ({ retired: STATIC_ENDS, libc: 'glibc', sizeMB, libraries, entrypoint: [], source }) as const;

const node = (retired: Readonly<Record<string, string>>): DistrolessRow => ({
  retired,
  libc: 'glibc',
  sizeMB: 122,
  libraries: CC,
  entrypoint: ['/nodejs/bin/node'],
  program: '/nodejs/bin/node',
  source: 'nodejs/README.md',
});

const java = (sizeMB: number, retired: Readonly<Record<string, string>>): DistrolessRow => ({
  retired,
  libc: 'glibc',
  sizeMB,
  libraries: JAVA,
  entrypoint: ['/usr/bin/java', '-jar'],
  program: '/usr/bin/java',
  env: UTF8,
  source: 'java/README.md',
});

/** The version of python3, that of the Debian release. */
export const PYTHON_OF_DEBIAN: Readonly<Record<string, string>> = {
  bullseye: '3.9',
  bookworm: '3.11',
  trixie: '3.13',
};

export const DISTROLESS: Readonly<Record<string, DistrolessRow>> = {
  static: {
    ...plain(2, {}, 'static/config.bzl'),
    libc: 'none',
  },
  'base-nossl': plain(15, {}, 'base/config.bzl'),
  base: plain(21, BASE, 'base/config.bzl'),
  cc: plain(24, CC, 'cc/config.bzl'),
  nodejs14: node({ bullseye: '2023-05' }),
  nodejs16: node({ bullseye: '2023-09' }),
  nodejs18: node({ bullseye: '2024-09', bookworm: '2025-04' }),
  nodejs20: node({ bullseye: '2024-09', bookworm: '2026-02', trixie: '2026-05' }),
  nodejs22: node({ ...LANGUAGE_ENDS, trixie: '' }),
  nodejs24: node({ ...LANGUAGE_ENDS, trixie: '' }),
  nodejs26: {
    ...node({ trixie: '' }),
    libraries: { '*': ['libatomic', ...CC['trixie']!] },
  },
  'java-base': {
    retired: { bullseye: '2024-09', ...LANGUAGE_ENDS, trixie: '' },
    libc: 'glibc',
    sizeMB: 33,
    libraries: JAVA,
    entrypoint: [],
    env: UTF8,
    source: 'java/README.md',
  },
  java11: java(175, { bullseye: '2024-09' }),
  java17: java(175, { bullseye: '2024-09', ...LANGUAGE_ENDS, trixie: '' }),
  java21: java(195, { ...LANGUAGE_ENDS, trixie: '' }),
  java25: java(205, { trixie: '' }),
  python3: {
    retired: { bullseye: '2024-09', bookworm: '2026-05', trixie: '' },
    libc: 'glibc',
    sizeMB: 53,
    libraries: CC_ZLIB,
    entrypoint: [],
    env: UTF8,
    source: 'python3/README.md',
  },
};
