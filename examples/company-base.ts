/**
 * Lets images stand on approved ones only, and takes the others from a mirror:
 *
 *   dockopt run examples/company-base.ts --allowed 'registry.example.com/*' \
 *     --mirror registry.example.com/hub
 *
 * Without --mirror they are only reported.
 */
import { defineTransform, isRewritten, referencesIn } from 'dockopt';

export default defineTransform({
  id: 'company-base',
  summary: 'Stand on approved base images only',
  why: 'Approved images are scanned and kept, and a mirror serves them when their registry does not.',
  safety: 'Suggested: the mirror is taken to have the same images under the same names.',
  since: '0.1.0',
  emits: ['suggested'],
  options: {
    allowed: {
      type: 'text',
      default: '',
      required: true,
      describe: 'Images as written, separated by commas; * stands for any text',
    },
    mirror: {
      type: 'text',
      default: '',
      describe: 'The registry that has the images of Docker Hub',
    },
  },
  reasons: {
    'not-approved': 'no mirror is named, or the image is not of Docker Hub: choose an approved one',
    reference: 'the reference cannot be edited on its own',
  },
  sources: [
    {
      title: 'Docker: what the names of images stand for',
      url: 'https://docs.docker.com/reference/cli/docker/image/tag/',
      date: '2026-11-26',
    },
  ],
  ignoredBy: { hadolint: ['DL3026'] },

  *run({ doc, options: { allowed, mirror }, allows }) {
    const patterns = allowed.split(',').map((pattern) => patternOf(pattern.trim()));
    const done = new Set<number>();
    for (const { instruction, ref, rewrite } of referencesIn(doc)) {
      if (!allows(instruction) || patterns.some((pattern) => pattern.test(ref.text))) continue;
      const message = `${ref.text} is no approved image`;
      if (mirror === '' || !isOfDockerHub(ref.repository)) {
        yield { at: instruction, message, reason: 'not-approved' };
        continue;
      }
      const to = `${mirror}/${ref.text.replace(/^(?:index\.)?docker\.io\//, '')}`;
      const result = rewrite(to);
      if (!isRewritten(result)) {
        yield { at: instruction, message, reason: 'reference', detail: result };
        continue;
      }
      const at = result.edits[0]!.start;
      if (done.has(at)) continue;
      done.add(at);
      yield {
        at: instruction,
        message: `${message}; ${to} is the same from the mirror`,
        applicability: 'suggested',
        ...result,
      };
    }
  },
});

/** The first part of another registry's name has a dot or a port, or is localhost. */
const isOfDockerHub = (repository: string): boolean =>
  !/^(?:[^/]*[.:][^/]*|localhost)\//.test(repository);

function patternOf(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\*/g, '.*');
  return new RegExp(`^${escaped}$`);
}
