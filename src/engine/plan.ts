import type { Document } from '../model/document.ts';
import { touches, type Span } from '../model/text.ts';
import type { AnyTransform, Finding } from './finding.ts';

/** A finding with the transform that it came from. */
export interface Proposal {
  readonly transform: AnyTransform;
  readonly finding: Finding;
}

/** What is wrong with a finding in itself, whatever the others say. */
export function faultOf({ transform, finding }: Proposal, text: string): string | undefined {
  if (!transform.emits.includes(finding.applicability)) {
    return `it says ${finding.applicability}, which its metadata does not allow`;
  }
  if (finding.edits.length === 0) return 'it holds no edit';
  const edits = finding.edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  for (const [i, edit] of edits.entries()) {
    if (edit.start < 0 || edit.end > text.length || edit.start > edit.end) {
      return 'an edit lies outside the file';
    }
    if (text.slice(edit.start, edit.end) === edit.text) return 'an edit changes nothing';
    const next = edits[i + 1];
    if (next && next.start < edit.end) return 'its own edits overlap';
  }
  return undefined;
}

/**
 * Takes findings in the order of the list and of the file; one that touches what an earlier one
 * edits or rests on waits for the next pass, where it is worked out again on the new text. Its place
 * is kept for it: what comes later in the order waits too, and finds what it has made of the text.
 */
export function choose(doc: Document, proposals: readonly Proposal[]): Proposal[] {
  const claims = new Claims(doc);
  return proposals.filter(({ finding }) => {
    const edits: readonly Span[] = finding.edits;
    const basis = basisOf(doc, finding);
    return claims.claim(edits, basis);
  });
}

/** The edited instructions, and what else the finding says that it rests on. */
function basisOf(doc: Document, finding: Finding): Span[] {
  return [...finding.edits.flatMap((edit) => doc.touched(edit)), ...(finding.basis ?? [])];
}

/** What has been claimed so far, filed by instruction so that a lookup stays local. */
class Claims {
  private readonly doc: Document;
  private readonly edits = new Map<number, Span[]>();
  private readonly bases = new Map<number, Span[]>();

  constructor(doc: Document) {
    this.doc = doc;
  }

  claim(edits: readonly Span[], basis: readonly Span[]): boolean {
    const conflict =
      edits.some((edit) => this.hits(this.edits, edit) || this.hits(this.bases, edit)) ||
      basis.some((span) => this.hits(this.edits, span));
    if (!conflict) for (const edit of edits) this.file(this.edits, edit);
    for (const span of conflict ? [...edits, ...basis] : basis) this.file(this.bases, span);
    return !conflict;
  }

  private *slots(span: Span): Generator<number> {
    // One slot further on either side, since touching counts.
    const last = this.doc.indexAt(span.end);
    for (let slot = this.doc.indexAt(span.start) - 1; slot <= last; slot++) yield slot;
  }

  private hits(claims: ReadonlyMap<number, readonly Span[]>, span: Span): boolean {
    for (const slot of this.slots(span)) {
      if (claims.get(slot)?.some((claimed) => touches(claimed, span))) return true;
    }
    return false;
  }

  private file(claims: Map<number, Span[]>, span: Span): void {
    for (const slot of this.slots(span)) {
      const filed = claims.get(slot);
      if (filed) filed.push(span);
      else claims.set(slot, [span]);
    }
  }
}
