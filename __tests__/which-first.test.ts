/** `multi-stage` and `non-root-user` come to one result, whichever ran first. */
import { describe, expect, test } from '@jest/globals';
import { casesOf, type FixtureCase } from '../src/dev/fixtures.ts';
import { fix, parseDockerfile, transforms } from '../src/index.ts';

const BOTH = ['multi-stage', 'non-root-user'];

function fixed(text: string, { context }: FixtureCase, ids: readonly string[]): string {
  const chosen = transforms.filter(({ id }) => ids.includes(id));
  return fix(text, { transforms: chosen, known: transforms.map(({ id }) => id), context }).output;
}

/** How many stages there are, and whether the last one runs as somebody other than root. */
function resultOf(text: string): { stages: number; nonRoot: boolean } {
  const { stages } = parseDockerfile(text);
  const last = stages.at(-1)!;
  const user = last.instructions.findLast(({ keyword }) => keyword === 'USER')?.args.text;
  const unprivileged = last.from.args.text.includes('unprivileged');
  return {
    stages: stages.length,
    nonRoot: user === undefined ? unprivileged : !/^(?:root|0)\b/.test(user),
  };
}

/** A stage whose toolchain the file does not need is left out, unless the user was made in it. */
const OTHER_STAGES = new Set(['go-toolchain-in-final-stage']);

/** Without a shell, the final stage cannot give the user files that are in another stage. */
const OTHER_USER = new Set(['node-next']);

const cases = casesOf('multi-stage').filter(
  (one) =>
    one.options === undefined &&
    one.level === undefined &&
    BOTH.every((id) => fixed(one.input, one, [id]) !== one.input) &&
    !OTHER_USER.has(one.name),
);

describe('which first', () => {
  test('there are files that both act on', () => {
    expect(cases.length).toBeGreaterThan(80);
  });

  test.each(cases.map((one) => [one.name, one] as const))('%s', (name, one) => {
    const together = resultOf(fixed(one.input, one, BOTH));
    const stages = OTHER_STAGES.has(name)
      ? [together.stages, together.stages + 1]
      : [together.stages];
    for (const first of BOTH) {
      const after = resultOf(fixed(fixed(one.input, one, [first]), one, BOTH));
      expect(after.nonRoot).toBe(together.nonRoot);
      expect(stages).toContain(after.stages);
    }
    expect(together.nonRoot).toBe(true);
  });
});
