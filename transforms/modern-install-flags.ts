import { commandText, defineTransform, type Refusal, type Result } from '../src/kit.ts';
import { callsOf, type Found } from './shared/installs/found.ts';
import { putBefore } from './shared/installs/modern/before.ts';
import { SPELLERS } from './shared/installs/modern/index.ts';
import { stays, type Modern } from './shared/installs/modern/types.ts';
import { reword } from './shared/rewording.ts';
import { visitOf } from './shared/visit.ts';

export default defineTransform({
  id: 'modern-install-flags',
  summary: 'Write the options of package managers as they are called today',
  why: 'Package managers keep the old names of their options for some years, with a warning in every build, and then drop them: Bundler 4 stops at --without, RubyGems 3 at --no-ri. The names of today mean the same and go on working.',
  safety:
    'Safe where the version of the package manager is known and the new option means the same in it. Suggested where more than the name changes, in a way that the file shows to be without effect. Unsafe where the version is not known; the message says so. With a version that is too old for the new option nothing is found.',
  since: '0.1.0',
  emits: ['safe', 'suggested', 'unsafe'],
  options: {},
  reasons: {
    project: 'the settings of the project would not be those that the installation reads',
    unsigned: 'packages may come from a source without a signature',
    place: 'no command can be put before it there',
  },
  sources: SPELLERS.map(({ source }) => source),
  ignoredBy: { hadolint: [], tally: ['tally/ruby/deprecated-bundler-install-flags'] },

  *run({ doc, context, allows, lineOf }) {
    for (const instruction of doc.instructions) {
      if (!allows(instruction)) continue;
      const visit = visitOf({ doc, context, lineOf }, instruction);
      if (!visit) continue;
      for (const speller of SPELLERS) {
        for (const found of callsOf(visit, speller.programs)) {
          const result = speller.modern(found);
          if (result) yield stays(result) ? refusal(found, result) : written(found, result);
        }
      }
    }
  },
});

function messageOf({ from, to, note }: Pick<Modern, 'from' | 'to' | 'note'>): string {
  if (to === '') return `drop ${from}${note === undefined ? '' : `, ${note}`}`;
  return `${to} instead of the deprecated ${from}${note === undefined ? '' : `; ${note}`}`;
}

const refusal = (
  { visit }: Found,
  result: Pick<Modern, 'from' | 'to' | 'note'> & { reason: string; detail?: string },
): Refusal => ({
  at: visit.outer,
  message: messageOf(result),
  reason: result.reason,
  ...(result.detail === undefined ? {} : { detail: result.detail }),
});

function written(found: Found, modern: Modern): Result {
  const { visit, command } = found;
  const { texts, before = [], doubt, changes } = modern;
  const reworded = reword(visit, [{ command, texts }]);
  const own = commandText(
    command,
    command.words.map((word) => texts.get(word) ?? word.text).filter((text) => text !== ''),
  );
  const front =
    reworded && before.length > 0 ? putBefore(found, before, own, reworded.edits) : undefined;
  if (!reworded || (before.length > 0 && !front)) {
    return refusal(found, { ...modern, reason: 'place' });
  }
  return {
    at: visit.outer,
    message: messageOf(modern) + (doubt === undefined ? '' : `; not established: ${doubt}`),
    applicability: doubt !== undefined ? 'unsafe' : changes ? 'suggested' : 'safe',
    ...(front ?? reworded),
  };
}
