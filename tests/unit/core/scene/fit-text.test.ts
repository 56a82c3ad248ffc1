import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { truncate, wrap, wrapBalanced } from '../../../../src/core/scene/fit-text.ts';
import { measureText } from '../../../../src/core/scene/measure.ts';
import type { Font } from '../../../../src/core/scene/scene.ts';

const FONT: Font = { family: 'sans', size: 12, weight: 400 };
const words = fc.array(fc.stringMatching(/^[a-zA-Zçğüءابجده–-]{1,14}$/u), { minLength: 1, maxLength: 20 });

describe('truncate', () => {
  it('leaves a text that fits as it is', () => {
    expect(truncate('Talks in Oman', FONT, 500)).toBe('Talks in Oman');
  });

  it('ends a text that does not fit in an ellipsis, without a loose comma or dash', () => {
    expect(truncate('Talks, in Oman', FONT, measureText('Talks, …', FONT))).toBe('Talks…');
  });

  it('answers nothing where not one letter fits', () => {
    expect(truncate('Talks', FONT, 5)).toBe('');
  });

  it('keeps a letter and its accent together', () => {
    const text = 'e\u0301e\u0301e\u0301e\u0301e\u0301';
    for (let width = 0; width < 60; width++) expect(truncate(text, FONT, width).replace(/e\u0301/g, '')).toMatch(/^…?$/);
  });

  it('always fits, and is the text or a beginning of it', () => {
    fc.assert(
      fc.property(words, fc.double({ min: 0, max: 400, noNaN: true }), (list, width) => {
        const text = list.join(' ');
        const short = truncate(text, FONT, width);
        expect(measureText(short, FONT)).toBeLessThanOrEqual(Math.max(width, 0));
        if (short !== text) expect(text.startsWith(short.replace(/…$/, ''))).toBe(true);
      }),
    );
  });
});

describe('wrap', () => {
  it('breaks at spaces', () => {
    expect(wrap('U.S. Navy jet shoots down Iranian drone', FONT, 140)).toEqual(['U.S. Navy jet shoots', 'down Iranian drone']);
  });

  it('never breaks at a no-break space', () => {
    expect(wrap('Published 4\u00A0February 2026', FONT, 100)).toEqual(['Published', '4\u00A0February 2026']);
  });

  it('breaks after a hyphen within a word', () => {
    expect(wrap('US-flagged', FONT, 45)).toEqual(['US-', 'flagged']);
  });

  it('starts a new line at a line feed', () => {
    expect(wrap('one\ntwo', FONT, 500)).toEqual(['one', 'two']);
  });

  it('breaks Chinese between any two characters', () => {
    expect(wrap('天地玄黄', FONT, 30)).toEqual(['天地', '玄黄']);
  });

  it('ends the last line in an ellipsis when there are more lines than allowed', () => {
    const lines = wrap('Fast boats try to stop a ship under the flag of the United States', FONT, 120, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/\S…$/);
  });

  it('has no lines for an empty text', () => {
    expect(wrap('  ', FONT, 100)).toEqual([]);
  });

  it('loses no letter, and no line is wider than allowed', () => {
    fc.assert(
      fc.property(words, fc.double({ min: 20, max: 300, noNaN: true }), (list, width) => {
        const text = list.join(' ');
        const lines = wrap(text, FONT, width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) expect(measureText(line, FONT)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('wrapBalanced', () => {
  const HEADLINE = 'Drones, fast boats and talks: five days between Iran and the U.S.';

  it('needs no more lines than wrap, and makes them more even', () => {
    const unevenness = (lines: readonly string[]): number => {
      const widths = lines.map((line) => measureText(line, FONT));
      return Math.max(...widths) - Math.min(...widths);
    };
    const plain = wrap(HEADLINE, FONT, 300);
    const balanced = wrapBalanced(HEADLINE, FONT, 300);
    expect(balanced).toHaveLength(plain.length);
    expect(unevenness(balanced)).toBeLessThan(unevenness(plain));
  });

  it('leaves a single line alone', () => {
    expect(wrapBalanced('Talks in Oman', FONT, 300)).toEqual(['Talks in Oman']);
  });
});
