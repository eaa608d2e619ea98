import { valueOf, type Stage } from '../../../src/kit.ts';
import { isInside } from '../multi-stage/aftermath.ts';
import { pathFrom } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';

/**
 * Distributions and languages: images that hold nothing in the places where applications go.
 * https://github.com/docker-library/official-images, read 2026-11-25.
 */
const PLAIN_IMAGES =
  /^(?:debian|ubuntu|alpine|centos|fedora|rockylinux|almalinux|amazonlinux|oraclelinux|busybox|photon|opensuse\/.*|python|node|golang|rust|openjdk|eclipse-temurin|amazoncorretto|ruby|php|perl|gcc|buildpack-deps|maven|gradle|composer|elixir|erlang|haskell|julia|swift|oven\/bun|denoland\/deno|mcr\.microsoft\.com\/(?:dotnet\/.*|devcontainers\/.*)|redhat\/ubi.*|registry\.access\.redhat\.com\/.*|gcr\.io\/distroless\/.*)$/;

/** Belongs to the distribution, or to packages. */
const SYSTEM =
  /^\/(?:$|(?:bin|boot|dev|etc|lib\w*|media|mnt|proc|root|run|sbin|sys|tmp|usr|var|home|opt|srv)(?:\/|$))/;

/** Below the directories of the system, and yet for applications. */
const APPLICATION =
  /^\/(?:usr\/src\/[^/]+|usr\/local\/app|srv\/.+|home\/.+|tmp\/.+|opt\/(?:app|application|code|src|service|project|web|server|api|bot|[\w-]*app)\b.*|var\/www\/(?!html$)[^/]+.*|var\/app\b.*|var\/task\b.*|mnt\/.+)$/;

/** Why the image below may hold files at a path; `undefined` where it has none. */
export function mayBeInBase(path: string, stage: Stage): string | undefined {
  const root = stage.lineage[0]!;
  if (root.base.kind === 'scratch') return undefined;
  const base = valueOf(stage.baseFacts);
  if (!base) return `whether the base image has files of its own in ${path} is not known`;
  const isHome = base.users.some(({ home }) => home !== undefined && isInside(path, home));
  const isFresh = (!SYSTEM.test(path) || APPLICATION.test(path)) && !isHome;
  if (PLAIN_IMAGES.test(base.repository) && isFresh) return undefined;
  return `the base image or a package may have files of its own in ${path}`;
}

/** Holds files of the distribution or of packages beside what is copied. */
export const isOfSystem = (path: string): boolean =>
  SYSTEM.test(path) && !APPLICATION.test(path) && !OWN.test(path);

/** A directory that somebody named, in a place for such directories. */
const OWN = /^\/(?:opt|srv|mnt|media)\/[^/]+|^\/var\/www\/html$/;

/** Install into places of their own, wherever they are called. */
const GLOBAL =
  /^(?:apk|gem|a2\w+|docker-php-ext-\w+|docker-php-source|pecl|pear|ldconfig|update-ca-certificates|update-alternatives|locale-gen|dpkg-reconfigure|gosu|corepack|setcap|passwd|chpasswd|chsh|ssh-keygen|crontab|fc-cache|rustup|apt-key|install-php-extensions)$/;

/** Does a command whose effect is not known make files at or below a path? */
export function fillsDirectory(step: Step, path: string): 'no' | 'maybe' | 'yes' {
  if (GLOBAL.test(step.program)) return 'no';
  const line = step.args.join(' ');
  if (isPip(step)) return PIP_HERE.test(` ${line} `) ? here(step, path) : 'no';
  if (/^(?:npm|yarn|pnpm)$/.test(step.program) && / (?:-g|--global|global) /.test(` ${line} `)) {
    return 'no';
  }
  return here(step, path);
}

const isPip = ({ program, args }: Step): boolean =>
  /^pip[\d.]*$/.test(program) ||
  (/^python[\d.]*$/.test(program) && ` ${args.join(' ')} `.includes(' -m pip '));

/** What lets pip write into a directory of the project. */
const PIP_HERE =
  / (?:-e|--editable|-t|--target\S*|--prefix\S*|--root\S*|--src\S*|\.|\.\/\S*|\.\[\S+) /;

function here(step: Step, path: string): 'maybe' | 'yes' {
  const { directory } = step;
  if (directory === undefined) return 'maybe';
  if (isInside(directory, path)) return 'yes';
  const named = step.args.some((arg) => {
    const at = pathFrom(directory, arg);
    return at !== undefined && arg !== '' && !arg.startsWith('-') && isInside(at, path);
  });
  return named ? 'yes' : 'maybe';
}
