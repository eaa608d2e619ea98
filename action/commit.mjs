/** Writes the files, commits and pushes them. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fail, isFork, leave, pullRequest } from './runner.mjs';

const { env } = process;

/** https://github.com/actions/checkout#push-a-commit-to-a-pr-using-the-built-in-token, read 2026-11-26. */
const BOT = {
  name: 'github-actions[bot]',
  email: '41898282+github-actions[bot]@users.noreply.github.com',
};

/** Gives the commit; undefined where nothing changed. */
export function commit(choice, report) {
  const request = pullRequest();
  if (request && isFork(request)) {
    leave('nothing is committed: the branch of this pull request is in a fork');
  }
  const branch = git(['symbolic-ref', '--quiet', '--short', 'HEAD'], { mayFail: true });
  if (branch === '') {
    fail('the checkout is no branch; give actions/checkout "ref: ${{ github.head_ref }}"');
  }
  const args = ['fix', '--write', '--format', 'json', '--output', report, ...choice];
  const written = spawnSync(process.execPath, [env.DOCKOPT_MAIN, ...args], { stdio: 'inherit' });
  if (written.error) fail(written.error.message);
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  const names = files.filter(({ status }) => status === 'changed').map(({ path }) => path);
  if (names.length === 0) return undefined;
  git(['--literal-pathspecs', 'add', '--pathspec-from-file=-', '--pathspec-file-nul'], {
    input: names.map((name) => `${name}\0`).join(''),
  });
  const who = ['-c', `user.name=${BOT.name}`, '-c', `user.email=${BOT.email}`];
  git([...who, 'commit', '--quiet', '-m', env.DOCKOPT_COMMIT_MESSAGE || 'Apply dockopt']);
  git(['push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`]);
  return git(['rev-parse', 'HEAD']);
}

function git(args, { input = '', mayFail = false } = {}) {
  const { status, stdout, stderr, error } = spawnSync('git', args, { input, encoding: 'utf8' });
  if (error) fail(`git: ${error.message}`);
  if (status !== 0 && !mayFail) {
    const name = args.find((arg) => /^[a-z-]+$/.test(arg) && arg !== '-c' && !arg.startsWith('--'));
    fail(`git ${name}: ${stderr.trim().split('\n').at(-1)}`);
  }
  return stdout.trim();
}
