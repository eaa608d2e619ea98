/**
 * A second opinion on final stages that dockopt writes: on a base image without a shell nothing may
 * need one. It knows nothing of how the base was chosen.
 */
import { parseDockerfile, type Document, type Instruction } from '../index.ts';

/** https://github.com/GoogleContainerTools/distroless#debug-images, read 2026-11-27: `debug` has one. */
const SHELL_LESS = /^(?:scratch|gcr\.io\/distroless\/(?!.*debug).+)$/;

const SHELL = /^(?:\/(?:usr\/)?bin\/)?(?:sh|bash|ash|dash|zsh)$/;

/** What needs a shell in a final stage without one, where the file had another base before. */
export function shellLessStart(before: string, after: string): string | undefined {
  const [old, now] = [parseDockerfile(before), parseDockerfile(after)];
  const base = baseOf(now);
  if (base === undefined || !SHELL_LESS.test(base) || baseOf(old) === base) return undefined;
  const needy = now.stages.at(-1)!.instructions.find(needsShell);
  return needy && `line ${needy.line}: ${needy.keyword} needs a shell, and ${base} has none`;
}

const baseOf = (doc: Document): string | undefined => doc.stages.at(-1)?.from.words[0]?.text;

function needsShell({ keyword, json, args }: Instruction): boolean {
  if (keyword === 'HEALTHCHECK') return !/^none$/i.test(args.text.trim()) && !json;
  if (!/^(?:RUN|CMD|ENTRYPOINT)$/.test(keyword)) return false;
  if (!json) return true;
  const [first = ''] = json;
  return SHELL.test(first) || first.endsWith('.sh');
}
