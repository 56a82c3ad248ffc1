import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOX_PARTS, movedBox } from '../../../../src/web/gestures/brush-area.ts';

const box = { x: 100, y: 50, width: 200, height: 80 };

describe('a box on the map', () => {
  it('moves as a whole and keeps its size', () => {
    expect(movedBox(box, 'whole', 12, -7)).toEqual({ x: 112, y: 43, width: 200, height: 80 });
  });

  it('follows a corner while the opposite one stays', () => {
    expect(movedBox(box, 'northWest', 10, 5)).toEqual({ x: 110, y: 55, width: 190, height: 75 });
    expect(movedBox(box, 'southEast', 10, 5)).toEqual({ x: 100, y: 50, width: 210, height: 85 });
    expect(movedBox(box, 'northEast', 10, 5)).toEqual({ x: 100, y: 55, width: 210, height: 75 });
    expect(movedBox(box, 'southWest', 10, 5)).toEqual({ x: 110, y: 50, width: 190, height: 85 });
  });

  it('never turns inside out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BOX_PARTS), fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }), (part, dx, dy) => {
        const { width, height } = movedBox(box, part, dx, dy);
        expect(Math.min(width, height)).toBeGreaterThan(0);
      }),
    );
  });
});
