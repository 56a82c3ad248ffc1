import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vertexWeights } from '../../../../src/core/geo/simplify.ts';

const line = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), { minLength: 2, maxLength: 30 });

/** Distance of a point from a segment, by the slow way: many points along it. */
const distanceToSegment = (x: number, y: number, [ax, ay]: readonly number[] & [number, number], [bx, by]: readonly number[] & [number, number]): number => {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : Math.min(Math.max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0), 1);
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
};

describe('the weights of a line’s vertices', () => {
  it('are infinite at its ends and nothing on the straight', () => {
    expect([...vertexWeights([0, 0, 1, 0, 2, 0])]).toEqual([Infinity, 0, Infinity]);
  });

  it('are the distance that the line would move', () => {
    expect([...vertexWeights([0, 0, 5, 4, 10, 0])]).toEqual([Infinity, 4, Infinity]);
  });

  it('keep the line within the tolerance below which vertices are left out', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 40 }), (vertices, tolerance) => {
        const weights = vertexWeights(vertices.flat());
        const kept = vertices.map((_, k) => k).filter((k) => (weights[k] as number) >= tolerance);
        for (const [k, [x, y]] of vertices.entries()) {
          const before = kept.findLast((each) => each <= k) as number;
          const after = kept.find((each) => each >= k) as number;
          expect(distanceToSegment(x, y, vertices[before] as [number, number], vertices[after] as [number, number])).toBeLessThan(tolerance + 1e-3);
        }
      }),
    );
  });
});
