import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growing, growingUtf8 } from '../../../../src/core/base/growing.ts';
import { decodeUtf8, encodeUtf8 } from '../../../../src/core/base/utf8.ts';

describe('a growing array', () => {
  it('holds what was pushed, however much', () => {
    for (const length of [0, 1, 1023, 1024, 1025, 5000, 3_000_000]) {
      const values = growing((size) => new Uint32Array(size));
      for (let k = 0; k < length; k += 1) values.push(k * 3);
      expect(values.length).toBe(length);
      const whole = values.finish();
      expect(whole).toHaveLength(length);
      expect(whole.buffer.byteLength).toBe(4 * length);
      expect(whole.every((value, k) => value === k * 3)).toBe(true);
    }
  });

  it('holds texts one after the other as UTF-8', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 600, maxLength: 3000 })), { maxLength: 20 }), (texts) => {
        const bytes = growingUtf8();
        const starts = texts.map((text) => {
          const start = bytes.length;
          bytes.append(text);
          return start;
        });
        const whole = bytes.finish();
        expect(whole).toEqual(encodeUtf8(texts.join('')));
        for (const [t, text] of texts.entries()) expect(decodeUtf8(whole.subarray(starts[t], starts[t + 1] ?? whole.length))).toBe(text.replace(/^\uFEFF/, ''));
      }),
    );
  });
});
