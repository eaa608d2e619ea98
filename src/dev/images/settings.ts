/** `settings.json` of an application; all of it is optional. */
import { existsSync, readFileSync } from 'node:fs';
import { APPLICABILITIES, type Applicability } from '../../engine/finding.ts';

/** How dockopt is run on the application, and what the outcome is held against. */
export interface Variant {
  /** The riskiest findings to apply; the default is `suggested`, as on the command line. */
  readonly level?: Applicability;
  /** Option values by transform id. */
  readonly options?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The file to hold the size against, instead of `Dockerfile.expert`; needs a `why`. */
  readonly expert?: string;
  /** The key of the reason for which dockopt must refuse to convert it. */
  readonly refused?: string;
  /** Why the expert is another one, or why the refusal is right. */
  readonly why?: string;
}

export interface Settings extends Variant {
  /** Further runs of dockopt, each a row of its own. */
  readonly variants?: Readonly<Record<string, Variant>>;
}

const KEYS: ReadonlySet<string> = new Set(['level', 'options', 'expert', 'refused', 'why']);

export function readSettings(file: string): Settings {
  if (!existsSync(file)) return {};
  const settings = JSON.parse(readFileSync(file, 'utf8')) as Settings;
  const { variants = {}, ...own } = settings;
  for (const variant of [own, ...Object.values(variants)]) {
    const problem = problemOf(variant);
    if (problem !== undefined) throw new Error(`${file}: ${problem}`);
  }
  return settings;
}

function problemOf(variant: Variant): string | undefined {
  const wrong = Object.keys(variant).find((key) => !KEYS.has(key));
  if (wrong !== undefined) return `there is no setting ${JSON.stringify(wrong)}`;
  const { level, expert, refused, why } = variant;
  if (level !== undefined && !APPLICABILITIES.includes(level)) return `there is no level ${level}`;
  if ((expert ?? refused) !== undefined && why === undefined) return 'it does not say why';
  return undefined;
}
