import { defineTransform } from '../src/kit.ts';
import { readDigests, unknownBases, unpinnedIn } from './shared/base-images/pins.ts';
import { isRewritten } from './shared/base-images/references.ts';

export default defineTransform({
  id: 'pin-digests',
  summary: 'Pin images to the digest that their tag has now',
  why: 'A tag is moved to another image whenever its publisher builds one: a build of the same file can come out different tomorrow, and whoever gets hold of the registry decides what it starts from. A digest names one image for good. The tag stays beside it for readers, and for tools such as Renovate and Dependabot, which update both.',
  safety:
    'Suggested: the image is the one that the tag stood for when the registry was asked, for every platform that it is made for. It gets no updates until somebody changes the digest.',
  since: '0.1.0',
  optIn:
    'it asks registries over the network, and a pinned image gets no security updates unless something renews the digest',
  last: true,
  emits: ['suggested'],
  options: {
    digests: {
      type: 'text',
      default: '',
      describe:
        'Digests that are known, `node:22@sha256:… debian:12@sha256:…`; the command asks the registries for the others',
    },
  },
  reasons: {
    'no-digest': 'no registry gave its digest',
    argument: 'the reference cannot be edited on its own',
    'unknown-image': 'the file does not say which image it is',
  },
  sources: [
    {
      title: 'Building best practices: pin base image versions',
      url: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
      date: '2026-11-26',
    },
    {
      title: 'OCI distribution specification: checking if content exists in the registry',
      url: 'https://github.com/opencontainers/distribution-spec/blob/main/spec.md#checking-if-content-exists-in-the-registry',
      date: '2026-11-26',
    },
    {
      title: 'Distribution: token authentication',
      url: 'https://distribution.github.io/distribution/spec/auth/token/',
      date: '2026-11-26',
    },
  ],
  ignoredBy: {},

  *run({ doc, allows, options }) {
    const digests = readDigests(options.digests);
    const edited = new Set<number>();
    for (const { instruction: at, name, obstacle, pin } of unpinnedIn(doc)) {
      if (!allows(at)) continue;
      const message = `${name} can be another image at every build; a digest keeps it the same`;
      if (obstacle !== undefined) {
        yield { at, message, reason: 'argument', detail: obstacle };
        continue;
      }
      const digest = digests.get(name);
      const result = digest === undefined ? name : pin(digest);
      if (!isRewritten(result)) {
        yield { at, message, reason: 'no-digest', detail: result };
        continue;
      }
      // One default of an ARG may stand behind several FROMs.
      const { start } = result.edits[0]!;
      if (edited.has(start)) continue;
      edited.add(start);
      yield { at, message, applicability: 'suggested', ...result };
    }
    for (const { from, because } of unknownBases(doc)) {
      if (!allows(from)) continue;
      const message = 'the base image can be another one at every build';
      yield { at: from, message, reason: 'unknown-image', detail: because };
    }
  },
});
