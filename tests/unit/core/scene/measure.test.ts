import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText } from '../../../../src/core/scene/measure.ts';
import type { Font } from '../../../../src/core/scene/scene.ts';

const SANS: Font = { family: 'sans', size: 10, weight: 400 };
const SERIF: Font = { family: 'serif', size: 10, weight: 400 };

describe('the width of a text', () => {
  it('is the sum of the advance widths in Inter', () => {
    // Inter has 2048 units to the em; "I" is 546, "i" 490 and "M" 1790 units wide at weight 400.
    expect(measureText('I', SANS)).toBeCloseTo((546 / 2048) * 10, 1);
    expect(measureText('M', SANS)).toBeGreaterThan(3 * measureText('i', SANS));
  });

  it('grows with the weight', () => {
    const widths = ([400, 500, 600, 700] as const).map((weight) => measureText('Strait of Hormuz', { ...SANS, weight }));
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(widths[3]).toBeGreaterThan((widths[0] ?? 0) * 1.03);
  });

  it('is smaller in the italic of the serif, in every weight', () => {
    for (const weight of [400, 500, 600, 700] as const) {
      expect(measureText('Persian Gulf', { ...SERIF, weight, italic: true })).toBeLessThan(measureText('Persian Gulf', { ...SERIF, weight }));
    }
  });

  it('covers the letters of Turkish, Greek, Russian and Vietnamese', () => {
    for (const [accented, plain] of ['öo', 'ğg', 'şs', 'ệe', 'İI', 'άα']) {
      expect(measureText(accented ?? '', SANS)).toBeCloseTo(measureText(plain ?? '', SANS), 6);
    }
    expect(measureText('Ж', SANS)).toBeGreaterThan(measureText('г', SANS) * 1.5);
  });

  it('measures Persian letters in the shapes they take in the word', () => {
    // Widths in ems by HarfBuzz and Vazirmatn 33, which also kerns.
    for (const [word, ems] of [['سلام', 1.986], ['تهران', 2.031], ['الشرق', 2.414], ['پزشکیان', 3.254], ['۱۲', 0.812]] as const) {
      expect(Math.abs(measureText(word, { ...SANS, size: 1 }) / ems - 1)).toBeLessThan(0.04);
    }
  });

  it('does not join letters over a zero-width non-joiner', () => {
    expect(measureText('می\u200Cرود', SANS)).not.toBe(measureText('میرود', SANS));
  });

  it('gives vowel signs and joiners no room', () => {
    expect(measureText('مُحَمَّد', SANS)).toBeCloseTo(measureText('محمد', SANS), 6);
    expect(measureText('e\u0301', SANS)).toBe(measureText('e', SANS));
  });

  it('gives characters of unknown scripts a plausible width', () => {
    expect(measureText('漢', SANS)).toBe(10);
    expect(measureText('ก', SANS)).toBe(6);
  });

  it('adds the letter spacing after every letter', () => {
    expect(measureText('IRAN', { ...SANS, spacing: 2 })).toBeCloseTo(measureText('IRAN', SANS) + 8, 6);
    expect(measureText('ایران', { ...SANS, spacing: 2 })).toBe(measureText('ایران', SANS));
  });

  it('is never negative, is 0 only without visible letters, and scales with the size', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.double({ min: 1, max: 90, noNaN: true }), (text, size) => {
        const width = measureText(text, { ...SANS, size });
        expect(width).toBeGreaterThanOrEqual(0);
        expect(width).toBeCloseTo((measureText(text, SANS) / 10) * size, 6);
      }),
    );
  });

  it('grows when Latin letters are added', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (text, more) => {
        expect(measureText(text + more, SERIF)).toBeCloseTo(measureText(text, SERIF) + measureText(more, SERIF), 6);
      }),
    );
  });
});
