/**
 * Facts about Docker base images, for rewriting Dockerfiles. An absent property means unknown.
 *
 * Where a release is given for a tag of a Docker official image, it is the one the tag was last
 * built with: a tag that is no longer listed keeps its last push, and a listed (floating) tag is
 * given as of SNAPSHOT, the newest official-images commit that was read. References pinned by
 * digest may be older than their tag says: do not ask for their `release`, and do not read a digest
 * without a tag as 'latest'. Sizes are those of current tags; older ones differ.
 */

/** Date of the docker-library/official-images commit (37079fb336f5) behind the release tables. */
export const SNAPSHOT = '2026-08-21';

export interface BaseImageRow {
  /** Repository names without registry default: 'node', 'mcr.microsoft.com/dotnet/sdk'. */
  repositories: readonly string[];
  /** Ordered: the first variant whose `tag` matches wins. An untagged reference is 'latest'. */
  variants: readonly Variant[];
  /** URL of the file or page the row was read from. */
  source: string;
  /** ISO date on which it was read. */
  date: string;
}

export type Distribution =
  | 'debian'
  | 'ubuntu'
  | 'alpine'
  | 'centos'
  | 'rhel'
  | 'fedora'
  | 'rocky'
  | 'alma'
  | 'amazon'
  | 'oracle'
  | 'opensuse'
  | 'sles'
  | 'photon'
  | 'azurelinux'
  | 'mariner'
  | 'arch'
  | 'busybox'
  | 'wolfi'
  | 'distroless'
  | 'windows'
  | 'none';

export type PackageManager =
  'apt' | 'apk' | 'yum' | 'dnf' | 'microdnf' | 'tdnf' | 'zypper' | 'pacman' | 'none';

/** What /bin/sh is; 'none' where there is no /bin/sh; what runs commands on Windows. */
export type Shell = 'dash' | 'bash' | 'busybox' | 'none' | 'cmd' | 'powershell';

export type ReleaseOf = (tag: string) => string | undefined;
export type Release = string | ReleaseOf;

export interface User {
  name: string;
  uid: number;
  gid: number;
  home?: string;
}

export interface Variant {
  /** Matched against the tag. */
  tag: RegExp;
  os: 'linux' | 'windows';
  distribution?: Distribution | undefined;
  /** Debian and Ubuntu: code name; Alpine: 'MAJOR.MINOR'; others: major version. */
  release?: Release | undefined;
  packageManager?: PackageManager | undefined;
  libc?: 'glibc' | 'musl' | 'none' | undefined;
  shell?: Shell | undefined;
  /** Only when the image's configuration sets SHELL. */
  defaultShell?: readonly string[] | undefined;
  /** USER in the image's configuration; 'root' when it sets none. */
  user?: string | undefined;
  /** WORKDIR in the image's configuration; '/' when it sets none. */
  workdir?: string | undefined;
  /** Non-root users made for running applications. */
  users?: readonly User[] | undefined;
  /** The entry point starts as root and drops its privileges by itself. */
  dropsPrivileges?: boolean | undefined;
  env?: Readonly<Record<string, string>> | undefined;
  onbuild?: boolean | undefined;
  /** Typical uncompressed size, linux/amd64. */
  sizeMB?: number | undefined;
  /** Typical transfer size, linux/amd64. */
  compressedMB?: number | undefined;
  note?: string | undefined;
}

type Extra = Omit<Partial<Variant>, 'tag'>;

/** Lines of: name, version, release date, end of regular support, end of extended support. */
function distributionReleases(table: string): DistributionRelease[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', version = '', since = '', endOfLife = '', extended] = line
        .trim()
        .split(' ');
      return {
        name,
        version,
        released: since,
        endOfLife,
        ...(extended === undefined ? {} : { extended }),
      };
    });
}

export interface DistributionRelease {
  name: string;
  version: string;
  released: string;
  /** End of regular support. */
  endOfLife: string;
  /** End of extended support: Debian LTS, Ubuntu Pro. */
  extended?: string;
}

/** Source: https://github.com/endoflife-date/endoflife.date/blob/master/products/debian.md, read 2026-11-23 (its state of 2026-08-22). */
export const DEBIAN_RELEASES: readonly DistributionRelease[] = distributionReleases(`
  lenny 5 2009-02-14 2012-02-06
  squeeze 6 2011-02-06 2014-05-31 2016-02-29
  wheezy 7 2013-05-04 2016-04-25 2018-05-31
  jessie 8 2015-04-25 2018-06-17 2020-06-30
  stretch 9 2017-06-17 2020-07-18 2022-07-01
  buster 10 2019-07-06 2022-09-10 2024-06-30
  bullseye 11 2021-08-14 2024-08-14 2026-08-31
  bookworm 12 2023-06-10 2026-07-11 2028-06-30
  trixie 13 2025-08-09 2028-08-09 2030-06-30
`);

/** Source: https://github.com/endoflife-date/endoflife.date/blob/master/products/ubuntu.md, as above. */
export const UBUNTU_RELEASES: readonly DistributionRelease[] = distributionReleases(`
  lucid 10.04 2010-04-29 2013-05-09
  maverick 10.10 2010-10-10 2012-04-10
  natty 11.04 2011-04-28 2012-10-28
  oneiric 11.10 2011-10-13 2013-05-09
  precise 12.04 2012-04-26 2017-04-28 2019-04-26
  quantal 12.10 2012-10-18 2014-05-16
  raring 13.04 2013-04-25 2014-01-27
  saucy 13.10 2013-10-17 2014-07-17
  trusty 14.04 2014-04-17 2019-04-02 2024-04-02
  utopic 14.10 2014-10-23 2015-07-23
  vivid 15.04 2015-04-23 2016-02-04
  wily 15.10 2015-10-22 2016-07-28
  xenial 16.04 2016-04-21 2021-04-02 2026-04-02
  yakkety 16.10 2016-10-13 2017-07-20
  zesty 17.04 2017-04-13 2018-01-13
  artful 17.10 2017-10-19 2018-07-19
  bionic 18.04 2018-04-26 2023-05-31 2028-04-01
  cosmic 18.10 2018-10-18 2019-07-18
  disco 19.04 2019-04-18 2020-01-23
  eoan 19.10 2019-10-17 2020-07-06
  focal 20.04 2020-04-23 2025-05-31 2030-04-02
  groovy 20.10 2020-10-22 2021-07-22
  hirsute 21.04 2021-04-22 2022-01-20
  impish 21.10 2021-10-14 2022-07-14
  jammy 22.04 2022-04-21 2027-04-01 2032-04-09
  kinetic 22.10 2022-10-20 2023-07-20
  lunar 23.04 2023-04-20 2024-01-20
  mantic 23.10 2023-10-12 2024-07-12
  noble 24.04 2024-04-25 2029-05-31 2036-05-31
  oracular 24.10 2024-10-10 2025-07-10
  plucky 25.04 2025-04-17 2026-01-17
  questing 25.10 2025-10-09 2026-07-01
  resolute 26.04 2026-04-23 2031-04-30 2036-04-30
`);

/** Source: https://github.com/endoflife-date/endoflife.date/blob/master/products/alpine-linux.md, as above. */
export const ALPINE_RELEASES: readonly DistributionRelease[] = distributionReleases(`
  alpine 2.6 2010-12-15 2015-05-01
  alpine 2.7 2011-01-06 2015-11-01
  alpine 3.0 2014-06-04 2016-05-01
  alpine 3.1 2014-12-10 2016-11-01
  alpine 3.2 2015-05-26 2017-05-01
  alpine 3.3 2015-12-19 2017-11-01
  alpine 3.4 2016-05-31 2018-05-01
  alpine 3.5 2016-12-22 2018-11-01
  alpine 3.6 2017-05-24 2019-05-01
  alpine 3.7 2017-11-30 2019-11-01
  alpine 3.8 2018-06-26 2020-05-01
  alpine 3.9 2019-01-29 2020-11-01
  alpine 3.10 2019-06-19 2021-05-01
  alpine 3.11 2019-12-19 2021-11-01
  alpine 3.12 2020-05-29 2022-05-01
  alpine 3.13 2021-01-14 2022-11-01
  alpine 3.14 2021-06-15 2023-05-01
  alpine 3.15 2021-11-24 2023-11-01
  alpine 3.16 2022-05-23 2024-05-23
  alpine 3.17 2022-11-22 2024-11-22
  alpine 3.18 2023-05-09 2025-05-09
  alpine 3.19 2023-12-07 2025-11-01
  alpine 3.20 2024-05-22 2026-04-01
  alpine 3.21 2024-12-05 2026-11-01
  alpine 3.22 2025-05-30 2027-05-01
  alpine 3.23 2025-12-04 2027-11-01
  alpine 3.24 2026-06-09 2028-06-01
`);

/**
 * Versions of tools in the releases' own packages (python-pip or python3-pip, npm), by code name.
 * pip before 6.0 has no --no-cache-dir. Read 2026-11-23 off version pins in public Dockerfiles
 * ('python-pip=1.5.6-5', 'npm=3.5.2-0ubuntu4', …); what is absent was not found.
 */
export const PACKAGED_TOOLS: Readonly<Record<string, { pip?: string; npm?: string }>> = {
  jessie: { pip: '1.5.6' },
  stretch: { pip: '9.0.1' },
  bullseye: { pip: '20.3.4' },
  bookworm: { pip: '23.0.1', npm: '9.2.0' },
  trixie: { pip: '25.1.1', npm: '9.2.0' },
  trusty: { pip: '1.5.4' },
  xenial: { pip: '8.1.1', npm: '3.5.2' },
  bionic: { pip: '9.0.1', npm: '3.5.2' },
  noble: { npm: '9.2.0' },
};

