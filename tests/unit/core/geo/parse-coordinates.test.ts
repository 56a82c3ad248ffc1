import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAngle, parsePosition } from '../../../../src/core/geo/parse-coordinates.ts';

describe('an angle', () => {
  it.each([
    ['35.6892', 35.6892, undefined],
    [' -33.86 ', -33.86, undefined],
    ['+7', 7, undefined],
    ['35,6892', 35.6892, undefined],
    ['−33,5', -33.5, undefined],
    ['۳۵٫۶۸۹۲', 35.6892, undefined],
    ['35°', 35, undefined],
    ['35°41′', 35 + 41 / 60, undefined],
    ['35:41:21', 35 + 41 / 60 + 21 / 3600, undefined],
    ['35d41m21s', 35 + 41 / 60 + 21 / 3600, undefined],
    ['-35 41 21', -(35 + 41 / 60 + 21 / 3600), undefined],
    ['35°41′21″N', 35 + 41 / 60 + 21 / 3600, 'latitude'],
    ['35° 41\' 21.12" N', 35.6892, 'latitude'],
    ['35°41.352′N', 35.6892, 'latitude'],
    ['00°30\'S', -0.5, 'latitude'],
    ['W 51.3', -51.3, 'longitude'],
    ['51.3° west', -51.3, 'longitude'],
    ['K 39,92', 39.92, 'latitude'],
    ['1e1', 10, undefined],
    ['195', 195, undefined],
  ] as const)('is read from %j', (text, degrees, axis) => {
    const angle = parseAngle(text);
    expect(angle?.degrees).toBeCloseTo(degrees, 9);
    expect(angle?.axis).toBe(axis);
  });

  it('has no decimals that come of reckoning alone', () => {
    expect(parseAngle('51° 25\' 12" E')?.degrees).toBe(51.42);
    expect(parseAngle('-51° 25\' 12"')?.degrees).toBe(-51.42);
  });

  it.each(['', 'n/a', '-133.805.555.556', '1,234,5', '35.5°30′', '35°70′', 'O 33', '1234567', '-35 N', 'Tehran', '35 N 51 E', '9'.repeat(500)])('is not read from %j', (text) => {
    expect(parseAngle(text)).toBeUndefined();
  });

  it('is what a decimal number says, with a point or a comma', () => {
    fc.assert(
      fc.property(fc.integer({ min: -180_000_000, max: 180_000_000 }), fc.constantFrom('.', ','), (millionths, point) => {
        const text = (millionths / 1e6).toFixed(6);
        expect(parseAngle(text.replace('.', point))?.degrees).toBe(Number(text));
      }),
    );
  });
});

describe('a position in one text', () => {
  it.each([
    ['35.69, 51.42', 35.69, 51.42],
    ['35,69; 51,42', 35.69, 51.42],
    ['35,69, 51,42', 35.69, 51.42],
    ['35.69 51.42', 35.69, 51.42],
    ['35.69|51.42', 35.69, 51.42],
    ['(35.6,51.4)', 35.6, 51.4],
    ['[35.6, 51.4]', 35.6, 51.4],
    ['geo:35.6,51.4', 35.6, 51.4],
    ['N 35.1, E 51', 35.1, 51],
    ['51°30′E, 35°30′N', 35.5, 51.5],
    ['35°30′N 51°30′E', 35.5, 51.5],
    ['35 30 N / 51 30 E', 35.5, 51.5],
    ['38.9° N, 77.04° W', 38.9, -77.04],
    ['139.7,35.6', 35.6, 139.7],
  ])('is read from %j', (text, lat, lng) => {
    const position = parsePosition(text);
    expect(position?.lat).toBeCloseTo(lat, 9);
    expect(position?.lng).toBeCloseTo(lng, 9);
  });

  it.each(['', 'Tehran, Iran', '35.69', '35 N, 36 N', '1, 2, 3', 'a,b'])('is not read from %j', (text) => {
    expect(parsePosition(text)).toBeUndefined();
  });

  it('never throws, whatever it is read from', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,;°\'"′″NSEWnsew +-−/()[]'), maxLength: 60 }), (text) => {
        const position = parsePosition(text);
        expect(position === undefined || (Number.isFinite(position.lat) && Number.isFinite(position.lng))).toBe(true);
      }),
    );
  });
});
