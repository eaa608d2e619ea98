/** Images of Linux distributions whose releases are past their end. */
import type { ImageRef } from '../model/image-ref.ts';
import { writtenName } from './final-image.ts';
import {
  ALPINE_RELEASES,
  DEBIAN_RELEASES,
  UBUNTU_RELEASES,
  type DistributionRelease,
} from './base-images.ts';
import { isPast, lastDay, successorIn, type Retirement } from './retirement.ts';

const EOL = 'https://github.com/endoflife-date/endoflife.date/blob/master/products/';

/** A long-term release of Ubuntu; the others have nine months. */
const isLongTerm = ({ version }: DistributionRelease): boolean => /[02468]\.04$/.test(version);

/** Ubuntu Pro is a subscription, so its extended support does not count. */
const UBUNTU: readonly DistributionRelease[] = UBUNTU_RELEASES.map(
  ({ extended: _, ...release }) => release,
);

interface Family {
  readonly name: 'Debian' | 'Ubuntu' | 'Alpine';
  readonly releases: readonly DistributionRelease[];
  readonly next: DistributionRelease;
  readonly source: string;
}

const DEBIAN: Family = {
  name: 'Debian',
  releases: DEBIAN_RELEASES,
  next: successorIn(DEBIAN_RELEASES),
  source: `${EOL}debian.md`,
};
const UBUNTU_FAMILY: Family = {
  name: 'Ubuntu',
  releases: UBUNTU,
  next: successorIn(UBUNTU.filter(isLongTerm)),
  source: `${EOL}ubuntu.md`,
};
const ALPINE: Family = {
  name: 'Alpine',
  releases: ALPINE_RELEASES,
  next: successorIn(ALPINE_RELEASES),
  source: `${EOL}alpine-linux.md`,
};

/** By code name or, for Alpine, by version; undefined where it is not past its end. */
export function endedRelease(
  distribution: string | undefined,
  release: string | undefined,
): Pick<Retirement, 'what' | 'ended' | 'broken' | 'source'> | undefined {
  const family = { debian: DEBIAN, ubuntu: UBUNTU_FAMILY, alpine: ALPINE }[distribution ?? ''];
  const found = family?.releases.find(({ name, version }) =>
    family === ALPINE ? version === release : name === release,
  );
  if (!family || !found || !isPast(lastDay(found))) return undefined;
  const named = family === ALPINE ? '' : ` (${found.name})`;
  return {
    what: `${family.name} ${found.version}${named}`,
    ended: lastDay(found),
    ...brokenIn(family, found),
    source: family.source,
  };
}

/**
 * Releases whose packages have left the usual servers, so that apt-get update fails.
 * https://www.debian.org/distrib/archive (buster since 2025-07), and
 * https://help.ubuntu.com/community/EOLUpgrades: old long-term releases since 14.04 have stayed on
 * archive.ubuntu.com. Read 2026-11-25.
 */
function brokenIn(family: Family, release: DistributionRelease): Pick<Retirement, 'broken'> {
  if (family === DEBIAN && Number(release.version) <= 10) {
    return { broken: 'its packages are only on archive.debian.org, so apt-get update fails' };
  }
  const moved = !isLongTerm(release) || Number(release.version) < 14;
  if (family === UBUNTU_FAMILY && moved) {
    return { broken: 'its packages are only on old-releases.ubuntu.com, so apt-get update fails' };
  }
  return {};
}

/** `debian:buster-20210408-slim`, `debian:10.3`. */
export function retiredDebian(ref: ImageRef): Retirement | undefined {
  const match = /^([a-z]+|\d+)(?:\.\d+)*(?:-\d{8})?(-slim|-backports)?$/.exec(ref.tag ?? '');
  if (!match) return undefined;
  const [, written = '', variant = ''] = match;
  const isNumber = /^\d/.test(written);
  const release = DEBIAN_RELEASES.find(({ name, version }) =>
    isNumber ? version === written : name === written,
  );
  const tag = (isNumber ? DEBIAN.next.version : DEBIAN.next.name) + variant;
  return successor(ref, endedRelease('debian', release?.name), tag);
}

/** `ubuntu:16.04`, `ubuntu:xenial-20210114`. */
export function retiredUbuntu(ref: ImageRef): Retirement | undefined {
  const match = /^([a-z]+|\d\d\.\d\d)(?:\.\d+)?(?:-[\d.]+)?$/.exec(ref.tag ?? '');
  const written = match?.[1] ?? '';
  const isNumber = /^\d/.test(written);
  const release = UBUNTU.find(({ name, version }) =>
    isNumber ? version === written : name === written,
  );
  const { next } = UBUNTU_FAMILY;
  const tag = isNumber ? next.version : next.name;
  return successor(ref, endedRelease('ubuntu', release?.name), tag);
}

