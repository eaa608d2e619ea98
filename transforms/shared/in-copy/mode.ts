import {
  valueOf,
  type Context,
  type Document,
  type Finding,
  type Instruction,
  type Refusal,
  type Result,
} from '../../../src/kit.ts';
import type { Brought } from '../multi-stage/brought.ts';
import type { Attribute } from './attributes.ts';
import { replaced, setFlag } from './flags.ts';
import { copiesOf, coverageOf, isDownload, type Coverage, type Covered } from './plan.ts';
import { restOf } from './rest.ts';
import type { Shrunk } from './shrink.ts';
import { sizeOf } from './size.ts';

/** A mode as a `chmod` gives it. */
type Mode =
  | { readonly kind: 'octal'; readonly bits: number }
  /** `+x`, `u+rx`: bits that are added to those that a file has. */
  | { readonly kind: 'added'; readonly bits: number };

function modeOf({ value }: Attribute): Mode | undefined {
  const text = value.value ?? '';
  if (/^[0-7]{3,4}$/.test(text)) return { kind: 'octal', bits: Number.parseInt(text, 8) };
  const added = /^([ugoa]*)\+([rwx]+)$/.exec(text);
  if (!added) return undefined;
  const [, who = '', what = ''] = added;
  // Without a letter the umask of 022 holds back what would make it writable.
  if (who === '' && what.includes('w')) return undefined;
  const digit = [...what].reduce((sum, letter) => sum | { r: 4, w: 2, x: 1 }[letter]!, 0);
  const all = who === '' || who.includes('a');
  const bits =
    (all || who.includes('u') ? digit << 6 : 0) |
    (all || who.includes('g') ? digit << 3 : 0) |
    (all || who.includes('o') ? digit : 0);
  return { kind: 'added', bits };
}

/** Without --chmod. https://docs.docker.com/reference/dockerfile/#add, read 2026-11-25. */
const DOWNLOADED = 0o600;

/** What a COPY gives a file without the chmod; `undefined` where it is not known. */
function modeBefore({ copy, source }: Brought, context: Context): number | undefined {
  const flag = copy.flag('chmod')?.value;
  if (flag !== undefined) return /^[0-7]{3,4}$/.test(flag) ? Number.parseInt(flag, 8) : undefined;
  if (isDownload(copy)) return DOWNLOADED;
  if (copy.heredocs.length > 0) return 0o644;
  const mode = source === undefined ? undefined : valueOf(context.modeOf(source));
  if (mode === undefined) return undefined;
  // Git knows of two modes only; whether the group may write is the umask of a working copy.
  if (mode === 0o664) return 0o644;
  return mode === 0o775 ? 0o755 : mode;
}

interface After {
  readonly bits: number;
  readonly doubt: string | undefined;
}

/** The mode that all files of a COPY get, and what it rests on. */
function modeAfter(mode: Mode, brought: readonly Brought[], context: Context): After | undefined {
  if (mode.kind === 'octal') return { bits: mode.bits, doubt: undefined };
  const results = brought.map((one) => {
    const before = modeBefore(one, context);
    // What git checks out, executable or not, comes to the same.
    const known = before ?? (one.copy.flag('from') ? undefined : 0o644);
    if (known === undefined) return undefined;
    const doubt =
      before === undefined ? `that ${one.path!} has the mode 644 or 755 is not known` : undefined;
    return { bits: known | mode.bits, doubt };
  });
  const [first] = results;
  if (!first || results.some((one) => one?.bits !== first.bits)) return undefined;
  return { bits: first.bits, doubt: results.find((one) => one?.doubt)?.doubt };
}

interface Surroundings {
  readonly doc: Document;
  readonly context: Context;
}

