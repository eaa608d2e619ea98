import { valueOf, type Command, type Instruction, type Word } from '../../../src/kit.ts';
import { plainCommandsIn } from '../editing.ts';
import { baseName, programIndex } from '../prefix.ts';
import { readCall, type Call } from '../multi-stage/ecosystems/node-calls.ts';
import { stepsIn } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';
import type { Visit } from '../visit.ts';

/** A command of a package manager that stands in a RUN as words that can be edited. */
export interface Found {
  readonly visit: Visit;
  readonly step: Step;
  readonly command: Command;
  readonly program: Word;
  /** The first word behind the program that is no option. */
  readonly verb: Word | undefined;
  /** All words behind the program. */
  readonly rest: readonly Word[];
}

/** The commands of a RUN that call one of these programs, outside of substitutions. */
export function callsOf(visit: Visit, programs: RegExp): Found[] {
  const plain = new Set(plainCommandsIn(visit.script.body));
  return (stepsIn(visit.run) ?? []).flatMap((step): Found[] => {
    const { command } = step;
    if (!command || !plain.has(command) || !programs.test(step.program)) return [];
    const at = programIndex(command.words.map((word) => word.value ?? word.text));
    const program = command.words[at];
    if (!program || baseName(program.value ?? '') !== step.program) return [];
    const rest = command.words.slice(at + 1);
    const verb = rest.find(({ text }) => !text.startsWith('-'));
    return [{ visit, step, command, program, verb, rest }];
  });
}

/** What an installation of a Node.js project is, as a command line. */
export const nodeCall = ({ step }: Found): Call | undefined =>
  readCall([step.program, ...step.args]);

/** A version of Node.js; without the second number it is the last of its line. */
export interface NodeVersion {
  readonly major: number;
  readonly minor: number;
}

/** The version of Node.js by the tag of the image that a stage starts from. */
export function nodeVersion({ stage }: Instruction): NodeVersion | undefined {
  const base = stage?.lineage[0]?.base;
  const ref = base?.kind === 'image' ? valueOf(base.ref) : undefined;
  if (!ref || !/(?:^|\/)node$/.test(ref.repository)) return undefined;
  const [, major, minor] = /^v?(\d+)(?:\.(\d+))?/.exec(ref.tag ?? '') ?? [];
  if (major !== undefined) return { major: Number(major), minor: Number(minor ?? Infinity) };
  const named =
    LTS[(ref.tag ?? '').replace(/^lts-/, '').split('-')[0]!] ??
    (ref.tag === undefined ? undefined : RECENT);
  return named === undefined ? undefined : { major: named, minor: Infinity };
}

/**
 * Does its npm know `npm ci`, which came with 5.7? Node.js 8.12 has npm 6.4, Node.js 10.3 npm 6.1;
 * what is older, and all of Node.js 9, has at most npm 5.6.
 * https://github.com/nodejs/node/tree/main/doc/changelogs (10.3.0: npm 6.1.0) and
 * https://docs.npmjs.com/cli/v6/commands/npm-ci, read 2026-11-26.
 */
export const knowsNpmCi = ({ major, minor }: NodeVersion): boolean =>
  major > 10 || (major === 10 && minor >= 3) || (major === 8 && minor >= 12);

/** `latest`, `lts` and the like: more than any version that is asked for here. */
const RECENT = 22;

/** The code names of the LTS lines: https://github.com/nodejs/Release, read 2026-11-26. */
const LTS: Readonly<Record<string, number>> = {
  argon: 4,
  boron: 6,
  carbon: 8,
  dubnium: 10,
  erbium: 12,
  fermium: 14,
  gallium: 16,
  hydrogen: 18,
  iron: 20,
  jod: 22,
};

/** Another npm than that of the image may be installed before. */
export const changesNpm = ({ stage, index }: Instruction): boolean =>
  (stage?.lineage ?? [])
    .flatMap(({ instructions }) => instructions)
    .some(
      (one) =>
        one.index <= index &&
        one.keyword === 'RUN' &&
        /\bnpm(?:@|\s+(?:-g|--global)\b.*\bnpm\b)/.test(one.args.text),
    );
