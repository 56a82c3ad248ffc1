import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePosition } from '../../../../src/core/geo/parse-coordinates.ts';
import { decimalsFor, positionText, roundedPosition } from '../../../../src/core/geo/position-text.ts';

describe('a position as text', () => {
  it('is read as the very same position', () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    fc.assert(
      fc.property(degrees(179.9), degrees(89), fc.integer({ min: 0, max: 6 }), (lng, lat, decimals) => {
        const rounded = roundedPosition([lng, lat], decimals);
        expect(parsePosition(positionText(rounded))).toEqual({ lng: rounded[0], lat: rounded[1] });
      }),
    );
  });

  it('has the decimals that a pixel of the map can tell', () => {
    expect([1, 0.5, 0.02, 0.0001, 1e-9].map(decimalsFor)).toEqual([0, 1, 2, 4, 6]);
  });

  it('lies in the one world, from whichever copy of it was pressed', () => {
    expect(roundedPosition([411.4215, 35.694], 2)).toEqual([51.42, 35.69]);
  });
});
