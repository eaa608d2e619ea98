import { known, unknown, type Fact } from './fact.ts';

/** A variable as it stands at some instruction. */
export interface Variable {
  readonly name: string;
  readonly kind: 'env' | 'arg';
  /**
   * For an ARG the default: `overridable` says that `--build-arg` may set another.
   */
  readonly value: Fact<string>;
  readonly overridable: boolean;
}

interface Change {
  /** The index of the instruction that makes it; it holds for those behind. */
  readonly index: number;
  readonly variable: Variable;
}

/**
 * The variables of a stage over its instructions. Kept as a history for each name, so that a
 * chain of any length costs what it declares.
 */
export class Scope {
  private readonly histories = new Map<string, Change[]>();
  private readonly parent: { scope: Scope; index: number } | undefined;
  /** What a variable is that nobody declares: unset, or unknown because of the base image. */
  private readonly undeclared: (name: string) => Fact<string> | undefined;

  constructor(
    parent: { scope: Scope; index: number } | undefined,
    undeclared: (name: string) => Fact<string> | undefined,
  ) {
    this.parent = parent;
    this.undeclared = undeclared;
  }

  declare(index: number, variable: Variable): void {
    // ENV wins over ARG of the same name, whichever comes last.
    // https://docs.docker.com/reference/dockerfile/#using-arg-variables, read 2026-11-23
    if (variable.kind === 'arg' && this.at(index, variable.name)?.kind === 'env') return;
    const history = this.histories.get(variable.name);
    if (history) history.push({ index, variable });
    else this.histories.set(variable.name, [{ index, variable }]);
  }

  /** The variable as the instruction `index` sees it, `undefined` when it is not declared. */
  at(index: number, name: string): Variable | undefined {
    const history = this.histories.get(name);
    if (history) {
      let low = 0;
      let high = history.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (history[middle]!.index < index) low = middle + 1;
        else high = middle;
      }
      const change = history[low - 1];
      if (change) return change.variable;
    }
    return this.parent?.scope.at(this.parent.index, name);
  }

  /** The names declared in this stage or the stages it is built on, as seen by `index`. */
  names(index: number): Set<string> {
    const names = this.parent ? this.parent.scope.names(this.parent.index) : new Set<string>();
    for (const [name, history] of this.histories) {
      if (history[0]!.index < index) names.add(name);
    }
    return names;
  }

  /**
   * The value at `index`: of a declared variable, else what the base image says of it, of this stage
   * or of the first that it is built on.
   */
  value(index: number, name: string): Fact<string> {
    const variable = this.at(index, name);
    if (variable) return variable.value;
    return this.undeclared(name) ?? this.parent?.scope.value(this.parent.index, name) ?? known('');
  }
}

/** No variables, and nothing known of what is not declared. */
export const emptyScope = (): Scope =>
  new Scope(undefined, (name) => unknown(`$${name} is not set`));
