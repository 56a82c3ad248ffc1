import { describe, expect, it } from 'vitest';
import { epochDate, serialDate, type EpochUnit } from '../../../../src/core/time/date-numbers.ts';

const text = (result: ReturnType<typeof serialDate>): string => (result.ok ? result.value.text : result.error.kind);

describe('serial days of spreadsheets', () => {
  it.each([
    [1, '1900-01-01'], [59, '1900-02-28'], [60, 'impossible'], [61, '1900-03-01'], [25_569, '1970-01-01'], [44_197, '2021-01-01'], [44_197.5, '2021-01-01T12:00'],
    [44_197.4305671, '2021-01-01T10:20:01'], [2_958_465, '9999-12-31'], [2_958_466, 'out-of-range'], [0, 'zero'], [0.5, 'time-without-date'], [-1, 'out-of-range'],
    [NaN, 'out-of-range'], [44_196.999999999, '2021-01-01'],
  ])('reads %d in the system of 1900 as %s', (serial, expected) => {
    expect(text(serialDate(serial, 1900))).toBe(expected);
  });

  it.each([[0, '1904-01-01'], [60, '1904-03-01'], [42_735, '2021-01-01']])('reads %d in the system of 1904 as %s', (serial, expected) => {
    expect(text(serialDate(serial, 1904))).toBe(expected);
  });
});

describe('counts since 1970', () => {
  it.each<readonly [number, EpochUnit | undefined, string]>([
    [1_562_235_630, undefined, '2019-07-04T10:20:30Z'],
    [1_562_235_630.5, undefined, '2019-07-04T10:20:30.500Z'],
    [1_562_235_630_000, undefined, '2019-07-04T10:20:30Z'],
    [1_562_235_630_123, undefined, '2019-07-04T10:20:30.123Z'],
    [1_562_235_630_123_456, undefined, '2019-07-04T10:20:30.123Z'],
    [-1_562_235_630, undefined, '1920-06-30T13:39:30Z'],
    [86_400, 's', '1970-01-02T00:00:00Z'],
    [86_400, undefined, 'unreadable'],
    [0, undefined, 'zero'],
    [1e17, 's', 'out-of-range'],
    [NaN, 's', 'out-of-range'],
  ])('reads %d (%s) as %s', (count, unit, expected) => {
    expect(text(epochDate(count, unit))).toBe(expected);
  });
});
