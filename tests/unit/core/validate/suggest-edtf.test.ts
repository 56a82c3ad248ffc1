import { describe, expect, it } from 'vitest';
import { suggestEdtf } from '../../../../src/core/validate/suggest-edtf.ts';

describe('suggesting a date', () => {
  it.each([
    ['2026/2/3', '2026-02-03'],
    ['2026-2-3', '2026-02-03'],
    ['2026.02.03', '2026-02-03'],
    ['2026/2', '2026-02'],
    ['3.2.2026', '2026-02-03'],
    ['3. 2. 2026', '2026-02-03'],
    ['20260203', '2026-02-03'],
    ['3 February 2026', '2026-02-03'],
    ['3 Feb. 2026', '2026-02-03'],
    ['February 3, 2026', '2026-02-03'],
    ['Sept 2026', '2026-09'],
    ['2026-02-03 17:54', '2026-02-03T17:54'],
    ['2026-02-03 17:54:59 UTC', '2026-02-03T17:54:59Z'],
    ['c. 1850', '1850~'],
    ['about 1850', '1850~'],
    ['1850s', '185X'],
    ['1914-1918', '1914/1918'],
    ['1914 – 1918', '1914/1918'],
    ['850', '0850'],
    [' 2026/2/3 ', '2026-02-03'],
  ])('reads %j as %j', (text, suggestion) => {
    expect(suggestEdtf(text)).toBe(suggestion);
  });

  it.each(['3/2/2026', '30.2.2026', '2026/13/1', '3 Brumaire 1800', '1918-1914', 'later this week', ''])('does not guess at %j', (text) => {
    expect(suggestEdtf(text)).toBeUndefined();
  });
});
