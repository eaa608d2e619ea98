import { commandsIn, commandText, parseScript, PLAIN_SHELL } from '../../../src/kit.ts';
import { isIdle } from '../idle.ts';
import { baseName, programIndex } from '../prefix.ts';
import { commandsBehind } from './npm-scripts.ts';
import { serverOf, startsServer } from './servers.ts';
import type { Image, Obstacle } from './types.ts';

/**
 * Programs that need root to do their work, or that start others under several users. Their manual
 * pages, https://manpages.debian.org, and https://cr.yp.to/daemontools.html,
 * https://skarnet.org/software/s6-linux-init/, https://supervisord.org/running.html; read 2026-11-25.
 */
const ROOT_PROGRAMS: readonly (readonly [string, string])[] = [
  [
    'an init system',
    'systemd init openrc openrc-init runit runit-init runsvdir runsvdir-start s6-svscan s6-overlay-suexec my_init boot',
  ],
  [
    'a supervisor of several services',
    'supervisord supervisor circusd monit svscan service systemctl rc-service initctl',
  ],
  ['a scheduler that changes users', 'cron crond anacron atd'],
  [
    'a server for logins',
    'sshd dropbear vsftpd proftpd smbd nmbd xinetd inetd in.tftpd rpcbind nfsd rpc.nfsd slapd sssd',
  ],
  [
    'a server for mail or names',
    'postfix master exim exim4 dovecot sendmail named unbound dnsmasq',
  ],
  [
    'a container engine',
    'dockerd containerd dockerd-entrypoint.sh podman buildkitd kubelet docker-init',
  ],
  [
    'a network or kernel tool',
    'openvpn ipsec charon xl2tpd pppd wg wg-quick iptables ip6tables nft tc tcpdump modprobe insmod mount umount sysctl losetup ip ifconfig keepalived hostapd tailscaled zerotier-one strongswan',
  ],
  ['a logger of the system', 'rsyslogd syslogd syslog-ng journald'],
];

/** Servers that start as root and change to a user of their own. */
const DROPPING =
  'apache2 apache2ctl httpd httpd-foreground apache2-foreground mysqld mysqld_safe mariadbd postgres postgresql pg_ctlcluster redis-server mongod nginx haproxy varnishd squid php-fpm';

/** Commands of start scripts that only root may run, or that change to another user. */
const ROOT_COMMANDS = new Set(
  (
    'chown chgrp su-exec gosu setpriv su sudo runuser setuidgid s6-setuidgid chpst start-stop-daemon ' +
    'useradd adduser usermod userdel groupadd addgroup groupmod deluser chpasswd passwd setcap ' +
    'iptables ip6tables sysctl mount umount modprobe service update-ca-certificates ldconfig ' +
    'locale-gen dpkg-reconfigure update-alternatives a2enmod a2ensite chroot hostname ip ifconfig route'
  ).split(' '),
);

const INSTALLS: Readonly<Record<string, RegExp>> = {
  'apt-get': /^(?:install|update|upgrade)$/,
  apt: /^(?:install|update|upgrade)$/,
  apk: /^(?:add|update|upgrade)$/,
  yum: /^(?:install|update)$/,
  dnf: /^(?:install|update)$/,
  microdnf: /^install$/,
  pip: /^install$/,
  pip3: /^install$/,
  npm: /^(?:install|i|ci|add)$/,
  yarn: /^(?:install|add)$/,
  pnpm: /^(?:install|i|add)$/,
  bundle: /^install$/,
  composer: /^(?:install|update|require)$/,
  gem: /^install$/,
  go: /^(?:install|get)$/,
  cargo: /^install$/,
};

/** The last words before the colon: what `a program needs root` is completed with. */
const named = (what: string, program: string): string => `${program}, ${what}`;

/** Why what the container starts cannot run as another user, as far as its start tells. */
export function startObstacle(image: Image): Obstacle | undefined {
  const { start, base } = image;
  const hasOwnEntrypoint = start.entrypoint !== undefined;
  if (isForDevelopment(image)) return { reason: 'development' };
  // The socket belongs to root, or to a group whose number only the host knows.
  if (image.doc.text.includes('docker.sock'))
    return { reason: 'needs-root', detail: 'docker.sock' };
  const client = dockerClient(image);
  if (client !== undefined) return { reason: 'needs-root', detail: named(SOCKET, client) };
  if (isServedWithoutRoot(image) && startsServer(image)) return undefined;
  if (base?.dropsPrivileges === true && !hasOwnEntrypoint && base.repository !== 'php') {
    return { reason: 'drops', detail: `the entry point of ${base.repository}` };
  }
  if (!start.cmd && !hasOwnEntrypoint) return { reason: 'no-start' };
  const behind = commandsBehind(image, start.main);
  const programs = [...start.programs, ...behind.map(([word]) => word ?? '')].map(baseName);
  return (
    programObstacle(programs) ??
    behind
      .map((words) => wordsObstacle(words.map((word) => word ?? '$')))
      .find((found) => found !== undefined) ??
    scriptObstacle(image) ??
    interactive(image, programs) ??
    (start.trouble === undefined ? undefined : { reason: 'start', detail: start.trouble })
  );
}

const SOCKET = 'which talks to a socket of root';

/** Packages that bring `docker`: of Alpine, of Debian and of Docker's own repository. */
const CLIENTS = /^(?:docker|docker-cli|docker\.io|docker-ce|docker-ce-cli)$/;

