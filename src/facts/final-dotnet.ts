/**
 * Final bases for .NET programs.
 *
 * Read 2026-11-25 off the history of
 * https://github.com/dotnet/dotnet-docker/blob/main/manifest.json up to its commit 3ed00b611cc8
 * (2026-08-21); sizes off tests/performance/ImageSize.nightly.linux.json before its commit
 * 8ccf302edf (2025-05-09); packages and environment off the Dockerfiles of src/runtime-deps.
 */
import type { ImageRef } from '../model/image-ref.ts';
import type { BaseImage } from './base-image.ts';
import type { Library } from './distroless-images.ts';
import { bySize, joined, loose, type Details, type FinalImage } from './final-image.ts';

/** Each image holds what the one behind it holds. */
export type DotnetFamily = 'aspnet' | 'runtime' | 'runtime-deps';

interface DotnetVersion {
  /** Behind `MAJOR.MINOR-`; `MAJOR.MINOR` alone is of the first of them. */
  readonly variants: string;
  /** Month of the last manifest that lists the version. */
  readonly retired?: string;
}

/** By the path between `mcr.microsoft.com/` and the name of the image. */
const VERSIONS: Readonly<Record<string, Readonly<Record<string, DotnetVersion>>>> = {
  dotnet: {
    '2.1': {
      variants: 'stretch-slim bionic focal alpine alpine3.12 alpine3.13',
      retired: '2021-08',
    },
    '3.1': {
      variants:
        'buster-slim bullseye-slim bionic focal alpine alpine3.12 alpine3.13 alpine3.14 alpine3.15 alpine3.16',
      retired: '2022-12',
    },
    '5.0': {
      variants:
        'buster-slim bullseye-slim focal alpine alpine3.11 alpine3.12 alpine3.13 alpine3.14 alpine3.15',
      retired: '2022-06',
    },
    '6.0': {
      variants:
        'bullseye-slim bookworm-slim focal jammy jammy-chiseled jammy-chiseled-extra alpine alpine3.13 alpine3.14 alpine3.15 alpine3.16 alpine3.17 alpine3.18 alpine3.19 alpine3.20',
      retired: '2024-11',
    },
    '7.0': {
      variants:
        'bullseye-slim bookworm-slim focal jammy jammy-chiseled jammy-chiseled-extra alpine alpine3.15 alpine3.16 alpine3.17 alpine3.18 alpine3.19',
      retired: '2024-05',
    },
    '8.0': {
      variants:
        'bookworm-slim jammy jammy-chiseled jammy-chiseled-extra noble noble-chiseled noble-chiseled-extra azurelinux3.0 azurelinux3.0-distroless azurelinux3.0-distroless-extra alpine alpine-extra alpine3.18 alpine3.19 alpine3.20 alpine3.21 alpine3.22 alpine3.22-extra alpine3.23 alpine3.23-extra alpine3.24 alpine3.24-extra',
    },
    '9.0': {
      variants:
        'bookworm-slim noble noble-chiseled noble-chiseled-extra azurelinux3.0 azurelinux3.0-distroless azurelinux3.0-distroless-extra alpine alpine-extra alpine3.20 alpine3.21 alpine3.22 alpine3.22-extra alpine3.23 alpine3.23-extra alpine3.24 alpine3.24-extra',
    },
    '10.0': {
      variants:
        'noble noble-chiseled noble-chiseled-extra resolute resolute-chiseled resolute-chiseled-extra azurelinux3.0 azurelinux3.0-distroless azurelinux3.0-distroless-extra alpine alpine-extra alpine3.22 alpine3.22-extra alpine3.23 alpine3.23-extra alpine3.24 alpine3.24-extra',
    },
  },
  'dotnet/core': {
    '2.1': {
      variants:
        'stretch-slim bionic focal alpine alpine3.7 alpine3.9 alpine3.10 alpine3.11 alpine3.12',
      retired: '2021-08',
    },
    '2.2': {
      variants: 'stretch-slim bionic alpine alpine3.8 alpine3.9 alpine3.10',
      retired: '2019-12',
    },
    '3.0': {
      variants: 'buster-slim bionic disco alpine alpine3.9 alpine3.10 alpine3.11',
      retired: '2020-02',
    },
    '3.1': {
      variants: 'buster-slim bionic focal alpine alpine3.10 alpine3.11 alpine3.12',
      retired: '2022-12',
    },
  },
};

/** MB of each family: Debian and Ubuntu, Azure Linux, Alpine, without a shell; and what ICU adds. */
const SIZES: Readonly<Record<DotnetFamily, readonly [number, number, number, number]>> = {
  aspnet: [217, 203, 107, 110],
  runtime: [193, 179, 83, 86],
  'runtime-deps': [121, 107, 10, 13],
};
const ICU_MB = 37;

