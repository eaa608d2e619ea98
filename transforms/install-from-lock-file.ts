import {
  defineTransform,
  valueOf,
  type Applicability,
  type Context,
  type Refusal,
  type Result,
} from '../src/kit.ts';
import {
  callsOf,
  changesNpm,
  knowsNpmCi,
  nodeCall,
  nodeVersion,
  type Found,
} from './shared/installs/found.ts';
import {
  fileAt,
  filesBefore,
  npmAgreement,
  pnpmAgreement,
  yarnAgreement,
  type Agreement,
} from './shared/installs/lock.ts';
import { parseObject } from './shared/multi-stage/ecosystems/package-json.ts';
import type { ContextFile } from './shared/multi-stage/brought.ts';
import { pathFrom, stepsIn } from './shared/multi-stage/steps.ts';
import { readCall } from './shared/multi-stage/ecosystems/node-calls.ts';
import { reword } from './shared/rewording.ts';
import { visitOf, type Visit } from './shared/visit.ts';

type Reason = 'context' | 'uncopied' | 'differs' | 'installed' | 'mounted' | 'old' | 'off';

export default defineTransform({
  id: 'install-from-lock-file',
  summary: 'Install exactly what the lock file says, or fail',
  why: 'npm install takes newer versions than the lock file where package.json allows them and the two differ, and writes the lock file anew: two builds of one commit then ship different packages. npm ci, --frozen-lockfile and --immutable install what was tested, stop where the lock file is out of date, and are faster.',
  safety:
    'Suggested where the lock file is copied before the installation and says what package.json says. Unsafe where that cannot be told; the message says what. Where the two differ the build would fail, so nothing is changed.',
  since: '0.1.0',
  emits: ['suggested', 'unsafe'],
  options: {},
  reasons: {
    context: 'the build context does not tell whether the lock file and the manifest agree',
    uncopied: 'the lock file is not copied before the installation',
    differs: 'the lock file is out of date, and the build would fail',
    installed: 'npm ci removes what was installed before',
    mounted: 'npm ci removes node_modules, which is a mount',
    old: 'the npm of the image does not know npm ci, or not this lock file',
    off: 'a setting of the project switches the lock file off',
  },
  sources: [
    { title: 'npm ci', url: 'https://docs.npmjs.com/cli/v11/commands/npm-ci', date: '2026-11-26' },
    {
      title: 'Yarn 1: install',
      url: 'https://classic.yarnpkg.com/en/docs/cli/install#toc-yarn-install-frozen-lockfile',
      date: '2026-11-26',
    },
    { title: 'Yarn: install', url: 'https://yarnpkg.com/cli/install', date: '2026-11-26' },
    {
      title: 'pnpm install',
      url: 'https://pnpm.io/cli/install#--frozen-lockfile',
      date: '2026-11-26',
    },
  ],
  ignoredBy: { hadolint: [] },

  *run({ doc, context, allows, lineOf }) {
    for (const instruction of doc.instructions) {
      if (!allows(instruction) || instruction.keyword !== 'RUN') continue;
      const visit = visitOf({ doc, context, lineOf }, instruction);
      if (!visit) continue;
      for (const found of callsOf(visit, /^(?:npm|yarn|yarnpkg|pnpm)$/)) {
        const result = fromLock(visit, found, context);
        if (result) yield result;
      }
    }
  },
});

/** How each package manager is told, and its lock files. */
interface Way {
  readonly text: string;
  readonly locks: readonly string[];
  readonly agreement: (
    manifest: string,
    lock: string,
    beside: (path: string) => string | undefined,
  ) => Agreement;
  /** New texts of words. */
  readonly texts: ReadonlyMap<Found['program'], string>;
}

