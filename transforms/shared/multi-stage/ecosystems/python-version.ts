import type { BaseImage, ImageRef } from '../../../../src/kit.ts';

/** Which Python an image has. */
export interface Version {
  /** `3.11`; undefined where the tag says less, which means the newest. */
  readonly minor: string | undefined;
  /** Its `python -m venv` and its pip do what a build in an environment of its own needs. */
  readonly modern: boolean;
  /** It brings setuptools along. */
  readonly setuptools: boolean;
}

/** The reference of the official image that an image of uv is made from. */
export function pythonRef(ref: ImageRef): ImageRef | undefined {
  if (/(?:^|\/)python$/.test(ref.repository)) return ref;
  // https://docs.astral.sh/uv/guides/integration/docker/#available-images, read 2026-11-25
  const uv = /^(?:[\d.]+-)?python(\d+\.\d+)-(.+)$/.exec(ref.tag ?? '');
  if (!/(?:^|\/)astral(?:-sh)?\/uv$/.test(ref.repository) || !uv || ref.digest !== undefined)
    return undefined;
  const [, version, rest] = uv;
  const debian = /^(\w+?)(-slim)?$/.exec(rest!);
  if (rest!.startsWith('alpine')) return imageRef(`${version}-${rest}`);
  return debian ? imageRef(`${version}${debian[2] ?? ''}-${debian[1]}`) : undefined;
}

const imageRef = (tag: string): ImageRef => ({
  text: `python:${tag}`,
  repository: 'python',
  tag,
  digest: undefined,
});

/**
 * The first release of each minor version whose image has pip 22.3 or later: since then pip
 * installs for another interpreter (PIP_PYTHON). From PYTHON_PIP_VERSION in the history of
 * https://github.com/docker-library/python up to 2026-06-23, read 2026-11-25; the option is in
 * https://pip.pypa.io/en/stable/news/#v22-3.
 */
const FIRST_MODERN: Readonly<Record<string, number>> = {
  '3.7': 17,
  '3.8': 17,
  '3.9': 17,
  '3.10': 9,
  '3.11': 0,
};

/** `ref` is one of the official image. */
export function versionOf(ref: ImageRef, base: BaseImage): Version | undefined {
  if (base.os !== 'linux') return undefined;
  const match = /^(\d+)(?:\.(\d+)(?:\.(\d+))?)?(?=[-a-z]|$)/.exec(ref.tag ?? '');
  const [, major, minor, micro] = match ?? [];
  if (major === undefined || (major === '3' && minor === undefined)) {
    return ref.digest === undefined
      ? { minor: undefined, modern: true, setuptools: false }
      : undefined;
  }
  if (minor === undefined) return { minor: `${major}.7`, modern: false, setuptools: true };
  const first = FIRST_MODERN[`${major}.${minor}`];
  const number = Number(minor);
  const newer = major === '3' && number > 11;
  return {
    minor: `${major}.${minor}`,
    modern: newer || (first !== undefined && (micro === undefined || Number(micro) >= first)),
    setuptools: !newer,
  };
}
