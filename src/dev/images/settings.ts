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
  /** The transform that the application is about; the default is `multi-stage`. */
  readonly transform?: string;
  /** The key of the reason for which that transform must refuse. */
  readonly refused?: string;
  /** That transform must have nothing to say. */
  readonly nothing?: boolean;
  /** Transforms that are left out: they would do in another way what the application is about. */
  readonly skip?: readonly string[];
  /** Lines that the ignore file of the build context must get. */
  readonly ignores?: readonly string[];
  /** What the rewritten file must make of a build after a change, and the naive one must not. */
  readonly rebuild?: Rebuild;
  /** The number of the user that the rewritten image must run as. */
  readonly uid?: number;
  /** Why the expert is another one, why the refusal is right, or why there is nothing to do. */
  readonly why?: string;
}

/** A build after blank lines were appended to a file. */
export interface Rebuild {
  /** From the build context. */
  readonly file: string;
  /** A pattern for a step whose result must be there still. */
  readonly cached?: string;
  /** The build must succeed without a network: from what its cache mounts hold. */
  readonly offline?: boolean;
}

export interface Settings extends Variant {
  /** Further runs of dockopt, each a row of its own. */
  readonly variants?: Readonly<Record<string, Variant>>;
  /**
   * Directories that an image must give to its user. With each of them taken back the checks must
   * fail: otherwise they do not look.
   */
  readonly given?: readonly string[];
}

const KEYS: ReadonlySet<string> = new Set<keyof Variant>([
  'level',
  'options',
  'expert',
  'transform',
  'refused',
  'nothing',
  'skip',
  'ignores',
  'rebuild',
  'uid',
  'why',
]);

export function readSettings(file: string): Settings {
  if (!existsSync(file)) return {};
  const settings = JSON.parse(readFileSync(file, 'utf8')) as Settings;
  const { variants = {}, given = [], ...own } = settings;
  for (const variant of [own, ...Object.values(variants)]) {
    const problem = problemOf(variant);
    if (problem !== undefined) throw new Error(`${file}: ${problem}`);
  }
  const relative = given.find((directory) => !/^(?:\/.|~(?:\/|$))/.test(directory));
  if (relative !== undefined) throw new Error(`${file}: ${relative} is not an absolute path`);
  return settings;
}

function problemOf(variant: Variant): string | undefined {
  const wrong = Object.keys(variant).find((key) => !KEYS.has(key));
  if (wrong !== undefined) return `there is no setting ${JSON.stringify(wrong)}`;
  const { level, expert, refused, nothing, rebuild, why } = variant;
  if (rebuild && (rebuild.cached === undefined) === (rebuild.offline === undefined))
    return 'a rebuild says what is cached, or that it is offline';
  if (level !== undefined && !APPLICABILITIES.includes(level)) return `there is no level ${level}`;
  if ((expert ?? refused ?? nothing) !== undefined && why === undefined)
    return 'it does not say why';
  return undefined;
}
