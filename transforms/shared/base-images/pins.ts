import type { Document, ImageRef, Instruction } from '../../../src/kit.ts';
import { isRewritten, referencesIn, type Reference, type Rewritten } from './references.ts';

/** An image that the file names by a tag alone. */
export interface Unpinned {
  readonly instruction: Instruction;
  /** As it is written, with the tag that it has without one: `node:22`, `example/app:latest`. */
  readonly name: string;
  /** Why no digest can be put behind the tag here. */
  readonly obstacle: string | undefined;
  /** Puts a digest behind the tag. */
  readonly pin: (digest: string) => Rewritten | string;
}

/** What the file names without a digest, in order. */
export function* unpinnedIn(doc: Document): Generator<Unpinned> {
  for (const reference of referencesIn(doc)) {
    const { instruction, ref } = reference;
    if (ref.digest !== undefined) continue;
    const name = nameOf(ref);
    const pin = (digest: string): Rewritten | string => pinned(reference, `${name}@${digest}`);
    const tried = pin(ANY_DIGEST);
    yield { instruction, name, obstacle: isRewritten(tried) ? undefined : tried, pin };
  }
}

/** FROMs that name another image with every value of a build argument that has no default. */
export function* unknownBases(doc: Document): Generator<{ from: Instruction; because: string }> {
  for (const { base, from } of doc.stages) {
    if (base.kind === 'image' && !base.ref.known) yield { from, because: base.ref.because };
  }
}

const nameOf = ({ text, tag }: ImageRef): string =>
  tag === 'latest' && !text.endsWith(':latest') ? `${text}:latest` : text;

const ANY_DIGEST = `sha256:${'0'.repeat(64)}`;

const WHOLE = /^\$(?:\w+|\{\w+\})$/;

/**
 * The default of an argument gets the digest where it is the whole reference. Behind the tag alone
 * it would stand in what the file takes for a version, and behind a registry that an argument names
 * it need not be the same image.
 */
function pinned({ instruction, stage, rewrite }: Reference, to: string): Rewritten | string {
  const word = stage ? instruction.words[0]!.text : '';
  if (word.includes('$') && !WHOLE.test(word)) return `${word} is put together of parts`;
  return rewrite(to);
}

const PINNED = /^([^\s@]+)@(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

/** Reads `node:22@sha256:… python:3.12@sha256:…`: digests by name and tag. */
export function readDigests(text: string): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  for (const word of text.split(/\s+/)) {
    const match = PINNED.exec(word);
    if (match) digests.set(match[1]!, match[2]!);
  }
  return digests;
}

/** What `readDigests` reads. */
export const writeDigests = (digests: ReadonlyMap<string, string>): string =>
  [...digests].map(([name, digest]) => `${name}@${digest}`).join(' ');
