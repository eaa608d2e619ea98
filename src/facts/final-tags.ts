/**
 * Which tags of the official images exist beside another one. A tag is never taken away from the
 * registry: what was listed once keeps its last push.
 *
 * Read 2026-11-25 off the history of
 * https://github.com/docker-library/official-images/tree/master/library up to its commit
 * 37079fb336f5 (2026-08-21), one file for each repository. Every tag that the files of these
 * repositories ever listed for linux/amd64 was held against the tables below.
 */

/**
 * `FROM-TO` ranges of versions, both included. A number that TO lacks is the newest there is; so
 * is one that the version asked for lacks. A range of a line that still gets releases ends with
 * the newest one of 2026-08-21; later ones are not known.
 */
export type Ranges = string;

const numbers = (version: string): number[] => version.split('.').map(Number);

/** Compares number by number, with a value for those that `a` or `b` lacks. */
function compare(a: readonly number[], missingA: number, b: readonly number[], missingB: number) {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [left, right] = [a[index] ?? missingA, b[index] ?? missingB];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** Is this version in one of the ranges? False for what is no version. */
export function inRanges(version: string, ranges: Ranges): boolean {
  if (!/^\d+(?:\.\d+)*$/.test(version)) return false;
  const wanted = numbers(version);
  return ranges.split(' ').some((range) => {
    const [from = '', to = ''] = range.split('-');
    return (
      compare(wanted, Infinity, numbers(from), 0) >= 0 &&
      // What the version lacks is no newer than the end of the range.
      compare(wanted, 0, numbers(to), Infinity) <= 0
    );
  });
}

/** What is derived from a tag `VERSION` or `VERSION-RELEASE` of a Debian image. */
export interface Derived {
  /** `-slim` of a version alone. */
  readonly slim: Ranges;
  /** `-slim` of a version with the code name of a Debian release. */
  readonly slimNamed: Ranges;
  /** Releases with which there is a slim variant at all. */
  readonly slimReleases: readonly string[];
  /** `-alpine`. */
  readonly alpine: Ranges;
  /** Names that are used like versions, with the version that they stood for at the end. */
  readonly names: Readonly<Record<string, string>>;
}

export const DERIVED = {
  node: {
    slim: '0.10.32-0.11.12 0.11.14-22.23.2 23-24.19.0 25-26.7.0',
    slimNamed: '6.15-6 8.14-8 10.14.1-10 11.3-22.23.2 23-24.19.0 25-26.7.0',
    slimReleases: ['jessie', 'stretch', 'buster', 'bullseye', 'bookworm', 'trixie'],
    alpine: '4.6.2-4 6.9.1-6 7.1-22.23.2 23-24.19.0 25-26.7.0',
    names: {
      current: '26',
      lts: '24',
      argon: '4',
      boron: '6',
      carbon: '8',
      dubnium: '10',
      erbium: '12',
      fermium: '14',
      gallium: '16',
      hydrogen: '18',
      iron: '20',
      jod: '22',
      krypton: '24',
    },
  },
  python: {
    slim: '2.7.8-2 3.2-3.2 3.3.6-3.3 3.4.2-3.9 3.10-3.10.21 3.11-3.11.16 3.12-3.12.14 3.13-3.13.15 3.14-3.14.7',
    slimNamed:
      '2.7.14-2 3.4.7-3.4 3.5.4-3.5 3.6.3-3.9 3.10-3.10.21 3.11-3.11.16 3.12-3.12.14 3.13-3.13.15 3.14-3.14.7',
    slimReleases: ['jessie', 'stretch', 'buster', 'bullseye', 'bookworm', 'trixie'],
    alpine:
      '2.7.11-2 3.3.6-3.3 3.4.4-3.4 3.5.1-3.9 3.10-3.10.21 3.11-3.11.16 3.12-3.12.14 3.13-3.13.15 3.14-3.14.7',
    names: {},
  },
  ruby: {
    slim: '1.9.3-2.0 2.1.5-3.2 3.3-3.3.12 3.4-3.4.10 4.0-4.0.6',
    slimNamed: '2.1.5-3.2 3.3-3.3.12 3.4-3.4.10 4.0-4.0.6',
    slimReleases: ['jessie', 'stretch', 'buster', 'bullseye', 'bookworm', 'trixie'],
    alpine: '2.1.8-2.1 2.2.4-3.2 3.3-3.3.12 3.4-3.4.10 4.0-4.0.6',
    names: {},
  },
} as const satisfies Readonly<Record<string, Derived>>;

/**
 * Versions of node whose last push has an entry point. From the commits that the lists name, in
 * https://github.com/nodejs/docker-node, read 2026-11-25.
 */
export const NODE_WITH_ENTRYPOINT: Ranges = '8.16-8 10.16-10 11.15-11 12.4-999';

/** `-alpine` beside `VERSION`, `VERSION-cli`, `-fpm` and `-zts` of php. It never had a `-slim`. */
export const PHP_ALPINE: Readonly<Record<'' | 'cli' | 'fpm' | 'zts', Ranges>> = {
  '': '5.5.33-5.5 5.6.19-5.6 7.0.4-8.1 8.2-8.2.33 8.3-8.3.33 8.4-8.4.24 8.5-8.5.9',
  cli: '5.6.31-5.6 7.0.24-7.0 7.1.10-8.1 8.2-8.2.33 8.3-8.3.33 8.4-8.4.24 8.5-8.5.9',
  fpm: '5.5.33-5.5 5.6.19-5.6 7.0.4-8.1 8.2-8.2.33 8.3-8.3.33 8.4-8.4.24 8.5-8.5.9',
  zts: '5.5.33-5.5 5.6.19-5.6 7.0.4-7 8.1.5-8.1 8.2-8.2.33 8.3-8.3.33 8.4-8.4.24 8.5-8.5.9',
};

/** Code names with a `debian:NAME-slim`. */
export const DEBIAN_SLIM = 'wheezy jessie stretch buster bullseye bookworm trixie forky sid'.split(
  ' ',
);

/** `ubuntu:NUMBER`. */
export const UBUNTU_NUMBERS = (
  '10.04 12.04 12.10 13.04 13.10 14.04 14.10 15.04 15.10 16.04 16.10 17.04 17.10 18.04 18.10 19.04 ' +
  '19.10 20.04 20.10 21.04 21.10 22.04 22.10 23.04 23.10 24.04 24.10 25.04 25.10 26.04'
).split(' ');

/** `alpine:MAJOR.MINOR`. */
export const ALPINE_TAGS = '2.6-2.7 3.1-3.24';

/** The JRE images of eclipse-temurin: what stands behind `MAJOR-jre`, and for which majors. */
export const TEMURIN_JRE: Readonly<Record<string, string>> = {
  '': '8 11 17 18 19 20 21 22 23 24 25 26',
  alpine: '8 11 17 18 19 20 21 22 23 24 25 26',
  focal: '8 11 17 18 19',
  jammy: '8 11 17 18 19 20 21 22 25 26',
  noble: '8 11 17 21 22 23 24 25 26',
  resolute: '8 11 17 21 25 26',
  centos7: '8 11 17 18 19',
  'ubi9-minimal': '8 11 17 19 20 21 22 23 24',
  'ubi10-minimal': '8 11 17 21 24 25 26',
  'alpine-3.20': '8 11 17 21 23 24',
  'alpine-3.21': '8 11 17 21 23 24 25',
  'alpine-3.22': '8 11 17 21 24 25',
  'alpine-3.23': '8 11 17 21 25 26',
  'alpine-3.24': '8 11 17 21 25 26',
};

/**
 * Full versions of eclipse-temurin with a JRE, from the list and from the commits that it names in
 * https://github.com/adoptium/containers, read 2026-11-25; `8u502-b07` is 8.502.7, `17.0.20_8` is 17.0.20.8,
 * `21_35` is 21.0.0.35.
 */
export const TEMURIN_FULL: Ranges =
  '8.302-8.502.7 11.0.12-11.0.32.9 17.0.1-17.0.20.8 18.0.1-18 19-19 20-20 21-21.0.12.8 22-22 23-23 24-24 25-25.0.4.7 26-26.0.2.10';

/** Those whose last push has an entry point, in the numbers of `TEMURIN_FULL`; sources as there. */
export const TEMURIN_WITH_ENTRYPOINT: Ranges = '8.382-8 11.0.20-11 17.0.8-17 20.0.2-20 21-999';

/** `amazoncorretto:MAJOR-al2023-headless`, `MAJOR-al2-native-headless`: no desktop libraries. */
export const CORRETTO_HEADLESS: Readonly<Record<string, string>> = {
  al2023: '11 17 21 22 23 24 25 26',
  'al2-native': '11 17',
};

/** `openjdk:MAJOR-jre-slim` and `openjdk:MAJOR-jre-slim-RELEASE`, last pushed in 2022-08. */
export const OPENJDK_JRE_SLIM: Readonly<Record<string, string>> = {
  '': '8 11',
  buster: '8 11',
  bullseye: '8 11',
};

/** `ibm-semeru-runtimes:open-MAJOR-jre` and `open-MAJOR-jre-VARIANT`. */
export const SEMERU_JRE: Readonly<Record<string, string>> = {
  '': '8 11 16 17 18 19 20 21 22 23 24 25 26',
  centos7: '8 11 16 17 18 19 20 21 22',
  focal: '8 11 16 17 18 19 20 21 22 23',
  jammy: '8 11 17 18 19 20 21 22 23 24 25 26',
  noble: '8 11 17 21 23 24 25 26',
  resolute: '8 11 17 21 25 26',
};