function fromLock(visit: Visit, found: Found, context: Context): Result | undefined {
  const call = nodeCall(found);
  if (call?.kind !== 'install' || call.named.length > 0 || isSaid(found)) return undefined;
  const way = wayOf(visit, found);
  if (!way) return undefined;
  const message = `${way.text}: every build gets the versions of the lock file`;
  const refuse = (reason: Reason, detail?: string): Refusal => ({
    at: visit.outer,
    message,
    reason,
    ...(detail === undefined ? {} : { detail }),
  });
  const directory =
    call.directory === undefined
      ? found.step.directory
      : pathFrom(found.step.directory, call.directory);
  const files = filesBefore(visit.run, context);
  if (directory === undefined) return undefined;
  if (!files) {
    // Without a lock file in the file or its context there is nothing to install from.
    return way.locks.some((name) => visit.doc.text.includes(name)) ? refuse('context') : undefined;
  }
  const manifest = fileAt(files, directory, 'package.json');
  const lock = way.locks
    .map((name) => fileAt(files, directory, name))
    .find((file) => file !== undefined);
  if (!manifest) return undefined;
  if (!lock) {
    const beside = way.locks.find(
      (name) => valueOf(context.kindOf(besideOf(manifest, name))) === 'file',
    );
    return beside === undefined ? undefined : refuse('uncopied', beside);
  }
  const text = (file: ContextFile): string | undefined => valueOf(context.readText(file.source));
  const [own, locked] = [text(manifest), text(lock)];
  if (own === undefined || locked === undefined) return refuse('context');
  const off = switchedOff(files, directory, text);
  if (off !== undefined) return refuse('off', off);
  const obstacle =
    found.step.program === 'npm' ? npmObstacle(visit, found, directory, locked) : undefined;
  if (obstacle) return refuse(...obstacle);
  const agreement = orOpen(
    way.agreement(own, locked, (path) => {
      const file = fileAt(files, directory, path);
      return file && text(file);
    }),
    unknownVersion(visit, found, own, locked),
  );
  if (agreement.kind === 'differs') return refuse('differs', agreement.what);
  const rewritten = reword(visit, [{ command: found.command, texts: way.texts }]);
  if (!rewritten) return undefined;
  const applicability: Applicability = agreement.kind === 'same' ? 'suggested' : 'unsafe';
  return {
    at: visit.outer,
    message: message + (agreement.kind === 'open' ? `; not established: ${agreement.what}` : ''),
    applicability,
    ...rewritten,
    basis: [manifest.brought.copy, lock.brought.copy],
  };
}

const orOpen = (agreement: Agreement, what: string | undefined): Agreement =>
  agreement.kind === 'same' && what !== undefined ? { kind: 'open', what } : agreement;

/** What depends on the version of the package manager, where that is not known. */
function unknownVersion(
  { run }: Visit,
  { step }: Found,
  manifest: string,
  lock: string,
): string | undefined {
  const told = parseObject(manifest)?.['packageManager'];
  switch (step.program) {
    case 'npm':
      if (nodeVersion(run) !== undefined || changesNpm(run)) return undefined;
      return 'that the npm of the image knows npm ci (5.7 or later)';
    case 'pnpm':
      // Without the option an older or newer pnpm passes over the file and goes on.
      if (typeof told === 'string' && told.startsWith('pnpm@')) return undefined;
      return 'that the pnpm of the image reads this version of the lock file';
    default:
      if (!lock.includes('__metadata:')) return undefined;
      return 'that the Yarn of the image would not write the lock file anew';
  }
}

const besideOf = ({ source }: ContextFile, name: string): string => source.replace(/[^/]*$/, name);

/** It says so already, or it is told to leave the lock file alone. */
const isSaid = ({ rest }: Found): boolean =>
  rest.some(({ value = '' }) =>
    /^(?:--frozen-lockfile|--no-frozen-lockfile|--immutable|--no-immutable|--pure-lockfile|--no-lockfile|--no-package-lock|--package-lock=false|--lockfile-only|--package-lock-only|--no-shrinkwrap|--offline|--mode=.*|-h|--help|--version|-v)(?:=|$)/.test(
      value,
    ),
  );