/** Read by byVersion(): the release each version of an official image was last built with. */
const RELEASES = {
  node: `
    0.8.28=jessie 0.10.35=wheezy 0.10.38=jessie 0.11.14=wheezy 0.12.2=jessie 6.14.4=stretch
    7.0.0=jessie 8.13.0=stretch 9.0.0=jessie 10.13.0=stretch 14.19.3=buster 15.0.0=stretch
    16.0.0=buster 17.0.0=bullseye 18.16.0=bookworm 19.0.0=bullseye 20.3.0=bookworm 22.23.3=?
    23.0.0=bookworm 24.19.1=? 25.0.0=bookworm 26.0.0=trixie 26.7.1=?`,
  nodeSlim: `
    0.8.28=jessie 0.10.35=wheezy 0.10.38=jessie 0.11.14=wheezy 0.12.2=jessie 6.15.0=stretch
    7.0.0=jessie 8.13.0=stretch 9.0.0=jessie 10.14.1=stretch 14.19.3=buster 15.0.0=stretch
    16.0.0=buster 17.0.0=bullseye 18.16.0=bookworm 19.0.0=bullseye 20.3.0=bookworm 22.23.3=?
    23.0.0=bookworm 24.19.1=? 25.0.0=bookworm 26.0.0=trixie 26.7.1=?`,
  nodeAlpine: `
    4.6.2=3.4 6.15.1=3.8 6.17.1=3.9 7.1.0=3.4 8.0.0=3.6 8.12.0=3.8 8.16.0=3.9 8.16.2=3.10
    8.17.0=3.11 9.0.0=3.6 10.0.0=3.7 10.7.0=3.8 10.15.3=3.9 10.17.0=3.10 10.18.0=3.11 11.0.0=3.8
    11.10.0=3.9 12.13.0=3.10 12.14.0=3.11 12.22.7=3.14 12.22.8=3.15 13.0.0=3.10 13.5.0=3.11
    14.18.1=3.14 14.18.2=3.15 14.19.3=3.16 14.21.1=3.17 15.0.0=3.11 16.0.0=3.13 16.13.0=3.14
    16.13.1=3.15 16.15.1=3.16 16.18.1=3.17 16.20.0=3.18 17.0.0=3.14 17.3.0=3.15 18.3.0=3.16
    18.12.1=3.17 18.16.0=3.18 18.19.0=3.19 18.20.3=3.20 18.20.5=3.21 19.0.0=3.16 19.2.0=3.17
    19.9.0=3.18 20.0.0=3.17 20.2.0=3.18 20.10.0=3.19 20.13.1=3.20 20.18.1=3.21 20.19.2=3.22
    20.19.6=3.23 21.0.0=3.18 21.4.0=3.19 21.7.3=3.20 22.0.0=3.19 22.2.0=3.20 22.12.0=3.21
    22.16.0=3.22 22.21.1=3.23 22.22.3=3.24 22.23.3=? 23.0.0=3.20 23.3.0=3.21 23.11.1=3.22
    24.0.0=3.21 24.1.0=3.22 24.11.1=3.23 24.16.0=3.24 24.19.1=? 25.0.0=3.22 25.2.1=3.23
    26.3.0=3.24 26.7.1=?`,
  python: `
    2.7.9=jessie 2.7.15=stretch 2.7.16=buster 3.2.6=jessie 3.3.5=wheezy 3.3.6=jessie
    3.4.1=wheezy 3.4.3=jessie 3.4.8=stretch 3.5.0=jessie 3.5.5=stretch 3.5.7=buster 3.6.0=jessie
    3.6.5=stretch 3.6.9=buster 3.6.14=bullseye 3.7.0=stretch 3.7.4=buster 3.7.11=bullseye
    3.7.17=bookworm 3.8.0=buster 3.8.11=bullseye 3.8.17=bookworm 3.9.0=buster 3.9.6=bullseye
    3.9.17=bookworm 3.9.23=trixie 3.10.0=bullseye 3.10.12=bookworm 3.10.18=trixie 3.10.22=?
    3.11.0=bullseye 3.11.4=bookworm 3.11.13=trixie 3.11.17=? 3.12.0=bookworm 3.12.11=trixie
    3.12.15=? 3.13.0=bookworm 3.13.6=trixie 3.13.16=? 3.14.0=trixie 3.14.8=?`,
  pythonAlpine: `
    2.7.11=3.4 2.7.15=3.9 2.7.16=3.10 2.7.17=3.11 3.3.6=3.4 3.4.8=3.8 3.4.9=3.9 3.5.1=3.4
    3.5.5=3.8 3.5.6=3.9 3.5.7=3.10 3.5.9=3.12 3.6.0=3.4 3.6.5=3.7 3.6.6=3.8 3.6.8=3.10
    3.6.10=3.12 3.6.12=3.13 3.6.13=3.14 3.6.15=3.15 3.7.0=3.8 3.7.2=3.9 3.7.3=3.10 3.7.6=3.11
    3.7.7=3.12 3.7.9=3.13 3.7.10=3.14 3.7.12=3.15 3.7.13=3.16 3.7.15=3.17 3.7.16=3.18 3.8.0=3.10
    3.8.1=3.11 3.8.3=3.12 3.8.7=3.13 3.8.10=3.14 3.8.12=3.15 3.8.13=3.16 3.8.15=3.17 3.8.16=3.18
    3.8.18=3.19 3.8.19=3.20 3.9.0=3.12 3.9.1=3.13 3.9.5=3.14 3.9.9=3.15 3.9.13=3.16 3.9.15=3.17
    3.9.16=3.18 3.9.18=3.19 3.9.19=3.20 3.9.21=3.21 3.9.22=3.22 3.10.0=3.15 3.10.4=3.16
    3.10.8=3.17 3.10.11=3.18 3.10.13=3.19 3.10.14=3.20 3.10.16=3.21 3.10.17=3.22 3.10.19=3.23
    3.10.20=3.24 3.10.22=? 3.11.0=3.17 3.11.3=3.18 3.11.7=3.19 3.11.9=3.20 3.11.11=3.21
    3.11.12=3.22 3.11.14=3.23 3.11.15=3.24 3.11.17=? 3.12.0=3.18 3.12.1=3.19 3.12.3=3.20
    3.12.8=3.21 3.12.10=3.22 3.12.12=3.23 3.12.13=3.24 3.12.15=? 3.13.0=3.20 3.13.1=3.21
    3.13.3=3.22 3.13.10=3.23 3.13.14=3.24 3.13.16=? 3.14.0=3.22 3.14.1=3.23 3.14.6=3.24 3.14.8=?`,
  golang: `
    1.2.0=wheezy 1.3.3=jessie 1.9.0=stretch 1.11.12=buster 1.12.0=stretch 1.12.7=buster
    1.16.7=bullseye 1.19.10=bookworm 1.20.0=bullseye 1.20.5=bookworm 1.24.6=trixie 1.26.8=?
    1.27.0=trixie 1.27.1=?`,
  golangAlpine: `
    1.4.3=3.3 1.5.1=3.2 1.5.2=3.3 1.5.4=3.4 1.6.0=3.3 1.6.2=3.4 1.8.0=3.5 1.9.0=3.6 1.9.7=3.8
    1.10.0=3.7 1.10.3=3.8 1.10.8=3.9 1.11.0=3.8 1.11.5=3.9 1.11.11=3.10 1.12.0=3.9 1.12.6=3.10
    1.12.14=3.11 1.13.0=3.10 1.13.5=3.11 1.13.12=3.12 1.14.0=3.11 1.14.4=3.12 1.14.13=3.13
    1.15.0=3.12 1.15.6=3.13 1.15.13=3.14 1.16.0=3.13 1.16.5=3.14 1.16.10=3.15 1.17.0=3.14
    1.17.3=3.15 1.17.10=3.16 1.18.0=3.15 1.18.2=3.16 1.18.8=3.17 1.19.0=3.16 1.19.3=3.17
    1.19.9=3.18 1.20.0=3.17 1.20.4=3.18 1.20.12=3.19 1.21.0=3.18 1.21.5=3.19 1.21.10=3.20
    1.22.0=3.19 1.22.3=3.20 1.22.10=3.21 1.23.0=3.20 1.23.4=3.21 1.23.9=3.22 1.24.0=3.21
    1.24.3=3.22 1.24.11=3.23 1.25.0=3.22 1.25.5=3.23 1.25.11=3.24 1.26.0=3.23 1.26.4=3.24
    1.26.8=? 1.27.0=3.24 1.27.1=?`,
  ruby: `
    2.0.0=jessie 2.3.7=stretch 2.4.0=jessie 2.4.4=stretch 2.4.6=buster 2.5.0=stretch
    2.5.5=buster 2.6.0=stretch 2.6.3=buster 2.6.8=bullseye 2.7.0=buster 2.7.4=bullseye
    3.0.0=buster 3.0.2=bullseye 3.1.4=bookworm 3.2.0=bullseye 3.2.2=bookworm 3.2.9=trixie
    3.3.0=bookworm 3.3.9=trixie 3.3.13=? 3.4.1=bookworm 3.4.5=trixie 3.4.11=? 4.0.0=trixie
    4.0.7=?`,
  rubyAlpine: `
    2.1.8=3.3 2.1.9=3.4 2.2.4=3.3 2.2.5=3.4 2.3.0=3.3 2.3.1=3.4 2.3.7=3.8 2.4.0=3.4 2.4.4=3.7
    2.4.5=3.9 2.4.6=3.10 2.4.9=3.11 2.5.0=3.7 2.5.3=3.9 2.5.5=3.10 2.5.7=3.11 2.5.8=3.13
    2.6.0=3.8 2.6.1=3.9 2.6.3=3.10 2.6.5=3.11 2.6.6=3.13 2.6.8=3.14 2.6.9=3.15 2.7.0=3.11
    2.7.1=3.12 2.7.2=3.13 2.7.4=3.14 2.7.5=3.15 2.7.6=3.16 3.0.0=3.13 3.0.2=3.14 3.0.3=3.15
    3.0.4=3.16 3.1.0=3.15 3.1.2=3.16 3.1.3=3.17 3.1.4=3.19 3.1.5=3.20 3.1.6=3.21 3.2.0=3.17
    3.2.2=3.19 3.2.4=3.20 3.2.6=3.21 3.2.8=3.22 3.2.9=3.23 3.3.0=3.19 3.3.1=3.20 3.3.6=3.21
    3.3.8=3.22 3.3.10=3.23 3.3.11=3.24 3.3.13=? 3.4.1=3.21 3.4.4=3.22 3.4.7=3.23 3.4.9=3.24
    3.4.11=? 4.0.0=3.23 4.0.5=3.24 4.0.7=?`,
  php: `
    5.4.32=wheezy 5.4.39=jessie 5.5.16=wheezy 5.5.23=jessie 5.6.36=stretch 7.0.0=jessie
    7.0.30=stretch 7.1.0=jessie 7.1.17=stretch 7.1.30=buster 7.2.0=stretch 7.2.20=buster
    7.3.0=stretch 7.3.7=buster 7.3.29=bullseye 7.4.0=buster 7.4.22=bullseye 8.0.0=buster
    8.0.9=bullseye 8.1.20=bookworm 8.1.33=trixie 8.2.0=bullseye 8.2.7=bookworm 8.2.29=trixie
    8.2.34=? 8.3.0=bookworm 8.3.24=trixie 8.3.34=? 8.4.1=bookworm 8.4.11=trixie 8.4.25=?
    8.5.0=trixie 8.5.10=?`,
  phpAlpine: `
    5.5.33=3.3 5.5.36=3.4 5.6.19=3.3 5.6.22=3.4 5.6.36=3.7 5.6.37=3.8 7.0.4=3.3 7.0.7=3.4
    7.0.30=3.7 7.1.0=3.4 7.1.17=3.7 7.1.21=3.8 7.1.26=3.9 7.1.30=3.10 7.2.0=3.6 7.2.5=3.7
    7.2.9=3.8 7.2.14=3.9 7.2.19=3.10 7.2.26=3.11 7.2.31=3.12 7.3.0=3.8 7.3.1=3.9 7.3.6=3.10
    7.3.13=3.11 7.3.19=3.12 7.3.26=3.13 7.3.28=3.14 7.3.33=3.15 7.4.0=3.10 7.4.1=3.11 7.4.7=3.12
    7.4.14=3.13 7.4.20=3.14 7.4.26=3.15 7.4.29=3.16 8.0.0=3.12 8.0.1=3.13 8.0.7=3.14 8.0.13=3.15
    8.0.19=3.16 8.1.0=3.15 8.1.6=3.16 8.1.13=3.17 8.1.18=3.18 8.1.26=3.19 8.1.28=3.20
    8.1.31=3.21 8.2.0=3.17 8.2.6=3.18 8.2.13=3.19 8.2.19=3.20 8.2.26=3.21 8.2.28=3.22
    8.2.29=3.23 8.2.31=3.24 8.2.34=? 8.3.0=3.19 8.3.7=3.20 8.3.14=3.21 8.3.22=3.22 8.3.28=3.23
    8.3.31=3.24 8.3.34=? 8.4.1=3.21 8.4.8=3.22 8.4.15=3.23 8.4.22=3.24 8.4.25=? 8.5.0=3.23
    8.5.7=3.24 8.5.10=?`,
  gcc: `
    8.4.0=buster 9.1.0=? 9.3.0=buster 9.5.0=bullseye 10.1.0=? 10.3.0=buster 10.4.0=bullseye
    12.3.0=bookworm 14.3.0=trixie 15.1.0=bookworm 15.2.0=trixie 16.2.1=?`,
  rust: `
    1.19.0=stretch 1.37.0=buster 1.55.0=bullseye 1.72.0=bookworm 1.89.0=trixie 1.98.1=?`,
  rustAlpine: `
    1.37.0=3.10 1.41.0=3.11 1.44.1=3.12 1.50.0=3.13 1.54.0=3.14 1.58.0=3.15 1.61.0=3.16
    1.66.0=3.17 1.70.0=3.18 1.75.0=3.19 1.78.0=3.20 1.83.0=3.21 1.87.0=3.22 1.91.1=3.23
    1.96.0=3.24 1.98.1=?`,
  openjdk: `
    6=wheezy 7=jessie 8=bullseye 9.0.1=sid 11.0.1=stretch 11.0.6=buster 11.0.12=bullseye`,
  openjdkSlim: `
    6=wheezy 7=jessie 8=bullseye 9.0.1=sid 11.0.1=stretch 11.0.3=? 11.0.4=buster 11.0.12=bullseye
    13.0.1=buster 16.0.2=bullseye 21=bookworm 25=trixie`,
  openjdkOracle: `
    8=8 10.0.2=7 11.0.9.1=8 12.0.1=7 14.0.2=8 22=9`,
  openjdkAlpine: `
    7=3.9 13=3.10 15=3.12 16=3.13 17=3.14 18=3.15 19=3.16`,
  postgres: `
    8.4.22=wheezy 9.0.22=jessie 9.1.14=wheezy 9.1.18=jessie 9.2.9=wheezy 9.2.13=jessie
    9.3.5=wheezy 9.3.9=jessie 9.3.22=stretch 9.4.0=wheezy 9.4.4=jessie 9.4.17=stretch
    9.5.0=jessie 9.5.12=stretch 9.6.0=jessie 9.6.8=stretch 12.0=buster 12.8=bullseye
    12.15=bookworm 13.0=buster 13.4=bullseye 13.11=bookworm 13.21=trixie 14.0=bullseye
    14.8=bookworm 14.18=trixie 14.25=? 15.0=bullseye 15.3=bookworm 15.13=trixie 15.20=?
    16.0=bookworm 16.9=trixie 16.16=? 17.0=bookworm 17.5=trixie 17.12=? 18.0=trixie 18.7=?`,
  postgresAlpine: `
    9.2.19=3.5 9.3.22=3.7 9.3.23=3.8 9.4.10=3.5 9.4.17=3.7 9.4.18=3.8 9.4.20=3.9 9.4.23=3.10
    9.4.25=3.11 9.5.5=3.5 9.5.12=3.7 9.5.13=3.8 9.5.15=3.9 9.5.18=3.10 9.5.20=3.11 9.5.22=3.12
    9.5.24=3.13 9.6.1=3.5 9.6.8=3.7 9.6.9=3.8 9.6.11=3.9 9.6.14=3.10 9.6.16=3.11 9.6.18=3.12
    9.6.20=3.13 9.6.22=3.14 9.6.24=3.15 10.0=3.6 10.2=3.7 10.4=3.8 10.6=3.9 10.9=3.10 10.11=3.11
    10.13=3.12 10.15=3.13 10.17=3.14 10.19=3.15 10.21=3.16 11.0=3.8 11.1=3.9 11.4=3.10 11.6=3.11
    11.8=3.12 11.10=3.13 11.12=3.14 11.14=3.15 11.16=3.16 11.18=3.17 11.20=3.18 11.22=3.19
    12.0=3.10 12.1=3.11 12.3=3.12 12.5=3.13 12.7=3.14 12.9=3.15 12.11=3.16 12.13=3.17 12.15=3.18
    12.17=3.19 12.19=3.20 12.22=3.21 13.0=3.12 13.1=3.13 13.3=3.14 13.5=3.15 13.7=3.16 13.9=3.17
    13.11=3.18 13.13=3.19 13.15=3.20 13.18=3.21 13.21=3.22 14.0=3.14 14.1=3.15 14.3=3.16
    14.6=3.17 14.8=3.18 14.10=3.19 14.12=3.20 14.15=3.21 14.18=3.22 14.20=3.23 14.23=3.24
    14.25=? 15.0=3.16 15.1=3.17 15.3=3.18 15.5=3.19 15.7=3.20 15.10=3.21 15.13=3.22 15.15=3.23
    15.18=3.24 15.20=? 16.0=3.18 16.1=3.19 16.3=3.20 16.6=3.21 16.9=3.22 16.11=3.23 16.14=3.24
    16.16=? 17.0=3.20 17.2=3.21 17.5=3.22 17.7=3.23 17.10=3.24 17.12=? 18.0=3.22 18.1=3.23
    18.4=3.24 18.7=?`,
  redis: `
    2.6.17=jessie 2.8.6=wheezy 2.8.23=jessie 3.0.0=wheezy 3.0.6=jessie 3.2.12=stretch
    4.0.0=jessie 4.0.10=stretch 4.0.14=buster 5.0.0=stretch 5.0.5=buster 5.0.14=bullseye
    6.0.0=buster 6.0.16=bullseye 6.0.19=bookworm 6.2.0=buster 6.2.6=bullseye 6.2.12=bookworm
    6.2.25=? 7.0.0=bullseye 7.0.11=bookworm 7.2.17=? 7.4.0=bookworm 7.4.12=? 8.0.0=bookworm
    8.2.10=? 8.4.0=bookworm 8.4.1=trixie 8.4.7=? 8.6.0=trixie 8.6.7=? 8.8.0=trixie 8.8.3=?
    8.10.0=trixie 8.10.2=?`,
  redisAlpine: `
    3.0.6=3.3 3.0.7=3.6 3.2.0=3.4 3.2.6=3.5 3.2.9=3.6 3.2.11=3.7 3.2.12=3.8 4.0.0=3.6 4.0.6=3.7
    4.0.10=3.8 4.0.12=3.9 4.0.14=3.11 5.0.0=3.8 5.0.3=3.9 5.0.5=3.10 5.0.7=3.11 5.0.9=3.12
    5.0.10=3.13 5.0.12=3.14 5.0.14=3.16 6.0.0=3.11 6.0.4=3.12 6.0.10=3.13 6.0.14=3.14
    6.0.16=3.17 6.0.19=3.18 6.0.20=3.19 6.2.0=3.13 6.2.4=3.14 6.2.6=3.15 6.2.7=3.17 6.2.12=3.18
    6.2.14=3.20 6.2.22=3.21 6.2.25=? 7.0.0=3.16 7.0.5=3.17 7.0.11=3.18 7.0.14=3.19 7.0.15=3.20
    7.2.0=3.18 7.2.3=3.19 7.2.5=3.20 7.2.14=3.21 7.2.17=? 7.4.0=3.20 7.4.9=3.21 7.4.12=?
    8.0.0=3.21 8.2.0=3.22 8.2.10=? 8.4.0=3.22 8.4.7=? 8.6.0=3.23 8.6.7=? 8.8.0=3.23 8.8.3=?
    8.10.0=3.23 8.10.2=?`,
  nginx: `
    1.7.5=wheezy 1.8.1=jessie 1.12.0=stretch 1.16.1=buster 1.17.0=stretch 1.17.2=buster
    1.20.2=bullseye 1.21.0=buster 1.21.4=bullseye 1.25.1=bookworm 1.28.1=trixie 1.29.0=bookworm
    1.29.2=trixie 1.30.5=? 1.31.0=trixie 1.31.5=?`,
  nginxAlpine: `
    1.8.1=3.3 1.10.1=3.4 1.11.0=3.3 1.11.3=3.4 1.12.0=3.5 1.13.9=3.7 1.14.1=3.8 1.14.2=3.9
    1.15.0=3.7 1.15.4=3.8 1.15.8=3.9 1.16.1=3.10 1.17.0=3.9 1.17.2=3.10 1.17.10=3.11 1.19.2=3.12
    1.19.7=3.13 1.20.2=3.14 1.21.0=3.13 1.21.1=3.14 1.21.5=3.15 1.22.0=3.16 1.22.1=3.17
    1.23.0=3.16 1.23.3=3.17 1.25.2=3.18 1.25.5=3.19 1.26.2=3.20 1.27.0=3.19 1.27.1=3.20
    1.27.4=3.21 1.28.1=3.23 1.29.0=3.22 1.29.4=3.23 1.30.5=? 1.31.0=3.23 1.31.5=?`,
  httpd: `
    2.2.29=jessie 2.4.35=stretch 2.4.39=buster 2.4.51=bullseye 2.4.57=bookworm 2.4.65=trixie
    2.4.69=?`,
  httpdAlpine: `
    2.2.31=3.4 2.4.25=3.6 2.4.33=3.7 2.4.37=3.8 2.4.38=3.9 2.4.39=3.10 2.4.41=3.11 2.4.43=3.12
    2.4.46=3.13 2.4.48=3.14 2.4.51=3.15 2.4.53=3.16 2.4.54=3.17 2.4.57=3.18 2.4.58=3.19
    2.4.59=3.20 2.4.62=3.21 2.4.63=3.22 2.4.66=3.23 2.4.68=3.24 2.4.69=?`,
  memcached: `
    1.4.22=jessie 1.4.39=stretch 1.5.16=buster 1.6.12=bullseye 1.6.20=bookworm 1.6.39=trixie
    1.6.46=?`,
  memcachedAlpine: `
    1.4.26=3.3 1.4.28=3.4 1.4.33=3.5 1.4.39=3.6 1.5.4=3.7 1.5.10=3.8 1.5.12=3.9 1.5.16=3.10
    1.5.21=3.11 1.6.6=3.12 1.6.9=3.14 1.6.12=3.15 1.6.15=3.16 1.6.17=3.17 1.6.19=3.18
    1.6.22=3.19 1.6.27=3.20 1.6.33=3.21 1.6.38=3.22 1.6.39=3.23 1.6.42=3.24 1.6.46=?`,
  haproxy: `
    1.4.25=wheezy 1.4.26=jessie 1.5.9=wheezy 1.5.15=jessie 1.5.19=stretch 1.6.1=wheezy
    1.6.2=jessie 1.6.14=stretch 1.7.0=jessie 1.7.10=stretch 1.7.11=buster 1.8.0=stretch
    1.8.20=buster 1.9.0=stretch 1.9.8=buster 2.0.0=stretch 2.0.1=buster 2.2.16=bullseye
    2.3.0=buster 2.3.13=bullseye 2.4.0=buster 2.4.3=bullseye 2.4.24=bookworm 2.4.29=trixie
    2.5.0=bullseye 2.6.16=bookworm 2.6.22=trixie 2.6.33=? 2.7.0=bullseye 2.7.11=bookworm
    2.8.0=bullseye 2.8.5=bookworm 2.8.15=trixie 2.8.28=? 2.9.0=bookworm 3.0.11=trixie 3.0.27=?
    3.1.0=bookworm 3.1.8=trixie 3.2.0=bookworm 3.2.3=trixie 3.2.23=? 3.3.0=trixie 3.3.14=?
    3.4.0=trixie 3.4.4=?`,
  rabbitmq: `
    3.4.2=wheezy 3.5.5=jessie 3.6.10=stretch 3.7.9=bionic 3.8.16=focal 3.9.29=jammy 3.10.0=focal
    3.10.24=jammy 3.11.0=focal 3.11.18=jammy 3.13.7=noble 4.0.10=? 4.1.0=noble 4.1.9=?
    4.2.0=noble 4.2.10=? 4.3.0=noble 4.3.6=?`,
  mysql: `
    5.5.41=wheezy 5.5.45=jessie 5.5.59=stretch 5.6.22=wheezy 5.6.26=jessie 5.6.39=stretch
    5.7.5=wheezy 5.7.8=jessie 5.7.21=stretch 5.7.29=buster 5.7.38=7 8.0.0=jessie 8.0.4=stretch
    8.0.19=buster 8.0.29=8 8.0.37=9 8.1.0=8 8.4.0=9 8.4.12=? 9.0.0=9 9.7.3=? 26.7.0=9 26.7.1=?`,
  mariadb: `
    5.5.40=wheezy 5.5.60=trusty 10.0.15=wheezy 10.0.20=jessie 10.0.35=xenial 10.1.1=wheezy
    10.1.10=jessie 10.1.34=bionic 10.2.5=jessie 10.2.16=bionic 10.3.0=jessie 10.3.8=bionic
    10.3.23=focal 10.4.0=bionic 10.4.13=focal 10.5.1=bionic 10.5.3=focal 10.6.23=jammy 10.6.29=?
    10.7.1=focal 10.8.3=jammy 10.11.19=? 11.0.2=jammy 11.4.2=noble 11.4.13=? 11.5.2=noble
    11.8.9=? 12.0.2=noble 12.3.3=?`,
  mongo: `
    2.2.7=wheezy 3.2.9=jessie 3.3.5=wheezy 3.3.8=jessie 3.4.20=xenial 3.5.5=jessie 3.6.7=stretch
    3.6.11=xenial 3.7.1=jessie 3.7.9=xenial 4.1.9=bionic 4.2.5=bionic 4.4.7=focal 6.0.4=jammy
    7.0.41=? 8.0.0=noble 8.0.30=? 8.2.1=noble 8.3.9=?`,
  erlang: `
    21.0.1=stretch 21.3.8.24=buster 22.0.1=stretch 22.2.1=buster 24.2.0.0=bullseye 24.3.4.18=?
    25.0.0.0=bullseye 25.3.2.22=? 26.0.0.0=bullseye 26.2.2.0=bookworm 26.2.5.22=? 27.0.0.0=bookworm
    27.3.4.17=? 28.0.0.0=bookworm 28.3.0.0=trixie 28.5.0.6=? 29.0.0.0=trixie 29.0.5.1=?`,
  elixir: `
    1.2.6=stretch 1.5.3=buster 1.12.3=bullseye 1.14.5=bookworm 1.16.4=? 1.17.0=bookworm 1.17.4=?
    1.18.0=bookworm 1.18.4=trixie 1.18.5=? 1.19.0=trixie 1.19.6=?`,
  perl: `
    5.8.9=jessie 5.18.2=wheezy 5.18.4=jessie 5.20.0=wheezy 5.20.2=jessie 5.22.4=stretch
    5.24.0=jessie 5.24.2=stretch 5.26.3=buster 5.28.0=stretch 5.28.2=buster 5.30.3=bullseye
    5.32.0=buster 5.32.1=bullseye 5.36.1=bookworm 5.37.8=bullseye 5.38.0=bookworm 5.38.5=trixie
    5.39.1=bookworm 5.40.3=trixie 5.40.6=? 5.41.1=bookworm 5.42.0=trixie 5.42.4=? 5.43.1=trixie
    5.44.1=? 5.45.1=trixie 5.45.3=?`,
  julia: `
    0.3.7=jessie 0.6.2=stretch 1.0.4=buster 1.0.5=bullseye 1.1.0=stretch 1.1.1=buster
    1.6.4=bullseye 1.6.7=bookworm 1.7.0=bullseye 1.9.1=bookworm 1.10.10=trixie 1.10.13=?
    1.11.0=bookworm 1.11.6=trixie 1.11.10=? 1.12.0=trixie 1.12.8=?`,
  caddy: `
    2.0.0=3.11 2.1.0=3.12 2.4.0=3.13 2.4.5=3.14 2.5.0=3.15 2.5.2=3.16 2.7.2=3.18 2.8.0=3.20
    2.10.0=3.21 2.10.2=3.22 2.11.1=3.23 2.11.5=?`,
  docker: `
    1.0.1=3.2 1.8.3=3.3 1.9.0=3.2 1.9.1=3.3 1.10.3=3.4 1.11.0=3.3 1.11.2=3.4 1.13.0=3.5
    17.06.0=3.6 17.12.0=3.7 18.06.0=3.8 18.06.3=3.9 18.09.0=3.8 18.09.2=3.9 18.09.6=3.10
    19.03.5=3.11 19.03.11=3.12 19.03.15=3.13 20.10.0=3.12 20.10.3=3.13 20.10.8=3.14
    20.10.12=3.15 20.10.16=3.16 20.10.21=3.17 20.10.24=3.18 23.0.0=3.17 23.0.6=3.18 24.0.0=3.20
    27.0.1=3.21 28.0.0=3.22 29.0.0=3.24 29.7.3=?`,
  composer: `
    1.4.3=3.7 1.5.5=3.6 1.5.6=3.7 1.6.1=3.6 1.6.4=3.7 1.6.5=3.8 1.7.0=3.7 1.7.3=3.9 1.8.0=3.8
    1.8.5=3.9 1.8.6=3.11 1.9.0=3.10 1.9.2=3.11 1.9.3=3.12 1.10.0=3.11 1.10.8=3.12 1.10.20=3.13
    1.10.22=3.14 1.10.23=3.15 1.10.26=3.18 1.10.27=3.22 1.10.28=3.23 2.0.2=3.12 2.0.9=3.13
    2.1.4=3.14 2.1.14=3.15 2.2.13=3.16 2.2.18=3.17 2.2.21=3.18 2.2.22=3.19 2.2.24=3.20
    2.2.25=3.22 2.2.26=3.23 2.2.29=3.24 2.2.30=? 2.3.2=3.15 2.3.5=3.16 2.3.10=3.20 2.4.0=3.16
    2.4.4=3.20 2.5.0=3.17 2.5.7=3.18 2.5.8=3.20 2.6.2=3.18 2.6.6=3.20 2.7.1=3.19 2.7.7=3.20
    2.8.4=3.21 2.8.10=3.22 2.9.3=3.23 2.10.2=3.24 2.10.3=?`,
  mysqlDebian: `
    5.7=buster 8.0.28=buster 8.0.29=bullseye 8.0.36=bookworm`,
  temurin: `
    16=focal 17=? 18=jammy 21=? 22=noble 25=?`,
  maven: `
    3.8.5=jammy 3.9.9=noble 3.9.17=?`,
  mavenOpenjdk: `
    3.6.3=buster 3.8.2=bullseye`,
  gradle: `
    6.9.2=jammy 6.9.4=noble 6.9.5=? 7.4.2=jammy 7.6.4=noble 7.6.7=? 8.0.0=jammy 8.12.1=noble
    8.14.6=? 9.0.0=noble 9.5.1=resolute 9.7.2=?`,
  gradleOld: `
    6.9.2=jammy 6.9.5=? 7.4.2=jammy 7.6.7=? 8.0.0=jammy 8.14.6=?`,
  tomcat: `
    7.0.68=jessie 7.0.105=buster 8.0.33=jessie 8.5.57=buster 8.5.70=bullseye 8.5.81=jammy
    9.0.37=buster 9.0.52=bullseye 9.0.64=jammy 9.0.91=noble 9.0.122=? 10.0.0=buster
    10.0.10=bullseye 10.0.22=jammy 10.1.26=noble 10.1.60=? 11.0.0=noble 11.0.26=?`,
  tomcatTemurin: `
    8.5.70=focal 8.5.81=jammy 9.0.52=focal 9.0.64=jammy 9.0.91=noble 9.0.122=? 10.0.10=focal
    10.0.22=jammy 10.1.26=noble 10.1.60=? 11.0.0=noble 11.0.26=?`,
  corretto: `
    8=2023 9=? 11.0.7=2 11.0.32=2023 11.0.33=? 15.0.1=2 17.0.20=2023 17.0.21=? 18.0.0=2
    21.0.12=2023 21.0.13=? 22=2023 25.0.5=? 26.0.0=2023 26.0.3=?`,
  swift: `
    3.1.1=xenial 5.0.1=bionic 5.7.0=jammy 6.0.0=noble 6.0.4=? 6.1.0=noble 6.1.4=? 6.2.0=noble
    6.2.5=? 6.3.0=noble 6.3.4=?`,
} as const;

