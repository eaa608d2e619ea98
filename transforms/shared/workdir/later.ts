import { valueOf, type Instruction, type Stage } from '../../../src/kit.ts';
import { stepsIn } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';

/** What becomes of a directory that a WORKDIR sets in front of an instruction. */
export interface Reach {
  /** The first instruction behind it that would run in, or copy to, another directory. */
  readonly depends: Instruction | undefined;
  /** No WORKDIR behind it sets another one: the image keeps it. */
  readonly ships: boolean;
}

/** Work on what the system has, whatever the directory. */
const ANYWHERE =
  /^(?:apk|apt-get|apt-cache|apt-mark|yum|dnf|microdnf|useradd|adduser|groupadd|addgroup|usermod|update-ca-certificates|ldconfig|locale-gen)$/;

/** Work on the paths that they are given. */
const ON_PATHS = /^(?:rm|mkdir|chmod|chown|cp|mv|ln|touch|rmdir)$/;

/** Through the rest of the stage, and the stages built on it. */
export function reachOf(stage: Stage, after: number): Reach {
  for (const instruction of stage.instructions) {
    if (instruction.index <= after) continue;
    if (instruction.keyword === 'WORKDIR' && isAbsolute(instruction, instruction.args.text)) {
      return { depends: undefined, ships: false };
    }
    if (dependsOn(instruction)) return { depends: instruction, ships: false };
  }
  const children = stage.children.map((child) => reachOf(child, -1));
  return {
    depends: children.find(({ depends }) => depends)?.depends,
    ships: stage.isFinal || children.some(({ ships }) => ships),
  };
}

const isAbsolute = (instruction: Instruction, text: string): boolean =>
  (valueOf(instruction.expand(text)) ?? text).replace(/^["']/, '').startsWith('/');

function dependsOn(instruction: Instruction): boolean {
  switch (instruction.keyword) {
    case 'WORKDIR':
    case 'ONBUILD':
      return true;
    case 'COPY':
    case 'ADD': {
      const target = instruction.words.at(-1);
      return target === undefined || !isAbsolute(instruction, target.text);
    }
    case 'RUN': {
      const steps = stepsIn(instruction);
      if (leadsAway(instruction)) return false;
      return !steps || !steps.every((step) => isIndependent(step));
    }
    default:
      // What starts with the container finds the last directory, which is asked for apart.
      return false;
  }
}

/** Begins with `cd /a/path &&`. */
const leadsAway = ({ run }: Instruction): boolean =>
  valueOf(run.script)?.tokens[1] === '&&' &&
  /^cd \/[\w./-]*$/.test(valueOf(run.script)!.tokens[0]!) &&
  !valueOf(run.script)!.tokens.includes('||');

function isIndependent({ program, args, words, command }: Step): boolean {
  const plain = (word: string | undefined): boolean =>
    word !== undefined && (word.startsWith('/') || word.startsWith('-'));
  const redirects = command?.redirects ?? [];
  if (redirects.some(({ target }) => target && !plain(target.value))) return false;
  if (ANYWHERE.test(program))
    return args.every((arg) => !/^\.{0,2}\/|\.(?:deb|apk|rpm)$/.test(arg));
  if (!ON_PATHS.test(program)) return false;
  const operands = words.slice(1).filter((word) => word === undefined || !word.startsWith('-'));
  return operands.slice(program.startsWith('ch') ? 1 : 0).every(plain);
}