/** `alpine:3.9`, `alpine:3.9.2`. */
export function retiredAlpine(ref: ImageRef): Retirement | undefined {
  const version = /^v?(\d+\.\d+)(?:\.\d+)?$/.exec(ref.tag ?? '')?.[1];
  return successor(ref, endedRelease('alpine', version), ALPINE.next.version);
}

/** `buildpack-deps:stretch-scm`. */
export function retiredBuildpackDeps(ref: ImageRef): Retirement | undefined {
  const match = /^([a-z]+)(-(?:curl|scm))?$/.exec(ref.tag ?? '');
  const [, name = '', variant = ''] = match ?? [];
  return (
    successor(ref, endedRelease('debian', name), DEBIAN.next.name + variant) ??
    successor(ref, endedRelease('ubuntu', name), UBUNTU_FAMILY.next.name + variant)
  );
}

function successor(
  ref: ImageRef,
  ended: ReturnType<typeof endedRelease>,
  tag: string,
): Retirement | undefined {
  if (!ended) return undefined;
  return {
    ...ended,
    successor: `${writtenName(ref)}:${tag}`,
    mechanical: true,
    breaks: 'packages have other versions, and some other names or none',
  };
}

/**
 * CentOS Linux: dates from products/centos.md as above; its mirrors are gone, what is left is on
 * vault.centos.org: https://blog.centos.org/2023/04/end-dates-are-coming-for-centos-stream-8-and-centos-linux-7/,
 * read 2026-11-25. AlmaLinux 8 is binary compatible to CentOS Linux 8.
 */
export function retiredCentos(ref: ImageRef): Retirement | undefined {
  const major = /^(?:centos)?([5-8])(?=$|\D)/.exec(
    ref.tag === 'latest' ? '8' : (ref.tag ?? ''),
  )?.[1];
  const ended = { '5': '2017-03-31', '6': '2020-11-30', '7': '2024-06-30', '8': '2021-12-31' };
  if (major === undefined) return undefined;
  const common = {
    what: `CentOS Linux ${major}`,
    ended: ended[major as keyof typeof ended],
    broken: 'its packages are only on vault.centos.org, so yum install fails',
    source: `${EOL}centos.md`,
  };
  return major === '8'
    ? {
        ...common,
        successor: 'almalinux:8',
        mechanical: true,
        breaks: 'another publisher builds the same sources',
      }
    : {
        ...common,
        successor: 'almalinux:9',
        mechanical: false,
        breaks: 'packages have other versions and names, and sources such as EPEL other addresses',
      };
}

/** products/amazon-linux.md as above. */
export function retiredAmazonLinux(ref: ImageRef): Retirement | undefined {
  const tag = ref.tag ?? '';
  const isFirst = /^(?:1$|201\d\.)/.test(tag);
  if (!isFirst && !/^2(?:$|\.)/.test(tag)) return undefined;
  return {
    what: isFirst ? 'the Amazon Linux AMI' : 'Amazon Linux 2',
    ended: isFirst ? '2023-12-31' : '2026-06-30',
    successor: `${writtenName(ref)}:2023`,
    mechanical: true,
    breaks: 'there is no amazon-linux-extras, and packages have other versions and names',
    source: `${EOL}amazon-linux.md`,
  };
}

/** products/fedora.md as above; 43 ends on 2026-12-09. */
const FEDORA_ENDS =
  'https://github.com/endoflife-date/endoflife.date/blob/master/products/fedora.md';
export function retiredFedora(ref: ImageRef): Retirement | undefined {
  const ends: Readonly<Record<string, string>> = {
    '36': '2023-05-16',
    '37': '2023-12-05',
    '38': '2024-05-21',
    '39': '2024-11-26',
    '40': '2025-05-13',
    '41': '2025-12-15',
    '42': '2026-05-27',
  };
  const version = /^\d+$/.exec(ref.tag ?? '')?.[0] ?? '';
  const ended = ends[version] ?? (Number(version) > 0 && Number(version) < 36 ? '2022-12-13' : '');
  if (ended === '') return undefined;
  return {
    what: `Fedora ${version}`,
    ended: Number(version) < 36 ? `${ended} at the latest` : ended,
    successor: `${writtenName(ref)}:44`,
    mechanical: true,
    breaks: 'packages have other versions, and some other names or none',
    source: FEDORA_ENDS,
  };
}
