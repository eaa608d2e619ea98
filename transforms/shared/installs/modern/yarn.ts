import { valueOf } from '../../../../src/kit.ts';
import { fileAt, filesBefore } from '../lock.ts';
import { nodeCall, type Found } from '../found.ts';
import { respell, type Speller } from './types.ts';

/** Yarn 2 and later take the one for the other, and report it as deprecated. */
export const yarnBerry: Speller = {
  programs: /^(?:yarn|yarnpkg)$/,
  source: {
    title: 'Yarn: install',
    url: 'https://yarnpkg.com/cli/install#options',
    date: '2026-11-26',
  },
  modern(found) {
    if (nodeCall(found)?.kind !== 'install' || !isBerry(found)) return undefined;
    return respell(found, [{ old: /^--frozen-lockfile$/, now: '--immutable' }]);
  },
};

/** Only Yarn 2 and later write `__metadata`, and Yarn 1 does not read such a file. */
function isBerry({ visit: { run, context }, step }: Found): boolean {
  const files = filesBefore(run, context);
  if (!files || step.directory === undefined) return false;
  const lock = fileAt(files, step.directory, 'yarn.lock');
  return (
    lock !== undefined && valueOf(context.readText(lock.source))?.includes('__metadata:') === true
  );
}
