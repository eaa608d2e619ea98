/** What a check mounts into its container. */
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Mount } from './checks.ts';
import type { Docker } from './docker.ts';
import { withHome, type User } from './user.ts';

export interface Mounted {
  /** For `docker run`. */
  readonly flags: readonly string[];
  remove(): Promise<void>;
}

/** Makes them: for the user of the image, and for one container only. */
export async function mount(
  mounts: readonly Mount[],
  user: User,
  docker: Docker,
): Promise<Mounted> {
  const flags: string[] = [];
  const removals: (() => Promise<void> | void)[] = [];
  for (const { kind, at } of mounts) {
    const target = withHome(at, user);
    if (kind === 'tmpfs') {
      // Over a directory that is there, it takes over the mode and not the owner (runc 1.1).
      flags.push('--tmpfs', `${target}:uid=${user.uid},gid=${user.gid}`);
      continue;
    }
    const [type, source, remove] =
      kind === 'volume' ? await volume(docker) : hostFolder(user.uid, user.gid);
    flags.push('--mount', `type=${type},src=${source},dst=${target}`);
    removals.push(remove);
  }
  return {
    flags,
    async remove() {
      for (const remove of removals) await remove();
    },
  };
}

/** An empty one takes over the files of the image, and the owner of the directory. */
async function volume(docker: Docker) {
  const name = await docker.createVolume();
  return ['volume', name, () => docker.removeVolume(name)] as const;
}

/** A directory of this machine is mounted as it is. */
function hostFolder(uid: number, gid: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'dockopt-host-'));
  chownSync(folder, uid, gid);
  return ['bind', folder, () => rmSync(folder, { recursive: true, force: true })] as const;
}
