import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberIn } from '../../../../src/core/base/number-in.ts';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';

const read = (text: string): number => {
  const bytes = encodeUtf8(`x${text}y`);
  return numberIn(bytes, 1, bytes.length - 1);
};

describe('a number in bytes', () => {
  it('is the one that its text is', () => {
    for (const text of ['0', '-0', '7', '-12.5', '+3.25', '.5', '5.', '1e3', '-2.5E-7', '0.1', '51.38899993896484', '9007199254740993', '123456789012345678901234567890', ' 12 ']) {
      expect(read(text)).toBe(Number(text));
    }
  });

  it('is none where there is anything else', () => {
    for (const text of ['', ' ', '-', '.', '-.', '1,5', '1.2.3', '12a', '0x10', 'Infinity', '1e', 'e5', '--1', '1 2', '−5', '1_000', '1'.repeat(2000)]) {
      expect(read(text)).toBeNaN();
    }
  });

  it('is the same double as the language makes of it', () => {
    const agrees = (text: string): void => {
      expect(read(text)).toBe(Number(text));
    };
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => agrees(String(value))));
    fc.assert(fc.property(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.nat(20), (value, places) => agrees(value.toFixed(places))));
  });
});
