import { valueOf } from '../../src/kit.ts';
import type { Invocation } from './package-managers.ts';
import type { Visit } from './visit.ts';

/** Options that Yarn 2 dropped. https://yarnpkg.com/migration/overview, read 2026-11-23. */
const CLASSIC_OPTION =
  /^--(?:production|prod|pure-lockfile|non-interactive|ignore-optional|ignore-engines|ignore-scripts|network-timeout|no-progress|no-bin-links|flat|har|silent|cache-folder|modules-folder|no-lockfile|global)(?:=|$)/;

const BERRY =
  /\.yarnrc\.yml|\.yarn\/|yarn set version|--immutable\b|yarn workspaces focus|yarn@(?:[2-9]|berry|stable)/;

/** Which Yarn it is: only the first keeps node_modules apart from its cache. */
export function yarnOf(
  { doc, context }: Visit,
  calls: readonly Invocation[],
): 'classic' | 'berry' | 'unknown' {
  if (BERRY.test(doc.text) || valueOf(context.kindOf('.yarnrc.yml')) === 'file') return 'berry';
  const lock = valueOf(context.readText('yarn.lock'));
  if (lock?.includes('# yarn lockfile v1')) return 'classic';
  if (lock?.includes('__metadata:')) return 'berry';
  const classic = calls.some(
    (call) =>
      call.manager.id === 'yarn' &&
      (call.verb.startsWith('global') ||
        call.args.some(({ value = '' }) => CLASSIC_OPTION.test(value))),
  );
  return classic ? 'classic' : 'unknown';
}
