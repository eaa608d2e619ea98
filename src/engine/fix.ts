import { noContext, type Context } from '../facts/context.ts';
import { Document } from '../model/document.ts';
import { DockerfileError } from '../model/split.ts';
import { applyEdits, type Applied } from './apply.ts';
import type { Given } from '../model/instruction.ts';
import {
  isRefusal,
  type AnyTransform,
  type Applicability,
  type Finding,
  type Refusal,
  type Saving,
} from './finding.ts';
import { Ignores } from './ignore.ts';
import { resolveOptions, type OptionSpecs, type OptionValues } from './options.ts';
import { choose, faultOf, type Proposal } from './plan.ts';
import { verify, type Verdict } from './verify.ts';

export interface FixOptions {
  /** In the order in which they win conflicts. */
  readonly transforms: readonly AnyTransform[];
  /** The riskiest findings to apply; the default is `suggested`. */
  readonly level?: Applicability;
  /** Option values by transform id. */
  readonly options?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly context?: Context;
  /** Every id that an ignore comment may name; the default is those of `transforms`. */
  readonly known?: readonly string[];
  /**
   * Why a finding is left out; undefined: it is not. The line is that of the text as it was given,
   * so that a finding is known again whatever was applied before it.
   */
  readonly leaveOut?: (finding: FindingPlace) => string | undefined;
}

/** Which finding it is, from one run to the next. */
export type FindingPlace = Pick<ReportedFinding, 'transform' | 'line'>;

/** A finding as it is reported. */
export interface ReportedFinding {
  readonly transform: string;
  /** A refusal counts as unsafe: something that the edit needs is not established. */
  readonly applicability: Applicability;
  readonly message: string;
  /** In the text as it was given, counted from 1. */
  readonly line: number;
  readonly applied: boolean;
  /** Why it was not applied. */
  readonly reason?: string;
  /** The transform itself refused: no option applies it. */
  readonly refused: boolean;
  /** What it saves, or would save: an estimate. */
  readonly saves?: Saving;
}

/** A transform that did not do what it said; its edits were taken back. */
export interface Bug {
  readonly transform: string;
  readonly line: number;
  readonly problem: string;
}

export interface FixResult {
  readonly status: 'changed' | 'unchanged' | 'skipped' | 'failed';
  /** The whole text after; the text as given unless the status is `changed`. */
  readonly output: string;
  readonly findings: readonly ReportedFinding[];
  readonly bugs: readonly Bug[];
  /** Why it was skipped or failed. */
  readonly reason?: string;
  /** With `failed`: the line that Docker would refuse. */
  readonly line?: number;
  /** Remarks that are no findings, such as a misspelt name in an ignore comment. */
  readonly warnings: readonly { readonly line: number; readonly message: string }[];
}

/** More passes than any sensible set of findings takes. */
const MAX_PASSES = 50;

const RISK: Readonly<Record<Applicability, number>> = { safe: 0, suggested: 1, unsafe: 2 };

/**
 * Applies transforms to a Dockerfile until none finds anything more to do. Never throws for what
 * the text holds, and never returns a text that does not say what the findings declare.
 */
export function fixText(text: string, options: FixOptions): FixResult {
  const none = { output: text, findings: [], bugs: [], warnings: [] };
  let doc: Document;
  try {
    doc = new Document(text);
  } catch (error) {
    if (!(error instanceof DockerfileError)) throw error;
    return { ...none, status: 'failed', reason: error.message, line: error.line };
  }
  const ignores = new Ignores(doc);
  if (ignores.wholeFile) {
    return { ...none, status: 'skipped', reason: 'a comment says "dockopt ignore-file"' };
  }
  return new Fixer(doc, options, ignores).run();
}

/** A pass that was applied, for finding back to the text as it was given. */
interface Pass {
  readonly before: Document;
  readonly toBefore: Applied['toBefore'];
  readonly proposals: readonly Proposal[];
}

/** What the transforms say about one text. */
interface Analysis {
  readonly proposals: readonly Proposal[];
  /** What will not be applied: refused, held back, ignored. */
  readonly rest: readonly ReportedFinding[];
}

