/**
 * Moves a base image, or a registry, wherever it is named:
 *
 *   dockopt run examples/set-base-image.ts --from 'node:16*' --to node:22-slim
 *   dockopt run examples/set-base-image.ts --from 'old.example.com/*' --to 'new.example.com/*'
 */
import { defineTransform, isRewritten, referencesIn } from 'dockopt';

export default defineTransform({
  id: 'set-base-image',
  summary: 'Move from one base image, or registry, to another',
  why: 'A base image that is past its end, or a registry that closes, is named in many files.',
  safety: 'Suggested: the image changes on purpose, to what the command line says.',
  since: '0.1.0',
  emits: ['suggested'],
  options: {
    from: {
      type: 'text',
      default: '',
      required: true,
      describe: 'The image as written, or with its tag latest; * stands for any text',
    },
    to: {
      type: 'text',
      default: '',
      required: true,
      describe: 'The new image; each * is what the * of from stood for',
    },
  },
  reasons: {
    digest: 'a digest names one image exactly: choose the new digest by hand',
    reference: 'the reference cannot be edited on its own',
  },
  sources: [
    {
      title: 'Dockerfile reference: FROM',
      url: 'https://docs.docker.com/reference/dockerfile/#from',
      date: '2026-11-26',
    },
  ],
  ignoredBy: {},

  *run({ doc, options, allows }) {
    const done = new Set<number>();
    for (const { instruction, ref, rewrite } of referencesIn(doc)) {
      const [name = '', digest] = ref.text.split('@');
      const to = replaced(name, options) ?? replaced(`${name}:${ref.tag}`, options);
      if (to === undefined || to === name || !allows(instruction)) continue;
      const message = `${ref.text} becomes ${to}`;
      if (digest !== undefined) {
        yield { at: instruction, message, reason: 'digest' };
        continue;
      }
      const result = rewrite(to);
      if (!isRewritten(result)) {
        yield { at: instruction, message, reason: 'reference', detail: result };
        continue;
      }
      // One ARG may stand behind several FROMs.
      const at = result.edits[0]!.start;
      if (done.has(at)) continue;
      done.add(at);
      yield { at: instruction, message, applicability: 'suggested', ...result };
    }
  },
});

/** The new name of an image that `from` matches. What is there already is left alone. */
function replaced(
  name: string,
  { from, to }: { readonly from: string; readonly to: string },
): string | undefined {
  if (matchOf(to, name)) return undefined;
  const stars = matchOf(from, name);
  return stars && to.replace(/\*/g, () => stars.shift() ?? '');
}

/** What the stars of a pattern stand for. */
function matchOf(pattern: string, text: string): string[] | undefined {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\*/g, '(.*)');
  return new RegExp(`^${escaped}$`).exec(text)?.slice(1);
}
