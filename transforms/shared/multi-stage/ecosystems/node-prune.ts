import { valueOf, type Instruction } from '../../../../src/kit.ts';
import type { BuildLine, Subject } from '../types.ts';
import type { NodeBuild, Root } from './node-build.ts';
import type { Lock } from './node-locks.ts';

/** How packages for development leave node_modules when the build is over. */
export interface Pruning {
  readonly lines: readonly BuildLine[];
  /** Directories that keep theirs, although they have some. */
  readonly kept: readonly string[];
}

/** Takes the packages for development out of the given directories. */
export function prune(
  subject: Subject,
  build: NodeBuild,
  roots: readonly Root[],
  lockOf: (root: Root) => Lock | undefined,
): Pruning {
  const lines: BuildLine[] = [];
  const kept: string[] = [];
  const before = next(subject, build.last);
  const state = build.last?.state;
  for (const root of roots) {
    const command = commandOf(subject, build, root, lockOf(root));
    const user = build.last?.state && valueOf(build.last.state.user);
    const owner = root.install.step?.run.state && valueOf(root.install.step.run.state.user);
    if (command === undefined || user !== owner) {
      kept.push(root.directory);
      continue;
    }
    const here = state && valueOf(state.workdir) === root.directory;
    const text = here ? command : `cd ${root.directory} && ${command}`;
    lines.push({ before, text: `RUN ${text}` });
  }
  return { lines, kept };
}

/** The first instruction behind the last RUN of the build that could matter to another RUN. */
function next(subject: Subject, last: Instruction | undefined): Instruction | undefined {
  const matters = /^(?:RUN|COPY|ADD|USER|WORKDIR|ENV|ARG|SHELL)$/;
  return (
    last &&
    subject.stage.instructions.find(
      ({ index, keyword }) => index > last.index && matters.test(keyword),
    )
  );
}

/** Undefined where the package manager has no safe way. */
function commandOf(
  subject: Subject,
  build: NodeBuild,
  root: Root,
  lock: Lock | undefined,
): string | undefined {
  const { flags } = root;
  const major = majorOf(subject);
  // What was added and not written into package.json would go as well.
  if (flags.includes('--no-save')) return undefined;
  if (root.named.length > 0 && major !== undefined && major < 8) return undefined;
  if (flags.some((flag) => flag.startsWith('--modules-folder'))) return undefined;
  const prisma = build.tasks.some(({ program }) => program === 'prisma');
  const patched = build.tasks.some(({ program }) => program === 'patch-package');
  switch (root.manager) {
    case 'npm': {
      const omit = isOldNpm(subject, build) ? '--production' : '--omit=dev';
      const peers = flags.filter((flag) => /^(?:--legacy-peer-deps|--force|-f)$/.test(flag));
      return ['npm prune', omit, ...new Set(peers)].join(' ');
    }
    case 'yarn':
      // What a script put into node_modules is no package to Yarn, which takes it away.
      if (prisma || patched || lock?.kind === 'berry' || isBerry(root)) return undefined;
      return 'yarn install --production --ignore-scripts --prefer-offline';
    default:
      if (prisma) return undefined;
      return 'CI=true pnpm prune --prod --ignore-scripts';
  }
}

const isBerry = ({ manifest }: Root): boolean => /^yarn@[2-9]/.test(manifest.packageManager ?? '');

/** The code names of the LTS lines: https://github.com/nodejs/Release, read 2026-11-25. */
const NAMES: Readonly<Record<string, number>> = {
  argon: 4,
  boron: 6,
  carbon: 8,
  dubnium: 10,
  erbium: 12,
  fermium: 14,
  gallium: 16,
  hydrogen: 18,
  iron: 20,
  jod: 22,
  krypton: 24,
};

/** The major version of Node.js; undefined: a recent one. */
export function majorOf({ ref }: Subject): number | undefined {
  const tag = ref.tag ?? '';
  const digits = /^v?(\d+)/.exec(tag)?.[1];
  if (digits !== undefined) return Number(digits);
  return NAMES[tag.replace(/^lts-/, '').split('-')[0]!];
}

/** npm 7 came with Node.js 15: https://nodejs.org/en/about/previous-releases, read 2026-11-25. */
function isOldNpm(subject: Subject, build: NodeBuild): boolean {
  const major = majorOf(subject);
  return major !== undefined && major < 15 && !build.globals.includes('npm');
}
