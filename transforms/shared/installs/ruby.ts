import { valueOf, type Instruction } from '../../../src/kit.ts';

/** The version of Ruby by the tag of the image that a stage starts from: 207 is 2.7. */
export function rubyVersion({ stage }: Instruction): number | undefined {
  const base = stage?.lineage[0]?.base;
  const ref = base?.kind === 'image' ? valueOf(base.ref) : undefined;
  if (!ref || !/(?:^|\/)ruby$/.test(ref.repository)) return undefined;
  const tag = ref.tag ?? 'latest';
  const [, major, minor] = /^(\d+)(?:\.(\d+))?/.exec(tag) ?? [];
  if (major === undefined) return /^\d/.test(tag) ? undefined : RECENT;
  // `ruby:2` is the last of its line.
  return Number(major) * 100 + Number(minor ?? LAST[major] ?? 0);
}

/** `latest`, `slim` and the like: https://hub.docker.com/_/ruby, read 2026-11-26. */
const RECENT = 400;

const LAST: Readonly<Record<string, number>> = { 1: 9, 2: 7, 3: 4 };

/**
 * The version of Bundler, in the same manner: what a RUN installs, else the one of the image. Ruby
 * 2.6 brought Bundler 1.17, Ruby 2.7 Bundler 2.1, Ruby 4.0 Bundler 4.0: https://stdgems.org/bundler/,
 * read 2026-11-26.
 */
export function bundlerVersion(run: Instruction): number | undefined {
  const before = (run.stage?.lineage ?? [])
    .flatMap(({ instructions }) => instructions)
    .filter(({ index }) => index <= run.index);
  const installed = before
    .filter(({ keyword }) => keyword === 'RUN')
    .flatMap(({ args }) => [...args.text.matchAll(INSTALLS)])
    .at(-1);
  const ruby = rubyVersion(run);
  if (installed) {
    const [, glued, option] = installed;
    const text = glued ?? option;
    if (text === undefined) return ruby !== undefined && ruby < 203 ? undefined : 201;
    const [, major, minor] = /^["']?(\d+)(?:\.(\d+))?/.exec(text) ?? [];
    return major === undefined ? undefined : Number(major) * 100 + Number(minor ?? 0);
  }
  if (ruby === undefined) return undefined;
  return ruby >= 400 ? 400 : ruby >= 207 ? 201 : 117;
}

const INSTALLS =
  /\bgem\s+(?:install|update)\b[^&;|\n]*?\bbundler\b(?::(\S+))?(?:[^&;|\n]*?(?:-v|--version)[\s=]*(\S+))?/g;
