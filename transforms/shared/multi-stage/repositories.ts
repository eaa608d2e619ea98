import { baseName } from '../prefix.ts';
import type { Step, Subject } from './types.ts';

/**
 * Scripts that do no more than add a source of packages.
 * See https://github.com/nodesource/distributions.
 */
const SETUP =
  /\b(?:deb|rpm)\.nodesource\.com\/(?:setup|node)|packagecloud\.io\/install\/repositories/;

/** Where apt and apk are told which sources of packages there are, and which keys sign them. */
const SOURCES =
  /^\/(?:etc\/apt(?:\/(?:sources|keyrings|trusted|preferences)|$)|usr\/share\/keyrings|etc\/apk\/(?:repositories|keys))/;

/** Does a step add a source of packages, and nothing else? */
export function addsRepository({ steps }: Subject, step: Step): boolean {
  if (/^(?:ba|da)?sh$/.test(step.program)) return readsSetup(steps, step);
  if (step.writes.length > 0) return step.writes.every((path) => isSource(path));
  const [first, ...rest] = step.args.filter((arg) => !/^[-+]/.test(arg));
  if (step.program === 'tee') return isSource(first);
  if (step.program === 'sed')
    return step.args.some((arg) => /^-\w*i/.test(arg)) && isSource(rest.at(-1));
  if (step.program === 'mkdir' || step.program === 'install') return isSource(rest.at(-1) ?? first);
  if (step.program === 'curl' || step.program === 'wget')
    return step.args.some((arg) => isSource(arg));
  return false;
}

/** Does all that this RUN fetches come from where there is nothing but Node.js and Yarn? */
export function isOfNode({ run }: Step): boolean {
  const hosts = [...run.args.text.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host!);
  return (
    hosts.length > 0 && hosts.every((host) => /^(?:deb\.nodesource|dl\.yarnpkg)\.com$/.test(host))
  );
}

/** The packages that those sources have. */
export const OF_NODE: ReadonlySet<string> = new Set(['nodejs', 'npm', 'yarn']);

const isSource = (path: string | undefined): boolean => path !== undefined && SOURCES.test(path);

/** A shell that reads the script of a publisher, from a pipe or from where it was just put. */
function readsSetup(steps: readonly Step[], step: Step): boolean {
  const before = steps.slice(0, steps.indexOf(step)).filter(({ run }) => run === step.run);
  const fetched = before.findLast(({ args }) => args.some((arg) => SETUP.test(arg)));
  if (!fetched) return false;
  const script = step.args.find((arg) => !arg.startsWith('-'));
  if (script === undefined) return before.at(-1) === fetched && fetched.piped;
  return fetched.args.some((arg) => arg === script || baseName(arg) === baseName(script));
}
