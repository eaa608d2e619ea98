import { valueOf, type Instruction } from '../../../src/kit.ts';
import type { Attribute } from './attributes.ts';

/** The owner that a `chown` or `chgrp` gives. */
export interface Owner {
  readonly user: string | undefined;
  /** Empty: the group that the user logs in with. */
  readonly group: string | undefined;
}

/** `undefined` where COPY could not say the same. */
export function ownerOf({ program, value, step, command }: Attribute): Owner | undefined {
  const written = value.text.replace(/^"(.*)"$/s, '$1');
  const known = step.words[command.words.indexOf(value)];
  const text = written.includes('$') ? written : (known ?? written);
  if (
    !/^(?:[\w.@-]|\$\w+|\$\{\w+\})*(?::(?:[\w.@-]|\$\w+|\$\{\w+\})*)?$/.test(text) ||
    text === ''
  ) {
    return undefined;
  }
  if (program === 'chgrp') return { user: undefined, group: text };
  // `chown root.root`, which came before the colon.
  const old = /^([\w-]+)\.([\w-]+)$/.exec(text);
  const [user = '', group] = old ? [old[1]!, old[2]!] : text.split(':');
  return { user: user === '' ? undefined : user, group };
}

/** The names that must be there, users and groups, variables replaced where they are known. */
export const namesOf = ({ user, group }: Owner, at: Instruction): string[] =>
  [user, group].flatMap((part) => {
    if (part === undefined || part === '') return [];
    const value = valueOf(at.expand(part));
    return [value === undefined || value === '' ? part : value];
  });

/** Do the variables in it hold the same value at a COPY as where they are used now? */
export function sameVariables(
  { user, group }: Owner,
  copy: Instruction,
  used: Instruction,
): boolean {
  const names = [...`${user ?? ''}:${group ?? ''}`.matchAll(/\$\{?(\w+)/g)].map(
    ([, name]) => name!,
  );
  return names.every((name) => {
    const there = copy.stage!.scope.at(copy.index, name);
    return there !== undefined && there === used.stage!.scope.at(used.index, name);
  });
}

/**
 * The value of --chown that gives what a COPY brings this owner; empty where it has it anyway.
 * Without --chown, files of the build context belong to root, and what another stage holds keeps
 * the owners that it has: tried with BuildKit 0.13, 2026-11-25.
 */
export function spell({ user, group }: Owner, copy: Instruction): string | undefined {
  const before = copy.flag('chown')?.value?.split(':');
  if (user !== undefined && group === '') {
    // For a number --chown takes the same number as the group.
    return /^\d+$/.test(user) ? undefined : user;
  }
  if (!before && copy.flag('from') && (user === undefined || group === undefined)) return undefined;
  if (before?.length === 1)
    return group === undefined ? undefined : `${user ?? before[0]!}:${group}`;
  const root = /^\d+$/.test(user ?? group!) ? '0' : 'root';
  const owner = [user ?? before?.[0] ?? root, group ?? before?.[1] ?? root];
  const isRoot = owner.every((part) => part === 'root' || part === '0');
  return isRoot && !before && !copy.flag('from') ? '' : owner.join(':');
}
