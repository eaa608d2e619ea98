import { valueOf, type ContainerMount } from '../../../src/kit.ts';
import { servicesOf } from '../services.ts';
import { OPEN, SYSTEM } from './code.ts';
import { SHARED } from './placing.ts';
import type { Image, Writes, Written } from './types.ts';

/**
 * What compose files mount where the container writes. A new volume gets the files of the image and
 * their owners, https://docs.docker.com/engine/storage/volumes/#populate-a-volume-using-a-container;
 * what is mounted from the host keeps the owner that it has there,
 * https://docs.docker.com/engine/storage/bind-mounts/. Read 2026-11-27.
 */
export function mountedWrites(
  image: Image,
  written: readonly Written[],
): Pick<Writes, 'paths' | 'unknown'> {
  const mounts = servicesOf(image.context, image.stage).flatMap(({ by, mounts: all = [] }) =>
    all.filter(({ readOnly }) => !readOnly).map((mount) => ({ by, ...mount })),
  );
  return {
    paths: mounts.flatMap((mount) => volumePath(image, mount)),
    unknown: mounts.flatMap((mount) => hostDoubt(mount, written) ?? []),
  };
}

type Mounted = ContainerMount & { readonly by: string };

/** What developers keep from a mount of the sources, and nobody writes to later. */
const DEPENDENCIES =
  /(?:^|\/)(?:node_modules|vendor|\.?venv|site-packages|target|dist|build|\.next|\.nuxt|\.yarn|\.cache|pkg|\.gradle|\.m2|\.cargo|\.nuget|obj|bundle)(?:\/|$)/;

function volumePath({ workdir }: Image, { kind, target, by }: Mounted): Written[] {
  if (kind !== 'volume' || OPEN.test(target) || SYSTEM.test(target) || SHARED.test(target))
    return [];
  const directory = valueOf(workdir) ?? '/';
  if (DEPENDENCIES.test(target) || `${directory}/`.startsWith(`${target}/`)) return [];
  return [{ path: target, kind: 'directory', because: `${by} mounts a volume` }];
}

/** Directories that somebody mounts to find there what the container writes. */
const DATA =
  /\/(?:data|db|database|uploads?|logs?|cache|media|storage|state|outputs?|results?|reports?|htmlcov|coverage|backups?|downloads?)(?:\/|$)/;

function hostDoubt(
  { kind, source, target, by }: Mounted,
  written: readonly Written[],
): string | undefined {
  if (kind !== 'host') return undefined;
  if (target.endsWith('/docker.sock')) return `${by} mounts the socket of Docker`;
  const isWritten = written.some(
    ({ path }) => `${path}/`.startsWith(`${target}/`) || target.startsWith(`${path}/`),
  );
  return isWritten || DATA.test(target)
    ? `${by} mounts ${source} of the host at ${target}, with the owner that it has there`
    : undefined;
}
