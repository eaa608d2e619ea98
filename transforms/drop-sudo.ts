import { defineTransform, valueOf } from '../src/kit.ts';
import { dropSudo } from './shared/sudo.ts';
import { visitOf } from './shared/visit.ts';

export default defineTransform({
  id: 'drop-sudo',
  summary: 'Run as root what root runs through sudo',
  why: 'Where the build runs as root already, sudo changes nothing but the environment: it drops the variables that ENV and ARG set, DEBIAN_FRONTEND among them, and searches a PATH of its own. The package is then only there to be attacked.',
  safety:
    'Suggested where the command does not care for the variables that sudo would have dropped: a package manager or a tool of the system, or no variable is set. Unsafe where variables of the file reach a command that did not see them before. Refused where the PATH of the file could find another program.',
  since: '0.1.0',
  emits: ['suggested', 'unsafe'],
  options: {},
  reasons: {
    path: 'sudo searches a PATH of its own, and the file sets another one',
  },
  sources: [
    {
      title: 'sudoers(5): command environment',
      url: 'https://www.sudo.ws/docs/man/sudoers.man/#Command_environment',
      date: '2026-11-25',
    },
    {
      title: 'Building best practices: USER',
      url: 'https://docs.docker.com/build/building/best-practices/#user',
      date: '2026-11-25',
    },
  ],
  ignoredBy: { hadolint: ['DL3004'] },

  *run({ doc, context, allows, lineOf }) {
    for (const run of doc.only('RUN')) {
      const user = run.state && valueOf(run.state.user);
      if (!allows(run) || user === undefined || !/^(?:root|0)(?::|$)/.test(user)) continue;
      const visit = visitOf({ doc, context, lineOf }, run);
      if (visit) yield* dropSudo(visit);
    }
  },
});