/** What a `chmod` becomes; `undefined` where it has nothing to do with what is copied. */
export function modeInCopy(
  { doc, context }: Surroundings,
  attribute: Attribute,
): Result | undefined {
  const { run } = attribute;
  const mode = modeOf(attribute);
  if (!mode || (attribute.recursive && !isForDirectories(mode))) return undefined;
  const coverage = withDirectories(coverageOf(attribute, context), mode);
  const copies = copiesOf(coverage.covered);
  const refuse = (reason: string, detail?: string): Refusal => ({
    at: run,
    message: `set the mode ${attribute.value.text} by COPY --chmod`,
    reason,
    ...(detail === undefined ? {} : { detail }),
  });
  if (copies.length === 0) {
    return coverage.blocked && refuse(coverage.blocked.reason, coverage.blocked.detail);
  }
  const modes = modesOf(mode, coverage, context);
  if (modes.some(({ after }) => after === undefined)) return refuse('mode');
  const frontend = oldFrontend(doc);
  if (frontend !== undefined) return refuse('frontend', frontend);
  const shrunk = restOf(doc, attribute, coverage);
  if (!shrunk) return refuse('place');
  return findingOf({ doc, context }, attribute, coverage, modes, shrunk);
}

interface Given {
  readonly copy: Instruction;
  readonly after: After | undefined;
}

function modesOf(mode: Mode, { covered }: Coverage, context: Context): Given[] {
  const all = covered.flatMap(({ brought }) => brought);
  return copiesOf(covered).map((copy) => ({
    copy,
    after: modeAfter(
      mode,
      all.filter((one) => one.copy === copy),
      context,
    ),
  }));
}

function findingOf(
  { doc, context }: Surroundings,
  attribute: Attribute,
  coverage: Coverage,
  modes: readonly Given[],
  shrunk: Shrunk,
): Finding {
  const doubts = new Set([
    ...coverage.covered.flatMap((one) => one.doubts),
    ...modes.flatMap(({ after }) => after!.doubt ?? []),
  ]);
  const edits = modes.flatMap(({ copy, after }) => {
    const edit = setFlag(copy, 'chmod', spellMode(attribute, after!.bits));
    return edit ? [{ copy, edit }] : [];
  });
  const saves = attribute.run.stage!.ships ? sizeOf(coverage, context) : undefined;
  return {
    at: attribute.run,
    message:
      'COPY --chmod, which needs BuildKit, instead of a chmod that stores the file again' +
      [...doubts].map((doubt) => `; ${doubt}`).join(''),
    applicability: doubts.size > 0 ? 'unsafe' : 'suggested',
    edits: [...edits.map(({ edit }) => edit), ...shrunk.edits],
    changes: [...edits.map(({ copy, edit }) => replaced(doc, copy, [edit])), ...shrunk.changes],
    basis: modes.map(({ copy }) => copy),
    ...(saves ? { saves } : {}),
  };
}

/** As it is written where it is a number. */
const spellMode = ({ value }: Attribute, bits: number): string =>
  /^[0-7]+$/.test(value.value ?? '') ? value.value! : bits.toString(8);

/** The files of a directory get it too, and the directories in it must stay open. */
const isForDirectories = (mode: Mode): boolean =>
  mode.kind === 'octal' && (mode.bits & 0o500) === 0o500;

/** The mode of a directory that WORKDIR, mkdir or COPY makes: tried with BuildKit 0.13, 2026-11-25. */
const MADE = 0o755;

/** --chmod leaves the directory alone that a COPY goes to. */
function withDirectories({ covered, ...rest }: Coverage, mode: Mode): Coverage {
  if (mode.kind !== 'octal') return { covered, ...rest };
  return {
    ...rest,
    covered: covered.map((one): Covered => {
      const { directories, copied } = one;
      if (mode.bits === MADE) {
        return { ...one, directories: directories.filter(({ by }) => by === undefined) };
      }
      const made = copied.map((path) => ({ path, by: undefined }));
      return {
        ...one,
        directories: [...directories, ...made].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      };
    }),
  };
}

/**
 * COPY --chmod came with version 1.2.
 * https://docs.docker.com/reference/dockerfile/#copy, read 2026-11-25.
 */
function oldFrontend(doc: Document): string | undefined {
  const syntax = doc.directives.find(({ name }) => name === 'syntax')?.value;
  return syntax !== undefined && /dockerfile:1\.[01](?:\D|$)/.test(syntax) ? syntax : undefined;
}
