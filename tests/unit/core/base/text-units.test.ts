import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT, unitCounter, WORDS } from '../../../../src/core/base/text-units.ts';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';

const letter = fc.oneof({ weight: 8, arbitrary: fc.constantFrom('a', 'word ', 'é', '🌍', '"', '\n', '\t') }, { weight: 1, arbitrary: fc.constantFrom('&', '<', '\r', '\u0000', '\u001f') });
const texts = fc.array(letter, { maxLength: 30 }).map((parts) => parts.join(''));

/** Counts the units of a text between others, which begins at a byte that may lie anywhere in memory. */
function counted(text: string, before: number, isDoubled: boolean, roles: typeof TEXT): number {
  const inner = encodeUtf8(text);
  const bytes = new Uint8Array(before + inner.length + 5).fill(0x3c);
  bytes.set(inner, before);
  return unitCounter(bytes.subarray(before % 3))(before - (before % 3), before - (before % 3) + inner.length, isDoubled, roles);
}

describe('units of a text', () => {
  it('are counted as a text has them, wherever it lies', () => {
    fc.assert(
      fc.property(texts, fc.nat(9), (text, before) => {
        // oxlint-disable-next-line no-control-regex -- it is control characters that are meant
        const isText = !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text);
        expect(counted(text, before, false, TEXT)).toBe(isText ? text.length : -1);
        expect(counted(text, before, false, WORDS)).toBe(isText && !/[<&\r]/.test(text) ? text.length : -1);
      }),
    );
  });

  it('are one for a mark that is doubled', () => {
    expect(counted('say ""yes"" to all', 1, true, WORDS)).toBe('say "yes" to all'.length);
  });

  it('are none of bytes that are no UTF-8', () => {
    const count = unitCounter(Uint8Array.from([0x61, 0x62, 0x63, 0xc3, 0x28, 0xe2, 0x82]));
    expect([count(0, 3, false, TEXT), count(0, 5, false, TEXT), count(5, 7, false, TEXT)]).toEqual([3, -1, -1]);
  });
});
