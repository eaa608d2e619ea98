import { expect, test } from '@jest/globals';
import { lines } from './helpers/compare.ts';
import { make, replacing, run } from './helpers/transforms.ts';

const transforms = (['safe', 'suggested', 'unsafe'] as const).map((applicability, index) =>
  make(applicability, function* ({ doc }) {
    const from = `COPY ${index}  /`;
    if (doc.text.includes(from)) yield replacing(doc, from, `COPY ${index} /`, { applicability });
  }),
);
const text = lines('FROM a', 'COPY 0  /', 'COPY 1  /', 'COPY 2  /');

test.each([
  ['safe', 1],
  ['suggested', 2],
  ['unsafe', 3],
] as const)('level %s', (level, applied) => {
  const { findings } = run(text, transforms, { level });
  expect(findings.filter((found) => found.applied)).toHaveLength(applied);
  expect(findings).toHaveLength(3);
  expect(findings.every((found) => found.applied === (found.reason === undefined))).toBe(true);
});
