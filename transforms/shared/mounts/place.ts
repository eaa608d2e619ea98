import { valueOf, type BaseImage, type Instruction } from '../../../src/kit.ts';
import { plainCommandsIn } from '../editing.ts';
import { programIndex } from '../prefix.ts';
import { wordsOf } from '../purpose.ts';
import type { Place } from './row.ts';

/** Who runs a RUN, as far as a mount must know. */
export interface Account {
  readonly root: boolean;
  readonly home: string | undefined;
  /** For the owner of the mount; `undefined` for root. */
  readonly uid: string | undefined;
  readonly gid: string | undefined;
}

const ROOT: Account = { root: true, home: '/root', uid: undefined, gid: undefined };

/** What the RUN tells of its user, or why that is not enough. */
export function accountOf(run: Instruction): Account | { readonly because: string } {
  const user = run.state?.user;
  const account = user?.known ? named(run, user.value) : unnamed(run, user?.because ?? '');
  if ('because' in account || !run.stage!.scope.at(run.index, 'HOME')) return account;
  const home = valueOf(run.variable('HOME'));
  return home === undefined ? { because: '$HOME is not known' } : { ...account, home };
}

function named(run: Instruction, value: string): Account | { readonly because: string } {
  const [name = '', group] = value.split(':');
  if (name === '' || name === 'root' || name === '0') return ROOT;
  const user =
    valueOf(run.stage!.baseFacts)?.users.find(
      (known) => known.name === name || String(known.uid) === name,
    ) ?? madeUser(run, name);
  if (!user) return { because: `what home and number the user ${name} has` };
  const gid = group !== undefined && /^\d+$/.test(group) ? group : user.gid;
  return {
    root: false,
    home: user.home ?? `/home/${user.name}`,
    uid: String(user.uid),
    gid: gid === undefined ? undefined : String(gid),
  };
}

/** Installing packages of the distribution takes root, so who does it in this state is root. */
function unnamed(run: Instruction, because: string): Account | { readonly because: string } {
  const shown = run
    .stage!.lineage.flatMap((stage) => stage.instructions)
    .filter(({ index }) => index <= run.index)
    .some(({ keyword, run: body }) => {
      const script = keyword === 'RUN' ? valueOf(body.script) : undefined;
      return (
        script !== undefined &&
        plainCommandsIn(script.body).some((command) =>
          INSTALLS.test(command.words.map(({ text }) => text).join(' ')),
        )
      );
    });
  return shown ? ROOT : { because };
}

/** Without sudo in front. */
const INSTALLS =
  /^(?:apt-get|apt|yum|dnf|microdnf|zypper|apk) (?:.* )?(?:install|add|update|upgrade)\b/;

interface MadeUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number | undefined;
  readonly home: string | undefined;
}

/** Their options for the number and the home. adduser of Debian and of busybox differ in the short ones. */
const UID = /^(?:-u|--uid)$/;
const HOME = /^(?:-d|-h|--home|--home-dir)$/;

/** A user that an earlier RUN makes, with its number. */
function madeUser(run: Instruction, name: string): MadeUser | undefined {
  for (const stage of run.stage!.lineage) {
    for (const earlier of stage.instructions) {
      if (earlier.keyword !== 'RUN' || earlier.index >= run.index) continue;
      const script = valueOf(earlier.run.script);
      for (const command of script ? plainCommandsIn(script.body) : []) {
        const words = wordsOf(command).map((word) => valueOf(earlier.expand(word)) ?? word);
        const user = /^(?:useradd|adduser)$/.test((words[0] ?? '').replace(/^.*\//, ''))
          ? readUser(words, name)
          : undefined;
        if (user) return user;
      }
    }
  }
  return undefined;
}

function readUser(words: readonly string[], name: string): MadeUser | undefined {
  if (!words.slice(1).includes(name)) return undefined;
  const valueFor = (option: RegExp): string | undefined => {
    for (const [at, word] of words.entries()) {
      if (option.test(word)) return words[at + 1];
      const [long, value] = word.split('=', 2);
      if (value !== undefined && option.test(long!)) return value;
    }
    return undefined;
  };
  const uid = valueFor(UID);
  const home = valueFor(HOME);
  if (uid === undefined || !/^\d+$/.test(uid)) return undefined;
  // A system user of Debian has no home unless it is given one.
  if (
    home === undefined &&
    words.some((word) => /^(?:--system|--no-create-home|-H|-\w*M)$/.test(word))
  ) {
    return undefined;
  }
  return { name, uid: Number(uid), gid: undefined, home };
}

/** A variable as the RUN sees it: `undefined` where nobody sets it, else known or not. */
export function variableAt(
  run: Instruction,
  name: string,
): { readonly value: string | undefined } | undefined {
  const declared = run.stage!.scope.at(run.index, name);
  // What a build argument is by default, a build may change.
  if (declared) return { value: declared.kind === 'arg' ? undefined : valueOf(declared.value) };
  const set = valueOf(run.stage!.baseFacts)?.env[name];
  return set === undefined ? undefined : { value: set };
}

export function placeOf(run: Instruction, account: Account | undefined): Place {
  const base: BaseImage | undefined = valueOf(run.stage!.baseFacts);
  return {
    root: account?.root ?? true,
    home: account?.home,
    base,
    value: (name) => variableAt(run, name)?.value,
  };
}

/** Programs before the command that change who runs it. */
export const changesUser = (words: readonly string[]): boolean =>
  words
    .slice(0, programIndex(words))
    .some(
      (word, at, all) =>
        /^(?:gosu|su-exec|chroot)$/.test(word) ||
        (word === 'sudo' && /^(?:-u|--user)/.test(all[at + 1] ?? '')),
    );

/** What its cache is called after, where it depends on the distribution. */
export function systemOf(run: Instruction): string | undefined {
  const facts = valueOf(run.stage!.baseFacts);
  if (facts?.distribution !== undefined && facts.release !== undefined) {
    const { distribution, release } = facts;
    return /^[a-z]+$/.test(release) ? release : `${distribution}-${release}`;
  }
  const root = run.stage!.lineage[0]!.base;
  const ref = root.kind === 'image' ? valueOf(root.ref) : undefined;
  // Another value of a build argument would be another image under the same name.
  if (root.kind !== 'image' || root.arguments.length > 0 || ref === undefined) return undefined;
  const tag = ref.tag === undefined ? '' : `-${ref.tag}`;
  return `${ref.repository}${tag}`.toLowerCase().replace(/[^a-z0-9.]+/g, '-');
}
