/**
 * Final bases for static sites.
 *
 * https://github.com/nginx/docker-nginx-unprivileged: listens on 8080 as the user 101; tags as in
 * its .github/workflows, versions as its Dockerfiles had them since these workflows came, up to
 * its commit e26803b6ff7c (2026-07-15); "the last built tag of every release is kept indefinitely".
 * The official image: https://github.com/docker-library/official-images/blob/master/library/nginx
 * up to 37079fb336f5 (2026-08-21). Sizes of the official ones:
 * https://github.com/docker-library/repo-info/tree/master/repos/nginx/local. Read 2026-11-25.
 */
import type { ImageRef } from '../model/image-ref.ts';
import { bySize, joined, loose, type Details, type FinalImage } from './final-image.ts';
import { inRanges, type Ranges } from './final-tags.ts';

const UNPRIVILEGED: Readonly<Record<Variant, Ranges>> = {
  '': '1.22-1.29.5 1.29.8-1.30.4 1.31-1.31.3',
  alpine: '1.22-1.29.5 1.29.8-1.30.4 1.31-1.31.3',
  'alpine-slim': '1.23.3-1.29.5 1.29.8-1.30.4 1.31-1.31.3',
};
const OFFICIAL: Readonly<Record<Variant, Ranges>> = {
  '': '1.8-1.30.4 1.31-1.31.4',
  alpine: '1.10.1-1.30.4 1.31-1.31.4',
  'alpine-slim': '1.23.3-1.30.4 1.31-1.31.4',
};

/** `alpine-slim` lacks the modules for images, XSLT and GeoIP, njs, and curl. */
type Variant = '' | 'alpine' | 'alpine-slim';

const NAMES: ReadonlySet<string> = new Set(['', 'latest', 'stable', 'mainline', '1']);

/**
 * nginx for static files: of the version of `ref`, if that is one of nginx, and else the stable
 * one; those that need no root, and the official ones.
 */
export function nginxBases(ref?: ImageRef): FinalImage[] {
  const isNginx = /^(?:nginx|nginxinc\/nginx-unprivileged)$/.test(ref?.repository ?? '');
  const version = isNginx ? versionOf(ref!) : 'stable';
  if (version === undefined) return [];
  const images = (['', 'alpine', 'alpine-slim'] as const).flatMap((variant) => [
    exists(version, UNPRIVILEGED[variant]) ? unprivileged(version, variant) : undefined,
    exists(version, OFFICIAL[variant]) ? official(version, variant) : undefined,
  ]);
  return bySize(images);
}

/** Undefined for the variants with Perl and OpenTelemetry, and where a release is named. */
function versionOf(ref: ImageRef): string | undefined {
  if (ref.tag === undefined || ref.digest !== undefined) return undefined;
  const version = ref.tag.replace(/(?:^|-)alpine(?:-slim)?$/, '');
  return NAMES.has(version) || /^1\.\d+(?:\.\d+)?$/.test(version) ? version : undefined;
}

const exists = (version: string, ranges: Ranges): boolean =>
  NAMES.has(version) || inRanges(version, ranges);

const nameOf = (version: string, variant: Variant): string =>
  joined(version === 'latest' && variant !== '' ? '' : version, variant) || 'latest';

/**
 * Debian and `alpine` have it: https://github.com/nginx/docker-nginx/blob/master/stable/debian/Dockerfile
 * and stable/alpine/Dockerfile there, read 2026-11-27.
 */
const toolsOf = (version: string, variant: Variant): readonly string[] =>
  variant !== 'alpine-slim' && (NAMES.has(version) || inRanges(version, '1.25-1.31.4'))
    ? ['curl']
    : [];

function detailsOf(version: string, variant: Variant): Details {
  const sizes: Readonly<Record<Variant, number>> = { '': 161, alpine: 62, 'alpine-slim': 13 };
  return {
    sizeMB: sizes[variant],
    caCertificates: true,
    timeZones: true,
    entrypoint: ['/docker-entrypoint.sh'],
    cmd: ['nginx', '-g', 'daemon off;'],
    program: '/usr/sbin/nginx',
    tools: toolsOf(version, variant),
    port: 80,
  };
}

const official = (version: string, variant: Variant): FinalImage | undefined =>
  loose(`nginx:${nameOf(version, variant)}`, detailsOf(version, variant));

const unprivileged = (version: string, variant: Variant): FinalImage | undefined =>
  loose(`nginxinc/nginx-unprivileged:${nameOf(version, variant)}`, {
    ...detailsOf(version, variant),
    port: 8080,
  });
