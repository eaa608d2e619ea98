import type { Document, Finding } from '../../../src/kit.ts';
import type { RunPlan } from './plan.ts';

/** What the syntax line asks for; `tag` is undefined for another frontend than Docker's own. */
export function declaredFrontend(
  doc: Document,
): { readonly text: string; readonly tag: string | undefined } | undefined {
  const text = doc.directives.find(({ name }) => name.toLowerCase() === 'syntax')?.value;
  if (text === undefined) return undefined;
  const match = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?::([^@]+))?(?:@.*)?$/.exec(
    text,
  );
  return { text, tag: match ? (match[1] ?? 'latest') : undefined };
}

/**
 * `RUN --mount` is in docker/dockerfile since 1.2, and before in its experimental channel; BuildKit
 * 0.8, of Docker 20.10, has that frontend built in.
 * https://github.com/moby/buildkit/releases/tag/dockerfile%2F1.2.0, read 2026-11-25.
 */
export function frontendProblem(doc: Document): string | undefined {
  const named = declaredFrontend(doc);
  if (!named) return undefined;
  return named.tag === undefined || /^1\.[01](?:\.|$)/.test(named.tag) ? named.text : undefined;
}

/** `# syntax=docker/dockerfile:1` at the head of a file with mounts. */
export function* syntaxLine(doc: Document, plans: readonly RunPlan[]): Generator<Finding> {
  const first = plans.find(({ rows }) => rows.length > 0);
  const declared = doc.directives.some(({ name }) => name.toLowerCase() === 'syntax');
  const start = doc.bom ? 1 : 0;
  // A line for the kernel must be the first.
  if (!first || declared || doc.text.startsWith('#!', start)) return;
  yield {
    at: { start, end: start },
    message: 'declare the frontend, so that builders older than Docker 20.10 know cache mounts',
    applicability: 'suggested',
    edits: [{ start, end: start, text: `# syntax=docker/dockerfile:1${doc.eol}` }],
    changes: [{ kind: 'directive', name: 'syntax', value: 'docker/dockerfile:1' }],
  };
}
