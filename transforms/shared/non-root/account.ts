import { valueOf, type Instruction } from '../../../src/kit.ts';
import type { Step } from '../multi-stage/types.ts';
import { serverOf } from './servers.ts';
import type { Account, Image } from './types.ts';

/** Is it root, by name or by number? An empty USER leaves it at root. */
export const isRoot = (user: string): boolean => /^(?:root|0+)?(?:$|:)/.test(user.trim());

/**
 * Above what distributions give to packages (up to 999) and to the people of a machine (from 1000),
 * so that no image that dockopt knows has it; below 65534, `nobody`.
 * https://www.debian.org/doc/debian-policy/ch-opersys.html#uid-and-gid-classes, read 2026-11-25.
 */
const ID = 10_001;

const NAME = 'app';

/** The account to run as: the one that the file or its base image has for this, else a new one. */
export function accountOf(image: Image, needsHome: boolean, byNumber: boolean): Account {
  const account = ownAccount(image) ?? shippedAccount(image) ?? newAccount(image, needsHome);
  return byNumber ? numbered(account) : account;
}

/** With the group: without a passwd file, USER alone would leave it in the group of root. */
const numbered = (account: Account): Account =>
  account.uid === undefined || account.gid === undefined
    ? account
    : { ...account, user: `${account.uid}:${account.gid}`, group: '' };

/** As it is written behind `--chown` and `chown`. */
export const ownerText = ({ user, group }: Account): string =>
  group === '' ? user : `${user}:${group}`;

/** What the file itself ran as before it went back to root, or the one user that it makes. */
function ownAccount(image: Image): Account | undefined {
  const made = madeIn(image.steps);
  const switched = image.instructions
    .filter(({ keyword }) => keyword === 'USER')
    .map((instruction) => valueOf(instruction.expand(instruction.args.text))?.trim())
    .findLast((user) => user !== undefined && !isRoot(user));
  if (switched !== undefined) {
    const [user = '', group] = switched.split(':');
    const known = made.find((one) => one.user === user);
    if (known) return known;
    const shipped = image.base?.users.find(({ name, uid }) => [name, String(uid)].includes(user));
    if (shipped) return shippedAs(image, shipped);
    return {
      user,
      group: group ?? user,
      uid: /^\d+$/.test(user) ? Number(user) : undefined,
      gid: /^\d+$/.test(group ?? user) ? Number(group ?? user) : undefined,
      made: [],
      origin: 'file',
      home: undefined,
      since: undefined,
    };
  }
  return made.length === 1 ? made[0] : undefined;
}

function shippedAccount(image: Image): Account | undefined {
  const name = serverOf(image)?.account;
  const users = image.base?.users ?? [];
  const user = name === undefined ? users[0] : users.find((one) => one.name === name);
  if (user && !NOT_FOR_THIS.has(user.name)) return shippedAs(image, user);
  if (name === undefined) return undefined;
  return { ...NOTHING, user: name, group: name, origin: 'image' };
}

/**
 * The user of Ubuntu is for a person: it has a login shell, and may use sudo. The one of gradle is
 * for builds, and owns their caches.
 */
const NOT_FOR_THIS = new Set(['ubuntu', 'gradle']);

/** Of a user that is there; its numbers are not known. */
const NOTHING = { uid: undefined, gid: undefined, made: [], home: undefined, since: undefined };

/** .NET images give the number of their user in a variable, and recommend to write it. */
function shippedAs(
  { base }: Image,
  { name, uid, gid, home }: { name: string; uid: number; gid: number; home?: string },
): Account {
  const isDotnet =
    base?.repository.includes('/dotnet/') === true && base.distribution !== 'distroless';
  return {
    user: isDotnet ? '$APP_UID' : name,
    group: isDotnet ? '$APP_UID' : name,
    uid,
    gid,
    made: [],
    origin: 'image',
    home,
    since: undefined,
  };
}

/** Options of the commands that make a user, with a value of their own. */
const VALUES = new Set(
  (
    '-u --uid -g --gid -G --groups --ingroup -s --shell -d --home --home-dir -h -c --comment --gecos ' +
    '-k --skel -K -p --password -e -f -b --base-dir --firstuid --lastuid -Z -r-'
  ).split(' '),
);

/** Users for somebody who works in the container, or for another service. */
const PEOPLE =
  /^(?:vscode|dev|developer|devuser|git|admin|sudo|ubuntu|jenkins|test|tester|postgres|mysql|redis|sshd|ftp)$/;

