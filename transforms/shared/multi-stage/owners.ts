import type { BaseImage, FinalImage } from '../../../src/kit.ts';

/**
 * The number of the user `app` in the images of .NET from 8 on, all of which set this variable.
 * https://devblogs.microsoft.com/dotnet/securing-containers-with-rootless/, read 2026-11-26.
 */
export const APP_UID = '$APP_UID';

/** Is it that variable, in an image that has the user? */
export const isAppUid = (text: string, users: BaseImage['users']): boolean =>
  /^\$(?:APP_UID|\{APP_UID\})$/.test(text.trim()) && users.some(({ name }) => name === 'app');

/** Does the final base know a user or a group by this name, or need none for it? */
export const isNamedIn = (name: string, final: FinalImage): boolean =>
  name === '' ||
  name === 'root' ||
  /^\d+$/.test(name) ||
  isAppUid(name, final.users) ||
  final.users.some((known) => known.name === name) ||
  isStandardAccount(final.distribution, name);

/** An owner that only the old base image has a name for, by its numbers. */
export function numberedOwner(owner: string, base: BaseImage, final: FinalImage): string {
  const number = (name: string, id: 'uid' | 'gid'): string => {
    const user = base.users.find((known) => known.name === name);
    return isNamedIn(name, final) || !user ? name : String(user[id]);
  };
  const [user = '', group] = owner.split(':');
  return group === undefined
    ? number(user, 'uid')
    : `${number(user, 'uid')}:${number(group, 'gid')}`;
}

/**
 * Users and groups that the distribution itself makes.
 * https://salsa.debian.org/debian/base-passwd and
 * https://gitlab.alpinelinux.org/alpine/aports/-/tree/master/main/alpine-baselayout, read 2026-11-25.
 */
export function isStandardAccount(distribution: string, name: string): boolean {
  if (distribution === 'debian' || distribution === 'ubuntu') {
    return /^(?:daemon|bin|sys|games|man|mail|www-data|backup|nobody|nogroup|users|staff)$/.test(
      name,
    );
  }
  return distribution === 'alpine' && /^(?:daemon|bin|nobody|nogroup|users)$/.test(name);
}
