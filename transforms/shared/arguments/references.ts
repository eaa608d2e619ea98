import { valueOf, type Document, type Instruction, type Stage } from '../../../src/kit.ts';

/** A bare `$X` that is not set where Docker expands it. */
export interface Unset {
  readonly instruction: Instruction;
  /** Undefined for what stands before the first FROM, and for FROM itself. */
  readonly stage: Stage | undefined;
  readonly name: string;
  /** A value that is `$X` and nothing else, or has text around it. */
  readonly whole: boolean;
}

/** BuildKit knows them in FROM, and in a stage behind an ARG of their name. */
export const PLATFORM_ARGUMENTS: readonly string[] = [
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETARCH',
  'TARGETVARIANT',
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDARCH',
  'BUILDVARIANT',
];

/** What the builder sets without an ARG, or sets for itself. */
const PREDEFINED = /^(?:(?:HTTPS?|FTP|NO|ALL)_PROXY|BUILDKIT_\w+|SOURCE_DATE_EPOCH|TARGETSTAGE)$/i;

/** No variable that an ARG or ENV would declare: `$1`, `$_`. */
const NO_NAME = /^(?:\d.*|_+)$/;

/** Where Docker expands variables: https://docs.docker.com/reference/dockerfile/#environment-replacement, read 2026-11-26. */
function textsOf(instruction: Instruction): readonly string[] {
  switch (instruction.keyword) {
    case 'ENV':
    case 'ARG':
    case 'LABEL':
      return instruction.pairs.flatMap(({ value }) => value ?? []);
    case 'ADD':
    case 'COPY':
      return [
        instruction.args.text,
        ...instruction.flags.flatMap(({ name, value }) =>
          name.startsWith('ch') ? (value ?? []) : [],
        ),
      ];
    case 'EXPOSE':
    case 'STOPSIGNAL':
    case 'USER':
    case 'VOLUME':
    case 'WORKDIR':
      return [instruction.args.text];
    case 'FROM':
      return [instruction.words[0]!.text, instruction.flag('platform')?.value ?? ''];
    default:
      return [];
  }
}

/** The variables that are read and not set, in order. */
export function* unsetIn(doc: Document): Generator<Unset> {
  const globals = new Set(PLATFORM_ARGUMENTS);
  for (const instruction of doc.instructions) {
    const { keyword } = instruction;
    const stage = keyword === 'FROM' ? undefined : instruction.stage;
    if (stage && valueOf(stage.os) === 'windows') continue;
    for (const text of textsOf(instruction)) {
      for (const name of new Set(instruction.references(text))) {
        if (PREDEFINED.test(name) || NO_NAME.test(name)) continue;
        const isSet = stage ? stage.scope.at(instruction.index, name) : globals.has(name);
        if (!isSet) yield { instruction, stage, name, whole: isWhole(text, name) };
      }
    }
    if (keyword === 'ARG' && !stage) for (const pair of instruction.pairs) globals.add(pair.name);
  }
}

const isWhole = (text: string, name: string): boolean =>
  [`$${name}`, `\${${name}}`].includes(text.replace(/^"(.*)"$/s, '$1').trim());

/** The ARGs before the first FROM. */
export const globalArguments = (doc: Document): ReadonlySet<string> =>
  new Set(
    doc.instructions
      .filter(({ keyword, stage }) => keyword === 'ARG' && stage === undefined)
      .flatMap(({ pairs }) => pairs.map(({ name }) => name)),
  );

/** The ARG, or the ENV too, that declares a name, among these. */
export const declarationIn = (
  instructions: readonly Instruction[],
  name: string,
  keywords: RegExp,
): Instruction | undefined =>
  instructions.find(
    ({ keyword, pairs }) => keywords.test(keyword) && pairs.some((pair) => pair.name === name),
  );