const READ = '2026-11-23';
const OFFICIAL = 'https://github.com/docker-library/official-images/blob/master/library/';
const ANY = /^/;

const DEBIAN_NAMES =
  'squeeze wheezy jessie stretch buster bullseye bookworm trixie forky sid'.split(' ');
const UBUNTU_NAMES = (
  'lucid precise quantal raring saucy trusty utopic vivid wily xenial yakkety zesty artful bionic ' +
  'cosmic disco eoan focal groovy hirsute impish jammy kinetic lunar mantic noble oracular plucky ' +
  'questing resolute'
).split(' ');

const DEBIAN_NAMED = namePattern(DEBIAN_NAMES);
const UBUNTU_NAMED = namePattern(UBUNTU_NAMES);
const ALPINE_TAG = /(?:^|-)alpine/;
const SLIM_TAG = /(?:^|-)slim(?:-|$)/;
const ONBUILD_TAG = /(?:^|-)onbuild$/;
/** Versions before their final release; their base is not recorded below. */
const PRERELEASE =
  /^v?\d[\d.]*-?(?:rc|RC|a|b|M|m|alpha|beta|ea|preview|dev)[\d.-]*(?:-|$)|(?:^|-)(?:rc\d*|ea|dev|beta|alpha|tp\d+|nightly|tip|unstable)(?:-|$)/;

