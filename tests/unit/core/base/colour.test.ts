import { describe, expect, it } from 'vitest';
import { mixColours, withAlpha } from '../../../../src/core/base/colour.ts';

describe('withAlpha', () => {
  it('writes alpha as two more digits', () => {
    expect(withAlpha('#0069B4', 1)).toBe('#0069b4ff');
    expect(withAlpha('#0069B4', 0.5)).toBe('#0069b480');
    expect(withAlpha('#0069B4', 0)).toBe('#0069b400');
  });

  it('refuses what is not a plain colour', () => {
    expect(() => withAlpha('#fff', 1)).toThrow('#fff');
    expect(() => withAlpha('#0069B480', 1)).toThrow('#0069B480');
  });
});

describe('mixColours', () => {
  it('goes from the first colour to the second', () => {
    expect(mixColours('#000000', '#ffffff', 0)).toBe('#000000');
    expect(mixColours('#000000', '#ffffff', 1)).toBe('#ffffff');
    expect(mixColours('#102030', '#304050', 0.5)).toBe('#203040');
  });
});
