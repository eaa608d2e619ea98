import {
  commandText,
  valueOf,
  type BaseImage,
  type Edit,
  type Finding,
  type Result,
  type Saving,
} from '../../../src/kit.ts';
import { insertCommand, neighboursOf, slotBehind } from '../editing.ts';
import { stepsIn } from '../multi-stage/steps.ts';
import { isWorth, weightOf } from '../multi-stage/weights.ts';
import type { Step } from '../multi-stage/types.ts';
import { invocationOf } from '../package-managers.ts';
import { reword } from '../rewording.ts';
import { runs, type Visit } from '../visit.ts';
import { isBare, nameOf, sorted, type Sorted } from './packages.ts';
import { startNeeds, unknownOf, usedLater, useOf } from './uses.ts';

const REMOVES = /^(?:apk (?:.* )?del|apt(?:-get)? (?:.* )?(?:purge|remove|autoremove))\b/;

/** Removes in a RUN what it installs for its own builds. */
export function* removeBuildDependencies(visit: Visit): Generator<Result> {
  const facts = valueOf(visit.run.stage!.baseFacts);
  const steps = stepsIn(visit.run) ?? [];
  if (!facts || !isBare(visit, facts) || steps.some((step) => isOwnRemoval(step))) return;
  const installs = steps.filter((step) => step.certain && isPlainInstall(step));
  const found = installs.flatMap((step) => sorted(visit, step, facts) ?? []);
  const [install] = found;
  if (!install || found.length > 1) return;
  const names = install.build.map(nameOf);
  const weight = weightOf(names, facts);
  const behind = steps.slice(steps.indexOf(install.step) + 1);
  const last = behind.findLast((step) => useOf(step) !== 'no');
  if (!last || !behind.some((step) => useOf(step) === 'builds') || !isWorth(weight, facts)) return;
  yield decide(visit, install, behind, last, savingOf(weight, facts));
}

const isOwnRemoval = ({ program, args }: Step): boolean =>
  REMOVES.test([program, ...args].join(' '));

/** Only `add` and `install`, in a list of `&&` or `;`, and none that has a name of its own. */
function isPlainInstall({ program, args, command, script }: Step): boolean {
  if (!command || !script || !/^(?:apk|apt|apt-get)$/.test(program)) return false;
  if (args.some((arg) => /^(?:-t|--virtual|-s|--simulate|--root|-p)(?:=|$)/.test(arg)))
    return false;
  return neighboursOf(script, command) !== undefined;
}

const savingOf = (weight: number, { distribution }: BaseImage): Saving => ({
  bytes: weight * 1_000_000,
  from: `sizes of packages in Debian 12, 2026-11-25${distribution === 'debian' ? '' : '; others differ'}`,
});

function decide(
  visit: Visit,
  install: Sorted,
  behind: readonly Step[],
  last: Step,
  saves: Saving,
): Result {
  const at = visit.outer;
  const names = install.build.map(nameOf);
  const message = `remove ${listOf(names)} in the same RUN`;
  if (install.unknown !== undefined) {
    return { at, message, reason: 'library', detail: install.unknown };
  }
  const later = usedLater(visit);
  if (later?.use === 'builds') {
    const detail = `${shorten(later.text)} in line ${visit.lineOf(later.instruction)}`;
    return { at, message, reason: 'used', detail };
  }
  const start = startNeeds(visit, visit.context);
  if (start.builds !== undefined) return { at, message, reason: 'start', detail: start.builds };
  const rewrite = rewriteOf(visit, install, last);
  if (!rewrite) return { at, message, reason: 'place' };
  const unknown =
    later &&
    `that ${shorten(later.text)} in line ${visit.lineOf(later.instruction)} needs none of them`;
  const doubt =
    unknown ?? start.unknown ?? behind.map((step) => unknownOf(step, visit.context)).find(Boolean);
  const libraries = install.libraries.length > 0 ? `, and keep ${listOf(install.libraries)}` : '';
  return {
    at,
    message:
      `${message}${libraries}: only the build needs them` +
      (doubt === undefined ? '' : `; not established: ${doubt}`),
    applicability: doubt === undefined ? 'suggested' : 'unsafe',
    ...rewrite,
    saves,
  };
}

function rewriteOf(
  visit: Visit,
  install: Sorted,
  last: Step,
): Pick<Finding, 'edits' | 'changes'> | undefined {
  const { step, build, kept, libraries } = install;
  const { prefix, verbWord } = invocationOf(step.command!)!;
  const slot = last.command && slotBehind(visit.run, visit.script, last.command, false);
  const first = slotBehind(visit.run, visit.script, step.command!, false);
  if (!slot || typeof slot === 'string' || typeof first === 'string') return undefined;
  const isApk = step.program === 'apk';
  const removal = isApk
    ? `${prefix}apk del .build-deps`
    : `${prefix}apt-get purge -y --auto-remove ${[...new Set(build.map(nameOf))].join(' ')}`;
  const behind = insertCommand(visit.doc, visit.run, visit.script, slot, removal);
  const texts = new Map(
    isApk
      ? [
          [verbWord, `${verbWord.text} --virtual .build-deps`],
          ...kept.map((word) => [word, ''] as const),
        ]
      : libraries.length === 0
        ? []
        : [[build.at(-1)!, [build.at(-1)!.text, ...libraries].join(' ')]],
  );
  const own = reword(visit, [{ command: step.command!, texts }]);
  if (!own) return undefined;
  const extra = isApk ? installOfKept(install, prefix) : undefined;
  const more =
    extra === undefined
      ? undefined
      : insertCommand(visit.doc, visit.run, visit.script, first, extra);
  const written = commandText(
    step.command!,
    step.command!.words.map((word) => texts.get(word) ?? word.text).filter((text) => text !== ''),
  );
  const tokens = [...behind.tokens];
  tokens.splice(
    tokens.indexOf(commandText(step.command!)),
    1,
    written,
    ...(extra === undefined ? [] : [first.operator, extra]),
  );
  return {
    edits: [...aligned(visit, install, own.edits), ...(more?.edits ?? []), ...behind.edits],
    changes: [runs(visit, tokens)],
  };
}

/** Libraries stand a line each where the packages do. */
function aligned({ doc, run }: Visit, { step, build }: Sorted, edits: readonly Edit[]): Edit[] {
  const { words } = step.command!;
  const last = build.at(-1)!;
  const before = words[words.indexOf(last) - 1]!;
  const { source } = run.run;
  const gap = doc.text.slice(source.toDocEnd(before.end), source.toDoc(last.start));
  const isOfLines = /^[ \t]*[\\`][ \t]*\r?\n[ \t]*$/.test(gap);
  return edits.map((edit) =>
    isOfLines && edit.start === edit.end && step.program !== 'apk'
      ? { ...edit, text: edit.text.replaceAll(' ', gap) }
      : edit,
  );
}

/** What stays cannot be in the group that goes: it gets a command of its own. */
function installOfKept(
  { step, build, kept, libraries }: Sorted,
  prefix: string,
): string | undefined {
  if (kept.length + libraries.length === 0) return undefined;
  const words = step.command!.words;
  const options = words
    .slice(words.findIndex((word) => /(?:^|\/)apk$/.test(word.text)) + 1)
    .filter((word) => !build.includes(word) && !kept.includes(word))
    .map((word) => word.text);
  return `${prefix}apk ${[...options, ...kept.map((word) => word.text), ...libraries].join(' ')}`;
}

const listOf = (names: readonly string[]): string =>
  names.length > 4
    ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
    : [names.slice(0, -1).join(', '), names.at(-1)].filter((part) => part !== '').join(' and ');

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
