/** Finds the findings for which a rewritten Dockerfile fails, and leaves them out. */
import type { FindingPlace, FixResult } from '../engine/fix.ts';

/** Rewrites the text without the findings for which `leaveOut` has a reason. */
export type Rewrite = (leaveOut: (finding: FindingPlace) => string | undefined) => FixResult;

/** Builds and tests a text: why it fails, or undefined. */
export type Try = (result: FixResult) => Promise<string | undefined>;

export interface Dropped extends FindingPlace {
  readonly because: string;
}

export interface Kept {
  /** What was built and passed; `unchanged` if nothing did. */
  readonly result: FixResult;
  readonly dropped: readonly Dropped[];
  /** How many texts were built. */
  readonly tried: number;
}

/**
 * Drops the fewest findings that it can see to be at fault, until what is left passes. The text as
 * it was given is taken to pass.
 */
export async function keepWhatHolds(rewrite: Rewrite, attempt: Try): Promise<Kept> {
  return new Search(rewrite, attempt).run();
}

class Search {
  private readonly rewrite: Rewrite;
  private readonly attempt: Try;
  private readonly dropped = new Map<string, Dropped>();
  /** What became of texts: other findings may make the same one. */
  private readonly known = new Map<string, string | undefined>();

  constructor(rewrite: Rewrite, attempt: Try) {
    this.rewrite = rewrite;
    this.attempt = attempt;
  }

  async run(): Promise<Kept> {
    for (;;) {
      const result = this.rewrite((finding) => this.reasonOf(finding));
      const places = placesOf(result);
      const fault = places.length === 0 ? undefined : await this.faultOf(result);
      if (fault === undefined) {
        return { result, dropped: [...this.dropped.values()], tried: this.known.size };
      }
      const { place, because } = await this.culprit(places, fault);
      this.dropped.set(keyOf(place), { ...place, because });
    }
  }

  /**
   * By halves: the first of the findings, in their order, with which it fails. Those before it
   * pass without it.
   */
  private async culprit(
    places: readonly FindingPlace[],
    fault: string,
  ): Promise<{ place: FindingPlace; because: string }> {
    let [passing, failing, because] = [0, places.length, fault];
    while (failing - passing > 1) {
      const middle = (passing + failing) >> 1;
      const wanted = new Set(places.slice(0, middle).map(keyOf));
      const result = this.rewrite((finding) =>
        wanted.has(keyOf(finding)) ? this.reasonOf(finding) : 'not tried yet',
      );
      const found = await this.faultOf(result);
      if (found === undefined) passing = middle;
      else [failing, because] = [middle, found];
    }
    return { place: places[failing - 1]!, because };
  }

  private reasonOf(finding: FindingPlace): string | undefined {
    const dropped = this.dropped.get(keyOf(finding));
    return dropped && `it was built and did not hold: ${dropped.because}`;
  }

  private async faultOf(result: FixResult): Promise<string | undefined> {
    if (result.status !== 'changed') return undefined;
    if (!this.known.has(result.output)) {
      this.known.set(result.output, await this.attempt(result));
    }
    return this.known.get(result.output);
  }
}

const keyOf = ({ transform, line }: FindingPlace): string => `${transform}:${line}`;

/** The applied findings, each place once, in the order of their lines. */
function placesOf({ findings }: FixResult): FindingPlace[] {
  const places = new Map(
    findings.filter(({ applied }) => applied).map((finding) => [keyOf(finding), finding]),
  );
  return [...places.values()].map(({ transform, line }) => ({ transform, line }));
}
