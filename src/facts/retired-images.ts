/**
 * Images that get no updates any more: repositories that were given up, and tags of versions and
 * releases past their end. What is not recognised counts as alive.
 */
import { valueOf } from '../model/fact.ts';
import type { ImageRef } from '../model/image-ref.ts';
import { lookUpBaseImage } from './base-image.ts';
import { officialName } from './latest-tags.ts';
import {
  endedRelease,
  retiredAlpine,
  retiredAmazonLinux,
  retiredBuildpackDeps,
  retiredCentos,
  retiredDebian,
  retiredFedora,
  retiredUbuntu,
} from './retired-distributions.ts';
import { retiredDistroless } from './retired-distroless.ts';
import { retiredAdopt, retiredMaven, retiredOpenjdk, retiredTemurin } from './retired-java.ts';
import { retiredLanguage } from './retired-languages.ts';
import type { Retirement } from './retirement.ts';

export { RETIRED_AS_OF, type Retirement } from './retirement.ts';

const DEPRECATED = 'https://github.com/docker-library/docs/blob/master/';
const REMOVED = 'https://github.com/docker-library/official-images/commits/master/library/';

/** Repositories that were given up as a whole, by name: since when, and what somebody may choose. */
const GIVEN_UP: Readonly<Record<string, Pick<Retirement, 'ended' | 'source'> & { to?: string }>> = {
  celery: { ended: '2017-06', to: 'python', source: `${REMOVED}celery` },
  clearlinux: { ended: '2025-07-18', source: `${DEPRECATED}clearlinux/deprecated.md` },
  clefos: { ended: '2024-06-30', source: `${DEPRECATED}clefos/deprecated.md` },
  django: { ended: '2017-05', to: 'python', source: `${REMOVED}django` },
  glassfish: { ended: '2016-10', source: `${REMOVED}glassfish` },
  iojs: { ended: '2017-04', to: 'node', source: `${REMOVED}iojs` },
  jenkins: { ended: '2018-08', to: 'jenkins/jenkins:lts', source: `${REMOVED}jenkins` },
  'mongo-express': { ended: '2024-04', source: `${DEPRECATED}mongo-express/deprecated.md` },
  mono: { ended: '2025-08', to: 'mcr.microsoft.com/dotnet/sdk', source: `${REMOVED}mono` },
  opensuse: { ended: '2021-10', to: 'opensuse/leap', source: `${REMOVED}opensuse` },
  owncloud: { ended: '2019-01', to: 'owncloud/server', source: `${REMOVED}owncloud` },
  piwik: { ended: '2018-10', to: 'matomo', source: `${REMOVED}piwik` },
  rails: { ended: '2017-05', to: 'ruby', source: `${REMOVED}rails` },
  'ubuntu-debootstrap': { ended: '2016-06', to: 'ubuntu', source: `${REMOVED}ubuntu-debootstrap` },
  'ubuntu-upstart': { ended: '2016-06', to: 'ubuntu', source: `${REMOVED}ubuntu-upstart` },
  unit: { ended: '2025-10', source: `${DEPRECATED}unit/deprecated.md` },
};

/** Why an image gets no updates any more; undefined where it does, and where that is not known. */
export function retirementOf(ref: ImageRef): Retirement | undefined {
  if (ref.digest !== undefined) return undefined;
  if (ref.tag === undefined) return retiredDistroless(ref);
  const name = officialName(ref.repository);
  const official = { ...ref, repository: name };
  return (
    givenUp(name) ??
    READERS[name]?.(official) ??
    retiredAdopt(official) ??
    retiredDotnet(official) ??
    retiredPhusion(official) ??
    retiredLanguage(name, ref) ??
    retiredDistroless(ref) ??
    onEndedRelease(official)
  );
}

const READERS: Readonly<Record<string, (ref: ImageRef) => Retirement | undefined>> = {
  alpine: retiredAlpine,
  amazonlinux: retiredAmazonLinux,
  'buildpack-deps': retiredBuildpackDeps,
  centos: retiredCentos,
  debian: retiredDebian,
  'eclipse-temurin': retiredTemurin,
  fedora: retiredFedora,
  java: retiredOpenjdk,
  maven: retiredMaven,
  openjdk: retiredOpenjdk,
  rockylinux: retiredRocky,
  ubuntu: retiredUbuntu,
};

function givenUp(name: string): Retirement | undefined {
  const row = Object.hasOwn(GIVEN_UP, name) ? GIVEN_UP[name] : undefined;
  if (!row) return undefined;
  const { to, ...rest } = row;
  return {
    what: `the image ${name}`,
    ...rest,
    ...(to === undefined ? {} : { successor: to }),
    mechanical: false,
  };
}

