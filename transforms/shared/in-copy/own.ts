import type {
  Context,
  Document,
  Edit,
  Finding,
  Instruction,
  Refusal,
  Result,
} from '../../../src/kit.ts';
import type { Step } from '../multi-stage/types.ts';
import { presenceOf } from './accounts.ts';
import type { Attribute } from './attributes.ts';
import { replaced, setFlag } from './flags.ts';
import { moveAccounts } from './move.ts';
import { namesOf, ownerOf, sameVariables, spell, type Owner } from './owner.ts';
import { copiesOf, coverageOf, type Coverage } from './plan.ts';
import { restOf } from './rest.ts';
import { sizeOf } from './size.ts';
import type { Shrunk } from './shrink.ts';

interface Surroundings {
  readonly doc: Document;
  readonly context: Context;
  readonly lineOf: (instruction: Instruction) => number;
}

/** What a `chown` becomes; `undefined` where it has nothing to do with what is copied. */
export function ownInCopy(around: Surroundings, attribute: Attribute): Result | undefined {
  const { doc, context } = around;
  const { run } = attribute;
  const owner = ownerOf(attribute);
  if (!owner) return undefined;
  const coverage = coverageOf(attribute, context);
  const copies = copiesOf(coverage.covered);
  const refuse = (reason: string, detail?: string): Refusal => ({
    at: run,
    message: `give what is copied to ${ownerText(owner)} by COPY --chown`,
    reason,
    ...(detail === undefined ? {} : { detail }),
  });
  if (copies.length === 0) {
    return coverage.blocked && refuse(coverage.blocked.reason, coverage.blocked.detail);
  }
  if (!copies.every((copy) => sameVariables(owner, copy, run))) return undefined;
  const names = namesOf(owner, run);
  const linked = copies.find(
    (copy) => copy.flag('link') && !names.every((name) => /^\d+$/.test(name)),
  );
  if (linked) return refuse('link', `line ${around.lineOf(linked)}`);
  const flags = copies.flatMap((copy) => {
    const value = spell(owner, copy);
    return value === undefined
      ? []
      : [{ copy, edit: value === '' ? undefined : setFlag(copy, 'chown', value) }];
  });
  if (flags.length < copies.length) return refuse('group');
  const accounts = accountsFor(names, copies[0]!, attribute);
  const shrunk = restOf(doc, attribute, coverage);
  if (!shrunk) return refuse('place');
  const rest = placed(around, attribute, coverage, accounts.later, copies[0]!, shrunk);
  if (!rest) return refuse('later', `line ${around.lineOf(accounts.later[0]!.run)}`);
  const doubts = [
    ...new Set([...coverage.covered.flatMap((one) => one.doubts), ...accounts.doubts]),
  ];
  return findingOf(around, { attribute, owner, coverage, copies, flags, rest, doubts });
}

/** Which of the names a later command makes, and of which it is not known. */
function accountsFor(
  names: readonly string[],
  copy: Instruction,
  attribute: Attribute,
): { later: readonly Step[]; doubts: readonly string[] } {
  const found = names.map((name) => presenceOf(name, copy, attribute));
  const later = found.flatMap((one) => (one.kind === 'later' ? one.steps : []));
  const doubts = found.flatMap((one) => (one.kind === 'unknown' ? [one.because] : []));
  return { later: [...new Set(later)], doubts };
}

/** With the RUN that makes the user in front, where there is one. */
function placed(
  { doc }: Surroundings,
  attribute: Attribute,
  { covered }: Coverage,
  later: readonly Step[],
  copy: Instruction,
  shrunk: Shrunk,
): Shrunk | undefined {
  if (later.length === 0) return shrunk;
  // A directory must be there where the command goes to.
  const directories = covered.flatMap((one) => one.directories);
  if (directories.some(({ by }) => by && by.index > copy.index)) return undefined;
  return moveAccounts(doc, later, copy, attribute, shrunk);
}

interface Parts {
  readonly attribute: Attribute;
  readonly owner: Owner;
  readonly coverage: Coverage;
  readonly copies: readonly Instruction[];
  readonly flags: readonly { copy: Instruction; edit: Edit | undefined }[];
  readonly rest: Shrunk;
  readonly doubts: readonly string[];
}

function findingOf({ doc, context }: Surroundings, parts: Parts): Finding {
  const { attribute, owner, coverage, copies, flags, rest, doubts } = parts;
  const changed = flags.flatMap(({ copy, edit }) => (edit ? [{ copy, edit }] : []));
  const saves = attribute.run.stage!.ships ? sizeOf(coverage, context) : undefined;
  const moved = rest.changes.some(({ kind }) => kind === 'inserted');
  return {
    at: attribute.run,
    message:
      (changed.length > 0
        ? 'COPY --chown instead of a chown that stores every file again'
        : 'a chown that stores every file again, though COPY gives it this owner') +
      (moved ? `, with ${ownerText(owner)} made before it` : '') +
      (doubts.length > 0 ? `; ${doubts.join('; ')}` : ''),
    applicability: doubts.length > 0 ? 'unsafe' : 'suggested',
    edits: [...changed.map(({ edit }) => edit), ...rest.edits],
    changes: [...changed.map(({ copy, edit }) => replaced(doc, copy, [edit])), ...rest.changes],
    basis: copies,
    ...(saves ? { saves } : {}),
  };
}

const ownerText = ({ user, group }: Owner): string => user ?? `the group ${group ?? ''}`;
