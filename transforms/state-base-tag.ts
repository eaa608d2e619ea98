import {
  defineTransform,
  hasNoVersions,
  LATEST_AS_OF,
  retirementOf,
  tagOfLatest,
  writtenName,
  type ImageRef,
} from '../src/kit.ts';
import { isRewritten, referencesIn } from './shared/base-images/references.ts';

export default defineTransform({
  id: 'state-base-tag',
  summary: 'Give base images without a tag, or with latest, the tag that they mean',
  why: 'What latest stands for changes: from one day to the next a build gets another major version of the language or the distribution, and two machines build different images of one file. A tag of a version keeps getting security updates, and changes the version only when somebody changes the file.',
  safety:
    'Suggested: the tag is the one that latest stood for as of the date of the table, in the form that its publisher keeps updating. Where latest has moved since, the build gets the earlier version.',
  since: '0.1.0',
  emits: ['suggested'],
  options: {},
  reasons: {
    'unknown-image': 'what latest stands for is not in the table',
    'no-versions': 'its publisher gives it no tags with versions: only a digest would pin it',
    argument: 'the reference cannot be edited on its own',
  },
  sources: [
    {
      title: 'Docker official images: the list of tags of each image',
      url: 'https://github.com/docker-library/official-images/tree/master/library',
      date: '2026-11-25',
    },
    {
      title: '.NET images: featured and full tags',
      url: 'https://github.com/dotnet/dotnet-docker/blob/main/README.sdk.md',
      date: '2026-11-25',
    },
    {
      title: 'Building best practices: pin base image versions',
      url: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
      date: '2026-11-25',
    },
  ],
  ignoredBy: {
    hadolint: ['DL3006', 'DL3007'],
    tally: ['hadolint/DL3006', 'hadolint/DL3007'],
  },

  *run({ doc, allows }) {
    const arguments_ = new Set<number>();
    for (const { instruction, ref, rewrite } of referencesIn(doc)) {
      if (ref.tag !== 'latest' || ref.digest !== undefined) continue;
      if (!allows(instruction) || saysItsRelease(ref) || retirementOf(ref)) continue;
      const message = isWritten(ref)
        ? `${ref.text} changes its version without notice`
        : `${ref.text} without a tag is latest, and changes its version without notice`;
      const tag = tagOfLatest(ref);
      if (tag === undefined) {
        const reason = hasNoVersions(ref) ? 'no-versions' : 'unknown-image';
        yield { at: instruction, message, reason };
        continue;
      }
      const to = `${writtenName(ref)}:${tag}`;
      const result = rewrite(to);
      if (!isRewritten(result)) {
        yield { at: instruction, message, reason: 'argument', detail: result };
        continue;
      }
      // One default may stand behind several FROMs.
      const at = result.edits[0]!.start;
      if (arguments_.has(at)) continue;
      arguments_.add(at);
      yield {
        at: instruction,
        message: `${message}; it meant ${to} as of ${LATEST_AS_OF}`,
        applicability: 'suggested',
        ...result,
      };
    }
  },
});

const isWritten = (ref: ImageRef): boolean => ref.text.endsWith(':latest');

/** `gcr.io/distroless/base-debian12`: the name says what a tag would. */
const saysItsRelease = (ref: ImageRef): boolean => /-debian\d+$/.test(ref.repository);
