import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { internBytes } from '../../../../src/core/base/intern-bytes.ts';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';

describe('texts told apart by their bytes', () => {
  it('have one number each, in the order of their first mention', () => {
    const interned = internBytes();
    const numbers = ['a', 'b', 'a', '', 'b', 'ab'].map((text) => interned.add(encodeUtf8(`<${text}>`), 1, 1 + text.length));
    expect(numbers).toEqual([0, 1, 0, 2, 1, 3]);
    expect(interned.texts).toEqual(['a', 'b', '', 'ab']);
  });

  it('are as many as there are distinct ones, of any number and length', () => {
    const texts = fc.array(fc.oneof(fc.string({ maxLength: 4 }), fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(3000).map(String)), { maxLength: 1200, size: 'max' });
    fc.assert(
      fc.property(texts, (list) => {
        const interned = internBytes();
        const numbers = list.map((text) => {
          const bytes = encodeUtf8(text);
          return interned.add(bytes, 0, bytes.length);
        });
        const distinct = [...new Set(list)];
        expect(interned.texts).toEqual(distinct);
        expect(numbers).toEqual(list.map((text) => distinct.indexOf(text)));
      }),
      { numRuns: 15 },
    );
  });
});
