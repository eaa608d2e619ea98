/**
 * A second opinion on final stages that dockopt writes: on a base image without a shell nothing may
 * need one, and what checks the health of the container is there. It knows nothing of how the base
 * was chosen.
 */
import { parseDockerfile, type Document, type Instruction } from '../index.ts';

/** https://github.com/GoogleContainerTools/distroless#debug-images, read 2026-11-27: `debug` has one. */
const SHELL_LESS = /^(?:scratch|gcr\.io\/distroless\/(?!.*debug).+)$/;

const SHELL = /^(?:\/(?:usr\/)?bin\/)?(?:sh|bash|ash|dash|zsh)$/;

/** What is wrong with the final stage that came out; undefined: nothing is seen. */
export const secondOpinion = (before: string, after: string): string | undefined =>
  shellLessStart(before, after) ?? lostCheck(before, after);

/** What needs a shell in a final stage without one, where the file had another base before. */
function shellLessStart(before: string, after: string): string | undefined {
  const [old, now] = [parseDockerfile(before), parseDockerfile(after)];
  const base = baseOf(now);
  if (base === undefined || !SHELL_LESS.test(base) || baseOf(old) === base) return undefined;
  const needy = now.stages.at(-1)!.instructions.find(needsShell);
  return needy && `line ${needy.line}: ${needy.keyword} needs a shell, and ${base} has none`;
}

/** Images that come without curl, and those of them that come with the wget of busybox. */
const SMALL =
  /slim|alpine|distroless|^(?!eclipse-temurin).*jre|^scratch$|^(?:debian|ubuntu):|aspnet|dotnet\/runtime/;
const BUSYBOX = /alpine|busybox/;

/** The program that the HEALTHCHECK calls, where a new base image came without it. */
function lostCheck(before: string, after: string): string | undefined {
  const [old, now] = [parseDockerfile(before), parseDockerfile(after)];
  const base = baseOf(now);
  if (base === undefined || !SMALL.test(base) || SMALL.test(baseOf(old) ?? '')) return undefined;
  const { instructions } = now.stages.at(-1)!;
  const check = instructions.findLast(({ keyword }) => keyword === 'HEALTHCHECK');
  const [program] = /\b(?:curl|wget)\b/.exec(check?.args.text ?? '') ?? [];
  if (program === undefined || (program === 'wget' && BUSYBOX.test(base))) return undefined;
  const isInstalled = instructions.some(
    ({ keyword, args }) => /^(?:RUN|COPY)$/.test(keyword) && args.text.includes(program),
  );
  return isInstalled ? undefined : `line ${check!.line}: ${base} comes without ${program}`;
}

const baseOf = (doc: Document): string | undefined => doc.stages.at(-1)?.from.words[0]?.text;

function needsShell({ keyword, json, args }: Instruction): boolean {
  if (keyword === 'HEALTHCHECK') return !/^none$/i.test(args.text.trim()) && !json;
  if (!/^(?:RUN|CMD|ENTRYPOINT)$/.test(keyword)) return false;
  if (!json) return true;
  const [first = ''] = json;
  return SHELL.test(first) || first.endsWith('.sh');
}