class Fixer {
  private readonly original: Document;
  private readonly context: Context;
  private readonly level: Applicability;
  private readonly optionValues: ReadonlyMap<AnyTransform, OptionValues<OptionSpecs>>;
  private readonly warnings: FixResult['warnings'];
  private readonly leaveOut: NonNullable<FixOptions['leaveOut']>;
  private readonly bugs: Bug[] = [];
  /** Findings that were taken back are not tried again. */
  private readonly banned = new Set<string>();
  private transforms: readonly AnyTransform[];
  private doc: Document;
  private passes: Pass[] = [];

  constructor(doc: Document, options: FixOptions, ignores: Ignores) {
    this.original = doc;
    this.doc = doc;
    this.context = options.context ?? noContext;
    this.level = options.level ?? 'suggested';
    this.transforms = options.transforms;
    this.leaveOut = options.leaveOut ?? (() => undefined);
    this.optionValues = new Map(
      options.transforms.map((transform) => [
        transform,
        resolveOptions(transform.id, transform.options, options.options?.[transform.id]),
      ]),
    );
    this.warnings = ignores.named
      .filter(({ id }) => !(options.known ?? options.transforms.map((t) => t.id)).includes(id))
      .map(({ id, line }) => ({ line, message: `no transform is called ${JSON.stringify(id)}` }));
  }

  run(): FixResult {
    for (;;) {
      const { proposals, rest } = this.analyse();
      if (proposals.length === 0) return this.result(rest);
      this.applyPass(proposals);
      this.stopRunaways();
    }
  }

  private result(rest: readonly ReportedFinding[]): FixResult {
    const applied = this.passes.flatMap(({ proposals }, pass) =>
      proposals.map(({ transform, finding }) => ({
        transform: transform.id,
        applicability: finding.applicability,
        message: finding.message,
        line: this.lineOf(finding.at.start, pass),
        applied: true,
        refused: false,
        ...savesOf(finding),
      })),
    );
    return {
      status: this.doc.text === this.original.text ? 'unchanged' : 'changed',
      output: this.doc.text,
      findings: [...applied, ...rest].toSorted((a, b) => a.line - b.line),
      bugs: this.bugs,
      warnings: this.warnings,
    };
  }

  /** The line, in the text as it was given, of an offset before pass number `pass`. */
  private lineOf(offset: number, pass = this.passes.length): number {
    return this.given(offset, pass).line;
  }

  private given(offset: number, pass: number): Given {
    let at = offset;
    let wasNew = false;
    for (let i = pass - 1; i >= 0; i--) {
      const { from, isNew } = this.passes[i]!.toBefore(at);
      at = from;
      wasNew ||= isNew;
    }
    return { line: this.original.lineOf(at), isNew: wasNew };
  }

  private analyse(): Analysis {
    const proposals: Proposal[] = [];
    const rest: ReportedFinding[] = [];
    const ignores = new Ignores(this.doc);
    for (const transform of this.transforms) {
      for (const result of this.resultsOf(transform, ignores)) {
        if (isRefusal(result)) {
          rest.push(this.refused(transform, result));
          continue;
        }
        const proposal = { transform, finding: result };
        if (this.banned.has(this.keyOf(proposal))) continue;
        const fault = faultOf(proposal, this.doc.text);
        if (fault !== undefined) {
          this.ban(proposal, fault);
          continue;
        }
        const reason = this.heldBack(proposal, ignores);
        if (reason === undefined) proposals.push(proposal);
        else rest.push(this.notApplied(proposal, reason));
      }
    }
    const early = proposals.filter(({ transform }) => transform.last === undefined);
    return { proposals: early.length > 0 ? early : proposals, rest };
  }

  /** A transform that throws is a bug, not the end: the others go on. */
  private resultsOf(transform: AnyTransform, ignores: Ignores): (Finding | Refusal)[] {
    try {
      return [
        ...transform.run({
          doc: this.doc,
          context: this.context,
          options: this.optionValues.get(transform)!,
          allows: (instruction) => ignores.reason(transform, instruction) === undefined,
          lineOf: ({ given }) => given.line,
        }),
      ];
    } catch (error) {
      this.bugs.push({ transform: transform.id, line: 1, problem: `it threw: ${String(error)}` });
      this.transforms = this.transforms.filter((other) => other !== transform);
      return [];
    }
  }

  private heldBack({ transform, finding }: Proposal, ignores: Ignores): string | undefined {
    for (const instruction of finding.edits.flatMap((edit) => this.doc.touched(edit))) {
      const ignored = ignores.reason(transform, instruction);
      if (ignored !== undefined) return ignored;
    }
    if (RISK[finding.applicability] <= RISK[this.level]) {
      return this.leaveOut({ transform: transform.id, line: this.lineOf(finding.at.start) });
    }
    return finding.applicability === 'unsafe'
      ? 'unsafe: needs --unsafe'
      : 'suggested: left out by --safe';
  }

