/**
 * The steps of action.yml, one a call: `node main.mjs STEP`. Node alone, without packages. What
 * GitHub says comes from the environment and the file of the event:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables, read 2026-11-26.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { comment, suggest } from './github.mjs';
import { commit } from './commit.mjs';
import { fail, event, notice, pullRequest, Stop } from './runner.mjs';

const { env } = process;

const MODES = ['comment', 'suggest', 'commit', 'fail', 'sarif'];

const place = path.join(env.RUNNER_TEMP ?? '.', 'dockopt');
const files = {
  /** The arguments of `dockopt fix`, and its exit status, for the later steps. */
  run: path.join(place, 'run.json'),
  comment: path.join(place, 'comment.md'),
  suggestions: path.join(place, 'suggestions.json'),
  report: path.join(place, 'report.json'),
  sarif: path.join(place, 'dockopt.sarif'),
};

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

const output = (name, value) => appendFileSync(env.GITHUB_OUTPUT, `${name}=${value}\n`);

const lines = (text = '') => text.split(/\r?\n/).filter((line) => line.trim() !== '');

function modes() {
  const given = (env.DOCKOPT_MODE ?? '').split(',').map((mode) => mode.trim());
  if (given.every((mode) => MODES.includes(mode))) return given;
  return fail(`the input mode takes ${MODES.join(', ')}, or several of them with commas`);
}

function install() {
  modes();
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(
      `dockopt needs Node 20.19 or later, and here is ${process.version}; use actions/setup-node`,
    );
  }
  const root = env.GITHUB_ACTION_PATH;
  const version = env.DOCKOPT_VERSION ?? '';
  if (version === '') {
    npm(root, ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
    npm(root, ['run', '--silent', 'build', '--', '--if-stale']);
    output('main', path.join(root, 'dist/src/cli/main.js'));
    return;
  }
  if (!/^[0-9A-Za-z][0-9A-Za-z.+-]*$/.test(version))
    fail('the input version takes 1.2.3, or a tag');
  const prefix = path.join(place, 'npm');
  mkdirSync(prefix, { recursive: true });
  const flags = ['--prefix', prefix, '--ignore-scripts', '--no-audit', '--no-fund'];
  npm(prefix, ['install', ...flags, `dockopt@${version}`]);
  output('main', path.join(prefix, 'node_modules/dockopt/dist/src/cli/main.js'));
}

function npm(cwd, args) {
  // On Windows npm is a script, which only a shell starts; the arguments are ours, and checked.
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync('npm', args, { cwd, stdio: 'inherit', shell });
  if (error ?? status !== 0) fail(`npm ${args[0]} failed${error ? `: ${error.message}` : ''}`);
}

function look() {
  const wanted = modes();
  mkdirSync(place, { recursive: true });
  // The action may run twice in one job.
  for (const file of Object.values(files)) rmSync(file, { force: true });
  const choice = choiceOf();
  const reports = [
    '--format=markdown',
    `--output=${files.comment}`,
    '--format=json',
    `--output=${files.report}`,
    ...(wanted.includes('suggest')
      ? ['--format=suggestions', `--output=${files.suggestions}`]
      : []),
    ...(wanted.includes('sarif') ? ['--format=sarif', `--output=${files.sarif}`] : []),
    ...(wanted.includes('fail') ? ['--format=github'] : []),
  ];
  const args = ['fix', '--check', ...reports, ...choice];
  const { status } = spawnSync(process.execPath, [env.DOCKOPT_MAIN, ...args], { stdio: 'inherit' });
  writeFileSync(files.run, JSON.stringify({ choice, status }));
  // A command line that is wrong has no reports.
  const changed = reportOf()?.summary.changed ?? fail('dockopt could not run; see above');
  output('changed', changed);
  output('comment-file', files.comment);
  if (wanted.includes('sarif')) output('sarif-file', files.sarif);
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, readFileSync(files.comment));
}

/** Which files, and which findings: for looking and for writing. */
function choiceOf() {
  const { DOCKOPT_LEVEL: level, DOCKOPT_CONFIG: config } = env;
  const isBase = ['pull_request_target', 'workflow_run'].includes(env.GITHUB_EVENT_NAME);
  const noConfig = env.DOCKOPT_NO_CONFIG === 'true' || (isBase && !config);
  return [
    ...(level ? [`--level=${level}`] : []),
    ...(config ? [`--config=${config}`] : []),
    ...(noConfig ? ['--no-config'] : []),
    ...(env.DOCKOPT_CHANGED_ONLY === 'true' ? [`--changed=${base()}`] : []),
    ...lines(env.DOCKOPT_ARGS),
    '--',
    ...lines(env.DOCKOPT_PATHS),
  ];
}

/** What the commits of a pull request, or of a push, come on top of; '': the default branch. */
function base() {
  const { before = '' } = event();
  // A branch that is new has no commit before.
  return pullRequest()?.base.sha ?? (/^0*$/.test(before) ? '' : before);
}

function reportOf() {
  try {
    return readJson(files.report);
  } catch {
    return undefined;
  }
}

function conclude() {
  const { status } = readJson(files.run);
  if (status === 2) fail('a file could not be done; see above');
  const { changed } = reportOf().summary;
  if (modes().includes('fail') && changed > 0) {
    fail(`${changed} file${changed === 1 ? '' : 's'} would change; dockopt fix --write does it`);
  }
}

const STEPS = {
  install,
  look,
  conclude,
  comment: () => comment(readFileSync(files.comment, 'utf8'), reportOf().summary.changed),
  suggest: () => suggest(readJson(files.suggestions).comments),
  commit: () => {
    const made = commit(readJson(files.run).choice, files.report);
    if (made) output('commit', made);
  },
};

try {
  await STEPS[process.argv[2]]();
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  if (error.isNotice) notice(error.message);
  else process.exitCode = 1;
}
