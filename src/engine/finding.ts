import type { Context } from '../facts/context.ts';
import type { Document } from '../model/document.ts';
import type { Instruction } from '../model/instruction.ts';
import type { Comment } from '../model/split.ts';
import type { Span } from '../model/text.ts';
import type { IgnoreFileInput, IgnoreFileResult } from './ignore-file.ts';
import type { OptionSpecs, OptionValues } from './options.ts';

/**
 * - `safe`: the image keeps its files and configuration, less caches.
 * - `suggested`: the image changes on purpose, and every precondition was established.
 * - `unsafe`: one was not, and the message says which.
 */
export type Applicability = 'safe' | 'suggested' | 'unsafe';

export const APPLICABILITIES: readonly Applicability[] = ['safe', 'suggested', 'unsafe'];

/** Replaces `[start, end)` of the file by `text`. */
export interface Edit extends Span {
  readonly text: string;
}

/**
 * What an edit does to the meaning of the file. The engine parses the output and holds it against
 * the changes that the findings declare; what no finding declares must be as it was.
 */
export type Change =
  /** A RUN now runs these commands (see `Script.tokens`), with these flags where they are given. */
  | {
      readonly kind: 'run';
      readonly instruction: Instruction;
      readonly tokens: readonly string[];
      readonly flags?: readonly string[];
    }
  /** An instruction has these flags now, and is the same for the rest. */
  | {
      readonly kind: 'flags';
      readonly instruction: Instruction;
      readonly flags: readonly string[];
    }
  /** An instruction is gone; what it did is declared elsewhere, or is not needed. */
  | { readonly kind: 'removed'; readonly instruction: Instruction }
  /** An instruction now says what this one-instruction text says. */
  | { readonly kind: 'replaced'; readonly instruction: Instruction; readonly by: string }
  /** A comment that spoke of nothing but what is gone, is gone too. All others must stay. */
  | { readonly kind: 'uncommented'; readonly comment: Comment }
  /** New instructions stand before this one, or at the end of the file. */
  | {
      readonly kind: 'inserted';
      readonly before: Instruction | undefined;
      readonly texts: readonly string[];
    }
  /** The file now begins with this parser directive, such as `# syntax=docker/dockerfile:1`. */
  | { readonly kind: 'directive'; readonly name: string; readonly value: string };

/** What a finding makes the image smaller by; an estimate, and shown as one. */
export interface Saving {
  /** Unpacked bytes of the final image. */
  readonly bytes: number;
  /** Where the number comes from, as the user reads it: a table with its date, or the context. */
  readonly from: string;
}

/** Something a transform found, with the edits that mend it. */
export interface Finding {
  /** Where the report points. */
  readonly at: Span;
  /** Why, in one sentence, as a reviewer wants to read it. */
  readonly message: string;
  readonly applicability: Applicability;
  /** All or none of them are applied. */
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
  /** What the reasoning rests on besides the instructions that are edited. */
  readonly basis?: readonly Span[];
  /** Absent where nothing is saved, or where nothing tells how much. */
  readonly saves?: Saving;
}

/** A place where a transform would act, and why it does not. */
export interface Refusal {
  readonly at: Span;
  /** What would have been done. */
  readonly message: string;
  /** The key of the reason in the transform's `reasons`. */
  readonly reason: string;
  /** What of the file gave the reason; completes the sentence of the reason. */
  readonly detail?: string;
}

export type Result = Finding | Refusal;

export const isRefusal = (result: Result): result is Refusal => 'reason' in result;

/** What a transform sees. It reads nothing else. */
export interface Input<O extends OptionSpecs> {
  readonly doc: Document;
  readonly context: Context;
  readonly options: OptionValues<O>;
  /** False where a comment in the file tells this transform to keep its hands off. */
  readonly allows: (instruction: Instruction) => boolean;
  /** The line of an instruction in the file as it was given, for messages. */
  readonly lineOf: (instruction: Instruction) => number;
}

/** Where a transform's facts come from. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** The day on which it was read, ISO. */
  readonly date: string;
}

export interface Transform<O extends OptionSpecs = OptionSpecs> {
  /** A verb phrase in kebab case; also the name of its file and of its fixture folder. */
  readonly id: string;
  /** What it does, as an imperative sentence without a full stop. */
  readonly summary: string;
  /** What is gained, in a paragraph. */
  readonly why: string;
  /** What makes a finding safe, suggested or unsafe. */
  readonly safety: string;
  /** The version of dockopt that brought it. */
  readonly since: string;
  /** Why it is left out unless it is asked for by name; absent: it is always on. */
  readonly optIn?: string;
  /** It is heard when the others find nothing more: what it writes tells them less than before. */
  readonly last?: true;
  /** The applicabilities that its findings may have. */
  readonly emits: readonly Applicability[];
  readonly options: O;
  /** Every reason for which it refuses, as the user reads it. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly sources: readonly Source[];
  /** Rules of other tools about the same matter: their ignore comments hold for it too. */
  readonly ignoredBy: Partial<Record<OtherTool, readonly string[]>>;
  run(input: Input<O>): Iterable<Result>;
  /**
   * Works on the ignore file of a build context, once for all Dockerfiles that share it and after
   * they are fixed; `run` finds nothing then.
   */
  ignoreFile?(input: IgnoreFileInput<O>): IgnoreFileResult;
}

/**
 * Tools whose ignore comments are respected: hadolint, Docker's build checks (`# check=skip=`) and
 * tally.
 */
export type OtherTool = 'hadolint' | 'check' | 'tally';

/** Types a transform; its option values follow from its option specifications. */
export const defineTransform = <const O extends OptionSpecs>(
  transform: Transform<O>,
): Transform<O> => transform;

/** A transform as the engine takes it, whatever its options are. */
// Method parameters are bivariant, so every Transform<O> is assignable to it.
export type AnyTransform = Transform;
