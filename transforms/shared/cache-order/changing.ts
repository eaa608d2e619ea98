import type { Instruction, Pair } from '../../../src/kit.ts';

/**
 * Names that builds in CI give a new value to each time: commits, dates, numbers of the build, the
 * version of what is built. After GitHub (https://docs.github.com/actions/reference/workflows-and-actions/variables),
 * GitLab (https://docs.gitlab.com/ci/variables/predefined_variables/), Jenkins
 * (https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables), Docker Hub
 * (https://docs.docker.com/docker-hub/repos/manage/builds/advanced/), Azure Pipelines, and the
 * Label Schema (http://label-schema.org/rc1/), read 2026-11-26.
 */
const CHANGING = new RegExp(
  `^(?:${[
    '(?:GIT|VCS|CI|GITHUB|SOURCE|APP|BUILD|IMAGE)_?(?:COMMIT|SHA1?|HASH|REV|REVISION|REF|DESCRIBE|BRANCH|TAG)',
    '(?:(?:GIT|CI|LAST|SOURCE)_)?COMMIT(?:_?(?:SHA1?|HASH|ID|REF|REV|DATE|TIME|TIMESTAMP|TAG|SHORT_SHA|REF_NAME))?',
    '(?:(?:GIT|SHORT)_)?(?:COMMIT_)?SHORT_SHA',
    'VCS_(?:BRANCH|TAG|VERSION)',
    '(?:IMAGE_|CI_|APP_|DOCKER_)?BUILD_?(?:DATE|TIME|DATETIME|TIMESTAMP|STAMP|NUMBER|NUM|NO|ID|VERSION|VER|URL|COUNTER|INFO)',
    'BUILD_(?:BUILDNUMBER|BUILDID|SOURCEVERSION)',
    'CREATED(?:_AT)?',
    'REVISION',
    'CACHE_?BUST(?:ER)?',
    '(?:(?:APP|APPLICATION|IMAGE|RELEASE|PROJECT|SERVICE|PACKAGE|PKG)_?)?VERSION',
    'RELEASE(?:_(?:DATE|TAG|NAME))?',
  ].join('|')})$`,
  'i',
);

/** Says that the value comes from outside. */
const PLACEHOLDER =
  /^(?:|unknown|dev|devel|development|latest|local|snapshot|none|n\/?a|main|master|head|unset|undefined|null|edge|nightly|unspecified|undef|dirty|0+(?:\.0+)*(?:-\w+)?)$/i;

/** The names that an ARG declares, where each of them changes from build to build. */
export function changingNames(arg: Instruction): readonly string[] | undefined {
  if (arg.keyword !== 'ARG' || arg.pairs.length === 0) return undefined;
  return arg.pairs.every((pair) => isChanging(pair) && !hasFixedDefault(arg, pair.name))
    ? arg.pairs.map(({ name }) => name)
    : undefined;
}

function isChanging({ name, value }: Pair): boolean {
  return CHANGING.test(name) && PLACEHOLDER.test((value ?? '').replace(/^(["'])(.*)\1$/, '$2'));
}

/** An `ARG VERSION=1.2` before the first FROM gives an `ARG VERSION` in a stage its value. */
function hasFixedDefault(arg: Instruction, name: string): boolean {
  const { document } = arg.stage!;
  return document.instructions.some(
    (global) =>
      global.stage === undefined &&
      global.keyword === 'ARG' &&
      global.pairs.some(
        (pair) => pair.name === name && pair.value !== undefined && !isChanging(pair),
      ),
  );
}

/** Does the text of an instruction, with what stands in its heredocs, name one of these? */
export function mentions(instruction: Instruction, names: readonly string[]): boolean {
  const text = instruction.stage!.document.text.slice(instruction.start, instruction.end);
  return names.some((name) => holdsWord(text, name));
}

export const holdsWord = (text: string, name: string): boolean =>
  new RegExp(`(?<!\\w)${name}(?!\\w)`).test(text);