/**
 * The image of this family for what is built with `mcr.microsoft.com/dotnet/sdk`, of the same
 * `MAJOR.MINOR` (an SDK has another patch version than its run time) and the same release; on
 * Alpine; and the ones without a shell, of a later Ubuntu where the SDK stands on Debian. Those
 * and Alpine have no ICU (`DOTNET_SYSTEM_GLOBALIZATION_INVARIANT`) unless they are `-extra`.
 */
export function dotnetBases(
  ref: ImageRef,
  base: BaseImage,
  family: DotnetFamily = 'aspnet',
): FinalImage[] {
  const path = /^mcr\.microsoft\.com\/(dotnet(?:\/core)?)\/sdk$/.exec(ref.repository)?.[1];
  const match = /^(\d+\.\d+)(?:\.\d+)?(?:-(.+))?$/.exec(ref.tag ?? '');
  if (path === undefined || !match || ref.digest !== undefined) return [];
  const [, version = '', written = ''] = match;
  const known = VERSIONS[path]?.[version];
  if (!known) return [];
  const names = known.variants.split(' ');
  return bySize(
    candidates(names, written.replace(/-aot$/, ''), base).map((variant) =>
      image(`mcr.microsoft.com/${path}/${family}`, version, variant, family, known),
    ),
  );
}

/** The variants that fit; empty for the one that needs no name. */
function candidates(names: readonly string[], written: string, base: BaseImage): string[] {
  const same = [written, `${written}-slim`].find((name) => names.includes(name));
  if (written !== '' && same === undefined) return [];
  const isAlpine = base.libc === 'musl';
  const alpine = isAlpine ? (same ?? 'alpine') : 'alpine';
  const shells = isAlpine ? [] : shellLess(names, same ?? names[0]!);
  const wanted = [alpine, `${alpine}-extra`, ...shells].filter((name) => names.includes(name));
  return isAlpine ? wanted : [written === '' ? '' : same!, ...wanted];
}

/** Of the same release of Ubuntu or Azure Linux; for Debian the newest that Ubuntu has. */
function shellLess(names: readonly string[], same: string): string[] {
  const own = names.filter((name) => name.startsWith(`${same}-`) && !name.endsWith('-slim'));
  if (own.length > 0 || !same.endsWith('-slim')) return own;
  return (
    ['noble', 'jammy']
      .map((release) => names.filter((name) => name.startsWith(`${release}-chiseled`)))
      .find((found) => found.length > 0) ?? []
  );
}

function image(
  repository: string,
  version: string,
  variant: string,
  family: DotnetFamily,
  known: DotnetVersion,
): FinalImage | undefined {
  const isNew = Number(version.split('.')[0]) >= 8;
  const isBare = /chiseled|distroless/.test(variant);
  const hasIcu = variant.endsWith('-extra') || !(isBare || variant.startsWith('alpine'));
  const port = isNew || isBare ? 8080 : 80;
  const details: Details = {
    sizeMB: sizeOf(family, variant, isBare),
    ...(isBare
      ? { kind: 'distroless', distribution: 'distroless', user: '1654', hasBash: false }
      : {}),
    caCertificates: true,
    ...zones(variant, isNew, hasIcu),
    env: environment(port, isNew, isBare, hasIcu),
    ...(family === 'runtime-deps' ? {} : { program: '/usr/bin/dotnet', port }),
    ...(isBare && family !== 'runtime-deps'
      ? { entrypoint: ['/usr/bin/dotnet'], cmd: ['--info'] }
      : {}),
    libraries: [...LIBRARIES, ...(hasIcu ? (['libicu'] as const) : [])],
    ...(known.retired === undefined ? {} : { retired: known.retired }),
  };
  return loose(`${repository}:${joined(version, variant)}`, details);
}
const LIBRARIES: readonly Library[] = ['libgcc', 'libssl', 'libstdc++'];

function sizeOf(family: DotnetFamily, variant: string, isBare: boolean): number {
  const [full, azure, alpine, bare] = SIZES[family];
  const extra = variant.endsWith('-extra') ? ICU_MB : 0;
  if (isBare) return bare + extra + (variant.startsWith('azure') ? 9 : 0);
  if (variant.startsWith('alpine')) return alpine + extra;
  return variant.startsWith('azure') ? azure : full;
}

/** Debian has them by itself; the others have tzdata since .NET 8, where they have ICU. */
function zones(variant: string, isNew: boolean, hasIcu: boolean): { timeZones?: boolean } {
  return (variant === '' || variant.endsWith('-slim')) && !isNew
    ? {}
    : { timeZones: (isNew || variant.endsWith('-extra')) && hasIcu };
}

function environment(
  port: number,
  isNew: boolean,
  isBare: boolean,
  hasIcu: boolean,
): Readonly<Record<string, string>> {
  return {
    ...(isNew ? { ASPNETCORE_HTTP_PORTS: `${port}` } : { ASPNETCORE_URLS: `http://+:${port}` }),
    ...(isNew || isBare ? { APP_UID: '1654' } : {}),
    DOTNET_RUNNING_IN_CONTAINER: 'true',
    ...(hasIcu ? {} : { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: 'true' }),
  };
}
