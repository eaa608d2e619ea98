import { defineTransform, type Context, type Instruction, type Result } from '../src/kit.ts';
import { replaced } from './shared/in-copy/flags.ts';
import { archiveAt, type Archive } from './shared/prefer-copy/archives.ts';

/** What only ADD knows. https://docs.docker.com/reference/dockerfile/#add, read 2026-11-25. */
const ADD_ONLY = new Set(['checksum', 'keep-git-dir', 'unpack']);

const REMOTE = /^(?:\w+:\/\/|git@|[\w.-]+@[\w.-]+:)|\.git(?:#.*)?$/i;

export default defineTransform({
  id: 'prefer-copy',
  summary: 'Write COPY where ADD only copies',
  why: 'ADD also fetches and unpacks. Where it does neither, COPY says so, and a file that happens to be an archive one day stays whole.',
  safety:
    'Safe where the build context shows directories, or files that are no archives. Suggested where the names say so: ADD looks at the contents, and a file that is not in the context cannot be looked at. Unsafe where neither tells.',
  since: '0.1.0',
  emits: ['safe', 'suggested', 'unsafe'],
  options: {},
  reasons: {
    variable: 'a variable may name an archive, or what is to be fetched',
    compressed: 'a compressed file is unpacked where it holds a tar archive',
  },
  sources: [
    {
      title: 'Building best practices: ADD or COPY',
      url: 'https://docs.docker.com/build/building/best-practices/#add-or-copy',
      date: '2026-11-25',
    },
    {
      title: 'Dockerfile reference: adding local tar archives',
      url: 'https://docs.docker.com/reference/dockerfile/#adding-local-tar-archives',
      date: '2026-11-25',
    },
  ],
  ignoredBy: { hadolint: ['DL3020'] },

  *run({ doc, context, allows }) {
    for (const add of doc.only('ADD')) {
      if (!allows(add) || add.flags.some(({ name }) => ADD_ONLY.has(name))) continue;
      const found = judge(add, context);
      if (found === undefined) continue;
      if ('reason' in found) {
        yield { at: add, message: 'write COPY instead of ADD', ...found };
        continue;
      }
      const text = keywordLike(doc.text.slice(add.keywordSpan.start, add.keywordSpan.end));
      const edit = { ...add.keywordSpan, text };
      yield {
        at: add,
        message: `COPY: ADD neither fetches nor unpacks anything here${found.because}`,
        applicability: found.applicability,
        edits: [edit],
        changes: [replaced(doc, add, [edit])],
      } satisfies Result;
    }
  },
});

type Judgement =
  | { readonly applicability: 'safe' | 'suggested' | 'unsafe'; readonly because: string }
  | { readonly reason: string; readonly detail: string };

/** `undefined` where it fetches or unpacks something. */
function judge(add: Instruction, context: Context): Judgement | undefined {
  const sources = sourcesOf(add);
  if (sources.some((source) => REMOTE.test(source))) return undefined;
  const variable = sources.find((source) => source.includes('$'));
  if (variable !== undefined) return { reason: 'variable', detail: variable };
  const found = sources.map((source) => ({ source, archive: archiveAt(source, context) }));
  const of = (archive: Archive): string[] =>
    found.filter((one) => one.archive === archive).map(({ source }) => source);
  const [archive] = of('yes');
  if (archive !== undefined) {
    return /\.t(?:ar|gz|bz2?|xz|zst)\b/i.test(archive)
      ? undefined
      : { reason: 'compressed', detail: archive };
  }
  const unknown = of('unknown');
  if (unknown.length > 0) {
    return {
      applicability: 'unsafe',
      because: `, unless ${unknown.join(', ')} is an archive, which is not known`,
    };
  }
  const byName = of('not-by-name');
  return byName.length > 0
    ? { applicability: 'suggested', because: `, as far as the name of ${byName.join(', ')} tells` }
    : { applicability: 'safe', because: '' };
}

/** As they are written, without quotes; a heredoc is text in any case. */
const sourcesOf = (add: Instruction): string[] =>
  add.words
    .slice(0, -1)
    .map(({ text }) => text.replaceAll(/["']/g, ''))
    .filter((text) => !(add.heredocs.length > 0 && text.startsWith('<<')));

/** In the case of the keyword that it replaces. */
const keywordLike = (written: string): string =>
  written === 'add' ? 'copy' : written === 'Add' ? 'Copy' : 'COPY';
