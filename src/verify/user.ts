/** The user that an image runs as, and the one that the process of a container has become. */
import type { Configuration } from './configuration.ts';
import type { Docker } from './docker.ts';

export interface User {
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
}

/** What the image's configuration says, with the image's own lists of users and groups. */
export async function imageUser(
  image: string,
  { User: user = '', Env }: Configuration,
  docker: Docker,
): Promise<User> {
  const container = await docker.create(image);
  try {
    const textOf = async (file: string): Promise<string> =>
      (await docker.file(container, file))?.text ?? '';
    const found = userOf(user, await textOf('/etc/passwd'), await textOf('/etc/group'));
    const home = Env?.find((setting) => setting.startsWith('HOME='))?.slice('HOME='.length);
    return { ...found, home: home ?? found.home };
  } finally {
    await docker.remove(container);
  }
}

/**
 * `USER` by the lists of users and groups, as the runtime reads it: without a group it is the
 * user's own, and a number that is not in the list has group 0 and the home `/`
 * (https://github.com/moby/sys/blob/main/user/user.go, GetExecUser, 2026-11-25).
 */
export function userOf(text: string, passwd: string, group: string): User {
  const [user = '', own] = text.split(':');
  const name = user || '0';
  const line = rowOf(passwd, name);
  const uid = Number(line?.[2] ?? name);
  if (!Number.isInteger(uid)) throw new Error(`the image has no user ${user}`);
  const gid = Number(own === undefined ? (line?.[3] ?? 0) : (rowOf(group, own)?.[2] ?? own));
  if (!Number.isInteger(gid)) throw new Error(`the image has no group ${own}`);
  return { uid, gid, home: line?.[5] || '/' };
}

/** The line of a list whose name or number it is. */
const rowOf = (list: string, name: string): string[] | undefined =>
  list
    .split('\n')
    .map((line) => line.split(':'))
    .find((fields) => fields[0] === name || fields[2] === name);

/** The user of a container's first process: what its entry point has made of itself. */
export async function processUser(container: string, docker: Docker): Promise<number> {
  const first = await docker.pid(container);
  const processes = await docker.ask(['top', container, '-eo', 'pid,uid']);
  return uidOf(first, processes);
}

/** The user of a process in what `ps -eo pid,uid` prints. */
export function uidOf(pid: string, processes: string): number {
  const row = processes
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find(([own]) => own === pid);
  if (row?.[1] === undefined) throw new Error('the process of the container has ended');
  return Number(row[1]);
}

/** A path in the home of the image's user, where it begins with a tilde. */
export const withHome = (path: string, { home }: User): string =>
  path.replace(/^~(?=\/|$)/, () => home.replace(/\/$/, ''));
