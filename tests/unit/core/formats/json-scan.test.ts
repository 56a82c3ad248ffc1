import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAndColumn, skipBalanced, skipValue } from '../../../../src/core/formats/json-scan.ts';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the JSON scanner', () => {
  it('passes over any JSON value and stops behind it', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(skipValue(`${text} rest`, 0)).toEqual({ ok: true, value: text.length });
      }),
    );
  });

  it('accepts a text just when the JSON parser does', () => {
    const alphabet = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', '-', '.', 'e', 'true', 'null', '\\', 'u12', ' ', '\n', '\t', 'a');
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 12 }).map((parts) => parts.join('')), (text) => {
        const end = skipValue(text, 0);
        expect(end.ok && end.value === text.length).toBe(parses(text) && text.trim() === text);
      }),
      { numRuns: 2000 },
    );
  });

  it('blames the end for every text that is cut off', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        const whole = `{"k": ${text}, "w": [true, false, null, "\\u00e9\\n", -1.5e+3]}`;
        const part = whole.slice(0, cut % whole.length);
        expect(skipValue(part, 0)).toEqual({ ok: false, error: part.length });
      }),
    );
  });

  it.each([
    ['{"a": 1 "b": 2}', 8],
    ['[1, 2,]', 6],
    ['{"a": tru}', 6],
    ['"a\nb"', 2],
    ['"\\x"', 1],
    ['{a: 1}', 1],
  ])('finds the first fault of %j at %i', (text, at) => {
    expect(skipValue(text, 0)).toEqual({ ok: false, error: at });
  });

  it('refuses nesting that would exhaust the stack', () => {
    expect(skipValue('['.repeat(1e6), 0).ok).toBe(false);
  });

  it('finds the closing bracket whatever is wrong in between, but not in strings', () => {
    expect(skipBalanced('{"a": [1 2] "}"} rest', 0)).toBe(16);
    expect(skipBalanced('{"a": "}" "b": 1} rest', 0)).toBe(17);
    expect(skipBalanced('{"a": "b', 0)).toBeUndefined();
  });

  it('counts lines and columns from 1', () => {
    expect(lineAndColumn('ab\ncd\n', 0)).toEqual({ line: 1, column: 1 });
    expect(lineAndColumn('ab\ncd\n', 4)).toEqual({ line: 2, column: 2 });
    expect(lineAndColumn('ab\ncd\n', 6)).toEqual({ line: 3, column: 1 });
  });
});