/** The users that the steps make, with what their options say. */
export function madeIn(steps: readonly Step[]): Account[] {
  return steps.flatMap((step) => {
    if (step.program !== 'useradd' && step.program !== 'adduser') return [];
    const given: string[] = [];
    const options = new Map<string, string>();
    for (let i = 0; i < step.args.length; i++) {
      const arg = step.args[i]!;
      const [name = '', value] = arg.startsWith('--') ? arg.split('=', 2) : [arg];
      // A cluster such as `-rm -g app`: the last letter takes the value.
      const option = /^-\w{2,}$/.test(name) ? `-${name.at(-1)}` : name;
      if (value !== undefined) options.set(name, value);
      else if (VALUES.has(option)) options.set(option, step.args[++i] ?? '');
      else if (!arg.startsWith('-')) given.push(arg);
    }
    const [user] = given;
    // `adduser app staff` puts one that is there into a group.
    if (given.length !== 1 || user === undefined || !/^[\w.-]+$/.test(user)) return [];
    if (PEOPLE.test(user)) return [];
    return [accountFrom(step, user, options)];
  });
}

function accountFrom(step: Step, user: string, options: ReadonlyMap<string, string>): Account {
  const number = (...names: string[]): number | undefined => {
    const value = names.map((name) => options.get(name)).find((one) => one !== undefined);
    return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
  };
  const group =
    options.get('-g') ?? options.get('--gid') ?? options.get('-G') ?? options.get('--ingroup');
  return {
    user,
    group: group !== undefined && /^[\w.-]+$/.test(group) ? group : user,
    uid: number('-u', '--uid'),
    gid: number('-g', '--gid'),
    made: [],
    origin: 'file',
    home: undefined,
    since: step.run,
  };
}

/** Users made the way the distribution makes them; numbers alone where there is no passwd file. */
function newAccount(image: Image, needsHome: boolean): Account {
  const account = {
    uid: ID,
    gid: ID,
    since: undefined,
    home: needsHome ? `/home/${NAME}` : undefined,
  };
  if (!image.hasShell) {
    return {
      ...account,
      user: `${ID}:${ID}`,
      group: '',
      made: [],
      origin: 'numbers',
      home: undefined,
    };
  }
  return { ...account, user: NAME, group: NAME, made: creation(image, needsHome), origin: 'made' };
}

/**
 * `useradd` and `groupadd` of shadow, `adduser` and `addgroup` of busybox. `--no-log-init`: the
 * number would make /var/log/lastlog a large file of holes, which a layer stores in full
 * (https://docs.docker.com/build/building/best-practices/#user). Neither sets a password.
 * https://man7.org/linux/man-pages/man8/useradd.8.html, https://busybox.net/downloads/BusyBox.html.
 * Images without either have a line added to their files. Read 2026-11-25.
 */
function creation({ base }: Image, needsHome: boolean): string[] {
  switch (toolOf(base?.distribution, base?.repository)) {
    case 'busybox':
      return [
        `addgroup -g ${ID} ${NAME}`,
        `adduser -u ${ID} -G ${NAME} -D ${needsHome ? '' : '-H '}-s /sbin/nologin ${NAME}`,
      ];
    case 'shadow': {
      const home = needsHome ? '--create-home' : '--no-create-home';
      const nologin = /^(?:debian|ubuntu)$/.test(base?.distribution ?? '')
        ? '/usr/sbin/nologin'
        : '/sbin/nologin';
      return [
        `groupadd --gid ${ID} ${NAME}`,
        `useradd --no-log-init --uid ${ID} --gid ${NAME} ${home} --shell ${nologin} ${NAME}`,
      ];
    }
    case 'files':
      return [
        `echo '${NAME}:x:${ID}:' >> /etc/group`,
        `echo '${NAME}:x:${ID}:${ID}::/home/${NAME}:/sbin/nologin' >> /etc/passwd`,
        ...(needsHome ? [`install -d -o ${ID} -g ${ID} /home/${NAME}`] : []),
      ];
  }
}

/**
 * Whether `useradd` is there. Not in the minimal images of Red Hat, in Amazon Linux, Photon, Azure
 * Linux, the slim images of Oracle Linux and Wolfi: their package lists, read 2026-11-25:
 * https://catalog.redhat.com/software/containers/ubi9/ubi-minimal,
 * https://docs.aws.amazon.com/linux/al2023/ug/al2023-container-image-types.html,
 * https://github.com/vmware/photon, https://github.com/microsoft/azurelinux.
 */
function toolOf(distribution: string | undefined, repository = ''): 'busybox' | 'shadow' | 'files' {
  switch (distribution) {
    case 'alpine':
    case 'busybox':
    case 'wolfi':
      return 'busybox';
    case 'debian':
    case 'ubuntu':
    case 'centos':
    case 'fedora':
    case 'rocky':
    case 'alma':
    case 'opensuse':
    case 'sles':
    case 'arch':
    case 'rhel':
      return /[-/](?:minimal|micro)$/.test(repository) ? 'files' : 'shadow';
    default:
      return 'files';
  }
}

/** Is the account there when `instruction` runs? */
export const isThereAt = (account: Account, instruction: Instruction): boolean =>
  account.since === undefined || account.since.index < instruction.index;
