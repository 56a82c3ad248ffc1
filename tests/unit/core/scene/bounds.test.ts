import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../../../src/core/scene/bounds.ts';
import { measureText } from '../../../../src/core/scene/measure.ts';
import type { Font, Mark } from '../../../../src/core/scene/scene.ts';

const STROKE = { colour: '#000000', width: 2 };
const FONT: Font = { family: 'sans', size: 10, weight: 400 };

describe('the bounds of a mark', () => {
  it('take in half of its outline', () => {
    expect(boundsOf({ kind: 'rect', x: 10, y: 10, width: 20, height: 5, stroke: STROKE })).toEqual({ x: 9, y: 9, width: 22, height: 7 });
    expect(boundsOf({ kind: 'circle', x: 10, y: 10, radius: 5, stroke: STROKE })).toEqual({ x: 4, y: 4, width: 12, height: 12 });
  });

  it('are as wide as its text, on the side that the anchor says', () => {
    const width = measureText('Oman', FONT);
    for (const [anchor, left] of [['start', 50], ['middle', 50 - width / 2], ['end', 50 - width]] as const) {
      const box = boundsOf({ kind: 'text', x: 50, y: 50, text: 'Oman', font: FONT, fill: '#000000', anchor });
      expect(box?.x).toBeCloseTo(left, 6);
      expect(box?.width).toBeCloseTo(width, 6);
      expect(box?.y).toBeLessThan(42);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(51);
    }
  });

  it('take in the halo of a text', () => {
    const plain: Mark = { kind: 'text', x: 0, y: 0, text: 'Oman', font: FONT, fill: '#000000', anchor: 'start' };
    const box = boundsOf({ ...plain, halo: { colour: '#ffffff', width: 3 } });
    expect(box?.width).toBeCloseTo((boundsOf(plain)?.width ?? 0) + 6, 6);
  });

  it('of a group are those of its marks, cut and moved', () => {
    const marks: readonly Mark[] = [{ kind: 'rect', x: 0, y: 0, width: 100, height: 100, fill: '#000000' }];
    expect(boundsOf({ kind: 'group', marks, translate: { x: 5, y: 6 }, clip: { x: 10, y: 20, width: 30, height: 300 } })).toEqual({ x: 15, y: 26, width: 30, height: 80 });
  });

  it('are undefined where nothing is painted', () => {
    expect(boundsOf({ kind: 'group', marks: [] })).toBeUndefined();
    expect(boundsOf({ kind: 'path', rings: [], closed: true })).toBeUndefined();
  });
});