function namePattern(names: readonly string[]): RegExp {
  return new RegExp(`(?:^|[-_])(${names.join('|')})(?=$|[-_.\\d])`);
}

/** The code name or Alpine version a tag itself names. */
function namedRelease(tag: string): string | undefined {
  const alpineVersion = /(?:^|-)alpine-?(\d+\.\d+)/.exec(tag)?.[1];
  return alpineVersion ?? DEBIAN_NAMED.exec(tag)?.[1] ?? UBUNTU_NAMED.exec(tag)?.[1];
}

function parts(version: string): number[] {
  return version.split(/\D+/).filter(Boolean).map(Number);
}

function compare(a: readonly number[], b: readonly number[], missing: number): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? missing) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Release by version, from a table of 'FIRST=RELEASE' entries in ascending order. A version with
 * fewer numbers than the entries means the newest one it covers. '?' opens a range of versions
 * published after SNAPSHOT: unknown for a full version, passed over for a partial one.
 */
function byVersion(version: string, table: string): string | undefined {
  const wanted = parts(version);
  const entries = table
    .trim()
    .split(/\s+/)
    .map((entry) => entry.split('=') as [string, string]);
  const depth = Math.max(...entries.map(([first]) => parts(first).length));
  const end = parts(entries.at(-1)?.[0] ?? '');
  const common = Math.min(end.length, wanted.length);
  if (compare(wanted.slice(0, common), end.slice(0, common), 0) > 0) return undefined;
  let found: string | undefined;
  for (const [first, release] of entries) {
    if (compare(wanted, parts(first), Infinity) < 0) break;
    if (release !== '?' || wanted.length >= depth) found = release;
  }
  return found === '?' ? undefined : found;
}

/** Release a tag names, else the one its version was last built with. */
function released(table: string, floating: Readonly<Record<string, string>> = {}): ReleaseOf {
  return (tag) => {
    const named = namedRelease(tag);
    if (named !== undefined) return named;
    const bare = tag.replace(/-(?:slim|alpine)$/, '');
    const alias = floating[bare];
    if (alias !== undefined) return alias.startsWith('v') ? byVersion(alias, table) : alias;
    if (PRERELEASE.test(tag)) return undefined;
    const version = /^v?(\d+(?:\.\d+)*)(?=[-_]|$)/.exec(tag)?.[1];
    return version === undefined ? undefined : byVersion(version, table);
  };
}

const linux = { os: 'linux', user: 'root', workdir: '/' } as const;
const withGlibc = { ...linux, libc: 'glibc' } as const;

const debian = (tag: RegExp, release: Release | undefined, extra: Extra = {}): Variant => ({
  tag,
  ...withGlibc,
  distribution: 'debian',
  packageManager: 'apt',
  shell: 'dash',
  ...(release === undefined ? {} : { release }),
  ...extra,
});
const ubuntu = (tag: RegExp, release: Release | undefined, extra: Extra = {}): Variant =>
  debian(tag, release, { distribution: 'ubuntu', ...extra });
const alpine = (tag: RegExp, release: Release | undefined, extra: Extra = {}): Variant => ({
  tag,
  ...linux,
  libc: 'musl',
  distribution: 'alpine',
  packageManager: 'apk',
  shell: 'busybox',
  ...(release === undefined ? {} : { release }),
  ...extra,
});
const redHat = (
  tag: RegExp,
  distribution: Distribution,
  packageManager: PackageManager | undefined,
  release: Release | undefined,
  extra: Extra = {},
): Variant => ({
  tag,
  ...withGlibc,
  distribution,
  packageManager,
  shell: 'bash',
  ...(release === undefined ? {} : { release }),
  ...extra,
});
const scratch = (tag: RegExp, extra: Extra = {}): Variant => ({
  tag,
  ...linux,
  distribution: 'none',
  packageManager: 'none',
  libc: 'none',
  shell: 'none',
  ...extra,
});

const windowsRelease: Release = (tag) =>
  /(?:windowsservercore|servercore|nanoserver|windows)-(ltsc\d{4}|sac\d{4}|\d{4}|2\dH2)/i.exec(
    tag,
  )?.[1];
/** Variants of the official images made for Windows. SHELL differs between their repositories. */
const windows = (server: Extra = {}, nano: Extra = {}): Variant[] => [
  {
    tag: /(?:^|-)windowsservercore/,
    os: 'windows',
    distribution: 'windows',
    packageManager: 'none',
    release: windowsRelease,
    ...server,
  },
  {
    tag: /(?:^|-)nanoserver/,
    os: 'windows',
    distribution: 'windows',
    packageManager: 'none',
    release: windowsRelease,
    shell: 'cmd',
    ...nano,
  },
];
const POWERSHELL: Extra = { shell: 'powershell', note: 'SHELL is powershell -Command …' };
const NANO_CMD: Extra = { defaultShell: ['cmd', '/S', '/C'], user: 'ContainerUser' };

const user = (name: string, uid: number, gid = uid, home?: string): User =>
  home === undefined ? { name, uid, gid } : { name, uid, gid, home };
const WWW_DATA = [user('www-data', 33, 33, '/var/www')];
const WWW_DATA_ALPINE = [user('www-data', 82, 82)];

/** The variants of a row are only made when somebody asks for them. */
function row(repositories: string, source: string, variants: () => Variant[]): BaseImageRow {
  let made: readonly Variant[] | undefined;
  return {
    repositories: repositories.split(' '),
    get variants() {
      return (made ??= variants());
    },
    source,
    date: READ,
  };
}
const official = (names: string, variants: () => Variant[]): BaseImageRow =>
  row(names, OFFICIAL + (names.split(' ')[0] ?? ''), variants);

/** Debian unless the tag says Alpine or Windows: how most official language images are laid out. */
function language(options: {
  debian: Release;
  slim?: Release;
  alpine?: Release | undefined;
  extra?: Extra;
  alpineExtra?: Extra;
  sizes?: { full?: Extra; slim?: Extra; alpine?: Extra };
  onbuild?: Extra;
}): Variant[] {
  const { extra, sizes = {} } = options;
  const alpineExtra = { ...extra, ...sizes.alpine, ...options.alpineExtra };
  return [
    debian(ONBUILD_TAG, namedRelease, { ...extra, onbuild: true, ...options.onbuild }),
    alpine(ALPINE_TAG, options.alpine ?? namedRelease, alpineExtra),
    debian(SLIM_TAG, options.slim ?? options.debian, { ...extra, ...sizes.slim }),
    debian(ANY, options.debian, { ...extra, ...sizes.full }),
  ];
}

const numbered: Release = (tag) => /^v?(\d+)/.exec(tag)?.[1];
const enterprise = (digits: RegExp, latest?: string): Release => {
  return (tag) => (tag === 'latest' ? latest : digits.exec(tag)?.[1]);
};

const NODE_USER = [user('node', 1000, 1000, '/home/node')];
/** Node.js images older than the `node` user with id 1000. */
const NODE_OLD =
  /^(?:0|[1-35]|4\.[0-5]|4\.6\.[01]|6\.[0-8]|6\.9\.0|7\.[01])(?:\.\d+)*(?:-slim|-wheezy)?$/;
const NODE_NAMES: Readonly<Record<string, string>> = {
  argon: 'v4',
  boron: 'v6',
  carbon: 'v8',
  dubnium: 'v10',
  erbium: 'v12',
  fermium: 'v14',
  gallium: 'v16',
  hydrogen: 'v18',
  iron: 'v20',
  jod: 'v22',
  krypton: 'v24',
};
const nodeReleases = (table: string, current = '') =>
  released(table, {
    ...NODE_NAMES,
    ...Object.fromEntries(Object.entries(NODE_NAMES).map(([k, v]) => [`lts-${k}`, v])),
    'lts-fermium': 'stretch',
    latest: current,
    current,
    slim: current,
    alpine: current,
  });
const GO: Extra = { workdir: '/go', env: { GOPATH: '/go' } };
const RUBY: Extra = {
  env: { GEM_HOME: '/usr/local/bundle', BUNDLE_APP_CONFIG: '/usr/local/bundle' },
};
const RUST: Extra = {
  env: { RUSTUP_HOME: '/usr/local/rustup', CARGO_HOME: '/usr/local/cargo' },
};
const PHP: Extra = { env: { PHP_INI_DIR: '/usr/local/etc/php' } };
const PHP_WEB: Extra = { ...PHP, workdir: '/var/www/html', dropsPrivileges: true };
const phpReleases = (table: string, current: string): ReleaseOf => {
  const base = released(table, { latest: current, cli: current, fpm: current, apache: current });
  return (tag) =>
    base(tag.replace(/-?(?:cli|fpm|apache|zts)(?=-|$)/, '').replace(/^$|^-/, 'latest-'));
};

const POSTGRES: Extra = {
  dropsPrivileges: true,
  users: [user('postgres', 999)],
};
const service = (name: string, uid: number, extra: Extra = {}): Extra => ({
  dropsPrivileges: true,
  users: [user(name, uid)],
  ...extra,
});

/** Temurin and what is built on it: Ubuntu unless the tag says otherwise. */
const temurinNamed: readonly Variant[] = [
  ...windows({ ...POWERSHELL }, { user: 'ContainerUser', defaultShell: ['cmd', '/s', '/c'] }),
  alpine(ALPINE_TAG, namedRelease),
  redHat(/ubi\d+-minimal/, 'rhel', 'microdnf', enterprise(/ubi(\d+)/)),
  redHat(/(?:^|-)centos7(?:-|$)/, 'centos', 'yum', '7'),
];
const amazon = (tag: RegExp, release: '1' | '2' | '2023', extra: Extra = {}): Variant =>
  redHat(tag, 'amazon', release === '2023' ? 'dnf' : 'yum', release, extra);

const MAVEN: Extra = { env: { MAVEN_HOME: '/usr/share/maven', MAVEN_CONFIG: '/root/.m2' } };
const GRADLE: Extra = {
  workdir: '/home/gradle',
  users: [user('gradle', 1000, 1000, '/home/gradle')],
  env: { GRADLE_HOME: '/opt/gradle' },
};
const TOMCAT: Extra = {
  workdir: '/usr/local/tomcat',
  env: { CATALINA_HOME: '/usr/local/tomcat' },
};
/** Debian or Ubuntu, depending on when the tag was last built. */
const aptFamily = (tag: RegExp, extra: Extra = {}): Variant => {
  const { distribution: _, ...rest } = debian(tag, namedRelease, extra);
  return rest;
};

const NONROOT = [user('nonroot', 65532, 65532, '/home/nonroot')];
const distroless = (release: Release | undefined, shell: Shell | undefined, extra: Extra) => {
  const base: Extra = {
    os: 'linux',
    distribution: 'distroless',
    packageManager: 'none',
    ...(shell === undefined ? {} : { shell }),
    ...(release === undefined ? {} : { release }),
    users: NONROOT,
    ...extra,
  };
  const debug = 'busybox under /busybox, no /bin/sh: RUN needs SHELL ["/busybox/sh", "-c"]';
  return [
    {
      os: 'linux' as const,
      ...base,
      tag: /debug-nonroot/,
      user: '65532',
      workdir: '/home/nonroot',
      note: debug,
    },
    { os: 'linux' as const, ...base, tag: /debug/, user: 'root', workdir: '/', note: debug },
    { os: 'linux' as const, ...base, tag: /nonroot/, user: '65532', workdir: '/home/nonroot' },
    { os: 'linux' as const, ...base, tag: ANY, user: 'root', workdir: '/' },
  ];
};
const distrolessRow = (names: string, release: Release | undefined, libc: 'glibc' | 'none') =>
  row(
    names
      .split(' ')
      .map((name) => `gcr.io/distroless/${name}`)
      .join(' '),
    'https://github.com/GoogleContainerTools/distroless/blob/main/README.md',
    () => [...distroless(release, 'none', { libc })],
  );
const DISTROLESS_RELEASES = {
  debian9: 'stretch',
  debian10: 'buster',
  debian11: 'bullseye',
  debian12: 'bookworm',
  debian13: 'trixie',
};

