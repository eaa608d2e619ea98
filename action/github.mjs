/**
 * The comment and the review on a pull request: https://docs.github.com/en/rest/issues/comments and
 * https://docs.github.com/en/rest/pulls/reviews, read 2026-11-26.
 */
import { spawnSync } from 'node:child_process';
import { fail, isFork, leave, notice, pullRequest } from './runner.mjs';

const { env } = process;

const MARKER = '<!-- dockopt -->';

/** Writes the comment anew, or a first one where something would change. */
export async function comment(body, changed) {
  const { number } = theRequest('comment');
  const issues = `repos/${env.GITHUB_REPOSITORY}/issues`;
  let old;
  for await (const one of pages(`${issues}/${number}/comments`)) {
    // Whoever may comment could begin a comment with the marker: that of a bot is rather ours.
    if (one.body?.startsWith(MARKER) && (!old || one.user?.type === 'Bot')) old = one;
  }
  if (!old && changed === 0) return;
  await (old
    ? call('PATCH', `${issues}/comments/${old.id}`, { body })
    : call('POST', `${issues}/${number}/comments`, { body }));
}

/** A review with those suggestions that GitHub takes and that are not there yet. */
export async function suggest(comments) {
  const { number, head } = theRequest('suggest');
  const request = `repos/${env.GITHUB_REPOSITORY}/pulls/${number}`;
  const files = new Map();
  for await (const file of pages(`${request}/files`)) files.set(file.filename, file);
  const there = new Set();
  for await (const one of pages(`${request}/comments`)) there.add(key(one));
  const fitting = comments.filter((one) => fits(one, files.get(one.path)));
  if (fitting.length < comments.length) {
    const left = comments.length - fitting.length;
    notice(
      `${left} of ${comments.length} suggestions are for lines that the pull request does not show`,
    );
  }
  const fresh = fitting.filter((one) => !there.has(key(one)));
  if (fresh.length === 0) return;
  await call('POST', `${request}/reviews`, {
    commit_id: head.sha,
    event: 'COMMENT',
    comments: fresh,
  });
}

const key = ({ path, line, body }) =>
  JSON.stringify([path, line, body.replaceAll('\r\n', '\n').trim()]);

/** Is the file here the one of the pull request, and are all lines in one of the parts it shows? */
function fits({ path, start_line: start, line }, file) {
  if (!file?.patch) return false;
  const { stdout } = spawnSync('git', ['rev-parse', '--verify', '--quiet', `HEAD:${path}`]);
  if (stdout.toString().trim() !== file.sha) return false;
  return hunksOf(file.patch).some(([from, to]) => (start ?? line) >= from && line <= to);
}

function hunksOf(patch) {
  const heads = patch.matchAll(/^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm);
  return [...heads].map(([, from, count = '1']) => [
    Number(from),
    Number(from) + Number(count) - 1,
  ]);
}

function theRequest(mode) {
  return pullRequest() ?? leave(`the mode ${mode} does nothing here: this is no pull request`);
}

/** All items of a list, page by page. */
async function* pages(resource) {
  for (let page = 1; ; page++) {
    const items = await call('GET', `${resource}?per_page=100&page=${page}`);
    yield* items;
    if (items.length < 100) return;
  }
}

async function call(method, resource, body) {
  const url = `${env.GITHUB_API_URL ?? 'https://api.github.com'}/${resource}`;
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${env.DOCKOPT_TOKEN}`,
      'user-agent': 'dockopt',
      'x-github-api-version': '2022-11-28',
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  }).catch((error) => fail(`${method} ${url}: ${error.cause?.message ?? error.message}`));
  if (response.ok) return response.json();
  const { message = '' } = await response.json().catch(() => ({}));
  if (response.status === 403) mayNot(message);
  return fail(`${method} ${url}: ${response.status} ${message}`);
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request */
function mayNot(message) {
  const request = pullRequest();
  const why =
    request && isFork(request)
      ? 'a pull request from a fork has a token that only reads'
      : 'the job needs "permissions: pull-requests: write"';
  leave(
    `nothing is written: ${why} (GitHub says: ${message}); the report is in the summary of the run`,
  );
}
