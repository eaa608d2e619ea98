/**
 * Installs another package in place of one:
 *
 *   dockopt run examples/replace-package.ts --from netcat --to netcat-openbsd
 *   dockopt run examples/replace-package.ts --manager pip --from sklearn --to scikit-learn
 */
import {
  defineTransform,
  invocationOf,
  plainCommandsIn,
  reword,
  visitOf,
  type Command,
  type Rewording,
  type Word,
} from 'dockopt';

/** The programs of each package manager. */
const PROGRAMS: Readonly<Record<string, RegExp>> = {
  apt: /^(?:apt|apt-get)$/,
  apk: /^apk$/,
  dnf: /^(?:dnf|microdnf|yum)$/,
  pip: /^pip[23]?$/,
  npm: /^npm$/,
};

const INSTALLS = /^(?:install|i|add)$/;

export default defineTransform({
  id: 'replace-package',
  summary: 'Install another package in place of one',
  why: 'Packages are renamed, or given up for others.',
  safety: 'Suggested: the image gets another package on purpose.',
  since: '0.1.0',
  emits: ['suggested'],
  options: {
    manager: {
      type: 'choice',
      choices: Object.keys(PROGRAMS),
      default: 'apt',
      describe: 'Which package manager installs it',
    },
    from: { type: 'text', default: '', required: true, describe: 'The package as written' },
    to: { type: 'text', default: '', required: true, describe: 'The package in its place' },
  },
  reasons: { version: 'the version is that of the old package: choose one by hand' },
  sources: [
    {
      title: 'apt-get(8)',
      url: 'https://manpages.debian.org/bookworm/apt/apt-get.8.en.html',
      date: '2026-11-26',
    },
  ],
  ignoredBy: {},

  *run({ doc, context, options, allows, lineOf }) {
    const message = `${options.to} in place of ${options.from}`;
    for (const instruction of doc.instructions) {
      const visit = allows(instruction) && visitOf({ doc, context, lineOf }, instruction);
      if (!visit) continue;
      const calls = plainCommandsIn(visit.script.body).map((command) => ({
        command,
        packages: packagesOf(command, options.manager),
      }));
      const pinned = calls.some(({ packages }) =>
        packages.some(({ value = '' }) => isPinned(value, options.from)),
      );
      if (pinned) yield { at: instruction, message, reason: 'version' };
      const changes = calls.flatMap(({ command, packages }) =>
        changeOf(command, packages, options.from, options.to),
      );
      const rewrite = changes.length > 0 && reword(visit, changes);
      if (rewrite) yield { at: instruction, message, applicability: 'suggested', ...rewrite };
    }
  },
});

/** The words of an installation behind its sub-command that are no options. */
function packagesOf(command: Command, manager: string): readonly Word[] {
  const call = invocationOf(command);
  if (!call || !PROGRAMS[manager]!.test(call.program.text) || !INSTALLS.test(call.verb)) return [];
  return call.args.filter(({ start, text }) => start > call.verbWord.start && !/^-/.test(text));
}

const isPinned = (word: string, name: string): boolean =>
  word.startsWith(name) && /^[=<>~!@]/.test(word.slice(name.length));

function changeOf(
  command: Command,
  packages: readonly Word[],
  from: string,
  to: string,
): Rewording[] {
  const old = packages.filter(({ value }) => value === from);
  if (old.length === 0) return [];
  // Where the new one is installed already, the old one goes.
  const present = packages.some(({ value }) => value === to);
  return [{ command, texts: new Map(old.map((word, i) => [word, present || i > 0 ? '' : to])) }];
}
