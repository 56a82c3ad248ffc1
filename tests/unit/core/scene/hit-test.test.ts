import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../../../src/core/scene/bounds.ts';
import { hitTest } from '../../../../src/core/scene/hit-test.ts';
import type { Mark, Scene } from '../../../../src/core/scene/scene.ts';

const scene = (...marks: readonly Mark[]): Scene => ({ size: { width: 200, height: 200 }, marks, title: '', language: 'en' });
const dot = (event: number, x: number, y: number, radius = 5): Mark => ({ kind: 'circle', x, y, radius, fill: '#000000', event });

describe('hit-test', () => {
  it('answers the event of the mark at the point', () => {
    expect(hitTest(scene(dot(7, 50, 50)), 53, 52)).toEqual({ event: 7 });
  });

  it('answers nothing where there is nothing', () => {
    expect(hitTest(scene(dot(7, 50, 50)), 60, 60)).toBeUndefined();
  });

  it('takes the topmost of several', () => {
    expect(hitTest(scene(dot(1, 50, 50), dot(2, 52, 50)), 51, 50)).toEqual({ event: 2 });
  });

  it('takes the nearest when none is hit exactly', () => {
    expect(hitTest(scene(dot(1, 50, 50), dot(2, 80, 50)), 60, 50, 12)).toEqual({ event: 1 });
  });

  it('prefers a mark hit exactly to one above it that was missed', () => {
    expect(hitTest(scene(dot(1, 50, 50), dot(2, 62, 50)), 52, 50, 12)).toEqual({ event: 1 });
  });

  it('prefers a sign nearly hit to the area around it', () => {
    const area: Mark = { kind: 'rect', x: 0, y: 0, width: 200, height: 200, fill: '#ffffff', key: 'Oman' };
    expect(hitTest(scene(area, dot(1, 50, 50)), 60, 50, 12)).toEqual({ event: 1 });
    expect(hitTest(scene(area, dot(1, 50, 50)), 90, 50, 12)).toEqual({ key: 'Oman' });
  });

  it('ignores marks that stand for nothing', () => {
    const veil: Mark = { kind: 'rect', x: 0, y: 0, width: 200, height: 200, fill: '#00000010' };
    expect(hitTest(scene(dot(1, 50, 50), veil), 50, 50)).toEqual({ event: 1 });
  });

  it('lets a mark without event take that of its group, and keeps both event and key', () => {
    const group: Mark = { kind: 'group', event: 4, marks: [{ kind: 'rect', x: 0, y: 0, width: 9, height: 9, fill: '#000000', key: 'label' }] };
    expect(hitTest(scene(group), 3, 3)).toEqual({ event: 4, key: 'label' });
  });

  it('follows groups where they are moved, and never hits what is cut away', () => {
    const group: Mark = { kind: 'group', translate: { x: 100, y: 0 }, clip: { x: 0, y: 0, width: 50, height: 50 }, marks: [dot(3, 48, 20)] };
    expect(hitTest(scene(group), 147, 20)).toEqual({ event: 3 });
    expect(hitTest(scene(group), 151, 20)).toBeUndefined();
    expect(hitTest(scene(group), 47, 20)).toBeUndefined();
  });

  it('hits an outline on the line, not within', () => {
    const ring: Mark = { kind: 'circle', x: 50, y: 50, radius: 20, stroke: { colour: '#000000', width: 2 }, event: 1 };
    expect(hitTest(scene(ring), 70, 50)).toEqual({ event: 1 });
    expect(hitTest(scene(ring), 50, 50)).toBeUndefined();
  });

  it('hits a sector only in its direction', () => {
    const quarter: Mark = { kind: 'circle', x: 50, y: 50, radius: 20, from: 0, to: Math.PI / 2, fill: '#000000', event: 1 };
    expect(hitTest(scene(quarter), 60, 40)).toEqual({ event: 1 });
    expect(hitTest(scene(quarter), 40, 40)).toBeUndefined();
  });

  it('does not hit the hole of an area', () => {
    const rings = [[0, 0, 90, 0, 90, 90, 0, 90], [30, 30, 60, 30, 60, 60, 30, 60]];
    const area: Mark = { kind: 'path', rings, closed: true, fill: '#000000', event: 1 };
    expect(hitTest(scene(area), 10, 45)).toEqual({ event: 1 });
    expect(hitTest(scene(area), 45, 45)).toBeUndefined();
  });

  it('never hits a mark outside its bounds', () => {
    const number = fc.double({ min: 0, max: 200, noNaN: true });
    const fill = '#000000';
    const mark: fc.Arbitrary<Mark> = fc.oneof(
      fc.record({ kind: fc.constant('rect' as const), x: number, y: number, width: number, height: number, radius: number, fill: fc.constant(fill) }),
      fc.record({ kind: fc.constant('circle' as const), x: number, y: number, radius: number, fill: fc.constant(fill) }),
      fc.record({ kind: fc.constant('line' as const), x1: number, y1: number, x2: number, y2: number, stroke: fc.constant({ colour: fill, width: 3 }) }),
      fc.record({ kind: fc.constant('path' as const), rings: fc.array(fc.array(number, { minLength: 6, maxLength: 12 }).filter((ring) => ring.length % 2 === 0), { minLength: 1 }), closed: fc.constant(true), fill: fc.constant(fill) }),
      fc.record({ kind: fc.constant('glyph' as const), shape: fc.nat(7), x: number, y: number, radius: number, fill: fc.constant(fill) }),
    );
    fc.assert(
      fc.property(mark, number, number, (shape, x, y) => {
        if (hitTest(scene({ ...shape, event: 1 }), x, y) === undefined) return;
        const margin = shape.kind === 'glyph' ? shape.radius : 1e-6;
        const box = boundsOf(shape);
        expect(box).toBeDefined();
        if (box === undefined) return;
        expect(x).toBeGreaterThanOrEqual(box.x - margin);
        expect(x).toBeLessThanOrEqual(box.x + box.width + margin);
        expect(y).toBeGreaterThanOrEqual(box.y - margin);
        expect(y).toBeLessThanOrEqual(box.y + box.height + margin);
      }),
    );
  });
});