const APP = [user('app', 1654, 1654, '/home/app')];
const DOTNET_SOURCE = 'https://github.com/dotnet/dotnet-docker/blob/main/manifest.json';
/**
 * Tag patterns below are tried for .NET 8 and newer first: they have a user `app`, and its number in
 * APP_UID: https://github.com/dotnet/dotnet-docker/blob/main/src/runtime-deps/8.0/bookworm-slim/amd64/Dockerfile,
 * read 2026-11-27.
 */
function dotnet(extra: Extra, extraOld: Extra): Variant[] {
  const modern: Extra = { ...extra, users: APP, env: { ...extra.env, APP_UID: '1654' } };
  const both = (make: (tag: RegExp, more: Extra) => Variant, rest: string): Variant[] => [
    make(new RegExp(`^(?:[89]|1\\d)\\.[^/]*${rest}`), modern),
    make(new RegExp(rest), extraOld),
  ];
  const floating = (tag: string): string | undefined => {
    const version = /^(\d+)\.(\d+)/.exec(tag);
    const known: Readonly<Record<string, string>> = {
      '2.1': 'stretch',
      '3.1': 'buster',
      '5.0': 'buster',
      '6.0': 'bullseye',
      '8.0': 'bookworm',
      '9.0': 'bookworm',
    };
    return namedRelease(tag) ?? known[`${version?.[1]}.${version?.[2]}`];
  };
  const floatingAlpine = (tag: string): string | undefined =>
    namedRelease(tag) ??
    (tag.startsWith('6.0-alpine')
      ? '3.20'
      : /^(?:8|9|10)\.0-alpine/.test(tag)
        ? '3.24'
        : undefined);
  const chiseled: Extra = { packageManager: 'none', shell: 'none', user: '1654' };
  return [
    ...windows(
      { shell: 'powershell', note: 'which SHELL is set differs between versions' },
      { user: 'ContainerUser' },
    ),
    ...both((tag, more) => alpine(tag, floatingAlpine, more), '-alpine'),
    ubuntu(/^(?:[89]|1\d)\..*-chiseled/, namedRelease, { ...modern, ...chiseled }),
    ubuntu(/-chiseled/, namedRelease, {
      ...extraOld,
      packageManager: 'none',
      shell: 'none',
      user: undefined,
    }),
    ...azure(modern, chiseled, extraOld),
    ...both(
      (tag, more) => ubuntu(tag, namedRelease, more),
      '-(?:bionic|focal|jammy|noble|resolute)',
    ),
    ubuntu(/^(?:10\.0(?:\.\d+)?|10|latest)(?:-amd64|-arm64v8)?$/, 'noble', modern),
    ubuntu(/^11\.0(?:-amd64|-arm64v8)?$/, 'resolute', modern),
    debian(/^[89]\.\d+/, floating, modern),
    debian(/^(?:[1-3]\.\d|[567]\.\d)/, floating, extraOld),
  ];
}
function azure(modern: Extra, chiseled: Extra, extraOld: Extra): Variant[] {
  const base = (tag: RegExp, distribution: Distribution, more: Extra): Variant =>
    redHat(tag, distribution, 'tdnf', enterprise(/(?:mariner|azurelinux)(\d+\.\d+)/), more);
  return [
    base(/^(?:[89]|1\d)\..*azurelinux[\d.]*-distroless/, 'azurelinux', { ...modern, ...chiseled }),
    base(/azurelinux/, 'azurelinux', modern),
    base(/^8\..*mariner[\d.]*-distroless/, 'mariner', { ...modern, ...chiseled }),
    base(/mariner[\d.]*-distroless/, 'mariner', {
      ...extraOld,
      packageManager: 'none',
      shell: 'none',
      user: undefined,
    }),
    base(/^8\..*mariner/, 'mariner', modern),
    base(/mariner/, 'mariner', extraOld),
  ];
}

const NGINX: Extra = { dropsPrivileges: true };
const NGINX_101: Extra = { ...NGINX, users: [user('nginx', 101)] };
const NGINX_OLD = /^1\.(?:[0-9]|1[0-5])(?:[.-]|$)|^1\.16\.0/;
const unprivileged = { user: '101', users: [user('nginx', 101)] };

/** Versions: 'latest' and numbers, e.g. centos, oraclelinux. */
const major: Release = (tag) => /^[a-z]*(\d+)/.exec(tag)?.[1];

const UBUNTU_FLOATING: Readonly<Record<string, string>> = {
  latest: 'resolute',
  rolling: 'resolute',
};
function ubuntuRelease(tag: string): string | undefined {
  const number = /^(\d\d\.\d\d)/.exec(tag)?.[1];
  return (
    namedRelease(tag) ??
    UBUNTU_FLOATING[tag] ??
    UBUNTU_RELEASES.find((r) => r.version === number)?.name
  );
}
function debianName(version: string): string | undefined {
  return DEBIAN_RELEASES.find((release) => release.version === version)?.name;
}
function debianRelease(tag: string): string | undefined {
  const named = tag === 'latest' ? 'trixie' : namedRelease(tag);
  return named ?? debianName(/^(\d+)/.exec(tag)?.[1] ?? '');
}
function cudaUbuntu(tag: string): string | undefined {
  const digits = /ubuntu(\d\d)\.?(\d\d)/.exec(tag);
  return digits === null ? undefined : ubuntuRelease(`${digits[1]}.${digits[2]}`);
}
/** From the change log: 0.9.11–0.9.16 trusty, 0.9.19–0.9.22 xenial; newer tags name the release. */
function phusionRelease(tag: string): string | undefined {
  return namedRelease(tag) ?? ubuntuRelease(/-(\d\d\.\d\d)/.exec(tag)?.[1] ?? '');
}
const windowsTag: Release = (tag) => /^(?:10\.0\.)?(ltsc\d{4}|\d{4,5}|2\dH2)/i.exec(tag)?.[1];
const oracleRelease: ReleaseOf = (tag) => {
  const named = /oraclelinux(\d+)/.exec(tag)?.[1];
  const floating = { latest: '9', lts: '9', innovation: '9', oracle: '9' };
  const found = named ?? released(RELEASES.mysql, floating)(tag.replace('-oracle', ''));
  return found !== undefined && /^\d+$/.test(found) ? found : undefined;
};
/** Plain tags: '17', '17-jdk'. Of the full versions only those that name a release are known. */
const temurinRelease: ReleaseOf = (tag) => {
  const version = /^(\d+)(?:-j(?:dk|re))?$/.exec(tag)?.[1];
  if (tag === 'latest' || /^(?:8|11|17|21|25|26)$/.test(version ?? '')) return 'resolute';
  return namedRelease(tag) ?? (version && byVersion(version, RELEASES.temurin));
};
const GHOST: Extra = { workdir: '/var/lib/ghost', users: NODE_USER, dropsPrivileges: true };
const JENKINS: Extra = {
  user: 'jenkins',
  users: [user('jenkins', 1000, 1000, '/var/jenkins_home')],
  env: { JENKINS_HOME: '/var/jenkins_home' },
};
const BUN: Extra = { workdir: '/home/bun/app', users: [user('bun', 1000, 1000, '/home/bun')] };
const DENO = [user('deno', 1993, 1993)];
const MICROMAMBA: Extra = {
  user: 'mambauser',
  workdir: '/tmp',
  users: [user('mambauser', 57439, 57439, '/home/mambauser')],
  defaultShell: ['/usr/local/bin/_dockerfile_shell.sh'],
};