/**
 * The official image has not been updated since 2023-11-19, the one of the project is:
 * https://github.com/docker-library/docs/blob/master/rockylinux/deprecated.md, read 2026-11-25.
 */
function retiredRocky(ref: ImageRef): Retirement | undefined {
  const tag = /^([89])(?:\.\d+)*(-minimal)?$/.exec(ref.tag ?? '');
  if (!tag) return undefined;
  return {
    what: 'the official image rockylinux',
    ended: '2023-11',
    successor: `rockylinux/rockylinux:${tag[1]}${tag[2] ?? ''}`,
    mechanical: true,
    breaks: 'it is the newest minor release',
    source: `${DEPRECATED}rockylinux/deprecated.md`,
  };
}

/**
 * https://github.com/endoflife-date/endoflife.date/blob/master/products/dotnet.md, its state of
 * 2026-08-22; the names of images until .NET Core 3.1: https://github.com/dotnet/dotnet-docker/blob/main/documentation/.
 */
const DOTNET_ENDS: Readonly<Record<string, string>> = {
  '1.0': '2019-06-27',
  '1.1': '2019-06-27',
  '2.0': '2018-10-01',
  '2.1': '2021-08-21',
  '2.2': '2019-12-23',
  '3.0': '2020-03-03',
  '3.1': '2022-12-13',
  '5.0': '2022-05-10',
  '6.0': '2024-11-12',
  '7.0': '2024-05-14',
  '8.0': '2026-11-10',
  '9.0': '2026-11-10',
};

function retiredDotnet({ repository, tag = '' }: ImageRef): Retirement | undefined {
  const name =
    /^mcr\.microsoft\.com\/dotnet\/(?:core\/)?(?:nightly\/)?(sdk|aspnet|runtime|runtime-deps)$/.exec(
      repository,
    )?.[1] ?? OLD_DOTNET[repository];
  if (name === undefined || /nanoserver|windowsservercore/.test(tag)) return undefined;
  const version = /^(\d+\.\d+)/.exec(tag)?.[1] ?? '';
  const isOld = !/^mcr\.microsoft\.com\/dotnet\/(?!core\/)/.test(repository);
  const ended = DOTNET_ENDS[version] ?? (isOld ? '2022-12-13' : undefined);
  if (ended === undefined) return undefined;
  const number = version.split('.')[0]!;
  const product = Number(number) < 5 ? '.NET Core' : '.NET';
  return {
    what: version in DOTNET_ENDS ? `${product} ${version}` : `the image ${repository}`,
    ended,
    successor: `mcr.microsoft.com/dotnet/${/sdk|build/.test(tag) ? 'sdk' : name}:10.0`,
    mechanical: false,
    breaks: 'project files name the version of .NET that they are built for',
    source: 'https://github.com/endoflife-date/endoflife.date/blob/master/products/dotnet.md',
  };
}

const OLD_DOTNET: Readonly<Record<string, string>> = {
  'microsoft/dotnet': 'runtime',
  'microsoft/dotnet-nightly': 'runtime',
  'microsoft/aspnetcore': 'aspnet',
  'microsoft/aspnetcore-build': 'sdk',
};

/**
 * Tags of phusion/baseimage up to 0.11 are of Ubuntu 18.04 and older; newer ones begin with the name
 * of the release. Which full version is current is not in a table.
 * https://github.com/phusion/baseimage-docker/blob/master/CHANGELOG.md, read 2026-11-25.
 */
function retiredPhusion(ref: ImageRef): Retirement | undefined {
  if (ref.repository !== 'phusion/baseimage') return undefined;
  const release = /^0\.\d/.test(ref.tag ?? '') ? 'bionic' : /^[a-z]+/.exec(ref.tag ?? '')?.[0];
  const ended = endedRelease('ubuntu', release);
  if (!ended) return undefined;
  return {
    ...ended,
    what: `${ended.what}${release === 'bionic' ? ' or an older Ubuntu' : ''}, which ${ref.text} stands on,`,
    successor: 'a tag of phusion/baseimage for noble, Ubuntu 24.04',
    mechanical: false,
  };
}

/** Any image that the table knows to stand on a release past its end. */
function onEndedRelease(ref: ImageRef): Retirement | undefined {
  const base = valueOf(lookUpBaseImage(ref));
  const ended = base && endedRelease(base.distribution, base.release);
  return (
    ended && { ...ended, what: `${ended.what}, which ${ref.text} stands on,`, mechanical: false }
  );
}
