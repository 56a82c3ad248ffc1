import { describe, expect, it } from 'vitest';
import { isolated } from '../../../../src/core/i18n/isolated.ts';

describe('a text of someone else’s inside a sentence', () => {
  it('stands as it is where it is written from left to right', () => {
    expect(isolated('a “quoted” text')).toBe('a “quoted” text');
  });

  it('keeps the order of letters that are written from right to left to itself', () => {
    expect(isolated('تهران')).toBe('\u2068تهران\u2069');
  });

  it.each(['\u202egnp.exe', '\u2069\u202eafter', '\u2066\u2067\u2068', 'a\u202db\u202c'])('turns nothing that stands after it: %j', (text) => {
    expect(isolated(text)).toBe(text.replace(/[\u202a-\u202e\u2066-\u2069]/g, ''));
    expect(isolated(`${text}ب`)).toMatch(/^\u2068[^\u202a-\u202e\u2066-\u2069]*\u2069$/);
  });
});
