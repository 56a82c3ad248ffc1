import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxesOverlap } from '../../../../src/core/base/geometry.ts';
import { freeRoom } from '../../../../src/core/layout/free-room.ts';

const boxes = fc.record({
  x: fc.integer({ min: -300, max: 900 }),
  y: fc.integer({ min: -300, max: 700 }),
  width: fc.integer({ min: 0, max: 200 }),
  height: fc.integer({ min: 0, max: 60 }),
});

describe('the free room of a picture', () => {
  it('is what no box has taken, but for those of the one who asks', () => {
    fc.assert(
      fc.property(fc.array(boxes, { maxLength: 40 }), boxes, fc.option(fc.nat({ max: 40 }), { nil: undefined }), (taken, asked, owner) => {
        const room = freeRoom();
        taken.forEach((box, k) => room.take(box, k));
        expect(room.isFree(asked, owner)).toBe(!taken.some((box, k) => k !== owner && boxesOverlap(box, asked)));
      }),
    );
  });
});
