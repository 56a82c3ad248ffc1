import { describe, expect, it } from 'vitest';
import { cssFont, parseCssFont } from '../../../../src/core/scene/font-stack.ts';
import { FONT_FAMILIES, type Font } from '../../../../src/core/scene/scene.ts';

describe('parseCssFont', () => {
  it('reads back every font that is written for a canvas', () => {
    for (const family of FONT_FAMILIES) {
      for (const weight of [400, 500, 600, 700] as const) {
        for (const style of [{}, { italic: true }]) {
          const font: Font = { family, weight, size: 13.25, ...style };
          expect([parseCssFont(cssFont(font, 'Tehran')), parseCssFont(cssFont(font, 'تهران'))]).toEqual([font, font]);
        }
      }
    }
  });

  it('refuses what was not written so', () => {
    expect(() => parseCssFont('12px Arial')).toThrow('12px Arial');
  });
});
