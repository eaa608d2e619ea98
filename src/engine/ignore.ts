import type { Document } from '../model/document.ts';
import type { Instruction } from '../model/instruction.ts';
import type { Comment } from '../model/split.ts';
import type { AnyTransform, OtherTool } from './finding.ts';

const OWN = /^dockopt\s+ignore(?:\s*=\s*([^\s,]+(?:\s*,\s*[^\s,]+)*))?(?:\s+--.*)?$/i;
const OWN_FILE = /^dockopt\s+ignore-file(?:\s+--.*)?$/i;
const HADOLINT = /^hadolint\s+(global\s+)?ignore\s*=\s*([\w,\s]+)/i;
const TALLY = /^tally\s+(global\s+)?ignore\s*=\s*([\w/*,\s-]+)/i;

/** Is a finding held back by a comment, and not for its risk? */
export const isByComment = (reason: string): boolean => reason.startsWith('a comment ');

/** What comments in the file say about leaving things alone. */
export class Ignores {
  /** Is there a `# dockopt ignore-file`? */
  readonly wholeFile: boolean;
  /** Names in `# dockopt ignore=…`, with the line, for telling misspelt ones. */
  readonly named: readonly { readonly id: string; readonly line: number }[];
  private readonly own = new Map<Instruction, ReadonlySet<string> | 'all'>();
  private readonly others = new Map<Instruction, Record<OtherTool, Set<string>>>();
  private readonly global: Record<OtherTool, Set<string>>;

  constructor(doc: Document) {
    this.global = { hadolint: new Set(), check: new Set(checkSkips(doc)), tally: new Set() };
    const named: { id: string; line: number }[] = [];
    let wholeFile = false;
    const comments = doc.comments;
    let next = 0;
    for (const instruction of doc.instructions) {
      const mine: Comment[] = [];
      for (; next < comments.length && comments[next]!.start < instruction.start; next++) {
        mine.push(comments[next]!);
      }
      for (const comment of [...mine, ...instruction.comments])
        this.read(comment, instruction, named);
    }
    for (const comment of [...comments, ...doc.instructions.flatMap((item) => item.comments)]) {
      wholeFile ||= OWN_FILE.test(comment.text);
    }
    this.wholeFile = wholeFile;
    this.named = named;
  }

  private read(
    comment: Comment,
    instruction: Instruction,
    named: { id: string; line: number }[],
  ): void {
    const own = OWN.exec(comment.text);
    if (own) {
      const ids = own[1]?.split(',').map((id) => id.trim());
      for (const id of ids ?? []) named.push({ id, line: comment.line });
      const before = this.own.get(instruction);
      if (ids === undefined || before === 'all') this.own.set(instruction, 'all');
      else this.own.set(instruction, new Set([...(before ?? []), ...ids]));
      return;
    }
    this.readOther('hadolint', HADOLINT.exec(comment.text), instruction);
    this.readOther('tally', TALLY.exec(comment.text), instruction);
  }

  private readOther(
    tool: 'hadolint' | 'tally',
    match: RegExpExecArray | null,
    instruction: Instruction,
  ): void {
    if (!match) return;
    const rules = match[2]!.split(/[,\s]+/).filter(Boolean);
    const target = match[1] === undefined ? this.othersOf(instruction)[tool] : this.global[tool];
    for (const rule of rules) target.add(rule);
  }

  private othersOf(instruction: Instruction): Record<OtherTool, Set<string>> {
    let sets = this.others.get(instruction);
    if (!sets) {
      sets = { hadolint: new Set(), check: new Set(), tally: new Set() };
      this.others.set(instruction, sets);
    }
    return sets;
  }

  /** Why the transform must leave the instruction alone; `undefined` when it need not. */
  reason(transform: AnyTransform, instruction: Instruction): string | undefined {
    const own = this.own.get(instruction);
    if (own === 'all') return 'a comment says "dockopt ignore"';
    if (own?.has(transform.id)) return `a comment says "dockopt ignore=${transform.id}"`;
    const local = this.others.get(instruction);
    for (const [tool, rules] of Object.entries(transform.ignoredBy) as [OtherTool, string[]][]) {
      for (const rule of rules) {
        if (this.global[tool].has(rule) || local?.[tool].has(rule)) {
          return `a comment tells ${tool === 'check' ? 'Docker' : tool} to ignore ${rule} here`;
        }
        if (tool === 'check' && this.global.check.has('all')) {
          return 'a comment tells Docker to skip all checks';
        }
      }
    }
    return undefined;
  }
}

/**
 * `# check=skip=JSONArgsRecommended,StageNameCasing;error=true`.
 * Source: https://docs.docker.com/reference/dockerfile/#check, read 2026-11-23.
 */
function checkSkips(doc: Document): string[] {
  const value = doc.directives.find((directive) => directive.name === 'check')?.value ?? '';
  const skip = value.split(';').find((part) => part.trim().startsWith('skip='));
  return (skip?.trim().slice('skip='.length) ?? '').split(',').map((name) => name.trim());
}
