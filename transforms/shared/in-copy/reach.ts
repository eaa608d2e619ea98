import {
  valueOf,
  workdirAfter,
  type Context,
  type Instruction,
  type Stage,
} from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { isInside, userOf } from '../multi-stage/aftermath.ts';
import { broughtBy, type Brought } from '../multi-stage/brought.ts';
import { effectsOf } from '../multi-stage/effects.ts';
import type { Step } from '../multi-stage/types.ts';
import { stepsIn, type Attribute } from './attributes.ts';
import { fillsDirectory, isOfSystem, mayBeInBase } from './places.ts';

/** What lies at and below a path when a command reaches it. */
export interface Reach {
  /** What COPY and ADD brought there. */
  readonly brought: readonly Brought[];
  /** Directories that no COPY made, and what made them. */
  readonly directories: ReadonlyMap<string, Instruction | undefined>;
  /** Directories that a COPY made. */
  readonly copied: readonly string[];
  /** What could not be established. */
  readonly doubts: readonly string[];
}

/** Something else lies there, which the command reaches too. */
export interface Blocked {
  readonly reason: 'made' | 'archive' | 'system';
  readonly detail: string;
}

/** `undefined`: nothing that a COPY brought as a whole lies there. */
export function reachOf(
  { run, step }: Attribute,
  path: string,
  context: Context,
): Reach | Blocked | undefined {
  const stages = run.stage!.lineage;
  const brought = stages
    .flatMap((stage) => broughtBy(stage, context))
    .filter(({ copy }) => copy.index < run.index);
  const inside = brought.filter((one) => one.path !== undefined && isInside(one.path, path));
  if (inside.length === 0) return undefined;
  if (brought.some((one) => isWider(one, path))) return undefined;
  const archive = inside.find(({ copy, source }) => unpacks(copy, source));
  if (archive) return { reason: 'archive', detail: `line ${archive.copy.given.line}` };
  if (isOfSystem(path)) return { reason: 'system', detail: path };
  const survey = new Survey(path, run.stage!);
  for (const one of brought) {
    if (one.path === undefined)
      survey.doubt(`where line ${one.copy.given.line} copies to is not known`);
  }
  for (const stage of stages) {
    const { opaque } = stepsIn(stage);
    if (opaque && opaque.index < run.index) {
      survey.doubt(`what line ${opaque.given.line} does is not known`);
    }
    const steps = stepsBefore(stage, run, step);
    for (const instruction of stage.instructions) {
      if (instruction.index > run.index) break;
      survey.instruction(instruction, inside);
      for (const one of steps) if (one.run === instruction) survey.step(one);
    }
  }
  return (
    survey.blocked ?? {
      brought: inside,
      directories: survey.directories,
      copied: [...survey.there].filter((made) => !survey.directories.has(made)),
      doubts: survey.doubts,
    }
  );
}

/** The commands of a stage that run before a command of it, or of a stage built on it. */
export function stepsBefore(stage: Stage, run: Instruction, step: Step): readonly Step[] {
  const { steps } = stepsIn(stage);
  const at = steps.indexOf(step);
  return at >= 0 ? steps.slice(0, at) : steps.filter((one) => one.run.index < run.index);
}

/** Does it bring more than what lies below the path, and that too? */
const isWider = ({ path, kind }: Brought, below: string): boolean =>
  path !== undefined && kind !== 'file' && path !== below && isInside(below, path);

/** What ADD unpacks, or clones, keeps the owners and modes of its own. */
const unpacks = ({ keyword, words }: Instruction, source: string | undefined): boolean =>
  keyword === 'ADD' &&
  source === undefined &&
  words.some(({ text }) => /\.(?:tar|tgz|tbz2?|txz)\b|\.git(?:#|$)|^git@/.test(text));

/** Follows what the instructions and commands before make at and below a path. */
class Survey {
  readonly directories = new Map<string, Instruction | undefined>();
  readonly doubts: string[] = [];
  blocked: Blocked | undefined;
  private readonly path: string;
  /** Directories that exist, whoever made them. */
  readonly there = new Set<string>();

  constructor(path: string, stage: Stage) {
    this.path = path;
    const inBase = mayBeInBase(path, stage);
    if (inBase === undefined) return;
    this.doubt(inBase);
    this.directory(path, undefined);
  }

  doubt(text: string): void {
    if (!this.doubts.includes(text)) this.doubts.push(text);
  }

  instruction(instruction: Instruction, inside: readonly Brought[]): void {
    if (instruction.keyword === 'WORKDIR') {
      const directory = valueOf(workdirAfter(instruction));
      if (directory?.startsWith('/')) this.directory(normal(directory), instruction);
    }
    for (const one of inside) {
      if (one.copy !== instruction) continue;
      const end = one.kind === 'directory' ? one.path! : one.path!.replace(/\/[^/]*$/, '');
      for (const made of chain(this.path, end)) this.there.add(made);
    }
  }

  /** A directory of somebody who may be no other than root. */
  private directory(path: string, by: Instruction | undefined): void {
    for (const made of chain(this.path, path)) {
      if (this.there.has(made)) continue;
      this.there.add(made);
      const user = by?.keyword === 'WORKDIR' ? userOf(by) : undefined;
      if (user !== undefined) this.doubt(`${made} belongs to ${user} already`);
      this.directories.set(made, by);
    }
  }

  step(step: Step): void {
    for (const effect of effectsOf(step)) {
      switch (effect.kind) {
        case 'directories':
          for (const path of effect.paths) this.directory(path, step.run);
          break;
        case 'makes':
          // It keeps owner and mode of the file: tried with GNU sed and busybox, 2026-11-25.
          if (step.program === 'sed') break;
          if (effect.paths.some((path) => this.concerns(path))) this.block(step);
          break;
        case 'link':
          if (isInside(effect.path, this.path)) this.block(step);
          break;
        case 'account':
          // Its home may be there, with files that belong to the user already.
          for (const name of step.args) this.directory(`/home/${name}`, step.run);
          break;
        case 'unknown':
          this.unknown(step);
          break;
        default:
      }
    }
  }

  private unknown(step: Step): void {
    const fills = fillsDirectory(step, this.path);
    if (fills === 'yes') this.block(step);
    if (fills === 'maybe') {
      this.doubt(
        `whether ${nameOf(step)} in line ${step.run.given.line} makes files in ${this.path} is not known`,
      );
    }
  }

  private concerns(path: string): boolean {
    return isInside(path, this.path) || isInside(this.path, path);
  }

  private block(step: Step): void {
    this.blocked ??= { reason: 'made', detail: `${nameOf(step)} in line ${step.run.given.line}` };
  }
}

const nameOf = (step: Step): string =>
  [step.program, ...step.args.filter((arg) => !arg.startsWith('-')).slice(0, 1)]
    .join(' ')
    .slice(0, 60);

/** The directories from `from` down to `to`, where `to` is inside of `from`. */
function chain(from: string, to: string): string[] {
  if (!isInside(to, from)) return [];
  const found = [from];
  for (const name of to.slice(from === '/' ? 0 : from.length).split('/')) {
    if (name !== '') found.push(normal(`${found.at(-1)!}/${name}`));
  }
  return found;
}
