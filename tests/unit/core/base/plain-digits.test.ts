import { describe, expect, it } from 'vitest';
import { plainDigits } from '../../../../src/core/base/plain-digits.ts';

describe('plain digits', () => {
  it.each([
    ['۱۴۰۴/۱۱/۱۵', '1404/11/15'],
    ['٢٠٢٦', '2026'],
    ['２０２６－０２', '2026-02'],
    ['२०२६', '2026'],
    ['৭', '7'],
    ['๒๕๖๙', '2569'],
    ['۳۵٫۶۸۹۲', '35.6892'],
    ['−33\u00a0°', '-33 °'],
    ['\u200f12\u200e', '12'],
    ['1\u066c000', '1000'],
  ])('makes %j %j', (text, plain) => {
    expect(plainDigits(text)).toBe(plain);
  });

  it('leaves letters of all scripts alone', () => {
    expect(plainDigits('Tahrān تهران São – 🏛️')).toBe('Tahrān تهران São – 🏛️');
  });
});
