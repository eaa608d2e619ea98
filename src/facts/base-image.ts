import { unknown, type Fact } from '../model/fact.ts';
import type { ImageRef } from '../model/image-ref.ts';

export interface BaseImage {
  readonly os: 'linux' | 'windows';
  readonly shell: string | undefined;
  readonly defaultShell: readonly string[] | undefined;
  readonly user: string | undefined;
  readonly workdir: string | undefined;
  readonly upgradesInPlace?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export function lookUpBaseImage(ref: ImageRef): Fact<BaseImage> {
  return unknown(`the base image ${ref.text} is not in the table`);
}
