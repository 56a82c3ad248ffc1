import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withLongNumbersAsText } from '../../../../src/core/formats/long-numbers.ts';

describe('whole numbers that a number cannot hold', () => {
  it.each([
    ['[12345678901234567890]', '["12345678901234567890"]'],
    ['{"a":-12345678901234567891,"b":1}', '{"a":"-12345678901234567891","b":1}'],
    ['[9007199254740991, 9007199254740993]', '[9007199254740991, "9007199254740993"]'],
    ['[1577872800123456]', '[1577872800123456]'],
    ['[0.12345678901234567890, 12345678901234567890.5, 12345678901234567890e2]', '[0.12345678901234567890, 12345678901234567890.5, 12345678901234567890e2]'],
    [String.raw`["12345678901234567890 \" 12345678901234567890", 12345678901234567890]`, String.raw`["12345678901234567890 \" 12345678901234567890", "12345678901234567890"]`],
    ['["12345678901234567890', '["12345678901234567890'],
  ])('reads %s as %s', (json, expected) => {
    expect(withLongNumbersAsText(json)).toBe(expected);
  });

  it('leaves any JSON whose numbers are exact as it is', () => {
    const value = fc.oneof(fc.maxSafeInteger(), fc.string(), fc.stringMatching(/^[\d"\\]{16,30}$/), fc.double({ min: -1, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value)), (values) => {
        const json = JSON.stringify(values);
        expect(withLongNumbersAsText(json)).toBe(json);
      }),
    );
  });
});
