/** A cache mount is named after the release that the file ends up with. */
import { expect, test } from '@jest/globals';
import { fix, transforms } from '../src/index.ts';

const BEFORE = 'FROM debian:10\nRUN apt-get update && apt-get install -y curl\n';

test('the base image is replaced before the caches of its release are mounted', () => {
  const { output } = fix(BEFORE, {
    transforms: transforms.filter(({ id }) =>
      ['replace-retired-base', 'use-cache-mounts'].includes(id),
    ),
    level: 'unsafe',
    options: { 'use-cache-mounts': { caching: 'mounts' } },
  });
  expect(output).toContain('FROM debian:12\n');
  expect(output).toContain('id=apt-cache-bookworm');
});
