/**
 * All that a transform may import. A transform of your own imports the same names from `dockopt`.
 */
export {
  defineTransform,
  type Applicability,
  type Change,
  type Edit,
  type Finding,
  type Input,
  type Refusal,
  type Result,
  type Saving,
  type Source,
  type Transform,
} from './engine/finding.ts';
export type {
  IgnoreFileInput,
  IgnoreFileResult,
  IgnoreFinding,
  IgnoreRefusal,
  Sharer,
} from './engine/ignore-file.ts';
export type { OptionSpec, OptionSpecs, OptionValues } from './engine/options.ts';
export { MAX_RUN_BYTES } from './engine/verify.ts';
export * from './facts/final-images.ts';
export {
  memoryContext,
  noContext,
  type ContainerMount,
  type Context,
  type PathKind,
  type Service,
} from './facts/context.ts';
export type { BaseImage } from './facts/base-image.ts';
export { writtenName } from './facts/final-image.ts';
export { hasNoVersions, LATEST_AS_OF, tagOfLatest } from './facts/latest-tags.ts';
export { RETIRED_AS_OF, retirementOf, type Retirement } from './facts/retired-images.ts';
export { parseDockerfile, workdirAfter, type Document } from './model/document.ts';
export { DockerIgnore } from './model/dockerignore.ts';
export { compilePattern } from './model/path-pattern.ts';
export { known, unknown, valueOf, type Fact } from './model/fact.ts';
export { parseImageRef, type ImageRef } from './model/image-ref.ts';
export type { Argument, Flag, Instruction, Keyword, Pair, State } from './model/instruction.ts';
export type { Mount } from './model/mount.ts';
export { nearest } from './model/nearest.ts';
export type { RunBody, RunForm } from './model/run.ts';
export { DockerfileError, type Comment, type Heredoc } from './model/split.ts';
export type { Base, Stage } from './model/stage.ts';
export { byteLength, MappedText, type Span } from './model/text.ts';
export { PLAIN_SHELL, type Dialect } from './shell/dialect.ts';
export { parseScript, type Script } from './shell/script.ts';
export { commandText, tokensOf } from './shell/tokens.ts';
export {
  bodiesOf,
  childrenOf,
  commandsIn,
  substitutionsOf,
  type AndOr,
  type Command,
  type Compound,
  type Group,
  type Node,
  type Pipeline,
  type Redirect,
  type Sequence,
  type Statement,
  type Word,
} from './shell/tree.ts';
