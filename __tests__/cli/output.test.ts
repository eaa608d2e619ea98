import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { Output } from '../../src/cli/output.ts';

/** A stream that is full after each byte, and takes a turn of the event loop to be empty again. */
function slow(): Writable & { readonly taken: string[] } {
  const taken: string[] = [];
  const stream = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _, done) {
      taken.push(chunk.toString());
      setImmediate(done);
    },
  });
  return Object.assign(stream, { taken });
}

test('a slow stream is waited for, and nothing of the waiting is left behind', async () => {
  const stream = slow();
  const out = new Output(stream as unknown as NodeJS.WriteStream);
  const names = ['drain', 'close', 'error'] as const;
  const before = names.map((name) => stream.listenerCount(name));
  for (let i = 0; i < 40; i++) await out.write(`${i} `);
  expect(stream.taken.join('')).toBe(`${Array.from({ length: 40 }, (_, i) => i).join(' ')} `);
  expect(names.map((name) => stream.listenerCount(name))).toEqual(before);
});

test('a stream that closes instead of draining ends the waiting', async () => {
  const stream = new Writable({ highWaterMark: 1, write: () => {} });
  const out = new Output(stream as unknown as NodeJS.WriteStream);
  const written = out.write('text');
  stream.destroy();
  await expect(written).resolves.toBeUndefined();
});