  private notApplied({ transform, finding }: Proposal, reason: string): ReportedFinding {
    return {
      transform: transform.id,
      applicability: finding.applicability,
      message: finding.message,
      line: this.lineOf(finding.at.start),
      applied: false,
      reason,
      refused: false,
      ...savesOf(finding),
    };
  }

  private refused(transform: AnyTransform, refusal: Refusal): ReportedFinding {
    const reason = transform.reasons[refusal.reason] ?? refusal.reason;
    return {
      transform: transform.id,
      applicability: 'unsafe',
      message: refusal.message,
      line: this.lineOf(refusal.at.start),
      applied: false,
      reason: refusal.detail === undefined ? reason : `${reason}: ${refusal.detail}`,
      refused: true,
    };
  }

  private applyPass(proposals: readonly Proposal[]): void {
    let chosen = choose(this.doc, proposals);
    let attempt = this.attempt(chosen);
    if (!attempt.verdict.ok) {
      chosen = this.withoutCulprits(chosen);
      attempt = this.attempt(chosen);
    }
    if (chosen.length === 0 || !attempt.verdict.ok) return;
    this.passes.push({ before: this.doc, toBefore: attempt.toBefore, proposals: chosen });
    this.doc = attempt.verdict.doc;
    const pass = this.passes.length;
    this.doc.cameFrom((offset) => this.given(offset, pass));
  }

  private attempt(chosen: readonly Proposal[]): {
    verdict: Verdict;
    toBefore: Applied['toBefore'];
  } {
    const findings = chosen.map(({ finding }) => finding);
    const applied = applyEdits(
      this.doc.text,
      findings.flatMap((finding) => finding.edits),
    );
    return { verdict: verify(this.doc, applied.text, findings), toBefore: applied.toBefore };
  }

  /** Keeps what verifies, by halves, and bans the rest. */
  private withoutCulprits(chosen: readonly Proposal[]): Proposal[] {
    const keep = (kept: readonly Proposal[], tried: readonly Proposal[]): Proposal[] => {
      const { verdict } = this.attempt([...kept, ...tried]);
      if (verdict.ok) return [...kept, ...tried];
      if (tried.length === 1) {
        this.ban(tried[0]!, verdict.problem);
        return [...kept];
      }
      const half = tried.length >> 1;
      return keep(keep(kept, tried.slice(0, half)), tried.slice(half));
    };
    return keep([], chosen);
  }

  private keyOf({ transform, finding }: Proposal): string {
    const edited = finding.edits.map(
      (edit) => this.doc.text.slice(edit.start, edit.end) + edit.text,
    );
    const { start, end } = finding.at;
    return JSON.stringify([transform.id, this.doc.text.slice(start, end), ...edited]);
  }

  private ban(proposal: Proposal, problem: string): void {
    this.banned.add(this.keyOf(proposal));
    this.bugs.push({
      transform: proposal.transform.id,
      line: this.lineOf(proposal.finding.at.start),
      problem,
    });
  }

  /** Two transforms that undo each other, or one that never ends, are stopped and named. */
  private stopRunaways(): void {
    const repeated = this.passes.findIndex(({ before }) => before.text === this.doc.text);
    if (repeated < 0 && this.passes.length < MAX_PASSES) return;
    const from = Math.max(repeated, 0);
    const guilty = new Set(
      this.passes
        .slice(from)
        .flatMap(({ proposals }) => proposals.map(({ transform }) => transform)),
    );
    const ids = [...guilty].map(({ id }) => id).join(' and ');
    const problem =
      repeated < 0
        ? `${ids} found something to do in each of ${MAX_PASSES} passes`
        : `${ids} undo each other's edits`;
    const first = this.passes[from]!;
    const line = this.lineOf(first.proposals[0]!.finding.at.start, from);
    for (const { id } of guilty) this.bugs.push({ transform: id, line, problem });
    this.transforms = this.transforms.filter((transform) => !guilty.has(transform));
    this.doc = first.before;
    this.passes = this.passes.slice(0, from);
  }
}

const savesOf = ({ saves }: Finding): { saves?: Saving } => (saves === undefined ? {} : { saves });
