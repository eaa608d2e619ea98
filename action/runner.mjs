/** What the runner says of the event, and how it is told of trouble. */
import { readFileSync } from 'node:fs';

/** Ends a step. */
export class Stop extends Error {
  isNotice = false;
}

/** https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions, read 2026-11-26. */
const command = (name, text) => {
  const data = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  console.log(`::${name} title=dockopt::${data}`);
};

export function fail(text) {
  command('error', text);
  throw new Stop(text);
}

export const notice = (text) => command('notice', text);

/** Ends a step that cannot do what it is for, without failing it. */
export function leave(text) {
  const stop = new Stop(text);
  stop.isNotice = true;
  throw stop;
}

let read;

export function event() {
  read ??= process.env.GITHUB_EVENT_PATH
    ? JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'))
    : {};
  return read;
}

export const pullRequest = () => event().pull_request;

/** A repository that is gone counts as another one. */
export const isFork = ({ head, base }) => head.repo?.full_name !== base.repo.full_name;
