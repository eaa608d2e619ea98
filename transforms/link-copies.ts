import { defineTransform, valueOf } from '../src/kit.ts';
import { judgeLink } from './shared/link-copies/judge.ts';
import { declaredFrontend } from './shared/mounts/frontend.ts';

export default defineTransform({
  id: 'link-copies',
  summary: 'Copy into layers of their own with COPY --link',
  why: 'A COPY with --link makes a layer that does not depend on those below it. When the base image or an earlier step changes, the layer is reused and need not be built, pushed or pulled again.',
  safety:
    'Suggested where all directories above the files belong to root with mode 755, and no link leads there, so that the image stays the same. Unsafe where one of them is not known.',
  since: '0.1.0',
  optIn: 'builders before Docker 23.0 do not know the option without a syntax line',
  last: true,
  emits: ['suggested', 'unsafe'],
  options: {},
  reasons: {
    frontend: 'the syntax line asks for a frontend that does not know it',
    owner: 'with --link the names of users are not looked up in the image',
    directories: 'the directories above would get another owner or mode',
    symlink: 'a link leads to the place, and --link puts a directory there instead',
    name: 'a directory of that name is there, and a file would take its place',
    place: 'where it copies to is not known',
  },
  sources: [
    {
      title: 'Dockerfile reference: COPY --link',
      url: 'https://docs.docker.com/reference/dockerfile/#copy---link',
      date: '2026-11-26',
    },
    {
      title: 'COPY changes the permissions of directories',
      url: 'https://github.com/moby/buildkit/issues/3602',
      date: '2026-11-26',
    },
    {
      title: 'COPY --link --chown changes the owner of parent directories',
      url: 'https://github.com/moby/buildkit/issues/3912',
      date: '2026-11-26',
    },
  ],
  ignoredBy: {},

  *run({ doc, context, allows }) {
    const frontend = oldFrontend(declaredFrontend(doc));
    for (const copy of doc.instructions) {
      if (copy.keyword !== 'COPY' || copy.stage?.ships !== true || !allows(copy)) continue;
      if (copy.flag('link') ?? copy.flag('parents')) continue;
      if (valueOf(copy.stage.os) === 'windows') continue;
      const message = 'a layer of its own is reused when what is below it changes';
      if (frontend !== undefined) {
        yield { at: copy, message, reason: 'frontend', detail: frontend };
        continue;
      }
      const { reason, detail, open } = judgeLink(copy, context);
      if (reason !== undefined) {
        yield { at: copy, message, reason, ...(detail === undefined ? {} : { detail }) };
        continue;
      }
      const at = copy.keywordSpan.end;
      yield {
        at: copy,
        message: open === undefined ? message : `${message}; it assumes that ${open}`,
        applicability: open === undefined ? 'suggested' : 'unsafe',
        edits: [{ start: at, end: at, text: ' --link' }],
        changes: [{ kind: 'flags', instruction: copy, flags: ['--link', ...copy.flagTexts] }],
        basis: copy.stage.lineage
          .flatMap((one) => [one.from, ...one.instructions])
          .filter(({ index, keyword }) => index < copy.index && keyword !== 'COPY'),
      };
    }
  },
});

/** It is there since docker/dockerfile 1.4: https://docs.docker.com/reference/dockerfile/#copy, read 2026-11-26. */
function oldFrontend(
  named: { text: string; tag: string | undefined } | undefined,
): string | undefined {
  if (!named) return undefined;
  return named.tag === undefined || /^1\.[0-3](?:[.-]|$)/.test(named.tag) ? named.text : undefined;
}
