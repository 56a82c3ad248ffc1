import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../src/core/base/fold-text.ts';

describe('foldText', () => {
  it.each([
    ['Hürriyet', 'hurriyet'],
    ['ISTANBUL İstanbul ıstanbul', 'istanbul istanbul istanbul'],
    ['Łódź', 'lodz'],
    ['هرمز كتاب علي', 'هرمز کتاب علی'],
    ['۱۲٣', '123'],
    ['“talks”\u00a0in\tOman', '"talks" in oman'],
    ['ﬁle', 'file'],
  ])('reads %s as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing a second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)));
  });
});
