import type { Context, Instruction, Stage } from '../../../src/kit.ts';
import { changingNames, mentions } from './changing.ts';
import { ignores } from './crossing.ts';

/** Instructions that go down to before another. */
export interface Lowering {
  readonly moved: readonly Instruction[];
  /** The names whose value no longer matters to the RUNs in between. */
  readonly names: readonly string[];
  /** They go to directly before this one, or behind it where nothing follows in the stage. */
  readonly place: Instruction;
  readonly side: 'before' | 'behind';
  readonly lastRun: Instruction;
}

/** An ARG that stays, because of a RUN that may read it, though a later instruction does for sure. */
export interface Kept {
  readonly arg: Instruction;
  readonly names: readonly string[];
  readonly run: Instruction;
  readonly reader: Instruction;
}

interface Carried {
  readonly instruction: Instruction;
  /** What it declares; none for a LABEL. */
  readonly names: readonly string[];
}

/** What of a stage can go down, and what stays for want of knowledge. */
export function loweringsIn(
  stage: Stage,
  context: Context,
  allows: (instruction: Instruction) => boolean,
): { lowerings: readonly Lowering[]; kept: readonly Kept[] } {
  const walk = new Walk(stage, context, allows);
  return { lowerings: walk.lowerings, kept: walk.kept };
}

class Walk {
  readonly lowerings: Lowering[] = [];
  readonly kept: Kept[] = [];
  private carried: Carried[] = [];
  private lastRun: Instruction | undefined;
  private readonly stage: Stage;
  private readonly context: Context;

  constructor(stage: Stage, context: Context, allows: (instruction: Instruction) => boolean) {
    this.stage = stage;
    this.context = context;
    for (const instruction of stage.instructions) {
      const names = allows(instruction) ? changingNames(instruction) : undefined;
      if (names && !this.reads(instruction)) this.carried.push({ instruction, names });
      else if (allows(instruction) && this.isLabel(instruction)) {
        this.carried.push({ instruction, names: [] });
      } else this.pass(instruction);
    }
    if (this.lastRun) this.settle(this.carried, undefined);
  }

  private get names(): readonly string[] {
    return this.carried.flatMap(({ names }) => names);
  }

  private reads(instruction: Instruction): boolean {
    return mentions(instruction, this.names);
  }

  /** A LABEL of nothing but what is carried and constants: it may stand anywhere behind them. */
  private isLabel(label: Instruction): boolean {
    if (label.keyword !== 'LABEL' || !this.reads(label)) return false;
    const values = label.pairs.map(({ value }) => value ?? '').join(' ');
    const used = [...values.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name!);
    return used.every((name) => this.names.includes(name)) && used.length > 0;
  }

  private pass(instruction: Instruction): void {
    if (this.carried.length === 0) return;
    const read = this.carried.filter(
      (one) => mentions(instruction, one.names) || setsAgain(instruction, one.instruction),
    );
    if (read.length > 0) {
      this.settle(this.together(read), instruction);
    } else if (instruction.keyword === 'RUN') {
      if (ignores(instruction, this.names, this.context)) this.lastRun = instruction;
      else this.stopAt(instruction);
    }
  }

  /** Everything has to stand before a RUN that may read it. */
  private stopAt(run: Instruction): void {
    for (const { instruction: arg, names } of this.carried) {
      const first = this.stage.instructions.find(
        (later) => later.index > arg.index && later.keyword !== 'ARG' && mentions(later, names),
      );
      const gains = this.lastRun !== undefined && this.lastRun.index > arg.index;
      if (first && first.index > run.index && !gains) {
        this.kept.push({ arg, names, run, reader: first });
      }
    }
    this.settle(this.carried, run);
  }

  /** A LABEL goes where the ARGs go that it reads, and they where it goes. */
  private together(some: readonly Carried[]): Carried[] {
    const found = new Set(some);
    for (let size = 0; size < found.size;) {
      size = found.size;
      const list = [...found];
      for (const one of this.carried) {
        const isRead = list.some(({ instruction }) => mentions(instruction, one.names));
        const readsOne = list.some(({ names }) => mentions(one.instruction, names));
        if (isRead || readsOne) found.add(one);
      }
    }
    return this.carried.filter((one) => found.has(one));
  }

  /** These go no further than to `place`. */
  private settle(settled: readonly Carried[], place: Instruction | undefined): void {
    const { lastRun } = this;
    this.carried = this.carried.filter((one) => !settled.includes(one));
    if (!lastRun) return;
    const moved = settled.filter(({ instruction }) => instruction.index < lastRun.index);
    const names = moved.flatMap((one) => one.names);
    if (names.length === 0) return;
    // What is declared behind the last RUN may read them.
    const reader = settled.find(
      ({ instruction }) => instruction.index > lastRun.index && mentions(instruction, names),
    );
    const at = reader?.instruction ?? place;
    this.lowerings.push({
      moved: moved.map(({ instruction }) => instruction),
      names,
      place: at ?? lastRun,
      side: at ? 'before' : 'behind',
      lastRun,
    });
  }
}

/** Two LABELs of one name: the last one wins. */
function setsAgain(instruction: Instruction, carried: Instruction): boolean {
  if (instruction.keyword !== 'LABEL' || carried.keyword !== 'LABEL') return false;
  const names = new Set(carried.pairs.map(({ name }) => unquoted(name)));
  return instruction.pairs.some(({ name }) => names.has(unquoted(name)));
}

const unquoted = (name: string): string => name.replace(/["']/g, '');
