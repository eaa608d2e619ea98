import { defineTransform, type Result } from '../src/kit.ts';
import { composerVerdict } from './shared/installs/production/composer.ts';
import { everythingIn, NodeInstalls } from './shared/installs/production/node.ts';
import { pythonVerdicts } from './shared/installs/production/python.ts';
import { bundleVerdict } from './shared/installs/production/ruby.ts';
import type { Reason, Verdict } from './shared/installs/production/types.ts';
import { demanding } from './shared/multi-stage/other-starts.ts';
import { isSubject, readSubject } from './shared/multi-stage/subject.ts';
import type { Subject } from './shared/multi-stage/types.ts';
import { visitOf } from './shared/visit.ts';

const REASONS: Readonly<Record<Reason, string>> = {
  stage: 'what the stage holds and runs cannot be told',
  context: 'the build context does not tell which packages are for development',
  start: 'the container starts a program of development',
  script: 'a script that runs at the installation may need them',
  later: 'a later step builds or checks with them',
  code: 'the application uses one of them when it runs',
  workspace: 'the packages of its workspace are installed together',
  berry: 'Yarn 2 and later have another command for it, which Yarn 2 and 3 know by a plugin only',
};

export default defineTransform({
  id: 'install-for-production',
  summary: 'Install what the application runs with, and not what it is developed with',
  why: 'Compilers of TypeScript, linters, test runners and what they depend on are often most of node_modules or vendor. In the stage that ships nobody uses them, but they are downloaded with the image, scanned, and reported for their vulnerabilities.',
  safety:
    'Suggested where the build context shows that nothing behind the installation needs a package for development: no script of the installation, no later step, not what the container starts, and not the code. Unsafe where one of these is not established; the message says which. Refused where one needs them.',
  since: '0.1.0',
  emits: ['suggested', 'unsafe'],
  options: {},
  reasons: REASONS,
  sources: [
    {
      title: 'npm ci: omit',
      url: 'https://docs.npmjs.com/cli/v11/commands/npm-ci#omit',
      date: '2026-11-26',
    },
    {
      title: 'Yarn 1: install --production',
      url: 'https://classic.yarnpkg.com/en/docs/cli/install#toc-yarn-install-production-true-false',
      date: '2026-11-26',
    },
    {
      title: 'pnpm install --prod',
      url: 'https://pnpm.io/cli/install#--prod--p',
      date: '2026-11-26',
    },
    {
      title: 'Composer: install --no-dev',
      url: 'https://getcomposer.org/doc/03-cli.md#install-i',
      date: '2026-11-26',
    },
    {
      title: 'Bundler: BUNDLE_WITHOUT',
      url: 'https://bundler.io/man/bundle-config.1.html',
      date: '2026-11-26',
    },
    {
      title: 'Poetry: install --without',
      url: 'https://python-poetry.org/docs/cli/#install',
      date: '2026-11-27',
    },
    {
      title: 'uv: syncing development dependencies',
      url: 'https://docs.astral.sh/uv/concepts/projects/sync/#syncing-development-dependencies',
      date: '2026-11-27',
    },
    {
      title: 'Pipenv: install --dev',
      url: 'https://pipenv.pypa.io/en/latest/commands.html#install',
      date: '2026-11-27',
    },
    {
      title: 'pip install: requirement files and extras',
      url: 'https://pip.pypa.io/en/stable/cli/pip_install/',
      date: '2026-11-27',
    },
    {
      title: 'npm: life cycle scripts',
      url: 'https://docs.npmjs.com/cli/v11/using-npm/scripts#life-cycle-scripts',
      date: '2026-11-26',
    },
  ],
  ignoredBy: {
    hadolint: [],
    tally: [
      'tally/php/composer-no-dev-in-production',
      'tally/ruby/missing-bundle-without-development',
    ],
  },

  *run({ doc, context, allows, lineOf }) {
    const stage = doc.stages.at(-1)!;
    const visits = stage.instructions
      .filter((instruction) => instruction.keyword === 'RUN' && allows(instruction))
      .flatMap((outer) => visitOf({ doc, context, lineOf }, outer) ?? []);
    const installs = everythingIn(visits);
    const has = (pattern: RegExp): boolean => visits.some(({ run }) => pattern.test(run.args.text));
    const [composer, bundler] = [has(/\bcomposer\b/), has(/\bbundler?\b/)];
    const python = has(/\b(?:pip[\d.]*|poetry|pipenv|uv)\s/);
    if (installs.length === 0 && !composer && !bundler && !python) return;
    const subject = readSubject(doc, context, { finalBase: 'auto', rebuild: false });
    if (!subject || !isSubject(subject)) return;
    const node = new NodeInstalls(subject, lineOf);
    for (const install of installs) {
      const verdict = node.verdict(install);
      if (verdict) yield resultOf(verdict, subject);
    }
    const others = [
      composer ? composerVerdict(subject, visits) : undefined,
      bundler ? bundleVerdict(subject, visits, lineOf) : undefined,
      ...(python ? pythonVerdicts(subject, visits, lineOf) : []),
    ];
    for (const verdict of others) if (verdict) yield resultOf(verdict, subject);
  },
});

function resultOf({ run, command, outcome, basis }: Verdict, { start }: Subject): Result {
  const message = `${command}: the packages for development stay out of the image`;
  if ('reason' in outcome) {
    const { reason, detail } = outcome;
    return { at: run, message, reason, ...(detail === undefined ? {} : { detail }) };
  }
  const { edits, changes } = outcome;
  const others = demanding(start, true).map(({ text }) => `${text} needs none of them`);
  const doubts = [...outcome.doubts, ...others];
  return {
    at: run,
    message: message + (doubts.length === 0 ? '' : `; not established: ${doubts.join(', and ')}`),
    applicability: doubts.length === 0 ? 'suggested' : 'unsafe',
    edits,
    changes,
    basis,
  };
}