function wayOf(visit: Visit, { step, program, verb }: Found): Way | undefined {
  switch (step.program) {
    case 'npm':
      // `npm ci` says so already, and `npm update` asks for newer versions.
      if (!verb || !/^(?:install|i|in|isntall|add)$/.test(verb.text)) return undefined;
      return {
        text: 'npm ci',
        locks: ['npm-shrinkwrap.json', 'package-lock.json'],
        agreement: npmAgreement,
        texts: new Map([[verb, 'ci']]),
      };
    case 'pnpm':
      if (!verb || !/^(?:install|i)$/.test(verb.text)) return undefined;
      return {
        text: 'pnpm install --frozen-lockfile',
        locks: ['pnpm-lock.yaml'],
        agreement: pnpmAgreement,
        texts: new Map([[verb, `${verb.text} --frozen-lockfile`]]),
      };
    default: {
      if (verb && verb.text !== 'install') return undefined;
      const flag = yarnKind(visit) === 'berry' ? '--immutable' : '--frozen-lockfile';
      const word = verb ?? program;
      return {
        text: `yarn install ${flag}`,
        locks: ['yarn.lock'],
        agreement: yarnAgreement,
        texts: new Map([[word, `${word.text} ${verb ? '' : 'install '}${flag}`]]),
      };
    }
  }
}

/** By the lock file of the context: only Yarn 2 and later write `__metadata`. */
function yarnKind({ context, doc }: Visit): 'berry' | 'classic' {
  const lock = valueOf(context.readText('yarn.lock'));
  const berry = lock?.includes('__metadata:') === true || doc.text.includes('.yarnrc.yml');
  return berry ? 'berry' : 'classic';
}

/** `package-lock=false` in .npmrc. https://docs.npmjs.com/cli/v11/using-npm/config#package-lock, read 2026-11-26. */
function switchedOff(
  files: readonly ContextFile[],
  directory: string,
  text: (file: ContextFile) => string | undefined,
): string | undefined {
  const file = fileAt(files, directory, '.npmrc');
  return file && /^\s*(?:package-lock|shrinkwrap)\s*=\s*false/m.test(text(file) ?? '')
    ? file.source
    : undefined;
}

/**
 * Only npm 7 and later, of Node.js 15, read version 3 of the lock file.
 * https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json#lockfileversion and
 * https://nodejs.org/en/about/previous-releases, read 2026-11-26.
 */
function npmObstacle(
  visit: Visit,
  found: Found,
  directory: string,
  lock: string,
): [Reason, string?] | undefined {
  const version = nodeVersion(visit.run);
  if (version && !changesNpm(visit.run)) {
    const { major, minor } = version;
    const name = `Node.js ${Number.isFinite(minor) ? `${major}.${minor}` : major}`;
    if (!knowsNpmCi(version)) return ['old', name];
    if (major < 15 && parseObject(lock)?.['lockfileVersion'] === 3) return ['old', name];
  }
  const modules = `${directory === '/' ? '' : directory}/node_modules`;
  if (visit.run.mounts.some(({ target }) => target?.replace(/\/$/, '') === modules))
    return ['mounted'];
  const before = (visit.run.stage?.lineage ?? [])
    .flatMap(({ instructions }) => instructions)
    .filter(({ keyword, index }) => keyword === 'RUN' && index <= visit.run.index)
    .flatMap((run) => stepsIn(run) ?? []);
  const at = before.findIndex(({ command }) => command === found.command);
  const other = before.slice(0, at < 0 ? undefined : at).find((step) => {
    const call = readCall([step.program, ...step.args]);
    return (
      call?.kind === 'install' && (step.directory === directory || step.directory === undefined)
    );
  });
  return other ? ['installed', `line ${visit.lineOf(other.run)}`] : undefined;
}
