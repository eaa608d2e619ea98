import { valueOf } from '../../../../src/kit.ts';
import { changesNpm, nodeCall, nodeVersion, type Found } from '../found.ts';
import { respell, type Flag, type Modern, type Speller } from './types.ts';

/**
 * npm 7 took `production`, `only`, `also` and `optional` as other spellings of `omit` and
 * `include`: https://docs.npmjs.com/cli/v11/using-npm/config#production,
 * https://docs.npmjs.com/cli/v11/using-npm/config#only, read 2026-11-26; `buildOmitList` in
 * https://github.com/npm/cli/blob/latest/workspaces/config/lib/definitions/definitions.js adds them
 * to the same list.
 */
const FLAGS: readonly Flag[] = [
  { old: /^--production(?:=true)?$/, now: '--omit=dev' },
  { old: /^--only=prod(?:uction)?$/, now: '--omit=dev' },
  { old: /^--only$/, value: /^prod(?:uction)?$/, now: '--omit=dev' },
  { old: /^--(?:no-optional|optional=false)$/, now: '--omit=optional' },
  { old: /^--also=dev(?:elopment)?$/, now: '--include=dev' },
  { old: /^--also$/, value: /^dev(?:elopment)?$/, now: '--include=dev' },
];

export const npm: Speller = {
  programs: /^npm$/,
  source: {
    title: 'npm: omit, only and production',
    url: 'https://docs.npmjs.com/cli/v11/using-npm/config#omit',
    date: '2026-11-26',
  },
  modern(found) {
    const call = nodeCall(found);
    if (!call || !/^(?:install|global|prune)$/.test(call.kind)) return undefined;
    const respelled = respell(found, FLAGS);
    if (!respelled || omitsElsewhere(found)) return undefined;
    const seven = isSeven(found);
    if (seven === false) return undefined;
    const doubt: Pick<Modern, 'doubt'> =
      seven === undefined ? { doubt: 'that npm is 7 or later' } : {};
    return { ...respelled, ...doubt };
  },
};

/** What the command line omits is added to the old options, and replaces what a setting omits. */
const omitsElsewhere = ({ visit: { doc, context } }: Found): boolean =>
  /npm_config_omit/i.test(doc.text) ||
  /^\s*omit\b/m.test(valueOf(context.readText('.npmrc')) ?? '');

/** npm 7 came with Node.js 15: https://nodejs.org/en/about/previous-releases, read 2026-11-26. */
function isSeven({ visit: { run } }: Found): boolean | undefined {
  if (!changesNpm(run)) {
    const major = nodeVersion(run)?.major;
    return major === undefined ? undefined : major >= 15;
  }
  const texts = (run.stage?.lineage ?? [])
    .flatMap(({ instructions }) => instructions)
    .filter(({ keyword, index }) => keyword === 'RUN' && index <= run.index)
    .map(({ args }) => args.text);
  const version = [...texts.join('\n').matchAll(/\bnpm@(\S+)/g)].at(-1)?.[1];
  const major = /^["']?[~^]?(\d+)/.exec(version ?? '')?.[1];
  return major === undefined ? undefined : Number(major) >= 7;
}
