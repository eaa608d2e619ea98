import type { Document, Instruction, Stage } from '../../../src/kit.ts';
import { visitOf, type Visit } from '../visit.ts';
import { keptIn, mentions, type Kept } from './kept.ts';
import { isHarmless, isReference, isSecretName, readersOf } from './names.ts';
import { commandsThat } from './programs.ts';

/** A build argument with a credential, and who gets it. */
export interface SecretArgument {
  readonly name: string;
  /** Its declarations, one for a stage and one before the first. */
  readonly declared: readonly Instruction[];
  /** `ENV NAME=$NAME` for a tool that only builds call. */
  readonly exported: readonly Instruction[];
  readonly uses: readonly Use[];
  /** A default that is no stand-in. */
  readonly written: boolean;
  /** A build goes through without it: it has a default, or a command asks whether it is there. */
  readonly optional: boolean;
}

export interface Use {
  readonly visit: Visit;
  readonly kept: readonly Kept[];
}

export interface Obstacle {
  readonly reason: 'elsewhere' | 'image' | 'readers' | 'kept' | 'onbuild' | 'unread';
  readonly detail?: string;
}

type Looks = Pick<Visit, 'doc' | 'context' | 'lineOf'>;

/** Every build argument whose name says that it is a credential. */
export function secretNames(doc: Document): string[] {
  const names = doc
    .only('ARG')
    .flatMap(({ pairs }) => pairs)
    .filter(({ name, value }) => isSecretName(name) && (value === undefined || isGiven(value)))
    .map(({ name }) => name);
  return [...new Set(names)];
}

/** Empty ones wait for a value, flags and the like do not. */
const isGiven = (value: string): boolean =>
  /^(?:""|'')?$/.test(value) || !isHarmless(value) || isReference(value);

/** What becomes of it, or why it must stay. */
export function readArgument(looks: Looks, name: string): SecretArgument | Obstacle {
  const { doc } = looks;
  const declared = doc.only('ARG').filter(({ pairs }) => pairs.some((pair) => pair.name === name));
  const exported: Instruction[] = [];
  const uses: Use[] = [];
  for (const instruction of doc.instructions) {
    const obstacle = readOne(looks, name, instruction, exported, uses);
    if (obstacle) return obstacle;
  }
  if (uses.length === 0) return { reason: 'readers' };
  const defaults = declared.flatMap(({ pairs }) =>
    pairs.flatMap((pair) => (pair.name === name && pair.value !== undefined ? [pair.value] : [])),
  );
  const asked = new RegExp(`\\$\\{${name}:?[-+?]|-[nz]\\s+"?\\$\\{?${name}\\b`);
  const written = defaults.some((value) => !isHarmless(value) && !isReference(value));
  return {
    name,
    declared,
    exported,
    uses,
    written,
    optional:
      (defaults.length > 0 && !written) || uses.some(({ visit }) => asked.test(visit.script.text)),
  };
}

function readOne(
  looks: Looks,
  name: string,
  outer: Instruction,
  exported: Instruction[],
  uses: Use[],
): Obstacle | undefined {
  const instruction = outer.trigger ?? outer;
  const { keyword, stage } = instruction;
  const detail = `line ${looks.lineOf(outer)}`;
  const told = mentions(instruction.args.text + heredocsOf(looks.doc, instruction), name);
  if (
    outer.trigger &&
    (told || (keyword === 'ARG' && instruction.pairs.some((one) => one.name === name)))
  ) {
    return { reason: 'onbuild', detail };
  }
  if (keyword === 'ARG')
    return told && !isDeclaration(instruction, name) ? { reason: 'elsewhere', detail } : undefined;
  if (keyword === 'ENV' && told) {
    if (!isExport(instruction, name) || !readersOf(name)) return { reason: 'image', detail };
    exported.push(instruction);
    return undefined;
  }
  if (keyword !== 'RUN')
    return told && !/^(?:CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword)
      ? { reason: 'elsewhere', detail }
      : undefined;
  if (!stage || !isVisible(stage, instruction, name)) return undefined;
  const visit = visitOf(looks, outer);
  const reads = visit ? told || readsIt(visit, name) : told;
  if (!reads) return undefined;
  if (!visit) return { reason: 'unread', detail };
  const kept = keptIn(instruction, visit.script, name);
  const file = kept.find((one) => one.kind === 'file');
  if (file?.kind === 'file') return { reason: 'kept', detail: `${file.text}, ${detail}` };
  uses.push({ visit, kept });
  return undefined;
}

const heredocsOf = (doc: Document, { heredocs }: Instruction): string =>
  heredocs.map(({ body }) => `\n${doc.text.slice(body.start, body.end)}`).join('');

/** `ARG NAME=$NAME` says nothing else. */
const isDeclaration = ({ pairs }: Instruction, name: string): boolean =>
  pairs.every((pair) => pair.name === name || !mentions(pair.value ?? '', name));

const isExport = ({ pairs }: Instruction, name: string): boolean =>
  pairs.length === 1 && pairs[0]!.name === name && isReference(pairs[0]!.value);

/** Is it what the build argument gives, at this RUN? */
function isVisible(stage: Stage, run: Instruction, name: string): boolean {
  return stage.scope.at(run.index, name) !== undefined;
}

/** Calls a tool that is known to look for it in its environment. */
function readsIt({ script }: Visit, name: string): boolean {
  const programs = readersOf(name);
  return programs !== undefined && commandsThat(script, programs).length > 0;
}
