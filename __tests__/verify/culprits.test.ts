import { describe, expect, test } from '@jest/globals';
import { defineTransform, fix, type FixResult } from '../../src/index.ts';
import { keepWhatHolds, type Rewrite } from '../../src/verify/culprits.ts';

/** Replaces one text of the file by another, once for each line that has it. */
const replacing = (id: string, from: string, to: string) =>
  defineTransform({
    id,
    summary: 'Replace a text',
    why: '',
    safety: '',
    since: '0.1.0',
    emits: ['suggested'],
    options: {},
    reasons: {},
    sources: [],
    ignoredBy: {},
    *run({ doc }) {
      for (const instruction of doc.instructions) {
        const text = doc.text.slice(instruction.start, instruction.end);
        const at = text.indexOf(from);
        if (at < 0) continue;
        const start = instruction.start + at;
        const span = { start, end: start + from.length };
        const by = text.replace(from, to).trimEnd();
        yield {
          at: span,
          message: `${from} becomes ${to}`,
          applicability: 'suggested' as const,
          edits: [{ ...span, text: to }],
          changes: [{ kind: 'replaced' as const, instruction, by }],
        };
      }
    },
  });

const TEXT = `FROM debian:12
WORKDIR /a1
ENV B1=x
EXPOSE 81
LABEL d1=x
WORKDIR /e1
USER 1001
CMD ["f1"]
`;

const transforms = [
  replacing('a', 'a1', 'a2'),
  replacing('b', 'B1', 'B2'),
  replacing('c', '81', '82'),
  replacing('d', 'd1', 'd2'),
  replacing('e', 'e1', 'e2'),
  // Two passes: the second finding stands on what the first one wrote.
  replacing('f', 'f1', 'f2'),
  replacing('g', 'f2', 'f3'),
  replacing('h', '1001', '1002'),
];

const rewrite: Rewrite = (leaveOut) => fix(TEXT, { transforms, leaveOut });

/** Fails where the text holds one of these. */
const failsWith =
  (...bad: readonly string[]) =>
  ({ output }: FixResult): Promise<string | undefined> => {
    const found = bad.find((text) => output.includes(text));
    return Promise.resolve(found && `it has ${found}`);
  };

describe('the findings at fault', () => {
  test('are none', async () => {
    const { result, dropped, tried } = await keepWhatHolds(rewrite, failsWith());
    expect(result.output).toBe(rewrite(() => undefined).output);
    expect({ dropped, tried }).toEqual({ dropped: [], tried: 1 });
  });

  test.each([
    ['a2', 'a', 2],
    ['B2', 'b', 3],
    ['82', 'c', 4],
    ['d2', 'd', 5],
    ['e2', 'e', 6],
    ['1002', 'h', 7],
    ['f3', 'g', 8],
  ])('%s: one is found among eight by halves, and only it goes', async (bad, transform, line) => {
    const { result, dropped, tried } = await keepWhatHolds(rewrite, failsWith(bad));
    expect(dropped).toEqual([{ transform, line, because: `it has ${bad}` }]);
    expect(tried).toBeLessThanOrEqual(5);
    const all = rewrite(() => undefined).findings.filter(({ applied }) => applied).length;
    expect(result.findings.filter(({ applied }) => applied)).toHaveLength(all - 1);
    const left = result.findings.find((finding) => finding.transform === transform);
    expect(left).toMatchObject({ applied: false, line });
    expect(left?.reason).toBe(`it was built and did not hold: it has ${bad}`);
  });

  test('are several, one after the other', async () => {
    const { result, dropped } = await keepWhatHolds(rewrite, failsWith('a2', 'd2', 'f3'));
    expect(dropped.map(({ transform }) => transform).toSorted()).toEqual(['a', 'd', 'g']);
    expect(result.output).toContain('"f2"');
  });

  test('are two that do not go together: one stays', async () => {
    const both = ({ output }: FixResult) =>
      Promise.resolve(output.includes('B2') && output.includes('e2') ? 'both' : undefined);
    const { dropped } = await keepWhatHolds(rewrite, both);
    expect(dropped).toEqual([{ transform: 'e', line: 6, because: 'both' }]);
  });

  test('are all', async () => {
    const { result, dropped } = await keepWhatHolds(rewrite, () => Promise.resolve('no'));
    expect(result.status).toBe('unchanged');
    expect(dropped).toHaveLength(7);
  });
});
