import { valueOf, type Instruction } from '../../../src/kit.ts';
import { effectsOf } from '../multi-stage/effects.ts';
import { isStandardAccount } from '../multi-stage/owners.ts';
import type { Step } from '../multi-stage/types.ts';
import type { Attribute } from './attributes.ts';
import { stepsBefore } from './reach.ts';

/** Whether a user or a group is there when a COPY asks for it. */
export type Presence =
  | { readonly kind: 'there' }
  /** A command between the COPY and the place of its use makes it. */
  | { readonly kind: 'later'; readonly steps: readonly Step[] }
  | { readonly kind: 'unknown'; readonly because: string };

const THERE: Presence = { kind: 'there' };

/** Make no users, whatever else they do. */
const NO_ACCOUNTS =
  /^(?:npm|npx|yarn|pnpm|node|bun|bunx|deno|pip[\d.]*|python[\d.]*|poetry|uv|pipenv|go|cargo|rustup|mvn|mvnw|gradle|gradlew|composer|php|artisan|bundle|bundler|gem|rake|rails|dotnet|make|cmake|ninja|tsc|git|tar|unzip|curl|wget|a2\w+|docker-php-ext-\w+|pecl|ldconfig|update-ca-certificates|find|xargs|rm|ng|vite|webpack|next|nuxt|hugo|setcap|ssh-keygen|openssl|crontab)$/;

/**
 * A user or group that is there at `used` is there at the COPY too unless something in between
 * made it.
 */
export function presenceOf(name: string, copy: Instruction, used: Attribute): Presence {
  if (name === 'root' || /^\d+$/.test(name)) return THERE;
  const stages = used.run.stage!.lineage;
  const base = valueOf(used.run.stage!.baseFacts);
  if (base?.users.some((user) => user.name === name)) return THERE;
  if (base?.distribution && isStandardAccount(base.distribution, name)) return THERE;
  const steps = stages.flatMap((stage) => stepsBefore(stage, used.run, used.step));
  const makes = (step: Step): boolean => isAccount(step) && step.args.includes(name);
  if (steps.some((step) => step.run.index < copy.index && makes(step))) return THERE;
  const between = steps.filter((step) => step.run.index > copy.index);
  const made = between.filter(makes);
  if (made.length > 0) return { kind: 'later', steps: made };
  const may = between.find(mayMakeAccounts);
  if (!may) return THERE;
  return {
    kind: 'unknown',
    because: `whether ${name} exists before line ${may.run.given.line} is not known`,
  };
}

export const isAccount = (step: Step): boolean =>
  effectsOf(step).some(({ kind }) => kind === 'account');

const mayMakeAccounts = (step: Step): boolean =>
  !NO_ACCOUNTS.test(step.program) &&
  effectsOf(step).some(({ kind }) => kind === 'packages' || kind === 'unknown');
