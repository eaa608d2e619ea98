import { valueOf, type Instruction } from '../../../src/kit.ts';
import { isInside, userOf, type Aftermath } from './aftermath.ts';
import type { Copy, Subject } from './types.ts';

/** A change of a directory that exists in the final stage without its owner or its mode. */
export interface Right {
  readonly path: string;
  readonly command: string;
}

/** What a directory has anyway, once a COPY or WORKDIR has made it. */
const ORDINARY = /^(?:0?755|[ugoa]*\+[rxX]+|u[+=]\w+)$/;

/**
 * Owners and modes that copying loses. A directory that a COPY or WORKDIR makes has the mode 0755
 * and belongs to root; only what is inside of a copied directory keeps its own. `COPY --chown` gives
 * its owner to the directories that it makes. Tried with BuildKit 0.13, 2026-11-25.
 */
export function rightsOf(
  subject: Subject,
  aftermath: Aftermath,
  copies: readonly Copy[],
  spell: (owner: string) => string,
  hasShell: boolean,
): Right[] {
  if (isRootAlone(subject)) return [];
  const workdir = valueOf(subject.workdir);
  // With a shell they are made again as they were made.
  const again = new Set(hasShell ? aftermath.directories.map(({ path }) => path) : []);
  /** Is it a directory of the final stage that no copied directory brings? */
  const isMade = (path: string): boolean =>
    !again.has(path) &&
    (path === workdir || copies.some(({ to }) => isInside(to, path))) &&
    !copies.some(({ to, file }) => (file ? to === path : to !== path && isInside(path, to)));
  const found = new Map<string, Right>();
  for (const { path, owner: written, copied } of [...aftermath.owners, ...workdirOwner(subject)]) {
    const owner = spell(written);
    const isGiven = copies.some((copy) => copy.owner === owner && isInside(copy.to, path));
    if (!copied && isMade(path) && !isGiven) {
      found.set(`owner ${path}`, { path, command: `chown ${owner} ${path}` });
    }
  }
  for (const { path, mode } of aftermath.modes) {
    if (ORDINARY.test(mode) || !isMade(path)) continue;
    found.set(`mode ${path}`, { path, command: `chmod ${mode} ${path}` });
  }
  return [...found.values()];
}

/** Programs that go on as another user. */
const DROPS = /(?:^|\/)(?:gosu|su-exec|setpriv|su|runuser|sudo|chpst|s6-setuidgid)$/;

/** Root, who may write everywhere, and nobody else. */
function isRootAlone({ user, start, base }: Subject): boolean {
  const name = valueOf(user);
  if (name === undefined || !/^(?:root|0)(?::|$)/.test(name)) return false;
  return !base.dropsPrivileges && !start.programs.some((program) => DROPS.test(program));
}

/** WORKDIR makes a directory as the user that runs then. */
function workdirOwner({ stage }: Subject): { path: string; owner: string; copied: boolean }[] {
  const last = stage.instructions.findLast(({ keyword }) => keyword === 'WORKDIR');
  const owner = last && userOf(last);
  const path = last && pathOf(last);
  return owner === undefined || path === undefined ? [] : [{ path, owner, copied: false }];
}

function pathOf(workdir: Instruction): string | undefined {
  const path = valueOf(workdir.expand(workdir.args.text));
  return path?.startsWith('/') === true ? path.replace(/(.)\/$/, '$1') : undefined;
}
