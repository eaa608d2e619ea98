import {
  defineTransform,
  valueOf,
  type Applicability,
  type Finding,
  type Instruction,
} from '../src/kit.ts';
import { plainCommandsIn } from './shared/editing.ts';
import { APT, invocationOf, lineOf, type Invocation } from './shared/package-managers.ts';
import { reword } from './shared/rewording.ts';
import { visitOf, type Visit } from './shared/visit.ts';

/**
 * What apt-get does as apt does it, and how it is called there: apt alone sets
 * APT::Get::Upgrade-Allow-New for `upgrade`.
 * https://manpages.debian.org/bookworm/apt/apt-get.8.en.html, and for what apt sets
 * https://salsa.debian.org/apt-team/apt/-/blob/main/apt-private/private-cmndline.cc, read 2026-11-25.
 */
const VERBS: ReadonlyMap<string, string> = new Map([
  ['install', 'install'],
  ['update', 'update'],
  ['upgrade', 'upgrade --with-new-pkgs'],
  ['full-upgrade', 'dist-upgrade'],
  ['dist-upgrade', 'dist-upgrade'],
  ['remove', 'remove'],
  ['purge', 'purge'],
  ['autoremove', 'autoremove'],
  ['clean', 'clean'],
  ['autoclean', 'autoclean'],
  ['build-dep', 'build-dep'],
]);

/** Fetches packages, which apt deletes again and apt-get keeps. */
const FETCHES = /^(?:install|upgrade|full-upgrade|dist-upgrade|build-dep)$/;

const CLEANS = /^(?:apt|apt-get) (?:.* )?clean$|^rm (?:.* )?\/var\/cache\/apt\b/;

export default defineTransform({
  id: 'use-apt-get',
  summary: 'Call apt-get in scripts, not apt',
  why: 'apt is made for people at a terminal: it warns in every build that its command line may change, and does change it. apt-get is the interface for scripts.',
  safety:
    'Safe in images that delete packages once they are installed, as the official ones of Debian and Ubuntu do, and where the RUN does so itself: apt deletes them, apt-get keeps them. Unsafe where neither is known.',
  since: '0.1.0',
  emits: ['safe', 'unsafe'],
  options: {},
  reasons: {},
  sources: [
    {
      title: 'apt(8): script usage and differences from other apt tools',
      url: 'https://manpages.debian.org/bookworm/apt/apt.8.en.html',
      date: '2026-11-25',
    },
    {
      title: 'apt: what it sets for itself alone',
      url: 'https://salsa.debian.org/apt-team/apt/-/blob/main/apt-private/private-cmndline.cc',
      date: '2026-11-25',
    },
  ],
  ignoredBy: { hadolint: ['DL3027'] },

  *run({ doc, context, allows, lineOf: line }) {
    for (const instruction of doc.instructions) {
      if (!allows(instruction)) continue;
      const visit = visitOf({ doc, context, lineOf: line }, instruction);
      const finding = visit && useAptGet(visit);
      if (finding) yield finding;
    }
  },
});

function useAptGet(visit: Visit): Finding | undefined {
  const calls = plainCommandsIn(visit.script.body)
    .map((command) => invocationOf(command))
    .filter((call): call is Invocation => call !== undefined && isApt(call));
  if (calls.length === 0) return undefined;
  const rewrite = reword(
    visit,
    calls.map((call) => ({
      command: call.command,
      texts: new Map([
        [call.program, `${call.program.text}-get`],
        [call.verbWord, verbOf(call)],
      ]),
    })),
  );
  if (!rewrite) return undefined;
  const keeps = calls.some(({ verb }) => FETCHES.test(verb)) && !deletesPackages(visit);
  const applicability: Applicability = keeps ? 'unsafe' : 'safe';
  return {
    at: visit.outer,
    message:
      'apt-get: the command line of apt is for people, and may change' +
      (keeps
        ? '; not established: that the image deletes the packages that apt-get, other than apt, keeps'
        : ''),
    applicability,
    ...rewrite,
  };
}

const isApt = ({ manager, program, verb }: Invocation): boolean =>
  manager === APT && /^(?:\/usr\/bin\/)?apt$/.test(program.text) && VERBS.has(verb);

function verbOf({ verb, verbWord, args }: Invocation): string {
  const told = args.some(({ value = '' }) => /^--(?:with|without)-new-pkgs$/.test(value));
  return told || verbWord.text !== verb ? verbWord.text : VERBS.get(verb)!;
}

/** Does the image, or the RUN, delete downloaded packages, whatever fetched them? */
function deletesPackages({ run, script }: Visit): boolean {
  if (run.mounts.some(({ target }) => target?.startsWith('/var/cache/apt') ?? false)) return true;
  if (plainCommandsIn(script.body).some((command) => CLEANS.test(lineOf(command)))) return true;
  const facts = valueOf(run.stage!.baseFacts);
  if (!/^(?:debian|ubuntu)$/.test(facts?.distribution ?? '')) return false;
  const before = run.stage!.lineage.flatMap((stage) => stage.instructions);
  return !before.some((other) => other.index <= run.index && undoes(other));
}

/** The official images delete them by the configuration in this file. */
const undoes = ({ args }: Instruction): boolean => args.text.includes('docker-clean');
