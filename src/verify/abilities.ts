/** What a builder, or an older version of it, does not know. */
import { Document } from '../model/document.ts';
import type { EngineName } from './engine.ts';

/**
 * Heredocs came with buildah 1.33 (https://github.com/containers/buildah/pull/5092), which podman
 * 4.8 contains; read 2026-11-26. That buildah 1.28 has none, and no `COPY --link`, was tried.
 */
const HEREDOCS: Readonly<Record<Exclude<EngineName, 'docker'>, string>> = {
  buildah: '1.33',
  podman: '4.8',
};

/** What of the text the builder lacks, as a sentence; undefined if nothing is known. */
export function lacks(builder: EngineName, version: string, text: string): string | undefined {
  if (builder === 'docker') return undefined;
  const since = HEREDOCS[builder];
  if (!isOlder(version, since) || !usesHeredocs(new Document(text))) return undefined;
  return `${builder} ${version} has no heredocs, which the Dockerfile uses; they need ${since}`;
}

/** What an older builder says of flags that it does not know. */
const UNKNOWN_FLAG = /only supports? the .*flags?|unknown flag/i;

/** Does the builder refuse a flag of this text that others know? */
export function lacksFlag(builder: EngineName, version: string, text: string, line: string) {
  if (builder === 'docker' || !UNKNOWN_FLAG.test(line)) return undefined;
  const flags = new Document(text).instructions.flatMap(({ flagTexts }) => flagTexts);
  const names = [...new Set(flags.map((flag) => flag.replace(/=.*/s, '')))].join(', ');
  return `${builder} ${version} does not know all of ${names}: ${line}`;
}

const usesHeredocs = ({ instructions }: Document): boolean =>
  instructions.some(({ heredocs }) => heredocs.length > 0);

export function isOlder(version: string, than: string): boolean {
  const [one, other] = [version, than].map((text) => text.split('.').map(Number));
  for (const [index, wanted] of other!.entries()) {
    const own = one![index] ?? 0;
    if (own !== wanted) return own < wanted;
  }
  return false;
}