/**
 * The Docker client, where a step installs it, Docker's script among them
 * (https://docs.docker.com/engine/install/, read 2026-11-27), or a COPY takes it from an image.
 */
function dockerClient({ steps, instructions }: Image): string | undefined {
  const installs = steps.filter(
    ({ program, args }) =>
      /^(?:apk|apt|apt-get|dnf|yum|microdnf)$/.test(program) &&
      args.some((word) => word === 'add' || word === 'install'),
  );
  const found = installs.flatMap(({ args }) => args).find((word) => CLIENTS.test(word));
  if (found !== undefined) return found;
  if (steps.some(({ args }) => args.some((word) => /\bget\.docker\.com\b/.test(word))))
    return 'docker';
  const copied = instructions.some(
    ({ keyword, words }) =>
      keyword === 'COPY' && words.slice(0, -1).some(({ text }) => text.endsWith('/bin/docker')),
  );
  return copied ? 'docker' : undefined;
}

/** A stage that people work in: its name says so. */
const isForDevelopment = ({ stage }: Image): boolean =>
  /^(?:dev|develop|development|dev-?envs?|debug|tests?|devcontainer)$/.test(stage.name ?? '');

/** Servers whose image can run as its own user: see `servers.ts`. */
const isServedWithoutRoot = ({ base }: Image): boolean =>
  base !== undefined && serverOf({ base }) !== undefined;

function programObstacle(programs: readonly string[]): Obstacle | undefined {
  for (const [what, names] of ROOT_PROGRAMS) {
    const list = names.split(' ');
    const found = programs.find((program) => list.includes(program));
    if (found !== undefined) return { reason: 'needs-root', detail: named(what, found) };
  }
  const dropping = DROPPING.split(' ').find((name) => programs.includes(name));
  return dropping === undefined ? undefined : { reason: 'drops', detail: dropping };
}

function interactive({ start }: Image, programs: readonly string[]): Obstacle | undefined {
  if (start.scripts.length > 0 || !isIdle(start.main)) return undefined;
  return { reason: 'no-start', detail: programs.join(' ').trim().slice(0, 60) };
}

/** What a start script, or a command in shell form, does that only root may. */
function scriptObstacle(image: Image): Obstacle | undefined {
  const { start } = image;
  for (const { path, text, health } of start.scripts) {
    if (health === true) continue;
    const found = rootCommandIn(text);
    if (found) return { ...found, detail: `${found.detail} (${path})` };
  }
  for (const instruction of [start.entrypoint, start.cmd]) {
    if (!instruction) continue;
    const text = instruction.json ? shellText(instruction.json) : instruction.args.text;
    const found = text === undefined ? undefined : rootCommandIn(text);
    if (found) return found;
  }
  return undefined;
}

/** `["sh", "-c", "…"]`, or the words themselves. */
function shellText(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => /^-\w*c$/.test(word));
  return at > 0 ? words[at + 1] : words.map((word) => `'${word.replaceAll("'", '')}'`).join(' ');
}

function rootCommandIn(text: string): (Obstacle & { detail: string }) | undefined {
  const script = parseScript(text, { ...PLAIN_SHELL, name: 'bash' });
  if (!script.known) return undefined;
  for (const command of commandsIn(script.value.body)) {
    const found = wordsObstacle(command.words.map((word) => word.value ?? word.text));
    if (found) return { reason: found.reason, detail: brief(commandText(command)) };
  }
  return undefined;
}

/** Why a command may not be run by others than root. */
function wordsObstacle(words: readonly string[]): Obstacle | undefined {
  const at = programIndex(words);
  const [program = '', ...rest] = words.slice(at);
  const name = baseName(program);
  const detail = brief(words.join(' '));
  if ([...words.slice(0, at).map(baseName), name].some((word) => ROOT_COMMANDS.has(word))) {
    return { reason: 'start-root', detail };
  }
  const verb = rest.find((word) => !word.startsWith('-')) ?? '';
  const installs =
    INSTALLS[name]?.test(verb) === true ||
    (name.startsWith('python') && rest[0] === '-m' && rest[1] === 'pip');
  return installs ? { reason: 'installs', detail } : undefined;
}

const brief = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** A comment that says why it runs as root. */
const MUST_BE_ROOT =
  /\b(?:must|needs?|ha(?:s|ve)|require[sd]?|requires?)\b[^.]*\b(?:to )?(?:be |run (?:this |it )?as )?root\b(?! cert| ca\b|-?level| dir| folder| path| url| element)|\broot\b[^.]*\b(?:is required|is needed|privileges?|permissions? (?:are|is) (?:needed|required))|\b(?:run|running|runs|stay|keep|remain)(?:ning)? as root\b|\bneeds? sudo\b/i;

/** Comments of the stages that ship, and of the lines that are commented out. */
export function commentObstacle({ doc, stage }: Image): Obstacle | undefined {
  const comments = [
    ...doc.comments,
    ...doc.instructions.flatMap((instruction) => instruction.comments),
  ];
  const from = stage.lineage[0]!.from.start;
  const found = comments.find(({ start, text }) => start > from && MUST_BE_ROOT.test(text));
  return found && { reason: 'comment', detail: `line ${found.line}: ${brief(found.text.trim())}` };
}
