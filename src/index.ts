/**
 * dockopt as a library. Nothing here needs Node: text goes in, findings and text come out.
 */
import { fixText, type FixOptions, type FixResult } from './engine/fix.ts';
import { transforms } from '../transforms/index.ts';

export * from './kit.ts';
export {
  defineConfig,
  type Config,
  type FileSettings,
  type Override,
  type SmokeTests,
} from './config.ts';
export type { AnyTransform } from './engine/finding.ts';
export type { Bug, FindingPlace, FixOptions, FixResult, ReportedFinding } from './engine/fix.ts';
export { OptionError } from './engine/options.ts';
export { transforms };
/** What transforms of one's own need most: the images that a file names, and words of commands. */
export {
  isRewritten,
  referencesIn,
  type Reference,
  type Rewritten,
} from '../transforms/shared/base-images/references.ts';
export { plainCommandsIn } from '../transforms/shared/editing.ts';
export { invocationOf, type Invocation } from '../transforms/shared/package-managers.ts';
export { reword, type Rewording } from '../transforms/shared/rewording.ts';
export { visitOf, type Visit } from '../transforms/shared/visit.ts';

/**
 * Rewrites a Dockerfile with the built-in transforms that are on by default, or those given. Does not throw for what the text holds: a text that Docker would not
 * parse comes back as it is, with the status `failed`, the line and the reason.
 *
 * Throws an `OptionError` for options that a transform does not have.
 */
export function fix(text: string, options: Partial<FixOptions> = {}): FixResult {
  return fixText(text, {
    transforms: transforms.filter(({ optIn }) => optIn === undefined),
    known: transforms.map(({ id }) => id),
    ...options,
  });
}
