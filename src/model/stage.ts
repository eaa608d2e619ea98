import type { BaseImage } from '../facts/base-image.ts';
import type { Document } from './document.ts';
import { known, unknown, valueOf, type Fact } from './fact.ts';
import type { ImageRef } from './image-ref.ts';
import type { Instruction } from './instruction.ts';
import type { Scope } from './scope.ts';

/** What a stage starts from. */
export type Base =
  | { readonly kind: 'scratch' }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | {
      readonly kind: 'image';
      /** The reference with build arguments at their defaults. */
      readonly ref: Fact<ImageRef>;
      /** The build arguments that could make it another image. */
      readonly arguments: readonly string[];
      readonly facts: Fact<BaseImage>;
    };

/** From one FROM to the next. */
export class Stage {
  readonly document: Document;
  readonly index: number;
  readonly from: Instruction;
  readonly name: string | undefined;
  readonly base: Base;
  readonly scope: Scope;
  /** Behind FROM, in order. */
  readonly instructions: Instruction[] = [];
  /** Stages that are built on this one (`FROM this`). */
  readonly children: Stage[] = [];
  /** Stages that copy or mount from this one. */
  readonly readers: Stage[] = [];
  private osFact: Fact<'linux' | 'windows'> | undefined;

  constructor(
    document: Document,
    index: number,
    from: Instruction,
    name: string | undefined,
    base: Base,
    scope: Scope,
  ) {
    this.document = document;
    this.index = index;
    this.from = from;
    this.name = name;
    this.base = base;
    this.scope = scope;
  }

  /** What is known of the image at the bottom of it, through the stages it is built on. */
  get baseFacts(): Fact<BaseImage> {
    const root = this.lineage[0]!.base;
    if (root.kind === 'image') return root.facts;
    return unknown('it starts from scratch');
  }

  /** The stages that it is built on, first to last, itself included. */
  get lineage(): readonly Stage[] {
    const stages: Stage[] = [this];
    for (let stage: Stage = this; stage.base.kind === 'stage';) {
      stage = stage.base.stage;
      stages.unshift(stage);
    }
    return stages;
  }

  /** The last stage, which is what a build without `--target` makes. */
  get isFinal(): boolean {
    return this === this.document.stages.at(-1);
  }

  /** Do its layers end up in the final image: is it the final stage, or what that is built on? */
  get ships(): boolean {
    return this.document.shipped.has(this);
  }

  /** Its instructions and those of the stages built on it, as far as they run after `after`. */
  *later(after: Instruction): Generator<Instruction> {
    for (const instruction of this.instructions) {
      if (instruction.index > after.index) yield instruction;
    }
    for (const child of this.children) yield* child.later(child.from);
  }

  /** The operating system, from the base image, else from what the file itself shows. */
  get os(): Fact<'linux' | 'windows'> {
    return (this.osFact ??= this.findOs());
  }

  private findOs(): Fact<'linux' | 'windows'> {
    const facts = valueOf(this.baseFacts);
    if (facts) return known(facts.os);
    const root = this.lineage[0]!;
    if (root.base.kind === 'scratch') return known('linux');
    for (const stage of [...this.lineage, ...this.children]) {
      for (const instruction of [stage.from, ...stage.instructions]) {
        const text = instruction.args.text;
        if (WINDOWS.test(text)) return known('windows');
        if (LINUX.test(text) || hasOwners(instruction)) return known('linux');
      }
    }
    return unknown(`nothing tells whether ${root.from.args.text} is Linux or Windows`);
  }
}

/**
 * Images of Windows have neither owners nor modes: --chown and --chmod are for Linux alone.
 * https://docs.docker.com/reference/dockerfile/#copy---chown---chmod, read 2026-11-26.
 */
const hasOwners = (instruction: Instruction): boolean =>
  instruction.flag('chown') !== undefined || instruction.flag('chmod') !== undefined;

const WINDOWS =
  /powershell|\bpwsh\b|\bcmd(?:\.exe)?\s+\/[sckq]\b|\b[A-Z]:[\\/]|\.exe\b|windows|nanoserver/i;
const LINUX =
  /\b(?:apt-get|apt (?:update|install|upgrade)|apk|yum|dnf|zypper|chmod|chown|mkdir -p|rm -\w*[rf]|ln -s|useradd|groupadd)\b|(?:^|[\s"'=:])\/(?:usr|etc|bin|sbin|opt|var|tmp|root|home|app|src|srv|run|data|lib|mnt|dev)\b/m;
