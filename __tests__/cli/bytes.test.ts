import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decode, encode } from '../../src/cli/bytes.ts';

describe('bytes', () => {
  test('any bytes come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(encode(decode(bytes)).equals(bytes)).toBe(true);
      }),
    );
  });

  test('bytes near UTF-8 come back', () => {
    const byte = fc.constantFrom(
      0x0a,
      0x41,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc0,
      0xc2,
      0xdf,
      0xe0,
      0xe1,
      0xed,
      0xef,
      0xf0,
      0xf1,
      0xf4,
      0xf5,
      0xff,
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 12 }), (list) => {
        const bytes = Uint8Array.from(list);
        expect(encode(decode(bytes)).equals(bytes)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('texts that UTF-8 can hold are read as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decode(Buffer.from(text))).toBe(text);
      }),
    );
  });

  test.each([
    ['a stray byte', [0x61, 0xff, 0x62], 'a\udcffb'],
    ['a sequence cut short', [0xe2, 0x82], '\udce2\udc82'],
    ['an overlong slash', [0xc0, 0xaf], '\udcc0\udcaf'],
    ['an encoded surrogate', [0xed, 0xb2, 0x80], '\udced\udcb2\udc80'],
    ['above U+10FFFF', [0xf4, 0x90, 0x80, 0x80], '\udcf4\udc90\udc80\udc80'],
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x41], '\ufeffA'],
    ['a byte between letters of Latin-1', [0xc3, 0xa9, 0xe9], 'é\udce9'],
  ])('%s', (_, bytes, text) => {
    expect(decode(Uint8Array.from(bytes))).toBe(text);
    expect([...encode(text)]).toEqual(bytes);
  });
});
