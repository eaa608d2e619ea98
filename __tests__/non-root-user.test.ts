/** What `non-root-user` makes of the modes that files have in the build context. */
import { expect, test } from '@jest/globals';
import { fix, memoryContext, transforms, type Context } from '../src/index.ts';

const nonRoot = transforms.filter(({ id }) => id === 'non-root-user');

const TEXT = 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n';

/** A context in which one file has a mode of its own. */
function contextWith(file: string, mode: number): Context {
  const files = memoryContext({ 'server.js': "require('./key.json')\n", 'key.json': '{}\n' });
  return {
    ...files,
    modeOf: (path) => (path === file ? { known: true, value: mode } : files.modeOf(path)),
  };
}

test.each([
  [0o644, 'suggested'],
  [0o604, 'suggested'],
  [0o600, 'unsafe'],
  [0o640, 'unsafe'],
])('a file of mode %d', (mode, applicability) => {
  const context = contextWith('key.json', mode);
  const [finding] = fix(TEXT, { transforms: nonRoot, context }).findings;
  expect(finding?.applicability).toBe(applicability);
  expect(finding?.message.includes('key.json')).toBe(applicability === 'unsafe');
});

test('a mode that the COPY sets counts', () => {
  const context = contextWith('key.json', 0o600);
  const text = TEXT.replace('COPY', 'COPY --chmod=a+rX');
  const [finding] = fix(text, { transforms: nonRoot, context }).findings;
  expect(finding?.applicability).toBe('suggested');
});