export const BASE_IMAGES: readonly BaseImageRow[] = [
  row('scratch', 'https://hub.docker.com/_/scratch', () => [scratch(ANY)]),
  official('debian', () => [
    debian(/^unstable/, 'sid'),
    debian(/^(?:oldstable|oldoldstable|stable|testing|rc-buggy|experimental)/, undefined),
    debian(/-slim$/, debianRelease, { sizeMB: 75 }),
    debian(ANY, debianRelease, { sizeMB: 120 }),
  ]),
  official('ubuntu', () => [
    ubuntu(
      /^(?:23\.04|23\.10|2[4-9]\.\d\d|lunar|mantic|noble|oracular|plucky|questing|resolute|latest|rolling)/,
      ubuntuRelease,
      {
        users: [user('ubuntu', 1000, 1000, '/home/ubuntu')],
      },
    ),
    ubuntu(ANY, ubuntuRelease),
  ]),
  official('alpine', () => [
    alpine(/^edge|^\d{8}$/, 'edge'),
    alpine(ANY, (tag) => (/^(?:latest|3)$/.test(tag) ? '3.24' : /^v?(\d+\.\d+)/.exec(tag)?.[1]), {
      compressedMB: 3.8,
    }),
  ]),
  official('busybox', () => [
    { ...scratch(/(?:^|-)musl$/), distribution: 'busybox', libc: 'musl', shell: 'busybox' },
    {
      ...scratch(/(?:^|-)uclibc$/),
      distribution: 'busybox',
      libc: undefined,
      shell: 'busybox',
      note: 'uClibc',
    },
    { ...scratch(/(?:^|-)glibc$/), distribution: 'busybox', libc: 'glibc', shell: 'busybox' },
    {
      ...scratch(ANY),
      distribution: 'busybox',
      libc: undefined,
      shell: 'busybox',
      note: 'libc differs: glibc from 1.36',
    },
  ]),
  official('buildpack-deps', () => [
    ubuntu(/^(?:\d\d\.\d\d)/, ubuntuRelease),
    ubuntu(UBUNTU_NAMED, namedRelease),
    debian(DEBIAN_NAMED, namedRelease),
    debian(/^(?:latest|curl|scm)$/, 'trixie'),
    aptFamily(ANY),
  ]),
  official('centos', () => [
    redHat(/^(?:centos)?[567](?:\D|$)/, 'centos', 'yum', major),
    redHat(/^(?:centos)?8|^latest$/, 'centos', 'dnf', '8'),
  ]),
  row('quay.io/centos/centos', 'https://quay.io/repository/centos/centos', () => [
    redHat(/^(?:centos)?7/, 'centos', 'yum', '7'),
    redHat(/^stream\d+-minimal|^minimal/, 'centos', 'microdnf', major),
    redHat(/^stream\d+/, 'centos', 'dnf', enterprise(/^stream(\d+)/)),
    redHat(/^(?:centos)?8/, 'centos', 'dnf', '8'),
  ]),
  official('rockylinux rockylinux/rockylinux', () => [
    redHat(/minimal/, 'rocky', 'microdnf', major),
    redHat(/^\d/, 'rocky', 'dnf', major),
    redHat(ANY, 'rocky', 'dnf', undefined),
  ]),
  official('almalinux almalinux/almalinux', () => [
    redHat(/minimal/, 'alma', 'microdnf', enterprise(/^(\d+)/)),
    redHat(ANY, 'alma', 'dnf', enterprise(/^(\d+)/, '10')),
  ]),
  row(
    'almalinux/8-minimal almalinux/9-minimal almalinux/10-minimal',
    'https://hub.docker.com/u/almalinux',
    () => [redHat(ANY, 'alma', 'microdnf', undefined)],
  ),
  official('fedora quay.io/fedora/fedora registry.fedoraproject.org/fedora', () => [
    redHat(/^2[01]$|heisenbug/, 'fedora', 'yum', major),
    redHat(/^(?:2[2-9]|[34]\d)/, 'fedora', 'dnf', major),
    redHat(ANY, 'fedora', 'dnf', undefined),
  ]),
  row(
    'quay.io/fedora/fedora-minimal registry.fedoraproject.org/fedora-minimal',
    'https://quay.io/repository/fedora/fedora-minimal',
    () => [redHat(ANY, 'fedora', 'microdnf', numbered)],
  ),
  official('amazonlinux public.ecr.aws/amazonlinux/amazonlinux', () => [
    amazon(/^(?:201[678]\.|1(?:-|$))/, '1'),
    amazon(/^2(?:[.-]|$)/, '2'),
    amazon(/^2023|^latest$/, '2023'),
    redHat(ANY, 'amazon', 'yum', undefined, { packageManager: undefined }),
  ]),
  official(
    'oraclelinux container-registry.oracle.com/os/oraclelinux ghcr.io/oracle/oraclelinux',
    () => [
      redHat(/^[567](?:[.-]|$)/, 'oracle', 'yum', major),
      redHat(/^(?:8|9|10)(?:[.\d]*)-slim/, 'oracle', 'microdnf', major),
      redHat(/^(?:8|9|10)/, 'oracle', 'dnf', major),
    ],
  ),
  ...(['7', '8', '9', '10'] as const).flatMap((version) => [
    row(
      `registry.access.redhat.com/ubi${version} registry.access.redhat.com/ubi${version}/ubi registry.redhat.io/ubi${version} registry.redhat.io/ubi${version}/ubi redhat/ubi${version}`,
      'https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/9/html/building_running_and_managing_containers/assembly_types-of-container-images_building-running-and-managing-containers',
      () => [redHat(ANY, 'rhel', version === '7' ? 'yum' : 'dnf', version)],
    ),
    row(
      `registry.access.redhat.com/ubi${version}-minimal registry.access.redhat.com/ubi${version}/ubi-minimal registry.redhat.io/ubi${version}-minimal registry.redhat.io/ubi${version}/ubi-minimal redhat/ubi${version}-minimal`,
      'https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/9/html/building_running_and_managing_containers/assembly_types-of-container-images_building-running-and-managing-containers',
      () => [redHat(ANY, 'rhel', 'microdnf', version)],
    ),
    row(
      `registry.access.redhat.com/ubi${version}-micro registry.access.redhat.com/ubi${version}/ubi-micro registry.redhat.io/ubi${version}/ubi-micro redhat/ubi${version}-micro`,
      'https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/9/html/building_running_and_managing_containers/con_understanding-the-ubi-micro-images_assembly_types-of-container-images',
      () => [redHat(ANY, 'rhel', 'none', version, { shell: undefined })],
    ),
  ]),
  row(
    'opensuse/leap registry.opensuse.org/opensuse/leap',
    'https://hub.docker.com/r/opensuse/leap',
    () => [redHat(ANY, 'opensuse', 'zypper', enterprise(/^(\d+\.\d+)/))],
  ),
  row(
    'opensuse/tumbleweed registry.opensuse.org/opensuse/tumbleweed',
    'https://hub.docker.com/r/opensuse/tumbleweed',
    () => [redHat(ANY, 'opensuse', 'zypper', 'tumbleweed')],
  ),
  row(
    'registry.suse.com/bci/bci-base registry.suse.com/suse/sle15',
    'https://registry.suse.com/',
    () => [redHat(ANY, 'sles', 'zypper', enterprise(/^(\d+(?:\.\d+)?)/))],
  ),
  official('photon', () => [redHat(ANY, 'photon', 'tdnf', enterprise(/^(\d+\.\d+)/, '5.0'))]),
  row(
    'mcr.microsoft.com/azurelinux/base/core mcr.microsoft.com/azurelinux',
    'https://mcr.microsoft.com/en-us/artifact/mar/azurelinux/base/core',
    () => [redHat(ANY, 'azurelinux', 'tdnf', enterprise(/^(\d+\.\d+)/))],
  ),
  row(
    'mcr.microsoft.com/cbl-mariner/base/core',
    'https://mcr.microsoft.com/en-us/artifact/mar/cbl-mariner/base/core',
    () => [redHat(ANY, 'mariner', 'tdnf', enterprise(/^(\d+\.\d+)/))],
  ),
  official('archlinux archlinux/archlinux archlinux/base', () => [
    redHat(ANY, 'arch', 'pacman', 'rolling'),
  ]),

  official('node', () => [
    debian(NODE_OLD, (tag) =>
      nodeReleases(tag.endsWith('-slim') ? RELEASES.nodeSlim : RELEASES.node)(tag),
    ),
    alpine(/^7\.1(?:\.0)?-alpine$/, '3.4'),
    debian(/^(?:0|[1-35]|4\.[0-5]|6\.[0-8]|7\.[01])[\d.]*-onbuild$/, undefined, {
      onbuild: true,
      workdir: '/usr/src/app',
    }),
    ...language({
      debian: nodeReleases(RELEASES.node, 'trixie'),
      slim: nodeReleases(RELEASES.nodeSlim, 'trixie'),
      alpine: nodeReleases(RELEASES.nodeAlpine, '3.24'),
      extra: { users: NODE_USER },
      sizes: { full: { sizeMB: 1100 }, slim: { sizeMB: 230 }, alpine: { sizeMB: 170 } },
      onbuild: { workdir: '/usr/src/app' },
    }),
  ]),
  official('iojs', () => [aptFamily(ANY)]),
  official('python', () => [
    ...windows(POWERSHELL),
    ...language({
      debian: released(RELEASES.python, { latest: 'trixie', slim: 'trixie' }),
      alpine: released(RELEASES.pythonAlpine, { alpine: '3.24' }),
      sizes: { full: { sizeMB: 1020 }, slim: { sizeMB: 120 }, alpine: { sizeMB: 49 } },
      onbuild: { workdir: '/usr/src/app' },
    }),
  ]),
  official('pypy', () => [
    ...windows(POWERSHELL),
    debian(ONBUILD_TAG, undefined, { onbuild: true, workdir: '/usr/src/app' }),
    debian(ANY, namedRelease),
  ]),
  official('golang', () => [
    ...windows({ ...POWERSHELL, user: undefined }, NANO_CMD),
    debian(/(?:^|-)cross$/, undefined, { workdir: undefined }),
    ...language({
      debian: released(RELEASES.golang, { latest: 'trixie' }),
      alpine: released(RELEASES.golangAlpine, { alpine: '3.24' }),
      extra: GO,
      onbuild: { workdir: '/go/src/app' },
    }),
  ]),
  official('ruby', () => [
    debian(
      /^(?:1|2\.0|2\.1|2\.2\.[01])(?:[.-]|$)(?!.*(?:onbuild|alpine))/,
      released(RELEASES.ruby),
    ),
    ...language({
      debian: released(RELEASES.ruby, { latest: 'trixie', slim: 'trixie' }),
      alpine: released(RELEASES.rubyAlpine, { alpine: '3.24' }),
      sizes: { full: { sizeMB: 1000 }, slim: { sizeMB: 220 }, alpine: { sizeMB: 70 } },
      extra: RUBY,
      onbuild: { workdir: '/usr/src/app', env: undefined },
    }),
  ]),
  official('php', () => [
    alpine(/fpm.*alpine/, phpReleases(RELEASES.phpAlpine, '3.24'), {
      ...PHP_WEB,
      sizeMB: 110,
      users: WWW_DATA_ALPINE,
    }),
    alpine(ALPINE_TAG, phpReleases(RELEASES.phpAlpine, '3.24'), {
      ...PHP,
      sizeMB: 110,
      users: WWW_DATA_ALPINE,
    }),
    debian(/^5\.(?:[3-5]|6\.[01](?=-|$)).*(?:fpm|apache)/, phpReleases(RELEASES.php, ''), {
      ...PHP_WEB,
      users: WWW_DATA,
      env: undefined,
    }),
    debian(/^5\.(?:[3-5]|6\.[01](?=-|$))/, phpReleases(RELEASES.php, ''), { users: WWW_DATA }),
    debian(/(?:^|-)(?:fpm|apache)/, phpReleases(RELEASES.php, 'trixie'), {
      ...PHP_WEB,
      sizeMB: 500,
      users: WWW_DATA,
    }),
    debian(ANY, phpReleases(RELEASES.php, 'trixie'), { ...PHP, sizeMB: 500, users: WWW_DATA }),
  ]),
  official('composer', () => [
    alpine(ANY, released(RELEASES.composer), {
      workdir: '/app',
      env: { COMPOSER_ALLOW_SUPERUSER: '1' },
    }),
  ]),
  official('rust', () => [
    alpine(ALPINE_TAG, released(RELEASES.rustAlpine, { alpine: '3.24' }), RUST),
    debian(ANY, released(RELEASES.rust, { latest: 'trixie', slim: 'trixie' }), RUST),
  ]),
  official('gcc', () => [...windows(), debian(ANY, released(RELEASES.gcc, { latest: 'trixie' }))]),
  official('perl', () => [
    debian(ANY, released(RELEASES.perl, { latest: 'trixie', slim: 'trixie' }), {
      workdir: undefined,
    }),
  ]),
  official('erlang', () => [
    ...language({
      debian: released(RELEASES.erlang),
      onbuild: { workdir: '/usr/src/app', release: undefined },
    }),
  ]),
  official('elixir', () => [
    alpine(ALPINE_TAG, namedRelease),
    debian(/onbuild|-otp-/, undefined),
    debian(ANY, released(RELEASES.elixir, { latest: 'trixie' })),
  ]),
  official('julia', () => [
    ...windows(POWERSHELL),
    ...language({ debian: released(RELEASES.julia, { latest: 'trixie' }) }),
  ]),
  official('haskell', () => [debian(ANY, namedRelease)]),
  official('dart', () => [debian(ANY, namedRelease, { workdir: '/root' })]),
  official('mono', () => [
    debian(ONBUILD_TAG, namedRelease, { onbuild: true, workdir: undefined }),
    debian(ANY, namedRelease),
  ]),
  official('swift', () => [
    ...windows(POWERSHELL),
    amazon(/amazonlinux2(?:-|$)/, '2'),
    amazon(/amazonlinux2023/, '2023'),
    redHat(/centos7/, 'centos', 'yum', '7'),
    redHat(/centos8/, 'centos', 'dnf', '8'),
    redHat(/ubi9/, 'rhel', 'dnf', '9'),
    redHat(/fedora\d+/, 'fedora', 'dnf', enterprise(/fedora(\d+)/)),
    debian(DEBIAN_NAMED, namedRelease),
    ubuntu(ANY, released(RELEASES.swift, { latest: 'noble', slim: 'noble' })),
  ]),
  official('clojure', () => [
    alpine(ALPINE_TAG, namedRelease, { workdir: undefined }),
    debian(DEBIAN_NAMED, namedRelease, { workdir: undefined }),
    ubuntu(UBUNTU_NAMED, namedRelease, { workdir: undefined }),
  ]),
  official('r-base', () => [debian(ANY, 'testing')]),
  row(
    'rocker/r-ver rocker/rstudio rocker/tidyverse rocker/verse rocker/shiny',
    'https://github.com/rocker-org/rocker-versioned2/blob/master/README.md',
    () => [aptFamily(ANY)],
  ),

  official('openjdk', () => [
    ...windows(POWERSHELL, { user: 'ContainerUser', defaultShell: ['cmd', '/s', '/c'] }),
    alpine(ALPINE_TAG, released(RELEASES.openjdkAlpine, { alpine: '3.8' })),
    redHat(/oraclelinux7/, 'oracle', 'yum', '7'),
    redHat(/oraclelinux(?:8|9|10)/, 'oracle', 'microdnf', enterprise(/oraclelinux(\d+)/)),
    debian(DEBIAN_NAMED, namedRelease),
    debian(
      SLIM_TAG,
      released(RELEASES.openjdkSlim, {
        slim: 'bullseye',
        'jdk-slim': 'bullseye',
        'jre-slim': 'stretch',
      }),
    ),
    redHat(/^(?:12|13|14\.0\.[01])(?:[.-].*)?$/, 'oracle', 'yum', '7'),
    redHat(/(?:^|-)oracle$/, 'oracle', 'microdnf', undefined, { packageManager: undefined }),
    redHat(/^(?:1[4-9]|2\d)(?:[.-].*)?$/, 'oracle', 'microdnf', released(RELEASES.openjdkOracle)),
    redHat(/^(?:latest|jdk)$/, 'oracle', 'microdnf', '8'),
    debian(ANY, released(RELEASES.openjdk, { jre: 'stretch' })),
  ]),
  official('java', () => [
    alpine(ALPINE_TAG, (tag) => (/\du\d/.test(tag) ? undefined : '3.4')),
    debian(ANY, (tag) => (/^(?:openjdk-)?[78](?:-|$)|^latest$/.test(tag) ? 'jessie' : undefined)),
  ]),
  official('eclipse-temurin', () => [...temurinNamed, ubuntu(ANY, temurinRelease)]),
  row(
    'adoptopenjdk adoptopenjdk/openjdk8 adoptopenjdk/openjdk11 adoptopenjdk/openjdk14 adoptopenjdk/openjdk15 adoptopenjdk/openjdk16',
    'https://github.com/AdoptOpenJDK/openjdk-docker',
    () => [
      ...windows(),
      alpine(ALPINE_TAG, undefined, { libc: 'glibc', note: 'Alpine with glibc added' }),
      redHat(/ubi-minimal/, 'rhel', 'microdnf', undefined),
      redHat(/ubi/, 'rhel', 'dnf', undefined),
      redHat(/centos/, 'centos', undefined, undefined),
      redHat(/debian/, 'debian', 'apt', undefined, { shell: 'dash' }),
      ubuntu(/^(?!.*slim)/, namedRelease),
      aptFamily(ANY),
    ],
  ),
  official('amazoncorretto', () => [
    alpine(ALPINE_TAG, namedRelease),
    amazon(/-al2023/, '2023'),
    amazon(/-al2(?:-|$)/, '2'),
    redHat(/^\d+(?:\.\d+)*$/, 'amazon', undefined, released(RELEASES.corretto), {
      note: 'yum works on both: Amazon Linux 2 until 2026 for 8, 11, 17 and 21, 2023 since',
    }),
    redHat(ANY, 'amazon', undefined, (tag) => (tag === 'latest' ? '2023' : undefined)),
  ]),
  official('ibmjava', () => [
    alpine(ALPINE_TAG, undefined, { libc: 'glibc', note: 'Alpine with glibc added' }),
    ubuntu(ANY, namedRelease),
  ]),
  official('ibm-semeru-runtimes', () => [
    redHat(/ubi\d*-?minimal/, 'rhel', 'microdnf', undefined),
    redHat(/centos7/, 'centos', 'yum', '7'),
    ubuntu(UBUNTU_NAMED, namedRelease),
  ]),
  row('azul/zulu-openjdk', 'https://github.com/zulu-openjdk/zulu-openjdk', () => [
    ubuntu(ANY, undefined, { note: 'the Debian variants are azul/zulu-openjdk-debian' }),
  ]),
  row('azul/zulu-openjdk-alpine', 'https://github.com/zulu-openjdk/zulu-openjdk', () => [
    alpine(ANY, undefined),
  ]),
  row('azul/zulu-openjdk-debian', 'https://github.com/zulu-openjdk/zulu-openjdk', () => [
    debian(ANY, undefined),
  ]),
  official('maven', () => [
    ...windows(),
    alpine(/onbuild.*alpine/, undefined, { onbuild: true, workdir: '/usr/src/app' }),
    debian(/onbuild/, undefined, { onbuild: true, workdir: '/usr/src/app' }),
    debian(/^3\.2|^3\.3\.1|jdk-6/, undefined),
    alpine(ALPINE_TAG, namedRelease, MAVEN),
    debian(/-debian/, namedRelease, MAVEN),
    amazon(/-al2023/, '2023', MAVEN),
    redHat(/amazoncorretto/, 'amazon', undefined, undefined, MAVEN),
    ubuntu(/(?:^|-)eclipse-temurin(?:-(?:8|11|17|21|25))?$/, released(RELEASES.maven), MAVEN),
    ubuntu(/ibmjava|semeru|sapmachine|adoptopenjdk|eclipse-temurin/, namedRelease, MAVEN),
    redHat(/(?:openjdk|jdk)-(?:1[2-9])$/, 'oracle', undefined, undefined, MAVEN),
    debian(/(?:openjdk|jdk)-(?:8|11)(?:-slim)?$/, released(RELEASES.mavenOpenjdk), MAVEN),
    debian(/(?:openjdk|jdk)-\d+(?:-slim)?(?:-[a-z]+)?$|(?:^|-)slim$/, namedRelease, MAVEN),
    ubuntu(/^(?:3|3\.8|3\.9|3\.8\.[5-9]|3\.9\.\d+|latest)$/, released(RELEASES.maven), MAVEN),
    debian(/^3\.(?:[3-5](?:\.\d+)?|6\.[0-2])$/, undefined, MAVEN),
    redHat(/^3\.(?:6|6\.3|8\.[1-4])(?:-openjdk)?$/, 'oracle', undefined, undefined, MAVEN),
  ]),
  official('gradle', () => [
    alpine(ALPINE_TAG, namedRelease, { ...GRADLE, user: undefined }),
    redHat(/ubi/, 'rhel', 'microdnf', undefined, GRADLE),
    amazon(/(?:^|-)corretto(?:-al2023)?$/, '2023', GRADLE),
    redHat(/-al2$/, 'amazon', 'yum', '2', GRADLE),
    ubuntu(UBUNTU_NAMED, (tag) => (tag.includes('jdk23') ? undefined : namedRelease(tag)), GRADLE),
    ubuntu(
      /^(?:[6-9][\d.]*-jdk(?:8|11)|6(?:\.9(?:\.[2-4])?)?(?:-jdk)?)$/,
      released(RELEASES.gradleOld),
      GRADLE,
    ),
    ubuntu(/^(?:[7-9]|\d\d)[\d.]*(?:-jdk(?:17|21)?)?$/, released(RELEASES.gradle), GRADLE),
    // Root since May 2019: https://github.com/keeganwitt/docker-gradle/commit/0170311
    ubuntu(/^(?:[6-9]|\d\d)(?:[.-]|$)|^latest$|^jdk(?:8|11|17|21|2\d)?$/, undefined, GRADLE),
    ubuntu(/graal/, undefined, { ...GRADLE, user: undefined }),
    aptFamily(ANY, { ...GRADLE, user: undefined }),
  ]),
  official('tomcat', () => [
    aptFamily(/^(?:6\.0\.41|7\.0\.56|8\.0\.14)(?:-|$)/, { ...TOMCAT, user: undefined }),
    alpine(ALPINE_TAG, namedRelease, TOMCAT),
    amazon(/-corretto-al2023/, '2023', TOMCAT),
    amazon(/-corretto-al2$/, '2', TOMCAT),
    redHat(/-corretto/, 'amazon', undefined, undefined, TOMCAT),
    ubuntu(
      /^(?:8|9|10).*-j(?:dk|re)(?:11|17|21)-temurin$/,
      released(RELEASES.tomcatTemurin),
      TOMCAT,
    ),
    ubuntu(/-temurin|-adoptopenjdk/, namedRelease, TOMCAT),
    redHat(/-openjdk-oracle/, 'oracle', undefined, undefined, TOMCAT),
    debian(DEBIAN_NAMED, namedRelease, TOMCAT),
    debian(/-jdk(?:8|11)-openjdk/, namedRelease, TOMCAT),
    ubuntu(
      /^(?:latest|(?:9|9\.0|9\.0\.(?:6[4-9]|[7-9]\d|1\d\d)|10|10\.1|10\.1\.\d+|11|11\.0(?:\.\d+)?|8\.5|8\.5\.(?:8[1-9]|9\d|1\d\d)))(?:-j(?:dk|re)(?:11|17|21))?$/,
      (tag) =>
        /^11.*1[17]$|^11\.0\.0|^9$|^10$/.test(tag) ? undefined : released(RELEASES.tomcat)(tag),
      TOMCAT,
    ),
    aptFamily(/^(?!.*jdk1[2-6])/, TOMCAT),
  ]),

  official('postgres', () => [
    alpine(ALPINE_TAG, released(RELEASES.postgresAlpine, { alpine: '3.24' }), {
      ...POSTGRES,
      users: [user('postgres', 70)],
    }),
    debian(/^(?:8|9\.0)/, released(RELEASES.postgres), { ...POSTGRES, users: undefined }),
    debian(ANY, released(RELEASES.postgres, { latest: 'trixie' }), POSTGRES),
  ]),
  official('redis', () => [
    ...windows(
      { ...POWERSHELL, workdir: 'C:\\data' },
      { workdir: 'C:\\data', shell: 'powershell' },
    ),
    alpine(ALPINE_TAG, released(RELEASES.redisAlpine), { workdir: '/data', dropsPrivileges: true }),
    debian(ANY, released(RELEASES.redis, { latest: 'trixie' }), {
      workdir: '/data',
      dropsPrivileges: true,
    }),
  ]),
  official('memcached', () => [
    alpine(ALPINE_TAG, released(RELEASES.memcachedAlpine), { user: 'memcache' }),
    debian(ANY, released(RELEASES.memcached), { user: 'memcache' }),
  ]),
  official('mysql', () => [
    debian(
      /-debian|-bookworm|-bullseye|-buster|^debian$/,
      (tag) => (/^8-debian|^debian/.test(tag) ? 'bullseye' : released(RELEASES.mysqlDebian)(tag)),
      service('mysql', 999),
    ),
    debian(
      /^(?:5\.[56](?:\.\d+)?|5\.7\.(?:\d|[12]\d|3[0-7])|8\.0\.(?:\d|1\d|2[0-8]))(?:-m\d+|-rc)?$/,
      released(RELEASES.mysql),
      { dropsPrivileges: true },
    ),
    redHat(/oraclelinux7|^5/, 'oracle', 'yum', '7', service('mysql', 999)),
    redHat(ANY, 'oracle', 'microdnf', oracleRelease, service('mysql', 999)),
  ]),
  official('mariadb', () => [
    redHat(/(?:^|-)ubi/, 'rhel', 'microdnf', enterprise(/ubi(\d+)/), {
      user: 'mysql',
      users: [user('mysql', 999)],
    }),
    debian(DEBIAN_NAMED, namedRelease, { dropsPrivileges: true }),
    debian(
      /^(?:5\.5\.[1-5]\d|10\.0\.(?:\d|[12]\d|3[0-4])|10\.1\.(?:\d|[12]\d|3[0-3])|10\.2\.(?:\d|1[0-5])|10\.3\.[0-7])$/,
      released(RELEASES.mariadb),
      { dropsPrivileges: true },
    ),
    ubuntu(
      /^(?!.*rc|.*alpha|.*beta)/,
      released(RELEASES.mariadb, { latest: 'noble', lts: 'noble' }),
      { dropsPrivileges: true },
    ),
    aptFamily(ANY, { dropsPrivileges: true }),
  ]),
  official('mongo', () => [
    ...windows({ shell: 'powershell' }, NANO_CMD),
    aptFamily(/rc|unstable/, { dropsPrivileges: true }),
    debian(DEBIAN_NAMED, namedRelease, { dropsPrivileges: true }),
    debian(
      /^(?:2|3\.[0-3]|3\.4\.(?:\d|1\d)|3\.5|3\.6\.(?:\d|10)|3\.7\.[0-8])(?:\.\d+)*$/,
      released(RELEASES.mongo),
      { dropsPrivileges: true },
    ),
    ubuntu(
      /^(?:3\.[467]|[4-9]|latest|bionic|focal|jammy|noble|xenial)/,
      released(RELEASES.mongo, { latest: 'noble' }),
      { dropsPrivileges: true },
    ),
    aptFamily(ANY, { dropsPrivileges: true }),
  ]),
  official('rabbitmq', () => [
    alpine(ALPINE_TAG, namedRelease, { dropsPrivileges: true }),
    debian(/^(?:3\.[45]|3\.6|3\.7\.[0-8](?:\D|$))/, released(RELEASES.rabbitmq), {
      dropsPrivileges: true,
    }),
    ubuntu(
      /^(?:3\.7|3\.[89]|3\.1\d|[4-9]|latest|management$|3$|3-management$)/,
      released(RELEASES.rabbitmq, { latest: 'noble' }),
      { dropsPrivileges: true },
    ),
    aptFamily(ANY, { dropsPrivileges: true }),
  ]),
  official('cassandra', () => [aptFamily(ANY, { dropsPrivileges: true })]),
  official('zookeeper', () => [
    alpine(/^3\.(?:3|4\.\d$|4\.1[0-3]|5\.4)/, undefined, { workdir: undefined }),
    aptFamily(ANY, { workdir: undefined }),
  ]),
  row(
    'elasticsearch docker.elastic.co/elasticsearch/elasticsearch kibana docker.elastic.co/kibana/kibana logstash docker.elastic.co/logstash/logstash',
    `${OFFICIAL}elasticsearch`,
    () => [
      {
        tag: ANY,
        os: 'linux',
        note: 'base changed between versions (Debian, CentOS 7, Ubuntu, UBI, Wolfi)',
      },
    ],
  ),
  official('influxdb', () => [
    alpine(ALPINE_TAG, namedRelease, { user: undefined }),
    aptFamily(ANY, { user: undefined }),
  ]),
  official('telegraf', () => [alpine(ALPINE_TAG, namedRelease), aptFamily(ANY)]),
  official('nginx', () => [
    alpine(
      /^(?:1\.(?:[0-9]|1[0-5])(?:\.\d+)?|1\.16\.0)-alpine/,
      released(RELEASES.nginxAlpine),
      NGINX,
    ),
    alpine(
      ALPINE_TAG,
      released(RELEASES.nginxAlpine, { alpine: '3.24', stable: '3.24', mainline: '3.24' }),
      NGINX_101,
    ),
    debian(NGINX_OLD, released(RELEASES.nginx), NGINX),
    debian(
      ANY,
      released(RELEASES.nginx, { latest: 'trixie', mainline: 'trixie', stable: 'trixie' }),
      NGINX_101,
    ),
  ]),
  row(
    'nginxinc/nginx-unprivileged ghcr.io/nginx/nginx-unprivileged ghcr.io/nginxinc/nginx-unprivileged public.ecr.aws/nginx/nginx-unprivileged',
    'https://github.com/nginx/docker-nginx-unprivileged/blob/main/mainline/debian/Dockerfile',
    () => [alpine(ALPINE_TAG, namedRelease, unprivileged), debian(ANY, namedRelease, unprivileged)],
  ),
  official('httpd', () => [
    alpine(ALPINE_TAG, released(RELEASES.httpdAlpine, { alpine: '3.24' }), {
      workdir: '/usr/local/apache2',
      users: WWW_DATA_ALPINE,
      dropsPrivileges: true,
    }),
    debian(ANY, released(RELEASES.httpd, { latest: 'trixie' }), {
      workdir: '/usr/local/apache2',
      users: WWW_DATA,
      dropsPrivileges: true,
    }),
  ]),
  official('haproxy', () => [
    alpine(/^(?:1|2\.[0-3])[.\d]*-.*alpine|^1.*alpine/, namedRelease),
    alpine(/(?:dev|rc).*alpine/, namedRelease, { user: undefined, workdir: undefined }),
    alpine(ALPINE_TAG, namedRelease, { user: 'haproxy', workdir: undefined }),
    debian(/dev|rc/, namedRelease, { user: undefined, workdir: undefined }),
    debian(/^(?:1|2\.[0-3])(?:[.-]|$)/, released(RELEASES.haproxy)),
    debian(ANY, released(RELEASES.haproxy, { latest: 'trixie', lts: 'trixie' }), {
      user: 'haproxy',
      workdir: undefined,
    }),
  ]),
  official('traefik', () => [
    ...windows(POWERSHELL),
    alpine(/alpine/, namedRelease),
    scratch(
      /^v?1(?:[.-]|$)|^(?:camembert|cancoillotte|cantal|maroilles|montdor|morbier|raclette|reblochon|roquefort|tetedemoine)$/,
    ),
    alpine(ANY, namedRelease),
  ]),
  official('caddy', () => [
    ...windows({ ...POWERSHELL, workdir: undefined }, { workdir: undefined }),
    alpine(/builder/, namedRelease, { workdir: undefined }),
    alpine(/rc|beta/, namedRelease, { workdir: undefined }),
    alpine(ANY, released(RELEASES.caddy, { latest: '3.23', alpine: '3.23' }), { workdir: '/srv' }),
  ]),
  official('docker', () => [
    ...windows(POWERSHELL),
    alpine(/rootless/, namedRelease, { user: 'rootless', users: [user('rootless', 1000)] }),
    alpine(/-(?:git|cli|experimental)/, namedRelease),
    alpine(/dind/, namedRelease, { note: 'the daemon needs root' }),
    alpine(ANY, released(RELEASES.docker, { latest: '3.24' })),
  ]),
  official('registry', () => [
    { ...alpine(/^(?:2|3|latest|2\.[5-9].*|3\..*)$/, namedRelease) },
    aptFamily(/^2\.[0-4]/),
  ]),
  official('nats', () => [...windows(), alpine(ALPINE_TAG, namedRelease), scratch(ANY)]),
  official('bash', () => [alpine(ANY, namedRelease)]),
  official('consul', () => [alpine(ANY, undefined, { dropsPrivileges: true })]),
  official('vault', () => [alpine(ANY, undefined, { dropsPrivileges: true })]),
  official('ghost', () => [
    alpine(/^0.*alpine/, undefined, { workdir: undefined }),
    aptFamily(/^0/, { workdir: undefined }),
    alpine(ALPINE_TAG, namedRelease, GHOST),
    debian(ANY, namedRelease, GHOST),
  ]),
  ...['wordpress', 'drupal', 'nextcloud'].map((name) =>
    official(name, () => [
      ...(name === 'wordpress'
        ? [
            alpine(/^cli/, namedRelease, {
              user: 'www-data',
              workdir: '/var/www/html',
              users: WWW_DATA_ALPINE,
            }),
          ]
        : []),
      alpine(ALPINE_TAG, namedRelease, {
        workdir: undefined,
        users: WWW_DATA_ALPINE,
        dropsPrivileges: true,
      }),
      debian(ANY, namedRelease, { workdir: undefined, users: WWW_DATA, dropsPrivileges: true }),
    ]),
  ),
  row('jenkins/jenkins', 'https://github.com/jenkinsci/docker/tree/master', () => [
    ...windows(),
    alpine(ALPINE_TAG, undefined, JENKINS),
    redHat(/rhel|ubi/, 'rhel', undefined, undefined, JENKINS),
    redHat(/almalinux/, 'alma', undefined, undefined, JENKINS),
    redHat(/centos/, 'centos', undefined, undefined, JENKINS),
    debian(ANY, namedRelease, JENKINS),
  ]),

  row('mcr.microsoft.com/dotnet/sdk mcr.microsoft.com/dotnet/core/sdk', DOTNET_SOURCE, () => [
    ...dotnet({}, {}),
  ]),
  row('mcr.microsoft.com/dotnet/aspnet mcr.microsoft.com/dotnet/core/aspnet', DOTNET_SOURCE, () => [
    ...dotnet(
      { env: { ASPNETCORE_HTTP_PORTS: '8080' } },
      { env: { ASPNETCORE_URLS: 'http://+:80' } },
    ),
  ]),
  row(
    'mcr.microsoft.com/dotnet/runtime mcr.microsoft.com/dotnet/runtime-deps mcr.microsoft.com/dotnet/core/runtime mcr.microsoft.com/dotnet/core/runtime-deps',
    DOTNET_SOURCE,
    () => [
      ...dotnet(
        { env: { ASPNETCORE_HTTP_PORTS: '8080' } },
        { env: { ASPNETCORE_URLS: 'http://+:80' } },
      ),
    ],
  ),
  row(
    'microsoft/dotnet microsoft/aspnetcore microsoft/aspnetcore-build',
    'https://hub.docker.com/r/microsoft/dotnet/',
    () => [
      ...windows(),
      alpine(ALPINE_TAG, namedRelease),
      { tag: ANY, os: 'linux', note: 'multi-platform: Debian on Linux, Nano Server on Windows' },
    ],
  ),
  row(
    'mcr.microsoft.com/dotnet/framework/sdk mcr.microsoft.com/dotnet/framework/runtime mcr.microsoft.com/dotnet/framework/aspnet mcr.microsoft.com/dotnet/framework/wcf',
    'https://github.com/microsoft/dotnet-framework-docker/blob/main/manifest.json',
    () => [
      {
        tag: ANY,
        os: 'windows',
        distribution: 'windows',
        packageManager: 'none',
        release: windowsRelease,
      },
    ],
  ),
  row(
    'mcr.microsoft.com/windows/servercore mcr.microsoft.com/windows mcr.microsoft.com/windows/server microsoft/windowsservercore',
    'https://learn.microsoft.com/en-us/virtualization/windowscontainers/manage-containers/container-base-images',
    () => [
      {
        tag: ANY,
        os: 'windows',
        distribution: 'windows',
        packageManager: 'none',
        shell: 'cmd',
        release: windowsTag,
      },
    ],
  ),
  row(
    'mcr.microsoft.com/windows/nanoserver microsoft/nanoserver',
    'https://learn.microsoft.com/en-us/virtualization/windowscontainers/manage-containers/container-base-images',
    () => [
      {
        tag: ANY,
        os: 'windows',
        distribution: 'windows',
        packageManager: 'none',
        shell: 'cmd',
        release: windowsTag,
        user: 'ContainerUser',
      },
    ],
  ),
  row(
    'mcr.microsoft.com/playwright mcr.microsoft.com/playwright/python mcr.microsoft.com/playwright/java mcr.microsoft.com/playwright/dotnet',
    'https://github.com/microsoft/playwright/tree/main/utils/docker',
    () => [
      ubuntu(ANY, namedRelease, {
        workdir: undefined,
        user: undefined,
        env: { PLAYWRIGHT_BROWSERS_PATH: '/ms-playwright' },
      }),
    ],
  ),

  ...Object.entries(DISTROLESS_RELEASES).flatMap(([suffix, release]) => [
    distrolessRow(`static-${suffix}`, release, 'none'),
    distrolessRow(
      [
        'base',
        'base-nossl',
        'cc',
        'java-base',
        'java',
        'java11',
        'java17',
        'java21',
        'java25',
        'nodejs',
        'nodejs14',
        'nodejs16',
        'nodejs18',
        'nodejs20',
        'nodejs22',
        'nodejs24',
        'nodejs26',
      ]
        .map((name) => `${name}-${suffix}`)
        .join(' '),
      release,
      'glibc',
    ),
  ]),
  distrolessRow('static', 'trixie', 'none'),
  distrolessRow('base base-nossl cc java-base', 'trixie', 'glibc'),
  distrolessRow(
    'java java11 java17 java21 java25 nodejs nodejs14 nodejs16 nodejs18 nodejs20 nodejs22 nodejs24 nodejs26',
    undefined,
    'glibc',
  ),
  row(
    'gcr.io/distroless/python3 gcr.io/distroless/python3-debian10 gcr.io/distroless/python3-debian11 gcr.io/distroless/python3-debian12 gcr.io/distroless/python3-debian13 gcr.io/distroless/python2.7',
    'https://github.com/GoogleContainerTools/distroless/blob/main/python3/config.bzl',
    () => [...distroless(undefined, undefined, { libc: 'glibc' })],
  ),
  row(
    'cgr.dev/chainguard/wolfi-base chainguard/wolfi-base',
    'https://github.com/wolfi-dev/os/blob/main/README.md',
    () => [
      {
        tag: ANY,
        ...withGlibc,
        distribution: 'wolfi',
        packageManager: 'apk',
        shell: 'busybox',
        user: undefined,
        workdir: undefined,
      },
    ],
  ),
  row(
    ['static', 'glibc-dynamic', 'node', 'python', 'go', 'jre', 'jdk', 'nginx', 'ruby', 'php']
      .map((name) => `cgr.dev/chainguard/${name} chainguard/${name}`)
      .join(' '),
    'https://edu.chainguard.dev/chainguard/migration/porting-apps-to-chainguard/index.md',
    () => [
      {
        tag: /-dev$/,
        os: 'linux',
        distribution: 'wolfi',
        packageManager: 'apk',
        shell: 'busybox',
        users: NONROOT,
      },
      {
        tag: ANY,
        os: 'linux',
        distribution: 'wolfi',
        note: 'most have neither shell nor package manager',
      },
    ],
  ),

  row('oven/bun', 'https://github.com/oven-sh/bun/tree/main/dockerhub', () => [
    {
      tag: /distroless/,
      ...withGlibc,
      distribution: 'distroless',
      packageManager: 'none',
      shell: 'none',
      user: undefined,
      workdir: undefined,
    },
    alpine(ALPINE_TAG, namedRelease, { ...BUN, libc: undefined, note: 'older tags add glibc' }),
    debian(ANY, namedRelease, BUN),
  ]),
  row('denoland/deno', 'https://github.com/denoland/deno_docker', () => [
    scratch(/(?:^|-)bin(?:-|$)/),
    {
      tag: /distroless/,
      ...withGlibc,
      distribution: 'distroless',
      packageManager: 'none',
      shell: 'none',
      user: undefined,
      workdir: undefined,
    },
    alpine(ALPINE_TAG, namedRelease, {
      users: [user('deno', 1000, 1000)],
      note: 'glibc is added beside musl',
      libc: undefined,
    }),
    ubuntu(/ubuntu/, undefined, { users: DENO }),
    redHat(/centos/, 'centos', undefined, undefined),
    debian(ANY, undefined, { users: DENO }),
  ]),
  row(
    'ghcr.io/astral-sh/uv astral/uv',
    'https://github.com/astral-sh/uv/blob/main/docs/guides/integration/docker.md',
    () => [
      alpine(ALPINE_TAG, namedRelease),
      debian(DEBIAN_NAMED, namedRelease),
      debian(/(?:^|-)debian/, undefined),
      scratch(/^(?:latest|v?\d+\.\d+(?:\.\d+)?(?:-?(?:a|b|rc)\d+)?)$/, { workdir: undefined }),
    ],
  ),
  row(
    'continuumio/miniconda3 continuumio/miniconda continuumio/anaconda3 continuumio/anaconda',
    'https://github.com/ContinuumIO/docker-images',
    () => [
      alpine(/alpine/, undefined, { libc: 'glibc', note: 'Alpine with glibc added' }),
      redHat(/centos/, 'centos', undefined, undefined),
      redHat(/amazonlinux/, 'amazon', undefined, undefined),
      debian(ANY, undefined),
    ],
  ),
  row('mambaorg/micromamba', 'https://github.com/mamba-org/micromamba-docker', () => [
    { ...alpine(ALPINE_TAG, namedRelease, MICROMAMBA), libc: undefined },
    ubuntu(UBUNTU_NAMED, namedRelease, MICROMAMBA),
    debian(DEBIAN_NAMED, namedRelease, MICROMAMBA),
    aptFamily(/cuda|ubuntu|debian|^latest$|^[\d.]+$/, MICROMAMBA),
  ]),
  row(
    [
      'base-notebook',
      'minimal-notebook',
      'scipy-notebook',
      'datascience-notebook',
      'tensorflow-notebook',
      'pytorch-notebook',
      'pyspark-notebook',
      'all-spark-notebook',
      'r-notebook',
      'julia-notebook',
      'docker-stacks-foundation',
    ]
      .map((name) => `jupyter/${name} quay.io/jupyter/${name}`)
      .join(' '),
    'https://github.com/jupyter/docker-stacks/blob/main/images/docker-stacks-foundation/Dockerfile',
    () => [
      {
        ...aptFamily(ANY),
        user: '1000',
        workdir: '/home/jovyan',
        users: [user('jovyan', 1000, 100, '/home/jovyan')],
        defaultShell: ['/bin/bash', '-o', 'pipefail', '-c'],
        note: 'USER was jovyan in older images; Debian in the oldest, Ubuntu since',
      },
    ],
  ),
  row('nvidia/cuda nvcr.io/nvidia/cuda', 'https://hub.docker.com/r/nvidia/cuda', () => [
    ubuntu(/ubuntu\d\d\.?\d\d/, cudaUbuntu),
    redHat(/centos[67]|ubi7/, 'centos', 'yum', undefined, { distribution: undefined }),
    redHat(
      /ubi\d+|centos8|rockylinux\d+|oraclelinux\d+/,
      'rhel',
      'dnf',
      enterprise(/(?:ubi|centos|rockylinux|oraclelinux)(\d+)/),
      { distribution: undefined },
    ),
  ]),
  row('tensorflow/tensorflow', 'https://hub.docker.com/r/tensorflow/tensorflow', () => [
    ubuntu(ANY, undefined, { workdir: undefined }),
  ]),
  row('pytorch/pytorch', 'https://hub.docker.com/r/pytorch/pytorch', () => [
    ubuntu(ANY, undefined, { workdir: '/workspace' }),
  ]),
  row(
    'selenium/standalone-chrome selenium/standalone-firefox selenium/standalone-edge selenium/node-chrome selenium/node-firefox selenium/hub selenium/base selenium/node-base',
    'https://github.com/SeleniumHQ/docker-selenium/blob/trunk/Base/Dockerfile',
    () => [
      ubuntu(ANY, undefined, {
        user: undefined,
        workdir: undefined,
        users: [{ name: 'seluser', uid: 1200, gid: 1201, home: '/home/seluser' }],
      }),
    ],
  ),
  row(
    'cypress/base cypress/browsers cypress/included',
    'https://github.com/cypress-io/cypress-docker-images',
    () => [
      aptFamily(/^(?!.*(?:centos|ubuntu))/, {
        workdir: undefined,
        env: { CYPRESS_CACHE_FOLDER: '/root/.cache/Cypress' },
      }),
    ],
  ),
  row(
    'cypress/factory',
    'https://github.com/cypress-io/cypress-docker-images/blob/master/factory/factory.Dockerfile',
    () => [debian(ANY, undefined, { onbuild: true })],
  ),
  row('phusion/baseimage', 'https://github.com/phusion/baseimage-docker', () => [
    ubuntu(ANY, phusionRelease, {
      workdir: undefined,
      note: 'CMD is /sbin/my_init, which needs root',
    }),
  ]),
  row(
    'phusion/passenger-full phusion/passenger-customizable phusion/passenger-nodejs phusion/passenger-python311 phusion/passenger-ruby30 phusion/passenger-ruby31 phusion/passenger-ruby32 phusion/passenger-ruby33',
    'https://github.com/phusion/passenger-docker',
    () => [
      ubuntu(ANY, undefined, { workdir: undefined, users: [user('app', 9999, 9999, '/home/app')] }),
    ],
  ),
  row(
    'tiangolo/uvicorn-gunicorn-fastapi tiangolo/uvicorn-gunicorn tiangolo/meinheld-gunicorn-flask',
    'https://github.com/tiangolo/uvicorn-gunicorn-fastapi-docker',
    () => [
      alpine(/alpine/, undefined, { workdir: undefined }),
      debian(ANY, undefined, { workdir: undefined }),
    ],
  ),
  row('clux/muslrust', 'https://github.com/clux/muslrust', () => [
    ubuntu(ANY, undefined, { workdir: undefined, note: 'newer tags set SHELL to bash' }),
  ]),
  row(
    'alpine/git alpine/helm alpine/k8s alpine/curl alpine/socat alpine/openssl alpine/terragrunt alpine/httpie',
    'https://github.com/alpine-docker',
    () => [alpine(ANY, undefined, { workdir: undefined })],
  ),
  row(
    'registry.k8s.io/pause k8s.gcr.io/pause gcr.io/google_containers/pause',
    'https://github.com/kubernetes/kubernetes/blob/master/build/pause/Dockerfile',
    () => [
      { tag: /windows/, os: 'windows', distribution: 'windows' },
      scratch(ANY, { user: undefined }),
    ],
  ),
  row(
    [
      'node',
      'python',
      'php-fpm',
      'redis',
      'postgresql',
      'mariadb',
      'mongodb',
      'nginx',
      'kubectl',
      'java',
      'minideb',
      'git',
      'laravel',
      'rails',
      'wordpress',
      'kafka',
      'spark',
    ]
      .map((name) => `bitnami/${name} bitnamilegacy/${name}`)
      .join(' '),
    'https://github.com/bitnami/containers',
    () => [
      debian(/debian-\d+/, (tag) => debianName(/debian-(\d+)/.exec(tag)?.[1] ?? ''), {
        user: undefined,
        workdir: undefined,
      }),
      debian(DEBIAN_NAMED, namedRelease, { user: undefined, workdir: undefined }),
      redHat(/photon-\d/, 'photon', undefined, undefined, {
        user: undefined,
        workdir: undefined,
        shell: undefined,
      }),
      { tag: ANY, os: 'linux', note: 'Debian (minideb) until 2025, then Photon for some: unknown' },
    ],
  ),
];
