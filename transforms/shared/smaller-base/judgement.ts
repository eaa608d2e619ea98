/** What stands against another base image, and what is not known. */
export class Judgement {
  readonly obstacles: { readonly reason: string; readonly detail: string }[] = [];
  readonly assumptions: string[] = [];

  refuse(reason: string, detail: string): void {
    this.obstacles.push({ reason, detail });
  }

  assume(what: string): void {
    if (!this.assumptions.includes(what)) this.assumptions.push(what);
  }
}
