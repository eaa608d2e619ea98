import { createHash } from 'node:crypto';

const MAX_LENGTH = 80;

/**
 * A name for directories and branches. `/` becomes `--`; a name for which that would not be unique,
 * or that git takes for no branch, gets a hash behind it. The rules for branches:
 * https://git-scm.com/docs/git-check-ref-format, read 2026-11-26. Lower case, because some file
 * systems do not tell it from upper case.
 */
export function unitId(name: string): string {
  const id = name.replaceAll('/', '--');
  const isPlain =
    /^[a-z0-9_]+(?:[._-][a-z0-9_]+)*(?:--[a-z0-9_]+(?:[._-][a-z0-9_]+)*)*$/.test(id) &&
    !name.includes('--') &&
    !id.endsWith('.lock') &&
    id.length <= MAX_LENGTH;
  if (isPlain) return id;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  const readable = name
    .toLowerCase()
    .split('/')
    .map((part) => part.replace(/[^a-z0-9_]+/g, '-').replace(/^-+|-+$/g, ''))
    .filter((part) => part !== '')
    .join('--')
    .slice(0, MAX_LENGTH - hash.length - 1);
  return readable === '' ? hash : `${readable}-${hash}`;
}

/**
 * A name for the units of an owner. GitHub and GitLab do not tell `@Org/Team` from `@org/team`, so
 * that a handle needs no hash; several owners, and mail addresses, are names like others.
 */
export function ownerId(name: string): string {
  const handle = /^@([A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*)$/.exec(name)?.[1];
  return unitId(handle?.toLowerCase() ?? name);
}
